import ArgumentParser
import Incubation
import Storage

/// `vuonuom calendar`: months with lunar dates, holidays and sessions, and conversions. Needs no
/// database; one that is there gives the sessions.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Lịch tháng, đổi ngày âm dương / months, lunar and solar dates",
    subcommands: [Month.self, Lunar.self, Solar.self], defaultSubcommand: Month.self)

  struct Month: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "In một tháng / print a month")
    @OptionGroup var global: GlobalOptions
    @Option(help: "Tháng / month: 2026-02") var month: String?
    @Option(help: "holidays,lunar,khmer,other,sessions | none") var layers: String?
    @Option(help: "text | json") var format = "text"
    @Option(help: "Tệp thông báo nghỉ / file of announced days: 2026-02-16 off \"…\"")
    var overrides: String?
    @Flag(help: "24/11 là ngày nghỉ từ 2026 / 24 November is a holiday from 2026 on")
    var cultureDay = false

    func run() throws {
      let options = try global.resolved()
      let today = CalendarCommand.today(options)
      guard ["text", "json"].contains(format) else {
        throw Failure(
          .usage, vi: "--format chỉ nhận text hoặc json.", en: "--format takes text or json.")
      }
      let month = try chosenMonth(today)
      let layers = try chosenLayers()
      let content = CalendarContent(
        announcements: try overrides.map(CalendarCommand.announcements)
          ?? HolidayAnnouncements(),
        includesCultureDay: cultureDay, layers: layers,
        marks: layers.contains(.sessions) ? try sessionMarks(of: month, options) : [:])
      let days = content.days(of: month)
      if format == "json" {
        Output.line(
          CalendarJSON.month(month, days, layers: content.layers).written(pretty: true))
      } else {
        let page = MonthPage(month, days, today: today, language: options.language)
        for line in page.lines { Output.line(line) }
      }
    }

    /// The sessions of the month, when there is a database; asked for by name, it has to be there.
    private func sessionMarks(
      of month: CalendarMonth, _ options: ResolvedOptions
    ) throws -> [LocalDate: [DayMark]] {
      guard let first = month.days.first, let last = month.days.last else { return [:] }
      let isWanted = layers?.contains("sessions") ?? false || global.database != nil
      if options.location.isMissing, !isWanted { return [:] }
      do {
        let desk = try options.work()
        defer { desk.close() }
        try desk.require(.viewTraining)
        var window = SessionWindow(from: first, through: last)
        window.includesCancelled = false
        let wanted = window
        let sessions = try Blocking.run { try await desk.stores.training.sessions(in: wanted) }
        return CalendarCommand.marks(sessions)
      } catch {
        if isWanted { throw error }
        return [:]
      }
    }

    private func chosenMonth(_ today: LocalDate) throws -> CalendarMonth {
      do {
        if let month { return try CalendarMonth.parse(month) }
        guard let current = CalendarMonth(today) else {
          throw CalendarMonth.Refusal.year(today.components.year)
        }
        return current
      } catch let refusal as CalendarMonth.Refusal {
        throw Failure(
          refusal == .notAMonth ? .usage : .data, vi: "--month: " + refusal.words(.vietnamese),
          en: "--month: " + refusal.words(.english))
      }
    }

    private func chosenLayers() throws -> Set<CalendarLayer> {
      guard let layers else { return Set(CalendarLayer.allCases) }
      if layers == "none" { return [] }
      return Set(
        try layers.split(separator: ",", omittingEmptySubsequences: false).map { word in
          if let layer = CalendarLayer.named(String(word)) { return layer }
          let all = CalendarLayer.allCases.map(\.rawValue).joined(separator: ", ")
          throw Failure(
            .usage, vi: "--layers: không có lớp «\(word)»; các lớp: \(all).",
            en: "--layers: there is no layer \"\(word)\"; the layers are \(all).")
        })
    }
  }

  struct Lunar: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Đổi ngày dương ra âm / a day by the lunar calendar")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Ngày / day: 2026-02-17, 17/2/2026, \"thứ 5 tuần sau\"") var day: [String]
    @Flag(help: "JSON") var json = false

    func run() throws {
      let options = try global.resolved()
      let text = day.joined(separator: " ")
      do {
        let date = try DayText.parse(text, today: CalendarCommand.today(options))
        let lunar: LunarDate
        do { lunar = try LunarDate(date) } catch { throw DayTextRefusal.lunar(error) }
        CalendarCommand.show(lunar, json: json, options.language)
      } catch let refusal as DayTextRefusal {
        throw Failure(
          refusal == .notADay ? .usage : .data, vi: "«\(text)»: " + refusal.words(.vietnamese),
          en: "\"\(text)\": " + refusal.words(.english))
      }
    }
  }

  struct Solar: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Đổi ngày âm ra dương / a lunar day by the solar calendar")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Ngày âm / lunar day: 1/1/2026") var day: String
    @Flag(help: "Tháng nhuận / leap month") var leap = false
    @Flag(help: "JSON") var json = false

    func run() throws {
      let options = try global.resolved()
      let parts = day.split(separator: "/", omittingEmptySubsequences: false)
      let areDigits = parts.allSatisfy { part in
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3, areDigits else {
        throw Failure(
          .usage, vi: "Không hiểu ngày âm «\(day)»; hãy viết như 1/1/2026.",
          en: "The lunar day \"\(day)\" is not understood; write it as 1/1/2026.")
      }
      do {
        let lunar = try LunarDate(
          year: numbers[2], month: numbers[1], day: numbers[0], isLeap: leap)
        CalendarCommand.show(lunar, json: json, options.language)
      } catch {
        throw Failure(.data, vi: error.words(.vietnamese), en: error.words(.english))
      }
    }
  }
}

