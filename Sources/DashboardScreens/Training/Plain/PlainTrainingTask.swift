import DashboardKit
import Incubation
import Storage

/// The calendar of training in lines: the sessions from a day on, each opening its course.
enum PlainTrainingTask<Files: FileSource> {
  static func run(_ talk: PlainTalk) async throws {
    let text = PlainTrainingText(language: talk.language)
    var day = talk.context.today
    let today = day
    let question = PlainQuestion(text.fromDay, hint: text.dayHint)
    let typed = try await talk.value(question) { words in
      if case .field(let refusal)? = problem(words, today: today) { return refusal }
      return problem(words, today: today) == nil ? nil : .date(.notADate)
    }
    if case .text(let words) = typed { day = try TrainingForm.day(words, today: today) }
    let window = SessionWindow(from: day, through: day.adding(days: CalendarSpan.agendaDays))
    let sessions = try await talk.services.stores.training.sessions(in: window)
    let known = TrainingCalendar.days([day], Set(CalendarLayer.allCases))
    await talk.tell(text.calendar.day(known[0]))
    if sessions.isEmpty { return await talk.tell(text.calendar.noSessions) }
    let options = sessions.enumerated().map { index, summary in
      PlainOption(
        "\(index)", summary.day.shortWeekdayName(talk.language) + " " + summary.day.formatted,
        note: text.calendar.line(summary))
    }
    var isShown = true
    while true {
      let id = try await talk.option(text.openSession, options, isShown: isShown)
      isShown = false
      guard let place = Int(id) else { continue }
      try await talk.step {
        try await PlainCourseTask<Files>.open(sessions[place].session.course, talk)
      }
    }
  }

  private static func problem(_ words: String, today: LocalDate) -> TrainingProblem? {
    do {
      _ = try TrainingForm.day(words, today: today)
      return nil
    } catch {
      return error
    }
  }
}

/// A course in lines: its parts, registering people, attendance, certificates.
enum PlainCourseTask<Files: FileSource> {
  private enum Part: String, CaseIterable {
    case plan, sessions, people, register, attendance, certificates, issue, feedback
  }

  /// The courses, of which one is opened.
  static func run(_ talk: PlainTalk) async throws {
    let text = PlainTrainingText(language: talk.language)
    let courses = try await talk.services.stores.training.courses(CourseFilter())
    if courses.isEmpty { return await talk.tell(text.calendar.noCourses) }
    let options = courses.enumerated().map { index, summary in
      PlainOption(
        "\(index)", "\(summary.course.code) \(summary.course.content.title)",
        note: [
          text.calendar.days(summary.days), text.calendar.places(summary),
          summary.course.status.label(talk.language),
        ].joined(separator: ", "))
    }
    var isShown = true
    while true {
      let id = try await talk.option(text.openCourse, options, isShown: isShown)
      isShown = false
      guard let place = Int(id) else { continue }
      try await talk.step { try await open(courses[place].course.id, talk) }
    }
  }

  static func open(_ id: Identifier<Course>, _ talk: PlainTalk) async throws {
    let text = PlainTrainingText(language: talk.language)
    var isShown = true
    while true {
      let contents = try await CourseReading.read(id, talk.services.stores.training)
      if isShown { await talk.tell("\(contents.course.code) \(contents.course.content.title)") }
      let options = Part.allCases.map { PlainOption($0.rawValue, title($0, text)) }
      let chosen = try await talk.option(text.part, options, isShown: isShown)
      isShown = false
      guard let part = Part(rawValue: chosen) else { continue }
      try await talk.step { try await run(part, contents, talk) }
    }
  }

  private static func title(_ part: Part, _ text: PlainTrainingText) -> String {
    switch part {
    case .plan: text.course.name(.plan)
    case .sessions: text.course.name(.sessions)
    case .people: text.course.name(.people)
    case .register: text.course.register.title
    case .attendance: text.course.name(.attendance)
    case .certificates: text.course.name(.certificates)
    case .issue: text.course.certifyAll.title
    case .feedback: text.course.name(.feedback)
    }
  }

