import Interchange
import Testing

struct CSVWriterTests {
  private func written(_ rows: [[CSVWriter.Cell]], _ writer: CSVWriter = CSVWriter()) -> String {
    var bytes = writer.prologue
    for row in rows { writer.append(row, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func quoting() {
    #expect(
      written([[.text("a"), .text("b,c"), .text("d\"e"), .text("f\ng"), .text(" h")]])
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\"\r\n")
    #expect(
      written([[.text("1,5"), .empty]], CSVWriter(delimiter: .semicolon)) == "\"1,5\";\r\n")
    #expect(written([[.empty]]) == "\"\"\r\n")
    #expect(
      written([[.text("x")]], CSVWriter(byteOrderMark: true)).utf8.starts(with: [0xEF, 0xBB]))
  }

  @Test func ownNumbersStayNumbers() {
    #expect(written([[.number(-5), .text("-5"), .number(1990)]]) == "-5,\"'-5\",1990\r\n")
  }
}

struct FormulaGuardTests {
  static let signs = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
  static let leads = ["", " ", "\u{A0}", "  \u{A0}", "\u{3000}", "'", "''", "' ", "'\u{A0}"]
  static let bodies = ["1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://x\",\"y\")"]

  /// Every sign behind every lead with every body, and signs behind line breaks.
  static let corpus: [String] = {
    var cells: [String] = []
    for sign in signs {
      for lead in leads {
        for body in bodies { cells.append("\(lead)\(sign)\(body)") }
      }
      cells.append("ghi chú\n\(sign)1")
      cells.append("ghi chú\r\n \(sign)1")
      cells.append("a\r\(sign)b")
    }
    return cells
  }()

  @Test func theCorpusIsLarge() { #expect(Self.corpus.count >= 60) }

  @Test(arguments: corpus)
  func noCellIsAFormula(_ text: String) throws {
    let cell = FormulaGuard.guarding(text)
    #expect(!FormulaGuard.isDangerous(cell))
    #expect(FormulaGuard.unguarding(cell) == text)
    var bytes: [UInt8] = []
    CSVWriter().append([text, "x"], to: &bytes)
    #expect(try records(bytes) == [[cell, "x"]])
  }

  @Test(arguments: corpus.filter { !"gha'".contains($0.first ?? "g") })
  func aSpreadsheetSeesAnApostropheFirst(_ text: String) {
    #expect(FormulaGuard.isDangerous(text))
    #expect(FormulaGuard.guarding(text).unicodeScalars.first == "'")
  }

  @Test(arguments: [
    "", "Trà sen", "'s-Hertogenbosch", "a=b", "1-2", "'", "''", "a\n\nb", "Ấp 3", "0912345678",
    "ế=1", "' '=1", "“=1”",
  ])
  func harmlessTextStaysAsItIs(_ text: String) {
    #expect(FormulaGuard.guarding(text) == text)
    #expect(FormulaGuard.unguarding(text) == text)
    #expect(!FormulaGuard.isDangerous(text))
  }

  @Test func theApostropheIsUnambiguous() {
    #expect(FormulaGuard.guarding("=1") == "'=1")
    #expect(FormulaGuard.guarding("'=1") == "''=1")
    #expect(FormulaGuard.unguarding("''=1") == "'=1")
    #expect(FormulaGuard.unguarding("'=1") == "=1")
    #expect(FormulaGuard.guarding("a\n- b\n- c") == "a\n'- b\n'- c")
  }

  /// Any text survives writing and reading: alphabet of all that has a meaning in the format.
  @Test(arguments: [1, 2, 3, 0x5AFE] as [UInt64])
  func everyTextComesBack(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = [
      "a", "ế", "e\u{302}\u{301}", "'", "'", " ", "\u{A0}", "=", "+", "-", "@", "\t", "\r", "\n",
      "\r\n", "\"", "\"\"", ",", ";", "\u{FF1D}", "🌱", "\u{FEFF}",
    ]
    for _ in 0..<300 {
      let delimiter = random.pick(CSVDelimiter.allCases)
      let width = Int.random(in: 1...5, using: &random)
      let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(alphabet) }.joined()
        }
      }
      let writer = CSVWriter(delimiter: delimiter, byteOrderMark: true)
      var bytes = writer.prologue
      for row in rows { writer.append(row, to: &bytes) }
      let back = try records(bytes, delimiter: delimiter).map { $0.map(FormulaGuard.unguarding) }
      #expect(
        back.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
        "seed \(seed), rows \(rows.debugDescription)")
    }
  }
}

struct CSVFuzzTests {
  /// Whatever the bytes are, the reader gives records or a failure; and what it gave, written
  /// again, reads the same.
  @Test(arguments: [11, 12, 13, 0xC5F] as [UInt64])
  func anyBytes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] = [
      [0x22], [0x22, 0x22], [0x2C], [0x3B], [0x09], [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x20],
      [0xC3, 0xA9], [0xE1, 0xBA, 0xBF], [0xEF, 0xBB, 0xBF], [0x27], [0x3D],
    ]
    let spoilers: [[UInt8]] = [[0xFF], [0x00], [0x80], [0xE1, 0xBA]]
    var read = 0
    for round in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let spoils = Int.random(in: 0..<400, using: &random) == 0
        bytes.append(contentsOf: random.pick(spoils ? spoilers : pieces))
      }
      guard let rows = try? records(bytes) else { continue }
      read += 1
      var again: [UInt8] = []
      for row in rows { CSVWriter().append(row, to: &again) }
      let expected = rows.map { $0.map(FormulaGuard.guarding) }
      let back = again.isEmpty ? [] : try records(again, delimiter: .comma)
      let isSame =
        back.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } }
      #expect(isSame, "seed \(seed), round \(round): \(bytes)")
    }
    #expect(read > 300, "seed \(seed): too few files could be read for the test to mean anything")
  }
}
