import Dispatch
import Foundation

/// Runs work of the main actor to its end from the synchronous main function.
enum MainRun {
  @MainActor private final class Box<T: Sendable> {
    var result: Result<T, any Error>?
  }

  /// Serves the main queue until the work is done, and returns what came of it.
  static func wait<T: Sendable>(
    _ body: @escaping @MainActor @Sendable () async throws -> T
  ) throws -> T {
    return try MainActor.assumeIsolated {
      let box = Box<T>()
      Task { @MainActor in
        do { box.result = .success(try await body()) } catch { box.result = .failure(error) }
      }
      while box.result == nil {
        _ = RunLoop.main.run(mode: .default, before: Date(timeIntervalSinceNow: 0.05))
      }
      guard let result = box.result else { preconditionFailure("the work has left no result") }
      return try result.get()
    }
  }
}
