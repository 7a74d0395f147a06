import DashboardKit
import Incubation
import TerminalCanvas

/// What a move still needs, to be filled in where the work is: the reason, or the fields and the
/// evidence that the stage asks for.
struct MovePanel: Equatable, Sendable {
  /// What came of an event.
  enum Reply: Equatable, Sendable {
    case ignored
    case handled
    case cancelled
    /// Everything is there: do it.
    case work(MoveWork)
  }

  /// Name of the venture.
  var title: SafeText
  /// The move without what the form adds.
  var work: MoveWork
  /// What the stage asks for; empty when only a reason is needed.
  var requirements: [ExitRequirement]
  /// What the venture says.
  var content: VentureContent?
  /// The fields.
  var form: VentureForm
  /// Whether storage has been asked and has not answered.
  var isWorking = false
  /// Whether Esc was pressed once while something typed would be lost, or is being saved.
  var isLeaving = false

  private var untouched: [FormKey: String] = [:]

  /// Asks for a reason.
  init(reasonFor work: MoveWork, title: SafeText) {
    self.title = title
    self.work = work
    requirements = []
    form = VentureForm([VentureForm.Field(.reason, .line(VentureForm.words), isRequired: true)])
    untouched = [.reason: ""]
  }

  /// Asks for what a stage requires.
  init(
    missing requirements: [ExitRequirement], for work: MoveWork, title: SafeText,
    content: VentureContent, version: Int, _ context: ScreenContext
  ) {
    self.title = title
    self.work = work
    self.work.version = version
    self.requirements = requirements
    self.content = content
    form = VentureForm(
      requirements.map { requirement in
        switch requirement {
        case .field(let field):
          return VentureForm.field(field, of: content, context, isRequired: true)
        case .evidence(let code, _):
          return VentureForm.Field(.evidence(code), .line(VentureForm.words), isRequired: true)
        }
      })
    for field in form.fields { untouched[field.id] = field.value }
  }

  /// Takes an event in.
  mutating func handle(
    _ event: InputEvent, width: Int, _ settings: FieldSettings = .plain
  ) -> Reply {
    if event.plainStroke?.key == .escape, form.panel == nil { return escape() }
    isLeaving = false
    if isWorking { return .handled }
    switch form.handle(event, width: width, settings, check: VentureForm.check) {
    case .ignored: return .ignored
    case .handled: return .handled
    case .cancelled: return .cancelled
    case .submitted: return submitted()
    }
  }

  /// Closes an untouched panel at once; otherwise says first what would be lost.
  private mutating func escape() -> Reply {
    if isLeaving || (!isWorking && !isTouched) { return .cancelled }
    isLeaving = true
    return .handled
  }

  /// Whether anything was typed.
  var isTouched: Bool { form.fields.contains { $0.value != untouched[$0.id] } }

  private mutating func submitted() -> Reply {
    var result = work
    do {
      if let reason = form.value(.reason) { result.reason = try .checked(reason, .line) }
      if let content {
        result.change = MoveWork.Change(base: content, content: try form.applied(to: content))
      }
      for field in form.fields {
        guard case .evidence(let code) = field.id else { continue }
        result.evidence.append(
          MoveWork.NewEvidence(code: code, reference: try .checked(field.value, .line)))
      }
    } catch {
      return .handled
    }
    isWorking = true
    return .work(result)
  }

  /// The rows that it wants.
  var height: Int { form.height + 2 }

  /// Draws the panel: what is to be done, what is missing, and the fields.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ words: MoveWords, _ pipeline: Pipeline?,
    _ settings: FieldSettings, within room: Rectangle
  ) -> FormPlaces<FormKey> {
    canvas.fill(area, style: Style(.text, on: .overlay))
    let inside = area.inset(horizontal: 1)
    let line = words.question(work.request, title: title, pipeline)
    canvas.put(
      TextWidth.cut(line, to: inside.width), in: inside.row(0),
      style: Style(.heading, on: .overlay))
    canvas.put(
      TextWidth.cut(detail(words, width: inside.width), to: inside.width), in: inside.row(1),
      style: Style(isWorking && !isLeaving ? .muted : .warning, on: .overlay))
    return form.draw(
      in: inside.splitTop(2).rest, on: &canvas, surface: .overlay, settings, within: room,
      label: { words.label($0, requirements) },
      words: { $0.words(words.language) })
  }

  /// What is to be known before anything is typed. The sign of required fields is explained where
  /// there is room: what is missing is said in any case.
  private func detail(_ words: MoveWords, width: Int) -> String {
    if isLeaving { return words.escapeAgain(isWorking: isWorking) }
    if isWorking { return words.working }
    if requirements.isEmpty { return words.why }
    let missing = words.missing(requirements)
    let both = form.legend(words.language) + " · " + missing
    return TextWidth.width(of: both) > width ? missing : both
  }
}
