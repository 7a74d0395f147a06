/// What judges score: its range, its steps, its weight, and what the levels mean.
public struct Criterion: Hashable, Sendable {
  /// The short name by which files and minutes refer to it, such as "SS".
  public var code: String
  /// The name that people read.
  public var title: Bilingual
  /// The lowest score.
  public var minimum: Rational
  /// The highest score.
  public var maximum: Rational
  /// The distance between scores, counted from the lowest; nil when every number will do.
  public var step: Rational?
  /// By what the combined score is multiplied; factors are not normalised. 0 leaves the criterion
  /// out of the total, but not out of the gates and ties.
  public var factor: Rational
  /// What scores mean, the lowest first.
  public var anchors: [Anchor]

  /// What one score means.
  public struct Anchor: Hashable, Sendable {
    /// The score.
    public var score: Rational
    /// What it stands for.
    public var title: Bilingual

    /// The meaning of a score.
    public init(score: Rational, title: Bilingual) {
      self.score = score
      self.title = title
    }
  }

  /// A criterion; factor 1 unless given.
  public init(
    code: String, title: Bilingual, minimum: Rational = .zero, maximum: Rational,
    step: Rational? = nil, factor: Rational = .one, anchors: [Anchor] = []
  ) {
    self.code = code
    self.title = title
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
    self.factor = factor
    self.anchors = anchors
  }

  /// Why a score cannot be given.
  public enum ScoreRefusal: Error, Hashable, Sendable {
    /// Outside the range.
    case outOfRange
    /// Between two steps.
    case offStep
  }

  /// Checks a score against range and step; nil when it may be given.
  public func refusal(of score: Rational) -> ScoreRefusal? {
    if score < minimum || score > maximum { return .outOfRange }
    guard let step, !((score - minimum) / step).isWhole else { return nil }
    return .offStep
  }
}
