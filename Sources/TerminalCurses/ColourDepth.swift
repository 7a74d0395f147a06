/// How many colours the terminal shows.
public enum ColourDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// None, or none wanted.
  case monochrome = 0
  /// The eight of the Linux console.
  case eight
  /// The eight and their bright variants.
  case sixteen
  /// The 256 of xterm.
  case indexed
  /// Any.
  case direct

  /// Fewer colours come first.
  public static func < (one: ColourDepth, other: ColourDepth) -> Bool {
    one.rawValue < other.rawValue
  }

  /// The depth of a terminal with so many colours; none when the user wants none.
  public init(colourCount: Int, isDirect: Bool, wantsNone: Bool) {
    switch colourCount {
    case _ where wantsNone: self = .monochrome
    case ..<8: self = .monochrome
    case _ where isDirect: self = .direct
    case 8..<16: self = .eight
    case 16..<256: self = .sixteen
    default: self = .indexed
    }
  }

  /// Whether the environment asks for no colours: NO_COLOR is set and not empty
  /// (https://no-color.org).
  public static func wantsNone(_ environment: [String: String]) -> Bool {
    environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  }

  /// The numbers of the nearest colours that the terminal has, -1 for its default. Two colours
  /// that differ stay different: text never vanishes because both became the same.
  func numbers(of colours: TerminalColours) -> (foreground: Int, background: Int) {
    var foreground = number(of: colours.foreground)
    let background = number(of: colours.background)
    // Bright black is black where there are only eight colours.
    if self == .eight, colours.foreground == .ansi(8) { foreground = 7 }
    guard foreground == background, foreground >= 0, colours.foreground != colours.background
    else { return (foreground, background) }
    let isDark = Self.brightness(Self.components(of: background, depth: self)) < 128
    let bright = self == .eight ? 7 : 15
    return (isDark ? (self == .direct ? 0xFFFFFF : bright) : 0, background)
  }

  /// Whether bold text in these colours would be grey on a colour: PuTTY and the Linux console show
  /// bold as bright, bright black is grey, and so may be what stands for the background when both
  /// are exchanged.
  func isGreyWhenBold(_ foreground: Int, _ background: Int, isReversed: Bool) -> Bool {
    guard self > .monochrome, self < .direct else { return false }
    return isReversed ? background <= 0 : foreground == 0 && background >= 0
  }

  private func number(of colour: ColourValue) -> Int {
    switch (self, colour) {
    case (.monochrome, _), (_, .default): -1
    case (.eight, .ansi(let index)): index & 7
    case (.direct, .ansi(let index)) where index & 15 > 7: Self.packed(Self.standard[index & 15])
    case (_, .ansi(let index)): index & 15
    case (.direct, .rgb(let red, let green, let blue)):
      Self.packed((Int(red), Int(green), Int(blue)))
    case (.indexed, .rgb(let red, let green, let blue)):
      Self.nearestIndexed((Int(red), Int(green), Int(blue)))
    case (.sixteen, .rgb(let red, let green, let blue)):
      Self.nearestStandard((Int(red), Int(green), Int(blue)), among: 16)
    case (.eight, .rgb(let red, let green, let blue)):
      Self.nearestStandard((Int(red), Int(green), Int(blue)), among: 8)
    }
  }

  typealias Components = (red: Int, green: Int, blue: Int)

  /// The sixteen colours as xterm has them unless the user has set others.
  private static let standard: [Components] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
  private static let steps = [0, 95, 135, 175, 215, 255]

  /// A colour number of a direct terminal. Numbers below 8 would be the terminal's own colours.
  private static func packed(_ colour: Components) -> Int {
    max(8, colour.red << 16 | colour.green << 8 | colour.blue)
  }

  /// The nearest of the cube (16 to 231) and the greys (232 to 255); the first sixteen are left
  /// out, because users set them as they like.
  private static func nearestIndexed(_ colour: Components) -> Int {
    func nearestStep(_ value: Int) -> Int {
      steps.indices.min { abs(steps[$0] - value) < abs(steps[$1] - value) } ?? 0
    }
    let (red, green, blue) = (
      nearestStep(colour.red), nearestStep(colour.green), nearestStep(colour.blue)
    )
    let cube = 16 + 36 * red + 6 * green + blue
    let mean = (colour.red + colour.green + colour.blue) / 3
    let grey = 232 + max(0, min(23, (mean - 3) / 10))
    let ofCube = distance(colour, components(of: cube, depth: .indexed))
    return distance(colour, components(of: grey, depth: .indexed)) < ofCube ? grey : cube
  }

  private static func nearestStandard(_ colour: Components, among count: Int) -> Int {
    (0..<count).min { distance(colour, standard[$0]) < distance(colour, standard[$1]) } ?? 0
  }

  /// Red, green and blue of a colour number.
  static func components(of number: Int, depth: ColourDepth) -> Components {
    if depth == .direct, number > 7 {
      return (number >> 16 & 255, number >> 8 & 255, number & 255)
    }
    switch number {
    case 232...255:
      return (8 + 10 * (number - 232), 8 + 10 * (number - 232), 8 + 10 * (number - 232))
    case 16...231:
      let index = number - 16
      return (steps[index / 36], steps[index / 6 % 6], steps[index % 6])
    default: return standard[number & 15]
    }
  }

  /// Weighted for how the eye sees red, green and blue.
  private static func distance(_ one: Components, _ other: Components) -> Int {
    let (red, green, blue) = (
      one.red - other.red, one.green - other.green, one.blue - other.blue
    )
    return 3 * red * red + 6 * green * green + blue * blue
  }

  private static func brightness(_ colour: Components) -> Int {
    (3 * colour.red + 6 * colour.green + colour.blue) / 10
  }
}
