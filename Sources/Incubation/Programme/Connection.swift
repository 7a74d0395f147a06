/// Somebody ventures are brought together with: a programme, an investor, an expert.
public struct Partner: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    case programme, investor, expert
  }

  /// Identity.
  public var id: Identifier<Partner>
  /// "DT-0004"; unique, never reused.
  public var code: SafeText
  /// What it says.
  public var content: PartnerContent
  /// Raised by one with every change.
  public var version: Int

  /// A partner.
  public init(id: Identifier<Partner>, code: SafeText, content: PartnerContent, version: Int = 1) {
    self.id = id
    self.code = code
    self.content = content
    self.version = version
  }
}

/// What a person may edit of a partner.
public struct PartnerContent: Hashable, Sendable {
  /// Its name.
  public var name: SafeText
  /// What it is.
  public var kind: Partner.Kind
  /// Where it works.
  public var organisation: SafeText = .empty
  /// Fields of work, by their Vietnamese names.
  public var fields: [SafeText] = []
  /// The axes on which it helps.
  public var needs: [NeedAxis] = []
  /// Languages it speaks besides Vietnamese: "Khmer", "English".
  public var languages: [SafeText] = []
  /// Where it is: district, town or province; empty for anywhere.
  public var place: SafeText = .empty
  /// How many ventures it takes at a time; nil for no limit.
  public var capacity: Int?
  /// Whether it takes ventures now.
  public var isAvailable = true

  /// A partner.
  public init(name: SafeText, kind: Partner.Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A venture and a partner that were brought together.
public struct Connection: Hashable, Sendable {
  /// How far it came.
  public enum Step: String, CaseIterable, Sendable {
    /// Giới thiệu.
    case introduced
    /// Gặp.
    case met
    /// Theo dõi.
    case followUp = "follow-up"
    /// It led to something.
    case agreed
    /// It led to nothing.
    case declined
  }

  /// Identity.
  public var id: Identifier<Connection>
  /// "KN-0007"; unique, never reused.
  public var code: SafeText
  /// The venture.
  public var venture: Identifier<Venture>
  /// Name of the venture.
  public var ventureTitle: SafeText
  /// The partner.
  public var partner: Identifier<Partner>
  /// Name of the partner.
  public var partnerName: SafeText
  /// What the partner is.
  public var kind: Partner.Kind
  /// The department that brought them together; nil when unknown.
  public var department: Identifier<Organisation>?
  /// How far it came; a projection of its steps.
  public var step: Step
  /// Since when.
  public var since: LocalDate
  /// What it brought, in đồng; zero while nothing.
  public var amount: Money
  /// Raised by one with every change.
  public var version: Int

  /// A connection.
  public init(
    id: Identifier<Connection>, code: SafeText, venture: Identifier<Venture>,
    ventureTitle: SafeText, partner: Identifier<Partner>, partnerName: SafeText,
    kind: Partner.Kind, department: Identifier<Organisation>?, step: Step, since: LocalDate,
    amount: Money, version: Int
  ) {
    self.id = id
    self.code = code
    self.venture = venture
    self.ventureTitle = ventureTitle
    self.partner = partner
    self.partnerName = partnerName
    self.kind = kind
    self.department = department
    self.step = step
    self.since = since
    self.amount = amount
    self.version = version
  }
}

extension Connection.Step {
  /// The steps that may follow. Only the ends have none: what led nowhere is introduced anew.
  public var next: [Connection.Step] {
    switch self {
    case .introduced: [.met, .declined]
    case .met, .followUp: [.followUp, .agreed, .declined]
    case .agreed, .declined: []
    }
  }

  /// Whether it is still going on: it loads the partner.
  public var isOpen: Bool { !next.isEmpty }
}

/// A step of a connection. Never changed; taken back by cancelling, and both stay.
public struct ConnectionStep: Hashable, Sendable {
  /// How far it came.
  public var step: Connection.Step
  /// When it happened.
  public var day: LocalDate
  /// What came out; empty for nothing to say.
  public var note: SafeText
  /// What it brought, in đồng; nil for no money.
  public var amount: Money?

  /// A step.
  public init(
    _ step: Connection.Step, on day: LocalDate, note: SafeText = .empty, amount: Money? = nil
  ) {
    self.step = step
    self.day = day
    self.note = note
    self.amount = amount
  }

  /// Checks that it may follow another.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public func check(after last: ConnectionStep?, today: LocalDate) throws(ProgrammeRefusal) {
    if day > today { throw .dayInFuture(day) }
    if let amount, amount.dong < 0 { throw .negative(amount) }
    guard let last else {
      if step != .introduced { throw .connectionStep(from: nil, to: step) }
      return
    }
    if day < last.day { throw .dayBefore(day, last: last.day) }
    if !last.step.next.contains(step) { throw .connectionStep(from: last.step, to: step) }
  }
}

/// A partner that fits a venture, with the reasons.
public struct PartnerMatch: Hashable, Sendable {
  /// Why it fits, or not so well.
  public enum Reason: Hashable, Sendable {
    /// It works in the venture's field.
    case field(SafeText)
    /// It helps where the venture needs it most.
    case need(NeedAxis)
    /// It speaks a language that the venture's tags name.
    case language(SafeText)
    /// It is in the same place.
    case place(SafeText)
    /// It has worked with the venture before.
    case earlier
    /// It has so many ventures now, and takes so many; nil for no limit.
    case load(Int, of: Int?)
  }

