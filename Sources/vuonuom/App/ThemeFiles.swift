import DashboardKit
import Foundation
import Incubation
import TOMLKit

/// Reads themes from `themes/*.toml`: the program's own and the user's.
enum ThemeFiles {
  /// All themes, the built-in one first where no file says otherwise, and what was wrong with
  /// files: a sentence for each.
  static func load() -> (themes: [Theme], problems: [Words]) {
    var sources: [String: ThemeValue] = [:]
    var problems: [Words] = []
    for folder in Places.themeFolders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".toml") {
        let key = String(name.dropLast(5))
        guard sources[key] == nil else { continue }
        switch read(folder + "/" + name) {
        case .success(let value): sources[key] = value
        case .failure(let problem): problems.append(problem.words)
        }
      }
    }
    guard !sources.isEmpty else { return ([.fallback], problems) }
    let loaded = ThemeLoader(sources: sources).loadAll()
    problems += loaded.warnings.map(words)
    let themes = loaded.themes.sorted { rank($0) < rank($1) }
    return (themes.isEmpty ? [.fallback] : themes, problems)
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
        case .success(let value) = read(path)
      else { return nil }
      sources[key] = value
      next = value.table?["inherits"]?.string
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

  private static func read(_ path: String) -> Result<ThemeValue, Problem> {
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return .success(value(try TOMLTable(string: text)))
    } catch let error as TOMLParseError {
      let line = error.source.begin.line
      return .failure(
        Problem(
          words: Words(
            vietnamese: "Giao diện \(path), dòng \(line): sai cú pháp TOML; bỏ qua tệp này.",
            english: "Theme \(path), line \(line): not valid TOML; the file is passed over.")))
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

  private static func words(_ warning: ThemeWarning) -> Words {
    let what: (String, String)
    switch warning.problem {
    case .unknownKey: what = ("khóa không dùng đến", "is a key that nothing uses")
    case .badValue(let value): what = ("giá trị «\(value)» không hiểu", "has the value \(value)")
    case .unknownParent(let name): what = ("không có giao diện cha «\(name)»", "inherits \(name)")
    case .cycle(let names):
      let way = names.joined(separator: " → ")
      what = ("kế thừa vòng tròn: \(way)", "inherits itself: \(way)")
    case .missing: what = ("còn thiếu; dùng màu mặc định", "is missing; the default is used")
    }
    return Words(
      vietnamese: "Giao diện \(warning.theme), \(warning.key): \(what.0).",
      english: "Theme \(warning.theme): \(warning.key) \(what.1).")
  }
}
