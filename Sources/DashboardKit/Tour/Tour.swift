public import Incubation
public import Storage
public import TerminalCanvas

/// Three minutes of doing: the first things that a role does here, one after another, on the real
/// screens. The steps are data; what completes them is what the user really did.
public struct Tour: Equatable, Sendable {
  /// For whom it is.
  public var role: UserRole
  /// What is done, in order.
  public var steps: [TourStep]

  /// A tour.
  public init(for role: UserRole, _ steps: [TourStep]) {
    self.role = role
    self.steps = steps
  }
}

/// One thing to do.
public struct TourStep: Equatable, Sendable {
  /// What to do and what will happen. `{venture.open}` stands for the key of that command, as it is
  /// on the screen at that moment.
  public var words: Bilingual
  /// The screen on which it is done; nil for any.
  public var screen: ScreenID?
  /// What completes it: any one of these.
  public var goals: [TourGoal]

  /// A step.
  public init(_ words: Bilingual, on screen: ScreenID? = nil, until goals: TourGoal...) {
    self.words = words
    self.screen = screen
    self.goals = goals
  }

  /// The ids of the commands whose keys the words name.
  public var commands: [String] {
    words.vietnamese.string.split(separator: "{").dropFirst().compactMap {
      $0.split(separator: "}", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}

/// What completes a step of a tour.
public enum TourGoal: Hashable, Sendable {
  /// A command was run: by its key, in the menu, in the palette or with the mouse.
  case command(String)
  /// One of these keys was pressed, and the screen did something with it.
  case key([Key])
  /// This was typed, accents and case left aside.
  case typed(String)
  /// A screen is seen, with no dialog above it.
  case screen(ScreenID)
  /// No dialog lies above the screen.
  case closed
  /// Such a change was stored.
  case changed(ChangeSummary.Kind)
}
