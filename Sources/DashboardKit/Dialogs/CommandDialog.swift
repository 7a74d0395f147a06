import Incubation
import TerminalCanvas

/// The help and the palette: all commands, searched by typing, run by Enter.
///
/// The help groups them by screen and says what each does; the palette is the short way for those
/// who know the name.
struct CommandDialog: Equatable, Sendable {
  enum Purpose: Sendable {
    case help, palette
  }

  let purpose: Purpose
  private(set) var field = TextField(limit: 100)
  private(set) var focus = 0

  init(_ purpose: Purpose) { self.purpose = purpose }

  func found(_ entries: [CommandEntry]) -> [CommandEntry] {
    let offered = entries.filter { purpose == .help || $0.info.id != GlobalCommands.paletteID }
    return CommandSearch.find(field.text, in: offered)
  }

  mutating func handle(
    _ event: InputEvent, _ entries: [CommandEntry], typing: Typing = .off
  ) -> DialogReply {
    if closes(event) { return .cancelled }
    let count = found(entries).count
    switch event {
    case .key(KeyStroke(.enter)): return choose(focus, entries)
    case .key(KeyStroke(.up)): move(by: -1, count)
    case .key(KeyStroke(.down)): move(by: 1, count)
    case .key(KeyStroke(.pageUp)): move(by: -8, count)
    case .key(KeyStroke(.pageDown)): move(by: 8, count)
    case .mouse(let mouse) where mouse.kind == .wheelUp: move(by: -3, count)
    case .mouse(let mouse) where mouse.kind == .wheelDown: move(by: 3, count)
    default:
      let before = field.text
      if field.handle(event, typing: typing), field.text != before { focus = 0 }
    }
    return .stay
  }

  /// Runs the command in a place of the list; one that cannot be done gets the focus and shows why.
  mutating func choose(_ index: Int, _ entries: [CommandEntry]) -> DialogReply {
    let found = found(entries)
    guard found.indices.contains(index) else { return .stay }
    focus = index
    return found[index].info.isEnabled ? .run(found[index].info.id) : .stay
  }

  /// The key that opened it closes it, too.
  private func closes(_ event: InputEvent) -> Bool {
    switch event {
    case .key(KeyStroke(.escape)): true
    case .key(KeyStroke(.function(1))): purpose == .help
    case .text("?"): purpose == .help && field.text.isEmpty
    case .key(.control("p")): purpose == .palette
    default: false
    }
  }

  private mutating func move(by rows: Int, _ count: Int) {
    focus = max(0, min(focus + rows, count - 1))
  }
}
