import Incubation

/// How what people edit of courses and sessions lies in its rows.
enum TrainingColumns {
  static func fields(_ content: CourseContent) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [
      "title": .string(content.title.string), "kind": .string(content.kind.rawValue),
      "contentItem": .string(content.contentItem.string),
      "organiser": .string(content.organiser.string),
      "supporter": .string(content.supporter.string), "goals": .string(content.goals.string),
      "scope": .string(content.registration.scope.rawValue),
      "needsApproval": .bool(content.registration.needsApproval),
      "waiting": .string(content.registration.waiting.rawValue),
      "offerHours": .integer(Int64(content.registration.offerHours)),
      "quotas": .array(content.registration.quotas.map { .string(text(of: $0)) }),
      "basis": .string(content.passing.basis.rawValue),
      "share": .integer(Int64(content.passing.share)),
      "needsFeedback": .bool(content.passing.needsFeedback),
    ]
    if let budget = content.budget { fields["budget"] = .integer(budget.dong) }
    if let capacity = content.capacity { fields["capacity"] = .integer(Int64(capacity)) }
    if let score = content.passing.minimumScore { fields["score"] = .integer(Int64(score)) }
    return fields
  }

  static func course(_ fields: [String: JSONValue]) throws -> CourseContent {
    let reader = BodyReader(fields)
    var content = CourseContent(title: reader.safe("title"), kind: try reader.choice("kind"))
    content.contentItem = reader.safe("contentItem")
    content.organiser = reader.safe("organiser")
    content.supporter = reader.safe("supporter")
    content.goals = reader.safe("goals")
    content.budget = reader.integer("budget").map { Money(dong: $0) }
    content.capacity = reader.int("capacity")
    content.registration.scope = try reader.choice("scope")
    content.registration.needsApproval = reader.flag("needsApproval")
    content.registration.waiting = try reader.choice("waiting")
    content.registration.offerHours = reader.int("offerHours") ?? 48
    content.registration.quotas = reader.texts("quotas").compactMap(quota)
    content.passing.basis = try reader.choice("basis")
    content.passing.share = reader.int("share") ?? 0
    content.passing.minimumScore = reader.int("score")
    content.passing.needsFeedback = reader.flag("needsFeedback")
    return content
  }

  private static func text(of quota: RegistrationRules.Quota) -> String {
    "\(quota.kind.rawValue) \(quota.seats) \(quota.name.string)"
  }

  private static func quota(_ text: String) -> RegistrationRules.Quota? {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let kind = RegistrationRules.Quota.Kind(rawValue: parts[0]),
      let seats = Int(parts[1])
    else { return nil }
    return RegistrationRules.Quota(kind, SafeText(escaping: parts[2]), seats: seats)
  }

  static func fields(_ content: SessionContent, isCancelled: Bool) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [
      "topic": .string(content.topic.string), "materials": .string(content.materials.string),
      "start": .integer(Int64(content.span.start.minutes)),
      "end": .integer(Int64(content.span.end.minutes)),
      "trainers": .array(content.trainers.map { .string($0.description) }),
      "override": .string(content.overrideReason.string), "cancelled": .bool(isCancelled),
    ]
    if let venue = content.venue { fields["venue"] = .string(venue.description) }
    if let capacity = content.capacity { fields["capacity"] = .integer(Int64(capacity)) }
    return fields
  }

  static func session(_ fields: [String: JSONValue]) -> SessionContent {
    let reader = BodyReader(fields)
    var content = SessionContent(
      span: TimeSpan(storedStart: reader.int("start") ?? 0, end: reader.int("end") ?? 1))
    content.topic = reader.safe("topic")
    content.materials = reader.safe("materials")
    content.trainers = reader.texts("trainers").compactMap { Identifier($0) }
    content.overrideReason = reader.safe("override")
    content.venue = reader.text("venue").flatMap { Identifier($0) }
    content.capacity = reader.int("capacity")
    return content
  }

  static let courseColumns = ["id", "code", "status", "version", "body"]

  static func course(_ reader: inout RowReader) throws -> Course {
    let id: Identifier<Course> = try reader.id()
    let code = reader.safe()
    let status: Course.Status = try reader.choice()
    let version = reader.int()
    let content = try course(CanonicalJSON.read(reader.string()))
    return Course(id: id, code: code, content: content, status: status, version: version)
  }

  static let sessionColumns = [
    "s.id", "s.course", "s.series", "s.original_minute", "s.uid", "s.sequence", "s.cancelled",
    "s.changed_at", "s.version", "s.body",
  ]

  static func session(_ reader: inout RowReader) throws -> CourseSession {
    let id: Identifier<CourseSession> = try reader.id()
    let course: Identifier<Course> = try reader.id()
    let series: Identifier<CourseSession>? = try reader.optionalID()
    let original = reader.optionalInt().map { LocalMoment(minutes: $0) }
    let uid = reader.safe()
    let sequence = reader.int()
    let isCancelled = reader.int() == 1
    let changedAt = Timestamp(milliseconds: reader.int64())
    let version = reader.int()
    return CourseSession(
      id: id, course: course, content: session(try CanonicalJSON.read(reader.string())),
      series: series, original: original, uid: uid, sequence: sequence, isCancelled: isCancelled,
      changedAt: changedAt, version: version)
  }

  static let enrolmentColumns = [
    "e.id", "e.course", "e.session", "e.person", "e.name", "e.unit", "e.grouping", "e.phone",
    "e.guardian_consent", "e.state", "e.rank", "e.offered_until", "e.score", "e.gave_feedback",
    "e.version",
  ]

  static func enrolment(_ row: any SQLRow) throws -> Enrolment {
    var reader = RowReader(row)
    return Enrolment(
      id: try reader.id(), course: try reader.id(), session: try reader.optionalID(),
      person: try reader.id(), name: reader.safe(), unit: reader.safe(), group: reader.safe(),
      phone: reader.optionalString().map(PhoneNumber.init(stored:)),
      guardianConsent: reader.safe(), state: try reader.choice(), rank: reader.optionalInt(),
      offeredUntil: reader.optionalInt().map { Timestamp(milliseconds: Int64($0)) },
      score: reader.optionalInt(), gaveFeedback: reader.int() == 1, version: reader.int())
  }

  static let certificateColumns = [
    "number", "enrolment", "course", "course_title", "name", "minutes", "from_day", "to_day",
    "issued_day", "issued_by", "revoked_day", "revoked_because",
  ]

  static func certificate(_ row: any SQLRow) throws -> Certificate {
    var reader = RowReader(row)
    return Certificate(
      number: reader.safe(), enrolment: try reader.id(), course: try reader.id(),
      courseTitle: reader.safe(), name: reader.safe(), minutes: reader.int(),
      from: reader.day(), to: reader.day(), issuedOn: reader.day(), issuedBy: reader.string(),
      revokedOn: reader.optionalDay(), revokedBecause: reader.safe())
  }
}

/// Reads the fields of a body by name.
struct BodyReader {
  private let fields: [String: JSONValue]

  init(_ fields: [String: JSONValue]) { self.fields = fields }

  func text(_ name: String) -> String? {
    if case .string(let text)? = fields[name] { text } else { nil }
  }

  func safe(_ name: String) -> SafeText { SafeText(escaping: text(name) ?? "") }

  func integer(_ name: String) -> Int64? {
    if case .integer(let number)? = fields[name] { number } else { nil }
  }

  func int(_ name: String) -> Int? { integer(name).map { Int($0) } }

  func flag(_ name: String) -> Bool { fields[name] == .bool(true) }

  func texts(_ name: String) -> [String] {
    guard case .array(let values)? = fields[name] else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// - Throws: `StorageError.engine` when the stored text is none of them.
  func choice<T: RawRepresentable>(_ name: String) throws -> T where T.RawValue == String {
    guard let value = T(rawValue: text(name) ?? "") else {
      throw StorageError.engine(code: "choice", message: "\(T.self) does not know \(name)")
    }
    return value
  }
}
