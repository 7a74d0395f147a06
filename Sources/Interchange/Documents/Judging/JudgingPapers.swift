public import Incubation

/// The papers of a judged round, made of its exact result and of the facts of the session. The same
/// values give the same papers.
public struct JudgingPapers: Sendable {
  let facts: MinutesFacts
  let round: Tabulation
  let result: TabulationResult

  /// The papers of a round.
  ///
  /// - Throws: `MinutesProblems` when the facts do not fit together or with the round.
  public init(
    facts: MinutesFacts, round: Tabulation, result: TabulationResult
  ) throws(MinutesProblems) {
    let problems = facts.problems(with: round, result)
    guard problems.isEmpty else { throw MinutesProblems(problems: problems) }
    self.facts = facts
    self.round = round
    self.result = result
  }

  /// A paper that can be made of a round.
  public enum Kind: String, CaseIterable, Sendable {
    /// Biên bản, with the score table as its appendix.
    case minutes
    /// Bảng tổng hợp điểm.
    case scores
    /// Phiếu nhận xét for each entrant; judges are not named.
    case feedback
    /// Danh sách giải, the appendix of the decision on awards.
    case awards
    /// Giấy chứng nhận for each award.
    case certificates
  }

  /// A paper.
  public func paper(_ kind: Kind) -> OfficialDocument {
    switch kind {
    case .minutes: minutes
    case .scores: document("Bảng tổng hợp điểm", [scoreTable(appendix: nil)])
    case .feedback: document("Phiếu nhận xét", result.rows.map(feedback))
    case .awards: document("Danh sách giải", [awardList])
    case .certificates: document("Giấy chứng nhận", certificates)
    }
  }

  func document(_ name: String, _ parts: [OfficialDocument.Part]) -> OfficialDocument {
    OfficialDocument(
      name: SafeText(escaping: "\(name) - \(facts.competition.string), \(facts.round.string)"),
      day: facts.begins.day, parts: parts)
  }

  // MARK: words that all papers share

  var minutesReference: String {
    DocumentKind.minutes.reference(facts.number, agency: facts.agency.symbol)
  }

  var placeAndDay: String {
    "\(facts.agency.place.string), \(facts.begins.day.official(.vietnamese))"
  }

  func letterhead(reference: String?, isDated: Bool) -> DocumentBlock {
    .letterhead(
      Letterhead(
        superior: facts.agency.superior.string.uppercased(),
        agency: facts.agency.name.string.uppercased(), reference: reference,
        placeAndDay: isDated ? placeAndDay : nil))
  }

  var contest: String { "\(facts.competition.string), \(facts.round.string)" }

  /// A number as papers print it: with a comma and the places of the rules.
  func number(_ value: Rational?) -> String {
    let rounding = result.rules.rounding
    guard let value else { return "" }
    return PaperNumber.comma(value.written(places: rounding.places, rounding.mode))
  }

  func award(of row: TabulationResult.Row) -> String {
    guard let code = row.award else { return "" }
    return result.rules.awards.first { $0.code == code }?.title.vietnamese.string ?? code
  }

  /// The place, with a mark when it is shared.
  func rank(of row: TabulationResult.Row) -> String {
    guard let rank = row.rank else { return "-" }
    return row.tie == .shared ? "\(rank) (đồng hạng)" : String(rank)
  }

  func organisation(of row: TabulationResult.Row) -> String {
    round.entries[row.entry].organisation.string
  }

  /// The boards in the order of the result; one without a name for a contest of one board.
  var boards: [(name: String, rows: [TabulationResult.Row])] {
    var boards: [(name: String, rows: [TabulationResult.Row])] = []
    for row in result.rows {
      if boards.last?.name == row.board {
        boards[boards.count - 1].rows.append(row)
      } else {
        boards.append((row.board, [row]))
      }
    }
    return boards
  }

  func signature(_ duty: MinutesFacts.Member.Duty, _ capacity: [String])
    -> DocumentClosing.Signature
  {
    DocumentClosing.Signature(
      capacity, note: "(Ký, ghi rõ họ tên)",
      name: facts.members.first { $0.duty == duty }?.name.string ?? "",
      isSigned: facts.isSigned)
  }
}

/// All that does not fit in the facts of a session.
public struct MinutesProblems: Error, Hashable, Sendable {
  /// Never empty.
  public let problems: [MinutesProblem]
}

/// Numbers on papers.
enum PaperNumber {
  /// With a comma instead of the point.
  static func comma(_ text: String) -> String {
    String(text.map { $0 == "." ? "," : $0 })
  }

  /// Exactly, as short as it can be.
  static func exact(_ value: Rational) -> String { comma(value.description) }
}
