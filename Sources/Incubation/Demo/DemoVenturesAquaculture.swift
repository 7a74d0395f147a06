extension DemoSeed {
  /// Shrimp, crab, fish and artemia: tôm, cua, cá và artemia.
  static let aquaculture: [DemoSeed] = [
    DemoSeed(
      code: "ST-0056", title: "Cua lột trong hộp nhựa", kind: .idea,
      field: "Thủy sản", place: "Trần Đề",
      representative: "Lâm Thanh Tùng", birthYear: 1992, phone: "0862942592",
      source: .referral("Hội Nông dân huyện Trần Đề"), foundOn: 200826,
      summary: """
        Nuôi cua lột từng con trong hộp nhựa xếp tầng, nước tuần hoàn, thu cua vừa lột trong \
        bốn giờ.
        """,
      problem: "Cua lột ngoài ao hao hụt gần một nửa vì ăn nhau và thu trễ.",
      lead: .ray,
      nextStep: "Xem trại và chụp ảnh", due: 200917,
      tags: ["cua", "tuần hoàn nước"],
      moves: [
        .entered(200826)
      ]),
    DemoSeed(
      code: "ST-0046", title: "Thức ăn cá từ ruồi lính đen", kind: .idea,
      field: "Thủy sản", place: "Châu Thành",
      representative: "Nguyễn Trọng Nghĩa", birthYear: 1995, phone: "0907047321",
      email: "nghia@linhden.example",
      source: .contest2020, foundOn: 200805,
      summary: """
        Nuôi ấu trùng ruồi lính đen bằng rau quả bỏ ở chợ, sấy khô làm thức ăn cho cá và gà.
        """,
      problem: "Bột cá tăng giá; rau quả bỏ ở chợ huyện tốn tiền chở đi chôn.",
      solution: "Thu rau quả mỗi sáng, nuôi ấu trùng 14 ngày, sấy và trộn vào thức ăn.",
      lead: .ray, support: .anh,
      nextStep: "Thẩm định chỗ nuôi", due: 200922,
      tags: ["ruồi lính đen", "chất thải"],
      moves: [
        .entered(200805), .forward(to: 1, 200827),
      ],
      remarks: [
        Remark(200827, .ray, "Chợ huyện đồng ý cho thu rau quả bỏ, khoảng 300 kg mỗi ngày.")
      ]),
    DemoSeed(
      code: "ST-0041", title: "Tôm càng xanh", kind: .startup,
      field: "Thủy sản", place: "Mỹ Xuyên",
      representative: "Kim Danh", birthYear: 1989, phone: "0368152050",
      organisation: "Tổ hợp tác Kim Danh",
      source: .search("Tự tìm: đoàn khảo sát vùng tôm lúa"), foundOn: 200610,
      summary: """
        Nuôi tôm càng xanh toàn đực xen ruộng lúa, bán tôm sống cho quán ăn ở Cần Thơ và \
        TP.HCM.
        """,
      problem: "Tôm cái chậm lớn kéo giá cả ao; tôm chết nhiều khi chở đi xa.",
      solution: "Thả giống toàn đực cỡ lớn, thu tỉa mỗi tháng, chở bằng thùng có sục khí.",
      technology: "Giống toàn đực mua của trại có chứng nhận; sục khí bằng pin lưu điện.",
      needs: Needs(management: 8, vision: 6, approach: 7, on: 200812),
      lead: .lan, support: .phuc,
      nextStep: "Họp tổ hợp tác", due: 200921,
      tags: ["tôm càng xanh", "lúa tôm"],
      moves: [
        .entered(200610), .forward(to: 1, 200701), .forward(to: 2, 200805),
      ],
      remarks: [
        Remark(200806, .lan, "Tổ có 14 hộ, 21 ha. Cần học hạch toán giá thành.")
      ]),
    DemoSeed(
      code: "ST-0018", title: "Máy cho tôm ăn theo tiếng", kind: .startup,
      field: "Thủy sản", place: "Vĩnh Châu",
      representative: "Lý Chí Cường", birthYear: 1991, phone: "0912256779",
      email: "cuong@ngheao.example",
      organisation: "Công ty TNHH Nghe Ao", taxCode: "2200100083",
      source: .contest2019, foundOn: 190612,
      summary: """
        Máy cho tôm ăn nghe tiếng tôm nhai qua đầu thu dưới nước để tự tăng giảm lượng thức ăn.
        """,
      problem: "Cho ăn theo giờ làm dư thức ăn, ao mau dơ và tốn tiền.",
      solution: "Đầu thu âm đặt giữa ao, bộ xử lý tính nhịp nhai và điều khiển máy rải.",
      technology: "Lọc tiếng quạt nước, nhận dạng nhịp nhai; vi điều khiển tiết kiệm điện.",
      intellectualProperty: "Đang soạn đơn giải pháp hữu ích.",
      needs: Needs(management: 4, vision: 6, approach: 5, on: 190820),
      lead: .ray, support: .phuc,
      nextStep: "Thay vỏ đầu thu, thử ao 3", due: 200923,
      tags: ["tôm", "tự động", "cảm biến"],
      moves: [
        .entered(190612), .forward(to: 1, 190628), .forward(to: 2, 190722),
        .forward(to: 3, 191118), .forward(to: 4, 200309),
        .back(to: 3, 200622, because: "Đầu thu thấm nước sau 40 ngày ở ao thử"),
      ],
      remarks: [
        Remark(200622, .ray, "Ba trong tám đầu thu hỏng vì vỏ nứt. Chủ ao vẫn muốn thử tiếp."),
        Remark(200728, .phuc, "Giới thiệu xưởng đúc vỏ chống nước ở quận 12."),
      ]),
    DemoSeed(
      code: "ST-0031", title: "Sinh khối artemia đông lạnh", kind: .startup,
      field: "Thủy sản", place: "Vĩnh Châu",
      representative: "Thạch Hoàng Phong", birthYear: 1980, phone: "0384361508",
      organisation: "Hợp tác xã Artemia Biển Bạc", taxCode: "2200100044",
      source: .techfest2019, foundOn: 191018,
      summary: """
        Thu sinh khối artemia cuối vụ, rửa sạch và đông lạnh theo vỉ làm thức ăn cho cá cảnh, \
        tôm giống.
        """,
      problem: "Cuối vụ diêm dân bỏ sinh khối vì không kịp bán tươi trong ngày.",
      solution: "Rửa mặn giảm dần, chia vỉ 100 g, cấp đông nhanh và giữ lạnh khi chở.",
      technology: "Cấp đông tiếp xúc; kiểm vi khuẩn Vibrio từng lô.",
      needs: Needs(management: 6, vision: 7, approach: 5, on: 191203),
      lead: .ray, support: .anh,
      nextStep: "Thử vỉ mới với trại tôm giống", due: 201002,
      tags: ["artemia", "ruộng muối"],
      moves: [
        .entered(191018), .forward(to: 1, 191105), .forward(to: 2, 191210),
        .setAside(200225, because: "Mặn lên sớm, thành viên lo vụ muối"), .resumed(200511),
        .forward(to: 3, 200810),
      ],
      remarks: [
        Remark(200811, .ray, "Mẫu vỉ đầu tiên: 300 vỉ, tỷ lệ vỡ 7 %.")
      ]),
    DemoSeed(
      code: "ST-0015", title: "Chế phẩm vi sinh cho ao tôm", kind: .startup,
      field: "Thủy sản", place: "Trần Đề",
      representative: "Trương Mỹ Dung", birthYear: 1987, phone: "0939466237",
      email: "dung@visinh.example",
      organisation: "Công ty TNHH Vi sinh Cửa Trần", taxCode: "2200100125",
      source: .contest2019, foundOn: 190605,
      summary: """
        Chế phẩm vi sinh dạng bột xử lý đáy ao tôm nước lợ, dùng chủng phân lập từ bùn ao trong \
        tỉnh.
        """,
      problem: "Chế phẩm bán trôi nổi không rõ chủng, hạn dùng ngắn, ít hiệu quả khi độ mặn cao.",
      solution: "Nhân chủng chịu mặn, sấy phun, đóng gói 500 g kèm hướng dẫn theo độ mặn.",
      technology: "Chủng Bacillus chịu mặn 25 phần nghìn; lên men chìm 200 lít, sấy phun.",
      needs: Needs(management: 5, vision: 4, approach: 4, on: 190822),
      lead: .ray, support: .anh,
      nextStep: "Nộp báo cáo thử nghiệm ao đối chứng", due: 200911,
      tags: ["vi sinh", "tôm"],
      moves: [
        .entered(190605), .forward(to: 1, 190624), .forward(to: 2, 190717),
        .forward(to: 3, 191111), .forward(to: 4, 200721),
      ],
      remarks: [
        Remark(200721, .ray, "Thử ở 6 ao, đối chứng 3 ao, đo amoni và nitrit mỗi tuần.")
      ]),
    DemoSeed(
      code: "ST-0009", title: "Khô cá kèo sấy lạnh", kind: .startup,
      field: "Chế biến thực phẩm", place: "Trần Đề",
      representative: "Trần Thị Kim Loan", birthYear: 1984, phone: "0703570966",
      email: "loan@khokeo.example",
      organisation: "Hộ kinh doanh Kim Loan", taxCode: "2200100076",
      source: .referral("Hội Liên hiệp Phụ nữ huyện Trần Đề"), foundOn: 190513,
      summary: "Khô cá kèo ít muối sấy lạnh, giữ màu tự nhiên, đóng túi hút chân không 250 g.",
      problem: "Khô phơi nắng dính bụi, mùa mưa dễ mốc và phải ướp nhiều muối.",
      solution: "Ướp nhạt, sấy lạnh 12 giờ trong buồng kín, hút chân không ngay khi ra lò.",
      technology: "Sấy bơm nhiệt 35-40 độ; kiểm độ ẩm và vi sinh mỗi mẻ.",
      needs: Needs(management: 7, vision: 5, approach: 6, on: 190719),
      lead: .lan, support: .anh,
      nextStep: "Gửi mẫu lưu kho ba tháng", due: 200921,
      tags: ["cá kèo", "sấy lạnh", "phụ nữ"],
      moves: [
        .entered(190513), .forward(to: 1, 190603), .forward(to: 2, 190624),
        .forward(to: 3, 191014), .forward(to: 4, 200812),
      ],
      remarks: [
        Remark(200814, .lan, "Đợt kiểm đầu đạt vi sinh. Chờ đợt hai sau ba tháng lưu kho.")
      ]),
    DemoSeed(
      code: "ST-0002", title: "Sổ ao tôm", kind: .startup,
      field: "Công nghệ thông tin", place: "TP Sóc Trăng",
      representative: "Phan Nhật Duy", birthYear: 1993, phone: "0947675695",
      email: "duy@soao.example",
      organisation: "Công ty TNHH Sổ Ao", taxCode: "2200100037",
      source: .techfest2018, foundOn: 181123,
      summary: """
        Ứng dụng ghi nhật ký ao tôm bằng giọng nói, tính giá thành từng ao và nhắc lịch đo \
        nước.
        """,
      problem: "Chủ ao ghi sổ tay rời rạc, cuối vụ không biết lời lỗ ở ao nào.",
      solution: "Ghi bằng giọng nói miền Tây, tự tách số liệu, chạy được khi mất sóng.",
      technology: "Nhận dạng tiếng nói cho tập từ nhỏ; đồng bộ khi có mạng.",
      intellectualProperty: "Đã đăng ký quyền tác giả phần mềm.",
      needs: Needs(management: 3, vision: 5, approach: 3, on: 190520),
      lead: .lan, support: .phuc,
      nextStep: "Mở bán gói năm cho 50 ao", due: 201015,
      tags: ["tôm", "ứng dụng", "đã bán"],
      moves: [
        .entered(190306), .forward(to: 1, 190325), .forward(to: 2, 190416),
        .forward(to: 3, 190819), .forward(to: 4, 200217),
        .setAside(200403, because: "Giãn cách xã hội, không đến được ao thử"), .resumed(200518),
        .forward(to: 5, 200826),
      ],
      remarks: [
        Remark(200826, .lan, "Ba mươi mốt chủ ao trả phí thử. Chuyển sang thị trường.")
      ]),
    DemoSeed(
      code: "ST-0020", title: "Nuôi cá kèo tuần hoàn nước", kind: .startup,
      field: "Thủy sản", place: "Vĩnh Châu",
      representative: "Sơn Rết", birthYear: 1978, phone: "0835780424",
      source: .contest2019, foundOn: 190614,
      summary: "Nuôi cá kèo trong bể bạt, lọc và dùng lại nước để bớt lệ thuộc con nước mặn.",
      problem: "Mùa khô nước quá mặn, mùa mưa nước ngọt đột ngột, cá kèo chết hàng loạt.",
      solution: "Bể bạt 100 m3, lọc cơ học và lọc sinh học, thay 10 % nước mỗi ngày.",
      technology: "Lọc sinh học giá thể nhựa; đo mặn và oxy bằng máy cầm tay.",
      needs: Needs(management: 7, vision: 6, approach: 7, on: 190910),
      lead: .ray, support: .phuc,
      tags: ["cá kèo", "tuần hoàn nước"],
      moves: [
        .entered(190614), .forward(to: 1, 190702), .forward(to: 2, 190805),
        .setAside(200320, because: "Hạn mặn đầu năm 2020, chủ dự án ngừng nuôi một năm"),
      ],
      remarks: [
        Remark(200320, .ray, "Độ mặn kênh cấp vượt 30 phần nghìn. Hẹn xem lại sau mùa mưa.")
      ]),
  ]
}
