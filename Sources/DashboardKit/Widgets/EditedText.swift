import TerminalCanvas

/// Text with a caret that counts graphemes: what the one-line and the many-line field share.
///
/// The text is in NFC after every change, so that a letter typed as base and mark is one grapheme,
/// and a backspace takes back exactly what an input method means by one.
struct EditedText: Equatable, Sendable {
  private(set) var text: String
  private(set) var caret: Int

  init(_ text: String) {
    self.text = TextWidth.normalised(text)
    caret = self.text.count
  }

  var count: Int { text.count }
  var before: Substring { text.prefix(caret) }
  var after: Substring { text.dropFirst(caret) }

  /// Whether the caret stands right behind a letter.
  var isAfterLetter: Bool { before.last?.isLetter == true }

  mutating func move(to place: Int) { caret = min(max(0, place), text.count) }

  mutating func insert(_ piece: String) {
    let head = TextWidth.normalised(String(before) + piece)
    let tail = String(after)
    text = TextWidth.normalised(head + tail)
    caret = min(head.count, text.count)
  }

  /// Takes out `count` graphemes before the caret and puts other text in their place.
  mutating func replace(before count: Int, with piece: String) {
    let start = max(0, caret - count)
    let tail = after
    let head = text.prefix(start)
    text = String(head) + String(tail)
    caret = start
    insert(piece)
  }

  /// Takes out what lies between two places, and leaves the caret at the first.
  mutating func remove(from start: Int, to end: Int) {
    let low = min(max(0, start), text.count)
    let high = min(max(low, end), text.count)
    text = TextWidth.normalised(String(text.prefix(low)) + String(text.dropFirst(high)))
    caret = min(low, text.count)
  }

  /// The place before the word that lies left of the caret.
  var wordStart: Int {
    let letters = Array(before)
    var place = letters.count
    while place > 0, !Self.isWord(letters[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(letters[place - 1]) { place -= 1 }
    return place
  }

  /// The place after the word that lies right of the caret.
  var wordEnd: Int {
    let letters = Array(after)
    var place = 0
    while place < letters.count, !Self.isWord(letters[place]) { place += 1 }
    while place < letters.count, Self.isWord(letters[place]) { place += 1 }
    return caret + place
  }

  /// What one line and many lines do alike with a key; false when it means nothing to them.
  mutating func handle(_ stroke: KeyStroke) -> Bool {
    switch (stroke.key, stroke.modifiers) {
    case (.backspace, []): if caret > 0 { remove(from: caret - 1, to: caret) }
    case (.delete, []): remove(from: caret, to: caret + 1)
    case (.left, []): move(to: caret - 1)
    case (.right, []): move(to: caret + 1)
    case (.left, .control): move(to: wordStart)
    case (.right, .control): move(to: wordEnd)
    case (.character("w"), .control), (.backspace, .alt): remove(from: wordStart, to: caret)
    default: return false
    }
    return true
  }

  private static func isWord(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber }
}
