import DashboardScreens
import Foundation
import Incubation
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import vuonuom

/// A live round over sudden ends: the real program on a pseudo-terminal, killed while scores are
/// typed, and with the database's lock gone away and back.
@Suite("Live scoring over sudden ends", .serialized)
struct ScoringJourneyTests {
  private static let left = "Lần trước còn"

  /// The demo with an open final in which nothing is scored; two judges work by themselves.
  private func start(_ runner: CommandRunner) throws -> LiveProgram {
    let program = try LiveProgram(
      runner, ["demo", "--judges", "3", "--keep", runner.path("demo.db")])
    try #require(program.shows("Chung kết", seconds: 40), "\(program.text)")
    try #require(program.shows("đang chấm"), "\(program.text)")
    return program
  }

  /// Opens the sheet, after sending what an earlier run left: on the list, or on the sheet where
  /// the judge was.
  private func open(_ program: LiveProgram) throws {
    program.wait(0.5)
    if program.text.contains(Self.left) {
      try program.type(program.text.contains("Để sau") ? "\r" : "\u{13}", until: "Đã gửi")
      program.wait(0.5)
    }
    if !program.text.contains("Tổng tạm tính") {
      try program.type("\r", until: "Tổng tạm tính")
    }
  }

  /// What the open page says is on disk or in the database: scores by entry and criterion.
  private func shown(_ program: LiveProgram) -> [String: String] {
    let lines = program.text.components(separatedBy: "\n")
    let heading = lines.first { line in
      line.hasPrefix("  ") && line.dropFirst(2).prefix(2).allSatisfy(\.isNumber)
        && line.dropFirst(4).hasPrefix(" · ")
    }
    guard let entry = heading?.dropFirst(2).prefix(2) else { return [:] }
    var result: [String: String] = [:]
    for criterion in Self.criteria {
      guard let line = lines.first(where: { $0.dropFirst(2).hasPrefix(criterion.title) }) else {
        continue
      }
      let words = line.split(separator: " ").map(String.init)
      guard let mark = words.firstIndex(where: { $0 == "✓" || $0 == "•" }), mark > 0 else {
        continue
      }
      result["\(entry) \(criterion.code)"] = words[mark - 1]
    }
    return result
  }

  private static let criteria = [
    ("TM", "Tính mới"), ("KT", "Khả thi"), ("MH", "Mô hình"), ("UD", "Ứng dụng"),
    ("DN", "Đội ngũ"), ("TD", "Tác động"), ("TB", "Trình bày"),
  ].map { (code: $0.0, title: $0.1) }

  /// The judge's events of the open final, by entry and criterion, with the score in words.
  private func stored(
    _ runner: CommandRunner
  ) async throws -> [(id: Identifier<ScoreEvent>, place: String, score: String)] {
    let database = try SQLiteDatabase(path: runner.path("demo.db"))
    let stores = Stores.over(database)
    let today = DemoSeason.season2020.today
    let session = Session(
      user: User(login: "son", displayName: "Sơn", roles: [.organiser]),
      now: { today.at(hour: 9) }, random: { 4 }, today: { today })
    let found = try await stores.competitions.findRound(SimulatedJudges.round, by: session)
    let round = try #require(found)
    let snapshot = try await stores.judging.snapshot(of: round, by: session)
    let judge = try #require(snapshot.judges.first { $0.login == "mai" }?.judge)
    let events = try await stores.judging.events(of: round, after: 0, by: session)
    await database.close()
    return events.compactMap { event in
      guard event.judge == judge,
        case .scored(.value(let criterion, let score?), false) = event.step
      else { return nil }
      let code = snapshot.entry(event.entry)?.code ?? "?"
      return (
        event.id, "\(code) \(criterion)", NumberText.hundredths(Int64(score), .vietnamese)
      )
    }
  }

  @Test("killed five times while typing: nothing that was shown is lost, nothing is doubled")
  func killed() async throws {
    let runner = try CommandRunner()
    var promised: [String: String] = [:]
    for attempt in 0..<5 {
      let program = try start(runner)
      try open(program)
      // The next missing score, a number, and so on; the kill comes at any moment of that.
      for (place, key) in "34543".enumerated() {
        program.terminal.write("\u{1B}n")
        program.wait(0.15)
        program.terminal.write(String(key))
        program.wait(place % 3 == attempt % 3 ? 0.15 : 0.01)
        promised.merge(shown(program)) { $1 }
        if attempt < 4, place == attempt + 1 { break }
      }
      program.wait([0, 0.02, 0.05, 0.2, 1.0][attempt])
      promised.merge(shown(program)) { $1 }
      program.kill()
    }
    #expect(promised.count >= 10, "\(promised)")
    let last = try start(runner)
    try open(last)
    last.wait(1)
    last.kill()
    let stored = try await stored(runner)
    for (place, score) in promised {
      let found = stored.filter { $0.place == place }
      #expect(found.map(\.score) == [score], "\(place): shown \(score), stored \(found)")
    }
    #expect(Set(stored.map(\.id)).count == stored.count)
    #expect(Set(stored.map(\.place)).count == stored.count, "none was typed twice")
  }

  @Test("without the database's lock scores are kept here, and go there when it is back")
  func lockAway() async throws {
    let runner = try CommandRunner()
    let program = try start(runner)
    try open(program)
    let lock = Foundation.open(runner.path("demo.db.lock"), O_RDWR)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    try program.type("7", until: "7 •")
    try program.type("8", until: "8 •")
    try #require(program.shows("2 điểm nằm trên máy này", seconds: 30), "\(program.text)")
    try program.type("9", until: "9 •")
    flock(lock, LOCK_UN)
    try #require(program.shows("mọi điểm đã được lưu", seconds: 30), "\(program.text)")
    #expect(program.text.contains("✓ Đã lưu"))
    #expect(program.text.contains("9 ✓"))
    // Killed while it is away again: the next start offers what is here.
    try #require(flock(lock, LOCK_EX) == 0)
    try program.type("5", until: "5 •")
    program.kill()
    flock(lock, LOCK_UN)
    close(lock)
    let again = try start(runner)
    try #require(again.shows("Lần trước còn 1 điểm"), "\(again.text)")
    try open(again)
    #expect(!again.shows(Self.left, seconds: 1))
    again.kill()
    let stored = try await stored(runner)
    #expect(stored.map(\.score).sorted() == ["5", "7", "8", "9"])
  }

  @Test("the clock of the stage goes on by itself, and the called entry is offered")
  func stage() throws {
    let runner = try CommandRunner()
    let program = try start(runner)
    try open(program)
    try #require(program.shows("Đang trình bày: ", seconds: 10), "\(program.text)")
    let seconds = Set(
      (0..<30).compactMap { _ -> String? in
        program.wait(0.1)
        return program.text.components(separatedBy: "trình bày ").dropFirst().last
          .map { String($0.prefix(4)) }
      })
    #expect(seconds.count >= 3, "\(seconds)")
    program.kill()
  }
}
