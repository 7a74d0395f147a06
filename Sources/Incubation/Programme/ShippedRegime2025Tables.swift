extension ShippedRegimes {
  private static func text(_ vietnamese: SafeText, _ english: SafeText) -> Bilingual {
    Bilingual(vietnamese: vietnamese, english: english)
  }

  private static let people = text("UBND tỉnh", "the province's People's Committee")
  private static let council = text("Hội đồng", "a council")
  private static let department = text("Sở KH&CN", "the department")
  private static let host = text("tổ chức chủ trì", "the host organisation")

  /// Law 93/2025/QH15 in force from 01/10/2025, Decrees 265, 267 and 268/2025/NĐ-CP, Circular
  /// 36/2025/TT-BKHCN. Tasks are funded on proposal (tài trợ) or commissioned (đặt hàng); a
  /// failure without fault is accepted as a risk. Limits are usual practice until the procedures
  /// of a province are known.
  static let regime2025 = TaskRegime(
    code: "2025",
    title: text(
      "Luật KH,CN&ĐMST 93/2025/QH15", "Law 93/2025/QH15 on science, technology and innovation"),
    from: LocalDate(year: 2025, month: 10, day: 1) ?? LocalDate(dayNumber: 0),
    states: states2025, transitions: forward2025 + others2025, reportMonths: 6,
    extensions: .init(times: 2, longTermMonths: 24, longMonths: 12, shortMonths: 6),
    councils: [
      CouncilRule(
        "selection", text("Hội đồng xét tài trợ, đặt hàng", "Funding council"), members: 5...9,
        quorumOf: 2, quorumIn: 3, reviewers: 1, passMean: 7_000),
      CouncilRule(
        "evaluation", text("Hội đồng đánh giá kết quả", "Evaluation council"), members: 5...9,
        quorumOf: 2, quorumIn: 3, reviewers: 1, passMean: nil),
    ])

  private static let states2025 = [
    TaskState("proposed", text("Đề xuất", "Proposed"), .proposal),
    TaskState(
      "funding-review", text("Xét tài trợ", "Review for funding"), .selection,
      limit: TaskLimit(30, .workingDays)),
    TaskState(
      "commissioning", text("Đặt hàng", "Commissioning"), .selection,
      limit: TaskLimit(30, .workingDays)),
    TaskState(
      "approved", text("Đã phê duyệt", "Approved"), .contract,
      limit: TaskLimit(10, .workingDays)),
    TaskState(
      "contracted", text("Đã ký hợp đồng", "Under contract"), .contract,
      limit: TaskLimit(10, .workingDays)),
    TaskState(
      "implementing", text("Đang thực hiện", "Being carried out"), .running,
      limit: TaskLimit(0, .days, from: .contractEnd)),
    TaskState(
      "evaluation", text("Đánh giá kết quả", "Evaluation"), .acceptance,
      limit: TaskLimit(30, .workingDays)),
    TaskState(
      "accepted", text("Đạt, chờ đăng ký kết quả", "Accepted, to be registered"), .acceptance,
      limit: TaskLimit(30, .days)),
    TaskState(
      "registered", text("Đã đăng ký kết quả", "Registered"), .acceptance,
      limit: TaskLimit(15, .workingDays)),
    TaskState("liquidated", text("Đã thanh lý, theo dõi ứng dụng", "Liquidated"), .finished),
    TaskState("suspended", text("Tạm dừng", "Suspended"), .suspended),
    TaskState(
      "risk-accepted", text("Không đạt, chấp nhận rủi ro", "Failed without fault"), .ended),
    TaskState("failed", text("Không đạt", "Not accepted"), .ended),
    TaskState("terminated", text("Chấm dứt", "Terminated"), .ended),
    TaskState("not-selected", text("Không được chọn", "Not selected"), .ended),
    TaskState("withdrawn", text("Rút", "Withdrawn"), .ended),
  ]

  private static let forward2025 = [
    TaskTransition(
      .advance, from: ["proposed"], to: "funding-review", text("Xét tài trợ", "Review"),
      document: text("Hồ sơ đề nghị tài trợ", "Application for funding"), by: department),
    TaskTransition(
      .advance, from: ["proposed"], to: "commissioning", text("Đặt hàng", "Commission"),
      document: text("Văn bản đặt hàng", "Letter of commission"), by: people),
    TaskTransition(
      .advance, from: ["funding-review", "commissioning"], to: "approved",
      text("Phê duyệt", "Approve"),
      document: text("Quyết định phê duyệt", "Decision of approval"), by: people,
      council: "selection"),
    TaskTransition(
      .advance, from: ["approved"], to: "contracted", text("Ký hợp đồng", "Sign the contract"),
      document: text("Hợp đồng", "Contract"), by: department),
    TaskTransition(
      .advance, from: ["contracted"], to: "implementing", text("Triển khai", "Begin"), by: host),
    TaskTransition(
      .advance, from: ["implementing"], to: "evaluation",
      text("Đánh giá kết quả", "Evaluate"),
      document: text("Báo cáo kết quả", "Report of results"), by: department),
    TaskTransition(
      .advance, from: ["evaluation"], to: "accepted", text("Đạt", "Accept"),
      document: text("Biên bản hội đồng đánh giá", "Minutes of the evaluation council"),
      by: council, council: "evaluation"),
    TaskTransition(
      .advance, from: ["accepted"], to: "registered", text("Đăng ký kết quả", "Register"),
      document: text("Giấy chứng nhận đăng ký kết quả", "Certificate of registration"),
      by: department),
    TaskTransition(
      .advance, from: ["registered"], to: "liquidated", text("Thanh lý hợp đồng", "Liquidate"),
      document: text("Biên bản thanh lý hợp đồng", "Minutes of liquidation"), by: department),
  ]

  private static let others2025 = [
    TaskTransition(
      .back, from: ["funding-review", "commissioning"], to: "proposed",
      text("Trả hồ sơ", "Return the dossier"), by: department),
    TaskTransition(
      .back, from: ["evaluation"], to: "implementing",
      text("Trả về bổ sung", "Return for completion"), by: council),
    TaskTransition(
      .extend, from: ["implementing"], to: nil, text("Gia hạn", "Extend"),
      document: text("Văn bản gia hạn", "Letter of extension"), by: department),
    TaskTransition(
      .suspend, from: ["contracted", "implementing"], to: "suspended",
      text("Tạm dừng", "Suspend"),
      document: text("Văn bản tạm dừng", "Letter of suspension"), by: department),
    TaskTransition(
      .resume, from: ["suspended"], to: nil, text("Tiếp tục thực hiện", "Resume"),
      document: text("Văn bản cho tiếp tục", "Letter of resumption"), by: department),
    TaskTransition(
      .exit, from: ["implementing", "evaluation", "suspended"], to: "risk-accepted",
      text("Chấp nhận rủi ro", "Accept the risk"),
      document: text(
        "Kết luận không do lỗi của tổ chức chủ trì", "Finding that the host is not at fault"),
      by: council, council: "evaluation"),
    TaskTransition(
      .exit, from: ["evaluation"], to: "failed", text("Không đạt", "Not accepted"),
      document: text("Biên bản hội đồng đánh giá", "Minutes of the evaluation council"),
      by: council, council: "evaluation"),
    TaskTransition(
      .exit, from: ["implementing", "suspended"], to: "terminated",
      text("Chấm dứt hợp đồng", "Terminate"),
      document: text("Quyết định chấm dứt", "Decision of termination"), by: people),
    TaskTransition(
      .exit, from: ["proposed", "funding-review", "commissioning"], to: "not-selected",
      text("Không được chọn", "Not selected"), by: council),
    TaskTransition(
      .exit, from: ["proposed", "funding-review", "commissioning", "approved"],
      to: "withdrawn", text("Rút", "Withdraw"), by: host),
  ]
}
