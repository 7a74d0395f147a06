import DashboardKit
import Incubation
import Storage

/// What both screens of training do with panels: opening them, and what came of them.
enum PanelFlow {
  /// The panel for a task that needs nothing but what it names.
  static func panel(
    _ task: TrainingTask, _ lists: TrainingLists, _ context: ScreenContext
  ) -> TrainingPanel {
    let language = context.language
    switch task {
    case .goTo: return TrainingPanel(task, TrainingForm([.line(.day, "", .date)]))
    case .course(let course):
      let content = course?.content ?? CourseContent(title: .empty, kind: .enterprise)
      return TrainingPanel(task, CourseForms.form(content, language))
    case .session(let content, let course, let existing):
      var form = SessionForms.form(
        content, course: course, isNew: existing == nil, lists, language)
      // Who may only allow collisions is asked for the reason from the beginning.
      if context.user.may(.overrideConflicts), !context.user.may(.editTraining) {
        form.fields.append(.line(.overrideReason, "", isRequired: true))
      }
      return TrainingPanel(task, form)
    case .cancelSession, .leave, .revoke:
      return TrainingPanel(task, TrainingForm([.line(.reason, "", isRequired: true)]))
    case .venue:
      return TrainingPanel(
        task,
        TrainingForm([
          .line(.name, "", isRequired: true), .line(.address, ""),
          .line(.capacity, "", .number, isRequired: true),
        ]))
    case .trainer:
      return TrainingPanel(
        task,
        TrainingForm([
          .line(.name, "", isRequired: true), .line(.unit, ""), .line(.phone, "", .phone),
        ]))
    case .person: return TrainingPanel(task, PersonForms.form(language))
    case .transfer(let enrolment):
      let choices = lists.courses.filter { $0.id != enrolment.course }
      var open = TrainingLists()
      open.courses = choices
      return TrainingPanel(
        task, TrainingForm([.pick(.course, open.courseChoices, selected: "", none: nil)]))
    case .missed(_, let mark, _):
      let usual = mark == .late ? "15" : "30"
      return TrainingPanel(task, TrainingForm([.line(.missed, usual, .number, isRequired: true)]))
    case .grade(let enrolment): return TrainingPanel(task, PersonForms.grade(enrolment, language))
    case .feedback: return TrainingPanel(task, PersonForms.feedback)
    case .copy:
      let next = String(context.today.components.year + 1)
      return TrainingPanel(task, TrainingForm([.line(.times, next, .number, isRequired: true)]))
    case .people, .export, .filter, .layers: return filePanel(task, lists, context)
    }
  }

  private static func filePanel(
    _ task: TrainingTask, _ lists: TrainingLists, _ context: ScreenContext
  ) -> TrainingPanel {
    var path = ""
    if case .export(let export) = task { path = export.usualPath(context.today) }
    return TrainingPanel(
      task, TrainingForm([.line(.path, path, .path, isRequired: true, limit: 4_096)]))
  }

  static func filter(
    _ lists: TrainingLists, trainer: Identifier<Person>?, venue: Identifier<Venue>?
  ) -> TrainingPanel {
    TrainingPanel(
      .filter,
      TrainingForm([
        .pick(
          .trainers, lists.trainerChoices, selected: trainer?.description ?? "",
          none: TrainingLists.all),
        .pick(
          .venue, lists.venueChoices, selected: venue?.description ?? "", none: TrainingLists.all),
      ]))
  }

  /// The id of the layer of contests among the choices.
  static let contests = "contests"

  static func layers(_ shown: Set<CalendarLayer>, contests: Bool) -> TrainingPanel {
    let all = CalendarLayer.allCases
    let own = Choice(
      Self.contests, Bilingual(vietnamese: "Cuộc thi, hạn nộp", english: "Contests, deadlines"))
    return TrainingPanel(
      .layers,
      TrainingForm([
        .several(
          .layers, all.map { Choice($0.rawValue, $0.labels) } + [own],
          selected: all.filter { shown.contains($0) }.map(\.rawValue)
            + (contests ? [Self.contests] : []))
      ]))
  }

  /// What came of a work: undo, messages, and whether the panel stays open.
  static func finish<Effect>(
    _ panel: inout TrainingPanel?, _ work: TrainingWork?, _ outcome: TrainingOutcome,
    _ lists: TrainingLists, _ context: ScreenContext
  ) -> [Outcome<Effect>] {
    let text = TrainingFormText(language: context.language)
    switch outcome {
    case .done(let receipts, let note):
      panel = nil
      var result: [Outcome<Effect>] = receipts.map { .shell(.remember($0)) }
      if let words = note.flatMap(text.note) {
        result.append(.shell(.announce(Message(.done, words))))
      }
      return result
    case .collides(let conflicts, let ways):
      if panel == nil, case .updateSession(_, let content, let course, _, _)? = work {
        panel = self.panel(
          .session(content, course: course, existing: existing(work)), lists, context)
      }
      panel?.show(conflicts, ways, context)
    case .failed(let failure):
      if panel != nil {
        panel?.failure = failure
        panel?.isBusy = false
      } else {
        let words = failure.words(context.language, today: context.today)
        return [.shell(.announce(Message(.failure, words)))]
      }
    }
    return []
  }

  /// The session that a move was about, as far as a form needs it.
  private static func existing(_ work: TrainingWork?) -> CourseSession? {
    guard case .updateSession(let id, let content, let course, let version, _)? = work else {
      return nil
    }
    return CourseSession(
      id: id, course: course, content: content, uid: CourseSession.uid(of: id),
      changedAt: Timestamp(milliseconds: 0), version: version)
  }
}

extension TrainingExport {
  /// The file that is proposed: in the home folder, named after what it is and the day.
  func usualPath(_ today: LocalDate) -> String {
    switch self {
    case .calendar: "~/lich-dao-tao.ics"
    case .roster: "~/hoc-vien-\(today).csv"
    case .signIn: "~/ky-ten-\(today).odt"
    case .certificates: "~/giay-chung-nhan-\(today).odt"
    }
  }
}
