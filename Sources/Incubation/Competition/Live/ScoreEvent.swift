/// One thing that a judge, or somebody with a judge's paper sheet, did to a sheet. Sheets are made
/// of these alone, and none is ever changed.
public struct ScoreEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// A criterion got a score in hundredths; nil takes the score away.
    case value(criterion: String, hundredths: Int?)
    /// A remark on a criterion, or on the whole sheet when the criterion is empty.
    case comment(criterion: String, SafeText)
    /// The judge wants to come back to the sheet.
    case flag(Bool)
    /// The judge has looked at the whole sheet.
    case confirmed(Bool)
  }

  /// Identity, made where it was typed: sending it again changes nothing.
  public var id: Identifier<ScoreEvent>
  /// The round.
  public var round: Identifier<Round>
  /// The entry.
  public var entry: Identifier<Entry>
  /// The judge.
  public var judge: Identifier<Judge>
  /// What was done.
  public var kind: Kind
  /// When it was typed, by the clock of the machine where that was.
  public var typedAt: Timestamp
  /// That machine.
  public var device: String

  /// An event.
  public init(
    id: Identifier<ScoreEvent>, round: Identifier<Round>, entry: Identifier<Entry>,
    judge: Identifier<Judge>, kind: Kind, typedAt: Timestamp, device: String = ""
  ) {
    self.id = id
    self.round = round
    self.entry = entry
    self.judge = judge
    self.kind = kind
    self.typedAt = typedAt
    self.device = device
  }
}

extension ScoreEvent.Kind {
  /// The kind and its values as a table or a journal keeps them.
  public struct Columns: Hashable, Sendable {
    /// "value", "comment", "flag", "confirm".
    public var name: String
    /// The criterion; empty for none.
    public var criterion: String
    /// The score in hundredths; 1 or 0 of a flag or confirmation; nil for none.
    public var number: Int?
    /// The remark; empty for none.
    public var text: String

    /// Columns.
    public init(name: String, criterion: String, number: Int?, text: String) {
      self.name = name
      self.criterion = criterion
      self.number = number
      self.text = text
    }
  }

  /// As columns.
  public var columns: Columns {
    switch self {
    case .value(let criterion, let hundredths):
      Columns(name: "value", criterion: criterion, number: hundredths, text: "")
    case .comment(let criterion, let text):
      Columns(name: "comment", criterion: criterion, number: nil, text: text.string)
    case .flag(let isOn): Columns(name: "flag", criterion: "", number: isOn ? 1 : 0, text: "")
    case .confirmed(let isOn):
      Columns(name: "confirm", criterion: "", number: isOn ? 1 : 0, text: "")
    }
  }

  /// From columns; nil when they are none of these.
  public init?(_ columns: Columns) {
    switch columns.name {
    case "value": self = .value(criterion: columns.criterion, hundredths: columns.number)
    case "comment":
      self = .comment(criterion: columns.criterion, SafeText(escaping: columns.text))
    case "flag": self = .flag(columns.number == 1)
    case "confirm": self = .confirmed(columns.number == 1)
    default: return nil
    }
  }

  /// What the event takes the place of: a later one of the same slot counts instead.
  public var slot: String {
    let columns = columns
    return columns.name + ":" + columns.criterion
  }
}

/// A score event as it is stored.
public struct StoredScoreEvent: Hashable, Sendable {
  /// Where it came from.
  public enum Source: String, CaseIterable, Sendable {
    /// A judge's screen.
    case screen
    /// A paper sheet that was keyed twice.
    case paper
  }

  /// What else happens to a sheet besides `ScoreEvent.Kind`.
  public enum Step: Hashable, Sendable {
    /// A score event; whether it came too late to count.
    case scored(ScoreEvent.Kind, isLate: Bool)
    /// The sheet was sealed.
    case sealed
    /// The sheet was opened again as the next version.
    case reopened
  }

  /// Its number; of one sheet, later events have greater ones.
  public var number: Int64
  /// Identity.
  public var id: Identifier<ScoreEvent>
  /// The entry.
  public var entry: Identifier<Entry>
  /// The judge.
  public var judge: Identifier<Judge>
  /// The version of the sheet, from 1.
  public var sheetVersion: Int
  /// What happened.
  public var step: Step
  /// When it was typed.
  public var typedAt: Timestamp
  /// When the database took it.
  public var recordedAt: Timestamp
  /// Who sent it: a login.
  public var actor: String
  /// The machine where it was typed.
  public var device: String
  /// Where it came from.
  public var source: Source

  /// A stored event.
  public init(
    number: Int64, id: Identifier<ScoreEvent>, entry: Identifier<Entry>,
    judge: Identifier<Judge>, sheetVersion: Int, step: Step, typedAt: Timestamp,
    recordedAt: Timestamp, actor: String, device: String = "", source: Source = .screen
  ) {
    self.number = number
    self.id = id
    self.entry = entry
    self.judge = judge
    self.sheetVersion = sheetVersion
    self.step = step
    self.typedAt = typedAt
    self.recordedAt = recordedAt
    self.actor = actor
    self.device = device
    self.source = source
  }
}

/// What became of a score event that was sent.
public enum ScoreOutcome: Hashable, Sendable {
  /// It is stored and counts.
  case saved
  /// It was stored before; nothing changed.
  case alreadySaved
  /// It is stored, but a later one of the same criterion from another device counts.
  case superseded
  /// It is stored and does not count: the sheet was sealed or the round closed before it came.
  case late
  /// It is not stored.
  case refused(ContestRefusal)

  /// Whether the database has it.
  public var isStored: Bool {
    if case .refused = self { false } else { true }
  }
}
