/// The cooperation of the demo season: agreement, tasks, money, connections; made up, the same on
/// every machine. Records point to each other by keys, because storage makes identities: it plays
/// the steps, day by day, through the same rules as people's work.
public struct DemoProgramme: Hashable, Sendable {
  /// What somebody records.
  public enum Step: Hashable, Sendable {
    /// A task is proposed: its key, what it says, code of the venture, key of the department.
    case propose(String, TaskContent, venture: SafeText?, department: String)
    /// A task goes on.
    case move(String, TaskMoveRequest)
    /// A progress report comes.
    case report(String, TaskReport)
    /// A source of money: its short name.
    case source(SafeText, SafeText, FundingSource.Kind)
    /// A source gets money.
    case allot(SafeText, Money, document: SafeText)
    /// A source calls until a day: key, name, source.
    case call(String, SafeText, source: SafeText, closes: LocalDate)
    /// A venture applies to a call.
    case apply(String, SafeText, call: String, venture: SafeText, Money)
    /// An application is decided.
    case decide(String, FundingApplication.State, document: SafeText)
    /// Money is promised: key, source, task, what for, how much, in which parts.
    case commit(
      String, source: SafeText, task: String, SafeText, Money, [Commitment.Tranche])
    /// Money moves.
    case money(String, MoneyEntry.Kind, Money, tranche: Int?, document: SafeText)
    /// An agreement is signed: key, what it says with parties by department, what it renews.
    case sign(String, AgreementContent, parties: [String], renews: String?)
    /// An agreement is reviewed.
    case review(String, AgreementReview)
    /// Somebody to bring ventures together with.
    case partner(String, PartnerContent)
    /// A venture is introduced.
    case connect(String, venture: SafeText, partner: String, department: String, note: SafeText)
    /// A connection goes on.
    case advance(String, ConnectionStep)
    /// A venture is supported; the content's venture is named by its code.
    case support(SupportContent, venture: SafeText, department: String)
    /// The departments exchange something.
    case exchange(
      Exchange.Kind, SafeText, department: String, people: SafeText, result: SafeText)
    /// Investors put money into a venture.
    case round(SafeText, venture: SafeText, Money, [SafeText])
  }

  /// A step with its day and who recorded it.
  public struct Action: Hashable, Sendable {
    /// The day on which it happened.
    public var day: LocalDate
    /// Who recorded it: a login.
    public var actor: String
    /// What.
    public var step: Step
  }

  /// Everything in order of days.
  public var actions: [Action]
}

extension DemoProgramme {
  /// The cooperation as of 15/09/2020, and a sequel of tasks under the law of 2025, which is seen
  /// when a later day counts as today.
  public static let season2020 = DemoProgrammeBuilder().built()

  /// A day on which every state of the law of 2025 has a task.
  public static let sequelDay = DemoSeed.day(260_915)
}

/// Turns the tables into steps.
struct DemoProgrammeBuilder {
  private typealias Step = DemoProgramme.Step
  private let calendar = WorkingDays()
  private var actions: [DemoProgramme.Action] = []
  private var committed: [String: [Int: Int64]] = [:]
  private var papers = 0

  func built() -> DemoProgramme {
    var copy = self
    for seed in DemoProgrammeTables.tasks { copy.add(seed) }
    copy.addMoney()
    copy.addAgreements()
    copy.addConnections()
    copy.addSupports()
    // Those of one day stay in the order in which they were thought of.
    let ordered = copy.actions.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    return DemoProgramme(actions: ordered.map(\.element))
  }

  private mutating func add(_ day: LocalDate, _ actor: String, _ step: Step) {
    actions.append(DemoProgramme.Action(day: day, actor: actor, step: step))
  }

  /// "17/QĐ-SKHCN": papers are counted, so that no two bear one number.
  private mutating func paper(_ kind: String) -> SafeText {
    papers += 1
    let number = papers < 10 ? "0\(papers)" : "\(papers)"
    return SafeText(escaping: "\(number)/\(kind)-SKHCN")
  }

  // MARK: Tasks

