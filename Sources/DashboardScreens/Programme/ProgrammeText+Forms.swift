import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words of forms and commands.
extension ProgrammeText {
  var mayNotWrite: String {
    say(
      "Vai trò của bạn chỉ xem phần này; chuyên viên hoặc thư ký ghi được.",
      "Your role only looks here; a clerk or a secretary can write.")
  }
  var draftDoesNotFit: String {
    say(
      "Bản nháp không còn khớp với trang này; nó vẫn được giữ.",
      "The draft does not fit this page any more; it is still kept.")
  }
  var warned: String {
    say(
      "Vượt mức hỗ trợ: đọc lại rồi lưu lần nữa nếu vẫn đúng.",
      "Over the cap: read it, and save again if it is right.")
  }
  var saveAnyway: String {
    say("Enter lần nữa: vẫn lưu; sửa số thì kiểm tra lại.", "Enter again keeps it all the same.")
  }
  func saved(_ title: String) -> String { say("Đã lưu «\(title)».", "Saved “\(title)”.") }
  var formHint: String {
    say("Enter lưu · Tab ô sau · Esc thôi", "Enter saves · Tab next field · Esc leaves")
  }
  var noFilter: String { say("Không có điều kiện lọc nào.", "There is no filter.") }

  // MARK: Fields

  /// The name of a field in a form, and what is expected there.
  func fieldLabel(_ name: String, _ edit: ProgrammeEdit) -> FieldLabel {
    if let own = edit.names[name] { return FieldLabel(own(language).string, hint: hint(name)) }
    return FieldLabel(label(name), hint: hint(name))
  }

  /// The names of fields, in both languages.
  private static let labels: [String: (String, String)] = [
    "title": ("Tên", "Name"), "name": ("Tên", "Name"), "day": ("Ngày", "Day"),
    "reason": ("Lý do", "Reason"), "document": ("Số văn bản", "Paper no."),
    "until": ("Gia hạn đến", "Extended to"), "number": ("Số báo cáo", "Report no."),
    "summary": ("Tóm tắt", "Summary"), "amount": ("Số tiền", "Amount"),
    "source": ("Nguồn", "Source"), "sourceKind": ("Loại nguồn", "Kind"),
    "code": ("Tên ngắn", "Short name"), "task": ("Số nhiệm vụ", "Task no."),
    "venture": ("Số hồ sơ", "Venture no."), "department": ("Sở", "Department"),
    "item": ("Nội dung hợp tác", "Content item"), "tranches": ("Các đợt", "Parts"),
    "tranche": ("Đợt", "Part"), "from": ("Từ ngày", "From"), "to": ("Đến ngày", "To"),
    "decision": ("Quyết định", "Decision"), "review": ("Loại", "Kind"),
    "indicator": ("Chỉ số", "Figure"), "year": ("Năm", "Year"), "aim": ("Chỉ tiêu", "Aim"),
    "contractNumber": ("Số biên bản", "Number"), "place": ("Địa điểm", "Place"),
    "partner": ("Đối tác", "Partner"), "note": ("Ghi chú", "Note"), "kind": ("Loại", "Kind"),
    "host": ("Đơn vị chủ trì", "Host"), "leader": ("Chủ nhiệm", "Leader"),
    "budget": ("Tổng kinh phí", "Budget"), "products": ("Sản phẩm", "Products"),
    "contract": ("Số hợp đồng", "Contract no."), "use": ("Ứng dụng kết quả", "Use of results"),
    "regime": ("Luật áp dụng", "Law"), "phase": ("Trạng thái", "State"),
    "overdue": ("Trễ hạn", "Late"), "text": ("Tìm chữ", "Words"),
    "exchange": ("Loại", "Kind"), "people": ("Người tham gia", "People"),
    "result": ("Kết quả", "Result"), "investors": ("Nhà đầu tư", "Investors"),
    "support": ("Loại hỗ trợ", "Kind"), "cost": ("Chi phí", "Cost"),
    "supported": ("Được hỗ trợ", "Supported"), "cap": ("Mức hỗ trợ theo", "Cap"),
    "measure": ("Chỉ tiêu đo", "Measured"), "before": ("Trước", "Before"),
    "after": ("Sau", "After"), "laboratory": ("Nơi thử nghiệm", "Laboratory"),
    "standard": ("Tiêu chuẩn", "Standard"), "prototypes": ("Số sản phẩm mẫu", "Prototypes"),
    "partnerKind": ("Loại", "Kind"), "organisation": ("Đơn vị", "Organisation"),
    "fields": ("Lĩnh vực", "Fields"), "needs": ("Giúp về", "Helps with"),
    "languages": ("Ngôn ngữ", "Languages"), "capacity": ("Nhận nhiều nhất", "Takes at most"),
    "available": ("Đang nhận hồ sơ", "Takes ventures"),
  ]

