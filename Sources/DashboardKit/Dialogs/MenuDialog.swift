import Incubation
import TerminalCanvas

/// The pull-down menus: arrows move, letters jump, Enter runs.
struct MenuDialog: Equatable, Sendable {
  private(set) var menu: CommandMenu
  private(set) var focus = 0

  init(_ menu: CommandMenu) { self.menu = menu }

  func items(_ entries: [CommandEntry]) -> [CommandInfo] {
    entries.map(\.info).filter { $0.menu == menu }
  }

  mutating func handle(_ event: InputEvent, _ entries: [CommandEntry]) -> DialogReply {
    let items = items(entries)
    switch event {
    case .key(KeyStroke(.escape)), .key(KeyStroke(.function(9))), .key(.alt("m")):
      return .cancelled
    case .key(KeyStroke(.left)): open(beside: -1)
    case .key(KeyStroke(.right)), .key(KeyStroke(.tab)): open(beside: 1)
    case .key(KeyStroke(.up)): move(by: -1, items.count)
    case .key(KeyStroke(.down)): move(by: 1, items.count)
    case .key(KeyStroke(.home)): focus = 0
    case .key(KeyStroke(.end)): focus = max(0, items.count - 1)
    case .key(KeyStroke(.enter)): return choose(focus, entries)
    case .text(let typed):
      if let letter = LetterJump.letter(typed),
        let next = LetterJump.next(letter, after: focus, in: items.map(\.title))
      {
        focus = next
      }
    default: break
    }
    return .stay
  }

  mutating func choose(_ index: Int, _ entries: [CommandEntry]) -> DialogReply {
    let items = items(entries)
    guard items.indices.contains(index) else { return .stay }
    focus = index
    return items[index].isEnabled ? .run(items[index].id) : .stay
  }

  mutating func open(_ menu: CommandMenu) {
    self.menu = menu
    focus = 0
  }

  private mutating func open(beside step: Int) {
    let all = CommandMenu.allCases
    let place = (all.firstIndex(of: menu) ?? 0) + step + all.count
    open(all[place % all.count])
  }

  private mutating func move(by rows: Int, _ count: Int) {
    guard count > 0 else { return }
    focus = (focus + rows + count) % count
  }

  /// What the item in focus will do, or why it cannot.
  func explanation(_ entries: [CommandEntry]) -> String {
    let items = items(entries)
    guard items.indices.contains(focus) else { return "" }
    return items[focus].disabledReason.map { "× " + $0 } ?? items[focus].help
  }
}

extension MenuDialog {
  /// Draws the bar into the first row of an area and the open menu below it. Targets from 0 are
  /// the items; below 0 the menus, -1 being the first.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ entries: [CommandEntry], _ text: ShellText
  ) -> [DialogTarget] {
    let bar = area.row(0)
    canvas.fill(bar, style: Style(.tab, on: .bar))
    var targets: [DialogTarget] = []
    var x = 1
    var left = 0
    for (index, other) in CommandMenu.allCases.enumerated() {
      let title = " \(text.menu(other)) "
      let role: Role = other == menu ? .tabActive : .tab
      let width = canvas.put(title, in: bar, offset: x, style: Style(role, on: .bar))
      if other == menu { left = x }
      targets.append(
        DialogTarget(
          area: Rectangle(x: bar.x + x, y: bar.y, width: width, height: 1), index: -1 - index))
      x += width + 1
    }
    return targets + drawItems(below: area.splitTop(1).rest, left: left, on: &canvas, entries, text)
  }

  private func drawItems(
    below area: Rectangle, left: Int, on canvas: inout Canvas, _ entries: [CommandEntry],
    _ text: ShellText
  ) -> [DialogTarget] {
    let items = items(entries)
    let lines = items.map { ($0.title, KeyNames.names($0.keys, text.language)) }
    let widest = lines.map { TextWidth.width(of: $0.0) + TextWidth.width(of: $0.1) }.max() ?? 20
    let width = min(area.width, widest + 10)
    let x = min(area.x + left, area.maxX - width)
    let height = min(area.height, max(1, items.count) + 2)
    let frame = Rectangle(x: x, y: area.y, width: width, height: height)
    let inside = Panel.draw("", in: frame, on: &canvas)
    canvas.put(
      String(repeating: "─", count: width - 2), in: frame.row(0), offset: 1,
      style: Style(.borderFocus, on: .overlay))
    guard !items.isEmpty else {
      canvas.put(text.emptyMenu, in: inside.row(0), style: Style(.muted, on: .overlay))
      return []
    }
    let first = ListWindow.first(showing: focus, of: items.count, height: inside.height)
    var targets: [DialogTarget] = []
    for index in first..<min(items.count, first + inside.height) {
      let row = inside.row(index - first)
      draw(items[index], keys: lines[index].1, isFocused: index == focus, in: row, on: &canvas)
      if index == focus { canvas.cursor = Point(x: row.x, y: row.y) }
      targets.append(DialogTarget(area: row, index: index))
    }
    return targets
  }

  private func draw(
    _ info: CommandInfo, keys: String, isFocused: Bool, in row: Rectangle, on canvas: inout Canvas
  ) {
    let surface: Surface = isFocused ? .selected : .overlay
    canvas.fill(row, style: Style(.text, on: surface))
    canvas.put(isFocused ? "▶" : " ", in: row, style: Style(.focus, on: surface))
    let label = Style(info.isEnabled ? .text : .disabled, on: surface)
    let hint = Style(info.isEnabled ? .keyHint : .disabled, on: surface)
    let keyWidth = TextWidth.width(of: keys)
    let title = info.isEnabled ? info.title : info.title + " ×"
    canvas.put(
      TextWidth.cut(title, to: row.width - keyWidth - 3), in: row, offset: 2, style: label)
    canvas.put(keys, in: row, offset: row.width - keyWidth, style: hint)
  }
}
