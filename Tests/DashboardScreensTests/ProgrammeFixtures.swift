import Incubation
import TerminalCanvas

@testable import DashboardKit
@testable import DashboardScreens
@testable import Storage

/// A small cooperation: an agreement with two items, two tasks, money, a connection.
enum ProgrammeFixtures {
  static let today = Fixtures.today
  static let hcmc = Identifier<Organisation>(high: 9, low: 1)
  static let soctrang = Identifier<Organisation>(high: 9, low: 2)
  static let agreementID = Identifier<Agreement>(high: 8, low: 1)
  static let taskID = Identifier<ScienceTask>(high: 7, low: 1)
  static let sourceID = Identifier<FundingSource>(high: 6, low: 1)
  static let commitmentID = Identifier<Commitment>(high: 5, low: 1)
  static let partnerID = Identifier<Partner>(high: 4, low: 1)
  static let connectionID = Identifier<Connection>(high: 3, low: 1)

  static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? today
  }

  static func both(_ vietnamese: SafeText, _ english: SafeText) -> Bilingual {
    Bilingual(vietnamese: vietnamese, english: english)
  }

  static let regime = ShippedRegimes.all[0]

  static let lists = ProgrammeLists(
    regimes: ShippedRegimes.all,
    sources: [
      FundingSource(
        id: sourceID, code: "SNKH-ST", title: "Sự nghiệp khoa học tỉnh", kind: .provincial)
    ],
    partners: [partner(name: "Quỹ Mầm Xanh")],
    departments: [
      hcmc: [DatedName("Sở Khoa học và Công nghệ Thành phố Hồ Chí Minh")],
      soctrang: [DatedName("Sở Khoa học và Công nghệ tỉnh Sóc Trăng")],
    ])

  static func partner(name: SafeText) -> Partner {
    var content = PartnerContent(name: name, kind: .investor)
    (content.capacity, content.fields) = (3, ["Nông nghiệp"])
    return Partner(id: partnerID, code: "DT-0001", content: content)
  }

  // MARK: Agreement

  static func agreement(_ title: SafeText = "Hợp tác KH&CN 2019-2020") -> AgreementRecord {
    func party(_ id: Identifier<Organisation>, _ name: SafeText) -> AgreementContent.Party {
      AgreementContent.Party(organisation: id, signatory: name, capacity: "Giám đốc")
    }
    let items = [
      AgreementContent.Item(
        title: both("Ứng dụng tiến bộ kỹ thuật", "Apply technical advances"), lead: 0,
        support: 1, targets: [target("tasks-proposed", 10)]),
      AgreementContent.Item(
        title: both("Đào tạo, tập huấn", "Joint training"), lead: 1, support: 0,
        targets: [target("sessions-held", 30), target("trainees", 120)]),
      AgreementContent.Item(
        title: both("Khai thác nguồn hỗ trợ", "Use sources of support"), lead: 1, support: nil),
    ]
    let content = AgreementContent(
      number: "45/BBHT-SKHCN", title: title, place: "Sóc Trăng", signedOn: day(2018, 11, 15),
      from: day(2019, 1, 1), to: day(2020, 12, 31),
      parties: [party(hcmc, "Nguyễn Văn An"), party(soctrang, "Lý Thị Hoa")], items: items)
    return AgreementRecord(
      agreement: Agreement(id: agreementID, content: content),
      partyNames: [lists.departments[hcmc] ?? [], lists.departments[soctrang] ?? []],
      reviews: [
        AgreementReview(
          kind: .interim, day: day(2019, 12, 20), document: "58/BB-SKHCN",
          summary: "Đạt phần lớn chỉ tiêu")
      ], renewed: ["12/BBHT-SKHCN"])
  }

  static func target(_ code: String, _ amount: Int64) -> AgreementContent.Target {
    AgreementContent.Target(year: 2020, indicator: code, amount: amount)
  }

  static func evidence(_ kind: String, _ title: SafeText) -> EvidenceRecord {
    EvidenceRecord(
      kind: kind, code: "NV-0001", title: title, day: day(2020, 3, 2), amount: 1,
      department: hcmc)
  }

  static func progress(_ title: SafeText) -> [[TargetProgress]] {
    [
      [
        TargetProgress(
          target: target("tasks-proposed", 10), done: 10, shares: [6, 4],
          evidence: [evidence("task", title)])
      ],
      [
        TargetProgress(
          target: target("sessions-held", 30), done: 12, shares: [2, 10],
          evidence: [evidence("session", title)]),
        TargetProgress(
          target: target("trainees", 120), done: 130, shares: [40, 90], evidence: []),
      ], [],
    ]
  }

  // MARK: Tasks

  static func task(_ title: SafeText = "Hoàn thiện máy sấy mini") -> TaskRecord {
    var content = TaskContent(title: title, regime: regime.code)
    (content.kind, content.host, content.leader) = ("Dự án SXTN", "TT Ứng dụng", "Lâm Hòa")
    (content.budget, content.department) = (Money(dong: 650_000_000), soctrang)
    (content.from, content.to) = (day(2019, 6, 1), day(2020, 11, 30))
    (content.contract, content.venture) = ("05/HĐ-SKHCN", Fixtures.id(4))
    let task = ScienceTask(
      id: taskID, code: "NV-0001", content: content, state: "implementing",
      since: day(2019, 6, 1), end: content.to, reports: [1])
    let clock = TaskClock(WorkingDays())
    let states = ["proposed", "determined", "open-selection", "implementing"]
    let moves = states.indices.map { index in
      TaskMove(
        id: Identifier(high: 2, low: UInt64(index)), kind: index == 0 ? nil : .advance,
        from: index == 0 ? nil : states[index - 1], to: states[index],
        day: day(2019, 2 + index, 1), recordedAt: day(2019, 2 + index, 1).at(hour: 9),
        actor: "lan", document: SafeText(escaping: "0\(index + 1)/QĐ-SKHCN"))
    }
    let summary = TaskSummary(
      task: task, regime: regime.code,
      state: regime.state("implementing") ?? regime.states[0], ventureCode: "ST-0004",
      ventureTitle: title, department: lists.departments[soctrang] ?? [],
      alerts: clock.alerts(for: task, under: regime, on: today, ahead: 30))
    return TaskRecord(
      summary: summary, regime: regime, moves: moves,
      reports: [
        TaskReport(number: 1, day: day(2019, 12, 2), document: "11/BC", summary: "Đúng hẹn")
      ], reportDays: clock.reportDays(of: task, under: regime),
      money: commitment(title).entries.map { line($0, title) })
  }

  // MARK: Money

  static func entry(
    _ number: Int, _ kind: MoneyEntry.Kind, _ million: Int64, tranche: Int? = nil
  ) -> MoneyEntry {
    MoneyEntry(
      id: Identifier(high: 1, low: UInt64(number)), kind: kind, source: sourceID,
      commitment: kind == .allotted ? nil : commitmentID, day: day(2020, number, 3),
      recordedAt: day(2020, number, 3).at(hour: 9), actor: "lan",
      amount: Money(dong: million * 1_000_000), tranche: tranche, document: "12/UNC",
      isCancelled: false)
  }

  static func commitment(_ title: SafeText = "Hoàn thiện máy sấy mini") -> CommitmentRecord {
    var content = CommitmentContent(title: title, source: sourceID)
    content.task = taskID
    content.tranches = [
      Commitment.Tranche(Money(dong: 200_000_000), due: day(2020, 2, 28)),
      Commitment.Tranche(
        Money(dong: 150_000_000), due: day(2020, 8, 31), condition: "sau báo cáo số 2"),
    ]
    let entries = [entry(1, .committed, 350), entry(2, .disbursed, 200, tranche: 1)]
    var balance = LedgerBalance()
    for entry in entries { balance.add(entry.kind, entry.amount) }
    return CommitmentRecord(
      commitment: Commitment(id: commitmentID, code: "CK-0001", content: content),
      source: "Sự nghiệp khoa học tỉnh", balance: balance, entries: entries)
  }

  static func line(_ entry: MoneyEntry, _ title: SafeText) -> LedgerLine {
    LedgerLine(
      entry: entry, source: "SNKH-ST",
      commitment: entry.kind == .allotted ? .empty : "CK-0001", title: title, task: "NV-0001",
      venture: "ST-0004", department: "Sóc Trăng", item: 1)
  }

  static func accounts(_ title: SafeText) -> ProgrammeAccounts {
    let entries = [entry(1, .allotted, 900)] + commitment().entries
    let lines = entries.map { line($0, title) }
    return ProgrammeAccounts(
      sources: [SourceRecord(source: lists.sources[0], balance: lines.balance)],
      commitments: [commitment(title)], lines: lines)
  }

  static func calls(_ title: SafeText) -> [CallRecord] {
    let call = FundingCall(
      id: Identifier(high: 1, low: 1), code: "KG-0001", title: title, source: sourceID,
      opens: day(2020, 8, 3), closes: day(2020, 9, 25))
    let application = FundingApplication(
      id: Identifier(high: 1, low: 2), code: "DX-0001", title: title, call: call.id,
      venture: Fixtures.id(1), amount: Money(dong: 380_000_000), day: day(2020, 8, 24),
      state: .submitted)
    return [CallRecord(call: call, applications: [application])]
  }

  // MARK: Connections

  static func connection(
    _ title: SafeText, _ step: Connection.Step = .met
  ) -> Connection {
    Connection(
      id: connectionID, code: "KN-0001", venture: Fixtures.id(1), ventureTitle: title,
      partner: partnerID, partnerName: "Quỹ Mầm Xanh", kind: .investor, department: hcmc,
      step: step, since: day(2020, 5, 4), amount: Money(dong: step == .agreed ? 500_000_000 : 0),
      version: 2)
  }

  static func lineage(_ title: SafeText) -> ProgrammeLineage {
    ProgrammeLineage(
      venture: Fixtures.id(1),
      lineage: Lineage(
        code: "ST-0001", title: title, owner: "Hạt Vàng",
        entries: [
          Lineage.Entry(on: day(2019, 3, 1), .found, both("Cuộc thi", "Contest"), title: title),
          Lineage.Entry(
            on: day(2019, 6, 1), .task, both("Ký hợp đồng", "Contract"), code: "NV-0001",
            title: title, note: "05/HĐ"),
          Lineage.Entry(
            on: day(2020, 2, 3), .money, both("Giải ngân", "Disbursed"), code: "CK-0001",
            amount: Money(dong: 200_000_000)),
        ]),
      matches: [
        PartnerMatch(
          partner: partner(name: title), score: 5,
          reasons: [.field("Nông nghiệp"), .load(1, of: 3)])
      ], connections: [connection(title)])
  }

  // MARK: Figures

  static func values(_ factor: Int64) -> [IndicatorValue] {
    Indicator.all.enumerated().map { index, indicator in
      let unit: Int64 = indicator.unit == .dong ? 45_000_000 : 1
      return IndicatorValue(indicator, Int64(index % 20 + 1) * factor * unit)
    }
  }

  static func overview(_ title: SafeText) -> ProgrammeOverview {
    var overview = ProgrammeOverview()
    overview.agreement = agreement(title)
    overview.progress = progress(title)
    overview.tasks = [task(title).summary]
    overview.commitments = [commitment(title)]
    overview.calls = calls(title)
    (overview.now, overview.before) = (values(3), values(2))
    return overview
  }

  /// Every page with what it shows; long names when asked for.
  static func pages(_ title: SafeText) -> [(String, ProgrammePlace?, ProgrammeData)] {
    [
      ("overview", nil, .overview(overview(title))),
      ("wallboard", .wallboard, .overview(overview(title))),
      ("tasks", .tasks, .tasks([task(title).summary])),
      ("task", .task(taskID), .task(task(title))),
      ("money", .money, .money(accounts(title))),
      ("commitment", .commitment(commitmentID), .commitment(commitment(title))),
      ("agreements", .agreements, .agreements([agreement(title).agreement])),
      ("agreement", .agreement(agreementID), .agreement(agreement(title), progress(title))),
      ("item", .item(agreementID, 2), .agreement(agreement(title), progress(title))),
      ("calls", .calls, .calls(calls(title))),
      ("connections", .connections, .connections([connection(title)], [round(title)])),
      (
        "connection", .connection(connectionID),
        .connection(
          connection(title),
          [ConnectionStep(.introduced, on: day(2020, 4, 1), note: title)])
      ),
      ("partners", .partners, .partners([partner(name: title)], [partnerID: 3])),
      ("exchanges", .exchanges, .exchanges([exchange(title)])),
      ("supports", .supports, .supports([support(title)])),
      ("figures", .figures, .figures(now: values(3), before: values(2))),
      (
        "figure", .figure("tasks-proposed"),
        .figure(
          now: values(3)[8], before: values(2)[8],
          [evidence("task", title), evidence("session", title)])
      ),
      ("lineage", .lineage(Fixtures.id(1)), .lineage(lineage(title))),
    ]
  }

  static func round(_ title: SafeText) -> InvestmentRound {
    InvestmentRound(
      id: Identifier(high: 1, low: 3), code: "VG-0001", venture: Fixtures.id(1), title: title,
      day: day(2020, 7, 1), amount: Money(dong: 1_500_000_000), investors: ["Quỹ Mầm Xanh"])
  }

  static func exchange(_ title: SafeText) -> Exchange {
    Exchange(
      id: Identifier(high: 1, low: 4), code: "TD-0001", kind: .experience, title: title,
      day: day(2020, 6, 24), department: hcmc, people: "9 cán bộ", result: "Mẫu mới")
  }

  static func support(_ title: SafeText) -> EnterpriseSupport {
    var content = SupportContent(
      venture: Fixtures.id(1), title: title, kind: "testing", day: day(2020, 4, 6))
    (content.measure, content.before, content.after) = ("Độ ẩm (%)", "18", "13,5")
    (content.laboratory, content.result) = ("CASE", "Đạt")
    (content.cost, content.supported) = (Money(dong: 40_000_000), Money(dong: 20_000_000))
    return EnterpriseSupport(id: Identifier(high: 1, low: 5), code: "HT-0001", content: content)
  }

  static func state(
    _ place: ProgrammePlace?, _ data: ProgrammeData, _ context: ScreenContext
  ) -> ProgrammeState {
    var (state, _) = ProgrammeScreen.start(ProgrammeScreen.destination(place), context)
    _ = ProgrammeScreen.update(&state, .loaded(data, lists, place: place), context)
    return state
  }

  /// Pages with a form open.
  static func forms(_ title: SafeText, _ context: ScreenContext) -> [(String, ProgrammeState)] {
    let kinds: [(String, ProgrammeFormKind)] = [
      ("tasks", .filter), ("tasks", .newTask), ("task", .editTask), ("task", .report(2)),
      ("task", .move("implementing")), ("task", .move("suspended")), ("money", .commit),
      ("money", .allot), ("money", .source), ("commitment", .pay(.disbursed)),
      ("calls", .call), ("calls", .apply(Identifier(high: 1, low: 1))),
      ("calls", .decide(Identifier(high: 1, low: 2))), ("agreement", .review),
      ("agreement", .target), ("agreement", .renew), ("partners", .partner(partnerID)),
      ("connections", .connect(nil)), ("connection", .step(.agreed)), ("supports", .support),
      ("exchanges", .exchange), ("lineage", .round),
    ]
    let pages = self.pages(title)
    return kinds.compactMap { name, kind in
      guard let page = pages.first(where: { $0.0 == name }) else { return nil }
      var state = state(page.1, page.2, context)
      _ = ProgrammeScreen.update(&state, .begin(kind), context)
      return ("\(name) \(kind.code)", state)
    }
  }
}
