import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Storage
import Testing

@testable import vuonuom

@Suite("Plain mode: writing")
struct PlainWritingTests {
  @Test("a venture is added and filled in; refusals lose nothing", arguments: Language.allCases)
  func create(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let field = office.say("điện thoại", "telephone")
    let shown = await office.run([
      "create", "", "Nấm rơm không đất", "2", "back", "edit", field, "12", "0912 345 678",
      office.say("vấn đề", "problem"), "Rơm bị đốt", "\u{1B}[A", "ngoài đồng", ".",
      office.say("năm sinh", "year"), "1985", office.say("nhu cầu: tầm", "need: vision"), "11",
      "0", office.say("nhu cầu: tầm", "need: vision"), "thôi", "0", "0", "undo", "redo",
    ])
    let record = try await office.record("ST-0063")
    #expect(record.venture.content.title == "Nấm rơm không đất", "\(shown)")
    #expect(record.venture.content.kind == .startup)
    #expect(record.venture.content.phone?.formatted == "0912 345 678", "\(shown)")
    #expect(record.venture.content.problem.string == "Rơm bị đốt\nngoài đồng", "\(shown)")
    #expect(record.venture.content.birthYear == 1985)
    #expect(record.venture.content.needs[.vision] == 0, "\(shown)")
    #expect(shown.has(office.say("Cần điền ô này", "must be filled in")))
    #expect(shown.has(office.say("Đã thêm hồ sơ ST-0063", "Added the venture ST-0063")))
    #expect(shown.has(office.say("Hoàn tác: sửa «Nấm rơm", "Undone: edited “Nấm rơm")), "\(shown)")
    #expect(shown.has(office.say("Làm lại: sửa «Nấm rơm", "Redone: edited “Nấm rơm")))
  }

  @Test("decomposed letters are stored composed; what is not UTF-8 is told")
  func letters() async throws {
    let office = try await PlainOffice(.vietnamese)
    let decomposed = "Nguye\u{302}\u{303}n Thi\u{323} Tuye\u{302}\u{301}t"
    let shown = await office.run([
      .line("ST-0010"), .line("su\u{31B}\u{309}a"), .line("ngu\u{31B}o\u{31B}\u{300}i"),
      .unreadable, .line(decomposed),
    ])
    #expect(shown.has("không phải Unicode"))
    let name = try await office.record("ST-0010").venture.content.representative.string
    #expect(Array(name.unicodeScalars) == Array("Nguyễn Thị Tuyết".unicodeScalars), "\(shown)")
  }

  @Test("values are kept by Enter, emptied by a hyphen, and written as they stand behind =")
  func values() async throws {
    let office = try await PlainOffice(.vietnamese)
    let shown = await office.run([
      "ST-0010", "edit", "bước tiếp theo", "Gặp ông Ba", "bước tiếp theo", "", "bước tiếp theo",
      "=thôi", "ten ho so", "-", "thôi", "bước tiếp theo", "-",
    ])
    #expect(shown.has("Bước tiếp theo, hiện là: Gặp ông Ba"))
    #expect(shown.has("Đã lưu Bước tiếp theo: thôi"))
    #expect(shown.has("không để trống được"), "\(shown)")
    #expect(shown.has("Đã xóa nội dung ô Bước tiếp theo"))
    #expect(try await office.record("ST-0010").venture.content.nextStep.isBlank)
  }

