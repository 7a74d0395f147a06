import ArgumentParser
import Incubation
import Interchange
import Storage

/// How the subcommands of the programme print.
enum PrintFormat: String, CaseIterable {
  case text, csv, json, odt

  /// The format with a name, of those that a subcommand knows.
  ///
  /// - Throws: `Failure` with code usage.
  static func named(_ name: String, of known: [PrintFormat]) throws -> PrintFormat {
    if let found = PrintFormat(rawValue: name), known.contains(found) { return found }
    let names = known.map(\.rawValue)
    throw Failure(
      .usage, vi: "--format chỉ nhận \(names.joined(separator: ", ")).",
      en: "--format takes \(names.joined(separator: ", ")).")
  }
}

/// What the subcommands of the programme share.
struct ProgrammeOptions: ParsableArguments {
  @Option(help: "Tệp thông báo nghỉ / file of announced days off") var holidays: String?

  /// The days on which offices work.
  func calendar() throws -> WorkingDays {
    WorkingDays(
      announcements: try holidays.map(CalendarCommand.announcements) ?? HolidayAnnouncements())
  }
}

/// Days, tables and refusals as the subcommands of the programme read and print them.
enum ProgrammeText {
  /// A day of an option.
  ///
  /// - Throws: `Failure` with code usage.
  static func day(_ text: String, _ option: String) throws -> LocalDate {
    do { return try LocalDate.parse(text) } catch {
      throw Failure(
        .usage, vi: "\(option): không hiểu ngày «\(text)»; hãy viết như 31/12/2019.",
        en: "\(option): do not understand the day \"\(text)\"; write it as 31/12/2019.")
    }
  }

  /// The last moment of a day: what was recorded on it is known.
  static func moment(_ text: String, _ option: String) throws -> Timestamp {
    let next = try day(text, option).adding(days: 1).at(hour: 0)
    return Timestamp(milliseconds: next.milliseconds - 1)
  }

  /// A line of text of an option.
  ///
  /// - Throws: `Failure` with code usage.
  static func line(_ text: String, _ option: String) throws -> SafeText {
    do { return try SafeText(text) } catch {
      let words = FieldRefusal.text(error)
      throw Failure(
        .usage, vi: "\(option): \(words.words(.vietnamese))",
        en: "\(option): \(words.words(.english))")
    }
  }

  /// A refusal of the rules as an end of the program.
  static func refused<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let refusal as ProgrammeRefusal {
      throw Failure(.data, vi: refusal.words(.vietnamese), en: refusal.words(.english))
    }
  }

  /// Prints rows as CSV.
  static func csv(_ rows: [[CSVWriter.Cell]]) {
    var bytes: [UInt8] = []
    let writer = CSVWriter()
    for row in rows { writer.append(row, to: &bytes) }
    Output.bytes(bytes)
  }

  /// Prints rows of text with their columns under each other.
  static func table(_ rows: [[String]]) {
    for line in TrainingText.aligned(rows) { Output.line(line) }
  }
}
