import DashboardKit
import Incubation

/// The form of a course: what is planned, who may come, what the certificate asks for.
enum CourseForms {
  static func form(_ content: CourseContent, _ language: Language) -> TrainingForm {
    let registration = content.registration
    let passing = content.passing
    return TrainingForm([
      .line(.title, content.title.string, isRequired: true),
      .choice(.kind, content.kind),
      .line(.contentItem, content.contentItem.string),
      .line(.organiser, content.organiser.string),
      .line(.supporter, content.supporter.string),
      .line(.budget, content.budget?.formatted(language) ?? "", .money),
      .area(.goals, content.goals.string),
      .line(.capacity, content.capacity.map(String.init) ?? "", .number),
      .choice(.scope, registration.scope),
      .question(.approval, registration.needsApproval),
      .line(.quotas, text(of: registration.quotas, language)),
      .choice(.waiting, registration.waiting),
      .line(.offerHours, String(registration.offerHours), .number),
      .choice(.basis, passing.basis),
      .line(.share, String(passing.share), .number),
      .line(
        .minimumScore,
        passing.minimumScore.map { NumberText.hundredths(Int64($0), language) } ?? ""),
      .question(.needsFeedback, passing.needsFeedback),
    ])
  }

  /// What the form says.
  static func content(_ form: TrainingForm) throws(TrainingProblem) -> CourseContent {
    var content = CourseContent(
      title: try form.text(.title), kind: form.chosen(.kind, Course.Kind.enterprise))
    content.contentItem = try form.text(.contentItem)
    content.organiser = try form.text(.organiser)
    content.supporter = try form.text(.supporter)
    content.budget = try form.money(.budget)
    content.goals = try form.text(.goals, .note)
    content.capacity = try form.number(.capacity, 1...100_000)
    content.registration.scope = form.chosen(.scope, RegistrationRules.Scope.course)
    content.registration.needsApproval = form.isYes(.approval)
    content.registration.quotas = try quotas(form.value(.quotas) ?? "")
    content.registration.waiting = form.chosen(.waiting, RegistrationRules.WaitingOrder.order)
    content.registration.offerHours = try form.number(.offerHours, 1...2_000) ?? 48
    content.passing.basis = form.chosen(.basis, PassingRule.Basis.sessions)
    content.passing.share = try form.number(.share, 0...100) ?? 0
    content.passing.minimumScore = try form.hundredths(.minimumScore)
    content.passing.needsFeedback = form.isYes(.needsFeedback)
    do { return try content.checked() } catch { throw .training(error) }
  }

  /// Quotas as people write them: "Sở KH&CN: 10; nhóm nữ: 5".
  static func quotas(
    _ text: String
  ) throws(TrainingProblem) -> [RegistrationRules.Quota] {
    var result: [RegistrationRules.Quota] = []
    for part in text.split(separator: ";") where !part.allSatisfy(\.isWhitespace) {
      let sides = part.split(separator: ":")
      guard sides.count == 2, let seats = Int(sides[1].filter { !$0.isWhitespace }) else {
        throw .field(.number(least: 1, most: 100_000))
      }
      if seats < 1 { throw .training(.noCapacity(seats)) }
      let words = sides[0].split(separator: " ")
      let isGroup = words.first.map { ["nhom", "group"].contains(TextFolding.fold(String($0))) }
      let name = (isGroup == true ? Array(words.dropFirst()) : words).joined(separator: " ")
      do {
        result.append(
          .init(isGroup == true ? .group : .unit, try SafeText.checked(name, .line), seats: seats))
      } catch { throw .field(error) }
    }
    return result
  }

  static func text(of quotas: [RegistrationRules.Quota], _ language: Language) -> String {
    quotas.map { quota in
      (quota.kind == .group ? language.say("nhóm ", "group ") : "")
        + "\(quota.name): \(quota.seats)"
    }.joined(separator: "; ")
  }
}
