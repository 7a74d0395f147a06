import TerminalCanvas

/// The second line: the tabs, the chosen one in brackets, and the screen that lies above it.
struct TabRow {
  var titles: [String]
  var active: Int
  /// The name of a screen above the tab's own; nil for none.
  var trail: String?

  /// Draws it, and says where each tab can be clicked. Tabs that do not fit are left out at the
  /// beginning, so that the chosen one is always seen.
  func draw(in area: Rectangle, on canvas: inout Canvas) -> [(index: Int, area: Rectangle)] {
    let inside = area.inset(horizontal: 1)
    let shown = trail.map { TextWidth.cut($0, to: inside.width / 3) }
    let room = inside.width - (shown.map { TextWidth.width(of: $0) + 3 } ?? 0)
    var first = 0
    while first < active, width(from: first, through: active) > room { first += 1 }
    var x = inside.x
    var places: [(Int, Rectangle)] = []
    for index in titles.indices.dropFirst(first) {
      let label = label(index)
      let width = TextWidth.width(of: label)
      guard x + width <= inside.x + room else { break }
      let place = Rectangle(x: x, y: area.y, width: width, height: 1)
      canvas.put(label, in: place, style: Style(index == active ? .tabActive : .tab, on: .bar))
      places.append((index, place))
      x += width + 1
    }
    if let shown {
      let place = Rectangle(x: x, y: area.y, width: inside.maxX - x, height: 1)
      canvas.put("› " + shown, in: place, style: Style(.heading, on: .bar))
    }
    return places
  }

  private func label(_ index: Int) -> String {
    index == active ? "[\(titles[index])]" : " \(titles[index]) "
  }

  private func width(from first: Int, through last: Int) -> Int {
    (first...last).reduce(0) { $0 + TextWidth.width(of: titles[$1]) + 3 }
  }
}
