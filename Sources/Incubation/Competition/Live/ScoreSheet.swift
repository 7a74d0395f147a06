/// What one judge gave one entry, as its events add up.
public struct ScoreSheet: Hashable, Sendable {
  /// A value with the moment and identity by which two devices of one judge are told apart.
  public struct Cell<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public var value: Value
    /// When it was typed.
    public var typedAt: Timestamp
    /// The event.
    public var event: Identifier<ScoreEvent>

    /// A cell.
    public init(_ value: Value, typedAt: Timestamp, event: Identifier<ScoreEvent>) {
      self.value = value
      self.typedAt = typedAt
      self.event = event
    }

    /// Whether this one counts and the other does not: typed later, or with the greater identity
    /// when both were typed in the same millisecond.
    public func isAhead(of other: Cell<Value>) -> Bool {
      (typedAt, event) > (other.typedAt, other.event)
    }
  }

  /// The entry.
  public var entry: Identifier<Entry>
  /// The judge.
  public var judge: Identifier<Judge>
  /// The version, from 1; raised when a sealed sheet is opened again.
  public var version: Int
  /// Scores in hundredths by code of the criterion; a nil value is one that was taken away.
  public var scores: [String: Cell<Int?>]
  /// Remarks by code of the criterion; the whole sheet's under "".
  public var comments: [String: Cell<SafeText>]
  /// Whether the judge wants to come back to it.
  public var flag: Cell<Bool>?
  /// Whether the judge has looked at it all.
  public var confirmation: Cell<Bool>?
  /// When it was sealed; nil while it is open.
  public var sealedAt: Timestamp?
  /// When the database took the last event; nil before the first.
  public var savedAt: Timestamp?

  /// An empty sheet.
  public init(entry: Identifier<Entry>, judge: Identifier<Judge>, version: Int = 1) {
    self.entry = entry
    self.judge = judge
    self.version = version
    scores = [:]
    comments = [:]
  }

  /// The score of a criterion in hundredths; nil when there is none.
  public func hundredths(_ criterion: String) -> Int? { scores[criterion]?.value }

  /// Whether it is sealed.
  public var isSealed: Bool { sealedAt != nil }
  /// Whether the judge wants to come back to it.
  public var isFlagged: Bool { flag?.value ?? false }
  /// Whether the judge has looked at it all.
  public var isConfirmed: Bool { confirmation?.value ?? false }

  /// Adds an event, whatever the order in which they come: of one slot, the one that was typed
  /// last counts.
  ///
  /// - Returns: whether the event counts now.
  @discardableResult
  public mutating func apply(
    _ kind: ScoreEvent.Kind, typedAt: Timestamp, event: Identifier<ScoreEvent>
  ) -> Bool {
    func put<Value>(_ value: Value, _ cell: inout Cell<Value>?) -> Bool {
      let new = Cell(value, typedAt: typedAt, event: event)
      if let old = cell, !new.isAhead(of: old) { return false }
      cell = new
      return true
    }
    switch kind {
    case .value(let criterion, let hundredths): return put(hundredths, &scores[criterion])
    case .comment(let criterion, let text): return put(text, &comments[criterion])
    case .flag(let isOn): return put(isOn, &flag)
    case .confirmed(let isOn): return put(isOn, &confirmation)
    }
  }

  /// Adds a stored event.
  public mutating func apply(_ stored: StoredScoreEvent) {
    savedAt = max(savedAt ?? stored.recordedAt, stored.recordedAt)
    switch stored.step {
    case .scored(let kind, let isLate):
      if !isLate { apply(kind, typedAt: stored.typedAt, event: stored.id) }
    case .sealed: sealedAt = stored.recordedAt
    case .reopened:
      sealedAt = nil
      version = stored.sheetVersion
    }
  }

  /// The scores in the order of the criteria.
  public func scores(in criteria: [Criterion]) -> [Rational?] {
    criteria.map { hundredths($0.code).map { Rational($0, over: 100) } }
  }

  /// How many of the criteria have a score.
  public func filled(_ criteria: [Criterion]) -> Int {
    criteria.count { hundredths($0.code) != nil }
  }

  /// Whether no score is missing.
  public func isComplete(_ criteria: [Criterion]) -> Bool { filled(criteria) == criteria.count }

  /// The sum of score times factor, for the foot of a sheet and the checksum of a paper one; the
  /// missing ones are left out.
  public func total(_ criteria: [Criterion]) -> Rational {
    Rational.sum(
      criteria.compactMap { criterion in
        hundredths(criterion.code).map { Rational($0, over: 100) * criterion.factor }
      })
  }

  /// All sheets that events make, by judge and entry.
  public static func sheets(of events: [StoredScoreEvent]) -> [SheetPlace: ScoreSheet] {
    var sheets: [SheetPlace: ScoreSheet] = [:]
    for event in events {
      let place = SheetPlace(entry: event.entry, judge: event.judge)
      sheets[place, default: ScoreSheet(entry: event.entry, judge: event.judge)].apply(event)
    }
    return sheets
  }
}

/// Which sheet: the entry and the judge.
public struct SheetPlace: Hashable, Sendable, Comparable {
  /// The entry.
  public var entry: Identifier<Entry>
  /// The judge.
  public var judge: Identifier<Judge>

  /// A sheet.
  public init(entry: Identifier<Entry>, judge: Identifier<Judge>) {
    self.entry = entry
    self.judge = judge
  }

  /// By entry, then by judge.
  public static func < (left: SheetPlace, right: SheetPlace) -> Bool {
    (left.entry, left.judge) < (right.entry, right.judge)
  }
}

extension RoundRules {
  /// Why a score cannot be given; nil when it may be.
  public func refusal(of hundredths: Int, for code: String) -> ContestRefusal? {
    guard let criterion = criteria.first(where: { $0.code == code }) else {
      return .unknownCriterion(code)
    }
    switch criterion.refusal(of: Rational(hundredths, over: 100)) {
    case nil: return nil
    case .outOfRange:
      return .outOfRange(
        criterion: code, least: criterion.minimum.description,
        most: criterion.maximum.description)
    case .offStep:
      return .offStep(criterion: code, step: criterion.step?.description ?? "")
    }
  }

  /// Criteria whose steps cannot be kept in hundredths: their codes.
  public var tooFine: [String] {
    let hundred = Rational(100)
    return criteria.filter { criterion in
      let numbers = [criterion.minimum, criterion.maximum, criterion.step ?? .one]
      return numbers.contains { !($0 * hundred).isWhole }
    }.map(\.code)
  }
}
