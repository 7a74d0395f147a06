import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What the board knows.
struct PipelineState: Equatable, Sendable {
  /// A column: a stage with its counts and a window of its cards.
  struct Column: Equatable, Sendable {
    /// The counts of the stage.
    var count: StageCount
    /// The cards.
    var cards = VirtualList<VentureSummary>()
  }

  /// A card that has been lifted, and where it would go.
  struct Lift: Equatable, Sendable {
    /// The card.
    var card: VentureSummary
    /// The place of the column in which it is.
    var source: Int
    /// The place of the column to which it would go.
    var target: Int
    /// Whether the mouse holds it.
    var isDragged = false
  }

  /// A card on which the mouse button is down.
  struct Press: Equatable, Sendable {
    /// The card.
    var card: VentureSummary
    /// The place of its column.
    var column: Int
    /// Whether the click before was on it, too: then letting go opens it.
    var isSecond: Bool
  }

  /// What lies above the board.
  enum Dialog: Equatable, Sendable {
    /// A move still needs something.
    case move(MovePanel)
    /// The filter is being changed.
    case filter(FilterPanel)
    /// A pipeline is being chosen.
    case pipelines(ChoiceList)
    /// A move of the card in focus is being chosen.
    case moves(MoveMenu)
  }

  /// Which cards are shown; its pipeline is the one of the board.
  var filter: VentureFilter
  /// The columns in the order of the stages; empty until they are loaded.
  var columns: [Column] = []
  /// How many ventures a narrowing filter lets through that stand in no column.
  var resting = 0
  /// The place of the column in focus.
  var focus = 0
  /// The place of the first column shown.
  var firstColumn = 0
  /// The card that has been lifted; nil for none.
  var lift: Lift?
  /// The card on which the mouse button is down; nil for none.
  var press: Press?
  /// The card that was clicked last, while nothing else was done since; nil for none.
  var clicked: Identifier<Venture>?
  /// The search line; nil while it is closed and empty.
  var search: TextField?
  /// Whether the search line is being typed into.
  var isSearching = false
  /// What has been typed to find a card.
  var find = ""
  /// What lies above the board; nil for nothing.
  var dialog: Dialog?
  /// A card that is to get the focus as soon as it is loaded: the one just moved.
  var follow: Identifier<Venture>?
  /// The stage that is to get the focus as soon as the columns are loaded; nil for none.
  var stage: String?
  /// Whether the first load is still awaited.
  var isLoading = true
  /// Why the last load failed; nil when it did not.
  var problem: StorageError?

  /// A board of a pipeline.
  init(filter: VentureFilter) { self.filter = filter }

  /// The code of the pipeline shown.
  var pipeline: String { filter.pipeline ?? "" }

  /// The column in focus.
  var focusedColumn: Column? { columns.indices.contains(focus) ? columns[focus] : nil }

  /// The card in focus.
  var focusedCard: VentureSummary? { focusedColumn?.cards.focused }

  /// The form that is open; nil while none is.
  var form: VentureForm? {
    get {
      switch dialog {
      case .move(let panel): panel.form
      case .filter(let panel): panel.form
      case .pipelines, .moves, nil: nil
      }
    }
    set {
      guard let newValue else { return }
      switch dialog {
      case .move(var panel):
        panel.form = newValue
        dialog = .move(panel)
      case .filter(var panel):
        panel.form = newValue
        dialog = .filter(panel)
      case .pipelines, .moves, nil: break
      }
    }
  }

  /// All counts in one.
  var totals: StageCount {
    columns.reduce(into: StageCount(stage: "", total: 0, stalled: 0, overdue: 0)) {
      $0.total += $1.count.total
      $0.stalled += $1.count.stalled
      $0.overdue += $1.count.overdue
    }
  }
}

/// What can happen to the board.
enum PipelineAction: Equatable, Sendable {
  // From storage.
  case loaded(BoardPage)
  case facetsLoaded(VentureFacets)
  case failed(StorageError)
  case moved(MoveWork, title: SafeText, MoveOutcome)
  case reload
  // Looking around.
  case stroke(KeyStroke)
  case typed(String)
  case card(column: Int, place: Int)
  case column(Int)
  case dragged(Point)
  case released
  case wheel(Point, Int)
  case resized
  case openRecord
  case editRecord
  case openTable
  case openImport
  case create
  // Searching and filtering.
  case search
  case searchInput(InputEvent)
  case openFilter
  case clearFilter
  case choosePipeline
  case pickPipeline(String)
  // Moving.
  case lift
  case target(Int)
  case drop
  case cancel
  case openMoves
  case pickMove(String)
  case move(MoveRequest)
  case advance(by: Int)
  // Dialogs.
  case input(InputEvent)
  case field(FormKey)
  case pick(FormPick)
  case submit
}

/// What the board asks for.
enum PipelineEffect: ScreenEffect {
  /// Load the board: a window of each column; a card to be followed decides its column's.
  case load(BoardQuery)
  /// Load what the filter dialog offers.
  case facets(pipeline: String)
  /// Move a venture.
  case move(MoveWork, title: SafeText)

  var cancellationKey: String? {
    switch self {
    case .load: "board"
    case .facets: "facets"
    case .move: nil
    }
  }
}

/// What to load of a board.
struct BoardQuery: Equatable, Sendable {
  var filter: VentureFilter
  var offsets: [String: Int]
  var limit: Int
  var today: LocalDate
  /// The card to be shown, and the stage in which it is now.
  var follow: Identifier<Venture>?
  var followStage: String?
}
