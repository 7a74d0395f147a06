extension ContestRefusal {
  /// One sentence: what is wrong, where, and what to do.
  public func words(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .missing(let field): "Chưa nhập \(field.vietnamese); hãy nhập rồi lưu lại."
    case .badCode(let code):
      "Mã «\(code)» không hợp lệ; hãy dùng 1 đến 20 chữ cái không dấu, chữ số hoặc dấu gạch nối."
    case .codeTaken(let code): "Mã «\(code)» đã có; hãy chọn mã khác."
    case .unknownBoard(let code): "Cuộc thi không có bảng «\(code)»; hãy chọn bảng khác."
    case .noWay(let from, let to):
      "Vòng thi đang «\(from.label(.vietnamese))», không chuyển thẳng sang "
        + "«\(to.label(.vietnamese))» được."
    case .wrongState(let state):
      "Vòng thi đang «\(state.label(.vietnamese))» nên không làm được việc này."
    case .obstacles(let list):
      "Còn vướng: " + list.map { $0.words(.vietnamese) }.joined(separator: "; ") + "."
    case .needsSecondPerson(let login):
      "Việc này cần người thứ hai; \(login) đã làm bước trước nên người khác phải xác nhận."
    case .rules(let problems):
      problems.first?.words(.vietnamese) ?? "Thể lệ chưa đúng; hãy xem lại."
    case .tooFine(let codes):
      "Điểm được lưu đến hai số lẻ; bước điểm của \(codes.joined(separator: ", ")) nhỏ hơn 0,01."
    case .notEligible(let code):
      "Bài \(code) chưa được thư ký xác nhận đủ điều kiện, hoặc đã rút; hãy kiểm tra trước."
    case .tooMany(let name, let limit):
      "\(name) đã có \(limit) bài dự thi, là mức tối đa theo thể lệ."
    case .notAJudge(let login):
      "Tài khoản \(login) không phải giám khảo của vòng này; hãy hỏi ban tổ chức."
    case .notAssigned(let code): "Bài \(code) không được phân cho giám khảo này."
    case .conflict(let code):
      "Giám khảo có xung đột lợi ích với bài \(code) nên không được chấm bài này."
    case .unknownCriterion(let code): "Thể lệ không có tiêu chí hoặc khoản điểm «\(code)»."
    case .outOfRange(let criterion, let least, let most):
      "Điểm của «\(criterion)» phải từ \(least) đến \(most)."
    case .offStep(let criterion, let step): "Điểm của «\(criterion)» phải theo bước \(step)."
    case .incomplete(let code): "Phiếu của bài \(code) còn thiếu điểm nên chưa niêm phong được."
    case .sealed(let code):
      "Phiếu của bài \(code) đã niêm phong; muốn sửa phải xin mở lại, có lý do."
    case .notSealed(let code): "Phiếu của bài \(code) chưa niêm phong nên không cần mở lại."
    case .identityReused:
      "Mã của lần gõ điểm này đã dùng cho điểm khác; hãy nhập lại điểm."
    case .checksum(let code):
      "Phiếu giấy của bài \(code): các điểm cộng lại không bằng tổng ghi trên phiếu."
    case .assignment(let refusal): refusal.words(.vietnamese)
    case .tabulation(let refusal): refusal.words(.vietnamese).joined(separator: " ")
    case .hidden: "Theo thể lệ, điểm và thứ hạng chưa được xem lúc này."
    case .hasSheets(let code):
      "\(code) đã có phiếu điểm nên không bỏ ra được; hãy ghi vắng mặt hoặc rút bài."
    }
  }

  private var english: String {
    switch self {
    case .missing(let field): "The \(field.english) is missing; enter it and save again."
    case .badCode(let code):
      "\"\(code)\" is no code; use 1 to 20 letters without marks, digits or hyphens."
    case .codeTaken(let code): "The code \"\(code)\" is taken; choose another."
    case .unknownBoard(let code): "The contest has no board \"\(code)\"; choose another."
    case .noWay(let from, let to):
      "The round is \(from.label(.english)); it cannot become \(to.label(.english)) from there."
    case .wrongState(let state):
      "The round is \(state.label(.english)), so this cannot be done now."
    case .obstacles(let list):
      "In the way: " + list.map { $0.words(.english) }.joined(separator: "; ") + "."
    case .needsSecondPerson(let login):
      "This needs a second person: \(login) took the step before, so somebody else must confirm."
    case .rules(let problems):
      problems.first?.words(.english) ?? "The rules are wrong; look at them again."
    case .tooFine(let codes):
      "Scores keep two decimals; the steps of \(codes.joined(separator: ", ")) are finer."
    case .notEligible(let code):
      "Entry \(code) was not found eligible by the secretary, or was withdrawn; check it first."
    case .tooMany(let name, let limit):
      "\(name) has \(limit) entries already, which is the most that the rules allow."
    case .notAJudge(let login):
      "The account \(login) is no judge of this round; ask the organiser."
    case .notAssigned(let code): "Entry \(code) is not assigned to this judge."
    case .conflict(let code):
      "There is a conflict of interest with entry \(code), so this judge must not score it."
    case .unknownCriterion(let code): "The rules have no criterion or component \"\(code)\"."
    case .outOfRange(let criterion, let least, let most):
      "A score of \"\(criterion)\" must be from \(least) to \(most)."
    case .offStep(let criterion, let step):
      "A score of \"\(criterion)\" must keep the step \(step)."
    case .incomplete(let code): "The sheet of entry \(code) lacks scores and cannot be sealed."
    case .sealed(let code):
      "The sheet of entry \(code) is sealed; ask for it to be reopened, with a reason."
    case .notSealed(let code): "The sheet of entry \(code) is not sealed; nothing to reopen."
    case .identityReused:
      "The identity of this score was used for another one; enter the score again."
    case .checksum(let code):
      "Paper sheet of entry \(code): the scores do not add up to the total on the paper."
    case .assignment(let refusal): refusal.words(.english)
    case .tabulation(let refusal): refusal.words(.english).joined(separator: " ")
    case .hidden: "The rules do not show scores and ranks at this time."
    case .hasSheets(let code):
      "\(code) has score sheets and stays; set the judge down as absent or withdraw the entry."
    }
  }
}

