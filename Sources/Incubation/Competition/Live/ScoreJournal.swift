/// A journal of scores on the machine where they are typed: one line an event, appended and brought
/// to disk before a score counts as entered, and one line for what the database has
/// acknowledged. Whatever happens to the program, the line or the server, a journal that is left
/// behind holds everything that was entered.
///
/// This is its text only; the executable keeps the file.
public enum ScoreJournal {
  /// What the first line says.
  public static let heading = "vuonuom-journal 1"

  /// A line of the journal.
  public enum Line: Hashable, Sendable {
    /// A score was entered.
    case entered(ScoreEvent)
    /// The database has it.
    case acknowledged(Identifier<ScoreEvent>)
  }

  /// The line as bytes with its line feed: its checksum, then canonical JSON.
  public static func bytes(of line: Line) -> [UInt8] {
    let text = Self.text(of: line)
    return Array((checksum(of: text) + " " + text + "\n").utf8)
  }

  private static func text(of line: Line) -> String {
    switch line {
    case .acknowledged(let id): CanonicalJSON.write(["ack": .string(id.description)])
    case .entered(let event):
      CanonicalJSON.write([
        "id": .string(event.id.description), "round": .string(event.round.description),
        "entry": .string(event.entry.description), "judge": .string(event.judge.description),
        "kind": .string(event.kind.columns.name),
        "criterion": .string(event.kind.columns.criterion),
        "number": event.kind.columns.number.map { .integer(Int64($0)) } ?? .null,
        "text": .string(event.kind.columns.text), "at": .integer(event.typedAt.milliseconds),
        "device": .string(event.device),
      ])
    }
  }

  /// What a journal holds.
  public struct Content: Hashable, Sendable {
    /// Events that the database has not acknowledged, in the order in which they were typed.
    public var pending: [ScoreEvent]
    /// How many events there are in all.
    public var entered: Int
    /// Lines, from 1, that are damaged and were passed over. The last line of a journal whose
    /// writer died may be half a line: that is none of them.
    public var damaged: [Int]
    /// How many bytes at the end are half a line.
    public var tornBytes: Int
  }

  /// Reads a journal. A line that is damaged is passed over and named; nothing else is lost.
  public static func read(_ bytes: [UInt8]) -> Content {
    var events: [ScoreEvent] = []
    var acknowledged: Set<Identifier<ScoreEvent>> = []
    var damaged: [Int] = []
    let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lines = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    for (index, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      if index == 0, text == heading { continue }
      switch parse(text) {
      case .entered(let event)?: events.append(event)
      case .acknowledged(let id)?: acknowledged.insert(id)
      case nil: damaged.append(index + 1)
      }
    }
    return Content(
      pending: events.filter { !acknowledged.contains($0.id) }, entered: events.count,
      damaged: damaged, tornBytes: bytes.count - end)
  }

  private static func parse(_ line: String) -> Line? {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, checksum(of: parts[1]) == parts[0],
      let fields = try? CanonicalJSON.read(parts[1])
    else { return nil }
    if case .string(let id)? = fields["ack"] {
      return Identifier(id).map { .acknowledged($0) }
    }
    return event(fields).map { .entered($0) }
  }

  private static func event(_ fields: [String: JSONValue]) -> ScoreEvent? {
    func text(_ name: String) -> String {
      if case .string(let text)? = fields[name] { text } else { "" }
    }
    var number: Int?
    if case .integer(let value)? = fields["number"] { number = Int(value) }
    let columns = ScoreEvent.Kind.Columns(
      name: text("kind"), criterion: text("criterion"), number: number, text: text("text"))
    guard case .integer(let at)? = fields["at"], let kind = ScoreEvent.Kind(columns),
      let id = Identifier<ScoreEvent>(text("id")), let round = Identifier<Round>(text("round")),
      let entry = Identifier<Entry>(text("entry")), let judge = Identifier<Judge>(text("judge"))
    else { return nil }
    return ScoreEvent(
      id: id, round: round, entry: entry, judge: judge, kind: kind,
      typedAt: Timestamp(milliseconds: at), device: text("device"))
  }

  /// FNV-1a of 64 bits in 16 hexadecimal digits: finds a line that was cut or damaged. It is no
  /// protection against somebody who wants to change one.
  private static func checksum(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