  private static func run(
    _ part: Part, _ contents: CourseContents, _ talk: PlainTalk
  ) async throws {
    let text = PlainTrainingText(language: talk.language)
    let page = CoursePage(
      contents: contents, text: text.course, context: talk.context, width: 1_000)
    switch part {
    case .plan: try await read(words(page.plan), talk)
    case .feedback: try await read(words(page.feedback), talk)
    case .sessions:
      let lines = contents.record.sessions.map { summary in
        summary.day.shortWeekdayName(talk.language) + " " + summary.day.formatted + " "
          + text.calendar.line(summary)
      }
      try await read(lines.isEmpty ? [text.calendar.noSession] : lines, talk)
    case .people: try await read(people(contents, talk), talk)
    case .register: try await register(contents, talk)
    case .attendance: try await PlainAttendance<Files>.run(contents, talk)
    case .certificates:
      let lines = contents.certificates.map { certificate in
        "\(certificate.number): \(certificate.name), \(certificate.issuedOn.formatted), "
          + text.course.certificate(certificate)
      }
      try await read(lines.isEmpty ? [text.noCertificates] : lines, talk)
    case .issue:
      guard await talk.may(.issueNumbers) else { return }
      let ids = CourseWork.earned(contents)
      if ids.isEmpty { return await talk.tell(text.course.noneEarned) }
      guard try await talk.confirm(text.issue(ids.count)) else { return }
      try await carryOut(.certify(ids), talk)
    }
  }

  private static func read(_ lines: [String], _ talk: PlainTalk) async throws {
    try await talk.read(lines.map { PlainLine.spoken($0, talk.language) })
  }

