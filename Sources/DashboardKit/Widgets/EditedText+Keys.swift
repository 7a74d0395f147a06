import TerminalCanvas

/// What one line and many lines do alike with a key.
extension EditedText {
  /// What came of a key.
  enum Reply: Equatable {
    /// It means nothing here.
    case ignored
    /// The text or the caret changed, or the key is used up.
    case handled
    /// This text is to be kept for pasting.
    case copied(String)
  }

  /// Takes a key in; the ends are those of the line in which the caret stands.
  mutating func handle(_ stroke: KeyStroke, line: Range<Int>) -> Reply {
    if let place = target(of: stroke, in: line) {
      move(to: place, selecting: stroke.modifiers.contains(.shift))
      return .handled
    }
    if erase(stroke, in: line) { return .handled }
    switch stroke {
    case .control("z"): return undo() ? .handled : .ignored
    case .control("y"): return redo() ? .handled : .ignored
    case .control("c"): return selectedText.map { .copied($0) } ?? .ignored
    case .control("x"), KeyStroke(.delete, .shift):
      guard let text = selectedText, removeSelection() else { return .ignored }
      return .copied(text)
    default: return .ignored
    }
  }

  /// Where a key takes the caret; nil when it takes it nowhere. Shift is for selecting.
  private func target(of stroke: KeyStroke, in line: Range<Int>) -> Int? {
    let isSelecting = stroke.modifiers.contains(.shift)
    switch (stroke.key, stroke.modifiers.subtracting(.shift)) {
    case (.left, []): return isSelecting ? caret - 1 : selection?.lowerBound ?? caret - 1
    case (.right, []): return isSelecting ? caret + 1 : selection?.upperBound ?? caret + 1
    case (.left, .control): return wordStart
    case (.right, .control): return wordEnd
    case (.home, []), (.character("a"), .control): return line.lowerBound
    case (.end, []), (.character("e"), .control): return line.upperBound
    case (.home, .control): return 0
    case (.end, .control): return count
    default: return nil
    }
  }

  /// Takes out what a key takes out. False when it is no such key.
  private mutating func erase(_ stroke: KeyStroke, in line: Range<Int>) -> Bool {
    switch (stroke.key, stroke.modifiers) {
    case (.backspace, []):
      if !removeSelection(), caret > 0 { remove(from: caret - 1, to: caret, as: .erasing) }
    case (.delete, []):
      if !removeSelection() { remove(from: caret, to: caret + 1, as: .erasing) }
    case (.character("w"), .control), (.backspace, .alt), (.backspace, .control):
      if !removeSelection() { remove(from: wordStart, to: caret) }
    case (.delete, .control), (.character("d"), .alt):
      if !removeSelection() { remove(from: caret, to: wordEnd) }
    case (.character("u"), .control): remove(from: line.lowerBound, to: caret)
    case (.character("k"), .control): remove(from: caret, to: line.upperBound)
    default: return false
    }
    return true
  }

  /// The place before the word that lies left of the caret.
  private var wordStart: Int {
    var place = caret
    while place > 0, !Self.isWord(letters[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(letters[place - 1]) { place -= 1 }
    return place
  }

  /// The place after the word that lies right of the caret.
  private var wordEnd: Int {
    var place = caret
    while place < count, !Self.isWord(letters[place]) { place += 1 }
    while place < count, Self.isWord(letters[place]) { place += 1 }
    return place
  }

  private static func isWord(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber }
}
