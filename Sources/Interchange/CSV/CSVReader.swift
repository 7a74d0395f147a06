/// Reads a CSV file record by record: RFC 4180, and what spreadsheets make of it.
///
/// Cells may be quoted, with doubled quotation marks and line breaks inside; lines end with CRLF,
/// LF or CR; a UTF-8 byte order mark and a first line `sep=;` are understood. Blank lines are
/// passed over. After a failure the reader must not be used again.
public struct CSVReader: Sendable {
  /// What stands between cells.
  public let delimiter: CSVDelimiter
  /// Whether the file begins with a byte order mark.
  public let hasByteOrderMark: Bool
  /// The bounds that are kept.
  public let limits: CSVLimits
  /// How many records were read.
  public private(set) var rowCount = 0

  let bytes: [UInt8]
  private var position: Int
  private var line = 1
  private var width = 0

  /// A reader at the beginning of a file.
  ///
  /// - Parameter delimiter: what stands between cells; nil to find out.
  /// - Throws: `CSVFailure` when the file is empty, too large, or not UTF-8.
  public init(
    _ bytes: [UInt8], delimiter: CSVDelimiter? = nil, limits: CSVLimits = CSVLimits()
  ) throws(CSVFailure) {
    try CSVEncoding.check(bytes, limits: limits)
    self.bytes = bytes
    self.limits = limits
    hasByteOrderMark = bytes.starts(with: CSVEncoding.byteOrderMark)
    position = hasByteOrderMark ? CSVEncoding.byteOrderMark.count : 0
    if let (named, end) = Self.separatorLine(in: bytes, from: position) {
      self.delimiter = named
      position = end
    } else {
      self.delimiter = delimiter ?? .detect(in: bytes, from: position)
    }
  }

  /// The record at a place that an earlier reading of these bytes reported.
  init(rereading bytes: [UInt8], at byteOffset: Int, line: Int, delimiter: CSVDelimiter) {
    self.bytes = bytes
    self.delimiter = delimiter
    limits = CSVLimits()
    hasByteOrderMark = false
    position = byteOffset
    self.line = line
  }

  /// The next record that is not a blank line; nil at the end.
  ///
  /// - Throws: `CSVFailure`.
  public mutating func next() throws(CSVFailure) -> CSVRow? {
    while position < bytes.count {
      let row = try record()
      let isBlankLine = row.count == 1 && row.isEmpty(0) && !row.cells[0].isQuoted
      if isBlankLine { continue }
      rowCount += 1
      if rowCount > limits.rows { throw .tooManyRows(limit: limits.rows - 1, line: row.line) }
      return row
    }
    return nil
  }

  private mutating func record() throws(CSVFailure) -> CSVRow {
    let held = bytes
    let source = held.span
    let first = (position: position, line: line)
    var cells: [CSVRow.Cell] = []
    cells.reserveCapacity(width)
    while true {
      cells.append(try cell(source, column: cells.count + 1))
      guard position < source.count, source[position] == delimiter.rawValue else { break }
      guard cells.count < limits.columns else {
        throw .tooManyColumns(line: first.line, limit: limits.columns)
      }
      position += 1
    }
    let end = position
    guard end - first.position <= limits.rowBytes else {
      throw .rowTooLong(line: first.line, limit: limits.rowBytes)
    }
    passLineEnd(source)
    width = cells.count
    return CSVRow(
      line: first.line, byteRange: first.position..<end, cells: cells, bytes: bytes)
  }

  private mutating func cell(_ source: Span<UInt8>, column: Int) throws(CSVFailure) -> CSVRow.Cell {
    let startLine = line
    let isQuoted = position < source.count && source[position] == CSVByte.quote
    let cell = isQuoted ? try quotedCell(source, column: column) : plainCell(source)
    let length = Int(cell.end - cell.start)
    if length > limits.cellCharacters {
      var characters = 0
      for index in Int(cell.start)..<Int(cell.end) where source[index] & 0xC0 != 0x80 {
        characters += 1
      }
      if characters > limits.cellCharacters {
        throw .cellTooLong(line: startLine, column: column, limit: limits.cellCharacters)
      }
    }
    return cell
  }

  private mutating func plainCell(_ source: Span<UInt8>) -> CSVRow.Cell {
    let start = position
    let end = source.count
    let delimiter = delimiter.rawValue
    var index = start
    while index < end {
      let byte = source[index]
      if byte == delimiter || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn { break }
      index += 1
    }
    position = index
    return CSVRow.Cell(
      start: Int32(start), end: Int32(index), isEscaped: false, isQuoted: false)
  }

  private mutating func quotedCell(
    _ source: Span<UInt8>, column: Int
  ) throws(CSVFailure) -> CSVRow.Cell {
    let opening = (position: position, line: line)
    let end = source.count
    var isEscaped = false
    var index = position + 1
    while index < end {
      let byte = source[index]
      if byte == CSVByte.quote {
        guard index + 1 < end, source[index + 1] == CSVByte.quote else { break }
        isEscaped = true
        index += 1
      } else if byte == CSVByte.lineFeed {
        line += 1
      } else if byte == CSVByte.carriageReturn, index + 1 == end || source[index + 1] != 0x0A {
        line += 1
      }
      index += 1
    }
    guard index < end else {
      throw .unterminatedQuote(line: opening.line, column: column, byteOffset: opening.position)
    }
    position = index + 1
    try passSpacesAfterQuote(source, column: column)
    return CSVRow.Cell(
      start: Int32(opening.position + 1), end: Int32(index), isEscaped: isEscaped, isQuoted: true)
  }

  /// Some programs pad cells with spaces; anything else after the closing mark is an error.
  private mutating func passSpacesAfterQuote(
    _ source: Span<UInt8>, column: Int
  ) throws(CSVFailure) {
    while position < source.count, source[position] == CSVByte.space { position += 1 }
    guard position < source.count else { return }
    let byte = source[position]
    guard byte == delimiter.rawValue || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn
    else { throw .textAfterQuote(line: line, column: column, byteOffset: position) }
  }

  private mutating func passLineEnd(_ source: Span<UInt8>) {
    guard position < source.count else { return }
    let isReturn = source[position] == CSVByte.carriageReturn
    position += 1
    line += 1
    if isReturn, position < source.count, source[position] == CSVByte.lineFeed { position += 1 }
  }

  /// Excel's first line `sep=;`: the delimiter that it names, and where the next line begins.
  private static func separatorLine(
    in bytes: [UInt8], from start: Int
  ) -> (delimiter: CSVDelimiter, end: Int)? {
    let prefix = Array("sep=".utf8)
    guard bytes[start...].starts(with: prefix), start + prefix.count < bytes.count,
      let named = CSVDelimiter(rawValue: bytes[start + prefix.count])
    else { return nil }
    let end = start + prefix.count + 1
    if end == bytes.count { return (named, end) }
    guard bytes[end] == CSVByte.lineFeed || bytes[end] == CSVByte.carriageReturn else { return nil }
    return (named, end)
  }
}
