/// Support of a venture by one of the kinds that the cooperation names.
public struct EnterpriseSupport: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<EnterpriseSupport>
  /// "HT-0003"; unique, never reused.
  public var code: SafeText
  /// What it says.
  public var content: SupportContent
  /// Raised by one with every change.
  public var version: Int

  /// A support.
  public init(
    id: Identifier<EnterpriseSupport>, code: SafeText, content: SupportContent, version: Int = 1
  ) {
    self.id = id
    self.code = code
    self.content = content
    self.version = version
  }
}

/// The kinds that the cooperation names. The list is open: any other text is a kind as well.
public enum SupportKind: String, CaseIterable, Sendable {
  /// Hoàn thiện công nghệ.
  case completion
  /// Sản xuất sản phẩm mẫu.
  case prototype
  /// Thử nghiệm sản phẩm.
  case testing
  /// Đổi mới công nghệ.
  case renewal
}

/// What a person may edit of a support. Empty text means that nothing is known.
public struct SupportContent: Hashable, Sendable {
  /// The venture.
  public var venture: Identifier<Venture>
  /// What was done.
  public var title: SafeText
  /// Code of a `SupportKind`, or another kind in the words of the department.
  public var kind: SafeText
  /// When it was done.
  public var day: LocalDate
  /// The department that did it; nil when unknown.
  public var department: Identifier<Organisation>?
  /// The task through which it was done; nil for none.
  public var task: Identifier<ScienceTask>?
  /// What is measured, and in which unit: "Độ ẩm (%)".
  public var measure: SafeText = .empty
  /// The figure before.
  public var before: SafeText = .empty
  /// The figure after.
  public var after: SafeText = .empty
  /// The laboratory that tested.
  public var laboratory: SafeText = .empty
  /// The standard it tested against: "QCVN 8-2:2011/BYT".
  public var standard: SafeText = .empty
  /// What came out: "Đạt".
  public var result: SafeText = .empty
  /// How many prototypes were made.
  public var prototypes = 0
  /// What it cost altogether.
  public var cost = Money(dong: 0)
  /// What public money paid of it.
  public var supported = Money(dong: 0)
  /// Code of the cap that applies; empty for none.
  public var cap = ""

  /// A support.
  public init(venture: Identifier<Venture>, title: SafeText, kind: SafeText, day: LocalDate) {
    self.venture = venture
    self.title = title
    self.kind = kind
    self.day = day
  }

  /// The content when it can be kept.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public func checked(today: LocalDate) throws(ProgrammeRefusal) -> SupportContent {
    if title.isBlank { throw .titleMissing }
    if day > today { throw .dayInFuture(day) }
    for amount in [cost, supported] where amount.dong < 0 { throw .negative(amount) }
    if supported > cost { throw .overCost(supported: supported, cost: cost) }
    if !cap.isEmpty, SupportCap.named(cap) == nil {
      throw .noSuchCap(SafeText(escaping: cap))
    }
    return self
  }
}

/// A cap on support with public money, as the law sets it.
public struct SupportCap: Hashable, Sendable {
  /// What the cap is counted over.
  public enum Period: String, CaseIterable, Sendable {
    case month, year
  }

  /// Unique.
  public var code: String
  /// What it is about.
  public var title: Bilingual
  /// Where it stands: "Nghị định 80/2021/NĐ-CP, điều 22".
  public var basis: SafeText
  /// Hundredths of the cost that may be paid.
  public var percent: Int
  /// The most in a period for one enterprise.
  public var most: Money
  /// The period.
  public var period: Period
  /// For how many years; nil for no limit.
  public var years: Int?
  /// The first day on which it holds.
  public var from: LocalDate
  /// The last day; nil while it holds.
  public var to: LocalDate?

