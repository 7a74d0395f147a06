extension LargeSeasonWords {
  /// Family names of the three peoples of the province, the frequent ones several times.
  private static let families = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh",
    "Võ", "Đặng", "Ngô", "Phan", "Đỗ", "Thạch", "Thạch", "Sơn", "Sơn", "Kim", "Danh", "Lâm", "Lý",
    "Trịnh", "Quách", "Trương", "Hứa",
  ]

  private static let womenMiddles = ["Thị", "Thị Ngọc", "Thị Mỹ", "Thị Kim", "Ngọc", "Mỹ"]
  private static let menMiddles = ["Văn", "Minh", "Hoàng", "Quốc", "Thanh", "Hữu", "Chí"]
  private static let womenGiven = [
    "Hạnh", "Lan", "Nhung", "Diễm", "Tuyền", "Trang", "Phượng", "Loan", "Yến", "Ngân", "Thảo",
    "Liễu", "Duyên", "Hương",
  ]
  private static let menGiven = [
    "Hiếu", "Khang", "Tùng", "Phước", "Lộc", "Dũng", "Nghĩa", "Tâm", "Thiện", "Khánh", "Vinh",
    "Sang", "Lực", "Quý",
  ]

  /// A full name, family name first.
  static func fullName(_ dice: inout Dice) -> SafeText {
    let family = dice.pick(families)
    let isWoman = dice.below(2) == 0
    let middle = dice.pick(isWoman ? womenMiddles : menMiddles)
    let given = dice.pick(isWoman ? womenGiven : menGiven)
    return SafeText(escaping: family + " " + middle + " " + given)
  }

  /// A mobile number that has the form of one.
  static func mobile(_ dice: inout Dice) -> String {
    let rest = String(dice.below(10_000_000))
    let prefix = dice.pick(["091", "038", "093", "070", "094", "083", "097", "035", "056"])
    return prefix + String(repeating: "0", count: 7 - rest.count) + rest
  }

  /// A tax code with the prefix of Sóc Trăng and a right check digit. One in eleven numbers has no
  /// check digit and is passed over.
  static func taxCode(_ dice: inout Dice) -> String {
    let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
    var body = 220_000_000 + dice.between(100_000, 999_999)
    while true {
      let digits = String(body)
      let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
      let check = 10 - sum % 11
      if check < 10 { return digits + String(check) }
      body += 1
    }
  }

  /// What kinds of organisation there are.
  static let forms = [
    "Công ty TNHH", "Hợp tác xã", "Tổ hợp tác", "Hộ kinh doanh", "Doanh nghiệp tư nhân", "Cơ sở",
  ]
  static let firstSyllables = [
    "Phù", "Sông", "Đồng", "Hương", "Tân", "Phú", "Minh", "Thuận", "Hưng", "Kim", "Ngọc", "Biển",
  ]
  static let secondSyllables = [
    "Sa", "Xanh", "Lợi", "Phát", "Thịnh", "Quê", "Hậu", "Vàng", "Thành", "Tâm", "Nguyên", "An",
  ]

  /// What comes next.
  static let nextSteps: [SafeText] = [
    "Gọi lại chủ hồ sơ", "Thẩm định tại chỗ", "Gặp chuyên gia", "Gửi mẫu kiểm nghiệm",
    "Họp nhóm tư vấn", "Hoàn chỉnh hồ sơ", "Chạy thử mẫu", "Đăng ký nhãn hiệu",
    "Tập huấn tính giá thành", "Gặp nhà đầu tư",
  ]

  /// Remarks.
  static let remarks: [SafeText] = [
    "Đã gọi, chủ hồ sơ hẹn gửi thêm tài liệu.",
    "Đi thực tế cùng cán bộ xã, có ảnh kèm theo.",
    "Mẫu đầu tiên dùng được, còn phải sửa bao bì.",
    "Chủ hồ sơ cần người hướng dẫn về sổ sách.",
    "Chuyên gia góp ý xong, chờ nhóm chỉnh sửa.",
  ]

  static let reasonsBack: [SafeText] = [
    "Mẫu thử không ổn định, làm lại khâu trước",
    "Chuyên gia đề nghị đổi cách làm",
    "Thiếu số liệu để đánh giá",
  ]

  static let reasonsAside: [SafeText] = [
    "Chờ vốn đối ứng", "Chờ vụ sau", "Trưởng nhóm bận việc gia đình", "Chờ mặt bằng",
  ]

  static let reasonsDropped: [SafeText] = [
    "Không có điểm mới", "Nhóm giải tán", "Thử không đạt, nhóm đồng ý dừng",
    "Chủ hồ sơ đi làm nơi khác", "Trùng với dự án đã có",
  ]
}
