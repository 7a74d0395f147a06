public import Incubation
public import Storage
public import TerminalCanvas

/// One screen: a value, the actions that change it, and how it is drawn.
///
/// `commands`, `update`, `action(for:)`, `reaction` and `draw` are pure, so tests call them with
/// values. Only `perform` waits for storage or files, and it never runs on the main thread.
public protocol Screen: SendableMetatype {
  /// What the screen knows.
  associatedtype State: Equatable & Sendable
  /// What can happen to it.
  associatedtype Action: Equatable & Sendable
  /// What it can ask to be done outside.
  associatedtype Effect: ScreenEffect
  /// Its words, in one language.
  associatedtype Text: Sendable

  /// Which screen this is.
  static var id: ScreenID { get }
  /// The words in a language.
  static func text(in language: Language) -> Text
  /// The name of the screen for its tab, the palette and the help.
  static func title(_ text: Text) -> String
  /// The state to start with, and what has to be loaded.
  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (State, [Outcome<Effect>])
  /// Everything that can be done now, the basis of footer, menu, palette, help and mouse targets.
  static func commands(_ state: State, _ text: Text, _ context: ScreenContext) -> [Command<Action>]
  /// What an input event means to the part in focus; nil when it means nothing, so that commands
  /// are tried. Asked before the commands, so that a field in focus gets its letters.
  static func action(for event: InputEvent, _ state: State, _ context: ScreenContext) -> Action?
  /// Changes the state and says what has to be done outside.
  static func update(_ state: inout State, _ action: Action, _ context: ScreenContext)
    -> [Outcome<Effect>]
  /// Whether something was typed that leaving the program would lose. False unless a screen says
  /// otherwise.
  static func hasUnsavedInput(_ state: State) -> Bool
  /// What was typed and is not saved, to be kept over the end of the program; nil for nothing, as
  /// unless a screen says otherwise. There is one only while `hasUnsavedInput` holds, and it is
  /// opened again by a start with it in the destination.
  static func draft(_ state: State) -> Draft?
  /// Where the user is on the screen, for the next start: filter, order, focus, never what is being
  /// typed; nil for nothing, as unless a screen says otherwise.
  static func memento(_ state: State, _ context: ScreenContext) -> JSONValue?
  /// Whether letters are text now, because a field has the focus or letters that were typed are
  /// looked for. False unless a screen says otherwise; only then do vi keys move.
  static func isTyping(_ state: State) -> Bool
  /// The action with which the screen answers a change of records; nil when it does not care.
  static func reaction(to topics: Set<ChangeTopic>) -> Action?
  /// The action with which the screen answers a new size, as by loading rows that are seen now;
  /// nil when it need not. Nil unless a screen says otherwise.
  static func reaction(toSizeOf context: ScreenContext, _ state: State) -> Action?
  /// When the screen wants to be told the time, as for a clock that it shows; nil when it need not,
  /// as unless a screen says otherwise. `isSeen` is whether anybody sees it: nobody needs a clock
  /// that is not seen, but what waits to be sent goes on.
  static func wakesAt(_ state: State, isSeen: Bool) -> Timestamp?
  /// The action with which the screen takes the time in; nil unless a screen says otherwise.
  static func action(at now: Timestamp) -> Action?
  /// Draws the state into an area.
  static func draw(
    _ state: State, in area: Rectangle, on frame: inout Frame<Action>, _ text: Text,
    _ context: ScreenContext)
  /// What can be copied, the part in focus first, then what holds more; empty for nothing, as
  /// unless a screen says otherwise.
  static func copies(_ state: State, _ text: Text, _ context: ScreenContext) -> [CopyText]
  /// What happens on Copy instead, where something has to be read first: in the end the screen
  /// asks for `ShellRequest.copy`. Nil unless a screen says otherwise.
  static func copyAction(_ state: State) -> Action?
  /// Does what was asked for, and says what came of it. `send` reports progress on the way.
  static func perform(
    _ effect: Effect, _ services: Services, send: @escaping @Sendable (Action) -> Void
  ) async -> Action?
}

