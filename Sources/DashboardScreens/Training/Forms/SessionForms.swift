import DashboardKit
import Incubation

/// The halls and the people who teach, for forms and filters.
struct TrainingLists: Equatable, Sendable {
  var venues: [Venue] = []
  var trainers: [Person] = []
  /// Courses that can still get sessions or people.
  var courses: [Course] = []

  var venueChoices: [Choice] {
    venues.map { venue in
      Choice(venue.id.description, Self.both(venue.name), note: String(venue.capacity))
    }
  }

  var trainerChoices: [Choice] {
    trainers.map { Choice($0.id.description, Self.both($0.fullName)) }
  }

  var courseChoices: [Choice] {
    courses.map { course in
      Choice(
        course.id.description,
        Self.both(SafeText(escaping: "\(course.code) \(course.content.title)")))
    }
  }

  static func both(_ name: SafeText) -> Bilingual {
    Bilingual(vietnamese: name, english: name)
  }

  static let nobody = Bilingual(vietnamese: "chưa có", english: "none yet")
  static let all = Bilingual(vietnamese: "tất cả", english: "all")
}

/// How often a session repeats, as a form offers it.
enum SessionRepeat: String, Labelled {
  case once, daily, weekly, fortnightly, monthly

  var labels: Bilingual {
    switch self {
    case .once: Bilingual(vietnamese: "Một buổi", english: "Once")
    case .daily: Bilingual(vietnamese: "Hằng ngày", english: "Every day")
    case .weekly: Bilingual(vietnamese: "Hằng tuần", english: "Every week")
    case .fortnightly: Bilingual(vietnamese: "Hai tuần một lần", english: "Every two weeks")
    case .monthly: Bilingual(vietnamese: "Hằng tháng", english: "Every month")
    }
  }
}

/// The form of a session, alone or as the first of several.
enum SessionForms {
  static func form(
    _ content: SessionContent, course: Identifier<Course>?, isNew: Bool, _ lists: TrainingLists,
    _ language: Language
  ) -> TrainingForm {
    var fields: [TrainingForm.Field] = []
    if isNew, course == nil {
      fields.append(.pick(.course, lists.courseChoices, selected: "", none: nil))
    }
    let span = content.span
    fields += [
      .line(.topic, content.topic.string),
      .line(.day, span.start.day.formatted, .date, isRequired: true),
      .line(.from, span.start.timeText, isRequired: true),
      .line(.to, span.end.timeText, isRequired: true),
      .pick(
        .venue, lists.venueChoices, selected: content.venue?.description ?? "",
        none: TrainingLists.nobody),
      .several(.trainers, lists.trainerChoices, selected: content.trainers.map(\.description)),
      .line(.places, content.capacity.map(String.init) ?? "", .number),
      .area(.materials, content.materials.string, rows: 2),
    ]
    if isNew {
      let days = (4...10).map { number -> Choice in
        let day = LocalDate(dayNumber: number)
        return Choice(
          String(day.weekday),
          Bilingual(
            vietnamese: SafeText(escaping: day.weekdayName(.vietnamese)),
            english: SafeText(escaping: day.weekdayName(.english))))
      }
      fields += [
        .choice(.repeats, SessionRepeat.once), .several(.weekdays, days, selected: []),
        .line(.times, "", .number), .line(.except, ""),
      ]
    }
    return TrainingForm(fields)
  }

  /// What the form says of the session; what it does not ask for is kept from `content`.
  static func content(
    _ form: TrainingForm, over content: SessionContent, today: LocalDate
  ) throws(TrainingProblem) -> SessionContent {
    let day = try form.day(.day, today: today) ?? content.span.start.day
    let start = LocalMoment(day, minute: try form.minute(.from) ?? 0)
    let end = LocalMoment(day, minute: try form.minute(.to) ?? 0)
    var result = content
    do { result.span = try TimeSpan(start, end) } catch { throw .training(error) }
    result.topic = try form.text(.topic)
    result.venue = form.value(.venue).flatMap { Identifier<Venue>($0) }
    result.trainers = form.picked(.trainers).compactMap { Identifier<Person>($0) }
    result.capacity = try form.number(.places, 1...100_000)
    result.materials = try form.text(.materials, .note)
    do { return try result.checked() } catch { throw .training(error) }
  }

  /// How it repeats; nil for once.
  static func rule(
    _ form: TrainingForm, first: LocalMoment, today: LocalDate
  ) throws(TrainingProblem) -> Recurrence? {
    let kind = form.chosen(.repeats, SessionRepeat.once)
    var rule: Recurrence
    switch kind {
    case .once: return nil
    case .daily: rule = Recurrence(.daily)
    case .weekly: rule = Recurrence(.weekly)
    case .fortnightly:
      rule = Recurrence(.weekly)
      rule.interval = 2
    case .monthly: rule = Recurrence(.monthly)
    }
    if kind != .monthly {
      rule.days = form.picked(.weekdays).compactMap { Int($0) }.map { Recurrence.Weekday($0) }
    }
    guard let count = try form.number(.times, 1...Recurrence.mostOccurrences) else {
      throw .training(.endless)
    }
    rule.count = count
    for day in try days(form.value(.except) ?? "", today: today) {
      rule.exceptions.insert(LocalMoment(day, minute: first.minuteOfDay))
    }
    return rule
  }

  /// Days as people write them, separated by semicolons.
  static func days(
    _ text: String, today: LocalDate
  ) throws(TrainingProblem) -> [LocalDate] {
    var result: [LocalDate] = []
    for part in text.split(separator: ";") where !part.allSatisfy(\.isWhitespace) {
      result.append(try TrainingForm.day(String(part), today: today))
    }
    return result
  }

  /// A first proposal for a new session: the morning of a day.
  static func proposal(on day: LocalDate) -> SessionContent {
    SessionContent(
      span: TimeSpan(
        storedStart: LocalMoment(day, minute: 480).minutes,
        end: LocalMoment(day, minute: 690).minutes))
  }
}
