import Incubation
import Storage

/// What can be done: the screen's commands and the shell's.
extension Shell {
  var globalCommands: [Command<GlobalAction>] {
    GlobalCommands.all(
      text,
      GlobalState(
        tabs: tabs.map { $0.title(context.language) }, canGoBack: canGoBack,
        undo: history.done.last.map { text.name($0.summary, context.pipelines) },
        redo: history.undone.last.map { text.name($0.summary, context.pipelines) },
        isUndoing: undoTask != nil, drafts: waitingDrafts.count, hasTours: !tours.isEmpty,
        isTouring: tour != nil, themes: themes.count, hasMouse: hasMouse,
        copies: current?.copies.count ?? 0,
        suspendProblem: suspendWanted == nil
          ? text.cannotSuspend : suspendProblem?(context.language)))
  }

  /// Everything that can be done now, the screen's first.
  var entries: [CommandEntry] {
    let own = current.map { host in
      host.commands.map { CommandEntry(info: $0, section: host.title) }
    }
    let shared = globalCommands.map {
      CommandEntry(info: CommandInfo($0), section: text.everywhere)
    }
    return (own ?? []) + shared
  }

  /// Does what a command says, by its id.
  func run(_ command: String) {
    if let global = globalCommands.first(where: { $0.id == command }) {
      run(global)
    } else {
      _ = current?.run(command)
    }
  }

  func run(_ command: Command<GlobalAction>) {
    if let reason = command.disabledReason {
      announce(Message(.info, reason))
      return
    }
    wantFrame()
    defer { noteForTour(.command(command.id)) }
    switch command.action {
    case .help: layers.append(.commands(CommandDialog(.help)))
    case .palette: layers.append(.commands(CommandDialog(.palette)))
    case .menu: layers.append(.menu(MenuDialog(.record)))
    case .back: askToGoBack()
    case .undo: undo()
    case .redo: redo()
    case .refresh: refresh()
    case .language: changeLanguage()
    case .nextTheme: choose(theme: (themeIndex + 1) % themes.count)
    case .chooseTheme:
      layers.append(.themes(ThemeDialog(count: themes.count, current: themeIndex)))
    case .settings: open(Destination(.settings))
    case .mouse: toggleMouse()
    case .copy:
      if current?.beginCopy() != true, let copied = current?.copies.first { copy(copied) }
    case .copyAll: if let copied = current?.copies.last { copy(copied) }
    case .suspend: suspendWanted?()
    case .quit: askToQuit()
    case .tour: askForTour()
    case .tourNext: nextTourStep()
    case .tourLeave: leaveTour()
    case .drafts: if let first = waitingDrafts.first { ask(about: first) }
    case .typing: toggleTyping()
    case .viKeys:
      change { $0.usesViKeys.toggle() }
      announce(Message(.info, text.viKeys(isOn: context.preferences.usesViKeys)))
    case .tab(let index): select(index)
    case .nextTab(let step): select((tab + step + tabs.count) % max(1, tabs.count))
    }
  }

  func toggleTyping() {
    change { $0.typing.toggle() }
    announce(Message(.info, text.typing(context.preferences.typing)))
  }

  private func changeLanguage() {
    updateContext { $0.language = $0.language.other }
    keepSettings()
  }

  func choose(theme index: Int) {
    preview(theme: index)
    keepSettings()
  }

  func preview(theme index: Int) {
    themeIndex = index
    noteThemes()
    themeShown?(theme)
    wantFrame()
  }
}

/// Taking changes back.
extension Shell {
  func undo() { cancel(history.done.last, isRedo: false) }
  func redo() { cancel(history.undone.last, isRedo: true) }

  private func cancel(_ entry: UndoHistory.Entry?, isRedo: Bool) {
    guard let entry, undoTask == nil else { return }
    // Whoever is typing means the typing, not a change that was saved before.
    if current?.hasUnsavedInput == true {
      return announce(Message(.info, text.stillTyping))
    }
    let services = services
    undoTask = Task {
      let outcome: Result<ChangeReceipt, any Error>
      do {
        outcome = .success(
          try await services.stores.ventures.undo(entry.event, by: services.session))
      } catch {
        outcome = .failure(error)
      }
      undoTask = nil
      finish(entry, isRedo: isRedo, outcome)
    }
  }

  private func finish(
    _ entry: UndoHistory.Entry, isRedo: Bool, _ outcome: Result<ChangeReceipt, any Error>
  ) {
    let name = text.name(entry.summary, context.pipelines)
    switch outcome {
    case .success(let receipt):
      if isRedo { history.didRedo(entry, by: receipt) } else { history.didUndo(entry, by: receipt) }
      announce(Message(.done, isRedo ? text.redone(name) : text.undone(name)))
      noteForTour(.change(isRedo ? .redone : .undone))
      lookAround()
      for host in allHosts { host.notice([.ventures, .competitions, .scores, .programme]) }
    case .failure(let error):
      if case StorageError.conflict = error { history.forget(entry) }
      announce(Message(.failure, text.undoFailed(name, error, today: context.today)))
    }
  }
}
