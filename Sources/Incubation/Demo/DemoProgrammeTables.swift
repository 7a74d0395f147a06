/// The tables of the demo's cooperation: only what a person would say, days as yymmdd.
enum DemoProgrammeTables {
  /// A task, and how far it came.
  struct TaskSeed {
    var key: String
    var title: SafeText
    var kind: SafeText = "Dự án SXTN"
    var host: SafeText
    var leader: SafeText
    var venture: SafeText?
    var department = "soctrang"
    var item = 1
    /// Whole cost in millions of đồng.
    var million: Int
    var source: SafeText? = "SNKH-ST"
    var partnerSource: SafeText = "DN-DU"
    var proposed: Int
    var months = 12
    var state: String
    var regime = "2013"
    var isDirect = false
    var isExtended = false
    var reports: [Int] = []
    var products: SafeText = .empty
  }

  /// A step of a route: the days since the one before, or since the end of the contract.
  struct Leg {
    var state: String
    var days: Int
    var afterEnd = false
    var reason: SafeText = .empty
  }

  private static let way2013: [Leg] = [
    Leg(state: "determined", days: 20), Leg(state: "open-selection", days: 15),
    Leg(state: "budget-appraisal", days: 40), Leg(state: "approved", days: 14),
    Leg(state: "contracted", days: 12), Leg(state: "implementing", days: 7),
    Leg(state: "base-acceptance", days: 10, afterEnd: true), Leg(state: "acceptance", days: 14),
    Leg(state: "accepted", days: 25), Leg(state: "registered", days: 15),
    Leg(state: "recognised", days: 10), Leg(state: "liquidated", days: 15),
  ]

  private static let way2025: [Leg] = [
    Leg(state: "funding-review", days: 10), Leg(state: "approved", days: 28),
    Leg(state: "contracted", days: 10), Leg(state: "implementing", days: 5),
    Leg(state: "evaluation", days: 5, afterEnd: true), Leg(state: "accepted", days: 20),
    Leg(state: "registered", days: 15), Leg(state: "liquidated", days: 15),
  ]

  /// The ways out: from which state, after how many days, why.
  private static let exits: [String: [Leg]] = [
    "not-selected": [Leg(state: "not-selected", days: 30, reason: "Điểm trung bình dưới 70")],
    "withdrawn": [
      Leg(state: "withdrawn", days: 20, reason: "Đơn vị chủ trì chuyển hướng sản xuất")
    ],
    "suspended": [Leg(state: "suspended", days: 60, reason: "Nhà xưởng ngập mặn")],
    "terminated": [
      Leg(state: "suspended", days: 60, reason: "Chủ nhiệm nhiệm vụ nghỉ việc"),
      Leg(state: "terminated", days: 60, reason: "Không tìm được người thay thế"),
    ],
    "failed": [Leg(state: "failed", days: 25, reason: "Sản phẩm không đạt chỉ tiêu độ ẩm")],
    "settled-failure": [
      Leg(state: "failed", days: 25, reason: "Mẫu thử không đạt chỉ tiêu vi sinh"),
      Leg(state: "settled-failure", days: 30, reason: "Thu hồi một nửa kinh phí tạm ứng"),
    ],
    "risk-accepted": [
      Leg(state: "risk-accepted", days: 25, reason: "Mặn xâm nhập bất thường, không do lỗi")
    ],
  ]

  /// The state of the way from which an exit is taken.
  private static func last(before exit: String, _ regime: String) -> String {
    switch exit {
    case "not-selected": regime == "2013" ? "open-selection" : "funding-review"
    case "withdrawn": regime == "2013" ? "determined" : "approved"
    case "suspended", "terminated": "implementing"
    default: regime == "2013" ? "acceptance" : "evaluation"
    }
  }

  /// The steps from the proposal to a state.
  static func route(to state: String, regime: String, _ isDirect: Bool) -> [Leg] {
    if state == "proposed" { return [] }
    var way = regime == "2013" ? way2013 : way2025
    if isDirect || state == "direct-assignment" || state == "commissioning" {
      for (other, one) in [
        ("open-selection", "direct-assignment"), ("funding-review", "commissioning"),
      ] {
        if let place = way.firstIndex(where: { $0.state == other }) { way[place].state = one }
      }
    }
    let goal = exits[state] == nil ? state : last(before: state, regime)
    guard let place = way.firstIndex(where: { $0.state == goal }) else { return [] }
    return Array(way[...place]) + (exits[state] ?? [])
  }

