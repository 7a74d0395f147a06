import DashboardKit
import Incubation
import TerminalCanvas

/// Draws the page of settings: a line a setting with its choices, below it what the line in focus
/// means.
struct SettingsDrawing {
  let state: SettingsState
  let area: Rectangle
  let text: SettingsText
  let context: ScreenContext

  private enum Line {
    case heading(String)
    case item(SettingsItem)
    case blank
  }

  private var labelWidth: Int { min(30, max(8, area.width / 3)) }

  func draw(on frame: inout Frame<SettingsAction>) {
    let explained = explanation(width: area.width - 2)
    let (list, bottom) = area.splitBottom(min(explained.count + 1, max(0, area.height - 1)))
    drawList(in: list, on: &frame)
    frame.canvas.fill(bottom.row(0), "─", style: Style(.border))
    for (index, line) in explained.enumerated() where index + 1 < bottom.height {
      frame.canvas.put(
        line.0, in: bottom.row(index + 1).inset(horizontal: 1), style: Style(line.1))
    }
  }

  /// What the line in focus means, and what in the file was not understood.
  private func explanation(width: Int) -> [(String, Role)] {
    let about = TextWrap.lines(of: text.about(state.focus), width: max(1, width))
      .prefix(2).map { ($0, Role.text) }
    let problems = context.surroundings.settingsProblems
    guard let first = problems.first else { return Array(about) }
    let rest = problems.count > 1 ? text.moreProblems(problems.count - 1) : ""
    let words = "! " + first(text.language) + rest
    return TextWrap.lines(of: words, width: max(1, width)).prefix(3).map { ($0, .warning) } + about
  }

  private func drawList(in list: Rectangle, on frame: inout Frame<SettingsAction>) {
    let lines = lines(height: list.height)
    let place = lines.firstIndex { if case .item(state.focus) = $0 { true } else { false } } ?? 0
    let top = max(0, min(place - list.height / 2, lines.count - list.height))
    for (index, line) in lines.dropFirst(top).prefix(list.height).enumerated() {
      let row = list.row(index)
      switch line {
      case .heading(let title):
        frame.canvas.put(title, in: row.inset(horizontal: 1), style: Style(.heading))
      case .item(let item): draw(item, in: row, on: &frame)
      case .blank: break
      }
    }
  }

  /// The groups under their headings, with blank lines between them when there is room.
  private func lines(height: Int) -> [Line] {
    let groups = zip(text.groups, SettingsItem.groups).map { title, items in
      [.heading(title)] + items.map { Line.item($0) }
    }
    let count = groups.joined().count + groups.count - 1
    return count <= height
      ? Array(groups.joined(separator: [.blank])) : Array(groups.joined())
  }

  private func draw(_ item: SettingsItem, in row: Rectangle, on frame: inout Frame<SettingsAction>)
  {
    let isFocused = item == state.focus
    let surface: Surface = isFocused ? .selected : .base
    frame.canvas.fill(row, style: Style(.text, on: surface))
    frame.canvas.put(isFocused ? "▶" : " ", in: row, style: Style(.focus, on: surface))
    if isFocused { frame.canvas.pointCursor(at: row) }
    frame.target(row.intersection(area), .focus(item))
    let (label, value) = row.inset(horizontal: 2).splitLeft(labelWidth)
    frame.canvas.put(
      TextWidth.cut(text.label(item), to: max(0, label.width - 1)), in: label,
      style: Style(.text, on: surface))
    if item.isPlace {
      let place = SettingsScreen.value(item, text, context)
      let shown = place.isEmpty ? text.nowhere : SettingsText.end(of: place, width: value.width)
      frame.canvas.put(shown, in: value, style: Style(.muted, on: surface))
    } else {
      draw(SettingsChoices(item, text, context), of: item, surface, in: value, on: &frame)
    }
  }

  /// All choices with a mark beside the one that holds; only that one, between arrows, where they
  /// do not fit.
  private func draw(
    _ choices: SettingsChoices, of item: SettingsItem, _ surface: Surface, in value: Rectangle,
    on frame: inout Frame<SettingsAction>
  ) {
    let all = choices.titles.enumerated().map { place, title in
      (place == choices.current ? "(•) " : "( ) ") + title
    }
    let needed = all.reduce(0) { $0 + TextWidth.width(of: $1) + 2 } - 2
    guard needed <= value.width else {
      let title = choices.current.map { choices.titles[$0] } ?? ""
      let room = max(0, value.width - 4)
      let before = frame.canvas.put("< ", in: value, style: Style(.keyHint, on: surface))
      let used = frame.canvas.put(
        TextWidth.cut(title, to: room), in: value, offset: before,
        style: Style(.text, on: surface))
      frame.canvas.put(" >", in: value, offset: before + used, style: Style(.keyHint, on: surface))
      guard let current = choices.current, choices.titles.count > 1 else { return }
      let count = choices.titles.count
      let (left, right) = value.splitLeft(before)
      frame.target(left.intersection(area), .pick(item, (current + count - 1) % count))
      frame.target(
        right.splitLeft(used + 2).left.intersection(area), .pick(item, (current + 1) % count))
      return
    }
    var x = 0
    for (place, words) in all.enumerated() {
      let role: Role = place == choices.current ? .text : .muted
      let used = frame.canvas.put(words, in: value, offset: x, style: Style(role, on: surface))
      frame.target(
        value.splitLeft(x).rest.splitLeft(used).left.intersection(area), .pick(item, place))
      x += used + 2
    }
  }
}
