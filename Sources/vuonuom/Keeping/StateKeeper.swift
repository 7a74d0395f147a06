import DashboardKit
import Dispatch
import Foundation
import Incubation

/// Keeps what outlives the program while it runs: drafts of what is typed, half a second behind the
/// keys. With nothing typed and nothing changed it does nothing at all.
@MainActor
final class StateKeeper {
  private let shell: Shell
  private let drafts: DraftFolder
  private let now: @Sendable () -> Timestamp
  private let queue = DispatchQueue(label: "vuonuom.keeping")
  private var isDraftDue = false
  /// Whether files of drafts may be there, so that they have to be taken away after a save.
  private var hasWritten = false
  private var told: DraftFolder.Trouble?

  /// A draft is written at the latest so long after a key: with the time that a disk takes, what
  /// was typed is safe within a second.
  static let draftMilliseconds = 400

  init(shell: Shell, drafts: DraftFolder, now: @escaping @Sendable () -> Timestamp) {
    self.shell = shell
    self.drafts = drafts
    self.now = now
  }

  /// Begins to keep, and offers what an earlier run left behind.
  func begin() async {
    shell.stateTouched = { [weak self] in self?.touched() }
    shell.draftAnswered = { [weak self] kept, answer in self?.take(answer, kept) ?? false }
    let found = await Task.detached { [drafts] in drafts.find() }.value
    if !found.damaged.isEmpty { shell.announce(KeepingWords(shell.language).damaged(found, drafts)) }
    if !found.drafts.isEmpty { shell.offer(found.drafts) }
  }

  private func take(_ answer: Shell.DraftAnswer, _ kept: KeptDraft) -> Bool {
    switch answer {
    case .discard: return drafts.discard(kept)
    case .reopen:
      guard drafts.claim(kept) else { return false }
      hasWritten = true
      return true
    }
  }

  private func touched() {
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

  private func keepDrafts() {
    isDraftDue = false
    let typed = shell.drafts
    hasWritten = !typed.isEmpty
    let moment = now()
    queue.async { [drafts, weak self] in
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
    var typed: [String: Draft] = [:]
    if case .left = ending {} else { typed = shell.drafts }
    guard hasWritten || !typed.isEmpty else { return }
    let moment = now()
    queue.sync { [drafts] in _ = drafts.keep(typed, at: moment) }
  }
}
