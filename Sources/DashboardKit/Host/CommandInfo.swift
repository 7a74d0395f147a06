public import Incubation
public import TerminalCanvas

/// A command without its action: what footer, menu, palette, help and the table of keys show.
public struct CommandInfo: Hashable, Sendable {
  /// A name that never changes.
  public var id: String
  /// Keys that do it; the first is the one shown.
  public var keys: [KeyStroke]
  /// What it is called.
  public var title: String
  /// What will happen, in one sentence.
  public var help: String
  /// The menu it stands in.
  public var menu: CommandMenu
  /// Its place in the footer; nil when it is not shown there.
  public var footer: Int?
  /// What is needed for it; nil when everybody may do it.
  public var permission: Permission?
  /// Why it cannot be done now, in words; nil when it can.
  public var disabledReason: String?

  /// What a command shows of itself.
  public init<Action>(_ command: Command<Action>) {
    id = command.id
    keys = command.keys
    title = command.title
    help = command.help
    menu = command.menu
    footer = command.footer
    permission = command.permission
    disabledReason = command.disabledReason
  }

  /// Whether it can be done now.
  public var isEnabled: Bool { disabledReason == nil }
}

extension Command {
  /// The command as a user meets it: disabled, with the reason in words, when the user lacks the
  /// permission that it names.
  func guarded(for user: User, in language: Language) -> Command {
    guard let permission, !user.may(permission) else { return self }
    var guarded = self
    guarded.disabledReason = ErrorWords(language).notAllowed(permission)
    return guarded
  }
}
