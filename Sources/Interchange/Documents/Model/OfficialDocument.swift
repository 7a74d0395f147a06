public import Incubation

/// A paper of a Vietnamese office as a value: what it says, not how it looks. The layout is that of
/// Decree 30/2020/NĐ-CP, appendix I; the texts are Vietnamese by law.
public struct OfficialDocument: Hashable, Sendable {
  /// What the file is called inside, for lists of files.
  public var name: SafeText
  /// The day that the paper bears; the only time that the file carries.
  public var day: LocalDate
  /// Its parts, each on a new page: the paper itself, its appendices, certificates.
  public var parts: [Part]

  /// A paper.
  public init(name: SafeText, day: LocalDate, parts: [Part]) {
    self.name = name
    self.day = day
    self.parts = parts
  }

  /// A part that begins on a new page.
  public struct Part: Hashable, Sendable {
    /// How the page lies.
    public enum Page: String, CaseIterable, Sendable {
      /// Upright.
      case portrait
      /// On its long side, for wide tables.
      case landscape
      /// On its long side with a frame, for certificates.
      case certificate
    }

    /// How its pages lie.
    public var page: Page
    /// What stands on them.
    public var blocks: [DocumentBlock]

    /// A part; upright unless given.
    public init(_ page: Page = .portrait, _ blocks: [DocumentBlock]) {
      self.page = page
      self.blocks = blocks
    }
  }
}

/// One thing that stands across a page.
public enum DocumentBlock: Hashable, Sendable {
  /// Agency, motto of the state, number, place and date.
  case letterhead(Letterhead)
  /// What the paper is and what it is about.
  case title(DocumentTitle)
  /// The heading of a section. Numbers are counted by the renderer: I., II. … on level 1, and
  /// 1., 2. … on level 2.
  case section(level: Int, String)
  /// Running text.
  case paragraph(DocumentParagraph)
  /// A table with lines.
  case table(DocumentTable)
  /// Signatures, and to whom the paper goes.
  case closing(DocumentClosing)
}

/// The head of a paper: on the left who issues it and its number, on the right the motto, place and
/// date.
public struct Letterhead: Hashable, Sendable {
  /// The agency above: "UBND TỈNH SÓC TRĂNG"; empty for none.
  public var superior: String
  /// The agency, with its name as it was on the day of the paper.
  public var agency: String
  /// Number and symbol: "12/BB-SKHCN"; nil when the paper has none.
  public var reference: String?
  /// "Sóc Trăng, ngày 15 tháng 9 năm 2020"; nil for minutes, whose text says when and where.
  public var placeAndDay: String?

  /// A head.
  public init(superior: String, agency: String, reference: String?, placeAndDay: String?) {
    self.superior = superior
    self.agency = agency
    self.reference = reference
    self.placeAndDay = placeAndDay
  }

  /// The name of the state.
  public static let state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  /// Its motto.
  public static let motto = "Độc lập - Tự do - Hạnh phúc"
}

/// What a paper is and what it is about.
public struct DocumentTitle: Hashable, Sendable {
  /// "BIÊN BẢN"; of an appendix "Phụ lục I".
  public var kind: String
  /// What it is about; a line each.
  public var summary: [String]
  /// What it belongs to, in brackets under it; nil for nothing.
  public var reference: String?
  /// Whether it is an appendix: its kind is written small and its title in capitals.
  public var isAppendix: Bool

  /// A title.
  public init(
    _ kind: String, _ summary: [String], reference: String? = nil, isAppendix: Bool = false
  ) {
    self.kind = kind
    self.summary = summary
    self.reference = reference
    self.isAppendix = isAppendix
  }
}

/// Running text.
public struct DocumentParagraph: Hashable, Sendable {
  /// How it stands.
  public enum Style: String, CaseIterable, Sendable {
    /// First line indented, both edges straight.
    case body
    /// With a hyphen before it.
    case item
    /// In the middle of the page.
    case centred
    /// In the middle of the page and large, as the name on a certificate.
    case display
    /// Small and slanted, as a remark under a table.
    case remark
  }

