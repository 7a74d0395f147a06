/// A screen to show canvases on. ncurses is one, the tests' in-memory terminal another.
public protocol Terminal: AnyObject {
  /// The size now, in cells.
  var size: Size { get }
  /// Shows the canvas, sending only what differs from what is shown.
  func present(_ canvas: Canvas)
  /// Forgets what is shown, so that the next canvas is sent whole.
  func invalidate()
}
