import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The programme: a page for the supervisor that is read in ten seconds, and behind every figure
/// of it the records, and behind these the record. All pages are lines; what a line opens is
/// opened by Enter.
enum ProgrammeScreen: Screen {
  typealias State = ProgrammeState
  typealias Action = ProgrammeAction
  typealias Effect = ProgrammeEffect
  typealias Text = ProgrammeText
  typealias Outcomes = [Outcome<ProgrammeEffect>]

  static let id = ScreenID.programme

  static func text(in language: Language) -> ProgrammeText { ProgrammeText(language: language) }

  static func title(_ text: ProgrammeText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (ProgrammeState, Outcomes)
  {
    var state = ProgrammeState(place: destination.programme)
    state.draft = destination.draft
    if let memento = destination.memento { resume(memento, &state) }
    return (state, [load(state, context)])
  }

  static func load(
    _ state: ProgrammeState, _ context: ScreenContext
  ) -> Outcome<ProgrammeEffect> {
    .perform(.load(state.place, today: context.today))
  }

  static func reaction(to topics: Set<ChangeTopic>) -> ProgrammeAction? {
    let mine: Set<ChangeTopic> = [.programme, .ventures, .training, .competitions, .directory]
    return topics.isDisjoint(with: mine) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: ProgrammeState) -> Bool {
    state.draft != nil || state.edit?.isChanged == true
  }

  static func isTyping(_ state: ProgrammeState) -> Bool { state.edit != nil }

  static func draft(_ state: ProgrammeState) -> Draft? {
    if let waiting = state.draft { return waiting }
    guard let edit = state.edit, edit.isChanged else { return nil }
    var place = Destination(.programme)
    place.programme = state.place
    return Draft(edit.kind.code, at: place, title: edit.title, body: edit.form.content { $0 })
  }

  static func memento(_ state: ProgrammeState, _ context: ScreenContext) -> JSONValue? {
    var fields: [String: JSONValue] = ["group": .string(state.grouping.rawValue)]
    fields["focus"] = state.focus.map { .string($0) }
    fields["overdue"] = state.filter.overdueOnly ? .integer(1) : nil
    return .object(fields)
  }

  static func resume(_ memento: JSONValue, _ state: inout ProgrammeState) {
    state.focus = memento.fields?["focus"]?.text
    state.filter.overdueOnly = memento.fields?["overdue"]?.number == 1
    let grouping = memento.fields?["group"]?.text.flatMap(LedgerGrouping.init(rawValue:))
    state.grouping = grouping ?? state.grouping
  }

  static func page(_ state: ProgrammeState, _ context: ScreenContext) -> ProgrammePage {
    ProgrammePage(
      state: state, text: ProgrammeText(language: context.language), context: context,
      width: context.size.width)
  }

  static func action(
    for event: InputEvent, _ state: ProgrammeState, _ context: ScreenContext
  ) -> ProgrammeAction? {
    if state.edit != nil {
      var copy = state
      return handle(event, &copy, context) == nil ? nil : .input(event)
    }
    if case .mouse(let mouse) = event {
      return mouse.kind == .wheelUp ? .move(-1) : mouse.kind == .wheelDown ? .move(1) : nil
    }
    if case .text(let typed) = event {
      guard let letter = LetterJump.letter(typed),
        page(state, context).next(letter, after: state.focus) != nil
      else { return nil }
      return .letter(letter)
    }
    guard case .key(let stroke) = event, stroke.modifiers.isEmpty else { return nil }
    switch stroke.key {
    case .up: return .move(-1)
    case .down: return .move(1)
    case .left: return .section(-1)
    case .right: return .section(1)
    case .pageUp: return .move(-10)
    case .pageDown: return .move(10)
    case .home: return .first
    case .end: return .last
    default: return nil
    }
  }

  static func copies(
    _ state: ProgrammeState, _ text: ProgrammeText, _ context: ScreenContext
  ) -> [CopyText] {
    guard state.data != nil else { return [] }
    let page = page(state, context)
    func plain(_ line: ProgrammeLine) -> String {
      line.pieces.map(\.text).joined().split(separator: " ").joined(separator: " ")
    }
    let title = text.title(of: state.place)
    let focused = page.focused(state.focus)
    let lines = page.panes.joined().map(plain)
    return (focused.map { [CopyText(title, lines: [plain($0)])] } ?? [])
      + [CopyText(title, lines: lines)]
  }

  static func draw(
    _ state: ProgrammeState, in area: Rectangle, on frame: inout Frame<ProgrammeAction>,
    _ text: ProgrammeText, _ context: ScreenContext
  ) {
    if state.place == .wallboard {
      ProgrammeWallboard(state: state, text: text, context: context).draw(in: area, on: &frame)
    } else {
      ProgrammeDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
    }
  }

  static func perform(
    _ effect: ProgrammeEffect, _ services: Services,
    send: @escaping @Sendable (ProgrammeAction) -> Void
  ) async -> ProgrammeAction? {
    do {
      switch effect {
      case .load(let place, let today):
        let loading = ProgrammeLoading(stores: services.stores, today: today)
        return .loaded(try await loading.data(of: place), try await loading.lists(), place: place)
      case .find(let record):
        return .found(
          try await ProgrammeLoading(stores: services.stores, today: services.session.today())
            .target(of: record))
      case .write(let work): return try await work.perform(services)
      }
    } catch let error as StorageError {
      if case .write = effect { return .refused(error) }
      return .failed(error)
    } catch {
      return nil
    }
  }
}
