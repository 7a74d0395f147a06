import Incubation
import Storage
import Testing

@Suite("Imports on every engine")
struct ImportContractTests {
  private func batch(_ titles: [SafeText], _ updates: [ImportBatch.Update] = []) -> ImportBatch {
    ImportBatch(
      fileName: "danh-sach.csv",
      new: titles.map { title in
        var content = VentureContent(title: title)
        content.representative = "Lý Thị Hoa"
        content.phone = PhoneNumber(stored: "0912345678")
        content.organisation = "HTX Hạt Vàng"
        return ImportBatch.NewVenture(
          code: .empty, content: content, pipeline: "startup", stage: nil, note: "từ danh sách",
          enteredOn: Desk.start.localDate)
      }, updates: updates, refused: 2, skipped: 1)
  }

  @Test("an import goes in, is listed, and is taken back as one", arguments: Engine.allCases)
  func publishAndUndo(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let kept = try await desk.venture("Có sẵn")
    let base = try await desk.ventures.record(kept).venture.content
    var changed = base
    changed.summary = "từ tệp"
    let update = ImportBatch.Update(id: kept, content: changed, ifVersion: 1, note: .empty)
    let titles = (0..<120).map { SafeText(escaping: "Dự án \($0)") }
    _ = try await desk.stores.imports.publish(batch(titles, [update]), by: desk.session())
    let page = try await desk.ventures.page(
      VentureFilter(pipeline: "startup"), sort: VentureSort(.code), offset: 0, limit: 500,
      today: desk.today)
    #expect(page.total == 121)
    #expect(page.rows.map(\.code.string).prefix(3) == ["ST-0001", "ST-0002", "ST-0003"])
    let list = try await desk.stores.imports.batches()
    #expect(list.map(\.created) == [120])
    #expect(list.first?.refused == 2)
    #expect(list.first?.fileName == "danh-sach.csv")
    let record = try await desk.ventures.record(page.rows[1].id)
    #expect(record.notes.map(\.text.string) == ["từ danh sách"])
    #expect(record.moves.map(\.kind) == [.entered])
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
    // One was worked on since: it stays.
    _ = try await desk.ventures.move(
      page.rows[1].id, .setAside, reason: .empty, ifVersion: 1, by: desk.session())
    let counts = try await desk.stores.imports.undo(
      batch: list.first?.batch ?? 0, by: desk.session())
    #expect(counts.removed == 120)
    #expect(counts.kept == 1)
    #expect(try await desk.ventures.record(kept).venture.content == base)
    #expect(try await desk.stores.imports.batches().first?.isUndone == true)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
    let again = await caught {
      _ = try await desk.stores.imports.undo(
        batch: list.first?.batch ?? 0, by: desk.session())
    }
    #expect(again == .notFound(entity: "import"))
  }

  @Test("one stale row takes the whole import out", arguments: Engine.allCases)
  func allOrNothing(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Có sẵn")
    let content = try await desk.ventures.record(id).venture.content
    let stale = ImportBatch.Update(id: id, content: content, ifVersion: 9, note: .empty)
    let error = await caught {
      _ = try await desk.stores.imports.publish(batch(["Mới"], [stale]), by: desk.session())
    }
    guard case .conflict? = error else {
      Issue.record("no conflict but \(String(describing: error))")
      return
    }
    #expect(try await desk.stores.imports.batches().isEmpty)
    let page = try await desk.ventures.page(
      VentureFilter(), sort: VentureSort(.title), offset: 0, limit: 9, today: desk.today)
    #expect(page.rows.map(\.title) == ["Có sẵn"])
  }

  @Test("a remark alone is work: its venture stays", arguments: Engine.allCases)
  func noteKeeps(engine: Engine) async throws {
    let desk = try await engine.fresh()
    _ = try await desk.stores.imports.publish(batch(["Một", "Hai"]), by: desk.session())
    let id = try #require(try await desk.ventures.find(code: "ST-0001"))
    _ = try await desk.ventures.addNote("ghi chú quý", to: id, by: desk.session())
    let counts = try await desk.stores.imports.undo(batch: 1, by: desk.session())
    #expect(counts.removed == 1)
    #expect(counts.kept == 1)
    let notes = try await desk.ventures.record(id).notes
    #expect(notes.contains { $0.text == "ghi chú quý" })
  }

