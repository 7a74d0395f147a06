/// What a scalar in NFC is to a terminal.
enum ScalarKind: Equatable {
  /// Takes one cell.
  case narrow
  /// Takes two cells.
  case wide
  /// Goes onto the character before it.
  case mark
  /// Is left out: variation selectors and the zero width joiner, about whose width terminals
  /// disagree.
  case dropped
  /// Must not reach a terminal; is shown as the replacement character.
  case hidden
  /// Half of a flag, with the letter that it stands for.
  case flagHalf(Unicode.Scalar)
  /// Colours the emoji before it; no terminal agrees with another on its width.
  case skinTone

  /// What this scalar is.
  init(_ scalar: Unicode.Scalar) {
    if Self.isPlain(scalar.value) {
      self = .narrow
    } else if let special = Self.special(scalar) {
      self = special
    } else {
      self = Self.byCategory(scalar)
    }
  }

  /// Whether the scalar takes one cell, never joins another and stays as it is in NFC. Covers
  /// ASCII, the precomposed letters of Vietnamese, and what charts and frames are made of.
  @inline(__always)
  static func isPlain(_ value: UInt32) -> Bool {
    if value < 0x300 {
      return (value >= 0x20 && value < 0x7F) || (value >= 0xA0 && value != 0xAD)
    }
    switch value {
    case 0x1E00...0x1EFF, 0x2010...0x2027, 0x20A0...0x20C0, 0x2190...0x21FF,
      0x2500...0x25FC, 0x2800...0x28FF:
      return true
    default:
      return false
    }
  }

  private static func special(_ scalar: Unicode.Scalar) -> ScalarKind? {
    switch scalar.value {
    case 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: return .dropped
    case 0x1F1E6...0x1F1FF:
      let letter = Unicode.Scalar(UInt8(0x41 + scalar.value - 0x1F1E6))
      return .flagHalf(letter)
    case 0x1F3FB...0x1F3FF: return .skinTone
    // Hangul vowels and finals join the syllable before them, and Hangul fillers are blank.
    case 0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: return .mark
    case 0x115F, 0x3164, 0xFFA0: return .hidden
    default: return nil
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return .hidden
    case .nonspacingMark, .enclosingMark:
      return .mark
    default:
      return WideScalars.contains(scalar.value) ? .wide : .narrow
    }
  }
}

/// Ready-made strings of the letters that are drawn most, so that drawing a cell makes none.
enum PlainText {
  private static let first: [String] = (0..<0x300).map(made)
  private static let vietnamese: [String] = (0x1E00..<0x1F00).map(made)

  /// The scalar as a string.
  @inline(__always)
  static func string(of scalar: Unicode.Scalar) -> String {
    let value = Int(scalar.value)
    if value < 0x300 { return first[value] }
    if value >= 0x1E00, value < 0x1F00 { return vietnamese[value - 0x1E00] }
    return String(Character(scalar))
  }

  private static func made(_ value: Int) -> String {
    Unicode.Scalar(UInt32(value)).map { String(Character($0)) } ?? " "
  }
}
