extension Venture.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .idea: Bilingual(vietnamese: "Ý tưởng", english: "Idea")
    case .startup: Bilingual(vietnamese: "Khởi nghiệp", english: "Startup")
    case .enterprise: Bilingual(vietnamese: "Doanh nghiệp", english: "Enterprise")
    }
  }

  /// Other words for it.
  public var aliases: [String] {
    switch self {
    case .idea: ["ý tưởng khởi nghiệp"]
    case .startup: ["dự án", "dự án khởi nghiệp", "doanh nghiệp khởi nghiệp", "project"]
    case .enterprise: ["doanh nghiệp ứng dụng KH&CN", "DN", "company"]
    }
  }
}

extension Venture.Status: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .active: Bilingual(vietnamese: "Đang theo dõi", english: "Active")
    case .setAside: Bilingual(vietnamese: "Tạm dừng", english: "Set aside")
    case .dropped: Bilingual(vietnamese: "Đã loại", english: "Dropped")
    }
  }
}

extension DiscoverySource: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .event: Bilingual(vietnamese: "Sự kiện", english: "Event")
    case .contest: Bilingual(vietnamese: "Cuộc thi", english: "Contest")
    case .referral: Bilingual(vietnamese: "Giới thiệu", english: "Referral")
    case .search: Bilingual(vietnamese: "Tự tìm kiếm", english: "Own search")
    }
  }

  /// Other words for it.
  public var aliases: [String] {
    switch self {
    case .event: ["ngày hội", "Techfest"]
    case .contest: ["thi", "competition"]
    case .referral: ["được giới thiệu"]
    case .search: ["tìm kiếm", "khảo sát"]
    }
  }
}

extension NeedAxis: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .management: Bilingual(vietnamese: "Kiến thức quản lý", english: "Management")
    case .vision: Bilingual(vietnamese: "Tầm nhìn", english: "Vision")
    case .approach: Bilingual(vietnamese: "Phương pháp tiếp cận", english: "Approach")
    }
  }
}

extension StageMove.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .entered: Bilingual(vietnamese: "Tiếp nhận", english: "Entered")
    case .forward: Bilingual(vietnamese: "Tiến lên", english: "Forward")
    case .back: Bilingual(vietnamese: "Trở lại", english: "Back")
    case .setAside: Bilingual(vietnamese: "Tạm dừng", english: "Set aside")
    case .dropped: Bilingual(vietnamese: "Loại", english: "Dropped")
    case .resumed: Bilingual(vietnamese: "Tiếp tục", english: "Resumed")
    case .cancelled: Bilingual(vietnamese: "Hủy bước", english: "Cancelled")
    }
  }
}

