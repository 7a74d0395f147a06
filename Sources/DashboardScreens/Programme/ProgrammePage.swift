import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A line of a page.
struct ProgrammeLine: Equatable, Sendable {
  /// What a line is.
  enum Kind: Equatable, Sendable {
    case heading, sentence, row, blank
  }

  /// The pieces of text.
  var pieces: [PageLine.Piece]
  /// What it is.
  var kind = Kind.row
  /// What it opens; nil for nothing.
  var target: ProgrammeTarget?
  /// A name of the line that is unique on its page and stays when others come and go.
  var key = ""

  /// Whether the focus may stand on it.
  var isFocusable: Bool { kind == .row }

  init(
    _ pieces: [PageLine.Piece], _ target: ProgrammeTarget? = nil, kind: Kind = .row,
    key: String = ""
  ) {
    self.pieces = pieces
    self.target = target
    self.kind = kind
    self.key = key
  }
}

/// Lays a page about the programme out: lines, in two columns for the supervisor on wide screens.
struct ProgrammePage {
  let state: ProgrammeState
  let text: ProgrammeText
  let context: ScreenContext
  let width: Int

  /// From this width on the supervisor's page has two columns.
  static let wide = 108
  /// The most rows of a list that are shown; a filter finds the others.
  static let mostRows = 400

  var today: LocalDate { context.today }
  var language: Language { text.language }

  private var isOverview: Bool { if case .overview? = state.data { true } else { false } }

  /// The cells of a column.
  var paneWidth: Int {
    isOverview && width >= Self.wide ? (width - 5) / 2 : max(1, width - 2)
  }

  /// The columns with their lines, every line with a name of its own.
  var panes: [[ProgrammeLine]] {
    var seen: [String: Int] = [:]
    return rawPanes.map { lines in
      lines.map { line in
        var line = line
        let name = line.key.isEmpty ? line.pieces.map(\.text).joined() : line.key
        seen[name, default: 0] += 1
        line.key = seen[name] == 1 ? name : name + " #\(seen[name] ?? 0)"
        return line
      }
    }
  }

  private var rawPanes: [[ProgrammeLine]] {
    switch state.data {
    case nil: return [[]]
    case .overview(let overview):
      let (left, right) = sections(of: overview)
      if width >= Self.wide { return [joined(left), joined(right)] }
      return [joined(left + right)]
    default: return [joined(sections)]
    }
  }

  private var sections: [[ProgrammeLine]] {
    switch state.data {
    case .tasks(let rows): [tasks(rows)]
    case .task(let record): task(record)
    case .money(let accounts): money(accounts)
    case .commitment(let record): commitment(record)
    case .agreements(let all): [agreements(all)]
    case .agreement(let record, let progress): agreement(record, progress)
    case .calls(let calls): self.calls(calls)
    case .connections(let all, let rounds): connections(all, rounds)
    case .connection(let connection, let steps): self.connection(connection, steps)
    case .partners(let partners, let load): [self.partners(partners, load)]
    case .exchanges(let all): [exchanges(all)]
    case .supports(let all): [supports(all)]
    case .figures(let now, let before): figures(now, before)
    case .figure(let now, let before, let records): [figure(now, before, records)]
    case .lineage(let lineage): self.lineage(lineage)
    case .overview, nil: []
    }
  }

  private func joined(_ sections: [[ProgrammeLine]]) -> [ProgrammeLine] {
    Array(
      sections.filter { !$0.isEmpty }.joined(separator: [ProgrammeLine([], kind: .blank)]))
  }

  // MARK: Focus

  /// The lines on which the focus may stand, in the order of the page.
  var stops: [ProgrammeLine] { panes.joined().filter(\.isFocusable) }

  /// The line in focus: the stored one while it is there, else the first.
  func focused(_ stored: String?) -> ProgrammeLine? {
    let all = stops
    return all.first { $0.key == stored } ?? all.first
  }

  /// The next line that begins with a letter, accents optional; nil when none does.
  func next(_ letter: Character, after stored: String?) -> ProgrammeLine? {
    let all = stops
    let now = focused(stored).flatMap { all.firstIndex(of: $0) } ?? 0
    let titles = all.map { line in
      String(line.pieces.map(\.text).joined().drop { !$0.isLetter })
    }
    return LetterJump.next(letter, after: now, in: titles).map { all[$0] }
  }

  /// The first line of another section: the next one, or the one before; round to the other end.
  func section(_ by: Int, from stored: String?) -> ProgrammeLine? {
    var firsts: [ProgrammeLine] = []
    var here = 0
    var isNew = true
    let now = focused(stored)
    for line in panes.joined(separator: [ProgrammeLine([], kind: .blank)]) {
      if line.kind == .blank || line.kind == .heading { isNew = true }
      guard line.isFocusable else { continue }
      if isNew { firsts.append(line) }
      isNew = false
      if line.key == now?.key { here = firsts.count - 1 }
    }
    guard !firsts.isEmpty else { return nil }
    return firsts[(here + by + firsts.count) % firsts.count]
  }

