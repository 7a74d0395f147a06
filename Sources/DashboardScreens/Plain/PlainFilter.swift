import DashboardKit
import Incubation
import Storage

/// Narrows a list, one condition at a time, and orders it.
enum PlainFilter {
  /// Asks for a condition and its value.
  static func narrow(_ filter: VentureFilter, _ talk: PlainTalk) async throws -> VentureFilter {
    let words = FilterWords(language: talk.language)
    let text = PlainTaskText(language: talk.language)
    let options = FilterKey.allCases.map { key in
      PlainOption(key.rawValue, words.name(.filter(key)), note: present(key, filter, talk))
    }
    let id = try await talk.option(text.condition, options)
    guard let key = FilterKey(rawValue: id) else { return filter }
    if key == .due { return try await due(filter, talk) }
    let facets = try await talk.services.stores.ventures.facets(pipeline: filter.pipeline)
    let values = values(key, facets, talk)
    let chosen = try await talk.option(
      words.name(.filter(key)), [PlainOption("", text.all)] + values, isShown: values.count < 8)
    return setting(key, chosen, in: filter)
  }

  private static func values(
    _ key: FilterKey, _ facets: VentureFacets, _ talk: PlainTalk
  ) -> [PlainOption] {
    func labelled<T: Labelled>(_ type: T.Type) -> [PlainOption] {
      T.allCases.map { PlainOption($0.rawValue, $0.label(talk.language)) }
    }
    func listed(_ values: [VentureFacets.Value]) -> [PlainOption] {
      values.map { PlainOption($0.text.string, $0.text.string, note: String($0.count)) }
    }
    switch key {
    case .status: return labelled(Venture.Status.self)
    case .source: return labelled(DiscoverySource.self)
    case .stage:
      return (talk.pipeline?.stages ?? []).map {
        PlainOption($0.code, $0.title(talk.language).string)
      }
    case .field: return listed(facets.fields)
    case .place: return listed(facets.places)
    case .owner: return listed(facets.owners)
    case .tag: return listed(facets.tags)
    case .stalled:
      return [PlainOption("yes", PlainTaskText(language: talk.language).onlyStalled)]
    case .due: return []
    }
  }

  private static func setting(
    _ key: FilterKey, _ value: String, in filter: VentureFilter
  ) -> VentureFilter {
    var result = filter
    let name = value.isEmpty ? nil : SafeText(escaping: value)
    switch key {
    case .status: result.statuses = Venture.Status(rawValue: value).map { [$0] } ?? []
    case .stage: result.stages = value.isEmpty ? [] : [value]
    case .field: result.field = name
    case .place: result.place = name
    case .owner: result.owner = name
    case .tag: result.tag = name
    case .source: result.source = DiscoverySource(rawValue: value)
    case .stalled: result.onlyStalled = value == "yes"
    case .due: break
    }
    return result
  }

  /// A day until which next steps are due, or those that are late.
  private static func due(_ filter: VentureFilter, _ talk: PlainTalk) async throws -> VentureFilter
  {
    let text = PlainTaskText(language: talk.language)
    func isLate(_ words: String) -> Bool {
      ["qua han", "overdue"].contains(TextFolding.fold(words))
    }
    let question = PlainQuestion(
      FilterWords(language: talk.language).name(.filter(.due)), hint: text.dueHelp,
      canBeEmptied: true)
    await talk.tell(text.dueHelp)
    let value = try await talk.value(question) { isLate($0) ? nil : PlainField.day($0) }
    var result = filter
    guard case .text(let words) = value else { return filter }
    result.dueBy = isLate(words) ? talk.context.today.adding(days: -1) : try? LocalDate.parse(words)
    return result
  }

  /// What the list is narrowed to now by one kind of condition.
  private static func present(
    _ key: FilterKey, _ filter: VentureFilter, _ talk: PlainTalk
  ) -> String {
    let text = PlainTaskText(language: talk.language)
    var only = VentureFilter(pipeline: filter.pipeline)
    switch key {
    case .status: only.statuses = filter.statuses
    case .stage: only.stages = filter.stages
    case .field: only.field = filter.field
    case .place: only.place = filter.place
    case .owner: only.owner = filter.owner
    case .source: only.source = filter.source
    case .due: only.dueBy = filter.dueBy
    case .stalled: only.onlyStalled = filter.onlyStalled
    case .tag: only.tag = filter.tag
    }
    let chips = text.filters.chips(only, talk.pipeline, today: talk.context.today)
    return chips.isEmpty ? text.all : chips.joined(separator: ", ")
  }

  /// Asks by what to order; the same again turns the order round.
  static func order(_ sort: VentureSort, _ talk: PlainTalk) async throws -> VentureSort {
    let text = PlainTaskText(language: talk.language)
    let options = VentureSort.Key.allCases.map { PlainOption($0.rawValue, text.key($0)) }
    let id = try await talk.option(text.table.sortTitle, options)
    guard let key = VentureSort.Key(rawValue: id) else { return sort }
    return VentureSort(key, descending: key == sort.key && !sort.descending)
  }
}

/// The views that a user keeps.
enum PlainViews {
  /// Opens, keeps or takes a view away; the view to show, or nil.
  static func choose(
    _ filter: VentureFilter, _ sort: VentureSort, _ talk: PlainTalk
  ) async throws -> TableView? {
    let text = PlainTaskText(language: talk.language)
    let session = talk.services.session
    let views = try await talk.services.stores.ventures.savedViews(by: session)
    if views.isEmpty { await talk.tell(text.noViews) }
    let named = views.enumerated().map {
      PlainOption("\($0.offset)", $0.element.name.string)
    }
    var options = named
    options.append(PlainOption("keep", text.keepView.title, help: text.keepView.help))
    if !views.isEmpty {
      options.append(PlainOption("delete", text.deleteView.title, help: text.deleteView.help))
    }
    switch try await talk.option(text.table.viewsTitle, options, isShown: true) {
    case "keep": try await keep(filter, sort, talk)
    case "delete":
      let id = try await talk.option(text.deleteView.title, named, isShown: true)
      guard let place = Int(id) else { return nil }
      let name = views[place].name
      talk.remember([
        try await talk.services.stores.ventures.deleteView(named: name, by: session)
      ])
      await talk.tell(text.viewDeleted(name))
    case let id:
      guard let place = Int(id) else { return nil }
      return TableView(definition: views[place].definition, today: talk.context.today)
    }
    return nil
  }

  private static func keep(
    _ filter: VentureFilter, _ sort: VentureSort, _ talk: PlainTalk
  ) async throws {
    let text = PlainTaskText(language: talk.language)
    let label = text.moves.label(.viewName, [])
    let question = PlainQuestion(label.title, hint: label.hint, isRequired: true)
    guard case .text(let typed) = try await talk.value(question, check: PlainField.line) else {
      return
    }
    var state = TableState(filter: filter)
    state.filter.text = ""
    state.search = TextField(filter.text)
    state.sort = sort
    let name = try SafeText.checked(typed, .line)
    let definition = TableView(state).definition(today: talk.context.today)
    talk.remember([
      try await talk.services.stores.ventures.save(
        SavedView(name: name, definition: definition), by: talk.services.session)
    ])
    await talk.tell(text.table.viewKept(name))
  }
}
