/// A cooperation agreement (biên bản hợp tác) between two or more parties.
public struct Agreement: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Agreement>
  /// What it says.
  public var content: AgreementContent
  /// Raised by one with every change.
  public var version: Int

  /// An agreement.
  public init(id: Identifier<Agreement>, content: AgreementContent, version: Int = 1) {
    self.id = id
    self.content = content
    self.version = version
  }
}

/// What an agreement says.
public struct AgreementContent: Hashable, Sendable {
  /// A party.
  public struct Party: Hashable, Sendable {
    /// The organisation.
    public var organisation: Identifier<Organisation>
    /// Who signs for it.
    public var signatory: SafeText
    /// The signatory's title: "Giám đốc".
    public var capacity: SafeText
    /// Who answers for it day by day: name and telephone.
    public var contact: SafeText

    /// A party.
    public init(
      organisation: Identifier<Organisation>, signatory: SafeText, capacity: SafeText,
      contact: SafeText = .empty
    ) {
      self.organisation = organisation
      self.signatory = signatory
      self.capacity = capacity
      self.contact = contact
    }
  }

  /// A content item.
  public struct Item: Hashable, Sendable {
    /// What is to be done.
    public var title: Bilingual
    /// The party that leads: its place among the parties, from 0.
    public var lead: Int
    /// The party that supports; nil for none.
    public var support: Int?
    /// What is aimed at, by year.
    public var targets: [Target]

    /// An item.
    public init(title: Bilingual, lead: Int, support: Int?, targets: [Target] = []) {
      self.title = title
      self.lead = lead
      self.support = support
      self.targets = targets
    }
  }

  /// What a year plan aims at. What is done is counted from records, never typed.
  public struct Target: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// Code of the indicator that counts what is done.
    public var indicator: String
    /// How much is aimed at, in the indicator's unit.
    public var amount: Int64

    /// An aim.
    public init(year: Int, indicator: String, amount: Int64) {
      self.year = year
      self.indicator = indicator
      self.amount = amount
    }
  }

  /// Number and symbol: "01/BBHT-SKHCN".
  public var number: SafeText
  /// What it is about.
  public var title: SafeText
  /// Where it was signed.
  public var place: SafeText
  /// When it was signed.
  public var signedOn: LocalDate
  /// The first day of its period.
  public var from: LocalDate
  /// The last day of its period.
  public var to: LocalDate
  /// The parties, the leading one first.
  public var parties: [Party]
  /// The content items, in order.
  public var items: [Item]
  /// The agreement that it renews; nil for none.
  public var renews: Identifier<Agreement>?
  /// Files that belong to it.
  public var attachments: [SafeText]

  /// An agreement.
  public init(
    number: SafeText, title: SafeText, place: SafeText, signedOn: LocalDate, from: LocalDate,
    to: LocalDate, parties: [Party], items: [Item], renews: Identifier<Agreement>? = nil,
    attachments: [SafeText] = []
  ) {
    self.number = number
    self.title = title
    self.place = place
    self.signedOn = signedOn
    self.from = from
    self.to = to
    self.parties = parties
    self.items = items
    self.renews = renews
    self.attachments = attachments
  }

  /// The content when it can be kept.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public func checked() throws(ProgrammeRefusal) -> AgreementContent {
    if number.isBlank || title.isBlank { throw .titleMissing }
    if Set(parties.map(\.organisation)).count < 2 { throw .partiesMissing }
    if to < from { throw .endBeforeStart(from, to) }
    for item in items {
      if item.title.vietnamese.isBlank { throw .titleMissing }
      for place in [item.lead, item.support ?? 0] where !parties.indices.contains(place) {
        throw .noSuchParty(place + 1)
      }
      for target in item.targets {
        if Indicator.named(target.indicator) == nil {
          throw .noSuchIndicator(SafeText(escaping: target.indicator))
        }
        let years = from.components.year...to.components.year
        if !years.contains(target.year) { throw .yearOutside(target.year, from, to) }
      }
    }
    return self
  }
}

/// A review of an agreement (sơ kết, tổng kết).
public struct AgreementReview: Hashable, Sendable {
  /// Which.
  public enum Kind: String, CaseIterable, Sendable {
    /// Sơ kết.
    case interim
    /// Tổng kết.
    case final
  }

  /// Which.
  public var kind: Kind
  /// When.
  public var day: LocalDate
  /// Number of the minutes.
  public var document: SafeText
  /// What it concluded.
  public var summary: SafeText

  /// A review.
  public init(kind: Kind, day: LocalDate, document: SafeText, summary: SafeText) {
    self.kind = kind
    self.day = day
    self.document = document
    self.summary = summary
  }
}

/// How an aim stands.
public struct TargetProgress: Hashable, Sendable {
  /// The aim.
  public var target: AgreementContent.Target
  /// What was done in its year, up to the day asked for.
  public var done: Int64
  /// What was done by party, in the order of the parties; what cannot be given to one is in none.
  public var shares: [Int64]
  /// The records that count, the latest first.
  public var evidence: [EvidenceRecord]

  /// How an aim stands.
  public init(
    target: AgreementContent.Target, done: Int64, shares: [Int64], evidence: [EvidenceRecord]
  ) {
    self.target = target
    self.done = done
    self.shares = shares
    self.evidence = evidence
  }

  /// Hundredths of the aim that are done, rounded down; 100 when nothing was aimed at.
  public var percent: Int {
    guard target.amount > 0 else { return 100 }
    let (product, overflow) = done.multipliedReportingOverflow(by: 100)
    return Int(overflow ? done / target.amount * 100 : product / target.amount)
  }

  /// Whether less is done than the part of the year that has passed asks for.
  public func isLate(on day: LocalDate) -> Bool {
    let year = day.components.year
    if year < target.year { return false }
    if year > target.year { return done < target.amount }
    let passed = day.dayNumber - (LocalDate(year: year, month: 1, day: 1) ?? day).dayNumber
    return percent * 365 < passed * 100
  }
}

/// A record that counts towards a figure: a fact that can be looked at.
public struct EvidenceRecord: Hashable, Sendable {
  /// What kind of record: "venture", "session", "task", "money", "connection"…
  public var kind: String
  /// The number or name by which people call it.
  public var code: SafeText
  /// What it is.
  public var title: SafeText
  /// When it happened.
  public var day: LocalDate
  /// How much it counts: 1, or đồng.
  public var amount: Int64
  /// The department that did it; nil when no record says.
  public var department: Identifier<Organisation>?

  /// A record that counts.
  public init(
    kind: String, code: SafeText, title: SafeText, day: LocalDate, amount: Int64,
    department: Identifier<Organisation>?
  ) {
    self.kind = kind
    self.code = code
    self.title = title
    self.day = day
    self.amount = amount
    self.department = department
  }
}

extension [EvidenceRecord] {
  /// The records of each party, in the order of the parties.
  public func shares(of parties: [Identifier<Organisation>]) -> [Int64] {
    parties.map { party in
      reduce(0) { $1.department == party ? $0 + $1.amount : $0 }
    }
  }
}
