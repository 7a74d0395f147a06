/// A colour as a theme names it.
public enum ThemeColour: Hashable, Sendable {
  /// The terminal's own.
  case `default`
  /// One of the 16 of the terminal's palette: 0 black, 1 red, 2 green, 3 yellow, 4 blue, 5 magenta,
  /// 6 cyan, 7 white, and 8 to 15 the same, brighter.
  case ansi(Int)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)

  /// The names of the first 16 colours, in their order.
  public static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  /// A colour from its notation: "#1b2a27", "default", or one of `names`; nil when it is none.
  public init?(_ text: String) {
    if text == "default" {
      self = .default
    } else if let index = Self.names.firstIndex(of: text) {
      self = .ansi(index)
    } else {
      let digits = text.dropFirst()
      guard text.first == "#", digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
        let value = UInt32(digits, radix: 16)
      else { return nil }
      self = .rgb(
        UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
        UInt8(truncatingIfNeeded: value))
    }
  }

  /// The nearest of the colours 16 to 255 of a terminal with 256, which look the same on each of
  /// them, by its red, green and blue; colours of the palette stay as they are.
  public var quantised: ThemeColour {
    guard case .rgb(let red, let green, let blue) = self else { return self }
    let wanted = (Int(red), Int(green), Int(blue))
    var best: (colour: ThemeColour, distance: Int) = (self, .max)
    for index in 16...255 {
      let (r, g, b) = Self.components(of: index)
      let (dr, dg, db) = (r - wanted.0, g - wanted.1, b - wanted.2)
      let distance = 2 * dr * dr + 4 * dg * dg + 3 * db * db
      if distance < best.distance {
        best = (.rgb(UInt8(r), UInt8(g), UInt8(b)), distance)
      }
    }
    return best.colour
  }

  /// Red, green and blue of one of the colours 16 to 255, as xterm defines them: a cube of six
  /// steps a side, then 24 greys.
  static func components(of index: Int) -> (red: Int, green: Int, blue: Int) {
    if index >= 232 {
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let place = index - 16
    return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
  }

  /// Red, green and blue; nil for colours that the terminal's own settings decide.
  public var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .default, .ansi: nil
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    }
  }
}

/// How many colours a terminal shows.
public enum ColourDepth: String, CaseIterable, Sendable {
  /// Any colour.
  case direct
  /// 256 colours.
  case indexed256 = "256"
  /// The 16 of the terminal's own palette.
  case ansi16 = "16"
  /// No colours: weight only.
  case mono
}
