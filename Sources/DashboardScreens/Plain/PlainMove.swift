import DashboardKit
import Incubation
import Storage

/// Moves a venture: asks where to, for a reason where one is needed, and for what the stage still
/// misses, in place.
struct PlainMove {
  private let task: PlainVentureTask

  init(_ task: PlainVentureTask) { self.task = task }

  func choose(_ talk: PlainTalk) async throws {
    let words = MoveWords(language: talk.language)
    let pipeline = task.pipeline(talk)
    let position = task.venture.position
    let menu = MoveMenu(position, title: task.venture.content.title, pipeline)
    let options = menu.list.choices.map { choice in
      let help =
        menu.request(choice.id)
        .map { words.effect(of: $0, from: position.stage, pipeline) } ?? ""
      let title = PlainLine.spoken(choice.title(talk.language).string, talk.language)
      return PlainOption(choice.id, title, help: help)
    }
    let id = try await talk.option(PlainWorkText(language: talk.language).toWhere, options)
    if let request = menu.request(id) { try await move(request, talk) }
  }

  /// To the next stage; says why not when there is none.
  func advance(_ talk: PlainTalk) async throws {
    let pipeline = task.pipeline(talk)
    let words = MoveWords(language: talk.language)
    if let reason = words.whyNot(1, task.venture.position, pipeline) {
      return await talk.tell(reason)
    }
    guard let stage = RecordScreen.next(task.venture, pipeline, by: 1) else { return }
    try await move(.stage(stage), talk)
  }

  private func move(_ request: MoveRequest, _ talk: PlainTalk) async throws {
    let words = MoveWords(language: talk.language)
    let pipeline = task.pipeline(talk)
    let title = task.venture.content.title
    var work = MoveWork(id: task.id, version: task.venture.version, request: request)
    if work.needsReason(from: task.venture.position.stage, in: pipeline) {
      await talk.tell(words.question(request, title: title, pipeline) + ".")
      let question = PlainQuestion(words.reason, hint: words.why, isRequired: true)
      guard case .text(let typed) = try await talk.value(question, check: PlainField.line) else {
        return
      }
      work.reason = try SafeText.checked(typed, .line)
    }
    while true {
      switch await work.perform(talk.services) {
      case .moved(let receipts)?:
        talk.remember(receipts)
        await talk.tell(words.done(request, title: title, pipeline))
        return try await task.reload(talk)
      case .missing(let requirements, _, _, let receipts)?:
        talk.remember(receipts)
        try await task.reload(talk)
        try await fill(requirements, talk)
        work.version = task.venture.version
      case .failed(let error, let receipts)?:
        talk.remember(receipts)
        try await task.reload(talk)
        throw error
      case nil: return
      }
    }
  }

  /// Asks for everything that the stage misses; each is stored as soon as it is right.
  private func fill(_ requirements: [ExitRequirement], _ talk: PlainTalk) async throws {
    let words = MoveWords(language: talk.language)
    let work = PlainWorkText(language: talk.language)
    await talk.tell(words.missing(requirements) + ".")
    await talk.tell(work.stillMissing)
    do {
      for requirement in requirements {
        switch requirement {
        case .field(let field):
          try await PlainEdit(task).change(field, isRequired: true, talk)
        case .evidence(let code, let title):
          try await PlainEvidence(task).record(code, title, talk)
        }
      }
    } catch PlainStop.back {
      await talk.tell(work.notMoved)
      throw PlainStop.back
    }
  }
}

/// Records evidence.
struct PlainEvidence {
  private let task: PlainVentureTask

  init(_ task: PlainVentureTask) { self.task = task }

  func run(_ talk: PlainTalk) async throws {
    let words = MoveWords(language: talk.language)
    let asked = RecordPage.evidenceAsked(task.pipeline(talk))
    guard !asked.isEmpty else {
      return await talk.tell(RecordText(language: talk.language).noEvidence)
    }
    let options = asked.map { one in
      let known = task.record.evidence.first { $0.code == one.code }
      return PlainOption(
        one.code, one.title(talk.language).string, note: known?.recordedOn.formatted ?? "")
    }
    let code = try await talk.option(words.label(.evidenceCode, []).title, options, isShown: true)
    guard let one = asked.first(where: { $0.code == code }) else { return }
    try await record(one.code, one.title, asksDay: true, talk)
  }

  /// Asks for the document, and for the day when that is wanted, and stores it.
  func record(
    _ code: String, _ title: Bilingual, asksDay: Bool = false, _ talk: PlainTalk
  ) async throws {
    let text = PlainTaskText(language: talk.language)
    let label = text.moves.label(.evidenceReference, [])
    await talk.tell(title(talk.language).string + ": " + label.hint + ".")
    let question = PlainQuestion(
      title(talk.language).string, hint: label.hint, isRequired: true)
    guard case .text(let typed) = try await talk.value(question, check: PlainField.line) else {
      return
    }
    let day = asksDay ? try await day(talk) : talk.context.today
    let evidence = Evidence(
      code: code, recordedOn: day, reference: try SafeText.checked(typed, .line))
    let effect = RecordEffect.record(task.id, evidence, version: task.venture.version)
    try await task.take(
      await task.perform(effect, talk), text.record.evidenceRecorded, talk)
    try await task.reload(talk)
  }

  private func day(_ talk: PlainTalk) async throws -> LocalDate {
    let text = PlainTaskText(language: talk.language)
    let label = text.moves.label(.evidenceDay, [])
    await talk.tell(text.present(label.title, talk.context.today.formatted))
    let question = PlainQuestion(label.title, hint: label.hint)
    let value = try await talk.value(question, check: PlainField.day)
    guard case .text(let typed) = value else { return talk.context.today }
    return try LocalDate.parse(typed)
  }
}
