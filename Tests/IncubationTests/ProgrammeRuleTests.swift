import Testing

@testable import Incubation

/// Money, agreements, connections, caps and figures: the rules behind them.
@Suite("Programme rules")
struct ProgrammeRuleTests {
  private let source = Identifier<FundingSource>(high: 1, low: 1)
  private let start = LocalDate(dayNumber: 17_900)

  private func entry(
    _ kind: MoneyEntry.Kind, _ million: Int64, on offset: Int = 0, of commitment: UInt64? = 1,
    id: UInt64 = 0
  ) -> MoneyEntry {
    let day = start.adding(days: offset)
    return MoneyEntry(
      id: Identifier(high: id, low: UInt64(offset + 1_000)), kind: kind, source: source,
      commitment: kind == .allotted ? nil : commitment.map { Identifier(high: 7, low: $0) },
      day: day, recordedAt: day.at(hour: 9), actor: "lan",
      amount: Money(dong: million * 1_000_000))
  }

  private func check(_ new: MoneyEntry, _ earlier: [MoneyEntry]) throws {
    try LedgerRules.check(new, after: earlier, today: start.adding(days: 1_000))
  }

  @Test("never more is paid than was promised, and the sentence says what is left")
  func overCommitment() throws {
    let earlier = [
      entry(.allotted, 500), entry(.committed, 100, on: 1), entry(.disbursed, 60, on: 10),
    ]
    try check(entry(.disbursed, 40, on: 20), earlier)
    let refusal = #expect(throws: ProgrammeRefusal.self) {
      try check(entry(.disbursed, 41, on: 20), earlier)
    }
    let words = try #require(refusal?.words(.vietnamese))
    #expect(words.contains("còn 40.000.000 đ"), "\(words)")
    #expect(refusal?.words(.english).contains("40,000,000 đ left") == true)
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.advanced, 41, on: 20), earlier) }
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.disbursed, 0, on: 20), earlier) }
  }

  @Test("an entry that comes late must not break what came after it")
  func lateEntries() throws {
    let earlier = [
      entry(.allotted, 500), entry(.committed, 100, on: 1), entry(.disbursed, 100, on: 30),
    ]
    // On day 10 the money was there, but on day 30 it no longer would be.
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.disbursed, 1, on: 10), earlier) }
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.disbursed, 1, on: 0), earlier) }
  }

  @Test("promises need money, advances are settled or come back, what was spent is recovered")
  func accounts() throws {
    var all = [entry(.allotted, 100), entry(.committed, 80, on: 1)]
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.committed, 21, on: 2), all) }
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.settled, 1, on: 2), all) }
    all.append(entry(.advanced, 50, on: 3))
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.settled, 51, on: 4), all) }
    for next in [
      entry(.settled, 30, on: 5), entry(.returned, 20, on: 6), entry(.disbursed, 50, on: 7),
      entry(.recovered, 10, on: 8),
    ] {
      try check(next, all)
      all.append(next)
    }
    var balance = LedgerBalance()
    for one in all { balance.add(one.kind, one.amount) }
    #expect(balance.isBalanced)
    #expect(balance[.spent] == Money(dong: 70_000_000))
    #expect(balance[.available] == Money(dong: 30_000_000))
    #expect(balance[.advances] == Money(dong: 0) && balance[.promised] == Money(dong: 0))
    #expect(balance.paid == Money(dong: 70_000_000))
    #expect(throws: ProgrammeRefusal.self) { try check(entry(.recovered, 71, on: 9), all) }
    #expect(throws: ProgrammeRefusal.self) {
      try LedgerRules.checkCancelling(all[0], among: all)
    }
  }

  @Test("whatever is tried, both sides stay equal and no account falls below zero")
  func randomLedger() throws {
    let seed: UInt64 = 844_2016
    var random = SeededRandom(seed: seed)
    for round in 0..<60 {
      var all: [MoneyEntry] = []
      for index in 0..<60 {
        let kind = try #require(MoneyEntry.Kind.allCases.randomElement(using: &random))
        let next = entry(
          kind, Int64.random(in: 1...60, using: &random),
          on: Int.random(in: 0...200, using: &random),
          of: UInt64.random(in: 1...3, using: &random), id: UInt64(round * 100 + index))
        if (try? check(next, all)) != nil { all.append(next) }
      }
      var balance = LedgerBalance()
      var byCommitment: [Identifier<Commitment>?: LedgerBalance] = [:]
      for one in all.sorted(by: {
        ($0.day, $0.kind.dayOrder) < ($1.day, $1.kind.dayOrder)
      }) {
        balance.add(one.kind, one.amount)
        byCommitment[one.commitment, default: LedgerBalance()].add(one.kind, one.amount)
        #expect(balance.isBalanced, "seed \(seed)")
        for account in LedgerAccount.allCases { #expect(balance[account].dong >= 0) }
        if let own = byCommitment[one.commitment], one.commitment != nil {
          #expect(own.paid <= own.committed, "seed \(seed), round \(round)")
        }
      }
    }
  }

  @Test("an agreement needs two parties, aims in its years, and figures that exist")
  func agreements() throws {
    let from = try #require(LocalDate(year: 2019, month: 1, day: 1))
    let to = try #require(LocalDate(year: 2020, month: 12, day: 31))
    func party(_ number: UInt64) -> AgreementContent.Party {
      AgreementContent.Party(
        organisation: Identifier(high: 1, low: number), signatory: "A", capacity: "Giám đốc")
    }
    var content = AgreementContent(
      number: "01/BBHT", title: "Hợp tác", place: "Sóc Trăng", signedOn: from, from: from,
      to: to, parties: [party(1), party(1)], items: [])
    #expect(throws: ProgrammeRefusal.partiesMissing) { try content.checked() }
    content.parties = [party(1), party(2)]
    content.items = [
      .init(
        title: Bilingual(vietnamese: "Tìm kiếm", english: "Find"), lead: 0, support: 1,
        targets: [.init(year: 2021, indicator: "ventures-found", amount: 20)])
    ]
    #expect(throws: ProgrammeRefusal.yearOutside(2021, from, to)) { try content.checked() }
    content.items[0].targets = [.init(year: 2020, indicator: "happiness", amount: 20)]
    #expect(throws: ProgrammeRefusal.noSuchIndicator("happiness")) { try content.checked() }
    content.items[0].targets = [.init(year: 2020, indicator: "ventures-found", amount: 20)]
    #expect(try content.checked() == content)
  }

  @Test("an aim is late when the year has passed further than it has")
  func lateness() throws {
    let target = AgreementContent.Target(year: 2020, indicator: "trainees", amount: 100)
    func progress(_ done: Int64) -> TargetProgress {
      TargetProgress(target: target, done: done, shares: [], evidence: [])
    }
    let july = try #require(LocalDate(year: 2020, month: 7, day: 1))
    #expect(progress(49).isLate(on: july) && !progress(50).isLate(on: july))
    let after = try #require(LocalDate(year: 2021, month: 1, day: 1))
    #expect(progress(99).isLate(on: after) && !progress(100).isLate(on: after))
    #expect(!progress(0).isLate(on: try #require(LocalDate(year: 2019, month: 12, day: 31))))
  }

  @Test("caps of Decree 80 warn before they are passed")
  func caps() throws {
    let cap = try #require(SupportCap.named("equipment"))
    let day = try #require(LocalDate(year: 2022, month: 5, day: 4))
    func support(_ million: Int64, on day: LocalDate, cost: Int64? = nil) -> SupportContent {
      var content = SupportContent(
        venture: Identifier(high: 1, low: 1), title: "Thuê máy", kind: "testing", day: day)
      content.supported = Money(dong: million * 1_000_000)
      content.cost = Money(dong: (cost ?? million) * 1_000_000)
      content.cap = cap.code
      return content
    }
    #expect(cap.excess(of: support(20, on: day), after: []).isEmpty)
    let before = [support(15, on: day.adding(days: -60))]
    #expect(
      cap.excess(of: support(6, on: day), after: before)
        == [.amount(before: Money(dong: 15_000_000), left: Money(dong: 5_000_000))])
    // Another year begins anew, and before the decree there was no cap to rely on.
    #expect(cap.excess(of: support(6, on: day.adding(days: 300)), after: before).isEmpty)
    let early = try #require(LocalDate(year: 2019, month: 5, day: 4))
    #expect(cap.excess(of: support(6, on: early), after: []) == [.notInForce])
    let rent = try #require(SupportCap.named("rent"))
    #expect(
      rent.excess(of: support(4, on: day, cost: 6), after: [])
        == [.share(most: Money(dong: 3_000_000))])
    #expect(
      rent.excess(
        of: support(1, on: day, cost: 4),
        after: [
          support(1, on: day.adding(months: -36), cost: 4)
        ]) == [.tooLong(years: 3)])
    #expect(
      SupportCap.Excess.share(most: Money(dong: 3_000_000)).words(.vietnamese, of: rent)
        .contains("50 %"))
  }

  @Test("experts are suggested with reasons, an earlier one first, a full one never")
  func matches() throws {
    func expert(
      _ number: UInt64, _ name: SafeText, _ change: (inout PartnerContent) -> Void
    ) -> Partner {
      var content = PartnerContent(name: name, kind: .expert)
      change(&content)
      return Partner(id: Identifier(high: 3, low: number), code: "DT", content: content)
    }
    var venture = VentureContent(title: "Gạo mầm")
    (venture.field, venture.place) = ("Chế biến", "Kế Sách")
    venture.needs = [.management: 8, .vision: 3]
    venture.tags = ["phụ nữ Khmer"]
    let partners = [
      expert(1, "Trần An") { $0.fields = ["Chế biến"] },
      expert(2, "Thạch Bình") {
        ($0.fields, $0.languages, $0.needs) = (["chế biến"], ["Khmer"], [.management])
      },
      expert(3, "Lý Chi") { ($0.fields, $0.capacity) = (["Chế biến"], 1) },
      expert(4, "Sơn Dung") { $0.fields = ["Thủy sản"] },
      expert(5, "Kim Én") { ($0.fields, $0.isAvailable) = (["Chế biến"], false) },
    ]
    let found = PartnerMatch.rank(
      partners, for: venture, load: [partners[2].id: 1], earlier: [])
    #expect(found.map(\.partner.content.name) == ["Thạch Bình", "Trần An"])
    #expect(
      found.first?.reasons == [
        .field("Chế biến"), .need(.management), .language("Khmer"), .load(0, of: nil),
      ])
    let again = PartnerMatch.rank(
      partners, for: venture, load: [partners[1].id: 6], earlier: [partners[0].id])
    #expect(again.first?.partner.content.name == "Trần An")
  }

  @Test("steps of a connection follow each other")
  func steps() throws {
    let today = start.adding(days: 100)
    let first = ConnectionStep(.introduced, on: start)
    try first.check(after: nil, today: today)
    #expect(throws: ProgrammeRefusal.connectionStep(from: nil, to: .met)) {
      try ConnectionStep(.met, on: start).check(after: nil, today: today)
    }
    let refusal = #expect(throws: ProgrammeRefusal.self) {
      try ConnectionStep(.agreed, on: start).check(after: first, today: today)
    }
    #expect(refusal?.words(.vietnamese).contains("«Giới thiệu»") == true)
    try ConnectionStep(.declined, on: start).check(after: first, today: today)
  }

  @Test("sums by day answer any period, and quarters are read as people write them")
  func periods() throws {
    let sums = DailySums([(day: 10, amount: 2), (day: 20, amount: -1), (day: 30, amount: 5)])
    func sum(_ from: Int?, _ to: Int) -> Int64 {
      sums.sum(
        from: from.map { LocalDate(dayNumber: $0) }, to: LocalDate(dayNumber: to))
    }
    #expect(sum(nil, 9) == 0 && sum(nil, 10) == 2 && sum(11, 30) == 4 && sum(nil, 99) == 6)
    for text in ["2019-Q4", "Q4/2019", "quý IV/2019", "Quý 4 2019", "2019 q4"] {
      #expect(Quarter(text) == Quarter(year: 2019, number: 4), "\(text)")
    }
    for text in ["2019", "2019-Q5", "Q/2019", "", "19-Q4", "2019-2019"] {
      #expect(Quarter(text) == nil, "\(text)")
    }
    let quarter = try #require(Quarter(year: 2020, number: 1))
    #expect(quarter.first.formatted == "01/01/2020" && quarter.last.formatted == "31/03/2020")
  }

  @Test("figures have codes of their own, definitions in both languages, and shares that exist")
  func indicators() {
    #expect(Set(Indicator.all.map(\.code)).count == Indicator.all.count)
    for indicator in Indicator.all {
      #expect(!indicator.definition.vietnamese.isBlank && !indicator.definition.english.isBlank)
      if case .share(let part, let whole) = indicator.rule {
        #expect(Indicator.named(part) != nil && Indicator.named(whole) != nil)
      }
    }
  }
}
