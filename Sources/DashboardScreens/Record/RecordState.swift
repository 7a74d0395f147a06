import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A part of the page about a venture.
enum RecordSection: Int, CaseIterable, Sendable {
  case summary, people, team, discovery, needs, technology, next, files, evidence, timeline

  /// The fields that the section shows and edits.
  var fields: [VentureField] {
    switch self {
    case .summary: [.title, .kind, .field, .summary, .problem, .solution]
    case .people:
      [.organisation, .taxCode, .representative, .birthYear, .phone, .email, .place]
    case .discovery: [.sourceKind, .sourceName, .foundOn]
    case .needs: [.needManagement, .needVision, .needApproach, .needsOn]
    case .technology: [.technology, .intellectualProperty]
    case .next: [.nextStep, .nextStepDue, .leadOwner, .supportOwner]
    case .files: [.tags, .attachments]
    case .team, .evidence, .timeline: []
    }
  }
}

/// What the page about a venture knows.
struct RecordState: Equatable, Sendable {
  /// What is being done.
  enum Mode: Equatable, Sendable {
    case reading
    case editing(RecordEdit)
    case noting(VentureForm)
    case moving(MovePanel)
    case choosingMove(MoveMenu)
    case recording(VentureForm)
    case teaming(TeamEdit)
    case deleting
    case conflict(ConflictPanel)
  }

  /// Which venture; nil for a new one that has not been stored.
  var id: Identifier<Venture>?
  /// The pipeline of a new venture.
  var pipeline: String
  /// The venture with everything about it; nil until it is loaded.
  var record: VentureRecord?
  /// What is being done.
  var mode = Mode.reading
  /// The part in focus.
  var section = RecordSection.summary
  /// The first line of the page that is shown.
  var top = 0
  /// Whether storage has been asked to write and has not answered.
  var isWorking = false
  /// Why the venture could not be loaded; nil when it could.
  var problem: StorageError?
  /// Whether the form is to be opened as soon as the venture is loaded.
  var opensForm = false
  /// What was typed at an earlier time, until the venture is loaded and its form is opened; nil for
  /// nothing.
  var draft: Draft?
  /// Whether the section in focus is that of an earlier run, and is to be brought into sight.
  var isRestored = false
  /// Whether Esc was pressed once while something typed would be lost, or is being saved.
  var isLeaving = false
  /// The section that was clicked last, while nothing else was done since; nil for none.
  var clicked: RecordSection?
}

/// The team being edited: three fields a member, and always room for one more.
struct TeamEdit: Equatable, Sendable {
  /// Who was in it when the form was opened.
  var base: [TeamMember]
  /// The fields.
  var form: VentureForm

  /// A form over the members.
  init(_ team: [TeamMember]) {
    base = team
    form = VentureForm([])
    for (place, member) in team.enumerated() {
      form.fields += Self.fields(
        place, member.person.fullName.string, member.duty.string,
        member.person.phone?.formatted ?? "")
    }
    form.fields += Self.fields(team.count)
  }

  private static func fields(
    _ place: Int, _ name: String = "", _ duty: String = "", _ phone: String = ""
  ) -> [VentureForm.Field] {
    [
      VentureForm.Field(.member(place, .name), .line(named(name))),
      VentureForm.Field(.member(place, .duty), .line(named(duty))),
      VentureForm.Field(.member(place, .phone), .line(VentureForm.line(.phone, phone))),
    ]
  }

  /// Makes room for one more member.
  mutating func addPlace() { form.fields += Self.fields(form.fields.count / 3) }

  private static func named(_ text: String) -> TextField {
    var field = VentureForm.words
    field.text = text
    return field
  }

  private var places: Range<Int> { 0..<(form.fields.count / 3) }

  /// Takes an event in; a member that was begun makes room for another.
  mutating func handle(
    _ event: InputEvent, width: Int, _ settings: FieldSettings = .plain
  ) -> VentureForm.Reply {
    let others = form
    let reply = form.handle(event, width: width, settings) { Self.check($0, in: others) }
    if reply == .handled, let last = places.last, form.value(.member(last, .name)) != "" {
      form.fields += Self.fields(last + 1)
    }
    return reply
  }

  /// A role or a telephone without a name belongs to nobody.
  private static func check(_ field: VentureForm.Field, in form: VentureForm) -> FieldRefusal? {
    if case .member(let place, .name) = field.id, field.value.allSatisfy(\.isWhitespace) {
      let rest = [MemberPart.duty, .phone].compactMap { form.value(.member(place, $0)) }
      return rest.allSatisfy { $0.allSatisfy(\.isWhitespace) } ? nil : .required
    }
    return VentureForm.check(field)
  }

