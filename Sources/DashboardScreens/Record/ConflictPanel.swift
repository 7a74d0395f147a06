import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Two people changed one venture: mine, theirs and what it was, field by field, with a choice.
struct ConflictPanel: Equatable, Sendable {
  /// A field in which mine and theirs differ.
  struct Row: Equatable, Sendable {
    var field: VentureField
    var base: String
    var mine: String
    var theirs: String
    /// Whether mine is to be kept.
    var keepsMine: Bool
  }

  /// What storage said.
  var conflict: Conflict
  /// What the venture says now.
  var theirs: VentureContent
  /// What I want it to say.
  var mine: VentureContent
  /// The fields.
  var rows: [Row]
  /// The place of the field in focus.
  var focus = 0

  /// The fields that differ. What only they changed is theirs, what only I changed is mine; what
  /// both changed starts as mine and is marked.
  init(_ conflict: Conflict, theirs: VentureContent, mine: VentureContent, base: VentureContent) {
    self.conflict = conflict
    self.theirs = theirs
    self.mine = mine
    rows = mine.differences(from: theirs).map { field in
      Row(
        field: field, base: base.text(of: field), mine: mine.text(of: field),
        theirs: theirs.text(of: field),
        keepsMine: mine.text(of: field) != base.text(of: field))
    }
  }

  /// The content that the choices make.
  var merged: VentureContent {
    var result = theirs
    for row in rows where row.keepsMine {
      // Text that `text` wrote is always read back by `setting`.
      if let changed = try? result.setting(row.field, from: row.mine) { result = changed }
    }
    return result
  }

  /// Moves the focus and changes the choice. False when the key means nothing here.
  mutating func handle(_ stroke: KeyStroke) -> Bool {
    guard stroke.modifiers.isEmpty, rows.indices.contains(focus) else { return false }
    switch stroke.key {
    case .up: focus = max(0, focus - 1)
    case .down, .tab: focus = min(rows.count - 1, focus + 1)
    case .left: rows[focus].keepsMine = true
    case .right: rows[focus].keepsMine = false
    case .home: focus = 0
    case .end: focus = rows.count - 1
    case .character(" "): rows[focus].keepsMine.toggle()
    case .character(let letter): return jump(to: letter)
    default: return false
    }
    return true
  }

  /// The next field whose Vietnamese or English name begins with a letter, accents optional.
  private mutating func jump(to typed: Character) -> Bool {
    guard let letter = LetterJump.letter(String(typed)) else { return false }
    for language in Language.allCases {
      let names = rows.map { $0.field.label(language) }
      if let next = LetterJump.next(letter, after: focus, in: names) {
        focus = next
        return true
      }
    }
    return false
  }

  /// Keeps mine everywhere, or theirs.
  mutating func keepAll(mine: Bool) {
    for index in rows.indices { rows[index].keepsMine = mine }
  }

  /// Draws the fields, four lines each: name, mine, theirs, and what it was.
  func draw(in area: Rectangle, on canvas: inout Canvas, _ text: RecordText) {
    let (head, body) = area.splitTop(2)
    canvas.put(
      TextWidth.cut(
        text.conflict(
          conflict.changedBy,
          Formatting(text.language).time(conflict.changedAt)
            + " " + conflict.changedAt.localDate.formatted),
        to: head.width),
      in: head.row(0), style: Style(.warning))
    let capacity = max(1, body.height / 4)
    let first = max(0, focus - capacity + 1)
    for (index, row) in rows.enumerated().dropFirst(first).prefix(capacity) {
      draw(
        row, isFocused: index == focus,
        in: Rectangle(
          x: body.x, y: body.y + (index - first) * 4, width: body.width, height: 4
        ).intersection(body),
        on: &canvas, text)
    }
  }

  private func draw(
    _ row: Row, isFocused: Bool, in area: Rectangle, on canvas: inout Canvas, _ text: RecordText
  ) {
    let surface: Surface = isFocused ? .selected : .base
    canvas.fill(area.splitTop(3).top, style: Style(.text, on: surface))
    if isFocused { canvas.pointCursor(at: area) }
    let name = (isFocused ? "▶" : " ") + row.field.label(text.language)
    canvas.put(
      TextWidth.cut(name + "  " + text.was(row.base), to: area.width), in: area.row(0),
      style: Style(.heading, on: surface))
    for (index, isMine) in [true, false].enumerated() {
      let chosen = row.keepsMine == isMine
      let line = area.row(index + 1).splitLeft(2).rest
      let name = isMine ? text.mine : text.theirs
      let widest = max(TextWidth.width(of: text.mine), TextWidth.width(of: text.theirs))
      let pad = String(repeating: " ", count: widest - TextWidth.width(of: name) + 2)
      let label = (chosen ? "(●) " : "( ) ") + name + pad
      let value = isMine ? row.mine : row.theirs
      let shown = value.isEmpty ? text.ventures.unknown : value
      canvas.put(
        TextWidth.cut(label + shown.split(separator: "\n").joined(separator: " "), to: line.width),
        in: line, style: Style(chosen ? .text : .muted, on: surface))
    }
  }
}
