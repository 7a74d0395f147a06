import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Storage
import Testing

@testable import vuonuom

@Suite("Plain mode: others, endings, anything typed")
struct PlainFaultTests {
  /// Somebody else changes two fields of a venture.
  private func somebody(
    _ office: PlainOffice, _ changes: [VentureField: String]
  ) -> @Sendable () async throws -> Void {
    let stores = office.stores
    var other = office.session
    other.user = User(login: "thu", displayName: "Thu", roles: [.clerk])
    let session = other
    return {
      guard let id = try await stores.ventures.find(code: "ST-0010") else { return }
      let venture = try await stores.ventures.record(id).venture
      var content = venture.content
      for (field, text) in changes { try content.set(field, from: text) }
      _ = try await stores.ventures.update(
        id, to: content, base: venture.content, ifVersion: venture.version, by: session)
    }
  }

  @Test("what both changed is asked for, field by field", arguments: Language.allCases)
  func conflict(_ language: Language) async throws {
    for keepsMine in [true, false] {
      let office = try await PlainOffice(language)
      let change = somebody(office, [.nextStep: "Của Thu", .place: "Kế Sách"])
      let shown = await office.run(
        [
          "ST-0010", "edit", office.say("bước tiếp theo", "next step"), "Của Lan",
          keepsMine ? "1" : "2",
        ], meanwhile: [3: change])
      let content = try await office.record("ST-0010").venture.content
      #expect(content.nextStep == (keepsMine ? "Của Lan" : "Của Thu"), "\(shown)")
      #expect(content.place == "Kế Sách")
      #expect(shown.has(office.say("thu đã sửa hồ sơ này", "thu changed this venture")))
      #expect(shown.has(office.say("bản của tôi: Của Lan", "mine: Của Lan")), "\(shown)")
      #expect(shown.has(office.say("bản đang lưu: Của Thu", "stored: Của Thu")))
    }
  }

  @Test("what only the other changed is theirs, and nothing is asked")
  func otherFields() async throws {
    let office = try await PlainOffice(.vietnamese)
    let change = somebody(office, [.place: "Kế Sách"])
    let shown = await office.run(
      ["ST-0010", "edit", "bước tiếp theo", "Của Lan"], meanwhile: [3: change])
    let content = try await office.record("ST-0010").venture.content
    #expect(content.nextStep == "Của Lan" && content.place == "Kế Sách", "\(shown)")
    #expect(shown.has("Địa bàn, theo bản đang lưu: Kế Sách"))
  }

  @Test("a move, a note, a deletion of something that is gone are told, and the talk goes on")
  func gone() async throws {
    let office = try await PlainOffice(.vietnamese)
    let stores = office.stores
    let session = office.session
    let shown = await office.run(
      ["ST-0010", "note", "Một dòng", ".", "edit", "tóm tắt", "Mới", ".", "0", "0", "about"],
      meanwhile: [
        1: {
          guard let id = try await stores.ventures.find(code: "ST-0010") else { return }
          let version = try await stores.ventures.record(id).venture.version
          _ = try await stores.ventures.delete(id, ifVersion: version, by: session)
        }
      ])
    #expect(shown.count("Không tìm thấy trong cơ sở dữ liệu") == 2, "\(shown)")
    #expect(shown.has("demo.db"))
  }

  @Test("the input may end anywhere; what was said to be saved is there")
  func endings() async throws {
    let script = [
      "create", "Nấm rơm", "", "back", "edit", "điện thoại", "0912 345 678", "vấn đề", "Dòng một",
      ".", "0", "note", "Đã gọi", ".", "advance", "team", "thêm", "Lê Văn Tám", "", "", "0",
      "delete", "không",
    ]
    for count in script.indices {
      let office = try await PlainOffice(.vietnamese)
      let shown = await office.run(Array(script.prefix(count)))
      #expect(shown.lines.last?.hasPrefix("Hết dữ liệu vào") == true)
      guard shown.has("Đã thêm hồ sơ ST-0063") else {
        #expect(try await office.stores.ventures.find(code: "ST-0063") == nil)
        continue
      }
      let record = try await office.record("ST-0063")
      let content = record.venture.content
      #expect(shown.has("Đã lưu Điện thoại") == (content.phone != nil))
      #expect(shown.has("Đã lưu Vấn đề") == !content.problem.isBlank)
      #expect(shown.has("Đã thêm ghi chú") == !record.notes.isEmpty)
      #expect(shown.has("Đã lưu đội ngũ") == !record.team.isEmpty)
      #expect(shown.has("chưa lưu.") == (count == 9 || count == 13))
    }
  }

  @Test("anything typed leads to lines that are fit to be read")
  func anything() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let next = SeededNumbers(seed: seed).next
    let words = [
      "?", "", "0", "1", "2", "3", "7", "12", "99", "-", ".", "=0", "có", "không", "back", "edit",
      "move", "team", "note", "evidence", "delete", "undo", "redo", "all", "ST-0010", "st-0060",
      "gao st", "lọc", "sắp xếp", "cách xem", "đổi hàng loạt", "tất cả", "1-4", "settings",
      "pipeline", "overview", "ventures", "stages", "create", "import", "export", "imports",
      "\u{1B}[2J", "\u{7}chuông", "█▓░⠿ vẽ", "\u{202E}ngược", "Nguye\u{302}\u{303}n", "0912345678",
      "30/09/2020", String(repeating: "dài ", count: 80),
    ]
    for language in Language.allCases {
      let office = try await PlainOffice(language)
      for _ in 0..<12 {
        let answers = (0..<60).map { _ -> PlainInput in
          let number = Int(next() % UInt64(words.count + 1))
          return number == words.count ? .unreadable : .line(words[number])
        }
        let console = ScriptedConsole(answers)
        await office.talkWithoutFiles(at: console)
        let shown = PlainTranscript(lines: await console.shown)
        // Titles and notes that were typed are data, and as long as they are.
        shown.check(most: 800)
        #expect(shown.lines.count > 6, "seed \(seed)")
      }
    }
  }
}
