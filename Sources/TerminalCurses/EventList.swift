import TerminalCanvas

/// Events in the order of their bytes; neighbouring letters and neighbouring bad bytes become
/// one event.
struct EventList {
  private(set) var events: [InputEvent] = []
  private var text = String.UnicodeScalarView()
  private var invalid = 0

  /// Adds an event.
  mutating func append(_ event: InputEvent) {
    flush()
    events.append(event)
  }

  /// Adds a key.
  mutating func append(_ key: Key, _ modifiers: Modifiers = []) {
    append(.key(KeyStroke(key, modifiers)))
  }

  /// Adds a letter.
  mutating func append(_ scalar: Unicode.Scalar) {
    if invalid > 0 { flush() }
    text.append(scalar)
  }

  /// Adds bytes that were no UTF-8.
  mutating func appendInvalid(_ count: Int) {
    guard count > 0 else { return }
    if !text.isEmpty { flush() }
    invalid += count
  }

  /// All events.
  mutating func finish() -> [InputEvent] {
    flush()
    return events
  }

  private mutating func flush() {
    if !text.isEmpty { events.append(.text(String(text))) }
    if invalid > 0 { events.append(.invalidBytes(invalid)) }
    text = String.UnicodeScalarView()
    invalid = 0
  }
}
