extension ProgrammeRefusal {
  /// One sentence that says what is wrong and what to do.
  public func words(_ language: Language) -> String {
    let both = sentences
    return language == .vietnamese ? both.0 : both.1
  }

  private var sentences: (String, String) {
    switch self {
    case .titleMissing:
      ("Chưa có tên; hãy nhập tên.", "There is no name; enter one.")
    case .endBeforeStart(let from, let to):
      (
        "Ngày cuối (\(to.formatted)) trước ngày đầu (\(from.formatted)); hãy sửa lại ngày.",
        "The last day (\(to.formatted)) is before the first (\(from.formatted)); correct the days."
      )
    case .dayInFuture(let day):
      (
        "Ngày \(day.formatted) chưa đến nên chưa ghi được; hãy ghi ngày đã xảy ra.",
        "\(day.formatted) is still to come; enter the day on which it happened."
      )
    case .dayBefore(let day, let last):
      (
        "Ngày \(day.formatted) trước ngày \(last.formatted) của việc trước đó; hãy sửa lại ngày.",
        "\(day.formatted) is before \(last.formatted), when the last thing happened; correct it."
      )
    case .noData(let day):
      (
        "Chưa có dữ liệu nào đến ngày \(day.formatted) nên không có gì để báo cáo; hãy chọn kỳ "
          + "khác.",
        "There are no records up to \(day.formatted), so there is nothing to report; choose "
          + "another period."
      )
    case .notBegun(let day):
      (
        "Kỳ này đến \(day.formatted) mới bắt đầu; hãy chọn kỳ trước đó.",
        "That period begins on \(day.formatted) only; choose an earlier one."
      )
    case .notAQuarter(let text):
      (
        "Không hiểu quý «\(text)»; hãy viết như 2019-Q4.",
        "“\(text)” is not a quarter; write it as 2019-Q4."
      )
    case .notUndoable:
      (
        "Không hoàn tác được việc này: đã có thay đổi sau đó.",
        "This cannot be taken back: something was changed after it."
      )
    default: taskSentences
    }
  }

  private static func list(_ names: [Bilingual], _ language: Language) -> String {
    names.map { $0(language).string }.joined(separator: ", ")
  }

  private var taskSentences: (String, String) {
    switch self {
    case .unknownRegime(let code, let known):
      (
        "Không có chế độ «\(code)»; hãy dùng \(known.joined(separator: ", ")).",
        "There is no regime “\(code)”; use \(known.joined(separator: ", "))."
      )
    case .regimeNotInForce(let title, let day):
      (
        "Ngày \(day.formatted) không đề xuất nhiệm vụ theo \(title.vietnamese); hãy chọn luật "
          + "đang có hiệu lực.",
        "No task begins under \(title.english) on \(day.formatted); choose the law in force."
      )
    case .unknownState(let code, let regime):
      (
        "\(regime.title.vietnamese) không có trạng thái «\(code)»; các trạng thái: "
          + regime.states.map(\.code).joined(separator: ", ") + ".",
        "\(regime.title.english) has no state “\(code)”; its states are "
          + regime.states.map(\.code).joined(separator: ", ") + "."
      )
    case .noTransition(let from, let to, let regime, let possible):
      (
        "Theo \(regime.vietnamese), từ «\(from.vietnamese)» không chuyển được sang "
          + "«\(to.vietnamese)»; "
          + (possible.isEmpty
            ? "nhiệm vụ đã kết thúc."
            : "có thể: \(Self.list(possible, .vietnamese))."),
        "Under \(regime.english), “\(from.english)” cannot become “\(to.english)”; "
          + (possible.isEmpty
            ? "the task has ended." : "possible: \(Self.list(possible, .english)).")
      )
    case .reasonMissing(let title):
      (
        "«\(title.vietnamese)» cần ghi lý do; hãy nhập lý do.",
        "“\(title.english)” needs a reason; enter it."
      )
    case .documentMissing(let title):
      (
        "Bước này cần văn bản: \(title.vietnamese); hãy nhập số văn bản.",
        "This step needs a paper: \(title.english); enter its number."
      )
    case .termMissing:
      (
        "Chưa có ngày đầu và ngày cuối của hợp đồng; hãy nhập cả hai.",
        "The first and the last day of the contract are missing; enter both."
      )
    case .regimeFixed:
      (
        "Nhiệm vụ đã qua bước đầu nên không đổi luật áp dụng được.",
        "The task has moved already, so that its regime can no longer change."
      )
    default: extensionSentences
    }
  }

