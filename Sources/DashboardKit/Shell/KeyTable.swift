public import Incubation

/// The table of all keys, made from the commands themselves: for the README.
public struct KeyTable: Sendable {
  /// The commands of one screen.
  public struct Section: Sendable {
    /// Name of the screen.
    public var title: String
    /// Its commands.
    public var commands: [CommandInfo]

    /// A section.
    public init(title: String, commands: [CommandInfo]) {
      self.title = title
      self.commands = commands
    }

    /// The commands that a screen starts with.
    public init<S: Screen>(
      _ screen: S.Type, _ context: ScreenContext, destination: Destination? = nil
    ) {
      let text = S.text(in: context.language)
      let (state, _) = S.start(destination ?? Destination(S.id), context)
      self.init(
        title: S.title(text), commands: S.commands(state, text, context).map(CommandInfo.init))
    }
  }

  /// The screens, in order.
  public var sections: [Section]

  /// A table of these screens; the commands of every screen are put before them.
  public init(_ sections: [Section]) { self.sections = sections }

  /// The table as Markdown: one part a screen, one row a command.
  public func markdown(_ language: Language) -> String {
    let shared = Section(
      title: ShellText(language).everywhere,
      commands: GlobalCommands.infos(tabs: [], language))
    return ([shared] + sections).map { Self.markdown($0, language) }.joined(separator: "\n")
  }

  private static func markdown(_ section: Section, _ language: Language) -> String {
    var lines = [
      "### \(section.title)", "",
      language.say("| Phím | Lệnh | Việc sẽ làm |", "| Key | Command | What it does |"),
      "| --- | --- | --- |",
    ]
    for command in section.commands {
      let keys = command.keys.map { "`\(KeyNames.name($0, language))`" }.joined(separator: " ")
      lines.append("| \(keys) | \(escaped(command.title)) | \(escaped(command.help)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
