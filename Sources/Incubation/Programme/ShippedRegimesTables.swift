/// The regimes as they are shipped. Limits marked as usual practice differ from province to
/// province; a database may hold its own version of a regime, which goes before these.
public enum ShippedRegimes {
  /// All, oldest first.
  public static let all = [regime2013, regime2025]

  private static let people = Bilingual(
    vietnamese: "UBND tỉnh, hoặc Sở theo ủy quyền",
    english: "the province's People's Committee, or the department by delegation")
  private static let council = Bilingual(vietnamese: "Hội đồng", english: "a council")
  private static let department = Bilingual(vietnamese: "Sở KH&CN", english: "the department")
  private static let host = Bilingual(
    vietnamese: "tổ chức chủ trì", english: "the host organisation")

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? LocalDate(dayNumber: 0)
  }

  private static func text(_ vietnamese: SafeText, _ english: SafeText) -> Bilingual {
    Bilingual(vietnamese: vietnamese, english: english)
  }

  /// Law 29/2013/QH13 chapter IV, Decree 08/2014, circulars 07/2014, 10/2014, 05/2014, 09/2014,
  /// 11/2014, 14/2014 and their successors. Limits: within 30 days after the contract for the
  /// dossier of acceptance, 30 days each for registration and liquidation; the others are usual
  /// practice.
  static let regime2013 = TaskRegime(
    code: "2013",
    title: text(
      "Luật KH&CN 29/2013/QH13", "Law 29/2013/QH13 on science and technology"),
    from: day(2014, 1, 1), to: day(2025, 9, 30), states: states2013,
    transitions: forward2013 + others2013, reportMonths: 6,
    extensions: .init(times: 1, longTermMonths: 24, longMonths: 12, shortMonths: 6),
    councils: [
      CouncilRule(
        "selection", text("Hội đồng tuyển chọn, giao trực tiếp", "Selection council"),
        members: 7...9, quorumOf: 2, quorumIn: 3, reviewers: 2, passMean: 7_000),
      CouncilRule(
        "acceptance", text("Hội đồng nghiệm thu cấp tỉnh", "Acceptance council"),
        members: 7...9, quorumOf: 2, quorumIn: 3, reviewers: 2, passMean: nil),
    ])

  private static let states2013 = [
    TaskState("proposed", text("Đề xuất", "Proposed"), .proposal),
    TaskState(
      "determined", text("Xác định nhiệm vụ", "Determined"), .proposal,
      limit: TaskLimit(30, .workingDays)),
    TaskState(
      "open-selection", text("Tuyển chọn", "Open selection"), .selection,
      limit: TaskLimit(60, .days)),
    TaskState(
      "direct-assignment", text("Giao trực tiếp", "Direct assignment"), .selection,
      limit: TaskLimit(30, .days)),
    TaskState(
      "budget-appraisal", text("Thẩm định kinh phí", "Budget appraisal"), .selection,
      limit: TaskLimit(15, .workingDays)),
    TaskState(
      "approved", text("Đã phê duyệt", "Approved"), .contract,
      limit: TaskLimit(15, .workingDays)),
    TaskState(
      "contracted", text("Đã ký hợp đồng", "Under contract"), .contract,
      limit: TaskLimit(10, .workingDays)),
    TaskState(
      "implementing", text("Đang thực hiện", "Being carried out"), .running,
      limit: TaskLimit(0, .days, from: .contractEnd)),
    TaskState(
      "base-acceptance", text("Nghiệm thu cơ sở", "Acceptance by the host"), .acceptance,
      limit: TaskLimit(30, .days, from: .contractEnd)),
    TaskState(
      "acceptance", text("Nghiệm thu cấp tỉnh", "Acceptance by the province"), .acceptance,
      limit: TaskLimit(45, .days)),
    TaskState(
      "accepted", text("Đạt, chờ đăng ký kết quả", "Accepted, to be registered"), .acceptance,
      limit: TaskLimit(30, .days)),
    TaskState(
      "registered", text("Đã đăng ký kết quả", "Registered"), .acceptance,
      limit: TaskLimit(15, .workingDays)),
    TaskState(
      "recognised", text("Đã công nhận kết quả", "Recognised"), .acceptance,
      limit: TaskLimit(30, .days)),
    TaskState("liquidated", text("Đã thanh lý, theo dõi ứng dụng", "Liquidated"), .finished),
    TaskState("suspended", text("Đình chỉ", "Suspended"), .suspended),
    TaskState(
      "failed", text("Không đạt", "Not accepted"), .ended, limit: TaskLimit(30, .workingDays)),
    TaskState("settled-failure", text("Không đạt, đã xử lý", "Not accepted, settled"), .ended),
    TaskState("terminated", text("Chấm dứt", "Terminated"), .ended),
    TaskState("not-selected", text("Không trúng tuyển", "Not selected"), .ended),
    TaskState("withdrawn", text("Rút", "Withdrawn"), .ended),
  ]

  private static let forward2013 = [
    TaskTransition(
      .advance, from: ["proposed"], to: "determined", text("Xác định", "Determine"),
      document: text(
        "Biên bản hội đồng tư vấn xác định nhiệm vụ", "Minutes of the advisory council"),
      by: people),
    TaskTransition(
      .advance, from: ["determined"], to: "open-selection",
      text("Thông báo tuyển chọn", "Call for selection"),
      document: text("Thông báo tuyển chọn", "Notice of selection"), by: department),
    TaskTransition(
      .advance, from: ["determined"], to: "direct-assignment",
      text("Giao trực tiếp", "Assign directly"),
      document: text("Danh mục đặt hàng", "List of commissions"), by: people),
    TaskTransition(
      .advance, from: ["open-selection", "direct-assignment"], to: "budget-appraisal",
      text("Trúng tuyển", "Select"),
      document: text(
        "Biên bản họp hội đồng tuyển chọn", "Minutes of the selection council"),
      by: council, council: "selection"),
    TaskTransition(
      .advance, from: ["budget-appraisal"], to: "approved", text("Phê duyệt", "Approve"),
      document: text("Quyết định phê duyệt", "Decision of approval"), by: people),
    TaskTransition(
      .advance, from: ["approved"], to: "contracted", text("Ký hợp đồng", "Sign the contract"),
      document: text("Hợp đồng", "Contract"), by: department),
    TaskTransition(
      .advance, from: ["contracted"], to: "implementing", text("Triển khai", "Begin"),
      by: host),
    TaskTransition(
      .advance, from: ["implementing"], to: "base-acceptance",
      text("Nghiệm thu cơ sở", "Accept at the host"),
      document: text("Báo cáo tổng hợp kết quả", "Final report"), by: host),
    TaskTransition(
      .advance, from: ["base-acceptance"], to: "acceptance",
      text("Nộp hồ sơ nghiệm thu", "Hand in for acceptance"),
      document: text("Biên bản nghiệm thu cơ sở", "Minutes of the host"), by: department),
    TaskTransition(
      .advance, from: ["acceptance"], to: "accepted", text("Nghiệm thu đạt", "Accept"),
      document: text("Biên bản họp hội đồng nghiệm thu", "Minutes of the acceptance council"),
      by: council, council: "acceptance"),
    TaskTransition(
      .advance, from: ["accepted"], to: "registered", text("Đăng ký kết quả", "Register"),
      document: text("Giấy chứng nhận đăng ký kết quả", "Certificate of registration"),
      by: department),
    TaskTransition(
      .advance, from: ["registered"], to: "recognised", text("Công nhận kết quả", "Recognise"),
      document: text("Quyết định công nhận kết quả", "Decision of recognition"), by: people),
    TaskTransition(
      .advance, from: ["recognised"], to: "liquidated", text("Thanh lý hợp đồng", "Liquidate"),
      document: text("Biên bản thanh lý hợp đồng", "Minutes of liquidation"), by: department),
  ]

  private static let others2013 = [
    TaskTransition(
      .back, from: ["open-selection", "direct-assignment"], to: "determined",
      text("Xác định lại", "Determine anew"), by: department),
    TaskTransition(
      .back, from: ["budget-appraisal"], to: "open-selection",
      text("Trả về tuyển chọn", "Return to selection"), by: department),
    TaskTransition(
      .back, from: ["approved"], to: "budget-appraisal",
      text("Thẩm định lại", "Appraise anew"), by: people),
    TaskTransition(
      .back, from: ["base-acceptance", "acceptance"], to: "implementing",
      text("Trả về bổ sung", "Return for completion"), by: council),
    TaskTransition(
      .extend, from: ["implementing"], to: nil, text("Gia hạn", "Extend"),
      document: text("Văn bản gia hạn", "Letter of extension"), by: people),
    TaskTransition(
      .suspend, from: ["contracted", "implementing"], to: "suspended",
      text("Đình chỉ", "Suspend"),
      document: text("Quyết định đình chỉ", "Decision of suspension"), by: people),
    TaskTransition(
      .resume, from: ["suspended"], to: nil, text("Tiếp tục thực hiện", "Resume"),
      document: text("Văn bản cho tiếp tục", "Letter of resumption"), by: people),
    TaskTransition(
      .exit, from: ["implementing", "suspended"], to: "terminated",
      text("Chấm dứt hợp đồng", "Terminate"),
      document: text("Quyết định chấm dứt", "Decision of termination"), by: people),
    TaskTransition(
      .exit, from: ["acceptance"], to: "failed", text("Không đạt", "Not accepted"),
      document: text("Biên bản họp hội đồng nghiệm thu", "Minutes of the acceptance council"),
      by: council, council: "acceptance"),
    TaskTransition(
      .exit, from: ["failed"], to: "settled-failure",
      text("Xử lý kinh phí", "Settle the money"),
      document: text("Quyết định thu hồi kinh phí", "Decision on recovery"), by: people),
    TaskTransition(
      .exit, from: ["proposed", "determined", "open-selection", "direct-assignment"],
      to: "not-selected", text("Không trúng tuyển", "Not selected"), by: council),
    TaskTransition(
      .exit, from: ["proposed", "determined", "open-selection", "direct-assignment", "approved"],
      to: "withdrawn", text("Rút", "Withdraw"), by: host),
  ]
}
