import Incubation
import Interchange
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// Every screen and dialog, with names that break tables, at four widths: each row is exactly as
/// wide as the screen, frames are whole, gaps between columns stay blank, and what is cut says so.
@Suite struct AlignmentTests {
  static let sizes = [60, 80, 120, 200].map { Size(width: $0, height: 24) }

  /// Names as bad as they come: the longest Vietnamese with stacked marks, decomposed, wide ones
  /// of China and Korea, marks without end, emoji, one word of 200 letters.
  static let worst: [SafeText] = [
    "Nguyễn Phước Bảo Quỳnh Tường Lữ Ngưỡng Trưởng Khuyễn Thuở Huyền Ngoằn Ngoèo Khuỷu Tưởng",
    SafeText(escaping: "Trường Đại học Kỹ thuật".decomposedForTests + " Nguyễn Thị Ươm Mầm"),
    "漢字企業株式会社東京水産養殖研究所越南支店代表取締役社長田中太郎左衛門",
    "한국수산과학기술원베트남지사스타트업인큐베이터책임연구원김철수",
    SafeText(escaping: "e\u{301}\u{323}\u{302}\u{303}\u{309} \u{301}x a" + marks),
    SafeText(escaping: String(repeating: "Ưỡ", count: 100)),
    "a漢b字c漢d字e漢f字g漢h字i漢j字k漢l字m漢n字o",
  ]

  private static let marks = String(repeating: "\u{301}", count: 9)

  static func summaries() -> [VentureSummary] {
    Fixtures.rows.enumerated().map { index, row in
      var row = row
      let name = worst[index % worst.count]
      row.title = name
      row.organisation = index % 2 == 0 ? worst[(index + 1) % worst.count] : .empty
      row.who = worst[(index + 2) % worst.count]
      row.step = worst[(index + 3) % worst.count]
      var summary = Fixtures.summary(index + 1, row)
      summary.place = worst[(index + 4) % worst.count]
      summary.leadOwner = worst[(index + 5) % worst.count]
      summary.field = worst[(index + 6) % worst.count]
      return summary
    }
  }

  /// All states of the screens, drawn over a canvas that keeps what did not fit.
  static func canvases(
    _ context: ScreenContext, _ summaries: [VentureSummary], isLong: Bool
  ) async throws -> [(name: String, canvas: Canvas)] {
    var result: [(String, Canvas)] = []
    func add<S: Screen>(_ screen: S.Type, _ name: String, _ state: S.State) {
      var canvas = Canvas(context.size)
      canvas.overflows = []
      var frame = Frame<S.Action>(canvas)
      S.draw(
        state, in: Rectangle(context.size), on: &frame, S.text(in: context.language), context)
      result.append((name, frame.canvas))
    }
    func board(_ name: String, _ actions: PipelineAction...) {
      var state = PipelineSnapshotTests.loaded(summaries, context)
      for action in actions { _ = PipelineScreen.update(&state, action, context) }
      add(PipelineScreen.self, "board " + name, state)
    }
    board("normal")
    board("lifted", .lift)
    board("dragged", .card(column: 0, place: 0), .dragged(Point(x: context.size.width - 3, y: 9)))
    board("moves", .openMoves)
    board("pipelines", .choosePipeline)
    board("search", .search)
    board("error", .failed(.unavailable("x")))
    add(PipelineScreen.self, "board missing", PipelineSnapshotTests.missing(context, summaries))
    add(PipelineScreen.self, "board filter", PipelineSnapshotTests.filtering(context, summaries))
    add(PipelineScreen.self, "board empty", PipelineSnapshotTests.loaded([], context))
    let table = TableSnapshotTests.loaded(summaries, context)
    add(TableScreen.self, "table", table)
    add(TableScreen.self, "table filter", TableSnapshotTests.filtering(context, summaries))
    add(TableScreen.self, "table empty", TableSnapshotTests.loaded([], context))
    var sorting = table
    _ = TableScreen.update(&sorting, .openSort, context)
    add(TableScreen.self, "table sorting", sorting)
    for (name, state) in DepthSnapshotTests.tables(context, summaries) {
      add(TableScreen.self, "table " + name, state)
    }
    func record(_ name: String, _ actions: RecordAction...) {
      var state = RecordSnapshotTests.loaded(context, isLong: isLong)
      for action in actions { _ = RecordScreen.update(&state, action, context) }
      add(RecordScreen.self, "record " + name, state)
    }
    record("normal")
    record("editing", .edit)
    record("noting", .note)
    record("deleting", .delete)
    record("moves", .chooseMove)
    record("team", .team)
    record("evidence", .recordEvidence)
    add(RecordScreen.self, "record conflict", RecordSnapshotTests.conflict(context))
    add(OverviewScreen.self, "overview", OverviewTests.loaded(context, isLong: isLong))
    let csv = isLong ? "Tên dự án\n\"\(worst[0])\"\n\"\(worst[2])\"\n" : ImportSnapshotTests.csv
    let preview = try await ImportSnapshotTests.preview(csv, context)
    add(ImportSnapshotTests.Screen.self, "import preview", preview)
    var columns = preview
    _ = ImportSnapshotTests.Screen.update(&columns, .openColumns, context)
    add(ImportSnapshotTests.Screen.self, "import columns", columns)
    return result + training(context) + programme(context)
  }

