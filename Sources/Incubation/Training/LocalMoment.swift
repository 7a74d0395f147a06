/// A moment as clocks on walls in Viet Nam show it (Asia/Ho_Chi_Minh): a day and a minute. What is
/// planned is planned by the wall clock, so that no change of zones ever moves it.
public struct LocalMoment: Hashable, Sendable, Comparable {
  /// Minutes since 1970-01-01 00:00 on the wall.
  public let minutes: Int

  /// Minutes of a day.
  public static let minutesPerDay = 1_440

  /// A moment by its minutes since 1970-01-01 00:00 on the wall.
  public init(minutes: Int) { self.minutes = minutes }

  /// A moment of a day; nil when there is no such time, as 24:00.
  public init?(_ day: LocalDate, hour: Int, minute: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = day.dayNumber * Self.minutesPerDay + hour * 60 + minute
  }

  /// A moment of a day by its minute, which may lie beyond midnight.
  public init(_ day: LocalDate, minute: Int) {
    minutes = day.dayNumber * Self.minutesPerDay + minute
  }

  /// The moment at which a time stamp shows on the wall, seconds left out.
  public init(_ timestamp: Timestamp) {
    let time = timestamp.localTime
    self.init(timestamp.localDate, minute: time.hour * 60 + time.minute)
  }

  /// Earlier first.
  public static func < (left: LocalMoment, right: LocalMoment) -> Bool {
    left.minutes < right.minutes
  }

  /// The day.
  public var day: LocalDate {
    let quotient = minutes / Self.minutesPerDay
    let isBefore = minutes % Self.minutesPerDay < 0
    return LocalDate(dayNumber: isBefore ? quotient - 1 : quotient)
  }

  /// The minute of the day, from 0 to 1,439.
  public var minuteOfDay: Int { minutes - day.dayNumber * Self.minutesPerDay }

  /// So many minutes later.
  public func adding(minutes count: Int) -> LocalMoment { LocalMoment(minutes: minutes + count) }

  /// So many days later, at the same time.
  public func adding(days count: Int) -> LocalMoment {
    adding(minutes: count * Self.minutesPerDay)
  }

  /// The time as 07:30.
  public var timeText: String {
    LocalDate.padded(minuteOfDay / 60, 2) + ":" + LocalDate.padded(minuteOfDay % 60, 2)
  }

  /// The same moment in the count of UTC.
  public var timestamp: Timestamp {
    day.at(hour: minuteOfDay / 60, minute: minuteOfDay % 60)
  }

  /// Reads a time of day, in minutes: "8:00", "08h30", "8h", "14.30", "1430".
  ///
  /// - Throws: `TrainingRefusal.notATime`.
  public static func parseTime(_ text: String) throws(TrainingRefusal) -> Int {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    let parts = folded.split(omittingEmptySubsequences: false) { ":h.g".contains($0) }
    var numbers = parts.map { Int($0) ?? ($0.isEmpty ? 0 : -1) }
    if parts.count == 1, folded.count == 4, let whole = Int(folded) {
      numbers = [whole / 100, whole % 100]
    } else if parts.count == 1 {
      throw .notATime(SafeText(escaping: text))
    }
    guard numbers.count == 2, !(parts.first?.isEmpty ?? true), (0..<24).contains(numbers[0]),
      (0..<60).contains(numbers[1])
    else { throw .notATime(SafeText(escaping: text)) }
    return numbers[0] * 60 + numbers[1]
  }
}

/// From one moment on the wall up to, and without, another.
public struct TimeSpan: Hashable, Sendable, Comparable {
  /// The beginning.
  public let start: LocalMoment
  /// The end, later than the beginning.
  public let end: LocalMoment

  /// The longest session, in minutes: what lasts longer is several sessions.
  public static let longest = LocalMoment.minutesPerDay

  /// A span.
  ///
  /// - Throws: `TrainingRefusal.endBeforeStart`, `TrainingRefusal.tooLong`.
  public init(_ start: LocalMoment, _ end: LocalMoment) throws(TrainingRefusal) {
    guard start < end else { throw .endBeforeStart(start, end) }
    guard end.minutes - start.minutes <= Self.longest else { throw .tooLong(start, end) }
    self.init(trusted: start, end)
  }

  /// A span read back from storage, where only checked ones were written.
  init(trusted start: LocalMoment, _ end: LocalMoment) { (self.start, self.end) = (start, end) }

  /// A span read back from storage by its minutes, where only checked ones were written.
  public init(storedStart: Int, end: Int) {
    self.init(trusted: LocalMoment(minutes: storedStart), LocalMoment(minutes: end))
  }

  /// How long, in minutes.
  public var minutes: Int { end.minutes - start.minutes }

  /// Whether both have a minute in common.
  public func overlaps(_ other: TimeSpan) -> Bool { start < other.end && other.start < end }

  /// The same length of time with another beginning.
  public func moved(to start: LocalMoment) -> TimeSpan {
    TimeSpan(trusted: start, start.adding(minutes: minutes))
  }

  /// The days that it touches.
  public var days: [LocalDate] {
    let last = end.adding(minutes: -1).day
    return (start.day.dayNumber...last.dayNumber).map(LocalDate.init(dayNumber:))
  }

  /// Earlier first, then the shorter.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// "15/09/2020 08:00–11:30".
  public var text: String {
    let last = start.day == end.day ? end.timeText : "\(end.timeText) \(end.day.formatted)"
    return "\(start.day.formatted) \(start.timeText)–\(last)"
  }
}
