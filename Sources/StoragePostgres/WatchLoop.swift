import Storage

/// What the thread of a feed does: connect, find out how changes arrive, wait, report, and all of
/// that again when the connection is lost.
struct WatchLoop {
  /// The channel that every write rings, and the one on which a connection is tested.
  private static let channel = "vuonuom"
  private static let probeChannel = "vuonuom_probe"
  private static let probeMilliseconds = 2000
  /// A burst of writes is reported at most this often, in milliseconds.
  private static let pauseMilliseconds = 50
  private static let longestBackoff = 5000

  private let connector: PostgresConnector
  private let random: @Sendable () -> UInt64
  private let report: AsyncStream<ChangeNotice>.Continuation
  private let wake: WakePipe
  /// What was reported last; nil before the first connection of a feed without a baseline.
  private var known: TopicCounts?
  private var state: ChangeNotice.ConnectionState?
  private var failures = 0

  init(
    _ connector: PostgresConnector, _ random: @escaping @Sendable () -> UInt64,
    _ baseline: TopicCounts?, _ report: AsyncStream<ChangeNotice>.Continuation, _ wake: WakePipe
  ) {
    self.connector = connector
    self.random = random
    self.report = report
    self.wake = wake
    known = baseline
  }

  private var options: PostgresOptions { connector.options }

  /// Runs until it is stopped.
  mutating func run() {
    while true {
      do throws(PostgresFailure) {
        try watch()
      } catch {
        if error == .stopped { return }
        show(.offline)
        failures += 1
        let longest = min(Self.longestBackoff, 50 << min(failures, 10))
        let chance = Int(random() % UInt64(longest / 2 + 1))
        if !pause(longest / 2 + chance) { return }
      }
    }
  }

  /// Watches on one connection until it fails.
  private mutating func watch() throws(PostgresFailure) {
    let connection = try connector.connect(wake: wake)
    // First listen, then read: what is written in between rings the bell.
    let isLive = options.changeFeed == .automatic ? try listens(connection) : false
    try catchUp(connection)
    show(isLive ? .live : .polling)
    failures = 0
    while true {
      if isLive {
        try awaitBell(connection)
      } else {
        let jitter = Int(random() % UInt64(options.pollMilliseconds / 5 + 1))
        guard pause(options.pollMilliseconds - options.pollMilliseconds / 10 + jitter) else {
          throw .stopped
        }
      }
      try tell(read(connection))
    }
  }

  /// Waits for a bell, or until it is time to test the connection.
  private func awaitBell(_ connection: PostgresConnection) throws(PostgresFailure) {
    let deadline = Deadline(milliseconds: options.heartbeatMilliseconds)
    guard try connection.nextNotification(until: deadline) != nil else { return }
    // What rings now is answered by one reading.
    while connection.takeNotification() != nil {}
  }

  private mutating func catchUp(_ connection: PostgresConnection) throws(PostgresFailure) {
    let counts = try read(connection)
    if state == .offline {
      // Nobody knows what was missed.
      known = counts
      report.yield(.changed(Set(ChangeTopic.allCases)))
    } else {
      try tell(counts)
    }
  }

  private mutating func tell(_ counts: TopicCounts) throws(PostgresFailure) {
    let changed = known.map { counts.changed(since: $0) } ?? []
    known = counts
    guard !changed.isEmpty else { return }
    report.yield(.changed(changed))
    guard pause(Self.pauseMilliseconds) else { throw .stopped }
  }

  private mutating func show(_ new: ChangeNotice.ConnectionState) {
    guard new != state else { return }
    state = new
    report.yield(.connection(new))
  }

  private func read(_ connection: PostgresConnection) throws(PostgresFailure) -> TopicCounts {
    do throws(PostgresFailure) {
      return TopicCounts(try connection.run(TopicCounts.query, until: statementDeadline))
    } catch {
      // Before the first migration there is no table, and nothing that could change.
      if case .server(let refusal) = error, refusal.state == "42P01" { return TopicCounts() }
      throw error
    }
  }

  private var statementDeadline: Deadline { Deadline(milliseconds: 3000) }

  /// Whether notifications arrive here: one is sent from another connection, because a pooler may
  /// pass on those of the same connection and lose all others.
  private func listens(_ connection: PostgresConnection) throws(PostgresFailure) -> Bool {
    let nonce = String(random(), radix: 16)
    do throws(PostgresFailure) {
      let script = "LISTEN \(Self.channel); LISTEN \(Self.probeChannel)"
      try connection.runScript(script, until: statementDeadline)
      do {
        let other = try connector.connect(wake: wake)
        _ = try other.run(
          "SELECT pg_notify(?, ?)", [.text(Self.probeChannel), .text(nonce)],
          until: statementDeadline)
      }
      let isHeard = try hears(nonce, connection)
      try connection.runScript("UNLISTEN \(Self.probeChannel)", until: statementDeadline)
      return isHeard
    } catch {
      // A server without notifications, or without room for one more connection: ask instead.
      if error == .stopped || !connection.isUsable { throw error }
      return false
    }
  }

  private func hears(
    _ nonce: String, _ connection: PostgresConnection
  ) throws(PostgresFailure) -> Bool {
    let deadline = Deadline(milliseconds: Self.probeMilliseconds)
    while let text = try connection.nextNotification(until: deadline) {
      if text == nonce { return true }
    }
    return false
  }

  /// Waits; false when the feed was stopped meanwhile.
  private func pause(_ milliseconds: Int) -> Bool {
    let deadline = Deadline(milliseconds: milliseconds)
    return SocketWait.wait(-1, writing: false, until: deadline, wake: wake) != .woken
  }
}
