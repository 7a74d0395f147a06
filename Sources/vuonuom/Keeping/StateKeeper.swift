import DashboardKit
import Dispatch
import Foundation
import Incubation

/// Keeps what outlives the program while it runs: drafts of what is typed, half a second behind the
/// keys, and where the user is, some seconds behind. With nothing typed and nothing changed it does
/// nothing at all.
@MainActor
final class StateKeeper {
  private let shell: Shell
  /// Nil when there is nothing to come back to, as with a demo in a temporary file.
  private let drafts: DraftFolder?
  private let session: SessionFile?
  private let firstStart = FirstStart(Places.state)
  private let now: @Sendable () -> Timestamp
  private let queue = DispatchQueue(label: "vuonuom.keeping")
  private var isDraftDue = false
  private var isSessionDue = false
  private var lastSession: JSONValue?
  /// Whether files of drafts may be there, so that they have to be taken away after a save.
  private var hasWritten = false
  private var told: DraftFolder.Trouble?

  /// A draft is written at the latest so long after a key: with the time that a disk takes, what
  /// was typed is safe within a second.
  static let draftMilliseconds = 400
  /// So long after a change at the latest, where the user is is written.
  static let sessionMilliseconds = 3_000

  init(
    shell: Shell, drafts: DraftFolder?, session: SessionFile?,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.shell = shell
    self.drafts = drafts
    self.session = session
    self.now = now
  }

  /// Begins to keep, and offers what an earlier run left behind. `tour` is begun at once; without
  /// one, whoever is new is asked.
  func begin(tour: UserRole?) async {
    shell.tourAnswered = { [firstStart, queue] in queue.async { firstStart.remember() } }
    let isNew = firstStart.isNew(session)
    await offerDrafts()
    if let tour {
      shell.startTour(for: tour)
      shell.tourAnswered?()
    } else if isNew {
      shell.offerTour()
    }
  }

  private func offerDrafts() async {
    guard let drafts else { return }
    shell.stateTouched = { [weak self] in self?.touched() }
    shell.draftAnswered = { [weak self] kept, answer in self?.take(answer, kept) ?? false }
    let found = await Task.detached { drafts.find() }.value
    if !found.damaged.isEmpty {
      shell.announce(KeepingWords(shell.language).damaged(found, drafts))
    }
    if !found.drafts.isEmpty { shell.offer(found.drafts) }
    // Something may have been typed before anybody listened.
    touched()
  }

  private func take(_ answer: Shell.DraftAnswer, _ kept: KeptDraft) -> Bool {
    guard let drafts else { return false }
    switch answer {
    case .discard: return drafts.discard(kept)
    case .reopen:
      guard drafts.claim(kept) else { return false }
      hasWritten = true
      return true
    }
  }

  private func touched() {
    touchSession()
    guard drafts != nil else { return }
    let isTyped = shell.hasUnsavedInput
    // What was saved or given up is taken away at once, so that it is never offered again.
    if hasWritten, !isTyped { return keepDrafts() }
    guard isTyped || hasWritten, !isDraftDue else { return }
    isDraftDue = true
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(Self.draftMilliseconds)) {
      [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.isDraftDue else { return }
        self.keepDrafts()
      }
    }
  }

  private func touchSession() {
    guard let session, !isSessionDue else { return }
    isSessionDue = true
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(Self.sessionMilliseconds)) {
      [weak self] in
      MainActor.assumeIsolated {
        guard let self else { return }
        self.isSessionDue = false
        guard let changed = self.changedSession else { return }
        self.queue.async { session.save(changed) }
      }
    }
  }

  /// Where the user is, when it is not what was written last.
  private var changedSession: JSONValue? {
    let now = shell.memento
    guard now != lastSession else { return nil }
    lastSession = now
    return now
  }

  private func keepDrafts() {
    isDraftDue = false
    guard let drafts else { return }
    let typed = shell.drafts
    hasWritten = !typed.isEmpty
    let moment = now()
    queue.async { [weak self] in
      let trouble = drafts.keep(typed, at: moment)
      DispatchQueue.main.async { MainActor.assumeIsolated { self?.tell(trouble) } }
    }
  }

  /// Says once that drafts cannot be kept, and again only after they could be.
  private func tell(_ trouble: DraftFolder.Trouble?) {
    defer { told = trouble }
    guard let trouble, trouble != told else { return }
    shell.announce(KeepingWords(shell.language).notKept(trouble))
  }

  /// The last thing done: what is typed is on the disk when this returns. Who left the program has
  /// answered the question about what is not saved, so nothing is kept then.
  func end(_ ending: EventLoop.Ending) {
    guard let drafts else { return queue.sync {} }
    var typed: [String: Draft] = [:]
    if case .left = ending {} else { typed = shell.drafts }
    let isTyped = hasWritten || !typed.isEmpty
    let (moment, changed) = (now(), changedSession)
    queue.sync { [session] in
      if isTyped { _ = drafts.keep(typed, at: moment) }
      if let changed { session?.save(changed) }
    }
  }
}
