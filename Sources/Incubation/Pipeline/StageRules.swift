/// The rules by which ventures move: written once, used by storage, screens and imports.
public enum StageRules {
  /// What a request amounts to.
  public struct Plan: Hashable, Sendable {
    /// What happens.
    public var kind: StageMove.Kind
    /// Code of the stage that is left.
    public var from: String
    /// Code of the stage that is reached; the same when only the status changes.
    public var to: String

    /// A plan.
    public init(kind: StageMove.Kind, from: String, to: String) {
      self.kind = kind
      self.from = from
      self.to = to
    }
  }

  /// Works out what a request amounts to, for a venture as it is now.
  ///
  /// Forward moves may pass over stages; then the exit requirements of every stage from the
  /// present one up to the target must be met. Back and drop need a reason. What was put aside
  /// may be dropped without being resumed.
  ///
  /// - Throws: `MoveRefusal`.
  public static func plan(
    _ request: MoveRequest, for content: VentureContent, evidence: [Evidence],
    at position: StagePosition, in pipeline: Pipeline, reason: SafeText = .empty
  ) throws(MoveRefusal) -> Plan {
    let here = position.stage
    switch request {
    case .stage(let target):
      return try stagePlan(to: target, content, evidence, position, pipeline, reason)
    case .setAside:
      guard position.status == .active else { throw .notActive(position.status) }
      return Plan(kind: .setAside, from: here, to: here)
    case .drop:
      guard position.status != .dropped else { throw .notActive(.dropped) }
      guard !reason.isBlank else { throw .reasonRequired }
      return Plan(kind: .dropped, from: here, to: here)
    case .resume:
      guard position.status != .active else { throw .notResting }
      return Plan(kind: .resumed, from: here, to: here)
    }
  }

  /// What is missing before a venture may go forward from one stage to another: the unmet exit
  /// requirements of every stage from the first up to, not including, the second, each once.
  /// Empty when it may go, when the second is not later, or when either is unknown.
  public static func missing(
    from stage: String, to target: String, for content: VentureContent, evidence: [Evidence],
    in pipeline: Pipeline
  ) -> [ExitRequirement] {
    guard let first = pipeline.index(of: stage), let last = pipeline.index(of: target),
      first < last
    else { return [] }
    let recorded = Set(evidence.map(\.code))
    var result: [ExitRequirement] = []
    for requirement in pipeline.stages[first..<last].flatMap(\.exitRequirements)
    where !isMet(requirement, content, recorded) && !result.contains(requirement) {
      result.append(requirement)
    }
    return result
  }

  private static func stagePlan(
    to target: String, _ content: VentureContent, _ evidence: [Evidence],
    _ position: StagePosition, _ pipeline: Pipeline, _ reason: SafeText
  ) throws(MoveRefusal) -> Plan {
    let here = position.stage
    guard let last = pipeline.index(of: target) else { throw .unknownStage(target) }
    guard let first = pipeline.index(of: here) else { throw .unknownStage(here) }
    guard position.status == .active else { throw .notActive(position.status) }
    if first == last { throw .alreadyThere }
    if last < first {
      guard !reason.isBlank else { throw .reasonRequired }
      return Plan(kind: .back, from: here, to: target)
    }
    let missing = missing(
      from: here, to: target, for: content, evidence: evidence, in: pipeline)
    guard missing.isEmpty else { throw .missing(missing) }
    return Plan(kind: .forward, from: here, to: target)
  }

  private static func isMet(
    _ requirement: ExitRequirement, _ content: VentureContent, _ recorded: Set<String>
  ) -> Bool {
    switch requirement {
    case .field(let field): content.isFilled(field)
    case .evidence(let code, _): recorded.contains(code)
    }
  }
}

extension StagePosition {
  /// The position after a move. The day of entry changes with the stage only: what was put aside
  /// or dropped and then resumed has been in its stage since it came into it.
  public func applying(_ plan: StageRules.Plan, on day: LocalDate) -> StagePosition {
    var result = self
    switch plan.kind {
    case .cancelled: return self
    case .setAside: result.status = .setAside
    case .dropped: result.status = .dropped
    case .resumed: result.status = .active
    case .entered, .forward, .back:
      result.status = .active
      if plan.to != stage {
        result.stage = plan.to
        result.enteredOn = day
      }
    }
    return result
  }
}

extension ExitRequirement {
  /// What is asked for, as a message names it.
  public func label(_ language: Language) -> String {
    switch self {
    case .field(let field): field.label(language)
    case .evidence(_, let title): title(language).string
    }
  }
}

extension MoveRefusal {
  /// One sentence that says why the move was refused and what would lift it. Stages are named as
  /// the pipeline names them.
  public func words(_ language: Language, in pipeline: Pipeline) -> String {
    let isVietnamese = language == .vietnamese
    switch self {
    case .unknownStage(let code):
      return isVietnamese
        ? "Quy trình «\(pipeline.title.vietnamese)» không có giai đoạn «\(code)»."
        : "The pipeline “\(pipeline.title.english)” has no stage “\(code)”."
    case .alreadyThere:
      return isVietnamese
        ? "Hồ sơ đang ở giai đoạn này rồi." : "The venture is in this stage already."
    case .notActive(let status):
      let name = status.label(language).lowercased()
      return isVietnamese
        ? "Hồ sơ \(name); hãy tiếp tục hồ sơ trước khi dời."
        : "The venture is \(name); resume it before it can move."
    case .notResting:
      return isVietnamese
        ? "Hồ sơ đang được theo dõi, không cần tiếp tục."
        : "The venture is active, there is nothing to resume."
    case .missing(let requirements):
      let names = requirements.map { $0.label(language).lowercasedFirst }.joined(separator: ", ")
      return isVietnamese ? "Còn thiếu: \(names)." : "Still missing: \(names)."
    case .reasonRequired:
      return isVietnamese ? "Cần ghi lý do." : "A reason is needed."
    }
  }
}

extension String {
  /// The text with a small first letter, unless the second is a capital, too: "KH&CN" stays.
  var lowercasedFirst: String {
    guard let first, !(dropFirst().first?.isUppercase ?? false) else { return self }
    return first.lowercased() + dropFirst()
  }
}