  /// A stretch of text of one look.
  public struct Run: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Whether it is bold.
    public var isBold: Bool
    /// Whether it is slanted.
    public var isItalic: Bool

    /// A stretch of text; plain unless given.
    public init(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
      self.text = text
      self.isBold = isBold
      self.isItalic = isItalic
    }
  }

  /// How it stands.
  public var style: Style
  /// Its text.
  public var runs: [Run]

  /// Text of one look.
  public init(_ style: Style = .body, _ text: String, isBold: Bool = false) {
    self.style = style
    runs = [Run(text, isBold: isBold)]
  }

  /// Text of several looks.
  public init(_ style: Style, runs: [Run]) {
    self.style = style
    self.runs = runs
  }

  /// The text without its looks.
  public var text: String { runs.map(\.text).joined() }
}

/// A table with lines and a heading that is repeated on every page.
public struct DocumentTable: Hashable, Sendable {
  /// Where the text of a column stands.
  public enum Alignment: String, CaseIterable, Sendable {
    case left, centre, right
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// What stands above it.
    public var heading: String
    /// Where its cells stand.
    public var alignment: Alignment
    /// Its share of the width, beside those of the others.
    public var weight: Int

    /// A column.
    public init(_ heading: String, _ alignment: Alignment = .left, weight: Int) {
      self.heading = heading
      self.alignment = alignment
      self.weight = weight
    }
  }

  /// The columns; never empty.
  public var columns: [Column]
  /// Cells, row by row, one for each column.
  public var rows: [[String]]
  /// How many columns at the beginning say which row it is; repeated where a page is too narrow
  /// for all columns at once.
  public var keyColumns: Int
  /// Rows that are written bold, by their places: sums.
  public var boldRows: Set<Int>

  /// A table.
  public init(
    _ columns: [Column], rows: [[String]], keyColumns: Int = 1, boldRows: Set<Int> = []
  ) {
    self.columns = columns
    self.rows = rows
    self.keyColumns = keyColumns
    self.boldRows = boldRows
  }
}

/// The end of a paper.
public struct DocumentClosing: Hashable, Sendable {
  /// Somebody who signs.
  public struct Signature: Hashable, Sendable {
    /// In capitals, a line each: "TM. HỘI ĐỒNG", "CHỦ TỊCH".
    public var capacity: [String]
    /// Below it, as "(Ký, ghi rõ họ tên)"; empty for nothing.
    public var note: String
    /// Full name; empty leaves room for one.
    public var name: String
    /// Whether the original is signed: a copy then says "(Đã ký)".
    public var isSigned: Bool

    /// A signature.
    public init(_ capacity: [String], note: String = "", name: String, isSigned: Bool = false) {
      self.capacity = capacity
      self.note = note
      self.name = name
      self.isSigned = isSigned
    }
  }

  /// To whom the paper goes: without hyphens and stops, which are set by rule; empty for nobody.
  public var recipients: [String]
  /// From left to right.
  public var signatures: [Signature]

  /// The end of a paper.
  public init(recipients: [String] = [], signatures: [Signature]) {
    self.recipients = recipients
    self.signatures = signatures
  }

  /// The lines under "Nơi nhận:": each with a hyphen, a semicolon, the last with a full stop.
  public var recipientLines: [String] {
    recipients.enumerated().map { place, name in
      "- " + name + (place == recipients.count - 1 ? "." : ";")
    }
  }

  /// What a copy says where the original is signed.
  public static let signed = "(Đã ký)"
}

/// Counts sections as a paper is written.
struct SectionNumbers {
  private var first = 0
  private var second = 0

  /// The number of the next section on a level: "II.", "3.".
  mutating func next(level: Int) -> String {
    if level <= 1 {
      (first, second) = (first + 1, 0)
      return Self.roman(first) + "."
    }
    second += 1
    return "\(second)."
  }

  private static let digits: [(value: Int, letters: String)] = [
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// A number from 1 to 89 in Roman digits.
  static func roman(_ number: Int) -> String {
    var rest = number
    var text = ""
    for digit in digits {
      while rest >= digit.value {
        text += digit.letters
        rest -= digit.value
      }
    }
    return text
  }
}
