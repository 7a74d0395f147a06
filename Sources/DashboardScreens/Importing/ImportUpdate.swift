import DashboardKit
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// How the import screen changes.
enum ImportUpdate {
  typealias Outcomes = [Outcome<ImportEffect>]

  static func update(
    _ state: inout ImportState, _ action: ImportAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .progress(let rows):
      if case .reading = state.step { state.step = .reading(rows: rows) }
    case .mapped(let mapping, let failure):
      state.mapping = mapping
      guard let failure else { return [] }
      state.step = .asking
      state.failure = .mapping(failure)
      openColumns(&state)
    case .planned(let planned):
      state.step = .preview(planned)
      state.failure = nil
      show(.all, &state, context)
    case .published(let receipt, let summary):
      guard let planned = state.planned else { return [] }
      state.step = .done(planned, summary, rejected: nil)
      let words = ImportText(language: context.language).published(summary)
      return [.shell(.remember(receipt)), .shell(.announce(Message(.done, words)))]
    case .rejectedWritten(let path):
      guard case .done(let planned, let summary, _) = state.step else { return [] }
      state.step = .done(planned, summary, rejected: path)
    case .failed(let failure):
      state.failure = failure
      if case .publishing(let planned) = state.step { state.step = .preview(planned) }
      if case .reading = state.step { state.step = .asking }
      return [.shell(.announce(Message(.failure, failure.words(context.language))))]
    case .typed(let event):
      _ = state.path.handle(event)
      return state.path.announcements(context.language)
    case .letter(let letter):
      guard let place = row(letter, state) else { return [] }
      state.rows.moveFocus(to: place, height: ImportState.height(context.size))
    case .read: return read(&state, context)
    case .stroke(let stroke):
      _ = state.rows.handle(stroke, height: ImportState.height(context.size))
    case .row(let place):
      state.rows.moveFocus(to: place, height: ImportState.height(context.size))
    case .show(let shown): show(shown, &state, context)
    case .showNext: showNext(&state, context)
    case .toggleMatch: state.onMatch = state.onMatch == .skip ? .update : .skip
    case .openColumns: openColumns(&state)
    case .columnInput(let event): return columnInput(event, &state, context)
    case .columnPicked(let id): return pick(id, &state, context)
    case .publish:
      guard case .preview(let planned) = state.step else { return [] }
      state.step = .publishing(planned)
      return [.perform(.publish(planned, state.onMatch))]
    case .saveRejected:
      guard let planned = state.planned else { return [] }
      let path = RejectedFile.path(for: state.path.text)
      return [.perform(.writeRejected(planned, path: path, context.language))]
    case .back: return back(&state)
    }
    return []
  }

  private static func read(_ state: inout ImportState, _ context: ScreenContext) -> Outcomes {
    let path = state.path.text
    guard !path.allSatisfy(\.isWhitespace) else { return [] }
    state.step = .reading(rows: 0)
    state.failure = nil
    return [
      .perform(
        .plan(
          path: path, state.mapping, state.onMatch, context.pipelines, today: context.today))
    ]
  }

  /// One step back: from the preview to the path, from the path to where one came from.
  private static func back(_ state: inout ImportState) -> Outcomes {
    switch state.step {
    case .asking, .done: return [.shell(.back)]
    case .reading, .preview:
      state.step = .asking
      state.mapping = nil
      state.hasChosenColumns = false
    case .publishing: break
    }
    return []
  }

  // MARK: Preview

  private static func show(
    _ shown: ImportState.Shown, _ state: inout ImportState, _ context: ScreenContext
  ) {
    guard let plan = state.planned?.plan else { return }
    state.shown = shown
    let rows = (0..<plan.rowCount).filter { row in
      switch (shown, plan.outcome(at: row)) {
      case (.all, _), (.new, .new), (.matched, .matched), (.refused, .refused): true
      default: false
      }
    }
    state.rows.restart()
    state.rows.load(
      total: rows.count, offset: 0, rows: rows.map { PreviewRow(id: $0) },
      height: ImportState.height(context.size))
  }

  /// The place of the next row whose venture begins with a letter, round to the first; nil when
  /// none does.
  static func row(_ letter: Character, _ state: ImportState) -> Int? {
    guard let plan = state.planned?.plan, state.rows.total > 0 else { return nil }
    let count = state.rows.total
    return (1...count).lazy.map { (state.rows.focus + $0) % count }.first { place in
      guard let row = state.rows.row(at: place) else { return false }
      switch plan.outcome(at: row.id) {
      case .new(let venture): return begins(venture.content.title, with: letter)
      case .matched(let matched): return begins(matched.title, with: letter)
      case .refused: return false
      }
    }
  }

  private static func begins(_ title: SafeText, with letter: Character) -> Bool {
    LetterJump.letter(String(title.string.prefix(1))) == letter
  }

  private static func showNext(_ state: inout ImportState, _ context: ScreenContext) {
    let all = ImportState.Shown.allCases
    let place = all.firstIndex(of: state.shown) ?? 0
    show(all[(place + 1) % all.count], &state, context)
  }

  // MARK: Columns

  private static func openColumns(_ state: inout ImportState) {
    guard let mapping = state.mapping else { return }
    state.column = nil
    state.columns = ChoiceList(
      mapping.headings.indices.map { index in
        let name = mapping.name(of: index)
        let column = mapping.columns[index]
        let target = Bilingual(
          vietnamese: column?.heading(.vietnamese) ?? ImportText.leftOut.vietnamese,
          english: column?.heading(.english) ?? ImportText.leftOut.english)
        return Choice(
          String(index),
          Bilingual(
            vietnamese: SafeText(escaping: "\(name) → \(target.vietnamese)"),
            english: SafeText(escaping: "\(name) → \(target.english)")))
      })
  }

  private static func columnInput(
    _ event: InputEvent, _ state: inout ImportState, _ context: ScreenContext
  ) -> Outcomes {
    guard var list = state.columns else { return [] }
    switch list.handle(event, typing: context.preferences.typing) {
    case .chosen(let id): return pick(id, &state, context)
    case .cancelled:
      if state.column != nil {
        openColumns(&state)
      } else {
        state.columns = nil
        return replan(&state, context)
      }
    case .handled, .ignored: state.columns = list
    }
    return []
  }

  /// A heading was chosen, or the field for it.
  private static func pick(
    _ id: String, _ state: inout ImportState, _ context: ScreenContext
  ) -> Outcomes {
    if let column = state.column {
      state.mapping?.set(ImportColumn(key: id), at: column)
      state.hasChosenColumns = true
      openColumns(&state)
      return []
    }
    guard let index = Int(id), let mapping = state.mapping else { return [] }
    state.column = index
    let fields = ImportColumn.allCases.map { column in
      Choice(
        column.key,
        Bilingual(vietnamese: column.heading(.vietnamese), english: column.heading(.english)))
    }
    state.columns = ChoiceList(
      [Choice("", ImportText.leftOut)] + fields, selected: mapping.columns[index]?.key ?? "")
    return []
  }

  /// Plans anew when the columns are not those of the plan that is shown.
  private static func replan(_ state: inout ImportState, _ context: ScreenContext) -> Outcomes {
    guard state.mapping != state.planned?.plan.mapping else { return [] }
    return read(&state, context)
  }
}
