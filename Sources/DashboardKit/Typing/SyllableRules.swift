/// What a Vietnamese syllable can look like: beginnings, rimes, and where the tone stands.
///
/// Typing goes through shapes that no word has, as `uo` on the way to ươ; so a syllable is
/// `possible` when marks that are still missing could make it one, and `complete` when it is one.
struct SyllableRules {
  let letters: [TypedLetter]
  /// Where the rime begins: gi and qu swallow their vowel.
  let rimeStart: Int
  /// Where the consonants at the end begin.
  let endStart: Int

  init(_ letters: [TypedLetter]) {
    self.letters = letters
    var start = letters.firstIndex(where: \.isVowel) ?? letters.count
    let beginning = String(letters.prefix(start + 1).map(\.base))
    if beginning == "qu", letters[1].mark == .none { start = 2 }
    if beginning == "gi", letters.count > 2, letters[2].isVowel { start = 2 }
    rimeStart = start
    endStart = letters[start...].firstIndex { !$0.isVowel } ?? letters.count
  }

  var rime: ArraySlice<TypedLetter> { letters[rimeStart...] }
  var onset: String { letters[..<rimeStart].map { $0.text().lowercased() }.joined() }
  /// Whether there is no vowel that could carry a tone: abbreviations, and beginnings.
  var hasNoVowel: Bool { rimeStart == letters.count }

  /// Whether the letters are the beginning of a syllable, or could become it by marks.
  var isPossible: Bool { fits(Self.possible) }

  /// Whether the letters are a syllable.
  var isComplete: Bool { fits(Self.complete) }

  /// Whether the consonants at the end let a tone be: p, t, c, ch and k go with sắc and nặng.
  func allows(_ tone: TypedLetter.Tone) -> Bool {
    guard endStart < letters.count, "ctpk".contains(letters[endStart].base) else { return true }
    return tone == .level || tone == .acute || tone == .dot
  }

  private func fits(_ rimes: Set<String>) -> Bool {
    let onset = onset
    guard !hasNoVowel, Self.onsets.contains(onset) else { return false }
    let first = rime.first?.base ?? " "
    switch onset {
    case "c": if "iey".contains(first) { return false }
    case "g": if "ey".contains(first) || first == "i" && letters.count > 4 { return false }
    case "ng": if "iey".contains(first) { return false }
    case "gh", "ngh": if !"ie".contains(first) { return false }
    case "qu": if first == "u" { return false }
    case "k": if rime.first?.mark == .horn { return false }
    default: break
    }
    return rimes.contains(rime.map { $0.text().lowercased() }.joined())
  }

  /// The place of the letter that carries the tone; nil without a vowel.
  func tonePlace(_ style: ToneStyle) -> Int? {
    let vowels = rimeStart..<endStart
    guard !vowels.isEmpty else { return nil }
    if let marked = vowels.last(where: { letters[$0].mark != .none }) { return marked }
    if endStart < letters.count { return vowels.upperBound - 1 }
    if vowels.count >= 3 { return vowels.lowerBound + 1 }
    if vowels.count == 2, style == .new {
      let pair = String(letters[vowels].map(\.base))
      if ["oa", "oe", "uy"].contains(pair) { return vowels.upperBound - 1 }
    }
    return vowels.lowerBound
  }
}

extension SyllableRules {
  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "đ", "đr", "g", "gh", "gi", "h", "k", "kh", "kr", "l", "m", "n", "ng",
    "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  /// Every rime of the language, of its loanwords and of the names of the Central Highlands.
  private static let rimes: [String] = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oong ooc
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeng oeo oet
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây
    uê uêch uênh uêt uêu uơ uôc uôi uôm uôn uông uôt
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu y yn ynh yt ych yu yêm yên yêng yêt yêu
    """.split(whereSeparator: \.isWhitespace).map { String($0) }

  private static let complete = Set(rimes + ["ăk"])

  /// Every beginning of a rime, with any of its marks still missing. Đắk is possible only once
  /// its mark is there, so that task and ask stay as they are.
  private static let possible: Set<String> = {
    var all: Set<String> = ["ăk"]
    for rime in rimes {
      var shapes = [""]
      for letter in rime {
        let bare = TypedLetter.parsed(letter).map { String($0.letter.base) } ?? ""
        let ways = Set([bare, String(letter)])
        shapes = shapes.flatMap { shape in ways.map { shape + $0 } }
        all.formUnion(shapes)
      }
    }
    return all
  }()
}
