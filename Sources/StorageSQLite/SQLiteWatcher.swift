import Dispatch
import Foundation
import GRDB
import Storage
import Synchronization

/// Looks for changes on a connection and a thread of its own: `PRAGMA data_version` every 250 ms,
/// and at once after a write of this process. An idle program wakes up four times a second here
/// and nowhere else.
final class SQLiteWatcher: Sendable {
  private struct State {
    var continuations: [Int: AsyncStream<ChangeNotice>.Continuation] = [:]
    var nextKey = 0
    var isRunning = false
    var isStopped = false
  }

  /// The file under the watched connection is no longer the one at its path.
  private struct Moved: Error {}

  private let state = Mutex(State())
  private let pollMilliseconds: Int32
  private let open: @Sendable () throws -> DatabaseQueue
  /// A pipe that wakes the thread: read end, write end.
  private let bell: (reading: Int32, writing: Int32)
  /// Signalled when the thread has closed its connection.
  private let ended = DispatchSemaphore(value: 0)

  /// A watcher; a negative interval means that only this process writes.
  init(pollMilliseconds: Int32, open: @escaping @Sendable () throws -> DatabaseQueue) {
    self.pollMilliseconds = pollMilliseconds
    self.open = open
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    bell = (ends[0], ends[1])
  }

  deinit {
    close(bell.reading)
    close(bell.writing)
  }

  /// Says that this process has written.
  func poke() {
    var byte: UInt8 = 1
    _ = Foundation.write(bell.writing, &byte, 1)
  }

  /// Ends all reports, and waits until the watching connection is closed, so that the one that
  /// writes is the last to close.
  func stop() {
    let (continuations, waits) = state.withLock { state in
      defer { state.continuations = [:] }
      let waits = state.isRunning && !state.isStopped
      state.isStopped = true
      return (Array(state.continuations.values), waits)
    }
    continuations.forEach { $0.finish() }
    poke()
    if waits { _ = ended.wait(timeout: .now() + 2) }
  }

  func changes() -> AsyncStream<ChangeNotice> {
    AsyncStream { continuation in
      let (key, starts, isStopped) = state.withLock { state in
        if state.isStopped { return (0, false, true) }
        defer { state.nextKey += 1 }
        state.continuations[state.nextKey] = continuation
        let starts = !state.isRunning
        state.isRunning = true
        return (state.nextKey, starts, false)
      }
      if isStopped { return continuation.finish() }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { $0.continuations[key] = nil }
      }
      continuation.yield(.connection(.live))
      if starts { start() }
    }
  }

  private func start() {
    // What was written until now is known to whoever asks for changes, so the sequence is read
    // before the thread starts.
    let queue = try? open()
    // The version first: what is written between the two is then seen as new, not passed over.
    let version = queue.flatMap { try? Self.dataVersion($0) }
    let first = queue.flatMap { try? Self.sequences($0) } ?? [:]
    let thread = Thread { [self] in
      watch(queue, from: first, at: version)
      ended.signal()
    }
    thread.stackSize = 512 * 1024
    thread.name = "changes"
    thread.start()
  }

  private func watch(
    _ opened: DatabaseQueue?, from first: [String: Int64], at firstVersion: Int64?
  ) {
    var queue = opened
    var known = first
    var version = firstVersion
    while !state.withLock({ $0.isStopped }) {
      let wasPoked = wait()
      do {
        let source = try queue ?? open()
        let wasLost = queue == nil
        queue = source
        let now = try Self.dataVersion(source)
        guard now != version || wasPoked || wasLost else { continue }
        version = now
        let sequences = try Self.sequences(source)
        if wasLost { yield(.connection(.live)) }
        report(from: known, to: sequences, all: wasLost)
        known = sequences
      } catch {
        if queue != nil { yield(.connection(.offline)) }
        queue = nil
        // What is at the path now is another database than the one that the screens read.
        if error is Moved { break }
      }
    }
    if pollMilliseconds >= 0 { try? queue?.close() }
  }

  /// Waits for the bell or the end of the interval; returns whether it rang.
  private func wait() -> Bool {
    var descriptor = pollfd(fd: bell.reading, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, pollMilliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(bell.reading, &buffer, buffer.count) > 0 {}
    return true
  }

  private func report(from old: [String: Int64], to new: [String: Int64], all: Bool) {
    let topics = new.filter { all || old[$0.key] != $0.value }
      .compactMap { ChangeTopic(rawValue: $0.key) }
    if !topics.isEmpty { yield(.changed(Set(topics))) }
  }

  private func yield(_ notice: ChangeNotice) {
    let continuations = state.withLock { Array($0.continuations.values) }
    continuations.forEach { $0.yield(notice) }
  }

  private static func dataVersion(_ queue: DatabaseQueue) throws -> Int64 {
    try queue.unsafeRead { database in
      if SQLiteOpening.hasMoved(database) { throw Moved() }
      return try Int64.fetchOne(database, sql: "PRAGMA data_version") ?? 0
    }
  }

  private static func sequences(_ queue: DatabaseQueue) throws -> [String: Int64] {
    try queue.unsafeRead { database in
      let rows = try Row.fetchAll(database, sql: "SELECT topic, seq FROM change_topic")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }
}
