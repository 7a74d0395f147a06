/// A moment: milliseconds since 1970-01-01T00:00:00 UTC.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00 UTC.
  public let milliseconds: Int64

  /// A moment.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Earlier first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The minutes that Viet Nam is ahead of UTC: Asia/Ho_Chi_Minh, without daylight saving.
  public static let vietnamOffsetMinutes: Int64 = 7 * 60

  /// The day in Viet Nam.
  public var localDate: LocalDate {
    LocalDate(dayNumber: Int(Self.floorDivide(localMilliseconds, Self.millisecondsPerDay)))
  }

  /// The time of day in Viet Nam.
  public var localTime: (hour: Int, minute: Int, second: Int) {
    let ofDay = localMilliseconds - Int64(localDate.dayNumber) * Self.millisecondsPerDay
    let seconds = Int(ofDay / 1_000)
    return (seconds / 3_600, seconds / 60 % 60, seconds % 60)
  }

  private static let millisecondsPerDay: Int64 = 86_400_000
  private var localMilliseconds: Int64 { milliseconds + Self.vietnamOffsetMinutes * 60_000 }

  private static func floorDivide(_ value: Int64, _ by: Int64) -> Int64 {
    let quotient = value / by
    return value % by < 0 ? quotient - 1 : quotient
  }
}

extension LocalDate {
  /// The moment at which this day shows the given time on clocks in Viet Nam.
  public func at(hour: Int, minute: Int = 0, second: Int = 0) -> Timestamp {
    let seconds = Int64(dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    return Timestamp(milliseconds: (seconds - Timestamp.vietnamOffsetMinutes * 60) * 1_000)
  }
}
