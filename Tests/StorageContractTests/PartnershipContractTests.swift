import Incubation
import Storage
import Testing

/// Agreements, connections, support and figures, on every engine.
@Suite("Partnership on every engine")
struct PartnershipContractTests {
  private func expert(_ desk: Desk, capacity: Int? = 1) async throws -> Identifier<Partner> {
    var content = PartnerContent(name: "Thạch Bình", kind: .expert)
    content.capacity = capacity
    content.languages = ["Khmer"]
    return try await desk.programme.add(content, by: desk.session()).id
  }

  @Test(
    "a connection goes step by step, and a full expert is refused",
    arguments: Engine.allCases)
  func connections(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let venture = try await desk.venture("Gạo mầm") { $0.tags = ["Khmer"] }
    let other = try await desk.venture("Nước mắm chay")
    let partner = try await expert(desk)
    #expect(try await desk.programme.matches(for: venture).map(\.partner.id) == [partner])
    let id = try await desk.programme.connect(
      venture, with: partner, on: Desk.day(2020, 3, 2), department: nil, note: "",
      by: desk.session()
    ).id
    #expect(
      await declined {
        _ = try await desk.programme.connect(
          other, with: partner, on: Desk.day(2020, 3, 3), department: nil, note: "",
          by: desk.session())
      } == .partnerFull("Thạch Bình", 1))
    func advance(_ step: Connection.Step, _ month: Int, _ amount: Int64? = nil) async throws {
      let version = try #require(
        try await desk.programme.connections(of: venture).first { $0.id == id }
      ).version
      _ = try await desk.programme.advance(
        id,
        ConnectionStep(
          step, on: Desk.day(2020, month, 9), amount: amount.map { Money(dong: $0) }),
        ifVersion: version, by: desk.session())
    }
    #expect(
      await declined { try await advance(.agreed, 4) }
        == .connectionStep(from: .introduced, to: .agreed))
    try await advance(.met, 4)
    try await advance(.followUp, 5)
    try await advance(.agreed, 6, 50_000_000)
    let connection = try #require(try await desk.programme.connections(of: nil).first)
    #expect(connection.amount == Money(dong: 50_000_000) && connection.step == .agreed)
    #expect(connection.partnerName == "Thạch Bình" && connection.ventureTitle == "Gạo mầm")
    #expect(try await desk.programme.load().isEmpty)
    #expect(try await desk.programme.steps(of: id).map(\.step.rawValue).count == 4)
    let question = IndicatorQuestion(asOf: desk.today)
    #expect(try await desk.value("expert-introductions", question) == 1)
    #expect(try await desk.value("investor-introductions", question) == 0)
    #expect(try await desk.value("deal-capital", question) == 50_000_000)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("supports, rounds and exchanges are kept, and caps warn", arguments: Engine.allCases)
  func supports(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let venture = try await desk.venture("Gạo mầm")
    var support = SupportContent(
      venture: venture, title: "Thử nghiệm dư lượng", kind: "testing",
      day: Desk.day(2020, 5, 4))
    (support.laboratory, support.standard, support.result) =
      ("Trung tâm 3", "QCVN 8-2:2011/BYT", "Đạt")
    (support.cost, support.supported) = (Money(dong: 9_000_000), Money(dong: 9_000_000))
    support.prototypes = 3
    support.cap = "equipment"
    #expect(try await desk.programme.excess(of: support) == [.notInForce])
    _ = try await desk.programme.support(support, by: desk.session())
    #expect(try await desk.programme.supports(of: venture).map(\.content) == [support])
    support.supported = Money(dong: 9_000_001)
    let wrong = support
    #expect(
      await declined { _ = try await desk.programme.support(wrong, by: desk.session()) }
        == .overCost(supported: Money(dong: 9_000_001), cost: Money(dong: 9_000_000)))
    _ = try await desk.programme.closeRound(
      "Hạt giống", of: venture, on: Desk.day(2020, 6, 1), amount: Money(dong: 700_000_000),
      investors: ["Quỹ A"], by: desk.session())
    _ = try await desk.programme.exchange(
      .experience, "Quản lý nhiệm vụ", on: Desk.day(2020, 6, 2), department: nil,
      people: "6 cán bộ", result: "", by: desk.session())
    let question = IndicatorQuestion(asOf: desk.today)
    for (code, value) in [
      ("supports", 1), ("supports-testing", 1), ("supports-renewal", 0), ("prototypes", 3),
      ("investment", 700_000_000), ("exchanges", 1),
    ] as [(String, Int64)] {
      #expect(try await desk.value(code, question) == value, "\(code)")
    }
  }

  @Test(
    "the aims of an agreement are counted from records, by year and item",
    arguments: Engine.allCases)
  func agreement(engine: Engine) async throws {
    let desk = try await engine.fresh()
    try await SeasonSeeding(desk.database, by: desk.session("khoa", [.administrator]))
      .seed(DemoSeason.season2020)
    let departments = try await desk.programme.departments()
    let parties = try ["Sóc Trăng", "Hồ Chí Minh"].map { name in
      try #require(
        departments.first { $0.value.contains { $0.name.string.contains(name) } }?.key)
    }
    let content = AgreementContent(
      number: "01/BBHT-SKHCN", title: "Hợp tác 2019-2020", place: "Sóc Trăng",
      signedOn: Desk.day(2018, 11, 15), from: Desk.day(2019, 1, 1), to: Desk.day(2020, 12, 31),
      parties: parties.map {
        .init(organisation: $0, signatory: "Nguyễn Văn A", capacity: "Giám đốc")
      },
      items: [
        .init(
          title: Bilingual(vietnamese: "Tìm kiếm", english: "Find"), lead: 0, support: 1,
          targets: [
            .init(year: 2019, indicator: "ventures-found", amount: 30),
            .init(year: 2020, indicator: "ventures-found", amount: 30),
          ])
      ])
    let id = try await desk.programme.sign(content, by: desk.session()).id
    _ = try await desk.programme.review(
      AgreementReview(
        kind: .interim, day: Desk.day(2019, 12, 20), document: "8/BB", summary: "Đạt kế hoạch"),
      of: id, by: desk.session())
    let record = try await desk.programme.agreement(id)
    #expect(record.agreement.content == content && record.reviews.count == 1)
    #expect(
      record.partyNames[0].name(on: Desk.day(2026, 1, 1)).string.contains("Cần Thơ"))
    let progress = try await desk.programme.progress(
      of: id, IndicatorQuestion(asOf: desk.today), calendar: Desk.calendar)
    for (place, year) in [2019, 2020].enumerated() {
      let done = progress[0][place].done
      var question = IndicatorQuestion(asOf: min(desk.today, Desk.day(year, 12, 31)))
      question.from = Desk.day(year, 1, 1)
      #expect(try await desk.value("ventures-found", question) == done && done > 10)
      #expect(progress[0][place].shares.reduce(0, +) == done)
    }
    var circle = content
    circle.renews = id
    let wrong = circle
    #expect(
      await declined {
        _ = try await desk.programme.update(id, to: wrong, ifVersion: 2, by: desk.session())
      } == .renewalCircle)
  }

  @Test(
    "figures ask when it happened and when it was known, and agree with their records",
    arguments: Engine.allCases)
  func figures(engine: Engine) async throws {
    let desk = try await engine.fresh()
    try await SeasonSeeding(desk.database, by: desk.session("khoa", [.administrator]))
      .seed(DemoSeason.season2020)
    let task = try await desk.runningTask()
    let source = try await desk.source()
    let commitment = try await desk.commitment(source, 200, task: task)
    let paid = try await desk.pay(.advanced, 80, commitment, daysLater: 3)
    var question = IndicatorQuestion(asOf: Desk.day(2020, 12, 31))
    #expect(try await desk.value("money-paid", question) == 80_000_000)
    question.asOf = Desk.day(2019, 6, 30)
    #expect(try await desk.value("money-paid", question) == 0)
    question = IndicatorQuestion(asOf: Desk.day(2020, 12, 31), knownAt: Desk.start)
    #expect(try await desk.value("money-paid", question) == 0)
    question.knownAt = Timestamp(milliseconds: Desk.start.milliseconds + 4 * 86_400_000)
    #expect(try await desk.value("money-paid", question) == 80_000_000)
    // What was taken back later counts for those who ask what was known before.
    _ = try await desk.programme.undo(paid.event, by: desk.session(daysLater: 6))
    #expect(try await desk.value("money-paid", question) == 80_000_000)
    question.knownAt = nil
    #expect(try await desk.value("money-paid", question) == 0)
    #expect(try await desk.value("tasks-running", question) == 1)
    question.asOf = Desk.day(2019, 5, 1)
    #expect(try await desk.value("tasks-running", question) == 0)
    #expect(try await desk.value("tasks-selection", question) == 1)
    question.asOf = desk.today
    #expect(try await desk.value("tasks-overdue", question) == 1)
    #expect(try await desk.value("reports-overdue", question) == 2)
    let active = try await desk.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM venture WHERE status = 'active'") {
        $0.integer(0)
      }
    }
    #expect(try await desk.value("ventures-active", question) == active)
    for value in try await desk.programme.indicators(question, calendar: Desk.calendar)
    where value.indicator.unit != .percent {
      let records = try await desk.programme.records(
        behind: value.indicator, question, calendar: Desk.calendar)
      #expect(
        records.reduce(0) { $0 + $1.amount } == value.value, "\(value.indicator.code)")
    }
  }
}
