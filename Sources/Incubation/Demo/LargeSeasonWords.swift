/// The words from which the ventures of a large season are made.
enum LargeSeasonWords {
  /// A product with its field, the problem behind it, and a label.
  struct Product: Sendable {
    var name: String
    var field: SafeText
    var problem: SafeText
    var tag: SafeText
  }

  /// A way of making or selling something.
  struct Way: Sendable {
    var name: String
    var summary: SafeText
    var solution: SafeText
    var technology: SafeText
    var tag: SafeText
  }

  static let products: [Product] = [
    food("Khô cá kèo", "Khô phơi nắng dính bụi, mùa mưa dễ mốc.", "cá kèo"),
    food("Tôm khô", "Tôm phơi nắng phai màu, giá bán không đều.", "tôm khô"),
    food("Bánh pía", "Bánh để lâu bị khô vỏ, khó gửi đi xa.", "bánh pía"),
    food("Bánh cống", "Bánh chỉ ngon khi vừa chiên, không bán xa được.", "bánh cống"),
    food("Lạp xưởng", "Sấy bằng than không đều, mùa mưa phải nghỉ.", "lạp xưởng"),
    food("Mắm cá sặc", "Mắm mặn, khách trẻ ít dùng.", "mắm"),
    food("Chả cá thát lát", "Quết tay không đều, khó tăng sản lượng.", "cá"),
    food("Bột hạt sen", "Hạt sen tươi chỉ giữ được hai ngày.", "sen"),
    food("Trà lá sen", "Lá sen bỏ lại trên đồng sau mùa hạt.", "sen"),
    food("Mật mía", "Mía bán cho nhà máy thấp hơn giá thành.", "mía"),
    food("Nhãn sấy", "Nhãn chín rộ trong ba tuần, thương lái ép giá.", "nhãn"),
    food("Mứt bưởi", "Vỏ bưởi bỏ đi sau khi lấy múi.", "bưởi"),
    food("Hành tím sấy", "Hành loại nhỏ không có người mua.", "hành tím"),
    food("Muối ớt hành tím", "Hành loại nhỏ không có người mua.", "hành tím"),
    food("Gạo mầm", "Gạo lứt cứng, người lớn tuổi khó ăn.", "gạo"),
    food("Sữa gạo lứt", "Gạo lứt bán thô lời ít.", "gạo"),
    food("Nước mắm", "Ủ lâu, vốn nằm trong lu cả năm.", "nước mắm"),
    crop("Gạo thơm ST", "Lúa ngon bị trộn, nông dân bán giá lúa thường.", "lúa thơm"),
    crop("Lúa tôm", "Lúa trên đất tôm bán bằng giá lúa thường.", "lúa tôm"),
    crop("Nấm rơm", "Nấm trồng ngoài trời mất mùa khi mưa trái vụ.", "nấm"),
    crop("Hành tím giống", "Giống thoái hóa, củ nhỏ dần.", "hành tím"),
    crop("Đậu phộng giồng cát", "Bán tươi giá thấp khi vào vụ.", "đậu phộng"),
    crop("Vú sữa tím", "Trái bị trộn với nơi khác, khách không phân biệt được.", "vú sữa"),
    crop("Rau màu chịu mặn", "Mùa khô nước nhiễm mặn, rau cháy lá.", "hạn mặn"),
    Product(
      name: "Bò sữa nông hộ", field: "Nông nghiệp công nghệ cao",
      problem: "Sữa bán cho một nơi mua, xe hư là đổ sữa.", tag: "bò sữa"),
    Product(
      name: "Vịt chạy đồng", field: "Nông nghiệp công nghệ cao",
      problem: "Trứng bán theo thương lái, giá lên xuống từng tuần.", tag: "vịt"),
    water("Tôm càng xanh", "Tôm cái chậm lớn kéo giá cả ao.", "tôm càng xanh"),
    water("Cua lột", "Cua hao hụt gần một nửa vì ăn nhau.", "cua"),
    water("Artemia", "Sinh khối cuối vụ bỏ đi vì không bán kịp.", "artemia"),
    water("Ao tôm", "Chủ ao không biết lời lỗ từng ao.", "tôm"),
    water("Cá lóc", "Cá bán cùng lúc, rớt giá.", "cá lóc"),
    Product(
      name: "Phân rơm", field: "Môi trường", problem: "Đốt rơm làm đất chai và khói bụi.",
      tag: "rơm"),
    material("Gạch tro trấu", "Tro trấu đổ ra kênh gây bồi lắng.", "tro trấu"),
    material("Bao bì bã mía", "Bao nhựa dùng một lần khó thu gom.", "bã mía"),
    material("Chậu xơ dừa", "Bầu nhựa lẫn trong đất nhiều năm.", "xơ dừa"),
    craft("Thổ cẩm", "Vải dệt chỉ dùng trong lễ, bán chậm.", "thổ cẩm"),
    craft("Chiếu lác", "Chiếu nhựa rẻ lấn thị trường.", "chiếu"),
    craft("Giỏ lục bình", "Hàng đan bán thô, thợ trẻ bỏ nghề.", "lục bình"),
    Product(
      name: "Du lịch cồn", field: "Du lịch", problem: "Khách ghé vài giờ rồi về.",
      tag: "du lịch"),
    Product(
      name: "Robot học tiếng Khmer", field: "Giáo dục STEM",
      problem: "Trường thiếu giáo viên dạy tiếng Khmer.", tag: "tiếng Khmer"),
    Product(
      name: "Bộ thí nghiệm STEM", field: "Giáo dục STEM",
      problem: "Trường xã không có phòng thí nghiệm.", tag: "STEM"),
    Product(
      name: "Trạm đo mặn", field: "Cơ khí, tự động hóa",
      problem: "Nhà vườn lấy nhầm nước mặn vào mương.", tag: "độ mặn"),
    Product(
      name: "Máy sấy nông sản", field: "Cơ khí, tự động hóa",
      problem: "Phơi sân gặp mưa là hư cả mẻ.", tag: "sấy"),
  ]

