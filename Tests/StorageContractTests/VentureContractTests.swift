import Incubation
import Storage
import Testing

@Suite("Ventures on every engine")
struct VentureContractTests {
  @Test("what is created can be read back, whole", arguments: Engine.allCases)
  func createAndRead(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let content = try Samples.full()
    let made = try await desk.ventures.create(
      content, pipeline: "startup", stage: nil, on: desk.today, by: desk.session())
    let record = try await desk.ventures.record(made.id)
    #expect(record.venture.content == content)
    #expect(record.venture.code == "ST-0001")
    #expect(record.venture.version == 1)
    #expect(record.venture.position.stage == "discovery")
    #expect(record.venture.position.enteredOn == desk.today)
    #expect(record.moves.map(\.kind) == [.entered])
    #expect(record.events.map(\.kind) == [.created])
    #expect(record.events.first?.after.contains("Gạo thơm") == true)
  }

  @Test("a record brings the names of the users, not of others", arguments: Engine.allCases)
  func names(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let admin = desk.session("quan", [.administrator])
    for (login, name) in [("lan", "Lâm Thị Lan"), ("vo.danh", " ")] {
      try await desk.stores.users.add(
        User(login: login, displayName: SafeText(escaping: name), roles: [.clerk]), by: admin)
    }
    let record = try await desk.ventures.record(try await desk.venture("Gạo sạch"))
    #expect(record.names["lan"] == "Lâm Thị Lan")
    #expect(record.names["vo.danh"] == nil)
    #expect(record.names["quan"] == nil)
  }

  @Test("an edit raises the version and writes what changed", arguments: Engine.allCases)
  func edit(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let before = try await desk.ventures.record(id).venture
    var content = before.content
    content.summary = "Gạo không thuốc"
    content.nextStepDue = desk.today.adding(days: -1)
    _ = try await desk.ventures.update(
      id, to: content, base: before.content, ifVersion: 1, by: desk.session())
    let after = try await desk.ventures.record(id)
    #expect(after.venture.content == content)
    #expect(after.venture.version == 2)
    #expect(after.events.first?.before == "")
    #expect(after.events.first?.after.contains("summary") == true)
    #expect(after.events.first?.after.contains("title") == false)
  }

