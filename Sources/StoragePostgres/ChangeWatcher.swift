import Storage
import Synchronization

/// How often each topic has changed so far: the table `change_topic`, which every write bumps.
struct TopicCounts: Equatable, Sendable {
  private var counts: [String: Int64] = [:]

  static let query = "SELECT topic, seq FROM change_topic"

  init() {}

  /// Reads the table; nothing when the schema is not there yet.
  init(_ connection: any SQLConnection) throws {
    let exists = try connection.first("SELECT to_regclass('change_topic') IS NOT NULL") {
      $0.integer(0) == 1
    }
    guard exists == true else { return }
    for (topic, count) in try connection.rows(Self.query, [], { ($0.text(0), $0.integer(1)) }) {
      counts[topic] = count
    }
  }

  init(_ result: PostgresResult) {
    for place in 0..<result.rowCount {
      let row = PostgresRow(result: result, row: Int32(place))
      counts[row.text(0)] = row.integer(1)
    }
  }

  /// The topics that are not as they were. A topic of a newer program is not ours to report.
  func changed(since earlier: TopicCounts) -> Set<ChangeTopic> {
    Set(ChangeTopic.allCases.filter { counts[$0.rawValue] != earlier.counts[$0.rawValue] })
  }
}

/// The feed of changes: a thread that blocks on its own connection.
final class ChangeWatcher: Sendable {
  private let connector: PostgresConnector
  private let random: @Sendable () -> UInt64
  private let baseline: TopicCounts?
  private let report: AsyncStream<ChangeNotice>.Continuation
  private let wake: WakePipe

  /// nil when the process has no file descriptor left.
  init?(
    _ connector: PostgresConnector, random: @escaping @Sendable () -> UInt64,
    baseline: TopicCounts?, report: AsyncStream<ChangeNotice>.Continuation
  ) {
    guard let wake = WakePipe() else { return nil }
    self.wake = wake
    self.connector = connector
    self.random = random
    self.baseline = baseline
    self.report = report
  }

  /// Starts the thread. Without one the feed ends at once.
  func start() {
    let loop = { @Sendable [connector, random, baseline, report, wake] in
      var loop = WatchLoop(connector, random, baseline, report, wake)
      loop.run()
      report.finish()
    }
    if !OwnThread.start(loop) { report.finish() }
  }

  /// Wakes the thread and ends it.
  func stop() { wake.wake() }

  /// Ends the feed, and with it the thread.
  func finish() {
    stop()
    report.finish()
  }
}
