/// What a terminal shows after the bytes that a program wrote: as much of xterm as ncurses uses.
struct TypingScreen {
  private(set) var cells: [[String]]
  private let columns: Int
  private let rows: Int
  private var x = 0
  private var y = 0
  private var top = 0
  private var bottom: Int
  private var last = " "
  private var saved = (x: 0, y: 0)

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    bottom = rows - 1
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows as text.
  var lines: [String] { cells.map { $0.joined() } }

  /// Takes the whole output of a program in.
  mutating func show(_ bytes: [UInt8]) {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count { step(scalars, &index) }
  }

  private mutating func step(_ scalars: [Unicode.Scalar], _ index: inout Int) {
    let scalar = scalars[index]
    index += 1
    switch scalar.value {
    case 0x1B: escape(scalars, &index)
    case 0x08: x = max(0, x - 1)
    case 0x09: x = min(columns - 1, (x / 8 + 1) * 8)
    case 0x0A: feedLine()
    case 0x0D: x = 0
    case 0..<0x20, 0x7F: break
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.properties.generalCategory == .nonspacingMark {
      if x > 0 { cells[y][x - 1].unicodeScalars.append(scalar) }
      return
    }
    if x >= columns {
      x = 0
      feedLine()
    }
    last = String(Character(scalar))
    cells[y][x] = last
    x += 1
  }

  private mutating func feedLine() {
    if y == bottom { scroll(from: top, by: 1) } else { y = min(y + 1, rows - 1) }
  }

  private mutating func escape(_ scalars: [Unicode.Scalar], _ index: inout Int) {
    guard index < scalars.count else { return }
    let kind = scalars[index]
    index += 1
    switch kind {
    case "[": control(scalars, &index)
    case "]", "P", "_", "^", "X":
      while index < scalars.count, scalars[index] != "\u{7}", scalars[index] != "\u{1B}" {
        index += 1
      }
      index += index < scalars.count && scalars[index] == "\u{1B}" ? 2 : 1
    case "(", ")", "*", "+", "#", "%": index += 1
    case "7": saved = (x, y)
    case "8": (x, y) = saved
    case "M": if y == top { scroll(from: top, by: -1) } else { y = max(0, y - 1) }
    default: break
    }
  }

  private mutating func control(_ scalars: [Unicode.Scalar], _ index: inout Int) {
    var parameters = ""
    while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) {
      parameters.unicodeScalars.append(scalars[index])
      index += 1
    }
    guard index < scalars.count else { return }
    let final = scalars[index]
    index += 1
    let isPrivate = parameters.first.map { "?<=>".contains($0) } ?? false
    let numbers = parameters.drop { "?<=>".contains($0) }
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    if isPrivate {
      if numbers.contains(1049), final == "h" || final == "l" { erase(0..<rows * columns) }
      return
    }
    move(final, numbers)
    change(final, numbers)
  }

  private mutating func move(_ final: Unicode.Scalar, _ numbers: [Int]) {
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "A": y = max(0, y - count)
    case "B": y = min(rows - 1, y + count)
    case "C": x = min(columns - 1, x + count)
    case "D": x = max(0, x - count)
    case "G", "`": x = min(columns, count) - 1
    case "d": y = min(rows, count) - 1
    case "H", "f":
      y = min(rows, count) - 1
      x = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "I": for _ in 0..<count { x = min(columns - 1, (x / 8 + 1) * 8) }
    case "Z": for _ in 0..<count { x = max(0, (x - 1) / 8 * 8) }
    case "r":
      top = count - 1
      bottom = (numbers.count > 1 && numbers[1] > 0 ? min(numbers[1], rows) : rows) - 1
      (x, y) = (0, 0)
    default: break
    }
  }

  private mutating func change(_ final: Unicode.Scalar, _ numbers: [Int]) {
    let mode = numbers.first ?? 0
    let count = max(1, mode)
    let start = y * columns
    let column = min(x, columns - 1)
    let place = start + column
    let whole = 0..<rows * columns
    switch final {
    case "J": erase(mode == 0 ? place..<whole.upperBound : mode == 1 ? 0..<place + 1 : whole)
    case "K":
      let end = start + columns
      erase(mode == 0 ? place..<end : mode == 1 ? start..<place + 1 : start..<end)
    case "X": erase(place..<min(place + count, start + columns))
    case "P": refill(cells[y][..<column] + cells[y].dropFirst(column + count))
    case "@":
      let blank = Array(repeating: " ", count: count)
      refill(cells[y][..<column] + blank + cells[y][column...])
    case "b": for _ in 0..<count { if let scalar = last.unicodeScalars.first { put(scalar) } }
    case "L": scroll(from: y, by: -count)
    case "M": scroll(from: y, by: count)
    case "S": scroll(from: top, by: count)
    case "T": scroll(from: top, by: -count)
    default: break
    }
  }

  private mutating func erase(_ range: Range<Int>) {
    for place in range { cells[place / columns][place % columns] = " " }
  }

  /// Puts other cells into the row of the cursor, blanks behind them, none past the edge.
  private mutating func refill(_ row: ArraySlice<String>) {
    cells[y] = Array((row + Array(repeating: " ", count: columns)).prefix(columns))
  }

  /// Moves the rows from one to the bottom of the region up, or down when negative.
  private mutating func scroll(from first: Int, by count: Int) {
    guard first <= bottom else { return }
    let blank = Array(repeating: " ", count: columns)
    for _ in 0..<min(abs(count), bottom - first + 1) {
      cells.remove(at: count > 0 ? first : bottom)
      cells.insert(blank, at: count > 0 ? bottom : first)
    }
  }
}
