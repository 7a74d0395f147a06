import Dispatch
import Synchronization

/// Waits on the calling thread for asynchronous work. For the command line and the moments before
/// the screen stands; never while it does.
enum Blocking {
  private final class Box<T: Sendable>: Sendable {
    let value = Mutex<Result<T, any Error>?>(nil)
  }

  /// Runs the work and returns what came of it.
  static func run<T: Sendable>(_ body: @escaping @Sendable () async throws -> T) throws -> T {
    let box = Box<T>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      let result: Result<T, any Error>
      do { result = .success(try await body()) } catch { result = .failure(error) }
      box.value.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    guard let result = box.value.withLock({ $0 }) else {
      preconditionFailure("work that was waited for has left no result")
    }
    return try result.get()
  }
}
