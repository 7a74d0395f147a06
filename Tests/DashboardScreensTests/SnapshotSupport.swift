import DashboardKit
import Foundation
import Incubation
import TerminalCanvas
import Testing

/// The sizes at which every screen is stored.
let snapshotSizes = [
  Size(width: 60, height: 20), Size(width: 80, height: 24), Size(width: 120, height: 36),
]

/// The rows of a canvas as text, without blanks at their ends.
func rows(of canvas: Canvas) -> [String] {
  (0..<canvas.size.height).map { y in
    var row = (0..<canvas.size.width).map { canvas[$0, y].text }.joined()
    while row.last == " " { row.removeLast() }
    return row
  }
}

/// Draws a screen into a canvas of the size of its context.
func drawn<S: Screen>(
  _ screen: S.Type, _ state: S.State, _ context: ScreenContext
) -> Frame<S.Action> {
  var frame = Frame<S.Action>(Canvas(context.size))
  S.draw(
    state, in: Rectangle(context.size), on: &frame, S.text(in: context.language), context)
  return frame
}

/// Compares a drawing with the stored one. With RECORD_SNAPSHOTS=1 it is stored, and the test
/// fails, so that a recording run is never taken for a passing one.
func expectSnapshot(
  _ canvas: Canvas, _ screen: String, _ state: String, _ context: ScreenContext,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let size = "\(context.size.width)x\(context.size.height)"
  let name = "\(state)-\(context.language.rawValue)-\(size).txt"
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(components: "Snapshots", screen)
  let file = folder.appending(component: name)
  let text = canvas.snapshot()
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(screen)/\(name)", sourceLocation: sourceLocation)
    return
  }
  let stored = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(stored == text, "\(screen)/\(name)", sourceLocation: sourceLocation)
}
