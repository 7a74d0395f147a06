import DashboardKit
import Incubation
import Storage

/// A list of ventures, read a page at a time, and what can be done with it.
final class PlainListTask<Files: FileSource> {
  var filter: VentureFilter
  var sort: VentureSort
  /// How many of the list have been read so far.
  private(set) var shown = 0
  private(set) var total = 0
  /// What has been read: the place in the list, from 1, and the venture that had it.
  private var seen: [Int: Identifier<Venture>] = [:]
  private var pageStart = 0

  /// How many ventures are read at once.
  private static var pageSize: Int { 20 }

  init(filter: VentureFilter, sort: VentureSort = VentureSort(.title)) {
    self.filter = filter
    self.sort = sort
  }

  /// Asks for words and shows what they find.
  static func find(_ talk: PlainTalk) async throws {
    let text = PlainWorkText(language: talk.language)
    let question = PlainQuestion(text.findPrompt, hint: text.findHelp)
    guard case .text(let words) = try await talk.value(question, check: { _ in nil }) else {
      return
    }
    var filter = VentureFilter(pipeline: talk.pipelineCode)
    filter.text = words
    try await PlainListTask(filter: filter).run(talk)
  }

  private func text(_ talk: PlainTalk) -> PlainTaskText { PlainTaskText(language: talk.language) }

  private func pipeline(of row: VentureSummary, _ talk: PlainTalk) -> Pipeline? {
    talk.context.pipelines.first { $0.code == row.position.pipeline }
  }

  func run(_ talk: PlainTalk) async throws {
    try await start(talk)
    while true {
      let text = text(talk)
      let prompt = shown < total ? text.goesOn + ". " + text.listPrompt : text.listPrompt
      let choice = try await talk.choose(
        prompt, options(talk), taking: [.nothing, .numbers, .text])
      try await talk.step { try await self.take(choice, talk) }
    }
  }

  private func take(_ choice: PlainChoice, _ talk: PlainTalk) async throws {
    switch choice {
    case .nothing:
      if shown < total { try await readPage(talk) } else { await talk.tell(text(talk).atEnd) }
    case .number(let number): try await open(number, talk)
    case .text(let words): try await search(words, talk)
    case .option(let id): try await perform(id, talk)
    }
  }

  // MARK: Reading

  /// Says what the list is, and reads its first page.
  func start(_ talk: PlainTalk) async throws {
    shown = 0
    seen = [:]
    try await readPage(talk)
  }

  private func heading(_ talk: PlainTalk) -> String {
    let text = text(talk)
    let pipeline = talk.context.pipelines.first { $0.code == filter.pipeline }
    let name = pipeline?.title(talk.language).string ?? text.table.everything
    var parts = text.filters.chips(filter, pipeline, today: talk.context.today).map(text.spoken)
    if !filter.text.isEmpty { parts.append(text.searched(filter.text)) }
    return ([text.table.rows(total), name] + parts + [text.order(sort)]).joined(separator: ", ")
      + "."
  }

  private func readPage(_ talk: PlainTalk) async throws {
    let page = try await talk.services.stores.ventures.page(
      filter, sort: sort, offset: shown, limit: Self.pageSize, today: talk.context.today)
    total = page.total
    let text = text(talk)
    if shown == 0 { await talk.tell(heading(talk)) }
    if total == 0 { return await talk.tell(text.emptyList) }
    pageStart = shown
    for (index, row) in page.rows.enumerated() {
      let number = page.offset + index + 1
      seen[number] = row.id
      let words = text.row(row, pipeline(of: row, talk), today: talk.context.today)
      await talk.tell("\(number). \(words)")
    }
    shown = page.offset + page.rows.count
    if shown < total || pageStart > 0 {
      await talk.tell(text.place(pageStart + 1, shown, of: total) + ".")
    }
  }

