extension MinutesProblem {
  /// One sentence: the place, what is wrong there, what to do.
  public func words(_ language: Language) -> String {
    let words = kind.words
    return place + ": " + (language == .vietnamese ? words.vietnamese : words.english) + "."
  }
}

extension MinutesProblem.Kind {
  fileprivate var words: (vietnamese: String, english: String) {
    switch self {
    case .chairs(0): ("chưa có chủ tịch (duty = \"chair\")", "nobody is chair (duty = \"chair\")")
    case .chairs(let count):
      ("có \(count) chủ tịch; chỉ được một", "there are \(count) chairs; there must be one")
    case .noSecretary:
      (
        "chưa có thư ký (duty = \"secretary\") để ký biên bản",
        "there is no secretary (duty = \"secretary\") to sign the minutes"
      )
    case .endsBeforeBeginning:
      ("giờ kết thúc trước giờ bắt đầu", "the meeting ends before it begins")
    case .unknownJudge(let judge):
      ("vòng này không có giám khảo «\(judge)»", "the round has no judge \"\(judge)\"")
    case .repeatedJudge(let judge):
      ("giám khảo «\(judge)» đã có ở trên", "the judge \"\(judge)\" is there already")
    case .absentWithSheets(let judge):
      (
        "giám khảo «\(judge)» ghi là vắng nhưng có phiếu được tính",
        "the judge \"\(judge)\" is said to be absent, and has sheets that count"
      )
    case .judgeNotListed(let judge):
      (
        "giám khảo «\(judge)» có phiếu được tính nhưng không có trong thành phần",
        "the judge \"\(judge)\" has sheets that count, and is not among the members"
      )
    case .unknownEntry(let entry):
      ("không có bài dự thi «\(entry)»", "there is no entry \"\(entry)\"")
    case .unknownAward(let award):
      ("thể lệ không có giải «\(award)»", "the rules have no award \"\(award)\"")
    case .unknownCriterion(let code):
      ("thể lệ không có tiêu chí «\(code)»", "the rules have no criterion \"\(code)\"")
    case .certificateWithoutAward(let entry):
      (
        "bài «\(entry)» không đạt giải nên không có giấy chứng nhận",
        "the entry \"\(entry)\" won no award that a certificate could say"
      )
    case .repeatedCertificate(let number):
      (
        "số \(number) đã dùng cho giấy chứng nhận khác",
        "the number \(number) is that of another certificate"
      )
    case .notAHead:
      ("phải là 64 chữ số thập lục phân", "must be 64 hexadecimal digits")
    case .notANumber: ("số văn bản phải từ 1 trở lên", "numbers of papers begin at 1")
    }
  }
}
