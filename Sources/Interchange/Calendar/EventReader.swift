import Incubation

/// Makes an event of its properties.
struct EventReader {
  private let properties: [CalendarReader.Property]
  private let line: Int

  init(_ properties: [CalendarReader.Property], line: Int) {
    (self.properties, self.line) = (properties, line)
  }

  func event() throws(CalendarProblemError) -> CalendarEvent {
    for name in ["EXRULE", "RDATE"] {
      if let found = first(name) { throw at(found, .refusedProperty(name)) }
    }
    guard let start = first("DTSTART") else { throw problem(.missing("DTSTART")) }
    let begin = try moment(start, start.value)
    var event = CalendarEvent(span: try span(start, begin), line: line)
    event.uid = try text("UID")
    event.summary = try text("SUMMARY")
    event.location = try text("LOCATION")
    event.category = try category()
    event.sequence = first("SEQUENCE").flatMap { Int($0.value) }.map { max(0, $0) } ?? 0
    event.isCancelled = first("STATUS")?.value.uppercased() == "CANCELLED"
    if let replaced = first("RECURRENCE-ID") {
      event.replaces = try moment(replaced, replaced.value)
    }
    event.rule = try rule()
    return event
  }

  private func first(_ name: String) -> CalendarReader.Property? {
    properties.first { $0.name == name }
  }

  private func problem(_ reason: CalendarProblem.Reason) -> CalendarProblemError {
    CalendarProblemError(line: line, reason: reason)
  }

  private func at(
    _ property: CalendarReader.Property, _ reason: CalendarProblem.Reason
  ) -> CalendarProblemError {
    CalendarProblemError(line: property.line, reason: reason)
  }

  private func text(_ name: String) throws(CalendarProblemError) -> SafeText {
    guard let property = first(name) else { return .empty }
    do { return try CalendarReader.text(property.value, limit: 200) } catch {
      throw at(property, .notUnderstood(name))
    }
  }

  /// The first of several: a comma that is no part of the text divides them.
  private func category() throws(CalendarProblemError) -> SafeText {
    guard let property = first("CATEGORIES") else { return .empty }
    var isEscaped = false
    let end = property.value.firstIndex { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      return character == "," && !isEscaped
    }
    let value = String(property.value[..<(end ?? property.value.endIndex)])
    do { return try CalendarReader.text(value, limit: 200) } catch {
      throw at(property, .notUnderstood("CATEGORIES"))
    }
  }

  /// Zones that show the time of Viet Nam; times without a zone are those of the wall.
  private static let zones: Set<String> = [
    "ASIA/HO_CHI_MINH", "ASIA/SAIGON", "ASIA/BANGKOK", "ASIA/VIENTIANE", "ASIA/PHNOM_PENH",
    "SE ASIA STANDARD TIME", "ETC/GMT-7",
  ]

  private func moment(
    _ property: CalendarReader.Property, _ value: String
  ) throws(CalendarProblemError) -> LocalMoment {
    if let zone = property.parameters["TZID"], !value.hasSuffix("Z"),
      !Self.zones.contains(zone.uppercased())
    {
      throw at(property, .zone(SafeText(escaping: zone)))
    }
    guard let moment = LocalMoment(basic: value) else {
      throw at(property, .notUnderstood("\(property.name):\(value.prefix(40))"))
    }
    return moment
  }

  private func span(
    _ start: CalendarReader.Property, _ begin: LocalMoment
  ) throws(CalendarProblemError) -> TimeSpan {
    let isDay = start.value.utf8.count == 8
    var end = begin.adding(minutes: isDay ? LocalMoment.minutesPerDay : 60)
    if let property = first("DTEND") {
      end = try moment(property, property.value)
    } else if let property = first("DURATION") {
      guard let minutes = Self.minutes(property.value) else {
        throw at(property, .notUnderstood("DURATION:\(property.value.prefix(40))"))
      }
      end = begin.adding(minutes: minutes)
    }
    do { return try TimeSpan(begin, end) } catch { throw at(start, .training(error)) }
  }

  /// "PT1H30M", "P1D", "P1W"; nil when it is none, or beyond a year.
  static func minutes(_ text: String) -> Int? {
    var rest = text.uppercased()[...]
    if rest.first == "+" { rest = rest.dropFirst() }
    guard rest.first == "P" else { return nil }
    var (total, number, hasDigits, isTime) = (0, 0, false, false)
    for character in rest.dropFirst() {
      if let digit = character.wholeNumberValue, character.isASCII {
        number = number * 10 + digit
        hasDigits = true
        guard number < 1_000_000 else { return nil }
        continue
      }
      if character == "T" {
        isTime = true
        continue
      }
      let unit = ["W": 10_080, "D": 1_440, "H": 60, "M": 1][character]
      if character == "S" { number = 0 }
      guard hasDigits, character == "S" || unit != nil && isTime == "HM".contains(character) else {
        return nil
      }
      total += number * (unit ?? 0)
      (number, hasDigits) = (0, false)
    }
    return hasDigits || total > 527_040 ? nil : total
  }

  private func rule() throws(CalendarProblemError) -> Recurrence? {
    let rules = properties.filter { $0.name == "RRULE" }
    guard let property = rules.first else { return nil }
    if rules.count > 1 { throw at(rules[1], .refusedProperty("RRULE")) }
    do {
      var rule = try Recurrence.parse(property.value)
      for exception in properties where exception.name == "EXDATE" {
        for value in exception.value.split(separator: ",") {
          rule.exceptions.insert(try moment(exception, String(value)))
        }
      }
      return rule
    } catch let refusal as TrainingRefusal {
      throw at(property, .training(refusal))
    } catch let error as CalendarProblemError {
      throw error
    } catch {
      throw at(property, .notUnderstood("RRULE"))
    }
  }
}
