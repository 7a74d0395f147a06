public import Incubation
public import Storage
public import TerminalCanvas

/// The program around the screens: title, tabs, footer, messages, dialogs, undo.
///
/// The event loop hands events in, asks for a canvas when one is needed, and passes on notices and
/// the time. Nothing here waits: what takes time runs in tasks and wakes the loop by `frameWanted`.
@MainActor
public final class Shell {
  let services: Services
  let profile: DatabaseProfile
  let tabs: [TabDescription]
  let make: ScreenFactory

  /// What screens know of the world around them.
  public internal(set) var context: ScreenContext
  /// The themes that can be chosen; never empty.
  public private(set) var themes: [Theme]
  /// Whether a new canvas is worth drawing.
  public private(set) var needsFrame = true
  /// Whether the program was left.
  public internal(set) var isFinished = false
  /// Called when a canvas becomes worth drawing, so that the event loop wakes up.
  public var frameWanted: (@MainActor () -> Void)?
  /// Called when another theme is to be seen, also while it is only being tried.
  public var themeShown: (@MainActor (Theme) -> Void)?
  /// Called when language, theme or preferences were changed by the user, to be kept for the next
  /// start.
  public var settingsChanged: (@MainActor (Language, Theme, Preferences) -> Void)?
  /// Called whenever something that outlives the program may have changed; called often.
  public var stateTouched: (@MainActor () -> Void)?
  /// Called with the answer about a draft that was offered. False when another terminal has it.
  public var draftAnswered: (@MainActor (KeptDraft, DraftAnswer) -> Bool)?

  /// The tours that can be taken; none unless set.
  public var tours: [Tour] = []
  /// Called when the offer of a tour was answered, so that it is not made again.
  public var tourAnswered: (@MainActor () -> Void)?

  /// Called when the mouse is to be taken by the program, or left to the terminal.
  public var mouseShown: (@MainActor (Bool) -> Void)?
  /// Offers a text to the clipboard of the user's machine; without it none is offered.
  public var copyWanted: (@MainActor (String) -> CopyOutcome)?
  /// Gives the terminal back until the user returns; called when that was asked for.
  public var suspendWanted: (@MainActor () -> Void)?
  /// Why the program cannot be suspended, in words; nil when it can. Without a shell that started
  /// it nobody could bring it back.
  public var suspendProblem: Remark?

  var size: Size
  var themeIndex: Int
  var stacks: [[any AnyScreenHost]]
  var tab = 0
  var tabTrail: [Int] = []
  var layers: [ShellLayer] = []
  var messages = MessageQueue()
  var history = UndoHistory()
  var undoTask: Task<Void, Never>?
  var connection = ChangeNotice.ConnectionState.live
  var targets: [(area: Rectangle, target: ShellTarget)] = []
  var leaving: [any AnyScreenHost] = []
  /// The screens of tabs that an earlier run left and that have not been seen since.
  var kept: [Int: [Destination]] = [:]
  /// The tour under way; nil for none.
  var tour: TourProgress?
  /// The keys that commands had when they were seen last, for the words of the tour.
  var tourKeys: [String: KeyStroke] = [:]
  /// Drafts of earlier runs that have not been answered for.
  var waitingDrafts: [KeptDraft] = []
  /// Whether the user has taken the mouse or let it go for now, whatever the settings say.
  var mouseOverride: Bool?
  var shownMouse = true
  /// Whether the title says that the mouse is free; not when it was so from the beginning.
  var marksFreeMouse = true

  /// A shell that shows its first tab, or `opening` above it. `context.size` is taken from `size`,
  /// which is that of the whole terminal. An unknown name of a theme means the first. `memento` is
  /// where an earlier run left off; what of it is not known is passed over.
  public init(
    profile: DatabaseProfile, context: ScreenContext, services: Services,
    tabs: [TabDescription], themes: [Theme], theme: String? = nil, size: Size,
    opening: Destination? = nil, memento: JSONValue? = nil, make: @escaping ScreenFactory
  ) {
    self.profile = profile
    self.services = services
    self.tabs = tabs
    self.make = make
    self.themes = themes.isEmpty ? [.fallback] : themes
    self.size = size
    self.context = context
    self.context.size = ShellLayout(size).body.size
    themeIndex = self.themes.firstIndex { $0.name == theme } ?? 0
    stacks = Array(repeating: [], count: max(1, tabs.count))
    shownMouse = context.preferences.usesMouse
    noteThemes()
    if let memento { restore(memento) }
    startTab()
    if let opening { open(opening) }
  }

  /// The language shown.
  public var language: Language { context.language }

  /// The theme in use.
  public var theme: Theme { themes[themeIndex] }

  /// Takes new themes in, as when their files changed; the one in use stays, by its name. Nothing
  /// is shown anew when it is as it was.
  public func replaceThemes(_ new: [Theme]) {
    let before = theme
    let layerCount = layers.count
    themes = new.isEmpty ? [.fallback] : new
    themeIndex = themes.firstIndex { $0.name == before.name } ?? 0
    layers.removeAll { if case .themes = $0 { true } else { false } }
    noteThemes()
    guard theme != before || layers.count != layerCount else { return }
    themeShown?(theme)
    wantFrame()
  }

  /// Whether nothing is under way: no effect of any screen, no undo.
  public var isIdle: Bool {
    undoTask == nil && allHosts.allSatisfy(\.isIdle)
  }

  /// Returns when nothing is under way.
  public func untilIdle() async {
    while !isIdle {
      for host in allHosts { await host.untilIdle() }
      await undoTask?.value
    }
  }

  var text: ShellText { ShellText(context.language) }
  var current: (any AnyScreenHost)? { stacks[tab].last }
  var allHosts: [any AnyScreenHost] { stacks.flatMap { $0 } + leaving }

  func wantFrame() {
    guard !needsFrame else { return }
    needsFrame = true
    frameWanted?()
  }

  func didDraw() { needsFrame = false }

  /// Changes what screens know of the world, and tells them.
  func updateContext(_ change: (inout ScreenContext) -> Void) {
    var changed = context
    change(&changed)
    guard changed != context else { return }
    context = changed
    for host in allHosts { host.update(changed) }
    wantFrame()
  }

  /// Says something, without taking the focus.
  public func announce(_ message: Message) {
    messages.add(message, at: services.session.now(), stays: !context.preferences.hasMotion)
    wantFrame()
  }
}

/// A part of the shell that can be clicked.
enum ShellTarget: Equatable {
  case tab(Int)
  case command(String)
  case layer(Int)
  /// As if this key had been pressed.
  case stroke(KeyStroke)
}

/// Something that lies above the screen and is offered events first.
enum ShellLayer {
  case commands(CommandDialog)
  case menu(MenuDialog)
  case themes(ThemeDialog)
  case leaving(ConfirmDialog, Leaving)
  case draft(ConfirmDialog, KeptDraft)
  case tour(ConfirmDialog)
  case notice(ConfirmDialog)
  case copied(CopyDialog)

  /// Whether what lies below stays in full view.
  var isMenu: Bool { if case .menu = self { true } else { false } }

  /// What is left when the answer is yes.
  enum Leaving {
    case program, screen
  }
}
