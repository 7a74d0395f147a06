import DashboardKit
import Incubation
import Storage

/// All that was loaded about a round at one moment. Pages are the same only when they are one, so
/// that comparing states of the screen costs nothing.
final class RoundPage: Sendable, Equatable {
  let snapshot: RoundSnapshot
  let record: CompetitionRecord
  let summaries: [CompetitionSummary]
  /// What hinders each step that can be taken from here.
  let obstacles: [RoundState: [RoundObstacle]]
  let reopenings: [SheetReopening]
  let verdict: RoundVerdict?
  let versions: [RulesVersion]
  /// The organiser's grid; empty where scores are hidden.
  let grid: [[RoundSnapshot.CellState]]
  let chase: [RoundSnapshot.Missing]
  let board: RoundBoard
  /// The moment of loading.
  let loadedAt: Timestamp

  init(
    snapshot: RoundSnapshot, record: CompetitionRecord, summaries: [CompetitionSummary],
    obstacles: [RoundState: [RoundObstacle]], reopenings: [SheetReopening],
    verdict: RoundVerdict?, versions: [RulesVersion], board: RoundBoard, loadedAt: Timestamp
  ) {
    self.snapshot = snapshot
    self.record = record
    self.summaries = summaries
    self.obstacles = obstacles
    self.reopenings = reopenings
    self.verdict = verdict
    self.versions = versions
    self.board = board
    self.loadedAt = loadedAt
    let isOpen = snapshot.sight == .everything
    grid = isOpen ? snapshot.grid : []
    chase = isOpen ? snapshot.chaseList() : []
  }

  /// What another page holds, beside another board. The grid and the list to chase are counted
  /// from all scores: that is not done again.
  private init(_ page: RoundPage, board: RoundBoard) {
    snapshot = page.snapshot
    record = page.record
    summaries = page.summaries
    obstacles = page.obstacles
    reopenings = page.reopenings
    verdict = page.verdict
    versions = page.versions
    grid = page.grid
    chase = page.chase
    loadedAt = page.loadedAt
    self.board = board
  }

  static func == (left: RoundPage, right: RoundPage) -> Bool { left === right }

  var round: Round { snapshot.round }
  /// Whether everything may be seen.
  var seesAll: Bool { snapshot.sight == .everything }

  /// The same page with another board.
  func with(_ board: RoundBoard) -> RoundPage { RoundPage(self, board: board) }

  /// The judges who still have a sheet without scores, in words for a list.
  var progress: (done: Int, all: Int) {
    let cells = grid.joined().filter { $0 != .notAssigned && $0 != .conflict }
    return (cells.count { [.complete, .confirmed, .sealed].contains($0) }, cells.count)
  }
}

/// Loads pages.
enum RoundLoading {
  /// The round to show when none was named: the latest that is being judged, or the latest at all.
  static func latest(_ summaries: [CompetitionSummary]) -> Round? {
    let rounds = summaries.flatMap(\.rounds)
    return rounds.first { $0.state.takesScores } ?? summaries.lazy.compactMap(\.rounds.last).first
  }

  /// A page with its official board; nil when there is no round.
  static func page(_ id: Identifier<Round>?, _ services: Services) async throws -> RoundPage? {
    let (contests, judging) = (services.stores.competitions, services.stores.judging)
    let session = services.session
    let summaries = try await contests.competitions(by: session)
    guard let id = id ?? latest(summaries)?.id else { return nil }
    let snapshot = try await judging.snapshot(of: id, by: session)
    let record = try await contests.competition(snapshot.round.competition, by: session)
    let seesAll = snapshot.sight == .everything
    var obstacles: [RoundState: [RoundObstacle]] = [:]
    for edge in RoundEdge.all
    where seesAll && edge.from == snapshot.round.state && session.user.may(edge.permission) {
      obstacles[edge.to] = try await contests.obstacles(to: edge.to, of: id, by: session)
    }
    let board: RoundBoard
    if seesAll {
      board = RoundBoard(snapshot)
    } else if let stored = try? await judging.publicResult(of: id, by: session) {
      board = RoundBoard(stored, snapshot)
    } else {
      board = .hidden
    }
    return RoundPage(
      snapshot: snapshot, record: record, summaries: summaries, obstacles: obstacles,
      reopenings: seesAll ? try await judging.reopenings(of: id, by: session) : [],
      verdict: seesAll ? try await judging.verdict(of: id, by: session) : nil,
      versions: try await contests.rulesVersions(of: id, by: session), board: board,
      loadedAt: session.now())
  }
}

extension RoundBoard {
  /// Nothing to be seen.
  static var hidden: RoundBoard { RoundBoard() }
  private init() {}
}
