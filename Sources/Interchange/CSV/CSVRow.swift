import Incubation

/// One record of a CSV file: where its cells lie in the bytes. Text is made only when asked for,
/// so that a file of 100,000 rows is never held as strings.
public struct CSVRow: Sendable {
  /// A cell: its bytes without the enclosing quotation marks.
  struct Cell: Sendable {
    var start: Int32
    var end: Int32
    /// Whether quotation marks in it are doubled.
    var isEscaped: Bool
    /// Whether it was enclosed in quotation marks.
    var isQuoted: Bool
  }

  /// The line on which it begins, from 1.
  public let line: Int
  /// Where it lies in the file, without the line end.
  public let byteRange: Range<Int>
  let cells: [Cell]
  let bytes: [UInt8]

  /// How many cells it has; never 0.
  public var count: Int { cells.count }

  /// Whether a cell holds no byte; a cell that the row does not have is empty.
  public func isEmpty(_ column: Int) -> Bool {
    column >= cells.count || cells[column].start == cells[column].end
  }

  /// Whether every cell is empty, as in the rows of bare delimiters that spreadsheets leave behind.
  public var isBlank: Bool { cells.allSatisfy { $0.start == $0.end } }

  /// The text of a cell, with doubled quotation marks made single; empty when the row has no such
  /// cell.
  public subscript(_ column: Int) -> String {
    guard !isEmpty(column) else { return "" }
    let cell = cells[column]
    let content = bytes[Int(cell.start)..<Int(cell.end)]
    guard cell.isEscaped else { return String(decoding: content, as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(content.count)
    var wasQuote = false
    for byte in content {
      wasQuote = byte == CSVByte.quote && !wasQuote
      if !wasQuote { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// The encoding of before Unicode that the row was written in; nil for ordinary text.
  var legacyEncoding: LegacyText.Encoding? {
    var isAccented = false
    for byte in bytes[byteRange] where byte >= 0xC0 {
      // Letters such as ă, đ, ơ, ư and all with two marks, which legacy text cannot hold.
      if byte == 0xC4 || byte == 0xC6 || byte == 0xE1 { return nil }
      isAccented = true
    }
    return isAccented ? LegacyText.recognise(texts.joined(separator: " ")) : nil
  }

  /// The texts of all cells.
  public var texts: [String] { cells.indices.map { self[$0] } }
}
