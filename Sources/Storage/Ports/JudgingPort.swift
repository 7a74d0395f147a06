public import Incubation

/// Scoring, and everything that is read of it. No verb gives a judge the scores, the totals or the
/// order of others before the rules say so: every answer is cut by `RoundSight`.
///
/// All throw `StorageError`.
public protocol JudgingPort: Sendable {
  /// A round, as much of it as the session's user may see: the judge's own sheets, the organiser's
  /// grid and board are all computed from it.
  func snapshot(of id: Identifier<Round>, by: Session) async throws -> RoundSnapshot

  /// The score events after a number that the user may see, in order, for keeping a board in
  /// memory up to date; a judge gets the own ones.
  func events(
    of id: Identifier<Round>, after number: Int64, by: Session
  ) async throws -> [StoredScoreEvent]

  /// The official result as it stands.
  ///
  /// - Throws: `contestRefused(.hidden)` when the user may not see it yet.
  func result(of id: Identifier<Round>, by: Session) async throws -> TabulationResult

  /// The board that the public sees: of the moment of freezing while the round is frozen and until
  /// it is published, live before that where the round has a public board, whole afterwards.
  ///
  /// - Throws: `contestRefused(.hidden)` when there is nothing to be seen.
  func publicResult(of id: Identifier<Round>, by: Session) async throws -> StoredResult

  /// Takes score events in. Each is stored once, however often it is sent, and each gets its own
  /// outcome: one that is refused keeps no other from being saved.
  func record(_ events: [ScoreEvent], by: Session) async throws -> [ScoreOutcome]

  /// Enters what the organiser gives an entry, in hundredths; nil takes it away.
  func setComponent(
    _ component: String, hundredths: Int?, of entry: Identifier<Entry>, in round: Identifier<Round>,
    by: Session
  ) async throws -> ChangeReceipt

  /// Seals sheets of one judge: they are complete, and can only be opened again by two people.
  func seal(
    _ entries: [Identifier<Entry>], of judge: Identifier<Judge>, in round: Identifier<Round>,
    by: Session
  ) async throws -> (seals: [SheetSeal], receipt: ChangeReceipt)

  /// Asks for a sealed sheet to be opened again. The judge or an organiser asks.
  func askReopening(
    of place: SheetPlace, in round: Identifier<Round>, reason: SafeText, by: Session
  ) async throws -> ChangeReceipt

  /// Opens a sheet again that another person asked for. The sealed version stays in the chain.
  func approveReopening(
    _ id: Identifier<SheetReopening>, by: Session
  ) async throws -> ChangeReceipt

  /// What was asked for and not yet approved.
  func reopenings(of id: Identifier<Round>, by: Session) async throws -> [SheetReopening]

  /// Keys a paper sheet in. When two people keyed the same, the scores are in the sheet.
  func key(
    _ paper: PaperKeying, in round: Identifier<Round>, by: Session
  ) async throws -> PaperOutcome

  /// All events of one sheet, late ones too, in order.
  func history(
    of place: SheetPlace, in round: Identifier<Round>, by: Session
  ) async throws -> [StoredScoreEvent]

  /// The seals of a round by judge and number.
  func seals(of id: Identifier<Round>, by: Session) async throws -> [SheetSeal]

  /// The stored result of a round with its signatures; nil before it was verified.
  func verdict(of id: Identifier<Round>, by: Session) async throws -> RoundVerdict?

  /// Replays a round from its events and names the first thing that does not fit.
  ///
  /// - Parameter heads: ends of chains as they were printed; nil when nobody has them.
  func verify(
    _ id: Identifier<Round>, against heads: [ChainHead]?, by: Session
  ) async throws -> Verification
}

/// Somebody asked for a sealed sheet to be opened again.
public struct SheetReopening: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<SheetReopening>
  /// The sheet.
  public var place: SheetPlace
  /// Why.
  public var reason: SafeText
  /// Who asked: a login.
  public var askedBy: String
  /// When.
  public var askedAt: Timestamp
}

/// A stored result with what stands under it.
public struct RoundVerdict: Hashable, Sendable {
  /// The result as it was verified.
  public var result: StoredResult
  /// SHA-256 of its canonical form, in hexadecimal digits.
  public var hash: String
  /// Who verified it: a login.
  public var verifiedBy: String
  /// When.
  public var verifiedAt: Timestamp
  /// The signatures, in the order in which they were given.
  public var signatures: [ResultSignature]
  /// The ends of the judges' chains.
  public var heads: [ChainHead]
}

/// What a replay of a round came to.
public struct Verification: Hashable, Sendable {
  /// The first thing that does not fit; nil when all does.
  public var finding: ReplayFinding?
  /// How many events were replayed.
  public var events: Int
  /// The ends of the judges' chains.
  public var heads: [ChainHead]
}
