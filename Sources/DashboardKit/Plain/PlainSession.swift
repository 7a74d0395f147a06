public import Incubation

/// A page of the plain mode, as the list of tasks names it. Every part of the program adds its own
/// to the registry; what the main prompt offers and explains derives from there.
public struct PlainTask: Sendable {
  /// A name that never changes: "ventures".
  public var id: String
  /// What it is called.
  public var title: @Sendable (Language) -> String
  /// What it does, in one sentence.
  public var help: @Sendable (Language) -> String
  /// Other words that choose it.
  public var aliases: [String]
  /// What is needed for it; nil when everybody may do it.
  public var permission: Permission?
  /// Leads the conversation. Returns, or throws `PlainStop`; any other error is put into words.
  public var run: @Sendable (PlainTalk) async throws -> Void

  /// A task.
  public init(
    _ id: String, title: @escaping @Sendable (Language) -> String,
    help: @escaping @Sendable (Language) -> String, aliases: [String] = [],
    permission: Permission? = .viewVentures,
    run: @escaping @Sendable (PlainTalk) async throws -> Void
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.aliases = aliases
    self.permission = permission
    self.run = run
  }
}

/// The whole conversation, from the greeting to the goodbye.
public struct PlainSession: Sendable {
  /// The registry of tasks, in the order of the list.
  public var tasks: [PlainTask]
  /// What is said first: the answer that most people came for.
  public var greeting: @Sendable (PlainTalk) async -> Void
  /// What is done with words that name no task, as a number of a record; says whether it was
  /// something.
  public var otherwise: @Sendable (String, PlainTalk) async throws -> Bool

  /// A conversation.
  public init(
    tasks: [PlainTask], greeting: @escaping @Sendable (PlainTalk) async -> Void,
    otherwise: @escaping @Sendable (String, PlainTalk) async throws -> Bool = { _, _ in false }
  ) {
    self.tasks = tasks
    self.greeting = greeting
    self.otherwise = otherwise
  }

  /// Talks until the person leaves, or the input ends.
  public func run(_ talk: PlainTalk) async {
    await greeting(talk)
    await talk.tell(talk.text.first)
    while true {
      do {
        try await turn(talk)
      } catch PlainStop.back {
        await talk.tell(talk.text.home)
      } catch PlainStop.leave {
        return await talk.tell(talk.text.goodbye)
      } catch PlainStop.end {
        return await talk.tell(talk.text.ended)
      } catch {
        await talk.tell(error)
      }
    }
  }

  private func turn(_ talk: PlainTalk) async throws {
    let options = tasks.map { task in
      let isOpen = task.permission.map { talk.context.user.may($0) } ?? true
      let help =
        isOpen
        ? task.help(talk.language) : talk.errors.notAllowed(task.permission ?? .viewVentures)
      return PlainOption(
        task.id, task.title(talk.language), help: help,
        aliases: [task.id] + task.aliases + Language.allCases.map { task.title($0) })
    }
    switch try await talk.choose(talk.text.task, options, taking: .text) {
    case .option(let id):
      guard let task = tasks.first(where: { $0.id == id }) else { return }
      if let permission = task.permission, await !talk.may(permission) { return }
      try await task.run(talk)
    case .text(let words):
      let found = PlainMatch.find(words, in: options, isStrict: false)
      if found.count == 1, let task = tasks.first(where: { $0.id == found[0].id }) {
        if let permission = task.permission, await !talk.may(permission) { return }
        return try await task.run(talk)
      }
      if try await !otherwise(words, talk) { await talk.tell(talk.text.unknown(words)) }
    case .number, .nothing: break
    }
  }
}
