public import Incubation
public import Storage

/// Turns a file into a plan of what an import would do; nothing is written.
public struct TrainingPlanner: Sendable {
  /// A session of a file, once, with the line it comes from.
  public struct Item: Hashable, Sendable {
    /// Name of its course; empty when the file does not say.
    public var course: SafeText
    /// What it says.
    public var session: TrainingBatch.NewSession
    /// The line.
    public var line: Int
  }

  /// What there is already: courses, by code or name.
  public var courses: [CourseSummary]
  /// The course that takes all sessions; nil to go by the names of the file.
  public var target: Identifier<Course>?
  /// Kind of courses that have to be made.
  public var kind = Course.Kind.coaching

  /// A planner over the courses that there are.
  public init(courses: [CourseSummary], target: Identifier<Course>? = nil) {
    (self.courses, self.target) = (courses, target)
  }

  /// The sessions of a calendar: rules taken apart, single occurrences put in their places.
  public static func items(
    _ reader: CalendarReader, problems: inout [CalendarProblem]
  ) -> [Item] {
    var moved: [SafeText: [LocalMoment: CalendarEvent]] = [:]
    for event in reader.events {
      if let original = event.replaces { moved[event.uid, default: [:]][original] = event }
    }
    var items: [Item] = []
    // An occurrence of a rule of the same file is put in its place there.
    let masters = Set(reader.events.filter { $0.rule != nil }.map(\.uid))
    for event in reader.events where event.replaces == nil || !masters.contains(event.uid) {
      do {
        for occurrence in try occurrences(event) {
          items.append(item(event, occurrence, moved[event.uid]?[occurrence.original]))
        }
      } catch {
        problems.append(CalendarProblem(line: event.line, reason: .training(error)))
      }
    }
    return Array(items.prefix(CalendarReader.mostComponents))
  }

  private static func occurrences(
    _ event: CalendarEvent
  ) throws(TrainingRefusal) -> [Recurrence.Occurrence] {
    guard let rule = event.rule else {
      let original = event.replaces ?? event.span.start
      return [Recurrence.Occurrence(original: original, start: event.span.start)]
    }
    let all = try rule.occurrences(from: event.span.start)
    if all.isEmpty { throw .noOccurrence }
    return all
  }

  private static func item(
    _ event: CalendarEvent, _ occurrence: Recurrence.Occurrence, _ override: CalendarEvent?
  ) -> Item {
    let shown = override ?? event
    var content = SessionContent(
      span: override?.span ?? event.span.moved(to: occurrence.start))
    content.topic = shown.summary
    let isOne = event.rule == nil && event.replaces == nil
    let uid = isOne ? event.uid.string : "\(event.uid)/\(occurrence.original.basic)"
    return Item(
      course: shown.category.isBlank ? event.category : shown.category,
      session: TrainingBatch.NewSession(
        course: .new(0), content: content, venue: shown.location,
        uid: event.uid.isBlank ? .empty : SafeText(escaping: uid),
        sequence: shown.sequence, isCancelled: shown.isCancelled), line: shown.line)
  }

  /// The plan: new sessions, those that are newer in the file, courses that have to be made.
  ///
  /// - Parameters:
  ///   - name: the course of sessions that name none.
  ///   - known: the sessions that are there by their identities.
  public func plan(
    _ items: [Item], fileName: SafeText, name: SafeText, known: [SafeText: CourseSession]
  ) -> TrainingBatch {
    var batch = TrainingBatch(fileName: fileName)
    var made: [String: Int] = [:]
    var seen: Set<SafeText> = []
    for item in items {
      let session = item.session
      if !session.uid.isBlank, !seen.insert(session.uid).inserted { continue }
      if let there = known[session.uid] {
        guard session.sequence > there.sequence else { continue }
        batch.updates.append(.init(id: there.id, ifVersion: there.version, session: session))
        continue
      }
      var new = session
      new.course = course(item.course.isBlank ? name : item.course, &made, &batch)
      batch.new.append(new)
    }
    return batch
  }

  private func course(
    _ name: SafeText, _ made: inout [String: Int], _ batch: inout TrainingBatch
  ) -> TrainingBatch.Target {
    if let target { return .existing(target) }
    let key = TextFolding.fold(name.string)
    let there = courses.first {
      TextFolding.fold($0.course.content.title.string) == key
        || TextFolding.fold($0.course.code.string) == key
    }
    if let there { return .existing(there.course.id) }
    if let index = made[key] { return .new(index) }
    let index = batch.courses.count
    made[key] = index
    batch.courses.append(CourseContent(title: name, kind: kind))
    return .new(index)
  }
}
