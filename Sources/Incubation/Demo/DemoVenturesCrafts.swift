extension DemoSeed {
  /// Khmer crafts and tourism: nghề thủ công Khmer và du lịch.
  static let crafts: [DemoSeed] = [
    DemoSeed(
      code: "ST-0034", title: "Thổ cẩm Khmer đương đại", kind: .startup,
      field: "Thủ công mỹ nghệ Khmer", place: "Trần Đề",
      representative: "Thạch Thị Sô Phia", birthYear: 1983, phone: "0939979733",
      organisation: "Tổ dệt Sóc Lớn",
      source: .techfest2019, foundOn: 191018,
      summary: """
        Khăn và túi từ vải dệt Khmer, hoa văn cũ phối màu mới, bán cho khách du lịch và cửa \
        hàng quà.
        """,
      problem: "Nghệ nhân còn ít, vải dệt xong bán chậm vì chỉ dùng trong lễ.",
      solution: "Số hóa hoa văn, may thành túi và khăn cỡ nhỏ, nhận đặt theo mẫu.",
      technology: "Vẽ lại hoa văn trên máy tính; thuốc nhuộm từ vỏ cây và lá bàng.",
      needs: Needs(management: 9, vision: 8, approach: 8, on: 200612),
      lead: .ray, support: .anh,
      tags: ["thổ cẩm", "phụ nữ Khmer"],
      moves: [
        .entered(191018), .forward(to: 1, 191112),
        .setAside(200320, because: "Khách du lịch vắng, tổ dệt tạm nghỉ"), .resumed(200521),
        .forward(to: 2, 200601),
      ],
      remarks: [
        Remark(200603, .ray, "Có 9 người dệt, trẻ nhất 34 tuổi."),
        Remark(200706, .anh, "Đã hỏi một trường thiết kế ở TP.HCM, chưa có trả lời."),
      ]),
    DemoSeed(
      code: "ST-0039", title: "Chiếu lác dệt dày", kind: .startup,
      field: "Thủ công mỹ nghệ Khmer", place: "Mỹ Xuyên",
      representative: "Sơn Thị Đa Ra", birthYear: 1980, phone: "0703084462",
      organisation: "Tổ hợp tác chiếu Ngọc Tố",
      source: .referral("Phòng Kinh tế và Hạ tầng huyện Mỹ Xuyên"), foundOn: 191204,
      summary: "Chiếu lác dệt dày khổ nhỏ, in hoa văn ghe ngo, làm thảm ngồi và khay lót bàn.",
      problem: "Chiếu nhựa rẻ lấn thị trường, lớp trẻ bỏ nghề dệt.",
      solution: "Cải tiến khung dệt gọn hơn, lác sấy chống mốc, hàng nhỏ bán làm quà.",
      technology: "Sấy lác bằng buồng hơi nóng; nhuộm màu thực phẩm, cố màu bằng phèn chua.",
      needs: Needs(management: 8, vision: 9, approach: 7, on: 200604),
      lead: .ray, support: .phuc,
      nextStep: "Gửi mẫu thảm cho ba cửa hàng", due: 201005,
      tags: ["chiếu", "làng nghề"],
      moves: [
        .entered(191204), .forward(to: 1, 200102), .forward(to: 2, 200528),
      ],
      remarks: [
        Remark(200529, .ray, "Phải đợi lác vụ mới mới làm được mẫu.")
      ]),
    DemoSeed(
      code: "ST-0059", title: "Du lịch vườn trên cồn", kind: .idea,
      field: "Du lịch", place: "Kế Sách",
      representative: "Phan Thị Mỹ Nương", birthYear: 1990, phone: "0947189191",
      source: .search("Tự tìm: khảo sát du lịch cồn"), foundOn: 200831,
      summary: "Tuyến một ngày trên cồn: xuồng chèo, hái trái, nấu ăn với chủ vườn.",
      problem: "Khách đến cồn chỉ ăn trái rồi về, nhà vườn thu chưa đủ công.",
      lead: .lan,
      nextStep: "Đi thử tuyến với năm khách", due: 200926,
      tags: ["du lịch vườn"],
      moves: [
        .entered(200831)
      ]),
    DemoSeed(
      code: "ST-0037", title: "Tuyến ghe ngo và chùa Khmer", kind: .startup,
      field: "Du lịch", place: "TP Sóc Trăng",
      representative: "Lý Sóc Kha", birthYear: 1992, phone: "0835293920",
      email: "kha@ghengo.example",
      source: .techfest2019, foundOn: 191019,
      summary: "Tuyến hai ngày học chèo ghe ngo, nghe nhạc ngũ âm và ở nhà dân quanh chùa.",
      problem: "Khách chỉ đến vào ngày lễ Ok Om Bok, còn lại các chùa vắng.",
      solution: "Hợp đồng với ba chùa và tám hộ, hướng dẫn viên người Khmer tại chỗ.",
      technology: "Đặt chỗ qua ứng dụng, bản thuyết minh ba thứ tiếng.",
      needs: Needs(management: 6, vision: 7, approach: 8, on: 191210),
      lead: .ray, support: .anh,
      tags: ["du lịch", "ghe ngo"],
      moves: [
        .entered(191019), .forward(to: 1, 191107), .forward(to: 2, 191202),
        .setAside(200406, because: "Dừng vì COVID-19, chưa hẹn ngày làm lại"),
      ]),
  ]
}
