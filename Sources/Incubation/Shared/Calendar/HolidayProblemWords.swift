extension HolidayProblem {
  /// One sentence that names the line and says what to do.
  public func words(_ language: Language) -> String {
    let (vietnamese, english) = texts
    return language == .vietnamese
      ? "Dòng \(line): \(vietnamese)" : "Line \(line): \(english)"
  }

  private var texts: (vietnamese: String, english: String) {
    switch reason {
    case .notADay(let text):
      return (
        "«\(text)» không phải ngày; hãy viết như 2026-02-16 off \"Tết\".",
        "\"\(text)\" is not a day; write it as 2026-02-16 off \"Tết\"."
      )
    case .noSuchDay(let text):
      return ("không có ngày \(text).", "there is no day \(text).")
    case .unknownWord(let word):
      return (
        "không hiểu «\(word)»; sau ngày là off, work, swap hoặc note, sau năm là tet hoặc "
          + "quoc-khanh.",
        "\"\(word)\" is not known; a day is followed by off, work, swap or note, a year by tet or "
          + "quoc-khanh."
      )
    case .unknownChoice(let text, let choices):
      let all = choices.joined(separator: ", ")
      return ("«\(text)» không có; chọn một trong: \(all).", "\"\(text)\" is not one of: \(all).")
    case .name:
      return (
        "tên đặt trong ngoặc kép ở cuối dòng, như \"Làm bù\".",
        "the name goes within quotation marks at the end of the line, as \"Làm bù\"."
      )
    case .unsafeName:
      return (
        "tên quá dài hoặc có ký tự không hiện được; hãy gõ lại tên.",
        "the name is too long or has characters that cannot be shown; type it again."
      )
    case .contradiction(let date, let other):
      return (
        "ngày \(date.formatted) ở dòng \(other) lại khác; giữ một dòng.",
        "line \(other) says something else about \(date.formatted); keep one of them."
      )
    }
  }
}
