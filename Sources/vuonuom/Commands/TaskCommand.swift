import ArgumentParser
import Incubation
import Interchange
import Storage

/// `vuonuom task`: S&T tasks, their states, deadlines and reports.
struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "Nhiệm vụ KH&CN / science-and-technology tasks",
    subcommands: [List.self, Show.self, Move.self, Regime.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Các nhiệm vụ / the tasks")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var programme: ProgrammeOptions
    @Flag(help: "Chỉ nhiệm vụ trễ hạn / only those that are late") var overdue = false
    @Option(help: "Vài chữ của tên hoặc mã / letters of name or code") var text = ""
    @Option(help: "text | csv | json") var format = "text"

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.viewProgramme)
      let format = try PrintFormat.named(format, of: [.text, .csv, .json])
      if format == .csv { try desk.require(.exportData) }
      var filter = TaskFilter()
      (filter.overdueOnly, filter.text) = (overdue, text)
      let (wanted, calendar, today) = (filter, try programme.calendar(), desk.today)
      let tasks = try Blocking.run {
        try await desk.stores.programme.tasks(wanted, calendar: calendar, on: today)
      }
      switch format {
      case .csv: ProgrammeText.csv(ProgrammeFiles.rows(tasks, on: today, desk.language))
      case .json:
        let all = tasks.map { ProgrammeFiles.json($0, on: today) }
        Output.line(JSONValue.array(all).written(pretty: true))
      default:
        ProgrammeText.table(tasks.map { TaskText.row($0, desk.language) })
        if tasks.isEmpty { Output.note(TaskText.none(overdue, desk.language)) }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Một nhiệm vụ với mọi bước / one task with all its steps")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var programme: ProgrammeOptions
    @Argument(help: "Mã nhiệm vụ / code of the task") var code: String
    @Option(help: "text | json") var format = "text"

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.viewProgramme)
      let format = try PrintFormat.named(format, of: [.text, .json])
      let (id, calendar, today) = (
        try TaskText.find(code, desk), try programme.calendar(), desk.today
      )
      let record = try Blocking.run {
        try await desk.stores.programme.task(id, calendar: calendar, on: today)
      }
      if format == .json {
        Output.line(ProgrammeFiles.json(record, on: today).written(pretty: true))
      } else {
        for line in TaskText.page(record, today, desk.language) { Output.line(line) }
      }
    }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Chuyển trạng thái, gia hạn / take a task a step on, or extend it")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var programme: ProgrammeOptions
    @Argument(help: "Mã nhiệm vụ / code of the task") var code: String
    @Argument(help: "Trạng thái / state, resume, extend") var to: String
    @Option(help: "Ngày / day: dd/MM/yyyy; mặc định hôm nay / today unless given")
    var day: String?
    @Option(help: "Lý do / reason") var reason = ""
    @Option(help: "Số văn bản / number of the paper") var document = ""
    @Option(help: "Ngày kết thúc mới / the new end, with extend") var until: String?

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.editProgramme)
      let (id, calendar, today) = (
        try TaskText.find(code, desk), try programme.calendar(), desk.today
      )
      let record = try Blocking.run {
        try await desk.stores.programme.task(id, calendar: calendar, on: today)
      }
      let task = record.summary.task
      var request = TaskMoveRequest(
        to: to == "extend" ? task.state : to,
        on: try day.map { try ProgrammeText.day($0, "--day") } ?? today)
      request.reason = try ProgrammeText.line(reason, "--reason")
      request.document = try ProgrammeText.line(document, "--document")
      request.until = try until.map { try ProgrammeText.day($0, "--until") }
      let wanted = request
      let after = try Blocking.run {
        _ = try await desk.stores.programme.move(
          id, wanted, ifVersion: task.version, by: desk.session)
        return try await desk.stores.programme.task(id, calendar: calendar, on: today)
      }
      Output.line(TaskText.row(after.summary, desk.language).joined(separator: "  "))
    }
  }

  struct Regime: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Luật áp dụng: in ra, hoặc nhập bản của tỉnh / the law: print, or bring in one's own")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "2013 | 2025") var code: String?
    @Option(name: .customLong("set"), help: "Tệp JSON / a file as printed, changed")
    var file: String?

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.viewProgramme)
      if let file { return try keep(file, desk) }
      let all = try Blocking.run { try await desk.stores.programme.regimes() }
      guard let code else {
        for regime in all {
          Output.line("\(regime.code)  \(regime.title(desk.language))")
        }
        return
      }
      guard let regime = all.first(where: { $0.code == code }) else {
        let refusal = ProgrammeRefusal.unknownRegime(
          SafeText(escaping: code), known: all.map(\.code))
        throw Failure(.data, vi: refusal.words(.vietnamese), en: refusal.words(.english))
      }
      Output.line(regime.json.written(pretty: true))
    }

    private func keep(_ path: String, _ desk: Desk) throws {
      let bytes = try Files.read(path, limit: 1 << 20)
      let regime: TaskRegime
      do {
        regime = try TaskRegime(json: JSONValue.parse(String(decoding: bytes, as: UTF8.self)))
      } catch {
        let place =
          switch error {
          case .malformed(let offset): "byte \(offset)"
          case .unexpected(let field): field
          }
        throw Failure(
          .data, vi: "\(path): không đọc được luật áp dụng (\(place)); hãy sửa tệp.",
          en: "\(path): not a regime (\(place)); correct the file.")
      }
      try Blocking.run { try await desk.stores.programme.keep(regime, by: desk.session) }
      Output.note(
        desk.language == .vietnamese
          ? "Đã lưu luật áp dụng \(regime.code)." : "Regime \(regime.code) is kept.")
    }
  }
}

