extension Canvas {
  /// The canvas as text for a stored snapshot: the rows, a ruler with the size, and under it the
  /// layers of roles, surfaces and emphasis, a letter a cell, each followed by what the letters
  /// mean. A theme does not show in it, so changing one never breaks a snapshot.
  ///
  /// Blanks and dots (ordinary text, the screen itself) at the end of a row are left out, and so
  /// is a layer in which nothing else occurs.
  public func snapshot() -> String {
    var lines = rows { $0.text }.map { trimmed($0, " ") }
    lines.append(ruler)
    lines.append(cursor.map { "cursor \($0.x),\($0.y)" } ?? "no cursor")
    lines += layer("roles", Role.allCases.map { ($0.snapshotLetter, "\($0)") }) {
      $0.role.snapshotLetter
    }
    lines += layer("surfaces", Surface.allCases.map { ($0.snapshotLetter, "\($0)") }) {
      $0.surface.snapshotLetter
    }
    let emphases: [(Character, String)] = (0..<8).map {
      (Emphasis(rawValue: $0).snapshotLetter, Emphasis(rawValue: $0).snapshotName)
    }
    lines += layer("emphasis", emphases) { $0.emphasis.snapshotLetter }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ shown: (Cell) -> String) -> [String] {
    (0..<size.height).map { y in
      cells[(y * size.width)..<((y + 1) * size.width)].reduce(into: "") { $0 += shown($1) }
    }
  }

  /// "----+----1----+----2" and so on, so that columns can be counted in a difference.
  private var ruler: String {
    let marks = (1...max(1, size.width)).map { column -> String in
      if column % 10 == 0 { return String(column / 10 % 10) }
      return column % 5 == 0 ? "+" : "-"
    }
    return marks.prefix(size.width).joined() + " \(size.width)x\(size.height)"
  }

  private func layer(
    _ name: String, _ meanings: [(letter: Character, name: String)],
    _ letter: (Style) -> Character
  ) -> [String] {
    var used: Set<Character> = []
    let drawn = rows { cell in
      let sign = letter(cell.style)
      used.insert(sign)
      return String(sign)
    }
    used.remove(".")
    guard !used.isEmpty else { return [] }
    let legend = meanings.filter { used.contains($0.letter) }.map { "\($0.letter) \($0.name)" }
    return ["", name] + drawn.map { trimmed($0, ".") } + [legend.joined(separator: ", ")]
  }

  private func trimmed(_ line: String, _ blank: Character) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == blank {
      end = line.index(before: end)
    }
    return String(line[..<end])
  }
}

extension Role {
  /// The letter of the role in a snapshot; a dot is ordinary text. No two roles share one.
  public var snapshotLetter: Character {
    switch self {
    case .text: "."
    case .muted: "m"
    case .disabled: "x"
    case .heading: "h"
    case .title: "t"
    case .link: "l"
    case .border: "-"
    case .borderFocus: "="
    case .focus: "f"
    case .marked: "*"
    case .keyHint: "k"
    case .keyLabel: "K"
    case .input: "i"
    case .placeholder: "p"
    case .danger: "!"
    case .warning: "w"
    case .ok: "o"
    case .info: "n"
    case .match: "/"
    case .tab: "b"
    case .tabActive: "B"
    case .chart1: "1"
    case .chart2: "2"
    case .chart3: "3"
    case .chart4: "4"
    case .chart5: "5"
    case .chart6: "6"
    case .track: "_"
    }
  }
}

extension Surface {
  /// The letter of the surface in a snapshot; a dot is the screen itself. No two share one.
  public var snapshotLetter: Character {
    switch self {
    case .base: "."
    case .bar: "b"
    case .footer: "f"
    case .selected: "s"
    case .selectedInactive: "S"
    case .lifted: "l"
    case .input: "i"
    case .inputFocus: "I"
    case .overlay: "o"
    case .toast: "t"
    }
  }
}

extension Emphasis {
  /// A dot, or the sum of bold 1, underline 2 and reverse 4.
  fileprivate var snapshotLetter: Character {
    rawValue == 0 ? "." : Character(String(rawValue & 7))
  }

  fileprivate var snapshotName: String {
    let names: [(Emphasis, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: "+")
  }
}
