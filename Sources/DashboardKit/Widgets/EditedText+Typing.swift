/// Typing and pasting, up to a limit.
extension EditedText {
  /// Puts in what was typed, composed by the typing method. Returns the word that goes on; nil
  /// when there is none.
  mutating func type(
    _ text: String, after word: TypedWord?, _ typing: Typing, _ limit: Int,
    _ notice: inout FieldNotice?
  ) -> TypedWord? {
    if !typing.isOn, count + text.utf8.count <= limit {
      insert(text)
      return nil
    }
    if selection != nil { _ = removeSelection() }
    var word = word
    for character in text {
      // A mark that joins the letter before it still fits into a full field.
      let full = count >= limit ? self : nil
      if typing.isOn {
        word = TypedWord.type(character, into: &self, after: word, typing)
      } else {
        insert(String(character))
      }
      if let full, count > full.count {
        self = full
        notice = .full(limit: limit)
        return nil
      }
    }
    return typing.isOn ? word : nil
  }

  /// Puts in what was pasted, as one change, in the place of what is selected. What is surely too
  /// long is cut before anything looks at its letters.
  mutating func paste(
    _ text: Substring, _ limit: Int, _ notice: inout FieldNotice?, cleaned: (Character) -> Character
  ) {
    let room = max(0, limit - count + (selection?.count ?? 0))
    var fitting = text
    if text.utf8.count > room {
      fitting = text.prefix(room)
      let lost = text[fitting.endIndex...].count
      if lost > 0 { notice = .cut(limit: limit, lost: lost) }
    }
    if !fitting.isEmpty { insert(String(fitting.map(cleaned)), as: .other) }
  }
}
