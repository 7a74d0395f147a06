import DashboardKit
import Incubation
import Storage

/// Changes a venture field by field. Each value is stored as soon as it is right, so that nothing
/// is lost whatever happens next.
struct PlainEdit {
  private let task: PlainVentureTask

  init(_ task: PlainVentureTask) { self.task = task }

  private static var fields: [VentureField] { RecordSection.allCases.flatMap(\.fields) }

  func run(_ talk: PlainTalk) async throws {
    while true {
      let text = PlainTaskText(language: talk.language)
      let content = task.venture.content
      let options = Self.fields.map { field in
        let value = PlainField.describe(field, content, talk.context)
        let first = value.split(separator: "\n").first.map(String.init) ?? text.ventures.unknown
        return PlainOption(field.rawValue, field.label(talk.language), note: first)
      }
      let id = try await talk.option(text.field, options)
      guard let field = VentureField(rawValue: id) else { continue }
      try await talk.step { try await change(field, talk) }
    }
  }

  /// Goes through fields; going back ends the walk.
  func walk(_ fields: [VentureField], _ talk: PlainTalk) async throws {
    for field in fields { try await change(field, talk) }
  }

  /// Asks for a field and stores what was answered.
  func change(
    _ field: VentureField, isRequired: Bool = false, _ talk: PlainTalk
  ) async throws {
    let content = task.venture.content
    let answer = try await PlainField.ask(field, of: content, isRequired: isRequired, talk)
    guard case .text(let typed) = answer else { return }
    let changed = try content.setting(field, from: typed)
    guard !changed.differences(from: content).isEmpty else {
      return await talk.tell(PlainTaskText(language: talk.language).unchanged)
    }
    try await store(changed, base: content, version: task.venture.version, field, talk)
  }

  private func store(
    _ content: VentureContent, base: VentureContent, version: Int, _ field: VentureField,
    _ talk: PlainTalk
  ) async throws {
    let effect = RecordEffect.save(task.id, content, base: base, version: version)
    let reply = await task.perform(effect, talk)
    if case .conflicted(let conflict, let theirs, let mine)? = reply {
      let panel = ConflictPanel(conflict, theirs: theirs, mine: mine, base: base)
      let merged = try await resolve(panel, talk)
      guard !merged.differences(from: theirs).isEmpty else { return try await task.reload(talk) }
      return try await store(
        merged, base: theirs, version: conflict.currentVersion, field, talk)
    }
    let text = PlainTaskText(language: talk.language)
    let value = PlainField.describe(field, content, talk.context)
    try await task.take(reply, text.saved(field.label(talk.language), value), talk)
    try await task.reload(talk)
  }

  /// Says who changed what, and asks field by field what both changed.
  private func resolve(_ conflict: ConflictPanel, _ talk: PlainTalk) async throws -> VentureContent
  {
    var panel = conflict
    let text = PlainTaskText(language: talk.language)
    let when = Formatting(talk.language)
      .moment(panel.conflict.changedAt, today: talk.context.today)
    await talk.tell(text.conflict(panel.conflict.changedBy, when))
    for (index, row) in panel.rows.enumerated() {
      let label = row.field.label(talk.language)
      let stored = row.theirs.isEmpty ? text.ventures.unknown : row.theirs
      if !row.keepsMine {
        await talk.tell(text.taken(label, stored))
      } else if row.theirs != row.base {
        await talk.tell(text.version(label, text.record.mine, row.mine))
        await talk.tell(text.version(label, text.record.theirs, row.theirs))
        await talk.tell(text.record.was(row.base))
        let kept = try await talk.option(
          text.keepWhich(label),
          [
            PlainOption("mine", text.record.mine, aliases: ["mine", "của tôi"]),
            PlainOption("theirs", text.record.theirs, aliases: ["theirs", "đang lưu"]),
          ])
        panel.rows[index].keepsMine = kept == "mine"
      }
    }
    return panel.merged
  }
}

/// Adds a venture: its name and kind first, which are stored at once, and then the rest.
enum PlainCreateTask {
  static func run(_ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    await talk.tell(text.pipelineIs(talk.pipeline?.title(talk.language).string ?? ""))
    var content = VentureContent(title: .empty)
    content.kind =
      Venture.Kind.allCases.first { talk.pipeline?.kinds.contains($0) ?? false } ?? .idea
    for field in [VentureField.title, .kind] {
      if case .text(let typed) = try await PlainField.ask(field, of: content, talk) {
        content = try content.setting(field, from: typed)
      }
    }
    let effect = RecordEffect.create(content, pipeline: talk.pipelineCode)
    switch await RecordScreen.perform(effect, talk.services, send: { _ in }) {
    case .saved(let id, let receipt)?:
      talk.remember([receipt])
      let record = try await talk.services.stores.ventures.record(id)
      await talk.tell(text.created(record.venture.code.string))
      await talk.tell(text.walkOn)
      try await PlainVentureTask.open(id, walking: talk)
    case .failed(let error)?: throw error
    default: break
    }
  }
}
