import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct TrainingSnapshotTests {
  typealias F = TrainingFixtures

  @Test(arguments: Language.allCases, snapshotSizes)
  func calendars(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    var states = F.calendars(context)
    states.append(("training empty", F.calendar(context, .month, sessions: [])))
    for (name, state) in states {
      let short = String(name.dropFirst("training ".count)).replacing(" ", with: "-")
      try expectSnapshot(drawn(F.Calendar.self, state, context).canvas, "training", short, context)
    }
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func courses(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    for (name, state) in F.pages(context) {
      let short = String(name.dropFirst("course ".count)).replacing(" ", with: "-")
      try expectSnapshot(drawn(F.Page.self, state, context).canvas, "course", short, context)
    }
  }

  /// Lunar dates stand in every cell of a month, at every size.
  @Test(arguments: snapshotSizes)
  func everyDayHasItsLunarDate(_ size: Size) throws {
    let context = Fixtures.context(size)
    let screen = rows(of: drawn(F.Calendar.self, F.calendar(context), context).canvas)
      .joined(separator: "\n")
    for day in 1...30 {
      let lunar = try LunarDate(F.day(day)).shortText(.vietnamese)
      #expect(screen.contains(lunar), "\(day): \(lunar)")
    }
  }
}
