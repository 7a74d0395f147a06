/// Where facts of minutes contradict themselves or the round, each with its place in the file:
/// "member[2].judge", counted from 1.
public struct MinutesProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// No chair, or more than one.
    case chairs(Int)
    /// There is no secretary, who signs the minutes.
    case noSecretary
    /// The meeting ends before it begins.
    case endsBeforeBeginning
    /// The round has no such judge.
    case unknownJudge(String)
    /// Two members are the same judge.
    case repeatedJudge(String)
    /// A judge who was absent, and has sheets that count.
    case absentWithSheets(String)
    /// A judge whose sheets count is not among the members.
    case judgeNotListed(String)
    /// The round has no such entry.
    case unknownEntry(String)
    /// The rules have no such award.
    case unknownAward(String)
    /// The rules have no such criterion.
    case unknownCriterion(String)
    /// The entry won nothing that a certificate could say.
    case certificateWithoutAward(String)
    /// Two certificates have one number.
    case repeatedCertificate(Int)
    /// No head of a chain: 64 hexadecimal digits are expected.
    case notAHead
    /// A number of a paper begins at 1.
    case notANumber
  }

  /// The place, as the file names it.
  public var place: String
  /// What is wrong there.
  public var kind: Kind

  /// A problem at a place.
  public init(_ place: String, _ kind: Kind) {
    self.place = place
    self.kind = kind
  }
}

extension MinutesFacts {
  /// All that does not fit together, or with the round.
  public func problems(
    with round: Tabulation, _ result: TabulationResult
  ) -> [MinutesProblem] {
    councilProblems + judgeProblems(round) + prizeProblems(result)
  }

  private var councilProblems: [MinutesProblem] {
    var problems: [MinutesProblem] = []
    let chairs = members.count { $0.duty == .chair }
    if chairs != 1 { problems.append(.init("member", .chairs(chairs))) }
    if !members.contains(where: { $0.duty == .secretary }) {
      problems.append(.init("member", .noSecretary))
    }
    if let ends, ends < begins { problems.append(.init("ends", .endsBeforeBeginning)) }
    if let number, number < 1 { problems.append(.init("number", .notANumber)) }
    return problems
  }

  private func judgeProblems(_ round: Tabulation) -> [MinutesProblem] {
    var problems: [MinutesProblem] = []
    let known = Set(round.judges.map(\.id))
    let scoring = Set(round.sheetTotals.map { round.judges[$0.judge].id })
    var seen: Set<String> = []
    for (place, member) in members.enumerated() {
      guard let judge = member.judge else { continue }
      let path = "member[\(place + 1)].judge"
      if !known.contains(judge) { problems.append(.init(path, .unknownJudge(judge))) }
      if !seen.insert(judge).inserted { problems.append(.init(path, .repeatedJudge(judge))) }
      if member.absence != nil, scoring.contains(judge) {
        problems.append(.init("member[\(place + 1)].absent", .absentWithSheets(judge)))
      }
    }
    for judge in scoring.subtracting(seen).sorted() {
      problems.append(.init("member", .judgeNotListed(judge)))
    }
    for (judge, head) in heads.sorted(by: { $0.key < $1.key }) {
      if !known.contains(judge) {
        problems.append(.init("heads.\(judge)", .unknownJudge(judge)))
      } else if head.count != 64 || !head.allSatisfy(\.isHexDigit) {
        problems.append(.init("heads.\(judge)", .notAHead))
      }
    }
    return problems
  }

  private func prizeProblems(_ result: TabulationResult) -> [MinutesProblem] {
    var problems: [MinutesProblem] = []
    let awards = Set(result.rules.awards.map(\.code))
    let criteria = Set(result.rules.criteria.map(\.code))
    let entries = Dictionary(result.rows.map { ($0.id, $0) }) { first, _ in first }
    for award in prizes.keys.sorted() where !awards.contains(award) {
      problems.append(.init("prizes.\(award)", .unknownAward(award)))
    }
    var numbers: Set<Int> = []
    for (entry, number) in certificates.sorted(by: { $0.key < $1.key }) {
      let path = "certificates.\(entry)"
      if let row = entries[entry] {
        if row.award == nil { problems.append(.init(path, .certificateWithoutAward(entry))) }
      } else {
        problems.append(.init(path, .unknownEntry(entry)))
      }
      if number < 1 { problems.append(.init(path, .notANumber)) }
      if !numbers.insert(number).inserted {
        problems.append(.init(path, .repeatedCertificate(number)))
      }
    }
    for (place, comment) in comments.enumerated() {
      if entries[comment.entry] == nil {
        problems.append(.init("comment[\(place + 1)].entry", .unknownEntry(comment.entry)))
      }
      if let code = comment.criterion, !criteria.contains(code) {
        problems.append(.init("comment[\(place + 1)].criterion", .unknownCriterion(code)))
      }
    }
    return problems
  }
}
