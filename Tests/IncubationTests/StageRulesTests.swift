import Incubation
import Testing

@Suite("Rules of stage moves")
struct StageRulesTests {
  private let pipeline = ShippedPipelines.startup
  private let day = LocalDate(dayNumber: 18_000)

  private func position(
    _ stage: String, _ status: Venture.Status = .active
  ) -> StagePosition {
    StagePosition(pipeline: "startup", stage: stage, status: status, enteredOn: day)
  }

  private func plan(
    _ request: MoveRequest, at position: StagePosition, content: VentureContent? = nil,
    evidence: [String] = [], reason: SafeText = .empty
  ) throws(MoveRefusal) -> StageRules.Plan {
    try StageRules.plan(
      request, for: content ?? VentureContent(title: "Gạo ST tuần hoàn"),
      evidence: evidence.map { Evidence(code: $0, recordedOn: day, reference: "01/BB") },
      at: position, in: pipeline, reason: reason)
  }

  private func filled(_ fields: [VentureField]) throws -> VentureContent {
    var random = SeededRandom(seed: 1)
    var content = VentureContent(title: "Gạo ST tuần hoàn")
    for field in fields { try content.set(field, from: RandomVenture.text(for: field, &random)) }
    return content
  }

  @Test("Leaving discovery needs a telephone and a problem, in this order")
  func missing() throws {
    #expect(throws: MoveRefusal.missing([.field(.phone), .field(.problem)])) {
      try plan(.stage("screening"), at: position("discovery"))
    }
    #expect(throws: MoveRefusal.missing([.field(.problem)])) {
      try plan(.stage("screening"), at: position("discovery"), content: filled([.phone]))
    }
    let done = try plan(
      .stage("screening"), at: position("discovery"), content: filled([.phone, .problem]))
    #expect(done == StageRules.Plan(kind: .forward, from: "discovery", to: "screening"))
  }

  @Test("Whoever passes over a stage meets its requirements, too")
  func passesOver() throws {
    let content = try filled([.phone, .problem, .field, .representative, .solution])
    do {
      _ = try plan(.stage("incubation"), at: position("discovery"), content: content)
      Issue.record("the minutes are missing")
    } catch {
      guard case .missing(let requirements) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(requirements.map { $0.label(.vietnamese) } == ["Biên bản thẩm định"])
      #expect(error.words(.vietnamese, in: pipeline) == "Còn thiếu: biên bản thẩm định.")
    }
    let done = try plan(
      .stage("incubation"), at: position("discovery"), content: content,
      evidence: ["appraisal-minutes"])
    #expect(done.kind == .forward)
  }

  @Test("Back needs a reason and nothing else")
  func back() throws {
    #expect(throws: MoveRefusal.reasonRequired) {
      try plan(.stage("discovery"), at: position("testing"))
    }
    #expect(throws: MoveRefusal.reasonRequired) {
      try plan(.stage("discovery"), at: position("testing"), reason: "  ")
    }
    let done = try plan(.stage("discovery"), at: position("testing"), reason: "đổi ý tưởng")
    #expect(done == StageRules.Plan(kind: .back, from: "testing", to: "discovery"))
  }

  @Test("Moves that make no sense are refused")
  func refusals() {
    #expect(throws: MoveRefusal.unknownStage("moon")) {
      try plan(.stage("moon"), at: position("discovery"))
    }
    #expect(throws: MoveRefusal.unknownStage("moon")) {
      try plan(.stage("discovery"), at: position("moon"))
    }
    #expect(throws: MoveRefusal.alreadyThere) {
      try plan(.stage("testing"), at: position("testing"))
    }
    #expect(throws: MoveRefusal.notActive(.setAside)) {
      try plan(.stage("market"), at: position("testing", .setAside))
    }
    #expect(throws: MoveRefusal.notActive(.dropped)) {
      try plan(.setAside, at: position("testing", .dropped))
    }
    #expect(throws: MoveRefusal.notActive(.dropped)) {
      try plan(.drop, at: position("testing", .dropped), reason: "x")
    }
    #expect(throws: MoveRefusal.reasonRequired) { try plan(.drop, at: position("testing")) }
    #expect(throws: MoveRefusal.notResting) { try plan(.resume, at: position("testing")) }
  }

  @Test("Status changes keep the stage and the day of entry")
  func statusChanges() throws {
    let later = day.adding(days: 9)
    let aside = position("testing").applying(
      try plan(.setAside, at: position("testing")), on: later)
    #expect(aside == position("testing", .setAside))
    let dropped = aside.applying(try plan(.drop, at: aside, reason: "không khả thi"), on: later)
    #expect(dropped == position("testing", .dropped))
    #expect(dropped.applying(try plan(.resume, at: dropped), on: later) == position("testing"))
  }

  @Test("Every refusal has its sentence in both languages")
  func words() {
    let refusals: [MoveRefusal] = [
      .unknownStage("moon"), .alreadyThere, .notActive(.dropped), .notActive(.setAside),
      .notResting, .missing([.field(.phone)]), .reasonRequired,
    ]
    let all = Language.allCases.flatMap { language in
      refusals.map { $0.words(language, in: pipeline) }
    }
    #expect(Set(all).count == 2 * refusals.count)
    #expect(all.contains("Hồ sơ tạm dừng; hãy tiếp tục hồ sơ trước khi dời."))
  }

  @Test("The shipped pipelines are sound")
  func shipped() throws {
    #expect(ShippedPipelines.all.map(\.code) == ["startup", "enterprise"])
    for pipeline in ShippedPipelines.all {
      let codes = pipeline.stages.map(\.code)
      #expect(Set(codes).count == codes.count && codes.count == 6)
      #expect(pipeline.stages.last?.usualDays == nil)
      #expect(pipeline.stages.dropLast().allSatisfy { $0.usualDays != nil })
      #expect(pipeline.stages.last?.exitRequirements.isEmpty == true)
      #expect(pipeline.stages.dropLast().allSatisfy { !$0.exitRequirements.isEmpty })
      for text in [pipeline.title] + pipeline.stages.map(\.title) {
        #expect(try safe(text.vietnamese.string) == text.vietnamese && !text.english.isBlank)
      }
    }
    let kinds = ShippedPipelines.all.flatMap(\.kinds)
    #expect(Set(kinds) == Set(Venture.Kind.allCases) && kinds.count == 3)
    for kind in Venture.Kind.allCases {
      #expect(ShippedPipelines.pipeline(for: kind).kinds.contains(kind))
    }
    #expect(ShippedPipelines.startup.stages.map(\.usualDays) == [30, 21, 90, 120, 60, nil])
    #expect(ShippedFields.all.count == 12)
    #expect(Set(ShippedFields.all.map(\.vietnamese.string)).count == 12)
  }
}
