/// The figures of an analysis, by the names that files use.
public enum AnalysisFigure: String, CaseIterable, Hashable, Sendable {
  /// Intraclass correlations of one judge: others for every entry, a sample, the only ones.
  case icc11, icc21, icc31
  /// The same of the mean of all judges.
  case icc1k, icc2k, icc3k
  /// Concordance of rankings, corrected for ties.
  case kendallW = "kendall_w"
  /// Concordance of rankings as if there were no ties.
  case kendallWUncorrected = "kendall_w_uncorrected"
  /// Krippendorff's alpha by how far totals are apart.
  case alphaNominal = "alpha_nominal"
  case alphaOrdinal = "alpha_ordinal"
  case alphaInterval = "alpha_interval"
  case alphaRatio = "alpha_ratio"
  /// Entries and judges by least squares.
  case additive
  /// Entries by prediction, drawn towards the mean.
  case blup
  /// Totals on one scale.
  case zscores
  /// Abilities from pairs.
  case bradleyTerry = "bradley_terry"
  /// Figures of each judge.
  case judges
  /// Sheets far from the others.
  case outliers
  /// How firm ranks are.
  case rankIntervals = "rank_intervals"

  /// The six intraclass correlations.
  public static let correlations: [AnalysisFigure] = [
    .icc11, .icc21, .icc31, .icc1k, .icc2k, .icc3k,
  ]
}

/// Why a figure is not defined for the sheets at hand.
public enum AnalysisReason: Hashable, Sendable {
  /// Fewer than two entries have a sheet.
  case tooFewEntries
  /// Fewer than two judges have a sheet.
  case tooFewJudges
  /// Fewer than two entries were scored by all judges.
  case tooFewCompleteEntries
  /// No entry has two sheets.
  case nothingRepeated
  /// The sheets do not vary.
  case noVariation
  /// The means of the entries do not vary, only the judges do.
  case noEntryVariation
  /// Judges agree exactly, and the ratio would be infinite.
  case exactAgreement
  /// The estimate is too close to its bound.
  case atTheBound
  /// Judges and entries fall into parts without a common judge: how many.
  case parts(Int)
  /// As many unknowns as sheets.
  case noDegreesOfFreedom
  /// Totals below 0.
  case negativeTotals
  /// More entries than are computed: how many at most.
  case tooManyEntries(Int)
  /// This entry or judge has no complete sheet.
  case noSheets
  /// Fewer than three entries in common with other judges, or one side equal throughout.
  case noCommonVariation
  /// No entry of the own organisation, or no other, was scored by others too.
  case noOwnEntries
  /// It was not asked for.
  case notAsked

  /// The reason as a sentence.
  public func words(_ language: Language) -> String {
    let pair = pair
    return language == .vietnamese ? pair.0 : pair.1
  }

  private var pair: (String, String) {
    switch self {
    case .tooFewEntries:
      ("Cần ít nhất hai bài có phiếu chấm.", "At least two entries with sheets are needed.")
    case .tooFewJudges:
      ("Cần ít nhất hai giám khảo có phiếu chấm.", "At least two judges with sheets are needed.")
    case .tooFewCompleteEntries:
      (
        "Chưa có hai bài được mọi giám khảo chấm.",
        "Fewer than two entries were scored by every judge."
      )
    case .nothingRepeated:
      ("Chưa có bài nào có hai phiếu chấm.", "No entry has two sheets.")
    case .noVariation: ("Các tổng điểm không khác nhau.", "The totals do not vary.")
    case .noEntryVariation:
      ("Trung bình của các bài không khác nhau.", "The means of the entries do not vary.")
    case .exactAgreement:
      (
        "Các giám khảo khớp nhau hoàn toàn nên tỷ số là vô hạn.",
        "The judges agree exactly, and the ratio would be infinite."
      )
    case .atTheBound:
      ("Ước lượng nằm sát giới hạn.", "The estimate lies too close to its bound.")
    case .parts(let count):
      (
        "Bài và giám khảo tách thành \(count) nhóm không có giám khảo chung.",
        "Entries and judges fall into \(count) parts without a common judge."
      )
    case .noDegreesOfFreedom:
      ("Quá ít phiếu để ước lượng sai số.", "There are too few sheets to estimate errors.")
    case .negativeTotals:
      ("Có tổng điểm âm nên không có tỷ số.", "Totals below 0 have no ratios.")
    case .tooManyEntries(let limit):
      ("Chỉ tính đến \(limit) bài.", "It is computed for at most \(limit) entries.")
    case .noSheets: ("Không có phiếu chấm đầy đủ.", "There is no complete sheet.")
    case .noCommonVariation:
      (
        "Chưa có ba bài chung với giám khảo khác, hoặc một bên không khác nhau.",
        "Fewer than three entries in common with other judges, or one side does not vary."
      )
    case .noOwnEntries:
      (
        "Không có bài của đơn vị mình để so với bài khác.",
        "There is no entry of the own organisation to set against others."
      )
    case .notAsked: ("Không được yêu cầu.", "It was not asked for.")
    }
  }
}
