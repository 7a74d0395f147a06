public import Incubation
public import TerminalCanvas

/// Something that can be done: the one source of the footer, the menu, the palette, the help, the
/// mouse targets and the key table of the README.
public struct Command<Action: Equatable & Sendable>: Sendable {
  /// A name that never changes, for settings and tests: "venture.advance".
  public var id: String
  /// Keys that do it; the first is the one shown. May be empty: menu and palette still have it.
  public var keys: [KeyStroke]
  /// What it is called, as short as a footer needs: "Dời".
  public var title: String
  /// What will happen, in one sentence, for the help.
  public var help: String
  /// The menu it stands in.
  public var menu: CommandMenu
  /// Its place in the footer, smaller first; nil when it is not shown there.
  public var footer: Int?
  /// What is needed for it; nil when everybody may do it.
  public var permission: Permission?
  /// Why it cannot be done now, in words; nil when it can.
  public var disabledReason: String?
  /// What it does.
  public var action: Action

  /// A command.
  public init(
    _ id: String, keys: [KeyStroke], title: String, help: String, menu: CommandMenu,
    footer: Int? = nil, permission: Permission?, disabledReason: String? = nil, action: Action
  ) {
    self.id = id
    self.keys = keys
    self.title = title
    self.help = help
    self.menu = menu
    self.footer = footer
    self.permission = permission
    self.disabledReason = disabledReason
    self.action = action
  }
}

/// The menus under F9, in their order.
public enum CommandMenu: String, CaseIterable, Sendable {
  /// Hồ sơ: what is done to a record.
  case record
  /// Xem: what is shown and how.
  case view
  /// Đi: where to go.
  case go
  /// Chương trình: language, theme, leaving.
  case program
}
