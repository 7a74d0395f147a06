/// Turns `?` into `$1`, `$2`…, as the protocol of PostgreSQL wants them, and leaves alone every
/// question mark that is text: in literals, quoted names, comments and dollar-quoted bodies.
struct PlaceholderTranslator {
  /// The statement with numbered placeholders.
  private(set) var sql: String
  /// How many placeholders it has.
  private(set) var count = 0
  /// Whether it holds several statements, divided by semicolons.
  private(set) var isScript = false

  private let bytes: [UInt8]
  private var place = 0
  private var output: [UInt8] = []
  private var hasEnded = false

  init(_ text: String) {
    bytes = Array(text.utf8)
    sql = ""
    output.reserveCapacity(bytes.count + 16)
    while place < bytes.count { step() }
    sql = String(decoding: output, as: UTF8.self)
  }

  private func byte(_ offset: Int) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  private mutating func take(_ number: Int = 1) {
    let end = min(place + number, bytes.count)
    output.append(contentsOf: bytes[place..<end])
    place = end
  }

  private mutating func step() {
    let current = bytes[place]
    if current == UInt8(ascii: "-"), byte(1) == current { return skipLine() }
    if current == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") { return skipComment() }
    if Self.isSpace(current) { return take() }
    if current == UInt8(ascii: ";") {
      hasEnded = true
      return take()
    }
    if hasEnded { isScript = true }
    switch current {
    case UInt8(ascii: "'"): skipQuoted(current, escapes: isEscapeString)
    case UInt8(ascii: "\""): skipQuoted(current, escapes: false)
    case UInt8(ascii: "$"): skipDollarQuoted()
    case UInt8(ascii: "?"):
      count += 1
      place += 1
      output.append(contentsOf: Array("$\(count)".utf8))
    default: take()
    }
  }

  /// Whether the quote here follows an E that is no end of a name: `E'it\'s'`.
  private var isEscapeString: Bool {
    guard place > 0, bytes[place - 1] | 0x20 == UInt8(ascii: "e") else { return false }
    return place < 2 || !Self.isName(bytes[place - 2])
  }

  private mutating func skipQuoted(_ quote: UInt8, escapes: Bool) {
    take()
    while let current = byte(0) {
      if escapes, current == UInt8(ascii: "\\") {
        take(2)
      } else if current == quote, byte(1) == quote {
        take(2)
      } else {
        take()
        if current == quote { return }
      }
    }
  }

  private mutating func skipLine() {
    while let current = byte(0) {
      take()
      if current == UInt8(ascii: "\n") { return }
    }
  }

  /// Comments nest in PostgreSQL.
  private mutating func skipComment() {
    var depth = 0
    while let current = byte(0) {
      if current == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        depth += 1
        take(2)
      } else if current == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        depth -= 1
        take(2)
        if depth == 0 { return }
      } else {
        take()
      }
    }
  }

  private mutating func skipDollarQuoted() {
    if place > 0, Self.isName(bytes[place - 1]) { return take() }
    var end = place + 1
    while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
    let isDigit = place + 1 < bytes.count && (0x30...0x39).contains(bytes[place + 1])
    guard end < bytes.count, bytes[end] == UInt8(ascii: "$"), !isDigit else { return take() }
    let tag = bytes[place...end]
    take(tag.count)
    while place < bytes.count, !bytes[place...].starts(with: tag) { take() }
    take(tag.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: return true
    default: return false
    }
  }
}