  private static func food(_ name: String, _ problem: SafeText, _ tag: SafeText) -> Product {
    Product(name: name, field: "Chế biến thực phẩm", problem: problem, tag: tag)
  }

  private static func crop(_ name: String, _ problem: SafeText, _ tag: SafeText) -> Product {
    Product(name: name, field: "Nông nghiệp công nghệ cao", problem: problem, tag: tag)
  }

  private static func water(_ name: String, _ problem: SafeText, _ tag: SafeText) -> Product {
    Product(name: name, field: "Thủy sản", problem: problem, tag: tag)
  }

  private static func material(_ name: String, _ problem: SafeText, _ tag: SafeText) -> Product {
    Product(name: name, field: "Vật liệu", problem: problem, tag: tag)
  }

  private static func craft(_ name: String, _ problem: SafeText, _ tag: SafeText) -> Product {
    Product(name: name, field: "Thủ công mỹ nghệ Khmer", problem: problem, tag: tag)
  }

  static let ways: [Way] = [
    Way(
      name: "kiểu mới", summary: "Làm lại một sản phẩm quen thuộc cho hợp với khách trẻ.",
      solution: "Đổi cỡ, đổi bao bì, giữ cách làm cũ.",
      technology: "Tiêu chuẩn hóa quy trình theo từng mẻ.", tag: "cải tiến"),
    Way(
      name: "có tem truy xuất", summary: "Mỗi gói có tem để khách xem được nơi làm ra.",
      solution: "Ghi nhật ký từng lô và in mã cho từng gói.",
      technology: "Mã phản hồi nhanh, sổ nhật ký điện tử.", tag: "truy xuất"),
    Way(
      name: "quy mô hộ", summary: "Thu gọn cách làm để một hộ tự làm được.",
      solution: "Chia việc theo ngày, dùng dụng cụ sẵn có trong nhà.",
      technology: "Quy trình từng bước có hình, đo bằng dụng cụ đơn giản.", tag: "kinh tế hộ"),
    Way(
      name: "cho trường học", summary: "Sản phẩm dành cho học sinh và bếp ăn trường học.",
      solution: "Đóng cỡ nhỏ, giao theo tuần.",
      technology: "Kiểm vi sinh theo lô, bảo quản lạnh.", tag: "trường học"),
    Way(
      name: "tiết kiệm điện", summary: "Giảm tiền điện trong khâu tốn nhiều nhất.",
      solution: "Thay khâu cũ bằng bơm nhiệt và biến tần.",
      technology: "Bơm nhiệt, biến tần, đo điện từng giờ.", tag: "tiết kiệm điện"),
    Way(
      name: "dùng điện mặt trời", summary: "Dùng nắng thay một phần điện và củi.",
      solution: "Tấm thu nắng ban ngày, trấu ban đêm.",
      technology: "Pin mặt trời và buồng đốt trấu phụ.", tag: "năng lượng mặt trời"),
    Way(
      name: "đặt qua mạng", summary: "Bán thẳng đến khách ở thành phố, không qua thương lái.",
      solution: "Gom đơn theo tuần, giao chung chuyến.",
      technology: "Ứng dụng đặt hàng và quản lý kho.", tag: "bán hàng"),
    Way(
      name: "của phụ nữ Khmer", summary: "Nhóm phụ nữ Khmer cùng làm và cùng bán.",
      solution: "Tổ hợp tác chia việc, thợ giỏi dạy người mới.",
      technology: "Quy trình viết bằng hai thứ tiếng Việt và Khmer.", tag: "phụ nữ Khmer"),
    Way(
      name: "giá rẻ", summary: "Làm rẻ hơn một nửa mà vẫn đủ dùng.",
      solution: "Thay vật tư nhập bằng vật tư tìm được trong tỉnh.",
      technology: "Thiết kế lại theo chi phí, thử bền ba tháng.", tag: "vật tư tại chỗ"),
    Way(
      name: "của thanh niên", summary: "Nhóm thanh niên xã cùng góp vốn làm.",
      solution: "Mỗi người lo một khâu, chia lời theo công.",
      technology: "Vi điều khiển, cảm biến giá rẻ, sổ sách trên điện thoại.", tag: "thanh niên"),
  ]

  /// Districts and towns.
  static let places = [
    "TP Sóc Trăng", "Châu Thành", "Kế Sách", "Mỹ Tú", "Cù Lao Dung", "Long Phú", "Mỹ Xuyên",
    "Ngã Năm", "Thạnh Trị", "Vĩnh Châu", "Trần Đề",
  ]
}
