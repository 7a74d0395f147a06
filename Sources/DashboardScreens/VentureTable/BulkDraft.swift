import DashboardKit
import Incubation
import Storage

/// What is typed for many ventures at once, kept over the end of the program.
extension BulkPanel {
  /// The draft; nil while there is nothing in it that was typed.
  var draft: Draft? {
    guard let (subject, content) = typed else { return nil }
    var body = content
    body["subject"] = .string(subject.id)
    body["ventures"] = .array(ids.map { .string($0.description) })
    return Draft("bulk", at: Destination(.table), title: DraftTitle.bulk(ids.count), body: body)
  }

  private var typed: (Subject, [String: JSONValue])? {
    func content(_ field: BulkField, _ text: String) -> [String: JSONValue] {
      let fields: [String: JSONValue] = [FormKey.bulk(field).name: .string(text)]
      return ["fields": .object(fields)]
    }
    switch step {
    case .choosing: return nil
    case .filling(let subject, let form):
      return form.fields.allSatisfy { $0.value.isEmpty } ? nil : (subject, form.content)
    case .previewing(.addTag(let tag), _):
      return (.field(.addTag), content(.addTag, tag.string))
    case .previewing(.removeTag(let tag), _):
      return (.field(.removeTag), content(.removeTag, tag.string))
    case .previewing(.set(let name, let text), _):
      guard !text.isEmpty, let field = BulkField.allCases.first(where: { $0.ventureField == name })
      else { return nil }
      return (.field(field), content(field, text))
    case .previewing(.move(let request, let reason), _):
      return reason.isBlank ? nil : (.move(request), content(.reason, reason.string))
    }
  }

  /// The panel of a draft, before the preview: what it would do is asked for anew.
  init?(kept body: [String: JSONValue], _ pipeline: Pipeline?) {
    let ids = (body["ventures"]?.items ?? []).compactMap { $0.text }
      .compactMap { Identifier<Venture>($0) }
    guard !ids.isEmpty, let subject = body["subject"]?.text else { return nil }
    self.init(ids, pipeline)
    _ = choose(subject)
    guard case .filling(let subject, var form) = step else { return nil }
    form.fill(from: body)
    step = .filling(subject, form)
  }
}
