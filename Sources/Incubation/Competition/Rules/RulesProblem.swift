/// What is wrong with rules, and where.
public struct RulesProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// Something that rules need is not there.
    case missing
    /// A key that nothing uses.
    case unknownKey
    /// A value of another kind: what is expected.
    case expected(Expectation)
    /// A value that is none of these.
    case noneOf(value: String, choices: [String])
    /// There is no criterion, and so nothing to judge.
    case noCriteria
    /// All factors are 0: every total would be 0.
    case allFactorsZero
    /// The same code twice, as criterion, component or award.
    case repeated(code: String)
    /// A code that is a column of its own in the files.
    case reserved(code: String)
    /// A code that is empty or has characters that files and ties cannot carry.
    case badCode(String)
    /// The lowest score is not below the highest.
    case emptyRange
    /// The step is not above 0, or does not lead from the lowest score to the highest.
    case stepDoesNotDivide
    /// A description of a score that cannot be given.
    case anchorOutsideScale(String)
    /// A number below its bound.
    case below(Int)
    /// A number above its bound.
    case above(Rational)
    /// A tie step that does not exist.
    case unknownTie(String)
    /// A code that no criterion or component has.
    case unknownCode(String)
    /// The same tie step twice.
    case repeatedTie(String)
    /// A method by ranks with `combine = "criterion"`.
    case methodNeedsSheets(RoundRules.Panel.Method)
    /// A method by ranks that has no table of points.
    case methodNeedsPoints(RoundRules.Panel.Method)
    /// A method by ranks that cannot work with something in the rules.
    case methodRefuses(RoundRules.Panel.Method, Refused)
    /// An award that stands below a higher one, and asks for a higher total than it.
    case awardOutOfOrder
  }

  /// What kind of value is expected.
  public enum Expectation: Hashable, Sendable {
    /// A whole number.
    case wholeNumber
    /// A number.
    case number
    /// A number or a fraction such as "1/3".
    case share
    /// Text.
    case text
    /// `true` or `false`.
    case truth
    /// A list.
    case list
    /// A table.
    case table
    /// A name in both languages.
    case bilingual
    /// A day.
    case day
    /// A time of a day.
    case moment
  }

  /// What methods by ranks refuse.
  public enum Refused: Hashable, Sendable {
    /// Components.
    case components
    /// Multipliers of entries.
    case multipliers
    /// Lowest totals, of gates or awards.
    case minimumTotal
  }

  /// The place, as the file names it: "criterion[2].step", counted from 1.
  public var place: String
  /// What is wrong there.
  public var kind: Kind

  /// A problem at a place.
  public init(_ place: String, _ kind: Kind) {
    self.place = place
    self.kind = kind
  }
}
