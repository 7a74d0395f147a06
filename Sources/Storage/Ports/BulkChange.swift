public import Incubation

/// One change to many ventures at once.
public enum BulkChange: Hashable, Sendable {
  /// The same move; the reason as `StageRules` asks for it.
  case move(MoveRequest, reason: SafeText)
  /// One field, from text that `VentureContent.setting` reads; blank text empties it.
  case set(VentureField, String)
  /// A label more; ventures that have it stay as they are.
  case addTag(SafeText)
  /// A label less; ventures without it stay as they are.
  case removeTag(SafeText)

  /// The kind of change that the record of changes names.
  public var kind: ChangeSummary.Kind {
    if case .move = self { return .moved }
    return .edited
  }

  /// What a venture says after the change; the same when there is nothing to change, and for moves.
  ///
  /// - Throws: `FieldRefusal`.
  public func applied(to content: VentureContent) throws(FieldRefusal) -> VentureContent {
    var result = content
    switch self {
    case .move: break
    case .set(let field, let text): try result.set(field, from: text)
    case .addTag(let tag):
      if !content.tags.contains(where: { TextFolding.equalForMatching($0.string, tag.string) }) {
        result.tags.append(tag)
      }
    case .removeTag(let tag):
      result.tags.removeAll { TextFolding.equalForMatching($0.string, tag.string) }
    }
    return result
  }
}

/// What a change to many ventures would do, before it is done.
public struct BulkPlan: Hashable, Sendable {
  /// A venture that would change.
  public struct Item: Hashable, Sendable {
    /// Identity.
    public var id: Identifier<Venture>
    /// Name.
    public var title: SafeText
    /// The version that was looked at.
    public var version: Int

    /// A venture that would change.
    public init(id: Identifier<Venture>, title: SafeText, version: Int) {
      self.id = id
      self.title = title
      self.version = version
    }
  }

  /// Why a venture would not change.
  public enum Reason: Hashable, Sendable {
    /// The rules of the pipeline refuse the move.
    case move(MoveRefusal)
    /// The field refuses the text.
    case field(FieldRefusal)
    /// It has been deleted.
    case gone
  }

  /// A venture that is refused.
  public struct Refused: Hashable, Sendable {
    /// Identity.
    public var id: Identifier<Venture>
    /// Name; empty when it has been deleted.
    public var title: SafeText
    /// Why.
    public var reason: Reason

    /// A venture that is refused.
    public init(id: Identifier<Venture>, title: SafeText, reason: Reason) {
      self.id = id
      self.title = title
      self.reason = reason
    }
  }

  /// The ventures that would change, in the order in which they were named.
  public var changes: [Item] = []
  /// How many are as wished already.
  public var unchanged = 0
  /// The ventures that are refused.
  public var refused: [Refused] = []

  /// A plan that changes nothing.
  public init() {}
}

/// A member of a team as a form names them, besides the representative.
public struct TeamEntry: Hashable, Sendable {
  /// The person who is in the team already; nil for somebody new.
  public var person: Identifier<Person>?
  /// Full name, family name first.
  public var fullName: SafeText
  /// What the person does in the venture; empty when unknown.
  public var duty: SafeText
  /// Telephone; nil when unknown.
  public var phone: PhoneNumber?

  /// A member.
  public init(
    person: Identifier<Person>? = nil, fullName: SafeText, duty: SafeText = .empty,
    phone: PhoneNumber? = nil
  ) {
    self.person = person
    self.fullName = fullName
    self.duty = duty
    self.phone = phone
  }
}

/// A way of looking at a list that a user keeps: filter, order, columns.
public struct SavedView: Hashable, Sendable {
  /// Its name; one user has each name once, compared folded.
  public var name: SafeText
  /// What it shows, as canonical JSON of the screen that wrote it.
  public var definition: String

  /// A view.
  public init(name: SafeText, definition: String) {
    self.name = name
    self.definition = definition
  }
}