  @Test("the remark of an update goes back with the update", arguments: Engine.allCases)
  func updateNote(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Có sẵn")
    var content = try await desk.ventures.record(id).venture.content
    content.summary = "mới"
    let update = ImportBatch.Update(
      id: id, content: content, ifVersion: 1, note: "từ tệp")
    _ = try await desk.stores.imports.publish(batch([], [update]), by: desk.session())
    #expect(try await desk.ventures.record(id).notes.count == 1)
    _ = try await desk.stores.imports.undo(batch: 1, by: desk.session())
    #expect(try await desk.ventures.record(id).notes.isEmpty)
  }

  @Test("a deleted venture gives its number free, and comes back", arguments: Engine.allCases)
  func codes(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Cũ")
    let gone = try await desk.ventures.delete(id, ifVersion: 1, by: desk.session())
    var import1 = batch(["Mới"])
    import1.new[0].code = "ST-0001"
    _ = try await desk.stores.imports.publish(import1, by: desk.session())
    #expect(try await desk.ventures.find(code: "st-0001") != id)
    _ = try await desk.ventures.undo(gone.event, by: desk.session())
    #expect(try await desk.ventures.record(id).venture.code == "ST-0002")
    import1.new[0].content.title = "Thứ ba"
    _ = try await desk.stores.imports.publish(import1, by: desk.session())
    #expect(try await desk.ventures.find(code: "ST-0003") != nil)
  }

  @Test("an import is undone by its receipt", arguments: Engine.allCases)
  func undoByReceipt(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let receipt = try await desk.stores.imports.publish(batch(["Mới"]), by: desk.session())
    let undone = try await desk.ventures.undo(receipt.event, by: desk.session())
    #expect(undone.summary.title == "danh-sach.csv")
    #expect(try await desk.stores.imports.matchKeys().isEmpty)
  }

  @Test("people and organisations of one name are one record", arguments: Engine.allCases)
  func directory(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let titles = (0..<60).map { SafeText(escaping: "Dự án \($0)") }
    _ = try await desk.stores.imports.publish(batch(titles), by: desk.session())
    let counts = try await desk.database.read { connection in
      try ["person", "organisation"].map { table in
        try connection.first("SELECT COUNT(*) FROM \(table)") { $0.integer(0) } ?? -1
      }
    }
    #expect(counts == [1, 1])
  }

  @Test("match keys name what rows are compared by", arguments: Engine.allCases)
  func matchKeys(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo Sạch") {
      $0.phone = PhoneNumber(stored: "0912345678")
      $0.representative = "Lý Thị Hoa"
      $0.taxCode = TaxCode(stored: "2200100090")
      $0.birthYear = 1990
    }
    #expect(
      try await desk.stores.imports.matchKeys() == [
        VentureMatchKey(
          id: id, title: "gao sach", taxCode: "2200100090", phone: "0912345678", birthYear: 1990)
      ])
    let contents = try await desk.stores.imports.contents(of: [id])
    #expect(contents[id]?.version == 1)
  }
}

@Suite("Users on every engine")
struct UserContractTests {
  private func user(_ login: String, _ roles: Set<UserRole>) -> User {
    User(login: login, displayName: SafeText(escaping: login), roles: roles)
  }

  @Test("the first user becomes administrator; the next need one", arguments: Engine.allCases)
  func firstUser(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let nobody = desk.session("lan", [])
    try await desk.stores.users.add(user("lan", [.clerk]), by: nobody)
    #expect(try await desk.stores.users.user("lan")?.roles == [.clerk, .administrator])
    let refused = await caught {
      try await desk.stores.users.add(user("mai", [.judge]), by: nobody)
    }
    #expect(refused == .notAllowed(.manageUsers, login: "lan"))
    let lan = desk.session("lan", [.administrator])
    try await desk.stores.users.add(user("mai", [.judge]), by: lan)
    #expect(try await desk.stores.users.users().map(\.login) == ["lan", "mai"])
    let twice = await caught { try await desk.stores.users.add(user("mai", []), by: lan) }
    guard case .duplicate? = twice else {
      Issue.record("not a duplicate but \(String(describing: twice))")
      return
    }
  }

