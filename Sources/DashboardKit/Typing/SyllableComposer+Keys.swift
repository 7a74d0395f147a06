/// Which key is which mark and tone.
extension SyllableComposer {
  mutating func press(_ key: Character) {
    let small = key.lowercased().first ?? key
    switch typing.method {
    case .off: append(key)
    case .telex: telex(small, key)
    case .vni: vni(small, key)
    }
  }

  private mutating func telex(_ small: Character, _ key: Character) {
    switch small {
    case "s": press(.acute, key)
    case "f": press(.grave, key)
    case "r": press(.hook, key)
    case "x": press(.tilde, key)
    case "j": press(.dot, key)
    case "z": clearTone(key)
    case "a", "e", "o": mark(.hat, on: String(small), key)
    case "w": hornOrBreve(key)
    case "d": bar(key)
    case "[" where typing.usesBrackets: whole(TypedLetter("o", .horn), key)
    case "]" where typing.usesBrackets: whole(TypedLetter("u", .horn), key)
    default: append(key)
    }
  }

  private mutating func vni(_ small: Character, _ key: Character) {
    switch small {
    case "1": press(.acute, key)
    case "2": press(.grave, key)
    case "3": press(.hook, key)
    case "4": press(.tilde, key)
    case "5": press(.dot, key)
    case "0": clearTone(key)
    case "6": mark(.hat, on: "aeo", key)
    case "7": mark(.horn, on: "uo", key)
    case "8": mark(.breve, on: "a", key)
    case "9": bar(key)
    default: append(key)
    }
  }

  /// The places of the vowels that carry the rime.
  private var vowels: Range<Int> {
    let rules = SyllableRules(letters)
    return rules.rimeStart..<rules.endStart
  }

  /// Puts one mark on the last letter that can carry it.
  private mutating func mark(_ mark: TypedLetter.Mark, on bases: String, _ key: Character) {
    guard !areMarksUndone else { return append(key) }
    if mark == .horn, hornPair() { return }
    let places = vowels.filter { bases.contains(letters[$0].base) }
    for place in places.reversed() where letters[place].mark != mark {
      if take(marked(place, mark)) { return }
    }
    let undone = places.filter { letters[$0].mark == mark }
    if undone.isEmpty { append(key) } else { undoMarks(at: undone, key) }
  }

  /// The letters with a mark on one of them. A hat on the o of ươ makes uô of it.
  private func marked(_ place: Int, _ mark: TypedLetter.Mark) -> [TypedLetter] {
    var shape = letters
    shape[place].mark = mark
    if mark == .hat, place > 0, shape[place - 1].mark == .horn { shape[place - 1].mark = .none }
    return shape
  }

  /// uo becomes ươ with one key, but an open uơ after h, th and kh has its u as it is: thuở.
  private mutating func hornPair() -> Bool {
    let vowels = vowels
    for place in vowels.dropLast() {
      guard letters[place].base == "u", letters[place + 1].base == "o",
        letters[place].mark != .horn || letters[place + 1].mark != .horn
      else { continue }
      var shape = letters
      shape[place + 1].mark = .horn
      let isOpen = place + 2 == letters.count && letters[place].mark == .none
      if isOpen, ["h", "th", "kh"].contains(SyllableRules(letters).onset) {
        if letters[place + 1].mark != .horn, take(shape) { return true }
        continue
      }
      shape[place].mark = .horn
      if take(shape) { return true }
    }
    return false
  }

  /// w: horn or breve, whichever the vowels can carry; alone it is ư.
  private mutating func hornOrBreve(_ key: Character) {
    if letters.last?.madeBy?.lowercased() == "w" { return undoLetter(key) }
    guard !areMarksUndone else { return append(key) }
    if hornPair() { return }
    let vowels = vowels
    for place in vowels.reversed() {
      let mark: TypedLetter.Mark? =
        switch letters[place].base {
        case "a": .breve
        case "o", "u": .horn
        default: nil
        }
      if let mark, letters[place].mark != mark, take(marked(place, mark)) { return }
    }
    let undone = vowels.filter { [.horn, .breve].contains(letters[$0].mark) }
    if undone.isEmpty {
      whole(TypedLetter("u", .horn, isCapital: key.isUppercase), key)
    } else {
      undoMarks(at: undone, key)
    }
  }

  /// đ: at once in an abbreviation, else on the d at the beginning.
  private mutating func bar(_ key: Character) {
    let rules = SyllableRules(letters)
    let place = rules.hasNoVowel ? letters.count - 1 : 0
    guard letters.indices.contains(place), letters[place].base == "d" else { return append(key) }
    if letters[place].mark == .bar {
      undoMarks(at: [place], key)
    } else if !areMarksUndone {
      var shape = letters
      shape[place].mark = .bar
      if rules.hasNoVowel { change(to: shape) } else if !take(shape) { append(key) }
    } else {
      append(key)
    }
  }

  /// A key that is a letter of its own: ơ, ư.
  private mutating func whole(_ letter: TypedLetter, _ key: Character) {
    if letters.last?.madeBy == key { return undoLetter(key) }
    guard !areMarksUndone, SyllableRules(letters + [letter]).isPossible else { return append(key) }
    append(letter, madeBy: key)
  }
}
