/// Sums of money by account, kept so that both sides are equal after every entry.
public struct LedgerBalance: Hashable, Sendable {
  /// What the accounts hold, in đồng; `funds` is what the others hold together.
  public private(set) var accounts: [LedgerAccount: Int64] = [:]
  /// What happened altogether, by kind, in đồng.
  public private(set) var totals: [MoneyEntry.Kind: Int64] = [:]

  /// Nothing yet.
  public init() {}

  /// What an account holds.
  public subscript(account: LedgerAccount) -> Money {
    Money(dong: accounts[account, default: 0])
  }

  /// What happened altogether of a kind.
  public func total(_ kind: MoneyEntry.Kind) -> Money { Money(dong: totals[kind, default: 0]) }

  /// Promised altogether, what was taken back left out.
  public var committed: Money { Money(dong: total(.committed).dong - total(.released).dong) }

  /// Paid altogether: for work and in advance, what came back left out.
  public var paid: Money {
    Money(
      dong: total(.disbursed).dong + total(.advanced).dong - total(.returned).dong
        - total(.recovered).dong)
  }

  /// Adds what happened.
  public mutating func add(_ kind: MoneyEntry.Kind, _ amount: Money) {
    let (debit, credit) = kind.accounts
    accounts[debit, default: 0] += amount.dong
    accounts[credit, default: 0] += credit == .funds ? amount.dong : -amount.dong
    totals[kind, default: 0] += amount.dong
  }

  /// Adds another balance.
  public mutating func add(_ other: LedgerBalance) {
    accounts.merge(other.accounts) { $0 + $1 }
    totals.merge(other.totals) { $0 + $1 }
  }

  /// Whether what the funds gave is what the other accounts hold.
  public var isBalanced: Bool {
    accounts[.funds, default: 0]
      == LedgerAccount.allCases.filter { $0 != .funds }.reduce(0) {
        $0 + accounts[$1, default: 0]
      }
  }
}

/// The rules of money: nothing is paid that was not promised, nothing promised that is not there.
public enum LedgerRules {
  /// Checks an entry against those of the same commitment and the same source. Entries may come
  /// late: the rules have to hold on every day, also after the one that is added.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public static func check(
    _ entry: MoneyEntry, after earlier: [MoneyEntry], today: LocalDate
  ) throws(ProgrammeRefusal) {
    if entry.amount.dong <= 0 { throw .notAbove(entry.amount) }
    if entry.day > today { throw .dayInFuture(entry.day) }
    try hold(earlier + [entry], because: entry, beside: earlier)
  }

  /// Checks that the rules hold without an entry that is to be taken back.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public static func checkCancelling(
    _ entry: MoneyEntry, among entries: [MoneyEntry]
  ) throws(ProgrammeRefusal) {
    try hold(entries.filter { $0.id != entry.id }, because: entry, beside: entries)
  }

  private static func ordered(_ entries: [MoneyEntry], _ cause: MoneyEntry) -> [MoneyEntry] {
    entries.filter { !$0.isCancelled && $0.source == cause.source }
      .sorted { ($0.day, $0.kind.dayOrder) < ($1.day, $1.kind.dayOrder) }
  }

  /// Follows the accounts day by day; none may fall below zero.
  private static func hold(
    _ entries: [MoneyEntry], because cause: MoneyEntry, beside others: [MoneyEntry]
  ) throws(ProgrammeRefusal) {
    var source = LedgerBalance()
    var commitments: [Identifier<Commitment>: LedgerBalance] = [:]
    for entry in ordered(entries, cause) {
      source.add(entry.kind, entry.amount)
      if source[.available].dong < 0 {
        throw .overSource(
          asked: cause.amount, left: lowest(.available, others, from: cause, of: nil),
          committing: cause.kind == .committed)
      }
      guard let commitment = entry.commitment else { continue }
      var now = commitments[commitment] ?? LedgerBalance()
      now.add(entry.kind, entry.amount)
      commitments[commitment] = now
      for account in [LedgerAccount.promised, .advances, .spent] where now[account].dong < 0 {
        throw refusal(account, commitment, because: cause, beside: others)
      }
    }
  }

  private static func refusal(
    _ account: LedgerAccount, _ commitment: Identifier<Commitment>, because cause: MoneyEntry,
    beside others: [MoneyEntry]
  ) -> ProgrammeRefusal {
    let left = lowest(account, others, from: cause, of: commitment)
    switch account {
    case .advances: return .overAdvance(asked: cause.amount, outstanding: left)
    case .spent: return .overRecovered(asked: cause.amount, spent: left)
    default:
      var all = LedgerBalance()
      for entry in ordered(others, cause) where entry.commitment == commitment {
        all.add(entry.kind, entry.amount)
      }
      return .overCommitment(
        asked: cause.amount, committed: all.committed, paid: all.paid, left: left)
    }
  }

  /// The least that an account holds from the day of the cause on: what can be taken then without
  /// breaking what came later.
  private static func lowest(
    _ account: LedgerAccount, _ others: [MoneyEntry], from cause: MoneyEntry,
    of commitment: Identifier<Commitment>?
  ) -> Money {
    var balance = LedgerBalance()
    var lowest: Int64?
    for entry in ordered(others, cause)
    where commitment == nil || entry.commitment == commitment {
      let isLater =
        (entry.day, entry.kind.dayOrder) > (cause.day, cause.kind.dayOrder)
      if isLater, lowest == nil { lowest = balance[account].dong }
      balance.add(entry.kind, entry.amount)
      if isLater { lowest = min(lowest ?? .max, balance[account].dong) }
    }
    return Money(dong: max(0, lowest ?? balance[account].dong))
  }
}

