/// As many believable ventures as a benchmark asks for, made one by one when they are read, and
/// always the same for the same seed.
///
/// They entered in the ten years up to the season's day, more of them lately; one in four follows
/// the pipeline of enterprises. Titles are unique: product, way of making and place in all their
/// combinations, then with the number of the round.
public struct LargeSeason: RandomAccessCollection, Hashable, Sendable {
  /// How many.
  public let count: Int
  /// What makes one season differ from another.
  public let seed: UInt64
  /// The last day on which anything happened.
  public let today: LocalDate
  let startup: Pipeline
  let enterprise: Pipeline

  /// A season over two pipelines.
  ///
  /// - Parameter count: how many ventures; less than one makes an empty season.
  public init(
    count: Int, seed: UInt64, today: LocalDate, startup: Pipeline, enterprise: Pipeline
  ) {
    self.count = Swift.max(0, count)
    self.seed = seed
    self.today = today
    self.startup = startup
    self.enterprise = enterprise
  }

  /// The first place.
  public var startIndex: Int { 0 }

  /// The place after the last.
  public var endIndex: Int { count }

  /// The venture at a place; see `venture(at:)`.
  public subscript(index: Int) -> DemoVenture { venture(at: index) }

  /// The venture at a place, from 0. The same place and seed give the same venture, whatever
  /// `count` is.
  public func venture(at index: Int) -> DemoVenture {
    var dice = Dice(seed: seed, index: index)
    let isEnterprise = dice.below(4) == 0
    let pipeline = isEnterprise ? enterprise : startup
    let lead = dice.pick([DemoSeed.Owner.lan, .ray])
    let moves = history(in: pipeline, by: lead.rawValue, &dice)
    let code = String(index + 1)
    var venture = DemoVenture(
      code: SafeText(
        escaping: "ST-" + String(repeating: "0", count: Swift.max(0, 6 - code.count)) + code),
      pipeline: pipeline.code, content: VentureContent(title: title(at: index)), moves: moves,
      evidence: DemoEvidence.met(by: moves, in: pipeline, number: index % 50 + 1))
    venture.content.kind =
      isEnterprise ? .enterprise : dice.below(3) == 0 ? .idea : .startup
    describe(&venture, at: index, lead: lead, &dice)
    return venture
  }

  /// The parts of a title: a number for each of product, way and place, and the round.
  func parts(at index: Int) -> (product: Int, way: Int, place: Int, round: Int) {
    let products = LargeSeasonWords.products.count
    let ways = LargeSeasonWords.ways.count
    let places = LargeSeasonWords.places.count
    let all = products * ways * places
    // 7,919 is a prime that divides no number of combinations, so all are met before any repeats.
    let mixed = index % all * 7_919 % all
    return (mixed % products, mixed / products % ways, mixed / products / ways, index / all)
  }

  private func title(at index: Int) -> SafeText {
    let (product, way, place, round) = parts(at: index)
    let name = [
      LargeSeasonWords.products[product].name, LargeSeasonWords.ways[way].name,
      LargeSeasonWords.places[place],
    ].joined(separator: " ")
    return SafeText(escaping: round == 0 ? name : name + ", đợt " + String(round + 1))
  }
}

extension LargeSeason {
  /// Walks a venture through its pipeline until the season's day: at each stage it stays a while,
  /// then goes on, is put aside, goes back or is given up.
  private func history(
    in pipeline: Pipeline, by actor: String, _ dice: inout Dice
  ) -> [DemoVenture.Move] {
    let spread = dice.below(1_000)
    var day = today.adding(days: -(3_650 * spread / 1_000 * spread / 1_000))
    var stage = 0
    var resting = false
    var moves = [
      DemoVenture.Move(
        kind: .entered, from: nil, to: pipeline.stages[0].code, movedAt: moment(day, &dice),
        actor: actor)
    ]
    while moves.count < 16 {
      let usual = pipeline.stages[stage].usualDays ?? 0
      day = day.adding(days: resting ? dice.between(30, 300) : 2 + usual * dice.between(2, 14) / 10)
      guard day <= today, resting || stage < pipeline.stages.count - 1 else { break }
      let outcome = resting ? Outcome.resumed : Outcome.roll(&dice, canGoBack: stage > 1)
      let from = pipeline.stages[stage].code
      if outcome == .forward { stage += 1 }
      if outcome == .back { stage -= 1 }
      moves.append(
        DemoVenture.Move(
          kind: outcome.kind, from: from, to: pipeline.stages[stage].code,
          movedAt: moment(day, &dice), actor: actor, reason: outcome.reason(&dice)))
      if outcome == .dropped { break }
      resting = outcome == .setAside
    }
    return moves
  }

