public import Incubation

/// Registers of numbers of papers. A number is given once, in one transaction with the entry that
/// says what for; it is never given again, and a voided one stays listed.
public protocol RegisterPort: Sendable {
  /// Takes the next number.
  ///
  /// - Parameter first: where the register goes on, when papers before were numbered by hand; nil
  ///   for the next number.
  /// - Throws: `StorageError.registerRefused`, `StorageError.notAllowed`.
  func next(
    _ key: RegisterKey, for subject: SafeText, on day: LocalDate, from first: Int?, by: Session
  ) async throws -> RegisterEntry

  /// All numbers of a register in order, voided ones too; gaps are papers numbered by hand.
  func entries(_ key: RegisterKey) async throws -> [RegisterEntry]

  /// Voids a number. It stays listed, with the reason.
  ///
  /// - Throws: `StorageError.registerRefused`, `StorageError.notAllowed`.
  func void(_ number: Int, in key: RegisterKey, reason: SafeText, by: Session) async throws
    -> RegisterEntry
}

extension Stores {
  /// Registers of numbers of papers.
  public var registers: any RegisterPort { SQLRegisterStore(database: database) }
}