  static let tasks: [TaskSeed] = tasks2013 + tasks2025

  /// One in every state of Law 29/2013, more of those that supervisors ask about.
  private static let tasks2013: [TaskSeed] = [
    TaskSeed(
      key: "2018-01", title: "Mô hình sạ cụm tiết kiệm giống trên đất lúa Thạnh Trị",
      host: "Trung tâm Ứng dụng tiến bộ KH&CN Sóc Trăng", leader: "Lâm Văn Phước",
      venture: nil, million: 450, proposed: 180_611, state: "liquidated", isDirect: true,
      reports: [190_321], products: "Quy trình sạ cụm; 20 ha mô hình"),
    TaskSeed(
      key: "2019-01", title: "Hoàn thiện công nghệ ủ mầm gạo nước ấm quy mô 500 kg/mẻ",
      host: "Công ty TNHH Gạo mầm Bích Trâm", leader: "Ngô Thị Bích Trâm", venture: "ST-0001",
      million: 960, proposed: 190_401, months: 11, state: "recognised", reports: [200_110],
      products: "Dây chuyền ủ mầm 500 kg/mẻ; hồ sơ công bố sản phẩm"),
    TaskSeed(
      key: "2019-02", title: "Chế tạo máy sạ cụm 12 hàng gắn máy kéo nhỏ",
      host: "Doanh nghiệp tư nhân Cơ khí Minh Triết", leader: "Huỳnh Minh Triết",
      venture: "ST-0004", million: 780, proposed: 190_506, months: 10, state: "registered",
      reports: [200_218], products: "03 máy mẫu; bản vẽ; kết quả khảo nghiệm"),
    TaskSeed(
      key: "2019-03", title: "Thử nghiệm bánh pía giảm đường dùng đường ăn kiêng",
      host: "Công ty TNHH Bánh pía Phụng Hảo", leader: "Trịnh Phụng Hảo", venture: "ST-0003",
      million: 540, proposed: 190_603, months: 10, state: "accepted", reports: [200_316],
      products: "Công thức; kết quả bảo quản 45 ngày"),
    TaskSeed(
      key: "2019-04", title: "Ứng dụng vật liệu composite đóng ghe vỏ nhẹ",
      host: "Công ty TNHH Đóng ghe Hai Lợi", leader: "Nguyễn Văn Lợi", venture: "ST-0007",
      million: 1_250, proposed: 190_701, months: 10, state: "acceptance", reports: [200_413],
      products: "01 ghe mẫu 9 m; quy trình đắp vỏ"),
    TaskSeed(
      key: "2019-05", title: "Phần mềm nhật ký ao tôm kết nối cảm biến giá rẻ", kind: "Đề tài",
      host: "Công ty TNHH Sổ Ao", leader: "Phan Tấn Lực", venture: "ST-0002",
      department: "hcmc", million: 690, source: "DA844", partnerSource: "TU-CO",
      proposed: 190_805, months: 9, state: "base-acceptance", reports: [200_519],
      products: "Phần mềm; 12 ao thử"),
    TaskSeed(
      key: "2019-06", title: "Sản xuất chế phẩm vi sinh bản địa xử lý đáy ao tôm",
      host: "Công ty TNHH Vi sinh Cửa Trần", leader: "Trương Thanh Hà", venture: "ST-0015",
      million: 880, proposed: 190_902, state: "implementing", reports: [200_619],
      products: "Chủng giống; 2 tấn chế phẩm"),
    TaskSeed(
      key: "2019-07", title: "Thiết bị cho tôm ăn theo âm thanh", kind: "Đề tài",
      host: "Công ty TNHH Nghe Ao", leader: "Võ Hoàng Duy", venture: "ST-0018",
      department: "hcmc", million: 720, source: "DA844", partnerSource: "TU-CO",
      proposed: 190_916, months: 12, state: "implementing", isExtended: true,
      products: "10 thiết bị; báo cáo so sánh hệ số thức ăn"),
    TaskSeed(
      key: "2019-08", title: "Sấy lạnh tôm khô giữ màu tự nhiên",
      host: "Công ty TNHH Tôm khô Mỹ Dung", leader: "Lê Mỹ Dung", venture: "ST-0006",
      million: 640, proposed: 191_007, state: "implementing",
      products: "Quy trình sấy; 1 tấn sản phẩm thử"),
    TaskSeed(
      key: "2019-09", title: "Ủ chượp nước mắm bồn composite kiểm soát nhiệt",
      host: "Doanh nghiệp tư nhân Nước mắm Cửa Biển", leader: "Trần Hải", venture: "ST-0005",
      million: 830, proposed: 191_118, state: "suspended",
      products: "06 bồn ủ; quy trình"),
    TaskSeed(
      key: "2019-10", title: "Gạch không nung từ tro trấu và cát nhiễm mặn",
      host: "Công ty TNHH Gạch Đồng Bưng", leader: "Danh Thành", venture: "ST-0019",
      million: 910, proposed: 190_902, state: "terminated",
      products: "Dây chuyền ép thử"),
    TaskSeed(
      key: "2019-11", title: "Bảo quản sữa tươi thanh trùng 10 ngày", kind: "Đề tài",
      host: "Hợp tác xã Bò sữa Đồng Xanh", leader: "Thạch Đồng", venture: "ST-0008",
      million: 380, proposed: 190_408, months: 9, state: "failed", reports: [200_120],
      products: "Quy trình bảo quản"),
    TaskSeed(
      key: "2018-02", title: "Nuôi thử nghiệm artemia trên ruộng muối kém hiệu quả",
      host: "Trung tâm Giống thủy sản", leader: "Quách Minh", venture: nil, million: 420,
      proposed: 181_008, months: 9, state: "settled-failure", reports: [190_722],
      products: "Mô hình 2 ha"),
    TaskSeed(
      key: "2020-01", title: "Đông lạnh nhanh sinh khối artemia",
      host: "Hợp tác xã Artemia Biển Bạc",
      leader: "Sơn Minh Hải", venture: "ST-0031", million: 560, proposed: 200_525,
      state: "contracted", products: "Quy trình cấp đông; 500 kg sản phẩm"),
    TaskSeed(
      key: "2020-02", title: "Gạo hữu cơ hút chân không bảo quản 12 tháng",
      host: "Hợp tác xã Lúa hữu cơ Đất Phèn", leader: "Lâm Thị Hoa", venture: "ST-0026",
      million: 610, proposed: 200_525, state: "approved",
      products: "Quy trình; thử bảo quản 12 tháng"),
    TaskSeed(
      key: "2020-03", title: "Sấy khô cá kèo bằng bơm nhiệt",
      host: "Hộ kinh doanh Kim Loan", leader: "Kim Loan", venture: "ST-0009", item: 4,
      million: 320, proposed: 200_615, state: "budget-appraisal",
      products: "01 máy sấy 200 kg/mẻ"),
    TaskSeed(
      key: "2020-04", title: "Robot dạy học lắp ráp từ vật liệu địa phương", kind: "Đề tài",
      host: "Công ty TNHH Robot Cửa Lớp", leader: "Đặng Quốc Bảo", venture: "ST-0011", item: 3,
      million: 290, proposed: 200_720, state: "open-selection", products: "50 bộ robot"),
    TaskSeed(
      key: "2020-05", title: "Trạm đo mặn giá rẻ cảnh báo qua điện thoại", kind: "Đề tài",
      host: "Trung tâm Ứng dụng tiến bộ KH&CN Sóc Trăng", leader: "Lâm Văn Phước",
      venture: "ST-0035", million: 470, proposed: 200_713, state: "direct-assignment",
      products: "15 trạm; phần mềm"),
    TaskSeed(
      key: "2020-06", title: "Dây chuyền bánh pía bán tự động",
      host: "Cơ sở bánh pía Minh Phát", leader: "Trần Minh Phát", venture: "ST-0049",
      million: 750, proposed: 200_810, state: "determined", products: "01 dây chuyền"),
    TaskSeed(
      key: "2020-07", title: "Cấp đông rời tôm cỡ nhỏ", host: "Công ty TNHH Hưng Thịnh",
      leader: "Mã Hưng", venture: "ST-0043", million: 980, proposed: 200_907,
      state: "proposed", products: "01 băng chuyền cấp đông"),
    TaskSeed(
      key: "2020-08", title: "Máy đóng túi lưới hành tím", host: "Hợp tác xã Hành tím Vĩnh Châu",
      leader: "Thạch Sươl", venture: "ST-0044", million: 430, proposed: 200_506,
      state: "not-selected", products: "02 máy"),
    TaskSeed(
      key: "2020-09", title: "Buồng sấy lạp xưởng năng lượng mặt trời",
      host: "Cơ sở lạp xưởng Vũng Thơm", leader: "Ong Vĩnh", venture: "ST-0038", million: 350,
      proposed: 200_622, state: "withdrawn", products: "01 buồng sấy"),
    TaskSeed(
      key: "2020-10", title: "Chuỗi nấm rơm trong nhà lưới", kind: "Đề tài",
      host: "Tổ nấm rơm Tuân Tức", leader: "Sơn Thị Sa Vươne", venture: "ST-0021", item: 4,
      million: 260, proposed: 200_302, state: "determined", products: "05 nhà trồng"),
  ]

