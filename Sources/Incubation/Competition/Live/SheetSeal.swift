/// One link of a judge's chain: a sheet as it was when the judge sealed it. Each link holds the
/// hash of the one before, so that none can be changed, left out or put in between unnoticed.
public struct SheetSeal: Hashable, Sendable {
  /// The judge.
  public var judge: Identifier<Judge>
  /// The entry.
  public var entry: Identifier<Entry>
  /// The place in the judge's chain, from 1 without gaps.
  public var number: Int
  /// The version of the sheet.
  public var sheetVersion: Int
  /// The canonical sheet.
  public var body: String
  /// Hash of the link before, in hexadecimal digits; 64 zeros for the first.
  public var previous: String
  /// Hash of this link.
  public var hash: String
  /// When it was sealed.
  public var sealedAt: Timestamp

  /// A link.
  public init(
    judge: Identifier<Judge>, entry: Identifier<Entry>, number: Int, sheetVersion: Int,
    body: String, previous: String, hash: String, sealedAt: Timestamp
  ) {
    self.judge = judge
    self.entry = entry
    self.number = number
    self.sheetVersion = sheetVersion
    self.body = body
    self.previous = previous
    self.hash = hash
    self.sealedAt = sealedAt
  }

  /// What the first link takes for the hash before it.
  public static let origin = String(repeating: "0", count: 64)

  /// The domain of the hashes: a hash of this program for this purpose is one of nothing else.
  static let domain = "vuonuom-sheet-v1"

  /// The bytes that are hashed: 0, then each of domain, previous hash, number and body with its
  /// length in four bytes before it.
  public static func bytes(previous: String, number: Int, body: String) -> [UInt8] {
    var bytes: [UInt8] = [0]
    for part in [domain, previous, String(number), body] {
      let utf8 = Array(part.utf8)
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: utf8.count >> (24 - 8 * $0)) }
      bytes += utf8
    }
    return bytes
  }

  /// A sheet as one exact text: codes and hundredths, never names.
  public static func body(
    of sheet: ScoreSheet, round: String, entry: String, judge: String, rulesHash: String,
    criteria: [Criterion], sealedAt: Timestamp
  ) -> String {
    var scores: [String: JSONValue] = [:]
    for criterion in criteria {
      scores[criterion.code] = sheet.hundredths(criterion.code).map { .integer(Int64($0)) } ?? .null
    }
    return JSONValue.object([
      "round": .string(round), "entry": .string(entry), "judge": .string(judge),
      "rules": .string(rulesHash), "version": .integer(Int64(sheet.version)),
      "scores": .object(scores), "sealed": .integer(sealedAt.milliseconds),
    ]).written()
  }
}

/// The end of a judge's chain, as the minutes print it.
public struct ChainHead: Hashable, Sendable {
  /// Code of the judge.
  public var judge: String
  /// How many links there are.
  public var count: Int
  /// Hash of the last one.
  public var hash: String

  /// A head.
  public init(judge: String, count: Int, hash: String) {
    self.judge = judge
    self.count = count
    self.hash = hash
  }

  /// One line of a file of heads: "GK1 12 9f86…".
  public var line: String { "\(judge) \(count) \(hash)" }

  /// Reads a line; nil when it is none.
  public init?(line: String) {
    let parts = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard parts.count == 3, let count = Int(parts[1]), parts[2].utf8.count == 64,
      parts[2].allSatisfy(\.isHexDigit)
    else { return nil }
    self.init(judge: String(parts[0]), count: count, hash: parts[2].lowercased())
  }
}
