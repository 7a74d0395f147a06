/// All of one round at one moment, cut to what somebody may see: what every screen, file and
/// result of the round is computed from.
public struct RoundSnapshot: Hashable, Sendable {
  /// The round.
  public var round: Round
  /// Code of the contest.
  public var competitionCode: String
  /// The rules in force.
  public var rules: RoundRules
  /// Hash of those rules.
  public var rulesHash: String
  /// The entries by running order, then by code.
  public var entries: [RoundEntry]
  /// The panel by code.
  public var judges: [RoundJudge]
  /// Who judges what.
  public var assigned: Set<SheetPlace>
  /// Conflicts of interest, dismissed ones too.
  public var conflicts: [ConflictOfInterest]
  /// Sheets that have events, by place.
  public var sheets: [SheetPlace: ScoreSheet]
  /// How many scores came too late to count.
  public var lateCount: Int
  /// The number of the last score event; 0 without one.
  public var lastEvent: Int64
  /// How much of the round this is.
  public var sight: RoundSight

  /// A round at one moment, all of it.
  public init(
    round: Round, competitionCode: String, rules: RoundRules, rulesHash: String,
    entries: [RoundEntry], judges: [RoundJudge], assigned: Set<SheetPlace>,
    conflicts: [ConflictOfInterest], sheets: [SheetPlace: ScoreSheet], lateCount: Int = 0,
    lastEvent: Int64 = 0
  ) {
    self.round = round
    self.competitionCode = competitionCode
    self.rules = rules
    self.rulesHash = rulesHash
    self.entries = entries
    self.judges = judges
    self.assigned = assigned
    self.conflicts = conflicts
    self.sheets = sheets
    self.lateCount = lateCount
    self.lastEvent = lastEvent
    sight = .everything
  }

  /// The entry of an identity; nil when it is not in the round.
  public func entry(_ id: Identifier<Entry>) -> RoundEntry? { entries.first { $0.entry == id } }

  /// The judge of an identity; nil when not of the panel.
  public func judge(_ id: Identifier<Judge>) -> RoundJudge? { judges.first { $0.judge == id } }

  /// A sheet, an empty one when it has no events.
  public func sheet(_ place: SheetPlace) -> ScoreSheet {
    sheets[place] ?? ScoreSheet(entry: place.entry, judge: place.judge)
  }

  /// Judges and entries between whom a conflict stands.
  public var blocked: Set<SheetPlace> {
    Set(
      conflicts.filter(\.blocks).map { SheetPlace(entry: $0.entry, judge: $0.judge) })
  }

  /// Whether a judge sealed every sheet that is assigned; false without one.
  public func hasSealedAll(_ judge: Identifier<Judge>) -> Bool {
    let gone = Set(entries.filter(\.isWithdrawn).map(\.entry))
    let own = assigned.subtracting(blocked).filter {
      $0.judge == judge && !gone.contains($0.entry)
    }
    return !own.isEmpty && own.allSatisfy { sheet($0).isSealed }
  }

  /// Only what a sight lets through.
  public func cut(to sight: RoundSight) -> RoundSnapshot {
    var cut = self
    cut.sight = sight
    if round.content.isBlind, sight != .everything {
      for index in cut.entries.indices {
        cut.entries[index].title = .empty
        cut.entries[index].organisation = .empty
      }
    }
    let own: Identifier<Judge>?
    switch sight {
    case .everything, .allScores: return cut
    case .ownSheets(let judge): own = judge
    case .entriesOnly: own = nil
    }
    cut.sheets = sheets.filter { $0.key.judge == own }
    cut.assigned = assigned.filter { $0.judge == own }
    cut.conflicts = conflicts.filter { $0.judge == own }
    cut.lateCount = 0
    // The number of an event would tell how many others there are.
    cut.lastEvent = 0
    for index in cut.entries.indices {
      cut.entries[index].components = [:]
      cut.entries[index].decision = nil
    }
    for index in cut.judges.indices where cut.judges[index].judge != own {
      cut.judges[index].declaredAt = nil
    }
    return cut
  }

  // MARK: - The result

  /// What the official result is computed from, the same as the files hold: calibration entries
  /// and withdrawn ones are left out, conflicts too.
  public var record: RoundRecord {
    let counted = entries.filter(\.counts)
    let panel = judges.sorted { $0.code < $1.code }
    let entryPlaces = Dictionary(
      uniqueKeysWithValues: counted.enumerated().map { ($1.entry, $0) })
    let judgePlaces = Dictionary(uniqueKeysWithValues: panel.enumerated().map { ($1.judge, $0) })
    let blocked = blocked
    let sorted = sheets.keys.sorted()
    let rows = sorted.compactMap { place -> Tabulation.Sheet? in
      guard let entry = entryPlaces[place.entry], let judge = judgePlaces[place.judge],
        !blocked.contains(place), let sheet = sheets[place]
      else { return nil }
      let scores = sheet.scores(in: rules.criteria)
      if scores.allSatisfy({ $0 == nil }) { return nil }
      return Tabulation.Sheet(entry: entry, judge: judge, scores: scores)
    }
    return RoundRecord(
      rules: rules, entries: counted.map(tabulated),
      judges: panel.map {
        Tabulation.Judge(
          id: $0.code, name: $0.name, organisation: $0.organisation, isShadow: $0.isShadow)
      }, sheets: rows)
  }

  private func tabulated(_ entry: RoundEntry) -> Tabulation.Entry {
    Tabulation.Entry(
      id: entry.code, title: entry.title, organisation: entry.organisation, board: entry.board,
      multiplier: entry.multiplier, lot: entry.lot.map { Rational($0) },
      decision: entry.decision.map { Rational($0) },
      components: rules.components.map { component in
        entry.components[component.code].map { Rational($0, over: 100) }
      })
  }

  /// The official result as the sheets stand.
  ///
  /// - Throws: `TabulationRefusal`.
  public func result() throws(TabulationRefusal) -> TabulationResult {
    try Tabulation(record).result()
  }
}
