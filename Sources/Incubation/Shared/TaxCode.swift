/// A Vietnamese tax code (mã số thuế, MST): ten digits, or thirteen for a branch; or the twelve
/// digits of a personal identity number, which household businesses use since 1/7/2025.
public struct TaxCode: Hashable, Sendable {
  /// Digits, with a hyphen before the three of a branch: 0314409058-002.
  public let text: String

  init(trusted text: String) { self.text = text }

  /// A code read back from storage, where only checked ones were written.
  public init(stored: String) { text = stored }
}
