import Incubation
import Storage

/// What one course brought.
struct CourseFigures: Equatable, Sendable {
  var course: Identifier<Course>
  /// Sessions that lie behind us and were not called off.
  var held = 0
  /// People who are or were on the list.
  var trainees = 0
  /// Marks that say "there", and all marks.
  var there = 0
  var marks = 0
  /// Minutes of the sessions held.
  var minutes = 0
  /// Certificates that count.
  var certificates = 0

  static func + (left: CourseFigures, right: CourseFigures) -> CourseFigures {
    var sum = left
    sum.held += right.held
    sum.trainees += right.trainees
    sum.there += right.there
    sum.marks += right.marks
    sum.minutes += right.minutes
    sum.certificates += right.certificates
    return sum
  }
}

/// By what the figures are taken together.
enum FigureGroup: String, CaseIterable, Sendable {
  case organiser, contentItem, kind, quarter
}

/// The figures of training, by one of four groupings.
struct TrainingFigures: Equatable, Sendable {
  /// A line: a group, its figures, and the courses behind them.
  struct Row: Equatable, Sendable {
    var name: String
    var sum: CourseFigures
    var courses: [Identifier<Course>]
    /// The budgets of its courses, in đồng; nil when none has one.
    var budget: Int64?

    /// What one trainee cost, in đồng, rounded; nil without budget or trainees.
    var costPerTrainee: Int64? {
      guard let budget, sum.trainees > 0 else { return nil }
      return (budget + Int64(sum.trainees) / 2) / Int64(sum.trainees)
    }
  }

  var group = FigureGroup.organiser
  /// The place of the line in focus.
  var focus = 0
  /// The figures of each course; empty until they are loaded.
  var courses: [CourseFigures] = []

  /// The lines in order of their names, and their sum; quarters by time. Courses that were called
  /// off count nowhere.
  func rows(of all: [CourseSummary], _ language: Language) -> [Row] {
    let figures = Dictionary(courses.map { ($0.course, $0) }) { first, _ in first }
    var groups: [String: (name: String, courses: [CourseSummary])] = [:]
    for summary in all where summary.course.status != .cancelled {
      let (key, name) = key(of: summary, language)
      groups[key, default: (name, [])].courses.append(summary)
    }
    let rows = groups.sorted { $0.key < $1.key }.map { _, group in
      Self.row(group.name, group.courses, figures)
    }
    guard rows.count > 1 else { return rows }
    let sum = Self.row(
      language == .vietnamese ? "Cộng" : "Total", groups.values.flatMap(\.courses), figures)
    return rows + [sum]
  }

  private static func row(
    _ name: String, _ courses: [CourseSummary], _ figures: [Identifier<Course>: CourseFigures]
  ) -> Row {
    let ids = courses.map(\.course.id)
    let sum = ids.compactMap { figures[$0] }.reduce(
      CourseFigures(course: ids.first ?? Identifier(high: 0, low: 0)), +)
    let budgets = courses.compactMap { $0.course.content.budget?.dong }
    return Row(
      name: name, sum: sum, courses: ids, budget: budgets.isEmpty ? nil : budgets.reduce(0, +))
  }

  private func key(of summary: CourseSummary, _ language: Language) -> (String, String) {
    let content = summary.course.content
    let none = language == .vietnamese ? "chưa rõ" : "unknown"
    func named(_ text: SafeText) -> (String, String) {
      text.isBlank ? ("\u{10FFFF}", none) : (TextFolding.fold(text.string), text.string)
    }
    switch group {
    case .organiser: return named(content.organiser)
    case .contentItem: return named(content.contentItem)
    case .kind: return (content.kind.rawValue, content.kind.label(language))
    case .quarter:
      guard let day = summary.days?.lowerBound else { return ("\u{10FFFF}", none) }
      return ("\(day.components.year) \(day.quarter)", day.quarterText(language))
    }
  }
}