  /// The members as the form names them; who has no name is no member.
  ///
  /// - Throws: the first refusal; forms are checked before, so there is none after a submission.
  func entries() throws(FieldRefusal) -> [TeamEntry] {
    var result: [TeamEntry] = []
    for place in places {
      let name = try SafeText.checked(form.value(.member(place, .name)) ?? "", .line)
      if name.isBlank { continue }
      let duty = try SafeText.checked(form.value(.member(place, .duty)) ?? "", .line)
      let phone = form.value(.member(place, .phone)) ?? ""
      let known = base.indices.contains(place) ? base[place].person : nil
      let isSame = known.map { TextFolding.equalForMatching($0.fullName.string, name.string) }
      result.append(
        TeamEntry(
          person: isSame == true ? known?.id : nil, fullName: name,
          duty: duty.isBlank ? .empty : duty,
          phone: phone.allSatisfy(\.isWhitespace) ? nil : try PhoneNumber.parse(phone).number))
    }
    return result
  }

  /// Whether the form says anything else than the team that was there.
  var isChanged: Bool { TeamEdit(base).form.fields.map(\.value) != form.fields.map(\.value) }
}

/// A venture being edited.
struct RecordEdit: Equatable, Sendable {
  /// What it said when the form was opened.
  var base: VentureContent
  /// The version that this was.
  var version: Int
  /// The fields.
  var form: VentureForm

  /// A form over all fields, the focus on a section's first.
  init(_ content: VentureContent, version: Int, at section: RecordSection, _ context: ScreenContext)
  {
    base = content
    self.version = version
    form = VentureForm(
      RecordSection.allCases.flatMap(\.fields).map {
        VentureForm.field($0, of: content, context, isRequired: $0 == .title)
      })
    if let first = section.fields.first { form.moveFocus(to: .field(first)) }
  }

  /// Whether anything was typed that the record does not say.
  var isChanged: Bool {
    form.fields.contains { field in
      guard case .field(let name) = field.id else { return false }
      return field.value != base.text(of: name)
    }
  }
}

/// What can happen to the page.
enum RecordAction: Equatable, Sendable {
  // From storage.
  case loaded(VentureRecord)
  case failed(StorageError)
  case saved(Identifier<Venture>, ChangeReceipt)
  case noted(ChangeReceipt)
  case recorded(ChangeReceipt)
  case teamed(ChangeReceipt)
  case deleted(ChangeReceipt)
  case moved(MoveWork, MoveOutcome)
  case conflicted(Conflict, theirs: VentureContent, mine: VentureContent)
  case reload
  /// Opens the whole line of the venture.
  case lineage
  // Reading.
  case stroke(KeyStroke)
  case scroll(Int)
  case section(RecordSection)
  // Doing.
  case edit
  case note
  case recordEvidence
  case team
  /// Lets the venture enter a contest.
  case enterContest
  case delete
  case confirmDelete
  case advance(by: Int)
  case chooseMove
  case pickMove(String)
  case move(MoveRequest)
  case cancel
  case input(InputEvent)
  case letter(Character)
  case field(FormKey)
  case pick(FormPick)
  case submit
  case keepMine(Bool)
}

extension RecordState {
  /// The form that is open; nil while none is.
  var form: VentureForm? {
    get {
      switch mode {
      case .editing(let edit): edit.form
      case .moving(let panel): panel.form
      case .noting(let form), .recording(let form): form
      case .teaming(let edit): edit.form
      case .reading, .choosingMove, .deleting, .conflict: nil
      }
    }
    set {
      guard let newValue else { return }
      switch mode {
      case .editing(var edit):
        edit.form = newValue
        mode = .editing(edit)
      case .moving(var panel):
        panel.form = newValue
        mode = .moving(panel)
      case .noting: mode = .noting(newValue)
      case .recording: mode = .recording(newValue)
      case .teaming(var edit):
        edit.form = newValue
        mode = .teaming(edit)
      case .reading, .choosingMove, .deleting, .conflict: break
      }
    }
  }
}

/// What the page asks for.
enum RecordEffect: ScreenEffect {
  case load(Identifier<Venture>)
  case create(VentureContent, pipeline: String)
  case save(Identifier<Venture>, VentureContent, base: VentureContent, version: Int)
  case note(Identifier<Venture>, SafeText)
  case record(Identifier<Venture>, Evidence, version: Int)
  case team(Identifier<Venture>, [TeamEntry], version: Int)
  case delete(Identifier<Venture>, version: Int)
  case move(MoveWork)

  var cancellationKey: String? {
    if case .load = self { return "record" }
    return nil
  }
}
