/// Writes a ZIP archive whose files are stored as they are.
///
/// Our own hundred lines instead of libzip: an office document demands that its first file is
/// stored, the texts of papers are small, the bytes must be the same on every run, and nothing has
/// to be loaded for it. Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
struct StoredArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1980-01-01, the first day that the format knows: an archive tells no time of its making.
  private static let day: UInt16 = 0x0021
  /// Names are UTF-8.
  private static let flags: UInt16 = 0x0800

  /// Adds a file. Names are ASCII with forward strokes.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = UInt32(truncatingIfNeeded: bytes.count)
    let name = Array(name.utf8)
    let common =
      Self.little(Self.flags) + Self.little(UInt16(0)) + Self.little(UInt16(0))
      + Self.little(Self.day) + Self.little(CyclicCheck.crc32(content))
      + Self.little(UInt32(truncatingIfNeeded: content.count))
      + Self.little(UInt32(truncatingIfNeeded: content.count))
      + Self.little(UInt16(truncatingIfNeeded: name.count)) + Self.little(UInt16(0))
    bytes += Self.little(UInt32(0x0403_4B50)) + Self.little(UInt16(20)) + common + name + content
    directory += Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(20))
    directory += Self.little(UInt16(20)) + common
    // Comment, disk, attributes inside and outside: all nothing.
    directory += [UInt8](repeating: 0, count: 10) + Self.little(offset) + name
    count += 1
  }

  /// The whole archive.
  func finished() -> [UInt8] {
    let end =
      Self.little(UInt32(0x0605_4B50)) + Self.little(UInt16(0)) + Self.little(UInt16(0))
      + Self.little(count) + Self.little(count)
      + Self.little(UInt32(truncatingIfNeeded: directory.count))
      + Self.little(UInt32(truncatingIfNeeded: bytes.count)) + Self.little(UInt16(0))
    return bytes + directory + end
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
  }
}

/// The check sum of ZIP archives.
enum CyclicCheck {
  private static let table: [UInt32] = (0..<256).map { value in
    (0..<8).reduce(UInt32(value)) { rest, _ in
      rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1
    }
  }

  /// CRC-32 as in ISO 3309.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
  }
}
