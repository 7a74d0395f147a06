/// The bytes of a bracketed paste until its end, ESC [ 201 ~.
struct PasteCollector {
  /// What has been pasted, ready to be handed on.
  struct Part: Equatable {
    /// The text: controls removed, every line end a line feed, tabs as blanks.
    var text: String
    /// How many bytes were no UTF-8 and were left out.
    var invalidBytes: Int
  }

  private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  private let limit: Int
  private var bytes: [UInt8] = []
  /// Whether the paste has paused so long that its end may have been lost.
  private(set) var isOverdue = false

  /// A collector that hands on its text when it has grown to `limit` bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether nothing waits to be handed on.
  var isEmpty: Bool { bytes.isEmpty }

  /// Takes a byte. Says whether the paste has ended, and hands on what is complete.
  mutating func add(_ byte: UInt8) -> (isOver: Bool, part: Part?) {
    bytes.append(byte)
    if byte == 0x7E, bytes.suffix(Self.end.count).elementsEqual(Self.end) {
      bytes.removeLast(Self.end.count)
      return (true, takeAll())
    }
    guard bytes.count >= limit else { return (false, nil) }
    let kept = bytes.suffix(from: bytes.count - unfinishedTail)
    bytes.removeLast(kept.count)
    let part = takeAll()
    bytes = Array(kept)
    return (false, part)
  }

  /// Hands on what there is because nothing came for a while. `tail` are bytes that may be the
  /// beginning of the paste's end, or of a key.
  mutating func pause() -> (part: Part?, tail: [UInt8]) {
    let tail = Array(bytes.suffix(endTail))
    bytes.removeLast(tail.count)
    isOverdue = true
    return (takeAll(), tail)
  }

  private mutating func takeAll() -> Part? {
    defer { bytes.removeAll(keepingCapacity: bytes.count < 4096) }
    return bytes.isEmpty ? nil : Self.cleaned(bytes)
  }

  /// How many of the last bytes may be the beginning of the end.
  private var endTail: Int {
    for count in stride(from: min(Self.end.count - 1, bytes.count), to: 0, by: -1)
    where bytes.suffix(count).elementsEqual(Self.end.prefix(count)) { return count }
    return 0
  }

  /// How many of the last bytes must wait for the next: a beginning of the end, of a scalar, or
  /// of a line end.
  private var unfinishedTail: Int {
    if endTail > 0 { return endTail }
    if bytes.last == 0x0D { return 1 }
    let continuations = bytes.suffix(3).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    let lead = bytes.dropLast(continuations).last ?? 0
    return lead >= 0xC0 ? continuations + 1 : 0
  }

  private static func cleaned(_ bytes: [UInt8]) -> Part {
    var assembler = UTF8Assembler()
    var scalars = String.UnicodeScalarView()
    var invalid = 0
    var wasReturn = false
    func keep(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !wasReturn { scalars.append("\n") }
      case 0x09: scalars.append(" ")
      case 0x00...0x1F, 0x7F...0x9F: break
      default: scalars.append(scalar)
      }
      wasReturn = scalar.value == 0x0D
    }
    for byte in bytes {
      var outcome = assembler.add(byte)
      if case .invalid(let count, again: true) = outcome {
        invalid += count
        outcome = assembler.add(byte)
      }
      switch outcome {
      case .pending: break
      case .scalar(let scalar): keep(scalar)
      case .invalid(let count, _): invalid += count
      }
    }
    return Part(text: String(scalars), invalidBytes: invalid + assembler.drop())
  }
}
