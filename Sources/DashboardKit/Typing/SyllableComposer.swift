/// Composes one word out of the keys that were pressed for it. A pure value: the same keys always
/// give the same word, and nothing outside of it is looked at.
///
/// Marks and tones may come anywhere after their letter, also at the end of the word. The same key
/// once more undoes what it did and is then itself. A word that can be none of Vietnamese is shown
/// as it was typed, from the key that made it so.
public struct SyllableComposer: Hashable, Sendable {
  let typing: Typing
  private(set) var letters: [TypedLetter] = []
  private(set) var tone = TypedLetter.Tone.level
  /// The word as it would be without any composing, except for đ, which abbreviations have too.
  private var plain: [Character] = []
  private var isChanged = false
  private var isPlain = false
  var areMarksUndone = false
  var areTonesUndone = false

  /// A composer for a new word, or for one of which a part is already there. `word` may carry
  /// marks and a tone; with characters that no syllable has, the word is left alone.
  public init(_ typing: Typing, continuing word: String = "") {
    self.typing = typing
    plain = Array(word)
    for character in word {
      guard let (letter, tone) = TypedLetter.parsed(character) else {
        isPlain = true
        return
      }
      letters.append(letter)
      if tone != .level { self.tone = tone }
    }
  }

  /// Takes the next key in.
  public mutating func type(_ key: Character) {
    typePlain(key)
    guard !isPlain else { return }
    if areMarksUndone, areTonesUndone {
      append(key)
    } else {
      press(key)
    }
    let rules = SyllableRules(letters)
    if isChanged, !isUndone, !rules.hasNoVowel, !(rules.isPossible && rules.allows(tone)) {
      isPlain = true
    }
  }

  /// The word as it stands.
  public var text: String { isPlain ? String(plain) : composed }

  /// The word when it is over: what has become no syllable is given back as it was typed.
  public var finished: String {
    let rules = SyllableRules(letters)
    if isPlain || isUndone || !isChanged || rules.hasNoVowel || rules.isComplete { return text }
    return String(plain)
  }

  private var isUndone: Bool { areMarksUndone || areTonesUndone }

  private var composed: String {
    let place = SyllableRules(letters).tonePlace(typing.toneStyle)
    return letters.enumerated().map { $1.text($0 == place ? tone : .level) }.joined()
  }

  /// The keys as they are, but dd after no vowel as đ: QĐ, HĐND, NĐ-CP.
  private mutating func typePlain(_ key: Character) {
    let isBar = typing.method == .vni ? key == "9" : key == "d" || key == "D"
    guard isBar, let last = plain.last else { return plain.append(key) }
    let isAfterVowel = plain.dropLast().last.flatMap(TypedLetter.parsed)?.letter.isVowel == true
    switch last {
    case "d" where !isAfterVowel && !areMarksUndone: plain[plain.count - 1] = "đ"
    case "D" where !isAfterVowel && !areMarksUndone: plain[plain.count - 1] = "Đ"
    case "đ": plain = plain.dropLast() + ["d", key]
    case "Đ": plain = plain.dropLast() + ["D", key]
    default: plain.append(key)
    }
  }
}

// MARK: What keys do

extension SyllableComposer {
  /// Adds a key as the letter that it is.
  mutating func append(_ key: Character) {
    let small = key.lowercased().first ?? key
    letters.append(TypedLetter(small, isCapital: key.isUppercase))
    guard !areMarksUndone else { return }
    completeHorns()
  }

  /// Adds a whole letter that a key stands for.
  mutating func append(_ letter: TypedLetter, madeBy key: Character) {
    var letter = letter
    letter.madeBy = key
    letters.append(letter)
    isChanged = true
  }

  /// Takes another shape.
  mutating func change(to shape: [TypedLetter]) {
    letters = shape
    isChanged = true
  }

  /// Takes another shape, when it can be one.
  mutating func take(_ shape: [TypedLetter]) -> Bool {
    guard SyllableRules(shape).isPossible else { return false }
    change(to: shape)
    return true
  }

  /// Takes a mark away again; the key that had made it stands for itself.
  mutating func undoMarks(at places: [Int], _ key: Character) {
    for place in places { letters[place].mark = .none }
    areMarksUndone = true
    append(key)
  }

  /// Makes the letter before the key again that key: ww is w.
  mutating func undoLetter(_ key: Character) {
    letters[letters.count - 1] = TypedLetter(
      key.lowercased().first ?? key, isCapital: letters[letters.count - 1].isCapital)
    areMarksUndone = true
  }

  /// Puts a tone on the word; the same once more takes it away.
  mutating func press(_ tone: TypedLetter.Tone, _ key: Character) {
    guard !areTonesUndone, SyllableRules(letters).isPossible else { return append(key) }
    isChanged = true
    if tone == self.tone {
      self.tone = .level
      areTonesUndone = true
      append(key)
    } else {
      self.tone = tone
    }
  }

  /// Takes the tone away; without one the key stands for itself.
  mutating func clearTone(_ key: Character) {
    guard tone != .level else { return append(key) }
    tone = .level
    isChanged = true
  }

  /// ưo and uơ before another letter can only be ươ: nguowi, nguwoif, d9uo7ng.
  private mutating func completeHorns() {
    let start = SyllableRules(letters).rimeStart
    guard letters.count - start >= 3 else { return }
    for place in start..<(letters.count - 2)
    where letters[place].base == "u" && letters[place + 1].base == "o" {
      let marks = [letters[place].mark, letters[place + 1].mark]
      guard marks == [.horn, .none] || marks == [.none, .horn] else { continue }
      var shape = letters
      shape[place].mark = .horn
      shape[place + 1].mark = .horn
      if SyllableRules(shape).isPossible { letters = shape }
    }
  }
}
