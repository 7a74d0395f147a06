import DashboardKit
import Dispatch
import Foundation
import Incubation
import Storage
import TerminalCanvas
import TerminalCurses

/// Connects the shell with the terminal, the change feed and the clock. All of it lives on the
/// main thread; nothing here waits.
@MainActor
final class EventLoop {
  private let shell: Shell
  private let session: TerminalSession
  private let now: @Sendable () -> Timestamp
  private let pause: WritePause
  private let finish: @MainActor (Ending) -> Void
  /// When the last two frames were drawn, the older first.
  private var frameTimes: (DispatchTime?, DispatchTime?) = (nil, nil)
  private var isFrameScheduled = false
  private var timer: (any DispatchSourceTimer)?
  private var feed: Task<Void, Never>?
  private var isRunning = true
  private var isSuspending = false
  /// What begins after the first frame; nil once it has begun.
  private var firstWork: (@MainActor () async -> Void)?

  /// How the program ended.
  enum Ending {
    case left
    case hangUp
    case signal(Int32)
  }

  /// At most one frame in this time on average; two may follow at once, the answer to a key and
  /// the rows that it made the screen load.
  private static let frameMilliseconds = 16

  init(
    shell: Shell, session: TerminalSession, now: @escaping @Sendable () -> Timestamp,
    pause: WritePause, finish: @escaping @MainActor (Ending) -> Void
  ) {
    self.shell = shell
    self.session = session
    self.now = now
    self.pause = pause
    self.finish = finish
  }

  /// Begins. The first frame comes with its rows, which are usually there within milliseconds; a
  /// slow server gets an empty screen after 50. `afterwards` is what can wait until then.
  func start(
    changes: AsyncStream<ChangeNotice>, afterwards: @escaping @MainActor () async -> Void
  ) {
    firstWork = afterwards
    session.start(
      onEvents: { [weak self] in self?.take($0) },
      onHangUp: { [weak self] in self?.end(.hangUp) },
      onStop: { [weak self] in self?.end(.signal($0)) },
      onSuspend: { [weak self] in self?.suspend() })
    shell.suspendWanted = { [weak self] in self?.suspend() }
    feed = Task { [weak self] in
      for await notice in changes { self?.take(notice) }
    }
    Task { [weak self] in
      await self?.shell.untilIdle()
      self?.beginFrames()
    }
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(50)) { [weak self] in
      MainActor.assumeIsolated { self?.beginFrames() }
    }
  }

  private func beginFrames() {
    guard isRunning, let work = firstWork else { return }
    firstWork = nil
    shell.frameWanted = { [weak self] in self?.wantFrame() }
    frame()
    Task { await work() }
  }

  private func take(_ events: [InputEvent]) {
    guard isRunning else { return }
    shell.handle(events)
    afterwards()
  }

  private func take(_ notice: ChangeNotice) {
    guard isRunning else { return }
    shell.notice(notice)
    afterwards()
  }

  private func afterwards() {
    if shell.isFinished { return end(.left) }
    if shell.needsFrame { wantFrame() }
    schedule()
  }

  /// Draws at once when the frame before the last is long enough ago, else when it is.
  private func wantFrame() {
    guard isRunning, firstWork == nil, !isFrameScheduled else { return }
    isFrameScheduled = true
    let wait = frameTimes.0.map { $0 + .milliseconds(2 * Self.frameMilliseconds) } ?? .now()
    guard wait > .now() else {
      // All input that is waiting is taken in first: this comes behind it in the queue.
      DispatchQueue.main.async { [weak self] in MainActor.assumeIsolated { self?.frame() } }
      return
    }
    DispatchQueue.main.asyncAfter(deadline: wait) { [weak self] in
      MainActor.assumeIsolated { self?.frame() }
    }
  }

  private func frame() {
    isFrameScheduled = false
    guard isRunning, shell.needsFrame else { return }
    frameTimes = (frameTimes.1, .now())
    session.terminal.present(shell.draw(session.terminal.size))
    schedule()
  }

  /// Wakes up when a message has stood long enough.
  private func schedule() {
    timer?.cancel()
    timer = nil
    guard isRunning, let deadline = shell.nextDeadline else { return }
    let wait = max(1, deadline.milliseconds - now().milliseconds)
    let source = DispatchSource.makeTimerSource(queue: .main)
    source.schedule(deadline: .now() + .milliseconds(Int(wait)), leeway: .milliseconds(20))
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.isRunning else { return }
        self.shell.tick(self.now())
        self.afterwards()
      }
    }
    source.activate()
    timer = source
  }

  /// Gives the terminal back and stops, as soon as nothing is being written: whoever waits for the
  /// lock of a stopped program would wait for ever.
  private func suspend() {
    guard isRunning, !isSuspending else { return }
    isSuspending = true
    if !pause.isQuiet { shell.announceSuspending() }
    Task { [weak self] in
      guard let self else { return }
      await pause.pause()
      if isRunning { session.suspend() }
      pause.resume()
      isSuspending = false
    }
  }

  private func end(_ ending: Ending) {
    guard isRunning else { return }
    isRunning = false
    timer?.cancel()
    feed?.cancel()
    finish(ending)
  }
}
