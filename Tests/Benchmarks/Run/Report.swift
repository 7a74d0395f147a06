import Glibc

/// One figure beside its floor and what is asked of it.
struct Figure {
  /// What was measured, with its unit.
  var name: String
  var value: Double
  /// The same of the floor program in the same run; nil where the floor has nothing like it.
  var floor: Double?
  /// The most that the figure may be, in its own unit; nil when nothing is asked of it.
  var most: Double?
  /// How the limit is put.
  var asked = ""
}

/// The table of figures.
struct Report {
  private(set) var figures: [Figure] = []

  mutating func add(
    _ name: String, _ value: Double, floor: Double? = nil, most: Double? = nil, asked: String = ""
  ) {
    let figure = Figure(name: name, value: value, floor: floor, most: most, asked: asked)
    figures.append(figure)
    Self.say(Self.line(figure))
  }

  static func say(_ line: String, to descriptor: Int32 = STDOUT_FILENO) {
    let bytes = Array((line + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  static var heading: String {
    cells("figure", "measured", "floor", "ratio", "asked", "")
  }

  private static func line(_ figure: Figure) -> String {
    cells(
      figure.name, number(figure.value), figure.floor.map(number) ?? "",
      figure.floor.map { number(figure.value / $0) } ?? "", figure.asked,
      figure.most.map { figure.value <= $0 ? "ok" : "OVER" } ?? "")
  }

  private static func cells(
    _ name: String, _ value: String, _ floor: String, _ ratio: String, _ asked: String,
    _ verdict: String
  ) -> String {
    let spaces = String(repeating: " ", count: max(1, 46 - name.count))
    return name + spaces + right(value, 9) + right(floor, 9) + right(ratio, 8) + "  "
      + asked + String(repeating: " ", count: max(1, 24 - asked.count)) + verdict
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "none" }
    let hundredths = Int((value * 100).rounded())
    guard abs(value) < 1_000, hundredths % 100 != 0 else { return "\(Int(value.rounded()))" }
    let fraction = hundredths % 100
    return "\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)"
  }
}
