@_spi(_Unicode) import Swift

/// Text that came from outside and has been made safe to store, show, print and log.
///
/// It is in NFC, holds no control, format, private-use or unassigned scalars (notes keep line
/// feeds), and its length is bounded. Every entrance of the program makes one or refuses.
public struct SafeText: Hashable, Sendable {
  /// The text.
  public let string: String

  /// Why text was refused.
  public enum Refusal: Error, Hashable, Sendable {
    /// A scalar that has no place in text: its value and its place, counted in scalars from 0.
    case forbidden(scalar: UInt32, position: Int)
    /// Longer than the bound: its length and the bound, in scalars.
    case tooLong(length: Int, limit: Int)
    /// More than four marks on one letter, at this place in scalars of the NFC text.
    case tooManyMarks(position: Int)
  }

  /// What kind of text is expected.
  public enum Kind: Sendable {
    /// One line: names, titles, codes; at most 200 scalars.
    case line
    /// Several lines: notes and summaries; at most 10,000 scalars.
    case note

    /// The most scalars.
    public var limit: Int { self == .line ? 200 : 10_000 }
  }

  /// The outcome of making text safe: the text, and what was taken out without a refusal.
  public struct Cleaned: Hashable, Sendable {
    /// The safe text.
    public let text: SafeText
    /// How many zero-width characters and soft hyphens were taken out.
    public let strippedScalars: Int
  }

  /// The most combining marks that one letter may carry; Vietnamese in NFC needs none.
  public static let mostMarks = 4

  /// Makes text safe: NFC, line ends as LF, every kind of space as U+0020, outer spaces of a line
  /// and everything that has no width taken away.
  ///
  /// - Throws: `Refusal`, for bidirectional controls, other controls, over-long text.
  public static func clean(_ raw: String, _ kind: Kind = .line) throws(Refusal) -> Cleaned {
    if let plain = plainText(raw, kind) {
      return Cleaned(text: SafeText(trusted: plain), strippedScalars: 0)
    }
    var stripped = 0
    let kept = try accepted(raw, kind, stripped: &stripped)
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: String(kept)._nfc)
    if kind == .line { scalars = trimmed(scalars) }
    guard scalars.count <= kind.limit else {
      throw .tooLong(length: scalars.count, limit: kind.limit)
    }
    if let position = excessMark(scalars) { throw .tooManyMarks(position: position) }
    return Cleaned(text: SafeText(trusted: String(scalars)), strippedScalars: stripped)
  }

  /// Makes text safe; see `clean`.
  ///
  /// - Throws: `Refusal`.
  public init(_ raw: String, _ kind: Kind = .line) throws(Refusal) {
    self = try Self.clean(raw, kind).text
  }

  /// Text read back from storage or a stored language table, which only ever held safe text;
  /// anything forbidden in it is shown as `<U+202E>`.
  public init(escaping stored: String) {
    self.init(trusted: TextScan.isPlain(stored) ? stored : Self.escaped(stored))
  }

  init(trusted string: String) { self.string = string }

  /// Whether there is nothing, or nothing but spaces.
  public var isBlank: Bool { string.allSatisfy(\.isWhitespace) }

  /// No text.
  public static let empty = SafeText(trusted: "")
}

extension SafeText: CustomStringConvertible {
  /// The text.
  public var description: String { string }
}

extension SafeText: ExpressibleByStringLiteral {
  /// Text written in the source of the program.
  public init(stringLiteral value: StaticString) { self.init(trusted: "\(value)") }
}

extension SafeText {
  /// The text itself when it needs no work at all; nil when it has to be looked at.
  private static func plainText(_ raw: String, _ kind: Kind) -> String? {
    let bytes = raw.utf8
    guard bytes.count <= kind.limit, TextScan.isPlain(raw) else { return nil }
    guard kind == .line else { return raw }
    if bytes.first == 0x20 || bytes.last == 0x20 || bytes.contains(0x0A) { return nil }
    return raw
  }

  /// The scalars that may stay.
  private static func accepted(
    _ raw: String, _ kind: Kind, stripped: inout Int
  ) throws(Refusal) -> String.UnicodeScalarView {
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    for (position, scalar) in raw.unicodeScalars.enumerated() {
      defer { afterReturn = scalar == "\r" }
      switch TextScan.judge(scalar) {
      case .keep: kept.append(scalar)
      case .space: kept.append(" ")
      case .strip: stripped += 1
      case .lineBreak:
        guard kind == .note else {
          throw .forbidden(scalar: scalar.value, position: position)
        }
        if scalar == "\r" || !afterReturn { kept.append("\n") }
      case .refuse: throw .forbidden(scalar: scalar.value, position: position)
      }
    }
    return kept
  }

  private static func trimmed(
    _ scalars: String.UnicodeScalarView
  ) -> String.UnicodeScalarView {
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return String.UnicodeScalarView() }
    return String.UnicodeScalarView(scalars[first...last])
  }

  private static func excessMark(_ scalars: String.UnicodeScalarView) -> Int? {
    var marks = 0
    for (position, scalar) in scalars.enumerated() {
      marks = TextScan.isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { return position }
    }
    return nil
  }

  private static func escaped(_ stored: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in stored._nfc {
      let judgement = TextScan.judge(scalar)
      marks = TextScan.isMark(scalar) ? marks + 1 : 0
      if scalar == "\n" || judgement == .keep && marks <= mostMarks {
        result.append(scalar)
      } else if judgement == .space {
        result.append(" ")
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        result.append(contentsOf: "<U+\(padding)\(digits)>".unicodeScalars)
      }
    }
    return String(result)
  }
}
