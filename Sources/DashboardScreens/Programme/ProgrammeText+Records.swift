import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words about money, agreements, connections.
extension ProgrammeText {
  /// Kinds of records that have a page.
  static let opened: Set<String> = [
    "venture", "task", "money", "connection", "application", "support", "exchange", "round",
  ]

  // MARK: Money

  var sourcesHeading: String { say("Nguồn kinh phí", "Sources of money") }
  func balanceOfFunds(_ all: LedgerBalance, isBalanced: Bool) -> String {
    let check =
      isBalanced
      ? say("sổ cân", "the ledger balances") : say("! sổ không cân", "! the ledger is off")
    return say(
      "Giao \(all.total(.allotted).compact(language)) = còn \(all[.available].compact(language))"
        + " + cam kết chưa chi \(all[.promised].compact(language))"
        + " + tạm ứng \(all[.advances].compact(language))"
        + " + đã chi \(all[.spent].compact(language)): \(check).",
      "Allotted \(all.total(.allotted).compact(language))"
        + " = free \(all[.available].compact(language))"
        + " + unpaid \(all[.promised].compact(language))"
        + " + advances \(all[.advances].compact(language))"
        + " + spent \(all[.spent].compact(language)): \(check).")
  }
  func balanceWords(_ balance: LedgerBalance) -> String {
    say(
      "Cam kết \(balance.committed.compact(language)), đã chi \(balance.paid.compact(language)), "
        + "tạm ứng chưa quyết toán \(balance[.advances].compact(language)).",
      "Committed \(balance.committed.compact(language)), paid \(balance.paid.compact(language)), "
        + "advances open \(balance[.advances].compact(language)).")
  }
  var accountNames: [String] {
    [
      say("Được giao", "Allotted"), say("Cam kết", "Committed"), say("Đã chi", "Paid"),
      say("Tạm ứng", "Advances"),
    ]
  }
  func ledgerHeading(_ grouping: String) -> String {
    say("Sổ theo: \(grouping)", "Ledger by: \(grouping)")
  }
  var groupWords: String {
    say("Gom được theo năm, nguồn, nhiệm vụ, hồ sơ, Sở.", "By year, source, task, venture…")
  }
  func entriesWords(_ count: Int) -> String {
    say("\(number(count)) khoản, mới nhất ở trên.", "\(number(count)) entries, latest first.")
  }
  var withoutGroup: String { say("(không ghi)", "(none)") }
  var commitmentsHeading: String { say("Cam kết", "Commitments") }
  var noCommitments: String {
    say("Chưa có cam kết nào.", "No commitment yet.")
  }
  func commitmentsWords(_ count: Int) -> String {
    say("\(number(count)) cam kết; đã chi trong số cam kết.", "\(number(count)); paid of promised.")
  }
  func paidOf(_ balance: LedgerBalance) -> String {
    balance.paid.compact(language) + " / " + balance.committed.compact(language)
  }
  func kindName(_ kind: MoneyEntry.Kind) -> String { kind.label(language) }
  var paidName: String { say("Đã chi", "Paid") }
  var leftName: String { say("Còn được chi", "Left to pay") }
  var advancesName: String { say("Tạm ứng chưa quyết toán", "Advances open") }
  var openTask: String { say("mở nhiệm vụ", "open the task") }
  var openVenture: String { say("mở hồ sơ", "open the venture") }
  var tranchesHeading: String { say("Các đợt", "Parts") }
  var noTranches: String { say("Không chia đợt.", "Not split into parts.") }
  func tranche(_ number: Int, _ part: Commitment.Tranche) -> String {
    say(
      "Đợt \(number): \(part.amount.formatted(language)), hạn \(part.due.formatted)",
      "Part \(number): \(part.amount.formatted(language)), due \(part.due.formatted)")
  }
  func part(_ number: Int) -> String { say("đợt \(number)", "part \(number)") }
  func paidOn(_ day: LocalDate) -> String {
    say("chi \(day.formatted)", "paid \(day.formatted)")
  }
  func dueSince(_ day: LocalDate) -> String { say("quá hạn", "overdue") }
  var recordHeading: String { say("Ghi thêm", "Record") }
  func effect(_ kind: MoneyEntry.Kind, _ balance: LedgerBalance) -> String {
    let most: Money =
      switch kind {
      case .disbursed, .advanced, .released: balance[.promised]
      case .settled, .returned: balance[.advances]
      case .recovered: balance[.spent]
      case .allotted, .committed: balance[.available]
      }
    return say("nhiều nhất \(most.formatted(language))", "at most \(most.formatted(language))")
  }
  var noCalls: String {
    say("Chưa có đợt kêu gọi nào.", "No call yet.")
  }
  func callWords(_ call: FundingCall, _ source: String, _ today: LocalDate) -> String {
    let days = call.opens.formatted + " – " + call.closes.formatted
    let state =
      today < call.opens
      ? say("chưa mở", "not open yet")
      : today > call.closes
        ? say("đã đóng", "closed")
        : say(
          "đang nhận, còn \(call.closes.dayNumber - today.dayNumber) ngày",
          "open, \(call.closes.dayNumber - today.dayNumber) days left")
    return [source, days, state].filter { !$0.isEmpty }.joined(separator: " · ")
  }
  var applyLine: String { say("Nộp hồ sơ xin tài trợ", "Hand an application in") }
  func mark(_ state: FundingApplication.State) -> String {
    switch state {
    case .submitted: "·"
    case .approved: "✓"
    case .refused: "×"
    case .withdrawn: "↩"
    }
  }