  func label(_ name: String) -> String {
    Self.labels[name].map { say($0.0, $0.1) } ?? name
  }

  private func hint(_ name: String) -> String {
    switch name {
    case "venture": say("như ST-0012", "like ST-0012")
    case "task": say("như NV-0003", "like NV-0003")
    case "amount", "budget", "cost", "supported":
      say("như 250 triệu hoặc 1,5 tỷ", "like 250 triệu or 1,5 tỷ")
    case "tranches":
      say("như 500 triệu 30/06/2020; 300 triệu 31/12/2020", "500 triệu 30/06/2020; …")
    case "fields", "languages", "investors": say("cách nhau bằng dấu phẩy", "with commas")
    case "document": say("số và ký hiệu, như 15/QĐ-SKHCN", "like 15/QĐ-SKHCN")
    case "measure": say("như Độ ẩm (%)", "like humidity (%)")
    case "capacity": say("số hồ sơ cùng lúc; trống: không giới hạn", "empty for no limit")
    default: ""
    }
  }

  // MARK: Wallboard

  func wallTitle(_ overview: ProgrammeOverview, _ today: LocalDate) -> String {
    let number = overview.agreement?.agreement.content.number.string ?? ""
    let name = number.isEmpty ? title : say("Hợp tác \(number)", "Agreement \(number)")
    return name + " · " + today.formatted + " · "
      + say("tự cập nhật · Esc trở về", "updates by itself · Esc returns")
  }
  var aimsReached: String { say("Chỉ tiêu đạt", "Aims reached") }
  var noneBehind: String { say("không chỉ tiêu nào chậm", "none behind") }
  func someBehind(_ count: Int) -> String { say("! \(count) chậm", "! \(count) behind") }
  var thingsLate: String { say("Việc trễ", "Things late") }
  var nothingLateShort: String { say("không có gì trễ", "nothing is late") }

  // MARK: Commands

  /// A name as short as a menu needs.
  func shortTitle(of place: ProgrammePlace) -> String {
    switch place {
    case .partners: say("Đối tác", "Partners")
    case .calls: say("Đợt kêu gọi", "Calls")
    case .exchanges: say("Trao đổi", "Exchanges")
    case .supports: say("Hỗ trợ DN", "Supports")
    default: title(of: place)
    }
  }

  func help(of place: ProgrammePlace) -> String {
    switch place {
    case .tasks:
      say("Mở danh sách nhiệm vụ KH&CN, việc trễ ở trên.", "Opens the tasks, late ones first.")
    case .money:
      say(
        "Mở nguồn kinh phí, cam kết và sổ thu chi.",
        "Opens the sources of money, the commitments and the ledger.")
    case .agreements:
      say("Mở các biên bản hợp tác với chỉ tiêu.", "Opens the agreements with their aims.")
    case .calls:
      say("Mở các đợt kêu gọi và hồ sơ đã nộp.", "Opens the calls with their applications.")
    case .connections:
      say(
        "Mở các kết nối của hồ sơ với đối tác, nhà đầu tư.",
        "Opens who was brought together with whom, and the investment rounds.")
    case .partners:
      say(
        "Mở danh sách chương trình, nhà đầu tư, chuyên gia.",
        "Opens the programmes, investors and experts, with their load.")
    case .exchanges:
      say("Mở những gì hai Sở đã trao đổi.", "Opens what the departments exchanged.")
    case .supports:
      say(
        "Mở các lượt hỗ trợ doanh nghiệp, trước và sau.",
        "Opens the supports of enterprises, before and after.")
    case .figures:
      say("Mở tất cả chỉ số với định nghĩa.", "Opens every figure with its definition.")
    default:
      say(
        "Hiện số lớn cho màn hình treo tường, tự cập nhật.",
        "Shows large figures for a screen on the wall.")
    }
  }

