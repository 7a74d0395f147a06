extension DemoSeed {
  /// The venture with its history, over the pipeline that its kind follows.
  func venture(in pipeline: Pipeline) -> DemoVenture {
    let moves = builtMoves(in: pipeline)
    return DemoVenture(
      code: code, pipeline: pipeline.code, content: content, moves: moves,
      remarks: remarks.enumerated().map { index, remark in
        DemoVenture.Remark(
          writtenAt: Self.day(remark.day).at(hour: 15, minute: (number * 11 + index * 23) % 60),
          author: remark.author.rawValue, text: remark.text)
      },
      evidence: DemoEvidence.met(by: moves, in: pipeline, number: number))
  }

  /// The digits of the code, so that times and document numbers differ from venture to venture.
  private var number: Int {
    code.string.utf8.reduce(0) { sum, byte in
      (0x30...0x39).contains(byte) ? sum * 10 + Int(byte - 0x30) : sum
    }
  }

  private var content: VentureContent {
    var content = VentureContent(title: title)
    content.kind = kind
    content.field = field
    content.organisation = organisation
    content.taxCode = taxCode.map(TaxCode.init(stored:))
    content.representative = representative
    content.birthYear = birthYear
    content.phone = phone.map(PhoneNumber.init(stored:))
    content.email = email
    content.place = place
    content.sourceKind = source.kind
    content.sourceName = source.name
    content.foundOn = Self.day(foundOn)
    content.summary = summary
    content.problem = problem
    content.solution = solution
    content.technology = technology
    content.intellectualProperty = intellectualProperty
    if let needs {
      content.needs = [
        .management: needs.management, .vision: needs.vision, .approach: needs.approach,
      ]
      content.needsOn = Self.day(needs.on)
    }
    content.leadOwner = lead.displayName
    content.supportOwner = support?.displayName ?? .empty
    content.nextStep = nextStep
    content.nextStepDue = due.map(Self.day)
    content.tags = tags
    return content
  }

  private func builtMoves(in pipeline: Pipeline) -> [DemoVenture.Move] {
    var reached: String?
    return moves.enumerated().map { index, step in
      let to = step.stage.map { pipeline.stages[min($0, pipeline.stages.count - 1)].code }
      let move = DemoVenture.Move(
        kind: step.kind, from: reached, to: to ?? reached ?? pipeline.stages[0].code,
        movedAt: Self.day(step.day).at(hour: 8 + index % 3, minute: number * 7 % 60),
        actor: actor(of: step, in: pipeline), reason: step.reason)
      reached = move.to
      return move
    }
  }

  /// The owner keeps the records; giving a venture up, and its way into the last stage, are signed
  /// by the supervisor.
  private func actor(of step: Step, in pipeline: Pipeline) -> String {
    if case .dropped = step { return DemoSeason.supervisor }
    if case .forward(to: pipeline.stages.count - 1, _, _) = step { return DemoSeason.supervisor }
    return lead.rawValue
  }
}

extension DemoSeed.Step {
  /// The stage that is reached; nil when only the status changes.
  var stage: Int? {
    switch self {
    case .entered: 0
    case .forward(let stage, _, _), .back(let stage, _, _): stage
    case .setAside, .resumed, .dropped: nil
    }
  }

  /// The day, as yymmdd.
  var day: Int {
    switch self {
    case .entered(let day), .resumed(let day), .setAside(let day, _), .dropped(let day, _): day
    case .forward(_, let day, _), .back(_, let day, _): day
    }
  }

  /// The kind of move.
  var kind: StageMove.Kind {
    switch self {
    case .entered: .entered
    case .forward: .forward
    case .back: .back
    case .setAside: .setAside
    case .resumed: .resumed
    case .dropped: .dropped
    }
  }

  /// Why; empty when nobody said.
  var reason: SafeText {
    switch self {
    case .entered, .resumed: .empty
    case .forward(_, _, let reason), .back(_, _, let reason): reason
    case .setAside(_, let reason), .dropped(_, let reason): reason
    }
  }
}
