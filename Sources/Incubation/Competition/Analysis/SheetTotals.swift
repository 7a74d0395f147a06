/// The untrimmed totals of score sheets, entries by judges: what the statistics of a round work
/// on. Shadow judges and incomplete sheets stay outside.
public struct SheetTotals: Hashable, Sendable {
  /// Why totals cannot be analysed.
  public enum Refusal: Error, Hashable, Sendable {
    /// An entry stands twice: its id.
    case entryTwice(String)
    /// A judge stands twice: the id.
    case judgeTwice(String)
    /// The number of totals is not entries times judges.
    case shape(expected: Int, found: Int)
    /// A total is infinite or not a number.
    case notFinite(entry: String, judge: String)

    /// The sentence for people.
    public func words(_ language: Language) -> String {
      switch (self, language) {
      case (.entryTwice(let id), .vietnamese): "Bài dự thi \(id) có hai lần."
      case (.entryTwice(let id), .english): "Entry \(id) stands twice."
      case (.judgeTwice(let id), .vietnamese): "Giám khảo \(id) có hai lần."
      case (.judgeTwice(let id), .english): "Judge \(id) stands twice."
      case (.shape(let expected, let found), .vietnamese):
        "Cần \(expected) tổng điểm, có \(found)."
      case (.shape(let expected, let found), .english):
        "\(expected) totals are needed, there are \(found)."
      case (.notFinite(let entry, let judge), .vietnamese):
        "Tổng điểm của giám khảo \(judge) cho bài \(entry) không phải là số."
      case (.notFinite(let entry, let judge), .english):
        "The total of judge \(judge) for entry \(entry) is not a number."
      }
    }
  }

  /// Entry ids, in the order of the results.
  public let entries: [String]
  /// Judge ids.
  public let judges: [String]
  /// The totals entry by entry, judges inside; nil where there is no complete sheet.
  public let totals: [Double?]

  /// Totals of entries by judges.
  ///
  /// - Throws: `Refusal` for ids that stand twice, a wrong count, and what is not a number.
  public init(entries: [String], judges: [String], totals: [Double?]) throws(Refusal) {
    if let id = Self.repeated(entries) { throw .entryTwice(id) }
    if let id = Self.repeated(judges) { throw .judgeTwice(id) }
    guard totals.count == entries.count * judges.count else {
      throw .shape(expected: entries.count * judges.count, found: totals.count)
    }
    if let place = totals.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
      throw .notFinite(
        entry: entries[place / judges.count], judge: judges[place % judges.count])
    }
    self.entries = entries
    self.judges = judges
    self.totals = totals
  }

  /// One total by its place; nil where there is no complete sheet.
  public subscript(entry: Int, judge: Int) -> Double? { totals[entry * judges.count + judge] }

  private static func repeated(_ ids: [String]) -> String? {
    var seen: Set<String> = []
    return ids.first { !seen.insert($0).inserted }
  }
}
