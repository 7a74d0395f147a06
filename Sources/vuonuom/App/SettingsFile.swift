import DashboardKit
import Foundation
import Incubation
import TOMLKit

/// What a person has chosen, in a TOML file that can also be edited by hand.
struct SettingsFile: Equatable {
  var database: String?
  var language: Language?
  var theme: String?
  var preferences = Preferences()
  /// What in the file was not understood: a sentence for each.
  var problems: [Words] = []
  /// Whether there is a file that cannot be used at all; then everything is as without one.
  var isBroken = false

  /// The settings of a file; the default ones for one that does not exist.
  static func load(from path: String = Places.settingsFile) -> SettingsFile {
    do {
      guard let text = try text(of: path) else { return SettingsFile() }
      return read(try parse(text, path), text, path)
    } catch {
      return SettingsFile(problems: [error.words], isBroken: true)
    }
  }

  /// The text of the file; nil when there is none.
  private static func text(of path: String) throws(Failure) -> String? {
    if access(path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR { return nil }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path, limit: 1_000_000)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw broken(path, nil, "\(error)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw broken(path, nil, "UTF-8")
    }
    return text
  }

  private static func parse(_ text: String, _ path: String) throws(Failure) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw broken(path, error.source.begin.line, error.description)
    } catch {
      throw broken(path, nil, "\(error)")
    }
  }

  private static func broken(_ path: String, _ line: Int?, _ reason: String) -> Failure {
    let place = line.map { "\(path):\($0)" } ?? path
    let why = SafeText(escaping: reason.split(whereSeparator: \.isNewline).joined(separator: " "))
    return Failure(
      .data, vi: "\(place): sai cú pháp TOML, hãy sửa dòng này (\(why)).",
      en: "\(place): not valid TOML, mend this line (\(why)).")
  }

  // MARK: Values

  private static func read(_ table: TOMLTable, _ text: String, _ path: String) -> SettingsFile {
    var settings = SettingsFile()
    let lines = SettingsDocument(text).entries
    func place(_ key: String) -> String {
      lines.last { $0.key == key }.map { "\(path):\($0.line)" } ?? path
    }
    for name in table.keys.sorted() {
      guard let key = SettingsKey(rawValue: name) else {
        settings.problems.append(unknown(name, place(name)))
        continue
      }
      if !settings.take(key, table[name]) { settings.problems.append(wrong(key, place(name))) }
    }
    return settings
  }

  /// Takes a value over; false when it is none that the setting can hold.
  private mutating func take(_ key: SettingsKey, _ value: (any TOMLValueConvertible)?) -> Bool {
    switch key.kind {
    case .truth:
      guard let isOn = value?.bool else { return false }
      set(key, isOn)
    case .text, .oneOf:
      guard let text = value?.string else { return false }
      if case .oneOf(let words) = key.kind, !words.contains(text) { return false }
      set(key, text)
    }
    return true
  }

  private mutating func set(_ key: SettingsKey, _ isOn: Bool) {
    switch key {
    case .brackets: preferences.typing.usesBrackets = isOn
    case .viKeys: preferences.usesViKeys = isOn
    case .mouse: preferences.usesMouse = isOn
    case .motion: preferences.hasMotion = isOn
    case .clipboard: preferences.usesTerminalClipboard = isOn
    case .database, .language, .theme, .typing, .toneStyle: break
    }
  }

  private mutating func set(_ key: SettingsKey, _ text: String) {
    switch key {
    case .database: database = text
    case .language: language = Language(rawValue: text)
    case .theme: theme = text
    case .typing: preferences.typing.choose(InputMethod(rawValue: text) ?? .off)
    case .toneStyle: preferences.typing.toneStyle = ToneStyle(rawValue: text) ?? .old
    case .brackets, .viKeys, .mouse, .motion, .clipboard: break
    }
  }

  private static func unknown(_ name: String, _ place: String) -> Words {
    let all = SettingsKey.allCases.map(\.rawValue).joined(separator: ", ")
    let shown = SafeText(escaping: name)
    return Words(
      vietnamese: "\(place): không có cài đặt «\(shown)»; các cài đặt: \(all).",
      english: "\(place): there is no setting \"\(shown)\"; the settings are \(all).")
  }

  private static func wrong(_ key: SettingsKey, _ place: String) -> Words {
    Words(
      vietnamese:
        "\(place): giá trị của «\(key.rawValue)» không dùng được, hãy viết \(key.valid); "
        + "đang dùng mặc định.",
      english:
        "\(place): the value of \"\(key.rawValue)\" cannot be used, write \(key.valid); "
        + "the default is used.")
  }

  /// What is said of a theme that does not exist.
  static func unknownTheme(_ name: String, _ themes: [Theme]) -> Words {
    let all = themes.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let shown = SafeText(escaping: name)
    return Words(
      vietnamese: "Cài đặt: không có giao diện «\(shown)», hãy viết \(all); chưa dùng được.",
      english: "Settings: there is no theme \"\(shown)\", write \(all); it is not used.")
  }
}

extension SettingsFile {
  /// Changes values in the file, and nothing else in it. Makes the file when there is none.
  ///
  /// - Throws: `Failure`: the file is not valid TOML, and was left as it is; or it cannot be
  ///   written.
  static func write(
    _ changes: [SettingsKey: String], to path: String = Places.settingsFile
  ) throws {
    let before = try text(of: path) ?? ""
    let old = try parse(before, path)
    var document = SettingsDocument(before)
    for key in SettingsKey.allCases {
      if let value = changes[key] { document.set(key.rawValue, to: value) }
    }
    let after = document.text
    try expect(changes, in: try parse(after, path), old, path)
    try Places.makePrivateFolder((path as NSString).deletingLastPathComponent)
    // A file that is kept elsewhere and linked to stays there.
    let target = Files.isLink(path) ? (path as NSString).resolvingSymlinksInPath : path
    try Files.write(target) { try $0(Array(after.utf8)) }
  }

  /// Looks whether the file would say what it is to say, and everything else as before.
  private static func expect(
    _ changes: [SettingsKey: String], in new: TOMLTable, _ old: TOMLTable, _ path: String
  ) throws(Failure) {
    var wanted: [String: String] = [:]
    for key in old.keys { wanted[key] = old[key]?.debugDescription }
    for (key, value) in changes {
      let parsed = try parse("value = \(value)", path)
      wanted[key.rawValue] = parsed["value"]?.debugDescription
    }
    var found: [String: String] = [:]
    for key in new.keys { found[key] = new[key]?.debugDescription }
    guard wanted == found else {
      throw Failure(
        .data, vi: "\(path): không sửa được mà giữ nguyên phần khác; hãy sửa tệp bằng tay.",
        en: "\(path): cannot be changed without touching the rest; edit it by hand.")
    }
  }
}
