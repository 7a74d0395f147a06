import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A line of the page: pieces of text that follow one another.
struct PageLine: Equatable, Sendable {
  /// A piece with its meaning.
  struct Piece: Equatable, Sendable {
    var text: String
    var role: Role
  }

  var pieces: [Piece]
  /// The section that begins with this line; nil for all other lines.
  var section: RecordSection?

  init(_ pieces: [Piece] = [], section: RecordSection? = nil) {
    self.pieces = pieces
    self.section = section
  }

  init(_ text: String, _ role: Role = .text) { self.init([Piece(text: text, role: role)]) }
}

/// Lays the whole page out as lines of a width; what is seen is a window of them.
struct RecordPage {
  let record: VentureRecord
  let text: RecordText
  let context: ScreenContext
  let width: Int

  private var content: VentureContent { record.venture.content }
  private var labelWidth: Int { min(26, max(14, width / 3)) }

  /// All lines.
  var lines: [PageLine] {
    RecordSection.allCases.flatMap { section in
      [PageLine([PageLine.Piece(text: text.name(section), role: .heading)], section: section)]
        + body(section) + [PageLine()]
    }
  }

  private func body(_ section: RecordSection) -> [PageLine] {
    switch section {
    case .needs: return needs
    case .evidence: return evidence
    case .timeline:
      return TimelineLines(record: record, text: text, context: context)
        .lines.flatMap { wrap($0.0, indent: $0.2, role: $0.1) }
    case .team: return team
    case .summary, .people, .discovery, .technology, .next, .files:
      return section.fields.flatMap(field)
    }
  }

  private func field(_ field: VentureField) -> [PageLine] {
    var value = content.describe(field, text.language)
    if field == .field {
      value =
        context.fieldNames.first { $0.vietnamese == content.field }?(text.language).string ?? value
    }
    var role: Role = .text
    if value.isEmpty { (value, role) = (text.ventures.unknown, .muted) }
    if field == .nextStepDue, let due = content.nextStepDue {
      let late = context.today.days(since: due)
      if late > 0 { (value, role) = (value + "  ! " + text.ventures.overdue(late), .danger) }
    }
    return pair(field.label(text.language), value, role)
  }

  /// A name and what it holds, wrapped beside it.
  private func pair(_ label: String, _ value: String, _ role: Role) -> [PageLine] {
    let room = max(10, width - labelWidth - 2)
    let shown = TextWidth.cut(label, to: labelWidth - 1)
    let pad = String(repeating: " ", count: labelWidth - TextWidth.width(of: shown))
    return TextWrap.lines(of: value, width: room).enumerated().map { index, line in
      let head = index == 0 ? "  " + shown + pad : String(repeating: " ", count: labelWidth + 2)
      return PageLine([
        PageLine.Piece(text: head, role: .muted), PageLine.Piece(text: line, role: role),
      ])
    }
  }

  private func wrap(_ text: String, indent: Int, role: Role) -> [PageLine] {
    let space = String(repeating: " ", count: indent)
    return TextWrap.lines(of: text, width: max(10, width - indent)).map {
      PageLine(space + $0, role)
    }
  }

  /// A bar of ten cells with the number and a word: nothing is said by length alone.
  private var needs: [PageLine] {
    let bars = NeedAxis.allCases.map { axis in
      let level = content.needs[axis]
      let label = axis.label(text.language)
      let shown = TextWidth.cut(label, to: labelWidth - 1)
      let pad = String(repeating: " ", count: labelWidth - TextWidth.width(of: shown))
      let filled = min(10, max(0, level ?? 0))
      let words = level.map { "  \($0)/10 " + text.ventures.need($0) } ?? "  " + text.noNeeds
      return PageLine([
        PageLine.Piece(text: "  " + shown + pad, role: .muted),
        PageLine.Piece(text: String(repeating: "█", count: filled), role: .chart1),
        PageLine.Piece(text: String(repeating: "░", count: 10 - filled), role: .track),
        PageLine.Piece(text: words, role: level == nil ? .muted : .text),
      ])
    }
    return bars + field(.needsOn)
  }

  private var evidence: [PageLine] {
    let pipeline = context.pipelines.first { $0.code == record.venture.position.pipeline }
    let recorded = record.evidence.flatMap { piece in
      pair(
        evidenceName(piece.code), piece.recordedOn.formatted + "  " + piece.reference.string, .text)
    }
    let missing = Self.evidenceAsked(pipeline).filter { asked in
      !record.evidence.contains { $0.code == asked.code }
    }
    let lines =
      recorded
      + missing.flatMap {
        pair($0.title(text.language).string, text.evidenceMissing($0.stage, pipeline), .muted)
      }
    return lines.isEmpty ? [PageLine("  " + text.noEvidence, .muted)] : lines
  }

  /// The evidence that the stages of a pipeline ask for, each piece once, with the first stage that
  /// asks for it.
  static func evidenceAsked(
    _ pipeline: Pipeline?
  ) -> [(code: String, title: Bilingual, stage: String)] {
    var result: [(code: String, title: Bilingual, stage: String)] = []
    for stage in pipeline?.stages ?? [] {
      for case .evidence(let code, let title) in stage.exitRequirements
      where !result.contains(where: { $0.code == code }) {
        result.append((code, title, stage.code))
      }
    }
    return result
  }

  private func evidenceName(_ code: String) -> String {
    let pipeline = context.pipelines.first { $0.code == record.venture.position.pipeline }
    let requirements = pipeline?.stages.flatMap(\.exitRequirements) ?? []
    return requirements.lazy.compactMap { requirement -> String? in
      guard case .evidence(code, let title) = requirement else { return nil }
      return title(text.language).string
    }.first ?? code
  }

  private var team: [PageLine] {
    if record.team.isEmpty { return [PageLine("  " + text.noTeam, .muted)] }
    return record.team.flatMap { member in
      let parts = [member.person.fullName.string, member.person.phone?.formatted ?? ""]
      return pair(
        member.duty.isBlank ? text.say("Thành viên", "Member") : member.duty.string,
        parts.filter { !$0.isEmpty }.joined(separator: " · "), .text)
    }
  }
}
