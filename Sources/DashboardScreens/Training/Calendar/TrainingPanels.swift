import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The panels over the calendar.
extension TrainingUpdate {
  static func openPanel(
    _ state: inout TrainingState, _ action: TrainingAction, _ context: ScreenContext
  ) {
    func open(_ task: TrainingTask) { state.panel = PanelFlow.panel(task, state.lists, context) }
    let focused = state.focused ?? agendaFocus(state)
    switch action {
    case .goTo: open(.goTo)
    case .filter:
      state.panel = PanelFlow.filter(state.lists, trainer: state.trainer, venue: state.venue)
    case .layers: state.panel = PanelFlow.layers(state.layers, contests: state.showsContests)
    case .newCourse: open(.course(nil))
    case .newVenue: open(.venue)
    case .newTrainer: open(.trainer)
    case .newSession:
      let course = state.view == .courses ? state.courses.focused?.id : nil
      let day = state.view.isCalendar ? state.day : context.today
      open(.session(SessionForms.proposal(on: day), course: course, existing: nil))
    case .editSession:
      guard let session = focused?.session else { return }
      open(.session(session.content, course: session.course, existing: session))
    case .cancelSession:
      guard let focused else { return }
      open(.cancelSession(focused.session, title: focused.title))
    case .export:
      let name = state.trainerName ?? state.venueName ?? "Vườn Ươm"
      open(.export(.calendar(state.window, name: name)))
    default: break
    }
  }

  static func panel(
    _ state: inout TrainingState, _ action: PanelAction, _ context: ScreenContext
  ) -> Outcomes {
    guard var panel = state.panel else { return [] }
    let reply = panel.handle(action, context)
    state.panel = panel
    switch reply {
    case .handled: return []
    case .cancelled: state.panel = nil
    case .request(.goTo(let day)):
      state.panel = nil
      return TrainingMoving.go(to: day, &state)
    case .request(.filter(let trainer, let venue)):
      state.panel = nil
      (state.trainer, state.venue) = (trainer, venue)
      return load(state)
    case .request(.layers(let layers, let contests)):
      state.panel = nil
      (state.layers, state.showsContests) = (layers, contests)
    case .request(.work(let work)): return [.perform(.work(work))]
    case .request(.write(let export, let path)):
      return [
        .perform(.write(export, path: path, context.language, today: context.today))
      ]
    }
    return []
  }

  static func finished(
    _ state: inout TrainingState, _ work: TrainingWork?, _ outcome: TrainingOutcome,
    _ context: ScreenContext
  ) -> Outcomes {
    var result: Outcomes = PanelFlow.finish(&state.panel, work, outcome, state.lists, context)
    guard case .done(_, let note) = outcome else { return result }
    // The day follows a session that was moved.
    if case .updateSession(let id, let content, _, _, _)? = work, state.view.isCalendar {
      (state.session, state.day) = (id, content.span.start.day)
    }
    if case .schedule(let content, _, _, _)? = work { state.day = content.span.start.day }
    if case .opened(let id)? = note {
      var destination = Destination(.course)
      destination.course = id
      result.append(.shell(.open(destination)))
    }
    return result + [.perform(.lists)] + load(state)
  }
}

/// Moving about in the views.
enum TrainingMoving {
  typealias Outcomes = TrainingUpdate.Outcomes

  static func move(
    _ state: inout TrainingState, _ stroke: KeyStroke, _ context: ScreenContext
  ) -> Outcomes {
    switch state.view {
    case .courses:
      _ = state.courses.handle(stroke, height: TrainingDrawing.listHeight(context.size))
      return []
    case .figures:
      let count = state.figures.rows(of: state.allCourses, context.language).count
      let step = stroke.key == .up ? -1 : stroke.key == .down ? 1 : 0
      state.figures.focus = min(max(0, state.figures.focus + step), max(0, count - 1))
      return []
    case .agenda: return agenda(&state, stroke)
    case .day, .week:
      if stroke.key == .up || stroke.key == .down {
        return cycle(&state, stroke.key == .down ? 1 : -1)
      }
    case .month, .year: break
    }
    if stroke.key == .tab {
      return cycle(&state, stroke.modifiers.contains(.shift) ? -1 : 1)
    }
    return target(state, stroke).map { go(to: $0, &state) } ?? []
  }

