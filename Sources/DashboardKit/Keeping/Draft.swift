public import Incubation

/// What was typed and not yet saved, as a value that outlives the program: which form it was, over
/// which record, and what stands in its fields. Only the screen that made it reads its body.
public struct Draft: Hashable, Sendable {
  /// Which form of the screen, a short name that never changes: "edit", "note".
  public var form: String
  /// Where it is to be opened again; its own draft and memento are not kept.
  public var destination: Destination
  /// What it belongs to, for the question at the next start: "«Gạo sạch»".
  public var title: Bilingual
  /// What the screen needs to open the form as it was.
  public var body: [String: JSONValue]

  /// A draft.
  public init(
    _ form: String, at destination: Destination, title: Bilingual, body: [String: JSONValue]
  ) {
    self.form = form
    self.destination = destination
    self.title = title
    self.body = body
  }

  /// What it is a draft of, with nothing of what was typed: there is one draft a form and record.
  public var key: String {
    [
      destination.screen.rawValue,
      destination.venture?.description ?? destination.programme?.code ?? "new", form,
    ].joined(separator: " ")
  }
}

/// A draft that an earlier run of the program left behind.
public struct KeptDraft: Hashable, Sendable {
  /// Under which name it is kept.
  public var name: String
  /// When its last change was written.
  public var savedAt: Timestamp
  /// What was typed.
  public var draft: Draft

  /// A draft under its name.
  public init(name: String, savedAt: Timestamp, draft: Draft) {
    self.name = name
    self.savedAt = savedAt
    self.draft = draft
  }
}

/// Whose a draft is: only the same user over the same database is offered it.
public struct DraftOwner: Hashable, Sendable {
  /// The database, by a name that is the same at every start: the path of its file, or its server.
  public var database: String
  /// Login of the user.
  public var user: String

  /// An owner.
  public init(database: String, user: String) {
    self.database = database
    self.user = user
  }
}

/// Why text is not a draft that can be offered.
public enum DraftRefusal: Error, Hashable, Sendable {
  /// It is cut off, or no draft at all.
  case damaged
  /// A later version of the program wrote it.
  case newer
  /// It belongs to another database or another user.
  case foreign
}
