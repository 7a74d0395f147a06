import TerminalCanvas

/// What came of an event that a dialog was offered.
public enum DialogReply: Hashable, Sendable {
  /// It goes on.
  case stay
  /// It was closed without an answer.
  case cancelled
  /// One of its choices, from 0, has the focus now.
  case focused(Int)
  /// One of its choices, from 0, was taken.
  case chosen(Int)
  /// Text was entered.
  case entered(String)
  /// A command was chosen, by its id.
  case run(String)
}

/// A part of a dialog that can be clicked.
struct DialogTarget: Hashable, Sendable {
  /// Where.
  var area: Rectangle
  /// Which of its choices, from 0.
  var index: Int
}

/// The part of a long list that is shown around the row in focus.
enum ListWindow {
  static func first(showing row: Int, of count: Int, height: Int) -> Int {
    max(0, min(row - height / 2, count - height))
  }
}
