extension DemoSeed {
  /// Enterprises that renew their technology: doanh nghiệp, hợp tác xã đổi mới công nghệ.
  static let enterprises: [DemoSeed] = [
    DemoSeed(
      code: "ST-0061", title: "Sấy lúa tầng sôi", kind: .enterprise,
      field: "Cơ khí, tự động hóa", place: "Ngã Năm",
      representative: "Trịnh Văn Hoàng", birthYear: 1972, phone: "02993802739",
      organisation: "Công ty TNHH Xay xát Hoàng Long Phát", taxCode: "2200995437",
      source: .referral("Ủy ban nhân dân thị xã Ngã Năm"), foundOn: 200907,
      summary: "Nhà máy xay xát muốn đổi lò sấy tháp cũ sang sấy tầng sôi hai cấp.",
      problem: "Lò cũ sấy không đều, tỷ lệ gạo gãy trên 20 %.",
      lead: .lan,
      nextStep: "Khảo sát dây chuyền tại nhà máy", due: 200918,
      tags: ["lúa gạo", "sấy"],
      moves: [
        .entered(200907)
      ]),
    DemoSeed(
      code: "ST-0057", title: "Nước đá sạch tiết kiệm điện", kind: .enterprise,
      field: "Cơ khí, tự động hóa", place: "Trần Đề",
      representative: "Trần Kim Sang", birthYear: 1975, phone: "02993802776",
      organisation: "Doanh nghiệp tư nhân Nước đá Kim Sang", taxCode: "2200995500",
      source: .search("Tự tìm: khảo sát cảng cá"), foundOn: 200827,
      summary: "Nhà máy nước đá ở cảng cá muốn thay máy nén và làm đá vảy cho ghe lưới.",
      problem: "Máy nén đời cũ hao điện, ghe than đá cây xay làm dập cá.",
      lead: .ray, support: .phuc,
      nextStep: "Đo điện năng một tuần", due: 200921,
      tags: ["cảng cá", "tiết kiệm điện"],
      moves: [
        .entered(200827)
      ]),
    DemoSeed(
      code: "ST-0043", title: "Cấp đông rời tôm cỡ nhỏ", kind: .enterprise,
      field: "Chế biến thực phẩm", place: "Châu Thành",
      representative: "Lâm Ngọc Sương", birthYear: 1977, phone: "02993802813",
      email: "suong@tomrong.example",
      organisation: "Công ty TNHH Thủy sản Tôm Rồng Xanh", taxCode: "2200995571",
      source: .referral("Ban quản lý các khu công nghiệp tỉnh"), foundOn: 200720,
      summary: """
        Xưởng chế biến muốn làm dây chuyền cấp đông rời cho tôm cỡ nhỏ mà trước nay bán xô.
        """,
      problem: "Tôm cỡ nhỏ bán xô lời ít, đông khối làm rớt chất lượng.",
      solution: "Dây chuyền cấp đông rời 300 kg mỗi giờ, thuê tư vấn thiết kế mặt bằng.",
      lead: .lan, support: .phuc,
      nextStep: "Họp thẩm định lần 2", due: 200924,
      tags: ["tôm", "cấp đông"],
      moves: [
        .entered(200720), .forward(to: 1, 200818),
      ],
      remarks: [
        Remark(
          200819, .phuc,
          "Tư vấn nhiệt lạnh phía TP.HCM sẽ dự họp.")
      ]),
    DemoSeed(
      code: "ST-0049", title: "Dây chuyền bánh pía bán tự động", kind: .enterprise,
      field: "Chế biến thực phẩm", place: "Châu Thành",
      representative: "Quách Thế Vinh", birthYear: 1979, phone: "02993802850",
      email: "vinh@viendong.example",
      organisation: "Công ty TNHH Bánh Vũng Thơm Viên Đông", taxCode: "2200995645",
      source: .techfest2019, foundOn: 191018,
      summary: "Lò bánh muốn thay khâu cán vỏ và vô nhân bằng máy, giữ cách nướng tay.",
      problem: "Thợ lành nghề ít dần, dịp Trung thu nhận đơn không kịp làm.",
      solution: "Máy cán nhiều lớp và máy vô nhân chỉnh được cỡ, thợ giữ khâu nướng.",
      lead: .lan, support: .anh,
      nextStep: "Xem máy chạy thử ở TP.HCM", due: 200929,
      tags: ["bánh pía", "tự động"],
      moves: [
        .entered(200812), .forward(to: 1, 200903),
      ]),
    DemoSeed(
      code: "ST-0044", title: "Máy đóng túi lưới hành tím", kind: .enterprise,
      field: "Cơ khí, tự động hóa", place: "Vĩnh Châu",
      representative: "Lý Thành Được", birthYear: 1974, phone: "02993802887",
      organisation: "Hợp tác xã Hành tím Cồn Trên", taxCode: "2200995719",
      source: .referral("Liên minh Hợp tác xã tỉnh"), foundOn: 200730,
      summary: "Hợp tác xã muốn máy cân và đóng túi lưới 1 kg thay làm tay.",
      problem: "Đóng tay mỗi ngày được 400 túi, cân không đều nên siêu thị trả hàng.",
      solution: "Máy cân định lượng hai phễu, kẹp túi lưới, một người đứng máy.",
      lead: .ray, support: .phuc,
      nextStep: "Gửi ba báo giá máy", due: 200922,
      tags: ["hành tím", "đóng gói"],
      moves: [
        .entered(200730), .forward(to: 1, 200826),
      ]),
    DemoSeed(
      code: "ST-0008", title: "Sữa tươi thanh trùng", kind: .enterprise,
      field: "Chăn nuôi", place: "Mỹ Xuyên",
      representative: "Kim Sa Oanh", birthYear: 1978, phone: "02993802924",
      email: "oanh@dongxanh.example",
      organisation: "Hợp tác xã Bò sữa Đồng Xanh", taxCode: "2200995853",
      source: .referral("Liên minh Hợp tác xã tỉnh"), foundOn: 190415,
      summary: """
        Hợp tác xã 120 hộ nuôi bò sữa lập xưởng thanh trùng nhỏ, bán sữa chai cho trường học.
        """,
      problem: "Sữa bán hết cho một nhà máy ở xa, xe hư là cả xã đổ sữa.",
      solution: "Xưởng 500 lít mỗi ngày, thanh trùng 75 độ 15 giây, chai thủy tinh quay vòng.",
      technology: "Thanh trùng liên tục dạng tấm; kiểm vi sinh tại chỗ.",
      needs: Needs(management: 6, vision: 7, approach: 5, on: 190620),
      lead: .ray, support: .phuc,
      nextStep: "Nghiệm thu chạy thử 100 lít", due: 200930,
      tags: ["bò sữa", "trường học"],
      moves: [
        .entered(190415), .forward(to: 1, 190520),
        .setAside(200318, because: "Chờ nguồn vốn đối ứng của hợp tác xã"), .resumed(200608),
        .forward(to: 2, 200701),
      ],
      remarks: [
        Remark(
          200701, .ray,
          "Vốn đối ứng đã có, 350 triệu đồng.")
      ]),
    DemoSeed(
      code: "ST-0038", title: "Buồng sấy lạp xưởng", kind: .enterprise,
      field: "Chế biến thực phẩm", place: "TP Sóc Trăng",
      representative: "Trần Mỹ Châu", birthYear: 1981, phone: "02993802961",
      email: "chau@lapxuong.example",
      organisation: "Công ty TNHH Lạp xưởng Mỹ Châu Ký", taxCode: "2200995927",
      source: .techfest2019, foundOn: 191018,
      summary: "Cơ sở lạp xưởng đổi từ phơi sân và lò than sang buồng sấy khí nóng đối lưu.",
      problem: "Lò than ám mùi, sấy không đều, mùa mưa phải nghỉ.",
      solution: "Buồng sấy 300 kg mỗi mẻ, hai chế độ nhiệt, ghi nhiệt độ từng mẻ.",
      technology: "Đối lưu cưỡng bức, đốt gián tiếp bằng khí hóa lỏng, ghi nhiệt điện tử.",
      needs: Needs(management: 5, vision: 4, approach: 4, on: 200116),
      lead: .lan, support: .anh,
      nextStep: "Hoàn chỉnh tủ điều khiển", due: 200923,
      tags: ["lạp xưởng", "sấy"],
      moves: [
        .entered(191101), .forward(to: 1, 191216), .forward(to: 2, 200714),
      ]),
    DemoSeed(
      code: "ST-0029", title: "Thức ăn cá ép đùn cỡ nhỏ", kind: .enterprise,
      field: "Thủy sản", place: "Long Phú",
      representative: "Nguyễn Phú Quý", birthYear: 1976, phone: "02993802998",
      email: "quy@epdun.example",
      organisation: "Công ty TNHH Thức ăn Phú Quý Sông Hậu", taxCode: "2200995998",
      source: .search("Tự tìm: danh sách doanh nghiệp chế biến"), foundOn: 190805,
      summary: "Xưởng thức ăn cá làm máy ép đùn viên nổi cỡ 300 kg mỗi giờ cho trại vừa.",
      problem: "Máy lớn chỉ lời khi chạy trên ba tấn, trại vừa không đặt được.",
      solution: "Vít đùn ngắn, đổi đầu khuôn nhanh, phối công thức theo nguyên liệu địa phương.",
      technology: "Vít đùn đơn gia nhiệt bằng ma sát; phần mềm phối công thức.",
      needs: Needs(management: 4, vision: 5, approach: 5, on: 191018),
      lead: .ray, support: .phuc,
      nextStep: "Chạy thử công thức cá lóc", due: 200925,
      tags: ["thức ăn thủy sản"],
      moves: [
        .entered(190805), .forward(to: 1, 190916), .forward(to: 2, 200622),
      ],
      remarks: [
        Remark(
          200623, .ray,
          "Xưởng tự bỏ vốn làm vít đùn, xin hỗ trợ phần khuôn.")
      ]),
    DemoSeed(
      code: "ST-0019", title: "Gạch không nung", kind: .enterprise,
      field: "Vật liệu, môi trường", place: "Mỹ Tú",
      representative: "Ngô Hoàng Kha", birthYear: 1973, phone: "02993803035",
      organisation: "Công ty TNHH Gạch Đồng Bưng", taxCode: "2200996060",
      source: .referral("Sở Xây dựng tỉnh Sóc Trăng"), foundOn: 190612,
      summary: "Lò gạch thủ công chuyển sang gạch không nung dùng cát nhiễm mặn đã rửa.",
      problem: "Lò gạch cũ phải ngừng theo quy định môi trường; cát nước lợ khó dùng.",
      solution: "Rửa cát hai lần, ép thủy lực, dưỡng hộ 28 ngày.",
      technology: "Ép thủy lực 180 tấn; đo ion clo trong cát sau rửa.",
      needs: Needs(management: 5, vision: 6, approach: 5, on: 190820),
      lead: .ray, support: .anh,
      nextStep: "Báo cáo ba mẻ sản phẩm mẫu", due: 200930,
      tags: ["vật liệu xây dựng"],
      moves: [
        .entered(190612), .forward(to: 1, 190722), .forward(to: 2, 191007),
        .forward(to: 3, 200720),
      ]),
    DemoSeed(
      code: "ST-0005", title: "Nước mắm ủ bồn composite", kind: .enterprise,
      field: "Chế biến thực phẩm", place: "Trần Đề",
      representative: "Trần Quốc Việt", birthYear: 1978, phone: "02993803072",
      email: "viet@mamtrande.example",
      organisation: "Doanh nghiệp tư nhân Nước mắm Cửa Biển", taxCode: "2200996134",
      source: .techfest2018, foundOn: 181123,
      summary: "Nhà thùng chuyển từ lu sành sang bồn composite có đảo tuần hoàn, rút thời gian ủ.",
      problem: "Lu sành vỡ, ủ 12 tháng mới bán, vốn nằm lâu.",
      solution: "Bồn 2 m3, đảo nước bổi bằng bơm chậm, giữ ấm bằng nắng.",
      technology: "Bồn composite lót an toàn thực phẩm; đo đạm toàn phần mỗi tháng.",
      intellectualProperty: "Đang lập hồ sơ nhãn hiệu tập thể với các nhà thùng trong huyện.",
      needs: Needs(management: 4, vision: 5, approach: 4, on: 190618),
      lead: .lan, support: .phuc,
      nextStep: "Lấy mẫu bồn số 3, đo đạm", due: 200928,
      tags: ["nước mắm"],
      moves: [
        .entered(190318), .forward(to: 1, 190506), .forward(to: 2, 190715),
        .forward(to: 3, 200803),
      ]),
    DemoSeed(
      code: "ST-0026", title: "Gạo hữu cơ hút chân không", kind: .enterprise,
      field: "Chế biến thực phẩm", place: "Mỹ Tú",
      representative: "Võ Thị Hồng Nhung", birthYear: 1980, phone: "02993803109",
      email: "nhung@datphen.example",
      organisation: "Hợp tác xã Lúa hữu cơ Đất Phèn", taxCode: "2200996208",
      source: .contest2019, foundOn: 190625,
      summary: "Hợp tác xã lúa hữu cơ lắp máy hút chân không và dò kim loại để bán vào siêu thị.",
      problem: "Gạo hữu cơ để ba tháng có mọt, siêu thị trả lại.",
      solution: "Hút chân không từng túi 2 kg, dò kim loại, lưu mẫu mỗi lô.",
      technology: "Hút chân không hai đầu; dò kim loại 1,5 mm; kiểm dư lượng 200 hoạt chất.",
      needs: Needs(management: 4, vision: 4, approach: 3, on: 190830),
      lead: .lan, support: .phuc,
      nextStep: "Nhận phiếu kiểm dư lượng", due: 200914,
      tags: ["gạo", "hữu cơ"],
      moves: [
        .entered(190625), .forward(to: 1, 190805), .forward(to: 2, 191014),
        .forward(to: 3, 200210), .forward(to: 4, 200803),
      ],
      remarks: [
        Remark(
          200904, .lan,
          "Gửi lô 12 và 13 đi kiểm. Phiếu hẹn 14/09.")
      ]),
    DemoSeed(
      code: "ST-0006", title: "Tôm khô sấy lạnh", kind: .enterprise,
      field: "Chế biến thực phẩm", place: "Vĩnh Châu",
      representative: "Thạch Thị Mỹ Dung", birthYear: 1982, phone: "02993803146",
      email: "dung@tomkho.example",
      organisation: "Công ty TNHH Tôm khô Mỹ Dung", taxCode: "2200996279",
      source: .techfest2018, foundOn: 181124,
      summary: "Cơ sở tôm khô đổi từ phơi nắng sang sấy lạnh, hấp bằng hơi thay luộc.",
      problem: "Tôm phơi nắng phai màu, dính bụi, luộc làm mất ngọt.",
      solution: "Hấp hơi 3 phút, sấy lạnh 10 giờ, tách vỏ bằng lồng quay.",
      technology: "Bơm nhiệt 18 kW; lồng quay tách vỏ tự chế.",
      needs: Needs(management: 5, vision: 5, approach: 4, on: 190610),
      lead: .ray, support: .anh,
      nextStep: "Kiểm nghiệm lô thứ hai", due: 200921,
      tags: ["tôm khô", "sấy lạnh"],
      moves: [
        .entered(190325), .forward(to: 1, 190513), .forward(to: 2, 190729),
        .forward(to: 3, 200121), .forward(to: 4, 200810),
      ]),
    DemoSeed(
      code: "ST-0004", title: "Máy sạ cụm", kind: .enterprise,
      field: "Cơ khí, tự động hóa", place: "Thạnh Trị",
      representative: "Nguyễn Minh Triết", birthYear: 1975, phone: "02993803183",
      email: "triet@cokhi.example",
      organisation: "Doanh nghiệp tư nhân Cơ khí Minh Triết", taxCode: "2200996342",
      source: .techfest2018, foundOn: 181123,
      summary: """
        Xưởng cơ khí làm máy sạ cụm gắn máy cày nhỏ, giảm lượng giống còn 60 kg một héc-ta.
        """,
      problem: "Sạ lan tốn 150-200 kg giống một héc-ta, lúa đổ ngã.",
      solution: "Bánh gieo theo cụm, chỉnh khoảng cách, làm khớp máy cày 24 mã lực.",
      technology: "Bánh gieo nhựa ép; cơ cấu chống tắc hạt.",
      intellectualProperty: "Đơn giải pháp hữu ích về bánh gieo đã được chấp nhận hợp lệ.",
      needs: Needs(management: 3, vision: 3, approach: 3, on: 190524),
      lead: .ray, support: .phuc,
      nextStep: "Tổng kết một năm áp dụng", due: 201020,
      tags: ["cơ khí", "lúa"],
      moves: [
        .entered(190314), .forward(to: 1, 190422), .forward(to: 2, 190610),
        .forward(to: 3, 190923), .forward(to: 4, 200203), .forward(to: 5, 200601),
      ],
      remarks: [
        Remark(
          200605, .ray,
          "Đã bán 14 máy trong vụ hè thu.")
      ]),
    DemoSeed(
      code: "ST-0007", title: "Ghe vỏ composite", kind: .enterprise,
      field: "Cơ khí, tự động hóa", place: "Long Phú",
      representative: "Huỳnh Văn Lợi", birthYear: 1971, phone: "02993803220",
      organisation: "Công ty TNHH Đóng ghe Hai Lợi", taxCode: "2200996416",
      source: .search("Tự tìm: khảo sát làng đóng ghe"), foundOn: 190401,
      summary: "Trại đóng ghe gỗ chuyển sang vỏ composite cho ghe chở hàng 5 tấn.",
      problem: "Gỗ tốt hiếm và đắt, ghe gỗ vào nước lợ mau mục.",
      solution: "Khuôn ghép ba mảnh, đắp sợi thủy tinh, giữ dáng ghe quen của địa phương.",
      technology: "Hút chân không khi đắp; thử tải và ổn định trên sông.",
      needs: Needs(management: 5, vision: 4, approach: 5, on: 190612),
      lead: .ray, support: .anh,
      nextStep: "Học quản lý xưởng với đợt tháng 10", due: 201008,
      tags: ["đóng ghe"],
      moves: [
        .entered(190401), .forward(to: 1, 190520), .forward(to: 2, 190708),
        .forward(to: 3, 191125),
        .back(to: 2, 200217, because: "Vỏ mẫu đầu nặng hơn tính toán 12 %"),
        .forward(to: 3, 200420), .forward(to: 4, 200629), .forward(to: 5, 200817),
      ],
      remarks: [
        Remark(
          200820, .ray,
          "Giấy chứng nhận an toàn đã có. Trại nhận ba đơn mới.")
      ]),
    DemoSeed(
      code: "ST-0012", title: "Viên nén trấu", kind: .enterprise,
      field: "Vật liệu, môi trường", place: "Thạnh Trị",
      representative: "Lâm Văn Tuấn", birthYear: 1977, phone: "02993803257",
      organisation: "Công ty TNHH Năng lượng Trấu Việt Hưng", taxCode: "2200996487",
      source: .referral("Phòng Kinh tế và Hạ tầng huyện Thạnh Trị"), foundOn: 190520,
      summary: "Nhà máy xay xát làm thêm viên nén trấu cho lò hơi.",
      problem: "Trấu chất đống chiếm kho, bán xô giá thấp.",
      solution: "Ép viên 8 mm, sấy bằng nhiệt thừa của lò.",
      technology: "Máy ép khuôn phẳng; thay bạc đạn bằng loại chịu bụi.",
      needs: Needs(management: 4, vision: 5, approach: 4, on: 190722),
      lead: .lan, support: .phuc,
      tags: ["trấu", "năng lượng"],
      moves: [
        .entered(190520), .forward(to: 1, 190701), .forward(to: 2, 190923),
        .setAside(200325, because: "Khách hàng lò hơi giảm sản lượng vì COVID-19"),
      ]),
    DemoSeed(
      code: "ST-0028", title: "Nước uống đóng bình", kind: .enterprise,
      field: "Chế biến thực phẩm", place: "Cù Lao Dung",
      representative: "Trần Văn Sáu", birthYear: 1970, phone: "02993803294",
      organisation: "Doanh nghiệp tư nhân Nước uống Sáu Nhỏ", taxCode: "2200996550",
      source: .search("Tự tìm: danh sách doanh nghiệp huyện"), foundOn: 190722,
      summary: "Cơ sở nước đóng bình xin hỗ trợ thay màng lọc.",
      problem: "Nước giếng khoan nhiễm mặn nhẹ vào mùa khô.",
      solution: "Thay màng lọc và thêm đèn cực tím.",
      lead: .lan,
      tags: ["nước uống"],
      moves: [
        .entered(190722), .forward(to: 1, 190826),
        .dropped(
          191015, because: "Chỉ thay thiết bị cùng loại, không có nội dung đổi mới công nghệ"),
      ]),
  ]
}
