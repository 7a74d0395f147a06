import Testing

@testable import Incubation

/// The histories of the demo season: they must be such as the rules of the program allow.
@Suite("Demo season: histories")
struct DemoHistoryTests {
  let season = DemoSeason.season2020
  let first = LocalDate(year: 2019, month: 3, day: 1)

  @Test("Moves are in the order of time and replay to the place where the venture stands")
  func replay() throws {
    let start = try #require(first)
    for venture in season.ventures {
      #expect(DemoReplay.problems(of: venture, today: season.today) == [])
      #expect(venture.moves.allSatisfy { $0.movedAt.localDate >= start }, "\(venture.code)")
      #expect(
        venture.moves.dropFirst().allSatisfy { $0.movedAt.localDate.weekday <= 5 },
        "\(venture.code): moved on a weekend")
      for move in venture.moves where [.back, .dropped, .setAside].contains(move.kind) {
        #expect(!move.reason.isBlank, "\(venture.code)")
      }
    }
  }

  @Test("All kinds of move but cancellation occur")
  func kinds() {
    let kinds = Set(season.ventures.flatMap(\.moves).map(\.kind))
    #expect(kinds == Set(StageMove.Kind.allCases).subtracting([.cancelled]))
  }

  @Test("A venture that lacks its evidence would not have been let through")
  func withoutEvidence() throws {
    var venture = try #require(season.ventures.first { $0.evidence.count == 4 })
    venture.evidence.removeLast()
    #expect(DemoReplay.problems(of: venture, today: season.today) != [])
  }

  @Test("Evidence is dated, once a requirement, in the stage that asked for it")
  func evidence() {
    for venture in season.ventures {
      let codes = venture.evidence.map(\.code)
      #expect(Set(codes).count == codes.count)
      let days = venture.evidence.map(\.recordedOn)
      #expect(days == days.sorted(), "\(venture.code)")
      for day in days {
        #expect(day >= venture.moves[0].movedAt.localDate && day <= season.today)
      }
    }
    #expect(!season.ventures.flatMap(\.evidence).isEmpty)
  }

  @Test("Days are days of the calendar, within the season")
  func days() throws {
    let found = try #require(LocalDate(year: 2018, month: 11, day: 1))
    for venture in season.ventures {
      let content = venture.content
      let entered = venture.moves[0].movedAt.localDate
      #expect(try #require(content.foundOn) <= entered, "\(venture.code)")
      #expect(try #require(content.foundOn) >= found, "\(venture.code)")
      if let day = content.needsOn { #expect(day >= entered && day <= season.today) }
      if let day = content.nextStepDue {
        #expect(abs(day.days(since: season.today)) <= 45, "\(venture.code)")
        #expect(day.weekday <= 6, "\(venture.code): \(day)")
      }
      for remark in venture.remarks {
        #expect(remark.writtenAt.localDate >= entered, "\(venture.code)")
        #expect(remark.writtenAt.localDate <= season.today, "\(venture.code)")
      }
    }
  }

  @Test("Every text is safe, in NFC and within its bound")
  func texts() throws {
    for venture in season.ventures {
      try DemoReplay.checkTexts(of: venture)
    }
    for text in season.contentItems.flatMap({ [$0.vietnamese, $0.english] }) {
      #expect(try SafeText(text.string, .note) == text)
    }
  }

  @Test("The season is the same every time")
  func determinism() {
    let again = DemoSeason.season2020(
      startup: ShippedPipelines.startup, enterprise: ShippedPipelines.enterprise)
    #expect(again == season)
    #expect(DemoReplay.checksum(season.ventures) == 12_825_170_388_299_065_701)
  }
}