  private static func words(_ lines: [PageLine]) -> [String] {
    lines.map { line in
      line.pieces.map(\.text).joined().split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private static func people(_ contents: CourseContents, _ talk: PlainTalk) -> [String] {
    let text = CourseText(language: talk.language)
    if contents.roster.isEmpty { return [PlainTrainingText(language: talk.language).nobody] }
    return contents.roster.map { person in
      let remark = text.remark(
        person, place: contents.places[person.id], today: talk.context.today)
      let parts = [
        person.unit.string, person.state.label(talk.language), remark,
        text.phone(person, mayEdit: talk.context.user.may(.editTraining)),
      ]
      return person.name.string + ": " + parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  private static func register(_ contents: CourseContents, _ talk: PlainTalk) async throws {
    guard await talk.may(.editTraining) else { return }
    let text = PlainTrainingText(language: talk.language)
    var fields: [TrainingForm.Field] = []
    let task = TrainingTask.person(contents.course, session: nil)
    for id: TrainingField in [.name, .unit, .phone, .birthYear, .consent] {
      let label = text.forms.label(id, task)
      let question = PlainQuestion(label.title, hint: label.hint, isRequired: id == .name)
      let today = talk.context.today
      let value = try await talk.value(question) { words in
        let field = TrainingForm.Field.line(id, words)
        guard case .field(let refusal)? = TrainingForm.check(field, today: today) else {
          return nil
        }
        return refusal
      }
      if case .text(let words) = value { fields.append(.line(id, words)) }
    }
    let person = try PersonForms.registrant(TrainingForm(fields))
    let scope = contents.isBySession ? contents.record.sessions.first?.session.id : nil
    try await carryOut(.register([person], contents.course.id, scope), talk)
  }

  /// Does something, says what came of it, and remembers it for undo.
  static func carryOut(_ work: TrainingWork, _ talk: PlainTalk) async throws {
    let text = PlainTrainingText(language: talk.language)
    switch await TrainingPerformer<Files>(services: talk.services).perform(work) {
    case .done(let receipts, let note)?:
      talk.remember(receipts)
      await talk.tell(note.flatMap(text.forms.note) ?? text.done)
    case .collides(let conflicts, _)?:
      await talk.tell(TrainingRefusal.conflicts(conflicts).words(talk.language))
    case .failed(let failure)?:
      await talk.tell(failure.words(talk.language, today: talk.context.today))
    case nil: break
    }
  }
}

/// Attendance by conversation: a few letters of a name, then what was seen; an empty line says that
/// all others are present.
enum PlainAttendance<Files: FileSource> {
  static func run(_ contents: CourseContents, _ talk: PlainTalk) async throws {
    guard await talk.may(.editTraining) else { return }
    let text = PlainTrainingText(language: talk.language)
    let held = contents.record.sessions.filter { !$0.session.isCancelled }
    if held.isEmpty { return await talk.tell(text.calendar.noSession) }
    let options = held.enumerated().map { index, summary in
      PlainOption("\(index)", summary.day.formatted, note: text.calendar.line(summary))
    }
    let id = try await talk.option(text.whichSession, options, isShown: true)
    guard let place = Int(id) else { return }
    let session = held[place].session.id
    let lines = contents.sheet.lines.filter {
      $0.enrolment.session == nil || $0.enrolment.session == session
    }
    if lines.isEmpty { return await talk.tell(text.nobody) }
    await talk.tell(text.course.tally(lines, session))
    try await marks(session, lines, talk)
  }

  private static func marks(
    _ session: Identifier<CourseSession>, _ lines: [AttendanceSheet.Line], _ talk: PlainTalk
  ) async throws {
    let text = PlainTrainingText(language: talk.language)
    let people = lines.map { line in
      PlainOption(
        line.enrolment.id.description, line.enrolment.name.string,
        note: text.course.mark(line.marks[session]))
    }
    var away = Set(
      lines.filter { $0.marks[session].map { !$0.mark.isThere } ?? false }.map(\.enrolment.id))
    while true {
      switch try await talk.choose(text.whoIsAway, people, taking: .nothing) {
      case .nothing:
        guard try await talk.confirm(text.allPresentBut(away.count)) else { continue }
        return try await PlainCourseTask<Files>.carryOut(.markAll(but: away, session), talk)
      case .option(let id):
        guard let line = lines.first(where: { $0.enrolment.id.description == id }) else { continue }
        let marks = Attendance.Mark.allCases.map {
          PlainOption($0.rawValue, $0.label(talk.language))
        }
        let chosen = try await talk.option(line.enrolment.name.string, marks, isShown: true)
        guard let mark = Attendance.Mark(rawValue: chosen) else { continue }
        if mark.isThere { away.remove(line.enrolment.id) } else { away.insert(line.enrolment.id) }
        let attendance = Attendance(session: session, enrolment: line.enrolment.id, mark: mark)
        try await PlainCourseTask<Files>.carryOut(.mark([attendance], session), talk)
      case .number, .text: break
      }
    }
  }
}

/// The words of training in the plain mode.
struct PlainTrainingText: Wording {
  let language: Language

  var calendar: TrainingText { TrainingText(language: language) }
  var course: CourseText { CourseText(language: language) }
  var forms: TrainingFormText { TrainingFormText(language: language) }

  var trainingHelp: String {
    say(
      "Các buổi học từ một ngày, mỗi dòng mở khóa học của nó.",
      "The sessions from a day on; each line opens its course.")
  }
  var courses: String { say("Khóa học", "Courses") }
  var coursesHelp: String {
    say(
      "Mở một khóa học: kế hoạch, học viên, điểm danh, giấy chứng nhận.",
      "Opens a course: its plan, people, attendance and certificates.")
  }
  var fromDay: String { say("Từ ngày (Enter: hôm nay)", "From which day (Enter: today)") }
  var dayHint: String {
    say("Vd 12/3, thứ 5 tuần sau, rằm tháng 8.", "E.g. 12/3, next Thursday, rằm tháng 8.")
  }
  var openSession: String { say("Mở buổi nào", "Open which session") }
  var openCourse: String { say("Mở khóa nào", "Open which course") }
  var part: String { say("Việc gì với khóa học này", "What about this course") }
  var whichSession: String { say("Điểm danh buổi nào", "Attendance of which session") }
  var whoIsAway: String {
    say(
      "Vài chữ của tên; Enter: còn lại đều có mặt",
      "Letters of a name; Enter: all others are present")
  }
  func allPresentBut(_ count: Int) -> String {
    say("Ghi có mặt mọi người, trừ \(count) người vắng", "Mark all present but \(count) absent")
  }
  func issue(_ count: Int) -> String {
    say("Cấp \(count) giấy chứng nhận", "Issue \(count) certificates")
  }
  var nobody: String { say("Chưa có ai trong danh sách.", "There is nobody on the list yet.") }
  var noCertificates: String {
    say("Chưa cấp giấy chứng nhận nào.", "No certificate was issued yet.")
  }
  var done: String { say("Đã lưu.", "Saved.") }
}
