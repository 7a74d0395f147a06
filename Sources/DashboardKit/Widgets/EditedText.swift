import TerminalCanvas

/// Text with a caret that counts graphemes: what the one-line and the many-line field share.
///
/// The text is in NFC after every change, so that a letter typed as base and mark is one grapheme,
/// and a backspace takes back exactly what an input method means by one. A change looks at the
/// graphemes beside it only, so that long notes stay quick.
struct EditedText: Sendable {
  /// The graphemes.
  private(set) var letters: [Character]
  private(set) var caret: Int
  /// Where a selection began, on the other side of the caret; nil when nothing is selected.
  private(set) var anchor: Int?
  private var history = EditHistory()

  init(_ text: String) {
    letters = Array(TextWidth.normalised(text))
    caret = letters.count
  }

  var text: String { String(letters) }
  var count: Int { letters.count }
  var before: ArraySlice<Character> { letters[..<caret] }

  /// Whether the caret stands right behind a letter.
  var isAfterLetter: Bool { before.last?.isLetter == true }

  /// What is selected; nil when nothing is.
  var selection: Range<Int>? {
    guard let anchor, anchor != caret else { return nil }
    return min(anchor, caret)..<max(anchor, caret)
  }

  /// The selected text; nil when nothing is selected.
  var selectedText: String? { selection.map { String(letters[$0]) } }

  /// Moves the caret; what lies between is selected when the selection is to grow.
  mutating func move(to place: Int, selecting: Bool = false) {
    let place = min(max(0, place), letters.count)
    anchor = selecting ? anchor ?? caret : nil
    caret = place
    history.close()
  }

  /// Puts text at the caret, in the place of what is selected.
  mutating func insert(_ piece: String, as kind: EditHistory.Kind = .typing) {
    let selected = selection
    anchor = nil
    splice(selected ?? caret..<caret, piece, selected == nil ? kind : .other)
  }

  /// Takes out `count` graphemes before the caret and puts other text in their place.
  mutating func replace(before count: Int, with piece: String) {
    anchor = nil
    splice(max(0, caret - count)..<caret, piece, .typing)
  }

  /// Takes out what lies between two places, and leaves the caret at the first.
  mutating func remove(from start: Int, to end: Int, as kind: EditHistory.Kind = .other) {
    anchor = nil
    let low = min(max(0, start), letters.count)
    let high = min(max(low, end), letters.count)
    guard low < high else { return move(to: low) }
    splice(low..<high, "", kind)
  }

  /// Takes out what is selected. False when nothing is.
  mutating func removeSelection() -> Bool {
    guard let selection else { return false }
    remove(from: selection.lowerBound, to: selection.upperBound)
    return true
  }

  // MARK: Undo

  var canUndo: Bool { history.canUndo }
  var canRedo: Bool { history.canRedo }

  /// Takes the latest change back. False when there is none.
  mutating func undo() -> Bool {
    guard let group = history.undo() else { return false }
    for edit in group.reversed() {
      letters.replaceSubrange(edit.start..<(edit.start + edit.inserted.count), with: edit.removed)
      caret = edit.caretBefore
    }
    anchor = nil
    return true
  }

  /// Makes the change again that was taken back last. False when there is none.
  mutating func redo() -> Bool {
    guard let group = history.redo() else { return false }
    for edit in group {
      letters.replaceSubrange(edit.start..<(edit.start + edit.removed.count), with: edit.inserted)
      caret = edit.caretAfter
    }
    anchor = nil
    return true
  }

  // MARK: Changing

  /// Puts other text in the place of a part: the one way in which the text changes.
  private mutating func splice(_ range: Range<Int>, _ piece: String, _ kind: EditHistory.Kind) {
    var (low, high) = (max(0, range.lowerBound - 1), min(letters.count, range.upperBound + 1))
    var head = String(letters[low..<range.lowerBound]) + piece
    var tail = String(letters[range.upperBound..<high])
    if !Self.joinsOnlyNeighbours(head) || !Self.joinsOnlyNeighbours(tail) {
      (low, high) = (0, letters.count)
      head = String(letters[..<range.lowerBound]) + piece
      tail = String(letters[range.upperBound...])
    }
    let isAfterSpace = range.lowerBound == 0 || letters[range.lowerBound - 1].isWhitespace
    let startsWord = range.isEmpty && isAfterSpace && piece.first?.isWhitespace == false
    let start = TextWidth.normalised(head)
    let seam = Array(TextWidth.normalised(start + tail))
    let edit = EditHistory.Edit(
      start: low, removed: Array(letters[low..<high]), inserted: seam, caretBefore: caret,
      caretAfter: min(low + start.count, letters.count - (high - low) + seam.count))
    letters.replaceSubrange(low..<high, with: seam)
    caret = edit.caretAfter
    history.record(edit, kind, startsWord: startsWord)
  }

  /// Whether letters of this kind join the grapheme before them at most: true of everything that
  /// is written here, but not of flags, families of emoji and Indian scripts.
  private static func joinsOnlyNeighbours(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case ..<0x0900, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x25FF: true
      default: false
      }
    }
  }
}

/// Two are equal when they show the same; how they came about does not count.
extension EditedText: Equatable {
  static func == (left: EditedText, right: EditedText) -> Bool {
    left.caret == right.caret && left.anchor == right.anchor && left.letters == right.letters
  }
}
