/// What stands between the cells of a record.
public enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  /// As RFC 4180 has it.
  case comma = 0x2C
  /// As Excel writes where the comma is the decimal sign, as in Viet Nam.
  case semicolon = 0x3B
  /// As cells come from the clipboard.
  case tab = 0x09
}

/// How large a file may be. Beyond a bound the reader stops with a sentence, never with a crash.
public struct CSVLimits: Hashable, Sendable {
  /// Bytes of the file.
  public var bytes = 20_000_000
  /// Records, the headings among them; blank lines do not count.
  public var rows = 100_001
  /// Cells of a record.
  public var columns = 256
  /// Characters (Unicode scalars) of a cell: what Excel holds.
  public var cellCharacters = 32_767
  /// Bytes of a record.
  public var rowBytes = 999_999

  /// The bounds that imports keep.
  public init() {}
}

/// Byte values that the format gives a meaning.
enum CSVByte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
}

extension CSVDelimiter {
  /// The delimiter with which the first records fall most evenly into more than one column;
  /// the comma when none does. Quotes are respected, so that "Trà, cà phê" counts as one cell.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - start: where its records begin, past a byte order mark.
  public static func detect(in bytes: [UInt8], from start: Int = 0) -> CSVDelimiter {
    var best: (delimiter: CSVDelimiter, even: Int, columns: Int)?
    for candidate in [CSVDelimiter.semicolon, .tab, .comma] {
      let widths = firstWidths(in: bytes, from: start, delimiter: candidate)
      guard let columns = widths.first, columns > 1 else { continue }
      let even = widths.count { $0 == columns } * 1_000 / widths.count
      if let found = best, (found.even, found.columns) >= (even, columns) { continue }
      best = (candidate, even, columns)
    }
    return best?.delimiter ?? .comma
  }

  /// How many cells each of the first records has; a record cut off by the end of the sample is
  /// left out unless it is the only one.
  private static func firstWidths(
    in bytes: [UInt8], from start: Int, delimiter: CSVDelimiter
  ) -> [Int] {
    let end = min(bytes.count, start + sampleBytes)
    var widths: [Int] = []
    var cells = 1
    var isQuoted = false
    var recordStart = start
    var cellStart = start
    for index in start..<max(start, end) where widths.count < sampleRecords {
      let byte = bytes[index]
      if byte == CSVByte.quote {
        if isQuoted || cellStart == index || bytes[index - 1] == CSVByte.quote { isQuoted.toggle() }
      } else if isQuoted {
        continue
      } else if byte == delimiter.rawValue {
        cells += 1
        cellStart = index + 1
      } else if byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
        if index > recordStart { widths.append(cells) }
        cells = 1
        recordStart = index + 1
        cellStart = recordStart
      }
    }
    let isWhole = end == bytes.count && recordStart < end && !isQuoted
    if widths.isEmpty || isWhole && widths.count < sampleRecords { widths.append(cells) }
    return widths
  }

  private static let sampleBytes = 65_536
  private static let sampleRecords = 25
}
