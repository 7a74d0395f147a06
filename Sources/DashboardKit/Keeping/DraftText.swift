public import Incubation
import TerminalCanvas

/// Drafts as text: canonical JSON, so that the same draft is the same bytes.
extension Draft {
  private static let format: Int64 = 1

  /// The text that a file keeps.
  public func written(for owner: DraftOwner, at moment: Timestamp) -> String {
    CanonicalJSON.write([
      "format": .integer(Self.format), "database": .string(owner.database),
      "user": .string(owner.user), "saved_at": .integer(moment.milliseconds),
      "form": .string(form), "place": destination.place,
      "title_vi": .string(title.vietnamese.string), "title_en": .string(title.english.string),
      "body": .object(body),
    ])
  }

  /// Reads what `written` wrote.
  ///
  /// - Throws: `DraftRefusal`.
  public static func read(
    _ text: String, for owner: DraftOwner
  ) throws(DraftRefusal) -> (draft: Draft, savedAt: Timestamp) {
    guard case .object(let fields)? = try? JSONValue.parse(text),
      case .integer(let format)? = fields["format"]
    else { throw .damaged }
    guard format == Self.format else { throw .newer }
    guard fields["database"]?.text == owner.database, fields["user"]?.text == owner.user else {
      throw .foreign
    }
    guard let form = fields["form"]?.text, let body = fields["body"]?.fields,
      let destination = fields["place"].flatMap(Destination.init(place:)),
      case .integer(let moment)? = fields["saved_at"]
    else { throw .damaged }
    let title = Bilingual(
      vietnamese: SafeText(escaping: fields["title_vi"]?.text ?? ""),
      english: SafeText(escaping: fields["title_en"]?.text ?? ""))
    return (
      Draft(form, at: destination, title: title, body: body), Timestamp(milliseconds: moment)
    )
  }
}

/// Places as values that files keep: the screen and the record, or the pipeline or file.
extension Destination {
  /// What a file keeps of a place; filters, drafts and mementoes are kept elsewhere.
  public var place: JSONValue {
    var fields: [String: JSONValue] = ["screen": .string(screen.rawValue)]
    fields["venture"] = venture.map { .string($0.description) }
    fields["competition"] = competition.map { .string($0.description) }
    fields["round"] = round.map { .string($0.description) }
    fields["pipeline"] = filter?.pipeline.map { .string($0) }
    fields["file"] = file.map { .string($0) }
    fields["programme"] = programme.map { .string($0.code) }
    return .object(fields)
  }

  /// The place that `place` described; nil for a screen that is not known, or a damaged record.
  public init?(place: JSONValue) {
    guard let fields = place.fields,
      let screen = fields["screen"]?.text.flatMap(ScreenID.init(rawValue:))
    else { return nil }
    self.init(screen)
    if let text = fields["venture"]?.text {
      guard let id = Identifier<Venture>(text) else { return nil }
      venture = id
    }
    competition = fields["competition"]?.text.flatMap { Identifier($0) }
    round = fields["round"]?.text.flatMap { Identifier($0) }
    filter = fields["pipeline"]?.text.map { VentureFilter(pipeline: $0) }
    file = fields["file"]?.text
    programme = fields["programme"]?.text.flatMap(ProgrammePlace.init(code:))
  }
}

/// What stands in a value, when it is of the kind that is wanted.
extension JSONValue {
  /// Text; nil for anything else.
  public var text: String? { if case .string(let text) = self { text } else { nil } }
  /// A whole number; nil for anything else, and for one that is too large.
  public var number: Int? {
    if case .integer(let number) = self { Int(exactly: number) } else { nil }
  }
  /// Values by name; nil for anything else.
  public var fields: [String: JSONValue]? {
    if case .object(let fields) = self { fields } else { nil }
  }
  /// Values in order; nil for anything else.
  public var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
}