  private static func programme(_ context: ScreenContext) -> [(name: String, canvas: Canvas)] {
    func canvas(_ state: ProgrammeState) -> Canvas {
      var canvas = Canvas(context.size)
      canvas.overflows = []
      var frame = Frame<ProgrammeAction>(canvas)
      ProgrammeScreen.draw(
        state, in: Rectangle(context.size), on: &frame,
        ProgrammeScreen.text(in: context.language), context)
      return frame.canvas
    }
    return worst.prefix(2).flatMap { name in
      ProgrammeFixtures.pages(name).map {
        ("programme " + $0.0, canvas(ProgrammeFixtures.state($0.1, $0.2, context)))
      }
        + ProgrammeFixtures.forms(name, context).map { ("programme " + $0.0, canvas($0.1)) }
    }
  }

  private static func training(_ context: ScreenContext) -> [(name: String, canvas: Canvas)] {
    typealias Training = TrainingFixtures
    func canvas<S: Screen>(_ screen: S.Type, _ state: S.State) -> Canvas {
      var canvas = Canvas(context.size)
      canvas.overflows = []
      var frame = Frame<S.Action>(canvas)
      S.draw(
        state, in: Rectangle(context.size), on: &frame, S.text(in: context.language), context)
      return frame.canvas
    }
    return Training.calendars(context).map { ($0.0, canvas(Training.Calendar.self, $0.1)) }
      + Training.pages(context).map { ($0.0, canvas(Training.Page.self, $0.1)) }
  }

  @Test(arguments: Language.allCases, AlignmentTests.sizes)
  func worstNames(_ language: Language, _ size: Size) async throws {
    let context = Fixtures.context(size, language)
    for (name, canvas) in try await Self.canvases(context, Self.summaries(), isLong: true) {
      let what = "\(name) \(language) \(size.width)"
      Self.expectWhole(canvas, what)
      Self.expectFrames(canvas, what)
      Self.expectNothingClipped(canvas, what)
    }
  }

  @Test(arguments: Language.allCases, AlignmentTests.sizes)
  func columnsAreAligned(_ language: Language, _ size: Size) {
    let context = Fixtures.context(size, language)
    let board = PipelineSnapshotTests.loaded(Self.summaries(), context)
    let boardCanvas = drawn(PipelineScreen.self, board, context).canvas
    let layout = PipelineScreen.layout(board, context)
    for index in 1..<layout.shown {
      for y in 2..<(size.height - 1) {
        for x in (layout.x(of: index) - BoardLayout.gap)..<layout.x(of: index) {
          #expect(boardCanvas[x, y].text == " ", "board \(size.width), \(x),\(y)")
        }
      }
    }
    let table = TableSnapshotTests.loaded(Self.summaries(), context)
    let tableCanvas = drawn(TableScreen.self, table, context).canvas
    let placed = TableColumns.placed(
      table, TableScreen.text(in: language), width: size.width)
    #expect(placed.count > 1)
    for column in placed.dropFirst() {
      for y in 2..<(2 + 1 + Self.summaries().count) {
        let before = tableCanvas[column.x - 2, y].text + tableCanvas[column.x - 1, y].text
        #expect(before == "  ", "table \(size.width), \(column.column.id), row \(y)")
        guard column.column.alignment == .leading, column.column.id != .due else { continue }
        #expect(tableCanvas[column.x, y].text != " ", "table \(column.column.id), row \(y)")
      }
    }
  }

  /// Wide characters have their second cell, no cell is more or less than its width.
  static func expectWhole(_ canvas: Canvas, _ name: String) {
    for y in 0..<canvas.size.height {
      var x = 0
      while x < canvas.size.width {
        let text = canvas[x, y].text
        let pieces = TextWidth.pieces(of: text)
        guard pieces.count == 1, pieces[0].text == text else {
          Issue.record("\(name): \(text.debugDescription) in one cell at \(x),\(y)")
          return
        }
        if pieces[0].width == 2, !(x + 1 < canvas.size.width && canvas[x + 1, y].text.isEmpty) {
          Issue.record("\(name): half of \(text) at \(x),\(y)")
          return
        }
        x += pieces[0].width
      }
      #expect(x == canvas.size.width, "\(name), row \(y) is \(x) wide")
    }
  }