extension CalendarCommand {
  /// The day that counts as today.
  static func today(_ options: ResolvedOptions) -> LocalDate {
    options.today ?? RealWorld.now().localDate
  }

  /// Reads a file of announcements; every line must be understood.
  ///
  /// - Throws: `Failure` with code data, with the first problems.
  static func announcements(_ path: String) throws -> HolidayAnnouncements {
    let limit = 1 << 20
    let bytes = try Files.read(path, limit: limit)
    guard bytes.count <= limit else {
      throw Failure(
        .data, vi: "\(path) lớn hơn 1 MB; đây có phải tệp thông báo nghỉ không?",
        en: "\(path) is larger than 1 MB; is it a file of announced days?")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        .data, vi: "\(path) không phải văn bản UTF-8; hãy lưu lại bằng UTF-8.",
        en: "\(path) is not UTF-8 text; save it again as UTF-8.")
    }
    let (announcements, problems) = HolidayAnnouncements.read(text)
    guard problems.isEmpty else { throw failure(path, problems) }
    return announcements
  }

  private static func failure(_ path: String, _ problems: [HolidayProblem]) -> Failure {
    let shown = problems.prefix(10)
    let more = problems.count - shown.count
    func words(_ language: Language) -> String {
      shown.map { $0.words(language) }.joined(separator: "\n")
    }
    return Failure(
      .data,
      vi: "\(path):\n" + words(.vietnamese) + (more > 0 ? "\n… và \(more) dòng nữa." : ""),
      en: "\(path):\n" + words(.english) + (more > 0 ? "\n… and \(more) more lines." : ""))
  }

  /// Sessions as marks of their days: time and title.
  static func marks(_ sessions: [SessionSummary]) -> [LocalDate: [DayMark]] {
    var marks: [LocalDate: [DayMark]] = [:]
    for summary in sessions {
      let span = summary.session.content.span
      let name = SafeText(
        escaping: "\(span.start.timeText)–\(span.end.timeText) \(summary.title)")
      marks[span.start.day, default: []].append(
        DayMark(.sessions, .remark, Bilingual(vietnamese: name, english: name)))
    }
    return marks
  }

  /// Prints a day by both calendars.
  static func show(_ lunar: LunarDate, json: Bool, _ language: Language) {
    if json {
      Output.line(CalendarJSON.pair(lunar).written(pretty: true))
      return
    }
    let date = lunar.date
    Output.line(
      "\(date.weekdayName(language)) \(date.formatted)  =  \(lunar.day)/\(lunar.month)/"
        + "\(lunar.year), \(lunar.longText(language))")
  }
}

/// Days of calendars as JSON.
enum CalendarJSON {
  static func month(
    _ month: CalendarMonth, _ days: [CalendarDay], layers: Set<CalendarLayer>
  ) -> JSONValue {
    let names = CalendarLayer.allCases.filter { layers.contains($0) }
    return .object([
      "month": .string(month.iso),
      "layers": .array(names.map { .string($0.rawValue) }),
      "workingDays": .integer(Int64(days.count(where: \.isWorkingDay))),
      "days": .array(days.map(day)),
    ])
  }

  /// A day by both calendars.
  static func pair(_ lunar: LunarDate) -> JSONValue {
    .object([
      "date": .string(lunar.date.description),
      "weekday": .integer(Int64(lunar.date.weekday)),
      "lunar": object(lunar),
    ])
  }

  private static func day(_ day: CalendarDay) -> JSONValue {
    .object([
      "date": .string(day.date.description),
      "weekday": .integer(Int64(day.date.weekday)),
      "lunar": day.lunar.map(object) ?? .null,
      "working": .bool(day.isWorkingDay),
      "marks": .array(day.marks.map(mark)),
    ])
  }

  private static func object(_ lunar: LunarDate) -> JSONValue {
    .object([
      "day": .integer(Int64(lunar.day)),
      "month": .integer(Int64(lunar.month)),
      "year": .integer(Int64(lunar.year)),
      "leap": .bool(lunar.isLeap),
      "yearName": .string(LunarDate.yearName(lunar.year)),
    ])
  }

  private static func mark(_ mark: DayMark) -> JSONValue {
    .object([
      "layer": .string(mark.layer.rawValue),
      "kind": .string(mark.kind.rawValue),
      "vi": .string(mark.name.vietnamese.string),
      "en": .string(mark.name.english.string),
      "approximate": .bool(mark.isApproximate),
    ])
  }
}
