import DashboardKit
import Incubation

/// What a person should look at on a board, each with what it means. Nothing here changes a score:
/// the chair asks, and decides.
struct RoundAlerts {
  private let advice: RoundAdvice
  private let board: RoundBoard

  init(_ advice: RoundAdvice, _ board: RoundBoard) {
    self.advice = advice
    self.board = board
  }

  private var snapshot: RoundSnapshot { advice.snapshot }
  private var report: AnalysisReport { advice.report }

  /// The gravest first.
  var all: [RoundBoard.Alert] {
    tiesAtLine + apart + near + outliers + flat + halo + drift + podium
  }

  private func alert(
    _ words: Remark, _ vietnamese: String, _ english: String
  ) -> RoundBoard.Alert {
    RoundBoard.Alert(words: words, meaning: both(vietnamese, english))
  }

  private var tiesAtLine: [RoundBoard.Alert] {
    board.notes.compactMap { note in
      switch note {
      case .tieAtLine, .awardNotShared:
        return alert(
          both(note.words(.vietnamese), note.words(.english)),
          "Thể lệ không tách được; hội đồng quyết định, ghi vào biên bản.",
          "The rules do not separate them; the council decides, and the minutes say so.")
      default: return nil
      }
    }
  }

  private var apart: [RoundBoard.Alert] {
    guard !report.additive.isConnected, report.entries.count > 1,
      advice.totals.totals.contains(where: { $0 != nil })
    else { return [] }
    return [
      alert(
        both(
          "Các bài chia thành nhóm không có giám khảo chung.",
          "Entries fall into parts without a common judge."),
        "Không so được độ nghiêm giữa các nhóm nên không có điểm hiệu chỉnh.",
        "Severity cannot be compared across parts, so there is no adjusted total.")
    ]
  }

  private var near: [RoundBoard.Alert] {
    var found: [RoundBoard.Alert] = []
    for (judge, figure) in zip(report.judges, report.judgeFigures) {
      guard let residual = figure.ownOrganisationResidual, let p = figure.p, p < 0.1 else {
        continue
      }
      let points = Self.numbers(residual)
      found.append(
        alert(
          both(
            "\(judge) cho bài của đơn vị mình lệch \(points.vietnamese) điểm.",
            "\(judge) gave entries of the own organisation \(points.english) points more."),
          "Gần đơn vị mình: hỏi giám khảo, xem có phải xung đột lợi ích.",
          "Near the own organisation: ask the judge whether there is a conflict of interest."))
    }
    let blocked = snapshot.blocked
    let houses = Dictionary(
      snapshot.judges.map { ($0.judge, TextFolding.fold($0.organisation.string)) }
    ) { first, _ in first }
    for place in snapshot.assigned.subtracting(blocked).sorted() {
      guard let entry = snapshot.entry(place.entry), let house = houses[place.judge],
        !house.isEmpty, TextFolding.fold(entry.organisation.string) == house,
        let judge = snapshot.judge(place.judge)
      else { continue }
      found.append(
        alert(
          both(
            "\(judge.code) cùng đơn vị với bài \(entry.code).",
            "\(judge.code) is of the same organisation as entry \(entry.code)."),
          "Xung đột đã được bỏ qua hoặc chưa kê khai: xem phần Hội đồng.",
          "The conflict was dismissed or not declared: see the part Panel."))
    }
    return found
  }

  private var outliers: [RoundBoard.Alert] {
    report.outliers.map { outlier in
      let (judge, entry) = (outlier.judge, outlier.entry)
      let (value, expected) = (Self.numbers(outlier.value), Self.numbers(outlier.expected))
      return alert(
        both(
          "Lệch nhiều: \(judge) ở bài \(entry): "
            + "\(value.vietnamese), hội đồng \(expected.vietnamese).",
          "Far off: \(judge) on entry \(entry): "
            + "\(value.english), panel \(expected.english)."),
        "Phiếu cách trung vị quá xa; đề nghị giám khảo giải thích, không tự bỏ phiếu.",
        "The sheet is far from the median; ask the judge to explain, never drop it silently.")
    }
  }

  /// The totals of a judge with their entries; at least three.
  private func totals(_ judge: Int) -> [(entry: Int, total: Double)]? {
    let found = advice.totals.entries.indices.compactMap { entry in
      advice.totals[entry, judge].map { (entry, $0) }
    }
    return found.count >= 3 ? found : nil
  }

  private var flat: [RoundBoard.Alert] {
    advice.totals.judges.indices.compactMap { judge in
      guard let own = totals(judge), Set(own.map(\.total)).count == 1 else { return nil }
      let code = advice.totals.judges[judge]
      return alert(
        both(
          "\(code) cho mọi bài như nhau (\(own.count) bài).",
          "\(code) gave every entry the same (\(own.count) entries)."),
        "Phiếu phẳng không phân biệt được bài nào hơn; nhắc xem lại mức điểm.",
        "A flat judge tells no entry from another; ask for a second look at the levels.")
    }
  }

