import DashboardKit
import Incubation
import Interchange
import Storage

extension TrainingPerformer {
  func people(_ work: TrainingWork) async throws -> TrainingOutcome? {
    switch work {
    case .register(let people, let course, let held):
      return try await register(people, course, held, refused: [])
    case .registerFile(let path, let course, let held):
      let list = PeopleList(try await Files.read(path))
      if list.people.isEmpty { throw ListFailure(path: path) }
      return try await register(list.people, course, held, refused: list.refused)
    case .move(let enrolments, let state, let reason):
      var receipts: [ChangeReceipt] = []
      for enrolment in enrolments {
        receipts.append(
          try await training.move(
            enrolment.id, to: state, reason: reason, ifVersion: enrolment.version, by: session))
      }
      return .done(receipts, note: nil)
    case .transfer(let enrolment, let person, let course):
      // Into the other course first: a refusal there leaves the person where they are.
      let (_, arrival) = try await training.register(
        [person], for: course, session: nil, by: session)
      let leaving = try await training.move(
        enrolment.id, to: .transferred, reason: .empty, ifVersion: enrolment.version, by: session)
      return .done([arrival, leaving], note: nil)
    case .drawLots(let course, let held):
      let seed = session.random()
      let receipt = try await training.drawLots(
        for: course, session: held, seed: seed, by: session)
      return .done([receipt], note: .lots(seed))
    case .renewOffers(let course, let held):
      let receipt = try await training.renewOffers(for: course, session: held, by: session)
      return .done(receipt.map { [$0] } ?? [], note: receipt == nil ? .nothing : nil)
    default: return nil
    }
  }

  private func register(
    _ people: [Registrant], _ course: Identifier<Course>, _ held: Identifier<CourseSession>?,
    refused: [Int]
  ) async throws -> TrainingOutcome {
    let (ids, receipt) = try await training.register(
      people, for: course, session: held, by: session)
    let new = Set(ids)
    let waiting = try await training.roster(of: course, session: held, search: "")
      .count { new.contains($0.id) && $0.state == .waiting }
    return .done(
      [receipt],
      note: .registered(placed: ids.count - waiting, waiting: waiting, refused: refused))
  }

  /// A course of another year: the same plan, each session on the same weekday of the same week of
  /// the year, days on which people do not work avoided.
  func copy(_ id: Identifier<Course>, toYear year: Int) async throws -> TrainingOutcome {
    let record = try await training.record(id)
    let (copy, receipt) = try await training.create(record.summary.course.content, by: session)
    var receipts = [receipt]
    var moved = 0
    let held = record.sessions.filter { !$0.session.isCancelled }
    for (summary, day) in zip(held, CourseCopy.days(held.map(\.day), toYear: year)) {
      var content = summary.session.content
      let wanted = content.span.moved(
        to: LocalMoment(day.day, minute: content.span.start.minuteOfDay))
      content.span = wanted
      let (free, hasMoved) = try await freeDay(content, copy)
      if hasMoved || day.isMoved { moved += 1 }
      receipts.append(
        try await training.schedule(
          free, repeating: nil, in: copy, allowing: .empty, by: session
        ).receipt)
    }
    return .done(receipts, note: .copied(copy, sessions: held.count, moved: moved))
  }

  /// The session on the first working day from its own on without a collision; after two weeks
  /// without hall and trainers, so that the copy is made in any case.
  private func freeDay(
    _ content: SessionContent, _ course: Identifier<Course>
  ) async throws -> (SessionContent, Bool) {
    var one = content
    for step in 0..<14 {
      one.span = content.span.moved(to: content.span.start.adding(days: step))
      let found = try await training.conflicts(of: one, in: course, replacing: nil)
      if found.isEmpty { return (one, step > 0) }
    }
    one = content
    (one.venue, one.trainers) = (nil, [])
    for step in 0..<60 {
      one.span = content.span.moved(to: content.span.start.adding(days: step))
      if try await training.conflicts(of: one, in: course, replacing: nil).isEmpty { break }
    }
    return (one, true)
  }

