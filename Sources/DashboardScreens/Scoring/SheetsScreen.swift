import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The rounds in which the user judges, with how far the own sheets are; and the scores that an
/// earlier run left on this machine.
enum SheetsScreen: Screen {
  typealias State = SheetsState
  typealias Action = SheetsAction
  typealias Effect = SheetsEffect
  typealias Text = SheetsText

  static let id = ScreenID.sheets

  static func text(in language: Language) -> SheetsText { SheetsText(language: language) }

  static func title(_ text: SheetsText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (SheetsState, [Outcome<SheetsEffect>])
  {
    (SheetsState(), [.perform(.load)])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> SheetsAction? {
    topics.isDisjoint(with: [.competitions, .scores]) ? nil : .reload
  }

  static func commands(
    _ state: SheetsState, _ text: SheetsText, _ context: ScreenContext
  ) -> [Command<SheetsAction>] {
    let nothing = state.isLoading ? text.loading : state.focused == nil ? text.empty : nil
    return [
      Command(
        "sheets.open", keys: [KeyStroke(.enter)], title: text.open.title, help: text.open.help,
        menu: .go, footer: 1, permission: .scoreEntries, disabledReason: nothing, action: .open),
      Command(
        "sheets.send", keys: [.control("s")], title: text.send.title, help: text.send.help,
        menu: .record, footer: 2, permission: .scoreEntries,
        disabledReason: state.left == 0 ? text.nothingLeft : state.isSending ? text.sending : nil,
        action: .send),
    ]
  }

  static func action(
    for event: InputEvent, _ state: SheetsState, _ context: ScreenContext
  ) -> SheetsAction? {
    if case .text(let typed) = event {
      guard let letter = LetterJump.letter(typed), letter.isLetter else { return nil }
      return .letter(letter)
    }
    guard case .key(let stroke) = event, stroke.modifiers.isEmpty else { return nil }
    switch stroke.key {
    case .up: return .move(-1)
    case .down: return .move(1)
    case .pageUp, .home: return .move(-state.rows.count)
    case .pageDown, .end: return .move(state.rows.count)
    default: return nil
    }
  }

  static func update(
    _ state: inout SheetsState, _ action: SheetsAction, _ context: ScreenContext
  ) -> [Outcome<SheetsEffect>] {
    switch action {
    case .loaded(let rows, let left):
      let shown = state.focused?.round.id
      state.rows = rows
      state.left = left
      state.isLoading = false
      state.problem = nil
      state.focus = rows.firstIndex { $0.round.id == shown } ?? 0
    case .failed(let error):
      state.isLoading = false
      state.isSending = false
      state.problem = error
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [.shell(.announce(Message(.failure, words)))]
    case .reload: return [.perform(.load)]
    case .move(let by):
      state.focus = min(max(0, state.focus + by), max(0, state.rows.count - 1))
    case .letter(let letter):
      let titles = state.rows.map(SheetsText(language: context.language).name)
      state.focus = LetterJump.next(letter, after: state.focus, in: titles) ?? state.focus
    case .row(let place):
      if place == state.focus { return open(state) }
      state.focus = place
    case .open: return open(state)
    case .send:
      state.isSending = true
      return [.perform(.merge)]
    case .merged(let merge): return merged(merge, &state, context)
    }
    return []
  }

  private static func open(_ state: SheetsState) -> [Outcome<SheetsEffect>] {
    guard let row = state.focused else { return [] }
    return [.shell(.open(Destination(.scoring, round: row.round.id)))]
  }

  private static func merged(
    _ merge: ScoreJournals.Merge, _ state: inout SheetsState, _ context: ScreenContext
  ) -> [Outcome<SheetsEffect>] {
    state.isSending = false
    state.left = merge.waiting
    let text = SheetsText(language: context.language)
    var outcomes: [Outcome<SheetsEffect>] = [
      .shell(
        .announce(
          Message(merge.waiting > 0 ? .warning : .done, text.merged(merge.saved, merge.waiting))))
    ]
    for refused in merge.refused.prefix(3) {
      outcomes.append(
        .shell(
          .announce(Message(.failure, text.notTaken(refused.refusal.words(context.language))))))
    }
    return outcomes + [.perform(.load)]
  }

  static func copies(
    _ state: SheetsState, _ text: SheetsText, _ context: ScreenContext
  ) -> [CopyText] {
    let lines = state.rows.map { text.line($0, today: context.today) }
    guard let focused = state.focused else { return [] }
    return [
      CopyText(text.title, lines: [text.line(focused, today: context.today)]),
      CopyText(text.title, lines: lines),
    ]
  }

  static func draw(
    _ state: SheetsState, in area: Rectangle, on frame: inout Frame<SheetsAction>,
    _ text: SheetsText, _ context: ScreenContext
  ) {
    SheetsDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: SheetsEffect, _ services: Services,
    send: @escaping @Sendable (SheetsAction) -> Void
  ) async -> SheetsAction? {
    do {
      switch effect {
      case .load:
        let rows = try await SheetsRow.all(services.stores, by: services.session)
        return .loaded(rows, left: await services.journals?.leftBehind().count ?? 0)
      case .merge:
        guard let journals = services.journals else { return .merged(ScoreJournals.Merge()) }
        return .merged(await journals.merge(by: services.session))
      }
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }
}
