import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// How the page of a course changes.
enum CourseUpdate {
  typealias Outcomes = [Outcome<CourseEffect>]

  static func update(
    _ state: inout CourseState, _ action: CourseAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded, .listed, .historyRead, .failed, .reload: return loaded(&state, action, context)
    case .finished(let work, let outcome): return finished(&state, work, outcome, context)
    case .show(let section): show(section, &state)
    case .nextSection(let by):
      let all = CourseSection.allCases
      let place = all.firstIndex(of: state.section) ?? 0
      show(all[(place + by + all.count) % all.count], &state)
    case .stroke(let stroke): move(&state, stroke, context)
    case .typed(let text): find(state.find + text, &state)
    case .erase: find(String(state.find.dropLast()), &state)
    case .stopFinding:
      state.history = nil
      find("", &state)
    case .row(let place):
      let wasFocus = state.place(context.today) == place
      state.focus[state.section] = place
      state.history = nil
      if wasFocus { return update(&state, .open, context) }
    case .nextSession(let by): nextSession(by, &state, context)
    case .close:
      state.panel = nil
      if state.id == nil { return [.shell(.back)] }
    case .panel(let action): return panel(&state, action, context)
    case .open, .edit, .newSession, .cancelSession, .register, .registerFile, .leave, .transfer,
      .missed, .grade, .revoke, .feedback, .copy, .export:
      CoursePanels.open(&state, action, context)
    default: return CourseWork.work(&state, action, context)
    }
    return []
  }

  private static func loaded(
    _ state: inout CourseState, _ action: CourseAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let contents):
      (state.contents, state.problem) = (contents, nil)
      CourseFinding.find(state.find, &state)
      let known = Set(contents.roster.map(\.id))
      state.marked.formIntersection(known)
      for attendance in state.queued { CourseWork.show(attendance, &state) }
    case .listed, .historyRead:
      if case .historyRead(let moves) = action { state.history = moves }
    case .failed(let error):
      (state.problem, state.isBusy) = (error, false)
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [.shell(.announce(Message(.failure, words)))]
    case .reload: return state.id.map { [.perform(.load($0))] } ?? []
    default: break
    }
    return []
  }

  private static func show(_ section: CourseSection, _ state: inout CourseState) {
    state.section = section
    state.history = nil
    CourseFinding.find("", &state)
  }

  private static func find(_ text: String, _ state: inout CourseState) {
    CourseFinding.find(text, &state)
    state.focus[state.section] = 0
  }

  private static func move(
    _ state: inout CourseState, _ stroke: KeyStroke, _ context: ScreenContext
  ) {
    let height = CourseDrawing.listHeight(context.size)
    let now = state.count(context.today) > 0 ? state.place(context.today) : scroll(state)
    let last =
      state.count(context.today) > 0 ? state.count(context.today) - 1 : 200
    let next: Int
    switch stroke.key {
    case .up: next = now - 1
    case .down: next = now + 1
    case .pageUp: next = now - height
    case .pageDown: next = now + height
    case .home: next = 0
    default: next = last
    }
    state.history = nil
    state.focus[state.section] = min(max(0, next), last)
  }

  /// Parts without lines of their own scroll.
  private static func scroll(_ state: CourseState) -> Int { state.focus[state.section] ?? 0 }

  private static func nextSession(
    _ by: Int, _ state: inout CourseState, _ context: ScreenContext
  ) {
    let held = state.contents?.record.sessions.filter { !$0.session.isCancelled } ?? []
    guard !held.isEmpty else { return }
    let now = state.session(context.today)?.session.id
    let place = held.firstIndex { $0.session.id == now } ?? 0
    state.session = held[(place + by + held.count) % held.count].session.id
    state.history = nil
    CourseFinding.find("", &state)
    state.focus[state.section] = 0
  }

  static func panel(
    _ state: inout CourseState, _ action: PanelAction, _ context: ScreenContext
  ) -> Outcomes {
    guard var panel = state.panel else { return [] }
    let reply = panel.handle(action, context)
    state.panel = panel
    switch reply {
    case .handled: return []
    case .cancelled: return update(&state, .close, context)
    case .request(.work(let work)): return [.perform(.work(work))]
    case .request(.write(let export, let path)):
      return [.perform(.write(export, path: path, context.language, today: context.today))]
    case .request: return []
    }
  }

  private static func finished(
    _ state: inout CourseState, _ work: TrainingWork?, _ outcome: TrainingOutcome,
    _ context: ScreenContext
  ) -> Outcomes {
    state.isBusy = false
    let more: Outcomes
    if case .mark? = work { more = CourseWork.nextMarks(&state) } else { more = [] }
    let lists = state.contents?.lists ?? TrainingLists()
    var result: Outcomes = PanelFlow.finish(&state.panel, work, outcome, lists, context)
    guard case .done(_, let note) = outcome else {
      // What is shown may be older than what refused it.
      return result + more + (state.panel == nil ? update(&state, .reload, context) : [])
    }
    switch note {
    case .opened(let id), .copied(let id, _, _):
      var destination = Destination(.course)
      destination.course = id
      result.append(.shell(state.id == nil ? .replace(destination) : .open(destination)))
    default: break
    }
    if case .move? = work { state.marked = [] }
    return result + more + update(&state, .reload, context)
  }
}

