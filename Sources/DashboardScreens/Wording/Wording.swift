import DashboardKit
import Incubation

/// Words that know their language: every text names both, side by side, so that none can miss.
protocol Wording: Sendable {
  /// The language shown.
  var language: Language { get }
}

extension Wording {
  /// The one of two texts that is shown.
  func say(_ vietnamese: String, _ english: String) -> String { language.say(vietnamese, english) }

  /// A number with its thousands apart.
  func number(_ value: Int) -> String { NumberText.grouped(Int64(value), language) }

  /// A day as short as it may be: 15/09 of this year, 15/09/19 of another.
  func shortDay(_ day: LocalDate, today: LocalDate) -> String {
    let whole = day.formatted
    let isThisYear = whole.suffix(4) == today.formatted.suffix(4)
    return String(isThisYear ? whole.prefix(5) : whole.prefix(6) + whole.suffix(2))
  }

  /// A count with its noun; English needs two.
  func count(_ number: Int, _ vietnamese: String, _ one: String, _ many: String) -> String {
    self.number(number) + " " + say(vietnamese, number == 1 ? one : many)
  }

  /// The words about ventures.
  var ventures: VentureWords { VentureWords(language: language) }

  /// A title and a sentence in both languages, each beside the other.
  func words(
    _ title: (String, String), _ help: (String, String)
  ) -> CommandWords {
    CommandWords(title: say(title.0, title.1), help: say(help.0, help.1))
  }
}

/// The title of a command and the sentence about it.
struct CommandWords: Equatable, Sendable {
  /// As short as a footer needs.
  var title: String
  /// What will happen, in one sentence.
  var help: String
}
