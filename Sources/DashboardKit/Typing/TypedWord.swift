/// The word that is being composed in a field: what stood there before, and what was typed since.
struct TypedWord: Hashable, Sendable {
  /// Words longer than this are no syllables, and are not looked at.
  private static let longest = 16

  private var composer: SyllableComposer
  /// What the field shows of it.
  private var shown: String
  /// Where the caret stood after it.
  private var caret: Int

  /// Takes a character that was typed. Returns the word that goes on; nil when there is none.
  static func type(
    _ character: Character, into edited: inout EditedText, after word: TypedWord?,
    _ typing: Typing
  ) -> TypedWord? {
    let current = word?.isAtCaret(of: edited) == true ? word : nil
    guard isKey(character, typing, isInside: current != nil || edited.isAfterLetter) else {
      if character.isASCII { current?.finish(in: &edited) }
      edited.insert(String(character))
      return nil
    }
    guard var word = current ?? begin(in: edited, typing) else {
      edited.insert(String(character))
      return nil
    }
    let count = word.shown.count
    word.composer.type(character)
    word.shown = word.composer.text
    edited.replace(before: count, with: word.shown)
    word.caret = edited.caret
    return word.shown.last?.isLetter == true && word.shown.count <= longest ? word : nil
  }

  /// Whether a character goes into a word: letters, and what stands for marks.
  private static func isKey(_ character: Character, _ typing: Typing, isInside: Bool) -> Bool {
    guard character.isASCII else { return false }
    if character.isLetter { return true }
    if typing.method == .vni { return isInside && character.isNumber }
    return typing.usesBrackets && (character == "[" || character == "]")
  }

  /// A new word, or the one whose end is at the caret; nil where letters are not words, as in
  /// codes and addresses.
  private static func begin(in edited: EditedText, _ typing: Typing) -> TypedWord? {
    let token = edited.before.reversed().prefix { !$0.isWhitespace }
    if token.contains("@") || token.contains(":") && token.contains("/") { return nil }
    let run = token.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard run.count <= longest, run.allSatisfy({ TypedLetter.parsed($0) != nil }) else {
      return nil
    }
    let word = String(run.reversed())
    return TypedWord(
      composer: SyllableComposer(typing, continuing: word), shown: word, caret: edited.caret)
  }

  private func isAtCaret(of edited: EditedText) -> Bool {
    edited.caret == caret && edited.before.suffix(shown.count).elementsEqual(shown)
  }

  /// Gives back as typed what has become no word, now that it is over.
  private func finish(in edited: inout EditedText) {
    let finished = composer.finished
    if finished != shown { edited.replace(before: shown.count, with: finished) }
  }
}
