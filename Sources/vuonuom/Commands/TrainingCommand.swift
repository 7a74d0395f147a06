import ArgumentParser
import Foundation
import Incubation
import Interchange
import Storage

/// `vuonuom training`: courses as lists and files.
struct TrainingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training", abstract: "Khóa học, buổi học, danh sách / courses and sessions",
    subcommands: [List.self, Export.self, Import.self, Roster.self, Undo.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Các khóa học / the courses")
    @OptionGroup var global: GlobalOptions
    @Option(help: "Vài chữ của tên hoặc mã / letters of name or code") var text = ""
    @Flag(help: "JSON") var json = false

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.viewTraining)
      var filter = CourseFilter()
      filter.text = text
      let wanted = filter
      let courses = try Blocking.run { try await desk.stores.training.courses(wanted) }
      if json {
        Output.line(JSONValue.array(courses.map(TrainingText.object)).written(pretty: true))
      } else {
        for course in courses { Output.line(TrainingText.line(course, desk.language)) }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Xuất lịch iCalendar, không có tên người / an iCalendar file without names")
    @OptionGroup var global: GlobalOptions
    @Option(help: "Tệp đích / target file; - : standard output") var ics: String
    @Option(help: "Mã khóa học / code of a course") var course: String?
    @Option(help: "Tên giảng viên / name of a trainer") var trainer: String?
    @Option(help: "Tên hội trường / name of a hall") var venue: String?
    @Option(help: "Học viên của một khóa: tên / a trainee, with --course") var person: String?
    @Option(help: "Nhắc trước, phút; 0: không / alarm before, minutes; 0: none") var alarm = 60
    @Flag(help: "Ghi tên giảng viên / name the trainers") var names = false

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.exportData)
      try desk.require(.viewTraining)
      let (window, name) = try window(desk)
      let sessions = try Blocking.run { try await desk.stores.training.sessions(in: window) }
      let writer = CalendarWriter(
        name: name, alarm: alarm > 0 ? alarm : nil, names: names, language: desk.language)
      let bytes = writer.file(sessions)
      if ics == "-" { return Output.bytes(bytes) }
      try Files.write(ics) { try $0(bytes) }
      Output.note(
        desk.language == .vietnamese
          ? "Đã xuất \(sessions.count) buổi vào \(ics)." : "\(sessions.count) sessions in \(ics).")
    }

    private func window(_ desk: Desk) throws -> (SessionWindow, SafeText) {
      var window = SessionWindow.all
      // Calendars that have a session learn that it was taken back.
      window.includesRemoved = true
      var name: SafeText = "Vườn Ươm"
      if let course {
        let summary = try TrainingText.course(course, desk)
        window.course = summary.course.id
        name = summary.course.content.title
      }
      if let trainer {
        let all = try Blocking.run { try await desk.stores.training.trainers() }
        let found = all.filter { TextFolding.fold($0.fullName.string).contains(fold(trainer)) }
        window.trainer = try one(found, "--trainer", trainer).id
      }
      if let venue {
        let all = try Blocking.run { try await desk.stores.training.venues() }
        let found = all.filter { TextFolding.fold($0.name.string).contains(fold(venue)) }
        window.venue = try one(found, "--venue", venue).id
      }
      if let person {
        guard let course = window.course else {
          throw Failure(
            .usage, vi: "--person cần --course để biết học viên của khóa nào.",
            en: "--person needs --course, which says whose trainee it is.")
        }
        let found = try Blocking.run {
          try await desk.stores.training.roster(of: course, session: nil, search: person)
        }
        window.person = try one(found, "--person", person).person
      }
      return (window, name)
    }

    private func fold(_ text: String) -> String { TextFolding.fold(text) }

    private func one<T>(_ found: [T], _ option: String, _ text: String) throws -> T {
      guard let first = found.first else {
        throw Failure(
          .data, vi: "\(option): không tìm thấy «\(text)».",
          en: "\(option): \"\(text)\" is not found.")
      }
      guard found.count == 1 else {
        throw Failure(
          .data, vi: "\(option): có \(found.count) kết quả cho «\(text)»; hãy viết đủ tên.",
          en: "\(option): \"\(text)\" fits \(found.count); write the whole name.")
      }
      return first
    }
  }

  struct Roster: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Danh sách học viên / the people of a course")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Mã khóa học / code of the course") var course: String
    @Option(help: "csv | text") var format = "text"

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      guard ["csv", "text"].contains(format) else {
        throw Failure(
          .usage, vi: "--format chỉ nhận csv hoặc text.", en: "--format takes csv or text.")
      }
      try desk.require(format == "csv" ? .exportData : .viewTraining)
      let summary = try TrainingText.course(course, desk)
      let id = summary.course.id
      let (people, sheet) = try Blocking.run {
        (
          try await desk.stores.training.roster(of: id, session: nil, search: ""),
          try await desk.stores.training.attendance(of: id)
        )
      }
      let rows = RosterTable.rows(people, sheet, desk.language)
      if format == "csv" {
        var bytes: [UInt8] = []
        let writer = CSVWriter()
        for row in rows { writer.append(row, to: &bytes) }
        Output.bytes(bytes)
      } else {
        Output.line(TrainingText.line(summary, desk.language))
        for line in TrainingText.aligned(rows) { Output.line(line) }
      }
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hoàn tác một lần nhập / take an import back")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Số hiệu in ra khi nhập / the number printed by the import") var event: Int64

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      _ = try Blocking.run { try await desk.stores.training.undo(event, by: desk.session) }
      Output.note(desk.language == .vietnamese ? "Đã hoàn tác." : "Taken back.")
    }
  }
}
