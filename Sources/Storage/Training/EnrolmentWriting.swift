import Incubation

/// The verbs about registrations, inside a transaction. Every one locks the course first, so that
/// places are counted by one at a time.
struct EnrolmentWriting {
  let planning: TrainingWriting
  var context: WriteContext { planning.context }
  var connection: any SQLConnection { context.connection }

  init(_ context: WriteContext) { planning = TrainingWriting(context: context) }

  /// What people register for, locked, with the book of its places.
  struct Desk {
    var course: Course
    var session: CourseSession?
    var book: SeatBook

    var scope: [UInt8] { session?.id.bytes ?? course.id.bytes }
  }

  func desk(_ id: Identifier<Course>, _ session: Identifier<CourseSession>?) throws -> Desk {
    let course = try planning.locked(id)
    let wantsSession = course.content.registration.scope == .session
    guard wantsSession == (session != nil) else {
      throw StorageError.trainingRefused(.wrongScope)
    }
    let held = try session.map { try TrainingReading.session($0, on: connection) }
    if let held, held.course != id { throw StorageError.notFound(entity: "session") }
    return try desk(course, held)
  }

  private func desk(_ course: Course, _ session: CourseSession?) throws -> Desk {
    let entries = try connection.rows(
      """
      SELECT id, state, unit, grouping, rank FROM enrolment
      WHERE scope = ? AND deleted = 0 ORDER BY id
      """, [.blob(session?.id.bytes ?? course.id.bytes)]
    ) { row in
      var reader = RowReader(row)
      return SeatBook.Entry(
        id: try reader.id(), state: try reader.choice(), unit: reader.safe(),
        group: reader.safe(), rank: reader.optionalInt())
    }
    let hall = try session?.content.venue.flatMap { wanted in
      try DirectoryReading.venues(on: connection).first { $0.id == wanted }?.capacity
    }
    let capacity = session?.content.capacity ?? course.content.capacity ?? hall
    return Desk(
      course: course, session: session,
      book: SeatBook(capacity: capacity, rules: course.content.registration, entries: entries))
  }

  // MARK: Registering

  func register(
    _ people: [Registrant], for course: Identifier<Course>, session: Identifier<CourseSession>?
  ) throws -> (ids: [Identifier<Enrolment>], receipt: ChangeReceipt) {
    try context.require(.editTraining)
    var desk = try desk(course, session)
    guard [.planned, .open].contains(desk.course.status), !(desk.session?.isCancelled ?? false)
    else { throw StorageError.trainingRefused(.courseNotOpen(desk.course.content.title)) }
    let ids = try people.map { try register($0, &desk) }
    let title = ids.count == 1 ? people[0].name : desk.course.content.title
    let receipt = try planning.record(
      .created, .enrolments, desk.scope, title: title,
      after: ["enrolments": .array(ids.map { .string($0.description) })])
    return (ids, receipt)
  }

  private func register(_ one: Registrant, _ desk: inout Desk) throws -> Identifier<Enrolment> {
    if one.name.isBlank { throw StorageError.trainingRefused(.nameMissing) }
    let person = try person(one, role: nil)
    let known = try connection.first(
      "SELECT id, state, deleted FROM enrolment WHERE scope = ? AND person = ?",
      [.blob(desk.scope), .id(person)]
    ) { row in
      var reader = RowReader(row)
      return (
        id: try reader.id(Enrolment.self), state: try reader.choice(Enrolment.State.self),
        isDeleted: reader.int() == 1
      )
    }
    if let known, !known.isDeleted, known.state != .cancelled {
      throw StorageError.trainingRefused(.registeredAlready(one.name))
    }
    let id = known?.id ?? context.newID(Enrolment.self)
    var entry = SeatBook.Entry(
      id: id, state: .registered, unit: one.unit, group: one.group, rank: nil)
    // Whoever comes later does not go before those who wait for the same places.
    let isFree = desk.book.hasPlace(for: entry) && !goesBefore(entry, desk.book)
    entry.state = isFree ? .registered : .waiting
    if !isFree, desk.course.content.registration.waiting == .order {
      entry.rank = try nextRank(desk.scope)
    }
    if let known {
      try revive(known.id, one, entry)
      try append(known.isDeleted ? nil : known.state, entry.state, to: id, reason: .empty)
    } else {
      try insert(id, person, one, entry, desk)
      try append(nil, entry.state, to: id, reason: .empty)
    }
    desk.book.put(entry)
    try count(desk.scope, from: known.flatMap { $0.isDeleted ? nil : $0.state }, to: entry.state)
    return id
  }

  /// Whether somebody waits who could take the place.
  private func goesBefore(_ entry: SeatBook.Entry, _ book: SeatBook) -> Bool {
    book.waiting.contains { book.hasPlace(for: $0) }
  }

