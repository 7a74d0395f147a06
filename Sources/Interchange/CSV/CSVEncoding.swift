import Incubation

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
      let line = line(of: offset, in: bytes)
      if let encoding = legacyEncoding(of: bytes, at: offset) {
        throw .legacyEncoding(name: encoding.name, line: line)
      }
      throw .invalidUTF8(line: line, byteOffset: offset)
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

  /// The encoding of before Unicode that the bytes are in; nil when they are UTF-8 with a fault, of
  /// which a file with accented letters ahead of the fault speaks.
  private static func legacyEncoding(of bytes: [UInt8], at offset: Int) -> LegacyText.Encoding? {
    let accented = bytes[..<offset].count { $0 >= 0x80 }
    guard accented < 16 else { return nil }
    let start = max(0, offset - 1_024)
    return LegacyText.recognise(bytes: bytes[start..<min(bytes.count, offset + 16_384)])
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

extension LegacyText.Encoding {
  /// The name by which people know it.
  var name: String {
    switch self {
    case .tcvn3: return "TCVN3 (ABC)"
    case .vni: return "VNI"
    case .cp1258: return "Windows-1258"
    }
  }
}
