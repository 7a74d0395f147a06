/// One person's registration for a course or a session.
public struct Enrolment: Hashable, Sendable {
  /// Where a registration stands; the states of CiviEvent.
  public enum State: String, Labelled {
    /// Holds a place; waits for approval where that is asked for.
    case registered
    /// Holds a place that somebody approved.
    case approved
    /// On the waiting list.
    case waiting
    /// Was offered a place, which is kept until the offer expires.
    case offered
    /// Did not take the offered place in time.
    case expired
    /// Came.
    case attended
    /// Did not come.
    case noShow = "no-show"
    /// Called off, by the person or by the department.
    case cancelled
    /// Gave the place to somebody else, or went to another course.
    case transferred

    /// Whether it takes one of the places.
    public var holdsPlace: Bool {
      [.registered, .approved, .offered, .attended, .noShow].contains(self)
    }

    /// Whether attendance is taken of the person.
    public var isOnList: Bool { [.registered, .approved, .attended, .noShow].contains(self) }

    /// Whether this state may become another.
    public func mayBecome(_ next: State) -> Bool {
      switch self {
      case .registered:
        [.approved, .waiting, .attended, .noShow, .cancelled, .transferred].contains(next)
      case .approved: [.attended, .noShow, .cancelled, .transferred].contains(next)
      case .waiting: [.offered, .registered, .cancelled].contains(next)
      case .offered: [.registered, .approved, .expired, .cancelled].contains(next)
      case .expired: [.waiting, .cancelled].contains(next)
      case .attended: next == .noShow
      case .noShow: next == .attended
      case .cancelled: [.registered, .waiting].contains(next)
      case .transferred: false
      }
    }
  }

  /// Identity.
  public var id: Identifier<Enrolment>
  /// The course.
  public var course: Identifier<Course>
  /// The session; nil for the whole course.
  public var session: Identifier<CourseSession>?
  /// The person.
  public var person: Identifier<Person>
  /// The person's full name.
  public var name: SafeText
  /// Department or enterprise; empty for none.
  public var unit: SafeText
  /// Group for quotas; empty for none.
  public var group: SafeText
  /// Telephone; nil when unknown.
  public var phone: PhoneNumber?
  /// The paper on which a guardian agreed, for a minor; empty when not needed or not there.
  public var guardianConsent: SafeText
  /// Where it stands.
  public var state: State
  /// The rank on the waiting list, smaller first; nil when not on it or before lots are drawn.
  public var rank: Int?
  /// When the offer expires; nil when there is none.
  public var offeredUntil: Timestamp?
  /// Points of the test, in hundredths; nil when there are none.
  public var score: Int?
  /// Whether the feedback form was handed in. Which form is nobody's to know.
  public var gaveFeedback: Bool
  /// Raised by one with every change.
  public var version: Int

  /// A registration.
  public init(
    id: Identifier<Enrolment>, course: Identifier<Course>, session: Identifier<CourseSession>?,
    person: Identifier<Person>, name: SafeText, unit: SafeText, group: SafeText,
    phone: PhoneNumber?, guardianConsent: SafeText, state: State, rank: Int?,
    offeredUntil: Timestamp?, score: Int?, gaveFeedback: Bool, version: Int
  ) {
    self.id = id
    self.course = course
    self.session = session
    self.person = person
    self.name = name
    self.unit = unit
    self.group = group
    self.phone = phone
    self.guardianConsent = guardianConsent
    self.state = state
    self.rank = rank
    self.offeredUntil = offeredUntil
    self.score = score
    self.gaveFeedback = gaveFeedback
    self.version = version
  }
}

/// Somebody who is to be registered.
public struct Registrant: Hashable, Sendable {
  /// The person, when already known; nil to be found by name and telephone or year of birth.
  public var person: Identifier<Person>?
  /// Full name.
  public var name: SafeText
  /// Department or enterprise; empty for none.
  public var unit: SafeText
  /// Group for quotas; empty for none.
  public var group: SafeText
  /// Telephone; nil when unknown.
  public var phone: PhoneNumber?
  /// Year of birth; nil when unknown.
  public var birthYear: Int?
  /// The paper on which a guardian agreed, for a minor; empty when not needed.
  public var guardianConsent: SafeText

