extension DemoSeed {
  /// Rice, and what the paddy leaves behind: gạo, lúa và phụ phẩm của ruộng lúa.
  static let rice: [DemoSeed] = [
    DemoSeed(
      code: "ST-0060", title: "Gạo ST tuần hoàn", kind: .idea,
      field: "Nông nghiệp công nghệ cao", place: "Châu Thành",
      representative: "Trần Thị Cẩm Hường", birthYear: 1994,
      organisation: "Tổ hợp tác Hạt Vàng",
      source: .contest2020, foundOn: 200903,
      summary: """
        Trồng lúa thơm ST theo vòng khép kín: rơm ủ nấm, bã nấm trả về ruộng, trấu làm chất đốt \
        sấy lúa.
        """,
      lead: .lan,
      nextStep: "Gặp chuyên gia canh tác lúa", due: 200918,
      tags: ["lúa thơm", "tuần hoàn"],
      moves: [
        .entered(200903)
      ],
      remarks: [
        Remark(
          200904, .lan,
          "Bài dự thi nộp ngày cuối, thiếu số điện thoại. Hỏi lại qua Hội Nông dân xã.")
      ]),
    DemoSeed(
      code: "ST-0053", title: "Bẫy đèn bắt rầy nâu", kind: .idea,
      field: "Cơ khí, tự động hóa", place: "Ngã Năm",
      representative: "Danh Minh Hiếu", birthYear: 2001, phone: "0939209489",
      source: .contest2020, foundOn: 200824,
      summary: """
        Bẫy đèn chạy pin mặt trời, đếm rầy nâu mỗi đêm và nhắn tin cho tổ dịch vụ bảo vệ thực \
        vật.
        """,
      problem: "Nông dân phát hiện rầy trễ vài ngày nên phải phun thuốc nhiều lần.",
      lead: .ray,
      nextStep: "Xem bẫy mẫu tại ruộng", due: 200916,
      tags: ["lúa", "sinh viên"],
      moves: [
        .entered(200824)
      ]),
    DemoSeed(
      code: "ST-0058", title: "Ứng dụng gọi máy gặt", kind: .idea,
      field: "Công nghệ thông tin", place: "Thạnh Trị",
      representative: "Lê Quốc Khánh", birthYear: 1997, phone: "0703314218",
      email: "khanh@maygat.example",
      source: .search("Tự tìm: nhóm sinh viên công nghệ thông tin"), foundOn: 200828,
      summary: """
        Ứng dụng ghép ruộng đến ngày gặt với chủ máy gặt gần nhất, báo giá trước theo công.
        """,
      problem: "Vào vụ rộ, nông dân chờ máy ba đến năm ngày, lúa chín quá lứa và rụng hạt.",
      lead: .lan,
      nextStep: "Phỏng vấn 10 chủ máy gặt", due: 200925,
      tags: ["lúa", "ứng dụng"],
      moves: [
        .entered(200828)
      ]),
    DemoSeed(
      code: "ST-0042", title: "Lúa sạch trên ruộng tôm", kind: .startup,
      field: "Nông nghiệp công nghệ cao", place: "Mỹ Xuyên",
      representative: "Thạch Ngọc Rinh", birthYear: 1986, phone: "0947418947",
      organisation: "Tổ hợp tác lúa tôm Hòa Tú",
      source: .referral("Phòng Nông nghiệp và PTNT huyện Mỹ Xuyên"), foundOn: 200615,
      summary: """
        Lúa thơm trồng trên nền ruộng nuôi tôm nước lợ, không dùng thuốc hóa học, bán kèm câu \
        chuyện tôm lúa.
        """,
      problem: "Lúa trên đất tôm ít dư lượng nhưng thương lái mua bằng giá lúa thường.",
      solution: "Ghi nhật ký từng thửa, kiểm dư lượng mỗi vụ, đóng túi 2 kg và dán mã truy xuất.",
      technology: """
        Quy trình canh tác lúa tôm luân canh; giống lúa thơm chịu mặn 3-4 phần nghìn giai đoạn \
        mạ.
        """,
      needs: Needs(management: 7, vision: 5, approach: 8, on: 200820),
      lead: .ray, support: .phuc,
      nextStep: "Tập huấn ghi nhật ký điện tử", due: 200924,
      tags: ["lúa tôm", "truy xuất"],
      moves: [
        .entered(200615),
        .forward(to: 1, 200706, because: "Vụ lúa bắt đầu tháng 9, còn kịp lập kế hoạch"),
        .forward(to: 2, 200819),
      ],
      remarks: [
        Remark(
          200820, .ray,
          "Hai mươi hai hộ đồng ý ghi nhật ký. Cần mẫu sổ song ngữ Việt - Khmer.")
      ]),
    DemoSeed(
      code: "ST-0021", title: "Nấm rơm trong nhà", kind: .startup,
      field: "Nông nghiệp công nghệ cao", place: "Thạnh Trị",
      representative: "Sơn Thị Sa Vươne", birthYear: 1990, phone: "0835523676",
      organisation: "Tổ nấm rơm Tuân Tức",
      source: .contest2019, foundOn: 190617,
      summary: """
        Trồng nấm rơm trong nhà lưới từ rơm cuộn, thu quanh năm, bã nấm bán làm phân hữu cơ.
        """,
      problem: "Nấm trồng ngoài trời mất mùa khi mưa trái vụ; rơm sau gặt thường bị đốt.",
      solution: "Nhà trồng ba tầng kệ, giữ nhiệt 30-35 độ, phun sương theo giờ.",
      technology: """
        Thanh trùng rơm bằng hơi nước, meo giống cấp hai, điều khiển ẩm bằng rơ-le hẹn giờ.
        """,
      needs: Needs(management: 6, vision: 4, approach: 7, on: 190905),
      lead: .lan, support: .anh,
      nextStep: "Chạy lại lứa thử thứ ba", due: 200930,
      tags: ["rơm", "nấm", "phụ nữ Khmer"],
      moves: [
        .entered(190617), .forward(to: 1, 190701), .forward(to: 2, 190812),
        .forward(to: 3, 191202),
        .back(to: 2, 200703, because: "Hai lứa thử nhiễm mốc xanh, phải làm lại khâu thanh trùng"),
      ],
      remarks: [
        Remark(
          200703, .lan,
          """
          Kiểm tra tại nhà trồng: hơi nước không tới góc trong. Chuyên gia phía TP.HCM đề \
          nghị đổi lò hơi.
          """),
        Remark(200818, .anh, "Đã gửi bản vẽ lò hơi nhỏ, tham khảo của một trại nấm ở Củ Chi."),
      ]),
    DemoSeed(
      code: "ST-0030", title: "Gạch lát tro trấu", kind: .startup,
      field: "Vật liệu", place: "Ngã Năm",
      representative: "Huỳnh Tấn Lực", birthYear: 1983, phone: "0978628405",
      email: "luc@trotrau.example",
      organisation: "Công ty TNHH Vật liệu Tân Lực", taxCode: "2200100090",
      source: .techfest2019, foundOn: 191018,
      summary: "Gạch lát vỉa hè dùng tro trấu thay một phần xi măng, nhẹ và thoát nước nhanh.",
      problem: "Lò sấy lúa thải mỗi năm hàng trăm tấn tro trấu, đổ ra kênh gây bồi lắng.",
      solution: "Trộn tro trấu nghiền mịn 15-20 % với xi măng và cát, ép rung, dưỡng ẩm 14 ngày.",
      technology: "Nghiền bi tro trấu, phối trộn theo cấp hạt, ép rung thủy lực 80 tấn.",
      intellectualProperty: "Đã nộp đơn kiểu dáng công nghiệp viên gạch lục giác.",
      needs: Needs(management: 5, vision: 6, approach: 4, on: 191212),
      lead: .lan, support: .phuc,
      nextStep: "Đo độ mài mòn mẫu thứ hai", due: 200929,
      tags: ["tro trấu", "vật liệu xây dựng"],
      moves: [
        .entered(191018), .forward(to: 1, 191104), .forward(to: 2, 191125),
        .forward(to: 3, 200729),
      ],
      remarks: [
        Remark(
          200805, .lan,
          "Đã có 200 viên mẫu lát thử sân nhà văn hóa khóm, hẹn ba tháng xem lại.")
      ]),
    DemoSeed(
      code: "ST-0017", title: "Phân bón từ rơm", kind: .startup,
      field: "Nông nghiệp công nghệ cao", place: "Thạnh Trị",
      representative: "Võ Hoàng Nam", birthYear: 1988, phone: "0356733134",
      email: "nam@phanrom.example",
      organisation: "Hợp tác xã Nông nghiệp Rơm Vàng", taxCode: "2200100051",
      source: .contest2019, foundOn: 190610,
      summary: "Phân hữu cơ ủ từ rơm và bã nấm, bón lót cho lúa và rau màu, đóng bao 25 kg.",
      problem: "Đốt rơm làm đất chai và khói bụi; phân hữu cơ nhập về giá cao.",
      solution: "Ủ rơm 45 ngày với phân bò và nấm đối kháng, đảo ba lần, sàng và đóng bao.",
      technology: "Chủng nấm Trichoderma phân lập tại địa phương; ủ hiếu khí có đảo trộn cơ giới.",
      intellectualProperty: "Đã nộp đơn nhãn hiệu «Rơm Vàng».",
      needs: Needs(management: 5, vision: 5, approach: 4, on: 190830),
      lead: .ray, support: .phuc,
      nextStep: "Nhận kết quả kiểm nghiệm", due: 200918,
      tags: ["rơm", "phân hữu cơ"],
      moves: [
        .entered(190610), .forward(to: 1, 190626), .forward(to: 2, 190715),
        .forward(to: 3, 191021),
        .setAside(200401, because: "Giãn cách xã hội, trại ủ ngừng nhận rơm"), .resumed(200504),
        .forward(to: 4, 200803),
      ],
      remarks: [
        Remark(
          200803, .ray,
          "Gửi ba mẫu cho trung tâm kiểm nghiệm: hữu cơ, độ ẩm, kim loại nặng."),
        Remark(200907, .ray, "Trung tâm báo có kết quả ngày 18/09."),
      ]),
    DemoSeed(
      code: "ST-0001", title: "Gạo mầm nước ấm", kind: .startup,
      field: "Chế biến thực phẩm", place: "Mỹ Xuyên",
      representative: "Ngô Thị Bích Trâm", birthYear: 1985, phone: "0918837863",
      email: "tram@gaomam.example",
      organisation: "Công ty TNHH Gạo mầm Bích Trâm", taxCode: "2200100012",
      source: .techfest2018, foundOn: 181123,
      summary: """
        Gạo lứt thơm ủ nảy mầm, sấy nhẹ, dùng cho người ăn kiêng; bán túi 1 kg ở siêu thị và \
        trên mạng.
        """,
      problem: "Gạo lứt thường cứng, khó nấu; người bệnh tiểu đường khó ăn lâu dài.",
      solution: "Ngâm nước ấm, ủ 20 giờ cho nhú mầm, sấy dưới 45 độ để giữ vị và hạt không vỡ.",
      technology: "Ủ mầm kiểm soát nhiệt độ, sấy bơm nhiệt; đo hàm lượng GABA từng lô.",
      intellectualProperty: "Nhãn hiệu «Bích Trâm» đã được cấp văn bằng bảo hộ.",
      needs: Needs(management: 3, vision: 4, approach: 3, on: 190605),
      lead: .lan, support: .phuc,
      nextStep: "Gặp quỹ đầu tư ở TP.HCM", due: 201006,
      tags: ["gạo lứt", "thực phẩm", "đã bán"],
      moves: [
        .entered(190304), .forward(to: 1, 190318), .forward(to: 2, 190408),
        .forward(to: 3, 190722), .forward(to: 4, 191209), .forward(to: 5, 200520),
      ],
      remarks: [
        Remark(200522, .lan, "Ký hợp đồng bán thử tại 12 cửa hàng ở TP.HCM."),
        Remark(200901, .phuc, "Nhà đầu tư hẹn gặp đầu tháng 10, cần bảng dòng tiền 24 tháng."),
      ]),
  ]
}
