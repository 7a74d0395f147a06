import Foundation
import Incubation
import Storage

/// Judges and a secretary who work by themselves on the open final of the demo, at the pace of
/// people, so that one person can feel a live round. They use the same ports as everybody, each
/// under the own account.
struct SimulatedJudges: Sendable {
  private let stores: Stores
  private let session: Session
  private let count: Int

  /// `count` is the whole panel with the person who tries it; so many less one are played.
  init(_ stores: Stores, as session: Session, count: Int) {
    self.stores = stores
    self.session = session
    self.count = count
  }

  /// The round that is played, by contest and round.
  static let round = "YT2020/chung-ket"

  /// Begins in the background, and goes on until every sheet is sealed or the task is cancelled.
  func start() -> Task<Void, Never> {
    Task.detached(priority: .utility) {
      // The person who tries it sees the screen first.
      try? await Task.sleep(for: .seconds(2))
      try? await play()
    }
  }

  private func play() async throws {
    let organiser = acting("son", .organiser)
    guard let round = try await stores.competitions.findRound(Self.round, by: organiser) else {
      return
    }
    let snapshot = try await stores.judging.snapshot(of: round, by: organiser)
    let others = snapshot.judges.filter { $0.login != nil && $0.login != session.user.login }
    await withTaskGroup(of: Void.self) { group in
      for (place, judge) in others.prefix(max(0, count - 1)).enumerated() {
        group.addTask {
          var play = JudgePlay(self, round, judge, seed: UInt64(place + 1))
          await play.run()
        }
      }
      group.addTask { await self.callEntries(round, organiser) }
    }
  }

  fileprivate func acting(_ login: String, _ role: UserRole) -> Session {
    var acting = session
    acting.user = User(login: login, displayName: SafeText(escaping: login), roles: [role])
    return acting
  }

  // MARK: - The stage

  /// Calls one entry after the other: a pitch, questions, the next.
  private func callEntries(_ round: Identifier<Round>, _ organiser: Session) async {
    while !Task.isCancelled {
      guard let snapshot = try? await stores.judging.snapshot(of: round, by: organiser),
        snapshot.round.state.takesScores
      else { return }
      for entry in snapshot.entries where !entry.isWithdrawn {
        for (phase, minutes) in [
          (StageCall.Phase.pitch, snapshot.round.content.pitchMinutes),
          (.questions, snapshot.round.content.questionMinutes),
        ] {
          let call = StageCall(
            entry: entry.entry, phase: phase, runningSince: session.now(),
            limit: Int64(minutes) * 60_000)
          try? await stores.competitions.setStage(call, of: round, by: organiser)
          guard (try? await Task.sleep(for: .seconds(45))) != nil else { return }
        }
      }
    }
  }

  fileprivate func sheets(
    _ round: Identifier<Round>, of judge: RoundJudge, _ own: Session
  ) async throws -> RoundSnapshot {
    try await stores.judging.snapshot(of: round, by: own)
  }

  fileprivate func record(_ event: ScoreEvent, _ own: Session) async throws {
    _ = try await stores.judging.record([event], by: own)
  }

  fileprivate func seal(
    _ entries: [Identifier<Entry>], _ judge: Identifier<Judge>, _ round: Identifier<Round>,
    _ own: Session
  ) async throws {
    _ = try await stores.judging.seal(entries, of: judge, in: round, by: own)
  }
}

/// One judge who works by themself.
private struct JudgePlay {
  private let panel: SimulatedJudges
  private let round: Identifier<Round>
  private let judge: RoundJudge
  private let own: Session
  private var dice: SplitMix64
  /// How much stricter than others, in hundredths of the range.
  private let strictness: Int

  init(
    _ panel: SimulatedJudges, _ round: Identifier<Round>, _ judge: RoundJudge, seed: UInt64
  ) {
    self.panel = panel
    self.round = round
    self.judge = judge
    own = panel.acting(judge.login ?? "", .judge)
    dice = SplitMix64(seed: seed)
    strictness = dice.below(15) - 7
  }

  /// Scores what is left, criterion after criterion, and seals when all is there. What fails, as
  /// when the file is locked, is tried again.
  mutating func run() async {
    do {
      let snapshot = try await panel.sheets(round, of: judge, own)
      let blocked = snapshot.blocked
      let places = snapshot.entries.filter { !$0.isWithdrawn }
        .map { SheetPlace(entry: $0.entry, judge: judge.judge) }
        .filter { snapshot.assigned.contains($0) && !blocked.contains($0) }
      for place in places where !snapshot.sheet(place).isSealed {
        for criterion in snapshot.rules.criteria
        where snapshot.sheet(place).hundredths(criterion.code) == nil {
          try await think()
          try await give(criterion, place)
        }
      }
      try await Task.sleep(for: .seconds(8))
      let open = places.filter { !snapshot.sheet($0).isSealed }.map(\.entry)
      if !open.isEmpty { try await panel.seal(open, judge.judge, round, own) }
    } catch {
      // The round was closed, or the program ends.
    }
  }

  /// Three to nine seconds a score, as people need.
  private mutating func think() async throws {
    try await Task.sleep(for: .milliseconds(3_000 + dice.below(6_000)))
  }

  private mutating func give(_ criterion: Criterion, _ place: SheetPlace) async throws {
    let typing = ScoreTyping(criterion)
    var quality = SplitMix64(seed: place.entry.low)
    let share = min(100, max(0, 50 + quality.below(40) - strictness + dice.below(17) - 8))
    let steps = (typing.most - typing.least) / typing.step * share / 100
    let now = own.now()
    var ids = IdentifierSource(random: own.random)
    let event = ScoreEvent(
      id: ids.next(at: now), round: round, entry: place.entry, judge: place.judge,
      kind: .value(
        criterion: criterion.code, hundredths: typing.least + steps * typing.step),
      typedAt: now, device: "demo")
    var tries = 0
    while true {
      do { return try await panel.record(event, own) } catch {
        tries += 1
        if tries > 20 { throw error }
        try await Task.sleep(for: .seconds(1))
      }
    }
  }
}
