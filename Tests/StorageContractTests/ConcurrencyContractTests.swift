import Incubation
import Storage
import Testing

/// Two programs at work on one database at the same moment.
@Suite("Concurrent work on every engine")
struct ConcurrencyContractTests {
  /// What came of one of several attempts.
  private enum Outcome: Equatable {
    case done, conflict
    case other(StorageError?)
  }

  /// Runs attempts at once, alternately by two programs, and counts what came of them.
  private func race(
    _ count: Int, _ desk: Desk, _ attempt: @escaping @Sendable (Desk, Int) async throws -> Void
  ) async throws -> [Outcome] {
    let desks = [desk, try await desk.neighbour()]
    return await withTaskGroup(of: Outcome.self) { group in
      for index in 0..<count {
        group.addTask {
          let error = await caught { try await attempt(desks[index % 2], index) }
          switch error {
          case nil: return .done
          case .conflict: return .conflict
          case .moveRefused(.alreadyThere), .moveRefused(.notActive): return .conflict
          case let error: return .other(error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test("of edits of one version, one wins and the others hear of it", arguments: Engine.allCases)
  func edits(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo")
    let base = try await desk.ventures.record(id).venture.content
    for round in 1...5 {
      let outcomes = try await race(6, desk) { desk, index in
        var content = base
        content.summary = SafeText(escaping: "vòng \(round), bản \(index)")
        _ = try await desk.ventures.update(
          id, to: content, base: base, ifVersion: round, by: desk.session("u\(index)"))
      }
      #expect(outcomes.count { $0 == .done } == 1, "\(outcomes)")
      #expect(outcomes.count { $0 == .conflict } == 5, "\(outcomes)")
    }
    #expect(try await desk.version(id) == 6)
  }

  @Test("of moves at once, one wins", arguments: Engine.allCases)
  func moves(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo")
    let outcomes = try await race(6, desk) { desk, _ in
      _ = try await desk.ventures.move(
        id, .setAside, reason: .empty, ifVersion: 1, by: desk.session())
    }
    #expect(outcomes.count { $0 == .done } == 1, "\(outcomes)")
    #expect(outcomes.count { $0 == .conflict } == 5, "\(outcomes)")
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("numbers are given once, whoever asks", arguments: Engine.allCases)
  func codes(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let outcomes = try await race(12, desk) { desk, index in
      let content = VentureContent(title: SafeText(escaping: "Dự án \(index)"))
      guard index % 4 == 3 else {
        _ = try await desk.ventures.create(
          content, pipeline: "startup", stage: nil, on: desk.today, by: desk.session())
        return
      }
      let new = ImportBatch.NewVenture(
        code: .empty, content: content, pipeline: "startup", stage: nil, note: .empty,
        enteredOn: desk.today)
      let batch = ImportBatch(
        fileName: "a.csv", new: [new, new], updates: [], refused: 0, skipped: 0)
      _ = try await desk.stores.imports.publish(batch, by: desk.session())
    }
    #expect(outcomes.allSatisfy { $0 == .done }, "\(outcomes)")
    let page = try await desk.ventures.page(
      VentureFilter(), sort: VentureSort(.code), offset: 0, limit: 50, today: desk.today)
    #expect(Set(page.rows.map(\.code)).count == 15)
    #expect(try await desk.stores.imports.batches().map(\.batch).sorted() == [1, 2, 3])
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }
}
