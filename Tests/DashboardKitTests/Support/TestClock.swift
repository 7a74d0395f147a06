import Incubation
import Synchronization

/// A clock that moves only when a test says so.
final class TestClock: Sendable {
  private let milliseconds: Mutex<Int64>

  init(_ start: Timestamp) { milliseconds = Mutex(start.milliseconds) }

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1_000 } }
}

/// Holds effects back until a test lets them go on.
final class Gate: Sendable, Equatable {
  private struct State {
    var isOpen = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  static func == (left: Gate, right: Gate) -> Bool { left === right }

  /// Returns when the gate is open, even in a cancelled task: as a driver that cannot be stopped.
  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  func open() {
    let woken = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in woken { continuation.resume() }
  }
}
