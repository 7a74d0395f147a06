import Dispatch
import Glibc
import Storage
import Synchronization

/// Threads of our own: what waits for a server would starve the pool that Swift's tasks share.
enum OwnThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread; false when the system has none left.
  ///
  /// It takes no signals: those belong to the threads that handle them. What a crash raises cannot
  /// be blocked, or the terminal would not be given back.
  static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
    var blocked = sigset_t()
    var before = sigset_t()
    sigfillset(&blocked)
    for crash in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&blocked, crash) }
    pthread_sigmask(SIG_SETMASK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      body.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}

/// A thread with one connection, which runs one transaction after the other.
final class Lane: Sendable {
  private typealias Job = @Sendable (PostgresSession) -> Void

  private struct State {
    var jobs: [Job] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)

  init(
    _ connector: PostgresConnector, random: @escaping @Sendable () -> UInt64
  ) throws(StorageError) {
    let isStarted = OwnThread.start { [state = Shared(self)] in
      state.lane.serve(PostgresSession(connector, random: random))
    }
    guard isStarted else { throw .unavailable("The system has no thread left.") }
  }

  /// Keeps the lane alive for its thread.
  private struct Shared: Sendable {
    let lane: Lane
    init(_ lane: Lane) { self.lane = lane }
  }

  /// Runs something on the lane's thread.
  func run<T: Sendable>(
    _ body: @escaping @Sendable (PostgresSession) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { (answer: CheckedContinuation<T, any Error>) in
      let isAccepted = enqueue { session in
        answer.resume(with: Result { try body(session) })
      }
      if !isAccepted {
        answer.resume(throwing: StorageError.unavailable("The database was closed."))
      }
    }
  }

  /// Ends the lane after what it was given so far, and waits until its connection is closed.
  func close() async {
    await withCheckedContinuation { (answer: CheckedContinuation<Void, Never>) in
      let isAccepted = enqueue(isLast: true) { session in
        session.close()
        answer.resume()
      }
      if !isAccepted { answer.resume() }
    }
  }

  /// Ends the lane after what it was given so far, without waiting.
  func abandon() { _ = enqueue(isLast: true) { $0.close() } }

  private func enqueue(isLast: Bool = false, _ job: @escaping Job) -> Bool {
    let isAccepted = state.withLock { state in
      guard !state.isClosed else { return false }
      state.jobs.append(job)
      state.isClosed = isLast
      return true
    }
    if isAccepted { wake.signal() }
    return isAccepted
  }

  private func serve(_ session: PostgresSession) {
    while true {
      wake.wait()
      let (job, isLast) = state.withLock { state -> (Job?, Bool) in
        let job = state.jobs.isEmpty ? nil : state.jobs.removeFirst()
        return (job, state.isClosed && state.jobs.isEmpty)
      }
      job?(session)
      if isLast { return }
    }
  }
}
