/// The words beside a figure.
public struct FigureWords: Hashable, Sendable {
  /// Its name.
  public let title: Bilingual
  /// What it means.
  public let meaning: Bilingual
  /// When not to trust it.
  public let caution: Bilingual

  fileprivate init(
    _ title: (SafeText, SafeText), meaning: (SafeText, SafeText), caution: (SafeText, SafeText)
  ) {
    self.title = Bilingual(vietnamese: title.0, english: title.1)
    self.meaning = Bilingual(vietnamese: meaning.0, english: meaning.1)
    self.caution = Bilingual(vietnamese: caution.0, english: caution.1)
  }

  /// What it means and when not to trust it, in one language.
  public func words(_ language: Language) -> String {
    meaning(language).string + " " + caution(language).string
  }
}

extension AnalysisFigure {
  /// The words beside the figure, in one language: what it means, when not to trust it.
  public func words(_ language: Language) -> String { words.words(language) }

  /// The words beside the figure.
  public var words: FigureWords {
    switch self {
    case .icc11, .icc21, .icc31, .icc1k, .icc2k, .icc3k: correlationWords
    case .kendallW, .kendallWUncorrected: concordanceWords
    case .alphaNominal, .alphaOrdinal, .alphaInterval, .alphaRatio: alphaWords
    case .additive, .blup, .zscores, .bradleyTerry: adjustedWords
    case .judges, .outliers, .rankIntervals: listWords
    }
  }

  private var correlationWords: FigureWords {
    switch self {
    case .icc11:
      FigureWords(
        ("ICC(1,1)", "ICC(1,1)"),
        meaning: (
          "Độ tin cậy của một phiếu khi mỗi bài do những giám khảo khác nhau chấm.",
          "How reliable one sheet is when every entry has judges of its own."
        ),
        caution: (
          "Chỉ tính trên các bài được mọi giám khảo chấm; quá thấp nếu mức dễ, khó khác nhau.",
          "Only of entries that all judges scored; too low when judges differ in severity."
        ))
    case .icc21:
      FigureWords(
        ("ICC(2,1)", "ICC(2,1)"),
        meaning: (
          "Độ tin cậy của điểm một giám khảo chọn ngẫu nhiên, tính cả chênh lệch dễ, khó.",
          "How reliable the total of one judge taken at random is, severity included."
        ),
        caution: (
          "Dưới mười bài hoặc dưới ba giám khảo thì khoảng tin cậy quá rộng để kết luận.",
          "With fewer than ten entries or three judges the interval is too wide to conclude."
        ))
    case .icc31:
      FigureWords(
        ("ICC(3,1)", "ICC(3,1)"),
        meaning: (
          "Một giám khảo của chính hội đồng này xếp thứ tự các bài nhất quán đến đâu.",
          "How consistently one judge of this very panel orders the entries."
        ),
        caution: (
          "Bỏ qua chênh lệch dễ, khó, nên không nói gì về mức điểm đạt.",
          "Leaves severity out, so it says nothing about pass marks."
        ))
    case .icc1k:
      FigureWords(
        ("ICC(1,k)", "ICC(1,k)"),
        meaning: (
          "Độ tin cậy của điểm trung bình khi mỗi bài có hội đồng riêng.",
          "How reliable the mean is when every entry has a panel of its own."
        ),
        caution: (
          "Chỉ tính trên các bài được mọi giám khảo chấm.",
          "Only of entries that all judges scored."
        ))
    case .icc2k:
      FigureWords(
        ("ICC(2,k)", "ICC(2,k)"),
        meaning: (
          "Có thể tin tổng điểm của hội đồng này đến đâu: từ 0,75 là tốt, dưới 0,50 là thấp.",
          "How far this panel's totals can be trusted: good from 0.75, low below 0.50."
        ),
        caution: (
          "Với ba đến bảy giám khảo thường thấp; các bài ngang sức nhau làm nó thấp hơn nữa.",
          "Usually low with three to seven judges; entries of equal strength lower it further."
        ))
    default:
      FigureWords(
        ("ICC(3,k)", "ICC(3,k)"),
        meaning: (
          "Có thể tin thứ tự do hội đồng xếp đến đâu; cũng là alpha của Cronbach.",
          "How far the panel's order can be trusted; also Cronbach's alpha."
        ),
        caution: (
          "Chỉ dùng cho thứ hạng, không dùng cho mức điểm đạt.",
          "For ranks only, not for pass marks."
        ))
    }
  }

  private var concordanceWords: FigureWords {
    self == .kendallW
      ? FigureWords(
        ("Hệ số W của Kendall", "Kendall's W"),
        meaning: (
          "Các giám khảo xếp thứ tự giống nhau đến đâu: 0 là ngẫu nhiên, 1 là hoàn toàn giống.",
          "How alike judges order the entries: 0 is chance, 1 is the same order."
        ),
        caution: (
          "Chỉ tính trên các bài được mọi giám khảo chấm; ít bài thì dễ cao do ngẫu nhiên.",
          "Only of entries that all judges scored; with few entries chance alone makes it high."
        ))
      : FigureWords(
        ("W chưa hiệu chỉnh", "W, not corrected"),
        meaning: (
          "Hệ số W như khi không có điểm bằng nhau.",
          "Kendall's W as if there were no equal totals."
        ),
        caution: (
          "Thấp hơn thực tế khi có nhiều điểm bằng nhau.",
          "Too low where many totals are equal."
        ))
  }

