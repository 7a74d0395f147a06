public import Incubation

/// What the user sets, and what the program shows of it at once.
extension Shell {
  /// Does what a screen asks to be changed.
  func apply(_ change: SettingsChange) {
    switch change {
    case .language(let language):
      updateContext { $0.language = language }
      keepSettings()
    case .theme(let name):
      if let index = themes.firstIndex(where: { $0.name == name }) { choose(theme: index) }
    case .chooseTheme: run("program.theme")
    case .preferences(let preferences): self.change { $0 = preferences }
    }
  }

  /// Takes over what the user chose for working at the screen, and has it kept.
  func change(_ change: (inout Preferences) -> Void) {
    let before = context.preferences
    updateContext { change(&$0.preferences) }
    if context.preferences.usesMouse != before.usesMouse { mouseOverride = nil }
    showMouse()
    keepSettings()
  }

  func keepSettings() { settingsChanged?(context.language, theme, context.preferences) }

  /// Takes over what was changed outside, as in the settings file by hand: shown, and not kept
  /// again. Nil leaves language or theme as they are; so does a theme that does not exist.
  public func adopt(language: Language?, theme name: String?, _ preferences: Preferences) {
    let before = context.preferences
    updateContext {
      $0.language = language ?? $0.language
      $0.preferences = preferences
    }
    if preferences.usesMouse != before.usesMouse { mouseOverride = nil }
    showMouse()
    let isTrying = layers.contains { if case .themes = $0 { true } else { false } }
    if let name, name != theme.name, !isTrying,
      let index = themes.firstIndex(where: { $0.name == name })
    {
      preview(theme: index)
    }
  }

  /// Tells screens about the program around them, such as where files lie. The themes are filled
  /// in here.
  public func surround(_ change: (inout Surroundings) -> Void) {
    updateContext { change(&$0.surroundings) }
    noteThemes()
  }

  /// Keeps what screens know of the themes in step.
  func noteThemes() {
    let choices = themes.map {
      Surroundings.ThemeChoice(
        name: $0.name,
        title: Remark(vietnamese: $0.vietnameseTitle, english: $0.englishTitle))
    }
    updateContext {
      $0.surroundings.themes = choices
      $0.surroundings.theme = theme.name
    }
  }

  // MARK: The mouse

  /// Whether the mouse belongs to the program at this moment. While a text is shown to be copied
  /// by hand it never does.
  public var hasMouse: Bool {
    if case .copied = layers.last { return false }
    return mouseOverride ?? context.preferences.usesMouse
  }

  /// Whether the mouse was let go by its key, which the title says.
  var isMouseFree: Bool {
    marksFreeMouse && mouseOverride == false && context.preferences.usesMouse
  }

  /// Leaves the mouse to the terminal for this session, as the command line may ask.
  public func leaveMouse() {
    mouseOverride = false
    marksFreeMouse = false
    showMouse()
  }

  func toggleMouse() {
    marksFreeMouse = true
    mouseOverride = !(mouseOverride ?? context.preferences.usesMouse)
    announce(Message(.done, mouseOverride == false ? text.mouseIsFree : text.mouseIsOurs))
    showMouse()
  }

  func showMouse() {
    guard hasMouse != shownMouse else { return }
    shownMouse = hasMouse
    mouseShown?(hasMouse)
    wantFrame()
  }

  /// Says that the program is suspended after a write.
  public func announceSuspending() { announce(Message(.info, text.suspendsAfterWriting)) }

  // MARK: Copying

  /// Offers a text to the clipboard, and shows it for copying by hand.
  func copy(_ copied: CopyText) {
    let outcome: CopyOutcome =
      context.preferences.usesTerminalClipboard
      ? copyWanted?(copied.text) ?? .unsupported(terminal: "")
      : .switchedOff
    layers.append(.copied(CopyDialog(copied, outcome)))
    showMouse()
    wantFrame()
  }
}
