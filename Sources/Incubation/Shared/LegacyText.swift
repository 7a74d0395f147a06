/// Vietnamese text in the encodings of before Unicode, as old spreadsheets bring it: each letter
/// arrives as the Latin-1 character with the same byte ("ViÖt Nam" for "Việt Nam").
public enum LegacyText {
  /// An encoding of before Unicode.
  public enum Encoding: String, CaseIterable, Sendable {
    /// TCVN 5712:1993, VN3, of the ABC program and its .Vn fonts.
    case tcvn3
    /// VNI-Windows, of the VNI- fonts: letters followed by a mark.
    case vni
    /// Windows code page 1258: letters followed by a combining tone.
    case cp1258
  }

  /// The encoding that a text was most likely written in; nil when it is ordinary text, or when
  /// there is too little to judge by.
  ///
  /// A reading is believed when nearly all words with letters beyond ASCII become Vietnamese
  /// syllables by it, and hardly any are as they stand.
  public static func recognise(_ text: String) -> Encoding? {
    let words = words(of: text)
    let isMixed = text.unicodeScalars.contains { $0.value > 0xFF && isVietnamese($0) }
    guard !isMixed, !words.isEmpty else { return nil }
    let ordinary = words.count { VietnameseSyllable.isSyllable($0) }
    if ordinary * 2 > words.count { return nil }
    var best: (encoding: Encoding, valid: Int)?
    for encoding in Encoding.allCases {
      let valid = words.count { VietnameseSyllable.isSyllable(converted($0, from: encoding)) }
      if valid > best?.valid ?? 0 { best = (encoding, valid) }
    }
    guard let best, best.valid >= 2, best.valid * 10 >= words.count * 8 else { return nil }
    let all = text.split { !isPartOfWord($0) }.count
    return words.count * 20 >= all ? best.encoding : nil
  }

  /// The same for the bytes of a file that is not UTF-8; nil also when it is.
  public static func recognise(bytes: some Sequence<UInt8>) -> Encoding? {
    let bytes = Array(bytes)
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    return recognise(latin1(bytes))
  }

  /// The text in Unicode, read by an encoding. What the encoding does not know stays as it is.
  public static func converted(_ text: String, from encoding: Encoding) -> String {
    switch encoding {
    case .tcvn3: LegacyTables.fromTCVN3(text)
    case .vni: LegacyTables.fromVNI(text)
    case .cp1258: LegacyTables.fromCP1258(text)
    }
  }

  /// The text of bytes, read by an encoding.
  public static func converted(bytes: some Sequence<UInt8>, from encoding: Encoding) -> String {
    converted(latin1(Array(bytes)), from: encoding)
  }

  private static func latin1(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
    return String(scalars)
  }

  /// The words that have letters beyond ASCII.
  private static func words(of text: String) -> [String] {
    text.split { !isPartOfWord($0) }
      .filter { word in word.unicodeScalars.contains { $0.value > 0x7F } }
      .map(String.init)
  }

  /// Old encodings use the places of Latin-1 signs for letters, too.
  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.unicodeScalars.contains { $0.value >= 0xA1 }
  }

  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    TextFolding.base(scalar) != nil
  }
}