/// Finds people by letters.
enum CourseFinding {
  static func find(_ text: String, _ state: inout CourseState) {
    state.find = text
    state.found =
      text.isEmpty
      ? nil : NameSearch.find(text, in: state.contents?.roster ?? []).map(\.id)
  }
}

/// What is done at once, without asking anything.
enum CourseWork {
  static func work(
    _ state: inout CourseState, _ action: CourseAction, _ context: ScreenContext
  ) -> CourseUpdate.Outcomes {
    guard let contents = state.contents, !state.isBusy else { return [] }
    let course = contents.course
    let today = context.today
    switch action {
    case .setStatus(let status):
      return ask(.setStatus(course.id, status, version: course.version), &state)
    case .moveDay(let by): return moveDay(by, &state, context)
    case .drawLots: return ask(.drawLots(course.id, state.scope(today)), &state)
    case .renewOffers: return ask(.renewOffers(course.id, state.scope(today)), &state)
    case .approve: return move(&state, to: .approved, context)
    case .accept:
      return move(
        &state, to: course.content.registration.needsApproval ? .registered : .approved, context)
    case .history:
      guard let person = focused(state, today) else { return [] }
      return [.perform(.history(person.id))]
    case .toggle:
      guard let person = focused(state, today) else { return [] }
      if state.marked.remove(person.id) == nil { state.marked.insert(person.id) }
      return CourseUpdate.update(&state, .stroke(KeyStroke(.down)), context)
    case .mark, .markAll: return attendance(&state, action, context)
    case .certify:
      return focused(state, today).map { ask(.certify([$0.id]), &state) } ?? []
    case .certifyAll:
      let ids = earned(contents)
      return ids.isEmpty ? [] : ask(.certify(ids), &state)
    default: return []
    }
  }

  static func ask(
    _ work: TrainingWork, _ state: inout CourseState
  ) -> CourseUpdate.Outcomes {
    state.isBusy = true
    return [.perform(.work(work))]
  }

  /// The registration in focus, in the parts that show people.
  static func focused(_ state: CourseState, _ today: LocalDate) -> Enrolment? {
    let place = state.place(today)
    switch state.section {
    case .people:
      let people = state.people(today)
      return people.indices.contains(place) ? people[place] : nil
    case .attendance:
      let lines = state.attendance(today)
      return lines.indices.contains(place) ? lines[place].enrolment : nil
    case .certificates:
      let all = state.contents?.certificates ?? []
      guard all.indices.contains(place) else { return nil }
      return state.contents?.roster.first { $0.id == all[place].enrolment }
    default: return nil
    }
  }

