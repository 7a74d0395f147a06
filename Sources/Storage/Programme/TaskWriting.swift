import Incubation

/// The verbs about tasks, inside a transaction.
struct TaskWriting {
  let writing: ProgrammeWriting
  private var context: WriteContext { writing.context }
  private var connection: any SQLConnection { writing.connection }

  init(_ context: WriteContext) { writing = ProgrammeWriting(context: context) }

  func create(
    _ content: TaskContent, proposedOn day: LocalDate
  ) throws -> (id: Identifier<ScienceTask>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    let content = try ProgrammeWriting.ruled { try content.checked() }
    let regime = try ProgrammeReading.regime(content.regime, on: connection)
    try ProgrammeWriting.ruled {
      if day > writing.today { throw ProgrammeRefusal.dayInFuture(day) }
      if !regime.isInForce(on: day) {
        throw ProgrammeRefusal.regimeNotInForce(regime.title, day)
      }
    }
    let id = context.newID(ScienceTask.self)
    var row = ProgrammeRow(
      .task, id: id.bytes, code: try writing.nextCode("NV"), title: content.title)
    ProgrammeColumns.write(content, to: &row)
    row.to = content.to
    Self.project(.init([], of: content, under: regime), since: day, under: regime, to: &row)
    var fact = FactRow(
      .move, id: context.newID(TaskMove.self).bytes, of: row.id, on: day)
    (fact.state, fact.phase) = (row.state, row.phase)
    fact.recordedAt = context.now
    fact.actor = context.session.user.login
    let receipt = try writing.insert(row)
    try connection.execute(FactRow.insert, fact.values)
    return (id, receipt)
  }

  /// Where the path leads, in the columns of the row.
  static func project(
    _ path: TaskPath, since: LocalDate?, under regime: TaskRegime, to row: inout ProgrammeRow
  ) {
    row.state = path.state
    row.phase = regime.state(path.state)?.phase.rawValue ?? ""
    row.since = path.since ?? since
    row.to = path.end
  }

  func update(
    _ id: Identifier<ScienceTask>, to content: TaskContent, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    let current = try writing.locked(id.bytes, .task)
    try writing.expect(ifVersion, of: current)
    let checked = try ProgrammeWriting.ruled {
      let checked = try content.checked()
      if checked.regime != ProgrammeColumns.taskContent(current).regime {
        throw ProgrammeRefusal.regimeFixed
      }
      return checked
    }
    var row = current
    ProgrammeColumns.write(checked, to: &row)
    let path = try path(row)
    row.to = path.path.end
    return try writing.write(row, over: current)
  }

  private func path(_ row: ProgrammeRow) throws -> (path: TaskPath, regime: TaskRegime) {
    let content = ProgrammeColumns.taskContent(row)
    let regime = try ProgrammeReading.regime(content.regime, on: connection)
    let moves = try ProgrammeReading.facts(of: row.id, .move, on: connection)
      .map(ProgrammeColumns.move)
    return (TaskPath(moves, of: content, under: regime), regime)
  }

  func move(
    _ id: Identifier<ScienceTask>, _ request: TaskMoveRequest, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    var row = try writing.locked(id.bytes, .task)
    try writing.expect(ifVersion, of: row)
    let (path, regime) = try path(row)
    let (transition, to) = try ProgrammeWriting.ruled {
      try path.check(request, today: writing.today)
    }
    var fact = FactRow(
      .move, id: context.newID(TaskMove.self).bytes, of: row.id, on: request.day)
    (fact.from, fact.state) = (path.state, to)
    fact.phase = regime.state(to)?.phase.rawValue ?? ""
    fact.number = ProgrammeColumns.number(of: transition.kind)
    fact.until = transition.kind == .extend ? request.until : nil
    (fact.document, fact.note) = (request.document, request.reason)
    let moved = try TaskPath(
      path.moves + [ProgrammeColumns.move(fact)], of: ProgrammeColumns.taskContent(row),
      under: regime)
    Self.project(moved, since: row.since, under: regime, to: &row)
    return try writing.add(fact, to: row)
  }

  func report(
    _ report: TaskReport, of id: Identifier<ScienceTask>, calendar: WorkingDays
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    var row = try writing.locked(id.bytes, .task)
    let task = try ProgrammeColumns.task(row)
    let regime = try ProgrammeReading.regime(task.content.regime, on: connection)
    try ProgrammeWriting.ruled {
      try TaskClock(calendar).check(report, of: task, under: regime, today: writing.today)
    }
    var fact = FactRow(
      .report, id: context.newID(TaskMove.self).bytes, of: row.id, on: report.day)
    fact.number = report.number
    (fact.document, fact.note) = (report.document, report.summary)
    row.done = Self.done(task.reports.union([report.number]))
    return try writing.add(fact, to: row)
  }

  static func done(_ numbers: Set<Int>) -> String {
    numbers.sorted().map(String.init).joined(separator: " ")
  }

  /// The row as what happened says, after a fact was cancelled or brought back.
  func projected(_ row: ProgrammeRow) throws -> ProgrammeRow {
    var row = row
    let (path, regime) = try path(row)
    Self.project(path, since: row.since, under: regime, to: &row)
    let reports = try ProgrammeReading.facts(of: row.id, .report, on: connection)
    row.done = Self.done(Set(reports.filter { !$0.isCancelled }.compactMap(\.number)))
    return row
  }
}
