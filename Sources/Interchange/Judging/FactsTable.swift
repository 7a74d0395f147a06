import Incubation

/// Values that facts hold and rules do not.
extension RulesTable {
  /// Text of one line; empty, with a problem kept when it is required, when it is not there.
  mutating func line(_ name: String, isRequired: Bool = false) -> SafeText {
    value(name, isRequired: isRequired, .text) { Self.safe($0) } ?? .empty
  }

  /// Text that may be long, and must be there.
  mutating func note(_ name: String) -> SafeText {
    value(name, isRequired: true, .text, Self.safeNote) ?? .empty
  }

  /// Texts that may be long.
  mutating func notes(_ name: String) -> [SafeText] {
    value(name, isRequired: false, .list) { value -> [SafeText]? in
      guard case .list(let values) = value else { return nil }
      let texts = values.compactMap(Self.safeNote)
      return texts.count == values.count ? texts : nil
    } ?? []
  }

  /// Text of one line; nil when it is not there.
  mutating func optionalText(_ name: String) -> String? {
    value(name, isRequired: false, .text) { Self.safe($0)?.string }
  }

  /// A day: "15/09/2020".
  mutating func day(_ name: String, isRequired: Bool = false) -> LocalDate? {
    value(name, isRequired: isRequired, .day) { value in
      if case .text(let text) = value { try? LocalDate.parse(text) } else { nil }
    }
  }

  /// A time of a day: "08:30 15/09/2020".
  mutating func moment(_ name: String, isRequired: Bool = false) -> MinutesFacts.Moment? {
    value(name, isRequired: isRequired, .moment) { value in
      guard case .text(let text) = value else { return nil }
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      let clock = (parts.first ?? "").split(separator: ":").map { Int($0) }
      guard parts.count == 2, clock.count == 2, let hour = clock[0], let minute = clock[1],
        let day = try? LocalDate.parse(parts[1])
      else { return nil }
      return MinutesFacts.Moment(day, hour: hour, minute: minute)
    }
  }

  /// Whole đồng, as a number or as people write it: "20 triệu".
  mutating func money(_ name: String) -> Money {
    value(name, isRequired: true, .number) { value in
      switch value {
      case .whole(let dong): dong >= 0 ? Money(dong: Int64(dong)) : nil
      case .text(let text): try? Money.parse(text)
      default: nil
      }
    } ?? Money(dong: 0)
  }

  /// Every value of this table by its name.
  mutating func all<Value>(_ read: (inout RulesTable, String) -> Value) -> [String: Value] {
    var result: [String: Value] = [:]
    for name in names { result[name] = read(&self, name) }
    return result
  }

  static func safeNote(_ value: RulesValue) -> SafeText? {
    guard case .text(let text) = value else { return nil }
    return try? SafeText(text, .note)
  }
}

/// Finds the lines of a TOML text on which keys stand. The reader of TOML does not tell them.
struct FactsLines {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var prefix = ""
    var counts: [String: Int] = [:]
    var isInside = false
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, row) in rows.enumerated() {
      let line = row.drop { $0 == " " || $0 == "\t" }
      let fences = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
      let wasInside = isInside
      if fences % 2 == 1 { isInside.toggle() }
      if wasInside || line.isEmpty || line.first == "#" { continue }
      if line.first == "[" {
        guard let name = Self.heading(line) else { continue }
        prefix = name
        if line.hasPrefix("[[") {
          counts[name, default: 0] += 1
          prefix = "\(name)[\(counts[name] ?? 1)]"
        }
        note(prefix, place + 1)
        note(name, place + 1)
      } else if let end = line.firstIndex(of: "=") {
        let key = Self.bare(line[..<end])
        note(prefix.isEmpty ? key : "\(prefix).\(key)", place + 1)
      }
    }
  }

  /// The line of a place, else that of what it is in; nil when neither is in the text.
  func line(of place: String) -> Int? {
    var place = Substring(place)
    while true {
      if let line = lines[String(place)] { return line }
      guard let end = place.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      place = place[..<end]
    }
  }

  private mutating func note(_ place: String, _ line: Int) {
    if lines[place] == nil { lines[place] = line }
  }

  private static func heading(_ line: Substring) -> String? {
    let name = line.drop { $0 == "[" }.prefix { $0 != "]" }
    return name.isEmpty ? nil : bare(name)
  }

  private static func bare(_ text: Substring) -> String {
    String(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" })
  }
}
