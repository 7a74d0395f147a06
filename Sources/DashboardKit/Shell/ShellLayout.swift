public import TerminalCanvas

/// Where the parts of the shell are on a screen of a size.
public struct ShellLayout: Hashable, Sendable {
  /// The least size on which the program can be used.
  public static let minimum = Size(width: 60, height: 20)

  /// Who, where, when.
  public var title: Rectangle
  /// The tabs.
  public var tabs: Rectangle
  /// A line below them; empty on low screens.
  public var rule: Rectangle
  /// The screen's own area.
  public var body: Rectangle
  /// What a tour says, below the screen's own area; empty when there is none.
  public var tour: Rectangle
  /// The line above the footer: messages, or a rule.
  public var message: Rectangle
  /// Keys, and the state of the connection.
  public var footer: Rectangle

  /// The parts of a screen of this size, with so many rows for a tour.
  public init(_ size: Size, tourHeight: Int = 0) {
    let (title, belowTitle) = Rectangle(size).splitTop(1)
    let (tabs, belowTabs) = belowTitle.splitTop(1)
    let (rule, belowRule) = belowTabs.splitTop(size.height >= 24 ? 1 : 0)
    let (aboveFooter, footer) = belowRule.splitBottom(1)
    let (aboveMessage, message) = aboveFooter.splitBottom(1)
    let (body, tour) = aboveMessage.splitBottom(tourHeight)
    self.title = title
    self.tabs = tabs
    self.rule = rule
    self.body = body
    self.tour = tour
    self.message = message
    self.footer = footer
  }

  /// The screen's own area with the line below it: where long messages grow into.
  var bodyAndMessage: Rectangle {
    Rectangle(x: body.x, y: body.y, width: body.width, height: body.height + message.height)
  }

  /// Whether a screen of this size can be used.
  public static func fits(_ size: Size) -> Bool {
    size.width >= minimum.width && size.height >= minimum.height
  }
}
