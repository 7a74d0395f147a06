import DashboardKit
import Incubation

/// What a field of a form of these screens stands for.
enum FormKey: Hashable, Sendable {
  /// A field of the venture.
  case field(VentureField)
  /// A piece of evidence that a stage asks for, by its code.
  case evidence(String)
  /// Why something is done.
  case reason
  /// A remark for the timeline.
  case note
  /// How a list is narrowed.
  case filter(FilterKey)
  /// Which piece of evidence is recorded, when, and by which document.
  case evidenceCode, evidenceDay, evidenceReference
  /// A part of what is known about a member of the team, by the member's place.
  case member(Int, MemberPart)
  /// What many ventures get at once.
  case bulk(BulkField)
  /// The name of a view that is to be kept.
  case viewName
}

/// What is known about a member of a team.
enum MemberPart: Hashable, Sendable {
  case name, duty, phone
}

/// What can be changed of many ventures at once, besides their stage.
enum BulkField: String, CaseIterable, Sendable {
  case addTag, removeTag, leadOwner, supportOwner, due, nextStep, field, place
  /// Why many ventures are moved.
  case reason

  /// The field of a venture that it sets; nil for labels and the reason.
  var ventureField: VentureField? {
    switch self {
    case .addTag, .removeTag, .reason: nil
    case .leadOwner: .leadOwner
    case .supportOwner: .supportOwner
    case .due: .nextStepDue
    case .nextStep: .nextStep
    case .field: .field
    case .place: .place
    }
  }
}

/// A form about ventures.
typealias VentureForm = Form<FormKey, FieldRefusal>

extension VentureForm {
  /// The field of a form for a field of a venture, filled with what the content says.
  static func field(
    _ field: VentureField, of content: VentureContent, _ context: ScreenContext,
    isRequired: Bool = false
  ) -> Field {
    let text = content.text(of: field)
    switch field {
    case .kind:
      let choices = Venture.Kind.allCases.map { Choice($0.labels.vietnamese.string, $0.labels) }
      return Field(
        .field(field), .choice(choices, selected: text, typed: ""),
        isRequired: isRequired)
    case .sourceKind:
      let choices =
        [Choice("", Self.nothing)]
        + DiscoverySource.allCases.map { Choice($0.labels.vietnamese.string, $0.labels) }
      return Field(
        .field(field),
        .choice(choices, selected: text, typed: ""),
        isRequired: isRequired)
    case .field where !context.fieldNames.isEmpty:
      return Field(
        .field(field), .choice(fieldChoices(text, context), selected: text, typed: ""),
        isRequired: isRequired)
    case .summary, .problem, .solution, .technology, .intellectualProperty:
      return Field(.field(field), .area(TextArea(text), rows: 3), isRequired: isRequired)
    default:
      return Field(.field(field), .line(line(field, text)), isRequired: isRequired)
    }
  }

  /// One line for a field of a venture, which knows what it holds.
  static func line(_ field: VentureField, _ text: String = "") -> TextField {
    let isList = field == .tags || field == .attachments
    let kind: SafeText.Kind = isList ? .note : .line
    return TextField(text, accepts: accepts(field), limit: kind.limit)
  }

  /// One line of words, as for a reason or a name.
  static var words: TextField { TextField(limit: SafeText.Kind.line.limit) }

  private static func accepts(_ field: VentureField) -> InputKind {
    switch field {
    case .code, .taxCode, .pipeline, .stage: .code
    case .birthYear, .needManagement, .needVision, .needApproach: .number
    case .phone: .phone
    case .email: .email
    case .foundOn, .needsOn, .nextStepDue: .date
    case .attachments: .path
    default: .text
    }
  }

  private static let nothing = Bilingual(vietnamese: "chưa rõ", english: "unknown")

  /// The fields of work of the database, and the one that the record has when it is another.
  private static func fieldChoices(_ current: String, _ context: ScreenContext) -> [Choice] {
    var choices = [Choice("", nothing)]
    choices += context.fieldNames.map { Choice($0.vietnamese.string, $0) }
    if !choices.contains(where: { $0.id == current }) {
      let name = SafeText(escaping: current)
      choices.append(Choice(current, Bilingual(vietnamese: name, english: name)))
    }
    return choices
  }

  /// The content with everything that the form says about it.
  ///
  /// - Throws: the first refusal; forms are checked before, so there is none after a submission.
  func applied(to content: VentureContent) throws(FieldRefusal) -> VentureContent {
    var result = content
    for field in fields {
      guard case .field(let name) = field.id else { continue }
      result = try result.setting(name, from: field.value)
    }
    return result
  }

  /// What is wrong with a field: the same rules as storage's, before anything is sent there.
  static func check(_ field: Field) -> FieldRefusal? {
    let isBlank = field.value.allSatisfy(\.isWhitespace)
    if isBlank { return field.isRequired ? .required : nil }
    do {
      switch field.id {
      case .field(let name):
        _ = try VentureContent(title: "x").setting(name, from: field.value)
      case .evidence, .reason, .evidenceReference, .member(_, .name), .member(_, .duty),
        .viewName:
        _ = try SafeText.checked(field.value, .line)
      case .evidenceDay: _ = try LocalDate.parse(field.value)
      case .member(_, .phone): _ = try PhoneNumber.parse(field.value)
      case .bulk(let part):
        if let name = part.ventureField {
          _ = try VentureContent(title: "x").setting(name, from: field.value)
        } else {
          _ = try SafeText.checked(field.value, .line)
        }
      case .note:
        _ = try SafeText.checked(field.value, .note)
      case .filter, .evidenceCode:
        return nil
      }
      return nil
    } catch {
      return error
    }
  }
}

extension SafeText {
  /// Text that somebody typed, with the refusal in the terms of forms.
  static func checked(_ raw: String, _ kind: Kind) throws(FieldRefusal) -> SafeText {
    do {
      return try SafeText(raw, kind)
    } catch {
      throw .text(error)
    }
  }
}
