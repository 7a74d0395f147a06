import DashboardKit
import Incubation
import Storage

/// Where the user was on the screen of training, as values that outlive the program.
enum TrainingMemento {
  static func written(_ state: TrainingState) -> JSONValue {
    .object([
      "view": .string(state.view.rawValue), "day": .string(state.day.description),
      "layers": .array(
        CalendarLayer.allCases.filter { state.layers.contains($0) }.map { .string($0.rawValue) }
          + (state.showsContests ? [.string(PanelFlow.contests)] : [])),
    ])
  }

  static func resume(_ memento: JSONValue, _ state: inout TrainingState) {
    if let view = memento.fields?["view"]?.text.flatMap(TrainingView.init(rawValue:)) {
      state.view = view
    }
    if let day = memento.fields?["day"]?.text.flatMap({ LocalDate(iso: $0) }),
      CalendarMonth(day) != nil
    {
      state.day = day
    }
    if case .array(let names)? = memento.fields?["layers"] {
      state.layers = Set(names.compactMap { $0.text.flatMap(CalendarLayer.init(rawValue:)) })
      state.showsContests = names.contains { $0.text == PanelFlow.contests }
    }
  }
}

/// What can be copied of the screen of training.
enum TrainingCopying {
  static func texts(
    _ state: TrainingState, _ text: TrainingText, _ context: ScreenContext
  ) -> [CopyText] {
    if state.view == .courses {
      let rows = state.courses.rows.map(\.summary)
      let cells = rows.map { Self.cells($0, text) }
      let focus = state.courses.focused.map { [Self.cells($0.summary, text)] } ?? []
      return [
        CopyText(text.name(.courses), table: focus),
        CopyText(text.name(.courses), table: [text.columns] + cells),
      ]
    }
    guard state.view.isCalendar else { return [] }
    let focused = (state.focused ?? TrainingUpdate.agendaFocus(state)).map { [line($0, text)] }
    let all = CopyText(
      text.heading(state.view, state.day), lines: state.sessions.map { line($0, text) })
    return (focused.map { [CopyText(text.name(.day), lines: $0)] } ?? []) + [all]
  }

  private static func line(_ summary: SessionSummary, _ text: TrainingText) -> String {
    summary.day.formatted + " " + text.line(summary)
  }

  private static func cells(_ summary: CourseSummary, _ text: TrainingText) -> [String] {
    let course = summary.course
    return [
      course.code.string, course.content.title.string, course.content.kind.label(text.language),
      text.days(summary.days), String(summary.sessions), text.places(summary),
      String(summary.people[.waiting] ?? 0), course.status.label(text.language),
    ]
  }
}