  /// Somebody.
  public init(
    _ name: SafeText, person: Identifier<Person>? = nil, unit: SafeText = .empty,
    group: SafeText = .empty, phone: PhoneNumber? = nil, birthYear: Int? = nil,
    guardianConsent: SafeText = .empty
  ) {
    self.person = person
    self.name = name
    self.unit = unit
    self.group = group
    self.phone = phone
    self.birthYear = birthYear
    self.guardianConsent = guardianConsent
  }
}

/// The places of a course or session: who has one, who waits, who comes next. Pure; storage asks it
/// inside the transaction that locks the course.
public struct SeatBook: Sendable {
  /// One registration as the book sees it.
  public struct Entry: Hashable, Sendable {
    /// Whose.
    public var id: Identifier<Enrolment>
    /// Where it stands.
    public var state: Enrolment.State
    /// Unit, folded.
    public var unit: String
    /// Group, folded.
    public var group: String
    /// Rank on the waiting list; nil when not on it or before lots are drawn.
    public var rank: Int?

    /// An entry.
    public init(
      id: Identifier<Enrolment>, state: Enrolment.State, unit: SafeText, group: SafeText,
      rank: Int?
    ) {
      self.id = id
      self.state = state
      self.unit = TextFolding.fold(unit.string)
      self.group = TextFolding.fold(group.string)
      self.rank = rank
    }
  }

  /// Places; nil for no limit.
  public let capacity: Int?
  private let quotas: [(kind: RegistrationRules.Quota.Kind, key: String, seats: Int)]
  /// The registrations.
  public private(set) var entries: [Entry]

  /// The book of a course or session.
  public init(capacity: Int?, rules: RegistrationRules, entries: [Entry]) {
    self.capacity = capacity
    quotas = rules.quotas.map { ($0.kind, TextFolding.fold($0.name.string), $0.seats) }
    self.entries = entries
  }

  /// How many places are taken.
  public var taken: Int { entries.count { $0.state.holdsPlace } }

  /// How many are free; nil without a limit.
  public var free: Int? { capacity.map { max(0, $0 - taken) } }

  /// Whether there is a place for somebody of this unit and group.
  public func hasPlace(unit: String, group: String) -> Bool {
    if let free, free == 0 { return false }
    return quotas.allSatisfy { quota in
      let mine = quota.kind == .unit ? unit : group
      guard mine == quota.key else { return true }
      let held = entries.count {
        $0.state.holdsPlace && (quota.kind == .unit ? $0.unit : $0.group) == quota.key
      }
      return held < quota.seats
    }
  }

  /// Whether there is a place for this registration.
  public func hasPlace(for entry: Entry) -> Bool {
    hasPlace(unit: entry.unit, group: entry.group)
  }

  /// Whether somebody of the same unit or group who waits would take the place first.
  public var isSomebodyWaiting: Bool { entries.contains { $0.state == .waiting } }

  /// Puts a registration in, or in place of its former self.
  public mutating func put(_ entry: Entry) {
    if let index = entries.firstIndex(where: { $0.id == entry.id }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  /// Those who wait, first come first; without a rank they are last.
  public var waiting: [Entry] {
    entries.filter { $0.state == .waiting }
      .sorted { ($0.rank ?? .max, $0.id) < ($1.rank ?? .max, $1.id) }
  }

  /// The place of somebody who waits, from 1; nil when not waiting, or before lots are drawn.
  public func place(of id: Identifier<Enrolment>) -> Int? {
    guard let index = waiting.firstIndex(where: { $0.id == id }), waiting[index].rank != nil else {
      return nil
    }
    return index + 1
  }

  /// Offers every place that is free to the next who may have it, and says to whom. Whoever cannot
  /// have one because a quota is full is passed over and keeps the place on the list.
  public mutating func offerPlaces() -> [Identifier<Enrolment>] {
    var offered: [Identifier<Enrolment>] = []
    for entry in waiting where entry.rank != nil && hasPlace(for: entry) {
      var next = entry
      next.state = .offered
      next.rank = nil
      put(next)
      offered.append(entry.id)
    }
    return offered
  }

  /// Ranks for all who wait, by lots that everybody can draw again from the seed: SplitMix64 over
  /// the registrations in the order of their identities, Fisher and Yates.
  public func lots(seed: UInt64) -> [(id: Identifier<Enrolment>, rank: Int)] {
    var ids = waiting.map(\.id).sorted()
    var dice = Dice(seed: seed, index: 0)
    for index in ids.indices.reversed() where index > 0 {
      ids.swapAt(index, dice.below(index + 1))
    }
    return ids.enumerated().map { ($0.element, $0.offset + 1) }
  }
}
