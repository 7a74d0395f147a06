@_spi(_Unicode) import Swift

/// Search keys: text without accents, case and surplus spaces, so that "doi moi" finds "Đổi mới".
public enum TextFolding {
  /// The search key of a text: marks taken off, lower case, đ as d (also when it was typed as Ð
  /// U+00D0 or Ɖ U+0189), runs of white space as one space, none at the ends.
  public static func fold(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        pendingSpace = !result.isEmpty
        continue
      }
      let start = result.count
      append(scalar, to: &result)
      if pendingSpace, result.count > start {
        result.insert(0x20, at: start)
        pendingSpace = false
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether every word of a query occurs in a text. A letter without accents in the query stands
  /// for itself with any; one with accents asks for exactly these. Case never matters, and the two
  /// ways of placing a tone ("hoà", "hòa") are one. An empty query is found everywhere.
  public static func matches(query: String, in text: String) -> Bool {
    let words = words(of: query)
    let folded = Array(fold(text).utf8)
    guard words.allSatisfy({ contains(Array(fold($0).utf8), in: folded) }) else { return false }
    let accented = words.filter { asksForAccents($0) }
    if accented.isEmpty { return true }
    let letters = Letter.all(of: text)
    return accented.allSatisfy { word in
      contains(Letter.all(of: word), in: letters)
        || contains(Letter.scalars(word).map(Letter.init), in: letters)
    }
  }

  /// Whether a query asks for accents, so that a hit on the folded key is not enough.
  public static func asksForAccents(_ query: String) -> Bool {
    Letter.all(of: query).contains { $0.isAccented }
  }

  /// Whether two texts are the same to a person who looks for duplicates: case, surplus spaces,
  /// normalisation form and the place of the tone in a syllable ("hoà", "hòa") do not matter;
  /// accents do.
  public static func equalForMatching(_ left: String, _ right: String) -> Bool {
    matchingKey(left) == matchingKey(right)
  }

  /// The text by which `equalForMatching` compares: lower case, single spaces, and the tones of
  /// each syllable behind its letters.
  public static func matchingKey(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var tones = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.lowercased()._nfd {
      if isTone(scalar) {
        tones.append(scalar)
        continue
      }
      let isLetter = scalar.properties.isAlphabetic || TextScan.isMark(scalar)
      if !isLetter {
        result.append(contentsOf: tones)
        tones = String.UnicodeScalarView()
      }
      if isSpace(scalar) {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
    result.append(contentsOf: tones)
    return String(result)
  }
}

extension TextFolding {
  /// The base letter of a precomposed Latin letter, in lower case; nil when there is no table
  /// entry.
  static func base(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x1EA0...0x1EB7, 0xC0...0xC5, 0xE0...0xE5, 0x102, 0x103: return UInt8(ascii: "a")
    case 0x1EB8...0x1EC7, 0xC8...0xCB, 0xE8...0xEB: return UInt8(ascii: "e")
    case 0x1EC8...0x1ECB, 0xCC...0xCF, 0xEC...0xEF, 0x128, 0x129: return UInt8(ascii: "i")
    case 0x1ECC...0x1EE3, 0xD2...0xD6, 0xF2...0xF6, 0x1A0, 0x1A1: return UInt8(ascii: "o")
    case 0x1EE4...0x1EF1, 0xD9...0xDC, 0xF9...0xFC, 0x168, 0x169, 0x1AF, 0x1B0:
      return UInt8(ascii: "u")
    case 0x1EF2...0x1EF9, 0xDD, 0xFD, 0xFF: return UInt8(ascii: "y")
    case 0x110, 0x111, 0xD0, 0xF0, 0x189, 0x256: return UInt8(ascii: "d")
    default: return nil
    }
  }

  /// The small letter of a letter, where that is one scalar: by rule for ASCII and Vietnamese.
  static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    let offset: UInt32
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: offset = 0x20
    case 0..<0xC0, 0xD7, 0xDF...0xFF: return scalar
    case 0x1EA0...0x1EF9: offset = value & 1 ^ 1
    case 0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF: offset = 1
    default:
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      return mapping.count == 1 ? mapping.first ?? scalar : scalar
    }
    return Unicode.Scalar(value + offset) ?? scalar
  }

  /// Whether a scalar is one of the five tone marks.
  static func isTone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300, 0x301, 0x303, 0x309, 0x323: return true
    default: return false
    }
  }

  /// Whether a scalar is white space.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0: return true
    case 0..<0x1680: return false
    default: return scalar.properties.isWhitespace
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      result.append(UInt8(value) | ((0x41...0x5A).contains(value) ? 0x20 : 0))
    } else if let letter = base(scalar) {
      result.append(letter)
    } else if !(0x300...0x36F).contains(value) {
      for part in scalar.properties.lowercaseMapping._nfd
      where part.properties.generalCategory != .nonspacingMark && TextScan.judge(part) != .strip {
        result.append(contentsOf: base(part).map { [$0] } ?? Array(String(part).utf8))
      }
    }
  }

  /// The runs between white space.
  static func words(of query: String) -> [String] {
    query.unicodeScalars.split(whereSeparator: isSpace).map { String(Substring($0)) }
  }

  private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    guard word.count <= text.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      text[start] == first && word.indices.allSatisfy { word[$0] == text[start + $0] }
    }
  }

  private static func contains(_ word: [Letter], in text: [Letter]) -> Bool {
    guard word.count <= text.count else { return false }
    if word.isEmpty { return true }
    return (0...(text.count - word.count)).contains { start in
      word.indices.allSatisfy { word[$0].accepts(text[start + $0]) }
    }
  }
}

/// One letter of a text that is searched, with and without its accents.
private struct Letter {
  let exact: Unicode.Scalar
  let folded: Unicode.Scalar

  init(_ scalar: Unicode.Scalar) {
    exact = scalar
    folded = TextFolding.base(scalar).map { Unicode.Scalar($0) } ?? scalar
  }

  var isAccented: Bool { exact != folded }

  func accepts(_ other: Letter) -> Bool {
    isAccented ? exact == other.exact : folded == other.folded
  }

  /// Lower-case NFC scalars without marks that could not be composed.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    if TextScan.isPlain(text) { return text.unicodeScalars.map(TextFolding.lower) }
    return text.lowercased()._nfc.filter {
      $0.properties.generalCategory != .nonspacingMark && TextScan.judge($0) != .strip
    }
  }

  /// The letters, with tones of open syllables in oa, oe and uy on the first vowel.
  static func all(of text: String) -> [Letter] {
    var list = scalars(text)
    for index in list.indices.dropFirst() where !isLetter(list, index + 1) {
      let first = list[index - 1]
      guard let moved = moved(first, list[index]) else { continue }
      list[index - 1] = moved.first
      list[index] = moved.second
    }
    return list.map(Letter.init)
  }

  private static func isLetter(_ list: [Unicode.Scalar], _ index: Int) -> Bool {
    list.indices.contains(index) && list[index].properties.isAlphabetic
  }

  private static func moved(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> (first: Unicode.Scalar, second: Unicode.Scalar)? {
    let (onset, vowels): (String, [(Unicode.Scalar, String)])
    switch first {
    case "o": (onset, vowels) = ("òỏõóọ", [("a", "àảãáạ"), ("e", "èẻẽéẹ")])
    case "u": (onset, vowels) = ("ùủũúụ", [("y", "ỳỷỹýỵ")])
    default: return nil
    }
    for (plain, toned) in vowels {
      for (from, to) in zip(toned.unicodeScalars, onset.unicodeScalars) where from == second {
        return (to, plain)
      }
    }
    return nil
  }
}
