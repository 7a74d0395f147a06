import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What a form asks storage to write: which form, on which page, and what its fields hold.
struct ProgrammeWork: Equatable, Sendable {
  /// Which form.
  var kind: ProgrammeFormKind
  /// On which page.
  var place: ProgrammePlace?
  /// What the fields hold, by name.
  var values: [String: String]
  /// The version of the record when the form was opened.
  var version: Int
  /// Whether warnings have been read.
  var isConfirmed: Bool

  /// A field that storage cannot work with.
  struct Wrong: Error {
    var field: String
    var problem: ProgrammeProblem
  }

  /// Writes it, and says what came of it.
  func perform(_ services: Services) async throws -> ProgrammeAction? {
    do {
      let doing = ProgrammeDoing(work: self, services: services)
      switch kind {
      case .filter: return nil
      case .newTask, .editTask, .move, .report: return try await doing.task()
      case .source, .allot, .commit, .pay, .call, .apply, .decide:
        return try await doing.money()
      case .review, .target, .renew: return try await doing.agreement()
      case .partner, .connect, .step, .support, .exchange, .round:
        return try await doing.partner()
      }
    } catch let wrong as Wrong {
      return .wrong(field: wrong.field, wrong.problem)
    } catch StorageError.programmeRefused(let refusal) {
      return .refused(.programmeRefused(refusal))
    } catch let refusal as ProgrammeRefusal {
      return .refused(.programmeRefused(refusal))
    }
  }
}

/// Reads the fields of a work and calls the port.
struct ProgrammeDoing {
  let work: ProgrammeWork
  let services: Services

  static let calendar = WorkingDays()
  var programme: any ProgrammePort { services.stores.programme }
  var session: Session { services.session }
  var today: LocalDate { session.today() }

  // MARK: Fields

  func string(_ name: String) -> String {
    (work.values[name] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func safe(_ name: String) throws -> SafeText {
    let value = string(name)
    return value.isEmpty
      ? .empty : try read(name) { () throws(FieldRefusal) in try SafeText.checked(value, .line) }
  }

  func day(_ name: String = "day") throws -> LocalDate { try date(name) ?? today }

  func date(_ name: String) throws -> LocalDate? {
    let value = string(name)
    return value.isEmpty
      ? nil : try read(name) { () throws(FieldRefusal) in try LocalDate.parse(value) }
  }

  func money(_ name: String = "amount") throws -> Money? {
    let value = string(name)
    return value.isEmpty
      ? nil : try read(name) { () throws(FieldRefusal) in try Money.parse(value) }
  }

  func sum(_ name: String = "amount") throws -> Money { try money(name) ?? Money(dong: 0) }

  func number(_ name: String) throws -> Int? {
    let value = string(name)
    if value.isEmpty { return nil }
    guard let number = Int(value.filter { $0 != "." }) else {
      throw wrong(name, .field(.number(least: 0, most: 9_999)))
    }
    return number
  }

  func list(_ name: String) -> [SafeText] {
    string(name).split(separator: ",").map { part in
      SafeText(escaping: part.split(separator: " ").joined(separator: " "))
    }.filter { !$0.isBlank }
  }

  func id<Entity>(_ name: String, _ type: Entity.Type = Entity.self) -> Identifier<Entity>? {
    Identifier<Entity>(string(name))
  }

  func wrong(_ field: String, _ problem: ProgrammeProblem) -> ProgrammeWork.Wrong {
    ProgrammeWork.Wrong(field: field, problem: problem)
  }

  private func read<Value>(
    _ name: String, _ body: () throws(FieldRefusal) -> Value
  ) throws -> Value {
    do { return try body() } catch { throw wrong(name, .field(error)) }
  }

  /// The venture meant: of the page, or by its number; nil for none.
  func venture() async throws -> Identifier<Venture>? {
    if case .lineage(let id) = work.place { return id }
    let code = string("venture")
    if code.isEmpty { return nil }
    guard let id = try await services.stores.ventures.find(code: code) else {
      throw wrong("venture", .unknown)
    }
    return id
  }

  func someVenture() async throws -> Identifier<Venture> {
    guard let id = try await venture() else { throw wrong("venture", .field(.required)) }
    return id
  }

  // MARK: Tasks

  func task() async throws -> ProgrammeAction? {
    if work.kind == .newTask {
      var content = try facts(
        of: TaskContent(title: try safe("title"), regime: string("regime")))
      content.venture = try await venture()
      let made = try await programme.create(content, proposedOn: try day(), by: session)
      return .saved(made.receipt, .task(made.id))
    }
    guard case .task(let id) = work.place else { return nil }
    switch work.kind {
    case .editTask:
      let record = try await programme.task(id, calendar: Self.calendar, on: today)
      var content = try facts(of: record.summary.task.content)
      content.title = try safe("title")
      content.use = try safe("use")
      content = try contract(of: content)
      return .saved(
        try await programme.update(id, to: content, ifVersion: work.version, by: session), nil)
    case .report:
      let report = TaskReport(
        number: try number("number") ?? 0, day: try day(), document: try safe("document"),
        summary: try safe("summary"))
      return .saved(
        try await programme.report(report, of: id, calendar: Self.calendar, by: session), nil)
    case .move(let to): return try await move(id, to)
    default: return nil
    }
  }

  private func facts(of content: TaskContent) throws -> TaskContent {
    var content = content
    (content.kind, content.host) = (try safe("kind"), try safe("host"))
    (content.leader, content.products) = (try safe("leader"), try safe("products"))
    content.department = id("department")
    content.item = try number("item")
    content.budget = try money("budget")
    return content
  }

  private func contract(of content: TaskContent) throws -> TaskContent {
    var content = content
    content.contract = try safe("contract")
    (content.from, content.to) = (try date("from"), try date("to"))
    return content
  }

  /// A step, with the days of the contract where they were asked for: both are checked before
  /// either is written.
  private func move(_ id: Identifier<ScienceTask>, _ to: String) async throws -> ProgrammeAction? {
    var request = TaskMoveRequest(to: to, on: try day())
    request.reason = try safe("reason")
    request.document = try safe("document")
    request.until = try date("until")
    var version = work.version
    if work.values["from"] != nil {
      let record = try await programme.task(id, calendar: Self.calendar, on: today)
      let content = try contract(of: record.summary.task.content).checked()
      _ = try TaskPath(record.moves, of: content, under: record.regime)
        .check(request, today: today)
      if content != record.summary.task.content {
        _ = try await programme.update(id, to: content, ifVersion: version, by: session)
        version += 1
      }
    }
    return .saved(
      try await programme.move(id, request, ifVersion: version, by: session), nil)
  }
}
