@_spi(_Unicode) import Swift

/// The order of Vietnamese words, as sort keys that every engine compares alike.
///
/// The order is that of CLDR (common/collation/vi.xml): a ă â b c d đ e ê … o ô ơ … u ư are
/// letters of their own; tones come second, in the order none, huyền, hỏi, ngã, sắc, nặng; case
/// comes third, small before capital. Spaces come before signs, signs before digits, digits
/// before letters; runs of digits are compared by value, which CLDR leaves open.
public enum VietnameseCollation {
  /// A key of ASCII characters whose byte order is the order of the texts.
  public static func key(_ text: String) -> String {
    let weights = Weights(text)
    return text.isEmpty ? "" : weights.letters + "+" + weights.tones + "+" + weights.cases
  }

  /// A key by which lists of people are sorted: given name, then family name, then middle names,
  /// each with its tones; case comes last.
  public static func givenNameKey(_ fullName: String) -> String {
    let name = PersonName(fullName)
    let parts = [name.given, name.family, name.middle].map(Weights.init)
    let keys = parts.map { $0.letters + "+" + $0.tones }.joined(separator: "!")
    return keys + "!" + parts.map(\.cases).joined(separator: "!")
  }

  /// Less than, by `key`.
  public static func isLess(_ left: String, _ right: String) -> Bool {
    key(left).utf8.lexicographicallyPrecedes(key(right).utf8)
  }
}

/// The three levels of a text. Zeros at the end of the second and third say nothing and are left
/// out; "+" and "!" sort before every character that is used.
private struct Weights {
  private(set) var letters = ""
  private(set) var tones = ""
  private(set) var cases = ""
  private var digits = ""

  init(_ text: String) {
    var scalars = Array(text._nfd)[...]
    while let scalar = scalars.popFirst() {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      flushDigits()
      var marks: [Unicode.Scalar] = []
      while let next = scalars.first, TextScan.isMark(next) {
        marks.append(next)
        scalars.removeFirst()
      }
      append(scalar, marks)
    }
    flushDigits()
    tones = Self.trimmed(tones)
    cases = Self.trimmed(cases)
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ marks: [Unicode.Scalar]) {
    if scalar.properties.isWhitespace {
      add("-", tone: "0", isCapital: false)
    } else if let (letter, rest, isCapital) = Self.letter(scalar, marks) {
      add(String(Character(letter)), tone: Self.tone(rest), isCapital: isCapital)
    } else if TextScan.judge(scalar) != .strip {
      let isWord = scalar.properties.isAlphabetic || TextScan.isMark(scalar)
      add((isWord ? "~" : ".") + Self.hexadecimal(scalar), tone: "0", isCapital: false)
    }
  }

  private mutating func add(_ letter: String, tone: Character, isCapital: Bool) {
    letters += letter
    tones.append(tone)
    cases.append(isCapital ? "1" : "0")
  }

  /// A run of digits: how many there are without leading zeros, then they. More zeros come later,
  /// on the third level.
  private mutating func flushDigits() {
    guard !digits.isEmpty else { return }
    let significant = digits.drop { $0 == "0" }
    let zeros = digits.count - significant.count
    digits = ""
    var rest = significant
    repeat {
      let part = rest.prefix(99)
      rest = rest.dropFirst(99)
      let count = part.count < 9 ? "\(part.count)" : part.count < 10 ? "909" : "9\(part.count)"
      add(count + part, tone: "0", isCapital: false)
    } while !rest.isEmpty
    cases.removeLast()
    cases.append(Character(Unicode.Scalar(UInt8(0x30 + min(zeros, 9)))))
  }

  /// The letters of the alphabet in order, with f, j, w and z where other languages have them;
  /// the weights are A to Z, then a to g.
  private static let alphabet: [Unicode.Scalar: UInt8] = {
    let order = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars
    return Dictionary(
      uniqueKeysWithValues: order.enumerated().map { place, letter in
        (letter, UInt8(place < 26 ? 0x41 + place : 0x61 + place - 26))
      })
  }()

  /// The weight of a letter, and the marks that are not part of it; nil when it is none.
  private static func letter(
    _ scalar: Unicode.Scalar, _ marks: [Unicode.Scalar]
  ) -> (Unicode.Scalar, [Unicode.Scalar], Bool)? {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let isCapital = lower != scalar
    let base: Unicode.Scalar = lower == "ð" || lower == "ɖ" ? "đ" : lower
    for (index, mark) in marks.enumerated() {
      guard let whole = composed(base, mark), let weight = alphabet[whole] else { continue }
      var rest = marks
      rest.remove(at: index)
      return (Unicode.Scalar(weight), rest, isCapital)
    }
    return alphabet[base].map { (Unicode.Scalar($0), marks, isCapital) }
  }

  private static func composed(
    _ base: Unicode.Scalar, _ mark: Unicode.Scalar
  ) -> Unicode.Scalar? {
    switch (base, mark.value) {
    case ("a", 0x306): return "ă"
    case ("a", 0x302): return "â"
    case ("e", 0x302): return "ê"
    case ("o", 0x302): return "ô"
    case ("o", 0x31B): return "ơ"
    case ("u", 0x31B): return "ư"
    default: return nil
    }
  }

  private static func tone(_ marks: [Unicode.Scalar]) -> Character {
    guard let mark = marks.first else { return "0" }
    switch mark.value {
    case 0x300: return "1"
    case 0x309: return "2"
    case 0x303: return "3"
    case 0x301: return "4"
    case 0x323: return "5"
    default: return "6"
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func trimmed(_ level: String) -> String {
    var result = Substring(level)
    while result.last == "0" { result.removeLast() }
    return String(result)
  }
}