  private func moment(_ day: LocalDate, _ dice: inout Dice) -> Timestamp {
    day.at(hour: dice.between(7, 16), minute: dice.below(60))
  }

  private func describe(
    _ venture: inout DemoVenture, at index: Int, lead: DemoSeed.Owner, _ dice: inout Dice
  ) {
    let (number, way, place, _) = parts(at: index)
    let product = LargeSeasonWords.products[number]
    var content = venture.content
    content.field = product.field
    content.place = SafeText(escaping: LargeSeasonWords.places[place])
    content.summary = LargeSeasonWords.ways[way].summary
    content.problem = product.problem
    content.solution = LargeSeasonWords.ways[way].solution
    content.technology = LargeSeasonWords.ways[way].technology
    content.representative = LargeSeasonWords.fullName(&dice)
    content.birthYear = dice.between(1965, 2001)
    content.phone = PhoneNumber(stored: LargeSeasonWords.mobile(&dice))
    content.email = SafeText(escaping: "ho.so." + String(index + 1) + "@vuonuom.example")
    let advanced = venture.pipeline == enterprise.code || venture.moves.count > 3
    if advanced { nameOrganisation(&content, &dice) }
    addSource(&content, day: venture.moves[0].movedAt.localDate, &dice)
    addCare(&content, venture: venture, lead: lead, &dice)
    content.tags = [product.tag, LargeSeasonWords.ways[way].tag]
    venture.content = content
    if dice.below(3) == 0, let last = venture.moves.last {
      venture.remarks = [
        DemoVenture.Remark(
          writtenAt: last.movedAt, author: lead.rawValue, text: dice.pick(LargeSeasonWords.remarks))
      ]
    }
  }

  private func nameOrganisation(_ content: inout VentureContent, _ dice: inout Dice) {
    content.organisation = SafeText(
      escaping: dice.pick(LargeSeasonWords.forms) + " " + dice.pick(LargeSeasonWords.firstSyllables)
        + " " + dice.pick(LargeSeasonWords.secondSyllables) + " "
        + String(dice.between(1, 999)))
    content.taxCode = TaxCode(stored: LargeSeasonWords.taxCode(&dice))
  }

  private func addSource(
    _ content: inout VentureContent, day: LocalDate, _ dice: inout Dice
  ) {
    let kind = dice.pick(DiscoverySource.allCases)
    let year = SafeText(escaping: String(day.components.year)).string
    content.sourceKind = kind
    content.foundOn = day
    content.sourceName =
      switch kind {
      case .event: SafeText(escaping: "Techfest Soctrang " + year)
      case .contest:
        SafeText(escaping: "Cuộc thi ý tưởng khởi nghiệp sáng tạo Sóc Trăng " + year)
      case .referral: SafeText(escaping: "Hội Nông dân " + content.place.string)
      case .search: "Tự tìm: khảo sát của sở"
      }
  }

  private func addCare(
    _ content: inout VentureContent, venture: DemoVenture, lead: DemoSeed.Owner,
    _ dice: inout Dice
  ) {
    content.leadOwner = lead.displayName
    content.supportOwner = dice.pick([DemoSeed.Owner.phuc, .anh]).displayName
    content.needs = [
      .management: dice.below(11), .vision: dice.below(11), .approach: dice.below(11),
    ]
    content.needsOn = venture.moves[0].movedAt.localDate
    guard venture.position.status == .active, dice.below(10) > 0 else { return }
    content.nextStep = dice.pick(LargeSeasonWords.nextSteps)
    content.nextStepDue = today.adding(days: dice.between(-4, 45))
  }

  /// What may happen at the end of a stay.
  private enum Outcome {
    case forward, back, setAside, resumed, dropped

    static func roll(_ dice: inout Dice, canGoBack: Bool) -> Outcome {
      switch dice.below(100) {
      case 0..<14: .dropped
      case 14..<22: .setAside
      case 22..<27: canGoBack ? .back : .forward
      default: .forward
      }
    }

    var kind: StageMove.Kind {
      switch self {
      case .forward: .forward
      case .back: .back
      case .setAside: .setAside
      case .resumed: .resumed
      case .dropped: .dropped
      }
    }

    func reason(_ dice: inout Dice) -> SafeText {
      switch self {
      case .forward, .resumed: .empty
      case .back: dice.pick(LargeSeasonWords.reasonsBack)
      case .setAside: dice.pick(LargeSeasonWords.reasonsAside)
      case .dropped: dice.pick(LargeSeasonWords.reasonsDropped)
      }
    }
  }
}
