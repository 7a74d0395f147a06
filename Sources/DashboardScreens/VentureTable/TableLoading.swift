import DashboardKit
import Incubation
import Storage

/// Loads windows of the list; searches find the ventures in memory first.
enum TableLoading {
  /// The most ventures that a search hands over by identity. A search with more hits is left to
  /// storage, by its words: such a long list is looked at by filters, not by rank.
  static let mostIDs = 1_000

  /// The most hits whose names are read to see whether their accents are those that were typed;
  /// with more, accents are left aside until the next letter makes them fewer.
  static let mostAccented = 300

  static func perform(
    _ query: TableQuery, _ index: SearchIndex?, _ services: Services
  ) async throws -> TableAction {
    let ventures = services.stores.ventures
    var query = query
    var ranked: [Identifier<Venture>]?
    if !query.text.allSatisfy(\.isWhitespace) {
      if let index, isPlain(query) {
        let hits = index.search(query.text, limit: .max, pipeline: query.filter.pipeline)
        if accented(query.text).isEmpty || hits.total > mostAccented {
          return .loaded(try await window(query, hits, ventures), query: query)
        }
      }
      if let index, let found = try await search(query, index, ventures) {
        ranked = found
        query.filter.ids = found
      } else {
        query.filter.text = query.text
      }
    }
    try Task.checkCancellation()
    if let keep = query.keep {
      let place = try await ventures.position(
        of: keep, in: query.filter, sort: query.sort, today: query.today)
      if let place { query.offset = max(0, query.offset + place - query.keepPlace) }
    }
    let page = try await ventures.page(
      query.filter, sort: query.sort, offset: query.offset, limit: query.limit,
      today: query.today)
    return .loaded(order(page, by: ranked, query), query: query)
  }

  /// Whether nothing but the pipeline and the words decides which ventures are shown, by title.
  private static func isPlain(_ query: TableQuery) -> Bool {
    query.filter == VentureFilter(pipeline: query.filter.pipeline)
      && query.sort == VentureSort(.title)
  }

  /// The window of such a search. The index knows how many hits there are and their order, so
  /// storage is asked for the rows of the window only.
  private static func window(
    _ query: TableQuery, _ hits: (ids: [Identifier<Venture>], total: Int),
    _ ventures: any VenturePort
  ) async throws -> VenturePage {
    var offset = query.offset
    if let keep = query.keep, let place = hits.ids.firstIndex(of: keep) {
      offset = max(0, offset + place - query.keepPlace)
    }
    let window = hits.ids.dropFirst(offset).prefix(query.limit)
    guard !window.isEmpty else { return VenturePage(total: hits.total, offset: offset, rows: []) }
    try Task.checkCancellation()
    var filter = VentureFilter()
    filter.ids = Array(window)
    let page = try await ventures.page(
      filter, sort: query.sort, offset: 0, limit: window.count, today: query.today)
    let rows = Dictionary(page.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // A venture that was deleted since the index was made leaves a gap that the reload closes.
    return VenturePage(total: hits.total, offset: offset, rows: window.compactMap { rows[$0] })
  }

  /// The ventures that a search finds, by rank; nil when there are too many of them.
  ///
  /// The index knows no accents. Words that were typed with them are looked for in the names
  /// themselves among the hits, so that "gạo" does not find "gáo". Too many hits are left as they
  /// are: the next letter makes them fewer.
  private static func search(
    _ query: TableQuery, _ index: SearchIndex, _ ventures: any VenturePort
  ) async throws -> [Identifier<Venture>]? {
    let hits = index.search(query.text, limit: mostIDs, pipeline: query.filter.pipeline)
    guard hits.total <= mostIDs else { return nil }
    var found = hits.ids
    if let only = query.filter.ids.map(Set.init) { found = found.filter { only.contains($0) } }
    let words = Self.accented(query.text)
    guard !words.isEmpty, !found.isEmpty else { return found }
    var filter = VentureFilter()
    filter.ids = found
    let page = try await ventures.page(
      filter, sort: VentureSort(.title), offset: 0, limit: found.count, today: query.today)
    let kept = Set(page.rows.filter { Self.holds(words, $0) }.map(\.id))
    return found.filter { kept.contains($0) }
  }

  /// The words of a query that were typed with accents, in small letters.
  static func accented(_ query: String) -> [String] {
    query.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0.unicodeScalars.contains { $0.value > 0x7F } }
  }

  /// Whether the texts of a venture hold every word, accents and all.
  static func holds(_ words: [String], _ row: VentureSummary) -> Bool {
    let texts = [row.title, row.code, row.representative, row.organisation, row.place] + row.tags
    let text = texts.map(\.string).joined(separator: "\n").lowercased()
    return words.allSatisfy { text.contains($0) }
  }

  /// The identities of a part of the list, in its order.
  static func range(
    _ query: TableQuery, _ index: SearchIndex?, _ places: Range<Int>, _ services: Services
  ) async throws -> TableAction? {
    var query = query
    query.keep = nil
    query.offset = 0
    query.limit = places.upperBound
    guard
      case .loaded(let page, query: _) = try await perform(query, index, services)
    else { return nil }
    return .rangeLoaded(
      page.rows.dropFirst(places.lowerBound - page.offset).prefix(places.count).map(\.id))
  }

  /// A list short enough to be loaded whole is shown by rank, as long as it is sorted by title.
  private static func order(
    _ page: VenturePage, by ranked: [Identifier<Venture>]?, _ query: TableQuery
  ) -> VenturePage {
    guard let ranked, query.sort == VentureSort(.title), page.offset == 0,
      page.total == page.rows.count
    else { return page }
    let places = Dictionary(
      ranked.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var result = page
    result.rows.sort { (places[$0.id] ?? .max) < (places[$1.id] ?? .max) }
    return result
  }
}