  // MARK: Agreements

  func agreementsWords(_ count: Int) -> String {
    say("\(count) biên bản, mới nhất ở trên.", "\(count), the latest first.")
  }
  var inForce: String { say("đang hiệu lực", "in force") }
  var signedName: String { say("Ký tại", "Signed at") }
  var renewsName: String { say("Ký tiếp của", "Renews") }
  var filesName: String { say("Tài liệu", "Files") }
  var partiesHeading: String { say("Các bên", "Parties") }
  var itemsHeading: String { say("Nội dung hợp tác", "Content items") }
  var noItems: String { say("Chưa ghi nội dung.", "None recorded.") }
  var reviewsHeading: String { say("Sơ kết, tổng kết", "Reviews") }
  var noReviews: String { say("Chưa có lần nào.", "None yet.") }
  var reviewLine: String { say("Ghi sơ kết hoặc tổng kết", "Record a review") }
  var targetLine: String { say("Đặt chỉ tiêu cho một nội dung", "Set an aim of a content item") }
  var renewLine: String { say("Ký tiếp giai đoạn sau", "Renew for the next period") }
  func thenNow(_ then: String, _ now: String) -> String {
    say("\(then) (nay là \(now))", "\(then) (now \(now))")
  }
  func leads(_ lead: String, _ support: String) -> String {
    say("Chủ trì: \(lead) · phối hợp: \(support)", "Lead: \(lead) · support: \(support)")
  }
  var noEvidence: String { say("Chưa có bản ghi nào.", "No records yet.") }

  // MARK: Figures

  func figuresWords(_ today: LocalDate) -> String {
    say(
      "Tới \(today.formatted), bên cạnh số của một năm trước; Enter mở các bản ghi.",
      "Up to \(today.formatted), beside a year ago; Enter opens the records.")
  }
  func recordsWords(_ count: Int) -> String {
    say("\(number(count)) bản ghi, mới nhất ở trên.", "\(number(count)) records, latest first.")
  }

  // MARK: Connections

