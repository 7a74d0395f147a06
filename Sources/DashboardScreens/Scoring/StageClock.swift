import Incubation
import TerminalCanvas

/// The clock of the stage at a moment.
struct StageClock {
  let round: Round
  let now: Timestamp?

  init(_ round: Round, now: Timestamp?) {
    self.round = round
    self.now = now
  }

  /// Milliseconds that the phase was meant to take; 0 when that is not fixed.
  private var planned: Int64 {
    switch round.stage.phase {
    case .idle: 0
    case .pitch: Int64(round.content.pitchMinutes) * 60_000
    case .questions: Int64(round.content.questionMinutes) * 60_000
    }
  }

  func words(_ text: ScoringText) -> (words: String, role: Role) {
    let stage = round.stage
    guard stage.phase != .idle else { return (text.phase(stage), .info) }
    let elapsed = now.map { stage.elapsed(at: $0) } ?? stage.elapsed
    var parts = [text.phase(stage) + " " + TimeWords.minutes(elapsed)]
    if stage.limit > 0 { parts[0] += " / " + TimeWords.minutes(stage.limit) }
    if planned > 0, stage.limit > planned {
      parts.append(text.extended(TimeWords.minutes(stage.limit - planned)))
    }
    if stage.runningSince == nil { parts.append(text.paused) }
    let isOver = stage.limit > 0 && elapsed > stage.limit
    if isOver { parts.append("! " + text.overTime) }
    return (parts.joined(separator: " · "), isOver ? .warning : .info)
  }
}
