extension DemoContest {
  /// The contests of the season, over its ventures: the idea contest of 2019 with its three
  /// rounds, and the final of 2020 that is being judged.
  ///
  /// - Parameter isFinalBlank: whether nothing has been scored yet in the final of 2020.
  public static func season2020(
    _ season: DemoSeason, isFinalBlank: Bool = false
  ) -> [DemoContest] {
    let all = season.ventures.map(\.code)
    var final = final2020(Array(all.suffix(12)))
    for index in final.stages.indices { final.stages[index].isBlank = isFinalBlank }
    return [ideas2019(Array(all.prefix(60))), final]
  }

  private static let boards = [
    Board(code: "y-tuong", title: Bilingual(vietnamese: "Bảng Ý tưởng", english: "Ideas")),
    Board(code: "du-an", title: Bilingual(vietnamese: "Bảng Dự án", english: "Projects")),
  ]

  private static func ideas2019(_ ventures: [SafeText]) -> DemoContest {
    DemoContest(
      content: CompetitionContent(
        code: "YT2019",
        title: Bilingual(
          vietnamese: "Ý tưởng khởi nghiệp sáng tạo Sóc Trăng 2019",
          english: "Sóc Trăng startup ideas 2019"),
        decision: "QĐ 215/QĐ-SKHCN ngày 22/04/2019", boards: boards),
      deadline: EntryDeadline(
        day: DemoSeed.day(190625), decision: "QĐ 215/QĐ-SKHCN ngày 22/04/2019"),
      members: panel,
      stages: [
        Stage(
          content: RoundContent(
            code: "so-khao", title: Bilingual(vietnamese: "Sơ khảo", english: "Screening"),
            position: 1, heldOn: DemoSeed.day(190710), isBlind: true),
          rules: rules(advancing: 10, quorum: 3), judges: panel.map(\.code), panelSize: 3,
          seed: 20_190_710, state: .published),
        Stage(
          content: RoundContent(
            code: "ban-ket", title: Bilingual(vietnamese: "Bán kết", english: "Semi-final"),
            position: 2, heldOn: DemoSeed.day(190905), pitchMinutes: 8, questionMinutes: 10),
          rules: rules(advancing: 5, quorum: 5), judges: panel.prefix(5).map(\.code),
          panelSize: nil, seed: 20_190_905, state: .published),
        Stage(
          content: RoundContent(
            code: "chung-ket", title: Bilingual(vietnamese: "Chung kết", english: "Final"),
            position: 3, heldOn: DemoSeed.day(191018), pitchMinutes: 8, questionMinutes: 10),
          rules: rules(advancing: nil, quorum: 7), judges: panel.prefix(9).map(\.code),
          panelSize: nil, seed: 20_191_018, state: .published),
      ], ventures: ventures)
  }

  private static func final2020(_ ventures: [SafeText]) -> DemoContest {
    DemoContest(
      content: CompetitionContent(
        code: "YT2020",
        title: Bilingual(
          vietnamese: "Ý tưởng khởi nghiệp sáng tạo Sóc Trăng 2020",
          english: "Sóc Trăng startup ideas 2020"),
        decision: "QĐ 187/QĐ-SKHCN ngày 08/05/2020", boards: boards),
      deadline: EntryDeadline(
        day: DemoSeed.day(200903), decision: "QĐ 187/QĐ-SKHCN ngày 08/05/2020"),
      members: Array(panel.prefix(9)),
      stages: [
        Stage(
          content: RoundContent(
            code: "chung-ket", title: Bilingual(vietnamese: "Chung kết", english: "Final"),
            position: 1, heldOn: DemoSeed.day(200915), pitchMinutes: 8, questionMinutes: 10),
          rules: rules(advancing: nil, quorum: 7), judges: panel.prefix(9).map(\.code),
          panelSize: nil, seed: 20_200_915, state: .open)
      ], ventures: ventures)
  }

