import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Copying rows: with tabs between the cells, as spreadsheets take them.
extension TableScreen {
  /// The row in focus, with the columns that are shown.
  static func copies(
    _ state: TableState, _ text: TableText, _ context: ScreenContext
  ) -> [CopyText] {
    guard let row = state.list.focused else { return [] }
    return [copyText([row], state, text, context, title: row.title.string)]
  }

  /// Marked rows may lie outside of what is loaded, so they are read first.
  static func copyAction(_ state: TableState) -> TableAction? {
    state.list.marks.isEmpty ? nil : .copyMarked
  }

  static func copy(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .copyMarked: return [.perform(.rows(Array(state.list.marks), sort: state.sort))]
    case .copied(let rows):
      let text = text(in: context.language)
      let copied = copyText(rows, state, text, context, title: text.marked(rows.count))
      return [.shell(.copy(copied))]
    default: return []
    }
  }

  /// Reads the rows of these ventures, all of them.
  static func rows(
    _ ids: [Identifier<Venture>], _ sort: VentureSort, _ services: Services
  ) async throws -> TableAction {
    var filter = VentureFilter()
    filter.ids = ids
    let page = try await services.stores.ventures.page(
      filter, sort: sort, offset: 0, limit: ids.count, today: services.session.today())
    return .copied(page.rows)
  }

  private static func copyText(
    _ rows: [VentureSummary], _ state: TableState, _ text: TableText, _ context: ScreenContext,
    title: String
  ) -> CopyText {
    let columns = state.columns.filter(\.isShown).map(\.id)
    let heading = columns.map { TableText.name($0)(text.language).string }
    return CopyText(
      title, table: [heading] + rows.map { row in columns.map { value(row, $0, text, context) } })
  }

  private static func value(
    _ row: VentureSummary, _ column: VentureColumn, _ text: TableText, _ context: ScreenContext
  ) -> String {
    switch column {
    case .code: return row.code.string
    case .title: return row.title.string
    case .stage:
      let pipeline = context.pipelines.first { $0.code == row.position.pipeline }
      let stage = text.moves.stage(row.position.stage, pipeline)
      let status = row.position.status
      return status == .active ? stage : stage + " (" + status.label(text.language) + ")"
    case .days: return String(max(0, context.today.days(since: row.position.enteredOn)))
    case .representative: return row.representative.string
    case .place: return row.place.string
    case .field:
      let known = context.fieldNames.first { $0.vietnamese == row.field }
      return known?(text.language).string ?? row.field.string
    case .next: return row.nextStep.string
    case .due: return row.nextStepDue?.formatted ?? ""
    case .owner: return row.leadOwner.string
    }
  }
}
