/// What is announced for single years: days off, days worked instead, choices that the law leaves
/// open. Read from a file that a person keeps, one announcement a line:
///
/// ```text
/// # Thông báo nghỉ Tết và lễ
/// 2026 tet 1+4
/// 2026 quoc-khanh before
/// 2026-02-16 off "Tết Nguyên đán"
/// 2026-02-28 work "Làm bù"
/// 2026-01-02 swap 2026-01-10 "Hoán đổi ngày làm việc"
/// 2026-10-01 note "Ngày hội đổi mới sáng tạo"
/// ```
///
/// `off` makes a day off, `work` a working day, `swap` the first day off and the second a working
/// day, `note` puts a remark on it. Days are written yyyy-MM-dd; names may be left out.
public struct HolidayAnnouncements: Hashable, Sendable {
  /// What a day becomes.
  public enum Effect: String, Sendable {
    /// A day off.
    case off
    /// A working day.
    case work
  }

  /// A day with its name as the file has it; empty when it has none.
  public struct Entry: Hashable, Sendable {
    /// What it becomes.
    public let effect: Effect
    /// Its name; empty when there is none.
    public let name: SafeText
  }

  /// Days off and working days.
  public var days: [LocalDate: Entry] = [:]
  /// Remarks, by day.
  public var notes: [LocalDate: [SafeText]] = [:]
  /// Choices for Tết.
  public var tet: [Int: PublicHolidays.TetChoice] = [:]
  /// Choices for National Day.
  public var nationalDay: [Int: PublicHolidays.NationalDayChoice] = [:]

  /// No announcements.
  public init() {}

  /// Reads a file. Blank lines and what follows a `#` at the beginning of a line are passed over.
  /// Lines that were not understood are left out and listed, in order.
  public static func read(
    _ text: String
  ) -> (announcements: HolidayAnnouncements, problems: [HolidayProblem]) {
    var reader = AnnouncementReader()
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      reader.read(line, number: index + 1)
    }
    return (reader.result, reader.problems)
  }
}

/// A line of a file of announcements that cannot be used.
public struct HolidayProblem: Error, Hashable, Sendable {
  /// Why.
  public enum Reason: Error, Hashable, Sendable {
    /// The line does not begin with a day or a year: what it begins with.
    case notADay(String)
    /// There is no such day: as written.
    case noSuchDay(String)
    /// None of the words `off`, `work`, `swap`, `note`, `tet`, `quoc-khanh`: what is there.
    case unknownWord(String)
    /// Not one of the choices: what is there, and the choices.
    case unknownChoice(String, [String])
    /// The name is not within quotation marks, or something follows it.
    case name
    /// The name has characters that cannot be shown, or is too long.
    case unsafeName
    /// The same day was said to be something else on another line: that line.
    case contradiction(LocalDate, line: Int)
  }

  /// The line, counted from 1.
  public let line: Int
  /// Why.
  public let reason: Reason

  /// A line and what is wrong with it.
  public init(line: Int, reason: Reason) { (self.line, self.reason) = (line, reason) }
}

/// Reads the lines of a file of announcements.
private struct AnnouncementReader {
  var result = HolidayAnnouncements()
  var problems: [HolidayProblem] = []
  private var lines: [LocalDate: Int] = [:]

  mutating func read(_ line: Substring, number: Int) {
    let text = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.isEmpty || text.first == "#" { return }
    do throws(HolidayProblem.Reason) { try read(text, number) } catch {
      problems.append(HolidayProblem(line: number, reason: error))
    }
  }

  private mutating func read(
    _ line: Substring, _ number: Int
  ) throws(HolidayProblem.Reason) {
    var rest = line
    let start = Self.word(&rest)
    let verb = Self.word(&rest)
    if start.utf8.count == 4, let year = Int(start) {
      try choose(year, verb, Self.word(&rest))
      _ = try Self.name(rest)
      return
    }
    let date = try Self.day(start)
    switch verb {
    case "off": try set(date, .off, try Self.name(rest), number)
    case "work": try set(date, .work, try Self.name(rest), number)
    case "swap":
      let other = try Self.day(Self.word(&rest))
      let name = try Self.name(rest)
      try set(date, .off, name, number)
      try set(other, .work, name, number)
    case "note": result.notes[date, default: []].append(try Self.name(rest))
    default: throw .unknownWord(verb)
    }
  }

  private mutating func choose(
    _ year: Int, _ verb: String, _ choice: String
  ) throws(HolidayProblem.Reason) {
    switch verb {
    case "tet":
      guard let known = PublicHolidays.TetChoice(rawValue: choice) else {
        throw .unknownChoice(choice, PublicHolidays.TetChoice.allCases.map(\.rawValue))
      }
      result.tet[year] = known
    case "quoc-khanh":
      guard let known = PublicHolidays.NationalDayChoice(rawValue: choice) else {
        throw .unknownChoice(choice, PublicHolidays.NationalDayChoice.allCases.map(\.rawValue))
      }
      result.nationalDay[year] = known
    default: throw .unknownWord(verb)
    }
  }

  private mutating func set(
    _ date: LocalDate, _ effect: HolidayAnnouncements.Effect, _ name: SafeText, _ line: Int
  ) throws(HolidayProblem.Reason) {
    if let known = result.days[date], known.effect != effect {
      throw .contradiction(date, line: lines[date] ?? line)
    }
    result.days[date] = HolidayAnnouncements.Entry(effect: effect, name: name)
    lines[date] = line
  }

  /// The next run of characters that are no spaces; empty at the end.
  private static func word(_ rest: inout Substring) -> String {
    let word = rest.prefix { !$0.isWhitespace }
    rest = rest[word.endIndex...].drop { $0.isWhitespace }
    return String(word)
  }

  private static func day(_ text: String) throws(HolidayProblem.Reason) -> LocalDate {
    if let date = LocalDate(iso: text) { return date }
    let isShaped = text.utf8.count == 10 && text.split(separator: "-").count == 3
    if isShaped { throw .noSuchDay(text) } else { throw .notADay(text) }
  }

  /// A name within quotation marks up to the end of the line; empty when nothing is left.
  private static func name(_ rest: Substring) throws(HolidayProblem.Reason) -> SafeText {
    let trimmed = String(rest).reversed().drop { $0.isWhitespace }.reversed()
    if trimmed.isEmpty { return .empty }
    let pairs: [(Character, Character)] = [("\"", "\""), ("“", "”"), ("«", "»")]
    guard trimmed.count >= 2, let first = trimmed.first, let last = trimmed.last,
      pairs.contains(where: { $0 == first && $1 == last })
    else { throw .name }
    let inner = String(trimmed.dropFirst().dropLast())
    if inner.contains("\"") { throw .name }
    do { return try SafeText(inner) } catch { throw .unsafeName }
  }
}
