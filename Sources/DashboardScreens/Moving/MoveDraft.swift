import DashboardKit
import Incubation
import Storage

/// What is typed while a move asks for something, kept over the end of the program. It is opened
/// again on the page about the venture, wherever the move was begun.
extension MovePanel {
  /// The draft; nil while nothing has been typed.
  var draft: Draft? {
    guard isTouched else { return nil }
    var body = form.content
    body["request"] = .string(MoveMenu.id(work.request))
    body["version"] = .integer(Int64(work.version))
    body["reason"] = .string(work.reason.string)
    body["requirements"] = .array(requirements.map(Self.written))
    body["base"] = content.map { .object($0.canonicalFields()) }
    return Draft(
      "move", at: Destination(.record, venture: work.id), title: DraftTitle.move(title), body: body)
  }

  /// The panel of a draft over the venture as it is now. While the fields that it asks for say
  /// what they said, it goes on from there; else it keeps what it began with, so that storage
  /// names the conflict instead of losing what somebody else typed.
  init?(kept body: [String: JSONValue], over venture: Venture?, _ context: ScreenContext) {
    guard let venture, let version = body["version"]?.number,
      let request = body["request"]?.text.flatMap(MoveRequest.init(id:))
    else { return nil }
    var work = MoveWork(id: venture.id, version: version, request: request)
    work.reason = SafeText(escaping: body["reason"]?.text ?? "")
    let requirements = (body["requirements"]?.items ?? []).compactMap(Self.requirement)
    let title = venture.content.title
    if requirements.isEmpty {
      work.version = venture.version
      self.init(reasonFor: work, title: title)
    } else {
      guard let fields = body["base"]?.fields,
        let base = try? VentureContent(canonicalFields: fields)
      else { return nil }
      let isSame = requirements.allSatisfy { requirement in
        guard case .field(let field) = requirement else { return true }
        return base.text(of: field) == venture.content.text(of: field)
      }
      self.init(
        missing: requirements, for: work, title: title, content: isSame ? venture.content : base,
        version: isSame ? venture.version : version, context)
    }
    form.fill(from: body)
  }

  private static func written(_ requirement: ExitRequirement) -> JSONValue {
    switch requirement {
    case .field(let field): .object(["field": .string(field.rawValue)])
    case .evidence(let code, let title):
      .object([
        "evidence": .string(code), "vi": .string(title.vietnamese.string),
        "en": .string(title.english.string),
      ])
    }
  }

  private static func requirement(_ value: JSONValue) -> ExitRequirement? {
    if let field = value.fields?["field"]?.text.flatMap(VentureField.init(rawValue:)) {
      return .field(field)
    }
    guard let fields = value.fields, let code = fields["evidence"]?.text else { return nil }
    return .evidence(
      code: code,
      title: Bilingual(
        vietnamese: SafeText(escaping: fields["vi"]?.text ?? ""),
        english: SafeText(escaping: fields["en"]?.text ?? "")))
  }
}

extension MoveRequest {
  /// The request of which `MoveMenu.id` made a name; nil for any other text.
  init?(id: String) {
    switch id {
    case MoveMenu.id(.setAside): self = .setAside
    case MoveMenu.id(.drop): self = .drop
    case MoveMenu.id(.resume): self = .resume
    default:
      let prefix = MoveMenu.id(.stage(""))
      guard id.hasPrefix(prefix) else { return nil }
      self = .stage(String(id.dropFirst(prefix.count)))
    }
  }
}
