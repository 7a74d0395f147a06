import DashboardKit
import Incubation
import Storage

/// Loads windows of the list; searches find the ventures in memory first.
enum TableLoading {
  /// The most ventures that a search hands over by identity. A search with more hits is left to
  /// storage, by its words: such a long list is looked at by filters, not by rank.
  static let mostIDs = 1_000

  static func perform(
    _ query: TableQuery, _ known: SearchIndex?, _ services: Services,
    send: @escaping @Sendable (TableAction) -> Void
  ) async throws -> TableAction {
    let ventures = services.stores.ventures
    var query = query
    var ranked: [Identifier<Venture>]?
    if !query.text.allSatisfy(\.isWhitespace) {
      let index: SearchIndex
      if let known {
        index = known
      } else {
        index = SearchIndex(try await ventures.searchKeys())
        send(.indexed(index))
      }
      let hits = index.search(query.text, limit: mostIDs)
      if hits.total <= mostIDs {
        ranked = hits.ids
        query.filter.ids = hits.ids
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
