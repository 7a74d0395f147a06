extension RulesProblem {
  /// One sentence: the place, what is wrong there, what to do.
  public func words(_ language: Language) -> String {
    let words = kind.words
    return place + ": " + (language == .vietnamese ? words.vietnamese : words.english) + "."
  }
}

extension RulesProblem.Kind {
  fileprivate var words: (vietnamese: String, english: String) {
    switch self {
    case .missing: ("còn thiếu", "is missing")
    case .unknownKey: ("thể lệ không có mục này; hãy xem lại chính tả", "rules have no such key")
    case .expected(let expectation):
      ("phải là \(expectation.words.vietnamese)", "must be \(expectation.words.english)")
    case .noneOf(let value, let choices):
      (
        "«\(value)» không dùng được; chỉ nhận \(choices.joined(separator: ", "))",
        "\"\(value)\" will not do; it takes \(choices.joined(separator: ", "))"
      )
    case .noCriteria: ("chưa có tiêu chí nào", "there is no criterion")
    case .allFactorsZero:
      (
        "mọi hệ số đều bằng 0 nên tổng điểm nào cũng bằng 0; hãy cho ít nhất một hệ số trên 0",
        "all factors are 0, so that every total is 0; give at least one factor above 0"
      )
    case .repeated, .reserved, .badCode, .unknownCode: codeWords
    case .emptyRange, .stepDoesNotDivide, .anchorOutsideScale, .below, .above: scaleWords
    case .unknownTie, .repeatedTie: tieWords
    case .methodNeedsSheets, .methodNeedsPoints, .methodRefuses: methodWords
    case .awardOutOfOrder:
      (
        "đòi tổng điểm cao hơn giải đứng trước; hãy xếp giải cao trước",
        "asks for a higher total than the award before it; put the highest award first"
      )
    }
  }

  private var codeWords: (vietnamese: String, english: String) {
    switch self {
    case .repeated(let code):
      ("mã «\(code)» có hai lần; mỗi mã chỉ dùng một lần", "the code \"\(code)\" is there twice")
    case .reserved(let code):
      (
        "mã «\(code)» trùng tên một cột của tệp; hãy chọn mã khác",
        "the code \"\(code)\" is the name of a column of the files; choose another"
      )
    case .badCode(let code):
      (
        "mã «\(code)» không dùng được: 1-20 chữ cái, chữ số, «-», «_», «.»",
        "the code \"\(code)\" will not do: 1-20 letters, digits, -, _ and ."
      )
    case .unknownCode(let code):
      (
        "không có tiêu chí hay thành phần mã «\(code)»",
        "there is no criterion or component of the code \"\(code)\""
      )
    default: ("", "")
    }
  }

  private var scaleWords: (vietnamese: String, english: String) {
    switch self {
    case .emptyRange: ("min phải nhỏ hơn max", "min must be below max")
    case .stepDoesNotDivide:
      (
        "bước phải lớn hơn 0 và đi từ min vừa đúng đến max",
        "the step must be above 0 and lead from min exactly to max"
      )
    case .anchorOutsideScale(let score):
      (
        "mô tả mức \(score), nhưng không thể chấm điểm đó theo thang này",
        "describes the score \(score), which this scale does not have"
      )
    case .below(let bound): ("phải từ \(bound) trở lên", "must be \(bound) or more")
    case .above(let bound): ("phải từ \(bound) trở xuống", "must be \(bound) or less")
    default: ("", "")
    }
  }

  private var tieWords: (vietnamese: String, english: String) {
    switch self {
    case .unknownTie(let name):
      (
        "không có cách phân định «\(name)»; có: \(Self.tieNames)",
        "there is no tie step \"\(name)\"; there are: \(Self.tieNames)"
      )
    case .repeatedTie(let name):
      ("«\(name)» đã có ở trên", "\"\(name)\" is already above")
    default: ("", "")
    }
  }

  private var methodWords: (vietnamese: String, english: String) {
    switch self {
    case .methodNeedsSheets(let method):
      (
        "cách «\(method.rawValue)» chỉ đi với combine = \"sheet\"",
        "\"\(method.rawValue)\" goes with combine = \"sheet\" only"
      )
    case .methodNeedsPoints(let method):
      (
        "cách «\(method.rawValue)» cần bảng điểm theo hạng, chẳng hạn points = [12, 10, 8]",
        "\"\(method.rawValue)\" needs points for places, such as points = [12, 10, 8]"
      )
    case .methodRefuses(let method, let refused):
      (
        "cách «\(method.rawValue)» tính theo thứ hạng nên không đi với \(refused.words.vietnamese)",
        "\"\(method.rawValue)\" counts ranks, and does not go with \(refused.words.english)"
      )
    default: ("", "")
    }
  }

  private static let tieNames =
    "component:…, criterion:…, criteria-total, count-back, first-places, scoring-judges, median, "
    + "judge:…, lot, decision"
}

extension RulesProblem.Expectation {
  fileprivate var words: (vietnamese: String, english: String) {
    switch self {
    case .wholeNumber: ("số nguyên", "a whole number")
    case .number: ("số, nhiều nhất \(Rational.mostDigits) chữ số", "a number of up to 30 digits")
    case .share: ("số hoặc phân số như \"1/3\"", "a number or a fraction such as \"1/3\"")
    case .text: ("chữ trong dấu nháy", "text in quotation marks")
    case .truth: ("true hoặc false", "true or false")
    case .list: ("danh sách trong [ ]", "a list in [ ]")
    case .table: ("bảng", "a table")
    case .day: ("ngày như \"15/09/2020\", trong dấu nháy", "a day such as \"15/09/2020\", quoted")
    case .moment:
      ("giờ và ngày như \"08:30 15/09/2020\"", "a time and day such as \"08:30 15/09/2020\"")
    case .bilingual:
      ("tên hai thứ tiếng: { vi = \"…\", en = \"…\" }", "a name: { vi = \"…\", en = \"…\" }")
    }
  }
}

extension RulesProblem.Refused {
  fileprivate var words: (vietnamese: String, english: String) {
    switch self {
    case .components: ("thành phần do ban tổ chức nhập", "components")
    case .multipliers: ("hệ số nhân của bài", "multipliers of entries")
    case .minimumTotal: ("tổng điểm tối thiểu", "a lowest total")
    }
  }
}
