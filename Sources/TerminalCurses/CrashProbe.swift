#if DEBUG
  import Dispatch
  import Glibc

  /// Ways to end the program badly, so that tests can see that the terminal survives each.
  /// Exists in debug builds only.
  public enum CrashProbe: String, CaseIterable, Sendable {
    case fatal, index, unwrap, overflow
    /// Endless recursion, after which no handler can run on the stack of the thread.
    case stack
    case abort, segv, bus, ill, trap, fpe, sys, quit, hup, term, int
    /// Leaves by `exit` without closing the session.
    case exit
    /// Keeps the main thread busy for ever, so that a polite signal is never looked at.
    case stall
    /// A crash on another thread than the first.
    case worker

    /// Ends the program in this way, 200 ms from now, on the main queue.
    public func arm() {
      DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(200)) { self.run() }
    }

    private func run() {
      let nothing: [Int] = []
      switch self {
      case .fatal: fatalError("crash probe: fatal error")
      case .index: _ = nothing[nothing.count + 1]
      case .unwrap:
        let missing: Int? = nothing.first
        _ = missing!
      case .overflow: _ = Int.max - nothing.count + (nothing.count + 1)
      case .stack: _ = Self.depth(of: 1)
      case .exit: Glibc.exit(3)
      case .stall: while true { usleep(1000) }
      case .worker:
        DispatchQueue.global().async { fatalError("crash probe: on a worker thread") }
      case .abort: Glibc.abort()
      // To the process and not to this thread: the workers of the main queue block most signals.
      default: kill(getpid(), signal)
      }
    }

    @inline(never)
    private static func depth(of level: Int) -> Int {
      level < 0 ? 0 : depth(of: level + 1) + level % 3
    }

    private var signal: Int32 {
      switch self {
      case .segv: SIGSEGV
      case .bus: SIGBUS
      case .ill: SIGILL
      case .trap: SIGTRAP
      case .fpe: SIGFPE
      case .sys: SIGSYS
      case .quit: SIGQUIT
      case .hup: SIGHUP
      case .int: SIGINT
      default: SIGTERM
      }
    }
  }
#endif
