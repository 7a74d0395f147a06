import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct TrainingUpdateTests {
  typealias F = TrainingFixtures
  let context = Fixtures.context(Size(width: 120, height: 36))

  private func press(
    _ event: InputEvent, _ state: inout TrainingState, _ context: ScreenContext
  ) -> [Outcome<TrainingEffect>] {
    if let action = F.Calendar.action(for: event, state, context) {
      return F.Calendar.update(&state, action, context)
    }
    let text = F.Calendar.text(in: context.language)
    guard let stroke = event.plainStroke,
      let command = F.Calendar.commands(state, text, context).first(where: {
        $0.keys.contains(stroke) && $0.disabledReason == nil
      })
    else { return [] }
    return F.Calendar.update(&state, command.action, context)
  }

  private func type(_ text: String, _ state: inout TrainingState) {
    for letter in text { _ = press(.text(String(letter)), &state, context) }
  }

  /// Days as people write them; Tết Trung thu of 2020 was the first of October.
  @Test(arguments: [
    ("12/3", "2020-03-12"), ("thứ 5 tuần sau", "2020-09-24"), ("rằm tháng 8", "2020-10-01"),
    ("mai", "2020-09-16"), ("next Thursday", "2020-09-24"),
  ])
  func goesToADayAsItIsWritten(_ words: String, _ day: String) throws {
    var state = F.calendar(context)
    _ = press(.key(.control("g")), &state, context)
    type(words, &state)
    _ = press(.key(KeyStroke(.enter)), &state, context)
    #expect(state.panel == nil)
    #expect(state.day == LocalDate(iso: day))
  }

  @Test func aDayThatThereIsNotIsExplained() {
    var state = F.calendar(context)
    _ = press(.key(.control("g")), &state, context)
    type("31/2", &state)
    _ = press(.key(KeyStroke(.enter)), &state, context)
    #expect(state.day == Fixtures.today)
    let shown = rows(of: drawn(F.Calendar.self, state, context).canvas).joined()
    #expect(shown.contains("«31/2»"))
  }

  @Test func pagesMoveByMonthsAndLoadThem() {
    var state = F.calendar(context)
    let outcomes = press(.key(KeyStroke(.pageDown)), &state, context)
    #expect(state.day == LocalDate(year: 2020, month: 10, day: 15))
    #expect(outcomes == [.perform(.load(state.window))])
    #expect(state.window.from == LocalDate(iso: "2020-09-28"))
    #expect(press(.key(KeyStroke(.right)), &state, context).isEmpty, "the month is there already")
  }

  @Test func aLateReplyOfAnotherMonthIsDropped() {
    var state = F.calendar(context)
    let before = state.window
    _ = press(.key(KeyStroke(.pageDown)), &state, context)
    _ = F.Calendar.update(&state, .loaded([], state.window), context)
    _ = F.Calendar.update(&state, .loaded(F.sessions, before), context)
    #expect(state.sessions.isEmpty)
  }

  @Test func aSessionIsMovedByKeysAndACollisionOpensItsForm() throws {
    var state = F.calendar(context)
    let outcomes = press(.key(KeyStroke(.right, .alt)), &state, context)
    guard case .perform(.work(let work))? = outcomes.first,
      case .updateSession(let id, let content, let course, 4, let reason) = work
    else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(id == F.session(2) && course == F.course(2) && reason.isBlank)
    #expect(content.span == F.span(16, 810, 990))
    _ = F.Calendar.update(
      &state, .finished(work, .collides(F.conflicts, ways: F.ways)), context)
    let panel = try #require(state.panel)
    #expect(panel.form.value(.day) == "16/09/2020")
    #expect(panel.form.value(.overrideReason) == nil, "a clerk cannot allow it")
    let shown = rows(of: drawn(F.Calendar.self, state, context).canvas).joined(separator: "\n")
    #expect(shown.contains("Trùng, chưa lưu"))
    #expect(shown.contains("giảng viên Ngô Thị Mai bận"))
    #expect(shown.contains("Còn trống: Hội trường lớn"))
  }

  @Test func aSupervisorAllowsACollisionWithAReason() throws {
    let boss = User(login: "boss", displayName: "Sếp", roles: [.supervisor, .clerk])
    let context = Fixtures.context(Size(width: 120, height: 36), user: boss)
    var state = F.calendar(context)
    _ = F.Calendar.update(&state, .editSession, context)
    state.panel?.show(F.conflicts, F.ways, context)
    #expect(state.panel?.form.focused?.id == .overrideReason)
    for letter in "họp gấp" { _ = press(.text(String(letter)), &state, context) }
    let outcomes = press(.key(.control("s")), &state, context)
    guard case .perform(.work(.updateSession(_, _, _, 4, allowing: let reason)))? = outcomes.first
    else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(reason == "họp gấp")
  }

  @Test func aSessionIsStretchedButNeverToNothing() {
    var state = F.calendar(context)
    let longer = press(.key(KeyStroke(.down, [.alt, .shift])), &state, context)
    guard case .perform(.work(.updateSession(_, let content, _, _, _)))? = longer.first else {
      Issue.record("\(longer)")
      return
    }
    #expect(content.span == F.span(15, 810, 1_020))
    state.sessions[1].session.content.span = F.span(15, 810, 840)
    #expect(press(.key(KeyStroke(.up, [.alt, .shift])), &state, context).isEmpty)
  }

  @Test func aSessionIsDraggedToAnotherDay() throws {
    var state = F.calendar(context)
    let frame = drawn(F.Calendar.self, state, context)
    func place(_ action: TrainingAction) throws -> Point {
      let area = try #require(frame.targets.last { $0.action == action }?.area)
      return Point(x: area.x + 1, y: area.y)
    }
    let start = try place(.pickSession(F.session(4), F.day(16)))
    let end = try place(.pick(F.day(25)))
    _ = F.Calendar.update(&state, try #require(frame.action(at: start)), context)
    for kind in [MouseEvent.Kind.drag, .release] {
      let event = InputEvent.mouse(MouseEvent(kind, .left, at: end))
      let action = try #require(F.Calendar.action(for: event, state, context))
      let outcomes = F.Calendar.update(&state, action, context)
      if kind == .drag {
        let shown = rows(of: drawn(F.Calendar.self, state, context).canvas).joined()
        #expect(shown.contains("Dời «Định giá» sang Thứ Sáu 25/09"))
        continue
      }
      guard
        case .perform(.work(.updateSession(F.session(4), let content, _, _, _)))? =
          outcomes.first
      else {
        Issue.record("\(outcomes)")
        return
      }
      #expect(content.span == F.span(25, 480, 690))
    }
    #expect(state.drag == nil)
  }

  @Test func sessionsAtTheSameTimeStandSideBySide() {
    let day =
      F.sessions.filter { $0.day == F.day(15) } + [
        F.summary(8, of: 1, F.span(15, 1_020, 1_080), "Sau cùng")
      ]
    let blocks = TimeGridDrawing.blocks(day)
    #expect(blocks.map(\.lane) == [0, 1, 0])
    #expect(blocks.map(\.lanes) == [2, 2, 1])
  }

  @Test func clashesNameTrainerOrHallAndPassOverWhatIsCalledOff() {
    let clashes = SessionClash.all(F.sessions)
    #expect(Set(clashes.keys) == [F.session(2), F.session(3)])
    #expect(clashes[F.session(2)]?.trainer == "Ngô Thị Mai")
    var other = F.summary(9, of: 2, F.span(21, 600, 700), "Khác", trainer: 1)
    #expect(SessionClash.all(F.sessions + [other])[F.session(9)]?.venue == "Hội trường lớn")
    other.session.isCancelled = true
    #expect(SessionClash.all(F.sessions + [other])[F.session(9)] == nil)
  }

  @Test func lettersNarrowTheCoursesAndAFigureOpensItsRows() {
    var state = F.calendar(context, .courses)
    type("quan tri", &state)
    #expect(state.courses.rows.map(\.id) == [F.course(2)])
    _ = press(.key(KeyStroke(.escape)), &state, context)
    #expect(state.courses.rows.count == 2)
    var figures = F.calendar(context, .figures)
    _ = F.Calendar.update(&figures, .group, context)
    _ = F.Calendar.update(&figures, .group, context)
    #expect(figures.figures.group == .kind)
    _ = press(.key(KeyStroke(.enter)), &figures, context)
    #expect(figures.view == .courses)
    #expect(figures.courses.rows.map(\.id) == [F.course(1)], "coaching comes first")
  }

  @Test func contestsAreALayerOfTheirOwn() {
    var state = F.calendar(context)
    func shown() -> String {
      rows(of: drawn(F.Calendar.self, state, context).canvas).joined(separator: "\n")
    }
    #expect(shown().contains("★ Bán kết") && shown().contains("! hạn nộp"))
    _ = press(.key(.function(3)), &state, context)
    guard let place = state.panel?.form.fields.firstIndex(where: { $0.id == .layers }) else {
      Issue.record("no panel")
      return
    }
    state.panel?.form.fields[place] = .several(
      .layers, CalendarLayer.allCases.map { Choice($0.rawValue, $0.labels) },
      selected: ["sessions"])
    _ = press(.key(.control("s")), &state, context)
    #expect(state.layers == [.sessions] && !state.showsContests)
    #expect(!shown().contains("★") && !shown().contains("Quốc khánh"))
  }

  /// Who may allow collisions but plans nothing else is asked for the reason at once.
  @Test func aSupervisorAlonePlansWithAReason() {
    let boss = User(login: "boss", displayName: "Sếp", roles: [.supervisor])
    let context = Fixtures.context(Size(width: 120, height: 36), user: boss)
    var state = F.calendar(context)
    let commands = F.Calendar.commands(state, F.Calendar.text(in: .vietnamese), context)
    #expect(commands.first { $0.id == "session.edit" }?.permission == .overrideConflicts)
    _ = F.Calendar.update(&state, .editSession, context)
    #expect(press(.key(.control("s")), &state, context).isEmpty, "the reason is missing")
    #expect(state.panel?.form.focused?.id == .overrideReason)
  }

  @Test func whereTheUserWasComesBack() throws {
    var state = F.calendar(context, .week)
    state.layers = [.sessions]
    var place = Destination(.training)
    place.memento = F.Calendar.memento(state, context)
    let (again, _) = F.Calendar.start(place, context)
    #expect(again.view == .week && again.layers == [.sessions] && again.day == state.day)
    place.memento = .object(["view": "gone", "day": "x"])
    #expect(F.Calendar.start(place, context).0.view == .month)
  }
}

@Suite struct TrainingFormTests {
  typealias F = TrainingFixtures
  private let today = Fixtures.today

  @Test func aCourseSurvivesItsForm() throws {
    for language in Language.allCases {
      var content = F.content(1)
      content.registration.quotas = [
        .init(.unit, "Sở KH&CN", seats: 3), .init(.group, "nữ", seats: 2),
      ]
      content.passing.minimumScore = 5_050
      content.passing.needsFeedback = true
      #expect(try CourseForms.content(CourseForms.form(content, language)) == content)
    }
  }

  @Test func aSessionSurvivesItsForm() throws {
    let content = F.sessions[1].session.content
    let form = SessionForms.form(
      content, course: F.course(2), isNew: false, F.lists, .vietnamese)
    #expect(try SessionForms.content(form, over: content, today: today) == content)
  }

  @Test func badInputIsRefusedInWords() {
    func problem(_ field: TrainingForm.Field) -> String {
      TrainingForm.check(field, today: today)?.words(.vietnamese) ?? ""
    }
    #expect(problem(.line(.day, "31/2")).contains("31/2"))
    #expect(problem(.line(.day, "30 tháng chạp 2025")).contains("30 tháng chạp 2025"))
    #expect(
      problem(.line(.capacity, "0")).contains("ít nhất") || !problem(.line(.capacity, "0")).isEmpty)
    #expect(!problem(.line(.from, "25:00")).isEmpty)
    #expect(!problem(.line(.quotas, "Sở: 0")).isEmpty)
    #expect(!problem(.line(.answer(1), "6")).isEmpty)
    #expect(!problem(.line(.times, "1001")).isEmpty)
    #expect(problem(.line(.name, "", isRequired: true)) == FieldRefusal.required.words(.vietnamese))
    #expect(problem(.line(.minimumScore, "7,25")).isEmpty)
    #expect(problem(.line(.minimumScore, "100")).isEmpty)
    #expect(!problem(.line(.minimumScore, "100,99")).isEmpty)
  }

  @Test func anEndBeforeItsBeginningIsRefused() throws {
    var content = F.sessions[0].session.content
    content.topic = .empty
    var form = SessionForms.form(
      content, course: F.course(1), isNew: false, F.lists, .vietnamese)
    let place = try #require(form.fields.firstIndex { $0.id == .to })
    form.fields[place] = .line(.to, "07:00")
    #expect(throws: TrainingProblem.self) {
      try SessionForms.content(form, over: content, today: today)
    }
  }

  @Test func aRuleNeedsAnEnd() throws {
    let content = SessionForms.proposal(on: F.day(21))
    var form = SessionForms.form(
      content, course: F.course(1), isNew: true, F.lists, .vietnamese)
    let start = content.span.start
    #expect(try SessionForms.rule(form, first: start, today: today) == nil)
    let place = try #require(form.fields.firstIndex { $0.id == .repeats })
    form.fields[place] = .choice(.repeats, SessionRepeat.weekly)
    #expect(throws: TrainingProblem.training(.endless)) {
      try SessionForms.rule(form, first: start, today: today)
    }
    let times = try #require(form.fields.firstIndex { $0.id == .times })
    form.fields[times] = .line(.times, "4")
    let except = try #require(form.fields.firstIndex { $0.id == .except })
    form.fields[except] = .line(.except, "28/9; 5/10")
    let rule = try #require(try SessionForms.rule(form, first: start, today: today))
    #expect(try rule.occurrences(from: start).map(\.start.day) == [F.day(21), F.day(42)])
  }

  /// The weekday stays, Tết and other holidays are avoided, whatever the years.
  @Test func aCopyToAnotherYearAvoidsHolidays() throws {
    let days = ["2020-01-21", "2020-02-04", "2020-04-29"].compactMap { LocalDate(iso: $0) }
    let copied = CourseCopy.days(days, toYear: 2021)
    let working = TrainingCalendar.content.workingDays
    #expect(copied.count == 3)
    for (old, new) in zip(days, copied) {
      #expect(working.isWorkingDay(new.day))
      #expect(new.isMoved || new.day.weekday == old.weekday)
    }
    var seed: UInt64 = 20_200_915
    func below(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<200 {
      let first = F.day(1).adding(days: below(2_000))
      let year = 2020 + below(20)
      for (day, _) in CourseCopy.days([first, first.adding(days: 7)], toYear: year) {
        #expect(working.isWorkingDay(day), "seed 20200915: \(first) to \(year)")
      }
    }
  }

  @Test func peopleAreReadByHeadingsOrInOrder() {
    let named = PeopleList(
      Array("Đơn vị;Họ và tên;Điện thoại\nHTX A;Lý Ân;0912345678\nHTX B;;\nHTX C;Đỗ Ba;abc\n".utf8))
    #expect(named.people.map(\.name.string) == ["Lý Ân"])
    #expect(named.people.first?.unit == "HTX A")
    #expect(named.people.first?.phone?.digits == "0912345678")
    #expect(named.refused == [3, 4])
    let plain = PeopleList(Array("Lý Ân,HTX A,,0912345678,2008,phiếu 3\n".utf8))
    #expect(plain.people.first?.birthYear == 2008)
    #expect(plain.people.first?.guardianConsent == "phiếu 3")
    #expect(PeopleList([]).people.isEmpty)
  }
}
