/// Makes themes of what files say.
///
/// A file has `title`, `variant`, `inherits`, and the tables `palette`, `roles` and `surfaces`.
/// What it does not say is inherited, key by key; what nobody says comes from the built-in theme.
/// So a theme is always whole, whatever a file holds, and every oddity is a warning.
public struct ThemeLoader: Sendable {
  /// The files: name of the theme, and what it says.
  public let sources: [String: ThemeValue]

  /// A loader over files by the name of the theme.
  public init(sources: [String: ThemeValue]) { self.sources = sources }

  /// The theme of a name, with what was passed over; nil when there is no such file.
  public func load(_ name: String) -> (theme: Theme, warnings: [ThemeWarning])? {
    guard sources[name] != nil else { return nil }
    var warnings: [ThemeWarning] = []
    let merged = merged(name, way: [name], &warnings)
    var reader = ThemeReader(theme: name, source: merged)
    let theme = reader.read()
    return (theme, warnings + reader.warnings)
  }

  /// All themes that can be chosen, by name. A file that names no variant is there to be inherited.
  public func loadAll() -> (themes: [Theme], warnings: [ThemeWarning]) {
    let choices = sources.keys.sorted().filter { sources[$0]?.table?["variant"] != nil }
    let loaded = choices.compactMap(load)
    return (loaded.map(\.theme), loaded.flatMap(\.warnings))
  }

  private func merged(
    _ name: String, way: [String], _ warnings: inout [ThemeWarning]
  ) -> [String: ThemeValue] {
    guard let own = sources[name]?.table else { return [:] }
    guard let parent = own["inherits"]?.string else { return own }
    if way.contains(parent) {
      warnings.append(
        ThemeWarning(theme: name, key: "inherits", problem: .cycle(way + [parent])))
      return own
    }
    guard sources[parent] != nil else {
      warnings.append(
        ThemeWarning(theme: name, key: "inherits", problem: .unknownParent(parent)))
      return own
    }
    return Self.overlay(own, on: merged(parent, way: way + [parent], &warnings))
  }

  private static func overlay(
    _ upper: [String: ThemeValue], on lower: [String: ThemeValue]
  ) -> [String: ThemeValue] {
    lower.merging(upper) { below, above in
      guard let belowTable = below.table, let aboveTable = above.table else { return above }
      return .table(overlay(aboveTable, on: belowTable))
    }
  }
}
