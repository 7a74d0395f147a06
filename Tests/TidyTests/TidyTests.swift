import Foundation
import Testing

/// Rules about the sources that no compiler checks.
@Suite("Tidy")
struct TidyTests {
  @Test("lines have at most 100 columns")
  func lineLength() throws {
    for file in try allSwift() {
      for (index, line) in file.lines.enumerated() where line.count > 100 {
        Issue.record("\(file.path):\(index + 1) has \(line.count) columns")
      }
    }
  }

  @Test("files have at most 400 lines; tables of content may have more")
  func fileLength() throws {
    for file in try allSwift() where !isTable(file.path) && file.lines.count > 401 {
      Issue.record("\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("functions have at most 60 lines")
  func functionLength() throws {
    for file in try allSwift() where !isTable(file.path) {
      for (name, line, length) in functions(in: file) where length > 60 {
        Issue.record("\(file.path):\(line) \(name) has \(length) lines")
      }
    }
  }

  @Test("nothing is forced, unchecked, printed or left to be done")
  func bannedCalls() throws {
    let banned = ["try!", " as! ", "@unchecked Sendable", "nonisolated(unsafe)", "TODO", "FIXME"]
    for file in try SourceTree.files(below: "Sources") {
      let isEdge = ["TerminalCurses", "StoragePostgres"].contains(file.target)
      for (index, line) in file.lines.enumerated() where !isComment(line) {
        for word in banned where line.contains(word) {
          if isEdge, word.hasPrefix("@unchecked") || word.hasPrefix("nonisolated") { continue }
          Issue.record("\(file.path):\(index + 1) has \(word)")
        }
        if line.contains(" print("), file.target != "vuonuom" {
          Issue.record("\(file.path):\(index + 1) prints")
        }
      }
    }
  }

  @Test("time and Foundation stay outside the pure targets")
  func purity() throws {
    let pure = ["Incubation", "TerminalCanvas", "Storage", "DashboardKit", "DashboardScreens"]
    for file in try SourceTree.files(below: "Sources") where pure.contains(file.target) {
      for (index, line) in file.lines.enumerated() where !isComment(line) {
        for word in ["import Foundation", "Date()", ".random(in"] where line.contains(word) {
          Issue.record("\(file.path):\(index + 1) has \(word)")
        }
      }
    }
  }

  /// What a target of ours may import of ours; see the README.
  private static let mayImport: [String: Set<String>] = [
    "TerminalCanvas": [], "Incubation": [], "TerminalCurses": ["CNCurses", "TerminalCanvas"],
    "Storage": ["Incubation"], "StorageSQLite": ["Storage", "Incubation"],
    "StoragePostgres": ["Storage", "Incubation", "CPostgres"],
    "Interchange": ["Incubation", "Storage"],
    "DashboardKit": ["TerminalCanvas", "Incubation", "Storage"],
    "DashboardScreens": [
      "DashboardKit", "TerminalCanvas", "Incubation", "Storage", "Interchange",
    ],
  ]

  @Test("targets import only what they may")
  func imports() throws {
    let ours = Set(Self.mayImport.keys).union(["CNCurses", "CPostgres"])
    for file in try SourceTree.files(below: "Sources") {
      guard let allowed = Self.mayImport[file.target] else { continue }
      for line in file.lines {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count
        else { continue }
        let module = String(words[place + 1])
        if ours.contains(module), !allowed.contains(module) {
          Issue.record("\(file.path) imports \(module)")
        }
      }
    }
  }

  @Test("SQL is never put together with values")
  func interpolatedSQL() throws {
    // Columns, marks and clauses that come from closed lists of the program itself.
    let lists = [
      "columns", "marks", "conditions", "sort", "VentureColumns", "TrainingColumns", "stalledSQL",
      "column",
      "table", "others", "comparison", "options.synchronous", "SQLiteFile", "condition", "any",
      "joined",
    ]
    let verbs = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WHERE "]
    for file in try SourceTree.files(below: "Sources") where file.target.hasPrefix("Storage") {
      for (index, line) in file.lines.enumerated() {
        guard let start = line.range(of: "\\("), verbs.contains(where: { line.contains($0) })
        else { continue }
        let rest = line[start.upperBound...]
        if !lists.contains(where: { rest.hasPrefix($0) }) {
          Issue.record("\(file.path):\(index + 1) puts \(rest) into SQL")
        }
      }
    }
  }

  @Test("no folder is named after nothing")
  func folderNames() throws {
    for file in try allSwift() {
      for part in file.path.split(separator: "/") {
        if ["Common", "Utils", "Helpers", "Util", "Misc"].contains(String(part)) {
          Issue.record("\(file.path): \(part) says nothing")
        }
      }
    }
  }

  @Test("the top level holds what belongs there")
  func topLevel() throws {
    let allowed: Set = [
      "Package.swift", "Sources", "Tests", "themes", "README.md", "Package.resolved",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
    let others = names.filter { !$0.hasPrefix(".") && !allowed.contains($0) }
    #expect(others.isEmpty)
  }

  @Test("every public declaration says what it is for")
  func documentation() throws {
    let keywords = ["func ", "var ", "let ", "struct ", "enum ", "class ", "protocol ", "init"]
    for file in try SourceTree.files(below: "Sources") {
      for (index, line) in file.lines.enumerated() {
        let code = line.drop(while: { $0 == " " })
        guard code.hasPrefix("public "), !code.hasPrefix("public import"),
          !code.hasPrefix("public extension"), keywords.contains(where: { code.contains($0) })
        else { continue }
        if !isDocumented(index, in: file) {
          Issue.record("\(file.path):\(index + 1) \(code) is not documented")
        }
      }
    }
  }

  private func isDocumented(_ index: Int, in file: SourceTree.File) -> Bool {
    var above = index - 1
    while above >= 0 {
      let line = file.lines[above].drop(while: { $0 == " " })
      if line.hasPrefix("///") { return true }
      guard line.hasPrefix("@") else { return false }
      above -= 1
    }
    return false
  }

  private func allSwift() throws -> [SourceTree.File] {
    try SourceTree.files(below: "Sources") + SourceTree.files(below: "Tests")
  }

  /// Texts in two languages, migrations and demo content are tables, however long.
  private func isTable(_ path: String) -> Bool {
    ["Text", "Schema", "DemoVentures", "Words", "Labels", "Tables", "Vectors", "Corpus"]
      .contains { path.contains($0) }
  }

  private func isComment(_ line: Substring) -> Bool {
    line.drop(while: { $0 == " " }).hasPrefix("//")
  }

  /// Functions with the line they begin on and their length, by indentation: the formatter puts
  /// the closing brace under the first letter.
  private func functions(in file: SourceTree.File) -> [(String, Int, Int)] {
    var found: [(String, Int, Int)] = []
    var open: [(name: String, line: Int, indent: Int)] = []
    for (index, line) in file.lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      let code = line.dropFirst(indent)
      if code == "}", let last = open.last, last.indent == indent {
        found.append((last.name, last.line + 1, index - last.line + 1))
        open.removeLast()
      }
      let words = code.split(separator: " ")
      guard let place = words.firstIndex(of: "func"), place < 5, place + 1 < words.count,
        !code.hasPrefix("//"), !code.hasSuffix("}")
      else { continue }
      open.removeAll { $0.indent >= indent }
      open.append((String(words[place + 1]), index, indent))
    }
    return found
  }
}
