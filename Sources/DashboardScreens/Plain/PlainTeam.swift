import DashboardKit
import Incubation
import Storage

/// The team of a venture: who is in it, one more, one less, other roles and telephones.
struct PlainTeam {
  private let task: PlainVentureTask

  init(_ task: PlainVentureTask) { self.task = task }

  private var entries: [TeamEntry] {
    task.record.team.map {
      TeamEntry(
        person: $0.person.id, fullName: $0.person.fullName, duty: $0.duty, phone: $0.person.phone)
    }
  }

  func run(_ talk: PlainTalk) async throws {
    var isShown = true
    while true {
      let text = PlainTaskText(language: talk.language)
      if isShown, entries.isEmpty { await talk.tell(text.record.noTeam) }
      let members = entries.enumerated().map { place, entry in
        PlainOption(
          "\(place)",
          text.member(entry.fullName.string, entry.duty.string, entry.phone?.formatted ?? ""))
      }
      let new = PlainOption("new", text.addMember.title, help: text.addMember.help)
      let id = try await talk.option(text.teamPrompt, members + [new], isShown: isShown)
      isShown = false
      try await talk.step {
        if id == "new" {
          try await add(talk)
        } else if let place = Int(id) {
          try await change(place, talk)
        }
        isShown = true
      }
    }
  }

  private func add(_ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    let hint = text.moves.label(.member(0, .name), []).hint
    let question = PlainQuestion(text.fullName, hint: hint, isRequired: true)
    guard case .text(let name) = try await talk.value(question, check: PlainField.line) else {
      return
    }
    var entry = TeamEntry(fullName: try SafeText.checked(name, .line))
    try await details(of: &entry, talk)
    try await save(entries + [entry], talk)
  }

  private func change(_ place: Int, _ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    var all = entries
    guard all.indices.contains(place) else { return }
    let id = try await talk.option(
      all[place].fullName.string,
      [PlainOption("change", text.changeMember), PlainOption("remove", text.removeMember)],
      isShown: true)
    if id == "remove" { all.remove(at: place) } else { try await details(of: &all[place], talk) }
    try await save(all, talk)
  }

  private func details(of entry: inout TeamEntry, _ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    await talk.tell(text.present(text.duty, entry.duty.string))
    let duty = PlainQuestion(
      text.duty, hint: text.moves.label(.member(0, .duty), []).hint,
      canBeEmptied: !entry.duty.isBlank)
    if case .text(let typed) = try await talk.value(duty, check: PlainField.line) {
      entry.duty = try SafeText.checked(typed, .line)
    }
    let label = text.ventures.label(.phone)
    await talk.tell(text.present(label.title, entry.phone?.formatted ?? ""))
    let phone = PlainQuestion(
      label.title, hint: label.hint, canBeEmptied: entry.phone != nil)
    let value = try await talk.value(phone) {
      PlainField.refusal(.phone, $0, VentureContent(title: "x"))
    }
    if case .text(let typed) = value {
      entry.phone = typed.isEmpty ? nil : try PhoneNumber.parse(typed).number
    }
  }

  private func save(_ team: [TeamEntry], _ talk: PlainTalk) async throws {
    let effect = RecordEffect.team(task.id, team, version: task.venture.version)
    try await task.take(
      await task.perform(effect, talk), RecordText(language: talk.language).teamSaved, talk)
    try await task.reload(talk)
  }
}
