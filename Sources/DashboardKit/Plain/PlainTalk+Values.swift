public import Incubation

/// A question for the value of a field.
public struct PlainQuestion: Sendable {
  /// What the prompt says: the name of the field.
  public var prompt: String
  /// What is expected, for "?"; empty for nothing more to say.
  public var hint: String
  /// Whether 0 is a value here, and no way back.
  public var takesZero = false
  /// Whether "-" empties it.
  public var canBeEmptied = false
  /// Whether an empty line is refused, because there is no value yet and one is needed.
  public var isRequired = false

  /// A question.
  public init(
    _ prompt: String, hint: String = "", takesZero: Bool = false, canBeEmptied: Bool = false,
    isRequired: Bool = false
  ) {
    self.prompt = prompt
    self.hint = hint
    self.takesZero = takesZero
    self.canBeEmptied = canBeEmptied
    self.isRequired = isRequired
  }
}

/// What was answered to it.
public enum PlainValue: Hashable, Sendable {
  /// Leave it as it is.
  case kept
  /// This; empty to empty it.
  case text(String)
}

extension PlainTalk {
  /// Asks for a value until it is one. What is wrong is said in words, and nothing else is asked
  /// again.
  ///
  /// - Parameter check: what is wrong with a text; nil when nothing is.
  /// - Throws: `PlainStop`.
  public func value(
    _ question: PlainQuestion, check: (String) -> FieldRefusal?
  ) async throws(PlainStop) -> PlainValue {
    while true {
      let line = try await line(question.prompt)
      if question.takesZero, TextFolding.fold(line) == "0" { return .text("0") }
      switch PlainAnswer(line) {
      case .back: throw .back
      case .leave: throw .leave
      case .help: await explain(question)
      case .nothing:
        if !question.isRequired { return .kept }
        await tell(FieldRefusal.required.words(language))
      case .text(let words):
        if line.first != "=", TextFolding.fold(words) == "-" {
          if question.canBeEmptied { return .text("") }
          await tell(text.cannotBeEmptied)
        } else if let refusal = check(words) {
          await tell(refusal.words(language))
        } else {
          return .text(words)
        }
      }
    }
  }

  private func explain(_ question: PlainQuestion) async {
    if !question.hint.isEmpty { await tell(question.hint) }
    if question.isRequired { await tell(FieldRefusal.required.words(language)) }
    await tell(text.valueHelp)
    if question.takesZero { await tell(text.zeroHelp) }
    if question.canBeEmptied { await tell(text.emptiedHelp) }
  }

  /// Asks for several lines, ended by one with a single full stop. A line that is refused is asked
  /// for again; those before it stay.
  ///
  /// - Throws: `PlainStop`.
  public func lines(
    _ question: PlainQuestion, check: (String) -> FieldRefusal?
  ) async throws(PlainStop) -> PlainValue {
    var lines: [String] = []
    while true {
      let line: String
      do {
        line = try await self.line(
          lines.isEmpty
            ? question.prompt + ", " + text.linesPrompt : text.nextLine(lines.count + 1))
      } catch {
        if !lines.isEmpty { await tell(text.linesLost(lines.count)) }
        throw error
      }
      if line == "." {
        if !lines.isEmpty { return .text(lines.joined(separator: "\n")) }
        if !question.isRequired { return .kept }
        await tell(FieldRefusal.required.words(language))
        continue
      }
      if TextFolding.fold(line) == "?" {
        if !question.hint.isEmpty { await tell(question.hint) }
        await tell(text.linesHelp)
        if question.canBeEmptied { await tell(text.emptiedHelp) }
        continue
      }
      if lines.isEmpty {
        switch PlainAnswer(line) {
        case .back: throw .back
        case .leave: throw .leave
        case .nothing where !question.isRequired: return .kept
        case .nothing, .help:
          await tell(FieldRefusal.required.words(language))
          continue
        case .text(let words):
          if question.canBeEmptied, line.first != "=", TextFolding.fold(words) == "-" {
            return .text("")
          }
          if let refusal = check(words) {
            await tell(refusal.words(language))
          } else {
            lines.append(words)
          }
        }
      } else if let refusal = check((lines + [line]).joined(separator: "\n")) {
        await tell(refusal.words(language))
      } else {
        lines.append(line)
      }
    }
  }
}
