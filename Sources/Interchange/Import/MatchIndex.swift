import Incubation

/// What decides whether two ventures are one.
struct MatchFacts: Hashable {
  /// Folded title.
  var title: String
  /// Digits of the tax code with a 1 in front; 0 when there is none.
  var taxCode: UInt64
  /// Digits of the telephone with a 1 in front; 0 when there is none.
  var phone: UInt64
  /// Year of birth; 0 when unknown.
  var birthYear: Int

  init(title: String, taxCode: String, phone: String, birthYear: Int) {
    self.title = title
    self.taxCode = Self.number(taxCode)
    self.phone = Self.number(phone)
    self.birthYear = birthYear
  }

  init(_ content: VentureContent) {
    self.init(
      title: TextFolding.fold(content.title.string), taxCode: content.taxCode?.text ?? "",
      phone: content.phone?.digits ?? "", birthYear: content.birthYear ?? 0)
  }

  /// Whether nothing but the title is known.
  var isBare: Bool { taxCode == 0 && phone == 0 && birthYear == 0 }

  /// The 1 in front keeps leading zeros apart; codes and numbers have at most 13 digits.
  private static func number(_ text: String) -> UInt64 {
    var result: UInt64 = 1
    for byte in text.utf8 where (0x30...0x39).contains(byte) {
      result = result &* 10 &+ UInt64(byte - 0x30)
    }
    return result == 1 ? 0 : result
  }
}

/// Finds those that a row may be, in constant time: by tax code and title, by title and telephone,
/// by title and year of birth, and by the bare title when neither side knows more.
struct MatchIndex {
  /// What was found.
  enum Match: Hashable {
    /// Nothing; whether the title as such is known.
    case none(titleIsKnown: Bool)
    /// One.
    case one(Int)
    /// Several, of which none is nearer than the others.
    case several([Int])
  }

  private struct Mark: Hashable {
    enum Kind: UInt8 { case taxCode, phone, birthYear, bare }
    var title: Int32
    var kind: Kind
    var number: UInt64
  }

  private struct Known {
    var taxCode: UInt64
    var phone: UInt64
    var birthYear: Int32
  }

  private var titles: [String: Int32] = [:]
  private var first: [Mark: Int32] = [:]
  private var further: [Mark: [Int32]] = [:]
  private var known: [Known] = []

  /// An index with room for so many.
  init(capacity: Int) {
    titles.reserveCapacity(capacity)
    first.reserveCapacity(capacity)
    known.reserveCapacity(capacity)
  }

  /// Adds one; its number is how many were added before.
  mutating func add(_ facts: MatchFacts) {
    let item = Int32(known.count)
    known.append(
      Known(taxCode: facts.taxCode, phone: facts.phone, birthYear: Int32(facts.birthYear)))
    let next = Int32(titles.count)
    let title = titles[facts.title] ?? next
    if title == next { titles[facts.title] = next }
    for mark in Self.marks(of: facts, title: title) {
      if first[mark] == nil { first[mark] = item } else { further[mark, default: []].append(item) }
    }
  }

  /// Those that have these facts.
  func match(_ facts: MatchFacts) -> Match {
    guard let title = titles[facts.title] else { return .none(titleIsKnown: false) }
    let marks = Self.marks(of: facts, title: title)
    for (index, mark) in marks.enumerated() {
      let found = items(mark)
      guard !found.isEmpty else { continue }
      let match = nearest(found, to: facts)
      let contradicting = marks[(index + 1)...].flatMap(items)
      return contradicted(match, by: contradicting, facts) ?? match
    }
    return .none(titleIsKnown: true)
  }

  private func items(_ mark: Mark) -> [Int] {
    guard let one = first[mark] else { return [] }
    return [Int(one)] + (further[mark] ?? []).prefix(Self.mostCandidates).map(Int.init)
  }

  /// Several of one mark are told apart by the others: all of them, telephone, year of birth.
  private func nearest(_ found: [Int], to facts: MatchFacts) -> Match {
    if found.count == 1 { return .one(found[0]) }
    let byPhone = found.filter { known[$0].phone == facts.phone }
    let byBirth = found.filter { Int(known[$0].birthYear) == facts.birthYear }
    let byAll = byPhone.filter {
      byBirth.contains($0) && known[$0].taxCode == facts.taxCode
    }
    for narrowed in [byAll, byPhone, byBirth] where narrowed.count == 1 {
      return .one(narrowed[0])
    }
    return .several(found)
  }

  /// When a weaker mark points to another one, and what was found differs in that very mark, there
  /// is no telling which it is.
  private func contradicted(_ match: Match, by others: [Int], _ facts: MatchFacts) -> Match? {
    guard case .one(let item) = match, let other = others.first(where: { $0 != item }) else {
      return nil
    }
    let found = known[item]
    let differsInPhone = found.phone != facts.phone && known[other].phone == facts.phone
    let differsInBirth =
      Int(found.birthYear) != facts.birthYear && Int(known[other].birthYear) == facts.birthYear
    let hasPhone = found.phone != 0 && facts.phone != 0
    let hasBirth = found.birthYear != 0 && facts.birthYear != 0
    guard hasPhone && differsInPhone || hasBirth && differsInBirth else { return nil }
    return .several([item, other])
  }

  private static func marks(of facts: MatchFacts, title: Int32) -> [Mark] {
    if facts.isBare { return [Mark(title: title, kind: .bare, number: 0)] }
    var marks: [Mark] = []
    if facts.taxCode != 0 {
      marks.append(Mark(title: title, kind: .taxCode, number: facts.taxCode))
    }
    if facts.phone != 0 { marks.append(Mark(title: title, kind: .phone, number: facts.phone)) }
    if facts.birthYear != 0 {
      marks.append(Mark(title: title, kind: .birthYear, number: UInt64(max(0, facts.birthYear))))
    }
    return marks
  }

  /// More than so many of one title and one mark are never told apart one by one.
  private static let mostCandidates = 64
}
