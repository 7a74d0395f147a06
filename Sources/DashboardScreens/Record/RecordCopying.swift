import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension RecordScreen {
  /// The section in focus as plain text, and the whole venture.
  static func copies(
    _ state: RecordState, _ text: RecordText, _ context: ScreenContext
  ) -> [CopyText] {
    guard let record = state.record else { return [] }
    let venture = record.venture
    let name = venture.code.string + " " + venture.content.title.string
    // Wide enough that no value is broken: lines are the reader's to break.
    let lines = RecordPage(record: record, text: text, context: context, width: 10_000).lines
    let section = Array(lines.drop { $0.section != state.section })
    let next = section.dropFirst().firstIndex { $0.section != nil } ?? section.count
    return [
      CopyText(text.name(state.section), lines: [name, ""] + section[..<next].map(plain)),
      CopyText(name, lines: [name, ""] + lines.map(plain)),
    ]
  }

  private static func plain(_ line: PageLine) -> String {
    var words = Substring(line.pieces.map(\.text).joined())
    while words.last == " " { words.removeLast() }
    return String(words)
  }
}
