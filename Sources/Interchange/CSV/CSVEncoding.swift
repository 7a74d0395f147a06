/// Looks at the bytes of a file before it is read as text.
enum CSVEncoding {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Refuses what is not UTF-8 text, and says what it is instead.
  static func check(_ bytes: [UInt8], limits: CSVLimits) throws(CSVFailure) {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    guard bytes.count > (bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0) else {
      throw .empty
    }
    if isUTF16(bytes) { throw .utf16 }
    if let offset = firstInvalid(bytes) {
      throw .invalidUTF8(line: line(of: offset, in: bytes), byteOffset: offset)
    }
    if let offset = bytes.firstIndex(of: 0) {
      throw .nul(line: line(of: offset, in: bytes), byteOffset: offset)
    }
  }

  /// The first byte that does not belong to well-formed UTF-8; nil when all do.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// A byte order mark of UTF-16, or a NUL in every other byte of the beginning.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let sample = bytes.prefix(64)
    guard sample.count >= 8 else { return false }
    let even = sample.indices.count { $0 % 2 == 0 && sample[$0] == 0 }
    let odd = sample.indices.count { $0 % 2 == 1 && sample[$0] == 0 }
    return max(even, odd) * 4 >= sample.count
  }

  /// The line of a byte, from 1.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<min(offset, bytes.count) {
      if bytes[index] == CSVByte.lineFeed {
        line += 1
      } else if bytes[index] == CSVByte.carriageReturn, index + 1 < bytes.count,
        bytes[index + 1] != CSVByte.lineFeed
      {
        line += 1
      }
    }
    return line
  }
}
