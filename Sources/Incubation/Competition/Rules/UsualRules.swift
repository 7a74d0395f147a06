extension RoundRules {
  /// The department's usual sheet of 100 points: seven criteria, the mean of the panel rounded to
  /// two places, at least 50 in all and no criterion at 0 (Quảng Ngãi's rules of 2021); ties by
  /// novelty, feasibility, the highest sheets, then by lot. A beginning for rules of one's own.
  public static var usual: RoundRules {
    RoundRules(
      criteria: [
        usual("TM", "Tính mới, sáng tạo", "Novelty", 20),
        usual("KT", "Khả thi, thị trường", "Feasibility and market", 20),
        usual("MH", "Mô hình, kế hoạch kinh doanh", "Business model and plan", 20),
        usual("UD", "Ứng dụng KH&CN", "Use of science and technology", 15),
        usual("DN", "Đội ngũ", "Team", 10),
        usual("TD", "Tác động kinh tế - xã hội", "Social and economic impact", 10),
        usual("TB", "Trình bày", "Presentation", 5),
      ], rounding: Rounding(places: 2, after: [.total]), quorum: 3,
      gates: Gates(minimumTotal: Rational(50), refusesZeroCriterion: true), advancing: 5,
      ties: [.criterion("TM"), .criterion("KT"), .countBack, .lot])
  }

  private static func usual(
    _ code: String, _ vietnamese: SafeText, _ english: SafeText, _ most: Int
  ) -> Criterion {
    let levels: [(Int, SafeText, SafeText)] = [
      (0, "Không đạt", "Fails"), (most * 2 / 5, "Đạt", "Fair"), (most * 3 / 5, "Khá", "Good"),
      (most * 4 / 5, "Tốt", "Very good"), (most, "Xuất sắc", "Excellent"),
    ]
    return Criterion(
      code: code, title: Bilingual(vietnamese: vietnamese, english: english),
      maximum: Rational(most), step: .one,
      anchors: levels.map {
        Criterion.Anchor(
          score: Rational($0.0), title: Bilingual(vietnamese: $0.1, english: $0.2))
      })
  }
}
