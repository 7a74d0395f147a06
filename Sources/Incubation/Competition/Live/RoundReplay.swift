/// Replays a round from its events and says what does not fit.
public struct RoundReplay: Sendable {
  private let stored: RoundSnapshot
  private let events: [StoredScoreEvent]
  private let seals: [SheetSeal]
  private let hash: @Sendable ([UInt8]) -> String

  /// A round as it is stored, all of its events by number, and its seals.
  ///
  /// - Parameter hash: SHA-256 in hexadecimal digits.
  public init(
    _ stored: RoundSnapshot, events: [StoredScoreEvent], seals: [SheetSeal],
    hash: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.stored = stored
    self.events = events.sorted { $0.number < $1.number }
    let codes = Dictionary(stored.judges.map { ($0.judge, $0.code) }) { first, _ in first }
    self.seals = seals.sorted { left, right in
      (codes[left.judge] ?? "", left.number) < (codes[right.judge] ?? "", right.number)
    }
    self.hash = hash
  }

  /// The first thing that does not fit; nil when all does.
  ///
  /// - Parameters:
  ///   - heads: the ends of the chains as they were printed; nil when nobody has them.
  ///   - result: the result as it was verified; nil when there is none.
  public func finding(
    heads: [ChainHead]? = nil, result: StoredResult? = nil
  ) -> ReplayFinding? {
    chainFinding ?? sealFinding ?? cellFinding ?? heads.flatMap(headFinding)
      ?? result.flatMap(resultFinding)
  }

  /// The ends of the chains, by code of the judge.
  public var heads: [ChainHead] {
    Dictionary(grouping: seals, by: \.judge).compactMap { judge, links in
      guard let last = links.last, let code = stored.judge(judge)?.code else { return nil }
      return ChainHead(judge: code, count: links.count, hash: last.hash)
    }.sorted { $0.judge < $1.judge }
  }

  private func key(_ seal: SheetSeal) -> SheetKey {
    stored.key(SheetPlace(entry: seal.entry, judge: seal.judge))
  }

  /// Every link: numbers without gaps, each with the hash of the one before, and its own.
  private var chainFinding: ReplayFinding? {
    var ends: [Identifier<Judge>: (number: Int, hash: String)] = [:]
    for seal in seals {
      let end = ends[seal.judge] ?? (0, SheetSeal.origin)
      if seal.number != end.number + 1 || seal.previous != end.hash {
        return .brokenLink(key(seal), number: seal.number)
      }
      let bytes = SheetSeal.bytes(
        previous: seal.previous, number: seal.number, body: seal.body)
      if hash(bytes) != seal.hash { return .wrongHash(key(seal), number: seal.number) }
      ends[seal.judge] = (seal.number, seal.hash)
    }
    return nil
  }

  /// Every seal against the events that came before it, and every sealed sheet has one.
  private var sealFinding: ReplayFinding? {
    var sheets: [SheetPlace: ScoreSheet] = [:]
    var found = 0
    let byVersion = Dictionary(
      seals.map { (SealKey(SheetPlace(entry: $0.entry, judge: $0.judge), $0.sheetVersion), $0) }
    ) { first, _ in first }
    for event in events {
      let place = SheetPlace(entry: event.entry, judge: event.judge)
      sheets[place, default: ScoreSheet(entry: event.entry, judge: event.judge)].apply(event)
      guard event.step == .sealed, let sheet = sheets[place] else { continue }
      guard let seal = byVersion[SealKey(place, event.sheetVersion)] else {
        return .sealMissing(stored.key(place))
      }
      found += 1
      guard let body = try? CanonicalFields(JSONValue.parse(seal.body), "seal"),
        let scores = try? body.value("scores")
      else { return .sealDiffers(stored.key(place)) }
      var expected: [String: JSONValue] = [:]
      if case .object(let fields) = scores {
        for code in fields.keys {
          expected[code] = sheet.hundredths(code).map { .integer(Int64($0)) } ?? .null
        }
      }
      if scores != .object(expected) { return .sealDiffers(stored.key(place)) }
    }
    return found < seals.count ? .sealWithoutEvent : nil
  }

  private struct SealKey: Hashable {
    let place: SheetPlace
    let version: Int
    init(_ place: SheetPlace, _ version: Int) {
      self.place = place
      self.version = version
    }
  }

  /// Every stored cell against what the events add up to.
  private var cellFinding: ReplayFinding? {
    let replayed = ScoreSheet.sheets(of: events)
    let places = Set(replayed.keys).union(stored.sheets.keys).map { ($0, stored.key($0)) }
    for (place, key) in places.sorted(by: { $0.1 < $1.1 }) {
      let (found, expected) = (stored.sheet(place), replayed[place])
      for criterion in stored.rules.criteria
      where found.hundredths(criterion.code) != expected?.hundredths(criterion.code) {
        return .cellDiffers(key, criterion: criterion.code)
      }
      if found.isSealed != (expected?.isSealed ?? false) { return .sealMissing(key) }
    }
    return nil
  }

