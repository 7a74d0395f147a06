import Incubation
import TerminalCanvas

extension CommandDialog {
  private enum Row {
    case heading(String)
    case entry(Int, CommandEntry)
    /// A row of a command in the help: its place, and what stands in the columns.
    case part(Int, CommandInfo, [String], isFirst: Bool)

    /// The place of its command; nil for a heading.
    var index: Int? {
      switch self {
      case .heading: nil
      case .entry(let index, _), .part(let index, _, _, _): index
      }
    }
  }

  /// Draws it into the middle of an area, and says what can be clicked.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ entries: [CommandEntry], _ text: ShellText
  ) -> [DialogTarget] {
    let found = found(entries)
    let width = min(area.width - 2, 92)
    let rows = rows(found, width: width - 4, text)
    let size = Size(width: width, height: min(area.height, rows.count + 8))
    let title = purpose == .help ? text.helpTitle : text.paletteTitle
    let inside = Panel.draw(title, in: area.centred(size), on: &canvas)
    let (top, rest) = inside.splitTop(2)
    field.draw(in: top, on: &canvas, isFocused: true, placeholder: text.searchCommands)
    let (list, bottom) = rest.splitBottom(3)
    drawExplanation(of: found, in: bottom, on: &canvas, text)
    return draw(rows, titleWidth(found, in: width - 4), in: list, on: &canvas, text)
  }

  /// The rows of the list. In the help a command takes as many as its sentence needs.
  private func rows(_ found: [CommandEntry], width: Int, _ text: ShellText) -> [Row] {
    guard purpose == .help else {
      return found.enumerated().map { .entry($0.offset, $0.element) }
    }
    var rows: [Row] = []
    var section = ""
    let titles = titleWidth(found, in: width)
    for (index, entry) in found.enumerated() {
      if field.text.isEmpty, entry.section != section {
        section = entry.section
        rows.append(.heading(section))
      }
      let columns = [
        (KeyNames.names(entry.info.keys, text.language), Self.keyWidth - 1),
        (Self.title(entry.info), titles - 2),
        (entry.info.help, width - 4 - Self.keyWidth - titles),
      ].map { TextWrap.lines(of: $0.0, width: $0.1) }
      for line in 0..<(columns.map(\.count).max() ?? 1) {
        let cells = columns.map { $0.indices.contains(line) ? $0[line] : "" }
        rows.append(.part(index, entry.info, cells, isFirst: line == 0))
      }
    }
    return rows
  }

  private func draw(
    _ rows: [Row], _ titles: Int, in list: Rectangle, on canvas: inout Canvas, _ text: ShellText
  ) -> [DialogTarget] {
    guard !rows.isEmpty else {
      canvas.put(text.nothingFound, in: list.row(0), style: Style(.muted, on: .overlay))
      return []
    }
    let first = firstShown(rows, height: list.height)
    var targets: [DialogTarget] = []
    for (line, row) in rows.dropFirst(first).prefix(list.height).enumerated() {
      let area = list.row(line)
      switch row {
      case .heading(let title):
        canvas.put(title, in: area, style: Style(.heading, on: .overlay))
      case .entry(let index, let entry):
        draw(entry.info, isFocused: index == focus, in: area, on: &canvas, text)
        targets.append(DialogTarget(area: area, index: index))
      case .part(let index, let info, let cells, let isFirst):
        draw(cells, of: info, titles, index == focus, isFirst, in: area, on: &canvas)
        targets.append(DialogTarget(area: area, index: index))
      }
    }
    return targets
  }

  /// The first row to show, so that all of the command in focus is seen.
  private func firstShown(_ rows: [Row], height: Int) -> Int {
    let places = rows.indices.filter { rows[$0].index == focus }
    guard let top = places.first, let bottom = places.last else { return 0 }
    let first = ListWindow.first(showing: top, of: rows.count, height: height)
    return min(top, max(first, bottom - height + 1))
  }

  private func surface(_ isFocused: Bool) -> Surface { isFocused ? .selected : .overlay }

  private func draw(
    _ info: CommandInfo, isFocused: Bool, in area: Rectangle, on canvas: inout Canvas,
    _ text: ShellText
  ) {
    let surface = surface(isFocused)
    canvas.fill(area, style: Style(.text, on: surface))
    let keys = KeyNames.names(info.keys, text.language)
    canvas.put(isFocused ? "▶" : " ", in: area, style: Style(.focus, on: surface))
    let inside = area.inset(horizontal: 2)
    let label = Style(info.isEnabled ? .text : .disabled, on: surface)
    let hint = Style(info.isEnabled ? .keyHint : .disabled, on: surface)
    let width = TextWidth.width(of: keys)
    let line = info.disabledReason.map { "\(Self.title(info)) \($0)" } ?? info.title
    canvas.put(TextWidth.cut(line, to: inside.width - width - 2), in: inside, style: label)
    canvas.put(keys, in: inside, offset: max(0, inside.width - width), style: hint)
  }

  /// A row of the help: keys, title and sentence beside one another.
  private func draw(
    _ cells: [String], of info: CommandInfo, _ titles: Int, _ isFocused: Bool, _ isFirst: Bool,
    in area: Rectangle, on canvas: inout Canvas
  ) {
    let surface = surface(isFocused)
    canvas.fill(area, style: Style(.text, on: surface))
    canvas.put(isFocused && isFirst ? "▶" : " ", in: area, style: Style(.focus, on: surface))
    let (left, right) = area.inset(horizontal: 2).splitLeft(Self.keyWidth)
    let (name, sentence) = right.splitLeft(titles)
    let roles: [Role] = [
      info.isEnabled ? .keyHint : .disabled, info.isEnabled ? .text : .disabled, .muted,
    ]
    for (index, place) in [left, name, sentence].enumerated() where cells.indices.contains(index) {
      canvas.put(cells[index], in: place, style: Style(roles[index], on: surface))
    }
  }

  private static let keyWidth = 14

  /// What cannot be done has a mark, not only another colour.
  private static func title(_ info: CommandInfo) -> String {
    info.isEnabled ? info.title : info.title + " ×"
  }

  /// The column of titles is as wide as the widest, within a third of the list.
  private func titleWidth(_ found: [CommandEntry], in width: Int) -> Int {
    let widths = found.map { TextWidth.width(of: Self.title($0.info)) }
    return min((widths.max() ?? 0) + 2, width / 3)
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