  /// The sequel: one in every state of Law 93/2025.
  private static let tasks2025: [TaskSeed] = [
    "proposed", "funding-review", "commissioning", "approved", "contracted", "implementing",
    "evaluation", "accepted", "registered", "liquidated", "suspended", "risk-accepted", "failed",
    "terminated", "not-selected", "withdrawn",
  ].enumerated().map { index, state in
    let plan = sequel[index]
    return TaskSeed(
      key: "2025-\(index + 1)", title: plan.title, kind: plan.kind,
      host: "Doanh nghiệp khởi nghiệp sáng tạo", leader: "Chủ hồ sơ", venture: plan.venture,
      item: 1, million: 300 + index * 20, source: nil, proposed: plan.proposed, months: 6,
      state: state, regime: "2025", products: "Sản phẩm mẫu và hồ sơ kỹ thuật")
  }

  private static let sequel: [(title: SafeText, kind: SafeText, venture: SafeText, proposed: Int)] =
    [
      ("Gạo mầm uống liền", "Tài trợ", "ST-0001", 260_907),
      ("Sổ ao tôm dùng trí tuệ nhân tạo", "Tài trợ", "ST-0002", 260_824),
      ("Máy sạ cụm tự hành", "Đặt hàng", "ST-0004", 260_825),
      ("Bánh pía xuất khẩu", "Tài trợ", "ST-0003", 260_803),
      ("Ghe composite chạy điện", "Tài trợ", "ST-0007", 260_727),
      ("Vi sinh cho ao tôm siêu thâm canh", "Tài trợ", "ST-0015", 260_601),
      ("Khô cá kèo ăn liền", "Hỗ trợ khởi nghiệp", "ST-0009", 260_119),
      ("Cho tôm ăn bằng hình ảnh", "Tài trợ", "ST-0018", 251_222),
      ("Gạch tro trấu nhẹ", "Đặt hàng", "ST-0030", 251_201),
      ("Tôm khô sấy chân không", "Đổi mới công nghệ", "ST-0006", 251_103),
      ("Artemia sấy thăng hoa", "Tài trợ", "ST-0031", 260_309),
      ("Lúa chịu mặn 6 phần nghìn", "Tài trợ", "ST-0042", 251_006),
      ("Nước mắm chay từ rong", "Hỗ trợ khởi nghiệp", "ST-0033", 251_013),
      ("Nấm rơm trái vụ", "Tài trợ", "ST-0021", 260_202),
      ("Tinh dầu vỏ bưởi", "Phiếu hỗ trợ tài chính", "ST-0032", 260_504),
      ("Màng bọc bã mía", "Tài trợ", "ST-0022", 260_511),
    ]
}