extension VentureField: Labelled {
  /// The name in both languages, as forms and the heads of columns show it.
  public var labels: Bilingual {
    switch self {
    case .code: Bilingual(vietnamese: "Mã hồ sơ", english: "Code")
    case .title: Bilingual(vietnamese: "Tên hồ sơ", english: "Title")
    case .pipeline: Bilingual(vietnamese: "Quy trình", english: "Pipeline")
    case .stage: Bilingual(vietnamese: "Giai đoạn", english: "Stage")
    case .kind: Bilingual(vietnamese: "Loại hồ sơ", english: "Kind")
    case .field: Bilingual(vietnamese: "Lĩnh vực", english: "Field of work")
    case .organisation: Bilingual(vietnamese: "Đơn vị", english: "Organisation")
    case .taxCode: Bilingual(vietnamese: "Mã số thuế", english: "Tax code")
    case .representative: Bilingual(vietnamese: "Người đại diện", english: "Representative")
    case .birthYear: Bilingual(vietnamese: "Năm sinh", english: "Year of birth")
    case .phone: Bilingual(vietnamese: "Điện thoại", english: "Telephone")
    case .email: Bilingual(vietnamese: "E-mail", english: "E-mail")
    case .place: Bilingual(vietnamese: "Địa bàn", english: "Place")
    case .sourceKind: Bilingual(vietnamese: "Nguồn phát hiện", english: "Source")
    case .sourceName: Bilingual(vietnamese: "Tên nguồn", english: "Name of the source")
    case .foundOn: Bilingual(vietnamese: "Ngày phát hiện", english: "Day found")
    case .summary: Bilingual(vietnamese: "Tóm tắt", english: "Summary")
    case .problem: Bilingual(vietnamese: "Vấn đề", english: "Problem")
    case .solution: Bilingual(vietnamese: "Giải pháp", english: "Solution")
    case .technology: Bilingual(vietnamese: "Công nghệ", english: "Technology")
    case .intellectualProperty:
      Bilingual(vietnamese: "Sở hữu trí tuệ", english: "Intellectual property")
    case .needManagement:
      Bilingual(vietnamese: "Nhu cầu: kiến thức quản lý", english: "Need: management")
    case .needVision: Bilingual(vietnamese: "Nhu cầu: tầm nhìn", english: "Need: vision")
    case .needApproach:
      Bilingual(vietnamese: "Nhu cầu: phương pháp tiếp cận", english: "Need: approach")
    case .needsOn: Bilingual(vietnamese: "Ngày đánh giá nhu cầu", english: "Needs assessed on")
    case .leadOwner:
      Bilingual(vietnamese: "Phụ trách (bên chủ trì)", english: "Owner (leading side)")
    case .supportOwner:
      Bilingual(vietnamese: "Phụ trách (bên hỗ trợ)", english: "Owner (supporting side)")
    case .nextStep: Bilingual(vietnamese: "Bước tiếp theo", english: "Next step")
    case .nextStepDue: Bilingual(vietnamese: "Hạn bước tiếp theo", english: "Next step due")
    case .tags: Bilingual(vietnamese: "Nhãn", english: "Tags")
    case .attachments: Bilingual(vietnamese: "Tệp kèm theo", english: "Attachments")
    case .note: Bilingual(vietnamese: "Ghi chú", english: "Note")
    }
  }

  /// Other heads of columns that lists in use have.
  public var aliases: [String] {
    switch self {
    case .code: ["mã", "mã số", "mã HS"]
    case .title:
      ["tên", "tên dự án", "tên ý tưởng", "tên sản phẩm", "tên đề tài", "dự án", "ý tưởng", "name"]
    case .kind: ["loại", "loại hình", "type"]
    case .field: ["ngành", "ngành nghề", "field"]
    case .organisation: ["tổ chức", "doanh nghiệp", "tên doanh nghiệp", "công ty", "company"]
    case .taxCode: ["MST", "mã số doanh nghiệp"]
    case .representative:
      ["họ tên", "họ và tên", "chủ dự án", "tác giả", "chủ nhiệm", "người liên hệ", "founder"]
    case .birthYear: ["sinh năm", "born"]
    case .phone: ["số điện thoại", "SĐT", "ĐT", "điện thoại liên hệ", "di động", "phone", "mobile"]
    case .email: ["thư điện tử", "địa chỉ e-mail", "mail"]
    case .place: ["địa chỉ", "địa phương", "huyện", "nơi ở", "address"]
    case .sourceKind: ["nguồn"]
    case .sourceName: ["sự kiện, cuộc thi"]
    case .foundOn: ["ngày tiếp nhận", "ngày ghi nhận"]
    case .summary: ["mô tả", "nội dung", "giới thiệu", "description"]
    case .problem: ["vấn đề giải quyết"]
    case .intellectualProperty: ["SHTT"]
    case .leadOwner: ["phụ trách", "người phụ trách", "chuyên viên phụ trách", "owner"]
    case .supportOwner: ["người hỗ trợ"]
    case .nextStepDue: ["hạn", "due"]
    case .tags: ["từ khóa", "thẻ", "keywords"]
    case .note: ["remark", "notes"]
    default: []
    }
  }
}