  var noConnections: String { say("Chưa có kết nối nào.", "No connection yet.") }
  func connectionsWords(_ all: Int, open: Int, _ agreed: [Connection]) -> String {
    let worth = Money(dong: agreed.reduce(0) { $0 + $1.amount.dong }).compact(language)
    return say(
      "\(all) kết nối, \(open) đang theo, \(agreed.count) thành công trị giá \(worth).",
      "\(all) connections, \(open) going on, \(agreed.count) agreed worth \(worth).")
  }
  var endedHeading: String { say("Đã kết thúc", "Ended") }
  var roundsHeading: String { say("Vòng gọi vốn", "Investment rounds") }
  func quiet(_ days: Int) -> String {
    say("~ im lặng \(days) ngày", "~ quiet for \(days) days")
  }
  var lineageName: String { say("Dòng phát triển", "The whole line") }
  var openLineage: String { say("mở", "open") }
  var broughtName: String { say("Mang lại", "Brought") }
  var nothingYet: String { say("chưa có", "nothing yet") }
  var connectionOver: String { say("Kết nối đã kết thúc.", "The connection has ended.") }
  func partnersWords(_ count: Int) -> String {
    say("\(count) đối tác; mở một dòng để sửa.", "\(count) partners; open a line to edit it.")
  }
  func load(_ busy: Int, _ capacity: Int?) -> String {
    let of = capacity.map { "/\($0)" } ?? ""
    return say("đang nhận \(busy)\(of)", "has \(busy)\(of)")
  }
  var away: String { say("đang không nhận", "takes none now") }
  var noExchanges: String { say("Chưa có trao đổi nào.", "No exchange yet.") }
  func exchangesWords(_ all: [Exchange]) -> String {
    Exchange.Kind.allCases.map { kind in
      "\(kind.label(language)) \(all.count { $0.kind == kind })"
    }.joined(separator: " · ")
  }
  var noSupports: String { say("Chưa hỗ trợ lần nào.", "No support yet.") }
  func supportsWords(_ all: [EnterpriseSupport]) -> String {
    SupportKind.allCases.map { kind in
      "\(kind.label(language)) \(all.count { $0.content.kind.string == kind.rawValue })"
    }.joined(separator: " · ")
  }
  func supported(_ money: Money, of cost: Money) -> String {
    say(
      "hỗ trợ \(money.compact(language))/\(cost.compact(language))",
      "\(money.compact(language)) of \(cost.compact(language)) supported")
  }
  func lineageWords(_ lineage: Lineage) -> String {
    guard let first = lineage.entries.first?.day, let last = lineage.entries.last?.day else {
      return say("chưa có gì xảy ra", "nothing has happened yet")
    }
    return say(
      "\(lineage.entries.count) việc, \(first.formatted) – \(last.formatted)",
      "\(lineage.entries.count) events, \(first.formatted) – \(last.formatted)")
  }
  func mark(_ kind: Lineage.Entry.Kind) -> String {
    switch kind {
    case .found: "◆"
    case .stage: "▸"
    case .contest: "★"
    case .course: "◇"
    case .support: "+"
    case .connection: "↔"
    case .application: "?"
    case .task: "■"
    case .money: "đ"
    case .round: "▲"
    }
  }
  var connectionsHeading: String { say("Kết nối của hồ sơ", "Its connections") }
  var matchesHeading: String { say("Gợi ý kết nối", "Suggested partners") }
  var matchesWords: String {
    say("Hợp nhất ở trên; Enter giới thiệu.", "The best first; Enter introduces.")
  }
  var noMatches: String {
    say(
      "Chưa có ai hợp: hãy ghi lĩnh vực và nhu cầu của hồ sơ.",
      "Nobody fits yet: fill in the venture's field and needs.")
  }
  var supportLine: String { say("Ghi một lượt hỗ trợ", "Record a support") }
  var roundLine: String { say("Ghi một vòng gọi vốn", "Record an investment round") }
  var newTaskLine: String {
    say("Đề xuất nhiệm vụ từ hồ sơ này", "Propose a task from this venture")
  }
}
