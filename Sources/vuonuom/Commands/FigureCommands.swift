import ArgumentParser
import Foundation
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// `vuonuom indicators`: every figure, as of a day, as known at a day.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "Các chỉ số đến một ngày / the key figures as of a day")
  @OptionGroup var global: GlobalOptions
  @OptionGroup var programme: ProgrammeOptions
  @Option(help: "Từ ngày / from a day") var from: String?
  @Option(help: "Đến ngày / as of a day; hôm nay / today unless given") var asOf: String?
  @Option(help: "Theo dữ liệu đã ghi đến ngày / as recorded by a day") var knownAt: String?
  @Option(help: "Các hồ sơ phía sau một chỉ số / the records behind a figure: CODE")
  var behind: String?
  @Option(help: "Mấy quý gần nhất / so many quarters up to the day") var quarters: Int?
  @Option(help: "text | csv | json") var format = "text"

  func run() throws {
    let desk = try global.resolved().work()
    defer { desk.close() }
    try desk.require(.viewProgramme)
    let format = try PrintFormat.named(format, of: [.text, .csv, .json])
    let question = IndicatorQuestion(
      from: try from.map { try ProgrammeText.day($0, "--from") },
      asOf: try asOf.map { try ProgrammeText.day($0, "--as-of") } ?? desk.today,
      knownAt: try knownAt.map { try ProgrammeText.moment($0, "--known-at") })
    if let first = question.from, first > question.asOf {
      let refusal = ProgrammeRefusal.endBeforeStart(first, question.asOf)
      throw Failure(.usage, vi: refusal.words(.vietnamese), en: refusal.words(.english))
    }
    let calendar = try programme.calendar()
    if let behind { return try records(behind, question, calendar, format, desk) }
    if let quarters { return try series(quarters, question, calendar, format, desk) }
    let values = try Blocking.run {
      try await desk.stores.programme.indicators(question, calendar: calendar)
    }
    switch format {
    case .csv: ProgrammeText.csv(ProgrammeFiles.rows(values, desk.language))
    case .json: Output.line(ProgrammeFiles.json(values, question).written(pretty: true))
    default:
      ProgrammeText.table(
        values.map { value in
          [
            value.indicator.code, value.text(desk.language),
            value.indicator.title(desk.language).string,
          ]
        })
    }
  }

  /// The figures quarter by quarter; the last one up to the day asked for.
  private func series(
    _ count: Int, _ question: IndicatorQuestion, _ calendar: WorkingDays, _ format: PrintFormat,
    _ desk: Desk
  ) throws {
    guard (1...400).contains(count) else {
      throw Failure(
        .usage, vi: "--quarters chỉ nhận 1 đến 400.", en: "--quarters takes 1 to 400.")
    }
    let (year, month, _) = question.asOf.components
    let last = year * 4 + (month - 1) / 3
    let periods = (0..<count).compactMap { index -> Quarter? in
      let place = last - count + 1 + index
      return Quarter(year: place / 4, number: place % 4 + 1)
    }
    let questions = periods.map {
      IndicatorQuestion(from: $0.first, asOf: min($0.last, question.asOf))
    }
    let values = try Blocking.run {
      try await desk.stores.programme.series(
        questions, knownAt: question.knownAt, calendar: calendar)
    }
    let names = periods.map { "\($0.year)-Q\($0.number)" }
    show(values, names, format, desk.language)
  }

  private func show(
    _ values: [[IndicatorValue]], _ names: [String], _ format: PrintFormat,
    _ language: Language
  ) {
    switch format {
    case .json:
      let all = zip(names, values).map { name, figures in
        JSONValue.object([
          "quarter": .string(name),
          "values": .object(
            Dictionary(
              uniqueKeysWithValues: figures.map {
                ($0.indicator.code, $0.value.map { .integer($0) } ?? .null)
              })),
        ])
      }
      Output.line(JSONValue.array(all).written(pretty: true))
    case .csv:
      ProgrammeText.csv(
        [(["code", "unit"] + names).map { .text($0) }]
          + Indicator.all.enumerated().map { place, indicator in
            [.text(indicator.code), .text(indicator.unit.rawValue)]
              + values.map { $0[place].value.map { .number(Int($0)) } ?? .empty }
          })
    default:
      ProgrammeText.table(
        [[""] + names]
          + Indicator.all.enumerated().map { place, indicator in
            [indicator.title(language).string] + values.map { $0[place].text(language) }
          })
    }
  }

  private func records(
    _ code: String, _ question: IndicatorQuestion, _ calendar: WorkingDays,
    _ format: PrintFormat, _ desk: Desk
  ) throws {
    guard let indicator = Indicator.named(code) else {
      let refusal = ProgrammeRefusal.noSuchIndicator(SafeText(escaping: code))
      throw Failure(.usage, vi: refusal.words(.vietnamese), en: refusal.words(.english))
    }
    let records = try Blocking.run {
      try await desk.stores.programme.records(
        behind: indicator, question, calendar: calendar)
    }
    switch format {
    case .text:
      ProgrammeText.table(
        records.map {
          [$0.day.formatted, $0.code.string, "\($0.amount)", $0.title.string]
        })
    case .json:
      Output.line(
        JSONValue.array(
          records.map {
            .object([
              "kind": .string($0.kind), "code": .string($0.code.string),
              "title": .string($0.title.string), "day": .string($0.day.description),
              "amount": .integer($0.amount),
            ])
          }
        ).written(pretty: true))
    default:
      ProgrammeText.csv(
        [["kind", "code", "title", "day", "amount"].map { .text($0) }]
          + records.map {
            [
              .text($0.kind), .text($0.code.string), .text($0.title.string),
              .text($0.day.description), .number(Int($0.amount)),
            ]
          })
    }
  }
}

