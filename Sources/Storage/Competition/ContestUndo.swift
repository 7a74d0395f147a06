import Incubation

/// Takes changes of contests back that a person expects to be taken back: entries that were added
/// or changed, eligibility, withdrawal, the organiser's points. Scores are taken back by typing,
/// moves of rounds by the way back.
struct ContestUndo {
  let contest: ContestWriting
  private var connection: any SQLConnection { contest.connection }

  /// Entity of events of the organiser's points.
  static let component = "contest-component"

  private struct Recorded {
    var kind: ChangeSummary.Kind
    var entity: String
    var entityID: [UInt8]
    var before: [String: JSONValue]
    var after: [String: JSONValue]
  }

  /// Undoes an event; nil when it is none of a contest.
  func undo(_ number: Int64) throws -> ChangeReceipt? {
    let found = try connection.first(
      "SELECT kind, entity, entity_id, before_json, after_json FROM event WHERE number = ?",
      [.integer(number)]
    ) { row in
      var reader = RowReader(row)
      return Recorded(
        kind: try reader.choice(), entity: reader.string(), entityID: row.blob(2),
        before: try CanonicalJSON.read(row.text(3)), after: try CanonicalJSON.read(row.text(4)))
    }
    guard let event = found else { return nil }
    switch event.entity {
    case ContestWriting.entryEntity, ContestWriting.entryList, Self.component:
      try refuseWhenChangedSince(number, event)
    case "competition", "round", "contest-judge": throw StorageError.notFound(entity: "event")
    default: return nil
    }
    switch event.entity {
    case ContestWriting.entryEntity: return try restoreEntry(event, number)
    case ContestWriting.entryList: return try toggleEntries(event, number)
    default: return try restoreComponent(event, number)
    }
  }

  private func refuseWhenChangedSince(_ number: Int64, _ event: Recorded) throws {
    let last = try connection.first(
      "SELECT MAX(number) FROM event WHERE entity = ? AND entity_id = ?",
      [.text(event.entity), .blob(event.entityID)]
    ) { $0.integer(0) }
    if last == number { return }
    try contest.check(1, is: 0, of: "", event.entityID)
  }

  private func restoreEntry(_ event: Recorded, _ number: Int64) throws -> ChangeReceipt {
    guard let id = Identifier<Entry>(bytes: event.entityID) else {
      throw StorageError.notFound(entity: "entry")
    }
    let current = try contest.lockedEntry(id)
    if case .integer(let withdrawn)? = event.before["withdrawn"] {
      return try contest.setWithdrawn(
        withdrawn == 1, reason: .empty, of: id, undoes: number)
    }
    if case .string(let name)? = event.before["eligibility"],
      let eligibility = Entry.Eligibility(rawValue: name),
      case .string(let reason)? = event.before["eligibilityReason"]
    {
      return try contest.setEligibility(
        eligibility, reason: SafeText(escaping: reason), of: [id])
    }
    func text(_ name: String) -> SafeText {
      if case .string(let text)? = event.before[name] { SafeText(escaping: text) } else { .empty }
    }
    var venture: Identifier<Venture>?
    if case .string(let text)? = event.before["venture"] { venture = Identifier(text) }
    let content = EntryContent(
      title: text("title"), code: current.code, board: text("board").string,
      organisation: text("organisation"), leader: text("leader"), venture: venture,
      summary: text("summary"))
    return try contest.updateEntry(
      id, to: content, ifVersion: current.version, undoes: number)
  }

  /// Entries that were added go, or come back; not when one of them is in a round.
  private func toggleEntries(_ event: Recorded, _ number: Int64) throws -> ChangeReceipt {
    try contest.context.require(.runCompetitions)
    let isAdding = event.after["entries"] != nil
    let field = isAdding ? event.after["entries"] : event.before["entries"]
    guard case .array(let list)? = field else { throw StorageError.notFound(entity: "event") }
    let ids = list.compactMap { value -> Identifier<Entry>? in
      if case .string(let text) = value { Identifier(text) } else { nil }
    }
    for id in ids {
      let admitted = try connection.first(
        "SELECT 1 FROM round_entry WHERE entry = ?", [.id(id)]
      ) { _ in true }
      if isAdding, admitted == true {
        let code = try ContestReading.entry(id, on: connection).code
        throw StorageError.contestRefused(.hasSheets(code))
      }
      // A code that was given stays given: a number is never used twice.
      try connection.execute(
        "UPDATE contest_entry SET deleted = ?, version = version + 1 WHERE id = ?",
        [.integer(isAdding ? 1 : 0), .id(id)])
    }
    return try contest.record(
      .contestChanged, event.entity, event.entityID, title: SafeText(escaping: "\(ids.count)"),
      before: event.after, after: event.before, undoes: number)
  }

  private func restoreComponent(_ event: Recorded, _ number: Int64) throws -> ChangeReceipt {
    guard let entry = Identifier<Entry>(bytes: event.entityID),
      case .string(let name)? = event.before["round"], let round = Identifier<Round>(name),
      case .string(let component)? = event.before["component"]
    else { throw StorageError.notFound(entity: "event") }
    var hundredths: Int?
    if case .integer(let value)? = event.before["hundredths"] { hundredths = Int(value) }
    return try ScoreWriting(contest.context).setComponent(
      component, hundredths: hundredths, of: entry, in: round, undoes: number)
  }
}
