import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Large figures for a screen on the wall: read from across a room, changing as records change,
/// with nothing to press. Each number stands with its name and what it is compared with.
struct ProgrammeWallboard {
  let state: ProgrammeState
  let text: ProgrammeText
  let context: ScreenContext

  /// A tile: a number that is drawn large, what it is, and what it is compared with.
  struct Tile: Equatable {
    var value: String
    var title: String
    var words: String
    var role: Role
  }

  private static let glyphs: [Character: [String]] = [
    "0": ["█▀█", "█ █", "▀▀▀"], "1": ["▀█ ", " █ ", "▀▀▀"], "2": ["▀▀█", "█▀▀", "▀▀▀"],
    "3": ["▀▀█", " ▀█", "▀▀▀"], "4": ["█ █", "▀▀█", "  ▀"], "5": ["█▀▀", "▀▀█", "▀▀▀"],
    "6": ["█▀▀", "█▀█", "▀▀▀"], "7": ["▀▀█", "  █", "  ▀"], "8": ["█▀█", "█▀█", "▀▀▀"],
    "9": ["█▀█", "▀▀█", "▀▀▀"], ",": [" ", " ", "▄"], ".": [" ", " ", "▄"],
    "/": ["  █", " █ ", "█  "], "%": ["█ █", " █ ", "█ █"], "–": ["   ", "▀▀▀", "   "],
    " ": [" ", " ", " "],
  ]

  func draw(in area: Rectangle, on frame: inout Frame<ProgrammeAction>) {
    guard case .overview(let overview)? = state.data else {
      frame.canvas.put(
        TextWidth.cut(text.loading, to: area.width), in: area.row(0), style: Style(.muted))
      frame.canvas.pointCursor(at: area.row(0))
      return
    }
    let inside = area.inset(horizontal: 1)
    let title = text.wallTitle(overview, context.today)
    frame.canvas.put(
      TextWidth.cut(title, to: inside.width), in: inside.row(0), style: Style(.heading))
    frame.canvas.pointCursor(at: inside.row(0))
    let late = ProgrammeLate(overview, text: text, today: context.today).items
    let tiles = tiles(overview, late)
    let columns = inside.width >= 150 ? 4 : inside.width >= 100 ? 3 : inside.width >= 56 ? 2 : 1
    let height = 6
    let rows = max(1, (inside.height - 2) / height)
    let width = max(1, inside.width / columns)
    for (index, tile) in tiles.prefix(rows * columns).enumerated() {
      let place = Rectangle(
        x: inside.x + index % columns * width, y: inside.y + 2 + index / columns * height,
        width: max(1, width - 2), height: height)
      draw(tile, in: clipped(place, to: inside), on: &frame.canvas)
    }
    let used = min(rows, (min(tiles.count, rows * columns) + columns - 1) / columns)
    drawLate(late, in: inside.splitTop(2 + used * height).rest, on: &frame.canvas)
  }

  private func clipped(_ place: Rectangle, to area: Rectangle) -> Rectangle {
    Rectangle(
      x: place.x, y: place.y, width: max(0, min(place.width, area.x + area.width - place.x)),
      height: max(0, min(place.height, area.y + area.height - place.y)))
  }

  private func tiles(_ overview: ProgrammeOverview, _ late: [ProgrammeLate.Item]) -> [Tile] {
    let language = text.language
    func tile(_ code: String) -> Tile? {
      guard let now = overview.now.first(where: { $0.indicator.code == code }) else { return nil }
      let before = overview.before.first { $0.indicator.code == code }
      func shown(_ value: IndicatorValue?) -> String {
        guard let value, let amount = value.value else { return "–" }
        return value.indicator.unit == .dong
          ? Money(dong: amount).compact(language) : value.text(language)
      }
      return Tile(
        value: shown(now), title: now.indicator.title(language).string,
        words: text.aYearAgo(shown(before)), role: .text)
    }
    let aims = overview.progress.flatMap { $0 }
    let met = aims.count { $0.percent >= 100 }
    let behind = aims.count { $0.isLate(on: context.today) && $0.percent < 100 }
    let overdue = late.count { $0.isLate }
    return [
      Tile(
        value: "\(met)/\(aims.count)", title: text.aimsReached,
        words: behind == 0 ? text.noneBehind : text.someBehind(behind),
        role: behind == 0 ? .ok : .warning),
      Tile(
        value: "\(overdue)", title: text.thingsLate,
        words: overdue == 0 ? text.nothingLateShort : late.first?.words ?? "",
        role: overdue == 0 ? .ok : .danger),
    ]
      + [
        "ventures-active", "tasks-running", "money-committed", "money-paid", "introductions",
        "deals", "sessions-held", "trainees", "supports", "investment",
      ].compactMap(tile)
  }

  private func draw(_ tile: Tile, in place: Rectangle, on canvas: inout Canvas) {
    guard place.height > 1, place.width > 1 else { return }
    // Words of a unit stay small beside the large number.
    let digits = tile.value.prefix { Self.glyphs[$0] != nil }
    let unit = tile.value.dropFirst(digits.count)
    let number = digits.hasSuffix(" ") ? digits.dropLast() : digits
    let large = (0..<3).map { row in
      number.map { (Self.glyphs[$0] ?? ["", "", ""])[row] }.joined(separator: " ")
    }
    canvas.put(
      TextWidth.cut(tile.title, to: place.width), in: place.row(0), style: Style(.muted))
    let fits = TextWidth.width(of: large[0]) + unit.count + 2 <= place.width && place.height >= 5
    if fits {
      for row in 0..<3 {
        canvas.put(large[row], in: place.row(1 + row), style: Style(tile.role))
      }
      canvas.put(
        "  " + unit, in: place.row(3), offset: TextWidth.width(of: large[0]),
        style: Style(tile.role))
    } else {
      canvas.put(
        TextWidth.cut(tile.value, to: place.width), in: place.row(1), style: Style(tile.role))
    }
    let under = fits ? 4 : 2
    guard under < place.height else { return }
    canvas.put(
      TextWidth.cut(tile.words, to: place.width), in: place.row(under), style: Style(.muted))
  }

  private func drawLate(
    _ items: [ProgrammeLate.Item], in place: Rectangle, on canvas: inout Canvas
  ) {
    for (index, item) in items.prefix(place.height).enumerated() {
      canvas.put(
        TextWidth.cut((item.isLate ? "! " : "~ ") + item.words, to: place.width),
        in: place.row(index), style: Style(item.isLate ? .danger : .warning))
    }
  }
}
