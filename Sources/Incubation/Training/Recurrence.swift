/// How a session repeats: the part of RFC 5545 that courses need.
///
/// Expanded here and not by libical, which is used for reading files of others only: this part
/// has three frequencies and one filter, its results decide about halls and certificates, and it
/// must be pure, lazy and bounded wherever the domain runs, also without a system library.
public struct Recurrence: Hashable, Sendable {
  /// How often.
  public enum Frequency: String, CaseIterable, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
  }

  /// A day of the week, in months perhaps with its place: 1MO, -1FR.
  public struct Weekday: Hashable, Sendable {
    /// The place in the month, negative from its end; nil for every one.
    public var ordinal: Int?
    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int

    /// A day of the week.
    public init(_ weekday: Int, ordinal: Int? = nil) {
      (self.weekday, self.ordinal) = (weekday, ordinal)
    }
  }

  /// The most occurrences.
  public static let mostOccurrences = 1_000
  /// The most days from the first occurrence to the last.
  public static let mostDays = 731

  /// How often.
  public var frequency: Frequency
  /// Every so many days, weeks or months; at least 1.
  public var interval = 1
  /// How many occurrences, those that are left out counted; nil for no such end.
  public var count: Int?
  /// The last moment at which one may begin; nil for no such end.
  public var until: LocalMoment?
  /// The days of the week; empty takes the day of the first one.
  public var days: [Weekday] = []
  /// Occurrences that are left out (EXDATE).
  public var exceptions: Set<LocalMoment> = []
  /// Occurrences that begin at another time (RECURRENCE-ID), by the beginning of the rule.
  public var moved: [LocalMoment: LocalMoment] = [:]

  /// A rule.
  public init(_ frequency: Frequency) { self.frequency = frequency }

  /// One occurrence: when the rule has it, and when it is.
  public struct Occurrence: Hashable, Sendable {
    /// The beginning that the rule gives.
    public var original: LocalMoment
    /// The beginning; another one when it was moved.
    public var start: LocalMoment

    /// One occurrence.
    public init(original: LocalMoment, start: LocalMoment) {
      (self.original, self.start) = (original, start)
    }
  }

  /// The occurrences from a first one on, in the order of the rule.
  ///
  /// - Throws: `TrainingRefusal.endless` when the rule goes on beyond the bounds.
  public func occurrences(from first: LocalMoment) throws(TrainingRefusal) -> [Occurrence] {
    var result: [Occurrence] = []
    var counted = 0
    let last = first.adding(days: Self.mostDays)
    for moment in RecurrenceSteps(self, from: first) {
      if let count, counted >= count { break }
      if let until, moment > until { break }
      counted += 1
      guard moment <= last, counted <= Self.mostOccurrences else { throw .endless }
      if exceptions.contains(moment) { continue }
      result.append(Occurrence(original: moment, start: moved[moment] ?? moment))
    }
    return result
  }
}

/// The moments of a rule, one after the other, made when they are asked for. Gives up after so many
/// empty periods that nothing can come any more.
struct RecurrenceSteps: Sequence, IteratorProtocol {
  private let rule: Recurrence
  private let first: LocalMoment
  private var period = 0
  private var pending: [LocalMoment] = []
  private static let mostEmptyPeriods = 800

  init(_ rule: Recurrence, from first: LocalMoment) {
    (self.rule, self.first) = (rule, first)
  }

  mutating func next() -> LocalMoment? {
    var empty = 0
    while pending.isEmpty {
      guard empty < Self.mostEmptyPeriods else { return nil }
      pending = moments(of: period).filter { $0 >= first }.sorted().reversed()
      period += 1
      empty += 1
    }
    return pending.popLast()
  }

  /// The moments of the so-manieth period, from 0.
  private func moments(of number: Int) -> [LocalMoment] {
    let (step, isTooFar) = Swift.max(1, rule.interval).multipliedReportingOverflow(by: number)
    guard !isTooFar, step < 100_000 else { return [] }
    switch rule.frequency {
    case .daily: return days(first.day.adding(days: step))
    case .weekly: return week(first.day.adding(days: step * 7))
    case .monthly: return month(step)
    }
  }

  private func days(_ day: LocalDate) -> [LocalMoment] {
    let isWanted = rule.days.isEmpty || rule.days.contains { $0.weekday == day.weekday }
    return isWanted ? [moment(day)] : []
  }

  /// Weeks begin on Monday, as RFC 5545 has it without WKST.
  private func week(_ day: LocalDate) -> [LocalMoment] {
    if rule.days.isEmpty { return [moment(day)] }
    let monday = day.adding(days: 1 - day.weekday)
    return Set(rule.days.map(\.weekday)).map { moment(monday.adding(days: $0 - 1)) }
  }

