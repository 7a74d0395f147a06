import Storage

/// The changes of this session that can be taken back, and those that were.
struct UndoHistory: Equatable, Sendable {
  /// A change: what it did in the first place, and the event that undo has to cancel now.
  struct Entry: Equatable, Sendable {
    var event: Int64
    var summary: ChangeSummary
  }

  private(set) var done: [Entry] = []
  private(set) var undone: [Entry] = []

  /// A new change. What was undone before can no longer be made again.
  mutating func remember(_ receipt: ChangeReceipt) {
    done.append(Entry(event: receipt.event, summary: receipt.summary))
    undone = []
  }

  /// A change was taken back, by this event. Others may have been remembered meanwhile.
  mutating func didUndo(_ entry: Entry, by receipt: ChangeReceipt) {
    done.removeAll { $0 == entry }
    undone.append(Entry(event: receipt.event, summary: entry.summary))
  }

  /// A change that was undone was made again, by this event.
  mutating func didRedo(_ entry: Entry, by receipt: ChangeReceipt) {
    undone.removeAll { $0 == entry }
    done.append(Entry(event: receipt.event, summary: entry.summary))
  }

  /// A change can never be taken back: somebody changed the record since.
  mutating func forget(_ entry: Entry) {
    done.removeAll { $0 == entry }
    undone.removeAll { $0 == entry }
  }
}