  func nextRank(_ scope: [UInt8]) throws -> Int {
    let most = try connection.first(
      "SELECT COALESCE(MAX(rank), 0) FROM enrolment WHERE scope = ?", [.blob(scope)]
    ) { Int($0.integer(0)) }
    return (most ?? 0) + 1
  }

  /// The person: the known one, or one found by name and telephone or year of birth, or by name
  /// and unit among those who were ever registered, or a new one.
  func person(_ one: Registrant, role: Person.Role?) throws -> Identifier<Person> {
    let found = try one.person ?? findPerson(one)
    let id = found ?? context.newID(Person.self)
    if found == nil {
      try connection.execute(
        """
        INSERT INTO person (id, full_name, name_key, birth_year, phone, email, organisation,
          version) VALUES (?, ?, ?, ?, ?, '', NULL, 1)
        """,
        [
          .id(id), .text(one.name), .text(TextFolding.fold(one.name.string)),
          .integer(one.birthYear), .text(one.phone?.digits),
        ])
      try context.touch(.directory)
    }
    if let role {
      try connection.execute(
        "INSERT INTO person_role (person, role) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [.id(id), .text(role.rawValue)])
    }
    return id
  }

  private func findPerson(_ one: Registrant) throws -> Identifier<Person>? {
    let key = TextFolding.fold(one.name.string)
    if one.phone != nil || one.birthYear != nil {
      let found = try connection.first(
        "SELECT id FROM person WHERE name_key = ? AND (phone = ? OR birth_year = ?) ORDER BY id",
        [.text(key), .text(one.phone?.digits ?? ""), .integer(one.birthYear ?? -1)]
      ) { Identifier<Person>(bytes: $0.blob(0)) }
      if let found = found ?? nil { return found }
    }
    let found = try connection.first(
      """
      SELECT person FROM enrolment WHERE name_key = ? AND unit_key = ?
        AND (phone IS NULL OR ? = '' OR phone = ?) ORDER BY id
      """,
      [
        .text(key), .text(TextFolding.fold(one.unit.string)), .text(one.phone?.digits ?? ""),
        .text(one.phone?.digits ?? ""),
      ]
    ) { Identifier<Person>(bytes: $0.blob(0)) }
    return found ?? nil
  }

  private func insert(
    _ id: Identifier<Enrolment>, _ person: Identifier<Person>, _ one: Registrant,
    _ entry: SeatBook.Entry, _ desk: Desk
  ) throws {
    try connection.execute(
      EnrolmentInsert.sql,
      EnrolmentInsert.values(
        id, course: desk.course.id, session: desk.session?.id, person: person, one,
        state: entry.state, rank: entry.rank))
  }

  private func revive(
    _ id: Identifier<Enrolment>, _ one: Registrant, _ entry: SeatBook.Entry
  ) throws {
    try connection.execute(
      """
      UPDATE enrolment SET state = ?, rank = ?, deleted = 0, unit = ?, unit_key = ?,
        grouping = ?, guardian_consent = ?, version = version + 1 WHERE id = ?
      """,
      [
        .text(entry.state.rawValue), .integer(entry.rank), .text(one.unit), .text(entry.unit),
        .text(one.group), .text(one.guardianConsent), .id(id),
      ])
  }

  // MARK: States

  func move(
    _ id: Identifier<Enrolment>, to state: Enrolment.State, reason: SafeText, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    let read = try EnrolmentReading.enrolment(id, on: connection)
    var desk = try desk(read.course, read.session)
    let current = try EnrolmentReading.enrolment(id, on: connection)
    guard current.version == ifVersion else {
      throw try planning.conflict(
        current.name, id.bytes, now: current.version, expected: ifVersion)
    }
    guard current.state.mayBecome(state) else {
      throw StorageError.trainingRefused(.state(from: current.state, to: state))
    }
    if current.state == .offered, state.holdsPlace, let until = current.offeredUntil,
      until < context.now
    {
      throw StorageError.trainingRefused(.offerExpired(current.name))
    }
    try store(state, reason, current, &desk)
    if current.state.holdsPlace, !state.holdsPlace { try offer(&desk) }
    return try planning.record(
      .moved, .enrolment, id.bytes, title: current.name,
      before: ["state": .string(current.state.rawValue)],
      after: ["state": .string(state.rawValue)], reason: reason)
  }

  /// Brings a registration into a state, checking that there is a place when it takes one.
  func store(
    _ state: Enrolment.State, _ reason: SafeText, _ current: Enrolment, _ desk: inout Desk
  ) throws {
    var entry = SeatBook.Entry(
      id: current.id, state: current.state, unit: current.unit, group: current.group,
      rank: current.rank)
    if state.holdsPlace, !current.state.holdsPlace, !desk.book.hasPlace(for: entry) {
      throw StorageError.trainingRefused(.full(current.name))
    }
    entry.state = state
    entry.rank = nil
    if state == .waiting, desk.course.content.registration.waiting == .order {
      entry.rank = try nextRank(desk.scope)
    }
    desk.book.put(entry)
    let hours = Int64(desk.course.content.registration.offerHours)
    let until = state == .offered ? context.now.milliseconds + hours * 3_600_000 : nil
    try connection.execute(
      """
      UPDATE enrolment SET state = ?, rank = ?, offered_until = ?, version = version + 1
      WHERE id = ?
      """,
      [
        .text(state.rawValue), .integer(entry.rank), until.map { .integer($0) } ?? .null,
        .id(current.id),
      ])
    try append(current.state, state, to: current.id, reason: reason)
    try count(desk.scope, from: current.state, to: state)
  }

  /// Offers what is free to those who wait.
  func offer(_ desk: inout Desk) throws {
    var ahead = desk.book
    for id in ahead.offerPlaces() {
      let current = try EnrolmentReading.enrolment(id, on: connection)
      try store(.offered, .empty, current, &desk)
    }
  }

  func append(
    _ from: Enrolment.State?, _ to: Enrolment.State, to id: Identifier<Enrolment>,
    reason: SafeText
  ) throws {
    try connection.execute(
      """
      INSERT INTO enrolment_move (id, enrolment, position, from_state, to_state, moved_at, actor,
        reason) SELECT ?, ?, COUNT(*), ?, ?, ?, ?, ? FROM enrolment_move WHERE enrolment = ?
      """,
      [
        .id(context.newID(EnrolmentMove.self)), .id(id), .text(from?.rawValue),
        .text(to.rawValue), .integer(context.now.milliseconds),
        .text(context.session.user.login), .text(reason), .id(id),
      ])
  }

  func count(_ scope: [UInt8], from: Enrolment.State?, to: Enrolment.State?) throws {
    if let from { try count(scope, from, by: -1) }
    if let to { try count(scope, to, by: 1) }
  }

  private func count(_ scope: [UInt8], _ state: Enrolment.State, by step: Int) throws {
    try connection.execute(
      """
      INSERT INTO enrolment_count (scope, state, n) VALUES (?, ?, ?)
      ON CONFLICT (scope, state) DO UPDATE SET n = enrolment_count.n + excluded.n
      """, [.blob(scope), .text(state.rawValue), .integer(step)])
  }

  // MARK: Lots and offers

  func drawLots(
    _ course: Identifier<Course>, _ session: Identifier<CourseSession>?, seed: UInt64
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    var desk = try desk(course, session)
    guard desk.course.content.registration.waiting == .lot else {
      throw StorageError.trainingRefused(.noLots)
    }
    let lots = desk.book.lots(seed: seed)
    guard !lots.isEmpty else { throw StorageError.trainingRefused(.nobodyWaits) }
    for (id, rank) in lots {
      try connection.execute(
        "UPDATE enrolment SET rank = ?, version = version + 1 WHERE id = ?",
        [.integer(rank), .id(id)])
    }
    try connection.execute(
      """
      INSERT INTO waiting_lot (id, scope, seed, drawn_at, actor, drawn)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .id(context.newID(SeatBook.self)), .blob(desk.scope), .text(String(seed)),
        .integer(context.now.milliseconds), .text(context.session.user.login),
        .integer(lots.count),
      ])
    desk = try self.desk(course, session)
    try offer(&desk)
    return try planning.record(
      .edited, .enrolments, desk.scope, title: desk.course.content.title,
      after: ["seed": .string(String(seed))])
  }

  /// Nil when nothing had to be done.
  func renewOffers(
    _ course: Identifier<Course>, _ session: Identifier<CourseSession>?
  ) throws -> ChangeReceipt? {
    try context.require(.editTraining)
    var desk = try desk(course, session)
    let columns = TrainingColumns.enrolmentColumns.joined(separator: ", ")
    let over = try connection.rows(
      """
      SELECT \(columns) FROM enrolment e WHERE e.scope = ? AND e.deleted = 0
        AND e.state = 'offered' AND e.offered_until < ? ORDER BY e.id
      """, [.blob(desk.scope), .integer(context.now.milliseconds)], TrainingColumns.enrolment)
    for enrolment in over { try store(.expired, .empty, enrolment, &desk) }
    let before = desk.book.taken
    try offer(&desk)
    if over.isEmpty, desk.book.taken == before { return nil }
    return try planning.record(
      .edited, .enrolments, desk.scope, title: desk.course.content.title,
      after: ["expired": .integer(Int64(over.count))])
  }
}
