import DashboardKit
import Incubation
import Storage

/// The forms about the people of a course.
enum PersonForms {
  static func form(_ language: Language) -> TrainingForm {
    TrainingForm([
      .line(.name, "", isRequired: true), .line(.unit, ""), .line(.group, ""),
      .line(.phone, "", .phone), .line(.birthYear, "", .number), .line(.consent, ""),
    ])
  }

  /// Who registers, as the form says.
  static func registrant(_ form: TrainingForm) throws(TrainingProblem) -> Registrant {
    var phone: PhoneNumber?
    if !form.isBlank(.phone) {
      do { phone = try PhoneNumber.parse(form.value(.phone) ?? "").number } catch {
        throw .field(error)
      }
    }
    return Registrant(
      try form.text(.name), unit: try form.text(.unit), group: try form.text(.group),
      phone: phone, birthYear: try form.number(.birthYear, 1900...2100),
      guardianConsent: try form.text(.consent))
  }

  static func grade(_ enrolment: Enrolment, _ language: Language) -> TrainingForm {
    TrainingForm([
      .line(.score, enrolment.score.map { NumberText.hundredths(Int64($0), language) } ?? ""),
      .question(.feedbackGiven, enrolment.gaveFeedback),
    ])
  }

  static var feedback: TrainingForm {
    TrainingForm(
      (1...FeedbackForm.questions).map { .line(.answer($0), "", .number) }
        + [.area(.comment, "")])
  }

  static func feedback(_ form: TrainingForm) throws(TrainingProblem) -> FeedbackForm {
    var answers: [Int?] = []
    for question in 1...FeedbackForm.questions {
      answers.append(try form.number(.answer(question), 1...5))
    }
    do {
      return try FeedbackForm(answers, comment: try form.text(.comment, .note))
    } catch let problem as TrainingProblem {
      throw problem
    } catch let refusal as TrainingRefusal {
      throw .training(refusal)
    } catch {
      throw .field(.required)
    }
  }
}

extension Registrant {
  /// The same person as somebody who is registered already.
  init(of enrolment: Enrolment) {
    self.init(
      enrolment.name, person: enrolment.person, unit: enrolment.unit, group: enrolment.group,
      phone: enrolment.phone, guardianConsent: enrolment.guardianConsent)
  }
}
