import DashboardKit
import Incubation
import Storage

/// One venture: what matters first, then whatever is asked for.
final class PlainVentureTask {
  let id: Identifier<Venture>
  private(set) var record: VentureRecord
  /// Whether it has been deleted here, so that there is nothing to come back to.
  var isGone = false

  private init(_ record: VentureRecord) {
    id = record.venture.id
    self.record = record
  }

  /// Opens a venture.
  static func open(_ id: Identifier<Venture>, _ talk: PlainTalk) async throws {
    let task = PlainVentureTask(try await talk.services.stores.ventures.record(id))
    try await task.run(talk)
  }

  /// Goes through the fields of a new venture, and then stays with it.
  static func open(_ id: Identifier<Venture>, walking talk: PlainTalk) async throws {
    let task = PlainVentureTask(try await talk.services.stores.ventures.record(id))
    let rest = RecordSection.allCases.flatMap(\.fields).filter { ![.title, .kind].contains($0) }
    try await talk.step { try await PlainEdit(task).walk(rest, talk) }
    try await task.run(talk)
  }

  /// Opens the venture with a code; false when there is none.
  @Sendable static func open(code: String, _ talk: PlainTalk) async throws -> Bool {
    guard let code = try? SafeText(code),
      let id = try await talk.services.stores.ventures.find(code: code.string)
    else { return false }
    try await open(id, talk)
    return true
  }

  var venture: Venture { record.venture }

  func pipeline(_ talk: PlainTalk) -> Pipeline? {
    talk.context.pipelines.first { $0.code == venture.position.pipeline }
  }

  /// Reads it again, after a change.
  func reload(_ talk: PlainTalk) async throws {
    record = try await talk.services.stores.ventures.record(id)
  }

  private func run(_ talk: PlainTalk) async throws {
    for line in PlainVentureLines(record, talk).head { await talk.tell(line) }
    while !isGone {
      let text = PlainTaskText(language: talk.language)
      let id = try await talk.option(
        text.ventureTasks + " " + venture.code.string, options(talk))
      try await talk.step { try await self.perform(id, talk) }
    }
  }

  // MARK: What can be done

  private func options(_ talk: PlainTalk) -> [PlainOption] {
    let text = PlainTaskText(language: talk.language)
    let work = PlainWorkText(language: talk.language)
    func option(_ id: String, _ words: CommandWords, _ aliases: [String] = []) -> PlainOption {
      PlainOption(id, words.title, help: words.help, aliases: aliases)
    }
    let doing = [
      option("all", text.readAll, ["all"]),
      PlainOption("edit", text.record.edit.title, help: text.editHelp, aliases: ["edit", "sua"]),
      PlainOption("move", text.moves.menu.title, help: work.moveHelp, aliases: ["move"]),
      option("advance", text.moves.advance, ["advance"]),
      option("note", text.record.note, ["note"]), option("team", text.record.team, ["team"]),
      option("evidence", text.record.evidence, ["evidence"]),
      option("history", text.history, ["history"]),
      PlainOption("delete", text.record.delete.title, help: text.deleteHelp, aliases: ["delete"]),
      option("undo", text.undo, ["undo"]), option("redo", text.redo, ["redo"]),
    ]
    return doing
      + RecordSection.allCases.map {
        PlainOption("section \($0.rawValue)", sectionName($0, text))
      }
  }

  /// A section and a command must not share a name.
  private func sectionName(_ section: RecordSection, _ text: PlainTaskText) -> String {
    text.say("Nghe phần ", "Read ") + text.record.name(section).lowercased()
  }

  private func perform(_ id: String, _ talk: PlainTalk) async throws {
    let lines = PlainVentureLines(record, talk)
    switch id {
    case "all": try await talk.read(lines.everything)
    case "history": try await talk.read(lines.stays)
    case "edit": if await talk.may(.editVentures) { try await PlainEdit(self).run(talk) }
    case "move": if await talk.may(.moveVentures) { try await PlainMove(self).choose(talk) }
    case "advance": if await talk.may(.moveVentures) { try await PlainMove(self).advance(talk) }
    case "note": if await talk.may(.editVentures) { try await note(talk) }
    case "team": if await talk.may(.editVentures) { try await PlainTeam(self).run(talk) }
    case "evidence": if await talk.may(.editVentures) { try await PlainEvidence(self).run(talk) }
    case "delete": if await talk.may(.deleteVentures) { try await delete(talk) }
    case "undo", "redo":
      if id == "undo" { await talk.undo() } else { await talk.redo() }
      try await reload(talk)
    default:
      let number = Int(id.split(separator: " ").last ?? "")
      if let section = number.flatMap(RecordSection.init(rawValue:)) {
        try await talk.read(lines.section(section))
      }
    }
  }

  /// What came of a change: remembered and said, or thrown.
  func take(_ reply: RecordAction?, _ words: String, _ talk: PlainTalk) async throws {
    switch reply {
    case .saved(_, let receipt)?, .noted(let receipt)?, .recorded(let receipt)?,
      .teamed(let receipt)?, .deleted(let receipt)?:
      talk.remember([receipt])
      await talk.tell(words)
    case .failed(let error)?: throw error
    default: break
    }
  }

  func perform(_ effect: RecordEffect, _ talk: PlainTalk) async -> RecordAction? {
    await RecordScreen.perform(effect, talk.services, send: { _ in })
  }

  private func note(_ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    let label = text.moves.label(.note, []).title
    let value = try await talk.lines(PlainQuestion(label), check: PlainField.note)
    guard case .text(let typed) = value else { return await talk.tell(text.unchanged) }
    let note = try SafeText.checked(typed, .note)
    try await take(await perform(.note(id, note), talk), text.record.noted, talk)
    try await reload(talk)
  }

  private func delete(_ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    let title = venture.content.title.string
    guard try await talk.confirm(text.deleteQuestion(title)) else { return }
    let reply = await perform(.delete(id, version: venture.version), talk)
    try await take(reply, text.record.deleted(title) + " " + text.undoHint, talk)
    isGone = true
  }
}