  /// A month without the day is passed over, as RFC 5545 says of 31.
  private func month(_ step: Int) -> [LocalMoment] {
    let start = first.day.components
    let index = start.year * 12 + start.month - 1 + step
    let (year, month) = (index / 12, index % 12 + 1)
    if rule.days.isEmpty {
      return LocalDate(year: year, month: month, day: start.day).map { [moment($0)] } ?? []
    }
    guard let begin = LocalDate(year: year, month: month, day: 1) else { return [] }
    let length = LocalDate.length(ofMonth: month, year: year)
    let all = (0..<length).map { begin.adding(days: $0) }
    let found = rule.days.flatMap { wanted -> [LocalDate] in
      let days = all.filter { $0.weekday == wanted.weekday }
      guard let ordinal = wanted.ordinal else { return days }
      let place = ordinal > 0 ? ordinal - 1 : days.count + ordinal
      return days.indices.contains(place) ? [days[place]] : []
    }
    return Set(found).map(moment)
  }

  private func moment(_ day: LocalDate) -> LocalMoment {
    LocalMoment(day, minute: first.minuteOfDay)
  }
}

extension Recurrence {
  /// Reads a rule as files write it: "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10".
  ///
  /// - Throws: `TrainingRefusal`: `.tooFrequent` for SECONDLY, MINUTELY and HOURLY, `.rulePart` for
  ///   parts that courses do not need, `.endless` for counts beyond the bounds.
  public static func parse(_ text: String) throws(TrainingRefusal) -> Recurrence {
    var parts: [String: String] = [:]
    for part in text.uppercased().split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { throw .rulePart(SafeText(escaping: String(part))) }
      parts[sides[0]] = sides[1]
    }
    let name = parts.removeValue(forKey: "FREQ") ?? ""
    if ["SECONDLY", "MINUTELY", "HOURLY"].contains(name) {
      throw .tooFrequent(SafeText(escaping: name))
    }
    guard let frequency = Frequency(rawValue: name) else {
      throw .rulePart(SafeText(escaping: "FREQ=" + name))
    }
    var rule = Recurrence(frequency)
    for (name, value) in parts.sorted(by: { $0.key < $1.key }) {
      try rule.apply(name, value)
    }
    return rule
  }

  private mutating func apply(_ name: String, _ value: String) throws(TrainingRefusal) {
    let wrong = TrainingRefusal.rulePart(SafeText(escaping: "\(name)=\(value.prefix(80))"))
    switch name {
    case "INTERVAL":
      guard let number = Int(value), (1...1_000).contains(number) else { throw wrong }
      interval = number
    case "COUNT":
      guard let number = Int(value), number > 0 else { throw wrong }
      guard number <= Self.mostOccurrences else { throw .endless }
      count = number
    case "UNTIL":
      guard let moment = LocalMoment(basic: value, isEndOfDay: true) else { throw wrong }
      until = moment
    case "BYDAY":
      days = []
      for word in value.split(separator: ",") {
        guard let day = Weekday(String(word)), day.ordinal == nil || frequency == .monthly else {
          throw wrong
        }
        days.append(day)
      }
    case "WKST":
      guard value == "MO" || frequency != .weekly || interval == 1 else { throw wrong }
    default: throw wrong
    }
  }

  /// The rule as files write it.
  public var text: String {
    var parts = ["FREQ=" + frequency.rawValue]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    if let count { parts.append("COUNT=\(count)") }
    if let until { parts.append("UNTIL=" + until.basic) }
    if !days.isEmpty { parts.append("BYDAY=" + days.map(\.text).joined(separator: ",")) }
    return parts.joined(separator: ";")
  }
}

extension Recurrence.Weekday {
  private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// Reads "MO", "2TU", "-1FR"; nil when it is none.
  init?(_ text: String) {
    guard let place = Self.names.firstIndex(of: String(text.suffix(2))) else { return nil }
    let number = text.dropLast(2)
    self.init(place + 1)
    if number.isEmpty { return }
    guard let ordinal = Int(number), (1...5).contains(abs(ordinal)) else { return nil }
    self.ordinal = ordinal
  }

  var text: String { (ordinal.map(String.init) ?? "") + Self.names[weekday - 1] }
}

extension LocalMoment {
  /// As calendar files write it: 20200915T080000.
  public var basic: String {
    let (year, month, day) = self.day.components
    let date = LocalDate.padded(year, 4) + LocalDate.padded(month, 2) + LocalDate.padded(day, 2)
    return date + "T" + timeText.filter { $0 != ":" } + "00"
  }

  /// Reads a moment as calendar files write it: "20200915T080000", with "Z" for UTC, or a day
  /// alone, which is its beginning or, for the end of a rule, its last minute; nil when it is none.
  public init?(basic text: String, isEndOfDay: Bool = false) {
    let isUTC = text.hasSuffix("Z")
    let digits = isUTC ? text.dropLast() : text[...]
    let bytes = digits.utf8.map(Int.init)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var result = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        result = result * 10 + byte - 0x30
      }
      return result
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
      let date = LocalDate(year: year, month: month, day: day)
    else { return nil }
    if bytes.count == 8, !isUTC {
      self.init(date, minute: isEndOfDay ? 1_439 : 0)
      return
    }
    guard bytes.count == 15, bytes[8] == 0x54, let hour = number(9..<11),
      let minute = number(11..<13), let second = number(13..<15), second <= 60,
      let moment = LocalMoment(date, hour: hour, minute: minute)
    else { return nil }
    self = isUTC ? moment.adding(minutes: Int(Timestamp.vietnamOffsetMinutes)) : moment
  }
}
