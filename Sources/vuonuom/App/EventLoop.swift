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
  private let finish: @MainActor (Ending) -> Void
  private var lastFrame: DispatchTime?
  private var isFrameScheduled = false
  private var timer: (any DispatchSourceTimer)?
  private var feed: Task<Void, Never>?
  private var isRunning = true

  /// How the program ended.
  enum Ending {
    case left
    case hangUp
    case signal(Int32)
  }

  /// At most one frame in this time.
  private static let frameMilliseconds = 16

  init(
    shell: Shell, session: TerminalSession, now: @escaping @Sendable () -> Timestamp,
    finish: @escaping @MainActor (Ending) -> Void
  ) {
    self.shell = shell
    self.session = session
    self.now = now
    self.finish = finish
  }

  func start(changes: AsyncStream<ChangeNotice>) {
    shell.frameWanted = { [weak self] in self?.wantFrame() }
    session.start(
      onEvents: { [weak self] in self?.take($0) },
      onHangUp: { [weak self] in self?.end(.hangUp) },
      onStop: { [weak self] in self?.end(.signal($0)) })
    feed = Task { [weak self] in
      for await notice in changes { self?.take(notice) }
    }
    wantFrame()
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

  /// Draws at once when the last frame is long enough ago, else when it is.
  private func wantFrame() {
    guard isRunning, !isFrameScheduled else { return }
    isFrameScheduled = true
    let wait = lastFrame.map { $0 + .milliseconds(Self.frameMilliseconds) } ?? .now()
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
    // A first frame without its rows would only be painted over.
    if lastFrame == nil, !shell.isIdle, waitsForFirstRows() { return }
    lastFrame = .now()
    session.terminal.present(shell.draw(session.terminal.size))
    schedule()
  }

  private var patience = 5

  /// Whether the first frame should still wait for its rows: they are usually there within
  /// milliseconds; a slow server gets an empty screen after 50.
  private func waitsForFirstRows() -> Bool {
    guard patience > 0 else { return false }
    patience -= 1
    isFrameScheduled = true
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(10)) { [weak self] in
      MainActor.assumeIsolated { self?.frame() }
    }
    return true
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

  private func end(_ ending: Ending) {
    guard isRunning else { return }
    isRunning = false
    timer?.cancel()
    feed?.cancel()
    finish(ending)
  }
}