  private mutating func add(_ seed: DemoProgrammeTables.TaskSeed) {
    let proposed = calendar.adding(0, to: DemoSeed.day(seed.proposed))
    let actor = seed.department == "hcmc" ? "phuc" : "lan"
    var content = TaskContent(title: seed.title, regime: seed.regime)
    (content.kind, content.host, content.leader) = (seed.kind, seed.host, seed.leader)
    (content.item, content.budget) = (seed.item, million(seed.million))
    content.products = seed.products
    let days = route(seed, from: proposed)
    if let signed = days.first(where: { $0.state == "contracted" })?.day {
      content.from = signed
      content.to = signed.adding(months: seed.months).adding(days: -1)
      content.contract = SafeText(escaping: "\(seed.key)/HĐ-SKHCN")
    }
    add(
      proposed, actor,
      .propose(seed.key, content, venture: seed.venture, department: seed.department))
    for step in days {
      var request = TaskMoveRequest(to: step.state, on: step.day)
      request.document = paper("QĐ")
      request.reason = step.reason
      request.until = step.until
      add(step.day, actor, .move(seed.key, request))
    }
    for (index, day) in seed.reports.enumerated() {
      let day = calendar.adding(0, to: DemoSeed.day(day))
      let report = TaskReport(
        number: index + 1, day: day, document: paper("BC"),
        summary: "Thực hiện đúng nội dung, tiến độ theo thuyết minh.")
      add(day, actor, .report(seed.key, report))
    }
    pay(seed, days, content, actor)
  }

  private struct Stop {
    var state: String
    var day: LocalDate
    var reason: SafeText = .empty
    var until: LocalDate?
  }

  /// The steps from the proposal to the state in the table, on working days.
  private func route(
    _ seed: DemoProgrammeTables.TaskSeed, from proposed: LocalDate
  ) -> [Stop] {
    var stops: [Stop] = []
    var day = proposed
    var end = proposed
    for leg in DemoProgrammeTables.route(to: seed.state, regime: seed.regime, seed.isDirect) {
      if leg.afterEnd { day = max(day, end) }
      day = calendar.adding(0, to: day.adding(days: leg.days))
      if leg.state == "contracted" { end = day.adding(months: seed.months).adding(days: -1) }
      stops.append(Stop(state: leg.state, day: day, reason: leg.reason))
      if leg.state == seed.state, seed.isExtended {
        day = calendar.adding(0, to: day.adding(days: 60))
        end = end.adding(months: 3)
        stops.append(
          Stop(
            state: "implementing", day: day, reason: "Giãn cách xã hội, chậm khảo nghiệm",
            until: end))
      }
    }
    return stops
  }

  private func million(_ number: Int) -> Money { Money(dong: Int64(number) * 1_000_000) }

  /// Money follows the task: a promise with the contract, an advance with the beginning, the rest
  /// with the acceptance; what failed is demanded back. Partners pay a third.
  private mutating func pay(
    _ seed: DemoProgrammeTables.TaskSeed, _ stops: [Stop], _ content: TaskContent,
    _ actor: String
  ) {
    guard let source = seed.source, let from = content.from, let to = content.to else { return }
    let whole = Int64(seed.million) * 1_000_000
    // Two thirds, in whole millions.
    let given = Int64(seed.million * 2 / 3) * 1_000_000
    promise(seed.key + "-a", source, seed, from, to, given, stops, actor)
    promise(seed.key + "-b", seed.partnerSource, seed, from, to, whole - given, stops, actor)
  }

  private mutating func promise(
    _ key: String, _ source: SafeText, _ seed: DemoProgrammeTables.TaskSeed, _ from: LocalDate,
    _ to: LocalDate, _ amount: Int64, _ stops: [Stop], _ actor: String
  ) {
    committed[source.string, default: [:]][from.components.year, default: 0] += amount
    let advance = amount / 2
    let tranches = [
      Commitment.Tranche(
        Money(dong: advance), due: from.adding(days: 30), condition: "Sau khi ký hợp đồng"),
      Commitment.Tranche(
        Money(dong: amount - advance), due: to, condition: "Sau khi nghiệm thu"),
    ]
    add(
      from, actor,
      .commit(key, source: source, task: seed.key, seed.title, Money(dong: amount), tranches))
    func money(_ kind: MoneyEntry.Kind, _ sum: Int64, _ day: LocalDate, _ tranche: Int?) {
      let day = calendar.adding(0, to: day)
      add(
        day, actor,
        .money(key, kind, Money(dong: sum), tranche: tranche, document: paper("UNC")))
    }
    for stop in stops {
      switch stop.state {
      case "implementing" where stop.until == nil && stop.reason.isBlank:
        money(.advanced, advance, stop.day.adding(days: 5), 1)
      case "base-acceptance", "evaluation": money(.settled, advance, stop.day, nil)
      case "accepted": money(.disbursed, amount - advance, stop.day.adding(days: 3), 2)
      case "settled-failure": money(.recovered, advance / 2, stop.day, nil)
      case "terminated":
        money(.returned, advance, stop.day, nil)
        money(.released, amount, stop.day, nil)
      default: break
      }
    }
  }

