import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A column of the table.
enum VentureColumn: String, CaseIterable, Sendable {
  case code, title, stage, days, representative, place, field, next, due, owner

  /// What the list is sorted by when this column is; nil when it cannot be.
  var sortKey: VentureSort.Key? {
    switch self {
    case .code: .code
    case .title: .title
    case .stage: .stage
    case .days: .entered
    case .representative: .representative
    case .place: .place
    case .field: .field
    case .due: .due
    case .owner: .owner
    case .next: nil
    }
  }
}

/// What the table knows.
struct TableState: Equatable, Sendable {
  /// What lies above the table.
  enum Dialog: Equatable, Sendable {
    case move(MovePanel)
    case filter(FilterPanel)
    case sort(ChoiceList)
    case moves(MoveMenu)
    case columns(ColumnsPanel)
    case views(ViewsPanel)
    case bulk(BulkPanel)
  }

  /// Which ventures are shown, without the text that is searched for.
  var filter: VentureFilter
  /// In which order.
  var sort = VentureSort(.title)
  /// The columns, in their order.
  var columns = ColumnSetting.standard
  /// Where a range of marks begins: the row that was marked last; nil for none.
  var anchor: Int?
  /// The row that was clicked last, while nothing else was done since; nil for none.
  var clicked: Identifier<Venture>?
  /// The part of the header that the mouse holds; nil for none.
  var header: HeaderPress?
  /// The rows.
  var list = VirtualList<VentureSummary>()
  /// What is searched for.
  var search = TextField()
  /// Whether the search line is being typed into.
  var isSearching = false
  /// The index that searches use; nil until the first search, and after ventures changed.
  var index: SearchIndex?
  /// Whether an index is being made, and whether ventures have changed since that began.
  var indexing = Indexing.idle
  /// What lies above the table; nil for nothing.
  var dialog: Dialog?
  /// Whether the first load is still awaited.
  var isLoading = true
  /// Why the last load failed; nil when it did not.
  var problem: StorageError?

  /// The rows of the table on a screen of this size: without two lines above, the header and the
  /// line below.
  static func height(_ size: Size) -> Int { max(1, size.height - 4) }
}

extension TableState {
  /// The form that is open; nil while none is.
  var form: VentureForm? {
    get {
      switch dialog {
      case .move(let panel): return panel.form
      case .filter(let panel): return panel.form
      case .views(let panel): return panel.naming
      case .bulk(let panel):
        if case .filling(_, let form) = panel.step { return form }
        return nil
      case .sort, .moves, .columns, nil: return nil
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
      case .views(var panel):
        panel.naming = newValue
        dialog = .views(panel)
      case .bulk(var panel):
        guard case .filling(let subject, _) = panel.step else { return }
        panel.step = .filling(subject, newValue)
        dialog = .bulk(panel)
      case .sort, .moves, .columns, nil: break
      }
    }
  }
}

/// What can happen to the table.
enum TableAction: Equatable, Sendable {
  // From storage.
  case loaded(VenturePage, query: TableQuery)
  case indexed(SearchIndex)
  case facetsLoaded(VentureFacets)
  case failed(StorageError)
  case moved(MoveWork, title: SafeText, MoveOutcome)
  case rangeLoaded([Identifier<Venture>])
  case viewsLoaded([SavedView])
  case viewChanged(ChangeReceipt, isDeleted: Bool)
  case planned(BulkChange, BulkPlan)
  case applied(ChangeReceipt, count: Int)
  case bulkFailed(StorageError)
  case reload
  case resized
  // Looking around.
  case stroke(KeyStroke)
  case row(Int)
  case scroll(Int)
  case mark
  case clearMarks
  case extend(by: Int)
  case markRange
  case markAll
  case openRecord
  case editRecord
  case openBoard
  /// Lets the marked ventures, or the one in focus, enter a contest.
  case enterContest
  case openImport
  case create
  // Searching, filtering, sorting.
  case search
  case searchInput(InputEvent)
  case openFilter
  case clearFilter
  case openSort
  case sort(VentureSort.Key)
  case openColumns
  case column(Int)
  case pressHeader(VentureColumn, isEdge: Bool)
  case dragHeader(Int)
  case releaseHeader
  case cancelHeader
  case copyMarked
  case copied([VentureSummary])
  case openViews
  case view(String)
  // Moving and dialogs.
  case advance(by: Int)
  case openMoves
  case pickMove(String)
  case move(MoveRequest)
  case openBulk
  case bulk(String)
  case input(InputEvent)
  case field(FormKey)
  case pick(FormPick)
  case submit
}

/// How the making of the index stands.
enum Indexing: Equatable, Sendable {
  case idle, running, outdated
}

/// What the table asks for.
enum TableEffect: ScreenEffect {
  /// Load a window of the list.
  case load(TableQuery, index: SearchIndex?)
  /// Make the index that searches use. Runs to its end whatever is typed meanwhile.
  case index
  /// Load what the filter dialog offers.
  case facets(pipeline: String?)
  /// Move a venture.
  case move(MoveWork, title: SafeText)
  /// Find the ventures of a part of the list, to mark them.
  case range(TableQuery, index: SearchIndex?, places: Range<Int>)
  /// Read these ventures, to copy them.
  case rows([Identifier<Venture>], sort: VentureSort)
  /// Load the views of the user.
  case views
  /// Keep a view.
  case save(SavedView)
  /// Take a view away.
  case deleteView(SafeText)
  /// Ask what a change to many would do.
  case plan(BulkChange, [Identifier<Venture>])
  /// Make a change to many.
  case apply(BulkChange, [BulkPlan.Item])

  var cancellationKey: String? {
    switch self {
    case .load: "rows"
    case .facets: "facets"
    case .range: "range"
    case .rows: "copy"
    case .views: "views"
    case .plan: "plan"
    case .index, .move, .save, .deleteView, .apply: nil
    }
  }
}

/// What to load of the list.
struct TableQuery: Equatable, Sendable {
  var filter: VentureFilter
  var sort: VentureSort
  /// The words searched for; empty for none.
  var text: String
  /// The first row.
  var offset: Int
  /// How many rows.
  var limit: Int
  /// The row that is to stay on the screen wherever it is now; nil for none.
  var keep: Identifier<Venture>?
  /// The place of that row in the list when this was asked for.
  var keepPlace: Int
  var today: LocalDate
}
