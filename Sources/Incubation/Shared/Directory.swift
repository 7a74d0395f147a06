/// A name with the period in which it was valid: a paper of 2019 prints the name of 2019.
public struct DatedName: Hashable, Sendable {
  /// The name.
  public var name: SafeText
  /// The first day; nil when it was always so.
  public var from: LocalDate?
  /// The last day; nil while it is valid.
  public var to: LocalDate?

  /// A name with its period.
  public init(_ name: SafeText, from: LocalDate? = nil, to: LocalDate? = nil) {
    self.name = name
    self.from = from
    self.to = to
  }

  /// Whether it was valid on that day.
  public func isValid(on day: LocalDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

extension [DatedName] {
  /// The name on a day: the valid one, else the one that came into force last before it, else the
  /// first; the empty text when there are no names.
  public func name(on day: LocalDate) -> SafeText {
    if let valid = last(where: { $0.isValid(on: day) }) { return valid.name }
    let earlier = filter { ($0.from ?? LocalDate(dayNumber: .min)) <= day }
    return (earlier.last ?? first)?.name ?? .empty
  }
}

/// A place in the administration: a province, a district or town, a commune or ward.
public struct AdminUnit: Hashable, Sendable {
  /// Its level.
  public enum Level: String, CaseIterable, Sendable {
    case province, district, commune
  }

  /// Identity.
  public var id: Identifier<AdminUnit>
  /// The code of the General Statistics Office, such as 94; nil when none is known.
  public var code: SafeText?
  /// Names with their periods, oldest first.
  public var names: [DatedName]
  /// Level.
  public var level: Level
  /// The unit above; nil for a province.
  public var parent: Identifier<AdminUnit>?
  /// The unit that took its place, as Cần Thơ for Sóc Trăng in 2025; nil while it exists.
  public var successor: Identifier<AdminUnit>?

  /// A place.
  public init(
    id: Identifier<AdminUnit>, code: SafeText? = nil, names: [DatedName], level: Level,
    parent: Identifier<AdminUnit>? = nil, successor: Identifier<AdminUnit>? = nil
  ) {
    self.id = id
    self.code = code
    self.names = names
    self.level = level
    self.parent = parent
    self.successor = successor
  }
}

/// An organisation: a department, an enterprise, a school, a cooperative, a fund.
public struct Organisation: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    case department, enterprise, cooperative, school, institute, fund, other
  }

  /// Identity.
  public var id: Identifier<Organisation>
  /// What it is.
  public var kind: Kind
  /// Names with their periods, oldest first; never empty.
  public var names: [DatedName]
  /// Tax code; nil when none is known.
  public var taxCode: TaxCode?
  /// Where it is; nil when unknown.
  public var place: Identifier<AdminUnit>?
  /// Raised by one with every change.
  public var version: Int

  /// An organisation.
  public init(
    id: Identifier<Organisation>, kind: Kind, names: [DatedName], taxCode: TaxCode? = nil,
    place: Identifier<AdminUnit>? = nil, version: Int = 1
  ) {
    self.id = id
    self.kind = kind
    self.names = names
    self.taxCode = taxCode
    self.place = place
    self.version = version
  }
}

/// A person whom the programme knows.
public struct Person: Hashable, Sendable {
  /// What a person is to the programme; one may be several.
  public enum Role: String, CaseIterable, Sendable {
    case founder, expert, judge, trainer
    case investorContact = "investor-contact"
    case staff
  }

  /// Identity.
  public var id: Identifier<Person>
  /// Full name, family name first.
  public var fullName: SafeText
  /// Year of birth; nil when unknown.
  public var birthYear: Int?
  /// Telephone; nil when unknown.
  public var phone: PhoneNumber?
  /// E-mail; nil when unknown.
  public var email: SafeText?
  /// Where the person works; nil when unknown.
  public var organisation: Identifier<Organisation>?
  /// What the person is to the programme.
  public var roles: Set<Role>
  /// Raised by one with every change.
  public var version: Int

  /// A person.
  public init(
    id: Identifier<Person>, fullName: SafeText, birthYear: Int? = nil, phone: PhoneNumber? = nil,
    email: SafeText? = nil, organisation: Identifier<Organisation>? = nil, roles: Set<Role> = [],
    version: Int = 1
  ) {
    self.id = id
    self.fullName = fullName
    self.birthYear = birthYear
    self.phone = phone
    self.email = email
    self.organisation = organisation
    self.roles = roles
    self.version = version
  }
}
