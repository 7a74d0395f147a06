public import Incubation
public import Storage
import TerminalCanvas

/// Which screens there are, and which is seen.
extension Shell: ScreenHostOwner {
  /// A screen asks for something.
  public func host(_ host: any AnyScreenHost, asks request: ShellRequest) {
    switch request {
    case .open(let destination): open(destination)
    case .replace(let destination): replace(host, with: destination)
    case .back: if host === current { goBack() }
    case .announce(let message): announce(message)
    case .remember(let receipt):
      history.remember(receipt)
      noteForTour(.change(receipt.summary.kind))
    case .change(let change): apply(change)
    case .copy(let copied): if host === current { copy(copied) }
    }
    lookAround()
    wantFrame()
  }

  /// A screen has run a command.
  public func host(_ host: any AnyScreenHost, ran command: String) {
    noteForTour(.command(command))
  }

  /// What a screen shows has changed.
  public func hostNeedsFrame(_ host: any AnyScreenHost) {
    leaving.removeAll(where: \.isIdle)
    stateTouched?()
    if host === current { wantFrame() }
  }

  /// Shows a place: the tab when it is one, else a screen above the one that is seen.
  func open(_ destination: Destination) {
    if let index = tabs.firstIndex(where: { $0.destination == destination }) {
      select(index)
    } else {
      current?.show(false)
      push(destination)
    }
  }

  /// Changes to a tab. Its screens are as they were left; choosing the tab again returns to its
  /// own screen.
  func select(_ index: Int) {
    guard tabs.indices.contains(index) else { return }
    if index == tab {
      returnToTab()
      return
    }
    current?.show(false)
    tabTrail.removeAll { $0 == index }
    tabTrail.append(tab)
    tab = index
    if stacks[index].isEmpty { startTab() } else { current?.show(true) }
    wantFrame()
  }

  /// Closes what lies above the tab's own screen, up to one on which something typed would be lost.
  private func returnToTab() {
    while stacks[tab].count > 1 {
      if current?.hasUnsavedInput == true {
        askToGoBack()
        return
      }
      goBack()
    }
  }

  func startTab() {
    guard tabs.indices.contains(tab) else { return }
    let places = kept.removeValue(forKey: tab) ?? [tabs[tab].destination]
    for place in places.dropLast() { push(place, isShown: false) }
    if let last = places.last { push(last) }
  }

  /// Puts a screen above the others. One that is not to be seen yet loads nothing before it is.
  func push(_ destination: Destination, isShown: Bool = true) {
    let host = make(destination, context, services)
    stacks[tab].append(host)
    if !isShown { host.show(false) }
    host.begin(owner: self)
    wantFrame()
  }

  func replace(_ host: any AnyScreenHost, with destination: Destination) {
    guard let place = stacks[tab].lastIndex(where: { $0 === host }) else { return }
    let isLast = place == stacks[tab].count - 1
    leave(host)
    stacks[tab].remove(at: place)
    if isLast { push(destination) }
  }

  var canGoBack: Bool { stacks[tab].count > 1 || !tabTrail.isEmpty }

  /// Returns to the screen before, or to the tab before.
  func goBack() {
    if stacks[tab].count > 1, let host = stacks[tab].popLast() {
      leave(host)
      current?.show(true)
    } else if let before = tabTrail.popLast() {
      current?.show(false)
      tab = before
      current?.show(true)
    }
    wantFrame()
  }

  /// Ends a screen; one that still writes is kept until it has.
  private func leave(_ host: any AnyScreenHost) {
    host.close()
    leaving.removeAll(where: \.isIdle)
    if !host.isIdle { leaving.append(host) }
  }

  /// Goes back, after a question when something typed would be lost.
  func askToGoBack() {
    if stacks[tab].count > 1, let host = current, host.hasUnsavedInput {
      ask(.screen, about: host)
    } else {
      goBack()
    }
  }

  /// Leaves the program, after a question when something typed would be lost.
  func askToQuit() {
    if let host = stacks.flatMap({ $0 }).last(where: \.hasUnsavedInput) {
      ask(.program, about: host)
    } else {
      isFinished = true
      noteForTour(.command(GlobalCommands.quitID))
    }
  }

  private func ask(_ leaving: ShellLayer.Leaving, about host: any AnyScreenHost) {
    if case .leaving = layers.last { return }
    let dialog = ConfirmDialog(
      title: text.leaveTitle, question: text.leaveQuestion(host.title),
      choices: [text.stay, text.leave])
    layers.append(.leaving(dialog, leaving))
    wantFrame()
  }
}

/// What comes from outside.
extension Shell {
  /// Takes a report of the change feed in.
  public func notice(_ notice: ChangeNotice) {
    switch notice {
    case .changed(let topics):
      for host in allHosts { host.notice(topics) }
    case .connection(let state):
      guard state != connection else { return }
      let wasOffline = connection == .offline
      connection = state
      if state == .offline { announce(Message(.warning, text.lostConnection)) }
      if wasOffline {
        announce(Message(.done, text.reconnected))
        refresh()
      }
      wantFrame()
    }
  }

  /// Every screen loads anew, by the same path as after a change.
  func refresh() {
    for host in allHosts { host.notice(Set(ChangeTopic.allCases)) }
  }

  /// Takes the time in: messages end, a clock on the screen goes on, and a new day begins.
  public func tick(_ now: Timestamp) {
    if messages.expire(at: now) { wantFrame() }
    for host in allHosts {
      if let due = host.wakesAt, due <= now { host.wake(at: now) }
    }
    let today = services.session.today()
    if today != context.today {
      updateContext { $0.today = today }
      refresh()
    }
  }

  /// When `tick` is to be called next at the latest: the end of a message, or of the day, or when
  /// a screen asks for it.
  public var nextDeadline: Timestamp? {
    let tomorrow = services.session.now().localDate.adding(days: 1).at(hour: 0)
    let asked = allHosts.compactMap(\.wakesAt).min() ?? tomorrow
    return min(messages.nextDeadline ?? tomorrow, asked, tomorrow)
  }
}
