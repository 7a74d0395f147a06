import Incubation

/// The headings by which people call columns, in Vietnamese and English: the names and aliases of
/// the fields, and what else was seen in lists.
enum HeadingVocabulary {
  /// What a heading means; nil when it is not known. Accents, case, punctuation and remarks in
  /// parentheses do not matter.
  static func column(of heading: String) -> ImportColumn? {
    if let column = ImportColumn(key: heading.lowercased()) { return column }
    if let column = byKey[key(of: heading)] { return column }
    let withoutRemark = heading.prefix { !"([（".contains($0) }
    return byKey[key(of: String(withoutRemark))]
  }

  /// A heading without accents, case and punctuation, its words parted by single spaces.
  static func key(of heading: String) -> String {
    let folded = TextFolding.fold(heading)
    let words = folded.split { !($0.isLetter || $0.isNumber) }
    return words.joined(separator: " ")
  }

  /// The columns that each heading is claimed for; a test sees to it that there is one.
  static let claims: [String: Set<ImportColumn>] = {
    var result: [String: Set<ImportColumn>] = [:]
    for column in ImportColumn.allCases {
      var headings = table[column] ?? []
      headings += Language.allCases.map { column.heading($0).string }
      if case .field(let field) = column { headings += field.aliases }
      for heading in headings { result[key(of: heading), default: []].insert(column) }
    }
    return result
  }()

  private static let byKey: [String: ImportColumn] = claims.compactMapValues(\.first)