extension Screen {
  /// Nothing is lost by leaving.
  public static func hasUnsavedInput(_ state: State) -> Bool { false }
  /// Nothing is typed that could be kept.
  public static func draft(_ state: State) -> Draft? { nil }
  /// Nothing is remembered.
  public static func memento(_ state: State, _ context: ScreenContext) -> JSONValue? { nil }
  /// Letters are no text.
  public static func isTyping(_ state: State) -> Bool { false }
  /// Nothing has to be loaded for another size.
  public static func reaction(toSizeOf context: ScreenContext, _ state: State) -> Action? { nil }
  /// The time does not matter.
  public static func wakesAt(_ state: State, isSeen: Bool) -> Timestamp? { nil }
  /// The time does not matter.
  public static func action(at now: Timestamp) -> Action? { nil }
  /// Nothing can be copied.
  public static func copies(
    _ state: State, _ text: Text, _ context: ScreenContext
  ) -> [CopyText] { [] }
  /// Nothing has to be read.
  public static func copyAction(_ state: State) -> Action? { nil }
}

/// Something to be done outside of a screen's values.
public protocol ScreenEffect: Equatable, Sendable {
  /// A new effect with the same key cancels the one under way, and its late reply is dropped; nil
  /// for effects that always run to their end, as writes do.
  var cancellationKey: String? { get }
}

/// What an update asks for.
public enum Outcome<Effect: ScreenEffect>: Equatable, Sendable {
  /// Done by the screen's `perform`.
  case perform(Effect)
  /// Done by the shell.
  case shell(ShellRequest)
}

/// What a screen can ask of the shell around it.
public enum ShellRequest: Equatable, Sendable {
  /// Show another screen; Back returns to this one.
  case open(Destination)
  /// Show another screen in place of this one.
  case replace(Destination)
  /// Return to the screen before.
  case back
  /// Say something, without taking the focus.
  case announce(Message)
  /// Remember a change, so that Ctrl+Z takes it back.
  case remember(ChangeReceipt)
  /// Change the user's settings.
  case change(SettingsChange)
  /// Offer a text to the clipboard, and show it.
  case copy(CopyText)
}

/// A short message.
public struct Message: Hashable, Sendable {
  /// How serious it is.
  public enum Kind: Hashable, Sendable {
    case done, info, warning, failure
  }

  /// How serious it is.
  public var kind: Kind
  /// What it says, in one line.
  public var text: String

  /// A message.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What every screen may know of the world around it.
public struct ScreenContext: Equatable, Sendable {
  /// The language shown.
  public var language: Language
  /// The day that counts as today.
  public var today: LocalDate
  /// Who is working.
  public var user: User
  /// The pipelines of this database.
  public var pipelines: [Pipeline]
  /// Fields of work with their names in both languages.
  public var fieldNames: [Bilingual]
  /// The size of the area that the screen will be drawn into.
  public var size: Size
  /// What the user has chosen for working at the screen.
  public var preferences: Preferences
  /// The program around the screen.
  public var surroundings: Surroundings

  /// A context.
  public init(
    language: Language, today: LocalDate, user: User, pipelines: [Pipeline],
    fieldNames: [Bilingual], size: Size, preferences: Preferences = Preferences(),
    surroundings: Surroundings = Surroundings()
  ) {
    self.language = language
    self.today = today
    self.user = user
    self.pipelines = pipelines
    self.fieldNames = fieldNames
    self.size = size
    self.preferences = preferences
    self.surroundings = surroundings
  }
}

/// What effects work with.
public struct Services: Sendable {
  /// The ports of the database.
  public var stores: Stores
  /// Who is acting, and the clocks.
  public var session: Session
  /// The journals of a judge's scores; nil for users who score nothing, and where none can be
  /// written.
  public var journals: ScoreJournals?

  /// Services; without journals unless given.
  public init(stores: Stores, session: Session, journals: ScoreJournals? = nil) {
    self.stores = stores
    self.session = session
    self.journals = journals
  }
}

/// What a screen draws on: the cells, and what a click on them means.
public struct Frame<Action: Equatable & Sendable> {
  /// The cells.
  public var canvas: Canvas
  /// What a click does, later ones above earlier ones.
  public private(set) var targets: [(area: Rectangle, action: Action)] = []

  /// A frame over a canvas.
  public init(_ canvas: Canvas) { self.canvas = canvas }

  /// Makes an area clickable.
  public mutating func target(_ area: Rectangle, _ action: Action) {
    targets.append((area, action))
  }

  /// What a click there does; nil for nothing.
  public func action(at point: Point) -> Action? {
    targets.last { $0.area.contains(point) }?.action
  }
}
