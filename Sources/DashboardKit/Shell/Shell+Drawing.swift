import Incubation
import Storage
public import TerminalCanvas

/// What is seen.
extension Shell {
  /// Draws everything for a screen of this size, which becomes the size from now on.
  public func draw(_ size: Size) -> Canvas {
    resize(to: size)
    didDraw()
    targets = []
    var canvas = Canvas(size)
    guard ShellLayout.fits(size) else {
      drawTooSmall(on: &canvas)
      return canvas
    }
    let layout = layout(size)
    drawTitle(in: layout.title, on: &canvas)
    drawTabs(in: layout.tabs, on: &canvas)
    drawRule(in: layout.rule, on: &canvas)
    current?.draw(in: layout.body, on: &canvas)
    drawTour(in: layout.tour, on: &canvas)
    if canvas.cursor == nil { canvas.pointCursor(at: layout.body) }
    drawMessage(layout, on: &canvas)
    drawFooter(in: layout.footer, on: &canvas)
    drawLayers(layout, on: &canvas)
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let lines = TextWrap.lines(of: text.tooSmall(canvas.size), width: canvas.size.width)
    for (index, line) in lines.prefix(canvas.size.height).enumerated() {
      canvas.put(line, in: canvas.bounds.row(index), style: Style(.warning))
    }
  }

  private func drawTitle(in area: Rectangle, on canvas: inout Canvas) {
    let bar = TitleBar(
      department: profile.department(context.language).string, user: context.user,
      database: services.stores.database.displayName, today: context.today,
      isDemo: profile.demoToday != nil, typing: context.preferences.typing.badge,
      mark: isMouseFree ? text.mouseMark : nil, text: text)
    for (id, place) in bar.draw(in: area, on: &canvas) { targets.append((place, .command(id))) }
  }

  private func drawTabs(in area: Rectangle, on canvas: inout Canvas) {
    canvas.fill(area, style: Style(.tab, on: .bar))
    let titles = tabs.map { $0.title(context.language) }
    let row = TabRow(titles: titles, active: shownTab, trail: trail)
    for (index, place) in row.draw(in: area, on: &canvas) { targets.append((place, .tab(index))) }
  }

  /// The tab that stands for what is seen: that of the topmost screen which has one.
  private var shownTab: Int {
    let owners = stacks[tab].reversed().lazy.compactMap { host in
      self.tabs.firstIndex { $0.destination.screen == host.destination.screen }
    }
    return owners.first ?? tab
  }

  /// The name of a screen that lies above the tab's own; nil on a tab's own screen.
  private var trail: String? {
    guard let host = current,
      !tabs.contains(where: { $0.destination.screen == host.destination.screen })
    else { return nil }
    return host.title
  }

  private func drawRule(in area: Rectangle, on canvas: inout Canvas) {
    canvas.fill(area, "─", style: Style(.border))
  }

  /// The message that is to be read, what a menu item does, or a rule.
  private func drawMessage(_ layout: ShellLayout, on canvas: inout Canvas) {
    let area = layout.message
    if case .menu(let dialog) = layers.last {
      canvas.fill(area, style: Style(.text, on: .toast))
      canvas.put(
        TextWidth.cut(dialog.explanation(entries), to: area.width - 2), in: area, offset: 1,
        style: Style(.text, on: .toast))
    } else if let message = messages.current {
      drawRule(in: area, on: &canvas)
      MessageLine.draw(message, in: layout.bodyAndMessage, on: &canvas)
    } else {
      drawRule(in: area, on: &canvas)
    }
  }

  private func drawFooter(in area: Rectangle, on canvas: inout Canvas) {
    let footer = Footer(hints: hints, connection: connection, text: text)
    for (target, place) in footer.draw(in: area, on: &canvas) { targets.append((place, target)) }
  }

  private var hints: [FooterHint] {
    let own = Footer.hints(of: entries.map(\.info), text)
    guard let top = layers.last else { return own }
    let hints = Footer.hints(of: top, text)
    // The keys of the screen go through the offer of a tour.
    guard case .tour = top else { return hints }
    return hints + own.filter { hint in !hints.contains { $0.key == hint.key } }
  }

  private func drawLayers(_ layout: ShellLayout, on canvas: inout Canvas) {
    guard let top = layers.last else { return }
    canvas.cursor = nil
    if !top.isMenu { canvas.restyle(layout.body) { $0 = Style(.disabled) } }
    let above = Rectangle(
      x: 0, y: layout.tabs.y, width: layout.tabs.width, height: layout.message.y - layout.tabs.y)
    let found: [DialogTarget]
    switch top {
    case .commands(let dialog):
      found = dialog.draw(in: layout.body, on: &canvas, entries, text)
    case .menu(let dialog):
      found = dialog.draw(in: above, on: &canvas, entries, text)
    case .themes(let dialog):
      found = dialog.draw(
        themes.map { $0.title(context.language) }, in: layout.body, on: &canvas, text)
    case .leaving(let dialog, _), .draft(let dialog, _), .tour(let dialog),
      .notice(let dialog):
      found = dialog.draw(in: layout.body, on: &canvas).enumerated()
        .map { DialogTarget(area: $0.element, index: $0.offset) }
    case .copied(let dialog):
      dialog.draw(in: layout.body, on: &canvas, text)
      found = []
    }
    targets += found.map { ($0.area, .layer($0.index)) }
  }
}
