public import Incubation

/// The figures of one pipeline for those who look from above.
public struct PipelineOverview: Hashable, Sendable {
  /// How many ventures were found in one way.
  public struct SourceCount: Hashable, Sendable {
    /// The way; nil when it is not known.
    public var source: DiscoverySource?
    /// How many, of every status.
    public var count: Int

    /// A count.
    public init(source: DiscoverySource?, count: Int) {
      self.source = source
      self.count = count
    }
  }

  /// How long the active ventures of a stage have been in it.
  public struct StageAges: Hashable, Sendable {
    /// Code of the stage.
    public var stage: String
    /// Not longer than usual; all of them when the stage has no usual time.
    public var within: Int
    /// Longer than usual: stalled.
    public var over: Int
    /// The days of the one that has been there longest; nil when there is none.
    public var longest: Int?

    /// Ages.
    public init(stage: String, within: Int, over: Int, longest: Int?) {
      self.stage = stage
      self.within = within
      self.over = over
      self.longest = longest
    }
  }

  /// The ventures that first came into the pipeline in one month.
  public struct Month: Hashable, Sendable {
    /// The first day of the month.
    public var start: LocalDate
    /// How many.
    public var count: Int

    /// A month.
    public init(start: LocalDate, count: Int) {
      self.start = start
      self.count = count
    }
  }

  /// Funnel, conversion and middle stays.
  public var statistics: PipelineStatistics
  /// Ages, in the order of the stages.
  public var ages: [StageAges]
  /// How ventures were found, most first.
  public var sources: [SourceCount]
  /// The last twelve months, oldest first, the present one last.
  public var months: [Month]

  /// Figures.
  public init(
    statistics: PipelineStatistics, ages: [StageAges], sources: [SourceCount], months: [Month]
  ) {
    self.statistics = statistics
    self.ages = ages
    self.sources = sources
    self.months = months
  }
}

/// A figure of the overview whose ventures no filter can name.
public enum OverviewFigure: Hashable, Sendable {
  /// Those that reached a stage or a later one, wherever they are now.
  case reached(stage: String)
  /// Those of which nobody noted how they were found.
  case unknownSource
  /// Those that first came into the pipeline from one day to another, both included.
  case entered(from: LocalDate, to: LocalDate)
}
