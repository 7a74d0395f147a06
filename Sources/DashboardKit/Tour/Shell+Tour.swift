public import Incubation
import Storage
import TerminalCanvas

/// The tour, around the screens on which it runs.
extension Shell {
  /// Asks whether somebody new wants the tour. Keys that are not the question's own go to the
  /// screen, so that whoever begins to work is not held up; then it is asked again another time.
  public func offerTour() {
    guard !tours.isEmpty, layers.isEmpty, tour == nil, !hasUnsavedInput else { return }
    askForTour()
  }

  func askForTour() {
    if tour != nil { leaveTour() }
    let roles = offeredRoles
    let dialog = ConfirmDialog(
      title: text.tourTitle, question: text.tourQuestion(isDemo: profile.demoToday != nil),
      choices: roles.map(text.tourChoice) + [text.tourRefused])
    layers.append(.tour(dialog))
    wantFrame()
  }

  /// The roles that have a tour, the user's own first.
  private var offeredRoles: [UserRole] {
    let roles = tours.map(\.role)
    return roles.filter(context.user.roles.contains)
      + roles.filter { !context.user.roles.contains($0) }
  }

  /// Begins the tour of a role, on the screen of its first step. False when there is none.
  @discardableResult
  public func startTour(for role: UserRole) -> Bool {
    guard let found = tours.first(where: { $0.role == role }) else { return false }
    tour = TourProgress(found)
    if let screen = found.steps.first?.screen,
      let index = tabs.firstIndex(where: { $0.destination.screen == screen }), index != tab
    {
      select(index)
    }
    fitBody()
    return true
  }

  /// What was answered to the offer; nil when it was closed without an answer.
  func answerTour(_ choice: Int?) {
    tourAnswered?()
    let roles = offeredRoles
    guard let choice, roles.indices.contains(choice) else { return }
    if profile.demoToday != nil {
      startTour(for: roles[choice])
    } else {
      layers.append(
        .notice(
          ConfirmDialog(
            title: text.tourTitle, question: text.tourCommand(roles[choice]),
            choices: [text.tourUnderstood])))
      wantFrame()
    }
  }

  /// Whether the question about the tour wants an event for itself.
  static func isForTour(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let stroke):
      [.up, .down, .left, .right, .tab, .enter, .escape].contains(stroke.key)
        && stroke.modifiers.subtracting(.shift).isEmpty
    case .text, .paste: false
    default: true
    }
  }

  func nextTourStep() {
    tour?.next()
    lookAround()
  }

  func leaveTour() {
    guard tour != nil else { return }
    tour = nil
    fitBody()
    announce(Message(.info, text.tourClosed))
  }

  /// Tells the tour what was done.
  func noteForTour(_ deed: TourProgress.Deed) {
    guard tour != nil else { return }
    tour?.note(deed)
    wantFrame()
  }

  /// Lets the tour see what is seen, after everything that happened.
  func lookAround() {
    guard tour != nil else { return }
    let before = tour
    tour?.look(sight)
    if tour != before { wantFrame() }
    guard tour?.isDone == true else { return }
    tour = nil
    fitBody()
    announce(Message(.done, text.tourDone))
  }

  var sight: TourProgress.Sight {
    TourProgress.Sight(screen: current?.destination.screen, hasDialog: !layers.isEmpty)
  }

  /// The size of the area that screens have, with the tour's panel below it or without.
  func fitBody() {
    if ShellLayout.fits(size) { updateContext { $0.size = layout(size).body.size } }
    wantFrame()
  }

  func layout(_ size: Size) -> ShellLayout {
    ShellLayout(size, tourHeight: tour == nil ? 0 : TourPanel.height)
  }

  func drawTour(in area: Rectangle, on canvas: inout Canvas) {
    guard let tour else { return }
    for entry in entries {
      if let key = entry.info.keys.first { tourKeys[entry.info.id] = key }
    }
    let wanted = tour.step?.screen
    let isElsewhere = wanted != nil && wanted != sight.screen
    let panel = TourPanel(
      progress: tour, text: text, keys: tourKeys, sight: sight,
      elsewhere: isElsewhere ? name(of: wanted) : nil)
    for (id, place) in panel.draw(in: area, on: &canvas) {
      targets.append((place, .command(id)))
    }
  }

  private func name(of screen: ScreenID?) -> String? {
    tabs.first { $0.destination.screen == screen }?.title(context.language) ?? screen?.rawValue
  }
}