  /// Headings besides the names and aliases of the fields.
  private static let table: [ImportColumn: [String]] = [
    .field(.code): [
      "Mã hồ sơ", "Code", "Mã số", "Mã dự án", "Mã", "Mã số hồ sơ", "Số hồ sơ", "Mã ý tưởng",
      "Project code", "Venture code",
    ],
    .field(.title): [
      "Tên dự án", "Title", "Tên ý tưởng", "Tên dự án/ý tưởng", "Tên ý tưởng/dự án", "Tên hồ sơ",
      "Tên đề tài", "Tên sản phẩm", "Tên startup", "Tên dự án khởi nghiệp", "Tên hồ sơ khởi nghiệp",
      "Tên nhiệm vụ", "Tên giải pháp", "Tên mô hình", "Dự án", "Ý tưởng", "Đề tài", "Sản phẩm",
      "Tên", "Tên gọi", "Name", "Project", "Project name", "Project title", "Startup",
      "Startup name", "Idea", "Idea name", "Venture", "Venture name", "Product",
    ],
    .field(.pipeline): ["Quy trình", "Pipeline", "Lộ trình", "Tên quy trình"],
    .field(.stage): [
      "Giai đoạn", "Stage", "Giai đoạn hiện tại", "Bước", "Giai đoạn phát triển", "Current stage",
    ],
    .status: ["Tình trạng", "Status", "Trạng thái", "State"],
    .enteredOn: [
      "Ngày vào giai đoạn", "In stage since", "Vào giai đoạn ngày", "Vào giai đoạn từ",
      "Entered stage on", "Stage entered",
    ],
    .field(.kind): [
      "Loại", "Kind", "Loại hình", "Loại hồ sơ", "Loại dự án", "Phân loại", "Type",
    ],
    .field(.field): [
      "Lĩnh vực", "Field", "Lĩnh vực hoạt động", "Ngành", "Ngành nghề", "Ngành hàng",
      "Lĩnh vực khởi nghiệp", "Lĩnh vực KH&CN", "Field of work", "Sector", "Industry",
    ],
    .field(.organisation): [
      "Đơn vị", "Organisation", "Tên đơn vị", "Đơn vị chủ trì", "Đơn vị chủ quản", "Doanh nghiệp",
      "Tên doanh nghiệp", "Công ty", "Tên công ty", "Cơ sở", "Tên cơ sở", "Tổ chức", "Tên tổ chức",
      "Cơ quan", "Hợp tác xã", "Tên HTX", "HTX", "Trường", "Cơ quan công tác", "Đơn vị công tác",
      "Tổ chức chủ trì", "Organization", "Company", "Company name", "Enterprise",
    ],
    .field(.taxCode): [
      "Mã số thuế", "Tax code", "MST", "Mã thuế", "Mã số doanh nghiệp", "MSDN", "Số ĐKKD",
      "Mã số thuế/Mã số doanh nghiệp", "Tax ID", "Tax number", "TIN",
    ],
    .field(.representative): [
      "Người đại diện", "Representative", "Đại diện", "Tên người đại diện",
      "Họ tên người đại diện", "Người đại diện theo pháp luật", "Chủ nhiệm", "Chủ nhiệm dự án",
      "Chủ nhiệm đề tài", "Họ tên", "Họ và tên", "Họ tên chủ nhiệm", "Họ tên tác giả", "Chủ dự án",
      "Chủ ý tưởng", "Tên chủ dự án", "Chủ cơ sở", "Chủ doanh nghiệp", "Trưởng nhóm", "Nhóm trưởng",
      "Người sáng lập", "Nhà sáng lập", "Tác giả", "Tác giả chính", "Giám đốc", "Người liên hệ",
      "Founder", "Full name", "Contact", "Contact person", "Team leader", "Author",
    ],
    .field(.birthYear): [
      "Năm sinh", "Year of birth", "Birth year", "Năm sinh người đại diện", "NS", "Born",
    ],
    .field(.phone): [
      "Điện thoại", "Phone", "Số điện thoại", "SĐT", "ĐT", "Số ĐT", "Điện thoại liên hệ",
      "Số điện thoại liên hệ", "Điện thoại di động", "Di động", "ĐTDĐ", "Telephone", "Tel",
      "Mobile", "Mobile phone", "Phone number",
    ],
    .field(.email): [
      "Email", "E-mail", "Thư điện tử", "Hộp thư", "Địa chỉ email", "Địa chỉ thư điện tử",
      "Email liên hệ", "Email address", "Mail",
    ],
    .field(.place): [
      "Địa phương", "Place", "Huyện", "Huyện/Thị xã", "Huyện, thị xã, thành phố", "Quận/Huyện",
      "Quận, huyện", "Thị xã", "Tỉnh", "Tỉnh/Thành phố", "Tỉnh/Thành", "Tỉnh thành", "Địa bàn",
      "Địa chỉ", "Địa chỉ liên hệ", "Nơi hoạt động", "Nơi thực hiện", "Địa điểm", "Xã/Phường",
      "District", "Province", "City", "Location", "Address",
    ],
    .field(.sourceKind): [
      "Nguồn phát hiện", "Source", "Nguồn", "Hình thức phát hiện", "Kênh phát hiện",
      "Phát hiện từ", "Phát hiện qua", "Discovery source", "Found through", "Source kind",
    ],
    .field(.sourceName): [
      "Tên nguồn", "Source name", "Tên nguồn phát hiện", "Sự kiện", "Tên sự kiện", "Cuộc thi",
      "Tên cuộc thi", "Người giới thiệu", "Event", "Contest", "Competition", "Referred by",
    ],
    .field(.foundOn): [
      "Ngày phát hiện", "Found on", "Ngày tiếp nhận", "Ngày ghi nhận", "Ngày nhận hồ sơ",
      "Ngày đăng ký", "Thời gian phát hiện", "Discovery date", "Date found", "Date",
    ],
    .field(.summary): [
      "Tóm tắt", "Summary", "Mô tả", "Mô tả tóm tắt", "Mô tả dự án", "Nội dung", "Nội dung tóm tắt",
      "Giới thiệu", "Tóm tắt dự án", "Tóm tắt nội dung", "Description", "Abstract",
    ],
    .field(.problem): [
      "Vấn đề", "Problem", "Vấn đề giải quyết", "Vấn đề cần giải quyết", "Problem solved",
    ],
    .field(.solution): ["Giải pháp", "Solution", "Giải pháp đề xuất", "Cách giải quyết"],
    .field(.technology): [
      "Công nghệ", "Technology", "Công nghệ áp dụng", "Công nghệ sử dụng", "Kết quả nghiên cứu",
      "Công nghệ, kết quả nghiên cứu", "Kết quả KH&CN",
    ],
    .field(.intellectualProperty): [
      "Sở hữu trí tuệ", "Intellectual property", "SHTT", "Tài sản trí tuệ", "Văn bằng bảo hộ",
      "Sáng chế", "Nhãn hiệu", "IP", "Patents",
    ],
    .field(.needManagement): [
      "Nhu cầu: kiến thức quản lý", "Need: management", "Kiến thức quản lý",
      "Nhu cầu về kiến thức quản lý", "Management need",
    ],
    .field(.needVision): [
      "Nhu cầu: tầm nhìn", "Need: vision", "Tầm nhìn", "Nhu cầu về tầm nhìn", "Vision need",
    ],
    .field(.needApproach): [
      "Nhu cầu: phương pháp tiếp cận", "Need: approach", "Phương pháp tiếp cận",
      "Nhu cầu về phương pháp tiếp cận", "Approach need",
    ],
    .field(.needsOn): [
      "Ngày đánh giá nhu cầu", "Needs assessed on", "Ngày đánh giá", "Assessment date",
    ],
    .field(.leadOwner): [
      "Cán bộ phụ trách", "Lead owner", "Phụ trách", "Người phụ trách", "Chuyên viên phụ trách",
      "Cán bộ theo dõi", "Người theo dõi", "Owner", "Person in charge", "Case officer",
    ],
    .field(.supportOwner): [
      "Cán bộ hỗ trợ", "Support owner", "Người hỗ trợ", "Chuyên viên hỗ trợ",
      "Cán bộ phụ trách phía hỗ trợ",
    ],
    .field(.nextStep): [
      "Việc tiếp theo", "Next step", "Bước tiếp theo", "Công việc tiếp theo", "Next action",
    ],
    .field(.nextStepDue): [
      "Hạn việc tiếp theo", "Next step due", "Hạn", "Thời hạn", "Hạn hoàn thành", "Hạn xử lý",
      "Due", "Due date", "Deadline",
    ],
    .field(.tags): ["Nhãn", "Tags", "Thẻ", "Từ khóa", "Từ khoá", "Labels", "Keywords"],
    .field(.attachments): [
      "Tệp đính kèm", "Attachments", "Đính kèm", "Tài liệu", "Tài liệu đính kèm", "Files",
    ],
    .field(.note): [
      "Ghi chú", "Note", "Nhận xét", "Ý kiến", "Chú thích", "Notes", "Remark", "Remarks", "Comment",
      "Comments",
    ],
  ]
}
