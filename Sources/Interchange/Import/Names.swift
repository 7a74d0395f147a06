import Incubation

/// Names of pipelines and stages, as people write them.
enum Names {
  static func match(_ text: String, code: String, title: Bilingual) -> Bool {
    let key = HeadingVocabulary.key(of: text)
    return code == text || HeadingVocabulary.key(of: code) == key
      || HeadingVocabulary.key(of: title.vietnamese.string) == key
      || HeadingVocabulary.key(of: title.english.string) == key
  }

  /// Text of a cell that may be shown: escaped, and not longer than a line.
  static func shown(_ text: String) -> SafeText { SafeText(escaping: String(text.prefix(80))) }
}

/// What texts were found to mean, so that a word which stands in every row is looked up once.
struct Remembered<Value> {
  private var values: [String: Value] = [:]

  /// What a text means.
  mutating func value(of text: String, else find: (String) -> Value) -> Value {
    if let known = values[text] { return known }
    let value = find(text)
    // Columns of free text would otherwise be held a second time.
    if values.count < 1_024 { values[text] = value }
    return value
  }
}
