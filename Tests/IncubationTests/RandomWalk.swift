import Incubation

/// A random sequence of legal moves of one venture, with some taken back.
struct RandomWalk {
  static let pipeline = Pipeline(
    code: "test", title: Bilingual(vietnamese: "Thử", english: "Test"),
    stages: (0..<5).map {
      Stage(
        code: "s\($0)", title: Bilingual(vietnamese: "Giai đoạn", english: "Stage"),
        usualDays: $0 == 4 ? nil : 100)
    }, kinds: [.startup])

  private(set) var moves: [StageMove] = []
  /// Where the plans led; nil when the entry was taken back.
  var position: StagePosition? { trail.last?.position }
  private var trail: [(move: StageMove, position: StagePosition)] = []
  private var day = LocalDate(dayNumber: 18_000)
  private var number: UInt64 = 0

  static func make(_ random: inout SeededRandom, steps: Int) -> RandomWalk {
    var walk = RandomWalk()
    for _ in 0..<steps {
      walk.day = walk.day.adding(days: random.number(0...40))
      if !walk.trail.isEmpty && random.number(0...3) == 0 {
        walk.takeBack(restoring: random.number(0...2) == 0)
      } else {
        walk.step(&random)
      }
    }
    return walk
  }

  func isStalled(_ position: StagePosition, today: LocalDate) -> Bool {
    guard position.status == .active, let usual = Self.pipeline.stage(position.stage)?.usualDays
    else { return false }
    return today.days(since: position.enteredOn) > usual
  }

  private mutating func step(_ random: inout SeededRandom) {
    guard let here = position else {
      let entry = StageRules.Plan(kind: .entered, from: "s0", to: "s0")
      append(entry, StagePosition(pipeline: "test", stage: "s0", status: .active, enteredOn: day))
      return
    }
    let requests: [MoveRequest] =
      Self.pipeline.stages.map { .stage($0.code) } + [.setAside, .drop, .resume, .resume]
    let plan = try? StageRules.plan(
      random.pick(requests), for: VentureContent(title: "Gạo"), evidence: [], at: here,
      in: Self.pipeline, reason: "có lý do")
    if let plan { append(plan, here.applying(plan, on: day)) }
  }

  private mutating func append(_ plan: StageRules.Plan, _ position: StagePosition) {
    let move = move(plan.kind, from: trail.isEmpty ? nil : plan.from, to: plan.to)
    moves.append(move)
    trail.append((move, position))
  }

  /// Cancels the last move that counts; perhaps cancels that, too.
  private mutating func takeBack(restoring: Bool) {
    let last = trail.removeLast()
    let cancellation = move(.cancelled, from: last.move.to, to: last.move.to, last.move.id)
    moves.append(cancellation)
    guard restoring else { return }
    moves.append(move(.cancelled, from: last.move.to, to: last.move.to, cancellation.id))
    trail.append(last)
  }

  private mutating func move(
    _ kind: StageMove.Kind, from: String?, to: String, _ cancels: Identifier<StageMove>? = nil
  ) -> StageMove {
    number += 1
    return StageMove(
      id: Identifier(high: 0, low: number), venture: Identifier(high: 0, low: 0), kind: kind,
      from: from, to: to, movedAt: day.at(hour: 9), actor: "lan", cancels: cancels)
  }
}