  /// Where the session would not collide: in another hall at the same time, or at the same time of
  /// the next days.
  func ways(for work: TrainingWork) async throws -> [SessionWay] {
    let (content, course, id): (SessionContent, Identifier<Course>, Identifier<CourseSession>?)
    switch work {
    case .schedule(let one, _, let owner, _): (content, course, id) = (one, owner, nil)
    case .updateSession(let session, let one, let owner, _, _):
      (content, course, id) = (one, owner, session)
    default: return []
    }
    var result: [SessionWay] = []
    if content.venue != nil {
      for venue in try await training.venues() where venue.id != content.venue {
        var other = content
        other.venue = venue.id
        let found = try await training.conflicts(of: other, in: course, replacing: id)
        if found.isEmpty { result.append(.venue(venue.name)) }
        if result.count == 2 { break }
      }
    }
    for step in 1...10 {
      var other = content
      other.span = content.span.moved(to: content.span.start.adding(days: step))
      let found = try await training.conflicts(of: other, in: course, replacing: id)
      if found.isEmpty {
        result.append(.span(other.span))
        break
      }
    }
    return result
  }
}

extension SessionSummary {
  /// The day on which it begins.
  var day: LocalDate { session.content.span.start.day }
}

/// The days of a course that is held again in another year.
enum CourseCopy {
  /// The same weekday in the same week of the year; a day on which people do not work becomes the
  /// next working one. Days in the order of the course stay in it.
  static func days(
    _ days: [LocalDate], toYear year: Int
  ) -> [(day: LocalDate, isMoved: Bool)] {
    let working = TrainingCalendar.content.workingDays
    guard let first = days.first else { return [] }
    let (_, month, day) = first.components
    let last = LocalDate.length(ofMonth: month, year: year)
    guard let target = LocalDate(year: year, month: month, day: min(day, last)) else { return [] }
    // The nearest day with the weekday of the first one.
    var shift = first.weekday - target.weekday
    if shift > 3 { shift -= 7 }
    if shift < -3 { shift += 7 }
    let start = target.adding(days: shift)
    return days.map { day in
      let wanted = start.adding(days: day.days(since: first))
      let free = working.adding(0, to: wanted)
      return (free, free != wanted)
    }
  }
}

/// A list of people from a file: name, unit, group, telephone, year of birth, consent of a
/// guardian, in this order or by the names of the columns.
struct PeopleList {
  private(set) var people: [Registrant] = []
  /// Lines that were refused.
  private(set) var refused: [Int] = []

  private static let names: [(TrainingField, [String])] = [
    (.name, ["ho va ten", "ho ten", "name", "hoc vien"]),
    (.unit, ["don vi", "unit", "co quan", "to chuc"]), (.group, ["nhom", "group"]),
    (.phone, ["dien thoai", "telephone", "phone", "so dien thoai"]),
    (.birthYear, ["nam sinh", "birth year", "year of birth"]),
    (.consent, ["dong y cua phu huynh", "guardian's consent", "phu huynh", "consent"]),
  ]

  /// Reads a list; rows that cannot be read as CSV end it.
  init(_ bytes: [UInt8]) {
    guard var reader = try? CSVReader(bytes) else { return }
    var columns: [TrainingField: Int] = [:]
    var isFirst = true
    while let row = try? reader.next() {
      let cells = (0..<row.count).map { row[$0] }
      if isFirst {
        isFirst = false
        columns = Self.columns(cells)
        if !columns.isEmpty { continue }
        columns = Dictionary(
          uniqueKeysWithValues: Self.names.enumerated().map { ($0.element.0, $0.offset) })
      }
      func cell(_ id: TrainingField) -> String {
        columns[id].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      }
      if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
      let form = TrainingForm(Self.names.map { .line($0.0, cell($0.0)) })
      if let person = try? PersonForms.registrant(form), !person.name.isBlank {
        people.append(person)
      } else {
        refused.append(row.line)
      }
    }
  }

  private static func columns(_ cells: [String]) -> [TrainingField: Int] {
    var result: [TrainingField: Int] = [:]
    for (index, cell) in cells.enumerated() {
      let folded = TextFolding.fold(cell)
      for (id, words) in names where words.contains(folded) { result[id] = index }
    }
    return result[.name] == nil ? [:] : result
  }
}
