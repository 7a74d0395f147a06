/// Writes CSV: RFC 4180 with CRLF line ends, safe to open in a spreadsheet.
public struct CSVWriter: Sendable {
  /// A cell to be written.
  public enum Cell: Hashable, Sendable {
    /// Text from outside: guarded against formulas.
    case text(String)
    /// A number that the program wrote itself: a leading minus sign stays as it is.
    case number(Int)
    /// Nothing.
    case empty
  }

  /// What stands between cells.
  public var delimiter: CSVDelimiter
  /// Whether the file begins with a byte order mark, by which Excel knows UTF-8.
  public var byteOrderMark: Bool

  /// A writer. Excel in Viet Nam wants a semicolon and the byte order mark.
  public init(delimiter: CSVDelimiter = .comma, byteOrderMark: Bool = false) {
    self.delimiter = delimiter
    self.byteOrderMark = byteOrderMark
  }

  /// What the file begins with; empty without a byte order mark.
  public var prologue: [UInt8] { byteOrderMark ? CSVEncoding.byteOrderMark : [] }

  /// Adds a record to bytes.
  public func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    // A record of one empty cell would read as a blank line, and be lost.
    if cells == [.empty] || cells == [.text("")] {
      bytes.append(contentsOf: [CSVByte.quote, CSVByte.quote])
    } else {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(delimiter.rawValue) }
        append(cell, to: &bytes)
      }
    }
    bytes.append(contentsOf: [CSVByte.carriageReturn, CSVByte.lineFeed])
  }

  /// Adds a record of texts.
  public func append(_ texts: [String], to bytes: inout [UInt8]) {
    append(texts.map(Cell.text), to: &bytes)
  }

  private func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: break
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .text(let text): appendText(FormulaGuard.guarding(text), to: &bytes)
    }
  }

  private func appendText(_ text: String, to bytes: inout [UInt8]) {
    guard needsQuotes(text) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(CSVByte.quote)
    for byte in text.utf8 {
      if byte == CSVByte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVByte.quote)
  }

  /// All delimiters count, so that a reader that guesses wrongly still sees whole cells; spaces at
  /// the ends count, because some readers drop them; so does U+FEFF in front, which at the start
  /// of a file would be taken for the byte order mark.
  private func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if first == CSVByte.space || last == CSVByte.space { return true }
    if first == 0x27 || first == 0xEF { return true }
    return text.utf8.contains { byte in
      byte == CSVByte.quote || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn
        || CSVDelimiter(rawValue: byte) != nil
    }
  }
}
