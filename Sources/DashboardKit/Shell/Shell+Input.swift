public import TerminalCanvas

/// What events mean. The topmost layer is offered them first, then what can be clicked, then the
/// screen, then the commands that every screen has.
extension Shell {
  /// Takes a batch of events in, in their order.
  public func handle(_ events: [InputEvent]) {
    for event in events {
      for part in event.oneByOne where !isFinished {
        handle(part)
        lookAround()
      }
    }
    showMouse()
    stateTouched?()
  }

  private func handle(_ event: InputEvent) {
    switch event {
    case .resize(let new):
      resize(to: new)
      // Also when it is the old one again: the terminal may have cut or moved its lines meanwhile.
      wantFrame()
      return
    case .invalidBytes(let count):
      announce(Message(.warning, text.invalidBytes(count)))
      return
    case .focus, .modeReport:
      return
    case .key(.control("q")):
      askToQuit()
      return
    case .key(let stroke) where GlobalCommands.typingKeys.contains(stroke):
      // Also in dialogs: they have fields, too.
      toggleTyping()
      return
    case .key, .text, .paste, .mouse:
      break
    }
    if messages.dismiss() { wantFrame() }
    guard ShellLayout.fits(size) else { return }
    if click(event) || isOfTour(event) { return }
    let event = areLettersMoves ? ViKeys.moves(event) : event
    if !layers.isEmpty {
      offerToLayer(event)
    } else if current?.handle(event) == true {
      noteForTour(.event(event))
    } else if let stroke = event.plainStroke {
      runGlobal(stroke)
    }
  }

  /// The keys of a tour are its own whatever lies above the screen.
  private func isOfTour(_ event: InputEvent) -> Bool {
    guard tour != nil, case .key(let stroke) = event else { return false }
    switch stroke {
    case TourCommands.nextKey: run(TourCommands.nextID)
    case TourCommands.leaveKey: run(TourCommands.leaveID)
    default: return false
    }
    return true
  }

  /// Whether vi keys are wished for and no field has the focus.
  private var areLettersMoves: Bool {
    guard context.preferences.usesViKeys else { return false }
    guard let top = layers.last else { return current?.isTyping == false }
    switch top {
    case .menu, .themes, .leaving, .draft, .tour, .notice, .copied: return true
    case .commands: return false
    }
  }

  private func runGlobal(_ stroke: KeyStroke) {
    if let command = globalCommands.first(where: { $0.keys.contains(stroke) }) {
      run(command)
    } else if stroke == .control("c") {
      announce(Message(.info, text.howToQuit))
    }
  }

  func resize(to new: Size) {
    guard new != size else { return }
    size = new
    if ShellLayout.fits(new) {
      updateContext { $0.size = layout(new).body.size }
    }
    wantFrame()
  }

  /// A click on a part of the shell; false when it is for the screen, or for nobody.
  private func click(_ event: InputEvent) -> Bool {
    guard case .mouse(let mouse) = event, mouse.kind == .press, mouse.button == .left else {
      return false
    }
    let hit = targets.last { $0.area.contains(mouse.position) }?.target
    guard !layers.isEmpty else {
      guard let hit else { return false }
      switch hit {
      case .tab(let index): select(index)
      case .command(let id): run(id)
      case .layer, .stroke: break
      }
      return true
    }
    if case .stroke(let stroke) = hit {
      offerToLayer(.key(stroke))
      return true
    }
    if case .layer(let index) = hit {
      chooseInLayer(index)
    } else if hit == .command(GlobalCommands.backID) || layers.last?.isMenu == true {
      closeLayer()
    }
    return true
  }
}

/// Layers.
extension Shell {
  private func offerToLayer(_ event: InputEvent) {
    guard let top = layers.popLast() else { return }
    wantFrame()
    let keyed = event.wheelAsArrow ?? event
    switch top {
    case .commands(var dialog):
      let reply = dialog.handle(event, entries, typing: context.preferences.typing)
      if let notice = dialog.field.notice {
        announce(Message(.warning, notice.words(context.language)))
      }
      finish(.commands(dialog), reply)
    case .menu(var dialog):
      let reply = dialog.handle(keyed, entries)
      finish(.menu(dialog), reply)
    case .themes(var dialog):
      let reply = dialog.handle(keyed, themes.map { $0.title(context.language) })
      finish(.themes(dialog), reply)
    case .leaving(var dialog, let leaving):
      let reply = dialog.handle(keyed)
      finish(.leaving(dialog, leaving), reply)
    case .draft(var dialog, let kept):
      let reply = dialog.handle(keyed)
      finish(.draft(dialog, kept), reply)
    case .tour(var dialog):
      // Whoever begins to work is not held up.
      guard Self.isForTour(event) else { return handle(event) }
      let reply = dialog.handle(keyed)
      finish(.tour(dialog), reply)
    case .notice(var dialog):
      let reply = dialog.handle(keyed)
      finish(.notice(dialog), reply)
    case .copied(var dialog):
      let reply = dialog.handle(event)
      finish(.copied(dialog), reply)
    }
  }

  private func chooseInLayer(_ index: Int) {
    guard let top = layers.popLast() else { return }
    wantFrame()
    switch top {
    case .commands(var dialog):
      let reply = dialog.choose(index, entries)
      finish(.commands(dialog), reply)
    case .menu(var dialog):
      if index < 0 {
        dialog.open(CommandMenu.allCases[-1 - index])
        layers.append(.menu(dialog))
      } else {
        let reply = dialog.choose(index, entries)
        finish(.menu(dialog), reply)
      }
    case .themes, .leaving, .draft, .tour, .notice, .copied:
      finish(top, .chosen(index))
    }
  }

  private func closeLayer() {
    guard let top = layers.popLast() else { return }
    wantFrame()
    finish(top, .cancelled)
  }

  /// What a layer's reply means. The layer was taken off and is put back when it goes on.
  private func finish(_ layer: ShellLayer, _ reply: DialogReply) {
    switch (layer, reply) {
    case (_, .run(let command)): run(command)
    case (.themes(let dialog), .cancelled): preview(theme: dialog.original)
    case (.themes, .chosen(let index)): choose(theme: index)
    case (.themes, .focused(let index)):
      preview(theme: index)
      layers.append(layer)
    case (.leaving(_, let leaving), .chosen(1)):
      switch leaving {
      case .program: isFinished = true
      case .screen: goBack()
      }
    case (.draft(_, let kept), .chosen(let index)): answer(index, about: kept)
    case (.draft(_, let kept), .cancelled): answer(nil, about: kept)
    case (.tour, .chosen(let index)): answerTour(index)
    case (.tour, .cancelled): answerTour(nil)
    case (_, .stay): layers.append(layer)
    case (_, .cancelled), (_, .chosen), (_, .focused), (_, .entered): break
    }
  }
}
