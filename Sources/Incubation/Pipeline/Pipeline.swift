/// A path that ventures follow, as data: its stages, what each asks for before it may be left, and
/// how long a venture usually stays in it.
public struct Pipeline: Hashable, Sendable {
  /// A short code, lower-case ASCII, that never changes: "startup".
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// Its stages, in order; never empty.
  public var stages: [Stage]
  /// The kinds of venture that follow it.
  public var kinds: Set<Venture.Kind>

  /// A pipeline.
  public init(code: String, title: Bilingual, stages: [Stage], kinds: Set<Venture.Kind>) {
    self.code = code
    self.title = title
    self.stages = stages
    self.kinds = kinds
  }

  /// The stage with a code; nil when the pipeline has none.
  public func stage(_ code: String) -> Stage? { stages.first { $0.code == code } }

  /// The place of a stage, 0 for the first; nil when the pipeline has none.
  public func index(of code: String) -> Int? { stages.firstIndex { $0.code == code } }
}

/// One stage of a pipeline.
public struct Stage: Hashable, Sendable {
  /// A short code, lower-case ASCII, unique in its pipeline: "screening".
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// The days that a venture usually stays; nil when it may stay for ever, as in the last stage.
  public var usualDays: Int?
  /// What a venture must have before it may go forward from here.
  public var exitRequirements: [ExitRequirement]

  /// A stage.
  public init(
    code: String, title: Bilingual, usualDays: Int?, exitRequirements: [ExitRequirement] = []
  ) {
    self.code = code
    self.title = title
    self.usualDays = usualDays
    self.exitRequirements = exitRequirements
  }
}

/// One thing that a stage asks for before it may be left forward.
public enum ExitRequirement: Hashable, Sendable {
  /// A field of the venture that is filled.
  case field(VentureField)
  /// A piece of evidence that has been recorded: its code, and its name.
  case evidence(code: String, title: Bilingual)
}

/// A field of a venture, as forms, exit requirements, imports and exports name it.
public enum VentureField: String, CaseIterable, Sendable {
  case code, title, pipeline, stage, kind, field, organisation
  case taxCode = "tax-code"
  case representative
  case birthYear = "birth-year"
  case phone, email, place
  case sourceKind = "source-kind"
  case sourceName = "source-name"
  case foundOn = "found-on"
  case summary, problem, solution, technology
  case intellectualProperty = "intellectual-property"
  case needManagement = "need-management"
  case needVision = "need-vision"
  case needApproach = "need-approach"
  case needsOn = "needs-on"
  case leadOwner = "lead-owner"
  case supportOwner = "support-owner"
  case nextStep = "next-step"
  case nextStepDue = "next-step-due"
  case tags, attachments, note
}
