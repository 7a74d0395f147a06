public import Incubation
public import TerminalCanvas

/// What is open over a field.
public enum FieldPanel: Equatable, Sendable {
  /// A month to choose a day of.
  case month(MonthPanel)
  /// A list to choose one of.
  case list(ChoiceList)
  /// A list to choose any of, and what has been chosen.
  case several(ChoiceList, chosen: Set<String>)
}

/// What a click on an open panel means.
public enum FormPick: Hashable, Sendable {
  /// Nothing: the panel stays as it is.
  case nothing
  /// Take this day.
  case day(LocalDate)
  /// Show the month so many months on.
  case month(Int)
  /// Take this choice, or leave it out again where several can be taken.
  case choice(String)
}

/// Opening a field, and what is open over it.
extension Form {
  /// Keys that open the field in focus, beside Space where nothing can be typed.
  public static var openKeys: [KeyStroke] { [KeyStroke(.down, .alt), .function(4)] }

  /// Whether the field in focus can be opened: a day, a choice.
  public var canOpen: Bool {
    switch focused?.editor {
    case .line(let field): field.accepts == .date
    case .choice(let choices, _, _), .several(let choices, _): !choices.isEmpty
    case .area, nil: false
    }
  }

  func opensPanel(_ event: InputEvent) -> Bool {
    guard canOpen else { return false }
    if case .key(let stroke) = event { return Self.openKeys.contains(stroke) }
    guard event == .text(" ") else { return false }
    switch focused?.editor {
    case .choice(_, _, let typed): return typed.isEmpty
    case .several: return true
    case .line, .area, nil: return false
    }
  }

  /// Opens the field in focus, when it can be opened.
  public mutating func openPanel(_ settings: FieldSettings) {
    switch focused?.editor {
    case .line(let field) where field.accepts == .date:
      guard let today = settings.today else { return }
      let chosen = try? DayText.parse(field.text, today: today)
      panel = .month(MonthPanel(chosen, today: today))
    case .choice(let choices, let selected, _):
      panel = .list(ChoiceList(choices, selected: selected))
    case .several(let choices, let selected):
      panel = .several(
        ChoiceList(choices, selected: selected.first ?? ""), chosen: Set(selected))
    case .line, .area, nil: break
    }
  }

  /// Closes what is open over the field; nothing is taken.
  public mutating func closePanel() { panel = nil }

  /// What a click on a field means: the focus, and the field opened when it had it already.
  public mutating func click(_ id: ID, _ settings: FieldSettings) {
    let hadFocus = focused?.id == id
    moveFocus(to: id)
    if panel != nil {
      panel = nil
    } else if hadFocus {
      openPanel(settings)
    }
  }

  /// What a click on the open panel means.
  public mutating func take(_ pick: FormPick, _ check: (Field) -> Problem?) {
    switch (pick, panel) {
    case (.day(let day), .month): take(day, check)
    case (.month(let by), .month(var month)):
      month.move(months: by)
      panel = .month(month)
    case (.choice(let id), .list): take([id], check)
    case (.choice(let id), .several(let list, var chosen)):
      if chosen.remove(id) == nil { chosen.insert(id) }
      panel = .several(list, chosen: chosen)
    default: break
    }
  }

  mutating func handlePanel(
    _ event: InputEvent, _ settings: FieldSettings, _ check: (Field) -> Problem?
  ) -> Reply {
    if case .key(let stroke) = event, Self.openKeys.contains(stroke) {
      panel = nil
      return .handled
    }
    // Tab and Ctrl+S take what has the focus, and go on.
    if case .key(let stroke) = event, stroke.key == .tab || stroke == .control("s") {
      _ = offer(.key(KeyStroke(.enter)), settings, check)
      panel = nil
      if stroke == .control("s") { return submit(settings, check) }
      leave(to: focus + (stroke.modifiers.contains(.shift) ? -1 : 1), settings, check)
      return .handled
    }
    return offer(event, settings, check)
  }

  private mutating func offer(
    _ event: InputEvent, _ settings: FieldSettings, _ check: (Field) -> Problem?
  ) -> Reply {
    switch panel {
    case .month(var month):
      let reply = month.handle(event)
      panel = reply == .cancelled ? nil : .month(month)
      if case .chosen(let day) = reply { take(day, check) }
      return reply == .ignored ? .ignored : .handled
    case .list(var list):
      let reply = list.handle(event, typing: settings.typing)
      panel = reply == .cancelled ? nil : .list(list)
      if case .chosen(let id) = reply { take([id], check) }
      return reply == .ignored ? .ignored : .handled
    case .several(var list, var chosen):
      if event == .text(" ") {
        if let id = list.focused?.id, chosen.remove(id) == nil { chosen.insert(id) }
        panel = .several(list, chosen: chosen)
        return .handled
      }
      let reply = list.handle(event, typing: settings.typing)
      panel = reply == .cancelled ? nil : .several(list, chosen: chosen)
      if event == .key(KeyStroke(.enter)) { take(chosen, check) }
      return reply == .ignored ? .ignored : .handled
    case nil: return .ignored
    }
  }

  private mutating func take(_ day: LocalDate, _ check: (Field) -> Problem?) {
    panel = nil
    guard case .line(var field) = fields[focus].editor else { return }
    field.rewrite(day.formatted)
    fields[focus].editor = .line(field)
    fields[focus].problem = check(fields[focus])
  }

  private mutating func take(_ ids: Set<String>, _ check: (Field) -> Problem?) {
    panel = nil
    switch fields[focus].editor {
    case .choice(let choices, _, _):
      guard let id = choices.first(where: { ids.contains($0.id) })?.id else { return }
      fields[focus].editor = .choice(choices, selected: id, typed: "")
    case .several(let choices, _):
      fields[focus].editor = .several(
        choices, selected: choices.map(\.id).filter { ids.contains($0) })
    case .line, .area: return
    }
    fields[focus].problem = check(fields[focus])
  }
}