  /// Sheets on which every criterion has the same share of its range.
  private var halo: [RoundBoard.Alert] {
    let criteria = snapshot.rules.criteria.filter { $0.maximum > $0.minimum }
    guard criteria.count >= 3 else { return [] }
    return snapshot.judges.compactMap { judge in
      let sheets = snapshot.sheets.values.filter {
        $0.judge == judge.judge && $0.isComplete(snapshot.rules.criteria)
      }
      let same = sheets.count { sheet in
        let shares = criteria.map { criterion -> Rational in
          let score = Rational(sheet.hundredths(criterion.code) ?? 0, over: 100)
          return (score - criterion.minimum) / (criterion.maximum - criterion.minimum)
        }
        return Set(shares).count == 1
      }
      guard sheets.count >= 3, same * 2 > sheets.count else { return nil }
      return alert(
        both(
          "\(judge.code) cho mọi tiêu chí cùng một mức ở \(same)/\(sheets.count) phiếu.",
          "\(judge.code) gave all criteria one level on \(same) of \(sheets.count) sheets."),
        "Hào quang: ấn tượng chung lấn từng tiêu chí; nhắc chấm theo mức mô tả.",
        "Halo: one impression for all criteria; ask to score by the levels' descriptions.")
    }
  }

  /// Judges whose totals rise or fall beside those of the panel in the order of their work.
  private var drift: [RoundBoard.Alert] {
    let codes = Dictionary(snapshot.entries.map { ($0.entry, $0.code) }) { first, _ in first }
    let entries = Dictionary(advice.totals.entries.enumerated().map { ($1, $0) }) { one, _ in one }
    return advice.totals.judges.enumerated().compactMap { place, code in
      guard let judge = snapshot.judges.first(where: { $0.code == code }) else { return nil }
      let sheets = snapshot.sheets.values
        .filter { $0.judge == judge.judge && $0.savedAt != nil }
        .sorted {
          ($0.savedAt ?? Timestamp(milliseconds: 0)) < ($1.savedAt ?? Timestamp(milliseconds: 0))
        }
      let residuals = sheets.compactMap { sheet -> Double? in
        guard let entry = codes[sheet.entry].flatMap({ entries[$0] }),
          let own = advice.totals[entry, place]
        else { return nil }
        let others = advice.totals.judges.indices.filter { $0 != place }
          .compactMap { advice.totals[entry, $0] }
        return others.isEmpty ? nil : own - others.reduce(0, +) / Double(others.count)
      }
      guard let slope = Self.slope(residuals) else { return nil }
      let points = Self.numbers(abs(slope))
      return alert(
        slope > 0
          ? both(
            "\(code) chấm cao dần: \(points.vietnamese) điểm mỗi bài.",
            "\(code) grows milder: \(points.english) points an entry.")
          : both(
            "\(code) chấm thấp dần: \(points.vietnamese) điểm mỗi bài.",
            "\(code) grows stricter: \(points.english) points an entry."),
        "Trôi mức điểm theo thời gian; xem lại các bài chấm đầu.",
        "The level drifts over time; look again at the entries scored first.")
    }
  }

  /// The slope of values in their order when it stands out from chance: six or more values, and a
  /// t of more than 3.
  static func slope(_ values: [Double]) -> Double? {
    guard values.count >= 6 else { return nil }
    let count = Double(values.count)
    let middle = (count - 1) / 2
    let mean = values.reduce(0, +) / count
    var (cross, squareX, squareY) = (0.0, 0.0, 0.0)
    for (place, value) in values.enumerated() {
      let x = Double(place) - middle
      cross += x * (value - mean)
      squareX += x * x
      squareY += (value - mean) * (value - mean)
    }
    guard squareY > 0 else { return nil }
    let slope = cross / squareX
    let rest = squareY - slope * cross
    // Values on one straight line have no rest: any slope stands out.
    guard rest > 0.000_001 else { return slope == 0 ? nil : slope }
    let t = slope / (rest / (count - 2) / squareX).squareRoot()
    return abs(t) > 3 ? slope : nil
  }

  private var podium: [RoundBoard.Alert] {
    zip(report.judges, report.judgeFigures).compactMap { code, figure in
      guard figure.changesPodium == true else { return nil }
      return alert(
        both(
          "Không có \(code) thì nhóm đầu đổi.", "Without \(code) the first places would change."),
        "Một giám khảo quyết định thứ hạng; kết quả theo thể lệ vẫn giữ nguyên.",
        "One judge decides the order; the result by the rules stands.")
    }
  }

  private static func numbers(_ value: Double) -> Remark {
    both(ContestNumbers.text(value, .vietnamese), ContestNumbers.text(value, .english))
  }
}
