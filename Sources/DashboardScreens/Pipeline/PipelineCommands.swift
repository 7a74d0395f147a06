import DashboardKit
import Incubation
import TerminalCanvas

extension PipelineScreen {
  typealias BoardCommand = Command<PipelineAction>

  static func commands(
    _ state: PipelineState, _ text: PipelineText, _ context: ScreenContext
  ) -> [Command<PipelineAction>] {
    switch state.dialog {
    case .move: return dialog(state, text, submit: text.moves.confirm, permission: .moveVentures)
    case .filter: return dialog(state, text, submit: text.filters.apply, permission: .viewVentures)
    case .pipelines: return dialog(state, text, submit: text.choose, permission: .viewVentures)
    case .moves: return dialog(state, text, submit: text.choose, permission: .moveVentures)
    case nil: break
    }
    if state.lift != nil { return lifted(text) }
    if state.isSearching { return searching(text) }
    let pipeline = context.pipelines.first { $0.code == state.pipeline }
    return looking(state, text)
      + MoveCommands.all(
        state.focusedCard?.position, pipeline, text.moves, footer: 5, menu: .openMoves,
        advance: { .advance(by: $0) }, move: { .move($0) })
  }

  private static func dialog(
    _ state: PipelineState, _ text: PipelineText, submit: CommandWords, permission: Permission
  ) -> [BoardCommand] {
    [
      command(
        "dialog.submit", [KeyStroke(.enter), .control("s")], submit, .record, 1, permission,
        .submit),
      command(
        "dialog.cancel", [KeyStroke(.escape)], text.moves.cancel, .view, 2, .viewVentures,
        .input(.key(KeyStroke(.escape)))),
    ] + FieldCommands.all(in: state.form, text.moves) { .input($0) }
  }

  private static func lifted(_ text: PipelineText) -> [BoardCommand] {
    [
      command(
        "venture.drop-here", [KeyStroke(.enter), KeyStroke(.character(" "))], text.drop,
        .record, 1, .moveVentures, .drop),
      command("board.left", [KeyStroke(.left)], text.left, .view, 2, .viewVentures, .target(-1)),
      command("board.right", [KeyStroke(.right)], text.right, .view, 3, .viewVentures, .target(1)),
      command(
        "dialog.cancel", [KeyStroke(.escape)], text.moves.cancel, .view, 4, .viewVentures,
        .cancel),
    ]
  }

  private static func searching(_ text: PipelineText) -> [BoardCommand] {
    [
      command(
        "search.done", [KeyStroke(.enter)], text.done, .view, 1, .viewVentures,
        .searchInput(.key(KeyStroke(.enter)))),
      command(
        "search.clear", [KeyStroke(.escape)], text.filters.clear, .view, 2, .viewVentures,
        .clearFilter),
    ]
  }

  private static func looking(_ state: PipelineState, _ text: PipelineText) -> [BoardCommand] {
    let hasCard = state.focusedCard != nil
    var list = [
      command(
        "venture.open", [KeyStroke(.enter)], text.open, .record, 1, .viewVentures,
        .openRecord, isOff: !hasCard, text),
      command(
        "venture.lift", [KeyStroke(.character(" "))], text.lift, .record, 2, .moveVentures,
        .lift, isOff: !hasCard, text),
      command(
        "venture.edit", [.function(2), .control("e")], text.moves.edit, .record, 3,
        .editVentures, .editRecord, isOff: !hasCard, text),
      command(
        "list.search", [KeyStroke(.character("/")), .function(3), .control("f")],
        text.search, .view, 4, .viewVentures, .search),
      command(
        "list.filter", [.function(4)], text.filters.open, .view, 6, .viewVentures,
        .openFilter),
      command(
        "venture.create", [KeyStroke(.insert), .control("n")], text.create, .record, 7,
        .editVentures, .create),
      command("go.table", [.function(6)], text.showTable, .go, 8, .viewVentures, .openTable),
      command(
        "board.pipeline", [.function(7)], text.pipelines, .view, 9, .viewVentures,
        .choosePipeline),
      command("go.import", [.function(8)], text.importing, .go, 10, .importData, .openImport),
    ]
    let isOpen = FilterWords.isOpen(state.filter)
    var clear = command(
      "list.clear-filter", [.alt("x")], text.filters.clear, .view,
      isOpen ? nil : 11, .viewVentures, .clearFilter)
    if isOpen { clear.disabledReason = text.say("Chưa lọc gì.", "Nothing is filtered.") }
    list.append(clear)
    if !state.find.isEmpty {
      list.append(
        command(
          "find.cancel", [KeyStroke(.escape)], text.moves.cancel, .view, 0, .viewVentures,
          .cancel))
    }
    return list
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu, _ footer: Int?,
    _ permission: Permission, _ action: PipelineAction, isOff: Bool = false,
    _ text: PipelineText? = nil
  ) -> BoardCommand {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: permission, disabledReason: isOff ? text?.nothingToDo : nil, action: action)
  }
}

extension PipelineText {
  /// Why a command on a card cannot be done now.
  var nothingToDo: String {
    moves.nobody
  }
}
