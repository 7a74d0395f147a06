/// A value as JSON knows it, without floating-point numbers: what the program stores in its record
/// of changes and prints for other programs.
public enum JSONValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Values by name; written in the order of the names.
  case object([String: JSONValue])

  /// The value on one line, or on many with two spaces a level when `pretty`.
  public func written(pretty: Bool = false) -> String {
    var result = ""
    write(to: &result, indent: pretty ? 0 : nil)
    return result
  }

  private func write(to result: inout String, indent: Int?) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .string(let value): Self.write(value, to: &result)
    case .array(let values):
      Self.list(values, "[", "]", to: &result, indent: indent) { value, result, inner in
        value.write(to: &result, indent: inner)
      }
    case .object(let fields):
      let sorted = fields.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      Self.list(sorted, "{", "}", to: &result, indent: indent) { field, result, inner in
        Self.write(field.key, to: &result)
        result += indent == nil ? ":" : ": "
        field.value.write(to: &result, indent: inner)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to result: inout String,
    indent: Int?, _ body: (Element, inout String, Int?) -> Void
  ) {
    result += open
    for (index, element) in elements.enumerated() {
      if index > 0 { result += "," }
      if let indent { result += "\n" + String(repeating: "  ", count: indent + 1) }
      body(element, &result, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty {
      result += "\n" + String(repeating: "  ", count: indent)
    }
    result += close
  }

  /// A string as RFC 8785 section 3.2.2.2 writes it.
  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// Text written in the source of the program.
  public init(stringLiteral value: String) { self = .string(value) }

  /// A number written in the source of the program.
  public init(integerLiteral value: Int64) { self = .integer(value) }
}

/// Why text is not the JSON that was expected.
public enum JSONRefusal: Error, Hashable, Sendable {
  /// Not JSON, or more of it than is taken: the place of the first wrong byte, from 0.
  case malformed(offset: Int)
  /// A field holds something else than what belongs there, or values in values: its name.
  case unexpected(field: String)
}
