/// A season of the cooperation 2019-2020 between the two departments, made up for trying the
/// program out, for its pictures and for its tests. It is the same on every machine.
///
/// Persons, enterprises, schools, telephone numbers and tax codes are invented; departments,
/// places, events and contests are those of the cooperation. Records point to each other by keys,
/// because identities are made by storage.
public struct DemoSeason: Hashable, Sendable {
  /// A place in the administration; what `AdminUnit` says, with keys for identities.
  public struct Place: Hashable, Sendable {
    /// Unique in the season: the code of the General Statistics Office.
    public var key: String
    /// Names with their periods, oldest first.
    public var names: [DatedName]
    /// Level.
    public var level: AdminUnit.Level
    /// Key of the unit above; nil for a province.
    public var parent: String?
    /// Key of the unit that took its place; nil while it exists.
    public var successor: String?
  }

  /// A department; what `Organisation` says, with keys for identities.
  public struct Department: Hashable, Sendable {
    /// Unique in the season.
    public var key: String
    /// Names with their periods, oldest first.
    public var names: [DatedName]
    /// Its name on the season's day, in both languages.
    public var title: Bilingual
    /// Key of the place where it is.
    public var place: String
  }

  /// A user; what `User` says, with a key for the department.
  public struct Account: Hashable, Sendable {
    /// Login.
    public var login: String
    /// Name shown.
    public var displayName: SafeText
    /// Key of the department; nil when the user belongs to none.
    public var department: String?
    /// Roles.
    public var roles: Set<UserRole>
  }

  /// What the minutes of cooperation list, or an occasion where ventures were found.
  public struct Occasion: Hashable, Sendable {
    /// What kind of source it is.
    public var kind: DiscoverySource
    /// Its name, as ventures name it.
    public var name: SafeText
    /// Its first day.
    public var heldOn: LocalDate
  }

  /// The day that the demo takes for today.
  public var today: LocalDate
  /// Places: provinces before their districts.
  public var places: [Place]
  /// The two departments, the leading one first.
  public var departments: [Department]
  /// Users, by login.
  public var accounts: [Account]
  /// The five content items of the minutes of cooperation, in their order.
  public var contentItems: [Bilingual]
  /// The events and contests of the season, oldest first.
  public var occasions: [Occasion]
  /// Ventures, by code.
  public var ventures: [DemoVenture]

  /// Login of the supervisor, who signs what ends a venture or sends it to the market.
  public static let supervisor = "minh"
}
