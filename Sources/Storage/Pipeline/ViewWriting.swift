import Incubation

/// The views that a user keeps, inside a transaction. They belong to one login; nobody else sees
/// them, and every user may keep some.
struct ViewWriting {
  let context: WriteContext
  private var connection: any SQLConnection { context.connection }
  private var login: String { context.session.user.login }
  static let entity = "view"

  static func views(of login: String, on connection: any SQLConnection) throws -> [SavedView] {
    try connection.rows(
      "SELECT name, definition FROM saved_view WHERE login = ? ORDER BY name_key", [.text(login)]
    ) { SavedView(name: SafeText(escaping: $0.text(0)), definition: $0.text(1)) }
  }

  /// Keeps a view; one of the same name is replaced.
  func save(_ view: SavedView) throws -> ChangeReceipt {
    try context.require(.viewVentures)
    let before = try stored(view.name)
    try put(view)
    return try record(
      before == nil ? .created : .edited, before: before, after: view, undoes: nil)
  }

  /// - Throws: `StorageError.notFound`.
  func delete(named name: SafeText) throws -> ChangeReceipt {
    try context.require(.viewVentures)
    guard let before = try stored(name) else { throw StorageError.notFound(entity: Self.entity) }
    try remove(name)
    return try record(.deleted, before: before, after: nil, undoes: nil)
  }

  /// Takes a change of a view back; nil when the event is about something else.
  ///
  /// - Throws: `StorageError.notAllowed` for the view of another user, `StorageError.conflict`
  ///   when the view was changed since.
  func undo(_ number: Int64) throws -> ChangeReceipt? {
    let found = try connection.first(
      """
      SELECT actor, kind, action, before_json, after_json FROM event
      WHERE number = ? AND entity = ?
      """, [.integer(number), .text(Self.entity)]
    ) { row in
      var reader = RowReader(row)
      let actor = reader.string()
      let kind: ChangeSummary.Kind = try reader.choice()
      let action: ChangeSummary.Kind = try reader.choice()
      return (
        actor: actor, kind: kind, action: action, before: try Self.view(reader.string()),
        after: try Self.view(reader.string())
      )
    }
    guard let found else { return nil }
    guard found.actor == login else { throw StorageError.notAllowed(.viewVentures, login: login) }
    let name = (found.before ?? found.after)?.name ?? .empty
    guard try stored(name) == found.after else {
      throw StorageError.conflict(
        Conflict(
          title: name.string, changedBy: login, changedAt: context.now, currentVersion: 0,
          expectedVersion: 0, differences: []))
    }
    if let before = found.before { try put(before) } else { try remove(name) }
    return try record(
      found.kind == .undone ? .redone : .undone, action: found.action, before: found.after,
      after: found.before, undoes: number)
  }

  private func stored(_ name: SafeText) throws -> SavedView? {
    try connection.first(
      "SELECT name, definition FROM saved_view WHERE login = ? AND name_key = ?",
      [.text(login), .text(TextFolding.fold(name.string))]
    ) { SavedView(name: SafeText(escaping: $0.text(0)), definition: $0.text(1)) }
  }

  private func put(_ view: SavedView) throws {
    try connection.execute(
      """
      INSERT INTO saved_view (login, name_key, name, definition) VALUES (?, ?, ?, ?)
      ON CONFLICT (login, name_key) DO UPDATE
      SET name = excluded.name, definition = excluded.definition
      """,
      [
        .text(login), .text(TextFolding.fold(view.name.string)), .text(view.name),
        .text(view.definition),
      ])
  }

  private func remove(_ name: SafeText) throws {
    try connection.execute(
      "DELETE FROM saved_view WHERE login = ? AND name_key = ?",
      [.text(login), .text(TextFolding.fold(name.string))])
  }

  private func record(
    _ kind: ChangeSummary.Kind, action: ChangeSummary.Kind? = nil, before: SavedView?,
    after: SavedView?, undoes: Int64?
  ) throws -> ChangeReceipt {
    let name = (after ?? before)?.name ?? .empty
    try context.touch(.settings)
    let number = try context.record(
      WriteContext.Entry(
        kind: kind, action: action ?? kind, entity: Self.entity,
        entityID: Array((login + "\n" + TextFolding.fold(name.string)).utf8),
        before: Self.fields(before), after: Self.fields(after), undoes: undoes))
    return ChangeReceipt(
      event: number, summary: ChangeSummary(kind: action ?? kind, title: name))
  }

  private static func fields(_ view: SavedView?) -> [String: JSONValue] {
    guard let view else { return [:] }
    return ["definition": .string(view.definition), "name": .string(view.name.string)]
  }

  private static func view(_ json: String) throws -> SavedView? {
    guard !json.isEmpty else { return nil }
    let fields = try CanonicalJSON.read(json)
    guard case .string(let name)? = fields["name"],
      case .string(let definition)? = fields["definition"]
    else { return nil }
    return SavedView(name: SafeText(escaping: name), definition: definition)
  }
}
