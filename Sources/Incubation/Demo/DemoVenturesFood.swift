extension DemoSeed {
  /// Cakes, sauces and dishes of three peoples: bánh, mắm, chả và món của ba dân tộc.
  static let food: [DemoSeed] = [
    DemoSeed(
      code: "ST-0033", title: "Nước mắm chay", kind: .startup,
      field: "Chế biến thực phẩm", place: "TP Sóc Trăng",
      representative: "Huỳnh Mỹ Linh", birthYear: 1993, phone: "0918351359",
      email: "linh@mamchay.example",
      organisation: "Hộ kinh doanh Mỹ Linh", taxCode: "2200995081",
      source: .techfest2019, foundOn: 191018,
      summary: "Nước mắm chay lên men từ khóm và đậu nành, không dùng hương liệu.",
      problem: "Người ăn chay phải dùng nước tương pha hương, mặn gắt và nhiều phụ gia.",
      solution: "Lên men khóm với muối ba tháng, phối dịch đậu nành, lọc và thanh trùng.",
      technology: "Chủng nấm mốc koji mua có chứng nhận; kiểm đạm và histamin.",
      needs: Needs(management: 7, vision: 8, approach: 7, on: 200515),
      lead: .lan, support: .anh,
      tags: ["món chay", "lên men"],
      moves: [
        .entered(191018), .forward(to: 1, 191115),
        .setAside(200203, because: "Chủ dự án nghỉ sinh"), .resumed(200420),
        .forward(to: 2, 200506),
      ],
      remarks: [
        Remark(200519, .lan, "Mẻ thử đầu hơi đắng. Chưa có người hướng dẫn về lên men.")
      ]),
    DemoSeed(
      code: "ST-0036", title: "Bánh cống đông lạnh", kind: .startup,
      field: "Chế biến thực phẩm", place: "Mỹ Xuyên",
      representative: "Danh Thị Ngọc Hân", birthYear: 1991, phone: "0862456088",
      email: "han@banhcong.example",
      organisation: "Cơ sở bánh cống Ngọc Hân",
      source: .techfest2019, foundOn: 191019,
      summary: "Bánh cống chiên sơ rồi cấp đông, người mua chỉ hâm nồi chiên không dầu mười phút.",
      problem: "Bánh cống chỉ ngon trong một giờ, không bán được ra khỏi huyện.",
      solution: "Chiên sơ 70 %, cấp đông nhanh, kèm gói nước chấm.",
      technology: "Cấp đông nhanh 40 phút; đo độ giòn sau hâm bằng máy đo lực.",
      needs: Needs(management: 8, vision: 5, approach: 7, on: 200730),
      lead: .lan, support: .anh,
      nextStep: "Đo hạn dùng 30 ngày", due: 200922,
      tags: ["món Khmer", "đông lạnh"],
      moves: [
        .entered(191019), .forward(to: 1, 191121), .forward(to: 2, 200721),
      ],
      remarks: [
        Remark(200722, .lan, "Chờ lâu ở sàng lọc vì cơ sở sửa bếp để đạt an toàn thực phẩm.")
      ]),
    DemoSeed(
      code: "ST-0027", title: "Chả cá thát lát", kind: .startup,
      field: "Chế biến thực phẩm", place: "Ngã Năm",
      representative: "Trần Văn Bé Tư", birthYear: 1976, phone: "02993802258",
      organisation: "Cơ sở Tư Bé", taxCode: "2200995155",
      source: .referral("Ủy ban nhân dân thị xã Ngã Năm"), foundOn: 190708,
      summary: """
        Chả cá thát lát quết máy tốc độ chậm, không hàn the, bán túi 250 g ở chợ nổi và quán \
        lẩu.
        """,
      problem: "Quết tay không đều, quết máy nhanh làm chả bở; khách ngại hàn the.",
      solution: "Máy quết chậm có áo nước đá, giữ dưới 10 độ, cân và đóng túi tại chỗ.",
      technology: "Cánh quết xoắn đổi chiều; kiểm hàn the bằng giấy thử từng mẻ.",
      needs: Needs(management: 8, vision: 6, approach: 6, on: 190920),
      lead: .lan, support: .phuc,
      nextStep: "Nộp đơn đăng ký nhãn hiệu", due: 200925,
      tags: ["cá", "chợ nổi"],
      moves: [
        .entered(190708), .forward(to: 1, 190729), .forward(to: 2, 190905),
        .forward(to: 3, 200717),
      ],
      remarks: [
        Remark(200718, .lan, "Máy mẫu 5 kg mỗi mẻ chạy tốt. Cần làm cỡ 20 kg.")
      ]),
    DemoSeed(
      code: "ST-0003", title: "Bánh pía ít ngọt", kind: .startup,
      field: "Chế biến thực phẩm", place: "Châu Thành",
      representative: "Lý Mỹ Phụng", birthYear: 1989, phone: "0368665546",
      email: "phung@banhpia.example",
      organisation: "Công ty TNHH Bánh pía Phụng Hảo", taxCode: "2200995229",
      source: .techfest2018, foundOn: 181124,
      summary: "Bánh pía giảm một phần ba đường, nhân khoai môn và sầu riêng, cỡ nhỏ ăn một lần.",
      problem: "Khách trẻ thấy bánh quá ngọt, cỡ lớn ăn không hết.",
      solution: "Thay một phần đường bằng đường ăn kiêng, đổi tỷ lệ mỡ, chia bánh 35 g.",
      technology: "Đo hoạt độ nước để giữ hạn dùng khi giảm đường; gói màng chống ẩm.",
      intellectualProperty: "Nhãn hiệu «Phụng Hảo» đã được cấp; đơn kiểu dáng hộp đang xét.",
      needs: Needs(management: 2, vision: 4, approach: 3, on: 190528),
      lead: .lan, support: .phuc,
      nextStep: "Chuẩn bị hồ sơ OCOP", due: 200930,
      tags: ["bánh pía", "đã bán"],
      moves: [
        .entered(190311), .forward(to: 1, 190329), .forward(to: 2, 190422),
        .forward(to: 3, 190805), .forward(to: 4, 200106), .forward(to: 5, 200708),
      ],
      remarks: [
        Remark(200710, .lan, "Tháng đầu bán 1.900 hộp. Cần người quản lý xưởng.")
      ]),
    DemoSeed(
      code: "ST-0050", title: "Máy sấy mini", kind: .startup,
      field: "Cơ khí, tự động hóa", place: "Mỹ Tú",
      representative: "Lâm Hòa", birthYear: 1985, phone: "0912770275",
      source: .contest2020, foundOn: 200817,
      summary: """
        Máy sấy nhỏ dùng nắng ban ngày và trấu ban đêm, 30 kg mỗi mẻ, cho hộ làm khô và trái \
        cây.
        """,
      problem: "Hộ nhỏ phơi sân gặp mưa là hư cả mẻ; máy sấy công nghiệp quá lớn.",
      solution: "Nhà kính nhỏ có quạt đối lưu, buồng đốt trấu phụ, khay inox tháo rửa được.",
      lead: .ray, support: .phuc,
      nextStep: "Gọi lại về bản vẽ buồng đốt", due: 200917,
      tags: ["sấy", "năng lượng mặt trời"],
      moves: [
        .entered(200817), .forward(to: 1, 200904),
      ]),
    DemoSeed(
      code: "ST-0016", title: "Thuốc trừ sâu từ lá sầu đâu", kind: .startup,
      field: "Nông nghiệp công nghệ cao", place: "Long Phú",
      representative: "Trần Chí Thiện", birthYear: 1984, phone: "0384875004",
      source: .contest2019, foundOn: 190606,
      summary: "Dịch ngâm lá sầu đâu, tỏi và ớt phun phòng sâu cho rau ăn lá.",
      problem: "Rau ăn lá phun thuốc hóa học sát ngày cắt, dư lượng cao.",
      solution: "Ngâm cồn 15 ngày, lọc, pha loãng phun bảy ngày một lần.",
      technology: "Chiết bằng cồn gạo; so sánh với đối chứng trên ba luống rau.",
      needs: Needs(management: 5, vision: 4, approach: 6, on: 190815),
      lead: .ray, support: .anh,
      tags: ["rau", "sinh học"],
      moves: [
        .entered(190606), .forward(to: 1, 190627), .forward(to: 2, 190718),
        .dropped(200114, because: "Thử ba vụ không khác đối chứng; nhóm đồng ý dừng"),
      ],
      remarks: [
        Remark(200114, .ray, "Giữ lại số liệu ba vụ để nhóm khác tham khảo.")
      ]),
  ]
}
