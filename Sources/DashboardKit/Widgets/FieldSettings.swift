public import Incubation

/// What fields need to know of the world around them.
public struct FieldSettings: Equatable, Sendable {
  /// Nothing is composed, and days are left as they are typed.
  public static let plain = FieldSettings()

  /// How Vietnamese letters are composed.
  public var typing: Typing
  /// The day that counts as today; nil leaves what was typed for a day as it is.
  public var today: LocalDate?
  /// The language in which amounts are written out.
  public var language: Language

  /// Settings.
  public init(
    typing: Typing = .off, today: LocalDate? = nil, language: Language = .vietnamese
  ) {
    self.typing = typing
    self.today = today
    self.language = language
  }
}

extension ScreenContext {
  /// What fields need to know.
  public var fields: FieldSettings {
    FieldSettings(typing: preferences.typing, today: today, language: language)
  }
}

extension InputKind {
  /// What was typed in the form in which it is shown and stored: a day as 24/09/2020, a telephone
  /// number as 0912 345 678, an amount as 1.500.000 đ. Nil when it is not understood, or when
  /// this kind has no such form.
  public func normalForm(_ text: String, _ settings: FieldSettings) -> String? {
    if text.allSatisfy(\.isWhitespace) { return nil }
    switch self {
    case .date:
      guard let today = settings.today else { return nil }
      return (try? DayText.parse(text, today: today))?.formatted
    case .phone: return (try? PhoneNumber.parse(text))?.number.formatted
    case .money: return (try? Money.parse(text))?.formatted(settings.language)
    case .text, .code, .email, .number, .path: return nil
    }
  }

  /// What was typed in words that show how it is understood, while it is being typed; nil when
  /// that says nothing new.
  func understood(_ text: String, _ settings: FieldSettings) -> String? {
    guard let normal = normalForm(text, settings) else { return nil }
    if self == .date, let day = try? LocalDate.parse(normal) {
      return day.shortWeekdayName(settings.language) + " " + normal
    }
    return normal == text ? nil : normal
  }
}