extension MoneyEntry.Kind {
  /// The order of what happened on one day: what fills an account comes before what empties it.
  var dayOrder: Int {
    switch self {
    case .allotted: 0
    case .committed: 1
    case .advanced: 2
    case .settled: 3
    case .returned: 4
    case .disbursed: 5
    case .recovered: 6
    case .released: 7
    }
  }
}

/// What lines of the ledger are gathered by.
public enum LedgerGrouping: String, CaseIterable, Sendable {
  case entry, year, source, task, venture, department, item
}

/// A line of the ledger: an entry with the names of what it is about.
public struct LedgerLine: Hashable, Sendable {
  /// What happened.
  public var entry: MoneyEntry
  /// Code and name of the source.
  public var source: SafeText
  /// Code of the commitment; empty for an allotment.
  public var commitment: SafeText
  /// What the commitment is for; of an allotment the name of the source.
  public var title: SafeText
  /// Code of the task; empty for none.
  public var task: SafeText
  /// Code of the venture; empty for none.
  public var venture: SafeText
  /// The department; empty for none.
  public var department: SafeText
  /// The content item; nil for none.
  public var item: Int?

  /// A line.
  public init(
    entry: MoneyEntry, source: SafeText, commitment: SafeText, title: SafeText, task: SafeText,
    venture: SafeText, department: SafeText, item: Int?
  ) {
    self.entry = entry
    self.source = source
    self.commitment = commitment
    self.title = title
    self.task = task
    self.venture = venture
    self.department = department
    self.item = item
  }

  /// The name under which it is gathered; empty where there is none.
  public func key(_ grouping: LedgerGrouping) -> String {
    switch grouping {
    case .entry: ""
    case .year: String(entry.day.components.year)
    case .source: source.string
    case .task: task.string
    case .venture: venture.string
    case .department: department.string
    case .item: item.map(String.init) ?? ""
    }
  }
}

extension [LedgerLine] {
  /// The balance of all lines that count.
  public var balance: LedgerBalance {
    var balance = LedgerBalance()
    for line in self where !line.entry.isCancelled {
      balance.add(line.entry.kind, line.entry.amount)
    }
    return balance
  }

  /// Balances of groups, by name.
  public func balances(by grouping: LedgerGrouping) -> [(key: String, balance: LedgerBalance)] {
    Dictionary(grouping: self) { $0.key(grouping) }
      .map { ($0.key, $0.value.balance) }
      .sorted { $0.key < $1.key }
  }
}
