import TerminalCanvas

/// A letter of a syllable that is being typed, its tone apart.
struct TypedLetter: Hashable {
  /// What a letter carries besides a tone.
  enum Mark: String, CaseIterable {
    case none = ""
    /// â ê ô.
    case hat = "\u{302}"
    /// ă.
    case breve = "\u{306}"
    /// ơ ư.
    case horn = "\u{31B}"
    /// đ.
    case bar = "đ"
  }

  /// The five tones and their absence.
  enum Tone: String, CaseIterable {
    case level = ""
    case grave = "\u{300}"
    case hook = "\u{309}"
    case tilde = "\u{303}"
    case acute = "\u{301}"
    case dot = "\u{323}"
  }

  /// The letter without anything, small.
  var base: Character
  var mark = Mark.none
  var isCapital = false
  /// The key that made a whole letter of its own, as w makes ư; nil for an ordinary letter.
  var madeBy: Character?

  init(_ base: Character, _ mark: Mark = .none, isCapital: Bool = false) {
    self.base = base
    self.mark = mark
    self.isCapital = isCapital
  }

  var isVowel: Bool { "aeiouy".contains(base) }

  /// The letter in NFC with a tone.
  func text(_ tone: Tone = .level) -> String {
    let small: String
    if mark == .bar {
      small = "đ"
    } else if mark == .none, tone == .level {
      small = String(base)
    } else {
      small = TextWidth.normalised(String(base) + mark.rawValue + tone.rawValue)
    }
    return isCapital ? small.uppercased() : small
  }

  /// A letter of a text taken apart; nil when it is no letter of a syllable.
  static func parsed(_ letter: Character) -> (letter: TypedLetter, tone: Tone)? { table[letter] }

  private static let table: [Character: (letter: TypedLetter, tone: Tone)] = {
    var table: [Character: (letter: TypedLetter, tone: Tone)] = [:]
    let marks: [(bases: String, mark: Mark)] = [
      ("abcdefghijklmnopqrstuvwxyz", .none), ("aeo", .hat), ("a", .breve), ("ou", .horn),
      ("d", .bar),
    ]
    for (bases, mark) in marks {
      for base in bases {
        for isCapital in [false, true] {
          let letter = TypedLetter(base, mark, isCapital: isCapital)
          for tone in letter.isVowel ? Tone.allCases : [.level] {
            if let text = letter.text(tone).first { table[text] = (letter, tone) }
          }
        }
      }
    }
    return table
  }()
}
