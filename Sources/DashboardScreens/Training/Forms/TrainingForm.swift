import DashboardKit
import Incubation
import TerminalCanvas

/// What a field of the forms about training stands for.
enum TrainingField: Hashable, Sendable {
  // A course.
  case title, kind, contentItem, organiser, supporter, budget, goals, capacity
  case scope, approval, quotas, waiting, offerHours
  case basis, share, minimumScore, needsFeedback
  // A session.
  case course, topic, day, from, to, trainers, venue, places, materials
  case repeats, weekdays, times, except, overrideReason
  // Somebody who registers.
  case name, unit, group, phone, birthYear, consent
  // What else is asked for.
  case reason, path, layers, address, score, feedbackGiven, comment, missed
  case answer(Int)
}

/// What is wrong with a field about training.
enum TrainingProblem: Error, Hashable, Sendable {
  case field(FieldRefusal)
  case training(TrainingRefusal)

  func words(_ language: Language) -> String {
    switch self {
    case .field(let refusal): refusal.words(language)
    case .training(let refusal): refusal.words(language)
    }
  }
}

/// A form about training.
typealias TrainingForm = Form<TrainingField, TrainingProblem>

extension TrainingForm.Field {
  /// One line of words.
  static func line(
    _ id: TrainingField, _ text: String = "", _ accepts: InputKind = .text,
    isRequired: Bool = false, limit: Int = SafeText.Kind.line.limit
  ) -> Self {
    Self(id, .line(TextField(text, accepts: accepts, limit: limit)), isRequired: isRequired)
  }

  /// Several lines of words.
  static func area(_ id: TrainingField, _ text: String, rows: Int = 3) -> Self {
    Self(id, .area(TextArea(text), rows: rows))
  }

  /// One of a closed list.
  static func choice<Value: Labelled>(_ id: TrainingField, _ value: Value) -> Self {
    let choices = Value.allCases.map { Choice($0.rawValue, $0.labels) }
    return Self(id, .choice(choices, selected: value.rawValue, typed: ""))
  }

  /// Yes or no.
  static func question(_ id: TrainingField, _ isYes: Bool) -> Self {
    let choices = [
      Choice("no", Bilingual(vietnamese: "Không", english: "No")),
      Choice("yes", Bilingual(vietnamese: "Có", english: "Yes")),
    ]
    return Self(id, .choice(choices, selected: isYes ? "yes" : "no", typed: ""))
  }

  /// One of a list of names, or none of them.
  static func pick(
    _ id: TrainingField, _ choices: [Choice], selected: String, none: Bilingual?
  ) -> Self {
    let all = (none.map { [Choice("", $0)] } ?? []) + choices
    let known = all.contains { $0.id == selected } ? selected : all.first?.id ?? ""
    return Self(id, .choice(all, selected: known, typed: ""))
  }

  /// Any of a list of names.
  static func several(_ id: TrainingField, _ choices: [Choice], selected: [String]) -> Self {
    Self(id, .several(choices, selected: selected))
  }
}

extension TrainingForm {
  // MARK: Reading

  /// Whether a field holds nothing.
  func isBlank(_ id: TrainingField) -> Bool { (value(id) ?? "").allSatisfy(\.isWhitespace) }

  func text(
    _ id: TrainingField, _ kind: SafeText.Kind = .line
  ) throws(TrainingProblem) -> SafeText {
    do { return try SafeText.checked(value(id) ?? "", kind) } catch { throw .field(error) }
  }

  /// A day; nil when the field is empty.
  func day(_ id: TrainingField, today: LocalDate) throws(TrainingProblem) -> LocalDate? {
    if isBlank(id) { return nil }
    return try Self.day(value(id) ?? "", today: today)
  }

  static func day(_ text: String, today: LocalDate) throws(TrainingProblem) -> LocalDate {
    do {
      return try DayText.parse(text, today: today)
    } catch {
      throw .training(.day(SafeText(escaping: String(text.prefix(60))), error))
    }
  }

  /// A time of day in minutes; nil when the field is empty.
  func minute(_ id: TrainingField) throws(TrainingProblem) -> Int? {
    if isBlank(id) { return nil }
    do { return try LocalMoment.parseTime(value(id) ?? "") } catch { throw .training(error) }
  }

  /// A whole number; nil when the field is empty.
  func number(
    _ id: TrainingField, _ range: ClosedRange<Int>
  ) throws(TrainingProblem) -> Int? {
    if isBlank(id) { return nil }
    let digits = (value(id) ?? "").filter { !$0.isWhitespace }
    guard let number = Int(digits), range.contains(number) else {
      throw .field(.number(least: range.lowerBound, most: range.upperBound))
    }
    return number
  }

  /// Points with up to two decimals, as hundredths; nil when the field is empty.
  func hundredths(_ id: TrainingField) throws(TrainingProblem) -> Int? {
    if isBlank(id) { return nil }
    guard let number = NumberText.hundredths(of: value(id) ?? ""), (0...10_000).contains(number)
    else { throw .field(.number(least: 0, most: 100)) }
    return number
  }

  func money(_ id: TrainingField) throws(TrainingProblem) -> Money? {
    if isBlank(id) { return nil }
    do { return try Money.parse(value(id) ?? "") } catch { throw .field(error) }
  }

  func chosen<Value: Labelled>(_ id: TrainingField, _ usual: Value) -> Value {
    value(id).flatMap(Value.init(rawValue:)) ?? usual
  }

  func isYes(_ id: TrainingField) -> Bool { value(id) == "yes" }

  /// The ids chosen in a list of several.
  func picked(_ id: TrainingField) -> [String] {
    (value(id) ?? "").split(separator: "\n").map(String.init)
  }

  // MARK: Checking

  /// What is wrong with a field: the rules of the domain, before anything is sent to storage.
  static func check(_ field: Field, today: LocalDate) -> TrainingProblem? {
    let form = TrainingForm([field])
    if form.isBlank(field.id) { return field.isRequired ? .field(.required) : nil }
    do {
      switch field.id {
      case .day: _ = try form.day(field.id, today: today)
      case .except: _ = try SessionForms.days(field.value, today: today)
      case .from, .to: _ = try form.minute(field.id)
      case .capacity, .places:
        guard let number = try form.number(field.id, 0...100_000) else { return nil }
        return number < 1 ? .training(.noCapacity(number)) : nil
      case .budget: _ = try form.money(field.id)
      case .share: _ = try form.number(field.id, 0...100)
      case .offerHours: _ = try form.number(field.id, 1...2_000)
      case .times: _ = try form.number(field.id, 1...Recurrence.mostOccurrences)
      case .missed: _ = try form.number(field.id, 0...1_440)
      case .answer: _ = try form.number(field.id, 1...5)
      case .minimumScore, .score: _ = try form.hundredths(field.id)
      case .birthYear: _ = try form.number(field.id, 1900...2100)
      case .quotas: _ = try CourseForms.quotas(field.value)
      case .phone:
        do { _ = try PhoneNumber.parse(field.value) } catch { return .field(error) }
      case .goals, .materials, .comment: _ = try form.text(field.id, .note)
      case .path: return nil
      default: _ = try form.text(field.id)
      }
      return nil
    } catch {
      return error
    }
  }
}
