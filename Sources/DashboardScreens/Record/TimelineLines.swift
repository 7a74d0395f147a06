import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The timeline: remarks, moves and edits in one, newest first.
struct TimelineLines {
  let record: VentureRecord
  let text: RecordText
  let context: ScreenContext

  private struct Entry {
    var at: Timestamp
    var head: String
    var details: [String]
  }

  /// Each line with its meaning and how far it is indented.
  var lines: [(String, Role, Int)] {
    let entries = (notes + moves + events).sorted { $0.at > $1.at }
    if entries.isEmpty { return [(text.ventures.unknown, .muted, 2)] }
    return entries.flatMap { entry in
      let when =
        Formatting(text.language).time(entry.at) + " " + entry.at.localDate.formatted
      let head: (String, Role, Int) = (when + " · " + entry.head, .muted, 2)
      return [head] + entry.details.filter { !$0.isEmpty }.map { ($0, .text, 4) }
    }
  }

  private var notes: [Entry] {
    record.notes.map {
      Entry(
        at: $0.writtenAt, head: name($0.author) + " · " + text.name(.noted),
        details: [$0.text.string])
    }
  }

  private var moves: [Entry] {
    let pipeline = context.pipelines.first { $0.code == record.venture.position.pipeline }
    let cancelled = Set(record.moves.compactMap(\.cancels))
    return record.moves.map { move in
      var head = name(move.actor) + " · " + move.kind.label(text.language)
      switch move.kind {
      case .entered, .forward, .back: head += ": " + text.moves.stage(move.to, pipeline)
      case .setAside, .dropped, .resumed, .cancelled: break
      }
      if cancelled.contains(move.id) { head += " " + text.say("(đã hủy)", "(cancelled)") }
      return Entry(at: move.movedAt, head: head, details: [move.reason.string])
    }
  }

  /// Remarks and moves stand there as such already.
  private var events: [Entry] {
    record.events.filter { ![.moved, .noted].contains($0.kind) }.map {
      Entry(
        at: $0.recordedAt, head: name($0.actor) + " · " + text.name($0.kind),
        details: $0.kind == .edited ? changes($0) : [$0.reason.string])
    }
  }

  /// The name by which a user is known; the login when the program knows no other.
  private func name(_ login: String) -> String { record.names[login]?.string ?? login }

  /// A line for each field that an edit changed: what it said before, and what it says since. The
  /// reason stands for them when the event does not tell.
  private func changes(_ event: Event) -> [String] {
    guard let before = try? CanonicalJSON.read(event.before),
      let after = try? CanonicalJSON.read(event.after),
      let old = try? VentureContent(canonicalFields: before),
      let new = try? VentureContent(canonicalFields: after)
    else { return [event.reason.string] }
    let isTeam = before["team"] != nil || after["team"] != nil
    let fields = VentureField.allCases.filter { before[$0.rawValue] != after[$0.rawValue] }
    return fields.map { field in
      let values = [old, new].map { shown($0.describe(field, text.language)) }
      return field.label(text.language) + ": " + values.joined(separator: " → ")
    } + (isTeam ? [text.name(.team)] : [])
  }

  /// A value on one line, long ones cut: the field itself has the whole.
  private func shown(_ value: String) -> String {
    if value.isEmpty { return "(" + text.ventures.unknown + ")" }
    let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
    return TextWidth.cut(line, to: 60)
  }
}
