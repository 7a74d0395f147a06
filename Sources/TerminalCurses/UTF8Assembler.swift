/// Puts bytes together to scalars, strictly: no overlong forms, no surrogates (Unicode 15, table
/// 3-7). After a wrong byte it starts afresh with that byte, so one bad byte spoils nothing else.
struct UTF8Assembler {
  /// What became of a byte.
  enum Outcome {
    /// More bytes are needed.
    case pending
    /// A scalar is complete.
    case scalar(Unicode.Scalar)
    /// So many bytes are no UTF-8; with `again` the byte itself is to be looked at afresh.
    case invalid(Int, again: Bool)
  }

  private var value: UInt32 = 0
  private var taken = 0
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether a scalar has been begun.
  var isPending: Bool { missing > 0 }

  /// Takes one byte.
  mutating func add(_ byte: UInt8) -> Outcome {
    guard missing > 0 else { return begin(byte) }
    guard allowed.contains(byte) else { return .invalid(drop(), again: true) }
    value = value << 6 | UInt32(byte & 0x3F)
    taken += 1
    missing -= 1
    allowed = 0x80...0xBF
    guard missing == 0 else { return .pending }
    guard let scalar = Unicode.Scalar(value) else { return .invalid(taken, again: false) }
    return .scalar(scalar)
  }

  /// Forgets what has been begun; gives the number of bytes of it.
  mutating func drop() -> Int {
    defer { missing = 0 }
    return missing > 0 ? taken : 0
  }

  private mutating func begin(_ byte: UInt8) -> Outcome {
    taken = 1
    allowed = 0x80...0xBF
    switch byte {
    case 0x00...0x7F: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF: missing = 2
    case 0xF0...0xF4: missing = 3
    default: return .invalid(1, again: false)
    }
    value = UInt32(byte) & (0x3F >> UInt32(missing))
    switch byte {
    case 0xE0: allowed = 0xA0...0xBF
    case 0xED: allowed = 0x80...0x9F
    case 0xF0: allowed = 0x90...0xBF
    case 0xF4: allowed = 0x80...0x8F
    default: break
    }
    return .pending
  }
}
