import DashboardKit
import Incubation
import Storage

/// What is typed on the page about a venture, kept over the end of the program.
extension RecordScreen {
  static func draft(_ state: RecordState) -> Draft? {
    if let waiting = state.draft { return waiting }
    guard hasUnsavedInput(state) else { return nil }
    let title = state.record?.venture.content.title ?? .empty
    var place = Destination(.record, venture: state.id)
    switch state.mode {
    case .editing(let edit):
      place.filter = state.id == nil ? VentureFilter(pipeline: state.pipeline) : nil
      return draft(of: edit, isNew: state.id == nil, at: place, title)
    case .noting(let form):
      return Draft("note", at: place, title: DraftTitle.note(title), body: form.content)
    case .recording(let form):
      return Draft("evidence", at: place, title: DraftTitle.evidence(title), body: form.content)
    case .teaming(let edit):
      return Draft("team", at: place, title: DraftTitle.team(title), body: edit.kept)
    case .moving(let panel): return panel.draft
    case .conflict(let panel):
      return draft(of: panel, at: place, title, state.pipeline)
    case .reading, .choosingMove, .deleting: return nil
    }
  }

  private static func draft(
    of edit: RecordEdit, isNew: Bool, at place: Destination, _ title: SafeText
  ) -> Draft {
    var body = edit.form.content
    body["base"] = .object(edit.base.canonicalFields())
    body["version"] = .integer(Int64(edit.version))
    let typed = edit.form.value(.field(.title)) ?? ""
    return Draft(
      "edit", at: place,
      title: DraftTitle.venture(isNew ? SafeText(escaping: typed) : title, isNew: isNew),
      body: body)
  }

  /// Mine, over what the record said when I began, as far as the panel knows it: opened again, it
  /// is in conflict again when it is saved.
  private static func draft(
    of panel: ConflictPanel, at place: Destination, _ title: SafeText, _ pipeline: String
  ) -> Draft {
    var base = panel.theirs
    for row in panel.rows {
      if let changed = try? base.setting(row.field, from: row.base) { base = changed }
    }
    var fields: [String: JSONValue] = [:]
    for field in RecordSection.allCases.flatMap(\.fields) {
      fields[FormKey.field(field).name] = .string(panel.mine.text(of: field))
    }
    let body: [String: JSONValue] = [
      "fields": .object(fields), "base": .object(base.canonicalFields()),
      "version": .integer(Int64(panel.conflict.expectedVersion)),
    ]
    return Draft("edit", at: place, title: DraftTitle.venture(title), body: body)
  }

  /// Opens the form of a draft over the record as it is now. A draft that does not fit stays one,
  /// so that nothing of it is lost.
  static func resume(
    _ draft: Draft, _ state: inout RecordState, _ context: ScreenContext
  ) -> Outcomes {
    if let mode = mode(of: draft, state, context) {
      state.draft = nil
      state.mode = mode
      return []
    }
    state.draft = draft
    let words = RecordText(language: context.language).draftDoesNotFit
    return [.shell(.announce(Message(.warning, words)))]
  }

  private static func mode(
    of draft: Draft, _ state: RecordState, _ context: ScreenContext
  ) -> RecordState.Mode? {
    switch draft.form {
    case "edit": return edit(draft.body, context).map { .editing($0) }
    case "note":
      var form = noteForm
      form.fill(from: draft.body)
      return .noting(form)
    case "evidence":
      let pipeline = context.pipelines.first {
        $0.code == state.record?.venture.position.pipeline
      }
      guard var form = evidenceForm(pipeline, state, context) else { return nil }
      form.fill(from: draft.body)
      return .recording(form)
    case "team": return TeamEdit(kept: draft.body, state.record?.team ?? []).map { .teaming($0) }
    case "move":
      return MovePanel(kept: draft.body, over: state.record?.venture, context).map { .moving($0) }
    default: return nil
    }
  }

  static func edit(_ body: [String: JSONValue], _ context: ScreenContext) -> RecordEdit? {
    guard let fields = body["base"]?.fields, let version = body["version"]?.number,
      let base = try? VentureContent(canonicalFields: fields)
    else { return nil }
    var edit = RecordEdit(base, version: version, at: .summary, context)
    edit.form.fill(from: body)
    return edit
  }
}

extension TeamEdit {
  /// What a draft keeps: the fields, and who was in the team when the form was opened.
  var kept: [String: JSONValue] {
    var body = form.content
    body["base"] = .array(base.map(Self.written))
    return body
  }

  /// The form of a draft over the team as it is now. When that is another than the one that the
  /// draft began with, the old one stays its base, so that saving names the conflict.
  init?(kept body: [String: JSONValue], _ now: [TeamMember]) {
    guard let then = body["base"]?.items else { return nil }
    let base = then == now.map(Self.written) ? now : then.compactMap(Self.member)
    self.init(base)
    let names = body["fields"]?.fields ?? [:]
    while names[FormKey.member(form.fields.count / 3, .name).name] != nil { addPlace() }
    form.fill(from: body)
  }

  private static func written(_ member: TeamMember) -> JSONValue {
    .array([
      .string(member.person.id.description), .string(member.person.fullName.string),
      .string(member.duty.string), .string(member.person.phone?.digits ?? ""),
    ])
  }

  private static func member(_ value: JSONValue) -> TeamMember? {
    let parts = (value.items ?? []).compactMap(\.text)
    guard parts.count == 4, let id = Identifier<Person>(parts[0]) else { return nil }
    let person = Person(
      id: id, fullName: SafeText(escaping: parts[1]),
      phone: parts[3].isEmpty ? nil : PhoneNumber(stored: parts[3]))
    return TeamMember(person: person, duty: SafeText(escaping: parts[2]))
  }
}