  private var extensionSentences: (String, String) {
    switch self {
    case .extendedAlready(let times):
      (
        "Đã gia hạn đủ \(times) lần theo quy định nên không gia hạn thêm được.",
        "It was extended as often as the rules allow (\(times)) and cannot be extended again."
      )
    case .extensionNotLater(let end):
      (
        "Ngày kết thúc mới phải sau \(end.formatted); hãy nhập lại.",
        "The new end has to be after \(end.formatted); enter it again."
      )
    case .extensionTooLong(let months, let last):
      (
        "Chỉ gia hạn được tối đa \(months) tháng, đến \(last.formatted); hãy chọn ngày sớm hơn.",
        "It can be extended by \(months) months at most, until \(last.formatted); choose an "
          + "earlier day."
      )
    case .noSuchReport(let number, let last):
      (
        last == 0
          ? "Nhiệm vụ này không có báo cáo định kỳ: chưa có hợp đồng hoặc hợp đồng ngắn."
          : "Không có báo cáo số \(number); nhiệm vụ này có báo cáo số 1 đến \(last).",
        last == 0
          ? "No progress reports are asked of this task: it has no contract, or a short one."
          : "There is no report \(number); this task has reports 1 to \(last)."
      )
    case .reportedAlready(let number):
      (
        "Báo cáo số \(number) đã nộp rồi; hãy nhập số khác.",
        "Report \(number) was handed in already; enter another number."
      )
    default: moneySentences
    }
  }

  private func amount(_ money: Money, _ language: Language) -> String {
    money.formatted(language)
  }

  private var moneySentences: (String, String) {
    switch self {
    case .notAbove(let money):
      (
        "Số tiền phải lớn hơn 0, không thể là \(amount(money, .vietnamese)); hãy nhập lại.",
        "An amount is above zero, not \(amount(money, .english)); enter it again."
      )
    case .negative(let money):
      (
        "Số tiền không thể âm (\(amount(money, .vietnamese))); hãy nhập lại.",
        "An amount is not below zero (\(amount(money, .english))); enter it again."
      )
    case .overSource(let asked, let left, let committing):
      (
        (committing ? "Nguồn chỉ còn " : "Nguồn sẽ bị âm: chỉ còn ")
          + "\(amount(left, .vietnamese)), không đủ \(amount(asked, .vietnamese)); "
          + "hãy giảm số tiền hoặc ghi thêm kinh phí được giao.",
        (committing ? "The source has only " : "The source would fall below zero: it has only ")
          + "\(amount(left, .english)) left, not \(amount(asked, .english)); lower the amount or "
          + "record more money allotted."
      )
    case .overCommitment(let asked, let committed, let paid, let left):
      (
        "Chi \(amount(asked, .vietnamese)) vượt cam kết: cam kết \(amount(committed, .vietnamese)),"
          + " đã chi \(amount(paid, .vietnamese)), còn \(amount(left, .vietnamese)); "
          + "hãy giảm số tiền hoặc tăng cam kết trước.",
        "\(amount(asked, .english)) is over the commitment: \(amount(committed, .english)) "
          + "committed, \(amount(paid, .english)) paid, \(amount(left, .english)) left; lower the "
          + "amount or raise the commitment first."
      )
    case .overAdvance(let asked, let outstanding):
      (
        "Tạm ứng chỉ còn \(amount(outstanding, .vietnamese)), không quyết toán được "
          + "\(amount(asked, .vietnamese)); hãy giảm số tiền.",
        "Only \(amount(outstanding, .english)) of advances is open, not "
          + "\(amount(asked, .english)); lower the amount."
      )
    case .overRecovered(let asked, let spent):
      (
        "Chỉ mới chi \(amount(spent, .vietnamese)), không thu hồi được "
          + "\(amount(asked, .vietnamese)); hãy giảm số tiền.",
        "Only \(amount(spent, .english)) was spent; \(amount(asked, .english)) cannot be "
          + "recovered; lower the amount."
      )
    case .commitmentMissing:
      (
        "Khoản này cần một cam kết; hãy chọn cam kết.",
        "A commitment is needed for this; choose one."
      )
    case .noSuchTranche(let number, let last):
      (
        "Cam kết này không có đợt \(number); có \(last) đợt.",
        "The commitment has no part \(number); it has \(last)."
      )
    case .callClosed(let day, let opens, let closes):
      (
        "Đợt này nhận hồ sơ từ \(opens.formatted) đến \(closes.formatted), không nhận ngày "
          + "\(day.formatted); hãy chọn đợt khác.",
        "The call takes applications from \(opens.formatted) to \(closes.formatted), not on "
          + "\(day.formatted); choose another."
      )
    case .decidedAlready:
      (
        "Hồ sơ này đã có kết quả rồi.", "This application was decided already."
      )
    case .overCost(let supported, let cost):
      (
        "Số hỗ trợ (\(amount(supported, .vietnamese))) nhiều hơn chi phí "
          + "(\(amount(cost, .vietnamese))); hãy sửa lại.",
        "The support (\(amount(supported, .english))) is more than the cost "
          + "(\(amount(cost, .english))); correct it."
      )
    default: agreementSentences
    }
  }

