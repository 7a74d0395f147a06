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
    /// More than four marks on one letter, at this place.
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

  /// Makes text safe.
  ///
  /// - Throws: `Refusal`, for bidirectional controls, other controls, over-long text.
  public static func clean(_ raw: String, _ kind: Kind = .line) throws(Refusal) -> Cleaned {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: raw._nfc)
    return Cleaned(text: SafeText(trusted: String(scalars)), strippedScalars: 0)
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
    self.init(trusted: stored)
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
