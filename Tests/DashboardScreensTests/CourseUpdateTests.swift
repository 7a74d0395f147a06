import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct CourseUpdateTests {
  typealias F = TrainingFixtures
  let context = Fixtures.context(Size(width: 120, height: 36))

  private func press(
    _ event: InputEvent, _ state: inout CourseState, _ context: ScreenContext
  ) -> [Outcome<CourseEffect>] {
    if let action = F.Page.action(for: event, state, context) {
      return F.Page.update(&state, action, context)
    }
    let text = F.Page.text(in: context.language)
    guard let stroke = event.plainStroke,
      let command = F.Page.commands(state, text, context).first(where: {
        $0.keys.contains(stroke) && $0.disabledReason == nil
      })
    else { return [] }
    return F.Page.update(&state, command.action, context)
  }

  private func marks(_ outcomes: [Outcome<CourseEffect>]) -> [Attendance] {
    outcomes.flatMap { outcome -> [Attendance] in
      if case .perform(.work(.mark(let marks, _))) = outcome { return marks }
      return []
    }
  }

  /// A few letters of the given name, one key: found, marked, and on to the next.
  @Test func attendanceTakesLettersAndOneKey() {
    var state = F.page(context, .attendance)
    state.session = F.session(4)
    for letter in "da" { _ = press(.text(String(letter)), &state, context) }
    #expect(state.attendance(context.today).map(\.enrolment.id) == [F.enrolment(3)])
    let first = press(.text("-"), &state, context)
    #expect(
      marks(first) == [
        Attendance(session: F.session(4), enrolment: F.enrolment(3), mark: .absent)
      ])
    #expect(state.find.isEmpty)
    #expect(state.place(context.today) == 3, "the next on the list")
    #expect(
      state.contents?.sheet.lines[2].marks[F.session(4)]?.mark == .absent, "shown at once")
  }

  /// Keys that are faster than storage wait, and the last one for a person counts.
  @Test func marksAreStoredOneAfterTheOther() {
    var state = F.page(context, .attendance)
    state.session = F.session(4)
    #expect(marks(press(.text(" "), &state, context)).count == 1)
    #expect(press(.text(" "), &state, context).isEmpty)
    _ = press(.key(KeyStroke(.up)), &state, context)
    #expect(press(.text("-"), &state, context).isEmpty)
    let done = F.Page.update(
      &state, .finished(.mark([], F.session(4)), .done([], note: nil)), context)
    let second = marks(done)
    #expect(second.map(\.enrolment) == [F.enrolment(2)])
    #expect(second.map(\.mark) == [.absent])
    _ = F.Page.update(&state, .loaded(F.contents), context)
    let last = F.Page.update(
      &state, .finished(.mark([], F.session(4)), .done([], note: nil)), context)
    #expect(marks(last).isEmpty && !state.isMarking)
  }

  @Test func allPresentButKeepsThoseWhoAreAway() {
    var state = F.page(context, .attendance)
    state.session = F.session(1)
    let outcomes = press(.key(.function(6)), &state, context)
    #expect(
      outcomes == [
        .perform(.work(.markAll(but: [F.enrolment(3), F.enrolment(4)], F.session(1))))
      ])
  }

  @Test func lateAsksForTheMinutes() throws {
    var state = F.page(context, .attendance)
    state.session = F.session(4)
    _ = press(.key(.function(3)), &state, context)
    #expect(state.panel?.form.value(.missed) == "15")
    let outcomes = press(.key(KeyStroke(.enter)), &state, context)
    #expect(
      marks(outcomes) == [
        Attendance(
          session: F.session(4), enrolment: F.enrolment(1), mark: .late, missed: 15)
      ])
  }

  @Test func theFlagShowsWhenPassingHasBecomeImpossible() {
    let state = F.page(context, .attendance)
    let shown = rows(of: drawn(F.Page.self, state, context).canvas).joined(separator: "\n")
    #expect(shown.contains("✓ đạt"))
    #expect(shown.contains("! không thể đạt: dự 0 %, cần 80 %"))
  }

  @Test func markedPeopleAreApprovedTogether() {
    var state = F.page(context, .people)
    state.focus[.people] = 4
    #expect(press(.text(" "), &state, context).isEmpty)
    #expect(state.marked == [F.enrolment(5)])
    let outcomes = press(.key(.function(3)), &state, context)
    #expect(outcomes == [.perform(.work(.move([F.roster[4]], .approved, reason: .empty)))])
  }

  @Test func cancellingNeedsAReason() {
    var state = F.page(context, .people)
    _ = press(.key(KeyStroke(.delete)), &state, context)
    #expect(press(.key(KeyStroke(.enter)), &state, context).isEmpty)
    #expect(state.panel?.form.fields.first?.problem == .field(.required))
    for letter in "bận việc" { _ = press(.text(String(letter)), &state, context) }
    #expect(
      press(.key(KeyStroke(.enter)), &state, context) == [
        .perform(.work(.move([F.roster[0]], .cancelled, reason: "bận việc")))
      ])
  }

  @Test func placesOnTheWaitingListAreTold() {
    let state = F.page(context, .people)
    let shown = rows(of: drawn(F.Page.self, state, context).canvas).joined(separator: "\n")
    #expect(shown.contains("chờ thứ 1") && shown.contains("chờ thứ 2"))
    #expect(shown.contains("đến 16:00"), "how long the offer lasts")
  }

  /// Others than those who keep courses see the end of a telephone, and nothing of a minor.
  @Test func telephonesAreMaskedByRole() {
    let judge = User(login: "gk", displayName: "Giám khảo", roles: [.judge])
    let context = Fixtures.context(Size(width: 120, height: 36), user: judge)
    let state = F.page(context, .people)
    let shown = rows(of: drawn(F.Page.self, state, context).canvas).joined(separator: "\n")
    #expect(!shown.contains("0912 345 670") && shown.contains("… 670"))
    #expect(!shown.contains("673"), "a minor's is not shown at all")
    let text = F.Page.text(in: .vietnamese)
    let copied = F.Page.copies(state, text, context).first?.text ?? ""
    #expect(!copied.contains("0912 345 673"))
  }

  @Test func certificatesGoToThoseWhoPassedOnce() {
    var state = F.page(context, .certificates)
    let outcomes = press(.key(.function(6)), &state, context)
    #expect(outcomes == [.perform(.work(.certify([F.enrolment(1)])))])
    let shown = rows(of: drawn(F.Page.self, state, context).canvas).joined(separator: "\n")
    #expect(shown.contains("× thu hồi 15/09/2020: ghi sai họ tên"))
  }

  @Test func aNewCourseOpensInPlaceOfItsForm() {
    var (state, _) = F.Page.start(Destination(.course), context)
    for letter in "Khóa thử" { _ = press(.text(String(letter)), &state, context) }
    let outcomes = press(.key(.control("s")), &state, context)
    guard case .perform(.work(.createCourse(let content)))? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(content.title == "Khóa thử")
    let done = F.Page.update(
      &state, .finished(.createCourse(content), .done([], note: .opened(F.course(9)))), context)
    var place = Destination(.course)
    place.course = F.course(9)
    #expect(done.contains(.shell(.replace(place))))
  }
}
