public import Incubation
public import TerminalCanvas

/// A row that lists know by its identity, so that a reload moves neither focus nor marks.
public protocol ListRow: Equatable, Sendable {
  /// What identifies it.
  associatedtype ID: Hashable & Sendable
  /// Its identity.
  var id: ID { get }
}

extension VentureSummary: ListRow {}

/// A list of which only a window is in memory: how long it is, the rows that were loaded, the row
/// in focus and the first one shown. Places count from 0 over the whole list.
public struct VirtualList<Row: ListRow>: Equatable, Sendable {
  /// How many rows there are in all.
  public private(set) var total = 0
  /// The place of the first loaded row.
  public private(set) var offset = 0
  /// The loaded rows.
  public private(set) var rows: [Row] = []
  /// The place of the row in focus.
  public private(set) var focus = 0
  /// The identity of the row in focus; nil while it has not been loaded.
  public private(set) var focusID: Row.ID?
  /// The place of the first row shown.
  public private(set) var top = 0
  /// The rows that were marked.
  public var marks: Set<Row.ID> = []

  /// An empty list.
  public init() {}

  /// The row at a place; nil when it has not been loaded.
  public func row(at place: Int) -> Row? {
    let index = place - offset
    return rows.indices.contains(index) ? rows[index] : nil
  }

  /// The row in focus; nil when there is none, or it has not been loaded.
  public var focused: Row? { row(at: focus) }

  /// The first place to show in so many rows: the stored one, moved so that the focus is seen.
  public func firstVisible(height: Int) -> Int {
    guard height > 0 else { return top }
    let last = max(0, total - height)
    return min(max(min(top, focus), focus - height + 1), last)
  }

  /// The places to show in so many rows.
  public func visible(height: Int) -> Range<Int> {
    let first = firstVisible(height: height)
    return first..<max(first, min(total, first + height))
  }

  /// Puts the focus on a place, the nearest when there is no such one.
  public mutating func moveFocus(to place: Int, height: Int) {
    focus = min(max(0, place), max(0, total - 1))
    focusID = focused?.id
    top = firstVisible(height: height)
  }

  /// Puts the focus on a row by its identity. False when it is not among the loaded ones.
  @discardableResult
  public mutating func moveFocus(toID id: Row.ID, height: Int) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    moveFocus(to: offset + index, height: height)
    return true
  }

  /// Moves the focus with the arrows, the page keys, Home and End. False for any other key.
  public mutating func handle(_ stroke: KeyStroke, height: Int) -> Bool {
    guard stroke.movesInList else { return false }
    switch stroke.key {
    case .up: moveFocus(to: focus - 1, height: height)
    case .down: moveFocus(to: focus + 1, height: height)
    case .pageUp: moveFocus(to: focus - max(1, height - 1), height: height)
    case .pageDown: moveFocus(to: focus + max(1, height - 1), height: height)
    case .home: moveFocus(to: 0, height: height)
    case .end: moveFocus(to: total - 1, height: height)
    default: return false
    }
    return true
  }

  /// Scrolls by so many rows; the focus goes along when it would leave the screen.
  public mutating func scroll(by rows: Int, height: Int) {
    top = min(max(0, firstVisible(height: height) + rows), max(0, total - height))
    moveFocus(to: min(max(focus, top), top + max(0, height - 1)), height: height)
  }

  /// What to load so that the screen and one more on either side are there.
  public func window(height: Int) -> (offset: Int, limit: Int) {
    let height = max(1, height)
    return (max(0, firstVisible(height: height) - height), height * 3)
  }

  /// Whether a row to be shown has not been loaded.
  public func needsRows(height: Int) -> Bool {
    let shown = visible(height: height)
    return shown.lowerBound < min(offset, total) || shown.upperBound > offset + rows.count
  }

  /// Whether a row to be shown, or one that a few more moves would show, has not been loaded: rows
  /// that are loaded now are there when they are scrolled to, so that nothing is drawn twice.
  public func needsRowsSoon(height: Int) -> Bool {
    let shown = visible(height: height)
    let margin = max(1, height / 2)
    return max(0, shown.lowerBound - margin) < min(offset, total)
      || min(total, shown.upperBound + margin) > offset + rows.count
  }

  /// Whether a load would bring rows that the last one did not: rows are missing, and the window
  /// to load begins elsewhere. Asked after a load, so that a list whose count and rows disagree,
  /// because somebody wrote in between, is not loaded for ever.
  public func needsOtherRows(height: Int) -> Bool {
    needsRows(height: height) && window(height: height).offset != offset
  }

  /// Takes in what was loaded. The row in focus keeps the focus and its place on the screen when
  /// it is among the rows; otherwise the focus stays where it was.
  public mutating func load(total: Int, offset: Int, rows: [Row], height: Int) {
    self.total = total
    self.offset = offset
    self.rows = rows
    if let id = focusID, let index = rows.firstIndex(where: { $0.id == id }) {
      top = max(0, top + offset + index - focus)
      focus = offset + index
    }
    moveFocus(to: focus, height: height)
  }

  /// Forgets the focus, for a list that answers another question; marks stay.
  public mutating func restart() {
    focus = 0
    top = 0
    focusID = nil
  }

  /// Marks or unmarks the row in focus, and goes on to the next.
  public mutating func toggleMark(height: Int) {
    guard let id = focused?.id else { return }
    if marks.remove(id) == nil { marks.insert(id) }
    moveFocus(to: focus + 1, height: height)
  }
}

extension KeyStroke {
  /// Whether it is one of the keys that move the focus of a list: arrows up and down, pages, ends.
  public var movesInList: Bool {
    modifiers.isEmpty && [.up, .down, .pageUp, .pageDown, .home, .end].contains(key)
  }
}