  private func open(_ number: Int, _ talk: PlainTalk) async throws {
    var id = seen[number]
    if id == nil, (1...max(1, total)).contains(number) {
      id = try await talk.services.stores.ventures.page(
        filter, sort: sort, offset: number - 1, limit: 1, today: talk.context.today
      ).rows.first?.id
    }
    guard let id else {
      return await talk.tell(
        FieldRefusal.number(least: 1, most: max(1, total)).words(talk.language))
    }
    try await PlainVentureTask.open(id, talk)
  }

  /// Narrows the list by words; one that finds nothing leaves it as it was.
  private func search(_ words: String, _ talk: PlainTalk) async throws {
    var wanted = words
    for prefix in ["/", "tìm ", "tim ", "find "] where wanted.lowercased().hasPrefix(prefix) {
      wanted = String(wanted.dropFirst(prefix.count))
      break
    }
    var narrowed = filter
    narrowed.text = wanted
    let page = try await talk.services.stores.ventures.page(
      narrowed, sort: sort, offset: 0, limit: 1, today: talk.context.today)
    guard page.total > 0 else { return await talk.tell(text(talk).nothingFound(wanted)) }
    filter = narrowed
    try await start(talk)
  }

  /// The ventures at places of the list, from 1; all of it when no places are given.
  func ids(_ places: [Int]?, _ talk: PlainTalk) async throws -> [Identifier<Venture>] {
    if let places, places.allSatisfy({ seen[$0] != nil }) { return places.compactMap { seen[$0] } }
    let rows = try await talk.services.stores.ventures.page(
      filter, sort: sort, offset: 0, limit: places?.max() ?? total, today: talk.context.today
    ).rows
    guard let places else { return rows.map(\.id) }
    return places.compactMap { rows.indices.contains($0 - 1) ? rows[$0 - 1].id : nil }
  }
}

/// The commands of the list.
extension PlainListTask {
  private func options(_ talk: PlainTalk) -> [PlainOption] {
    let text = PlainTaskText(language: talk.language)
    func option(_ id: String, _ words: CommandWords, _ aliases: [String] = []) -> PlainOption {
      PlainOption(id, words.title, help: words.help, aliases: aliases)
    }
    return [
      option("first", text.first, ["đầu", "first"]), option("again", text.again, ["again"]),
      option("filter", text.filters.open, ["filter"]),
      option("clear", text.filters.clear, ["clear"]), option("sort", text.table.sort, ["sort"]),
      option("find", text.board.search, ["find"]), option("views", text.table.views, ["views"]),
      option("bulk", text.bulk.open, ["bulk"]), option("create", text.board.create, ["new"]),
      option("export", text.export, ["export"]), option("undo", text.undo, ["undo"]),
      option("redo", text.redo, ["redo"]),
    ]
  }

  private func perform(_ id: String, _ talk: PlainTalk) async throws {
    switch id {
    case "first": try await start(talk)
    case "again":
      shown = pageStart
      try await readPage(talk)
    case "filter":
      filter = try await PlainFilter.narrow(filter, talk)
      try await start(talk)
    case "clear":
      filter = VentureFilter(pipeline: filter.pipeline)
      try await start(talk)
    case "sort":
      sort = try await PlainFilter.order(sort, talk)
      try await start(talk)
    case "find":
      let work = PlainWorkText(language: talk.language)
      let question = PlainQuestion(work.findPrompt, hint: work.findHelp)
      if case .text(let words) = try await talk.value(question, check: { _ in nil }) {
        try await search(words, talk)
      }
    case "views":
      if let view = try await PlainViews.choose(filter, sort, talk) {
        filter = view.filter
        filter.text = view.text
        sort = view.sort
        try await start(talk)
      }
    case "bulk":
      guard total > 0 else {
        return await talk.tell(PlainTaskText(language: talk.language).emptyList)
      }
      try await PlainBulk.run(self, talk)
    case "create":
      if await talk.may(.editVentures) { try await PlainCreateTask.run(talk) }
    case "export":
      if await talk.may(.exportData) { try await PlainExport<Files>.run(filter, talk) }
    case "undo": await talk.undo()
    case "redo": await talk.redo()
    default: break
    }
  }
}
