extension TabulationNote {
  /// One sentence that says what was done, and why.
  public func words(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .nothingDropped(let entry, let sheets):
      "Bài \(entry): chỉ có \(sheets) phiếu nên không bỏ phiếu cao nhất, thấp nhất."
    case .belowQuorum(let entry, let sheets, let quorum):
      "Bài \(entry): có \(sheets) phiếu đủ điểm, cần \(quorum); kết quả là tạm tính."
    case .missingComponent(let entry, let component):
      "Bài \(entry): chưa có điểm «\(component)»; tổng chưa tính phần này, kết quả là tạm tính."
    case .absentFromSum(let entry, let judges):
      "Bài \(entry): tổng điểm còn thiếu phiếu của \(judges.joined(separator: ", "));"
        + " kết quả là tạm tính."
    case .tieAtLine(let board, let place, let entries):
      "\(boardWords(board, .vietnamese)): \(entries) bài đồng hạng \(place) ở ngưỡng đi tiếp;"
        + " tất cả được đi tiếp, hoặc hội đồng quyết định."
    case .awardNotShared(let board, let award, let place, let entries):
      "\(boardWords(board, .vietnamese)): \(entries) bài đồng hạng \(place), nhiều hơn số giải"
        + " «\(award)» còn lại; giải này để trống cho đến khi hội đồng phân định."
    case .roundingWithoutUse(let point):
      "rounding.after: cách tính này không có bước «\(point.rawValue)»."
    case .unknownTieJudge(let judge):
      "tie: không có giám khảo «\(judge)» trong danh sách; bước này không phân định được."
    }
  }

  private var english: String {
    switch self {
    case .nothingDropped(let entry, let sheets):
      "Entry \(entry): with only \(sheets) sheets, the highest and lowest are not dropped."
    case .belowQuorum(let entry, let sheets, let quorum):
      "Entry \(entry): \(sheets) complete sheets of \(quorum) needed; the result is provisional."
    case .missingComponent(let entry, let component):
      "Entry \(entry): \"\(component)\" is missing and left out of the total;"
        + " the result is provisional."
    case .absentFromSum(let entry, let judges):
      "Entry \(entry): the sum lacks the sheets of \(judges.joined(separator: ", "));"
        + " the result is provisional."
    case .tieAtLine(let board, let place, let entries):
      "\(boardWords(board, .english)): \(entries) entries share place \(place) across the line;"
        + " all of them go on, unless the council decides."
    case .awardNotShared(let board, let award, let place, let entries):
      "\(boardWords(board, .english)): \(entries) entries share place \(place), more than are left"
        + " of \"\(award)\"; it stays empty until the council separates them."
    case .roundingWithoutUse(let point):
      "rounding.after: this way of combining has no step \"\(point.rawValue)\"."
    case .unknownTieJudge(let judge):
      "tie: there is no judge \"\(judge)\"; this step separates nothing."
    }
  }

  private func boardWords(_ board: String, _ language: Language) -> String {
    if language == .vietnamese { return board.isEmpty ? "Bảng chung" : "Bảng «\(board)»" }
    return board.isEmpty ? "The board" : "Board \"\(board)\""
  }
}

extension TabulationRefusal {
  /// Sentences, one for each thing that is wrong.
  public func words(_ language: Language) -> [String] {
    switch self {
    case .rules(let problems): problems.map { $0.words(language) }
    case .multiplier(let entry, let method):
      [
        language == .vietnamese
          ? "Bài \(entry) có hệ số nhân, nhưng cách «\(method.rawValue)» chỉ tính thứ hạng; hãy bỏ"
            + " cột multiplier."
          : "Entry \(entry) has a multiplier, but \"\(method.rawValue)\" counts only ranks; take"
            + " the column multiplier away."
      ]
    case .incompletePanel(let entry, let judge, let method):
      [
        language == .vietnamese
          ? "Giám khảo \(judge) chưa chấm đủ bài \(entry): cách «\(method.rawValue)» cần mọi giám"
            + " khảo chấm mọi bài của bảng."
          : "Judge \(judge) has no complete sheet for entry \(entry): \"\(method.rawValue)\" needs"
            + " every judge to score every entry of the board."
      ]
    case .shadowTieJudge(let judge):
      [
        language == .vietnamese
          ? "tie: giám khảo «\(judge)» chấm thử, phiếu không được tính nên không thể phân định."
          : "tie: judge \"\(judge)\" is a shadow judge, whose sheets never count."
      ]
    }
  }
}

extension TabulationResult.Status {
  /// The name in one language.
  public func label(_ language: Language) -> String {
    switch (self, language) {
    case (.noResult, .vietnamese): "chưa có kết quả"
    case (.noResult, .english): "no result"
    case (.provisional, .vietnamese): "tạm tính"
    case (.provisional, .english): "provisional"
    case (.belowGate, .vietnamese): "dưới ngưỡng"
    case (.belowGate, .english): "below gate"
    case (.final, .vietnamese): "chính thức"
    case (.final, .english): "final"
    }
  }
}
