import Incubation
import Storage

/// What a judge knows of a round: the own sheets, and nothing of others.
struct ScoringPage: Equatable, Sendable {
  /// The round, cut to what the judge may see.
  var snapshot: RoundSnapshot
  /// The judge.
  var judge: Identifier<Judge>
  /// Name of the contest.
  var contest: Bilingual
  /// Names of the boards by code.
  var boards: [String: Bilingual] = [:]
  /// What entries say about themselves; empty where that is hidden.
  var summaries: [Identifier<Entry>: SafeText] = [:]
  /// Requests of the judge to open sheets again that nobody has approved yet.
  var reopenings: [SheetReopening] = []
  /// Scores of earlier runs that are on this machine and not in the database.
  var left: [ScoreEvent] = []
  /// When it was read.
  var readAt: Timestamp

  /// The criteria.
  var criteria: [Criterion] { snapshot.rules.criteria }

  /// The entries that the judge was given, conflicts too, in running order. Those that left the
  /// contest are not there.
  var entries: [RoundEntry] {
    let given = snapshot.assigned.union(snapshot.blocked)
    return snapshot.entries.filter {
      !$0.isWithdrawn && given.contains(place(of: $0.entry))
    }
  }

  /// The judge's sheet of an entry.
  func place(of entry: Identifier<Entry>) -> SheetPlace {
    SheetPlace(entry: entry, judge: judge)
  }

  /// Why the judge must not score an entry; nil when nothing stands against it.
  func conflict(with entry: Identifier<Entry>) -> ConflictOfInterest? {
    snapshot.conflicts.first { $0.entry == entry && $0.judge == judge && $0.blocks }
  }

  /// The entry on the stage; nil when there is none.
  var onStage: RoundEntry? { snapshot.round.stage.entry.flatMap { snapshot.entry($0) } }
}

extension ScoringPage {
  /// Reads a round as a judge sees it; without a round, the first that is open. Nil when the user
  /// judges none.
  ///
  /// - Throws: `StorageError`.
  static func read(
    _ round: Identifier<Round>?, _ stores: Stores, _ journals: ScoreJournals? = nil,
    by session: Session
  ) async throws -> ScoringPage? {
    var wanted = round
    if wanted == nil { wanted = try await SheetsRow.all(stores, by: session).first?.round.id }
    guard let wanted else { return nil }
    let snapshot = try await stores.judging.snapshot(of: wanted, by: session)
    let login = session.user.login
    guard let judge = snapshot.judges.first(where: { $0.login == login }) else { return nil }
    let record = try await stores.competitions.competition(
      snapshot.round.competition, by: session)
    let content = record.competition.content
    return ScoringPage(
      snapshot: snapshot, judge: judge.judge, contest: content.title,
      boards: Dictionary(content.boards.map { ($0.code, $0.title) }) { first, _ in first },
      summaries: Dictionary(record.entries.map { ($0.id, $0.content.summary) }) { first, _ in
        first
      },
      reopenings: try await stores.judging.reopenings(of: wanted, by: session).filter {
        $0.place.judge == judge.judge
      }, left: await journals?.leftBehind() ?? [], readAt: session.now())
  }
}
