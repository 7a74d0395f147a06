/// Where money comes from (nguồn kinh phí).
public struct FundingSource: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    case national, provincial, international
    /// The founders' own money.
    case own
    /// An enterprise's money.
    case enterprise
  }

  /// Identity.
  public var id: Identifier<FundingSource>
  /// The short name by which people call it: "SNKH-ST"; unique.
  public var code: SafeText
  /// Its name.
  public var title: SafeText
  /// What it is.
  public var kind: Kind
  /// Raised by one with every change.
  public var version: Int

  /// A source.
  public init(
    id: Identifier<FundingSource>, code: SafeText, title: SafeText, kind: Kind, version: Int = 1
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.kind = kind
    self.version = version
  }
}

/// A call of a source: until a day, applications are taken.
public struct FundingCall: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<FundingCall>
  /// "KG-0002"; unique, never reused.
  public var code: SafeText
  /// Its name.
  public var title: SafeText
  /// The source that calls.
  public var source: Identifier<FundingSource>
  /// The first day for applications.
  public var opens: LocalDate
  /// The last day for applications.
  public var closes: LocalDate

  /// A call.
  public init(
    id: Identifier<FundingCall>, code: SafeText, title: SafeText,
    source: Identifier<FundingSource>, opens: LocalDate, closes: LocalDate
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.source = source
    self.opens = opens
    self.closes = closes
  }
}

/// An application to a call.
public struct FundingApplication: Hashable, Sendable {
  /// What became of it.
  public enum State: String, CaseIterable, Sendable {
    case submitted, approved, refused, withdrawn
  }

  /// Identity.
  public var id: Identifier<FundingApplication>
  /// "DX-0002"; unique, never reused.
  public var code: SafeText
  /// What for.
  public var title: SafeText
  /// The call.
  public var call: Identifier<FundingCall>
  /// The venture that applies; nil for none.
  public var venture: Identifier<Venture>?
  /// How much is asked for.
  public var amount: Money
  /// The day on which it was handed in.
  public var day: LocalDate
  /// What became of it.
  public var state: State

  /// An application.
  public init(
    id: Identifier<FundingApplication>, code: SafeText, title: SafeText,
    call: Identifier<FundingCall>, venture: Identifier<Venture>?, amount: Money, day: LocalDate,
    state: State
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.call = call
    self.venture = venture
    self.amount = amount
    self.day = day
    self.state = state
  }
}

/// Money that is promised for something (cam kết).
public struct Commitment: Hashable, Sendable {
  /// A part that is paid at a time.
  public struct Tranche: Hashable, Sendable {
    /// How much.
    public var amount: Money
    /// By when.
    public var due: LocalDate
    /// On what condition; empty for none.
    public var condition: SafeText

    /// A part.
    public init(_ amount: Money, due: LocalDate, condition: SafeText = .empty) {
      self.amount = amount
      self.due = due
      self.condition = condition
    }
  }

  /// Identity.
  public var id: Identifier<Commitment>
  /// "CK-0001"; unique, never reused.
  public var code: SafeText
  /// What it says.
  public var content: CommitmentContent
  /// Raised by one with every change.
  public var version: Int

  /// A commitment.
  public init(
    id: Identifier<Commitment>, code: SafeText, content: CommitmentContent, version: Int = 1
  ) {
    self.id = id
    self.code = code
    self.content = content
    self.version = version
  }
}

/// What a commitment says.
public struct CommitmentContent: Hashable, Sendable {
  /// What for.
  public var title: SafeText
  /// Whose money.
  public var source: Identifier<FundingSource>
  /// The task that gets it; nil for none.
  public var task: Identifier<ScienceTask>?
  /// The venture that gets it; nil for none.
  public var venture: Identifier<Venture>?
  /// The department that answers for it; nil when unknown.
  public var department: Identifier<Organisation>?
  /// The content item of the agreement that it serves, from 1; nil for none.
  public var item: Int?
  /// The parts in which it is paid, in order; empty for no plan.
  public var tranches: [Commitment.Tranche] = []

  /// A commitment of a source.
  public init(title: SafeText, source: Identifier<FundingSource>) {
    self.title = title
    self.source = source
  }
}

/// What happened to money on a day. Never changed; taken back by cancelling, and both stay.
public struct MoneyEntry: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    /// A source gets money to give.
    case allotted
    /// Money is promised.
    case committed
    /// A promise is taken back in part or whole.
    case released
    /// Work that was done is paid.
    case disbursed
    /// Money is paid before the work.
    case advanced
    /// Work for an advance was done and accepted.
    case settled
    /// An advance comes back.
    case returned
    /// Money that was spent is demanded back and came.
    case recovered
  }

  /// Identity.
  public var id: Identifier<MoneyEntry>
  /// What happened.
  public var kind: Kind
  /// Whose money.
  public var source: Identifier<FundingSource>
  /// The commitment; nil for an allotment.
  public var commitment: Identifier<Commitment>?
  /// The day on which it happened.
  public var day: LocalDate
  /// When it was recorded.
  public var recordedAt: Timestamp
  /// Who recorded it: a login.
  public var actor: String
  /// How much; above zero.
  public var amount: Money
  /// The part of the plan that it pays, from 1; nil for none.
  public var tranche: Int?
  /// Number of the paper.
  public var document: SafeText
  /// Whether it was taken back.
  public var isCancelled: Bool

  /// Something that happened.
  public init(
    id: Identifier<MoneyEntry>, kind: Kind, source: Identifier<FundingSource>,
    commitment: Identifier<Commitment>? = nil, day: LocalDate, recordedAt: Timestamp,
    actor: String, amount: Money, tranche: Int? = nil, document: SafeText = .empty,
    isCancelled: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.commitment = commitment
    self.day = day
    self.recordedAt = recordedAt
    self.actor = actor
    self.amount = amount
    self.tranche = tranche
    self.document = document
    self.isCancelled = isCancelled
  }
}

extension MoneyEntry.Kind {
  /// The accounts between which it moves money: from the credited to the debited one.
  public var accounts: (debit: LedgerAccount, credit: LedgerAccount) {
    switch self {
    case .allotted: (.available, .funds)
    case .committed: (.promised, .available)
    case .released: (.available, .promised)
    case .disbursed: (.spent, .promised)
    case .advanced: (.advances, .promised)
    case .settled: (.spent, .advances)
    case .returned: (.promised, .advances)
    case .recovered: (.available, .spent)
    }
  }
}

/// The accounts of the ledger. What the funds gave is available, promised, advanced or spent: at
/// every moment these four add up to the funds.
public enum LedgerAccount: String, CaseIterable, Sendable {
  /// What sources were given.
  case funds
  /// Not promised yet.
  case available
  /// Promised and not paid.
  case promised
  /// Paid in advance and not settled.
  case advances
  /// Paid for good.
  case spent
}
