import DashboardKit
import Incubation

/// What is wrong with theme files, in words with file and line.
struct ThemeWords {
  /// Something wrong with a file.
  struct Fault {
    /// The name of the theme whose file it is in.
    var file: String
    /// Whether the file means something that cannot be shown.
    var isBroken: Bool
    var words: Words
  }

  let sources: [String: ThemeFiles.Source]

  /// The faults behind the warnings, each once, however many themes inherit it.
  func faults(_ warnings: [ThemeWarning]) -> [Fault] {
    var seen: Set<String> = []
    return warnings.compactMap { warning in
      let path = warning.key.split(separator: ".").map(String.init)
      let file = owner(of: path, from: warning.theme)
      guard seen.insert("\(file) \(warning.key)").inserted else { return nil }
      return fault(warning, path, in: file)
    }
  }

  /// The file that says it: that of the theme, or of one that it inherits from.
  private func owner(of path: [String], from theme: String) -> String {
    var name = theme
    var way: Set<String> = []
    while way.insert(name).inserted, let table = sources[name]?.value {
      if Self.says(path[...], table) { return name }
      guard let parent = table.table?["inherits"]?.string, sources[parent] != nil else { break }
      name = parent
    }
    return theme
  }

  private static func says(_ path: ArraySlice<String>, _ value: ThemeValue) -> Bool {
    guard let first = path.first else { return true }
    return value.table?[first].map { says(path.dropFirst(), $0) } ?? false
  }

  private func fault(_ warning: ThemeWarning, _ path: [String], in file: String) -> Fault {
    let source = sources[file]
    let line = source.flatMap { Self.line(of: path, in: $0.text) }
    let place = (source?.path ?? file) + (line.map { ":\($0)" } ?? "")
    let what: (String, String)
    var isBroken = true
    switch warning.problem {
    case .unknownKey:
      what = ("là khóa không dùng đến", "is a key that nothing uses")
      isBroken = false
    case .badValue(let value):
      let shown = SafeText(escaping: value)
      what = ("có giá trị không hiểu: «\(shown)»", "has a value that means nothing: \(shown)")
    case .unknownParent(let name):
      what = ("kế thừa «\(name)», không có", "names \(name), which does not exist")
    case .cycle(let names):
      let way = names.joined(separator: " → ")
      what = ("kế thừa vòng tròn: \(way)", "goes round: \(way)")
    case .missing:
      what = ("còn thiếu; dùng màu mặc định", "is missing; the default is used")
      isBroken = false
    }
    return Fault(
      file: file, isBroken: isBroken,
      words: Words(
        vietnamese: "\(place): \(warning.key) \(what.0).",
        english: "\(place): \(warning.key) \(what.1)."))
  }

  /// The line, from 1, on which a key of a TOML text is set, or the table that holds it; nil when
  /// it is not found.
  static func line(of path: [String], in text: String) -> Int? {
    var table: [String] = []
    var best: (length: Int, line: Int)?
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " || $0 == "\t" }
      if code.hasPrefix("[") {
        table = keys(code.dropFirst().prefix { $0 != "]" })
      } else if let equals = code.firstIndex(of: "="), !code.hasPrefix("#") {
        let key = table + keys(code[..<equals])
        if path.starts(with: key), key.count > best?.length ?? 0 { best = (key.count, index + 1) }
      }
    }
    return best?.line
  }

  private static func keys(_ text: Substring) -> [String] {
    text.split(separator: ".").map { part in
      String(part.drop { " \t\"'".contains($0) }.prefix { !" \t\"'".contains($0) })
    }
  }
}
