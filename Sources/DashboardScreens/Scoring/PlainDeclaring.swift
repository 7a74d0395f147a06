import DashboardKit
import Incubation
import Storage

/// What a judge declares and asks for in plain lines: a conflict of interest, a sealed sheet opened
/// again.
enum PlainDeclaring {
  static func conflict(
    _ state: ScoringState, _ page: ScoringPage, _ talk: PlainTalk
  ) async throws {
    let text = PlainScoringText(language: talk.language)
    var state = state
    let entries = page.entries.map { entry in
      PlainOption(
        entry.entry.description,
        PlainLine.spoken(text.score.name(of: entry), talk.language), aliases: [entry.code])
    }
    let chosen = try await PlainScoring.entry(among: entries, page, talk, isShown: false)
    state.place = page.entries.firstIndex { $0.entry.description == chosen } ?? 0
    let kinds = ConflictOfInterest.Kind.allCases.map {
      PlainOption($0.rawValue, $0.label(talk.language), aliases: [$0.rawValue])
    }
    let kind = try await talk.option(text.score.conflictTitle, kinds, isShown: true)
    let reason = try await words(PlainQuestion(text.score.conflictReason), talk)
    guard try await talk.confirm(text.score.conflictWarning), let entry = state.entry else {
      return
    }
    let conflict = ConflictOfInterest(
      entry: entry.entry, judge: page.judge,
      kind: ConflictOfInterest.Kind(rawValue: kind) ?? .other, reason: reason)
    await PlainScoring.carryOut(
      [.perform(.declare(conflict, page.snapshot.round.id))], &state, talk)
  }

  /// Asks whether the sealed sheet is to be opened again, and why.
  static func askReopening(_ state: ScoringState, _ talk: PlainTalk) async throws {
    let text = PlainScoringText(language: talk.language)
    var state = state
    guard let page = state.page, let entry = state.entry,
      page.snapshot.round.state.takesScores,
      try await talk.confirm(text.score.reopen.title)
    else { return }
    let reason = try await words(
      PlainQuestion(text.score.reopenTitle, isRequired: true), talk)
    await PlainScoring.carryOut(
      [
        .perform(
          .askReopening(page.place(of: entry.entry), page.snapshot.round.id, reason))
      ], &state, talk)
  }

  private static func words(_ question: PlainQuestion, _ talk: PlainTalk) async throws -> SafeText {
    let value = try await talk.value(question) { words in
      do throws(SafeText.Refusal) {
        _ = try SafeText(words)
        return nil
      } catch {
        return .text(error)
      }
    }
    guard case .text(let words) = value else { return .empty }
    return try SafeText(words)
  }
}
