/// Checks of e-mail addresses: what mail servers take in practice, not all of RFC 5321.
public enum EmailAddress {
  /// Why something is no e-mail address.
  public enum Refusal: Error, Hashable, Sendable {
    /// No @.
    case noAt
    /// More than one @: perhaps two addresses.
    case severalAt
    /// A character that addresses do not have: a space, a letter with accents; its place, from 0.
    case character(Unicode.Scalar, position: Int)
    /// The part before the @ is empty, too long, or has full stops where none may be.
    case localPart
    /// The part after the @ is not a name with a full stop in it.
    case domain
  }

  /// The address without outer spaces, its domain in lower case.
  ///
  /// - Throws: `FieldRefusal.email`, or `FieldRefusal.text` for what is no safe text.
  public static func check(_ text: String) throws(FieldRefusal) -> SafeText {
    let cleaned: SafeText
    do { cleaned = try SafeText(text) } catch { throw .text(error) }
    for (position, scalar) in cleaned.string.unicodeScalars.enumerated()
    where !isAllowed(scalar) {
      throw .email(.character(scalar, position: position))
    }
    let parts = cleaned.string.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count == 1 { throw .email(.noAt) }
    guard parts.count == 2 else { throw .email(.severalAt) }
    guard isDotted(parts[0]), parts[0].utf8.count <= 64 else { throw .email(.localPart) }
    guard isDomain(parts[1]) else { throw .email(.domain) }
    return SafeText(trusted: parts[0] + "@" + parts[1].lowercased())
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "@", ".": return true
    default: return "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }
  }

  private static func isDotted(_ part: Substring) -> Bool {
    part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
  }

  private static func isDomain(_ part: Substring) -> Bool {
    guard isDotted(part), part.utf8.count <= 253 else { return false }
    let labels = part.split(separator: ".")
    guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2 else { return false }
    return labels.allSatisfy { label in
      label.utf8.count <= 63 && label.first != "-" && label.last != "-"
        && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }
}
