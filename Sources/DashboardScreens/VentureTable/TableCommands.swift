import DashboardKit
import Incubation
import TerminalCanvas

extension TableScreen {
  static func commands(
    _ state: TableState, _ text: TableText, _ context: ScreenContext
  ) -> [Command<TableAction>] {
    switch state.dialog {
    case .move: return dialog(text, text.moves.confirm, .moveVentures)
    case .filter: return dialog(text, text.filters.apply, .viewVentures)
    case .sort: return dialog(text, text.board.choose, .viewVentures)
    case nil: break
    }
    return browsing(state, text) + moving(state, text, context)
  }

  private static func dialog(
    _ text: TableText, _ submit: CommandWords, _ permission: Permission
  ) -> [Command<TableAction>] {
    [
      command(
        "dialog.submit", [KeyStroke(.enter), .control("s")], submit, .record, 1, permission,
        .submit),
      command(
        "dialog.cancel", [KeyStroke(.escape)], text.moves.cancel, .view, 2, .viewVentures,
        .input(.key(KeyStroke(.escape)))),
    ]
  }

  private static func browsing(
    _ state: TableState, _ text: TableText
  ) -> [Command<TableAction>] {
    let noRow = state.list.focused == nil ? text.board.nothingToDo : nil
    let isOpen = FilterWords.isOpen(state.filter) && state.search.text.isEmpty
    return [
      command(
        "venture.open", [KeyStroke(.enter)], text.board.open, .record, 1, .viewVentures,
        .openRecord, off: noRow),
      command(
        "list.mark", [KeyStroke(.character(" "))], text.mark, .record, 2, .viewVentures,
        .mark, off: noRow),
      command(
        "list.search", [KeyStroke(.character("/")), .function(3), .control("f")],
        text.board.search, .view, 3, .viewVentures, .search),
      command(
        "list.filter", [.function(4)], text.filters.open, .view, 4, .viewVentures,
        .openFilter),
      command("list.sort", [.function(7)], text.sort, .view, 5, .viewVentures, .openSort),
      command(
        "venture.create", [KeyStroke(.insert), .control("n")], text.board.create, .record,
        6, .editVentures, .create),
      command("go.board", [.function(6)], text.showBoard, .go, 7, .viewVentures, .openBoard),
      command(
        "go.import", [.function(8)], text.board.importing, .go, 8, .importData,
        .openImport),
      command(
        "list.clear-filter", [.alt("x")], text.filters.clear, .view, isOpen ? nil : 9,
        .viewVentures, .clearFilter,
        off: isOpen ? text.say("Chưa lọc gì.", "Nothing is filtered.") : nil),
      command(
        "list.clear-marks", [.alt("u")], text.clearMarks, .view, nil, .viewVentures,
        .clearMarks, off: state.list.marks.isEmpty ? text.noMarks : nil),
    ]
  }

  private static func moving(
    _ state: TableState, _ text: TableText, _ context: ScreenContext
  ) -> [Command<TableAction>] {
    let row = state.list.focused
    let none = row == nil ? text.board.nothingToDo : nil
    let active = row?.position.status == .active ? nil : text.board.nothingToDo
    let resting = row == nil || row?.position.status == .active ? text.board.nothingToDo : nil
    return [
      command(
        "venture.advance", [KeyStroke(.right, .alt)], text.moves.advance, .record, nil,
        .moveVentures, .advance(by: 1), off: none ?? active),
      command(
        "venture.back", [KeyStroke(.left, .alt)], text.moves.back, .record, nil,
        .moveVentures, .advance(by: -1), off: none ?? active),
      command(
        "venture.set-aside", [], text.moves.setAside, .record, nil, .moveVentures,
        .move(.setAside), off: none ?? active),
      command(
        "venture.drop", [], text.moves.drop, .record, nil, .moveVentures, .move(.drop),
        off: none ?? active),
      command(
        "venture.resume", [], text.moves.resume, .record, nil, .moveVentures,
        .move(.resume), off: resting),
    ]
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu, _ footer: Int?,
    _ permission: Permission, _ action: TableAction, off: String? = nil
  ) -> Command<TableAction> {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: permission, disabledReason: off, action: action)
  }
}
