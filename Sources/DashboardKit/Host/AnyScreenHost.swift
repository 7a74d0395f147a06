public import Incubation
public import Storage
public import TerminalCanvas

/// A screen that runs, whatever its types are: all that the shell knows of it.
@MainActor
public protocol AnyScreenHost: AnyObject {
  /// What it was asked to show.
  var destination: Destination { get }
  /// Its name in the language shown.
  var title: String { get }
  /// Everything that can be done now; what the user may not do is disabled with the reason.
  var commands: [CommandInfo] { get }
  /// What can be copied, the part in focus first; empty for nothing.
  var copies: [CopyText] { get }
  /// Lets the screen begin a copy by itself; false when there is nothing to begin.
  func beginCopy() -> Bool
  /// Whether something was typed that leaving would lose.
  var hasUnsavedInput: Bool { get }
  /// What was typed and is not saved; nil for nothing.
  var draft: Draft? { get }
  /// Where the user is on it, for the next start; nil for nothing.
  var memento: JSONValue? { get }
  /// Whether letters are text now, because a field has the focus.
  var isTyping: Bool { get }
  /// Whether no effect is under way, dropped ones included.
  var isIdle: Bool { get }
  /// Starts it: what it has to load is loaded, for a hidden screen when it is seen first. Called
  /// once.
  func begin(owner: any ScreenHostOwner)
  /// Gives it what changed in the world around it; texts are read anew in another language.
  func update(_ context: ScreenContext)
  /// Tells it whether it is seen. A hidden screen answers changes of records when it is seen again.
  func show(_ isShown: Bool)
  /// Offers an event: to a target under the mouse, to the part in focus, then to the commands.
  /// False when it means nothing here.
  func handle(_ event: InputEvent) -> Bool
  /// Does what a command says, or announces why it cannot be done. False when there is no such
  /// command.
  func run(_ command: String) -> Bool
  /// Tells it which records changed.
  func notice(_ topics: Set<ChangeTopic>)
  /// When it wants to be told the time; nil when it need not.
  var wakesAt: Timestamp? { get }
  /// Tells it the time.
  func wake(at now: Timestamp)
  /// Draws it.
  func draw(in area: Rectangle, on canvas: inout Canvas)
  /// Ends it: reading stops, writing goes on to its end and is still announced.
  func close()
  /// Returns when no effect is under way.
  func untilIdle() async
}

/// What a running screen needs around it.
@MainActor
public protocol ScreenHostOwner: AnyObject {
  /// A screen asks for something.
  func host(_ host: any AnyScreenHost, asks request: ShellRequest)
  /// A screen has run one of its commands, by its id. Nothing has to be done about it.
  func host(_ host: any AnyScreenHost, ran command: String)
  /// What a screen shows has changed.
  func hostNeedsFrame(_ host: any AnyScreenHost)
}

extension ScreenHostOwner {
  /// Nothing is done about it.
  public func host(_ host: any AnyScreenHost, ran command: String) {}
}

/// Makes the screen for a destination.
public typealias ScreenFactory =
  @MainActor (Destination, ScreenContext, Services)
  -> any AnyScreenHost
