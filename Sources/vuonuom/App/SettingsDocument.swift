/// The text of a settings file, of which single values can be changed: everything else, comments,
/// unknown keys and the order of lines among it, stays as a person wrote it.
struct SettingsDocument {
  /// A key before the first table.
  struct Entry {
    var key: String
    /// The line it stands on, from 1.
    var line: Int
    /// Where its value stands.
    var value: Range<Int>
  }

  private var letters: [Unicode.Scalar]
  /// The keys before the first table, in their order.
  private(set) var entries: [Entry] = []
  /// Where the first table begins; the end of the text when there is none.
  private var tables = 0

  /// The document of a text, which is taken to be valid TOML.
  init(_ text: String) {
    letters = Array(text.unicodeScalars)
    scan()
  }

  /// The text as it is now.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }

  /// Gives a key a value, in the place where it stands; a new one comes behind the last key before
  /// the first table.
  mutating func set(_ key: String, to value: String) {
    if let entry = entries.last(where: { $0.key == key }) {
      letters.replaceSubrange(entry.value, with: value.unicodeScalars)
    } else {
      insert("\(key) = \(value)")
    }
    scan()
  }

  private mutating func insert(_ line: String) {
    let end = lineEnd
    var place = entries.last.map { self.end(ofLineAt: $0.value.upperBound) } ?? startOfTables
    var inserted = Array(line.unicodeScalars) + end
    if place > 0, letters[place - 1] != "\n" {
      inserted = end + inserted
    } else if entries.isEmpty, place < letters.count {
      inserted += end
    }
    place = min(place, letters.count)
    letters.insert(contentsOf: inserted, at: place)
  }

  /// Before the first table, and before the remarks that stand right above it.
  private var startOfTables: Int {
    guard tables < letters.count else { return letters.count }
    var place = tables
    while place > 0 {
      let start = startOfLine(before: place)
      guard letters[start..<place].first(where: { !Self.isBlank($0) }) == "#" else { break }
      place = start
    }
    return place
  }

  private func startOfLine(before place: Int) -> Int {
    (letters[..<(place - 1)].lastIndex(of: "\n") ?? -1) + 1
  }

  /// The end of a line in the way of this file.
  private var lineEnd: [Unicode.Scalar] {
    guard let first = letters.firstIndex(of: "\n"), first > 0 else { return ["\n"] }
    return letters[first - 1] == "\r" ? ["\r", "\n"] : ["\n"]
  }

  private func end(ofLineAt place: Int) -> Int {
    letters[place...].firstIndex(of: "\n").map { $0 + 1 } ?? letters.count
  }

  // MARK: Reading

  private mutating func scan() {
    entries = []
    var place = 0
    var line = 1
    while place < letters.count {
      let start = skipBlanks(from: place)
      if start < letters.count, letters[start] == "[" { break }
      var end = start
      if let entry = entry(at: start, line: line) {
        entries.append(entry)
        end = entry.value.upperBound
      }
      let next = self.end(ofLineAt: end)
      line += letters[place..<next].count { $0 == "\n" }
      place = next
    }
    tables = place
  }

  private func entry(at start: Int, line: Int) -> Entry? {
    guard start < letters.count, letters[start] != "#" else { return nil }
    guard let equals = letters[start...].firstIndex(where: { $0 == "=" || $0 == "\n" }),
      letters[equals] == "="
    else { return nil }
    var name = letters[start..<equals]
    while let last = name.last, Self.isBlank(last) { name.removeLast() }
    if name.count >= 2, let quote = name.first, quote == name.last, quote == "\"" || quote == "'" {
      name = name.dropFirst().dropLast()
    }
    let value = skipBlanks(from: equals + 1)
    return Entry(
      key: String(String.UnicodeScalarView(name)), line: line, value: value..<endOfValue(value))
  }

  /// The place behind a value: quoted text, a list or table in brackets, or a bare word.
  private func endOfValue(_ start: Int) -> Int {
    guard start < letters.count else { return letters.count }
    switch letters[start] {
    case "\"", "'": return endOfText(start)
    case "[", "{": return endOfBrackets(start)
    default:
      let stop = letters[start...].firstIndex { $0 == "#" || $0 == "\n" } ?? letters.count
      var end = stop
      while end > start, Self.isBlank(letters[end - 1]) { end -= 1 }
      return end
    }
  }

  private func endOfText(_ start: Int) -> Int {
    let quote = letters[start]
    let isLong = letters[start...].prefix(3).elementsEqual([quote, quote, quote])
    var place = start + (isLong ? 3 : 1)
    while place < letters.count {
      if letters[place] == "\\", quote == "\"" {
        place += 2
      } else if letters[place] == quote {
        if !isLong { return place + 1 }
        guard letters[place...].prefix(3).elementsEqual([quote, quote, quote]) else {
          place += 1
          continue
        }
        // Up to two more quotes belong to the text.
        let run = letters[place...].prefix { $0 == quote }.count
        return place + min(run, 5)
      } else {
        place += 1
      }
    }
    return letters.count
  }

  private func endOfBrackets(_ start: Int) -> Int {
    var depth = 0
    var place = start
    while place < letters.count {
      switch letters[place] {
      case "\"", "'":
        place = endOfText(place)
        continue
      case "#": place = letters[place...].firstIndex(of: "\n") ?? letters.count
      case "[", "{": depth += 1
      case "]", "}":
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return letters.count
  }

  private func skipBlanks(from place: Int) -> Int {
    letters[place...].firstIndex { !Self.isBlank($0) } ?? letters.count
  }

  private static func isBlank(_ letter: Unicode.Scalar) -> Bool {
    letter == " " || letter == "\t" || letter == "\r" || letter == "\u{FEFF}"
  }
}
