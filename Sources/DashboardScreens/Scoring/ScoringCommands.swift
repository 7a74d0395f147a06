import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension ScoringScreen {
  static func commands(
    _ state: ScoringState, _ text: ScoringText, _ context: ScreenContext
  ) -> [Command<ScoringAction>] {
    if let panel = state.panel { return inside(panel, text) }
    return writing(state, text, context) + going(state, text) + declaring(state, text)
  }

  private static func inside(
    _ panel: ScoringPanel, _ text: ScoringText
  ) -> [Command<ScoringAction>] {
    let done: CommandWords =
      switch panel {
      case .comment: text.keepComment
      case .reopen: text.askNow
      case .conflictReason: text.declareNow
      case .conflict, .seal, .left, .entries: text.choose
      case .details: text.close
      }
    return [
      command("dialog.submit", [KeyStroke(.enter)], done, .record, 1, .submit),
      command("dialog.cancel", [KeyStroke(.escape)], text.cancel, .view, 9, .cancel),
    ]
  }

  private static func writing(
    _ state: ScoringState, _ text: ScoringText, _ context: ScreenContext
  ) -> [Command<ScoringAction>] {
    let shut = whyClosed(state).map(text.closed)
    let isSealed = state.sheet?.isSealed == true
    let noSeal =
      state.page == nil
      ? text.loading : state.page?.snapshot.round.state.takesScores == true ? nil : shut
    return [
      command(
        "score.comment", [.function(2), .alt("c")], text.comment, .record, 4, .comment, off: shut),
      command("score.flag", [.alt("f")], text.flag, .record, 8, .flag, off: shut),
      command("score.clear", [KeyStroke(.delete)], text.clear, .record, nil, .clear, off: shut),
      command(
        "score.undo", [.control("z")], text.undo, .record, 10, .undo,
        off: state.undo.isEmpty ? text.nothingToUndo : nil),
      command(
        "score.redo", [.control("y")], text.redo, .record, nil, .redo,
        off: state.redo.isEmpty ? text.nothingToRedo : nil),
      command("score.seal", [.function(8), .alt("e")], text.seal, .record, 6, .seal, off: noSeal),
      command(
        "score.reopen", [.alt("r")], text.reopen, .record, isSealed ? 7 : nil, .reopen,
        off: isSealed ? noSeal : text.notSealed),
      command(
        "score.send", [.control("s")], text.send, .record, nil, .send,
        off: state.work.waiting == 0 ? text.nothingWaits : nil),
    ]
  }

  private static func going(
    _ state: ScoringState, _ text: ScoringText
  ) -> [Command<ScoringAction>] {
    let missing = state.page == nil ? text.loading : nil
    let called = state.page?.onStage
    let isMine = state.page?.entries.contains { $0.entry == called?.entry } == true
    let away = called.map { isMine ? nil : text.notMine($0) } ?? text.nobodyToFollow
    return [
      command("score.missing", [.alt("n")], text.missing, .go, 1, .missing, off: missing),
      command(
        "score.next", [KeyStroke(.pageDown)], text.next, .go, 2, .turn(1), off: missing),
      command(
        "score.previous", [KeyStroke(.pageUp)], text.previous, .go, nil, .turn(-1), off: missing),
      command(
        "score.follow", [.function(7), .alt("o")], text.follow, .go,
        away == nil && called?.entry != state.entry?.entry ? 0 : nil, .follow, off: away),
      command(
        "score.entries", [.function(3), .control("g")], text.entries, .go, 3, .entries,
        off: missing),
      command(
        "score.details", [.function(4), .alt("d")], text.details, .view, 9, .details,
        off: missing),
    ]
  }

  private static func declaring(
    _ state: ScoringState, _ text: ScoringText
  ) -> [Command<ScoringAction>] {
    let page = state.page
    let judge = page.flatMap { page in page.snapshot.judge(page.judge) }
    let isOver = page.map { $0.snapshot.round.state >= .closed } ?? true
    let off = page == nil ? text.loading : isOver ? text.closed(.over) : nil
    return [
      command(
        "score.conflict", [.function(6), .alt("x")], text.conflict, .record, 5, .conflict,
        off: off),
      command(
        "score.declare", [], text.declareComplete, .record, nil, .declareComplete,
        off: off ?? (judge?.declaredAt == nil ? nil : text.isDeclared)),
    ]
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu,
    _ footer: Int?, _ action: ScoringAction, off: String? = nil
  ) -> Command<ScoringAction> {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: .scoreEntries, disabledReason: off, action: action)
  }
}
