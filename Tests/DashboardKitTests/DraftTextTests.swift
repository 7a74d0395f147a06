import DashboardKit
import Incubation
import Testing

/// Drafts as the text of their files.
@Suite("The text of drafts")
struct DraftTextTests {
  let owner = DraftOwner(database: "/nhà/thu.db", user: "lan")
  let draft = Draft(
    "edit",
    at: Destination(
      .record, venture: Identifier(high: 3, low: 9), filter: VentureFilter(pipeline: "startup"),
      file: "a b.csv"),
    title: Bilingual(vietnamese: "«Gạo sạch»", english: "“Gạo sạch”"),
    body: ["fields": .object(["title": "Đổi mới\n\"sáng tạo\""]), "version": 4])

  @Test("what is written is read")
  func roundTrip() throws {
    let moment = Timestamp(milliseconds: 1_600_000_000_123)
    let text = draft.written(for: owner, at: moment)
    let read = try Draft.read(text, for: owner)
    #expect(read.draft == draft)
    #expect(read.savedAt == moment)
    #expect(read.draft.written(for: owner, at: moment) == text)
  }

  @Test("a text that is cut off anywhere is damaged, never half a draft")
  func cut() {
    let bytes = Array(draft.written(for: owner, at: Timestamp(milliseconds: 1)).utf8)
    for count in 0..<bytes.count {
      let text = String(decoding: bytes[..<count], as: UTF8.self)
      #expect(throws: DraftRefusal.damaged) { try Draft.read(text, for: owner) }
    }
  }

  @Test("others' drafts and those of later versions are told apart")
  func refusals() {
    let text = draft.written(for: owner, at: Timestamp(milliseconds: 1))
    for other in [
      DraftOwner(database: "/nhà/thu.db", user: "minh"),
      DraftOwner(database: "/nhà/khác.db", user: "lan"),
    ] {
      #expect(throws: DraftRefusal.foreign) { try Draft.read(text, for: other) }
    }
    let newer = text.replacing("\"format\":1", with: "\"format\":2")
    #expect(throws: DraftRefusal.newer) { try Draft.read(newer, for: owner) }
    for damaged in ["", "null", "[]", "{}", "{\"format\":1}", "{\"format\":\"x\"}"] {
      #expect(throws: (any Error).self) { try Draft.read(damaged, for: owner) }
    }
  }

  @Test("a place of a later version is no place")
  func unknownPlace() {
    #expect(Destination(place: .object(["screen": "weather"])) == nil)
    #expect(Destination(place: .object(["screen": "record", "venture": "x"])) == nil)
    #expect(Destination(place: "record") == nil)
    #expect(Destination(place: .object(["screen": "table"])) == Destination(.table))
  }
}