  /// Every frame that is begun is closed, with straight sides.
  static func expectFrames(_ canvas: Canvas, _ name: String) {
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width where canvas[x, y].text == "┌" {
        let right = (x..<canvas.size.width).first { canvas[$0, y].text == "┐" }
        let bottom = (y..<canvas.size.height).first { canvas[x, $0].text == "└" }
        guard let right, let bottom else {
          Issue.record("\(name): a frame at \(x),\(y) is open")
          continue
        }
        for line in (y + 1)..<bottom {
          let sides = canvas[x, line].text + canvas[right, line].text
          #expect(sides == "││", "\(name): frame at \(x),\(y) in row \(line)")
        }
        #expect(canvas[right, bottom].text == "┘", "\(name): frame at \(x),\(y)")
      }
    }
  }

  /// Only fields, which scroll, and lines may run over the edge; all else is cut with an ellipsis.
  static func expectNothingClipped(_ canvas: Canvas, _ name: String) {
    let clipped = (canvas.overflows ?? []).filter { cell in
      cell.style.role != .input && !cell.text.allSatisfy { "─━ ".contains($0) }
    }
    #expect(clipped.isEmpty, "\(name): \(clipped.prefix(3).map(\.text))")
  }

  // MARK: Labels

  /// With data of one letter nothing is so long that it must be cut but our own words; and those
  /// must have room.
  @Test(arguments: Language.allCases, AlignmentTests.sizes)
  func labelsAreNeverCut(_ language: Language, _ size: Size) async throws {
    let context = Fixtures.context(size, language)
    let tiny = Fixtures.rows.enumerated().map { index, row in
      var row = row
      (row.title, row.organisation, row.who, row.step) = ("x", .empty, "x", "x")
      return Fixtures.summary(index + 1, row)
    }
    for (name, canvas) in try await Self.canvases(context, tiny, isLong: false) {
      let what = "\(name) \(language) \(size.width)"
      Self.expectNothingClipped(canvas, what)
      guard !name.contains("import"), !name.contains("conflict"), name != "record normal",
        !name.contains("views"), !name.contains("naming"), name != "overview",
        !name.hasPrefix("training"), !name.hasPrefix("course"), !name.hasPrefix("programme")
      else { continue }
      for row in rows(of: canvas) {
        for cut in row.matches(of: /[^\s│]*…/) where !Self.mayEnd(String(cut.output), row) {
          Issue.record("\(what): \(row)")
        }
      }
    }
  }

  /// What may end in an ellipsis all the same: words that are meant to, stages that follow beyond
  /// the edge, and what the fixtures' own record and pipeline are called.
  private static func mayEnd(_ word: String, _ row: String) -> Bool {
    let meant = ["Đang tải", "Loading", "gõ để tìm", "type to find"]
    let data = ["Innovative star", "Gạo ST", "Nông nghiệp", "Trần Văn", "thơm", "gặp chuyên"]
    return word == "…" || (meant + data).contains { row.contains($0) }
  }

  /// What a command does is explained in the two lines that the help has for it.
  @Test(arguments: Language.allCases) @MainActor
  func helpHasRoom(_ language: Language) async {
    let size = Size(width: 60, height: 20)
    let shell = await ShellSnapshotTests.shell(size, language)
    let infos = shell.entries.map(\.info)
    #expect(infos.count > 20)
    for info in infos {
      for sentence in [info.help, info.disabledReason.map { "× " + $0 } ?? ""] {
        let lines = TextWrap.lines(of: sentence, width: 54)
        #expect(lines.count <= 2, "\(info.id): \(sentence)")
      }
    }
  }

  @Test(arguments: Language.allCases, AlignmentTests.sizes)
  func shell(_ language: Language, _ size: Size) async {
    for (name, events) in ShellSnapshotTests.states {
      for isLong in [false, true] {
        let canvas = await ShellSnapshotTests.drawn(events, size, language, isLong: isLong)
        Self.expectWhole(canvas, name)
        Self.expectFrames(canvas, name)
      }
    }
  }
}

extension String {
  /// In normalisation form D, as some input methods and files have it.
  var decomposedForTests: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "ư": result += "u\u{31B}"
      case "ờ": result += "o\u{31B}\u{300}"
      case "Đ": result += "Đ"
      case "ạ": result += "a\u{323}"
      case "ọ": result += "o\u{323}"
      case "ỹ": result += "y\u{303}"
      case "ậ": result += "a\u{323}\u{302}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