  @Test("a stale edit is a conflict that names both sides", arguments: Engine.allCases)
  func conflict(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let base = try await desk.ventures.record(id).venture.content
    var theirs = base
    theirs.summary = "của Minh"
    _ = try await desk.ventures.update(
      id, to: theirs, base: base, ifVersion: 1, by: desk.session("minh"))
    var mine = base
    mine.summary = "của Lan"
    let stale = mine
    let error = await caught {
      _ = try await desk.ventures.update(
        id, to: stale, base: base, ifVersion: 1, by: desk.session("lan"))
    }
    guard case .conflict(let conflict)? = error else {
      Issue.record("no conflict but \(String(describing: error))")
      return
    }
    #expect(conflict.changedBy == "minh")
    #expect(conflict.currentVersion == 2)
    #expect(conflict.expectedVersion == 1)
    #expect(
      conflict.differences == [
        .init(field: "summary", base: "", mine: "của Lan", theirs: "của Minh")
      ])
    #expect(try await desk.ventures.record(id).venture.content == theirs)
  }

  @Test("moves are refused until the stage has what it asks for", arguments: Engine.allCases)
  func moveNeedsRequirements(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let refused = await caught {
      _ = try await desk.ventures.move(
        id, .stage("screening"), reason: .empty, ifVersion: 1, by: desk.session())
    }
    #expect(refused == .moveRefused(.missing([.field(.phone), .field(.problem)])))
    let base = try await desk.ventures.record(id).venture.content
    var content = base
    content.phone = PhoneNumber(stored: "0912345678")
    content.problem = "Lúa nhiễm mặn"
    content.representative = "Sơn Thị Hoa"
    _ = try await desk.ventures.update(
      id, to: content, base: base, ifVersion: 1, by: desk.session())
    let receipt = try await desk.ventures.move(
      id, .stage("screening"), reason: .empty, ifVersion: 2, by: desk.session(daysLater: 12))
    #expect(receipt.summary.stage == "screening")
    let record = try await desk.ventures.record(id)
    #expect(record.venture.position.stage == "screening")
    #expect(record.venture.position.enteredOn == desk.today.adding(days: 12))
    #expect(record.moves.map(\.kind) == [.entered, .forward])
  }

  @Test("back and drop need a reason, and dropped is resumed", arguments: Engine.allCases)
  func reasons(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let refused = await caught {
      _ = try await desk.ventures.move(
        id, .drop, reason: .empty, ifVersion: 1, by: desk.session())
    }
    #expect(refused == .moveRefused(.reasonRequired))
    _ = try await desk.ventures.move(
      id, .drop, reason: "Chủ nhiệm đi làm xa", ifVersion: 1, by: desk.session())
    #expect(try await desk.ventures.record(id).venture.position.status == .dropped)
    _ = try await desk.ventures.move(
      id, .resume, reason: .empty, ifVersion: 2, by: desk.session())
    #expect(try await desk.ventures.record(id).venture.position.status == .active)
  }

  @Test("deleted ventures are gone from lists and boards", arguments: Engine.allCases)
  func delete(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    _ = try await desk.ventures.delete(id, ifVersion: 1, by: desk.session())
    let page = try await desk.ventures.page(
      VentureFilter(), sort: VentureSort(.title), offset: 0, limit: 10, today: desk.today)
    #expect(page.total == 0)
    let error = await caught { _ = try await desk.ventures.record(id) }
    #expect(error == .notFound(entity: "venture"))
  }

  @Test("a judge may look and nothing else", arguments: Engine.allCases)
  func permissions(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let judge = desk.session("mai", [.judge])
    let note = await caught { _ = try await desk.ventures.addNote("…", to: id, by: judge) }
    let move = await caught {
      _ = try await desk.ventures.move(id, .setAside, reason: .empty, ifVersion: 1, by: judge)
    }
    let delete = await caught { _ = try await desk.ventures.delete(id, ifVersion: 1, by: judge) }
    #expect(note == .notAllowed(.editVentures, login: "mai"))
    #expect(move == .notAllowed(.moveVentures, login: "mai"))
    #expect(delete == .notAllowed(.deleteVentures, login: "mai"))
    #expect(try await desk.version(id) == 1)
  }

  @Test("hostile but lawful text comes back byte for byte", arguments: Engine.allCases)
  func hostileText(engine: Engine) async throws {
    let desk = try await engine.fresh()
    for text in Samples.hostile {
      let safe = try SafeText(text, .note)
      let id = try await desk.venture("x") { $0.summary = safe }
      let back = try await desk.ventures.record(id).venture.content.summary
      #expect(Array(back.string.utf8) == Array(safe.string.utf8))
    }
  }
}

/// Content for tests.
enum Samples {
  static func full() throws -> VentureContent {
    var content = VentureContent(title: "Gạo thơm Sóc Trăng 100 % tuần hoàn")
    content.kind = .startup
    content.field = "Nông nghiệp công nghệ cao"
    content.organisation = "Hợp tác xã Hạt Vàng"
    content.taxCode = TaxCode(stored: "2200100090")
    content.representative = "Lý Thị Hoa"
    content.birthYear = 1990
    content.phone = PhoneNumber(stored: "0912345678")
    content.email = "hoa@example.vn"
    content.place = "Mỹ Xuyên"
    content.sourceKind = .contest
    content.sourceName = "Cuộc thi ý tưởng 2019"
    content.foundOn = LocalDate(year: 2019, month: 5, day: 2)
    content.summary = "Gạo và vỏ trấu\nđều dùng được"
    content.problem = "Rơm bị đốt"
    content.solution = "Ủ nấm"
    content.technology = "Chế phẩm vi sinh"
    content.intellectualProperty = "Nhãn hiệu đang nộp"
    content.needs = [.management: 7, .vision: 4, .approach: 9]
    content.needsOn = LocalDate(year: 2020, month: 1, day: 6)
    content.leadOwner = "Lâm Thị Lan"
    content.supportOwner = "Trần Quốc Bảo"
    content.nextStep = "Gặp chuyên gia"
    content.nextStepDue = LocalDate(year: 2020, month: 9, day: 30)
    content.tags = ["gạo", "ưu tiên"]
    content.attachments = ["ho-so/gao.pdf"]
    return content
  }

  static let hostile = [
    "'; DROP TABLE venture; --", "100% _sạch_ !", "?", "$1", "\\x41", "\"quoted\" 'and' `ticks`",
    "{bytes}", "𠀋 lúa", "a\nb", "NULL", "0", "=1+1", "--", "/* */",
  ]
}
