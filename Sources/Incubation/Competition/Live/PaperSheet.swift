/// A judge's paper sheet as one person keyed it in. Two people key it, neither seeing what the
/// other typed; what differs is settled by looking at the paper.
public struct PaperKeying: Hashable, Sendable {
  /// The entry.
  public var entry: Identifier<Entry>
  /// The judge.
  public var judge: Identifier<Judge>
  /// Scores in hundredths by code of the criterion; a criterion that is empty on the paper is not
  /// there.
  public var scores: [String: Int]
  /// The total that stands on the paper, in hundredths; nil when none does.
  public var checksum: Int?
  /// Who keyed it: a login.
  public var keyedBy: String

  /// A keying.
  public init(
    entry: Identifier<Entry>, judge: Identifier<Judge>, scores: [String: Int], checksum: Int?,
    keyedBy: String = ""
  ) {
    self.entry = entry
    self.judge = judge
    self.scores = scores
    self.checksum = checksum
    self.keyedBy = keyedBy
  }

  /// Whether the scores add up to the total on the paper; true when there is none.
  public func addsUp(_ criteria: [Criterion]) -> Bool {
    guard let checksum else { return true }
    let sum = Rational.sum(
      criteria.map { Rational(scores[$0.code] ?? 0, over: 100) * $0.factor })
    return sum == Rational(checksum, over: 100)
  }

  /// A field in which two keyings differ.
  public struct Difference: Hashable, Sendable {
    /// Code of the criterion; empty for the total.
    public var criterion: String
    /// What the first has; nil for an empty field.
    public var first: Int?
    /// What the second has; nil for an empty field.
    public var second: Int?

    /// A difference.
    public init(criterion: String, first: Int?, second: Int?) {
      self.criterion = criterion
      self.first = first
      self.second = second
    }
  }

  /// The fields in which this keying and another differ, in the order of the sheet.
  public func differences(from other: PaperKeying, _ criteria: [Criterion]) -> [Difference] {
    var found = criteria.compactMap { criterion -> Difference? in
      let (first, second) = (scores[criterion.code], other.scores[criterion.code])
      return first == second
        ? nil : Difference(criterion: criterion.code, first: first, second: second)
    }
    if checksum != other.checksum {
      found.append(Difference(criterion: "", first: checksum, second: other.checksum))
    }
    return found
  }
}

/// What became of a keying.
public enum PaperOutcome: Hashable, Sendable {
  /// Another person has to key the same sheet.
  case waitsForSecond
  /// Both agree: the scores are in the sheet.
  case entered
  /// They differ here; either person may key again.
  case differs([PaperKeying.Difference])
}
