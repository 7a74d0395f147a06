import DashboardKit
import Foundation
import Incubation
import TOMLKit

/// Reads themes from `themes/*.toml`: the program's own and the user's.
enum ThemeFiles {
  /// What one file says.
  struct Source: Sendable {
    var path: String
    var text: String
    var value: ThemeValue
  }

  /// All that the files hold.
  struct Loaded: Sendable {
    /// The themes that can be chosen, the default one first.
    var themes: [Theme]
    /// What was wrong with files: a sentence for each.
    var problems: [Words]
    /// The files that the themes were made of, by the name of the theme.
    var sources: [String: Source]
  }

  /// All themes, the built-in one first where no file says otherwise. A file that is broken now
  /// counts as it was in `before`, when it is there.
  static func load(
    from folders: [String] = Places.themeFolders, before: [String: Source] = [:]
  ) -> Loaded {
    var sources: [String: Source] = [:]
    var problems: [Words] = []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".toml") {
        let key = String(name.dropLast(5))
        guard sources[key] == nil else { continue }
        switch read(folder + "/" + name) {
        case .success(let source): sources[key] = source
        case .failure(let problem):
          problems.append(problem.words)
          sources[key] = before[key]
        }
      }
    }
    guard !sources.isEmpty else {
      return Loaded(themes: [.fallback], problems: problems, sources: [:])
    }
    return make(sources, problems, before: before)
  }

  /// Makes the themes; files with values that mean nothing count as they were before.
  private static func make(
    _ read: [String: Source], _ problems: [Words], before: [String: Source]
  ) -> Loaded {
    var sources = read
    var loaded = ThemeLoader(sources: sources.mapValues(\.value)).loadAll()
    let words = ThemeWords(sources: sources)
    let faults = words.faults(loaded.warnings)
    let broken = faults.filter(\.isBroken).compactMap { fault in
      before[fault.file].map { (fault.file, $0) }
    }.filter { $1.value != sources[$0]?.value }
    if !broken.isEmpty {
      for (name, source) in broken { sources[name] = source }
      loaded = ThemeLoader(sources: sources.mapValues(\.value)).loadAll()
    }
    let themes = loaded.themes.sorted { rank($0) < rank($1) }
    return Loaded(
      themes: themes.isEmpty ? [.fallback] : themes, problems: problems + faults.map(\.words),
      sources: sources)
  }

  /// The refusal of a theme that does not exist.
  static func unknown(_ name: String, _ themes: [Theme]) -> Failure {
    let all = themes.map(\.name).joined(separator: ", ")
    return Failure(
      .usage, vi: "Không có giao diện «\(name)»; các giao diện: \(all).",
      en: "There is no theme \"\(name)\"; the themes are \(all).")
  }

  /// The theme of a name, by default the built-in one's, from its own file and those that it
  /// inherits: what the first frame needs. Nil when that takes a look at all files. The one that is
  /// compiled in says what the program's own file says, so only the user's own is looked for.
  static func load(only name: String?) -> Theme? {
    let name = name ?? Theme.fallbackName
    let folders = Places.themeFolders
    if name == Theme.fallbackName, access(folders[0], F_OK) != 0 { return .fallback }
    var sources: [String: ThemeValue] = [:]
    var next: String? = name
    while let key = next, sources[key] == nil {
      let paths = folders.lazy.map { $0 + "/" + key + ".toml" }
      guard !key.contains("/"), let path = paths.first(where: { access($0, R_OK) == 0 }),
        case .success(let source) = read(path)
      else { return nil }
      sources[key] = source.value
      next = source.value.table?["inherits"]?.string
    }
    guard sources[name]?.table?["variant"] != nil else { return nil }
    return ThemeLoader(sources: sources).load(name)?.theme
  }

  /// The order in which themes are offered: the default one first.
  private static func rank(_ theme: Theme) -> String {
    (theme.name == Theme.fallback.name ? "0" : "1") + theme.name
  }

  private struct Problem: Error {
    let words: Words
  }

  private static func read(_ path: String) -> Result<Source, Problem> {
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return .success(Source(path: path, text: text, value: value(try TOMLTable(string: text))))
    } catch let error as TOMLParseError {
      let line = error.source.begin.line
      let reason = SafeText(
        escaping: error.description.split(whereSeparator: \.isNewline).joined(separator: " "))
      return .failure(
        Problem(
          words: Words(
            vietnamese: "\(path):\(line): sai cú pháp TOML, tệp chưa được dùng (\(reason)).",
            english: "\(path):\(line): not valid TOML, the file is not used (\(reason)).")))
    } catch {
      return .failure(
        Problem(
          words: Words(
            vietnamese: "Không đọc được giao diện \(path).",
            english: "Cannot read the theme \(path).")))
    }
  }

  private static func value(_ table: TOMLTable) -> ThemeValue {
    .table(
      Dictionary(
        uniqueKeysWithValues: table.keys.compactMap { key in
          guard let inner = table[key] else { return nil }
          if let text = inner.string { return (key, .string(text)) }
          if let inner = inner.table { return (key, value(inner)) }
          return (key, .string(inner.debugDescription))
        }))
  }
}