  private var alphaWords: FigureWords {
    let title: (SafeText, SafeText)
    let meaning: (SafeText, SafeText)
    let caution: (SafeText, SafeText)
    switch self {
    case .alphaNominal:
      title = ("Alpha, định danh", "Alpha, nominal")
      meaning = (
        "Các giám khảo cho đúng cùng một tổng điểm thường xuyên đến đâu.",
        "How often judges give exactly the same total."
      )
      caution = (
        "Gần như vô nghĩa với điểm có phần lẻ; chỉ hợp với đạt, không đạt.",
        "Next to meaningless for totals with decimals; fit for pass and fail."
      )
    case .alphaOrdinal:
      title = ("Alpha, thứ bậc", "Alpha, ordinal")
      meaning = (
        "Mức thống nhất khi chỉ xét thứ tự của các tổng điểm.",
        "Agreement when only the order of totals counts."
      )
      caution = (
        "Ít bài thì dao động mạnh; giám khảo dễ, khó khác nhau làm nó thấp đi.",
        "Varies much with few entries; differences of severity lower it."
      )
    case .alphaInterval:
      title = ("Alpha, khoảng", "Alpha, interval")
      meaning = (
        "Mức thống nhất về số điểm, dùng được cả khi còn thiếu phiếu: từ 0,80 là đáng tin.",
        "Agreement in points, even while sheets are missing: reliable from 0.80."
      )
      caution = (
        "Các bài ngang sức nhau làm nó thấp dù giám khảo chấm gần nhau.",
        "Entries of equal strength make it low even when judges are close."
      )
    default:
      title = ("Alpha, tỷ lệ", "Alpha, ratio")
      meaning = (
        "Mức thống nhất khi xét chênh lệch theo tỷ lệ giữa các tổng điểm.",
        "Agreement when differences count in proportion to the totals."
      )
      caution = (
        "Cần thang điểm bắt đầu từ 0; không tính khi có điểm âm.",
        "Needs a scale that begins at 0; not defined for negative totals."
      )
    }
    return FigureWords(title, meaning: meaning, caution: caution)
  }

  private var adjustedWords: FigureWords {
    switch self {
    case .additive:
      FigureWords(
        ("Điểm đã trừ độ dễ, khó", "Adjusted for severity"),
        meaning: (
          "Điểm của bài sau khi trừ độ dễ, khó của từng giám khảo, kèm sai số chuẩn.",
          "Points of entries once the severity of each judge is taken off, with standard errors."
        ),
        caution: (
          "Chỉ để tham khảo; không tính khi các nhóm không có giám khảo chung.",
          "Advisory only; refused where groups have no judge in common."
        ))
    case .blup:
      FigureWords(
        ("Dự đoán BLUP", "Predicted (BLUP)"),
        meaning: (
          "Điểm dự đoán, kéo bài có ít phiếu về trung bình để không ai thắng nhờ may.",
          "Predicted points; entries with few sheets are drawn to the mean, so that luck wins less."
        ),
        caution: (
          "Chỉ để tham khảo; phương sai kém chính xác khi dưới năm giám khảo hoặc dưới mười bài.",
          "Advisory only; variances are rough below five judges or ten entries."
        ))
    case .zscores:
      FigureWords(
        ("Điểm chuẩn hóa", "Standardised"),
        meaning: (
          "Trung bình điểm của mỗi giám khảo sau khi đưa về cùng mức và cùng độ phân tán.",
          "The mean of totals brought to one level and one spread for each judge."
        ),
        caution: (
          "Không công bằng khi giám khảo chấm những bài khác nhau hoặc dưới sáu bài.",
          "Unfair where judges saw different entries, or fewer than six."
        ))
    default:
      FigureWords(
        ("So sánh từng cặp", "Pairwise"),
        meaning: (
          "Sức của bài tính từ từng cặp bài do cùng một giám khảo chấm, bất kể thang điểm.",
          "Strength from pairs of entries of the same judge, whatever the judge's scale."
        ),
        caution: (
          "Sai số chuẩn hơi nhỏ; bài thắng mọi cặp được thêm nửa trận hòa cho mỗi cặp.",
          "Standard errors are a little small; where an entry wins all pairs, half a draw is added."
        ))
    }
  }

  private var listWords: FigureWords {
    switch self {
    case .judges:
      FigureWords(
        ("Giám khảo", "Judges"),
        meaning: (
          "Độ khó, tương quan với người khác, độ thất thường, ảnh hưởng đến ba hạng đầu.",
          "Severity, correlation with the others, erratic scoring, weight for the first three."
        ),
        caution: (
          "Là lý do để hỏi, không phải để loại phiếu; dưới sáu bài thì chưa nói lên gì.",
          "A reason to ask, never to drop a sheet; below six entries it says nothing."
        ))
    case .outliers:
      FigureWords(
        ("Phiếu lệch", "Outlying sheets"),
        meaning: (
          "Phiếu cách trung vị của bài quá ba lần độ lệch thường gặp.",
          "Sheets further from the median of their entry than three usual deviations."
        ),
        caution: (
          "Người chấm lệch có thể đúng: hãy hỏi lý do, chủ tịch hội đồng quyết định.",
          "The odd one out may be right: ask why, the chair decides."
        ))
    default:
      FigureWords(
        ("Khoảng thứ hạng", "Rank intervals"),
        meaning: (
          "Thứ hạng nằm trong khoảng này ở 90 % số lần rút lại phiếu, và khả năng đứng đầu.",
          "The ranks of 90 % of draws of the sheets anew, and the chance of first place."
        ),
        caution: (
          "Bài có một, hai phiếu trông chắc chắn hơn thực tế.",
          "Entries with one or two sheets look firmer than they are."
        ))
    }
  }
}