  // MARK: Money

  /// Every source gets what its year promises, and a little more.
  private mutating func addMoney() {
    for source in DemoProgrammeTables.sources {
      add(DemoSeed.day(180_102), "lan", .source(source.code, source.title, source.kind))
      let years = committed[source.code.string] ?? [:]
      for (year, sum) in years.sorted(by: { $0.key < $1.key }) {
        let step: Int64 = 50_000_000
        let given = (sum + sum / 10 + step - 1) / step * step
        guard let first = LocalDate(year: year, month: 1, day: 2) else { continue }
        add(
          calendar.adding(0, to: first), "lan",
          .allot(source.code, Money(dong: given), document: paper("QĐ")))
      }
    }
    for call in DemoProgrammeTables.calls {
      add(
        DemoSeed.day(call.opens), "ray",
        .call(call.key, call.title, source: call.source, closes: DemoSeed.day(call.closes)))
    }
    for (index, one) in DemoProgrammeTables.applications.enumerated() {
      let key = "don-\(index)"
      add(
        DemoSeed.day(one.day), "ray",
        .apply(key, one.title, call: one.call, venture: one.venture, million(one.million)))
      if let decided = one.decided {
        add(DemoSeed.day(decided), "ray", .decide(key, one.state, document: paper("TB")))
      }
    }
  }

  // MARK: The rest

  private mutating func addAgreements() {
    for agreement in DemoProgrammeTables.agreements {
      add(
        agreement.content.signedOn, "lan",
        .sign(
          agreement.key, agreement.content, parties: ["soctrang", "hcmc"],
          renews: agreement.renews))
      for review in agreement.reviews { add(review.day, "lan", .review(agreement.key, review)) }
    }
    for one in DemoProgrammeTables.exchanges {
      add(
        DemoSeed.day(one.day), one.department == "hcmc" ? "anh" : "ray",
        .exchange(
          one.kind, one.title, department: one.department, people: one.people,
          result: one.result))
    }
  }

  private mutating func addConnections() {
    for (key, partner) in DemoProgrammeTables.partners {
      add(DemoSeed.day(190_102), "lan", .partner(key, partner))
    }
    for (index, one) in DemoProgrammeTables.connections.enumerated() {
      let key = "kn-\(index)"
      let actor = one.department == "hcmc" ? "phuc" : "lan"
      add(
        DemoSeed.day(one.introduced), actor,
        .connect(
          key, venture: one.venture, partner: one.partner, department: one.department,
          note: one.note))
      for step in one.steps {
        let day = DemoSeed.day(step.day)
        add(
          day, actor,
          .advance(
            key,
            ConnectionStep(
              step.step, on: day, note: step.note, amount: step.million.map(million))))
      }
    }
    for one in DemoProgrammeTables.rounds {
      add(
        DemoSeed.day(one.day), "phuc",
        .round(one.title, venture: one.venture, million(one.million), one.investors))
    }
  }

  private mutating func addSupports() {
    let nobody = Identifier<Venture>(high: 0, low: 0)
    for one in DemoProgrammeTables.supports {
      var content = SupportContent(
        venture: nobody, title: one.title, kind: SafeText(escaping: one.kind.rawValue),
        day: DemoSeed.day(one.day))
      (content.measure, content.before, content.after) = (one.measure, one.before, one.after)
      (content.laboratory, content.standard) = (one.laboratory, one.standard)
      content.result = one.standard.isBlank ? .empty : "Đạt"
      content.prototypes = one.prototypes
      (content.cost, content.supported) = (million(one.cost), million(one.supported))
      add(
        content.day, one.department == "hcmc" ? "anh" : "ray",
        .support(content, venture: one.venture, department: one.department))
    }
  }
}
