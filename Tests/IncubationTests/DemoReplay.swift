import Testing

@testable import Incubation

/// What the tests of both seasons ask of one venture.
enum DemoReplay {
  static func pipeline(of venture: DemoVenture) -> Pipeline {
    venture.pipeline == ShippedPipelines.enterprise.code
      ? ShippedPipelines.enterprise : ShippedPipelines.startup
  }

  /// What is wrong with the moves of a venture, replayed under the rules from the first, with the
  /// evidence that had been recorded by each day; nothing when all is well.
  static func problems(of venture: DemoVenture, today: LocalDate) -> [String] {
    let pipeline = pipeline(of: venture)
    guard let entry = venture.moves.first, entry.kind == .entered, entry.from == nil,
      entry.to == pipeline.stages[0].code
    else { return ["\(venture.code): no entry into the first stage"] }
    var problems: [String] = []
    var position = StagePosition(
      pipeline: pipeline.code, stage: entry.to, status: .active,
      enteredOn: entry.movedAt.localDate)
    for (move, before) in zip(venture.moves.dropFirst(), venture.moves) {
      let day = move.movedAt.localDate
      if move.movedAt <= before.movedAt { problems.append("\(venture.code) \(day): out of order") }
      if day > today { problems.append("\(venture.code) \(day): in the future") }
      do {
        let plan = try StageRules.plan(
          request(for: move), for: venture.content,
          evidence: venture.evidence.filter { $0.recordedOn <= day }, at: position, in: pipeline,
          reason: move.reason)
        if plan != StageRules.Plan(kind: move.kind, from: move.from ?? "", to: move.to) {
          problems.append("\(venture.code) \(day): \(plan)")
        }
        position = position.applying(plan, on: day)
      } catch {
        problems.append("\(venture.code) \(day): \(error)")
      }
    }
    if venture.position != position { problems.append("\(venture.code): \(venture.position)") }
    return problems
  }

  private static func request(for move: DemoVenture.Move) -> MoveRequest {
    switch move.kind {
    case .setAside: .setAside
    case .dropped: .drop
    case .resumed: .resume
    case .entered, .forward, .back, .cancelled: .stage(move.to)
    }
  }

  /// Refuses texts that no entrance of the program would let in.
  static func checkTexts(of venture: DemoVenture) throws {
    let content = venture.content
    let lines =
      [
        venture.code, content.title, content.field, content.organisation, content.representative,
        content.email, content.place, content.sourceName, content.leadOwner, content.supportOwner,
        content.nextStep,
      ] + content.tags + venture.moves.map(\.reason) + venture.evidence.map(\.reference)
    for line in lines {
      #expect(try SafeText(line.string) == line, "\(venture.code)")
      #expect(line.string.unicodeScalars.elementsEqual(try nfc(line).unicodeScalars))
    }
    let notes =
      [
        content.summary, content.problem, content.solution, content.technology,
        content.intellectualProperty,
      ] + venture.remarks.map(\.text)
    for note in notes {
      #expect(try SafeText(note.string, .note) == note, "\(venture.code)")
      #expect(note.string.unicodeScalars.elementsEqual(try nfc(note).unicodeScalars))
    }
  }

  /// The text in NFC; scalars are compared, because `==` of strings ignores the form.
  private static func nfc(_ text: SafeText) throws -> String {
    try SafeText(text.string, .note).string
  }

  /// FNV-1a over what a person sees of the ventures, so that a change of the data is noticed.
  static func checksum(_ ventures: some Sequence<DemoVenture>) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for venture in ventures {
      let content = venture.content
      let moves = venture.moves.map {
        "\($0.kind) \($0.to) \($0.movedAt.milliseconds) \($0.reason)"
      }
      let seen =
        [
          venture.code, content.title, content.representative, content.organisation, content.place,
          content.summary, content.problem, content.nextStep,
        ].map(\.string) + moves + venture.remarks.map(\.text.string)
        + venture.evidence.map(\.reference.string)
      for byte in seen.joined(separator: "|").utf8 {
        sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return sum
  }
}