  private var agreementSentences: (String, String) {
    switch self {
    case .partiesMissing:
      (
        "Biên bản hợp tác cần ít nhất hai bên khác nhau; hãy thêm bên thứ hai.",
        "An agreement needs two different parties at least; add the second."
      )
    case .noSuchParty(let place):
      ("Không có bên thứ \(place); hãy xem lại các bên.", "There is no party \(place).")
    case .noSuchIndicator(let code):
      (
        "Không có chỉ số «\(code)»; xem danh sách bằng vuonuom indicators.",
        "There is no figure “\(code)”; vuonuom indicators lists them."
      )
    case .yearOutside(let year, let from, let to):
      (
        "Năm \(year) ngoài thời hạn \(from.formatted)–\(to.formatted); hãy chọn năm khác.",
        "\(year) is outside \(from.formatted)–\(to.formatted); choose another year."
      )
    case .renewalCircle:
      (
        "Biên bản này sẽ gia hạn chính nó theo vòng; hãy chọn biên bản trước khác.",
        "The agreement would renew itself in a circle; choose another predecessor."
      )
    case .connectionStep(let from, let to):
      (
        "Kết nối \(from.map { "«\($0.label(.vietnamese))»" } ?? "mới") không chuyển được sang "
          + "«\(to.label(.vietnamese))»; "
          + "hãy ghi lần lượt: giới thiệu, gặp, theo dõi, kết quả.",
        "A connection that is \(from.map { "“\($0.label(.english))”" } ?? "new") cannot become "
          + "“\(to.label(.english))”; introduced, met, followed up, outcome is the order."
      )
    case .partnerFull(let name, let most):
      (
        "\(name) chỉ nhận \(most) hồ sơ một lúc và đã đủ; hãy chọn người khác.",
        "\(name) takes \(most) ventures at a time and is full; choose somebody else."
      )
    case .partnerAway(let name):
      (
        "\(name) hiện không nhận hồ sơ; hãy chọn người khác.",
        "\(name) takes no ventures at present; choose somebody else."
      )
    case .noSuchCap(let code):
      (
        "Không có mức trần «\(code)»; các mức: "
          + SupportCap.shipped.map(\.code).joined(separator: ", ") + ".",
        "There is no cap “\(code)”; there are "
          + SupportCap.shipped.map(\.code).joined(separator: ", ") + "."
      )
    default: ("Không làm được việc này.", "This cannot be done.")
    }
  }
}

extension TaskAlert {
  /// What is late, without an end: "báo cáo số 2 trễ 14 ngày làm việc".
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    let what: String =
      switch kind {
      case .state: isVietnamese ? "trạng thái" : "state"
      case .report(let number): isVietnamese ? "báo cáo số \(number)" : "report \(number)"
      case .contract: isVietnamese ? "hợp đồng" : "contract"
      }
    guard isOverdue else {
      return isVietnamese ? "\(what) hạn \(due.formatted)" : "\(what) due \(due.formatted)"
    }
    return isVietnamese
      ? "\(what) trễ \(daysLate) ngày làm việc (hạn \(due.formatted))"
      : "\(what) \(daysLate) working days late (due \(due.formatted))"
  }
}

extension SupportCap.Excess {
  /// One sentence that warns.
  public func words(_ language: Language, of cap: SupportCap) -> String {
    let isVietnamese = language == .vietnamese
    let name = cap.title(language).string
    switch self {
    case .share(let most):
      let text = most.formatted(language)
      return isVietnamese
        ? "\(name): chỉ hỗ trợ \(cap.percent) % chi phí, tối đa \(text) (\(cap.basis))."
        : "\(name): \(cap.percent) % of the cost at most, \(text) (\(cap.basis))."
    case .amount(let before, let left):
      let (paid, rest) = (before.formatted(language), left.formatted(language))
      return isVietnamese
        ? "\(name): đã hỗ trợ \(paid), chỉ còn \(rest) trong kỳ (\(cap.basis))."
        : "\(name): \(paid) paid already, only \(rest) left in the period (\(cap.basis))."
    case .notInForce:
      return isVietnamese
        ? "\(name): quy định chưa hoặc không còn hiệu lực vào ngày này (\(cap.basis))."
        : "\(name): the rule is not in force on that day (\(cap.basis))."
    case .tooLong(let years):
      return isVietnamese
        ? "\(name): chỉ hỗ trợ trong \(years) năm (\(cap.basis))."
        : "\(name): for \(years) years only (\(cap.basis))."
    }
  }
}

extension PartnerMatch.Reason {
  /// Why, in a few words.
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    switch self {
    case .field(let name): return isVietnamese ? "cùng lĩnh vực \(name)" : "field \(name)"
    case .need(let axis):
      let name = axis.label(language).lowercased()
      return isVietnamese ? "giúp đúng chỗ cần: \(name)" : "helps where needed: \(name)"
    case .language(let name): return isVietnamese ? "nói tiếng \(name)" : "speaks \(name)"
    case .place(let name): return isVietnamese ? "cùng ở \(name)" : "also in \(name)"
    case .earlier: return isVietnamese ? "đã làm việc với hồ sơ này" : "worked with it before"
    case .load(let busy, let most):
      let of = most.map { "/\($0)" } ?? ""
      return isVietnamese ? "đang nhận \(busy)\(of) hồ sơ" : "has \(busy)\(of) ventures now"
    }
  }
}
