import ArgumentParser
import Foundation
import Incubation
import Interchange
import Storage

extension TrainingCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Nhập buổi học từ tệp .ics hoặc .csv / sessions from a file")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tệp .ics hoặc .csv / file") var file: String
    @Option(help: "Đưa mọi buổi vào khóa này / all into this course: CODE") var course: String?
    @Flag(help: "Chỉ xem trước, không ghi / show what would happen, write nothing")
    var dryRun = false

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.importData)
      let bytes = try Files.read(file, limit: CalendarReader.largestFile)
      var problems: [CalendarProblem] = []
      var name = SafeText(
        escaping: ((file as NSString).lastPathComponent as NSString)
          .deletingPathExtension)
      let items = try read(bytes, desk.today, &name, &problems)
      let target = try course.map { try TrainingText.course($0, desk).course.id }
      let uids = items.map(\.session.uid).filter { !$0.isBlank }
      let (courses, known) = try Blocking.run {
        (
          try await desk.stores.training.courses(CourseFilter()),
          try await desk.stores.training.sessions(uids: uids)
        )
      }
      let fileName = SafeText(escaping: (file as NSString).lastPathComponent)
      var batch = TrainingPlanner(courses: courses, target: target)
        .plan(items, fileName: fileName, name: name, known: known)
      batch.refused = problems.count
      show(batch, problems, items.count, desk.language)
      let isEmpty = batch.new.isEmpty && batch.updates.isEmpty
      if !dryRun, !isEmpty {
        let plan = batch
        let receipt = try Blocking.run {
          try await desk.stores.training.publish(plan, by: desk.session)
        }
        Output.note(
          desk.language == .vietnamese
            ? "Đã nhập; hoàn tác: vuonuom training undo \(receipt.event)"
            : "Imported; to take it back: vuonuom training undo \(receipt.event)")
      }
      if problems.contains(where: { $0.reason == .notACalendar }) {
        throw PartialSuccess()
      }
      if !problems.isEmpty { throw PartialSuccess() }
    }

    private func read(
      _ bytes: [UInt8], _ today: LocalDate, _ name: inout SafeText,
      _ problems: inout [CalendarProblem]
    ) throws -> [TrainingPlanner.Item] {
      if file.lowercased().hasSuffix(".csv") {
        do {
          let list = try SessionListReader(bytes, today: today)
          problems = list.problems
          return list.items
        } catch {
          throw Failure(
            .data, vi: "\(file): " + error.words(.vietnamese),
            en: "\(file): " + error.words(.english))
        }
      }
      let reader = CalendarReader(bytes)
      if !reader.name.isBlank { name = reader.name }
      problems = reader.problems
      return TrainingPlanner.items(reader, problems: &problems)
    }

    private func show(
      _ batch: TrainingBatch, _ problems: [CalendarProblem], _ count: Int, _ language: Language
    ) {
      for problem in problems.prefix(20) { Output.note(problem.words(language)) }
      let more = problems.count - 20
      if more > 0 {
        Output.note(language == .vietnamese ? "… và \(more) lỗi nữa." : "… and \(more) more.")
      }
      let unchanged = count - batch.new.count - batch.updates.count
      Output.line(
        language == .vietnamese
          ? "Khóa mới: \(batch.courses.count), buổi mới: \(batch.new.count), cập nhật: "
            + "\(batch.updates.count), giữ nguyên: \(unchanged), không nhận: \(problems.count)"
          : "New courses: \(batch.courses.count), new sessions: \(batch.new.count), updated: "
            + "\(batch.updates.count), unchanged: \(unchanged), refused: \(problems.count)")
    }
  }
}

/// Courses and their people as lines of text.
enum TrainingText {
  /// The course with a code.
  ///
  /// - Throws: `Failure` with code data when there is none.
  static func course(_ code: String, _ desk: Desk) throws -> CourseSummary {
    let found: CourseSummary? = try Blocking.run {
      guard let id = try await desk.stores.training.find(code: code) else { return nil }
      return try await desk.stores.training.record(id).summary
    }
    guard let found else {
      throw Failure(
        .data, vi: "Không có khóa học «\(code)»; xem mã bằng vuonuom training list.",
        en: "There is no course \"\(code)\"; see the codes with vuonuom training list.")
    }
    return found
  }

  static func line(_ summary: CourseSummary, _ language: Language) -> String {
    let course = summary.course
    let days = summary.days.map {
      $0.lowerBound == $0.upperBound
        ? $0.lowerBound.formatted : "\($0.lowerBound.formatted)–\($0.upperBound.formatted)"
    }
    let places = course.content.capacity.map { "\(summary.placesHeld)/\($0)" }
    let waiting = summary.people[.waiting] ?? 0
    let isVietnamese = language == .vietnamese
    let parts = [
      course.code.string, days ?? "—",
      "\(summary.sessions) " + (isVietnamese ? "buổi" : "sessions"),
      (places ?? "\(summary.placesHeld)") + (isVietnamese ? " chỗ" : " places")
        + (waiting > 0 ? (isVietnamese ? ", chờ \(waiting)" : ", \(waiting) waiting") : ""),
      course.status.label(language), course.content.title.string,
    ]
    return parts.joined(separator: "  ")
  }

  static func object(_ summary: CourseSummary) -> JSONValue {
    let course = summary.course
    return .object([
      "code": .string(course.code.string), "title": .string(course.content.title.string),
      "kind": .string(course.content.kind.rawValue), "status": .string(course.status.rawValue),
      "sessions": .integer(Int64(summary.sessions)),
      "from": summary.days.map { .string($0.lowerBound.description) } ?? .null,
      "to": summary.days.map { .string($0.upperBound.description) } ?? .null,
      "places": course.content.capacity.map { .integer(Int64($0)) } ?? .null,
      "held": .integer(Int64(summary.placesHeld)),
      "waiting": .integer(Int64(summary.people[.waiting] ?? 0)),
    ])
  }

  /// Rows with their columns under each other.
  static func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        text + String(repeating: " ", count: widths[column] - text.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
