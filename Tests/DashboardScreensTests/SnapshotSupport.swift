import DashboardKit
import Foundation
import Incubation
import TerminalCanvas
import Testing

/// The sizes at which every screen is stored.
let snapshotSizes = [
  Size(width: 60, height: 20), Size(width: 80, height: 24), Size(width: 132, height: 43),
  Size(width: 200, height: 50),
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
/// fails, so that a recording run is never taken for a passing one. A file holds one state in one
/// language, at all sizes.
func expectSnapshot(
  _ canvas: Canvas, _ screen: String, _ state: String, _ context: ScreenContext,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let size = "\(canvas.size.width)x\(canvas.size.height)"
  let name = "\(state)-\(context.language.rawValue).txt"
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(components: "Snapshots", screen, name)
  let text = canvas.snapshot()
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try SnapshotFile.record(text, size, in: file)
    Issue.record("recorded \(screen)/\(name) \(size)", sourceLocation: sourceLocation)
    return
  }
  let stored = try SnapshotFile(of: file).sections[size]
  // Only the first line that differs: the difference of two whole pictures takes seconds to find.
  guard stored != text else { return }
  let pairs = zip(
    (stored ?? "").split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false))
  let first = pairs.first { $0 != $1 }.map { "\n- \($0)\n+ \($1)" } ?? " (more lines or fewer)"
  Issue.record("\(screen)/\(name) \(size)\(first)", sourceLocation: sourceLocation)
}

/// A file of snapshots: a line `=== 80x24` before each.
struct SnapshotFile {
  private(set) var sections: [String: String] = [:]

  init(of file: URL) throws {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for part in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
      guard let end = part.firstIndex(of: "\n") else { continue }
      let body = String(part[part.index(after: end)...])
      sections[String(part[..<end])] = body.hasSuffix("\n") ? body : body + "\n"
    }
  }

  private static let lock = NSLock()

  static func record(_ text: String, _ size: String, in file: URL) throws {
    try lock.withLock {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      var sections = (try? SnapshotFile(of: file))?.sections ?? [:]
      sections[size] = text
      let sorted = sections.sorted {
        Int($0.key.prefix { $0 != "x" }) ?? 0 < Int($1.key.prefix { $0 != "x" }) ?? 0
      }
      try Data(sorted.map { "=== \($0.key)\n\($0.value)" }.joined().utf8).write(to: file)
    }
  }
}
