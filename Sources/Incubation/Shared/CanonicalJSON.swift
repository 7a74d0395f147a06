@_spi(_Unicode) import Swift

/// Flat records as one exact sequence of bytes, for the record of changes and its hashes: the
/// subset of RFC 8785 with ASCII names, whole numbers, and text in NFC.
public enum CanonicalJSON {
  /// The fields as canonical JSON: names in order, no spaces. Text is brought to NFC; names
  /// are taken as they are, and are to be ASCII.
  public static func write(_ fields: [String: JSONValue]) -> String {
    JSONValue.object(fields.mapValues(normalised)).written()
  }

  /// Reads what `write` wrote, or the same with spaces: one level of names with texts, whole
  /// numbers, nothing, true and false, and lists of texts. The empty text is the empty record.
  ///
  /// - Throws: `JSONRefusal`.
  public static func read(_ text: String) throws(JSONRefusal) -> [String: JSONValue] {
    if text.isEmpty { return [:] }
    guard case .object(let fields) = try JSONValue.parse(text) else {
      throw .malformed(offset: 0)
    }
    for (name, value) in fields where !isFlat(value) { throw .unexpected(field: name) }
    return fields
  }

  private static func isFlat(_ value: JSONValue) -> Bool {
    switch value {
    case .object: return false
    case .array(let values):
      return values.allSatisfy { if case .string = $0 { true } else { false } }
    case .null, .bool, .integer, .string: return true
    }
  }

  private static func normalised(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text):
      if TextScan.isPlain(text) { return value }
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text._nfc)
      return .string(String(scalars))
    case .array(let values): return .array(values.map(normalised))
    case .object(let fields): return .object(fields.mapValues(normalised))
    case .null, .bool, .integer: return value
    }
  }
}
