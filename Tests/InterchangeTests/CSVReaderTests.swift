import Incubation
import Interchange
import Testing

/// All records of a text.
func records(
  _ text: String, delimiter: CSVDelimiter? = nil, limits: CSVLimits = CSVLimits()
) throws -> [[String]] {
  try records(Array(text.utf8), delimiter: delimiter, limits: limits)
}

/// All records of a file.
func records(
  _ bytes: [UInt8], delimiter: CSVDelimiter? = nil, limits: CSVLimits = CSVLimits()
) throws -> [[String]] {
  var reader = try CSVReader(bytes, delimiter: delimiter, limits: limits)
  var rows: [[String]] = []
  while let row = try reader.next() { rows.append(row.texts) }
  return rows
}

struct CSVReaderTests {
  /// RFC 4180 section 2, rules 1 to 7, with its own examples.
  @Test(arguments: [
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    (
      "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
      [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
    ),
    ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
  ])
  func standard(_ text: String, _ expected: [[String]]) throws {
    #expect(try records(text) == expected)
  }

  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("a,b\n\n\r\n\rc,d", [["a", "b"], ["c", "d"]]),
    ("a,\n,b", [["a", ""], ["", "b"]]),
    ("\"\"\nx", [[""], ["x"]]),
    ("\"\",\"\"", [["", ""]]),
    ("\"\"\"\"\"\"", [["\"\""]]),
    ("a\"b,c", [["a\"b", "c"]]),
    ("\"a\"  ,b", [["a", "b"]]),
    (" a , b ", [[" a ", " b "]]),
    ("a,b,c\nd", [["a", "b", "c"], ["d"]]),
    ("sep=;\r\na;b,c\r\n", [["a", "b,c"]]),
    ("Tên,Nơi\nTrà “Sóc”,Mỹ Xuyên", [["Tên", "Nơi"], ["Trà “Sóc”", "Mỹ Xuyên"]]),
  ])
  func asPeopleWriteIt(_ text: String, _ expected: [[String]]) throws {
    #expect(try records(text) == expected)
    #expect(try records([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("a;b;c\n1,5;2,5;3,5\n", CSVDelimiter.semicolon),
    ("a,b,c\n1;2,3,4\n", .comma),
    ("a\tb\n\"x,y\"\tz\n", .tab),
    ("\"a;b;c\",d\n\"1;2;3\",e\n", .comma),
    ("\"Họ; tên\nđầy đủ\",Nơi\nx,y\n", .comma),
    ("Tên dự án;Địa chỉ\nTrà, cà phê;Phường 1, Sóc Trăng, Việt Nam\nA;B", .semicolon),
    ("một cột\nhai, ba\n", .comma),
    ("x", .comma),
  ])
  func delimiterIsFound(_ text: String, _ expected: CSVDelimiter) throws {
    #expect(try CSVReader(Array(text.utf8)).delimiter == expected)
  }

  @Test func linesAndPlacesAreCounted() throws {
    let text = "a,b\r\n\"x\r\ny\rz\",2\n\n3,4"
    var reader = try CSVReader(Array(text.utf8))
    var lines: [Int] = []
    var parts: [String] = []
    while let row = try reader.next() {
      lines.append(row.line)
      parts.append(String(decoding: Array(text.utf8)[row.byteRange], as: UTF8.self))
    }
    #expect(lines == [1, 2, 6])
    #expect(parts == ["a,b", "\"x\r\ny\rz\",2", "3,4"])
    #expect(reader.rowCount == 3)
  }

  @Test func byteOrderMarkIsNoPartOfTheFirstHeading() throws {
    let reader = try CSVReader([0xEF, 0xBB, 0xBF] + Array("Tên".utf8))
    #expect(reader.hasByteOrderMark)
    #expect(try records([0xEF, 0xBB, 0xBF] + Array("\"Tên\",b".utf8)) == [["Tên", "b"]])
  }
}

struct CSVFailureTests {
  private func failure(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> CSVFailure? {
    do {
      _ = try records(bytes, limits: limits)
      return nil
    } catch {
      return error as? CSVFailure
    }
  }

  private func failure(_ text: String, limits: CSVLimits = CSVLimits()) -> CSVFailure? {
    failure(Array(text.utf8), limits: limits)
  }

  @Test func quotationMarks() {
    #expect(
      failure("a,b\n1,2\n3,\"bốn\n5,6\n")
        == .unterminatedQuote(line: 3, column: 2, byteOffset: 10))
    #expect(failure("\"") == .unterminatedQuote(line: 1, column: 1, byteOffset: 0))
    #expect(failure("a,b\n\"x\ny\"z,1") == .textAfterQuote(line: 3, column: 1, byteOffset: 9))
    #expect(failure("\"a\"\"") == .unterminatedQuote(line: 1, column: 1, byteOffset: 0))
  }

