import Incubation

/// What a line means that holds everywhere, in either language and with or without accents.
public enum PlainAnswer: Hashable, Sendable {
  /// An empty line: go on, or keep what is there.
  case nothing
  /// What can be answered here?
  case help
  /// Back one step.
  case back
  /// Out of the program.
  case leave
  /// Anything else, as it was typed.
  case text(String)

  /// Reads a line. A leading "=" says that what follows is meant as it stands, for the rare text
  /// that is one of the words below.
  public init(_ line: String) {
    if line.first == "=" {
      self = .text(String(line.dropFirst()))
      return
    }
    switch TextFolding.fold(line) {
    case "": self = .nothing
    case "?": self = .help
    case "0", "thoi", "quay lai", "back": self = .back
    case "thoat", "quit", "exit": self = .leave
    default: self = .text(line)
    }
  }
}

/// One thing that can be answered at a prompt.
public struct PlainOption: Hashable, Sendable {
  /// A name that never changes, for the program.
  public var id: String
  /// What it is called in the language shown; letters of it choose it.
  public var title: String
  /// What else there is to say beside the name, as a value or a count; empty for nothing.
  public var note: String
  /// What it does, in one sentence; empty when the name says it.
  public var help: String
  /// Other words that choose it.
  public var aliases: [String]

  /// An option.
  public init(
    _ id: String, _ title: String, note: String = "", help: String = "", aliases: [String] = []
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.help = help
    self.aliases = aliases
  }

  /// The line that a list shows.
  var line: String {
    let head = note.isEmpty ? title : title + ": " + note
    return help.isEmpty ? head : head + ". " + help
  }
}

/// Finds the option that a few letters mean.
enum PlainMatch {
  /// The options that an answer may mean: those that it names best. One when it is clear, several
  /// when it is not, none when nothing fits. `isStrict` takes whole names and their beginnings
  /// from two letters on only, for prompts at which anything else is a text of its own.
  static func find(_ answer: String, in options: [PlainOption], isStrict: Bool) -> [PlainOption] {
    let query = TextFolding.fold(answer)
    guard !query.isEmpty else { return [] }
    let named = options.map { option in
      (option: option, names: ([option.title] + option.aliases).map { TextFolding.fold($0) })
    }
    var tests: [(String) -> Bool] = [{ $0 == query }]
    if !isStrict || query.count > 1 { tests.append { $0.hasPrefix(query) } }
    if !isStrict {
      let words = query.split(separator: " ")
      tests.append { name in
        let parts = name.split(separator: " ")
        return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
      }
      tests.append { $0.contains(query) }
    }
    for test in tests {
      let found = named.filter { $0.names.contains(where: test) }.map(\.option)
      if !found.isEmpty { return found }
    }
    return []
  }
}
