/// The languages of the program. Vietnamese comes first.
public enum Language: String, CaseIterable, Sendable {
  /// Vietnamese.
  case vietnamese = "vi"
  /// English.
  case english = "en"
}

/// A text in both languages, as data holds it: stage names, field names, agency names.
public struct Bilingual: Hashable, Sendable {
  /// Vietnamese.
  public let vietnamese: SafeText
  /// English.
  public let english: SafeText

  /// A text in both languages.
  public init(vietnamese: SafeText, english: SafeText) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The text in one language.
  public func callAsFunction(_ language: Language) -> SafeText {
    language == .vietnamese ? vietnamese : english
  }
}
