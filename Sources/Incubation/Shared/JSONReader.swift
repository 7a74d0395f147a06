extension JSONValue {
  /// Reads JSON: whole numbers only, names once, at most 32 levels.
  ///
  /// - Throws: `JSONRefusal.malformed`.
  public static func parse(_ text: String) throws(JSONRefusal) -> JSONValue {
    var reader = JSONReader(text)
    return try reader.document()
  }
}

/// A strict reader over the bytes of a text.
private struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private let deepest = 32

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func document() throws(JSONRefusal) -> JSONValue {
    let value = try value(depth: 0)
    skipSpaces()
    guard index == bytes.count else { throw failure }
    return value
  }

  private var failure: JSONRefusal { .malformed(offset: index) }
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpaces() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONRefusal) -> JSONValue {
    guard depth < deepest else { throw failure }
    if take("{") { return try object(depth: depth) }
    if take("[") { return try array(depth: depth) }
    if take("\"") { return .string(try string()) }
    for (word, value) in [("null", JSONValue.null), ("true", .bool(true)), ("false", .bool(false))]
    where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return value
    }
    return .integer(try integer())
  }

  private mutating func object(depth: Int) throws(JSONRefusal) -> JSONValue {
    var fields: [String: JSONValue] = [:]
    if take("}") { return .object(fields) }
    repeat {
      guard take("\"") else { throw failure }
      let name = try string()
      guard take(":"), fields[name] == nil else { throw failure }
      fields[name] = try value(depth: depth + 1)
    } while take(",")
    guard take("}") else { throw failure }
    return .object(fields)
  }

  private mutating func array(depth: Int) throws(JSONRefusal) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw failure }
    return .array(values)
  }

  private mutating func integer() throws(JSONRefusal) -> Int64 {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    let digits = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    let hasLeadingZero = index - digits > 1 && bytes[digits] == 0x30
    guard !hasLeadingZero, next.map({ !".eE".utf8.contains($0) }) ?? true,
      let value = Int64(String(decoding: bytes[start..<index], as: UTF8.self))
    else { throw failure }
    return value
  }

  private mutating func string() throws(JSONRefusal) -> String {
    var result: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): result.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20:
        index -= 1
        throw failure
      default: result.append(byte)
      }
    }
    throw failure
  }

  private mutating func escape() throws(JSONRefusal) -> Unicode.Scalar {
    guard let byte = next else { throw failure }
    index += 1
    switch Unicode.Scalar(byte) {
    case "\"": return "\""
    case "\\": return "\\"
    case "/": return "/"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u": return try unicodeEscape()
    default: throw failure
    }
  }

  private mutating func unicodeEscape() throws(JSONRefusal) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), bytes[index...].starts(with: "\\u".utf8) else {
      throw failure
    }
    index += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONRefusal) -> UInt32 {
    guard index + 4 <= bytes.count else { throw failure }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
      throw failure
    }
    index += 4
    return value
  }
}
