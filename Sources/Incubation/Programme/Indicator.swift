/// A key figure (chỉ số): defined once, the same on the screen, in reports and on the command line.
public struct Indicator: Hashable, Sendable {
  /// What it counts in.
  public enum Unit: String, CaseIterable, Sendable {
    case count, dong, percent
  }

  /// Unique: "tasks-running".
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// What exactly is counted.
  public var definition: Bilingual
  /// What it counts in.
  public var unit: Unit
  /// From which records, how.
  public var rule: IndicatorRule

  /// A figure.
  public init(
    _ code: String, _ title: Bilingual, _ definition: Bilingual, unit: Unit = .count,
    _ rule: IndicatorRule
  ) {
    self.code = code
    self.title = title
    self.definition = definition
    self.unit = unit
    self.rule = rule
  }

  /// The figure with a code; nil when there is none.
  public static func named(_ code: String) -> Indicator? { byCode[code] }

  private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
}

/// From which records a figure is made. Every record has the day on which it happened and the
/// moment at which it was recorded.
public enum IndicatorRule: Hashable, Sendable {
  /// Ventures by the day on which they were found; of one kind of source, or nil for all.
  case venturesFound(DiscoverySource?)
  /// Ventures that are being worked on.
  case venturesActive
  /// Entries of contests, by the last day for entries.
  case contestEntries
  /// Sessions that took place.
  case sessionsHeld
  /// People who attended a course.
  case trainees
  /// Marks of attendance: all, or only of those who were there.
  case marks(presentOnly: Bool)
  /// Certificates that were issued, those revoked left out.
  case certificates
  /// Tasks by the day on which they were proposed; only those of ventures, or all.
  case tasksProposed(ofVenturesOnly: Bool)
  /// Tasks that are in a phase.
  case tasksIn(TaskState.Phase)
  /// Tasks that are late in any way.
  case tasksOverdue
  /// Progress reports that are late.
  case reportsOverdue
  /// Money that moved: kinds that add, and kinds that take away.
  case money(plus: [MoneyEntry.Kind], minus: [MoneyEntry.Kind])
  /// Applications to calls, or only those that were approved.
  case applications(approvedOnly: Bool)
  /// Connections by the day on which they reached a step; to one kind of partner, or nil for all.
  case connections(Connection.Step, Partner.Kind?)
  /// What connections brought, in đồng.
  case deals
  /// What investors put into ventures, in đồng.
  case rounds
  /// Supports of a kind; nil for all.
  case supports(SupportKind?)
  /// Prototypes that were made.
  case prototypes
  /// Exchanges between departments.
  case exchanges
  /// Hundredths of one figure in another, rounded half up; both by their codes.
  case share(of: String, in: String)

  /// Whether it is what is there on a day, rather than what happened in a period.
  public var isStock: Bool {
    switch self {
    case .venturesActive, .tasksIn, .tasksOverdue, .reportsOverdue: true
    case .money(let plus, let minus): plus == [.advanced] && !minus.isEmpty
    default: false
    }
  }
}

/// The period and the knowledge that a figure is asked for.
public struct IndicatorQuestion: Hashable, Sendable {
  /// The first day that counts; nil from the beginning. What is there on a day needs none.
  public var from: LocalDate?
  /// The last day that counts.
  public var asOf: LocalDate
  /// Only what was recorded by then counts; nil for all that is known now.
  public var knownAt: Timestamp?

  /// A question.
  public init(from: LocalDate? = nil, asOf: LocalDate, knownAt: Timestamp? = nil) {
    self.from = from
    self.asOf = asOf
    self.knownAt = knownAt
  }
}

/// A figure with its value.
public struct IndicatorValue: Hashable, Sendable {
  /// The figure.
  public var indicator: Indicator
  /// Its value in its unit; nil for a share of nothing.
  public var value: Int64?

  /// A figure with its value.
  public init(_ indicator: Indicator, _ value: Int64?) {
    self.indicator = indicator
    self.value = value
  }

  /// The value as people read it: "12", "1.250.000.000 đ", "87 %"; a dash for none.
  public func text(_ language: Language) -> String {
    guard let value else { return "–" }
    switch indicator.unit {
    case .count: return NumberText.grouped(value, language)
    case .dong: return Money(dong: value).formatted(language)
    case .percent: return "\(value) %"
    }
  }
}

/// What added up day by day, to be asked for any period.
public struct DailySums: Hashable, Sendable {
  private var days: [Int] = []
  private var sums: [Int64] = []

  /// Amounts by day number, in order of days.
  public init(_ amounts: [(day: Int, amount: Int64)]) {
    var sum: Int64 = 0
    for (day, amount) in amounts {
      sum += amount
      days.append(day)
      sums.append(sum)
    }
  }

  /// The sum up to and including a day.
  public func sum(upTo day: LocalDate) -> Int64 {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day.dayNumber { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : sums[low - 1]
  }

  /// The sum of a period; from the beginning when `from` is nil.
  public func sum(from: LocalDate?, to: LocalDate) -> Int64 {
    sum(upTo: to) - (from.map { sum(upTo: $0.adding(days: -1)) } ?? 0)
  }
}

/// A quarter of a year.
public struct Quarter: Hashable, Sendable, Comparable {
  /// The year.
  public var year: Int
  /// 1 to 4.
  public var number: Int

  /// A quarter; nil when the number is not 1 to 4.
  public init?(year: Int, number: Int) {
    guard (1...4).contains(number), LocalDate.years.contains(year) else { return nil }
    self.year = year
    self.number = number
  }

  /// "2019-Q4", "Q4/2019", "quý IV/2019"; nil when it is none.
  public init?(_ text: String) {
    let folded = TextFolding.fold(text).split { " /-.".contains($0) }.map(String.init)
    let parts = folded.filter { $0 != "quy" }
    guard parts.count == 2, let year = parts.compactMap({ $0.count == 4 ? Int($0) : nil }).first,
      let other = parts.first(where: { Int($0) != year })
    else { return nil }
    let name = other.hasPrefix("q") ? String(other.dropFirst()) : other
    guard let number = Int(name) ?? ["i", "ii", "iii", "iv"].firstIndex(of: name).map({ $0 + 1 })
    else { return nil }
    self.init(year: year, number: number)
  }

  /// Earlier first.
  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  /// Its first day.
  public var first: LocalDate {
    LocalDate(year: year, month: number * 3 - 2, day: 1) ?? LocalDate(dayNumber: 0)
  }

  /// Its last day.
  public var last: LocalDate { first.adding(months: 3).adding(days: -1) }
}
