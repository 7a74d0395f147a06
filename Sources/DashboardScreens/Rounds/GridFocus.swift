import DashboardKit
import Incubation
import TerminalCanvas

/// Where the focus is on the grid of entries and judges, and where it goes.
struct GridFocus {
  private let page: RoundPage?
  /// The place of the entry and of the judge in focus.
  let row: Int
  let column: Int

  init(_ state: RoundDeskState) {
    page = state.page
    let snapshot = state.page?.snapshot
    row = snapshot?.entries.firstIndex { $0.entry == state.cell?.entry } ?? 0
    column = snapshot?.judges.firstIndex { $0.judge == state.cell?.judge } ?? 0
  }

  private var rows: Int { page?.snapshot.entries.count ?? 0 }
  private var columns: Int { page?.snapshot.judges.count ?? 0 }

  /// The sheet at a place; nil outside of the grid.
  func place(_ row: Int, _ column: Int) -> SheetPlace? {
    guard let snapshot = page?.snapshot, snapshot.entries.indices.contains(row),
      snapshot.judges.indices.contains(column)
    else { return nil }
    return SheetPlace(entry: snapshot.entries[row].entry, judge: snapshot.judges[column].judge)
  }

  /// The sheet in focus.
  var current: SheetPlace? { place(row, column) }

  /// The sheet to which a key moves.
  func moved(_ stroke: KeyStroke, page height: Int) -> SheetPlace? {
    var (row, column) = (row, column)
    switch stroke.key {
    case .up: row -= 1
    case .down: row += 1
    case .left: column -= 1
    case .right: column += 1
    case .pageUp: row -= max(1, height - 1)
    case .pageDown: row += max(1, height - 1)
    case .home: column = 0
    case .end: column = columns - 1
    default: break
    }
    return place(min(max(0, row), max(0, rows - 1)), min(max(0, column), max(0, columns - 1)))
  }

  /// The next sheet that is missing, row by row, round to the first; nil when none is.
  var nextMissing: SheetPlace? {
    guard let page, rows > 0, columns > 0, !page.grid.isEmpty else { return nil }
    let start = row * columns + column
    let missing: Set<RoundSnapshot.CellState> = [.blank, .partial, .absent]
    for step in 1...(rows * columns) {
      let at = (start + step) % (rows * columns)
      if missing.contains(page.grid[at / columns][at % columns]) {
        return place(at / columns, at % columns)
      }
    }
    return nil
  }

  /// The next sheet of the chase list after the one in focus; the first when that is not on it.
  var nextToChase: SheetPlace? {
    guard let page, !page.chase.isEmpty else { return nil }
    let now = page.chase.firstIndex { $0.place == current }
    return page.chase[now.map { ($0 + 1) % page.chase.count } ?? 0].place
  }

  /// The same judge at the next entry whose code, or title, begins with a letter.
  func next(_ letter: Character) -> SheetPlace? {
    let titles = (page?.snapshot.entries ?? []).map {
      letter.isNumber ? $0.code : $0.title.string
    }
    return LetterJump.next(letter, after: row, in: titles).flatMap { place($0, column) }
  }
}
