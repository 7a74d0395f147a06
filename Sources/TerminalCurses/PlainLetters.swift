@_spi(_Unicode) import Swift

/// Text for machines and terminals that cannot show all of it: letters without marks and frames of
/// ASCII where no locale knows UTF-8, other marks on the Linux console.
enum PlainLetters {
  /// One ASCII character for one piece of text.
  static func ascii(_ text: String) -> UInt32 {
    guard let first = text._nfd.first(where: { _ in true }) else { return 0x20 }
    if first.value < 0x7F { return max(0x20, first.value) }
    switch first.value {
    case 0x111: return 0x64
    case 0x110: return 0x44
    case 0x20AB: return 0x64
    case 0x2013, 0x2014, 0x00B7, 0x2500, 0x2501, 0x2550: return 0x2D
    case 0x2502, 0x2503, 0x2551, 0x2016: return 0x7C
    case 0x250C...0x254B, 0x2552...0x2570: return 0x2B
    case 0x2581...0x2583, 0x258D...0x258F: return 0x2D
    case 0x2591, 0x2026: return 0x2E
    case 0x2580...0x259F, 0x25A0, 0x25C6: return 0x23
    case 0x2018, 0x2019: return 0x27
    case 0x201C, 0x201D, 0x00AB, 0x00BB: return 0x22
    case 0x2190, 0x25C0, 0x25C2, 0x2039: return 0x3C
    case 0x2192, 0x25B6, 0x25B8, 0x203A: return 0x3E
    case 0x2191, 0x25B2: return 0x5E
    case 0x2193, 0x25BC, 0x25BE: return 0x76
    case 0x2022, 0x25CF: return 0x2A
    case 0x2713, 0x25D0: return 0x2B
    case 0x25CB: return 0x6F
    case 0x00D7: return 0x78
    case 0x00A0: return 0x20
    default: return 0x3F
    }
  }

  /// What the Linux console shows for a mark that its fonts do not have; nil for all that they
  /// have. Measured on Debian's Vietnamese-Fixed16 (512 glyphs): it has all Vietnamese letters,
  /// frames, arrows and shades, but no parts of blocks.
  static func console(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, first.value >= 0x2000 else { return nil }
    switch first.value {
    case 0x2016: return "|"
    case 0x20AB: return "đ"
    case 0x2581: return "."
    case 0x258D...0x258F, 0x2582, 0x2583: return "░"
    case 0x258B, 0x258C, 0x2584, 0x2585: return "▒"
    case 0x2589, 0x258A, 0x2586, 0x2587: return "▓"
    case 0x25C6: return "■"
    case 0x25CB: return "o"
    case 0x25D0, 0x2713: return "+"
    case 0x2800...0x28FF: return ":"
    default: return nil
    }
  }
}

/// Which marks a terminal can show.
enum GlyphSet {
  /// All that its fonts have, which is all that screens use.
  case all
  /// Those of the Linux console.
  case console
  /// ASCII, where no locale knows UTF-8.
  case ascii

  init(isUTF8: Bool, terminal: String) {
    let isConsole = terminal == "linux" || terminal.hasPrefix("linux-")
    self = !isUTF8 ? .ascii : isConsole ? .console : .all
  }
}
