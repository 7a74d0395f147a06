import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The pages about the programme in words: the same lines as on screen, numbered; a number opens
/// what the line opens, and forms are asked for field by field.
enum PlainProgrammeTask {
  /// Begins with the supervisor's page.
  static func run(_ talk: PlainTalk) async throws { try await visit(nil, talk) }

  private static func state(
    _ place: ProgrammePlace?, _ talk: PlainTalk
  ) async throws -> ProgrammeState {
    var (state, _) = ProgrammeScreen.start(ProgrammeScreen.destination(place), context(talk))
    let effect = ProgrammeEffect.load(place, today: talk.context.today)
    switch await ProgrammeScreen.perform(effect, talk.services, send: { _ in }) {
    case .failed(let error)?: throw error
    case let action?: _ = ProgrammeScreen.update(&state, action, context(talk))
    case nil: break
    }
    return state
  }

  /// Lines are laid out as wide as they want to be, in one column.
  private static func context(_ talk: PlainTalk) -> ScreenContext {
    var context = talk.context
    context.size = Size(width: 100, height: 40)
    return context
  }

  private static func visit(_ place: ProgrammePlace?, _ talk: PlainTalk) async throws {
    var isShown = true
    while true {
      let state = try await state(place, talk)
      let page = ProgrammeScreen.page(state, context(talk))
      let lines = Array(page.panes.joined())
      if isShown { for line in lines.prefix(while: { !$0.isFocusable }) { await tell(line, talk) } }
      let stops = page.stops
      let options = stops.enumerated().map {
        PlainOption("\($0.offset)", words($0.element, talk.language))
      }
      let text = ProgrammeText(language: talk.language)
      guard !options.isEmpty else { return }
      let id = try await talk.option(text.title(of: place), options, isShown: isShown)
      isShown = false
      guard let number = Int(id), stops.indices.contains(number) else { continue }
      guard let target = stops[number].target else {
        await talk.tell(text.nothingOpens)
        continue
      }
      try await talk.step { try await open(target, state, talk) }
    }
  }

  private static func tell(_ line: ProgrammeLine, _ talk: PlainTalk) async {
    if line.kind != .blank { await talk.tell(words(line, talk.language)) }
  }

  /// A line without what is drawn for the eye alone: marks become words, dots become commas.
  static func words(_ line: ProgrammeLine, _ language: Language) -> String {
    let text = ProgrammeText(language: language)
    let marks = ["✓": text.markDone, "▶": text.markNow, "→": ",", "·": ",", "↔": "–"]
    var result = ""
    for token in line.pieces.map(\.text).joined().split(separator: " ").map(String.init) {
      let isDrawn = token.unicodeScalars.allSatisfy {
        (0x2190...0x21FF).contains($0.value) || (0x2500...0x27BF).contains($0.value)
          || $0 == "·" || $0 == "•"
      }
      guard let word = isDrawn ? marks[token] : token else { continue }
      if word == "," {
        if !result.isEmpty, result.last != "," { result += "," }
      } else {
        result += (result.isEmpty ? "" : " ") + word
      }
    }
    return result
  }

  private static func open(
    _ target: ProgrammeTarget, _ state: ProgrammeState, _ talk: PlainTalk
  ) async throws {
    switch target {
    case .place(let place): try await visit(place, talk)
    case .venture(let id): try await PlainVentureTask.open(id, talk)
    case .form(let kind): try await fill(kind, state, talk)
    case .evidence(let record):
      let loading = ProgrammeLoading(stores: talk.services.stores, today: talk.context.today)
      if let found = try await loading.target(of: record) {
        try await open(found, state, talk)
      } else {
        await talk.tell(ProgrammeText(language: talk.language).noRecord)
      }
    }
  }

  // MARK: Forms

  private static func fill(
    _ kind: ProgrammeFormKind, _ state: ProgrammeState, _ talk: PlainTalk
  ) async throws {
    let text = ProgrammeText(language: talk.language)
    guard await talk.may(.editProgramme) else { return }
    guard let edit = ProgrammeForms(state: state, context: talk.context).form(kind) else { return }
    await talk.tell(edit.title(talk.language).string)
    var values = edit.values
    for field in edit.form.fields {
      values[field.id] = try await ask(field, edit, text, talk)
    }
    try await save(edit, values, isConfirmed: false, state, talk)
  }

  private static func save(
    _ edit: ProgrammeEdit, _ values: [String: String], isConfirmed: Bool,
    _ state: ProgrammeState, _ talk: PlainTalk
  ) async throws {
    let text = ProgrammeText(language: talk.language)
    let work = ProgrammeWork(
      kind: edit.kind, place: state.place, values: values, version: edit.version,
      isConfirmed: isConfirmed)
    switch try await work.perform(talk.services) {
    case .saved(let receipt, let place)?:
      talk.remember([receipt])
      await talk.tell(text.saved(receipt.summary.title.string))
      if let place { try await visit(place, talk) }
    case .wrong(let name, let problem)?:
      await talk.tell(text.fieldLabel(name, edit).title + ": " + problem.words(talk.language))
    case .refused(let error)?: await talk.tell(error)
    case .warned(let excess, let cap)?:
      for one in excess { await talk.tell(one.words(talk.language, of: cap)) }
      if try await talk.confirm(text.warned) {
        try await save(edit, values, isConfirmed: true, state, talk)
      }
    default: break
    }
  }

  /// Asks for a field; an empty line keeps what stands in it.
  private static func ask(
    _ field: ProgrammeForm.Field, _ edit: ProgrammeEdit, _ text: ProgrammeText, _ talk: PlainTalk
  ) async throws -> String {
    let label = text.fieldLabel(field.id, edit)
    if case .choice(let choices, _, _) = field.editor {
      let options = choices.map { PlainOption($0.id, $0.title(talk.language).string) }
      return try await talk.option(label.title, options, isShown: options.count < 10)
    }
    var prompt = label.title
    if !label.hint.isEmpty { prompt += " (" + label.hint + ")" }
    if !field.value.isEmpty { prompt += " [" + field.value + "]" }
    while true {
      switch try await talk.answer(prompt) {
      case .back: throw PlainStop.back
      case .leave: throw PlainStop.leave
      case .help: await talk.tell(label.hint.isEmpty ? text.formHint : label.hint)
      case .nothing:
        if field.value.isEmpty, field.isRequired {
          await talk.tell(FieldRefusal.required.words(talk.language))
        } else {
          return field.value
        }
      case .text(let typed):
        var copy = field
        copy.fill(typed)
        guard let problem = ProgrammeEdit.check(copy) else { return typed }
        await talk.tell(problem.words(talk.language))
      }
    }
  }
}
