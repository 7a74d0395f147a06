import DashboardKit
import Incubation
import Storage

/// A venture in lines, a fact each.
struct PlainVentureLines {
  let record: VentureRecord
  let context: ScreenContext
  let text: PlainTaskText

  init(_ record: VentureRecord, _ talk: PlainTalk) {
    self.record = record
    context = talk.context
    text = PlainTaskText(language: talk.language)
  }

  private var venture: Venture { record.venture }
  private var content: VentureContent { venture.content }
  private var pipeline: Pipeline? {
    context.pipelines.first { $0.code == venture.position.pipeline }
  }

  /// What everybody wants to know first: its name, where it stands, what comes next, who speaks for
  /// it.
  var head: [String] {
    var lines = [
      venture.content.title.string,
      "\(VentureField.code.label(text.language)): "
        + venture.code.string, VentureField.stage.label(text.language) + ": " + stage,
    ]
    lines.append(VentureField.nextStep.label(text.language) + ": " + next)
    let who = [content.representative.string, content.phone?.formatted ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    if !who.isEmpty { lines.append(VentureField.representative.label(text.language) + ": " + who) }
    if !content.organisation.isBlank {
      lines.append(
        VentureField.organisation.label(text.language) + ": " + content.organisation.string)
    }
    return lines
  }

  private var stage: String {
    let position = venture.position
    let name = text.moves.stage(position.stage, pipeline)
    if position.status != .active {
      return name + ", " + position.status.label(text.language).lowercased()
    }
    let days = max(0, context.today.days(since: position.enteredOn))
    let usual = pipeline?.stage(position.stage)?.usualDays
    var parts = [name, text.days(days), text.usual(usual)]
    if let pipeline,
      StageHistory(moves: record.moves, pipeline: pipeline).isStalled(today: context.today)
    {
      parts.append(text.say("đứng lại", "stalled"))
    }
    return parts.joined(separator: ", ")
  }

  private var next: String {
    if content.nextStep.isBlank, content.nextStepDue == nil { return text.ventures.noNextStep }
    var parts = [content.nextStep.string].filter { !$0.isEmpty }
    if let due = content.nextStepDue {
      let late = context.today.days(since: due)
      parts.append(
        text.say("hạn ", "due ") + due.formatted + ", "
          + (late > 0
            ? text.ventures.overdue(late)
            : Formatting(text.language).relative(due, to: context.today)))
    }
    return parts.joined(separator: ", ")
  }

  /// The whole venture, section by section.
  var everything: [String] {
    head + RecordSection.allCases.flatMap { [text.record.name($0) + "."] + section($0) }
  }

  /// The lines of a section.
  func section(_ section: RecordSection) -> [String] {
    switch section {
    case .team:
      if record.team.isEmpty { return [text.record.noTeam] }
      return record.team.map {
        text.member(
          $0.person.fullName.string, $0.duty.string, $0.person.phone?.formatted ?? "")
      }
    case .evidence: return evidence
    case .timeline:
      return TimelineLines(record: record, text: text.record, context: context).lines
        .map { text.spoken($0.0) }
    case .needs:
      return NeedAxis.allCases.map { axis in
        let level = content.needs[axis]
        let words = level.map { "\($0)/10, " + text.ventures.need($0) } ?? text.record.noNeeds
        return axis.label(text.language) + ": " + words
      } + fact(.needsOn)
    case .summary, .people, .discovery, .technology, .next, .files:
      return section.fields.flatMap(fact)
    }
  }

  private func fact(_ field: VentureField) -> [String] {
    let value = PlainField.describe(field, content, context)
    let label = field.label(text.language) + ": "
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if value.isEmpty { return [label + text.ventures.unknown] }
    return lines.count == 1 ? [label + value] : [label] + lines
  }

  private var evidence: [String] {
    let asked = RecordPage.evidenceAsked(pipeline)
    func name(_ code: String) -> String {
      asked.first { $0.code == code }?.title(text.language).string ?? code
    }
    let recorded = record.evidence.map {
      "\(name($0.code)): \($0.recordedOn.formatted), \($0.reference)"
    }
    let missing = asked.filter { one in !record.evidence.contains { $0.code == one.code } }
      .map {
        $0.title(text.language).string + ": "
          + text.spoken(text.record.evidenceMissing($0.stage, pipeline))
      }
    let lines = recorded + missing
    return lines.isEmpty ? [text.record.noEvidence] : lines
  }

  /// The stays in stages, oldest first, and then the moves with their reasons.
  var stays: [String] {
    guard let pipeline else { return [] }
    let history = StageHistory(moves: record.moves, pipeline: pipeline)
    let stays = history.intervals.map {
      text.stay(
        text.moves.stage($0.stage, pipeline), from: $0.from, to: $0.to,
        days: text.days($0.days(today: context.today)))
    }
    return stays + moves(pipeline)
  }

  private func moves(_ pipeline: Pipeline) -> [String] {
    let cancelled = Set(record.moves.compactMap(\.cancels))
    return record.moves.map { move in
      var parts = [
        move.movedAt.localDate.formatted, move.actor, move.kind.label(text.language),
        text.moves.stage(move.to, pipeline), move.reason.string,
      ].filter { !$0.isEmpty }
      if cancelled.contains(move.id) { parts.append(text.say("đã hủy", "cancelled")) }
      return parts.joined(separator: ", ")
    }
  }
}
