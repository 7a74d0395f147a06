public import Incubation

/// An event of a calendar file, as far as courses need it.
public struct CalendarEvent: Hashable, Sendable {
  /// What calendars know it by; empty when the file does not say.
  public var uid = SafeText.empty
  /// What it is about.
  public var summary = SafeText.empty
  /// Where; empty when the file does not say.
  public var location = SafeText.empty
  /// The first category; empty when there is none.
  public var category = SafeText.empty
  /// When.
  public var span: TimeSpan
  /// How it repeats; nil for once.
  public var rule: Recurrence?
  /// Which occurrence of its UID it stands for; nil for the event itself.
  public var replaces: LocalMoment?
  /// How often it was changed.
  public var sequence = 0
  /// Whether it was called off.
  public var isCancelled = false
  /// The line on which it begins.
  public var line: Int
}

/// Something in a file that was left out, and why.
public struct CalendarProblem: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// A rule of courses refuses it.
    case training(TrainingRefusal)
    /// A property that has to be there is not.
    case missing(String)
    /// A property or cell that is not understood.
    case notUnderstood(String)
    /// A property that repeats in a way that is refused.
    case refusedProperty(String)
    /// A time zone that is not that of Viet Nam.
    case zone(SafeText)
    /// Not UTF-8.
    case encoding
    /// A property or file beyond its bound.
    case tooLarge(String)
    /// It begins and does not end.
    case unfinished
    /// The file is no calendar, or no list.
    case notACalendar
    /// A course that there is not.
    case course(SafeText)
  }

  /// The line, from 1.
  public var line: Int
  /// Why.
  public var reason: Reason

  /// A problem.
  public init(line: Int, reason: Reason) { (self.line, self.reason) = (line, reason) }
}

/// Reads calendar files of others: tolerantly, a bad event is reported with its line and the rest
/// goes in; bounded in every direction, because files come from anywhere.
///
/// Read here and not by libical: every problem has to be told with its line, and libical drops
/// positions and turns what it does not understand into notes within the event; and lines are
/// unfolded as bytes before anything is decoded, since folding may split a letter.
public struct CalendarReader {
  /// The largest file, in bytes.
  public static let largestFile = 20_000_000
  /// The most events.
  public static let mostComponents = 50_000
  /// The largest property, in bytes, unfolded.
  public static let largestProperty = 65_536
  /// The most problems that are listed.
  public static let mostProblems = 1_000

  /// Name of the calendar; empty when the file does not say.
  public private(set) var name = SafeText.empty
  /// The events that were understood.
  public private(set) var events: [CalendarEvent] = []
  /// What was left out.
  public private(set) var problems: [CalendarProblem] = []
  /// How many events the file has, understood or not.
  public private(set) var components = 0

  private var isCalendar = false
  private var open: (line: Int, properties: [Property], problem: CalendarProblem?)?
  private var nested = 0

  /// A line of a file, unfolded and taken apart.
  struct Property {
    var name: String
    var parameters: [String: String]
    var value: String
    var line: Int
  }

  /// Reads a file.
  public init(_ bytes: [UInt8]) {
    guard bytes.count <= Self.largestFile else {
      report(1, .tooLarge("20 MB"))
      return
    }
    readLines(bytes)
    if let open { report(open.line, .unfinished) }
    if !isCalendar { problems = [CalendarProblem(line: 1, reason: .notACalendar)] }
  }

  private mutating func report(_ line: Int, _ reason: CalendarProblem.Reason) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(CalendarProblem(line: line, reason: reason))
  }

  /// Unfolds: a line that begins with a space or tab goes on from the one before.
  private mutating func readLines(_ bytes: [UInt8]) {
    var pending: [UInt8] = []
    var (first, line, index) = (1, 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    while index < bytes.count, components <= Self.mostComponents {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      var slice = bytes[index..<end]
      if slice.last == 0x0D { slice = slice.dropLast() }
      if let head = slice.first, head == 0x20 || head == 0x09 {
        if pending.count <= Self.largestProperty { pending += slice.dropFirst() }
      } else {
        take(pending, first)
        pending = Array(slice.prefix(Self.largestProperty + 1))
        first = line
      }
      line += 1
      index = end + 1
    }
    take(pending, first)
  }

  private mutating func take(_ bytes: [UInt8], _ line: Int) {
    if bytes.isEmpty { return }
    if bytes.count > Self.largestProperty {
      blame(line, .tooLarge("64 KB"))
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      blame(line, .encoding)
      return
    }
    guard let property = Self.property(text, line) else {
      // Lines outside of events that say nothing are passed over.
      if open != nil, nested == 0 { blame(line, .notUnderstood(String(text.prefix(40)))) }
      return
    }
    take(property)
  }

  /// Notes what is wrong within an event; the first problem is told.
  private mutating func blame(_ line: Int, _ reason: CalendarProblem.Reason) {
    guard open != nil else { return }
    if open?.problem == nil { open?.problem = CalendarProblem(line: line, reason: reason) }
  }

  private mutating func take(_ property: Property) {
    switch (property.name, property.value.uppercased()) {
    case ("BEGIN", "VCALENDAR"): isCalendar = true
    case ("BEGIN", "VEVENT"):
      if let open { report(open.line, .unfinished) }
      components += 1
      nested = 0
      open = nil
      if components > Self.mostComponents {
        report(property.line, .tooLarge("\(Self.mostComponents) VEVENT"))
      } else {
        open = (property.line, [], nil)
      }
    case ("END", "VEVENT"): finish()
    case ("BEGIN", _): nested += open == nil ? 0 : 1
    case ("END", _): nested -= open == nil || nested == 0 ? 0 : 1
    case ("X-WR-CALNAME", _) where open == nil:
      name = (try? Self.text(property.value, limit: 200)) ?? .empty
    default: if nested == 0 { open?.properties.append(property) }
    }
  }

  private mutating func finish() {
    guard let done = open else { return }
    open = nil
    if let problem = done.problem {
      report(problem.line, problem.reason)
      return
    }
    do {
      events.append(try EventReader(done.properties, line: done.line).event())
    } catch {
      report(error.line, error.reason)
    }
  }

  /// Takes "NAME;PARAMETER=VALUE:VALUE" apart; nil when it is not of that form.
  static func property(_ text: String, _ line: Int) -> Property? {
    var isQuoted = false
    guard
      let colon = text.utf8.firstIndex(where: { byte in
        if byte == 0x22 { isQuoted.toggle() }
        return byte == 0x3A && !isQuoted
      })
    else { return nil }
    let parts = text[..<colon].split(separator: ";")
    guard let name = parts.first, !name.isEmpty,
      name.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) || ($0 | 0x20) >= 0x61 })
    else { return nil }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      parameters[sides[0].uppercased()] = sides[1].filter { $0 != "\"" }
    }
    return Property(
      name: name.uppercased(), parameters: parameters,
      value: String(text[text.utf8.index(after: colon)...]), line: line)
  }

  /// Text of a property with its escapes resolved, on one line, cut at the bound.
  static func text(_ value: String, limit: Int) throws(SafeText.Refusal) -> SafeText {
    var result = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        result.append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return try SafeText(String(result.prefix(limit)))
  }
}

/// Why an event is not taken.
struct CalendarProblemError: Error {
  var line: Int
  var reason: CalendarProblem.Reason
}
