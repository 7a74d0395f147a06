public import Incubation
import Storage

/// Reads a list of sessions as people keep it in a spreadsheet: a head of names, then a row a
/// session: course, topic, day, from, to, hall, trainers (by semicolons), places.
public struct SessionListReader {
  /// The sessions.
  public private(set) var items: [TrainingPlanner.Item] = []
  /// What was left out.
  public private(set) var problems: [CalendarProblem] = []

  private enum Column: CaseIterable {
    case course, topic, day, start, end, venue, trainers, capacity

    var names: [String] {
      switch self {
      case .course: ["khoa hoc", "khoa", "course"]
      case .topic: ["chu de", "noi dung", "buoi", "topic"]
      case .day: ["ngay", "day", "date"]
      case .start: ["bat dau", "gio bat dau", "tu", "start", "from"]
      case .end: ["ket thuc", "gio ket thuc", "den", "end", "to"]
      case .venue: ["dia diem", "hoi truong", "noi hoc", "venue", "hall"]
      case .trainers: ["giang vien", "trainer", "trainers"]
      case .capacity: ["suc chua", "so cho", "capacity", "places"]
      }
    }
  }

  /// Reads a list; `today` is what days without a year are counted from.
  ///
  /// - Throws: `CSVFailure` when it is no list at all.
  public init(_ bytes: [UInt8], today: LocalDate) throws(CSVFailure) {
    var reader = try CSVReader(bytes)
    guard let head = try reader.next() else {
      problems = [CalendarProblem(line: 1, reason: .notACalendar)]
      return
    }
    var columns: [Column: Int] = [:]
    for (index, name) in head.texts.enumerated() {
      let key = TextFolding.fold(name)
      if let column = Column.allCases.first(where: { $0.names.contains(key) }) {
        columns[column] = columns[column] ?? index
      }
    }
    guard columns[.day] != nil, columns[.start] != nil, columns[.end] != nil else {
      problems = [CalendarProblem(line: 1, reason: .notACalendar)]
      return
    }
    while let row = try reader.next() {
      if row.isBlank { continue }
      func text(_ column: Column) -> String {
        guard let index = columns[column], index < row.count else { return "" }
        return row[index]
      }
      do {
        items.append(try Self.item(text, line: row.line, today))
      } catch {
        problems.append(CalendarProblem(line: error.line, reason: error.reason))
      }
    }
  }

  private static func item(
    _ text: (Column) -> String, line: Int, _ today: LocalDate
  ) throws(CalendarProblemError) -> TrainingPlanner.Item {
    func safe(_ column: Column) throws(CalendarProblemError) -> SafeText {
      do { return try SafeText(text(column)) } catch {
        throw CalendarProblemError(line: line, reason: .notUnderstood(column.names[0]))
      }
    }
    var content = SessionContent(span: try span(text, line, today))
    content.topic = try safe(.topic)
    if !text(.capacity).isEmpty {
      guard let places = Int(text(.capacity)) else {
        throw CalendarProblemError(line: line, reason: .notUnderstood(text(.capacity)))
      }
      content.capacity = places
    }
    do { content = try content.checked() } catch {
      throw CalendarProblemError(line: line, reason: .training(error))
    }
    var trainers: [SafeText] = []
    for name in try safe(.trainers).string.split(separator: ";") {
      let trimmed = SafeText(escaping: name.split(separator: " ").joined(separator: " "))
      if !trimmed.isBlank { trainers.append(trimmed) }
    }
    return TrainingPlanner.Item(
      course: try safe(.course),
      session: TrainingBatch.NewSession(
        course: .new(0), content: content, venue: try safe(.venue), trainers: trainers,
        uid: .empty, sequence: 0, isCancelled: false), line: line)
  }

  private static func span(
    _ text: (Column) -> String, _ line: Int, _ today: LocalDate
  ) throws(CalendarProblemError) -> TimeSpan {
    let day: LocalDate
    do { day = try DayText.parse(text(.day), today: today) } catch {
      throw CalendarProblemError(
        line: line, reason: .training(.day(SafeText(escaping: text(.day)), error)))
    }
    do {
      return try TimeSpan(
        LocalMoment(day, minute: try LocalMoment.parseTime(text(.start))),
        LocalMoment(day, minute: try LocalMoment.parseTime(text(.end))))
    } catch {
      throw CalendarProblemError(line: line, reason: .training(error))
    }
  }
}
