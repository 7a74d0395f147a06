public import Incubation
public import Storage

/// Writes sessions as an iCalendar file (RFC 5545) for the calendars of phones and desktops.
///
/// Every occurrence is an event of its own, with its own identity: calcurse and several phones
/// show no occurrence that was moved by RECURRENCE-ID. Without `names` no person is in the file,
/// so that it may lie on a web server.
public struct CalendarWriter: Sendable {
  /// Name of the calendar; empty for none.
  public var name: SafeText
  /// Minutes before the beginning at which calendars remind; nil for no alarm.
  public var alarm: Int?
  /// Whether trainers are named.
  public var names: Bool
  /// The language of the words that are added.
  public var language: Language

  /// A writer with an alarm an hour before, without names.
  public init(
    name: SafeText, alarm: Int? = 60, names: Bool = false, language: Language = .vietnamese
  ) {
    self.name = name
    self.alarm = alarm
    self.names = names
    self.language = language
  }

  /// The file.
  public func file(_ sessions: [SessionSummary]) -> [UInt8] {
    var lines = LineFolder()
    for line in Self.head { lines.add(line) }
    if !name.isBlank { lines.add("X-WR-CALNAME:" + Self.escaped(name.string)) }
    for line in Self.zone { lines.add(line) }
    for session in sessions { add(session, to: &lines) }
    lines.add("END:VCALENDAR")
    return lines.bytes
  }

  private static let head = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vuon Uom//Training//VI", "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH", "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
  ]

  /// Viet Nam has had one time without daylight saving since 1975.
  private static let zone = [
    "BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
  ]

  private func add(_ summary: SessionSummary, to lines: inout LineFolder) {
    let session = summary.session
    let span = session.content.span
    let zone = ";TZID=Asia/Ho_Chi_Minh:"
    lines.add("BEGIN:VEVENT")
    lines.add("UID:" + Self.escaped(session.uid.string))
    lines.add("DTSTAMP:" + Self.utc(session.changedAt))
    lines.add("LAST-MODIFIED:" + Self.utc(session.changedAt))
    lines.add("SEQUENCE:\(session.sequence)")
    lines.add("DTSTART" + zone + span.start.basic)
    lines.add("DTEND" + zone + span.end.basic)
    lines.add("SUMMARY:" + Self.escaped(summary.title.string))
    lines.add("CATEGORIES:" + Self.escaped(summary.courseTitle.string))
    if let venue = summary.venue {
      let place = [venue.name, venue.address].filter { !$0.isBlank }.map(\.string)
      lines.add("LOCATION:" + Self.escaped(place.joined(separator: ", ")))
    }
    let text = description(summary)
    if !text.isEmpty { lines.add("DESCRIPTION:" + Self.escaped(text)) }
    lines.add("STATUS:" + (session.isCancelled ? "CANCELLED" : "CONFIRMED"))
    if let alarm, !session.isCancelled { addAlarm(alarm, summary, to: &lines) }
    lines.add("END:VEVENT")
  }

  private func description(_ summary: SessionSummary) -> String {
    let isVietnamese = language == .vietnamese
    var parts = [(isVietnamese ? "Khóa học: " : "Course: ") + summary.courseTitle.string]
    if names, !summary.trainers.isEmpty {
      let trainers = summary.trainers.map(\.string).joined(separator: ", ")
      parts.append((isVietnamese ? "Giảng viên: " : "Trainers: ") + trainers)
    }
    if !summary.session.content.materials.isBlank {
      parts.append(
        (isVietnamese ? "Tài liệu: " : "Materials: ") + summary.session.content.materials.string)
    }
    return parts.joined(separator: "\n")
  }

  private func addAlarm(_ minutes: Int, _ summary: SessionSummary, to lines: inout LineFolder) {
    lines.add("BEGIN:VALARM")
    lines.add("ACTION:DISPLAY")
    lines.add("DESCRIPTION:" + Self.escaped(summary.title.string))
    lines.add("TRIGGER:-PT\(max(0, minutes))M")
    lines.add("END:VALARM")
  }

  /// Text of a property: backslash, semicolon, comma and line ends are escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      case "\r": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func utc(_ moment: Timestamp) -> String {
    let offset = Int(Timestamp.vietnamOffsetMinutes)
    let time = moment.localTime
    let wall = LocalMoment(moment.localDate, minute: time.hour * 60 + time.minute)
    let seconds = time.second < 10 ? "0\(time.second)" : "\(time.second)"
    return wall.adding(minutes: -offset).basic.dropLast(2) + seconds + "Z"
  }
}

/// Lines of at most 75 octets: what is longer goes on after a space on the next one, never within
/// a letter.
struct LineFolder {
  private(set) var bytes: [UInt8] = []
  private static let widest = 75

  mutating func add(_ line: String) {
    var width = 0
    for character in line {
      let length = character.utf8.count
      if width + length > Self.widest, width > 0 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += character.utf8
      width += length
    }
    bytes += [0x0D, 0x0A]
  }
}
