import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The page about one venture: what is known, its way through the stages, its timeline; and the
/// form in which it is edited.
enum RecordScreen: Screen {
  typealias State = RecordState
  typealias Action = RecordAction
  typealias Effect = RecordEffect
  typealias Text = RecordText

  static let id = ScreenID.record

  static func text(in language: Language) -> RecordText { RecordText(language: language) }

  static func title(_ text: RecordText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (RecordState, [Outcome<RecordEffect>])
  {
    let pipeline = destination.filter?.pipeline ?? context.pipelines.first?.code ?? ""
    var state = RecordState(id: destination.venture, pipeline: pipeline)
    guard let id = destination.venture else {
      var content = VentureContent(title: .empty)
      content.kind = newKind(pipeline, context)
      let kept = destination.draft.flatMap { edit($0.body, context) }
      state.mode = .editing(
        kept ?? RecordEdit(content, version: 0, at: .summary, context))
      return (state, [])
    }
    state.opensForm = destination.isEditing
    state.draft = destination.draft
    if let memento = destination.memento { resume(memento, &state) }
    return (state, [.perform(.load(id))])
  }

  /// The kind that a new venture of a pipeline most likely is.
  private static func newKind(_ pipeline: String, _ context: ScreenContext) -> Venture.Kind {
    let kinds = context.pipelines.first { $0.code == pipeline }?.kinds ?? []
    return Venture.Kind.allCases.first { kinds.contains($0) } ?? .idea
  }

  static func reaction(to topics: Set<ChangeTopic>) -> RecordAction? {
    topics.isDisjoint(with: [.ventures, .directory, .pipelines]) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: RecordState) -> Bool {
    if state.draft != nil { return true }
    switch state.mode {
    case .editing(let edit): return edit.isChanged
    case .noting(let form): return form.fields.contains { !$0.value.isEmpty }
    case .recording(let form): return form.value(.evidenceReference) != ""
    case .teaming(let edit): return edit.isChanged
    case .moving, .conflict: return true
    case .reading, .choosingMove, .deleting: return false
    }
  }

  static func isTyping(_ state: RecordState) -> Bool {
    switch state.mode {
    case .editing, .noting, .recording, .teaming, .moving, .choosingMove: true
    case .reading, .deleting, .conflict: false
    }
  }

  static func action(
    for event: InputEvent, _ state: RecordState, _ context: ScreenContext
  ) -> RecordAction? {
    switch state.mode {
    case .reading:
      if case .mouse(let mouse) = event {
        return mouse.kind == .wheelUp
          ? .scroll(-3) : mouse.kind == .wheelDown ? .scroll(3) : nil
      }
      if case .text(let typed) = event {
        guard let letter = LetterJump.letter(typed), section(letter, state, context) != nil else {
          return nil
        }
        return .letter(letter)
      }
      guard case .key(let stroke) = event, stroke.modifiers.subtracting(.shift).isEmpty,
        [.up, .down, .pageUp, .pageDown, .home, .end, .tab].contains(stroke.key)
      else { return nil }
      return .stroke(stroke)
    case .deleting: return nil
    case .editing, .noting, .recording, .teaming, .moving, .choosingMove, .conflict:
      var copy = state
      return handle(event, &copy, context) == nil ? nil : .input(event)
    }
  }

  static func draw(
    _ state: RecordState, in area: Rectangle, on frame: inout Frame<RecordAction>,
    _ text: RecordText, _ context: ScreenContext
  ) {
    RecordDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: RecordEffect, _ services: Services, send: @escaping @Sendable (RecordAction) -> Void
  ) async -> RecordAction? {
    do {
      return try await perform(effect, services.stores.ventures, services)
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }

  private static func perform(
    _ effect: RecordEffect, _ ventures: any VenturePort, _ services: Services
  ) async throws -> RecordAction? {
    let session = services.session
    switch effect {
    case .load(let id): return .loaded(try await ventures.record(id))
    case .create(let content, let pipeline):
      let made = try await ventures.create(
        content, pipeline: pipeline, stage: nil, on: session.today(), by: session)
      return .saved(made.id, made.receipt)
    case .save(let id, let content, let base, let version):
      do {
        let receipt = try await ventures.update(
          id, to: content, base: base, ifVersion: version, by: session)
        return .saved(id, receipt)
      } catch StorageError.conflict(let conflict) {
        let theirs = try await ventures.record(id).venture.content
        return .conflicted(conflict, theirs: theirs, mine: content)
      }
    case .note(let id, let text):
      return .noted(try await ventures.addNote(text, to: id, by: session))
    case .record(let id, let evidence, let version):
      return .recorded(
        try await ventures.record(evidence, for: id, ifVersion: version, by: session))
    case .team(let id, let team, let version):
      return .teamed(try await ventures.setTeam(team, of: id, ifVersion: version, by: session))
    case .delete(let id, let version):
      return .deleted(try await ventures.delete(id, ifVersion: version, by: session))
    case .move(let work): return await work.perform(services).map { .moved(work, $0) }
    }
  }
}
