public import Incubation

/// Shares, times and distances in time as screens show them. Numbers, amounts and days have their
/// own texts: `NumberText`, `Money.formatted`, `LocalDate.formatted`.
public struct Formatting: Hashable, Sendable {
  /// The language.
  public let language: Language

  /// The habits of a language.
  public init(_ language: Language) { self.language = language }

  /// A part of a whole in per cent, rounded: "55 %"; "0 %" of nothing.
  public func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0 %" }
    return "\((part * 200 + whole) / (whole * 2)) %"
  }

  /// A time of day in Viet Nam: "09:41".
  public func time(_ moment: Timestamp) -> String {
    let (hour, minute, _) = moment.localTime
    return Self.twoDigits(hour) + ":" + Self.twoDigits(minute)
  }

  /// A moment: "09:41 15/09/2020", and without the day when it is today's.
  public func moment(_ moment: Timestamp, today: LocalDate) -> String {
    moment.localDate == today ? time(moment) : "\(time(moment)) \(moment.localDate.formatted)"
  }

  /// A number of days: "12 ngày".
  public func days(_ count: Int) -> String {
    let number = NumberText.grouped(Int64(count), language)
    return language.say("\(number) ngày", "\(number) \(count == 1 ? "day" : "days")")
  }

  /// A day as seen from another: "hôm nay", "còn 3 ngày", "3 ngày trước".
  public func relative(_ day: LocalDate, to today: LocalDate) -> String {
    let distance = day.days(since: today)
    switch distance {
    case 0: return language.say("hôm nay", "today")
    case 1: return language.say("ngày mai", "tomorrow")
    case -1: return language.say("hôm qua", "yesterday")
    case 2...: return language.say("còn \(days(distance))", "in \(days(distance))")
    default: return language.say("\(days(-distance)) trước", "\(days(-distance)) ago")
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
