import DashboardKit
import Incubation
import Storage

/// A round in which the user judges.
struct SheetsRow: Equatable, Sendable {
  /// The round.
  var round: Round
  /// Name of the contest.
  var contest: Bilingual
  /// How many entries the judge scores; conflicts are left out.
  var count = 0
  /// How many of them lack no score, sealed ones too.
  var complete = 0
  /// How many are sealed.
  var sealed = 0
  /// With how many a conflict stands.
  var conflicts = 0
  /// Code of the entry on the stage; nil when there is none.
  var onStage: String?

  /// All rounds of the session's user: those being judged first, then what is to come, then what
  /// is over, the latest first.
  ///
  /// - Throws: `StorageError`.
  static func all(_ stores: Stores, by session: Session) async throws -> [SheetsRow] {
    var rows: [SheetsRow] = []
    for summary in try await stores.competitions.competitions(by: session)
    where summary.ownJudge != nil {
      for round in summary.rounds {
        let snapshot = try await stores.judging.snapshot(of: round.id, by: session)
        let judge = snapshot.judges.first { $0.login == session.user.login }?.judge
        guard let judge else { continue }
        rows.append(SheetsRow(snapshot, judge, contest: summary.competition.content.title))
      }
    }
    return rows.sorted { ($0.rank, $0.age) < ($1.rank, $1.age) }
  }

  init(_ snapshot: RoundSnapshot, _ judge: Identifier<Judge>, contest: Bilingual) {
    round = snapshot.round
    self.contest = contest
    let blocked = snapshot.blocked
    for entry in snapshot.entries where !entry.isWithdrawn {
      let place = SheetPlace(entry: entry.entry, judge: judge)
      if blocked.contains(place) {
        conflicts += 1
      } else if snapshot.assigned.contains(place) {
        let sheet = snapshot.sheet(place)
        count += 1
        complete += sheet.isComplete(snapshot.rules.criteria) ? 1 : 0
        sealed += sheet.isSealed ? 1 : 0
      }
    }
    onStage = snapshot.round.stage.entry.flatMap { snapshot.entry($0)?.code }
  }

  private var rank: Int { round.state.takesScores ? 0 : round.state == .draft ? 1 : 2 }
  private var age: Int { -(round.content.heldOn?.dayNumber ?? 0) }
}

/// What the list of the own rounds knows.
struct SheetsState: Equatable, Sendable {
  /// The rounds.
  var rows: [SheetsRow] = []
  /// The place of the row in focus.
  var focus = 0
  /// How many scores an earlier run left on this machine.
  var left = 0
  /// Whether they are being sent.
  var isSending = false
  /// Whether the first load is still awaited.
  var isLoading = true
  /// Why the last load failed; nil when it did not.
  var problem: StorageError?

  /// The row in focus; nil when there is none.
  var focused: SheetsRow? { rows.indices.contains(focus) ? rows[focus] : nil }
}

/// What can happen to it.
enum SheetsAction: Equatable, Sendable {
  case loaded([SheetsRow], left: Int)
  case failed(StorageError)
  case reload
  case move(Int)
  case letter(Character)
  /// A click on a row.
  case row(Int)
  case open
  case send
  case merged(ScoreJournals.Merge)
}

/// What it asks for.
enum SheetsEffect: ScreenEffect {
  /// Read the rounds.
  case load
  /// Send what earlier runs left behind.
  case merge

  var cancellationKey: String? { self == .load ? "sheets" : nil }
}
