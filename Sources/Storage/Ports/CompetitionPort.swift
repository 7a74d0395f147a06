public import Incubation

/// Contests: setting them up, their entries and panels, and the way of their rounds. One
/// transaction a verb.
///
/// Every verb asks whether the session's user may do it and writes an event in the same
/// transaction. All throw `StorageError`; what the rules of a contest refuse is `contestRefused`.
public protocol CompetitionPort: Sendable {
  /// All contests, the latest first.
  func competitions(by: Session) async throws -> [CompetitionSummary]

  /// Everything about a contest but its scores. Where the session's user judges a blind round, the
  /// names of its entries are empty.
  func competition(_ id: Identifier<Competition>, by: Session) async throws -> CompetitionRecord

  /// The round that a text names: "YT2020/chung-ket", whatever its case, or the identity; nil when
  /// there is none.
  func findRound(_ name: String, by: Session) async throws -> Identifier<Round>?

  /// A new contest.
  func create(
    _ content: CompetitionContent, by: Session
  ) async throws -> (id: Identifier<Competition>, receipt: ChangeReceipt)

  /// Changes a contest. Boards with entries stay.
  func update(
    _ id: Identifier<Competition>, to content: CompetitionContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// Adds a deadline for entries; it takes the place of the one before.
  func setDeadline(
    _ deadline: EntryDeadline, of id: Identifier<Competition>, by: Session
  ) async throws -> ChangeReceipt

  /// A new round with its rules.
  func addRound(
    _ content: RoundContent, rules: RoundRules, to id: Identifier<Competition>, by: Session
  ) async throws -> (id: Identifier<Round>, receipt: ChangeReceipt)

  /// Changes a round; after it was opened only its title, day and minutes.
  func updateRound(
    _ id: Identifier<Round>, to content: RoundContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// Changes the rules of a round. In a draft they count at once. Afterwards they are a proposal
  /// with a reason that another person approves, and only while no sheet would break them.
  func changeRules(
    _ rules: RoundRules, of id: Identifier<Round>, reason: SafeText, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// Puts the proposed rules into force.
  func approveRules(
    _ number: Int, of id: Identifier<Round>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// The versions of the rules of a round, the latest first.
  func rulesVersions(of id: Identifier<Round>, by: Session) async throws -> [RulesVersion]

  /// Adds entries, all of them or none.
  func addEntries(
    _ entries: [EntryContent], to id: Identifier<Competition>, by: Session
  ) async throws -> (ids: [Identifier<Entry>], receipt: ChangeReceipt)

  /// Lets ventures of the pipeline enter, with what they say about themselves.
  func enter(
    _ ventures: [Identifier<Venture>], board: String, in id: Identifier<Competition>, by: Session
  ) async throws -> (ids: [Identifier<Entry>], receipt: ChangeReceipt)

  /// Changes what an entry says.
  func updateEntry(
    _ id: Identifier<Entry>, to content: EntryContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// Records what the secretary found, with a reason when the entry may not take part.
  func setEligibility(
    _ eligibility: Entry.Eligibility, reason: SafeText, of ids: [Identifier<Entry>], by: Session
  ) async throws -> ChangeReceipt

  /// Takes an entry back, or lets it in again.
  func setWithdrawn(
    _ isWithdrawn: Bool, reason: SafeText, of id: Identifier<Entry>, by: Session
  ) async throws -> ChangeReceipt

  /// Entries of other contests with the same venture or the same title, by entry of this one.
  func duplicates(of id: Identifier<Competition>, by: Session) async throws -> [EntryDuplicate]

  /// Lets entries into a round. In a blind round they get codes by lot.
  func admit(
    _ entries: [Identifier<Entry>], to id: Identifier<Round>, by: Session
  ) async throws -> ChangeReceipt

  /// Multiplier, council's decision and calibration of an entry in a round.
  func setEntry(
    _ id: Identifier<Entry>, multiplier: Rational, decision: Int?, isCalibration: Bool,
    in round: Identifier<Round>, by: Session
  ) async throws -> ChangeReceipt

  /// Adds a judge to the contest.
  func addJudge(
    _ judge: JudgeContent, to id: Identifier<Competition>, by: Session
  ) async throws -> (id: Identifier<Judge>, receipt: ChangeReceipt)

  /// Puts judges on the panel of a round. Conflicts that the records of the program suggest are
  /// proposed in the same transaction.
  func seat(
    _ judges: [Seat], in id: Identifier<Round>, by: Session
  ) async throws -> ChangeReceipt

  /// Sets a judge down as absent or present.
  func setPresence(
    _ isPresent: Bool, of judge: Identifier<Judge>, in id: Identifier<Round>, by: Session
  ) async throws -> ChangeReceipt

  /// Puts another judge in the place of one who stays away: the substitute gets the sheets that
  /// are not finished, except for conflicts.
  func substitute(
    _ judge: Identifier<Judge>, with other: Identifier<Judge>, in id: Identifier<Round>,
    by: Session
  ) async throws -> ChangeReceipt

  /// Declares a conflict of interest: a judge for oneself, an organiser for anybody.
  func declare(
    _ conflict: ConflictOfInterest, in id: Identifier<Round>, by: Session
  ) async throws -> ChangeReceipt

  /// Records that a judge has said which conflicts there are, and that there are no others.
  func declareComplete(
    _ judge: Identifier<Judge>, in id: Identifier<Round>, by: Session
  ) async throws -> ChangeReceipt

  /// Assigns judges to entries. Finished sheets stay as they are.
  func assign(
    _ settings: AssignmentSettings, in id: Identifier<Round>, by: Session
  ) async throws -> (plan: AssignmentPlan, receipt: ChangeReceipt)

  /// Draws the running order by lot from a seed that is recorded.
  func draw(
    seed: UInt64, in id: Identifier<Round>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// What stands in the way of a step of a round; empty when nothing does.
  func obstacles(
    to state: RoundState, of id: Identifier<Round>, by: Session
  ) async throws -> [RoundObstacle]

  /// Moves a round. Obstacles that can be overridden are, when `accepting` is true and a reason is
  /// given; they are written into the event.
  func move(
    _ id: Identifier<Round>, to state: RoundState, accepting: Bool, reason: SafeText,
    ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// Signs a result that is verified; the round is signed from the first signature on, and others
  /// may add theirs until it is published.
  func sign(
    _ id: Identifier<Round>, capacity: SafeText, by: Session
  ) async throws -> ChangeReceipt

  /// Calls an entry to the stage, or lets the clock run, stand, or be extended.
  func setStage(_ stage: StageCall, of id: Identifier<Round>, by: Session) async throws

  /// Reveals the signed result of a round up to a step of its plan; 0 begins again, nil ends it.
  ///
  /// - Throws: `contestRefused(.wrongState)` before the result is signed.
  func setReveal(_ step: Int?, of id: Identifier<Round>, by: Session) async throws

  /// How far the result is revealed, cut to what the user may see: who may not see scores gets the
  /// rows of the steps taken, and nothing of those to come.
  func reveal(of id: Identifier<Round>, by: Session) async throws -> RevealView
}
