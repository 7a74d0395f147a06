public import Incubation
import TerminalCanvas

/// What stands in the fields of a form, by the names of its fields, and which of them has the
/// focus: what a draft keeps of a form.
extension Form {
  /// The fields and the focus as values. `name` is that of a field, which never changes.
  public func content(name: (ID) -> String) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for field in fields { result[name(field.id)] = .string(field.value) }
    var content: [String: JSONValue] = ["fields": .object(result)]
    if fields.indices.contains(focus) { content["focus"] = .string(name(fields[focus].id)) }
    return content
  }

  /// Fills the fields with what `content` said, and puts the focus where it was. Fields of which
  /// nothing is said stay as they are.
  public mutating func fill(from content: [String: JSONValue], name: (ID) -> String) {
    guard let values = content["fields"]?.fields else { return }
    for index in fields.indices {
      if let value = values[name(fields[index].id)]?.text { fields[index].fill(value) }
    }
    if let focused = fields.first(where: { name($0.id) == content["focus"]?.text }) {
      moveFocus(to: focused.id)
    }
  }
}

extension Form.Field {
  /// Puts a value into the field, the caret behind it. A choice that is no longer offered is
  /// passed over.
  public mutating func fill(_ value: String) {
    switch editor {
    case .line(var field):
      field.text = value
      editor = .line(field)
    case .area(var area, let rows):
      area.text = value
      editor = .area(area, rows: rows)
    case .choice(let choices, let selected, _):
      let known = choices.contains { $0.id == value }
      editor = .choice(choices, selected: known ? value : selected, typed: "")
    case .several(let choices, _):
      let wanted = value.split(separator: "\n").map(String.init)
      editor = .several(choices, selected: choices.map(\.id).filter { wanted.contains($0) })
    }
  }
}
