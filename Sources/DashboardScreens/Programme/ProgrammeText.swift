import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words of the programme's pages.
struct ProgrammeText: Wording {
  let language: Language

  var title: String { say("Chương trình", "Programme") }

  func title(of place: ProgrammePlace?) -> String {
    switch place {
    case nil: title
    case .tasks: say("Nhiệm vụ KH&CN", "S&T tasks")
    case .task: say("Nhiệm vụ", "Task")
    case .money: say("Kinh phí", "Money")
    case .commitment: say("Cam kết kinh phí", "Commitment")
    case .agreements: say("Biên bản hợp tác", "Agreements")
    case .agreement: say("Biên bản hợp tác", "Agreement")
    case .item: say("Nội dung hợp tác", "Content item")
    case .calls: say("Đợt kêu gọi tài trợ", "Calls for funding")
    case .connections: say("Kết nối", "Connections")
    case .connection: say("Kết nối", "Connection")
    case .partners: say("Đối tác, chuyên gia, nhà đầu tư", "Partners, experts, investors")
    case .exchanges: say("Trao đổi giữa hai Sở", "Exchanges of the departments")
    case .supports: say("Hỗ trợ doanh nghiệp", "Support of enterprises")
    case .figures: say("Tất cả chỉ số", "All figures")
    case .figure: say("Chỉ số", "Figure")
    case .lineage: say("Dòng phát triển của hồ sơ", "The whole line of a venture")
    case .wallboard: say("Màn hình tường", "Wallboard")
    }
  }

  // MARK: Small words

  var loading: String { say("Đang tải…", "Loading…") }
  var unknown: String { say("chưa rõ", "unknown") }
  var working: String { say("Đang lưu…", "Saving…") }
  var takenBack: String { say("đã hủy", "taken back") }
  var nothingOpens: String {
    say("Dòng này không có gì để mở.", "There is nothing to open on this line.")
  }
  var noRecord: String {
    say(
      "Bản ghi này không có trang riêng trong chương trình.",
      "This record has no page of its own.")
  }
  func leftOut(_ count: Int) -> String {
    say(
      "còn \(number(count)) dòng nữa: hãy lọc bớt để thấy.",
      "\(number(count)) more lines: narrow the list to see them.")
  }
  func amount(_ money: Money) -> String {
    money.dong == 0
      ? money.formatted(language) : money.formatted(language) + " (" + money.words(language) + ")"
  }
  func inWords(_ money: Money) -> String {
    say("Bằng chữ: ", "In words: ") + money.words(language) + "."
  }

  /// A department without the words that all departments share.
  func short(_ name: String) -> String {
    var rest = name
    for prefix in ["Sở Khoa học và Công nghệ ", "Sở KH&CN ", "tỉnh ", "Thành phố ", "thành phố "]
    where rest.hasPrefix(prefix) {
      rest = String(rest.dropFirst(prefix.count))
    }
    return rest
  }

  /// The letters by which people know a province: "ST", "HCM".
  func initials(_ name: String) -> String {
    name.split(separator: " ").compactMap(\.first).map(String.init).joined()
  }

