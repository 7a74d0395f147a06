import DashboardKit
import Incubation

/// The board of a round: the official result, and beside it what is only advice.
struct RoundBoard: Equatable, Sendable {
  /// One entry. What stands under `advice` never changes its place.
  struct Line: Equatable, Sendable {
    var code: String
    var title: SafeText
    var board: String
    var rank: Int?
    /// The total as the rules round it, with a point; empty without a result.
    var total: String
    var status: TabulationResult.Status
    var tie: TabulationResult.Tie?
    var advances: Bool
    /// Code of the award; nil for none.
    var award: String?
    /// How many sheets count, and how many are expected.
    var sheets: Int
    var expected: Int
    /// The places that it can still reach; nil when that is not known.
    var possible: ClosedRange<Int>?
    var advice: Advice?
  }

  /// What the statistics say of an entry.
  struct Advice: Equatable, Sendable {
    /// The total without the severity of its judges.
    var adjusted: Double?
    /// Its standard error.
    var se: Double?
    /// The place on the board by the adjusted total.
    var rank: Int?
    /// The standard deviation of the totals of its sheets.
    var spread: Double?
    /// The probability of the first place on its board.
    var first: Double?
  }

  /// Something that a person should look at.
  struct Alert: Equatable, Sendable {
    /// What was seen.
    var words: Remark
    /// What it means, and what to do.
    var meaning: Remark
  }

  var lines: [Line] = []
  /// What a person must know to judge the result.
  var notes: [TabulationNote] = []
  var alerts: [Alert] = []
  /// How far the panel's totals can be relied upon, in words; nil before that was computed.
  var reliability: Remark?
  /// Why there is no result; nil when there is one.
  var refusal: TabulationRefusal?
  /// Whether the advisory part was computed.
  var isAdvised = false

  /// The official part. Nothing of it needs statistics.
  init(_ snapshot: RoundSnapshot) {
    let result: TabulationResult
    do { result = try snapshot.result() } catch {
      refusal = error
      return
    }
    let ranges = snapshot.possibleRanks()
    let blocked = snapshot.blocked
    let shadows = Set(snapshot.judges.filter(\.isShadow).map(\.judge))
    var expected: [Identifier<Entry>: Int] = [:]
    for place in snapshot.assigned where !blocked.contains(place) && !shadows.contains(place.judge)
    {
      expected[place.entry, default: 0] += 1
    }
    let entries = Dictionary(snapshot.entries.map { ($0.code, $0) }) { first, _ in first }
    let rounding = result.rules.rounding
    lines = result.rows.map { row in
      Line(
        code: row.id, title: row.title, board: row.board, rank: row.rank,
        total: row.total?.written(places: rounding.places, rounding.mode) ?? "",
        status: row.status,
        tie: row.tie, advances: row.advances ?? false, award: row.award, sheets: row.sheetCount,
        expected: entries[row.id].flatMap { expected[$0.entry] } ?? 0,
        possible: ranges[row.id], advice: nil)
    }
    notes = result.notes
  }

  /// The board as the public sees it: nothing but places and totals.
  init(_ stored: StoredResult, _ snapshot: RoundSnapshot) {
    let entries = Dictionary(snapshot.entries.map { ($0.code, $0) }) { first, _ in first }
    lines = stored.rows.map { row in
      Line(
        code: row.entry, title: entries[row.entry]?.title ?? .empty,
        board: entries[row.entry]?.board ?? "", rank: row.rank,
        total: row.total, status: row.status, tie: nil,
        advances: row.advances, award: row.award.isEmpty ? nil : row.award, sheets: 0,
        expected: 0, possible: nil, advice: nil)
    }
  }

  /// The board with the rows in an order of codes; rows that it does not name stand at the end.
  func ordered(by codes: [String]) -> [Line] {
    let places = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    return lines.enumerated().sorted { left, right in
      let (one, other) = (places[left.element.code] ?? .max, places[right.element.code] ?? .max)
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }
}
