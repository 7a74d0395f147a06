import DashboardKit
import Incubation
import Storage

/// Money, agreements and partners.
extension ProgrammeDoing {
  func money() async throws -> ProgrammeAction? {
    switch work.kind {
    case .source:
      let kind = FundingSource.Kind(rawValue: string("sourceKind")) ?? .provincial
      let made = try await programme.addSource(
        try safe("code"), title: try safe("title"), kind: kind, by: session)
      return .saved(made.receipt, nil)
    case .allot:
      return .saved(
        try await programme.allot(
          try sum(), to: try source(), on: try day(), document: try safe("document"),
          by: session), nil)
    case .commit: return try await commit()
    case .pay(let kind):
      guard case .commitment(let id) = work.place else { return nil }
      return .saved(
        try await programme.add(
          kind, try sum(), to: id, on: try day(), tranche: try number("tranche"),
          document: try safe("document"), by: session), nil)
    case .call:
      let made = try await programme.addCall(
        try safe("title"), source: try source(), opens: try day("from"), closes: try day("to"),
        by: session)
      return .saved(made.receipt, nil)
    case .apply(let call):
      let made = try await programme.apply(
        try safe("title"), to: call, venture: try await venture(), amount: try sum(),
        on: try day(), by: session)
      return .saved(made.receipt, nil)
    case .decide(let id):
      let state = FundingApplication.State(rawValue: string("decision")) ?? .approved
      return .saved(
        try await programme.decide(
          id, state, on: try day(), document: try safe("document"), by: session), nil)
    default: return nil
    }
  }

  private func source() throws -> Identifier<FundingSource> {
    guard let id: Identifier<FundingSource> = id("source") else {
      throw wrong("source", .field(.required))
    }
    return id
  }

  private func commit() async throws -> ProgrammeAction? {
    var content = CommitmentContent(title: try safe("title"), source: try source())
    let code = string("task")
    if !code.isEmpty {
      guard let task = try await programme.task(code: code) else { throw wrong("task", .unknown) }
      content.task = task
      let record = try await programme.task(task, calendar: Self.calendar, on: today)
      content.venture = record.summary.task.content.venture
    }
    if let venture = try await venture() { content.venture = venture }
    content.department = id("department")
    content.item = try number("item")
    content.tranches = try tranches()
    let made = try await programme.commit(
      content, try sum(), on: try day(), document: try safe("document"), by: session)
    return .saved(made.receipt, .commitment(made.id))
  }

  /// "500 triệu 30/06/2020; 300 triệu 31/12/2020".
  private func tranches() throws -> [Commitment.Tranche] {
    try string("tranches").split(separator: ";").map { part in
      let words = part.split(separator: " ")
      guard let last = words.last, let due = try? LocalDate.parse(String(last)),
        let amount = try? Money.parse(words.dropLast().joined(separator: " "))
      else { throw wrong("tranches", .parts) }
      return Commitment.Tranche(amount, due: due)
    }
  }

  // MARK: Agreements

  func agreement() async throws -> ProgrammeAction? {
    guard case .agreement(let id) = work.place else { return nil }
    switch work.kind {
    case .review:
      let review = AgreementReview(
        kind: AgreementReview.Kind(rawValue: string("review")) ?? .interim, day: try day(),
        document: try safe("document"), summary: try safe("summary"))
      return .saved(try await programme.review(review, of: id, by: session), nil)
    case .target:
      var content = try await programme.agreement(id).agreement.content
      let place = (try number("item") ?? 1) - 1
      guard content.items.indices.contains(place) else { throw wrong("item", .unknown) }
      let target = AgreementContent.Target(
        year: try number("year") ?? 0, indicator: string("indicator"),
        amount: Int64(try number("aim") ?? 0))
      content.items[place].targets.removeAll {
        $0.year == target.year && $0.indicator == target.indicator
      }
      content.items[place].targets.append(target)
      return .saved(
        try await programme.update(id, to: content, ifVersion: work.version, by: session), nil)
    case .renew:
      var content = try await programme.agreement(id).agreement.content
      content.number = try safe("contractNumber")
      content.title = try safe("title")
      content.place = try safe("place")
      (content.signedOn, content.from, content.to) = (try day(), try day("from"), try day("to"))
      for index in content.items.indices { content.items[index].targets = [] }
      content.renews = id
      content.attachments = []
      let made = try await programme.sign(content, by: session)
      return .saved(made.receipt, .agreement(made.id))
    default: return nil
    }
  }

  // MARK: Connections

  func partner() async throws -> ProgrammeAction? {
    switch work.kind {
    case .partner(let id): return try await partner(id)
    case .connect:
      guard let partner: Identifier<Partner> = id("partner") else {
        throw wrong("partner", .field(.required))
      }
      let made = try await programme.connect(
        try await someVenture(), with: partner, on: try day(), department: id("department"),
        note: try safe("note"), by: session)
      return .saved(made.receipt, .connection(made.id))
    case .step(let step):
      guard case .connection(let id) = work.place else { return nil }
      let done = ConnectionStep(
        step, on: try day(), note: try safe("note"), amount: try money())
      return .saved(
        try await programme.advance(id, done, ifVersion: work.version, by: session), nil)
    case .support: return try await support()
    case .exchange:
      let kind = Exchange.Kind(rawValue: string("exchange")) ?? .information
      let made = try await programme.exchange(
        kind, try safe("title"), on: try day(), department: id("department"),
        people: try safe("people"), result: try safe("result"), by: session)
      return .saved(made.receipt, nil)
    case .round:
      let made = try await programme.closeRound(
        try safe("title"), of: try await someVenture(), on: try day(), amount: try sum(),
        investors: list("investors"), by: session)
      return .saved(made.receipt, nil)
    default: return nil
    }
  }

  private func partner(_ id: Identifier<Partner>?) async throws -> ProgrammeAction? {
    var content = PartnerContent(
      name: try safe("name"), kind: Partner.Kind(rawValue: string("partnerKind")) ?? .expert)
    content.organisation = try safe("organisation")
    content.fields = list("fields")
    content.needs = (work.values["needs"] ?? "").split(separator: "\n")
      .compactMap { NeedAxis(rawValue: String($0)) }
    content.languages = list("languages")
    content.place = try safe("place")
    content.capacity = try number("capacity")
    content.isAvailable = string("available") != "no"
    guard let id else { return .saved(try await programme.add(content, by: session).receipt, nil) }
    return .saved(
      try await programme.update(id, to: content, ifVersion: work.version, by: session), nil)
  }

  /// A support over its cap is kept only after the warning was read.
  private func support() async throws -> ProgrammeAction? {
    var content = SupportContent(
      venture: try await someVenture(), title: try safe("title"), kind: try safe("support"),
      day: try day())
    content.department = id("department")
    (content.measure, content.before) = (try safe("measure"), try safe("before"))
    (content.after, content.laboratory) = (try safe("after"), try safe("laboratory"))
    (content.standard, content.result) = (try safe("standard"), try safe("result"))
    content.prototypes = try number("prototypes") ?? 0
    (content.cost, content.supported) = (try sum("cost"), try sum("supported"))
    content.cap = string("cap")
    if !work.isConfirmed, let cap = SupportCap.named(content.cap) {
      let excess = try await programme.excess(of: content)
      if !excess.isEmpty { return .warned(excess, cap) }
    }
    return .saved(try await programme.support(content, by: session).receipt, nil)
  }
}
