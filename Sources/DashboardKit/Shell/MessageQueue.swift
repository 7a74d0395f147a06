import Incubation

/// The messages that are to be read, each for a time that fits how serious it is.
struct MessageQueue: Equatable, Sendable {
  private struct Entry: Equatable, Sendable {
    var message: Message
    /// Nil for one that stays until a key is pressed.
    var until: Timestamp?
  }

  private var entries: [Entry] = []

  /// The message to show: the latest of the most serious; nil for none.
  var current: Message? {
    entries.enumerated().max {
      (Self.weight($0.element.message), $0.offset) < (Self.weight($1.element.message), $1.offset)
    }?.element.message
  }

  /// When the next of them has been shown for long enough; nil for never.
  var nextDeadline: Timestamp? { entries.compactMap(\.until).min() }

  /// Adds a message. One that says that something was done takes the place of all older ones: what
  /// failed before is history then.
  /// With `stays` it does not go by itself.
  mutating func add(_ message: Message, at now: Timestamp, stays: Bool = false) {
    entries.removeAll {
      message.kind == .done || Self.weight($0.message) <= Self.weight(message)
    }
    let until = Timestamp(milliseconds: now.milliseconds + Self.duration(message))
    entries.append(Entry(message: message, until: stays ? nil : until))
  }

  /// Takes out what has been shown for long enough; true when something was.
  mutating func expire(at now: Timestamp) -> Bool {
    let before = entries.count
    entries.removeAll { entry in entry.until.map { $0 <= now } ?? false }
    return entries.count != before
  }

  /// Takes out what stayed until now; true when something did.
  mutating func dismiss() -> Bool {
    let before = entries.count
    entries.removeAll { $0.until == nil }
    return entries.count != before
  }

  private static func weight(_ message: Message) -> Int {
    switch message.kind {
    case .done, .info: 0
    case .warning: 1
    case .failure: 2
    }
  }

  /// Milliseconds: time to read one line, more when it asks for something.
  private static func duration(_ message: Message) -> Int64 {
    switch message.kind {
    case .done, .info: 6_000
    case .warning: 9_000
    case .failure: 15_000
    }
  }
}