  var open: CommandWords {
    words(
      ("Mở", "Open"),
      ("Mở các bản ghi đứng sau dòng đang chọn.", "Opens what stands behind the line in focus."))
  }
  var section: CommandWords {
    words(("Phần sau", "Next part"), ("Tới phần kế tiếp của trang.", "Goes to the next part."))
  }
  var filter: CommandWords {
    words(
      ("Lọc", "Filter"),
      (
        "Chỉ hiện nhiệm vụ theo chữ, trạng thái, luật, năm.",
        "Shows only tasks by words, state, law or year."
      ))
  }
  var lateOnly: CommandWords {
    words(
      ("Chỉ việc trễ", "Late only"),
      ("Chỉ hiện nhiệm vụ trễ hạn, hoặc hiện lại tất cả.", "Shows late tasks only, or all again."))
  }
  var clear: CommandWords {
    words(("Bỏ lọc", "Clear filter"), ("Bỏ mọi điều kiện lọc.", "Takes every condition away."))
  }
  var group: CommandWords {
    words(
      ("Gom theo", "Gather by"),
      (
        "Gom sổ theo năm, nguồn, nhiệm vụ, hồ sơ, Sở, nội dung.",
        "Gathers the ledger by year, source, task, venture, department, item."
      ))
  }
  var edit: CommandWords {
    words(("Sửa", "Edit"), ("Sửa thông tin của nhiệm vụ này.", "Changes what the task says."))
  }
  var newTask: CommandWords {
    words(("Thêm nhiệm vụ", "New task"), ("Đề xuất một nhiệm vụ mới.", "Proposes a new task."))
  }
  var newCommitment: CommandWords {
    words(
      ("Thêm cam kết", "New commitment"),
      ("Cam kết tiền của một nguồn.", "Promises money of a source."))
  }
  var allot: CommandWords {
    words(
      ("Giao kinh phí", "Allot"), ("Ghi tiền mà nguồn được giao.", "Records money a source gets."))
  }
  var newSource: CommandWords {
    words(("Thêm nguồn", "New source"), ("Thêm một nguồn kinh phí.", "Adds a source of money."))
  }
  var newCall: CommandWords {
    words(("Thêm đợt", "New call"), ("Thêm một đợt kêu gọi tài trợ.", "Adds a call for funding."))
  }
  var newConnection: CommandWords {
    words(
      ("Giới thiệu", "Introduce"),
      ("Giới thiệu một hồ sơ với một đối tác.", "Introduces a venture to a partner."))
  }
  var newPartner: CommandWords {
    words(
      ("Thêm đối tác", "New partner"),
      ("Thêm chương trình, nhà đầu tư, chuyên gia.", "Adds a programme, investor or expert."))
  }
  var newExchange: CommandWords {
    words(
      ("Thêm trao đổi", "New exchange"),
      ("Ghi một trao đổi giữa hai Sở.", "Records an exchange between the departments."))
  }
  var newSupport: CommandWords {
    words(
      ("Thêm hỗ trợ", "New support"),
      ("Ghi một lượt hỗ trợ doanh nghiệp.", "Records the support of an enterprise."))
  }
  var save: CommandWords {
    words(("Lưu", "Save"), ("Lưu những gì đã điền.", "Saves what was filled in."))
  }
  var apply: CommandWords {
    words(("Lọc", "Filter"), ("Lọc theo những gì đã điền.", "Filters by what was filled in."))
  }
  var cancel: CommandWords {
    words(("Thôi", "Leave"), ("Đóng mà không lưu.", "Closes without saving."))
  }
  var openField: CommandWords {
    words(
      ("Mở ô", "Open field"),
      ("Mở lịch hoặc danh sách của ô đang chọn.", "Opens the month or the list of this field."))
  }
}
