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
