import Incubation
import Storage
import Synchronization

/// Lets writing come to its end before the program is stopped, and holds back what would begin
/// then: a stopped process that has a lock would keep everybody else from writing.
final class WritePause: Sendable {
  private struct State {
    var running = 0
    var isPaused = false
    var held: [CheckedContinuation<Void, Never>] = []
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  /// Whether nothing is being written.
  var isQuiet: Bool { state.withLock { $0.running == 0 } }

  /// Runs a write; waits first while writing is paused.
  func write<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
    await begin()
    defer { end() }
    return try await body()
  }

  /// Returns when nothing is being written and nothing will be until `resume`.
  func pause() async {
    await withCheckedContinuation { continuation in
      let isQuiet = state.withLock { state in
        state.isPaused = true
        if state.running > 0 { state.waiting.append(continuation) }
        return state.running == 0
      }
      if isQuiet { continuation.resume() }
    }
  }

  /// Lets writing go on.
  func resume() {
    let woken = state.withLock { state in
      state.isPaused = false
      state.running += state.held.count
      defer { state.held = [] }
      return state.held
    }
    for continuation in woken { continuation.resume() }
  }

  private func begin() async {
    await withCheckedContinuation { continuation in
      let mayBegin = state.withLock { state in
        if state.isPaused { state.held.append(continuation) } else { state.running += 1 }
        return !state.isPaused
      }
      if mayBegin { continuation.resume() }
    }
  }

  private func end() {
    let woken = state.withLock { state in
      state.running -= 1
      guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in woken { continuation.resume() }
  }
}

/// A database whose writes can be paused.
struct PausableDatabase: SQLDatabase {
  let inner: any SQLDatabase
  let pause: WritePause

  var dialect: SQLDialect { inner.dialect }
  var displayName: String { inner.displayName }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { try await inner.read(body) }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { try await pause.write { try await inner.write(body) } }

  func changes() -> AsyncStream<ChangeNotice> { inner.changes() }
  func close() async { await inner.close() }
}