  /// A content item in the words before its first comma or semicolon, without the words with which
  /// agreements begin them.
  func shortItem(_ title: String) -> String {
    var words = String(title.prefix { $0 != "," && $0 != ";" })
    for start in ["Phối hợp triển khai ", "Tăng cường hợp tác ", "Phối hợp "]
    where words.hasPrefix(start) {
      words = String(words.dropFirst(start.count))
    }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  // MARK: The supervisor's page

  var agreement: String { say("Biên bản hợp tác", "Cooperation agreement") }
  var noAgreement: String {
    say("Chưa có biên bản hợp tác nào được ghi.", "No agreement has been recorded yet.")
  }
  var noAims: String { say("chưa đặt chỉ tiêu", "no aims set") }
  func agreementHeading(_ content: AgreementContent) -> String {
    let years = "\(content.from.components.year)-\(content.to.components.year)"
    return say("Biên bản \(content.number) · \(years)", "Agreement \(content.number) · \(years)")
  }
  func progressWords(_ overview: ProgrammeOverview, _ today: LocalDate) -> String {
    let aims = overview.progress.flatMap { $0 }
    let met = aims.count { $0.percent >= 100 }
    let late = aims.count { $0.isLate(on: today) && $0.percent < 100 }
    let left = (overview.agreement?.agreement.content.to.dayNumber ?? 0) - today.dayNumber
    let end =
      left >= 0
      ? say("còn \(number(left)) ngày", "\(number(left)) days left")
      : say("đã hết hạn", "ended")
    return say(
      "Đạt \(met)/\(aims.count) chỉ tiêu, chậm \(late); \(end).",
      "\(met) of \(aims.count) aims reached, \(late) behind; \(end).")
  }
  func doneOf(_ met: Int, _ all: Int, _ percent: Int) -> String {
    say("\(percent) % · đạt \(met)/\(all)", "\(percent) % · \(met) of \(all)")
  }
  func lateMark(_ late: [TargetProgress]) -> String {
    say("! chậm \(late.count)", "! \(late.count) behind")
  }
  var behind: String { say("! chậm", "! behind") }
  func shares(_ shares: [Int64], _ names: [String]) -> String {
    zip(names, shares).map { $0 + " " + NumberText.grouped($1, language) }
      .joined(separator: ", ")
  }
  func doneOfPlan(_ aim: TargetProgress) -> String {
    let unit = Indicator.named(aim.target.indicator)?.unit
    func shown(_ value: Int64) -> String {
      unit == .dong
        ? Money(dong: value).compact(language) : NumberText.grouped(value, language)
    }
    return "\(shown(aim.done))/\(shown(aim.target.amount)) · \(aim.percent) %"
  }

  func lateHeading(_ count: Int) -> String {
    count == 0
      ? say("Cần xem trước", "To look at first")
      : say("Cần xem trước: \(count) việc", "To look at first: \(count)")
  }
  var nothingLate: String {
    say(
      "Không có gì trễ, cũng không có gì sắp đến hạn trong hai tuần.",
      "Nothing is late, and nothing is due within two weeks.")
  }
  func moreLate(_ count: Int) -> String {
    say("còn \(count) việc nữa: mở Nhiệm vụ", "\(count) more: open the tasks")
  }
  func paymentDue(
    _ commitment: Commitment, _ part: Int, _ tranche: Commitment.Tranche, _ today: LocalDate
  ) -> String {
    let amount = tranche.amount.compact(language)
    let day = tranche.due.formatted
    return tranche.due < today
      ? say(
        "\(commitment.code): đợt \(part), \(amount) chưa chi, hạn \(day)",
        "\(commitment.code): part \(part), \(amount) not paid, due \(day)")
      : say(
        "\(commitment.code): đợt \(part), \(amount) đến hạn \(day)",
        "\(commitment.code): part \(part), \(amount) due \(day)")
  }
  func aimLate(_ item: Int, _ aim: TargetProgress) -> String {
    let name = Indicator.named(aim.target.indicator)?.title(language).string ?? ""
    return say(
      "Nội dung \(item): \(name) \(aim.target.year) mới \(doneOfPlan(aim))",
      "Item \(item): \(name) \(aim.target.year) only \(doneOfPlan(aim))")
  }
  func callCloses(_ call: FundingCall, _ days: Int) -> String {
    say(
      "\(call.code): còn \(days) ngày để nộp · \(call.title)",
      "\(call.code): \(days) days left to apply · \(call.title)")
  }

  var moneyHeading: String { say("Kinh phí", "Money") }
  func moneyName(_ code: String) -> String {
    switch code {
    case "money-allotted": say("Được giao", "Planned (allotted)")
    case "money-committed": say("Cam kết", "Committed")
    case "money-paid": say("Giải ngân", "Disbursed")
    default: say("Quyết toán", "Settled")
    }
  }
  func moneyWords(allotted: Money, paid: Money, advances: Money) -> String {
    say(
      "Đã chi \(paid.compact(language)) trong \(allotted.compact(language)) được giao; "
        + "\(advances.compact(language)) tạm ứng chưa quyết toán.",
      "\(paid.compact(language)) of \(allotted.compact(language)) paid; "
        + "\(advances.compact(language)) of advances open.")
  }
  func aYearAgo(_ value: String) -> String {
    say("một năm trước \(value)", "a year ago \(value)")
  }
  var figuresHeading: String { say("Đang có", "What is going on") }
  var recordsHeading: String { say("Hồ sơ đứng sau", "The records") }

  // MARK: Tasks

  func tasksWords(
    _ shown: Int, of all: Int, late: Int, _ filter: ProgrammeFilter, _ language: Language
  ) -> String {
    var parts = [
      filter.isEmpty
        ? say("\(number(all)) nhiệm vụ", "\(number(all)) tasks")
        : say(
          "\(number(shown)) trong \(number(all)) nhiệm vụ",
          "\(number(shown)) of \(number(all)) tasks"),
      late == 0
        ? say("không có gì trễ", "nothing late") : say("! \(late) trễ hạn", "! \(late) late"),
    ]
    if let phase = filter.phase { parts.append(phase.label(language)) }
    if !filter.regime.isEmpty {
      parts.append(say("luật \(filter.regime)", "law of \(filter.regime)"))
    }
    if let year = filter.year { parts.append("\(year)") }
    if filter.overdueOnly { parts.append(say("chỉ việc trễ", "only late ones")) }
    if !filter.text.isEmpty { parts.append("«\(filter.text)»") }
    return parts.joined(separator: " · ")
  }
  var noTasks: String {
    say(
      "Không có nhiệm vụ nào như vậy: bỏ lọc, hoặc thêm nhiệm vụ.",
      "There is no such task: clear the filter, or add a task.")
  }
  func since(_ day: LocalDate) -> String { say("từ \(day.formatted)", "since \(day.formatted)") }
  var enterReport: String { say("Enter: nhận báo cáo", "Enter: take the report in") }
  var nextHeading: String { say("Bước tiếp theo", "What may come next") }
  var noNext: String {
    say("Nhiệm vụ đã tới bước cuối.", "The task has come to its end.")
  }
  func needs(
    _ transition: TaskTransition, _ regime: TaskRegime, _ to: TaskState?, _ language: Language
  ) -> String {
    var parts = [say("quyết định: ", "decided by ") + transition.decidedBy(language).string]
    if let document = transition.document {
      parts.append(say("cần ", "needs ") + document(language).string)
    }
    if transition.needsReason { parts.append(say("cần lý do", "needs a reason")) }
    if let council = regime.councils.first(where: { $0.code == transition.council }) {
      parts.append(self.council(council, language))
    }
    if transition.kind == .extend {
      let rule = regime.extensions
      parts.append(
        say(
          "tối đa \(rule.times) lần, \(rule.longMonths) tháng (hợp đồng ngắn \(rule.shortMonths))",
          "\(rule.times) time, \(rule.longMonths) months at most (short contracts "
            + "\(rule.shortMonths))"))
    } else if let limit = to?.limit {
      let unit =
        limit.unit == .workingDays ? say("ngày làm việc", "working days") : say("ngày", "days")
      parts.append(
        say("sau đó có \(limit.count) \(unit)", "then \(limit.count) \(unit) in that state"))
    }
    return parts.joined(separator: " · ")
  }
  func council(_ rule: CouncilRule, _ language: Language) -> String {
    let members = "\(rule.members.lowerBound)-\(rule.members.upperBound)"
    let pass = rule.passMean.map { mean in
      let points = NumberText.hundredths(Int64(mean), language)
      return say(", đạt từ \(points) điểm", ", passes from \(points) points")
    }
    return say(
      "\(rule.title(language)) \(members) người, họp khi có \(rule.quorumOf)/\(rule.quorumIn)",
      "\(rule.title(language)) of \(members), quorate with \(rule.quorumOf)/\(rule.quorumIn)")
      + (pass ?? "")
  }
  var reportsHeading: String { say("Báo cáo tiến độ", "Progress reports") }
  func reportsWords(_ months: Int) -> String {
    say("Mỗi \(months) tháng một lần, theo hợp đồng.", "Every \(months) months of the contract.")
  }
  func reportCame(_ number: Int, _ day: LocalDate) -> String {
    say("Số \(number): nộp \(day.formatted)", "No. \(number): came \(day.formatted)")
  }
  func reportDue(_ number: Int, _ day: LocalDate) -> String {
    say("Số \(number): hạn \(day.formatted)", "No. \(number): due \(day.formatted)")
  }
  func term(_ from: LocalDate, _ to: LocalDate, end: LocalDate?) -> String {
    let extended =
      end.map { $0 > to ? say(", gia hạn đến ", ", extended to ") + $0.formatted : "" } ?? ""
    return from.formatted + " – " + to.formatted + extended
  }
  var markDone: String { say("xong:", "done:") }
  var markNow: String { say("bây giờ:", "now:") }
  var ventureName: String { say("Hồ sơ", "Venture") }
  var taskName: String { say("Nhiệm vụ", "Task") }
  var termName: String { say("Thời hạn", "Term") }
  var limitName: String { say("Hạn của bước này", "Limit of this state") }
  var noLimit: String { say("không có hạn", "none") }
  var aboutHeading: String { say("Thông tin", "About") }
  var noMoney: String { say("Chưa có khoản tiền nào.", "No money has moved yet.") }
  var historyHeading: String { say("Lịch sử", "History") }
  var proposed: String { say("Đề xuất", "Proposed") }
  func untilDay(_ day: LocalDate) -> String {
    say("đến \(day.formatted)", "until \(day.formatted)")
  }
}
