import Incubation
import TerminalCanvas

extension CommandDialog {
  private enum Row {
    case heading(String)
    case entry(Int, CommandEntry)
  }

  /// Draws it into the middle of an area, and says what can be clicked.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ entries: [CommandEntry], _ text: ShellText
  ) -> [DialogTarget] {
    let found = found(entries)
    let rows = rows(found)
    let size = Size(width: min(area.width - 2, 92), height: min(area.height, rows.count + 8))
    let title = purpose == .help ? text.helpTitle : text.paletteTitle
    let inside = Panel.draw(title, in: area.centred(size), on: &canvas)
    let (top, rest) = inside.splitTop(2)
    field.draw(in: top, on: &canvas, isFocused: true, placeholder: text.searchCommands)
    let (list, bottom) = rest.splitBottom(3)
    drawExplanation(of: found, in: bottom, on: &canvas, text)
    return draw(rows, in: list, on: &canvas, text)
  }

  private func rows(_ found: [CommandEntry]) -> [Row] {
    var rows: [Row] = []
    var section = ""
    for (index, entry) in found.enumerated() {
      if purpose == .help, field.text.isEmpty, entry.section != section {
        section = entry.section
        rows.append(.heading(section))
      }
      rows.append(.entry(index, entry))
    }
    return rows
  }

  private func draw(
    _ rows: [Row], in list: Rectangle, on canvas: inout Canvas, _ text: ShellText
  ) -> [DialogTarget] {
    guard !rows.isEmpty else {
      canvas.put(text.nothingFound, in: list.row(0), style: Style(.muted, on: .overlay))
      return []
    }
    let place =
      rows.firstIndex {
        if case .entry(focus, _) = $0 { true } else { false }
      } ?? 0
    let first = ListWindow.first(showing: place, of: rows.count, height: list.height)
    let titles = titleWidth(rows, in: list)
    var targets: [DialogTarget] = []
    for (line, row) in rows.dropFirst(first).prefix(list.height).enumerated() {
      let area = list.row(line)
      switch row {
      case .heading(let title):
        canvas.put(title, in: area, style: Style(.heading, on: .overlay))
      case .entry(let index, let entry):
        draw(
          entry.info, isFocused: index == focus, titles: titles, in: area, on: &canvas, text)
        targets.append(DialogTarget(area: area, index: index))
      }
    }
    return targets
  }

  private func draw(
    _ info: CommandInfo, isFocused: Bool, titles: Int, in area: Rectangle,
    on canvas: inout Canvas, _ text: ShellText
  ) {
    let surface: Surface = isFocused ? .selected : .overlay
    canvas.fill(area, style: Style(.text, on: surface))
    let keys = KeyNames.names(info.keys, text.language)
    canvas.put(isFocused ? "▶" : " ", in: area, style: Style(.focus, on: surface))
    let inside = area.inset(horizontal: 2)
    let label = Style(info.isEnabled ? .text : .disabled, on: surface)
    let hint = Style(info.isEnabled ? .keyHint : .disabled, on: surface)
    if purpose == .help {
      let (left, right) = inside.splitLeft(Self.keyWidth)
      let (name, sentence) = right.splitLeft(titles)
      canvas.put(TextWidth.cut(keys, to: left.width - 1), in: left, style: hint)
      canvas.put(TextWidth.cut(Self.title(info), to: name.width - 2), in: name, style: label)
      canvas.put(
        TextWidth.cut(info.help, to: sentence.width), in: sentence,
        style: Style(.muted, on: surface))
    } else {
      let width = TextWidth.width(of: keys)
      let line = info.disabledReason.map { "\(Self.title(info)) \($0)" } ?? info.title
      canvas.put(TextWidth.cut(line, to: inside.width - width - 2), in: inside, style: label)
      canvas.put(keys, in: inside, offset: max(0, inside.width - width), style: hint)
    }
  }

  private static let keyWidth = 14

  /// What cannot be done has a mark, not only another colour.
  private static func title(_ info: CommandInfo) -> String {
    info.isEnabled ? info.title : info.title + " ×"
  }

  /// The column of titles is as wide as the widest, within a third of the list.
  private func titleWidth(_ rows: [Row], in list: Rectangle) -> Int {
    let widths = rows.map { row in
      if case .entry(_, let entry) = row { TextWidth.width(of: Self.title(entry.info)) } else { 0 }
    }
    return min((widths.max() ?? 0) + 2, list.width / 3)
  }

  /// What the command in focus will do, or why it cannot.
  private func drawExplanation(
    of found: [CommandEntry], in area: Rectangle, on canvas: inout Canvas, _ text: ShellText
  ) {
    canvas.put(
      String(repeating: "─", count: area.width), in: area.row(0),
      style: Style(.border, on: .overlay))
    guard found.indices.contains(focus) else { return }
    let info = found[focus].info
    let sentence = info.disabledReason.map { "× " + $0 } ?? info.help
    let role: Role = info.isEnabled ? .text : .warning
    for (line, words) in TextWrap.lines(of: sentence, width: area.width).prefix(2).enumerated() {
      canvas.put(words, in: area.row(line + 1), style: Style(role, on: .overlay))
    }
  }
}
