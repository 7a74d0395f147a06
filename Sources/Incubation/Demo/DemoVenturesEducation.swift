extension DemoSeed {
  /// Schools, the Khmer language, STEM: trường học, tiếng Khmer, STEM.
  static let education: [DemoSeed] = [
    DemoSeed(
      code: "ST-0011", title: "Robot học đường", kind: .startup,
      field: "Giáo dục STEM", place: "TP Sóc Trăng",
      representative: "Trần Gia Huy", birthYear: 1994, phone: "0978398649",
      email: "huy@robothoc.example",
      organisation: "Công ty TNHH Robot Cửa Lớp", taxCode: "2200995363",
      source: .stemDay2019, foundOn: 190518,
      summary: """
        Robot nhỏ dạy từ vựng tiếng Khmer và tiếng Việt cho học sinh tiểu học, nghe và sửa cách \
        đọc.
        """,
      problem: """
        Trường vùng Khmer thiếu giáo viên dạy tiếng Khmer, học sinh ít dịp nghe phát âm chuẩn.
        """,
      solution: "Robot đọc mẫu, nghe học sinh đọc lại, chấm bằng đèn; bài học theo sách tỉnh.",
      technology: "Nhận dạng tiếng nói tập từ nhỏ, loa và micro chống ồn, pin dùng sáu giờ.",
      intellectualProperty: "Đã đăng ký quyền tác giả bộ âm thanh mẫu.",
      needs: Needs(management: 4, vision: 6, approach: 4, on: 190812),
      lead: .lan, support: .phuc,
      nextStep: "Làm xong mẫu 2", due: 200930,
      tags: ["robot", "tiếng Khmer", "trường học"],
      moves: [
        .entered(190520), .forward(to: 1, 190606), .forward(to: 2, 190703),
        .setAside(200401, because: "Trường đóng cửa vì COVID-19"), .resumed(200511),
        .forward(to: 3, 200612),
      ],
      remarks: [
        Remark(200612, .lan, "Mẫu 1 đã chạy ở hai lớp. Giáo viên góp ý tiếng robot còn nhỏ."),
        Remark(200903, .phuc, "Đã xin được 10 micro mẫu của nhà cung cấp ở Khu Công nghệ cao."),
      ]),
    DemoSeed(
      code: "ST-0013", title: "Bộ thí nghiệm từ vật liệu quê", kind: .startup,
      field: "Giáo dục STEM", place: "Mỹ Xuyên",
      representative: "Nguyễn Thị Cẩm Tú", birthYear: 1987, phone: "0356503378",
      email: "tu@thinghiemque.example",
      organisation: "Câu lạc bộ STEM Sông Nhu Gia",
      source: .stemDay2019, foundOn: 190518,
      summary: "Hộp 20 thí nghiệm vật lý, hóa học bằng tre, trấu, gáo dừa, kèm sách hướng dẫn.",
      problem: "Trường xã không có phòng thí nghiệm, bộ nhập giá cao và khó bổ sung.",
      solution: "Dùng vật liệu tìm được ở quê, sách vẽ hình, hướng dẫn quay phim ngắn.",
      technology: "Bản mẫu cắt khắc bằng máy nhỏ; đo bằng điện thoại thay cảm biến.",
      needs: Needs(management: 5, vision: 4, approach: 5, on: 190816),
      lead: .lan, support: .anh,
      nextStep: "Làm 30 bộ cho trường thử", due: 200924,
      tags: ["STEM", "trường học"],
      moves: [
        .entered(190522), .forward(to: 1, 190611), .forward(to: 2, 190722),
        .forward(to: 3, 200803),
      ],
      remarks: [
        Remark(200804, .lan, "Năm trường nhận thử từ đầu năm học.")
      ]),
    DemoSeed(
      code: "ST-0023", title: "Học tiếng Khmer qua trò chơi", kind: .startup,
      field: "Giáo dục STEM", place: "TP Sóc Trăng",
      representative: "Thạch Minh Trí", birthYear: 1997, phone: "0918608107",
      email: "tri@choihoc.example",
      source: .contest2019, foundOn: 190619,
      summary: "Ứng dụng trò chơi học chữ Khmer cho người mới bắt đầu, mỗi ngày mười phút.",
      problem: "Lớp học hè ở chùa chỉ ba tháng, hết hè là quên.",
      solution: "Trò ghép chữ, nghe và tô nét; có bài kiểm theo trình tự sách của chùa.",
      technology: "Phần mềm chạy không cần mạng; nhận nét viết bằng mẫu có sẵn.",
      needs: Needs(management: 6, vision: 5, approach: 6, on: 200818),
      lead: .ray, support: .anh,
      nextStep: "Thử với 30 học viên ở hai chùa", due: 200928,
      tags: ["tiếng Khmer", "ứng dụng"],
      moves: [
        .entered(190619), .forward(to: 1, 190729),
        .setAside(191104, because: "Nhóm đi thực tập, xin nghỉ nửa năm"), .resumed(200611),
        .forward(to: 2, 200812),
      ],
      remarks: [
        Remark(200813, .ray, "Sư cả của hai chùa đồng ý cho thử sau mùa an cư.")
      ]),
    DemoSeed(
      code: "ST-0054", title: "Từ điển ảnh tiếng Khmer", kind: .idea,
      field: "Giáo dục STEM", place: "Vĩnh Châu",
      representative: "Sơn Thị Sô Thia", birthYear: 1995, phone: "0862712836",
      source: .stemDay2020, foundOn: 200822,
      summary: "Bộ thẻ ảnh 300 từ ba thứ tiếng Việt, Khmer, Anh cho trẻ mầm non.",
      problem: "Trẻ vào lớp một nghe tiếng Việt chưa quen, cô giáo phải chỉ từng vật.",
      solution: "In thẻ dày, mặt sau có mã nghe đọc mẫu.",
      lead: .ray, support: .anh,
      nextStep: "Xem thẻ in thử", due: 200925,
      tags: ["tiếng Khmer", "mầm non"],
      moves: [
        .entered(200824), .forward(to: 1, 200909),
      ]),
    DemoSeed(
      code: "ST-0055", title: "Bộ kit đo chất lượng nước", kind: .idea,
      field: "Giáo dục STEM", place: "Long Phú",
      representative: "Lê Thị Thanh Ngân", birthYear: 1986, phone: "0907817565",
      source: .stemDay2020, foundOn: 200822,
      summary: """
        Bộ kit cho học sinh đo pH, độ mặn và độ đục của kênh quanh trường, ghi lên bản đồ \
        chung.
        """,
      problem: "Học sinh nghe nói nước ô nhiễm nhưng chưa bao giờ tự đo.",
      lead: .ray,
      nextStep: "Mượn bộ kit xem thử", due: 200918,
      tags: ["STEM", "nước"],
      moves: [
        .entered(200824)
      ]),
  ]
}
