import Incubation
import Storage
import TerminalCanvas

/// A key and what it does now.
struct FooterHint: Hashable, Sendable {
  var key: String
  var label: String
  /// The command that a click runs; nil for none.
  var command: String?
  /// What a click presses where no command is named: one key, or two that share the hint, the
  /// first by its half of the names.
  var strokes: [KeyStroke] = []
  var isEnabled = true
}

/// The last line: the keys that matter now, and the state of the connection.
///
/// Help and Back come first and always fit; the others follow in their order as far as they fit.
/// What cannot be done now is left to the menu and the help, which say why.
struct Footer {
  var hints: [FooterHint]
  var connection: ChangeNotice.ConnectionState
  var text: ShellText

  /// The hints of a screen: Help, Back, then its own and the shell's by their place. A command of
  /// the screen on Esc stands where Back does, and in its stead.
  static func hints(of commands: [CommandInfo], _ text: ShellText) -> [FooterHint] {
    let escape = KeyStroke(.escape)
    let own = commands.first { $0.keys.first == escape && $0.isEnabled && $0.id != back }?.id
    let shown = commands.enumerated().compactMap { index, info in
      let isBack = info.id == own ?? back
      let isHidden = info.id == back ? own != nil : !info.isEnabled && info.id != help
      return isHidden
        ? nil
        : info.footer.map { footer in
          (place: isBack ? Int.min + 1 : order(info, footer), index: index, info: info)
        }
    }
    return shown.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map { item in
      FooterHint(
        key: item.info.keys.first.map { KeyNames.name($0, text.language) } ?? "",
        label: item.info.title, command: item.info.id, isEnabled: item.info.isEnabled)
    }
  }

  private static let back = GlobalCommands.backID
  private static let help = GlobalCommands.helpID

  /// Help stands before everything, whatever place a screen gives its own.
  private static func order(_ info: CommandInfo, _ place: Int) -> Int {
    info.id == help ? Int.min : place
  }

  /// The hints of a dialog.
  static func hints(of layer: ShellLayer, _ text: ShellText) -> [FooterHint] {
    let close = FooterHint(key: "Esc", label: text.close, command: GlobalCommands.backID)
    func hint(_ key: String, _ label: String, _ strokes: Key...) -> FooterHint {
      FooterHint(key: key, label: label, strokes: strokes.map { KeyStroke($0) })
    }
    let run = hint("Enter", text.run, .enter)
    let move = hint("↑↓", text.choose, .up, .down)
    switch layer {
    case .commands: return [close, run, move]
    case .menu: return [close, run, hint("← →", text.otherMenu, .left, .right), move]
    case .themes, .leaving, .draft, .tour, .notice:
      return [close, hint("Enter", text.choose, .enter), move]
    case .copied: return [close, hint("↑↓", text.scroll, .up, .down)]
    }
  }

  /// Draws it, and says where each command can be clicked.
  func draw(in area: Rectangle, on canvas: inout Canvas) -> [(target: ShellTarget, area: Rectangle)]
  {
    canvas.fill(area, style: Style(.keyLabel, on: .footer))
    let state = text.connection(connection)
    let width = TextWidth.width(of: state)
    let (left, right) = area.inset(horizontal: 1).splitLeft(area.width - 2 - width)
    canvas.put(state, in: right, style: Style(connectionRole, on: .footer))
    var x = left.x
    var places: [(target: ShellTarget, area: Rectangle)] = []
    for hint in hints {
      let needed = TextWidth.width(of: hint.key) + 1 + TextWidth.width(of: hint.label)
      guard x + needed + 1 <= left.maxX else { continue }
      let place = Rectangle(x: x, y: area.y, width: needed, height: 1)
      draw(hint, in: place, on: &canvas)
      places += Self.targets(of: hint, in: place)
      x += needed + 2
    }
    return places
  }

  private static func targets(
    of hint: FooterHint, in place: Rectangle
  ) -> [(target: ShellTarget, area: Rectangle)] {
    if let command = hint.command { return [(.command(command), place)] }
    guard let first = hint.strokes.first, let last = hint.strokes.last else { return [] }
    let (left, right) = place.splitLeft((TextWidth.width(of: hint.key) + 1) / 2)
    return first == last
      ? [(.stroke(first), place)] : [(.stroke(first), left), (.stroke(last), right)]
  }

  private func draw(_ hint: FooterHint, in place: Rectangle, on canvas: inout Canvas) {
    let key = Style(hint.isEnabled ? .keyHint : .disabled, on: .footer)
    let label = Style(hint.isEnabled ? .keyLabel : .disabled, on: .footer)
    let used = canvas.put(hint.key, in: place, style: key)
    canvas.put(hint.label, in: place, offset: used + 1, style: label)
  }

  private var connectionRole: Role {
    switch connection {
    case .live: .ok
    case .polling: .info
    case .offline: .danger
    }
  }
}
