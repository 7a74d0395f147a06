import Incubation
import Storage
import Testing

@testable import DashboardKit

@Suite("Messages and the history of undo")
struct QueueTests {
  private let start = Timestamp(milliseconds: 1_000_000)

  private func later(_ seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: start.milliseconds + seconds * 1_000)
  }

  @Test("what is done now takes the place of what failed before")
  func doneAfterFailure() {
    var queue = MessageQueue()
    queue.add(Message(.failure, "đĩa đầy"), at: start)
    queue.add(Message(.done, "đã lưu"), at: start)
    #expect(queue.current?.text == "đã lưu")
  }

  @Test("a failure is not covered by what comes after it, and stays longer")
  func severity() {
    var queue = MessageQueue()
    queue.add(Message(.done, "một"), at: start)
    queue.add(Message(.failure, "hỏng"), at: start)
    queue.add(Message(.info, "hai"), at: start)
    #expect(queue.current?.text == "hỏng")
    #expect(queue.nextDeadline == later(6))
    let first = queue.expire(at: later(6))
    #expect(first)
    #expect(queue.current?.text == "hỏng")
    let early = queue.expire(at: later(14))
    let last = queue.expire(at: later(15))
    #expect(!early && last)
    #expect(queue.current == nil)
    #expect(queue.nextDeadline == nil)
  }

  @Test("what was done last is said")
  func latest() {
    var queue = MessageQueue()
    queue.add(Message(.done, "một"), at: start)
    queue.add(Message(.info, "hai"), at: later(1))
    #expect(queue.current?.text == "hai")
    #expect(queue.nextDeadline == later(7))
  }

  @Test("a new change takes away what could be made again")
  func redoEnds() {
    let receipt = ChangeReceipt(event: 1, summary: ChangeSummary(kind: .edited, title: "A"))
    var history = UndoHistory()
    history.remember(receipt)
    history.didUndo(
      history.done[0], by: ChangeReceipt(event: 2, summary: receipt.summary))
    #expect(history.undone.map(\.event) == [2])
    history.remember(ChangeReceipt(event: 3, summary: receipt.summary))
    #expect(history.undone.isEmpty)
    #expect(history.done.map(\.event) == [3])
  }
}
