import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// One change to all marked ventures: what, with which value, what it would do, and then done.
struct BulkPanel: Equatable, Sendable {
  /// What is to be changed.
  enum Subject: Equatable, Sendable {
    case move(MoveRequest)
    case field(BulkField)

    /// A name for lists.
    var id: String {
      switch self {
      case .move(let request): "move " + MoveMenu.id(request)
      case .field(let field): "field " + field.rawValue
      }
    }
  }

  /// How far it has come.
  enum Step: Equatable, Sendable {
    case choosing(ChoiceList)
    case filling(Subject, VentureForm)
    /// What it would do; nil while storage is asked.
    case previewing(BulkChange, BulkPlan?)
  }

  /// What came of an event.
  enum Reply: Equatable, Sendable {
    case ignored, handled, cancelled
    case plan(BulkChange)
    case apply(BulkChange, [BulkPlan.Item])
  }

  /// The marked ventures.
  let ids: [Identifier<Venture>]
  /// How far it has come.
  var step: Step
  /// Whether storage is writing.
  var isWorking = false
  /// The first refused venture that is shown.
  var top = 0
  private let subjects: [Subject]

  /// Asks what is to be changed. Stages are those of the pipeline; none when several are shown.
  init(_ ids: [Identifier<Venture>], _ pipeline: Pipeline?, onlyMoves: Bool = false) {
    self.ids = ids
    subjects = Self.subjects(pipeline, onlyMoves: onlyMoves)
    step = .choosing(ChoiceList(subjects.map { Choice($0.id, BulkWords.name($0, pipeline)) }))
  }

  /// What can be changed of many ventures at once.
  static func subjects(_ pipeline: Pipeline?, onlyMoves: Bool) -> [Subject] {
    let stages = (pipeline?.stages ?? []).map { Subject.move(.stage($0.code)) }
    let moves = stages + [.move(.setAside), .move(.drop), .move(.resume)]
    let fields = BulkField.allCases.filter { $0 != .reason }.map { Subject.field($0) }
    return onlyMoves ? moves : fields + moves
  }

  /// The change that a subject and what was typed for it amount to; nil for a field that is none
  /// of a venture.
  ///
  /// - Throws: `FieldRefusal`.
  static func change(_ subject: Subject, value: String) throws(FieldRefusal) -> BulkChange? {
    let text = try SafeText.checked(value, .line)
    switch subject {
    case .move(let request): return .move(request, reason: text.isBlank ? .empty : text)
    case .field(.addTag): return .addTag(text)
    case .field(.removeTag): return .removeTag(text)
    case .field(let field): return field.ventureField.map { .set($0, value) }
    }
  }

  /// Takes an event in.
  mutating func handle(
    _ event: InputEvent, width: Int, _ settings: FieldSettings = .plain
  ) -> Reply {
    if isWorking { return event.plainStroke?.key == .escape ? .cancelled : .handled }
    switch step {
    case .choosing(var list):
      let reply = list.handle(event, typing: settings.typing)
      step = .choosing(list)
      switch reply {
      case .ignored: return .ignored
      case .handled: return .handled
      case .cancelled: return .cancelled
      case .chosen(let id): return choose(id)
      }
    case .filling(let subject, var form):
      let reply = form.handle(event, width: width, settings, check: VentureForm.check)
      step = .filling(subject, form)
      switch reply {
      case .ignored: return .ignored
      case .handled: return .handled
      case .cancelled: return .cancelled
      case .submitted: return preview(subject, form)
      }
    case .previewing(let change, let plan): return decide(event, change, plan)
    }
  }

  /// Takes a line of the list.
  mutating func choose(_ id: String) -> Reply {
    guard let subject = subjects.first(where: { $0.id == id }) else { return .handled }
    step = .filling(subject, Self.form(subject))
    switch subject {
    case .move(.setAside), .move(.resume): return preview(subject, VentureForm([]))
    default: return .handled
    }
  }

  private static func form(_ subject: Subject) -> VentureForm {
    switch subject {
    case .move(let request):
      return VentureForm([
        VentureForm.Field(
          .bulk(.reason), .line(VentureForm.words), isRequired: request == .drop)
      ])
    case .field(let field):
      let isLabel = field == .addTag || field == .removeTag
      let line = field.ventureField.map { VentureForm.line($0) } ?? VentureForm.words
      return VentureForm([
        VentureForm.Field(.bulk(field), .line(line), isRequired: isLabel)
      ])
    }
  }

  private mutating func preview(_ subject: Subject, _ form: VentureForm) -> Reply {
    let value = form.fields.first?.value ?? ""
    guard let change = try? Self.change(subject, value: value) else { return .handled }
    step = .previewing(change, nil)
    return .plan(change)
  }

  private mutating func decide(
    _ event: InputEvent, _ change: BulkChange, _ plan: BulkPlan?
  ) -> Reply {
    guard let stroke = event.plainStroke else { return .handled }
    switch stroke.key {
    case .escape: return .cancelled
    case .up: top = max(0, top - 1)
    case .down: top = min(max(0, (plan?.refused.count ?? 1) - 1), top + 1)
    case .enter, .character("s"):
      guard stroke.key == .enter || stroke.modifiers == .control else { return .ignored }
      guard let plan, !plan.changes.isEmpty else { return .handled }
      isWorking = true
      return .apply(change, plan.changes)
    default: return .ignored
    }
    return .handled
  }
}
