/// A month as lines of text, 78 columns wide: a grid from Monday to Sunday with the lunar date in
/// every cell, and a legend.
public struct MonthPage {
  private let month: CalendarMonth
  private let days: [CalendarDay]
  private let today: LocalDate?
  private let language: Language

  /// A page.
  ///
  /// - Parameters:
  ///   - days: the days of the month, in order.
  ///   - today: the day that is pointed out; nil for none.
  public init(
    _ month: CalendarMonth, _ days: [CalendarDay], today: LocalDate?, language: Language
  ) {
    (self.month, self.days, self.today, self.language) = (month, days, today, language)
  }

  /// The lines, without ends.
  public var lines: [String] {
    var lines = [heading, rule("┌", "┬", "┐"), row(weekdayNames), rule("├", "┼", "┤")]
    for (index, week) in weeks.enumerated() {
      if index > 0 { lines.append(rule("├", "┼", "┤")) }
      lines.append(row(week.map { $0.map(dayCell) ?? "" }))
      lines.append(row(week.map { $0.map(lunarCell) ?? "" }))
    }
    lines.append(rule("└", "┴", "┘"))
    return lines + legend + [workingDayCount]
  }

  private static let cellWidth = 10

  /// The days by weeks; nil before the first and after the last.
  private var weeks: [[CalendarDay?]] {
    guard let first = days.first else { return [] }
    let empty: [CalendarDay?] = Array(repeating: nil, count: first.date.weekday - 1)
    var cells = empty + days
    while cells.count % 7 != 0 { cells.append(nil) }
    return stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<($0 + 7)]) }
  }

  private var heading: String {
    let title = month.title(language)
    guard let first = days.first?.lunar, let last = days.last?.lunar else { return title }
    func day(_ lunar: LunarDate) -> String {
      language == .vietnamese ? lunar.text(language) : lunar.shortText(language)
    }
    func year(_ lunar: LunarDate) -> String {
      let name = " " + LunarDate.yearName(lunar.year)
      return language == .vietnamese ? name : name + " (\(LunarDate.animal(lunar.year)))"
    }
    // The year once, unless Tết lies between.
    let start = day(first) + (first.year == last.year ? "" : year(first))
    return "\(title)  ·  \(start) – \(day(last))\(year(last))"
  }

  private var weekdayNames: [String] {
    // 5 January 1970 was a Monday.
    (4...10).map { "   " + LocalDate(dayNumber: $0).shortWeekdayName(language) }
  }

  /// The day, an arrow when it is today, and what it means: 7 columns.
  private func dayCell(_ day: CalendarDay) -> String {
    let number = String(day.date.components.day)
    let pointer = day.date == today ? "◂" : " "
    return padded(number, 2, atStart: true) + pointer + (day.marks.first.map(word) ?? "")
  }

  private func lunarCell(_ day: CalendarDay) -> String {
    "   " + (day.lunar?.shortText(language) ?? "")
  }

  /// What a mark means, in at most 7 columns.
  private func word(_ mark: DayMark) -> String {
    let isVietnamese = language == .vietnamese
    switch mark.kind {
    case .holiday, .off: return isVietnamese ? "nghỉ" : "off"
    case .inLieu: return isVietnamese ? "nghỉ bù" : "in lieu"
    case .work: return isVietnamese ? "đi làm" : "at work"
    case .remark:
      switch mark.layer {
      case .holidays, .lunar: return isVietnamese ? "lễ âm" : "lunar"
      case .khmer: return "Khmer"
      case .other: return isVietnamese ? "ngày" : "day"
      case .sessions: return isVietnamese ? "học" : "class"
      }
    }
  }

  private func row(_ cells: [String]) -> String {
    "│" + cells.map { padded($0, Self.cellWidth) + "│" }.joined()
  }

  private func rule(_ left: String, _ middle: String, _ right: String) -> String {
    let line = String(repeating: "─", count: Self.cellWidth)
    return left + Array(repeating: line, count: 7).joined(separator: middle) + right
  }

  private func padded(_ text: String, _ width: Int, atStart: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return atStart ? spaces + text : text + spaces
  }
}

extension MonthPage {
  /// Days in a row with the same mark.
  private struct Run {
    var first: LocalDate
    var last: LocalDate
    var mark: DayMark
  }

  /// One line a mark, days in a row taken together.
  private var legend: [String] {
    runs.map { run in
      let days =
        run.first == run.last
        ? run.first.shortFormatted
        : "\(run.first.shortFormatted.prefix(2))–\(run.last.shortFormatted)"
      let doubt = language == .vietnamese ? " (ngày có thể khác)" : " (the day may differ)"
      return "  " + padded(days, 10) + padded(word(run.mark), 9)
        + run.mark.name(language).string + (run.mark.isApproximate ? doubt : "")
    }
  }

  private var runs: [Run] {
    var runs: [Run] = []
    for day in days {
      for mark in day.marks {
        let before = day.date.adding(days: -1)
        if let place = runs.lastIndex(where: { $0.mark == mark && $0.last == before }) {
          runs[place].last = day.date
        } else {
          runs.append(Run(first: day.date, last: day.date, mark: mark))
        }
      }
    }
    return runs
  }

  private var workingDayCount: String {
    let count = days.count(where: \.isWorkingDay)
    return language == .vietnamese
      ? "  Ngày làm việc trong tháng: \(count)" : "  Working days in the month: \(count)"
  }
}
