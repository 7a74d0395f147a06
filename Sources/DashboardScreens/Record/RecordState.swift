import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A part of the page about a venture.
enum RecordSection: Int, CaseIterable, Sendable {
  case summary, people, discovery, needs, technology, next, files, evidence, timeline

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
    case .evidence, .timeline: []
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
    case choosingStage(ChoiceList)
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
  case deleted(ChangeReceipt)
  case moved(MoveWork, MoveOutcome)
  case conflicted(Conflict, theirs: VentureContent, mine: VentureContent)
  case reload
  // Reading.
  case stroke(KeyStroke)
  case scroll(Int)
  case section(RecordSection)
  // Doing.
  case edit
  case note
  case delete
  case confirmDelete
  case advance(by: Int)
  case chooseStage
  case stage(String)
  case move(MoveRequest)
  case cancel
  case input(InputEvent)
  case field(FormKey)
  case submit
  case keepMine(Bool)
}

/// What the page asks for.
enum RecordEffect: ScreenEffect {
  case load(Identifier<Venture>)
  case create(VentureContent, pipeline: String)
  case save(Identifier<Venture>, VentureContent, base: VentureContent, version: Int)
  case note(Identifier<Venture>, SafeText)
  case delete(Identifier<Venture>, version: Int)
  case move(MoveWork)

  var cancellationKey: String? {
    if case .load = self { return "record" }
    return nil
  }
}
