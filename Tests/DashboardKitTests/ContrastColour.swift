import Foundation

@testable import DashboardKit

/// A colour as a screen shows it, for measuring: linear red, green and blue, 0 to 1.
struct ShownColour: Hashable {
  var red: Double
  var green: Double
  var blue: Double

  init(linear red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From steps of sRGB, 0 to 255 (IEC 61966-2-1).
  init(_ components: (red: Int, green: Int, blue: Int)) {
    func linear(_ step: Int) -> Double {
      let value = Double(step) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    self.init(linear: linear(components.red), linear(components.green), linear(components.blue))
  }

  /// Relative luminance, 0 to 1 (WCAG 2.2).
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// What is left of it on a grey screen or a print.
  var grey: ShownColour { ShownColour(linear: luminance, luminance, luminance) }

  /// As an eye without the green cones sees it: the matrix for deuteranomaly of severity 1.0 of
  /// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
  /// Vision Deficiency", IEEE TVCG 15(6), 2009, which counts on linear values.
  var deuteranopic: ShownColour {
    mixed(
      (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
      (-0.011820, 0.042940, 0.968881))
  }

  /// As an eye without the red cones sees it: the same authors' protanomaly of severity 1.0.
  var protanopic: ShownColour {
    mixed(
      (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
      (-0.003882, -0.048116, 1.051998))
  }

  private typealias Row = (red: Double, green: Double, blue: Double)

  private func mixed(_ first: Row, _ second: Row, _ third: Row) -> ShownColour {
    func sum(_ row: Row) -> Double {
      min(1, max(0, row.red * red + row.green * green + row.blue * blue))
    }
    return ShownColour(linear: sum(first), sum(second), sum(third))
  }

  /// Lightness and two axes of hue, CIE 1976 L*a*b* under D65.
  var lab: (lightness: Double, a: Double, b: Double) {
    func curve(_ t: Double) -> Double {
      t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    let x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// Distance in L*a*b* (CIE76).
  func distance(to other: ShownColour) -> Double {
    let (one, two) = (lab, other.lab)
    return hypot(hypot(one.lightness - two.lightness, one.a - two.a), one.b - two.b)
  }

  /// 1 to 21 (WCAG 2.2).
  func contrast(with other: ShownColour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }
}

/// A terminal with xterm's 16 colours, and what it has by itself for letters and their ground.
struct ShownTerminal: Hashable, CaseIterable, CustomStringConvertible {
  /// Whether its own ground is black.
  var isBlack: Bool
  /// Whether it shows the first eight colours, when bold, as the second eight (xterm's
  /// `boldColors`).
  var brightensBold: Bool

  static let allCases = [false, true].flatMap { black in
    [false, true].map { ShownTerminal(isBlack: black, brightensBold: $0) }
  }

  var description: String {
    (isBlack ? "black" : "white") + (brightensBold ? ", bold is bright" : "")
  }

  /// xterm's 16, from its XTerm-col.ad.
  static let standard: [(red: Int, green: Int, blue: Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// The letters of a cell and their ground, as they are seen.
  func show(_ colours: ThemeColours) -> (letters: ShownColour, ground: ShownColour) {
    var letters = colours.fg
    if brightensBold, colours.isBold, case .ansi(let index) = letters, index < 8 {
      letters = .ansi(index + 8)
    }
    let own = isBlack ? (letters: 7, ground: 0) : (letters: 0, ground: 15)
    let shown = (value(letters, own.letters), value(colours.bg, own.ground))
    return colours.isReversed ? (shown.1, shown.0) : shown
  }

  private func value(_ colour: ThemeColour, _ own: Int) -> ShownColour {
    switch colour {
    case .default: ShownColour(Self.standard[own])
    case .ansi(let index): ShownColour(Self.standard[index])
    case .rgb(let red, let green, let blue): ShownColour((Int(red), Int(green), Int(blue)))
    }
  }
}
