import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The calendar of training, the list of its courses, and its figures.
enum TrainingScreen<Files: FileSource>: Screen {
  typealias State = TrainingState
  typealias Action = TrainingAction
  typealias Effect = TrainingEffect
  typealias Text = TrainingText

  static var id: ScreenID { .training }

  static func text(in language: Language) -> TrainingText { TrainingText(language: language) }

  static func title(_ text: TrainingText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (TrainingState, [Outcome<TrainingEffect>])
  {
    var state = TrainingState(day: context.today)
    if let memento = destination.memento { TrainingMemento.resume(memento, &state) }
    var outcomes = [Outcome<TrainingEffect>.perform(.lists)] + TrainingUpdate.load(state)
    if context.user.may(.viewCompetitions) { outcomes.append(.perform(.contests)) }
    return (state, outcomes)
  }

  static func reaction(to topics: Set<ChangeTopic>) -> TrainingAction? {
    topics.isDisjoint(with: [.training, .competitions]) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: TrainingState) -> Bool { state.panel?.isWriting == true }

  static func isTyping(_ state: TrainingState) -> Bool {
    state.panel != nil || state.view == .courses
  }

  static func memento(_ state: TrainingState, _ context: ScreenContext) -> JSONValue? {
    TrainingMemento.written(state)
  }

  static func commands(
    _ state: TrainingState, _ text: TrainingText, _ context: ScreenContext
  ) -> [Command<TrainingAction>] { TrainingCommands.all(state, text, context) }

  static func action(
    for event: InputEvent, _ state: TrainingState, _ context: ScreenContext
  ) -> TrainingAction? {
    if let panel = state.panel {
      if case .key(KeyStroke(.escape)) = event, panel.form.panel == nil { return nil }
      return panel.takes(event, context) ? .panel(.input(event)) : nil
    }
    if case .mouse(let mouse) = event { return action(for: mouse, state) }
    if state.view == .courses, let action = finding(event, state) { return action }
    guard case .key(let stroke) = event else { return nil }
    if stroke == KeyStroke(.escape) {
      if state.drag != nil { return .close }
      return state.behind != nil || !state.find.isEmpty ? .clearFilter : nil
    }
    let moves: [Key] = [
      .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab,
    ]
    let isPlain = stroke.modifiers.isEmpty || stroke == KeyStroke(.tab, .shift)
    return isPlain && moves.contains(stroke.key) ? .stroke(stroke) : nil
  }

  private static func action(for mouse: MouseEvent, _ state: TrainingState) -> TrainingAction? {
    switch mouse.kind {
    case .wheelUp: .stroke(KeyStroke(state.view.isCalendar ? .pageUp : .up))
    case .wheelDown: .stroke(KeyStroke(state.view.isCalendar ? .pageDown : .down))
    case .drag: state.drag == nil ? nil : .dragged(mouse.position)
    case .release: state.drag == nil ? nil : .released
    case .press, .move: nil
    }
  }

  private static func finding(_ event: InputEvent, _ state: TrainingState) -> TrainingAction? {
    switch event {
    case .text(let text):
      let starts = !state.find.isEmpty || text.first.map { $0.isLetter || $0.isNumber } == true
      return starts ? .typed(text) : nil
    case .key(KeyStroke(.backspace)): return state.find.isEmpty ? nil : .erase
    default: return nil
    }
  }

  static func update(
    _ state: inout TrainingState, _ action: TrainingAction, _ context: ScreenContext
  ) -> [Outcome<TrainingEffect>] { TrainingUpdate.update(&state, action, context) }

  static func draw(
    _ state: TrainingState, in area: Rectangle, on frame: inout Frame<TrainingAction>,
    _ text: TrainingText, _ context: ScreenContext
  ) {
    TrainingDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func copies(
    _ state: TrainingState, _ text: TrainingText, _ context: ScreenContext
  ) -> [CopyText] { TrainingCopying.texts(state, text, context) }

  static func perform(
    _ effect: TrainingEffect, _ services: Services,
    send: @escaping @Sendable (TrainingAction) -> Void
  ) async -> TrainingAction? {
    let training = services.stores.training
    do {
      switch effect {
      case .load(let window): return .loaded(try await training.sessions(in: window), window)
      case .count(let window): return .counted(try await training.sessionCounts(in: window), window)
      case .lists:
        let courses = try await training.courses(CourseFilter())
        var lists = TrainingLists()
        (lists.venues, lists.trainers) = (
          try await training.venues(), try await training.trainers()
        )
        lists.courses = courses.map(\.course).filter { [.planned, .open].contains($0.status) }
        return .listed(lists, courses)
      case .contests:
        let contests = try await services.stores.competitions.competitions(by: services.session)
        return .contested(ContestDay.all(contests))
      case .figures(let courses, let today):
        return .figured(try await FigureReading.read(courses, today: today, training))
      case .work(let work):
        let performer = TrainingPerformer<Files>(services: services)
        return await performer.perform(work).map { .finished(work, $0) }
      case .write(let export, let path, let language, let today):
        let writer = TrainingFileWriter<Files>(
          services: services, language: language, today: today)
        return .finished(nil, await writer.write(export, to: path))
      }
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }
}

extension TrainingPanel {
  /// Whether something was typed that would be lost.
  var isWriting: Bool {
    switch task {
    case .goTo, .filter, .layers, .export, .copy: false
    default: true
    }
  }
}

/// Reads the figures of courses.
enum FigureReading {
  static func read(
    _ courses: [CourseSummary], today: LocalDate, _ training: any TrainingPort
  ) async throws -> [CourseFigures] {
    let certificates = try await training.certificates(of: nil)
    var counts: [Identifier<Course>: Int] = [:]
    for certificate in certificates where certificate.revokedOn == nil {
      counts[certificate.course, default: 0] += 1
    }
    var result: [CourseFigures] = []
    for summary in courses {
      try Task.checkCancellation()
      let sheet = try await training.attendance(of: summary.course.id)
      var figures = CourseFigures(course: summary.course.id)
      let held = sheet.sessions.filter { $0.content.span.start.day < today }
      figures.held = held.count
      figures.minutes = held.reduce(0) { $0 + $1.content.span.minutes }
      figures.trainees = sheet.lines.count
      for line in sheet.lines {
        figures.marks += line.marks.count
        figures.there += line.marks.values.count { $0.mark.isThere }
      }
      figures.certificates = counts[summary.course.id] ?? 0
      result.append(figures)
    }
    return result
  }
}
