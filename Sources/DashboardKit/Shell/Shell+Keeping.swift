import Incubation
import TerminalCanvas

/// What outlives the program: drafts of what was typed.
extension Shell {
  /// Everything that was typed and is not saved, by what it belongs to. Two forms over one record
  /// are both there, the later under a name of its own.
  public var drafts: [String: Draft] {
    var result: [String: Draft] = [:]
    for draft in allHosts.compactMap(\.draft) {
      var key = draft.key
      var number = 1
      while result[key] != nil {
        number += 1
        key = "\(draft.key) \(number)"
      }
      result[key] = draft
    }
    return result
  }

  /// Whether anything was typed that is not saved.
  public var hasUnsavedInput: Bool { allHosts.contains(where: \.hasUnsavedInput) }

  /// What was answered to the question about a draft.
  public enum DraftAnswer: Sendable {
    /// Open it again.
    case reopen
    /// It was not wanted.
    case discard
  }

  /// Offers what earlier runs left behind, one after another. Whoever is at something already is
  /// not interrupted: a message says where the drafts are.
  public func offer(_ kept: [KeptDraft]) {
    waitingDrafts += kept
    guard let first = waitingDrafts.first else { return }
    if layers.isEmpty, !hasUnsavedInput {
      ask(about: first)
    } else {
      announce(Message(.info, text.draftsWaiting(waitingDrafts.count)))
    }
  }

  func ask(about kept: KeptDraft) {
    let when = Formatting(context.language).moment(kept.savedAt, today: context.today)
    let dialog = ConfirmDialog(
      title: text.draftTitle,
      question: text.draftQuestion(kept.draft.title(context.language).string, when),
      choices: [text.reopenDraft, text.laterDraft, text.discardDraft])
    layers.append(.draft(dialog, kept))
    wantFrame()
  }

  /// Takes an answer in; nil leaves the draft for later. Then asks about the next.
  func answer(_ choice: Int?, about kept: KeptDraft) {
    let rest = waitingDrafts.drop { $0 != kept }.dropFirst()
    switch choice {
    case 0: reopen(kept)
    case 2: discard(kept)
    default: break
    }
    if let next = rest.first { ask(about: next) }
  }

  private func reopen(_ kept: KeptDraft) {
    waitingDrafts.removeAll { $0 == kept }
    guard draftAnswered?(kept, .reopen) ?? true else {
      announce(Message(.warning, text.draftGone))
      return
    }
    resume(kept.draft)
  }

  private func discard(_ kept: KeptDraft) {
    waitingDrafts.removeAll { $0 == kept }
    _ = draftAnswered?(kept, .discard)
    announce(Message(.done, text.draftDiscarded(kept.draft.title(context.language).string)))
  }

  /// Opens the form of a draft: in its tab when its screen has one, else above what is seen.
  func resume(_ draft: Draft) {
    var place = draft.destination
    place.draft = draft
    if let index = tabs.firstIndex(where: { $0.destination.screen == place.screen }) {
      if tab != index { select(index) }
      place.memento = stacks[tab].first?.memento
    }
    let isSame =
      current?.destination.screen == place.screen
      && (stacks[tab].count == 1 || current?.destination.venture == place.venture)
    if let host = current, isSame, !host.hasUnsavedInput {
      replace(host, with: place)
    } else {
      current?.show(false)
      push(place)
    }
    wantFrame()
  }
}
