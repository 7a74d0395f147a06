public import TerminalCanvas

/// A question that is answered with one line of text.
public struct TextDialog: Equatable, Sendable {
  /// What it is about.
  public var title: String
  /// What to enter, and in which form.
  public var prompt: String
  /// What is wrong with what was entered; nil for nothing.
  public var problem: String?
  /// The field.
  public private(set) var field: TextField

  /// A question, with the text to begin with.
  public init(title: String, prompt: String, text: String = "", accepts: InputKind = .text) {
    self.title = title
    self.prompt = prompt
    field = TextField(text, accepts: accepts)
  }

  /// Takes an event in: Enter enters, Esc cancels, everything else goes to the field.
  public mutating func handle(_ event: InputEvent, typing: Typing = .off) -> DialogReply {
    switch event {
    case .key(KeyStroke(.escape)): return .cancelled
    case .key(KeyStroke(.enter)): return .entered(field.text)
    default:
      if field.handle(event, typing: typing) { problem = nil }
      return .stay
    }
  }

  /// Draws it into the middle of an area.
  public func draw(in area: Rectangle, on canvas: inout Canvas) {
    let width = min(area.width - 2, 64)
    let lines = TextWrap.lines(of: prompt, width: width - 4)
    let size = Size(width: width, height: min(area.height, lines.count + 4))
    let inside = Panel.draw(title, in: area.centred(size), on: &canvas)
    for (index, line) in lines.enumerated() {
      canvas.put(line, in: inside.row(index), style: Style(.text, on: .overlay))
    }
    field.draw(in: inside.row(lines.count), on: &canvas, isFocused: true)
    guard let problem else { return }
    canvas.put(
      TextWidth.cut("! " + problem, to: inside.width), in: inside.row(lines.count + 1),
      style: Style(.danger, on: .overlay))
  }
}
