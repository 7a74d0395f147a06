/// Something that a session collides with, named so that a person can decide.
public enum TrainingConflict: Hashable, Sendable {
  /// A session that is there already.
  public struct Other: Hashable, Sendable {
    /// Its identity.
    public var session: Identifier<CourseSession>
    /// Name of its course.
    public var course: SafeText
    /// When.
    public var span: TimeSpan

    /// A session.
    public init(session: Identifier<CourseSession>, course: SafeText, span: TimeSpan) {
      (self.session, self.course, self.span) = (session, course, span)
    }
  }

  /// A trainer teaches elsewhere.
  case trainer(SafeText, Other)
  /// The hall is taken.
  case venue(SafeText, Other)
  /// People who are registered are registered for another session as well: how many, and one.
  case trainees(Int, example: SafeText, Other)
  /// More places than the hall holds.
  case hall(SafeText, holds: Int, asked: Int)
  /// The department is closed: a weekly day off.
  case closed(LocalDate)
  /// A public holiday or an announced day off.
  case holiday(LocalDate, Bilingual)
  /// A festival: people work, but halls and roads are full.
  case festival(LocalDate, Bilingual)
}

/// What a session is compared with.
public struct BookedSession: Hashable, Sendable {
  /// The session.
  public var other: TrainingConflict.Other
  /// Its hall, with the name; nil when it has none.
  public var venue: Identifier<Venue>?
  /// Its trainers with their names.
  public var trainers: [Identifier<Person>: SafeText]
  /// How many people are registered for both.
  public var sharedTrainees: Int
  /// The name of one of them; empty when there is none.
  public var sharedExample: SafeText

  /// A session.
  public init(
    _ other: TrainingConflict.Other, venue: Identifier<Venue>?,
    trainers: [Identifier<Person>: SafeText], sharedTrainees: Int = 0,
    sharedExample: SafeText = .empty
  ) {
    self.other = other
    self.venue = venue
    self.trainers = trainers
    self.sharedTrainees = sharedTrainees
    self.sharedExample = sharedExample
  }
}

/// Finds what a session collides with.
public struct ConflictCheck: Sendable {
  private let calendar: CalendarContent

  /// A check by a calendar.
  public init(_ calendar: CalendarContent) { self.calendar = calendar }

  /// What a session collides with, people and halls first.
  ///
  /// - Parameters:
  ///   - venue: its hall; nil when it has none.
  ///   - places: the places of the session or its course; nil for as many as the hall holds.
  ///   - others: sessions at the same time; those that do not overlap are passed over.
  public func conflicts(
    of content: SessionContent, venue: Venue?, places: Int?, with others: [BookedSession]
  ) -> [TrainingConflict] {
    var result: [TrainingConflict] = []
    let wanted = Set(content.trainers)
    for booked in others where booked.other.span.overlaps(content.span) {
      for (trainer, name) in booked.trainers.sorted(by: { $0.key < $1.key })
      where wanted.contains(trainer) {
        result.append(.trainer(name, booked.other))
      }
      if let venue, booked.venue == venue.id { result.append(.venue(venue.name, booked.other)) }
      if booked.sharedTrainees > 0 {
        result.append(
          .trainees(booked.sharedTrainees, example: booked.sharedExample, booked.other))
      }
    }
    if let venue, let places, places > venue.capacity {
      result.append(.hall(venue.name, holds: venue.capacity, asked: places))
    }
    return result + days(content.span.days)
  }

  private func days(_ dates: [LocalDate]) -> [TrainingConflict] {
    calendar.days(dates).flatMap { day -> [TrainingConflict] in
      let off = day.marks.first { [.holiday, .inLieu, .off].contains($0.kind) }
      if let off { return [.holiday(day.date, off.name)] }
      let closed: [TrainingConflict] = day.isWorkingDay ? [] : [.closed(day.date)]
      let festivals = day.marks.filter { $0.layer == .khmer || $0.layer == .lunar }
      return closed + festivals.map { .festival(day.date, $0.name) }
    }
  }
}
