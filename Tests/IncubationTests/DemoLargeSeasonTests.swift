import Testing

@testable import Incubation

/// The large season: what benchmarks and tests of volume rest on.
@Suite("Large season")
struct DemoLargeSeasonTests {
  let seed: UInt64 = 20_200_915

  @Test("A venture is the same whenever it is made, and in a season of any size")
  func determinism() {
    let small = LargeSeason.ventures(count: 50, seed: seed)
    let large = LargeSeason.ventures(count: 100_000, seed: seed)
    #expect(DemoReplay.checksum(small) == 9_709_162_712_711_871_377)
    #expect(small.count == 50 && large.count == 100_000)
    for index in [0, 1, 17, 49] {
      #expect(small[index] == large.venture(at: index))
      #expect(large[index] == large[index])
    }
    #expect(LargeSeason.ventures(count: 5, seed: seed + 1)[3] != small[3])
    #expect(LargeSeason.ventures(count: -3, seed: seed).isEmpty)
  }

  @Test("Every venture is valid: moves, texts, tax code, telephone")
  func validity() throws {
    let season = LargeSeason.ventures(count: 100_000, seed: seed)
    for index in stride(from: 0, to: season.count, by: 97) {
      let venture = season[index]
      #expect(DemoReplay.problems(of: venture, today: season.today) == [], "seed \(seed)")
      try DemoReplay.checkTexts(of: venture)
      if let code = venture.content.taxCode { #expect(try TaxCode.parse(code.text) == code) }
      let phone = try #require(venture.content.phone)
      #expect(try PhoneNumber.parse(phone.digits).number == phone)
      #expect(try EmailAddress.check(venture.content.email.string) == venture.content.email)
      let start = try #require(venture.moves.first).movedAt.localDate
      #expect(season.today.days(since: start) <= 3_650)
    }
  }

  @Test("Codes and titles differ")
  func unique() {
    let season = LargeSeason.ventures(count: 12_000, seed: seed)
    #expect(Set(season.map(\.code)).count == 12_000)
    #expect(Set(season.map(\.content.title)).count == 12_000)
  }

  @Test("The funnel narrows: every stage was reached by fewer than the one before")
  func funnel() {
    let season = LargeSeason.ventures(count: 6_000, seed: seed)
    let pipeline = ShippedPipelines.startup
    let ventures = season.filter { $0.pipeline == pipeline.code }
    #expect((4_000...5_000).contains(ventures.count))
    let reached = pipeline.stages.indices.map { stage in
      ventures.count { venture in
        venture.moves.contains { (pipeline.index(of: $0.to) ?? 0) >= stage }
      }
    }
    for (earlier, later) in zip(reached, reached.dropFirst()) { #expect(earlier > later) }
    #expect(reached[5] * 10 > reached[0], "\(reached)")
    let active = ventures.filter { $0.position.status == .active }
    for stage in pipeline.stages {
      #expect(active.count { $0.position.stage == stage.code } > 50, "\(stage.code)")
    }
  }
}