  /// The day that a key goes to.
  private static func target(_ state: TrainingState, _ stroke: KeyStroke) -> LocalDate? {
    let day = state.day
    let (year, month, number) = day.components
    let isYear = state.view == .year
    switch stroke.key {
    case .left: return day.adding(days: -1)
    case .right: return day.adding(days: 1)
    case .up: return isYear ? CalendarSpan.adding(months: -1, to: day) : day.adding(days: -7)
    case .down: return isYear ? CalendarSpan.adding(months: 1, to: day) : day.adding(days: 7)
    case .pageUp: return page(state, -1)
    case .pageDown: return page(state, 1)
    case .home:
      if state.view == .week { return day.adding(days: 1 - day.weekday) }
      return isYear ? LocalDate(year: year, month: 1, day: 1) : day.adding(days: 1 - number)
    case .end:
      if state.view == .week { return day.adding(days: 7 - day.weekday) }
      return isYear
        ? LocalDate(year: year, month: 12, day: 31)
        : day.adding(days: LocalDate.length(ofMonth: month, year: year) - number)
    default: return nil
    }
  }

  private static func page(_ state: TrainingState, _ step: Int) -> LocalDate {
    switch state.view {
    case .week: state.day.adding(days: 7 * step)
    case .day: state.day.adding(days: step)
    case .agenda: state.day.adding(days: CalendarSpan.agendaDays * step)
    case .year: CalendarSpan.adding(months: 12 * step, to: state.day)
    default: CalendarSpan.adding(months: step, to: state.day)
    }
  }

  /// Puts the focus on a day; what is shown is loaded when it is another month, week or year.
  static func go(to day: LocalDate, _ state: inout TrainingState) -> Outcomes {
    guard CalendarMonth(day) != nil else { return [] }
    let before = state.window
    (state.day, state.session) = (day, nil)
    guard state.window != before else { return [] }
    state.isLoading = true
    return TrainingUpdate.load(state)
  }

  /// The next session of the day, round to the first.
  private static func cycle(_ state: inout TrainingState, _ step: Int) -> Outcomes {
    let own = state.sessions(on: state.day)
    guard !own.isEmpty else { return [] }
    let place = own.firstIndex { $0.session.id == state.focused?.session.id } ?? 0
    state.session = own[(place + step + own.count) % own.count].session.id
    return []
  }

  private static func agenda(_ state: inout TrainingState, _ stroke: KeyStroke) -> Outcomes {
    let all = state.sessions
    let place = all.firstIndex { $0.session.id == state.session } ?? 0
    let next: Int
    switch stroke.key {
    case .up: next = place - 1
    case .down, .tab: next = place + 1
    case .home: next = 0
    case .end: next = all.count - 1
    case .left: return go(to: state.day.adding(days: -1), &state)
    case .right: return go(to: state.day.adding(days: 1), &state)
    case .pageUp, .pageDown:
      return go(to: page(state, stroke.key == .pageUp ? -1 : 1), &state)
    default: return []
    }
    guard !all.isEmpty else { return [] }
    state.session = all[min(max(0, next), all.count - 1)].session.id
    return []
  }
}

/// The mouse on the calendar: a click chooses, a second one opens, a session held is dragged
/// to another day.
enum TrainingMouse {
  static func update(
    _ state: inout TrainingState, _ action: TrainingAction, _ context: ScreenContext
  ) -> TrainingUpdate.Outcomes {
    switch action {
    case .pick(let day): return pick(day, &state)
    case .pickSession(let id, let day):
      let wasFocused = state.focused?.session.id == id && state.day == day
      if wasFocused, state.drag == nil, state.clicked == id {
        state.clicked = nil
        return TrainingUpdate.update(&state, .open, context)
      }
      let result = state.view == .agenda ? [] : TrainingMoving.go(to: day, &state)
      (state.session, state.clicked) = (id, id)
      if context.user.may(.editTraining), state.view != .agenda {
        state.drag = TrainingState.Drag(session: id, origin: day, target: day)
      }
      return result
    case .dragged(let point):
      if let day = TrainingDrawing.day(at: point, state, context) { state.drag?.target = day }
      if state.drag?.target != state.drag?.origin { state.clicked = nil }
    case .released:
      guard let drag = state.drag else { return [] }
      state.drag = nil
      let days = drag.target.days(since: drag.origin)
      guard days != 0, state.focused?.session.id == drag.session else { return [] }
      return TrainingUpdate.move(state, days: days, minutes: 0, stretch: 0)
    case .row(let place):
      let wasFocus = state.courses.focus == place
      state.courses.moveFocus(to: place, height: TrainingDrawing.listHeight(context.size))
      if wasFocus { return TrainingUpdate.update(&state, .open, context) }
    case .figureRow(let place):
      let wasFocus = state.figures.focus == place
      state.figures.focus = place
      if wasFocus { return TrainingUpdate.update(&state, .open, context) }
    default: break
    }
    return []
  }

  private static func pick(
    _ day: LocalDate, _ state: inout TrainingState
  ) -> TrainingUpdate.Outcomes {
    state.clicked = nil
    if state.day == day, state.view == .year { return TrainingUpdate.show(.month, &state) }
    return TrainingMoving.go(to: day, &state)
  }
}
