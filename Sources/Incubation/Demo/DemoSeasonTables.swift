extension DemoSeason {
  private static let reorganised = LocalDate(year: 2025, month: 7, day: 1)

  private static func until2025(_ name: SafeText) -> DatedName {
    DatedName(name, to: reorganised?.adding(days: -1))
  }

  private static func district(_ key: String, _ name: SafeText) -> Place {
    Place(
      key: key, names: [until2025(name)], level: .district, parent: "94", successor: "92")
  }

  /// Provinces, and the eleven districts and towns of Sóc Trăng, by the codes of the General
  /// Statistics Office. Resolution 202/2025/QH15 joined Sóc Trăng and Hậu Giang to Cần Thơ on
  /// 01/07/2025, and the level of districts ended on that day.
  static let shippedPlaces: [Place] = [
    Place(key: "79", names: [DatedName("Thành phố Hồ Chí Minh")], level: .province),
    Place(key: "92", names: [DatedName("Cần Thơ")], level: .province),
    Place(key: "94", names: [until2025("Sóc Trăng")], level: .province, successor: "92"),
    district("941", "TP Sóc Trăng"),
    district("942", "Châu Thành"),
    district("943", "Kế Sách"),
    district("944", "Mỹ Tú"),
    district("945", "Cù Lao Dung"),
    district("946", "Long Phú"),
    district("947", "Mỹ Xuyên"),
    district("948", "Ngã Năm"),
    district("949", "Thạnh Trị"),
    district("950", "Vĩnh Châu"),
    district("951", "Trần Đề"),
  ]

  /// The two departments. Sóc Trăng's carries the name of Cần Thơ's from the day they were one,
  /// so that a paper of 2019 and a paper of 2025 each print the name of their day.
  static let shippedDepartments: [Department] = [
    Department(
      key: "soctrang",
      names: [
        until2025("Sở Khoa học và Công nghệ tỉnh Sóc Trăng"),
        DatedName("Sở Khoa học và Công nghệ thành phố Cần Thơ", from: reorganised),
      ],
      title: Bilingual(
        vietnamese: "Sở KH&CN Sóc Trăng",
        english: "Sóc Trăng Department of Science and Technology"),
      place: "94"),
    Department(
      key: "hcmc",
      names: [DatedName("Sở Khoa học và Công nghệ thành phố Hồ Chí Minh")],
      title: Bilingual(
        vietnamese: "Sở KH&CN TP.HCM",
        english: "Ho Chi Minh City Department of Science and Technology"),
      place: "79"),
  ]

  /// One user of every role, and the owners of ventures on both sides.
  static let shippedAccounts: [Account] = [
    Account(
      login: "anh", displayName: "Phạm Ngọc Ánh", department: "hcmc", roles: [.clerk]),
    Account(
      login: "khoa", displayName: "Đỗ Văn Khoa", department: "soctrang",
      roles: [.administrator]),
    Account(
      login: "lan", displayName: "Lâm Thị Lan", department: "soctrang", roles: [.clerk]),
    Account(login: "mai", displayName: "Ngô Thị Mai", department: nil, roles: [.judge]),
    Account(
      login: supervisor, displayName: "Trần Quang Minh", department: "soctrang",
      roles: [.supervisor]),
    Account(
      login: "phuc", displayName: "Nguyễn Hoàng Phúc", department: "hcmc", roles: [.clerk]),
    Account(
      login: "ray", displayName: "Danh Sa Rây", department: "soctrang", roles: [.clerk]),
    Account(
      login: "son", displayName: "Lý Hoàng Sơn", department: "soctrang",
      roles: [.organiser]),
    Account(
      login: "thu", displayName: "Thạch Thị Thu", department: "soctrang",
      roles: [.secretary]),
  ]

  /// The five content items of the minutes of cooperation for 2019-2020, as they were reported.
  static let shippedContentItems: [Bilingual] = [
    Bilingual(
      vietnamese: """
        Phối hợp triển khai ứng dụng tiến bộ kỹ thuật để nâng cao chất lượng sản phẩm hàng hóa, \
        đổi mới công nghệ, thiết bị nâng cao năng lực cạnh tranh
        """,
      english: """
        Apply technical advances together: better products, renewed technology and equipment, \
        more competitive enterprises
        """),
    Bilingual(
      vietnamese: """
        Tăng cường hợp tác đào tạo, tập huấn nâng cao nghiệp vụ chuyên môn; xây dựng các chương \
        trình hỗ trợ doanh nghiệp ứng dụng KH&CN
        """,
      english: """
        Train staff together; build programmes that help enterprises apply science and technology
        """),
    Bilingual(
      vietnamese: """
        Tìm kiếm, phát hiện các tổ chức và cá nhân có kết quả nghiên cứu, ý tưởng sáng tạo
        """,
      english: "Find organisations and persons with research results and creative ideas"),
    Bilingual(
      vietnamese: """
        Hỗ trợ doanh nghiệp nhỏ và vừa khởi nghiệp sáng tạo về kiến thức quản lý, tầm nhìn, \
        phương pháp tiếp cận
        """,
      english: """
        Support innovative small and medium enterprises in management, vision and approach
        """),
    Bilingual(
      vietnamese: """
        Phối hợp khai thác các nguồn hỗ trợ từ các chương trình KH&CN quốc gia và hợp tác quốc \
        tế trong phát triển kinh tế - xã hội tỉnh Sóc Trăng và vùng đồng bằng sông Cửu Long
        """,
      english: """
        Draw on national programmes and international cooperation for Sóc Trăng and the Mekong \
        delta
        """),
  ]

  /// The events and contests at which ventures were found; a contest has the last day for entries.
  static let shippedOccasions: [Occasion] = [
    occasion(.techfest2018, 181123),
    occasion(.stemDay2019, 190518),
    occasion(.contest2019, 190625),
    occasion(.techfest2019, 191018),
    occasion(.stemDay2020, 200822),
    occasion(.contest2020, 200903),
  ]

  private static func occasion(_ source: DemoSeed.Source, _ day: Int) -> Occasion {
    Occasion(kind: source.kind, name: source.name, heldOn: DemoSeed.day(day))
  }

  /// Every table of ventures.
  static let seeds: [DemoSeed] =
    DemoSeed.rice + DemoSeed.aquaculture + DemoSeed.salinity + DemoSeed.crops + DemoSeed.food
    + DemoSeed.crafts + DemoSeed.education + DemoSeed.enterprises
}
