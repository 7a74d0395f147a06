extension DemoProgrammeTables {
  static let sources: [(code: SafeText, title: SafeText, kind: FundingSource.Kind)] = [
    ("SNKH-ST", "Sự nghiệp khoa học tỉnh Sóc Trăng", .provincial),
    ("DA844", "Đề án 844 hỗ trợ hệ sinh thái khởi nghiệp", .national),
    ("HTQT", "Hợp tác quốc tế thích ứng biến đổi khí hậu", .international),
    ("TU-CO", "Vốn tự có của nhóm khởi nghiệp", .own),
    ("DN-DU", "Vốn đối ứng của doanh nghiệp", .enterprise),
  ]

  static let calls: [(key: String, title: SafeText, source: SafeText, opens: Int, closes: Int)] = [
    ("844-2019", "Đề án 844: nhiệm vụ năm 2020", "DA844", 190_603, 190_731),
    ("qt-2019", "Sáng kiến nước sạch vùng nhiễm mặn", "HTQT", 190_902, 191_031),
    ("844-2020", "Đề án 844: nhiệm vụ năm 2021", "DA844", 200_601, 200_731),
    ("qt-2020", "Quỹ sinh kế thích ứng hạn mặn", "HTQT", 200_803, 201_030),
  ]

  typealias Application = (
    day: Int, title: SafeText, call: String, venture: SafeText, million: Int, decided: Int?,
    state: FundingApplication.State
  )
  static let applications: [Application] = [
    (190_715, "Nhật ký ao tôm kết nối cảm biến", "844-2019", "ST-0002", 460, 190_930, .approved),
    (190_722, "Cho tôm ăn theo âm thanh", "844-2019", "ST-0018", 480, 190_930, .approved),
    (190_726, "Robot học đường", "844-2019", "ST-0011", 300, 190_930, .refused),
    (191_021, "Máy lọc nước lợ cho hộ nghèo", "qt-2019", "ST-0010", 350, 191_216, .withdrawn),
    (200_706, "Trạm đo mặn cộng đồng", "844-2020", "ST-0035", 420, nil, .submitted),
    (200_720, "Vi sinh bản địa cho ao tôm", "844-2020", "ST-0015", 500, 200_907, .approved),
    (200_824, "Lúa sạch trên ruộng tôm", "qt-2020", "ST-0042", 380, nil, .submitted),
    (200_908, "Artemia trên ruộng muối", "qt-2020", "ST-0031", 450, nil, .submitted),
  ]

  // MARK: Agreements

  private static func party(
    _ name: SafeText, _ contact: SafeText
  ) -> AgreementContent.Party {
    // The organisation is put in by its department when it is seeded.
    AgreementContent.Party(
      organisation: Identifier(high: 0, low: 0), signatory: name, capacity: "Giám đốc",
      contact: contact)
  }

  private static func item(
    _ place: Int, lead: Int, _ targets: [(Int, String, Int64)]
  ) -> AgreementContent.Item {
    AgreementContent.Item(
      title: DemoSeason.shippedContentItems[place], lead: lead, support: 1 - lead,
      targets: targets.map {
        AgreementContent.Target(year: $0.0, indicator: $0.1, amount: $0.2)
      })
  }

  static let agreements:
    [(key: String, content: AgreementContent, renews: String?, reviews: [AgreementReview])] = [
      (
        "2016",
        AgreementContent(
          number: "12/BBHT-SKHCN", title: "Hợp tác khoa học và công nghệ giai đoạn 2016-2018",
          place: "TP. Hồ Chí Minh", signedOn: DemoSeed.day(160_310),
          from: DemoSeed.day(160_401), to: DemoSeed.day(181_231),
          parties: [
            party("Lý Thành Long", "Phòng Quản lý khoa học"),
            party("Nguyễn Hữu Nghĩa", "Phòng Kế hoạch"),
          ], items: []), nil,
        [
          AgreementReview(
            kind: .final, day: DemoSeed.day(181_112), document: "31/BB-SKHCN",
            summary: "Hoàn thành; hai bên thống nhất ký tiếp cho giai đoạn 2019-2020.")
        ]
      ),
      (
        "2019",
        AgreementContent(
          number: "45/BBHT-SKHCN",
          title: "Hợp tác phát triển khoa học và công nghệ giai đoạn 2019-2020",
          place: "Sóc Trăng", signedOn: DemoSeed.day(181_115), from: DemoSeed.day(190_101),
          to: DemoSeed.day(201_231),
          parties: [
            party("Lý Thành Long", "Lâm Thị Lan"),
            party("Nguyễn Hữu Nghĩa", "Nguyễn Hoàng Phúc"),
          ],
          items: [
            item(
              0, lead: 0,
              [
                (2019, "supports", 6), (2020, "supports", 12), (2019, "tasks-proposed", 10),
                (2020, "tasks-proposed", 10),
              ]),
            item(
              1, lead: 1,
              [
                (2019, "sessions-held", 20), (2020, "sessions-held", 30),
                (2019, "trainees", 120), (2020, "trainees", 150),
              ]),
            item(
              2, lead: 0,
              [
                (2019, "ventures-found", 30), (2020, "ventures-found", 30),
                (2020, "contest-entries", 25),
              ]),
            item(
              3, lead: 1,
              [
                (2019, "expert-introductions", 6), (2020, "expert-introductions", 10),
                (2020, "meetings", 16),
              ]),
            item(
              4, lead: 1,
              [
                (2019, "applications", 4), (2020, "applications", 6),
                (2020, "investor-introductions", 8), (2020, "deals", 5),
              ]),
          ]), "2016",
        [
          AgreementReview(
            kind: .interim, day: DemoSeed.day(191_220), document: "58/BB-SKHCN",
            summary: "Năm 2019 đạt phần lớn chỉ tiêu; đẩy mạnh kết nối nhà đầu tư năm 2020.")
        ]
      ),
    ]

  typealias ExchangeSeed = (
    day: Int, kind: Exchange.Kind, title: SafeText, department: String, people: SafeText,
    result: SafeText
  )
  static let exchanges: [ExchangeSeed] = [
    (
      190_321, .experience, "Quản lý nhiệm vụ KH&CN cấp tỉnh", "hcmc", "6 cán bộ hai Sở",
      "Áp dụng mẫu thuyết minh mới"
    ),
    (
      190_612, .information, "Cơ sở dữ liệu chuyên gia TP.HCM", "hcmc", "Phòng Quản lý khoa học",
      "Nhận danh sách 120 chuyên gia"
    ),
    (
      190_918, .services, "Kiểm định thiết bị đo tại Sóc Trăng", "hcmc", "Trung tâm kỹ thuật",
      "Kiểm định 34 thiết bị"
    ),
    (
      191_126, .experience, "Vận hành vườn ươm doanh nghiệp", "hcmc", "9 cán bộ",
      "Đề án không gian khởi nghiệp"
    ),
    (
      200_116, .information, "Nhu cầu công nghệ của doanh nghiệp Sóc Trăng", "soctrang",
      "Phòng Quản lý công nghệ", "Gửi 41 nhu cầu công nghệ"
    ),
    (
      200_624, .services, "Tra cứu sáng chế cho hồ sơ khởi nghiệp", "hcmc",
      "Trung tâm Thông tin KH&CN", "14 báo cáo tra cứu"
    ),
    (
      200_812, .experience, "Sản xuất thích ứng hạn mặn", "soctrang", "12 cán bộ",
      "Báo cáo mô hình lúa tôm"
    ),
  ]

  // MARK: Connections

  private static func expert(
    _ name: SafeText, _ organisation: SafeText, _ fields: [SafeText], _ needs: [NeedAxis],
    _ capacity: Int, _ languages: [SafeText] = []
  ) -> PartnerContent {
    var content = PartnerContent(name: name, kind: .expert)
    (content.organisation, content.fields, content.needs) = (organisation, fields, needs)
    (content.capacity, content.languages) = (capacity, languages)
    return content
  }

  private static func partner(
    _ name: SafeText, _ kind: Partner.Kind, _ fields: [SafeText], _ place: SafeText = .empty
  ) -> PartnerContent {
    var content = PartnerContent(name: name, kind: kind)
    (content.fields, content.place) = (fields, place)
    return content
  }

  static let partners: [(key: String, content: PartnerContent)] = [
    (
      "cg-1",
      expert(
        "Phạm Thị Ngọc Yến", "Đại học Bách khoa TP.HCM", ["Chế biến thực phẩm"],
        [.management, .approach], 4)
    ),
    (
      "cg-2",
      expert(
        "Bùi Thế Vinh", "Khu Công nghệ cao TP.HCM",
        ["Công nghệ thông tin", "Cơ khí, tự động hóa"], [.vision], 3)
    ),
    (
      "cg-3",
      expert(
        "Thạch Sa Ray", "Đại học Cần Thơ", ["Thủy sản", "Nông nghiệp công nghệ cao"],
        [.approach], 5, ["Khmer"])
    ),
    (
      "cg-4",
      expert(
        "Lương Gia Huy", "Hội Doanh nhân trẻ TP.HCM", ["Chế biến thực phẩm"], [.management], 2)
    ),
    ("cg-5", expert("Mai Xuân Lộc", "Viện Môi trường", ["Môi trường", "Vật liệu"], [.vision], 3)),
    ("ndt-1", partner("Quỹ Hạt giống Sông Tiền", .investor, ["Chế biến thực phẩm"])),
    ("ndt-2", partner("Quỹ Nông nghiệp Xanh", .investor, ["Thủy sản"])),
    ("ndt-3", partner("Nhóm nhà đầu tư thiên thần Cầu Mới", .investor, ["Công nghệ thông tin"])),
    ("ct-1", partner("Chương trình ươm tạo Bến Nghé", .programme, ["Công nghệ thông tin"])),
    ("ct-2", partner("Chương trình tăng tốc Phù Sa", .programme, ["Chế biến thực phẩm"])),
    ("ct-3", partner("Mạng lưới bán lẻ Chợ Việt", .programme, ["Chế biến thực phẩm"])),
  ]

  typealias StepSeed = (step: Connection.Step, day: Int, note: SafeText, million: Int?)
  typealias ConnectionSeed = (
    introduced: Int, venture: SafeText, partner: String, department: String, note: SafeText,
    steps: [StepSeed]
  )

  static let connections: [ConnectionSeed] = [
    (
      190_612, "ST-0001", "cg-1", "hcmc", "Sấy dưới 45 độ",
      [
        (.met, 190_625, "Xem xưởng", nil), (.followUp, 190_910, "Chỉnh quy trình", nil),
        (.agreed, 191_118, "Nhận cố vấn dài hạn", nil),
      ]
    ),
    (
      190_620, "ST-0002", "cg-2", "hcmc", "Kiến trúc phần mềm",
      [(.met, 190_704, "", nil), (.agreed, 191_007, "Cố vấn sáu tháng", nil)]
    ),
    (
      190_703, "ST-0018", "cg-2", "hcmc", "Xử lý âm thanh",
      [(.met, 190_718, "", nil), (.followUp, 191_009, "", nil)]
    ),
    (190_809, "ST-0015", "cg-3", "soctrang", "Chọn chủng vi sinh", [(.met, 190_820, "", nil)]),
    (
      190_906, "ST-0003", "cg-4", "hcmc", "Kênh bán ở siêu thị",
      [(.met, 190_919, "", nil), (.declined, 191_105, "Chưa đủ sản lượng", nil)]
    ),
    (
      191_021, "ST-0001", "ct-2", "hcmc", "Vào khóa tăng tốc",
      [(.met, 191_030, "", nil), (.agreed, 191_216, "Được chọn", 80)]
    ),
    (191_104, "ST-0010", "cg-5", "soctrang", "Màng lọc", [(.met, 191_113, "", nil)]),
    (
      191_125, "ST-0004", "ct-1", "soctrang", "Thiết kế công nghiệp",
      [(.declined, 191_209, "Không đúng lĩnh vực", nil)]
    ),
    (
      200_113, "ST-0003", "ndt-1", "hcmc", "Vốn mở rộng xưởng",
      [
        (.met, 200_211, "", nil), (.followUp, 200_519, "Gửi số liệu bán hàng", nil),
        (.agreed, 200_713, "Góp vốn", 900),
      ]
    ),
    (
      200_210, "ST-0002", "ndt-3", "hcmc", "Vòng hạt giống",
      [
        (.met, 200_305, "", nil), (.followUp, 200_602, "", nil),
        (.agreed, 200_820, "Đầu tư 1,2 tỷ", 1_200),
      ]
    ),
    (
      200_518, "ST-0018", "ndt-2", "hcmc", "Thử tại trại nuôi",
      [(.met, 200_609, "", nil), (.followUp, 200_817, "Xem kết quả ba ao", nil)]
    ),
    (200_525, "ST-0015", "ndt-2", "soctrang", "", [(.met, 200_616, "", nil)]),
    (200_608, "ST-0006", "cg-1", "hcmc", "Giữ màu tôm khô", [(.met, 200_622, "", nil)]),
    (200_609, "ST-0009", "cg-1", "hcmc", "Nhãn dinh dưỡng", [(.met, 200_622, "", nil)]),
    (
      200_615, "ST-0001", "ct-3", "hcmc", "Đưa hàng lên kệ",
      [(.met, 200_624, "", nil), (.agreed, 200_728, "12 cửa hàng", 350)]
    ),
    (200_622, "ST-0021", "cg-3", "soctrang", "Thanh trùng rơm", [(.met, 200_702, "", nil)]),
    (200_629, "ST-0042", "cg-3", "soctrang", "Nhật ký song ngữ", [(.met, 200_709, "", nil)]),
    (200_706, "ST-0026", "ndt-1", "hcmc", "Vốn lưu động", [(.met, 200_722, "", nil)]),
    (200_713, "ST-0031", "ndt-2", "hcmc", "", []),
    (200_727, "ST-0005", "cg-4", "hcmc", "Quản lý tồn kho", [(.met, 200_805, "", nil)]),
    (200_803, "ST-0035", "cg-5", "soctrang", "Hiệu chuẩn cảm biến", [(.met, 200_811, "", nil)]),
    (200_810, "ST-0007", "ct-1", "soctrang", "", []),
    (
      200_817, "ST-0009", "ct-3", "hcmc", "Bán thử tại TP.HCM",
      [(.met, 200_826, "", nil), (.agreed, 200_909, "Nhận bán thử", 60)]
    ),
    (200_907, "ST-0001", "ndt-1", "hcmc", "Gặp đầu tháng 10", []),
  ]

  static let rounds:
    [(day: Int, title: SafeText, venture: SafeText, million: Int, investors: [SafeText])] = [
      (200_722, "Hạt giống", "ST-0003", 900, ["Quỹ Hạt giống Sông Tiền"]),
      (
        200_831, "Hạt giống", "ST-0002", 1_200,
        ["Nhóm nhà đầu tư thiên thần Cầu Mới", "Người sáng lập"]
      ),
    ]

  // MARK: Supports

  struct SupportSeed {
    var day: Int
    var venture: SafeText
    var kind: SupportKind
    var title: SafeText
    var department = "soctrang"
    var measure: SafeText = .empty
    var before: SafeText = .empty
    var after: SafeText = .empty
    var laboratory: SafeText = .empty
    var standard: SafeText = .empty
    var prototypes = 0
    var cost: Int
    var supported: Int
  }

  static let supports: [SupportSeed] = [
    SupportSeed(
      day: 190_710, venture: "ST-0001", kind: .completion, title: "Ổn định nhiệt độ ủ mầm",
      measure: "Tỷ lệ nảy mầm (%)", before: "78", after: "93", cost: 60, supported: 30),
    SupportSeed(
      day: 190_826, venture: "ST-0002", kind: .prototype, title: "Bộ cảm biến ao mẫu",
      department: "hcmc", prototypes: 4, cost: 48, supported: 24),
    SupportSeed(
      day: 190_923, venture: "ST-0004", kind: .prototype, title: "Máy sạ cụm mẫu",
      prototypes: 3, cost: 150, supported: 70),
    SupportSeed(
      day: 191_014, venture: "ST-0009", kind: .testing, title: "Thử vi sinh khô cá kèo",
      laboratory: "Trung tâm Kỹ thuật 3", standard: "QCVN 8-3:2012/BYT", cost: 12,
      supported: 12),
    SupportSeed(
      day: 191_118, venture: "ST-0018", kind: .prototype, title: "Đầu thu âm dưới nước",
      department: "hcmc", prototypes: 6, cost: 66, supported: 33),
    SupportSeed(
      day: 191_209, venture: "ST-0001", kind: .testing, title: "Thử dư lượng và dinh dưỡng",
      laboratory: "Trung tâm Kỹ thuật 3", standard: "QCVN 8-2:2011/BYT", cost: 15,
      supported: 15),
    SupportSeed(
      day: 200_106, venture: "ST-0003", kind: .completion, title: "Công thức giảm đường",
      measure: "Đường (g/100 g)", before: "42", after: "26", cost: 40, supported: 20),
    SupportSeed(
      day: 200_217, venture: "ST-0002", kind: .testing, title: "Thử độ chính xác cảm biến",
      department: "hcmc", measure: "Sai số độ mặn (‰)", before: "1,8", after: "0,4",
      laboratory: "Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng", standard: "ĐLVN 274:2014",
      cost: 18, supported: 18),
    SupportSeed(
      day: 200_309, venture: "ST-0018", kind: .testing, title: "Thử ao 2.000 m2",
      measure: "Hệ số thức ăn", before: "1,45", after: "1,22", cost: 30, supported: 15),
    SupportSeed(
      day: 200_420, venture: "ST-0007", kind: .prototype, title: "Ghe mẫu 9 m", prototypes: 1,
      cost: 210, supported: 90),
    SupportSeed(
      day: 200_601, venture: "ST-0004", kind: .renewal, title: "Máy cắt CNC thay cắt tay",
      measure: "Thời gian làm một khung (giờ)", before: "14", after: "5", cost: 480,
      supported: 140),
    SupportSeed(
      day: 200_706, venture: "ST-0003", kind: .testing, title: "Thử hạn dùng 45 ngày",
      laboratory: "Trung tâm Kỹ thuật 3", standard: "TCVN 12940:2020", cost: 22, supported: 22),
    SupportSeed(
      day: 200_721, venture: "ST-0015", kind: .testing, title: "Thử mật độ vi sinh",
      department: "hcmc", measure: "Mật độ (CFU/g)", before: "10^6", after: "10^9",
      laboratory: "Trung tâm Công nghệ sinh học TP.HCM", standard: "TCVN 4884-1:2015", cost: 26,
      supported: 20),
    SupportSeed(
      day: 200_810, venture: "ST-0006", kind: .renewal, title: "Bơm nhiệt thay lò than",
      measure: "Điện (kWh/kg)", before: "2,6", after: "1,4", cost: 320, supported: 95),
    SupportSeed(
      day: 200_817, venture: "ST-0007", kind: .renewal, title: "Hút chân không khi đắp vỏ",
      measure: "Khối lượng vỏ (kg)", before: "640", after: "455", cost: 260, supported: 80),
    SupportSeed(
      day: 200_903, venture: "ST-0026", kind: .completion, title: "Hút chân không giữ mùi gạo",
      measure: "Thời gian giữ mùi (tháng)", before: "4", after: "9", cost: 70, supported: 35),
  ]
}
