import DashboardKit
import Incubation

/// Asks for one field of a venture, as its kind wants it, by the rules that all forms share.
enum PlainField {
  /// What is wrong with a text for a field; nil when nothing is.
  static func refusal(
    _ field: VentureField, _ typed: String, _ content: VentureContent
  ) -> FieldRefusal? {
    do {
      _ = try content.setting(field, from: typed)
      return nil
    } catch {
      return error
    }
  }

  /// What is wrong with a line of text; nil when nothing is.
  static func line(_ typed: String) -> FieldRefusal? { refusal(typed, .line) }

  /// What is wrong with a text of several lines; nil when nothing is.
  static func note(_ typed: String) -> FieldRefusal? { refusal(typed, .note) }

  /// What is wrong with a day; nil when nothing is.
  static func day(_ typed: String) -> FieldRefusal? {
    do {
      _ = try LocalDate.parse(typed)
      return nil
    } catch {
      return error
    }
  }

  private static func refusal(_ typed: String, _ kind: SafeText.Kind) -> FieldRefusal? {
    do {
      _ = try SafeText.checked(typed, kind)
      return nil
    } catch {
      return error
    }
  }

  /// What a field holds, in the language shown.
  static func describe(
    _ field: VentureField, _ content: VentureContent, _ context: ScreenContext
  ) -> String {
    if field == .field,
      let name = context.fieldNames.first(where: { $0.vietnamese == content.field })
    {
      return name(context.language).string
    }
    return content.describe(field, context.language)
  }

  /// Says what a field holds and asks what it is to hold.
  static func ask(
    _ field: VentureField, of content: VentureContent, isRequired: Bool = false,
    _ talk: PlainTalk
  ) async throws -> PlainValue {
    let text = PlainTaskText(language: talk.language)
    let label = text.ventures.label(field)
    let value = describe(field, content, talk.context)
    let needed = field == .title || isRequired
    await talk.tell(text.present(label.title, value))
    if !label.hint.isEmpty { await talk.tell(text.hint(label.hint)) }
    if needed { await talk.tell(text.required) }
    if let options = options(field, content, talk) {
      return try await choose(field, label.title, options, content, talk)
    }
    let isEmpty = !content.isFilled(field)
    let question = PlainQuestion(
      label.title, hint: label.hint, takesZero: field.isNeed,
      canBeEmptied: !needed && !isEmpty, isRequired: needed && isEmpty)
    let check = { (typed: String) in refusal(field, typed, content) }
    return field.textKind == .note
      ? try await talk.lines(question, check: check)
      : try await talk.value(question, check: check)
  }

  /// The values of a field that is chosen; nil for one that is typed.
  private static func options(
    _ field: VentureField, _ content: VentureContent, _ talk: PlainTalk
  ) -> [PlainOption]? {
    let language = talk.language
    let nothing = PlainOption("", PlainTaskText(language: language).emptyChoice)
    switch field {
    case .kind:
      return Venture.Kind.allCases.map {
        PlainOption($0.labels.vietnamese.string, $0.label(language))
      }
    case .sourceKind:
      return DiscoverySource.allCases.map {
        PlainOption($0.labels.vietnamese.string, $0.label(language))
      } + [nothing]
    case .field where !talk.context.fieldNames.isEmpty:
      return talk.context.fieldNames.map {
        PlainOption($0.vietnamese.string, $0(language).string)
      } + [nothing]
    default: return nil
    }
  }

  private static func choose(
    _ field: VentureField, _ title: String, _ options: [PlainOption], _ content: VentureContent,
    _ talk: PlainTalk
  ) async throws -> PlainValue {
    while true {
      switch try await talk.choose(title, options, taking: .nothing) {
      case .option(let id): return .text(id)
      case .nothing: return .kept
      case .number, .text: continue
      }
    }
  }
}

extension VentureField {
  /// Whether it holds a need, for which 0 is a value.
  var isNeed: Bool {
    switch self {
    case .needManagement, .needVision, .needApproach: true
    default: false
    }
  }
}
