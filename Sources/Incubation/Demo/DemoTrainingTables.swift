/// The courses of the two years, as a clerk would list them.
enum DemoTrainingTables {
  /// A course: days as yymmdd.
  struct Seed: Sendable {
    var title: SafeText
    var kind: Course.Kind
    var item: SafeText
    var goals: SafeText
    /// The first day; a day off becomes the next working day.
    var first: Int
    /// Days from one session to the next.
    var step: Int
    var isAfternoon: Bool
    var venue: Int
    var trainer: Int
    var places: Int
    /// How many people asked for a place.
    var asked: Int
    /// What it may cost, in millions of đồng.
    var million: Int
    var topics: [SafeText]
  }

  static let venues: [DemoTraining.Hall] = [
    .init(
      name: "Hội trường Sở KH&CN Sóc Trăng", address: "Đường Hùng Vương, TP Sóc Trăng",
      capacity: 120),
    .init(
      name: "Phòng họp A, Sở KH&CN Sóc Trăng", address: "Đường Hùng Vương, TP Sóc Trăng",
      capacity: 40),
    .init(name: "Trung tâm Ứng dụng tiến bộ KH&CN", address: "TP Sóc Trăng", capacity: 60),
    .init(name: "Trường Cao đẳng Cộng đồng Sóc Trăng", address: "TP Sóc Trăng", capacity: 200),
    .init(
      name: "Không gian khởi nghiệp, Sở KH&CN TP HCM", address: "Quận 3, TP Hồ Chí Minh",
      capacity: 50),
  ]

  static let trainers: [SafeText] = [
    "Hồ Thị Bích Vân", "Phan Quốc Thịnh", "Đoàn Minh Khôi", "Lương Thị Cẩm Tú",
    "Trương Gia Bảo", "Thạch Sà Rươne", "Võ Hoài Nam",
  ]

  static let offices: [SafeText] = [
    "Phòng Quản lý khoa học", "Phòng Quản lý chuyên ngành", "Thanh tra Sở", "Văn phòng Sở",
    "Trung tâm Ứng dụng", "Chi cục Tiêu chuẩn Đo lường",
  ]

  static let firms: [SafeText] = [
    "HTX Nông ngư Hòa Đê", "Công ty TNHH Phù Sa Xanh", "Tổ hợp tác Tân Phú",
    "Công ty TNHH Hưng Thịnh", "Trường THPT Kế Sách", "Hội Phụ nữ huyện Trần Đề",
    "Tỉnh đoàn Sóc Trăng", "Cơ sở bánh pía Minh Phát",
  ]

  static let comments: [SafeText] = [
    "Nên có thêm bài tập tình huống.", "Phòng học hơi nóng.", "Giảng viên nhiệt tình, dễ hiểu.",
    "Mong có tài liệu tiếng Khmer.", "Thời gian hơi ngắn.",
  ]

