public import Incubation

extension JudgingFileProblem {
  /// One sentence that says what is wrong, where, and what to do; without the name of the file.
  public func words(_ language: Language) -> String {
    switch kind {
    case .unreadable(let failure): return failure.words(language)
    case .rules(let problem): return problem.words(language)
    default: break
    }
    let words = kind.words
    return place(language) + (language == .vietnamese ? words.vietnamese : words.english) + "."
  }

  private func place(_ language: Language) -> String {
    var parts: [String] = []
    let isVietnamese = language == .vietnamese
    if let line { parts.append((isVietnamese ? "Dòng " : "Line ") + String(line)) }
    if let column {
      let name = heading.map { " («\($0)»)" } ?? ""
      parts.append((isVietnamese ? "cột " : "column ") + String(column) + name)
    }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
  }
}

extension JudgingFileProblem.Kind {
  fileprivate var words: (vietnamese: String, english: String) {
    switch self {
    case .unreadable, .rules: ("", "")
    case .notTOML: ("sai cú pháp TOML", "this is not valid TOML")
    case .missingColumn(let name):
      ("dòng tiêu đề thiếu cột «\(name)»", "the heading has no column \"\(name)\"")
    case .repeatedColumn(let name):
      ("tiêu đề có cột «\(name)» hai lần", "the heading has the column \"\(name)\" twice")
    case .tooManyCells(let expected):
      (
        "nhiều ô hơn \(expected) cột của tiêu đề; số có dấu phẩy phải để trong dấu nháy kép",
        "more cells than the \(expected) columns of the heading; a number with a comma must be"
          + " quoted"
      )
    case .empty: ("ô này không được để trống", "this cell must not be empty")
    case .unusableText:
      (
        "có ký tự không dùng được, hoặc dài hơn 200 ký tự",
        "characters that cannot be used, or more than 200 of them"
      )
    case .unknownEntry(let id):
      (
        "không có bài dự thi «\(id)» trong entries.csv",
        "there is no entry \"\(id)\" in entries.csv"
      )
    case .unknownJudge(let id):
      ("không có giám khảo «\(id)» trong judges.csv", "there is no judge \"\(id)\" in judges.csv")
    case .unknownCriterion(let code):
      ("thể lệ không có tiêu chí «\(code)»", "the rules have no criterion \"\(code)\"")
    case .repeated, .repeatedScore: repeatedWords
    case .notANumber, .outOfRange, .offStep, .negative, .aboveMaximum: numberWords
    }
  }

  private var repeatedWords: (vietnamese: String, english: String) {
    switch self {
    case .repeated(let id, let line):
      ("«\(id)» đã có ở dòng \(line)", "\"\(id)\" is already on line \(line)")
    case .repeatedScore(let entry, let judge, let criterion, let line):
      (
        "điểm của giám khảo \(judge) cho bài \(entry), tiêu chí \(criterion) đã có ở dòng \(line)",
        "the score of judge \(judge) for entry \(entry), criterion \(criterion) is already on"
          + " line \(line)"
      )
    default: ("", "")
    }
  }

  private var numberWords: (vietnamese: String, english: String) {
    switch self {
    case .notANumber(let text):
      (
        "«\(text)» không phải là số; hãy viết như 7.5 hoặc \"7,5\"",
        "\"\(text)\" is not a number; write it as 7.5 or \"7,5\""
      )
    case .outOfRange(let score, let minimum, let maximum):
      (
        "điểm \(score) nằm ngoài thang từ \(minimum) đến \(maximum)",
        "the score \(score) is outside the range from \(minimum) to \(maximum)"
      )
    case .offStep(let score, let minimum, let step):
      (
        "điểm \(score) không đúng bước \(step) tính từ \(minimum)",
        "the score \(score) is not on the steps of \(step) from \(minimum)"
      )
    case .negative(let text):
      ("\(text) nhỏ hơn 0", "\(text) is below 0")
    case .aboveMaximum(let text, let maximum):
      ("\(text) lớn hơn mức cao nhất \(maximum)", "\(text) is above the highest, \(maximum)")
    default: ("", "")
    }
  }
}