  /// The panel; "mai" is the account of the demo's judge. All names are made up.
  private static let panel: [Member] = [
    member(1, "gk01", "Huỳnh Minh Đạt", "Đại học Cần Thơ"),
    member(2, "gk02", "Lê Thị Ánh", "Sở KH&CN TP. Hồ Chí Minh"),
    member(3, "mai", "Ngô Thị Mai", "Đại học Cần Thơ"),
    member(4, "gk04", "Sơn Minh Thắng", "Tỉnh Đoàn Sóc Trăng"),
    member(5, "gk05", "Phạm Quốc Bảo", "Vườn ươm doanh nghiệp Sài Gòn Xanh"),
    member(6, "gk06", "Trương Mỹ Hạnh", "Hội Doanh nhân trẻ Sóc Trăng"),
    member(7, "gk07", "Thạch Sóc Kha", "Cao đẳng Nghề Sóc Trăng"),
    member(8, "gk08", "Đặng Hữu Nghĩa", "Quỹ đầu tư Hạt Giống Mekong"),
    member(9, "gk09", "Võ Thị Kim Thoa", "Sở Công Thương Sóc Trăng"),
    member(10, "gk10", "Lâm Hoàng Vũ", "Trung tâm Ứng dụng tiến bộ KH&CN"),
    member(11, "gk11", "Tăng Ngọc Diệp", "Đại học Trà Vinh"),
    member(12, "gk12", "Nguyễn Văn Lợi", "Liên minh Hợp tác xã Sóc Trăng"),
  ]

  private static func member(
    _ number: Int, _ login: String, _ name: SafeText, _ organisation: SafeText
  ) -> Member {
    Member(code: "GK\(number)", login: login, name: name, organisation: organisation)
  }

  /// The department's usual sheet of 100 points; at least 50 in all and no criterion at 0, as in
  /// Quảng Ngãi's rules of 2021.
  private static func rules(advancing: Int?, quorum: Int) -> RoundRules {
    RoundRules(
      criteria: criteria, rounding: RoundRules.Rounding(places: 2, after: [.total]),
      quorum: quorum,
      gates: RoundRules.Gates(minimumTotal: Rational(50), refusesZeroCriterion: true),
      advancing: advancing, awards: advancing == nil ? awards : [],
      ties: [.criterion("TM"), .criterion("KT"), .countBack, .lot])
  }

  private static let awards: [RoundRules.Award] = [
    award("nhat", "Giải nhất", "First prize", 1, 80),
    award("nhi", "Giải nhì", "Second prize", 1, 70),
    award("ba", "Giải ba", "Third prize", 1, 60),
    award("kk", "Khuyến khích", "Consolation prize", 2, nil),
  ]

  private static func award(
    _ code: String, _ vietnamese: SafeText, _ english: SafeText, _ quota: Int, _ least: Int?
  ) -> RoundRules.Award {
    RoundRules.Award(
      code: code, title: Bilingual(vietnamese: vietnamese, english: english), quota: quota,
      minimumTotal: least.map { Rational($0) })
  }

  private static let criteria: [Criterion] = [
    criterion("TM", "Tính mới, sáng tạo", "Novelty", 20),
    criterion("KT", "Khả thi, thị trường", "Feasibility and market", 20),
    criterion("MH", "Mô hình, kế hoạch kinh doanh", "Business model and plan", 20),
    criterion("UD", "Ứng dụng KH&CN", "Use of science and technology", 15),
    criterion("DN", "Đội ngũ", "Team", 10),
    criterion("TD", "Tác động kinh tế - xã hội", "Social and economic impact", 10),
    criterion("TB", "Trình bày", "Presentation", 5),
  ]

  private static func criterion(
    _ code: String, _ vietnamese: SafeText, _ english: SafeText, _ most: Int
  ) -> Criterion {
    let levels: [(Int, SafeText, SafeText)] = [
      (0, "Không đạt", "Fails"), (most / 5, "Yếu", "Weak"), (most * 2 / 5, "Đạt", "Fair"),
      (most * 3 / 5, "Khá", "Good"), (most * 4 / 5, "Tốt", "Very good"),
      (most, "Xuất sắc", "Excellent"),
    ]
    return Criterion(
      code: code, title: Bilingual(vietnamese: vietnamese, english: english),
      maximum: Rational(most), step: .one,
      anchors: levels.map { score, vietnamese, english in
        Criterion.Anchor(
          score: Rational(score), title: Bilingual(vietnamese: vietnamese, english: english))
      })
  }
}