  @Test("notes, team and evidence", arguments: Language.allCases)
  func additions(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let before = try await office.record("ST-0060")
    let shown = await office.run([
      "ST-0060", "note", "Đã gọi điện.", "Hẹn tuần sau.", ".", "team",
      office.say("thêm", "add"), "Lê Văn Tám", office.say("kỹ thuật", "engineer"), "không số",
      "0987 654 321", "0", "evidence", "1", "BB 12/2020", "32/13/2020", "01/09/2020", "note",
      "thôi",
    ])
    let record = try await office.record("ST-0060")
    #expect(record.notes.first?.text.string == "Đã gọi điện.\nHẹn tuần sau.", "\(shown)")
    #expect(record.team.count == before.team.count + 1)
    let member = try #require(record.team.first { $0.person.fullName == "Lê Văn Tám" })
    #expect(member.person.phone?.formatted == "0987 654 321", "\(shown)")
    #expect(record.evidence.contains { $0.reference == "BB 12/2020" }, "\(shown)")
    #expect(
      record.evidence.first { $0.reference == "BB 12/2020" }?.recordedOn.formatted
        == "01/09/2020")
  }

  @Test("a member is changed and taken out", arguments: Language.allCases)
  func members(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let (add, out) = (office.say("thêm", "add"), office.say("bỏ", "take"))
    await office.run(["ST-0060", "team", add, "Lê Văn Tám", "", "", "0"])
    let team = try await office.record("ST-0060").team
    let place = try #require(team.firstIndex { $0.person.fullName == "Lê Văn Tám" }) + 1
    let shown = await office.run([
      "ST-0060", "team", "\(place)", "1", office.say("kế toán", "accounts"), "",
    ])
    let duty = try await office.record("ST-0060").team[place - 1].duty.string
    #expect(duty == office.say("kế toán", "accounts"), "\(shown)")
    await office.run(["ST-0060", "team", "\(place)", out])
    let names = try await office.record("ST-0060").team.map(\.person.fullName)
    #expect(!names.contains("Lê Văn Tám"))
  }

  @Test("moves ask for what is missing and for reasons", arguments: Language.allCases)
  func moves(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    await office.run(["create", "Nấm rơm", "", "back"])
    let shown = await office.run([
      "ST-0063", "advance", "0912 345 678", "Thiếu giống", ".", "move", "1", "", "Nhầm bước",
      "move", office.say("tạm dừng", "set aside"), "advance", "move",
      office.say("tiếp tục", "resume"), "move", office.say("loại", "drop"), "Chủ dự án rút",
      "history", "advance",
    ])
    let record = try await office.record("ST-0063")
    #expect(
      record.moves.map(\.kind) == [.entered, .forward, .back, .setAside, .resumed, .dropped],
      "\(shown)")
    #expect(record.moves[2].reason == "Nhầm bước")
    #expect(record.venture.position.status == .dropped)
    #expect(shown.has(office.say("Còn thiếu: điện thoại, vấn đề", "Still missing: telephone")))
    #expect(shown.has(office.say("Đã chuyển «Nấm rơm» sang Sàng lọc", "Moved “Nấm rơm” to Scr")))
    #expect(shown.has(office.say("Hồ sơ tạm dừng", "The venture is set aside")), "\(shown)")
  }

  @Test("what was filled in for a move stays when the move is given up")
  func movesInPart() async throws {
    let office = try await PlainOffice(.vietnamese)
    await office.run(["create", "Nấm rơm", "", "back"])
    let shown = await office.run(["ST-0063", "advance", "0912 345 678", "thôi"])
    let venture = try await office.record("ST-0063").venture
    #expect(venture.content.phone != nil && venture.position.stage == "discovery")
    #expect(shown.has("Hồ sơ chưa chuyển"))
  }

  @Test("deleting asks, and undo brings back", arguments: Language.allCases)
  func delete(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let shown = await office.run([
      "ST-0010", "delete", "", "delete", office.say("có", "yes"), "ST-0010", "undo", "ST-0010",
    ])
    #expect(shown.has(office.say("Không làm gì", "Nothing was done")))
    #expect(shown.has(office.say("Không có lựa chọn «ST-0010»", "no choice “ST-0010”")))
    #expect(shown.has(office.say("Hoàn tác: xóa «", "Undone: deleted “")), "\(shown)")
    #expect(try await office.stores.ventures.find(code: "ST-0010") != nil)
  }

  @Test("several ventures at once, with a preview and one undo", arguments: Language.allCases)
  func bulk(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let shown = await office.run([
      "3", office.say("đổi hàng loạt", "bulk"), "1,3-99", "1-3,5", office.say("thêm nhãn", "add"),
      "", "OCOP 2021", office.say("có", "yes"), "0",
    ])
    var filter = VentureFilter()
    filter.tag = "OCOP 2021"
    let today = office.session.today()
    func tagged() async throws -> Int {
      try await office.stores.ventures.page(
        filter, sort: VentureSort(.title), offset: 0, limit: 9, today: today
      ).total
    }
    #expect(try await tagged() == 4, "\(shown)")
    #expect(shown.has(office.say("Sẽ đổi 4 hồ sơ", "Will change 4 ventures")))
    let all = await office.run([
      "3", office.say("đổi hàng loạt", "bulk"), office.say("tất cả", "all"),
      office.say("chuyển sang ra", "move to to"), "", office.say("không", "no"),
    ])
    #expect(all.has(office.say("bị từ chối", "refused")), "\(all)")
  }

  @Test("a file is imported after a preview, and taken back", arguments: Language.allCases)
  func importing(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let runner = try CommandRunner()
    try runner.write(
      "ds.csv",
      "Tên dự án;Điện thoại;Ghi;Mã hồ sơ\nNấm rơm;0912 345 678;a;\nRau sạch;12;b;\n"
        + "Gạo ST tuần hoàn;;c;ST-0060\n")
    let shown = await office.run([
      "import", runner.path("khong.csv"), runner.path("ds.csv"),
      office.say("nghe dòng bị", "read refused"), office.say("nghe mọi", "read all"),
      office.say("ghép", "columns"), "3", office.say("ghi chú", "note"), "",
      office.say("nhập", "import"), office.say("có", "yes"), "imports", "1",
      office.say("có", "yes"),
    ])
    #expect(shown.has(office.say("Không có tệp", "There is no file")), "\(shown)")
    #expect(shown.has(office.say("3 dòng, 1 mới, 1 đã có, 1 bị từ chối", "3 rows, 1 new, 1 known")))
    #expect(shown.has(office.say("Dòng 3: Điện thoại", "Line 3: Điện thoại")), "\(shown)")
    #expect(shown.has(office.say("Đã nhập lượt 1: 1 mới", "Import 1: 1 new")), "\(shown)")
    #expect(shown.has(office.say("Đã ghi tệp", "Written to")))
    #expect(shown.has(office.say("Đã lấy lại lượt nhập 1: 1", "Took import 1 back: 1")))
    #expect(try await office.stores.imports.batches().map(\.isUndone) == [true])
  }

  @Test("the list is exported", arguments: Language.allCases)
  func exporting(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let runner = try CommandRunner()
    try runner.write("da-co.csv", "x")
    let shown = await office.run([
      "export", "2", runner.path("da-co.csv"), runner.path("ra.csv"), "3", "gao st",
      office.say("xuất", "export"), "json", runner.path("ra.json"),
    ])
    #expect(shown.has(office.say("không bị ghi đè", "not overwritten")), "\(shown)")
    #expect(shown.has(office.say("Đã ghi 46 hồ sơ", "Wrote 46 ventures")))
    #expect(try runner.read("ra.csv").split(separator: "\r\n").count == 47)
    #expect(try runner.read("ra.json").contains("Gạo ST tuần hoàn"))
  }

  @Test("what the role does not allow is said, and nothing is changed")
  func roles() async throws {
    let office = try await PlainOffice(.vietnamese, login: "mai")
    guard !office.session.user.may(.editVentures) else {
      Issue.record("the demo has changed: mai may edit")
      return
    }
    let before = try await office.record("ST-0010").venture
    let shown = await office.run(["create", "ST-0010", "edit", "0", "import"])
    #expect(shown.count("Vai trò của bạn không được") == 3, "\(shown)")
    #expect(try await office.record("ST-0010").venture == before)
  }
}
