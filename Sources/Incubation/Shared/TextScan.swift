/// What may be done with single scalars of text that comes from outside.
enum TextScan {
  /// What happens to a scalar.
  enum Judgement { case keep, space, lineBreak, strip, refuse }

  /// What happens to a scalar: UAX #44 general categories, with the exceptions that office files
  /// and web pages bring along without anybody's intention.
  static func judge(_ scalar: Unicode.Scalar) -> Judgement {
    switch scalar.value {
    case 0x20...0x7E: return .keep
    case 0x09: return .space
    case 0x0A, 0x0D: return .lineBreak
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      return .strip
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return .refuse
    case .spaceSeparator: return .space
    case .nonspacingMark: return properties.isDefaultIgnorableCodePoint ? .strip : .keep
    default: return properties.isDefaultIgnorableCodePoint ? .refuse : .keep
    }
  }

  /// Whether a scalar is a combining mark.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Whether text holds nothing but printable ASCII, line feeds, precomposed Latin letters of
  /// U+00A1...U+01BF and U+1EA0...U+1EF9, and general punctuation of U+2010...U+2027.
  ///
  /// All of them are allowed and stay the same in NFC, so such text needs no further look. It is
  /// read by its UTF-8 bytes, which are known to be well formed.
  static func isPlain(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0x20 && byte <= 0x7E || byte == 0x0A {
          index += 1
          continue
        }
        let length = plainSequence(bytes, at: index, lead: byte)
        if length == 0 { return false }
        index += length
      }
      return true
    }
  }

  /// The length of a plain sequence of two or three bytes; 0 when it is none.
  private static func plainSequence(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, lead: UInt8
  ) -> Int {
    switch lead {
    case 0xC2: return bytes[index + 1] >= 0xA1 && bytes[index + 1] != 0xAD ? 2 : 0
    case 0xC3...0xC6: return 2
    case 0xE1:
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      return second == 0xBA && third >= 0xA0 || second == 0xBB && third <= 0xB9 ? 3 : 0
    case 0xE2:
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      return second == 0x80 && (0x90...0xA7).contains(third) ? 3 : 0
    default: return 0
    }
  }
}