  static let courses: [Seed] = [
    Seed(
      title: "Quản lý nhà nước về đổi mới sáng tạo", kind: .staff,
      item: "Nội dung 1: đào tạo, bồi dưỡng",
      goals: "Nắm quy định và cách tổ chức hỗ trợ khởi nghiệp",
      first: 190_311, step: 7, isAfternoon: false, venue: 1, trainer: 0, places: 30,
      asked: 34, million: 45,
      topics: [
        "Tổng quan chính sách", "Hệ sinh thái khởi nghiệp", "Công cụ hỗ trợ",
        "Thực hành lập kế hoạch",
      ]),
    Seed(
      title: "Khởi sự kinh doanh cho thanh niên nông thôn", kind: .coaching,
      item: "Nội dung 3: huấn luyện khởi nghiệp",
      goals: "Viết được mô hình kinh doanh một trang",
      first: 190_415, step: 2, isAfternoon: false, venue: 3, trainer: 2, places: 60,
      asked: 64, million: 60,
      topics: [
        "Tìm ý tưởng", "Khách hàng và giá trị", "Mô hình kinh doanh", "Tài chính cơ bản",
        "Trình bày ý tưởng",
      ]),
    Seed(
      title: "Đăng ký nhãn hiệu và chỉ dẫn địa lý", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Tự chuẩn bị được hồ sơ đăng ký nhãn hiệu",
      first: 190_520, step: 1, isAfternoon: true, venue: 2, trainer: 3, places: 50,
      asked: 56, million: 38,
      topics: [
        "Quyền sở hữu trí tuệ", "Hồ sơ đăng ký nhãn hiệu",
      ]),
    Seed(
      title: "Tiêu chuẩn, mã số mã vạch, truy xuất nguồn gốc", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Áp dụng được truy xuất nguồn gốc",
      first: 190_624, step: 1, isAfternoon: false, venue: 2, trainer: 4, places: 50,
      asked: 41, million: 42,
      topics: [
        "Tiêu chuẩn sản phẩm", "Mã số mã vạch", "Truy xuất nguồn gốc",
      ]),
    Seed(
      title: "Kỹ năng thẩm định ý tưởng khởi nghiệp", kind: .staff,
      item: "Nội dung 1: đào tạo, bồi dưỡng",
      goals: "Chấm ý tưởng theo tiêu chí thống nhất",
      first: 190_716, step: 2, isAfternoon: true, venue: 1, trainer: 1, places: 25,
      asked: 25, million: 30,
      topics: [
        "Tiêu chí và thang điểm", "Chấm thử và thảo luận",
      ]),
    Seed(
      title: "Huấn luyện đội thi ý tưởng 2019", kind: .coaching,
      item: "Nội dung 3: huấn luyện khởi nghiệp",
      goals: "Hoàn thiện hồ sơ và bài thuyết trình dự thi",
      first: 190_812, step: 3, isAfternoon: false, venue: 0, trainer: 2, places: 40,
      asked: 58, million: 75,
      topics: [
        "Phân tích thị trường", "Sản phẩm mẫu", "Kế hoạch tài chính", "Thuyết trình", "Diễn tập",
      ]),
    Seed(
      title: "Quản trị tài sản trí tuệ trong doanh nghiệp", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Lập danh mục tài sản trí tuệ",
      first: 190_923, step: 7, isAfternoon: false, venue: 2, trainer: 3, places: 45,
      asked: 38, million: 36,
      topics: [
        "Kiểm kê tài sản trí tuệ", "Khai thác và bảo vệ",
      ]),
    Seed(
      title: "Ươm tạo và gọi vốn cho dự án", kind: .coaching,
      item: "Nội dung 3: huấn luyện khởi nghiệp",
      goals: "Chuẩn bị hồ sơ gọi vốn",
      first: 191_021, step: 7, isAfternoon: true, venue: 4, trainer: 5, places: 30,
      asked: 37, million: 85,
      topics: [
        "Định giá dự án", "Hồ sơ gọi vốn", "Gặp nhà đầu tư", "Đàm phán",
      ]),
    Seed(
      title: "Ứng dụng công nghệ sau thu hoạch", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Chọn được công nghệ sấy, bảo quản phù hợp",
      first: 191_118, step: 1, isAfternoon: false, venue: 0, trainer: 6, places: 80,
      asked: 71, million: 52,
      topics: [
        "Sấy và bảo quản", "Đóng gói và tiêu chuẩn",
      ]),
    Seed(
      title: "Tổng kết, rút kinh nghiệm năm 2019", kind: .staff,
      item: "Nội dung 1: đào tạo, bồi dưỡng",
      goals: "Thống nhất kế hoạch năm 2020",
      first: 191_216, step: 1, isAfternoon: true, venue: 1, trainer: 0, places: 40,
      asked: 33, million: 15,
      topics: [
        "Kết quả và kế hoạch"
      ]),
    Seed(
      title: "Quản lý nhiệm vụ khoa học và công nghệ", kind: .staff,
      item: "Nội dung 1: đào tạo, bồi dưỡng",
      goals: "Lập và theo dõi được hồ sơ nhiệm vụ",
      first: 200_217, step: 7, isAfternoon: false, venue: 1, trainer: 0, places: 30,
      asked: 36, million: 45,
      topics: [
        "Xác định nhiệm vụ", "Tuyển chọn", "Theo dõi, nghiệm thu",
      ]),
    Seed(
      title: "Thương mại điện tử cho hợp tác xã", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Mở được gian hàng trên sàn",
      first: 200_518, step: 2, isAfternoon: false, venue: 2, trainer: 4, places: 50,
      asked: 52, million: 48,
      topics: [
        "Ảnh và mô tả sản phẩm", "Mở gian hàng", "Giao nhận, thanh toán",
      ]),
    Seed(
      title: "Khởi sự kinh doanh cho sinh viên", kind: .coaching,
      item: "Nội dung 3: huấn luyện khởi nghiệp",
      goals: "Viết được mô hình kinh doanh một trang",
      first: 200_608, step: 2, isAfternoon: true, venue: 3, trainer: 2, places: 70,
      asked: 66, million: 58,
      topics: [
        "Tìm ý tưởng", "Khách hàng và giá trị", "Mô hình kinh doanh", "Trình bày ý tưởng",
      ]),
    Seed(
      title: "Nông nghiệp thích ứng xâm nhập mặn", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Chọn được mô hình canh tác theo độ mặn",
      first: 200_713, step: 1, isAfternoon: false, venue: 0, trainer: 5, places: 100,
      asked: 88, million: 66,
      topics: [
        "Đo và dự báo độ mặn", "Mô hình tôm lúa", "Tham quan thực tế",
      ]),
    Seed(
      title: "Huấn luyện đội thi ý tưởng 2020", kind: .coaching,
      item: "Nội dung 3: huấn luyện khởi nghiệp",
      goals: "Hoàn thiện hồ sơ và bài thuyết trình dự thi",
      first: 200_818, step: 7, isAfternoon: false, venue: 0, trainer: 2, places: 40,
      asked: 61, million: 78,
      topics: [
        "Phân tích thị trường", "Sản phẩm mẫu", "Kế hoạch tài chính", "Thuyết trình", "Diễn tập",
      ]),
    Seed(
      title: "Kỹ năng thẩm định công nghệ", kind: .staff, item: "Nội dung 1: đào tạo, bồi dưỡng",
      goals: "Đọc và đánh giá được hồ sơ công nghệ",
      first: 200_909, step: 7, isAfternoon: true, venue: 1, trainer: 1, places: 25,
      asked: 31, million: 34,
      topics: [
        "Hồ sơ công nghệ", "Đánh giá rủi ro", "Thực hành",
      ]),
    Seed(
      title: "Sở hữu trí tuệ cho khởi nghiệp", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Biết quyền nào cần đăng ký trước",
      first: 200_924, step: 1, isAfternoon: false, venue: 2, trainer: 3, places: 50,
      asked: 59, million: 40,
      topics: [
        "Sáng chế, giải pháp hữu ích", "Nhãn hiệu, kiểu dáng",
      ]),
    Seed(
      title: "Gọi vốn cộng đồng và hồ sơ đầu tư", kind: .coaching,
      item: "Nội dung 3: huấn luyện khởi nghiệp",
      goals: "Chuẩn bị hồ sơ gọi vốn",
      first: 201_012, step: 7, isAfternoon: true, venue: 4, trainer: 5, places: 30,
      asked: 44, million: 88,
      topics: [
        "Định giá dự án", "Hồ sơ gọi vốn", "Gặp nhà đầu tư",
      ]),
    Seed(
      title: "Chuyển đổi số trong cơ quan nhà nước", kind: .staff,
      item: "Nội dung 1: đào tạo, bồi dưỡng",
      goals: "Lập được kế hoạch chuyển đổi số của phòng",
      first: 201_116, step: 2, isAfternoon: false, venue: 1, trainer: 6, places: 40,
      asked: 28, million: 50,
      topics: [
        "Quy trình số", "An toàn thông tin",
      ]),
    Seed(
      title: "Xây dựng thương hiệu đặc sản Sóc Trăng", kind: .enterprise,
      item: "Nội dung 2: hỗ trợ doanh nghiệp",
      goals: "Có bộ nhận diện cho một sản phẩm",
      first: 201_207, step: 1, isAfternoon: true, venue: 2, trainer: 4, places: 60,
      asked: 47, million: 55,
      topics: [
        "Nhận diện thương hiệu", "Bao bì", "Kênh bán hàng",
      ]),
  ]
}
