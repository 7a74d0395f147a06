@_spi(_Unicode) import Swift

/// The tables of the encodings of before Unicode.
enum LegacyTables {
  /// TCVN 5712:1993 VN3: one byte a letter, small letters only apart from those without a tone.
  static func fromTCVN3(_ text: String) -> String {
    mapped(text) { tcvn3[$0] ?? $0 }
  }

  /// Windows-1258: letters, and five combining tones behind them.
  static func fromCP1258(_ text: String) -> String {
    composed(mapped(text) { cp1258[$0] ?? $0 })
  }

  /// VNI-Windows: letters of their own, and marks behind a vowel that may stand for a shape and a
  /// tone at once.
  static func fromVNI(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var hasVowel = false
    for scalar in text.unicodeScalars {
      let (lower, isCapital) = lowered(scalar)
      if hasVowel, let marks = vniMarks[lower] {
        result.append(contentsOf: marks.unicodeScalars)
        hasVowel = false
      } else if let letter = vniLetters[lower] {
        result.append(contentsOf: isCapital ? uppercased(letter) : [letter])
        hasVowel = letter == "ơ" || letter == "ư"
      } else {
        result.append(scalar)
        hasVowel = "aeiouy".unicodeScalars.contains(lower)
      }
    }
    return composed(String(result))
  }

  private static func mapped(
    _ text: String, _ map: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.lazy.map(map))
    return String(result)
  }

  private static func composed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text._nfc)
    return String(result)
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, isCapital: Bool) {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return (lower, lower != scalar)
  }

  private static func uppercased(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    Array(scalar.properties.uppercaseMapping.unicodeScalars)
  }

  private static func pairs(_ bytes: [UInt8], _ letters: String) -> [Unicode.Scalar: Unicode.Scalar]
  {
    Dictionary(uniqueKeysWithValues: zip(bytes.map { Unicode.Scalar($0) }, letters.unicodeScalars))
  }

  private static let tcvn3: [Unicode.Scalar: Unicode.Scalar] = pairs(
    [
      0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE,
      0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB,
      0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE,
      0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE,
      0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE,
    ],
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")

  private static let cp1258: [Unicode.Scalar: Unicode.Scalar] = pairs(
    [0xC3, 0xCC, 0xD0, 0xD2, 0xD5, 0xDD, 0xDE, 0xE3, 0xEC, 0xF0, 0xF2, 0xF5, 0xFD],
    "Ă\u{300}Đ\u{309}ƠƯ\u{303}ă\u{301}đ\u{323}ơư")

  private static let vniLetters: [Unicode.Scalar: Unicode.Scalar] = pairs(
    [0xF4, 0xF6, 0xF1, 0xED, 0xEC, 0xE6, 0xF3, 0xF2, 0xEE], "ơưđíìỉĩịỵ")

  private static let vniMarks: [Unicode.Scalar: String] = [
    "\u{F9}": "\u{301}", "\u{F8}": "\u{300}", "\u{FB}": "\u{309}", "\u{F5}": "\u{303}",
    "\u{EF}": "\u{323}",
    "\u{E2}": "\u{302}", "\u{E1}": "\u{302}\u{301}", "\u{E0}": "\u{302}\u{300}",
    "\u{E5}": "\u{302}\u{309}", "\u{E3}": "\u{302}\u{303}", "\u{E4}": "\u{302}\u{323}",
    "\u{EA}": "\u{306}", "\u{E9}": "\u{306}\u{301}", "\u{E8}": "\u{306}\u{300}",
    "\u{FA}": "\u{306}\u{309}", "\u{FC}": "\u{306}\u{303}", "\u{EB}": "\u{306}\u{323}",
  ]
}
