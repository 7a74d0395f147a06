/// Contrast between two colours, by WCAG 2.2.
public enum Contrast {
  /// The ratio, 1 to 21; nil when one of the colours is the terminal's own and so not known.
  public static func ratio(_ first: ThemeColour, _ second: ThemeColour) -> Double? {
    guard let a = luminance(first), let b = luminance(second) else { return nil }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance, 0 to 1; nil when the colour is the terminal's own.
  static func luminance(_ colour: ThemeColour) -> Double? {
    guard let (red, green, blue) = colour.components else { return nil }
    return 0.2126 * linear[red] + 0.7152 * linear[green] + 0.0722 * linear[blue]
  }

  /// The linear value of each of the 256 steps of sRGB.
  private static let linear: [Double] = (0...255).map { step in
    let value = Double(step) / 255
    return value <= 0.04045 ? value / 12.92 : power24((value + 0.055) / 1.055)
  }

  /// x to the power of 2.4, without a mathematics library: x² times the fifth root of x².
  private static func power24(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}
