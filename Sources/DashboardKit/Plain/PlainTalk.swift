public import Incubation
public import Storage
import TerminalCanvas

/// What a conversation knows of the world around it.
public struct PlainWorld: Sendable {
  /// What the database says about itself.
  public var profile: DatabaseProfile
  /// How the database is called, without secrets.
  public var databaseName: String
  /// The ports, and who is acting.
  public var services: Services
  /// What screens know: language, day, user, pipelines, preferences.
  public var context: ScreenContext
  /// Keeps what the user chose for the next start; returns a sentence when it cannot, else nil.
  public var keep: @Sendable (Language, Preferences) -> String?

  /// A world.
  public init(
    profile: DatabaseProfile, databaseName: String, services: Services, context: ScreenContext,
    keep: @escaping @Sendable (Language, Preferences) -> String? = { _, _ in nil }
  ) {
    self.profile = profile
    self.databaseName = databaseName
    self.services = services
    self.context = context
    self.keep = keep
  }
}

/// A conversation in plain lines: says facts, asks questions, and remembers what can be taken back.
///
/// It belongs to the one task that leads it. Everything that it shows has been made safe.
public final class PlainTalk {
  private let console: any PlainConsole
  /// The world around it.
  public let world: PlainWorld
  /// What the tasks know: language and preferences change with the user's wishes.
  public private(set) var context: ScreenContext
  /// Code of the pipeline that is being worked on.
  public var pipelineCode: String
  /// What was changed, and what was taken back.
  var history = UndoHistory()

  /// A conversation at a console.
  public init(_ console: any PlainConsole, _ world: PlainWorld) {
    self.console = console
    self.world = world
    context = world.context
    pipelineCode = world.context.pipelines.first?.code ?? ""
  }

  /// The language spoken.
  public var language: Language { context.language }
  /// The ports, and who is acting.
  public var services: Services { world.services }
  /// The pipeline that is being worked on; nil when the database has none.
  public var pipeline: Pipeline? { context.pipelines.first { $0.code == pipelineCode } }
  /// The words about errors, without keys that there are not.
  public var errors: ErrorWords { ErrorWords(language, isOnScreen: false) }
  var text: PlainText { PlainText(language: language) }

  /// Takes over what the user chose, and has it kept. The choice lasts until the end of the
  /// conversation also when it cannot be kept, which is then said.
  public func change(language: Language, preferences: Preferences) async {
    context.language = language
    context.preferences = preferences
    if let problem = world.keep(language, preferences) { await tell(problem) }
  }

  /// Chooses between a text in Vietnamese and the same in English.
  public func say(_ vietnamese: String, _ english: String) async {
    await tell(language.say(vietnamese, english))
  }

  /// Says something: a fact a line.
  public func tell(_ words: String) async {
    for line in PlainLine.lines(words) { await console.say(line) }
  }

  /// Says what went wrong.
  public func tell(_ error: any Error) async {
    await tell(errors.sentence(for: error, today: context.today))
  }

  /// Asks, and returns the line as it was typed. Lines that cannot be read are asked for again.
  ///
  /// - Throws: `PlainStop.end`.
  public func line(_ prompt: String) async throws(PlainStop) -> String {
    let shown = PlainLine.lines(prompt).joined(separator: " ") + ":"
    while true {
      switch await console.ask(shown) {
      case .line(let line): return line
      case .unreadable: await tell(text.unreadable)
      case .end: throw .end
      }
    }
  }

  /// Asks, and returns what the line means.
  ///
  /// - Throws: `PlainStop.end`.
  public func answer(_ prompt: String) async throws(PlainStop) -> PlainAnswer {
    PlainAnswer(try await line(prompt))
  }

  /// Whether the user may do something; says why not.
  public func may(_ permission: Permission) async -> Bool {
    if context.user.may(permission) { return true }
    await tell(errors.notAllowed(permission))
    return false
  }
}
