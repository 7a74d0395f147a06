import Incubation
import Storage
import Testing

@Suite("Undo on every engine")
struct UndoContractTests {
  @Test("an edit is undone and redone, again and again", arguments: Engine.allCases)
  func edit(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let base = try await desk.ventures.record(id).venture.content
    var content = try Samples.full()
    content.title = "Tên mới"
    var receipt = try await desk.ventures.update(
      id, to: content, base: base, ifVersion: 1, by: desk.session())
    for _ in 0..<3 {
      receipt = try await desk.ventures.undo(receipt.event, by: desk.session())
      #expect(try await desk.ventures.record(id).venture.content == base)
      receipt = try await desk.ventures.undo(receipt.event, by: desk.session())
      #expect(try await desk.ventures.record(id).venture.content == content)
    }
    let kinds = try await desk.ventures.record(id).events.map(\.kind)
    #expect(kinds.prefix(2) == [.redone, .undone])
  }

  @Test("a move is cancelled by a record that stays visible", arguments: Engine.allCases)
  func move(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let receipt = try await desk.ventures.move(
      id, .drop, reason: "nhầm", ifVersion: 1, by: desk.session())
    let undone = try await desk.ventures.undo(receipt.event, by: desk.session())
    let record = try await desk.ventures.record(id)
    #expect(record.venture.position.status == .active)
    #expect(record.moves.map(\.kind) == [.entered, .dropped, .cancelled])
    #expect(record.moves.last?.cancels == record.moves[1].id)
    _ = try await desk.ventures.undo(undone.event, by: desk.session())
    #expect(try await desk.ventures.record(id).venture.position.status == .dropped)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("a move and what it asked for are one change, and one undo", arguments: Engine.allCases)
  func filledMove(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let base = try await desk.ventures.record(id).venture.content
    var content = base
    content.phone = try PhoneNumber.parse("0912345678").number
    content.problem = "Gạo bị trộn"
    let moved = try await desk.ventures.move(
      id, .stage("screening"), reason: .empty,
      filling: MoveFilling(base: base, content: content), ifVersion: 1, by: desk.session())
    guard case .moved(let receipt) = moved else {
      Issue.record("\(moved)")
      return
    }
    #expect(receipt.summary.kind == .moved && receipt.summary.stage == "screening")
    #expect(try await desk.ventures.record(id).venture.content == content)
    let undone = try await desk.ventures.undo(receipt.event, by: desk.session())
    let before = try await desk.ventures.record(id).venture
    #expect(before.content == base && before.position.stage == "discovery")
    _ = try await desk.ventures.undo(undone.event, by: desk.session())
    let again = try await desk.ventures.record(id).venture
    #expect(again.content == content && again.position.stage == "screening")
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("a stage that asks for more keeps what was filled in", arguments: Engine.allCases)
  func filledInPart(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let base = try await desk.ventures.record(id).venture.content
    var content = base
    content.problem = "Gạo bị trộn"
    let outcome = try await desk.ventures.move(
      id, .stage("screening"), reason: .empty,
      filling: MoveFilling(base: base, content: content), ifVersion: 1, by: desk.session())
    guard case .missing(let requirements, let stored?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(requirements == [.field(.phone)])
    #expect(try await desk.ventures.record(id).venture.content == content)
    _ = try await desk.ventures.undo(stored.event, by: desk.session())
    #expect(try await desk.ventures.record(id).venture.content == base)
  }

  @Test("any other refusal of a move stores nothing", arguments: Engine.allCases)
  func refusedMove(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let base = try await desk.ventures.record(id).venture.content
    var content = base
    content.problem = "Gạo bị trộn"
    for (request, version) in [(MoveRequest.drop, 1), (.stage("screening"), 7)] {
      let error = await caught {
        _ = try await desk.ventures.move(
          id, request, reason: .empty, filling: MoveFilling(base: base, content: content),
          ifVersion: version, by: desk.session())
      }
      #expect(error != nil)
      #expect(try await desk.ventures.record(id).venture.version == 1)
      #expect(try await desk.ventures.record(id).venture.content == base)
    }
  }

  @Test("several changes are undone one after the other", arguments: Engine.allCases)
  func stack(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let made = try await desk.ventures.create(
      VentureContent(title: "A"), pipeline: "startup", stage: nil, on: desk.today,
      by: desk.session())
    var receipts = [made.receipt]
    for title in ["B", "C", "D"] as [SafeText] {
      let now = try await desk.ventures.record(made.id).venture
      receipts.append(
        try await desk.ventures.update(
          made.id, to: VentureContent(title: title), base: now.content, ifVersion: now.version,
          by: desk.session()))
    }
    receipts.append(try await desk.ventures.addNote("ghi chú", to: made.id, by: desk.session()))
    var undone: [ChangeReceipt] = []
    for receipt in receipts.reversed() {
      undone.append(try await desk.ventures.undo(receipt.event, by: desk.session()))
    }
    #expect(await caught { _ = try await desk.ventures.record(made.id) } != nil)
    for receipt in undone.reversed() {
      _ = try await desk.ventures.undo(receipt.event, by: desk.session())
    }
    let record = try await desk.ventures.record(made.id)
    #expect(record.venture.content.title == "D")
    #expect(record.notes.map(\.text.string) == ["ghi chú"])
  }

  @Test("what somebody else changed since is a conflict", arguments: Engine.allCases)
  func conflict(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("A")
    let base = try await desk.ventures.record(id).venture.content
    let mine = try await desk.ventures.update(
      id, to: VentureContent(title: "B"), base: base, ifVersion: 1, by: desk.session())
    _ = try await desk.ventures.update(
      id, to: VentureContent(title: "C"), base: VentureContent(title: "B"), ifVersion: 2,
      by: desk.session("minh"))
    let error = await caught { _ = try await desk.ventures.undo(mine.event, by: desk.session()) }
    guard case .conflict(let conflict)? = error else {
      Issue.record("no conflict but \(String(describing: error))")
      return
    }
    #expect(conflict.changedBy == "minh")
    #expect(try await desk.ventures.record(id).venture.content.title == "C")
  }

  @Test("evidence comes and goes", arguments: Engine.allCases)
  func evidence(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("A")
    let first = Evidence(code: "prototype", recordedOn: desk.today, reference: "Mẫu 1")
    let second = Evidence(code: "prototype", recordedOn: desk.today, reference: "Mẫu 2")
    let one = try await desk.ventures.record(first, for: id, ifVersion: 1, by: desk.session())
    let two = try await desk.ventures.record(second, for: id, ifVersion: 2, by: desk.session())
    #expect(try await desk.ventures.record(id).evidence == [second])
    _ = try await desk.ventures.undo(two.event, by: desk.session())
    #expect(try await desk.ventures.record(id).evidence == [first])
    _ = try await desk.ventures.undo(one.event, by: desk.session())
    #expect(try await desk.ventures.record(id).evidence.isEmpty)
  }
}
