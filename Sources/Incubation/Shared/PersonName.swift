/// The parts of a full name: family name first, given name last.
public struct PersonName: Hashable, Sendable {
  /// Family name; empty when there is but one word.
  public let family: String
  /// Middle names, with single spaces; empty when there are none.
  public let middle: String
  /// Given name, by which people are called and sorted; empty only for the empty name.
  public let given: String

  /// The parts of a full name.
  public init(_ fullName: String) {
    let words = TextFolding.words(of: fullName)
    given = words.last ?? ""
    family = words.count > 1 ? words[0] : ""
    middle = words.dropFirst().dropLast().joined(separator: " ")
  }
}
