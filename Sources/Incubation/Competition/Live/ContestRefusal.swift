/// Why something about a contest cannot be done.
public enum ContestRefusal: Error, Hashable, Sendable {
  /// What is missing.
  public enum Missing: String, CaseIterable, Sendable {
    case title, board, reason, name, leader
  }

  /// A field that is needed is empty.
  case missing(Missing)
  /// Not a code: 1 to 20 ASCII letters, digits, hyphens and underscores.
  case badCode(String)
  /// A code, or a login of a judge, that is there already.
  case codeTaken(String)
  /// A board that the contest does not have.
  case unknownBoard(String)
  /// There is no way between these states.
  case noWay(RoundState, RoundState)
  /// The round is in a state in which this is not done.
  case wrongState(RoundState)
  /// Things stand in the way.
  case obstacles([RoundObstacle])
  /// Another person has to do it than this login.
  case needsSecondPerson(String)
  /// The rules have problems.
  case rules([RulesProblem])
  /// Scores are kept in hundredths, and these criteria are finer: their codes.
  case tooFine([String])
  /// The entry may not take part: its code.
  case notEligible(String)
  /// More entries of one leader or organisation than the contest allows: the name and the limit.
  case tooMany(String, limit: Int)
  /// The user is no judge of the round: the login.
  case notAJudge(String)
  /// The entry is not assigned to the judge: its code.
  case notAssigned(String)
  /// There is a conflict of interest: code of the entry.
  case conflict(String)
  /// The rules have no such criterion or component.
  case unknownCriterion(String)
  /// A score outside the range.
  case outOfRange(criterion: String, least: String, most: String)
  /// A score between two steps.
  case offStep(criterion: String, step: String)
  /// A score is missing, so that the sheet cannot be sealed: code of the entry.
  case incomplete(String)
  /// The sheet is sealed: code of the entry.
  case sealed(String)
  /// The sheet is not sealed: code of the entry.
  case notSealed(String)
  /// An identity was used for two different events.
  case identityReused
  /// The total of a paper sheet is not the sum of its scores: code of the entry.
  case checksum(String)
  /// No panels can be made.
  case assignment(AssignmentRefusal)
  /// There can be no result.
  case tabulation(TabulationRefusal)
  /// The rules do not let the user see this yet.
  case hidden
  /// Judges who have scored stay; they can be set down as absent.
  case hasSheets(String)
}