  /// Every printed head must be a link that is still there.
  private func headFinding(_ heads: [ChainHead]) -> ReplayFinding? {
    for head in heads.sorted(by: { $0.judge < $1.judge }) {
      let judge = stored.judges.first { $0.code == head.judge }?.judge
      let link = seals.first { $0.judge == judge && $0.number == head.count }
      if link?.hash != head.hash { return .headDiffers(head.judge) }
    }
    return nil
  }

  /// Every total and rank of the stored result against a new count of the replayed events.
  private func resultFinding(_ result: StoredResult) -> ReplayFinding? {
    var replayed = stored
    replayed.sheets = ScoreSheet.sheets(of: events)
    guard let count = try? replayed.result() else { return .resultDiffers(entry: "") }
    let recount = StoredResult(count, rulesHash: stored.rulesHash)
    for (old, new) in zip(result.rows, recount.rows) where old != new {
      return .resultDiffers(entry: old.entry)
    }
    return result.rows.count == recount.rows.count && result.rulesHash == recount.rulesHash
      ? nil : .resultDiffers(entry: "")
  }
}

/// The first thing of a round that does not fit.
public enum ReplayFinding: Hashable, Sendable {
  /// A link of a judge's chain does not follow the one before.
  case brokenLink(SheetKey, number: Int)
  /// A link does not have the hash of what it holds.
  case wrongHash(SheetKey, number: Int)
  /// A sheet was sealed, and there is no link of it; or the other way round.
  case sealMissing(SheetKey)
  /// A link holds other scores than the events before it.
  case sealDiffers(SheetKey)
  /// There is a link that no event tells of.
  case sealWithoutEvent
  /// A score is not what its events add up to.
  case cellDiffers(SheetKey, criterion: String)
  /// The chain of a judge is not the one whose end was printed.
  case headDiffers(String)
  /// The stored result is not what the scores come to: code of the first entry that differs.
  case resultDiffers(entry: String)
}

/// The result of a round as it was stored when it was verified, and signed afterwards.
public struct StoredResult: Hashable, Sendable {
  /// An entry.
  public struct Row: Hashable, Sendable {
    /// Its code.
    public var entry: String
    /// Its rank; nil for none.
    public var rank: Int?
    /// Its total with the places of the rules; empty without a result.
    public var total: String
    /// How far it can be relied upon.
    public var status: TabulationResult.Status
    /// Code of the award; empty for none.
    public var award: String
    /// Whether it goes on.
    public var advances: Bool
  }

  /// The rows in the order of the result.
  public var rows: [Row]
  /// Hash of the rules by which it was counted.
  public var rulesHash: String

  /// A result to be stored.
  public init(_ result: TabulationResult, rulesHash: String) {
    self.rulesHash = rulesHash
    let rounding = result.rules.rounding
    rows = result.rows.map { row in
      Row(
        entry: row.id, rank: row.rank,
        total: row.total.map { $0.written(places: rounding.places, rounding.mode) } ?? "",
        status: row.status, award: row.award ?? "", advances: row.advances ?? false)
    }
  }

  /// As one exact text: what is hashed and signed.
  public var canonical: String {
    JSONValue.object([
      "rules": .string(rulesHash),
      "rows": .array(
        rows.map { row in
          .array([
            .string(row.entry), row.rank.map { .integer(Int64($0)) } ?? .null,
            .string(row.total), .string(row.status.rawValue), .string(row.award),
            .bool(row.advances),
          ])
        }),
    ]).written()
  }

  /// Reads what `canonical` wrote.
  ///
  /// - Throws: `JSONRefusal`.
  public init(canonical text: String) throws(JSONRefusal) {
    let fields = try CanonicalFields(try JSONValue.parse(text), "result")
    rulesHash = try fields.text("rules")
    var rows: [Row] = []
    for item in try fields.list("rows") {
      guard case .array(let values) = item, values.count == 6,
        case .string(let entry) = values[0], case .string(let total) = values[2],
        case .string(let name) = values[3], let status = TabulationResult.Status(rawValue: name),
        case .string(let award) = values[4], case .bool(let advances) = values[5]
      else { throw .unexpected(field: "rows") }
      var rank: Int?
      if case .integer(let number) = values[1] { rank = Int(number) }
      rows.append(
        Row(
          entry: entry, rank: rank, total: total, status: status, award: award,
          advances: advances))
    }
    self.rows = rows
  }
}

/// Somebody's signature under a result.
public struct ResultSignature: Hashable, Sendable {
  /// Who: a login.
  public var login: String
  /// The name that the minutes print.
  public var name: SafeText
  /// As what: "Chủ tịch hội đồng".
  public var capacity: SafeText
  /// When.
  public var signedAt: Timestamp
  /// SHA-256 of the canonical result, in hexadecimal digits.
  public var resultHash: String

  /// A signature.
  public init(
    login: String, name: SafeText, capacity: SafeText, signedAt: Timestamp, resultHash: String
  ) {
    self.login = login
    self.name = name
    self.capacity = capacity
    self.signedAt = signedAt
    self.resultHash = resultHash
  }
}
