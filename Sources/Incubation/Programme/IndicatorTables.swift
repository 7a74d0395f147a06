extension Indicator {
  private static func text(_ vietnamese: SafeText, _ english: SafeText) -> Bilingual {
    Bilingual(vietnamese: vietnamese, english: english)
  }

  /// All figures, in the order in which they are printed.
  public static let all: [Indicator] = ventures + training + tasks + money + connections + supports

  private static let ventures: [Indicator] = [
    Indicator(
      "ventures-found", text("Hồ sơ tìm được", "Ventures found"),
      text(
        "Số hồ sơ theo ngày phát hiện, không tính hồ sơ đã xóa.",
        "Ventures by the day they were found; deleted ones do not count."),
      .venturesFound(nil)),
    Indicator(
      "found-at-events", text("Tìm được qua sự kiện", "Found at events"),
      text(
        "Hồ sơ có nguồn là sự kiện như Techfest, Ngày hội STEM.",
        "Ventures whose source is an event such as Techfest or the STEM day."),
      .venturesFound(.event)),
    Indicator(
      "found-in-contests", text("Tìm được qua cuộc thi", "Found in contests"),
      text("Hồ sơ có nguồn là cuộc thi.", "Ventures whose source is a contest."),
      .venturesFound(.contest)),
    Indicator(
      "found-by-referral", text("Được giới thiệu", "Found by referral"),
      text("Hồ sơ do người khác giới thiệu.", "Ventures that somebody pointed out."),
      .venturesFound(.referral)),
    Indicator(
      "found-by-search", text("Sở tự tìm", "Found by search"),
      text("Hồ sơ do Sở tự tìm.", "Ventures that the department found itself."),
      .venturesFound(.search)),
    Indicator(
      "ventures-active", text("Hồ sơ đang theo dõi", "Ventures worked on"),
      text(
        "Hồ sơ đang ở một giai đoạn vào ngày đó, không tạm dừng, không dừng hẳn.",
        "Ventures in a stage on that day, neither set aside nor dropped."),
      .venturesActive),
    Indicator(
      "contest-entries", text("Bài dự thi", "Contest entries"),
      text(
        "Bài dự thi theo hạn nộp của cuộc thi, không tính bài đã rút.",
        "Entries by the deadline of their contest; withdrawn ones do not count."),
      .contestEntries),
  ]

  private static let training: [Indicator] = [
    Indicator(
      "sessions-held", text("Buổi học đã tổ chức", "Sessions held"),
      text(
        "Buổi học theo ngày học, không tính buổi đã hủy.",
        "Sessions by their day; those called off do not count."),
      .sessionsHeld),
    Indicator(
      "trainees", text("Lượt học viên", "Trainees"),
      text(
        "Lượt đăng ký đã dự học, mỗi khóa một lần.",
        "Registrations that attended, once for each course."),
      .trainees),
    Indicator(
      "marks", text("Lượt điểm danh", "Marks of attendance"),
      text("Mỗi người mỗi buổi một lượt.", "One for each person and session."),
      .marks(presentOnly: false)),
    Indicator(
      "marks-present", text("Lượt có mặt", "Marks of presence"),
      text(
        "Lượt có mặt, kể cả đến muộn, về sớm.",
        "Marks of those present, late or gone early."),
      .marks(presentOnly: true)),
    Indicator(
      "attendance", text("Tỷ lệ dự học", "Attendance"),
      text("Lượt có mặt trên lượt điểm danh.", "Marks of presence in all marks."),
      unit: .percent, .share(of: "marks-present", in: "marks")),
    Indicator(
      "certificates", text("Giấy chứng nhận", "Certificates"),
      text(
        "Giấy đã cấp, trừ giấy đã thu hồi.", "Certificates issued, less those revoked."),
      .certificates),
  ]

  private static let tasks: [Indicator] = [
    Indicator(
      "tasks-proposed", text("Nhiệm vụ được đề xuất", "Tasks proposed"),
      text("Nhiệm vụ KH&CN theo ngày đề xuất.", "S&T tasks by the day of their proposal."),
      .tasksProposed(ofVenturesOnly: false)),
    Indicator(
      "ventures-to-tasks", text("Ý tưởng thành nhiệm vụ", "Ideas turned into tasks"),
      text(
        "Nhiệm vụ gắn với một hồ sơ, theo ngày đề xuất.",
        "Tasks that carry a venture, by the day of their proposal."),
      .tasksProposed(ofVenturesOnly: true)),
    Indicator(
      "tasks-proposal", text("Đang đề xuất, xác định", "In proposal"),
      text("Nhiệm vụ đang đề xuất hoặc xác định.", "Tasks proposed or determined."),
      .tasksIn(.proposal)),
    Indicator(
      "tasks-selection", text("Đang tuyển chọn, thẩm định", "In selection"),
      text(
        "Nhiệm vụ đang tuyển chọn, giao trực tiếp, thẩm định.",
        "Tasks being selected, assigned or appraised."),
      .tasksIn(.selection)),
    Indicator(
      "tasks-contract", text("Đã duyệt, chờ triển khai", "Approved, not begun"),
      text("Nhiệm vụ đã duyệt hoặc đã ký hợp đồng.", "Tasks approved or under contract."),
      .tasksIn(.contract)),
    Indicator(
      "tasks-running", text("Nhiệm vụ đang thực hiện", "Tasks carried out"),
      text("Nhiệm vụ đang thực hiện vào ngày đó.", "Tasks being carried out on that day."),
      .tasksIn(.running)),
    Indicator(
      "tasks-suspended", text("Nhiệm vụ tạm dừng", "Tasks suspended"),
      text("Nhiệm vụ đang đình chỉ, tạm dừng.", "Tasks that are suspended."),
      .tasksIn(.suspended)),
    Indicator(
      "tasks-acceptance", text("Đang nghiệm thu", "In acceptance"),
      text(
        "Nhiệm vụ đang nghiệm thu, đăng ký, công nhận kết quả.",
        "Tasks being accepted, registered or recognised."),
      .tasksIn(.acceptance)),
    Indicator(
      "tasks-finished", text("Nhiệm vụ hoàn thành", "Tasks finished"),
      text("Nhiệm vụ đã thanh lý.", "Tasks that were liquidated."), .tasksIn(.finished)),
    Indicator(
      "tasks-ended", text("Nhiệm vụ dừng, không đạt", "Tasks ended without result"),
      text(
        "Nhiệm vụ không trúng, rút, chấm dứt, không đạt.",
        "Tasks not selected, withdrawn, terminated or failed."),
      .tasksIn(.ended)),
    Indicator(
      "tasks-overdue", text("Nhiệm vụ trễ hạn", "Tasks overdue"),
      text(
        "Nhiệm vụ quá hạn ở trạng thái, báo cáo hoặc hợp đồng vào ngày đó.",
        "Tasks late in their state, reports or contract on that day."),
      .tasksOverdue),
    Indicator(
      "reports-overdue", text("Báo cáo tiến độ trễ", "Reports overdue"),
      text(
        "Báo cáo định kỳ đến hạn mà chưa nộp vào ngày đó.",
        "Progress reports due and not handed in on that day."),
      .reportsOverdue),
  ]

  private static let money: [Indicator] = [
    Indicator(
      "money-allotted", text("Kinh phí được giao", "Money allotted"),
      text("Kinh phí giao cho các nguồn.", "Money given to the sources."), unit: .dong,
      .money(plus: [.allotted], minus: [])),
    Indicator(
      "money-committed", text("Kinh phí cam kết", "Money committed"),
      text("Đã cam kết, trừ phần hủy cam kết.", "Promised, less what was released."),
      unit: .dong, .money(plus: [.committed], minus: [.released])),
    Indicator(
      "money-paid", text("Kinh phí giải ngân", "Money disbursed"),
      text(
        "Đã chi và tạm ứng, trừ phần hoàn và thu hồi.",
        "Paid and advanced, less what came back."),
      unit: .dong, .money(plus: [.disbursed, .advanced], minus: [.returned, .recovered])),
    Indicator(
      "money-settled", text("Kinh phí quyết toán", "Money settled"),
      text(
        "Đã chi và đã quyết toán tạm ứng, trừ phần thu hồi.",
        "Paid for work and settled advances, less what was recovered."),
      unit: .dong, .money(plus: [.disbursed, .settled], minus: [.recovered])),
    Indicator(
      "advances", text("Tạm ứng chưa quyết toán", "Advances outstanding"),
      text(
        "Tạm ứng còn lại vào ngày đó.", "Advances neither settled nor returned on that day."),
      unit: .dong, .money(plus: [.advanced], minus: [.settled, .returned])),
    Indicator(
      "money-recovered", text("Kinh phí thu hồi", "Money recovered"),
      text("Tiền đã chi được thu hồi.", "Spent money that came back."), unit: .dong,
      .money(plus: [.recovered], minus: [])),
    Indicator(
      "applications", text("Hồ sơ xin tài trợ", "Applications for funding"),
      text("Hồ sơ nộp theo các đợt kêu gọi.", "Applications handed in to calls."),
      .applications(approvedOnly: false)),
    Indicator(
      "applications-approved", text("Hồ sơ được tài trợ", "Applications approved"),
      text("Hồ sơ được duyệt, theo ngày duyệt.", "Applications by the day of approval."),
      .applications(approvedOnly: true)),
  ]

  private static let connections: [Indicator] = [
    Indicator(
      "introductions", text("Kết nối", "Introductions"),
      text(
        "Hồ sơ được giới thiệu với chương trình, nhà đầu tư, chuyên gia.",
        "Ventures introduced to programmes, investors or experts."),
      .connections(.introduced, nil)),
    Indicator(
      "investor-introductions", text("Kết nối nhà đầu tư", "Introductions to investors"),
      text("Hồ sơ được giới thiệu với nhà đầu tư.", "Ventures introduced to investors."),
      .connections(.introduced, .investor)),
    Indicator(
      "expert-introductions", text("Kết nối chuyên gia", "Introductions to experts"),
      text("Hồ sơ được giới thiệu với chuyên gia.", "Ventures introduced to experts."),
      .connections(.introduced, .expert)),
    Indicator(
      "meetings", text("Cuộc gặp", "Meetings"),
      text("Kết nối đã gặp nhau.", "Connections that met."), .connections(.met, nil)),
    Indicator(
      "deals", text("Kết nối thành công", "Deals"),
      text("Kết nối đi đến thỏa thuận.", "Connections that led to an agreement."),
      .connections(.agreed, nil)),
    Indicator(
      "deal-capital", text("Giá trị kết nối", "Worth of deals"),
      text("Số tiền của các thỏa thuận.", "Money of the agreements reached."), unit: .dong,
      .deals),
    Indicator(
      "investment", text("Vốn đầu tư gọi được", "Investment"),
      text("Vốn các vòng gọi vốn đã chốt.", "Money of investment rounds that were closed."),
      unit: .dong, .rounds),
  ]

  private static let supports: [Indicator] = [
    Indicator(
      "supports", text("Lượt hỗ trợ doanh nghiệp", "Supports"),
      text("Mọi loại hỗ trợ, theo ngày.", "Supports of every kind, by day."), .supports(nil)),
    Indicator(
      "supports-completion", text("Hoàn thiện công nghệ", "Technology completed"),
      text("Lượt hỗ trợ hoàn thiện công nghệ.", "Supports for completing a technology."),
      .supports(.completion)),
    Indicator(
      "supports-prototype", text("Sản xuất sản phẩm mẫu", "Prototypes supported"),
      text("Lượt hỗ trợ sản xuất sản phẩm mẫu.", "Supports for making a prototype."),
      .supports(.prototype)),
    Indicator(
      "supports-testing", text("Thử nghiệm sản phẩm", "Products tested"),
      text("Lượt hỗ trợ thử nghiệm sản phẩm.", "Supports for testing a product."),
      .supports(.testing)),
    Indicator(
      "supports-renewal", text("Đổi mới công nghệ", "Technology renewed"),
      text("Lượt hỗ trợ đổi mới công nghệ.", "Supports for renewing a technology."),
      .supports(.renewal)),
    Indicator(
      "prototypes", text("Sản phẩm mẫu", "Prototypes made"),
      text("Số sản phẩm mẫu làm ra.", "Prototypes that were made."), .prototypes),
    Indicator(
      "exchanges", text("Trao đổi giữa hai Sở", "Exchanges"),
      text(
        "Trao đổi thông tin, chia sẻ kinh nghiệm, dịch vụ KH&CN.",
        "Information, experience and S&T services exchanged."),
      .exchanges),
  ]
}
