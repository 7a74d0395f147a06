import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The page of a course: its plan, sessions, people, attendance, certificates and feedback.
enum CourseScreen<Files: FileSource>: Screen {
  typealias State = CourseState
  typealias Action = CourseAction
  typealias Effect = CourseEffect
  typealias Text = CourseText

  static var id: ScreenID { .course }

  static func text(in language: Language) -> CourseText { CourseText(language: language) }

  static func title(_ text: CourseText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (CourseState, [Outcome<CourseEffect>])
  {
    var state = CourseState(destination.course)
    if let memento = destination.memento { resume(memento, &state) }
    guard let id = destination.course else {
      state.panel = PanelFlow.panel(.course(nil), TrainingLists(), context)
      return (state, [.perform(.lists)])
    }
    return (state, [.perform(.load(id))])
  }

  private static func resume(_ memento: JSONValue, _ state: inout CourseState) {
    if let part = memento.fields?["section"]?.text.flatMap(CourseSection.init(rawValue:)) {
      state.section = part
    }
    state.session = memento.fields?["session"]?.text.flatMap { Identifier<CourseSession>($0) }
  }

  static func memento(_ state: CourseState, _ context: ScreenContext) -> JSONValue? {
    var fields: [String: JSONValue] = ["section": .string(state.section.rawValue)]
    fields["session"] = state.session.map { .string($0.description) }
    return .object(fields)
  }

  static func reaction(to topics: Set<ChangeTopic>) -> CourseAction? {
    topics.contains(.training) ? .reload : nil
  }

  static func hasUnsavedInput(_ state: CourseState) -> Bool { state.panel?.isWriting == true }

  static func isTyping(_ state: CourseState) -> Bool {
    state.panel != nil || state.section == .people || state.section == .attendance
  }

  static func commands(
    _ state: CourseState, _ text: CourseText, _ context: ScreenContext
  ) -> [Command<CourseAction>] { CourseCommands.all(state, text, context) }

  static func action(
    for event: InputEvent, _ state: CourseState, _ context: ScreenContext
  ) -> CourseAction? {
    if let panel = state.panel {
      if case .key(KeyStroke(.escape)) = event, panel.form.panel == nil { return nil }
      return panel.takes(event, context) ? .panel(.input(event)) : nil
    }
    if case .mouse(let mouse) = event {
      return mouse.kind == .wheelUp
        ? .stroke(KeyStroke(.up)) : mouse.kind == .wheelDown ? .stroke(KeyStroke(.down)) : nil
    }
    let finds = state.section == .people || state.section == .attendance
    if finds, case .text(let text) = event {
      let starts = text.first.map { $0.isLetter || $0.isNumber } == true
      return starts ? .typed(text) : nil
    }
    guard case .key(let stroke) = event else { return nil }
    switch stroke {
    case KeyStroke(.backspace) where !state.find.isEmpty: return .erase
    case KeyStroke(.escape) where !state.find.isEmpty || state.history != nil:
      return .stopFinding
    case KeyStroke(.tab), KeyStroke(.right): return .nextSection(1)
    case KeyStroke(.tab, .shift), KeyStroke(.left): return .nextSection(-1)
    default: return stroke.movesInList ? .stroke(stroke) : nil
    }
  }

  static func update(
    _ state: inout CourseState, _ action: CourseAction, _ context: ScreenContext
  ) -> [Outcome<CourseEffect>] { CourseUpdate.update(&state, action, context) }

  static func draw(
    _ state: CourseState, in area: Rectangle, on frame: inout Frame<CourseAction>,
    _ text: CourseText, _ context: ScreenContext
  ) {
    CourseDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func copies(
    _ state: CourseState, _ text: CourseText, _ context: ScreenContext
  ) -> [CopyText] { CourseCopying.texts(state, text, context) }

  static func perform(
    _ effect: CourseEffect, _ services: Services,
    send: @escaping @Sendable (CourseAction) -> Void
  ) async -> CourseAction? {
    let training = services.stores.training
    do {
      switch effect {
      case .load(let id): return .loaded(try await CourseReading.read(id, training))
      case .lists: return .listed(try await CourseReading.lists(training))
      case .history(let id): return .historyRead(try await training.history(of: id))
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

/// Reads everything about a course.
enum CourseReading {
  static func read(
    _ id: Identifier<Course>, _ training: any TrainingPort
  ) async throws -> CourseContents {
    let roster = try await training.roster(of: id, session: nil, search: "")
    var places: [Identifier<Enrolment>: Int] = [:]
    for enrolment in roster where enrolment.state == .waiting {
      places[enrolment.id] = try await training.waitingPlace(of: enrolment.id)
    }
    return CourseContents(
      record: try await training.record(id), roster: roster, places: places,
      sheet: try await training.attendance(of: id),
      certificates: try await training.certificates(of: id),
      feedback: try await training.feedback(of: id), lists: try await lists(training))
  }

  static func lists(_ training: any TrainingPort) async throws -> TrainingLists {
    var lists = TrainingLists()
    lists.venues = try await training.venues()
    lists.trainers = try await training.trainers()
    lists.courses = try await training.courses(CourseFilter()).map(\.course)
      .filter { [.planned, .open].contains($0.status) }
    return lists
  }
}