  /// Those who have passed and have no certificate that counts.
  static func earned(_ contents: CourseContents) -> [Identifier<Enrolment>] {
    let have = Set(contents.certificates.filter { $0.revokedOn == nil }.map(\.enrolment))
    return contents.sheet.lines.filter {
      $0.standing.outcome == .passed && !have.contains($0.enrolment.id)
    }.map(\.enrolment.id)
  }

  /// Those that are marked, or the one in focus, as far as they may become so.
  private static func move(
    _ state: inout CourseState, to next: Enrolment.State, _ context: ScreenContext
  ) -> CourseUpdate.Outcomes {
    let marked = state.people(context.today).filter { state.marked.contains($0.id) }
    let chosen = marked.isEmpty ? focused(state, context.today).map { [$0] } ?? [] : marked
    let able = chosen.filter { $0.state.mayBecome(next) }
    return able.isEmpty ? [] : ask(.move(able, next, reason: .empty), &state)
  }

  private static func moveDay(
    _ by: Int, _ state: inout CourseState, _ context: ScreenContext
  ) -> CourseUpdate.Outcomes {
    guard state.section == .sessions, let record = state.contents?.record else { return [] }
    let place = state.place(context.today)
    guard record.sessions.indices.contains(place) else { return [] }
    let session = record.sessions[place].session
    var content = session.content
    content.span = content.span.moved(to: content.span.start.adding(days: by))
    return ask(
      .updateSession(
        session.id, content, session.course, version: session.version, allowing: .empty), &state)
  }

  /// A mark, and the next person: letters that found this one are forgotten.
  private static func attendance(
    _ state: inout CourseState, _ action: CourseAction, _ context: ScreenContext
  ) -> CourseUpdate.Outcomes {
    guard state.section == .attendance, let session = state.session(context.today)?.session else {
      return []
    }
    if action == .markAll {
      // All but those who are marked as absent already.
      let absent = state.contents?.sheet.lines.filter { line in
        line.marks[session.id].map { !$0.mark.isThere } ?? false
      }
      return ask(.markAll(but: Set(absent?.map(\.enrolment.id) ?? []), session.id), &state)
    }
    guard case .mark(let mark) = action, let person = focused(state, context.today) else {
      return []
    }
    let attendance = Attendance(session: session.id, enrolment: person.id, mark: mark)
    // Shown at once: the next key need not wait for storage.
    show(attendance, &state)
    goOn(from: person, &state, context)
    guard !state.isMarking else {
      state.queued.removeAll { $0.enrolment == person.id && $0.session == session.id }
      state.queued.append(attendance)
      return []
    }
    state.isMarking = true
    return [.perform(.work(.mark([attendance], session.id)))]
  }

  /// Puts a mark into what is shown.
  static func show(_ attendance: Attendance, _ state: inout CourseState) {
    let lines = state.contents?.sheet.lines ?? []
    if let line = lines.firstIndex(where: { $0.enrolment.id == attendance.enrolment }) {
      state.contents?.sheet.lines[line].marks[attendance.session] = attendance
    }
  }

  /// The marks that waited, of one session at a time.
  static func nextMarks(_ state: inout CourseState) -> CourseUpdate.Outcomes {
    guard let session = state.queued.first?.session else {
      state.isMarking = false
      return []
    }
    let marks = state.queued.filter { $0.session == session }
    state.queued.removeAll { $0.session == session }
    state.isMarking = true
    return [.perform(.work(.mark(marks, session)))]
  }

  private static func goOn(
    from person: Enrolment, _ state: inout CourseState, _ context: ScreenContext
  ) {
    CourseFinding.find("", &state)
    let lines = state.attendance(context.today)
    let place = lines.firstIndex { $0.enrolment.id == person.id } ?? 0
    state.focus[.attendance] = min(place + 1, max(0, lines.count - 1))
  }
}
