import Incubation
import Storage
import Testing

@Suite("Registers of numbers on every engine")
struct RegisterContractTests {
  private func key(
    _ kind: DocumentKind = .minutes, _ year: Int = 2020, _ agency: String = "SKHCN"
  ) throws -> RegisterKey { try RegisterKey(kind, year: year, agency: agency) }

  private func take(
    _ desk: Desk, _ key: RegisterKey, from first: Int? = nil, subject: SafeText = "Chung kết",
    day: LocalDate? = nil
  ) async throws -> RegisterEntry {
    try await desk.stores.registers.next(
      key, for: subject, on: day ?? LocalDate(year: key.year, month: 9, day: 15) ?? desk.today,
      from: first, by: desk.session("lan", [.secretary]))
  }

  @Test(
    "numbers count up from 1, each kind, year and agency on its own", arguments: Engine.allCases)
  func counting(engine: Engine) async throws {
    let desk = try await engine.fresh()
    #expect(try await take(desk, key()).reference == "01/BB-SKHCN")
    #expect(try await take(desk, key()).number == 2)
    #expect(try await take(desk, key(.certificate)).reference == "01/GCN-SKHCN")
    #expect(try await take(desk, key(.minutes, 2021)).number == 1)
    #expect(try await take(desk, key(.letter, 2020, "SKHCN-QLKH")).reference == "01/SKHCN-QLKH")
    let listed = try await desk.stores.registers.entries(key())
    #expect(listed.map(\.number) == [1, 2])
    #expect(listed[0].actor == "lan" && listed[0].subject == "Chung kết")
    #expect(listed[0].takenAt == Desk.start && listed[0].voided == nil)
  }

  @Test("a voided number stays listed and is never given again", arguments: Engine.allCases)
  func voiding(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let key = try key()
    for _ in 1...3 { _ = try await take(desk, key) }
    let organiser = desk.session("tam", [.organiser], daysLater: 1)
    let voided = try await desk.stores.registers.void(
      3, in: key, reason: "Đánh máy sai ngày", by: organiser)
    #expect(voided.voided?.reason == "Đánh máy sai ngày" && voided.voided?.actor == "tam")
    #expect(try await take(desk, key).number == 4)
    let listed = try await desk.stores.registers.entries(key)
    #expect(listed.map(\.number) == [1, 2, 3, 4])
    #expect(listed.map { $0.voided != nil } == [false, false, true, false])
    let again = await caught {
      _ = try await desk.stores.registers.void(3, in: key, reason: "Lần nữa", by: organiser)
    }
    #expect(again == .registerRefused(.alreadyVoided("03/BB-SKHCN")))
    let unknown = await caught {
      _ = try await desk.stores.registers.void(9, in: key, reason: "Không có", by: organiser)
    }
    #expect(unknown == .registerRefused(.unknown("09/BB-SKHCN")))
    let silent = await caught {
      _ = try await desk.stores.registers.void(1, in: key, reason: " ", by: organiser)
    }
    #expect(silent == .registerRefused(.noReason))
  }

  @Test("an office that began on paper goes on, and never back", arguments: Engine.allCases)
  func goingOn(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let key = try key()
    #expect(try await take(desk, key, from: 38).number == 38)
    #expect(try await take(desk, key).number == 39)
    let behind = await caught { _ = try await take(desk, key, from: 39) }
    #expect(behind == .registerRefused(.behind(last: 39)))
    // A refusal uses no number up.
    #expect(try await take(desk, key).number == 40)
  }

  @Test("wrong years, empty subjects and judges are refused", arguments: Engine.allCases)
  func refusals(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let key = try key(.minutes, 2021)
    let year = await caught { _ = try await take(desk, key, day: desk.today) }
    #expect(year == .registerRefused(.dayOutsideYear(desk.today, year: 2021)))
    let subject = await caught { _ = try await take(desk, key, subject: .empty) }
    #expect(subject == .registerRefused(.noSubject))
    let judge = desk.session("mai", [.judge])
    let refused = await caught {
      _ = try await desk.stores.registers.next(
        self.key(), for: "x", on: desk.today, from: nil, by: judge)
    }
    #expect(refused == .notAllowed(.issueNumbers, login: "mai"))
    #expect(try await desk.stores.registers.entries(key).isEmpty)
  }

  @Test("two programs at once never get the same number", arguments: Engine.allCases)
  func racing(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let desks = [desk, try await desk.neighbour()]
    let key = try key()
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for index in 0..<40 {
        group.addTask { try await take(desks[index % 2], key).number }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers.sorted() == Array(1...40))
  }
}