  /// The partner.
  public var partner: Partner
  /// How well it fits: more is better.
  public var score: Int
  /// Why.
  public var reasons: [Reason]

  /// A match.
  public init(partner: Partner, score: Int, reasons: [Reason]) {
    self.partner = partner
    self.score = score
    self.reasons = reasons
  }

  /// The partners that fit a venture, the best first; those that are full or do not take ventures
  /// are left out. An earlier partner is preferred, load is spread.
  ///
  /// - Parameters:
  ///   - load: open connections by partner.
  ///   - earlier: partners that worked with the venture before.
  public static func rank(
    _ partners: [Partner], for venture: VentureContent, load: [Identifier<Partner>: Int],
    earlier: Set<Identifier<Partner>>
  ) -> [PartnerMatch] {
    let greatest = venture.needs.values.max() ?? 0
    let matches = partners.compactMap { partner -> PartnerMatch? in
      let content = partner.content
      let busy = load[partner.id, default: 0]
      if !content.isAvailable || content.capacity.map({ busy >= $0 }) ?? false { return nil }
      var match = PartnerMatch(partner: partner, score: 0, reasons: [])
      if content.fields.contains(where: { same($0, venture.field) }) {
        match.add(.field(venture.field), 4)
      }
      for axis in content.needs where greatest >= 5 && venture.needs[axis] == greatest {
        match.add(.need(axis), 3)
      }
      for language in content.languages where speaks(language, venture) {
        match.add(.language(language), 2)
      }
      if same(content.place, venture.place) { match.add(.place(venture.place), 1) }
      if earlier.contains(partner.id) { match.add(.earlier, 3) }
      if match.score == 0 { return nil }
      match.add(.load(busy, of: content.capacity), -busy)
      return match
    }
    return matches.sorted {
      ($1.score, VietnameseCollation.key($0.partner.content.name.string))
        < ($0.score, VietnameseCollation.key($1.partner.content.name.string))
    }
  }

  private mutating func add(_ reason: Reason, _ points: Int) {
    score += points
    reasons.append(reason)
  }

  private static func same(_ left: SafeText, _ right: SafeText) -> Bool {
    !left.isBlank && TextFolding.fold(left.string) == TextFolding.fold(right.string)
  }

  private static func speaks(_ language: SafeText, _ venture: VentureContent) -> Bool {
    let wanted = TextFolding.fold(language.string)
    return !wanted.isEmpty
      && venture.tags.contains { TextFolding.fold($0.string).contains(wanted) }
  }
}

/// Money that investors put into a venture.
public struct InvestmentRound: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<InvestmentRound>
  /// "VG-0001"; unique, never reused.
  public var code: SafeText
  /// The venture.
  public var venture: Identifier<Venture>
  /// Name of the round: "Hạt giống".
  public var title: SafeText
  /// When it was closed.
  public var day: LocalDate
  /// How much.
  public var amount: Money
  /// Who put it in.
  public var investors: [SafeText]

  /// A round.
  public init(
    id: Identifier<InvestmentRound>, code: SafeText, venture: Identifier<Venture>,
    title: SafeText, day: LocalDate, amount: Money, investors: [SafeText]
  ) {
    self.id = id
    self.code = code
    self.venture = venture
    self.title = title
    self.day = day
    self.amount = amount
    self.investors = investors
  }
}
