/// Figures of a pipeline, from the histories of its ventures. One definition holds everywhere: a
/// venture has reached a stage when any stay that counts was in that stage or a later one.
public struct PipelineStatistics: Hashable, Sendable {
  /// The figures of one stage.
  public struct StageFigures: Hashable, Sendable {
    /// Code of the stage.
    public var stage: String
    /// Ventures that reached it or a later one.
    public var reached: Int
    /// Of these, those that reached the next stage or a later one; nil for the last stage.
    public var reachedNext: Int?
    /// Active ventures that are in it.
    public var present: Int
    /// Ventures that were given up in it.
    public var dropped: Int
    /// The middle of the days of all stays that ended (of two middle ones the lower); nil when
    /// none did.
    public var medianDays: Int?
    /// The days that are usual; nil when there is no limit.
    public var usualDays: Int?

    /// Conversion to the next stage in hundredths of a per cent, rounded half up: 4583 is 45.83 %;
    /// nil for the last stage, and when nobody reached this one.
    public var conversion: Int? {
      guard let reachedNext, reached > 0 else { return nil }
      return (reachedNext * 20_000 + reached) / (2 * reached)
    }
  }

  /// The figures, in the order of the stages.
  public let stages: [StageFigures]
  /// How many ventures there are with a move that counts.
  public let total: Int

  /// Works out the figures of all ventures of one pipeline.
  public init(_ histories: [StageHistory], in pipeline: Pipeline, today: LocalDate) {
    let furthest = histories.compactMap(\.furthest)
    total = furthest.count
    stages = pipeline.stages.enumerated().map { index, stage in
      let here = histories.filter { $0.position?.stage == stage.code }
      let ended = histories.flatMap(\.intervals)
        .filter { $0.stage == stage.code && $0.to != nil }
        .map { $0.days(today: today) }.sorted()
      let isLast = index == pipeline.stages.count - 1
      return StageFigures(
        stage: stage.code, reached: furthest.count { $0 >= index },
        reachedNext: isLast ? nil : furthest.count { $0 > index },
        present: here.count { $0.position?.status == .active },
        dropped: here.count { $0.position?.status == .dropped },
        medianDays: ended.isEmpty ? nil : ended[(ended.count - 1) / 2],
        usualDays: stage.usualDays)
    }
  }

  /// Code of the stage whose middle stay exceeds its usual days by the greatest factor; nil when
  /// none exceeds them. Of equals the earlier one.
  public var bottleneck: String? {
    var worst: StageFigures?
    for figures in stages {
      guard let median = figures.medianDays, let usual = figures.usualDays, usual > 0,
        median > usual
      else { continue }
      if let worst, let worstMedian = worst.medianDays, let worstUsual = worst.usualDays,
        median * worstUsual <= worstMedian * usual
      {
        continue
      }
      worst = figures
    }
    return worst?.stage
  }
}
