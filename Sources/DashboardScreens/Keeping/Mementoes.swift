import DashboardKit
import Incubation
import Storage

/// Where the user was on each screen, as values that outlive the program. What is searched for is
/// never kept, and what is named and no longer there is passed over.
extension PipelineScreen {
  static func memento(_ state: PipelineState, _ context: ScreenContext) -> JSONValue? {
    var fields: [String: JSONValue] = [
      "view": .string(TableView(state.filter).definition(today: context.today))
    ]
    fields["stage"] = (state.focusedColumn?.count.stage ?? state.stage).map { .string($0) }
    fields["venture"] = (state.focusedCard?.id ?? state.follow).map { .string($0.description) }
    return .object(fields)
  }

  /// Takes over where the user was.
  static func resume(
    _ memento: JSONValue, _ state: inout PipelineState, _ context: ScreenContext
  ) {
    guard
      let view = memento.fields?["view"]?.text.flatMap({
        TableView(definition: $0, today: context.today)
      })
    else { return }
    state.filter = view.filter.known(in: context, isBoard: true)
    state.stage = memento.fields?["stage"]?.text
    state.follow = memento.fields?["venture"]?.text.flatMap { Identifier<Venture>($0) }
  }
}

extension TableScreen {
  static func memento(_ state: TableState, _ context: ScreenContext) -> JSONValue? {
    var view = TableView(state)
    view.text = ""
    var fields: [String: JSONValue] = ["view": .string(view.definition(today: context.today))]
    fields["venture"] = state.list.focusID.map { .string($0.description) }
    fields["ids"] = state.filter.ids.map { .array($0.map { .string($0.description) }) }
    return .object(fields)
  }

  /// Takes over where the user was; returns the row that had the focus.
  static func resume(
    _ memento: JSONValue, _ state: inout TableState, _ context: ScreenContext
  ) -> Identifier<Venture>? {
    guard
      let view = memento.fields?["view"]?.text.flatMap({
        TableView(definition: $0, today: context.today)
      })
    else { return nil }
    state.filter = view.filter.known(in: context, isBoard: false)
    state.filter.ids = memento.fields?["ids"]?.items?.compactMap {
      $0.text.flatMap { Identifier<Venture>($0) }
    }
    state.sort = view.sort
    state.columns = view.columns
    return memento.fields?["venture"]?.text.flatMap { Identifier<Venture>($0) }
  }
}

extension RecordScreen {
  static func memento(_ state: RecordState, _ context: ScreenContext) -> JSONValue? {
    .object(["section": .integer(Int64(state.section.rawValue))])
  }

  static func resume(_ memento: JSONValue, _ state: inout RecordState) {
    guard let section = memento.fields?["section"]?.number.flatMap(RecordSection.init(rawValue:))
    else { return }
    state.section = section
    state.isRestored = true
  }
}

extension OverviewScreen {
  static func memento(_ state: OverviewState, _ context: ScreenContext) -> JSONValue? {
    var fields: [String: JSONValue] = ["pipeline": .string(state.pipeline)]
    fields["focus"] = state.focus.flatMap(written)
    return .object(fields)
  }

  static func resume(
    _ memento: JSONValue, _ state: inout OverviewState, _ context: ScreenContext
  ) {
    let code = memento.fields?["pipeline"]?.text
    guard let code, context.pipelines.contains(where: { $0.code == code }) else { return }
    state.pipeline = code
    state.focus = memento.fields?["focus"]?.items.flatMap(target)
  }

  private static func written(_ target: OverviewTarget) -> JSONValue? {
    switch target {
    case .reached(let stage): .array(["reached", .string(stage)])
    case .stage(let stage): .array(["stage", .string(stage)])
    case .stalled(let stage): .array(["stalled", stage.map { .string($0) } ?? .null])
    case .source(let source): .array(["source", source.map { .string($0.rawValue) } ?? .null])
    case .venture(let id): .array(["venture", .string(id.description)])
    // The quarters of another day are others.
    case .entered: nil
    }
  }

  private static func target(_ parts: [JSONValue]) -> OverviewTarget? {
    guard parts.count == 2, let kind = parts[0].text else { return nil }
    let name = parts[1].text
    switch kind {
    case "reached": return name.map { .reached($0) }
    case "stage": return name.map { .stage($0) }
    case "stalled": return .stalled(name)
    case "source": return .source(name.flatMap(DiscoverySource.init(rawValue:)))
    case "venture": return name.flatMap { Identifier<Venture>($0) }.map { .venture($0) }
    default: return nil
    }
  }
}

extension VentureFilter {
  /// The filter without pipelines and stages that this database does not have. A board always has
  /// a pipeline.
  fileprivate func known(in context: ScreenContext, isBoard: Bool) -> VentureFilter {
    var result = self
    if !context.pipelines.contains(where: { $0.code == pipeline }) {
      result.pipeline = isBoard ? context.pipelines.first?.code : nil
    }
    let pipelines = context.pipelines.filter {
      result.pipeline == nil || $0.code == result.pipeline
    }
    result.stages.formIntersection(pipelines.flatMap(\.stages).map(\.code))
    return result
  }
}

extension TableView {
  /// What a filter says, without the text and in no order.
  init(_ filter: VentureFilter) {
    self.filter = filter
    self.filter.ids = nil
    self.filter.text = ""
    text = ""
    sort = VentureSort(.title)
    columns = ColumnSetting.standard
  }
}
