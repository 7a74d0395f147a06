extension AssignmentRefusal {
  /// The sentence for people.
  public func words(_ language: Language) -> String {
    switch (self, language) {
    case (.entryTwice(let id), .vietnamese): "Bài dự thi \(id) có hai lần."
    case (.entryTwice(let id), .english): "Entry \(id) stands twice."
    case (.judgeTwice(let id), .vietnamese): "Giám khảo \(id) có hai lần."
    case (.judgeTwice(let id), .english): "Judge \(id) stands twice."
    case (.negative(let id), .vietnamese): "\(id) có một số âm."
    case (.negative(let id), .english): "\(id) has a number below 0."
    case (.unknown(let pair), .vietnamese):
      "Không có bài \(pair.entry) hoặc giám khảo \(pair.judge)."
    case (.unknown(let pair), .english):
      "There is no entry \(pair.entry) or no judge \(pair.judge)."
    case (.finishedInConflict(let pair), .vietnamese):
      "Giám khảo \(pair.judge) đã chấm bài \(pair.entry) nhưng có xung đột lợi ích."
    case (.finishedInConflict(let pair), .english):
      "Judge \(pair.judge) has scored entry \(pair.entry) but has a conflict of interest."
    case (.shortage(let shortage), _): shortage.words(language)
    }
  }
}

extension AssignmentRefusal.Shortage {
  /// The sentence for people: the entry, what it needs and what it has, and every reason.
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    var reasons: [String] = []
    func add(_ judges: [String], _ vietnamese: String, _ english: String) {
      if judges.isEmpty { return }
      reasons.append((isVietnamese ? vietnamese : english) + " " + judges.joined(separator: ", "))
    }
    add(conflicts, "xung đột lợi ích:", "conflict of interest:")
    add(absent, "vắng mặt:", "absent:")
    add(full, "đã nhận đủ bài:", "no place left:")
    if reasons.isEmpty { reasons.append(isVietnamese ? "thiếu giám khảo" : "too few judges") }
    let why = reasons.joined(separator: "; ")
    return isVietnamese
      ? "Bài \(entry) cần \(demand) giám khảo nhưng chỉ có thể có \(found): \(why)."
      : "Entry \(entry) needs \(demand) judges but can have only \(found): \(why)."
  }
}