  @Test("roles are granted and revoked, never the last administrator's", arguments: Engine.allCases)
  func roles(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let lan = desk.session("lan", [.administrator])
    try await desk.stores.users.add(user("lan", []), by: lan)
    try await desk.stores.users.grant(.clerk, to: "lan", by: lan)
    try await desk.stores.users.grant(.clerk, to: "lan", by: lan)
    #expect(try await desk.stores.users.user("lan")?.roles == [.administrator, .clerk])
    try await desk.stores.users.revoke(.clerk, from: "lan", by: lan)
    let last = await caught {
      try await desk.stores.users.revoke(.administrator, from: "lan", by: lan)
    }
    #expect(last == .lastAdministrator)
    #expect(try await desk.stores.users.user("lan")?.roles == [.administrator])
    let missing = await caught { try await desk.stores.users.grant(.clerk, to: "ma", by: lan) }
    #expect(missing == .notFound(entity: "user"))
  }
}

@Suite("Schema, catalogue and changes on every engine")
struct SchemaContractTests {
  @Test("the shipped pipelines come back as they are", arguments: Engine.allCases)
  func catalogue(engine: Engine) async throws {
    let desk = try await engine.fresh()
    #expect(try await desk.stores.catalogue.pipelines() == ShippedPipelines.all)
    #expect(try await desk.stores.catalogue.fieldNames() == ShippedFields.all)
    #expect(try await desk.stores.catalogue.profile().department.vietnamese == "Sở thử")
    #expect(try await Schema.state(of: desk.database) == .current)
    try await Schema.migrate(desk.database, at: Desk.start)
  }

  @Test("a database of a newer program is refused and left alone", arguments: Engine.allCases)
  func newer(engine: Engine) async throws {
    let desk = try await engine.fresh()
    try await desk.database.write { connection in
      _ = try connection.execute(
        "INSERT INTO schema_migration (name, applied_at) VALUES ('zukunft-9', 1)")
    }
    let error = await caught { try await Schema.migrate(desk.database, at: Desk.start) }
    #expect(error == .newerSchema(unknown: ["zukunft-9"]))
  }

  @Test("a failed write leaves nothing", arguments: Engine.allCases)
  func rollback(engine: Engine) async throws {
    struct Stop: Error {}
    let desk = try await engine.fresh()
    do {
      try await desk.database.write { connection in
        _ = try connection.execute("INSERT INTO setting (name, value) VALUES ('a', 'b')")
        throw Stop()
      }
    } catch is Stop {}
    let found = try await desk.database.read { connection in
      try connection.first("SELECT 1 FROM setting WHERE name = 'a'") { _ in true }
    }
    #expect(found == nil)
  }

  @Test("a change is heard by whoever listens", arguments: Engine.allCases)
  func changes(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let stream = desk.database.changes()
    let listener = Task { () -> Set<ChangeTopic> in
      for await notice in stream {
        if case .changed(let topics) = notice { return topics }
      }
      return []
    }
    try await Task.sleep(for: .milliseconds(600))
    _ = try await desk.venture("Gạo")
    #expect(await listener.value.contains(.ventures))
    await desk.database.close()
  }

  @Test("the demo season goes in whole", arguments: Engine.allCases)
  func season(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let season = DemoSeason.season2020
    try await SeasonSeeding(desk.database, by: desk.session()).seed(season)
    let page = try await desk.ventures.page(
      VentureFilter(), sort: VentureSort(.code), offset: 0, limit: 500, today: season.today)
    #expect(page.total == season.ventures.count)
    #expect(page.rows.map(\.position) == season.ventures.map(\.position))
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
    #expect(try await desk.stores.users.user("lan")?.roles.contains(.clerk) == true)
  }
}
