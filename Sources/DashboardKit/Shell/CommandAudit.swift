import Incubation
import TerminalCanvas

/// What is wrong with the commands of one context; tests ask it of every screen in each language.
public enum CommandAudit {
  /// Something wrong with a command.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// Id of the command.
    public var command: String
    /// What is wrong with it.
    public var description: String
  }

  /// Everything wrong with a screen's commands. Commands of which only one is enabled at a time
  /// may share a key: pass what one state offers.
  public static func problems(
    in commands: [CommandInfo], beside global: [CommandInfo] = []
  ) -> [Problem] {
    commands.flatMap(words) + commands.flatMap(keys) + places(commands)
      + clashes(commands, global)
  }

  private static func words(_ command: CommandInfo) -> [Problem] {
    var found: [String] = []
    if isBlank(command.id) { found.append("has no id") }
    if isBlank(command.title) { found.append("has no title") }
    if isBlank(command.help) { found.append("has no help") }
    if command.disabledReason.map(isBlank) == true { found.append("is disabled without a reason") }
    if command.footer != nil, command.keys.isEmpty {
      found.append("is in the footer without a key")
    }
    if command.footer != nil, TextWidth.width(of: command.title) > 24 {
      found.append("has a title too long for the footer")
    }
    return found.map { Problem(command: command.id, description: $0) }
  }

  /// Keys that terminals cannot tell from others, and bare letters that change records: a typing
  /// method for Vietnamese would press them by itself.
  private static func keys(_ command: CommandInfo) -> [Problem] {
    command.keys.compactMap { stroke in
      guard case .character(let letter) = stroke.key else { return nil }
      if stroke.modifiers == .control, "hijm[/".contains(letter) {
        return Problem(
          command: command.id, description: "uses Ctrl+\(letter), which is another key")
      }
      let reads: Set<Permission> = [.viewVentures, .exportData]
      if stroke.modifiers.isEmpty, letter.isLetter || letter.isNumber,
        let permission = command.permission, !reads.contains(permission)
      {
        return Problem(command: command.id, description: "changes records by the letter \(letter)")
      }
      return nil
    }
  }

  private static func places(_ commands: [CommandInfo]) -> [Problem] {
    var seen: Set<Int> = []
    return commands.compactMap { command in
      guard let place = command.footer, !seen.insert(place).inserted else { return nil }
      return Problem(command: command.id, description: "shares its place in the footer, \(place)")
    }
  }

  /// Escape may be taken by a screen: it closes what is open there first.
  private static func clashes(_ commands: [CommandInfo], _ global: [CommandInfo]) -> [Problem] {
    var owners: [KeyStroke: String] = [:]
    var ids: Set<String> = []
    for command in global {
      ids.insert(command.id)
      for key in command.keys where key != KeyStroke(.escape) { owners[key] = command.id }
    }
    var found: [Problem] = []
    for command in commands {
      if !ids.insert(command.id).inserted {
        found.append(Problem(command: command.id, description: "has an id that is taken"))
      }
      for key in command.keys {
        if let other = owners.updateValue(command.id, forKey: key) {
          let name = KeyNames.name(key, .english)
          found.append(
            Problem(command: command.id, description: "has the key \(name) of \(other)"))
        }
      }
    }
    return found
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
