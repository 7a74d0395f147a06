import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// How the screen of training changes.
enum TrainingUpdate {
  typealias Outcomes = [Outcome<TrainingEffect>]

  static func update(
    _ state: inout TrainingState, _ action: TrainingAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded, .counted, .listed, .contested, .figured, .failed, .reload:
      return loaded(&state, action, context)
    case .finished(let work, let outcome): return finished(&state, work, outcome, context)
    case .show(let view): return show(view, &state)
    case .nextView(let by):
      let all = TrainingView.allCases
      let place = all.firstIndex(of: state.view) ?? 0
      return show(all[(place + by + all.count) % all.count], &state)
    case .stroke(let stroke): return TrainingMoving.move(&state, stroke, context)
    case .typed(let text): return find(state.find + text, &state, context)
    case .erase: return find(String(state.find.dropLast()), &state, context)
    case .pick, .pickSession, .dragged, .released, .row, .figureRow:
      return TrainingMouse.update(&state, action, context)
    case .group:
      let all = FigureGroup.allCases
      let place = all.firstIndex(of: state.figures.group) ?? 0
      (state.figures.group, state.figures.focus) = (all[(place + 1) % all.count], 0)
    case .open: return open(&state, context)
    case .today: return TrainingMoving.go(to: context.today, &state)
    case .clearFilter:
      (state.trainer, state.venue, state.behind) = (nil, nil, nil)
      _ = find("", &state, context)
      return load(state)
    case .attend:
      guard let focused = state.focused else { return [] }
      return [.shell(.open(Self.course(focused, .attendance)))]
    case .move(let days, let minutes, let stretch):
      return move(state, days: days, minutes: minutes, stretch: stretch)
    case .panel(let action): return panel(&state, action, context)
    case .close: (state.panel, state.drag) = (nil, nil)
    default: openPanel(&state, action, context)
    }
    return []
  }

  /// What the view needs.
  static func load(_ state: TrainingState) -> Outcomes {
    switch state.view {
    case .year: [.perform(.count(state.window))]
    case .courses, .figures: []
    case .month, .week, .day, .agenda: [.perform(.load(state.window))]
    }
  }

  private static func loaded(
    _ state: inout TrainingState, _ action: TrainingAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let sessions, let window):
      guard window == state.window else { return [] }
      (state.sessions, state.isLoading, state.problem) = (sessions, false, nil)
      if state.view == .agenda, state.session == nil, let first = sessions.first {
        state.session = first.session.id
      }
    case .counted(let counts, let window):
      guard window == state.window else { return [] }
      (state.counts, state.isLoading, state.problem) = (counts, false, nil)
    case .listed(let lists, let courses):
      (state.lists, state.allCourses) = (lists, courses)
      _ = find(state.find, &state, context)
      if state.view == .figures {
        return [.perform(.figures(courses, today: context.today))]
      }
    case .figured(let figures): (state.figures.courses, state.isLoading) = (figures, false)
    case .failed(let error):
      (state.problem, state.isLoading) = (error, false)
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [.shell(.announce(Message(.failure, words)))]
    case .contested(let days): state.contests = days
    case .reload:
      let contests: Outcomes =
        context.user.may(.viewCompetitions) ? [.perform(.contests)] : []
      return [.perform(.lists)] + load(state) + contests
    default: break
    }
    return []
  }

  static func show(_ view: TrainingView, _ state: inout TrainingState) -> Outcomes {
    let wasAgenda = state.view == .agenda
    if wasAgenda, let session = state.sessions.first(where: { $0.session.id == state.session }) {
      state.day = session.day
    }
    state.view = view
    state.isLoading = view != .courses
    state.drag = nil
    if view == .agenda, let focused = state.focused { state.session = focused.session.id }
    if view == .figures { return [.perform(.lists)] }
    return load(state)
  }

  /// Narrows the list of courses to those whose code or name begins a word with the letters.
  private static func find(
    _ text: String, _ state: inout TrainingState, _ context: ScreenContext
  ) -> Outcomes {
    state.find = text
    let rows = state.allCourses.filter { summary in
      (state.behind?.contains(summary.course.id) ?? true)
        && (text.isEmpty
          || TextFolding.matches(query: text, in: summary.course.content.title.string)
          || TextFolding.fold(summary.course.code.string).contains(TextFolding.fold(text)))
    }
    state.courses.load(
      total: rows.count, offset: 0, rows: rows.map(CourseRow.init),
      height: TrainingDrawing.listHeight(context.size))
    return []
  }

  private static func open(
    _ state: inout TrainingState, _ context: ScreenContext
  ) -> Outcomes {
    switch state.view {
    case .courses:
      guard let row = state.courses.focused else { return [] }
      var destination = Destination(.course)
      destination.course = row.id
      return [.shell(.open(destination))]
    case .figures:
      let rows = state.figures.rows(of: state.allCourses, context.language)
      guard rows.indices.contains(state.figures.focus) else { return [] }
      state.behind = Set(rows[state.figures.focus].courses)
      state.courses.restart()
      _ = show(.courses, &state)
      return find("", &state, context)
    case .year: return show(.month, &state)
    case .month, .week, .day, .agenda:
      guard let focused = state.focused ?? agendaFocus(state) else { return [] }
      return [.shell(.open(course(focused, .sessions)))]
    }
  }

  static func agendaFocus(_ state: TrainingState) -> SessionSummary? {
    state.sessions.first { $0.session.id == state.session }
  }

  /// The page of the course of a session, at one of its parts.
  static func course(_ summary: SessionSummary, _ part: CourseSection) -> Destination {
    var destination = Destination(.course)
    destination.course = summary.session.course
    destination.memento = .object([
      "section": .string(part.rawValue), "session": .string(summary.session.id.description),
    ])
    return destination
  }

  /// The session in focus at another time; what it collides with is asked about.
  static func move(
    _ state: TrainingState, days: Int, minutes: Int, stretch: Int
  ) -> Outcomes {
    guard let focused = state.focused, !focused.session.isCancelled else { return [] }
    var content = focused.session.content
    let start = content.span.start.adding(days: days).adding(minutes: minutes)
    let length = content.span.minutes + stretch
    guard length >= 30, let span = try? TimeSpan(start, start.adding(minutes: length)) else {
      return []
    }
    content.span = span
    let session = focused.session
    return [
      .perform(
        .work(
          .updateSession(
            session.id, content, session.course, version: session.version, allowing: .empty)))
    ]
  }
}
