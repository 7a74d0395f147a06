import DashboardKit
import Incubation
import TerminalCanvas

extension TableScreen {
  static func commands(
    _ state: TableState, _ text: TableText, _ context: ScreenContext
  ) -> [Command<TableAction>] {
    switch state.dialog {
    case .move: return dialog(state, text, text.moves.confirm, .moveVentures)
    case .filter: return dialog(state, text, text.filters.apply, .viewVentures)
    case .sort: return dialog(state, text, text.board.choose, .viewVentures)
    case .moves: return dialog(state, text, text.board.choose, .moveVentures)
    case .columns: return dialog(state, text, text.filters.apply, .viewVentures)
    case .views: return dialog(state, text, text.board.choose, .viewVentures)
    case .bulk: return dialog(state, text, BulkWords(language: text.language).submit, .editVentures)
    case nil: break
    }
    let position = state.list.focused?.position
    let pipeline = context.pipelines.first { $0.code == position?.pipeline }
    return browsing(state, text) + marking(state, text)
      + MoveCommands.all(
        position, pipeline, text.moves, footer: 4, menu: .openMoves,
        advance: { .advance(by: $0) }, move: { .move($0) })
  }

  private static func dialog(
    _ state: TableState, _ text: TableText, _ submit: CommandWords, _ permission: Permission
  ) -> [Command<TableAction>] {
    [
      command(
        "dialog.submit", [KeyStroke(.enter), .control("s")], submit, .record, 1, permission,
        .submit),
      command(
        "dialog.cancel", [KeyStroke(.escape)], text.moves.cancel, .view, 2, .viewVentures,
        .input(.key(KeyStroke(.escape)))),
    ] + FieldCommands.all(in: state.form, text.moves) { .input($0) }
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
        "venture.edit", [.function(2), .control("e")], text.moves.edit, .record, 3,
        .editVentures, .editRecord, off: noRow),
      command(
        "list.search", [KeyStroke(.character("/")), .function(3), .control("f")],
        text.board.search, .view, 5, .viewVentures, .search),
      command(
        "list.filter", [.function(4)], text.filters.open, .view, 6, .viewVentures,
        .openFilter),
      command("list.sort", [.function(7)], text.sort, .view, 7, .viewVentures, .openSort),
      command("list.columns", [.alt("c")], text.columns, .view, 11, .viewVentures, .openColumns),
      command("list.views", [.alt("v")], text.views, .view, 12, .viewVentures, .openViews),
      command(
        "venture.create", [KeyStroke(.insert), .control("n")], text.board.create, .record,
        8, .editVentures, .create),
      command("go.board", [.function(6)], text.showBoard, .go, 9, .viewVentures, .openBoard),
      command(
        "venture.enter-contest", [.alt("y")], text.moves.enterContest, .record, nil,
        .runCompetitions, .enterContest,
        off: state.list.focused == nil ? text.board.nothingToDo : nil),
      command(
        "go.import", [.function(8)], text.board.importing, .go, 10, .importData,
        .openImport),
      command(
        "list.clear-filter", [.alt("x")], text.filters.clear, .view, isOpen ? nil : 13,
        .viewVentures, .clearFilter,
        off: isOpen ? text.say("Chưa lọc gì.", "Nothing is filtered.") : nil),
    ]
  }

  /// Marking, and what is done to everything marked.
  private static func marking(_ state: TableState, _ text: TableText) -> [Command<TableAction>] {
    let noRow = state.list.focused == nil ? text.board.nothingToDo : nil
    let noMarks = state.list.marks.isEmpty ? text.noMarks : nil
    let bulk = BulkWords(language: text.language).open
    return [
      command(
        "list.mark", [KeyStroke(.character(" "))], text.mark, .record, 2, .viewVentures,
        .mark, off: noRow),
      command(
        "list.mark-range", [.alt("r")], text.markRange, .record, nil, .viewVentures, .markRange,
        off: noRow ?? (state.anchor == nil ? text.noAnchor : nil)),
      command(
        "list.mark-up", [KeyStroke(.up, .shift)], text.markUp, .record, nil, .viewVentures,
        .extend(by: -1), off: noRow),
      command(
        "list.mark-down", [KeyStroke(.down, .shift)], text.markDown, .record, nil,
        .viewVentures, .extend(by: 1), off: noRow),
      command(
        "list.mark-all", [.alt("a")], text.markAll, .record, nil, .viewVentures, .markAll,
        off: noRow),
      command(
        "list.clear-marks", [.alt("u")], text.clearMarks, .view, nil, .viewVentures,
        .clearMarks, off: noMarks),
      command(
        "list.change-marked", [.alt("b"), .control("b")], bulk, .record,
        noMarks == nil ? 0 : nil, .editVentures, .openBulk, off: noMarks),
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