extension ContestRefusal.Missing {
  fileprivate var vietnamese: String {
    switch self {
    case .title: "tên"
    case .board: "bảng thi"
    case .reason: "lý do"
    case .name: "họ tên"
    case .leader: "người đại diện"
    }
  }

  fileprivate var english: String {
    switch self {
    case .title: "title"
    case .board: "board"
    case .reason: "reason"
    case .name: "name"
    case .leader: "leader"
    }
  }
}

extension RoundObstacle {
  /// What stands in the way, as part of a sentence.
  public func words(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private static func list(_ codes: [String]) -> String {
    codes.prefix(8).joined(separator: ", ") + (codes.count > 8 ? ", …" : "")
  }

  private static func list(_ keys: [SheetKey]) -> String {
    list(keys.map { "\($0.entry)·\($0.judge)" })
  }

  private var vietnamese: String {
    switch self {
    case .rules(let problems):
      "thể lệ chưa đúng (" + (problems.first?.words(.vietnamese) ?? "") + ")"
    case .noEntries: "chưa có bài dự thi nào trong vòng"
    case .noJudges: "chưa có giám khảo nào"
    case .unassigned(let codes): "chưa phân giám khảo cho bài \(Self.list(codes))"
    case .undeclared(let codes): "chưa khai xung đột lợi ích: \(Self.list(codes))"
    case .openConflicts(let count): "còn \(count) xung đột đề xuất chưa xem xét"
    case .missingSheets(let keys): "thiếu \(keys.count) phiếu (\(Self.list(keys)))"
    case .unsealed(let keys): "\(keys.count) phiếu chưa niêm phong (\(Self.list(keys)))"
    case .lateScores(let count): "\(count) điểm đến muộn chưa được tính"
    case .noResult(let refusal): refusal.words(.vietnamese).joined(separator: " ")
    case .provisional(let codes): "kết quả còn tạm tính: bài \(Self.list(codes))"
    case .tampered(let finding): finding.words(.vietnamese)
    }
  }

  private var english: String {
    switch self {
    case .rules(let problems):
      "the rules are wrong (" + (problems.first?.words(.english) ?? "") + ")"
    case .noEntries: "the round has no entries"
    case .noJudges: "the round has no judges"
    case .unassigned(let codes): "nobody judges entry \(Self.list(codes))"
    case .undeclared(let codes): "conflicts of interest not declared: \(Self.list(codes))"
    case .openConflicts(let count): "\(count) proposed conflicts wait for a decision"
    case .missingSheets(let keys): "\(keys.count) sheets are missing (\(Self.list(keys)))"
    case .unsealed(let keys): "\(keys.count) sheets are not sealed (\(Self.list(keys)))"
    case .lateScores(let count): "\(count) scores came late and do not count"
    case .noResult(let refusal): refusal.words(.english).joined(separator: " ")
    case .provisional(let codes): "the result is provisional for entry \(Self.list(codes))"
    case .tampered(let finding): finding.words(.english)
    }
  }
}

extension ReplayFinding {
  /// What does not fit, as a sentence without its full stop.
  public func words(_ language: Language) -> String {
    switch (self, language) {
    case (.brokenLink(let key, let number), .vietnamese):
      "chuỗi niêm phong của \(key.judge) đứt ở mắt \(number) (bài \(key.entry))"
    case (.brokenLink(let key, let number), .english):
      "the chain of \(key.judge) is broken at link \(number) (entry \(key.entry))"
    case (.wrongHash(let key, let number), .vietnamese):
      "mắt \(number) của \(key.judge) (bài \(key.entry)) không khớp mã băm của nó"
    case (.wrongHash(let key, let number), .english):
      "link \(number) of \(key.judge) (entry \(key.entry)) does not have its own hash"
    case (.sealMissing(let key), .vietnamese):
      "phiếu \(key.entry)·\(key.judge): niêm phong không khớp với các sự kiện"
    case (.sealMissing(let key), .english):
      "sheet \(key.entry)·\(key.judge): the seal does not fit the events"
    case (.sealDiffers(let key), .vietnamese):
      "phiếu \(key.entry)·\(key.judge): điểm niêm phong khác điểm đã chấm"
    case (.sealDiffers(let key), .english):
      "sheet \(key.entry)·\(key.judge): the sealed scores differ from those given"
    case (.sealWithoutEvent, .vietnamese): "có niêm phong mà không sự kiện nào nói đến"
    case (.sealWithoutEvent, .english): "there is a seal that no event tells of"
    case (.cellDiffers(let key, let criterion), .vietnamese):
      "phiếu \(key.entry)·\(key.judge), tiêu chí \(criterion): điểm lưu khác điểm đã chấm"
    case (.cellDiffers(let key, let criterion), .english):
      "sheet \(key.entry)·\(key.judge), criterion \(criterion): the stored score differs from "
        + "the one given"
    case (.headDiffers(let judge), .vietnamese):
      "chuỗi của \(judge) không khớp mã đã in trong biên bản"
    case (.headDiffers(let judge), .english):
      "the chain of \(judge) is not the one that was printed"
    case (.resultDiffers(let entry), .vietnamese):
      entry.isEmpty
        ? "kết quả đã lưu không tính lại được"
        : "kết quả đã lưu của bài \(entry) khác kết quả tính lại"
    case (.resultDiffers(let entry), .english):
      entry.isEmpty
        ? "the stored result cannot be counted again"
        : "the stored result of entry \(entry) differs from a new count"
    }
  }
}
