/// An identity of a record: a UUID of version 7 (RFC 9562), typed by what it identifies so that a
/// venture's cannot be passed for a person's. It is a key only, never an order or a deadline.
public struct Identifier<Entity>: Hashable, Sendable {
  /// The first eight bytes.
  public let high: UInt64
  /// The last eight bytes.
  public let low: UInt64

  /// An identity from its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// An identity from 16 bytes; nil when there are not 16.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    high = bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// An identity from its usual notation with or without hyphens; nil when it is not one.
  public init?(_ text: String) {
    var bytes: [UInt8] = []
    var pending: UInt8?
    for character in text where character != "-" {
      guard character.isASCII, let digit = character.hexDigitValue else { return nil }
      if let high = pending {
        bytes.append(high << 4 | UInt8(digit))
        pending = nil
      } else {
        pending = UInt8(digit)
      }
    }
    guard pending == nil else { return nil }
    self.init(bytes: bytes)
  }

  /// The 16 bytes, as they are stored.
  public var bytes: [UInt8] {
    [high, low].flatMap { half in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
    }
  }
}

extension Identifier: CustomStringConvertible {
  /// The usual notation: 8-4-4-4-12 lower-case hexadecimal digits.
  public var description: String {
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
    var result = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result.append("-") }
      result.append(digit)
    }
    return result
  }
}

extension Identifier: Comparable {
  /// By bytes: for a stable order of what has no better one.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Makes identities. Holds the last millisecond, so that a clock set back makes none twice.
public struct IdentifierSource: Sendable {
  private var lastMilliseconds: UInt64 = 0
  private var counter: UInt64 = 0
  private let random: @Sendable () -> UInt64

  /// A source over a source of random numbers; tests and the demo pass a seeded one.
  public init(random: @escaping @Sendable () -> UInt64) {
    self.random = random
  }

  /// A new identity, for the given time.
  public mutating func next<Entity>(
    at timestamp: Timestamp, _ entity: Entity.Type = Entity.self
  ) -> Identifier<Entity> {
    let now = UInt64(max(0, timestamp.milliseconds))
    if now > lastMilliseconds {
      lastMilliseconds = now
      counter = random() & 0x7FF
    } else {
      counter += 1
      if counter > 0xFFF {
        lastMilliseconds += 1
        counter = 0
      }
    }
    let high = lastMilliseconds << 16 | 0x7000 | counter
    let low = (random() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
    return Identifier(high: high, low: low)
  }
}
