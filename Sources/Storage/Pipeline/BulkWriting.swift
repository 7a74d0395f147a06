import Incubation

/// One change to many ventures, inside a transaction.
struct BulkWriting {
  let writing: VentureWriting
  private var context: WriteContext { writing.context }

  /// Changes every venture of a plan. All of them or none: one that changed since it was looked at
  /// is a conflict. The events are held together by one more, which undo takes.
  func apply(_ change: BulkChange, to items: [BulkPlan.Item]) throws -> ChangeReceipt {
    guard let first = items.first else { throw StorageError.notFound(entity: "venture") }
    let receipts = try items.map { try apply(change, to: $0) }
    var reason = SafeText.empty
    if case .move(_, let why) = change { reason = why }
    return try GroupUndo.record(
      receipts, kind: change.kind, name: Self.name(first, items.count),
      stage: receipts.first?.summary.stage, reason: reason, in: context)
  }

  /// What a group is called in every language: its first venture, and how many more.
  private static func name(_ first: BulkPlan.Item, _ count: Int) -> SafeText {
    count == 1 ? first.title : SafeText(escaping: first.title.string + " +\(count - 1)")
  }

  private func apply(_ change: BulkChange, to item: BulkPlan.Item) throws -> ChangeReceipt {
    if case .move(let request, let reason) = change {
      return try writing.move(item.id, request, reason: reason, ifVersion: item.version)
    }
    let current = try writing.locked(item.id)
    let content: VentureContent
    do {
      content = try change.applied(to: current.content)
    } catch {
      throw StorageError.engine(code: "bulk", message: error.words(.english))
    }
    return try writing.update(
      item.id, to: content, base: current.content, ifVersion: item.version)
  }

  /// What a change would do; nothing is written.
  static func plan(
    _ change: BulkChange, for ids: [Identifier<Venture>], on connection: any SQLConnection
  ) throws -> BulkPlan {
    let pipelines = try CatalogueReading.pipelines(on: connection)
    var plan = BulkPlan()
    for id in ids {
      let venture: Venture
      do {
        venture = try VentureReading.venture(id, on: connection)
      } catch StorageError.notFound {
        plan.refused.append(BulkPlan.Refused(id: id, title: .empty, reason: .gone))
        continue
      }
      switch try outcome(of: change, on: venture, pipelines, connection) {
      case .some(let reason):
        plan.refused.append(
          BulkPlan.Refused(id: id, title: venture.content.title, reason: reason))
      case nil
      where change.kind == .edited
        && (try? change.applied(to: venture.content))
          == venture.content:
        plan.unchanged += 1
      case nil:
        plan.changes.append(
          BulkPlan.Item(id: id, title: venture.content.title, version: venture.version))
      }
    }
    return plan
  }

  private static func outcome(
    of change: BulkChange, on venture: Venture, _ pipelines: [Pipeline],
    _ connection: any SQLConnection
  ) throws -> BulkPlan.Reason? {
    guard case .move(let request, let reason) = change else {
      do {
        _ = try change.applied(to: venture.content)
        return nil
      } catch {
        return .field(error)
      }
    }
    guard let pipeline = pipelines.first(where: { $0.code == venture.position.pipeline }) else {
      return .move(.unknownStage(venture.position.stage))
    }
    let evidence = try VentureReading.evidence(of: venture.id, on: connection)
    do {
      _ = try StageRules.plan(
        request, for: venture.content, evidence: evidence, at: venture.position, in: pipeline,
        reason: reason)
      return nil
    } catch {
      return .move(error)
    }
  }
}

/// Takes a change to many ventures back, all of it or nothing.
struct GroupUndo {
  let writing: VentureWriting
  static let entity = "group"

  static func fields(_ events: [Int64], name: SafeText) -> [String: JSONValue] {
    ["events": .array(events.map { .string(String($0)) }), "name": .string(name.string)]
  }

  /// Writes the event that holds others together, for undo to take.
  static func record(
    _ receipts: [ChangeReceipt], kind: ChangeSummary.Kind, name: SafeText, stage: String?,
    reason: SafeText, in context: WriteContext
  ) throws -> ChangeReceipt {
    let number = try context.record(
      WriteContext.Entry(
        kind: kind, action: kind, entity: entity, entityID: context.newID(Venture.self).bytes,
        before: [:], after: fields(receipts.map(\.event), name: name), reason: reason))
    return ChangeReceipt(
      event: number, summary: ChangeSummary(kind: kind, title: name, stage: stage))
  }

  /// A group as undo needs it.
  struct Recorded {
    var number: Int64
    var kind: ChangeSummary.Kind
    var action: ChangeSummary.Kind
    var entityID: [UInt8]
    var events: [Int64]
    var name: SafeText
  }

  /// The group that an event holds together; nil when it is another kind of event.
  static func group(_ number: Int64, on connection: any SQLConnection) throws -> Recorded? {
    try connection.first(
      "SELECT kind, action, entity_id, after_json FROM event WHERE number = ? AND entity = ?",
      [.integer(number), .text(entity)]
    ) { row in
      var reader = RowReader(row)
      let kind: ChangeSummary.Kind = try reader.choice()
      let action: ChangeSummary.Kind = try reader.choice()
      let fields = try CanonicalJSON.read(row.text(3))
      guard case .array(let numbers)? = fields["events"], case .string(let name)? = fields["name"]
      else { throw StorageError.notFound(entity: "event") }
      let events = numbers.compactMap { value -> Int64? in
        guard case .string(let event) = value else { return nil }
        return Int64(event)
      }
      return Recorded(
        number: number, kind: kind, action: action, entityID: row.blob(2), events: events,
        name: SafeText(escaping: name))
    }
  }

  /// - Throws: `StorageError.conflict` naming the first venture that somebody changed since; the
  ///   transaction then changes nothing.
  func undo(_ group: Recorded) throws -> ChangeReceipt {
    let single = VentureUndo(writing: writing)
    let receipts = try group.events.reversed().map { try single.undo($0) }
    let number = try writing.context.record(
      WriteContext.Entry(
        kind: group.kind == .undone ? .redone : .undone, action: group.action,
        entity: Self.entity, entityID: group.entityID, before: [:],
        after: Self.fields(receipts.map(\.event), name: group.name), undoes: group.number))
    return ChangeReceipt(
      event: number,
      summary: ChangeSummary(
        kind: group.action, title: group.name, stage: receipts.last?.summary.stage))
  }
}
