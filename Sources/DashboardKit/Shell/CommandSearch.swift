import Incubation

/// A command with the part of the program that it belongs to.
struct CommandEntry: Hashable, Sendable {
  /// What it shows of itself.
  var info: CommandInfo
  /// Name of its screen, or "on every screen".
  var section: String
}

/// Finds commands by what is typed, with or without accents.
enum CommandSearch {
  /// The entries that match, best first; all of them, in their order, for an empty query.
  static func find(_ query: String, in entries: [CommandEntry]) -> [CommandEntry] {
    let wanted = TextFolding.fold(query)
    guard !wanted.isEmpty else { return entries }
    let ranked = entries.enumerated().compactMap { index, entry in
      rank(query, wanted, entry).map { (rank: $0, index: index, entry: entry) }
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.entry)
  }

  /// Smaller is better; nil is no match. Letters in order anywhere in the title come last but
  /// one, the sentence of the help last.
  private static func rank(_ query: String, _ wanted: String, _ entry: CommandEntry) -> Int? {
    let title = TextFolding.fold(entry.info.title)
    if TextFolding.asksForAccents(query) {
      let whole = entry.info.title + " " + entry.info.help
      return TextFolding.matches(query: query, in: whole) ? 0 : nil
    }
    if title.hasPrefix(wanted) { return 0 }
    if title.split(separator: " ").contains(where: { $0.hasPrefix(wanted) }) { return 1 }
    if contains(wanted, in: title) { return 2 }
    let whole = title + " " + TextFolding.fold(entry.section)
    if wanted.split(separator: " ").allSatisfy({ contains(String($0), in: whole) }) { return 3 }
    if isSubsequence(wanted, of: title) { return 4 }
    let help = TextFolding.fold(entry.info.help)
    if wanted.split(separator: " ").allSatisfy({ contains(String($0), in: help) }) { return 5 }
    return nil
  }

  private static func contains(_ part: String, in text: String) -> Bool {
    text.contains(part)
  }

  private static func isSubsequence(_ letters: String, of text: String) -> Bool {
    var rest = Substring(text)
    for letter in letters where letter != " " {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
