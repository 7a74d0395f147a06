import Incubation
public import TerminalCanvas

/// A form: fields under one another, each with the words about its error beside it.
///
/// The form knows fields by `ID` and errors as values of `Problem`; labels and words are given when
/// it is drawn, so that an open form follows a change of language.
public struct Form<ID: Hashable & Sendable, Problem: Equatable & Sendable>: Equatable, Sendable {
  /// How a field is filled in.
  public enum Editor: Equatable, Sendable {
    /// One line.
    case line(TextField)
    /// Several lines, shown in so many rows.
    case area(TextArea, rows: Int)
    /// One of several: what can be chosen, the id of what is, and what has been typed to find it.
    case choice([Choice], selected: String, typed: String)
    /// Any of several: what can be chosen, and the ids of what is, in the order of the choices.
    /// Left and right go through them one by one, as long as not more than one is chosen.
    case several([Choice], selected: [String])
  }

  /// A field.
  public struct Field: Equatable, Sendable {
    /// Which.
    public var id: ID
    /// How it is filled in.
    public var editor: Editor
    /// Whether it must be filled.
    public var isRequired: Bool
    /// What is wrong with it; nil when nothing is, or nobody has looked yet.
    public var problem: Problem?

    /// A field.
    public init(_ id: ID, _ editor: Editor, isRequired: Bool = false) {
      self.id = id
      self.editor = editor
      self.isRequired = isRequired
    }

    /// What it holds: the text, or the id of the choice; several ids on a line each.
    public var value: String {
      switch editor {
      case .line(let field): return field.text
      case .area(let area, _): return area.text
      case .choice(_, let selected, _): return selected
      case .several(_, let selected): return selected.joined(separator: "\n")
      }
    }

    var rows: Int {
      if case .area(_, let rows) = editor { return rows }
      return 1
    }
  }

  /// What came of an event.
  public enum Reply: Equatable, Sendable {
    /// It means nothing here.
    case ignored
    /// The form changed.
    case handled
    /// Everything is filled in as it must be, and is to be done.
    case submitted
    /// The form is to go away.
    case cancelled
  }

  /// The fields, in order.
  public var fields: [Field]
  /// The place of the field in focus.
  public internal(set) var focus = 0
  /// What is open over the field in focus: a month, a list; nil for nothing.
  public internal(set) var panel: FieldPanel?
  /// What was copied or cut in one of the fields.
  private var clipboard = ""

  /// A form, the focus on its first field.
  public init(_ fields: [Field]) { self.fields = fields }

  /// What a field holds; nil when the form has no such field.
  public func value(_ id: ID) -> String? { fields.first { $0.id == id }?.value }

  /// The field in focus; nil in a form without fields.
  public var focused: Field? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Puts the focus on a field.
  public mutating func moveFocus(to id: ID) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    if index != focus { panel = nil }
    focus = index
  }

  /// Takes an event in. `width` is that of the fields, `check` says what is wrong with a field.
  public mutating func handle(
    _ event: InputEvent, width: Int, _ settings: FieldSettings = .plain,
    check: (Field) -> Problem?
  ) -> Reply {
    guard fields.indices.contains(focus) else { return .ignored }
    if panel != nil { return handlePanel(event, settings, check) }
    if case .key(let stroke) = event, stroke == .control("s") { return submit(settings, check) }
    if case .key(let stroke) = event, stroke.key == .escape { return .cancelled }
    if opensPanel(event) {
      openPanel(settings)
      return .handled
    }
    if edit(event, width: width, settings) {
      // An error is told on leaving, and goes as soon as it is mended.
      if fields[focus].problem != nil { fields[focus].problem = check(fields[focus]) }
      return .handled
    }
    guard case .key(let stroke) = event else { return .ignored }
    switch (stroke.key, stroke.modifiers) {
    case (.tab, []), (.down, []): leave(to: focus + 1, settings, check)
    case (.tab, .shift), (.up, []): leave(to: focus - 1, settings, check)
    case (.pageDown, []): leave(to: min(focus + 6, fields.count - 1), settings, check)
    case (.pageUp, []): leave(to: max(focus - 6, 0), settings, check)
    case (.enter, []): return submit(settings, check)
    default: return .ignored
    }
    return .handled
  }

  /// Looks at every field. The focus goes to the first that is in error.
  public mutating func submit(
    _ settings: FieldSettings = .plain, _ check: (Field) -> Problem?
  ) -> Reply {
    panel = nil
    for index in fields.indices {
      normalise(index, settings)
      fields[index].problem = check(fields[index])
    }
    guard let first = fields.firstIndex(where: { $0.problem != nil }) else { return .submitted }
    focus = first
    return .handled
  }

  mutating func leave(
    to place: Int, _ settings: FieldSettings, _ check: (Field) -> Problem?
  ) {
    normalise(focus, settings)
    fields[focus].problem = check(fields[focus])
    focus = (place + fields.count) % fields.count
  }

  /// Days, telephone numbers and amounts as people write them become the form that is stored, and
  /// seen.
  private mutating func normalise(_ index: Int, _ settings: FieldSettings) {
    guard case .line(var field) = fields[index].editor,
      let normal = field.accepts.normalForm(field.text, settings)
    else { return }
    field.rewrite(normal)
    fields[index].editor = .line(field)
  }

  private mutating func edit(
    _ event: InputEvent, width: Int, _ settings: FieldSettings
  ) -> Bool {
    switch fields[focus].editor {
    case .line(var field):
      field.clipboard = clipboard
      guard field.handle(event, typing: settings.typing) else { return false }
      clipboard = field.clipboard
      fields[focus].editor = .line(field)
    case .area(var area, let rows):
      area.clipboard = clipboard
      guard area.handle(event, width: width, height: rows, typing: settings.typing) else {
        return false
      }
      clipboard = area.clipboard
      fields[focus].editor = .area(area, rows: rows)
    case .choice(let choices, let selected, let typed):
      guard let changed = Self.choose(event, choices, selected, typed) else { return false }
      fields[focus].editor = .choice(choices, selected: changed.0, typed: changed.1)
    case .several(let choices, let selected):
      let shown = [Choice("", Self.nothing)] + choices
      guard selected.count < 2,
        let changed = Self.choose(event, shown, selected.first ?? "", "")
      else { return false }
      fields[focus].editor = .several(choices, selected: changed.0.isEmpty ? [] : [changed.0])
    }
    return true
  }

  private static var nothing: Bilingual { Bilingual(vietnamese: .empty, english: .empty) }

  /// Left and right go through the choices; typing finds one, accents optional.
  private static func choose(
    _ event: InputEvent, _ choices: [Choice], _ selected: String, _ typed: String
  ) -> (String, String)? {
    let place = choices.firstIndex { $0.id == selected } ?? 0
    switch event {
    case .key(KeyStroke(.right)) where !choices.isEmpty:
      return (choices[(place + 1) % choices.count].id, "")
    case .key(KeyStroke(.left)) where !choices.isEmpty:
      return (choices[(place + choices.count - 1) % choices.count].id, "")
    case .key(KeyStroke(.backspace)):
      return (selected, String(typed.dropLast()))
    case .text(let text):
      let query = text == " " && typed.isEmpty ? "" : typed + text
      let folded = TextFolding.fold(query)
      let found = choices.first { $0.matches(folded) }
      return (found?.id ?? selected, found == nil ? typed : query)
    default: return nil
    }
  }
}
