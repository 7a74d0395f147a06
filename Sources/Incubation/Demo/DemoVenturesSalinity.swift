extension DemoSeed {
  /// Living with salt water and drought: đối phó với nước mặn và khô hạn.
  static let salinity: [DemoSeed] = [
    DemoSeed(
      code: "ST-0035", title: "Trạm đo mặn giá rẻ", kind: .startup,
      field: "Cơ khí, tự động hóa", place: "Long Phú",
      representative: "Lâm Quốc Thái", birthYear: 1990, phone: "0978885153",
      email: "thai@domansong.example",
      organisation: "Nhóm Đo Mặn Sông Hậu",
      source: .techfest2019, foundOn: 191019,
      summary: """
        Trạm đo mặn chạy pin mặt trời đặt ở cống, nhắn tin cho nhà vườn khi độ mặn vượt ngưỡng.
        """,
      problem: "Nhà vườn lấy nhầm nước mặn vào mương, cây cháy lá chỉ sau một đêm.",
      solution: "Mỗi cống một trạm, đo 15 phút một lần, nhắn tin theo ngưỡng từng loại cây.",
      technology: "Đầu đo độ dẫn điện bù nhiệt, truyền LoRa, trạm gốc dùng sim điện thoại.",
      needs: Needs(management: 6, vision: 7, approach: 4, on: 191220),
      lead: .ray, support: .phuc,
      nextStep: "Lắp trạm thứ tư ở cống Cái Oanh", due: 200928,
      tags: ["độ mặn", "cảm biến", "hạn mặn"],
      moves: [
        .entered(191019), .forward(to: 1, 191108), .forward(to: 2, 191216),
        .setAside(200403, because: "Giãn cách xã hội, không lắp được trạm"), .resumed(200508),
        .forward(to: 3, 200601),
        .back(to: 2, 200710, because: "Đầu đo lệch sau một tháng, cần làm lại cách hiệu chuẩn"),
      ],
      remarks: [
        Remark(200212, .ray, "Mùa mặn về sớm, ba xã xin lắp trạm thử ngay."),
        Remark(
          200710, .ray,
          "So với máy đo chuẩn lệch đến 0,8 phần nghìn. Lùi về ươm tạo để làm lại."),
      ]),
    DemoSeed(
      code: "ST-0010", title: "Máy lọc nước lợ gia đình", kind: .startup,
      field: "Môi trường", place: "Trần Đề",
      representative: "Đỗ Minh Nhựt", birthYear: 1996, phone: "0356989882",
      email: "nhut@nuocngot.example",
      source: .stemDay2019, foundOn: 190518,
      summary: "Máy lọc nước lợ dưới 5 phần nghìn cho một hộ, chạy pin mặt trời, 60 lít mỗi ngày.",
      problem: "Mùa khô hộ ven biển mua nước ngọt 80.000 đồng một khối.",
      solution: "Màng lọc áp suất thấp, bơm chạy thẳng từ pin mặt trời, xả bù rửa màng tự động.",
      technology: "Màng thẩm thấu ngược áp suất thấp; bơm màng 24 V.",
      needs: Needs(management: 6, vision: 5, approach: 5, on: 190815),
      lead: .ray, support: .anh,
      tags: ["nước ngọt", "hạn mặn"],
      moves: [
        .entered(190520), .forward(to: 1, 190607), .forward(to: 2, 190708),
        .forward(to: 3, 191125),
        .setAside(200615, because: "Trưởng nhóm đi học nước ngoài đến giữa năm 2021"),
      ],
      remarks: [
        Remark(200615, .ray, "Giao lại hai máy mẫu cho trạm y tế xã giữ và dùng thử.")
      ]),
    DemoSeed(
      code: "ST-0051", title: "Vú sữa tím có tem truy xuất", kind: .idea,
      field: "Nông nghiệp công nghệ cao", place: "Kế Sách",
      representative: "Nguyễn Thị Thúy Liễu", birthYear: 1991, phone: "0918094611",
      source: .referral("Hội Nông dân huyện Kế Sách"), foundOn: 200819,
      summary: "Tem truy xuất cho vú sữa tím: quét mã thấy vườn, ngày bao trái, ngày hái.",
      problem: "Trái của huyện bị trộn với nơi khác, người mua xa không phân biệt được.",
      lead: .lan,
      nextStep: "Gặp ban quản trị tổ hợp tác", due: 200921,
      tags: ["vú sữa", "truy xuất"],
      moves: [
        .entered(200819)
      ]),
    DemoSeed(
      code: "ST-0047", title: "Chậu ươm từ xơ dừa", kind: .idea,
      field: "Vật liệu", place: "Kế Sách",
      representative: "Trần Hữu Phước", birthYear: 1998, phone: "0862199340",
      email: "phuoc@xodua.example",
      source: .contest2020, foundOn: 200810,
      summary: "Chậu ươm cây ép từ mụn và xơ dừa, trồng thẳng xuống đất, thay bầu nhựa đen.",
      problem: "Bầu nhựa khó thu gom, lẫn trong đất vườn nhiều năm không phân hủy.",
      solution: "Ép nóng mụn dừa đã xả chát với keo tinh bột, ba cỡ 8, 12 và 16 cm.",
      lead: .lan, support: .anh,
      nextStep: "Thẩm định khả năng ép khuôn", due: 200923,
      tags: ["xơ dừa", "không rác nhựa"],
      moves: [
        .entered(200810), .forward(to: 1, 200831),
      ],
      remarks: [
        Remark(200901, .anh, "Có thể mượn máy ép nhiệt nhỏ ở TP.HCM hai tuần.")
      ]),
    DemoSeed(
      code: "ST-0052", title: "Ống hút từ cây sậy", kind: .idea,
      field: "Môi trường", place: "Mỹ Tú",
      representative: "Huỳnh Như Ý", birthYear: 2000, phone: "0907304069",
      source: .contest2020, foundOn: 200821,
      summary: "Ống hút làm từ thân sậy phơi khô, luộc và sấy, dùng một lần rồi ủ thành phân.",
      problem: "Quán nước quanh chợ bỏ hàng nghìn ống hút nhựa mỗi ngày.",
      lead: .lan,
      nextStep: "Xem chỗ phơi sấy", due: 200918,
      tags: ["không rác nhựa"],
      moves: [
        .entered(200821)
      ]),
  ]
}