  // MARK: Pieces of lines

  func piece(_ text: String, _ role: Role = .text) -> PageLine.Piece {
    PageLine.Piece(text: text, role: role)
  }

  func padded(_ text: String, _ width: Int) -> String {
    let cut = TextWidth.cut(text, to: width)
    return cut + String(repeating: " ", count: max(0, width - TextWidth.width(of: cut)))
  }

  /// Text at the right end of a column.
  func right(_ text: String, _ width: Int) -> String {
    let cut = TextWidth.cut(text, to: width)
    return String(repeating: " ", count: max(0, width - TextWidth.width(of: cut))) + cut
  }

  /// A heading with a sentence under it.
  func heading(_ title: String, _ words: String = "") -> [ProgrammeLine] {
    [ProgrammeLine([piece(title, .heading)], kind: .heading)] + sentence(words)
  }

  /// Words over as many lines as they need.
  func sentence(
    _ words: String, _ role: Role = .muted, indent: Int = 2
  ) -> [ProgrammeLine] {
    guard !words.isEmpty else { return [] }
    let space = String(repeating: " ", count: indent)
    return TextWrap.lines(of: words, width: max(1, paneWidth - indent)).map {
      ProgrammeLine([piece(space + $0, role)], kind: .sentence)
    }
  }

  /// A row that begins with a mark.
  func row(
    _ mark: String = " ", _ markRole: Role = .text, _ title: String, _ role: Role = .text,
    _ words: String = "", _ target: ProgrammeTarget? = nil, key: String = ""
  ) -> ProgrammeLine {
    let room = max(8, paneWidth - 5)
    let shown = TextWidth.cut(title, to: room)
    let rest = max(0, room - TextWidth.width(of: shown) - 2)
    return ProgrammeLine(
      [
        piece("  " + mark + " ", markRole), piece(shown, target == nil ? role : .link),
        piece(words.isEmpty ? "" : "  " + TextWidth.cut(words, to: rest), .muted),
      ], target, key: key)
  }

  /// A name and what it holds, wrapped beside it; the first line has the focus and the target.
  func pair(
    _ label: String, _ value: String, _ role: Role = .text, _ target: ProgrammeTarget? = nil
  ) -> [ProgrammeLine] {
    let labels = min(24, max(14, paneWidth / 3))
    let room = max(10, paneWidth - labels - 4)
    let shown = value.isEmpty ? text.unknown : value
    return TextWrap.lines(of: shown, width: room).enumerated().map { index, line in
      ProgrammeLine(
        [
          piece("  " + padded(index == 0 ? label : "", labels) + " ", .muted),
          piece(line, value.isEmpty ? .muted : target == nil ? role : .link),
        ], target, key: index == 0 ? "pair " + label : "")
    }
  }

  /// A name, a bar with its empty part, and the number in words.
  func bar(
    _ name: String, _ percent: Int, _ words: String, _ more: String, isLate: Bool,
    _ target: ProgrammeTarget?, key: String
  ) -> ProgrammeLine {
    let names = min(26, max(14, paneWidth / 3))
    let width = min(16, max(6, paneWidth / 8))
    let bar = Chart.bar(min(percent, 100), of: 100, width: width)
    let track = String(repeating: "░", count: max(0, width - TextWidth.width(of: bar)))
    let used = 3 + names + width + 1
    let room = max(0, paneWidth - used)
    let shown = TextWidth.cut(words, to: room)
    let rest = max(0, room - TextWidth.width(of: shown))
    return ProgrammeLine(
      [
        piece("  " + padded(name, names) + " ", .text), piece(bar, isLate ? .warning : .chart1),
        piece(track + " ", .track), piece(shown, isLate ? .warning : .text),
        piece(TextWidth.cut(more, to: rest), .muted),
      ], target, key: key)
  }

  /// The rows of a long list, with a line that says how many are left out.
  func capped<Item>(_ items: [Item], _ line: (Item) -> ProgrammeLine) -> [ProgrammeLine] {
    let rows = items.prefix(Self.mostRows).map(line)
    let left = items.count - rows.count
    return rows + (left > 0 ? sentence(text.leftOut(left), .info) : [])
  }

  /// The name of a department today, as short as people say it.
  func department(_ id: Identifier<Organisation>?) -> String {
    guard let id, let names = state.lists.departments[id] else { return "" }
    return text.short(names.name(on: today).string)
  }
}
