/// A value of a rules file, before it is known what it means.
public enum RulesValue: Hashable, Sendable {
  /// A whole number.
  case whole(Int)
  /// Text, and every decimal number, whose digits stay as they were written.
  case text(String)
  /// `true` or `false`.
  case truth(Bool)
  /// Values in order.
  case list([RulesValue])
  /// Values by name.
  case table([String: RulesValue])
  /// Something that no rule holds, such as a date.
  case other
}

/// Keeps decimal numbers of a TOML text exact.
public enum RulesDecimals {
  /// The text with every decimal number in quotation marks: `step = 0.25` becomes
  /// `step = "0.25"`. A TOML reader would make a binary floating-point number of it.
  ///
  /// Lines keep their numbers; strings, comments, keys and headings stay as they are.
  public static func quoted(_ text: String) -> String {
    var scanner = DecimalScanner(bytes: Array(text.utf8))
    return String(decoding: scanner.run(), as: UTF8.self)
  }
}

private struct DecimalScanner {
  let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var isLineStart = true
  private var isHeading = false
  private var result: [UInt8] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() -> [UInt8] {
    while position < bytes.count { step() }
    return result
  }

  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case 0x0A:
      copy(1)
      isHeading = false
      if depth == 0 { isLineStart = true }
      return
    case 0x20, 0x09, 0x0D:
      return copy(1)
    case UInt8(ascii: "#"):
      return copy(bytes[position...].prefix { $0 != 0x0A }.count)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): copyString(byte)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if isLineStart, depth == 0 { isHeading = true }
      if !isHeading { depth += 1 }
      copy(1)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if !isHeading { depth = max(0, depth - 1) }
      copy(1)
    case _ where Self.isBare(byte): copyBare()
    default: copy(1)
    }
    isLineStart = false
  }

  private mutating func copy(_ count: Int) {
    result.append(contentsOf: bytes[position..<position + count])
    position += count
  }

  /// A string of one line, or of several between three marks.
  private mutating func copyString(_ mark: UInt8) {
    let isLong = bytes[position...].starts(with: [mark, mark, mark])
    var end = position + (isLong ? 3 : 1)
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        end += 2
        continue
      }
      if !isLong, bytes[end] == 0x0A { break }
      if isLong ? bytes[end...].starts(with: [mark, mark, mark]) : bytes[end] == mark {
        end += isLong ? 3 : 1
        break
      }
      end += 1
    }
    copy(min(end, bytes.count) - position)
  }

  private mutating func copyBare() {
    let token = bytes[position...].prefix(while: Self.isBare)
    let rest = bytes[(position + token.count)...].drop { $0 == 0x20 || $0 == 0x09 }
    guard !isHeading, rest.first != UInt8(ascii: "="), Self.isDecimal(token) else {
      return copy(token.count)
    }
    result.append(UInt8(ascii: "\""))
    result.append(contentsOf: token.filter { $0 != UInt8(ascii: "_") })
    result.append(UInt8(ascii: "\""))
    position += token.count
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// Digits, one point, digits; underscores between digits as TOML has them.
  private static func isDecimal(_ token: ArraySlice<UInt8>) -> Bool {
    var parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    if let sign = parts[0].first, sign == 0x2B || sign == 0x2D { parts[0] = parts[0].dropFirst() }
    return parts.allSatisfy { part in
      part.first != UInt8(ascii: "_") && part.last != UInt8(ascii: "_") && !part.isEmpty
        && part.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }
  }
}
