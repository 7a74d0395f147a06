import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What a line of the overview opens.
enum OverviewTarget: Hashable, Sendable {
  /// The ventures that reached a stage.
  case reached(String)
  /// The active ventures of a stage, those that came first at the top.
  case stage(String)
  /// The stalled ventures of a stage; of all stages when it is nil.
  case stalled(String?)
  /// The ventures found in one way; nil for those of which it is not known.
  case source(DiscoverySource?)
  /// The ventures that came from one day to another.
  case entered(LocalDate, LocalDate)
  /// One venture.
  case venture(Identifier<Venture>)
}

/// What the overview knows.
struct OverviewState: Equatable, Sendable {
  /// Code of the pipeline shown.
  var pipeline: String
  /// The figures; nil until they are loaded.
  var figures: PipelineOverview?
  /// Those that stand still, longest first: the first of them.
  var stalled: [VentureSummary] = []
  /// The line in focus; nil for the first.
  var focus: OverviewTarget?
  /// Whether the first load is still awaited.
  var isLoading = true
  /// Why the last load failed; nil when it did not.
  var problem: StorageError?
  /// The line that was clicked last, while nothing else was done since; nil for none.
  var clicked: OverviewTarget?
}

/// What can happen to the overview.
enum OverviewAction: Equatable, Sendable {
  case loaded(PipelineOverview, stalled: [VentureSummary], pipeline: String)
  case failed(StorageError)
  case reload
  case move(Int)
  case letter(Character)
  case cross
  case first
  case last
  case line(OverviewTarget)
  case open
  case behind(OverviewTarget, [Identifier<Venture>])
  case nextPipeline
  case openBoard
}

/// What the overview asks for.
enum OverviewEffect: ScreenEffect {
  /// Load the figures of a pipeline.
  case load(pipeline: String, today: LocalDate)
  /// Find the ventures behind a figure.
  case behind(OverviewTarget, OverviewFigure, pipeline: String)

  var cancellationKey: String? {
    switch self {
    case .load: "figures"
    case .behind: "behind"
    }
  }
}