  /// What is wrong with a support under a cap.
  public enum Excess: Hashable, Sendable {
    /// More than the share of the cost: the most that may be paid.
    case share(most: Money)
    /// More than the most in a period: what was paid in it before, and what is left.
    case amount(before: Money, left: Money)
    /// The cap does not hold on that day.
    case notInForce
    /// Longer than the years allowed.
    case tooLong(years: Int)
  }

  /// What would be wrong; empty when the support stays under the cap. A warning, not a refusal:
  /// other laws may allow more.
  ///
  /// - Parameter earlier: other supports of the same venture under the same cap.
  public func excess(of support: SupportContent, after earlier: [SupportContent]) -> [Excess] {
    var found: [Excess] = []
    if support.day < from || (to.map { support.day > $0 } ?? false) { found.append(.notInForce) }
    let share = Money(dong: support.cost.dong / 100 * Int64(percent))
    if support.supported > share { found.append(.share(most: share)) }
    let (year, month, _) = support.day.components
    let same = earlier.filter { other in
      let (otherYear, otherMonth, _) = other.day.components
      return otherYear == year && (period == .year || otherMonth == month)
    }
    let before = same.reduce(Int64(0)) { $0 + $1.supported.dong }
    if before + support.supported.dong > most.dong {
      found.append(
        .amount(
          before: Money(dong: before), left: Money(dong: max(0, most.dong - before))))
    }
    if let years, let first = earlier.map(\.day).min(),
      support.day >= first.adding(months: years * 12)
    {
      found.append(.tooLong(years: years))
    }
    return found
  }

  /// The cap with a code; nil when there is none.
  public static func named(_ code: String) -> SupportCap? { shipped.first { $0.code == code } }

  private static let decree80 = LocalDate(year: 2021, month: 10, day: 15)
  private static let article: SafeText = "Nghị định 80/2021/NĐ-CP, điều 22"

  /// The caps of Decree 80/2021/NĐ-CP art. 22 that are known for sure.
  public static let shipped: [SupportCap] = [
    SupportCap(
      code: "equipment",
      title: Bilingual(
        vietnamese: "Sử dụng trang thiết bị tại cơ sở ươm tạo",
        english: "Use of equipment at an incubator"),
      basis: article, percent: 100, most: Money(dong: 20_000_000), period: .year, years: nil,
      from: decree80 ?? LocalDate(dayNumber: 0)),
    SupportCap(
      code: "rent",
      title: Bilingual(
        vietnamese: "Thuê mặt bằng tại khu làm việc chung", english: "Rent of shared premises"),
      basis: article, percent: 50, most: Money(dong: 5_000_000), period: .month, years: 3,
      from: decree80 ?? LocalDate(dayNumber: 0)),
    SupportCap(
      code: "ip-consulting",
      title: Bilingual(
        vietnamese: "Tư vấn sở hữu trí tuệ", english: "Consulting on intellectual property"),
      basis: article, percent: 100, most: Money(dong: 30_000_000), period: .year, years: nil,
      from: decree80 ?? LocalDate(dayNumber: 0)),
  ]
}

/// Something that the departments exchanged: information, experience, services.
public struct Exchange: Hashable, Sendable {
  /// What.
  public enum Kind: String, CaseIterable, Sendable {
    case information, experience, services
  }

  /// Identity.
  public var id: Identifier<Exchange>
  /// "TD-0002"; unique, never reused.
  public var code: SafeText
  /// What.
  public var kind: Kind
  /// What it was about.
  public var title: SafeText
  /// When.
  public var day: LocalDate
  /// The department that gave; nil when unknown.
  public var department: Identifier<Organisation>?
  /// Who took part.
  public var people: SafeText
  /// What came of it.
  public var result: SafeText

  /// An exchange.
  public init(
    id: Identifier<Exchange>, code: SafeText, kind: Kind, title: SafeText, day: LocalDate,
    department: Identifier<Organisation>?, people: SafeText, result: SafeText
  ) {
    self.id = id
    self.code = code
    self.kind = kind
    self.title = title
    self.day = day
    self.department = department
    self.people = people
    self.result = result
  }
}
