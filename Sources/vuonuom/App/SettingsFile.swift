import DashboardKit
import Foundation
import Incubation
import TOMLKit

/// What a person has chosen, in a TOML file that can also be edited by hand.
struct SettingsFile {
  var database: String?
  var language: Language?
  var theme: String?
  var preferences = Preferences()

  /// The settings, and what in the file was not understood: a sentence for each.
  static func load(from path: String = Places.settingsFile) -> (SettingsFile, [Words]) {
    guard access(path, R_OK) == 0, let text = try? String(contentsOfFile: path, encoding: .utf8)
    else {
      return (SettingsFile(), [])
    }
    do {
      return (try parse(text), [])
    } catch {
      let place = (error as? TOMLParseError).map { ":\($0.source.begin.line)" } ?? ""
      return (
        SettingsFile(),
        [
          Words(
            vietnamese: "Không đọc được \(path)\(place): sai cú pháp TOML; đang dùng mặc định.",
            english: "Cannot read \(path)\(place): not valid TOML; using the defaults.")
        ]
      )
    }
  }

  private static func parse(_ text: String) throws -> SettingsFile {
    let table = try TOMLTable(string: text)
    var settings = SettingsFile()
    settings.database = table["database"]?.string
    settings.language = table["language"]?.string.flatMap(Language.init(rawValue:))
    settings.theme = table["theme"]?.string
    settings.preferences = preferences(table)
    return settings
  }

  private static func preferences(_ table: TOMLTable) -> Preferences {
    var result = Preferences()
    result.typing = Typing(
      table["typing"]?.string.flatMap(InputMethod.init(rawValue:)) ?? .off,
      toneStyle: table["tone_style"]?.string.flatMap(ToneStyle.init(rawValue:)) ?? .old,
      usesBrackets: table["typing_brackets"]?.bool ?? false)
    result.usesViKeys = table["vi_keys"]?.bool ?? result.usesViKeys
    result.usesMouse = table["mouse"]?.bool ?? result.usesMouse
    result.hasMotion = table["motion"]?.bool ?? result.hasMotion
    result.usesTerminalClipboard =
      table["terminal_clipboard"]?.bool ?? result.usesTerminalClipboard
    return result
  }
}

extension SettingsFile {
  /// Keeps what the user chose on the screen, beside what else the file says. A file that cannot
  /// be written is left as it is: the choice then lasts until the program is left.
  static func remember(
    language: Language, theme: String, _ preferences: Preferences,
    in path: String = Places.settingsFile
  ) {
    let table =
      (try? String(contentsOfFile: path, encoding: .utf8))
      .flatMap { try? TOMLTable(string: $0) } ?? TOMLTable()
    table["language"] = language.rawValue
    table["theme"] = theme
    table["typing"] = preferences.typing.method.rawValue
    table["tone_style"] = preferences.typing.toneStyle.rawValue
    table["typing_brackets"] = preferences.typing.usesBrackets
    table["vi_keys"] = preferences.usesViKeys
    table["mouse"] = preferences.usesMouse
    table["motion"] = preferences.hasMotion
    table["terminal_clipboard"] = preferences.usesTerminalClipboard
    try? Places.makePrivateFolder((path as NSString).deletingLastPathComponent)
    try? (table.convert() + "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
