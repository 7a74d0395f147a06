import DashboardKit
import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardScreens

@Suite("The timeline of a venture")
struct TimelineTests {
  private func lines(
    _ language: Language, _ change: (inout VentureContent) -> Void,
    names: [String: SafeText] = [:]
  ) -> [String] {
    let before = Fixtures.content()
    var after = before
    change(&after)
    var record = Fixtures.record()
    (record.moves, record.notes, record.names) = ([], [], names)
    record.events = [
      Event(
        number: 1, recordedAt: Fixtures.today.at(hour: 9), actor: "minh", kind: .edited,
        entity: "venture", entityID: [], before: CanonicalJSON.write(before.canonicalFields()),
        after: CanonicalJSON.write(after.canonicalFields()), reason: .empty)
    ]
    let page = TimelineLines(
      record: record, text: RecordText(language: language),
      context: Fixtures.context(Size(width: 80, height: 24), language))
    return page.lines.map(\.0)
  }

  @Test("an edit says what stood there before and what stands there since")
  func beforeAndAfter() {
    let shown = lines(.vietnamese) { content in
      content.nextStep = "ký hợp đồng"
      content.supportOwner = "bảo"
    }
    #expect(shown.contains("Bước tiếp theo: gặp chuyên gia → ký hợp đồng"))
    #expect(shown.contains { $0.hasSuffix(": (chưa có) → bảo") })
    #expect(shown.count == 3)
    let english = lines(.english) { $0.nextStep = .empty }
    #expect(english.contains { $0.hasSuffix(": gặp chuyên gia → (none yet)") })
  }

  @Test("a text of many lines stands in one, and is cut")
  func longValues() throws {
    let shown = lines(.vietnamese) {
      $0.summary = SafeText(escaping: String(repeating: "dòng dài\n", count: 40))
    }
    let change = try #require(shown.last)
    #expect(!change.contains("\n"))
    #expect(change.hasSuffix("…"))
    #expect(change.count < 160)
  }

  @Test("people stand by their names, and by their logins when there is no name")
  func names() {
    let named = lines(.vietnamese, { $0.nextStep = "a" }, names: ["minh": "Trần Văn Minh"])
    #expect(named[0].hasSuffix(" · Trần Văn Minh · sửa"))
    #expect(lines(.vietnamese) { $0.nextStep = "a" }[0].hasSuffix(" · minh · sửa"))
  }
}
