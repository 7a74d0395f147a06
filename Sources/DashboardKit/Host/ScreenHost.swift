import Incubation
public import Storage
import TerminalCanvas

/// Runs one screen: keeps its state, turns events into actions and effects into tasks.
///
/// Effects are performed off the main actor. Their progress and their reply come back in order. A
/// new effect cancels the one under way with the same key, and what that one still says is dropped.
@MainActor
public final class ScreenHost<S: Screen>: AnyScreenHost {
  /// What it was asked to show.
  public let destination: Destination
  /// What the screen knows.
  public private(set) var state: S.State
  var context: ScreenContext
  var text: S.Text
  var targets: [(area: Rectangle, action: S.Action)] = []
  /// The upper left corner of the area that it was last drawn into.
  var corner = Point(x: 0, y: 0)
  weak var owner: (any ScreenHostOwner)?
  private let services: Services
  private var firstOutcomes: [Outcome<S.Effect>]
  private var pendingTopics: Set<ChangeTopic> = []
  private(set) var isShown = true
  private var isClosed = false
  private var efforts: [Int: Effort] = [:]
  private var lastNumber = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private struct Effort {
    var key: String?
    var work: Task<Void, Never>
    var isDropped = false
  }

  /// A screen for a destination. Nothing is loaded before `begin`.
  public init(_ destination: Destination, _ context: ScreenContext, _ services: Services) {
    self.destination = destination
    self.context = context
    self.services = services
    text = S.text(in: context.language)
    (state, firstOutcomes) = S.start(destination, context)
  }

  /// Starts what the screen has to load; a hidden one waits until it is seen.
  public func begin(owner: any ScreenHostOwner) {
    self.owner = owner
    guard isShown else { return }
    let outcomes = firstOutcomes
    firstOutcomes = []
    carryOut(outcomes)
  }

  /// Takes a change of the world around the screen.
  public func update(_ context: ScreenContext) {
    guard context != self.context else { return }
    if context.language != self.context.language { text = S.text(in: context.language) }
    let isResized = context.size != self.context.size
    self.context = context
    owner?.hostNeedsFrame(self)
    if isResized, let action = S.reaction(toSizeOf: context, state) { send(action) }
  }

  /// Changes the state as the screen says, and carries out what it asks for.
  public func send(_ action: S.Action) {
    let before = state
    let outcomes = S.update(&state, action, context)
    if state != before { owner?.hostNeedsFrame(self) }
    carryOut(outcomes)
  }

  /// Tells the screen whether it is seen.
  public func show(_ isShown: Bool) {
    self.isShown = isShown
    guard isShown else { return }
    if !firstOutcomes.isEmpty {
      pendingTopics = []
      let outcomes = firstOutcomes
      firstOutcomes = []
      carryOut(outcomes)
    }
    guard !pendingTopics.isEmpty else { return }
    let topics = pendingTopics
    pendingTopics = []
    notice(topics)
  }

  /// Tells the screen which records changed; a hidden one hears it when it is seen again.
  public func notice(_ topics: Set<ChangeTopic>) {
    guard isShown else {
      pendingTopics.formUnion(topics)
      return
    }
    if let action = S.reaction(to: topics) { send(action) }
  }

  /// Ends the screen. What it wrote is still announced, and can still be undone.
  public func close() {
    isClosed = true
    for (number, effort) in efforts where effort.key != nil { drop(number) }
  }

  // MARK: Effects

  /// Whether no effect is under way, dropped ones included.
  public var isIdle: Bool { efforts.isEmpty }

  /// Returns when no effect is under way.
  public func untilIdle() async {
    while !efforts.isEmpty {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func carryOut(_ outcomes: [Outcome<S.Effect>]) {
    for outcome in outcomes {
      switch outcome {
      case .perform(let effect):
        if !(isClosed && effect.cancellationKey != nil) { start(effect) }
      case .shell(let request):
        if !isClosed || request.outlivesScreen { owner?.host(self, asks: request) }
      }
    }
  }

  private func start(_ effect: S.Effect) {
    if let key = effect.cancellationKey {
      for (number, effort) in efforts where effort.key == key { drop(number) }
    }
    lastNumber += 1
    let number = lastNumber
    let services = services
    let (replies, reply) = AsyncStream.makeStream(of: S.Action.self)
    let work = Task.detached {
      let last = await S.perform(effect, services) { reply.yield($0) }
      if let last { reply.yield(last) }
      reply.finish()
    }
    efforts[number] = Effort(key: effect.cancellationKey, work: work)
    Task {
      for await action in replies where efforts[number]?.isDropped == false { send(action) }
      finish(number)
    }
  }

  private func drop(_ number: Int) {
    efforts[number]?.isDropped = true
    efforts[number]?.work.cancel()
  }

  private func finish(_ number: Int) {
    efforts[number] = nil
    guard efforts.isEmpty else { return }
    let woken = waiting
    waiting = []
    for continuation in woken { continuation.resume() }
  }
}

extension ShellRequest {
  /// Whether it still counts when the screen that asks has been left.
  var outlivesScreen: Bool {
    switch self {
    case .announce, .remember: true
    case .open, .replace, .back, .change, .copy: false
    }
  }
}
