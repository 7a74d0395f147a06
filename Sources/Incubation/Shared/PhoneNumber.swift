/// A Vietnamese telephone number, in national notation and with the prefixes of 2018.
public struct PhoneNumber: Hashable, Sendable {
  /// Digits only, with the leading 0: 0912345678.
  public let digits: String

  init(trusted digits: String) { self.digits = digits }

  /// A number read back from storage, where only checked ones were written.
  public init(stored: String) { digits = stored }
}
