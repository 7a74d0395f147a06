/// Why what somebody typed or imported is not what a field holds.
///
/// Closed, so that every screen can put every refusal into words; `words` is the one place where
/// that is done.
public enum FieldRefusal: Error, Hashable, Sendable {
  /// Nothing was given where something is needed.
  case required
  /// Not safe text.
  case text(SafeText.Refusal)
  /// Not a tax code.
  case taxCode(TaxCode.Refusal)
  /// Not a telephone number.
  case phone(PhoneNumber.Refusal)
  /// Not an amount of money.
  case money(Money.Refusal)
  /// Not a day.
  case date(LocalDate.Refusal)
  /// Not a year of birth between these two years.
  case birthYear(earliest: Int, latest: Int)
  /// Not an e-mail address.
  case email(EmailAddress.Refusal)
  /// Not a whole number between these two.
  case number(least: Int, most: Int)
  /// None of the values that may be chosen; these are they.
  case choice([Bilingual])
  /// The field is not part of what a person edits: number, pipeline, stage and remarks have
  /// their own ways.
  case notEditable
}
