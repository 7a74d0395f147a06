import DashboardKit
import Incubation
import TerminalCanvas

/// The mouse on the board: a click puts the focus on a card, a second one opens it, a card that is
/// held is lifted and dropped where it is let go, the wheel scrolls the column under the pointer.
extension PipelineScreen {
  static func mouse(
    _ state: inout PipelineState, _ action: PipelineAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .dragged(let point): drag(to: point, &state, context)
    case .released: return release(&state, context)
    case .wheel(let point, let by):
      guard let column = column(at: point.x, state, context) else { break }
      state.columns[column].cards.scroll(by: by, height: layout(state, context).capacity)
      return needed(state, context)
    default: break
    }
    return []
  }

  /// Names the column under the pointer as the target; at an edge of the screen the next one that
  /// is hidden. Outside of the columns there is none: let go there, the card stays where it is.
  private static func drag(
    to point: Point, _ state: inout PipelineState, _ context: ScreenContext
  ) {
    guard let press = state.press else { return }
    let isOnBoard = (2..<max(3, context.size.height - 1)).contains(point.y)
    let place = edge(at: point.x, state, context) ?? column(at: point.x, state, context)
    let target = isOnBoard ? place ?? press.column : press.column
    guard state.lift != nil || target != press.column else { return }
    state.lift = PipelineState.Lift(
      card: press.card, source: press.column, target: target, isDragged: true)
    state.clicked = nil
    state.press?.isSecond = false
    state.find = ""
    keepColumnVisible(&state, context)
  }

  private static func release(
    _ state: inout PipelineState, _ context: ScreenContext
  ) -> Outcomes {
    guard let press = state.press else { return [] }
    state.press = nil
    if state.lift != nil { return update(&state, .drop, context) }
    if press.isSecond, state.focusedCard?.id == press.card.id {
      state.clicked = nil
      return openRecord(state)
    }
    state.clicked = press.card.id
    return []
  }

  private static func edge(
    at x: Int, _ state: PipelineState, _ context: ScreenContext
  ) -> Int? {
    let layout = layout(state, context)
    if x <= 0, state.firstColumn > 0 { return state.firstColumn - 1 }
    let next = state.firstColumn + layout.shown
    return x >= context.size.width - 1 && state.columns.indices.contains(next) ? next : nil
  }

  /// The place of the column under a cell, the gap right of a column counted with it; nil for none.
  private static func column(
    at x: Int, _ state: PipelineState, _ context: ScreenContext
  ) -> Int? {
    let layout = layout(state, context)
    let index = (x - layout.x(of: 0)) / (layout.columnWidth + BoardLayout.gap)
    let place = state.firstColumn + index
    guard x >= layout.x(of: 0), index < layout.shown, state.columns.indices.contains(place) else {
      return nil
    }
    return place
  }
}
