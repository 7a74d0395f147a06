public import Incubation

/// Why a row is refused.
public enum ImportRefusal: Error, Hashable, Sendable {
  /// It has no title.
  case noTitle
  /// A value that its field does not hold.
  case value(FieldRefusal)
  /// It may be any of several ventures: how many, and the numbers of the first ones that are known.
  case ambiguous(Int, codes: [SafeText])
  /// It is the same venture as an earlier row, on this line.
  case duplicate(ofLine: Int)
  /// It has more cells than the file has headings; how many of either.
  case surplusCells(found: Int, headings: Int)
  /// Its text is in an encoding of before Unicode.
  case legacyEncoding(LegacyText.Encoding)
  /// No pipeline of this name; these there are.
  case unknownPipeline(SafeText, known: [Bilingual])
  /// The pipeline has no stage of this name; these it has.
  case unknownStage(SafeText, known: [Bilingual])
  /// No status of this name.
  case unknownStatus(SafeText)

  /// One sentence that says what is wrong, and what to do.
  public func words(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .noTitle: return "Thiếu tên dự án."
    case .value(let refusal): return refusal.words(.vietnamese)
    case .ambiguous(let count, let codes):
      return
        "Trùng khớp với \(count) hồ sơ đã có\(Self.shown(codes));"
        + " hãy ghi thêm mã số thuế, điện thoại hoặc năm sinh."
    case .duplicate(let line): return "Trùng với dòng \(line) của tệp."
    case .surplusCells(let found, let headings):
      return "Hàng có \(found) ô, nhưng tệp chỉ có \(headings) cột."
    case .legacyEncoding(let encoding):
      return "Văn bản theo bảng mã \(encoding.name), hãy chuyển sang Unicode rồi nhập lại."
    case .unknownPipeline(let name, let known):
      return "Không có quy trình “\(name)”. Có: \(Self.list(known, .vietnamese))."
    case .unknownStage(let name, let known):
      return "Không có giai đoạn “\(name)”. Có: \(Self.list(known, .vietnamese))."
    case .unknownStatus(let name): return "Không có tình trạng “\(name)”."
    }
  }

  private var english: String {
    switch self {
    case .noTitle: return "The title is missing."
    case .value(let refusal): return refusal.words(.english)
    case .ambiguous(let count, let codes):
      return
        "Matches \(count) ventures\(Self.shown(codes));"
        + " add the tax code, the phone or the year of birth."
    case .duplicate(let line): return "The same as line \(line) of the file."
    case .surplusCells(let found, let headings):
      return "The row has \(found) cells, but the file has \(headings) columns."
    case .legacyEncoding(let encoding):
      return "Text in the encoding \(encoding.name); convert it to Unicode and import it again."
    case .unknownPipeline(let name, let known):
      return "There is no pipeline “\(name)”. There are: \(Self.list(known, .english))."
    case .unknownStage(let name, let known):
      return "There is no stage “\(name)”. There are: \(Self.list(known, .english))."
    case .unknownStatus(let name): return "There is no status “\(name)”."
    }
  }

  private static func shown(_ codes: [SafeText]) -> String {
    codes.isEmpty ? "" : " (" + codes.map(\.string).joined(separator: ", ") + ")"
  }

  private static func list(_ names: [Bilingual], _ language: Language) -> String {
    names.map { $0(language).string }.joined(separator: ", ")
  }
}

/// What a person should know about a row that is taken all the same.
public struct ImportWarning: Hashable, Sendable {
  /// What it is about.
  public enum Kind: Hashable, Sendable {
    /// A telephone number of before 2018 was given its new prefix.
    case phoneConverted(from: SafeText, to: PhoneNumber)
    /// A leading zero that a spreadsheet had dropped was put back.
    case zeroRestored(SafeText)
    /// Characters without width were taken out; how many.
    case stripped(Int)
    /// A venture with the same title is there, but nothing else says that it is the same one.
    case sameTitle
    /// An earlier row seems to be the same venture, but has another number.
    case likeLine(Int)
    /// The tax code belongs to an organisation of another name.
    case otherOrganisation(SafeText)
    /// The kind of source was told from its name.
    case sourceGuessed(DiscoverySource?)
    /// The remark is left out, because the venture is there already.
    case noteLeftOut
  }

  /// The line of the row.
  public var line: Int
  /// The heading of the column; nil when it concerns the whole row.
  public var column: SafeText?
  /// What it is about.
  public var kind: Kind

  /// A warning.
  public init(line: Int, column: SafeText?, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// One sentence.
  public func words(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch kind {
    case .phoneConverted(let from, let to):
      return "Số điện thoại cũ \(from) được đổi thành \(to.formatted)."
    case .zeroRestored(let text): return "Đã thêm lại số 0 ở đầu: \(text)."
    case .stripped(let count): return "Đã bỏ \(count) ký tự không nhìn thấy."
    case .sameTitle: return "Đã có hồ sơ cùng tên; hàng này được coi là hồ sơ mới."
    case .likeLine(let line): return "Có vẻ trùng với dòng \(line), nhưng mã hồ sơ khác."
    case .otherOrganisation(let name): return "Mã số thuế này đang thuộc về “\(name)”."
    case .sourceGuessed(let kind):
      return "Ghi làm tên nguồn; loại nguồn: \(kind?.label(.vietnamese) ?? "chưa rõ")."
    case .noteLeftOut: return "Hồ sơ đã có nên ghi chú không được thêm."
    }
  }

  private var english: String {
    switch kind {
    case .phoneConverted(let from, let to):
      return "The old number \(from) becomes \(to.formatted)."
    case .zeroRestored(let text): return "The leading 0 was put back: \(text)."
    case .stripped(let count): return "Invisible characters taken out: \(count)."
    case .sameTitle: return "A venture with this title exists; this row counts as a new one."
    case .likeLine(let line): return "Looks the same as line \(line), but has another code."
    case .otherOrganisation(let name): return "This tax code belongs to “\(name)”."
    case .sourceGuessed(let kind):
      return "Taken as the name of the source; its kind: \(kind?.label(.english) ?? "unknown")."
    case .noteLeftOut: return "The venture exists, so the note is not added."
    }
  }
}
