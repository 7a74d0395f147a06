import CNCurses
public import TerminalCanvas

/// The terminal behind ncurses: shows canvases, handing ncurses only the cells that changed.
///
/// Belongs to the thread that opened it. There is one, because ncurses has one; it comes from
/// `TerminalSession`.
public final class CursesTerminal: Terminal {
  /// How many colours are shown.
  public let colourDepth: ColourDepth
  /// Whether each frame is shown at once, where the terminal has said that it can
  /// (mode 2026, https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036).
  var isSynchronised = false

  /// Whether the session is open; nothing is shown after it.
  var isOpen = true

  private let hasDefaultColours: Bool
  private let glyphs: GlyphSet
  private var palette: Palette
  private var looks: [Look?]
  private var shown: Canvas?
  private var run = CellRun()

  /// How ncurses shows a style.
  private struct Look: Equatable {
    var pair: Int32
    var attributes: Int32
  }

  init(colourDepth: ColourDepth, glyphs: GlyphSet, palette: Palette) {
    self.colourDepth = colourDepth
    self.glyphs = glyphs
    self.palette = palette
    hasDefaultColours = screen_has_default_colours() != 0
    looks = Self.noLooks
  }

  /// The size now, in cells, as the kernel says; nothing after the session has been closed.
  public var size: Size {
    guard isOpen else { return Size(width: 0, height: 0) }
    var width: Int32 = 0
    var height: Int32 = 0
    screen_measure(&width, &height)
    return Size(width: Int(width), height: Int(height))
  }

  /// Shows the canvas, sending only what differs from what is shown. What lies outside the
  /// terminal is left out.
  public func present(_ canvas: Canvas) {
    guard isOpen else { return }
    let size = size
    let before = shown.flatMap { $0.size == canvas.size ? $0 : nil }
    let width = min(size.width, canvas.size.width)
    var isSeen = before.map { $0.cursor != canvas.cursor } ?? true
    for y in 0..<min(size.height, canvas.size.height) {
      let row = y * canvas.size.width
      let isSame = before.map {
        $0.cells[row..<(row + width)] == canvas.cells[row..<(row + width)]
      }
      guard isSame != true else { continue }
      isSeen = true
      present(canvas, y: y, width: width, before: before)
    }
    shown = canvas
    // A frame that changes nothing writes nothing, not even the beginning and the end of one.
    guard isSeen else { return }
    let cursor = canvas.cursor.flatMap { Rectangle(size).contains($0) ? $0 : nil }
    // Everything that ncurses writes for a frame lies between the two, the cursor's state among it.
    if isSynchronised { send("\u{1B}[?2026h") }
    screen_cursor(Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0), cursor == nil ? 0 : 1)
    screen_refresh()
    if isSynchronised { send("\u{1B}[?2026l") }
  }

  /// Forgets what is shown, so that the next canvas is sent whole.
  public func invalidate() {
    guard isOpen else { return }
    shown = nil
    screen_invalidate()
  }

  /// Shows everything in other colours from the next canvas on.
  public func setPalette(_ palette: Palette) {
    guard isOpen else { return }
    self.palette = palette
    looks = Self.noLooks
    screen_forget_pairs()
    invalidate()
  }

  /// Sends a control sequence past ncurses.
  func send(_ sequence: String) {
    var sequence = sequence
    sequence.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { screen_send($0.baseAddress, Int32($0.count)) }
    }
  }

  // MARK: Cells

  private func present(_ canvas: Canvas, y: Int, width: Int, before: Canvas?) {
    let row = y * canvas.size.width
    var look: Look?
    for x in 0..<width {
      let cell = canvas.cells[row + x]
      if cell.text.isEmpty { continue }
      let isWide = x + 1 < canvas.size.width && canvas.cells[row + x + 1].text.isEmpty
      if let before, before.cells[row + x] == cell,
        !isWide || before.cells[row + x + 1] == canvas.cells[row + x + 1]
      {
        put(y, look)
        look = nil
        continue
      }
      let mine = self.look(of: cell.style)
      if mine != look {
        put(y, look)
        run.begin(at: x)
        look = mine
      }
      // Half of a wide character at the edge of a terminal that is smaller than the canvas.
      let isCut = isWide && x + 1 >= width
      add(isCut ? " " : cell.text, width: isWide && !isCut ? 2 : 1)
    }
    put(y, look)
  }

  private func add(_ text: String, width: Int) {
    switch glyphs {
    case .all: run.add(text.unicodeScalars, width: width)
    case .console: run.add((PlainLetters.console(text) ?? text).unicodeScalars, width: width)
    case .ascii:
      run.add(PlainLetters.ascii(text), width: 1)
      if width == 2 { run.add(0x20, width: 1) }
    }
  }

  private func put(_ y: Int, _ look: Look?) {
    guard let look, !run.widths.isEmpty else { return }
    screen_put(
      Int32(y), Int32(run.x), run.scalars, run.widths, Int32(run.widths.count), look.pair,
      look.attributes)
    run.begin(at: 0)
  }

  // MARK: Looks

  private static let noLooks = [Look?](
    repeating: nil, count: Role.allCases.count * Surface.allCases.count * 8)

  private func look(of style: Style) -> Look {
    let surface = Int(style.role.rawValue) * Surface.allCases.count + Int(style.surface.rawValue)
    let index = surface * 8 + Int(style.emphasis.rawValue & 7)
    if let known = looks[index] { return known }
    let made = makeLook(of: style)
    looks[index] = made
    return made
  }

  private func makeLook(of style: Style) -> Look {
    let colours = palette.colours(style, colourDepth)
    // Emphasis has the bits of the first three attributes.
    var attributes = colours.attributes.rawValue | (style.emphasis.rawValue & 7)
    var (foreground, background) = colourDepth.numbers(of: colours)
    if colourDepth.isGreyWhenBold(foreground, background, isReversed: attributes & 4 != 0) {
      attributes &= ~TextAttributes.bold.rawValue
    }
    if colourDepth == .monochrome { return Look(pair: 0, attributes: Int32(attributes)) }
    if !hasDefaultColours {
      if foreground < 0 { foreground = 7 }
      if background < 0 { background = 0 }
    }
    let isDefault = foreground < 0 && background < 0
    let pair = isDefault ? 0 : screen_pair(Int32(foreground), Int32(background))
    return Look(pair: pair, attributes: Int32(attributes))
  }
}

/// Neighbouring cells of one look, in the form in which ncurses is given them.
private struct CellRun {
  private static let scalarsPerCell = Int(SCREEN_SCALARS_PER_CELL)

  private(set) var x = 0
  private(set) var scalars: [UInt32] = []
  private(set) var widths: [UInt8] = []

  mutating func begin(at x: Int) {
    self.x = x
    scalars.removeAll(keepingCapacity: true)
    widths.removeAll(keepingCapacity: true)
  }

  mutating func add(_ text: String.UnicodeScalarView, width: Int) {
    let start = scalars.count
    for scalar in text where scalars.count - start < Self.scalarsPerCell {
      scalars.append(scalar.value)
    }
    close(start, width)
  }

  mutating func add(_ value: UInt32, width: Int) {
    let start = scalars.count
    scalars.append(value)
    close(start, width)
  }

  private mutating func close(_ start: Int, _ width: Int) {
    while scalars.count - start < Self.scalarsPerCell { scalars.append(0) }
    widths.append(UInt8(width))
  }
}