/// Tasks as lines of text.
enum TaskText {
  /// The task that an argument names.
  ///
  /// - Throws: `Failure` with code data.
  static func find(_ code: String, _ desk: Desk) throws -> Identifier<ScienceTask> {
    guard let id = try Blocking.run({ try await desk.stores.programme.task(code: code) }) else {
      throw Failure(
        .data, vi: "Không có nhiệm vụ «\(code)»; xem danh sách bằng vuonuom task list.",
        en: "There is no task \"\(code)\"; vuonuom task list shows them.")
    }
    return id
  }

  static func none(_ overdue: Bool, _ language: Language) -> String {
    if overdue {
      return language == .vietnamese ? "Không có nhiệm vụ trễ hạn." : "No task is late."
    }
    return language == .vietnamese ? "Chưa có nhiệm vụ nào." : "There are no tasks."
  }

  static func row(_ summary: TaskSummary, _ language: Language) -> [String] {
    let late = summary.alerts.first { $0.isOverdue }.map { "! " + $0.words(language) } ?? ""
    return [
      summary.task.code.string, summary.regime, summary.state.title(language).string,
      summary.task.since.formatted, summary.ventureCode.string,
      summary.task.content.title.string, late,
    ]
  }

  static func page(
    _ record: TaskRecord, _ today: LocalDate, _ language: Language
  ) -> [String] {
    func say(_ vietnamese: String, _ english: String) -> String {
      language == .vietnamese ? vietnamese : english
    }
    let (task, content) = (record.summary.task, record.summary.task.content)
    var lines = ["\(task.code)  \(content.title)"]
    func field(_ name: String, _ value: String) {
      if !value.isEmpty { lines.append("\(name): \(value)") }
    }
    field(say("Luật áp dụng", "Law"), record.regime.title(language).string)
    field(
      say("Trạng thái", "State"),
      "\(record.summary.state.title(language)) (\(task.since.formatted))")
    field(say("Chủ trì", "Host"), content.host.string)
    field(say("Chủ nhiệm", "Led by"), content.leader.string)
    field(say("Sở", "Department"), record.summary.department.name(on: today).string)
    field(
      say("Hồ sơ", "Venture"),
      [record.summary.ventureCode.string, record.summary.ventureTitle.string]
        .filter { !$0.isEmpty }.joined(separator: " "))
    if let budget = content.budget {
      field(
        say("Kinh phí", "Budget"), "\(budget.formatted(language)) (\(budget.words(language)))")
    }
    if let from = content.from, let end = task.end {
      field(
        say("Hợp đồng", "Contract"),
        "\(content.contract) \(from.formatted)–\(end.formatted)")
    }
    field(say("Sản phẩm", "Products"), content.products.string)
    for alert in record.summary.alerts { lines.append("! " + alert.words(language)) }
    lines.append("")
    lines += record.moves.map { move($0, record.regime, language) }
    if !record.reportDays.isEmpty { lines.append("") }
    for (index, due) in record.reportDays.enumerated() {
      let report = record.reports.first { $0.number == index + 1 }
      let name = say("Báo cáo số \(index + 1), hạn ", "Report \(index + 1), due ")
      let missing = say(": chưa nộp", ": missing")
      lines.append(
        name + due.formatted
          + (report.map { ": \($0.day.formatted) \($0.document)" } ?? missing)
      )
    }
    let next = record.transitions.map { step in
      "\(step.to ?? step.kind.rawValue) (\(step.title(language)))"
    }
    if !next.isEmpty {
      lines += ["", say("Bước tiếp: ", "Next: ") + next.joined(separator: ", ")]
    }
    return lines
  }

  private static func move(
    _ move: TaskMove, _ regime: TaskRegime, _ language: Language
  ) -> String {
    var title = regime.state(move.to)?.title(language).string ?? move.to
    if move.kind == .extend {
      title = TaskTransition.Kind.extend.label(language)
      if let until = move.until { title += " → " + until.formatted }
    }
    let mark =
      move.isCancelled ? (language == .vietnamese ? "(đã hoàn tác) " : "(taken back) ") : ""
    return [
      move.day.formatted, mark + title, move.document.string, move.reason.string,
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