/// `vuonuom lineage VENTURE`: the whole line of a venture.
struct LineageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Toàn bộ chặng đường của một hồ sơ / the whole line of a venture")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "Mã hồ sơ / code of the venture: ST-0001") var venture: String
  @Option(help: "text | json") var format = "text"

  func run() throws {
    let desk = try global.resolved().work()
    defer { desk.close() }
    try desk.require(.viewProgramme)
    let format = try PrintFormat.named(format, of: [.text, .json])
    guard
      let id = try Blocking.run({ try await desk.stores.ventures.find(code: venture) })
    else {
      throw Failure(
        .data, vi: "Không có hồ sơ «\(venture)»; hãy viết mã như ST-0001.",
        en: "There is no venture \"\(venture)\"; write its code as ST-0001.")
    }
    let line = try Blocking.run { try await desk.stores.programme.lineage(of: id) }
      .upTo(desk.today)
    if format == .json {
      Output.line(ProgrammeFiles.json(line).written(pretty: true))
      return
    }
    let owner = line.owner.isBlank ? "" : " – \(line.owner)"
    Output.line("\(line.code)  \(line.title)\(owner)")
    for entry in line.entries { Output.line(entry.line(desk.language)) }
  }
}

/// `vuonuom report`: reports from records.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Báo cáo / reports", subcommands: [QuarterReport.self])

  struct QuarterReport: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "quarter", abstract: "Báo cáo quý / the report of a quarter: 2019-Q4")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var programme: ProgrammeOptions
    @Argument(help: "Quý / quarter: 2019-Q4") var quarter: String
    @Option(help: "Theo dữ liệu đã ghi đến ngày / as recorded by a day") var knownAt: String?
    @Option(help: "text | odt | csv | json") var format = "text"
    @Option(help: "Tệp đích, chưa có / a new file; odt needs one") var output: String?

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.viewProgramme)
      try desk.require(.exportData)
      let format = try PrintFormat.named(format, of: [.text, .odt, .csv, .json])
      if format == .odt, output == nil {
        throw Failure(
          .usage, vi: "Tệp odt cần tên: hãy thêm --output TÊN.odt.",
          en: "An odt needs a name: add --output NAME.odt.")
      }
      guard let quarter = Quarter(quarter) else {
        let refusal = ProgrammeRefusal.notAQuarter(SafeText(escaping: quarter))
        throw Failure(.usage, vi: refusal.words(.vietnamese), en: refusal.words(.english))
      }
      let (calendar, known) = (
        try programme.calendar(),
        try knownAt.map { try ProgrammeText.moment($0, "--known-at") }
      )
      let agency = try agency(desk, on: QuarterFacts.lastDay(of: quarter, today: desk.today))
      let facts = try ProgrammeText.refused {
        try Blocking.run {
          try await QuarterFacts(
            quarter, from: desk.stores, agency: agency, today: desk.today, knownAt: known,
            calendar: calendar)
        }
      }
      try write(facts, format, desk.language)
    }

    /// The office of the user, by its name on the day; else the one that the database names.
    private func agency(_ desk: Desk, on day: LocalDate) throws -> IssuingAgency {
      let departments = try Blocking.run { try await desk.stores.programme.departments() }
      let own = desk.session.user.department.flatMap { departments[$0]?.name(on: day) }
      return IssuingAgency(
        superior: .empty, name: own ?? desk.open.profile.department.vietnamese,
        symbol: "SKHCN", place: Self.place(own ?? desk.open.profile.department.vietnamese))
    }

    /// "Sở Khoa học và Công nghệ tỉnh Sóc Trăng" is in Sóc Trăng.
    private static func place(_ name: SafeText) -> SafeText {
      for word in ["tỉnh ", "thành phố ", "KH&CN "] {
        if let range = name.string.range(of: word) {
          return SafeText(escaping: String(name.string[range.upperBound...]))
        }
      }
      return name
    }

    private func write(
      _ facts: QuarterFacts, _ format: PrintFormat, _ language: Language
    ) throws {
      var bytes: [UInt8] = []
      switch format {
      case .odt: bytes = OpenDocumentRenderer.render(QuarterPaper(facts).document)
      case .csv:
        let writer = CSVWriter()
        for row in ProgrammeFiles.rows(facts, language) { writer.append(row, to: &bytes) }
      case .json:
        let question = IndicatorQuestion(
          from: facts.quarter.first, asOf: facts.day, knownAt: facts.knownAt)
        let json = ProgrammeFiles.json(facts.figures, question)
        bytes = Array((json.written(pretty: true) + "\n").utf8)
      case .text:
        let renderer = PlainTextRenderer(TextMeasure { TextWidth.width(of: $0) })
        bytes = Array(renderer.render(QuarterPaper(facts).document).utf8)
      }
      if let output, output != "-" {
        try Files.create(output, bytes)
      } else {
        Output.bytes(bytes)
      }
    }
  }
}
