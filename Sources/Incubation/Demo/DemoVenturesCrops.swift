extension DemoSeed {
  /// Onions, fruit, lotus, sugar cane: hành tím, cây ăn trái, sen, mía.
  static let crops: [DemoSeed] = [
    DemoSeed(
      code: "ST-0062", title: "Đậu phộng Khmer", kind: .idea,
      field: "Nông nghiệp công nghệ cao", place: "Vĩnh Châu",
      representative: "Thạch Sơn", birthYear: 1982, phone: "0368408798",
      source: .referral("Ủy ban nhân dân thị xã Vĩnh Châu"), foundOn: 200912,
      summary: """
        Đậu phộng giống cũ của bà con Khmer trồng trên giồng cát, rang muối và đóng gói nhỏ.
        """,
      problem: "Giống cũ thơm nhưng bị thay dần; bán tươi giá thấp khi vào vụ.",
      lead: .ray,
      nextStep: "Thẩm định hồ sơ", due: 200922,
      tags: ["đậu phộng", "giồng cát"],
      moves: [
        .entered(200912)
      ]),
    DemoSeed(
      code: "ST-0045", title: "Bột sữa hạt sen", kind: .startup,
      field: "Chế biến thực phẩm", place: "Mỹ Tú",
      representative: "Lý Thị Hoa", birthYear: 1990, phone: "0912513527",
      email: "hoa@hatsen.example",
      organisation: "Cơ sở Hạt Sen Mỹ Tú",
      source: .contest2020, foundOn: 200803,
      summary: "Bột sữa hạt sen pha nhanh cho người lớn tuổi, dùng sen trồng trên ruộng trũng.",
      problem: "Hạt sen tươi chỉ giữ được hai ngày, rộ vụ rớt giá còn một nửa.",
      solution: "Hấp, nghiền ướt, sấy phun cùng đậu nành, đóng gói 30 g.",
      lead: .lan, support: .phuc,
      nextStep: "Gọi lại, nhận mẫu bột thử", due: 200912,
      tags: ["sen", "phụ nữ"],
      moves: [
        .entered(200803), .forward(to: 1, 200821),
      ],
      remarks: [
        Remark(200824, .lan, "Chưa gửi mẫu bột như đã hẹn. Gọi hai lần không gặp.")
      ]),
    DemoSeed(
      code: "ST-0048", title: "Gia vị hành tím sấy", kind: .startup,
      field: "Chế biến thực phẩm", place: "Vĩnh Châu",
      representative: "Trần Thị Sà Phol", birthYear: 1988, phone: "0384618256",
      source: .referral("Hội Liên hiệp Phụ nữ thị xã Vĩnh Châu"), foundOn: 200812,
      summary: "Hành tím loại nhỏ sấy giòn, xay thô với muối tôm làm gia vị chấm trái cây.",
      problem: "Hành loại ba không ai mua, phải bỏ hoặc cho heo ăn.",
      solution: "Mua lại hành loại ba, sấy hai lần, trộn và đóng hũ 80 g.",
      lead: .ray, support: .anh,
      nextStep: "Thẩm định, nếm thử ba công thức", due: 200918,
      tags: ["hành tím", "phụ nữ Khmer"],
      moves: [
        .entered(200812), .forward(to: 1, 200828),
      ]),
    DemoSeed(
      code: "ST-0014", title: "Kho mát hành tím", kind: .startup,
      field: "Nông nghiệp công nghệ cao", place: "Vĩnh Châu",
      representative: "Quách Minh Tâm", birthYear: 1981, phone: "0939722985",
      email: "tam@khomat.example",
      organisation: "Hợp tác xã Hành tím Giồng Nổi", taxCode: "2200100118",
      source: .contest2019, foundOn: 190603,
      summary: """
        Kho mát 20 tấn cách nhiệt bằng rơm ép, quạt hút ban đêm, giữ hành tím thêm ba tháng.
        """,
      problem: "Hành thu rộ tháng giêng, hai, để ngoài sân hao 30 % sau hai tháng.",
      solution: "Tận dụng gió đêm, tường rơm ép, giữ 18-20 độ và ẩm 65 %.",
      technology: """
        Điều khiển quạt theo chênh lệch nhiệt ẩm trong và ngoài; tường rơm ép chống cháy.
        """,
      needs: Needs(management: 6, vision: 5, approach: 7, on: 190814),
      lead: .ray, support: .phuc,
      nextStep: "Nghiệm thu kho mẫu với hợp tác xã", due: 200910,
      tags: ["hành tím", "bảo quản"],
      moves: [
        .entered(190603), .forward(to: 1, 190620), .forward(to: 2, 190711),
        .forward(to: 3, 200605),
      ],
      remarks: [
        Remark(200605, .ray, "Dựng xong tường. Còn thiếu bộ điều khiển quạt."),
        Remark(
          200902, .ray,
          "Hợp tác xã bận xuống giống, xin lùi ngày nghiệm thu nhưng chưa định ngày."),
      ]),
    DemoSeed(
      code: "ST-0024", title: "Nhãn sấy dẻo không hạt", kind: .startup,
      field: "Chế biến thực phẩm", place: "Cù Lao Dung",
      representative: "Nguyễn Văn Út Em", birthYear: 1979, phone: "0703827714",
      organisation: "Tổ hợp tác nhãn An Thạnh",
      source: .contest2019, foundOn: 190621,
      summary: "Nhãn tách hạt sấy dẻo, không thêm đường, đóng hộp 200 g làm quà du lịch cù lao.",
      problem: "Nhãn chín rộ trong ba tuần, qua phà tốn công, thương lái ép giá.",
      solution: "Tách hạt bằng dụng cụ tay cải tiến, sấy hai giai đoạn, đóng hộp ngay tại vườn.",
      technology: "Sấy bơm nhiệt kết hợp nắng; dụng cụ tách hạt do nhóm tự chế.",
      needs: Needs(management: 8, vision: 6, approach: 7, on: 190912),
      lead: .lan, support: .anh,
      nextStep: "Chốt mẫu hộp với cơ sở in", due: 200908,
      tags: ["nhãn", "du lịch vườn"],
      moves: [
        .entered(190621), .forward(to: 1, 190708), .forward(to: 2, 190829),
        .setAside(200330, because: "Giãn cách xã hội, không có khách qua cù lao"),
        .resumed(200601),
        .back(to: 1, 200612, because: "Đổi sang sấy hai giai đoạn, phải thẩm định lại"),
        .forward(to: 2, 200728),
      ],
      remarks: [
        Remark(200728, .lan, "Vụ nhãn năm nay trúng, nhóm làm tiếp. Lấy lại mẫu hộp cũ để sửa.")
      ]),
    DemoSeed(
      code: "ST-0040", title: "Mật mía nấu chậm", kind: .startup,
      field: "Chế biến thực phẩm", place: "Cù Lao Dung",
      representative: "Kim Thị Sa Mết", birthYear: 1986, phone: "0947932443",
      organisation: "Tổ phụ nữ nấu mật mía Đại Ân",
      source: .referral("Hội Liên hiệp Phụ nữ huyện Cù Lao Dung"), foundOn: 200302,
      summary: "Mật mía nấu chậm bằng chảo gang, lọc qua vải, đóng chai thủy tinh 350 ml.",
      problem: "Nhà máy đường mua mía thấp hơn giá thành; nhiều hộ bỏ mía.",
      solution: "Chọn mía tơ, lọc hai lần, canh độ đường bằng khúc xạ kế thay vì đoán bằng mắt.",
      technology: "Khúc xạ kế cầm tay, nồi hai vỏ, chiết nóng để giữ vô trùng.",
      needs: Needs(management: 9, vision: 7, approach: 8, on: 200710),
      lead: .lan, support: .phuc,
      nextStep: "Học cách tính giá thành", due: 200925,
      tags: ["mía", "phụ nữ Khmer"],
      moves: [
        .entered(200302), .forward(to: 1, 200518), .forward(to: 2, 200630),
      ],
      remarks: [
        Remark(200630, .lan, "Chậm ba tháng ở khâu đầu vì giãn cách xã hội.")
      ]),
    DemoSeed(
      code: "ST-0032", title: "Tinh dầu vỏ bưởi", kind: .startup,
      field: "Chế biến thực phẩm", place: "Kế Sách",
      representative: "Phạm Thị Ngọc Diễm", birthYear: 1992, phone: "0835037172",
      email: "diem@vobuoi.example",
      organisation: "Công ty TNHH Vỏ Bưởi Kế An", taxCode: "2200100069",
      source: .techfest2019, foundOn: 191018,
      summary: """
        Chưng cất tinh dầu từ vỏ bưởi năm roi của cơ sở làm nem bưởi, bán dầu gội và xịt tóc.
        """,
      problem: "Cơ sở chế biến bỏ vỏ bưởi, mỗi tuần gần một tấn, gây mùi.",
      solution: "Chưng cất lôi cuốn hơi nước trong ngày, phối dầu gội theo ba công thức.",
      technology: "Nồi chưng 50 lít inox; kiểm thành phần bằng sắc ký khí.",
      needs: Needs(management: 5, vision: 6, approach: 6, on: 191216),
      lead: .lan, support: .anh,
      nextStep: "Làm 100 chai mẫu", due: 200926,
      tags: ["bưởi", "mỹ phẩm"],
      moves: [
        .entered(191018), .forward(to: 1, 191111), .forward(to: 2, 191209),
        .forward(to: 3, 200706),
      ],
      remarks: [
        Remark(200707, .anh, "Đã gửi mẫu chai của ba nhà cung cấp ở TP.HCM.")
      ]),
    DemoSeed(
      code: "ST-0022", title: "Màng bọc bã mía", kind: .startup,
      field: "Vật liệu", place: "Cù Lao Dung",
      representative: "Ngô Phước", birthYear: 1987, phone: "0978141901",
      email: "phuoc@bamia.example",
      organisation: "Công ty TNHH Bã Mía Xanh", taxCode: "2200995010",
      source: .contest2019, foundOn: 190618,
      summary: "Màng bọc trái cây làm từ bột giấy bã mía và tinh bột, thay xốp lưới và màng nhựa.",
      problem: "Trái cây xuất đi bọc xốp nhựa; bã mía ở lò đường thủ công bị đốt bỏ.",
      solution: "Nấu kiềm loãng, xeo tấm mỏng, phủ sáp ong, cắt theo cỡ trái.",
      technology: "Nấu bột bã mía ở áp suất thường; nhúng phủ sáp.",
      intellectualProperty: "Đã nộp đơn giải pháp hữu ích về cách phủ sáp.",
      needs: Needs(management: 4, vision: 5, approach: 3, on: 190826),
      lead: .lan, support: .phuc,
      nextStep: "Đo độ bền đợt 2", due: 200928,
      tags: ["mía", "bao bì"],
      moves: [
        .entered(190618), .forward(to: 1, 190705), .forward(to: 2, 190805),
        .forward(to: 3, 200113), .forward(to: 4, 200824),
      ],
      remarks: [
        Remark(200825, .lan, "Đợt đo 1: bền ướt đạt, bền xé chưa đạt ở mép. Sửa khuôn cắt.")
      ]),
    DemoSeed(
      code: "ST-0025", title: "Bán trái cây qua mạng", kind: .idea,
      field: "Công nghệ thông tin", place: "Kế Sách",
      representative: "Lê Hoài Bảo", birthYear: 1999, phone: "0356246630",
      source: .contest2019, foundOn: 190624,
      summary: "Trang bán trái cây theo giỏ tuần cho khách TP.HCM.",
      problem: "Nhà vườn không bán lẻ được cho khách ở xa.",
      solution: "Gom đơn theo tuần, giao bằng xe khách chiều thứ năm.",
      lead: .lan,
      tags: ["bán hàng"],
      moves: [
        .entered(190624), .forward(to: 1, 190710),
        .dropped(190802, because: "Không có điểm mới so với các trang đã chạy; nhóm còn một người"),
      ]),
  ]
}
