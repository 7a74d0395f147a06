import Incubation
import TerminalCanvas

/// The first line: program and department, then day, database, user, role and language. What does
/// not fit is said shorter, and then goes in the order of how little it is missed.
struct TitleBar {
  var department: String
  var user: User
  var database: String
  var today: LocalDate
  var isDemo: Bool
  /// The built-in typing method at work; nil for none.
  var typing: String?
  /// A state that must be seen, such as that the mouse is free; nil for none.
  var mark: String?
  var text: ShellText

  private struct Part {
    var text: String
    /// The same in fewer letters.
    var short: String
    /// What goes first has the least.
    var worth: Int
  }

  /// Draws it, and says where typing method and language can be clicked.
  func draw(
    in area: Rectangle, on canvas: inout Canvas
  ) -> [(command: String, area: Rectangle)] {
    canvas.fill(area, style: Style(.title, on: .bar))
    let inside = area.inset(horizontal: 1)
    let name = "\(text.program) · \(department)"
    let badge = typing.map { TextWidth.width(of: $0) + 2 } ?? 0
    let taken = badge + (mark.map { TextWidth.width(of: $0) + 2 } ?? 0)
    let parts = fitting(
      Self.parts(self), beside: min(TextWidth.width(of: name), 30), inside.width - taken)
    let language = text.language.shortName
    var right = inside.maxX - TextWidth.width(of: language)
    let target = Rectangle(x: right, y: area.y, width: inside.maxX - right, height: 1)
    canvas.put(language, in: target, style: Style(.keyHint, on: .bar))
    var targets = [(command: "program.language", area: target)]
    if let typing {
      right -= badge
      let place = Rectangle(x: right, y: area.y, width: badge - 2, height: 1)
      canvas.put(typing, in: place, style: Style(.keyHint, on: .bar))
      targets.append((GlobalCommands.typingID, place))
    }
    if let mark {
      let width = TextWidth.width(of: mark)
      right -= width + 2
      let place = Rectangle(x: right, y: area.y, width: width, height: 1)
      canvas.put(mark, in: place, style: Style(.warning, on: .bar))
      targets.append((GlobalCommands.mouseID, place))
    }
    for part in parts.reversed() {
      let width = TextWidth.width(of: part.text)
      right -= width + 2
      canvas.put(
        part.text, in: Rectangle(x: right, y: area.y, width: width, height: 1),
        style: Style(.muted, on: .bar))
    }
    let room = max(0, right - inside.x - 2)
    canvas.put(TextWidth.cut(name, to: room), in: inside, style: Style(.title, on: .bar))
    return targets
  }

  private static func parts(_ bar: TitleBar) -> [Part] {
    let day = bar.today.formatted
    let roles = UserRole.allCases.filter(bar.user.roles.contains)
      .map { $0.label(bar.text.language).lowercased() }.joined(separator: ", ")
    let name = bar.user.displayName.isBlank ? bar.user.login : bar.user.displayName.string
    return [
      Part(
        text: bar.isDemo ? bar.text.demo(day) : day,
        short: bar.isDemo ? bar.text.demoShort(day) : day, worth: bar.isDemo ? 4 : 2),
      Part(text: bar.database, short: bar.database, worth: 1),
      Part(
        text: roles.isEmpty ? name : "\(name) · \(roles)", short: bar.user.login, worth: 3),
    ].filter { !$0.text.isEmpty }
  }

  private func fitting(_ parts: [Part], beside name: Int, _ width: Int) -> [Part] {
    var kept = parts
    func taken() -> Int { kept.reduce(name + 4) { $0 + TextWidth.width(of: $1.text) + 2 } }
    for index in [2, 0] where taken() > width && kept.indices.contains(index) {
      kept[index].text = kept[index].short
    }
    while taken() > width, kept.count > 1, let least = kept.map(\.worth).min() {
      kept.removeAll { $0.worth == least }
    }
    return kept
  }
}
