import DashboardKit
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// A CSV file on its way in: where it is, what it would do, and what became of it. Nothing is
/// stored before the preview has been seen.
enum ImportScreen<Files: FileSource>: Screen {
  typealias State = ImportState
  typealias Action = ImportAction
  typealias Effect = ImportEffect
  typealias Text = ImportText

  static var id: ScreenID { .importing }

  static func text(in language: Language) -> ImportText { ImportText(language: language) }

  static func title(_ text: ImportText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (ImportState, [Outcome<ImportEffect>])
  {
    var state = ImportState(
      path: TextField(destination.file ?? "", accepts: .path, limit: 4_096))
    guard destination.file != nil else { return (state, []) }
    if let draft = destination.draft { state.resume(draft) }
    let outcomes = update(&state, .read, context)
    return (state, outcomes)
  }

  static func draft(_ state: ImportState) -> Draft? { state.draft }

  static func hasUnsavedInput(_ state: ImportState) -> Bool { state.draft != nil }

  static func reaction(to topics: Set<ChangeTopic>) -> ImportAction? { nil }

  static func isTyping(_ state: ImportState) -> Bool {
    if state.columns != nil { return true }
    if case .asking = state.step { return true }
    return false
  }

  static func action(
    for event: InputEvent, _ state: ImportState, _ context: ScreenContext
  ) -> ImportAction? {
    if var list = state.columns {
      return list.handle(event) == .ignored ? nil : .columnInput(event)
    }
    switch state.step {
    case .asking:
      if case .key(let stroke) = event, [.enter, .escape, .tab].contains(stroke.key) { return nil }
      var field = state.path
      return field.handle(event) ? .typed(event) : nil
    case .preview:
      if case .mouse(let mouse) = event {
        return mouse.kind == .wheelUp
          ? .stroke(KeyStroke(.up)) : mouse.kind == .wheelDown ? .stroke(KeyStroke(.down)) : nil
      }
      if case .text(let typed) = event {
        guard let letter = LetterJump.letter(typed), ImportUpdate.row(letter, state) != nil else {
          return nil
        }
        return .letter(letter)
      }
      guard case .key(let stroke) = event, stroke.modifiers.isEmpty,
        [.up, .down, .pageUp, .pageDown, .home, .end].contains(stroke.key)
      else { return nil }
      return .stroke(stroke)
    case .reading, .publishing, .done: return nil
    }
  }

  static func update(
    _ state: inout ImportState, _ action: ImportAction, _ context: ScreenContext
  ) -> [Outcome<ImportEffect>] {
    ImportUpdate.update(&state, action, context)
  }

  static func commands(
    _ state: ImportState, _ text: ImportText, _ context: ScreenContext
  ) -> [Command<ImportAction>] {
    ImportCommands.commands(state, text)
  }

  static func draw(
    _ state: ImportState, in area: Rectangle, on frame: inout Frame<ImportAction>,
    _ text: ImportText, _ context: ScreenContext
  ) {
    ImportDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: ImportEffect, _ services: Services,
    send: @escaping @Sendable (ImportAction) -> Void
  ) async -> ImportAction? {
    do {
      switch effect {
      case .plan(let path, let mapping, let onMatch, let pipelines, let today):
        return try await plan(
          Files.read(path), mapping,
          ImportOptions(
            fileName: fileName(path), onMatch: onMatch, pipelines: pipelines, today: today),
          services, send: send)
      case .publish(let planned, let onMatch):
        var plan = planned.plan
        plan.options.onMatch = onMatch
        let imports = services.stores.imports
        let receipt = try await imports.publish(plan.batch, by: services.session)
        guard let summary = try await imports.batches().first else { return nil }
        return .published(receipt, summary)
      case .writeRejected(let planned, let path, let language):
        let bytes = planned.plan.rejectedFile(of: planned.bytes, language)
        return .rejectedWritten(try await Files.write(bytes, to: path))
      }
    } catch let error as StorageError {
      return .failed(.storage(error))
    } catch let failure as FileFailure {
      return .failed(.file(failure))
    } catch let failure as CSVFailure {
      return .failed(.csv(failure))
    } catch let failure as MappingFailure {
      return .failed(.mapping(failure))
    } catch {
      return nil
    }
  }

  private static func plan(
    _ bytes: [UInt8], _ known: ColumnMapping?, _ options: ImportOptions, _ services: Services,
    send: @escaping @Sendable (ImportAction) -> Void
  ) async throws -> ImportAction? {
    let mapping = try known ?? ImportPlanner.mapping(of: bytes)
    do {
      try mapping.check()
      send(.mapped(mapping, nil))
    } catch {
      return .mapped(mapping, error)
    }
    let transfer = VentureTransfer(services.stores.database)
    var existing = try await ExistingVentures.read(
      from: services.stores.imports, codes: try await transfer.codes())
    existing.notes = { try await transfer.notes(of: $0) }
    let plan = try await ImportPlanner(existing: existing, options: options).plan(
      bytes, mapping: mapping
    ) { rows in
      send(.progress(rows))
      return !Task.isCancelled
    }
    return .planned(PlannedImport(plan: plan, bytes: bytes))
  }

  private static func fileName(_ path: String) -> SafeText {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    return (try? SafeText(name)) ?? SafeText(escaping: String(name.prefix(200)))
  }
}
