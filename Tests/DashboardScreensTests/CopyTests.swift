import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// What can be copied from each screen.
@Suite struct CopyTests {
  private let context = Fixtures.context(Size(width: 80, height: 24))

  @Test func aCardIsOneLine() {
    let state = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    let text = PipelineScreen.text(in: .vietnamese)
    let copies = PipelineScreen.copies(state, text, context)
    #expect(
      copies.map(\.text) == [
        "ST-0001 · Gạo ST tuần hoàn · Hạt Vàng · Trần Văn Đúng · → gặp chuyên gia"
      ])
    let empty = PipelineSnapshotTests.loaded([], context)
    #expect(PipelineScreen.copies(empty, text, context).isEmpty)
  }

  @Test func aSectionAndTheWholeRecordArePlainText() throws {
    var state = RecordSnapshotTests.loaded(context, isLong: true)
    state.section = .people
    let copies = RecordScreen.copies(state, RecordScreen.text(in: .vietnamese), context)
    let section = try #require(copies.first?.text)
    #expect(section.hasPrefix("ST-0001 "))
    #expect(section.contains("Mỹ Xuyên") && !section.contains("OCOP"))
    #expect(section.split(separator: "\n").contains { $0.contains(Fixtures.long.string) })
    let whole = try #require(copies.last?.text)
    #expect(whole.contains("Mỹ Xuyên") && whole.contains("OCOP") && whole.contains("KH-12/2020"))
  }

  @Test func aRowHasTabsBetweenItsCells() throws {
    let state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    let copies = TableScreen.copies(state, TableScreen.text(in: .vietnamese), context)
    let rows = try #require(copies.first?.text).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.count == 2 && rows[0].count == 10 && rows[1].count == 10)
    #expect(rows[0].prefix(4) == ["Mã", "Tên hồ sơ", "Giai đoạn", "Số ngày"])
    #expect(rows[1].prefix(4) == ["ST-0001", "Gạo ST tuần hoàn", "Phát hiện", "12"])
  }

  @Test func markedRowsAreReadBeforeTheyAreCopied() async throws {
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    #expect(TableScreen.copyAction(state) == nil)
    state.list.marks = [Fixtures.id(2), Fixtures.id(3)]
    let action = try #require(TableScreen.copyAction(state))
    guard case .perform(.rows(let ids, _)) = TableScreen.update(&state, action, context).first
    else {
      Issue.record("nothing is read")
      return
    }
    #expect(Set(ids) == state.list.marks)
    let rows = Array(Fixtures.summaries()[1...2])
    let outcomes = TableScreen.update(&state, .copied(rows), context)
    guard case .shell(.copy(let copied)) = outcomes.first else {
      Issue.record("nothing is copied")
      return
    }
    #expect(copied.text.split(separator: "\n").count == 3)
    #expect(copied.text.contains("Đậu phộng Khmer") && copied.text.contains("Bột sữa hạt sen"))
  }

  @Test func theOverviewIsCopiedInWords() throws {
    let state = OverviewTests.loaded(context)
    let copies = OverviewScreen.copies(state, OverviewScreen.text(in: .vietnamese), context)
    #expect(copies.count == 2)
    #expect(copies.last?.text.contains("Phễu") == true)
  }

  @Test func copiesFollowTheLanguage() {
    let english = Fixtures.context(Size(width: 80, height: 24), .english)
    let state = TableSnapshotTests.loaded(Fixtures.summaries(), english)
    let copies = TableScreen.copies(state, TableScreen.text(in: .english), english)
    #expect(copies.first?.text.contains("Discovery") == true)
  }
}
