import Incubation

/// The reveal of a signed result: its step is shared through the database, so that the presenter's
/// and the audience's terminals show the same.
enum RevealReading {
  /// What a user sees of it.
  static func view(
    of id: Identifier<Round>, for user: User, on connection: any SQLConnection
  ) throws -> RevealView {
    let snapshot = try RoundReading.whole(id, on: connection)
    let sight = try RoundReading.sight(of: snapshot, for: user)
    let step = try connection.first(
      "SELECT step FROM round_reveal WHERE round = ?", [.id(id)]
    ) { Int($0.integer(0)) }
    let seesAll = sight == .everything
    let state = snapshot.round.state
    var plan = RevealPlan(steps: [])
    if state >= .signed, let found = try RoundReading.verdict(of: id, on: connection) {
      plan = RevealPlan(found.verdict.result, snapshot)
    } else if seesAll, let result = try? snapshot.result() {
      // A rehearsal on what there is; nobody else sees anything of it.
      plan = RevealPlan(StoredResult(result, rulesHash: snapshot.rulesHash), snapshot)
    }
    let reached = state >= .signed ? step.map { min(max(0, $0), plan.steps.count) } : nil
    return RevealView(
      round: snapshot.round, competitionCode: snapshot.competitionCode, step: reached,
      stepCount: plan.steps.count,
      steps: seesAll ? plan.steps : Array(plan.steps.prefix(reached ?? 0)), seesAll: seesAll)
  }
}

extension ContestWriting {
  func setReveal(_ step: Int?, of id: Identifier<Round>) throws {
    try context.require(.runCompetitions)
    let round = try locked(id)
    guard round.state >= .signed else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    try connection.execute("DELETE FROM round_reveal WHERE round = ?", [.id(id)])
    if let step {
      try connection.execute(
        "INSERT INTO round_reveal (round, step, login, at) VALUES (?, ?, ?, ?)",
        [.id(id), .integer(step), .text(login), .integer(context.now.milliseconds)])
    }
    try context.touch(.competitions)
  }
}
