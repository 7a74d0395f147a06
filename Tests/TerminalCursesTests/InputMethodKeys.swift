import TerminalCanvas

/// A word taken apart by the orthography alone, without the composer that is under test: its
/// letters without tones, and the tone with its place.
struct SpelledWord {
  struct Letter {
    /// The letter without mark and tone, in its case.
    var base: Character
    /// The letter with its mark, without a tone.
    var marked: Character
  }

  var letters: [Letter] = []
  /// 1 to 5 as in VNI: sắc, huyền, hỏi, ngã, nặng; 0 for none.
  var tone = 0
  var tonePlace = 0

  static let bases: [Character: Character] = [
    "ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u",
  ]

  private static let tones: [Character] = ["\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"]

  private static let toned: [Character: (letter: Character, tone: Int)] = {
    var table: [Character: (letter: Character, tone: Int)] = [:]
    for letter in "aăâeêioôơuưy" {
      for (index, tone) in tones.enumerated() {
        let composed = TextWidth.normalised(String(letter) + String(tone))
        if let one = composed.first { table[one] = (letter, index + 1) }
      }
    }
    return table
  }()

  init(_ word: String) {
    for (place, character) in word.enumerated() {
      let small = character.lowercased().first ?? character
      let found = Self.toned[small] ?? (small, 0)
      if found.tone > 0 { (tone, tonePlace) = (found.tone, place) }
      let base = Self.bases[found.letter] ?? found.letter
      letters.append(
        Letter(
          base: Self.like(character, base), marked: Self.like(character, found.letter)))
    }
  }

  private static func like(_ model: Character, _ letter: Character) -> Character {
    model.isUppercase ? letter.uppercased().first ?? letter : letter
  }

  /// What is on the screen after each key: letters in order, a marked letter first bare and then
  /// with its mark, the tone at the end of the word or right behind its letter.
  func states(toneAtEnd: Bool) -> [String] {
    var states: [String] = []
    var shown: [Character] = []
    for (place, letter) in letters.enumerated() {
      shown.append(letter.base)
      states.append(String(shown))
      if letter.marked != letter.base {
        shown[place] = letter.marked
        states.append(String(shown))
      }
      if !toneAtEnd, tone > 0, place == tonePlace {
        shown[place] = toned(letter.marked)
        states.append(String(shown))
      }
    }
    if toneAtEnd, tone > 0 {
      shown[tonePlace] = toned(letters[tonePlace].marked)
      states.append(String(shown))
    }
    return states
  }

  private func toned(_ letter: Character) -> Character {
    TextWidth.normalised(String(letter) + String(Self.tones[tone - 1])).first ?? letter
  }
}

/// The keys that a typist presses for a word.
enum InputMethodKeys {
  /// When marks and tones are typed.
  enum Habit: CaseIterable {
    /// Marks behind their letter, the tone at the end: Vieetj, d9u7o7ng2.
    case toneLast
    /// Marks and tone behind their letter: Vieejt, d9u7o72ng.
    case atOnce
    /// Letters first, then all marks, then the tone: Vietej, duong972.
    case allLast
  }

  static func telex(_ word: String, _ habit: Habit) -> String {
    keys(word, habit, tones: Array("sfrxj")) { letter in
      switch letter {
      case "â": "a"
      case "ê": "e"
      case "ô": "o"
      case "đ": "d"
      default: "w"
      }
    }
  }

  static func vni(_ word: String, _ habit: Habit) -> String {
    keys(word, habit, tones: Array("12345")) { letter in
      switch letter {
      case "â", "ê", "ô": "6"
      case "ơ", "ư": "7"
      case "ă": "8"
      default: "9"
      }
    }
  }

  private static func keys(
    _ word: String, _ habit: Habit, tones: [Character], mark: (Character) -> Character
  ) -> String {
    let spelled = SpelledWord(word)
    let isShouted = word.count > 1 && word == word.uppercased()
    var keys = ""
    var late: [Character] = []
    for (place, letter) in spelled.letters.enumerated() {
      keys.append(letter.base)
      // oo without a hat, as in xoong, is typed with a third o in Telex.
      if tones.contains("s"), place > 0, letter.marked == "o",
        spelled.letters[place - 1].marked == "o"
      {
        keys.append("o")
      }
      if letter.base != letter.marked {
        let key = mark(letter.marked.lowercased().first ?? letter.marked)
        if habit == .allLast { late.append(key) } else { keys.append(key) }
      }
      if habit == .atOnce, spelled.tone > 0, place == spelled.tonePlace {
        keys.append(tones[spelled.tone - 1])
      }
    }
    // One key for both letters of ươ, and a mark that the word has twice is typed once.
    keys += late.reduced
    if habit != .atOnce, spelled.tone > 0 { keys.append(tones[spelled.tone - 1]) }
    return isShouted ? keys.uppercased() : keys
  }
}

extension [Character] {
  /// Without a key that came right before.
  fileprivate var reduced: [Character] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
