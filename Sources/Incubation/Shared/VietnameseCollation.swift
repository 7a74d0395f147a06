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
    if text.isEmpty { return "" }
    let weights = Weights(text)
    return String(
      decoding: weights.letters + "+".utf8 + weights.tones + "+".utf8 + weights.cases,
      as: UTF8.self)
  }

  /// A key by which lists of people are sorted: given name, then family name, then middle names,
  /// each with its tones; case comes last.
  public static func givenNameKey(_ fullName: String) -> String {
    let name = PersonName(fullName)
    var key: [UInt8] = []
    var cases: [UInt8] = []
    for part in [name.given, name.family, name.middle] {
      let weights = Weights(part)
      key += weights.letters + "+".utf8 + weights.tones + "!".utf8
      cases += weights.cases + "!".utf8
    }
    return String(decoding: key + cases.dropLast(), as: UTF8.self)
  }

  /// Less than, by `key`.
  public static func isLess(_ left: String, _ right: String) -> Bool {
    key(left).utf8.lexicographicallyPrecedes(key(right).utf8)
  }
}

/// The three levels of a text. Zeros at the end of the second and third say nothing and are left
/// out; "+" and "!" sort before every character that is used.
private struct Weights {
  private(set) var letters: [UInt8] = []
  private(set) var tones: [UInt8] = []
  private(set) var cases: [UInt8] = []
  private var digits: [UInt8] = []

  init(_ text: String) {
    letters.reserveCapacity(text.utf8.count)
    if TextScan.isPlain(text) {
      for scalar in text.unicodeScalars { appendPlain(scalar) }
    } else {
      appendAny(text)
    }
    flushDigits()
    Self.trim(&tones)
    Self.trim(&cases)
  }

  /// A scalar that no mark follows; letters with accents by table.
  private mutating func appendPlain(_ scalar: Unicode.Scalar) {
    if ("0"..."9").contains(scalar) {
      digits.append(UInt8(scalar.value))
      return
    }
    if !digits.isEmpty { flushDigits() }
    if scalar == " " {
      add(Self.space, tone: Self.noTone, isCapital: false)
      return
    }
    let lower = TextFolding.lower(scalar)
    let entry = lower.value < 0x1F00 ? Self.table[Int(lower.value)] : 0
    if entry == 0 {
      appendAny(String(scalar))
    } else {
      add(UInt8(entry >> 8), tone: UInt8(entry & 0xFF), isCapital: lower != scalar)
    }
  }

  private mutating func appendAny(_ text: String) {
    var scalars = Array(text._nfd)[...]
    while let scalar = scalars.popFirst() {
      if ("0"..."9").contains(scalar) {
        digits.append(UInt8(scalar.value))
        continue
      }
      flushDigits()
      let marks = Array(scalars.prefix { TextScan.isMark($0) })
      scalars = scalars.dropFirst(marks.count)
      append(scalar, marks)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ marks: [Unicode.Scalar]) {
    let lower = TextFolding.lower(scalar)
    if scalar.properties.isWhitespace {
      add(Self.space, tone: Self.noTone, isCapital: false)
    } else if let (weight, tone) = Self.letter(lower, marks) {
      add(weight, tone: tone, isCapital: lower != scalar)
    } else if TextScan.judge(scalar) != .strip {
      let isWord = scalar.properties.isAlphabetic || TextScan.isMark(scalar)
      let name = (isWord ? "~" : ".") + Self.hexadecimal(scalar)
      letters += name.utf8.dropLast()
      add(name.utf8.last ?? 0, tone: Self.noTone, isCapital: false)
    }
  }

  private mutating func add(_ weight: UInt8, tone: UInt8, isCapital: Bool) {
    letters.append(weight)
    tones.append(tone)
    cases.append(isCapital ? Self.noTone + 1 : Self.noTone)
  }

  /// A run of digits: how many there are without leading zeros, then they. More zeros come later,
  /// on the third level.
  private mutating func flushDigits() {
    guard !digits.isEmpty else { return }
    let significant = digits.drop { $0 == Self.noTone }
    let zeros = digits.count - significant.count
    digits = []
    var rest = significant
    repeat {
      let part = rest.prefix(99)
      rest = rest.dropFirst(99)
      let count = part.count < 9 ? "\(part.count)" : part.count < 10 ? "909" : "9\(part.count)"
      letters += count.utf8
      letters += part
      tones.append(Self.noTone)
      cases.append(Self.noTone)
    } while !rest.isEmpty
    cases[cases.count - 1] = Self.noTone + UInt8(min(zeros, 9))
  }

  /// "0": nothing to say on a level, and the digit.
  private static let noTone: UInt8 = 0x30

  private static let space = UInt8(ascii: "-")

  /// The small letters of the alphabet with all their tones, as they are in NFC, by their scalar
  /// values: weight and tone in one number, 0 for all else.
  private static let table: [UInt16] = {
    var result = [UInt16](repeating: 0, count: 0x1F00)
    func set(_ scalar: Unicode.Scalar, _ base: Unicode.Scalar, _ tone: Int) {
      guard let weight = alphabet[base] else { return }
      result[Int(scalar.value)] = UInt16(weight) << 8 | UInt16(noTone) + UInt16(tone)
    }
    for letter in alphabet.keys { set(letter, letter, 0) }
    let toned = Array(
      "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ".unicodeScalars)
    for (place, scalar) in toned.enumerated() { set(scalar, toned[place / 6 * 6], place % 6) }
    return result
  }()

  /// The letters of the alphabet in order, with f, j, w and z where other languages have them;
  /// the weights are A to Z, then a to g.
  private static let alphabet: [Unicode.Scalar: UInt8] = {
    let order = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars
    return Dictionary(
      uniqueKeysWithValues: order.enumerated().map { place, letter in
        (letter, UInt8(place < 26 ? 0x41 + place : 0x61 + place - 26))
      })
  }()

  /// The weight of a small letter with marks, and its tone; nil when it is no letter of ours.
  private static func letter(
    _ lower: Unicode.Scalar, _ marks: [Unicode.Scalar]
  ) -> (UInt8, tone: UInt8)? {
    let base: Unicode.Scalar = lower == "ð" || lower == "ɖ" ? "đ" : lower
    for (index, mark) in marks.enumerated() {
      guard let whole = composed(base, mark), let weight = alphabet[whole] else { continue }
      var rest = marks
      rest.remove(at: index)
      return (weight, tone(rest))
    }
    return alphabet[base].map { ($0, tone(marks)) }
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

  private static func tone(_ marks: [Unicode.Scalar]) -> UInt8 {
    guard let mark = marks.first else { return noTone }
    switch mark.value {
    case 0x300: return noTone + 1
    case 0x309: return noTone + 2
    case 0x303: return noTone + 3
    case 0x301: return noTone + 4
    case 0x323: return noTone + 5
    default: return noTone + 6
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func trim(_ level: inout [UInt8]) {
    while level.last == noTone { level.removeLast() }
  }
}
