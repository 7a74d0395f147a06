/// The whole line of a venture: where it was found, contests, courses, tasks, money, test results,
/// partners and investors, in the order in which things happened.
public struct Lineage: Hashable, Sendable {
  /// Something that happened.
  public struct Entry: Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: String, CaseIterable, Sendable {
      case found, stage, contest, course, support, connection, application, task, money, round
    }

    /// When.
    public var day: LocalDate
    /// What kind of thing.
    public var kind: Kind
    /// What happened: the stage, the state, the step, the kind of support.
    public var what: Bilingual
    /// Number of the record; empty for none.
    public var code: SafeText
    /// What the record is called, in the words of the department.
    public var title: SafeText
    /// What there is to say: place, paper, figures, reason; empty for nothing.
    public var note: SafeText
    /// Money; nil for none.
    public var amount: Money?

    /// Something that happened.
    public init(
      on day: LocalDate, _ kind: Kind, _ what: Bilingual, code: SafeText = .empty,
      title: SafeText = .empty, note: SafeText = .empty, amount: Money? = nil
    ) {
      self.day = day
      self.kind = kind
      self.what = what
      self.code = code
      self.title = title
      self.note = note
      self.amount = amount
    }
  }

  /// Number of the venture.
  public var code: SafeText
  /// Its name.
  public var title: SafeText
  /// Who is behind it: organisation or founder.
  public var owner: SafeText
  /// What happened, oldest first.
  public var entries: [Entry]

  /// A line; entries are put in order.
  public init(code: SafeText, title: SafeText, owner: SafeText, entries: [Entry]) {
    self.code = code
    self.title = title
    self.owner = owner
    self.entries = entries.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }
}

extension Lineage {
  /// The line up to and including a day: what is to come is left out.
  public func upTo(_ day: LocalDate) -> Lineage {
    var line = self
    line.entries.removeAll { $0.day > day }
    return line
  }
}

extension Lineage.Entry.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .found: Bilingual(vietnamese: "Phát hiện", english: "Found")
    case .stage: Bilingual(vietnamese: "Giai đoạn", english: "Stage")
    case .contest: Bilingual(vietnamese: "Cuộc thi", english: "Contest")
    case .course: Bilingual(vietnamese: "Khóa học", english: "Course")
    case .support: Bilingual(vietnamese: "Hỗ trợ", english: "Support")
    case .connection: Bilingual(vietnamese: "Kết nối", english: "Connection")
    case .application: Bilingual(vietnamese: "Xin tài trợ", english: "Application")
    case .task: Bilingual(vietnamese: "Nhiệm vụ", english: "Task")
    case .money: Bilingual(vietnamese: "Kinh phí", english: "Money")
    case .round: Bilingual(vietnamese: "Gọi vốn", english: "Investment")
    }
  }
}

extension Lineage.Entry {
  /// The entry on one line: "15/07/2019  Nhiệm vụ  Ký hợp đồng  NV-0002 Máy sạ cụm (05/QĐ)".
  public func line(_ language: Language) -> String {
    let subject = [code.string, title.string].filter { !$0.isEmpty }.joined(separator: " ")
    let money = amount.map { $0.formatted(language) } ?? ""
    let brackets = note.isBlank ? "" : "(\(note))"
    return [
      day.formatted, kind.label(language) + ": " + what(language).string, subject, money, brackets,
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
