import DashboardKit
import Incubation
import Storage

/// A question of the screens about contests, asked line by line: what is to be known is read out,
/// every field is asked for, and what came of it is said.
struct PlainAsk<Files: FileSource> {
  let panel: AskPanel

  /// Asks, and does it. Says whether it was done.
  @discardableResult
  func run(_ talk: PlainTalk) async throws -> Bool {
    await talk.tell(panel.title(talk.language))
    for note in panel.notes { await talk.tell(note.words(talk.language)) }
    if panel.isOnlyShown { return false }
    var values: [String: String] = [:]
    for field in panel.fields {
      let value = try await ask(field, talk)
      if !value.allSatisfy(\.isWhitespace) { values[field.id] = value }
    }
    let question = talk.language.say("Làm việc này?", "Do it?")
    guard try await talk.confirm(question) else { return false }
    let answer = AskAnswer(task: panel.task, values: values)
    switch await ContestDesk<Files>(services: talk.services).perform(answer) {
    case .done(let words, let receipt):
      if let receipt { talk.remember([receipt]) }
      await talk.tell(words(talk.language))
      return true
    case .failed(let trouble):
      for words in trouble { await talk.tell(words(talk.language)) }
      return false
    }
  }

  private func ask(_ field: AskField, _ talk: PlainTalk) async throws -> String {
    let language = talk.language
    switch field.kind {
    case .choice(let choices):
      guard !choices.isEmpty else { return "" }
      let options = choices.map {
        PlainOption($0.id.isEmpty ? "-" : $0.id, $0.title(language).string)
      }
      let now = choices.first { $0.id == field.value }?.title(language).string
      let prompt = field.title(language) + (now.map { " (" + $0 + ")" } ?? "")
      switch try await talk.choose(prompt, options, taking: .nothing) {
      case .option("-"): return ""
      case .option(let id): return id
      case .nothing, .number, .text: return field.value
      }
    case .several:
      // Empty takes what is offered: the screen is for picking single ones.
      return field.value
    case .words, .note, .code, .day, .path, .whole, .score:
      let now = field.value.isEmpty ? "" : " (" + field.value + ")"
      let question = PlainQuestion(
        field.title(language) + now, hint: field.hint?(language) ?? "", takesZero: true,
        canBeEmptied: !field.isRequired && !field.value.isEmpty,
        isRequired: field.isRequired && field.value.isEmpty)
      switch try await talk.value(question, check: field.refusal) {
      case .kept: return field.value
      case .text(let text): return text
      }
    }
  }
}
