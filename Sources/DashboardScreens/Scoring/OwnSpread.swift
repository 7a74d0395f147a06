import Incubation

/// How a judge's own scores lie so far: nothing of others is in it.
struct OwnSpread {
  /// A middle, and the ends.
  struct Figures: Equatable {
    var mean: Rational
    var least: Rational
    var most: Rational
    var count: Int

    init?(_ numbers: [Rational]) {
      guard let least = numbers.min(), let most = numbers.max(), numbers.count > 1 else {
        return nil
      }
      mean = Rational.sum(numbers) / Rational(numbers.count)
      (self.least, self.most, count) = (least, most, numbers.count)
    }
  }

  private let sheets: [ScoreSheet]
  private let criteria: [Criterion]

  /// Over the sheets of the round that the judge may score.
  init(of page: ScoringPage, _ state: ScoringState) {
    criteria = page.criteria
    sheets = page.entries.filter { page.conflict(with: $0.entry) == nil }.compactMap {
      state.sheet(of: $0)
    }
  }

  /// Of the totals of complete sheets; nil below two of them.
  var totals: Figures? {
    Figures(sheets.filter { $0.isComplete(criteria) }.map { $0.total(criteria) })
  }

  /// Of the scores of one criterion; nil below two of them.
  func scores(_ criterion: Criterion) -> Figures? {
    Figures(
      sheets.compactMap { $0.hundredths(criterion.code) }.map { Rational($0, over: 100) })
  }
}

extension ScoringText {
  func words(_ figures: OwnSpread.Figures) -> String {
    spread(
      mean: NumberText.hundredths(
        Int64(Rational(decimal: figures.mean.written(places: 1))?.hundredths ?? 0), language),
      least: number(hundredths: figures.least.hundredths),
      most: number(hundredths: figures.most.hundredths), count: figures.count)
  }
}
