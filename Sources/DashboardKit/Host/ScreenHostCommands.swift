public import Incubation
public import TerminalCanvas

/// How a running screen is seen and used.
extension ScreenHost {
  /// Its name in the language shown.
  public var title: String { S.title(text) }

  /// Whether something was typed that leaving would lose.
  public var hasUnsavedInput: Bool { S.hasUnsavedInput(state) }

  /// What was typed and is not saved.
  public var draft: Draft? { S.draft(state) }

  /// Where the user is on it, for the next start.
  public var memento: JSONValue? { S.memento(state, context) }

  /// What can be copied, the part in focus first.
  public var copies: [CopyText] { S.copies(state, text, context) }

  /// Lets the screen read what is to be copied.
  public func beginCopy() -> Bool {
    guard let action = S.copyAction(state) else { return false }
    send(action)
    return true
  }

  /// When it wants to be told the time.
  public var wakesAt: Timestamp? { S.wakesAt(state, isSeen: isShown) }

  /// Tells it the time.
  public func wake(at now: Timestamp) {
    if let action = S.action(at: now) { send(action) }
  }

  /// Whether letters are text now.
  public var isTyping: Bool { S.isTyping(state) }

  /// Everything that can be done now.
  public var commands: [CommandInfo] { guardedCommands.map(CommandInfo.init) }

  private var guardedCommands: [Command<S.Action>] {
    S.commands(state, text, context).map { $0.guarded(for: context.user, in: context.language) }
  }

  /// Offers an event to the screen.
  public func handle(_ event: InputEvent) -> Bool {
    if case .mouse(let mouse) = event, mouse.kind == .press, mouse.button == .left,
      let target = targets.last(where: { $0.area.contains(mouse.position) })
    {
      send(target.action)
      return true
    }
    if let action = action(for: event) {
      send(action)
      return true
    }
    guard let stroke = event.plainStroke else { return false }
    let bound = guardedCommands.filter { $0.keys.contains(stroke) }
    guard let command = bound.first(where: { $0.disabledReason == nil }) ?? bound.first else {
      return false
    }
    carryOut(command)
    return true
  }

  /// What an event means to the screen, which counts a mouse's place from the corner of its own
  /// area. Where the wheel means nothing of its own, it presses the arrow keys: so it moves in
  /// every list.
  private func action(for event: InputEvent) -> S.Action? {
    guard case .mouse(var mouse) = event else { return S.action(for: event, state, context) }
    mouse.position.x -= corner.x
    mouse.position.y -= corner.y
    return S.action(for: .mouse(mouse), state, context)
      ?? event.wheelAsArrow.flatMap { S.action(for: $0, state, context) }
  }

  /// Does what a command says.
  public func run(_ command: String) -> Bool {
    guard let found = guardedCommands.first(where: { $0.id == command }) else { return false }
    carryOut(found)
    return true
  }

  private func carryOut(_ command: Command<S.Action>) {
    if let reason = command.disabledReason {
      owner?.host(self, asks: .announce(Message(.warning, reason)))
    } else {
      send(command.action)
      owner?.host(self, ran: command.id)
    }
  }

  /// Draws the screen, and keeps what a click on it means.
  public func draw(in area: Rectangle, on canvas: inout Canvas) {
    var frame = Frame<S.Action>(canvas)
    S.draw(state, in: area, on: &frame, text, context)
    canvas = frame.canvas
    corner = Point(x: area.x, y: area.y)
    targets = frame.targets
  }
}