  @Test func nothingIsSaid() {
    #expect(failure("") == .empty)
    #expect(failure([0xEF, 0xBB, 0xBF]) == .empty)
    #expect(failure("\n\r\n") == nil)
  }

  @Test func otherEncodingsAreNamed() {
    #expect(failure([0xFF, 0xFE, 0x61, 0x00]) == .utf16)
    #expect(failure([0xFE, 0xFF, 0x00, 0x61]) == .utf16)
    #expect(
      failure(Array("Ten,Noi\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == .utf16)
    #expect(failure("a,b\n1,\u{0}2") == .nul(line: 2, byteOffset: 6))
  }

  @Test func invalidBytesAreFoundFarInside() {
    var bytes: [UInt8] = []
    while bytes.count < 8_000_000 { bytes.append(contentsOf: Array("0123456,Sóc Trăng\n".utf8)) }
    #expect(failure(bytes, limits: wide) == nil)
    let start = 7_000_000 - 7_000_000 % 20
    #expect(bytes[start - 1] == 0x0A)
    bytes[7_000_000] = 0xFF
    #expect(
      failure(bytes, limits: wide)
        == .invalidUTF8(line: start / 20 + 1, byteOffset: 7_000_000))
  }

  /// Unicode 15, table 3-7: over-long forms, surrogates, beyond U+10FFFF, cut sequences.
  @Test(
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE1, 0xBA],
      [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func malformedUTF8(_ bytes: [UInt8]) {
    #expect(failure(Array("a,b\nx,".utf8) + bytes) == .invalidUTF8(line: 2, byteOffset: 6))
  }

  private var wide: CSVLimits {
    var limits = CSVLimits()
    limits.rows = 1_000_000
    return limits
  }

  @Test func boundsAreKept() {
    let standard = CSVLimits()
    let cell = String(repeating: "ế", count: standard.cellCharacters)
    #expect(failure("a,b\n1,\(cell)") == nil)
    #expect(
      failure("a,b\n1,\(cell)x") == .cellTooLong(line: 2, column: 2, limit: 32_767))
    #expect(
      failure("a,b\n1,\"\(cell)x\"") == .cellTooLong(line: 2, column: 2, limit: 32_767))
    let columns = Array(repeating: "x", count: 256).joined(separator: ";")
    #expect(failure(columns) == nil)
    #expect(failure("\n" + columns + ";") == .tooManyColumns(line: 2, limit: 256))
    let rows = String(repeating: "x\n", count: 100_001)
    #expect(failure(rows) == nil)
    #expect(failure(rows + "y") == .tooManyRows(limit: 100_000, line: 100_002))
    let large = [UInt8](repeating: 0x61, count: 20_000_001)
    #expect(failure(large) == .tooLarge(bytes: 20_000_001, limit: 20_000_000))
  }

  @Test func aMillionCharactersAreASentence() {
    let one = failure("a\n" + String(repeating: "x", count: 1_000_000))
    #expect(one == .cellTooLong(line: 2, column: 1, limit: 32_767))
    #expect(
      one?.words(.vietnamese)
        == "Dòng 2, cột 1: ô dài hơn 32.767 ký tự (có thể thiếu dấu nháy kép đóng).")
    let parts = Array(repeating: String(repeating: "x", count: 10_000), count: 100)
    #expect(
      failure("a\n" + parts.joined(separator: ",")) == .rowTooLong(line: 2, limit: 999_999))
    let many = String(repeating: "x,", count: 500_000)
    #expect(failure("a\n" + many)?.words(.english) == "Line 2: more than 256 columns.")
  }

  @Test(arguments: [
    CSVFailure.empty, .tooLarge(bytes: 1, limit: 2), .tooManyRows(limit: 1, line: 2),
    .tooManyColumns(line: 1, limit: 2), .cellTooLong(line: 1, column: 2, limit: 3),
    .rowTooLong(line: 1, limit: 2), .invalidUTF8(line: 1, byteOffset: 7_000_000), .utf16,
    .nul(line: 1, byteOffset: 2), .legacyEncoding(name: "VNI", line: 3),
    .unterminatedQuote(line: 1, column: 2, byteOffset: 3),
    .textAfterQuote(line: 1, column: 2, byteOffset: 3),
  ])
  func everyFailureIsASentenceInBothLanguages(_ failure: CSVFailure) {
    for words in [failure.words(.vietnamese), failure.words(.english)] {
      #expect(words.hasSuffix(".") && words.count >= 10)
    }
    #expect(failure.words(.vietnamese) != failure.words(.english))
  }

  @Test func offsetsAreWritten() {
    #expect(
      CSVFailure.invalidUTF8(line: 4, byteOffset: 7_000_000).words(.vietnamese)
        .contains("7.000.000"))
    #expect(
      CSVFailure.invalidUTF8(line: 4, byteOffset: 7_000_000).words(.english)
        .contains("7,000,000"))
  }
}
