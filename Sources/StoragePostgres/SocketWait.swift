import Glibc

/// A moment on the clock that no one can set, in milliseconds.
struct Deadline {
  private let moment: Int

  /// A moment from now.
  init(milliseconds: Int) { moment = Self.now + milliseconds }

  /// How long until then; 0 when it is over.
  var remaining: Int { max(0, moment - Self.now) }

  var isOver: Bool { remaining == 0 }

  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// A pipe that wakes a thread that waits in `poll`.
final class WakePipe: Sendable {
  private let reading: Int32
  private let writing: Int32

  /// nil when the process has no file descriptor left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    reading = ends[0]
    writing = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    Glibc.close(reading)
    Glibc.close(writing)
  }

  /// Wakes whoever waits, now and from now on.
  func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// The end that becomes readable.
  var descriptor: Int32 { reading }
}

/// Waiting for a socket.
enum SocketWait {
  enum Outcome: Equatable {
    case readable, writable, timeOut, woken
  }

  /// Blocks until the socket is ready, the deadline is over, or `wake` says stop. A socket of -1
  /// waits for the deadline only.
  static func wait(
    _ socket: Int32, writing: Bool, until deadline: Deadline, wake: WakePipe?
  ) -> Outcome {
    let wanted = writing ? POLLIN | POLLOUT : POLLIN
    while true {
      var watched = [
        pollfd(fd: socket, events: Int16(wanted), revents: 0),
        pollfd(fd: wake?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&watched, 2, Int32(clamping: deadline.remaining))
      if watched[1].revents != 0 { return .woken }
      let ready = Int32(watched[0].revents)
      // An error or a hang-up is for libpq to read.
      if ready & ~POLLOUT != 0 { return .readable }
      if ready & POLLOUT != 0 { return .writable }
      if count == 0 || deadline.isOver { return .timeOut }
    }
  }
}
