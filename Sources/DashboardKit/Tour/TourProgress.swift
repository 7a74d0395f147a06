import Incubation
import Storage
import TerminalCanvas

/// How far somebody has come in a tour.
struct TourProgress: Equatable {
  /// Something that the user did.
  enum Deed: Equatable {
    case command(String)
    case event(InputEvent)
    case change(ChangeSummary.Kind)
  }

  /// What is seen.
  struct Sight: Equatable {
    var screen: ScreenID?
    var hasDialog: Bool
  }

  let tour: Tour
  /// The place of the step, from 0; the number of steps when all are done.
  private(set) var place = 0
  private var typed = ""

  init(_ tour: Tour) { self.tour = tour }

  /// The step to do now; nil when all are done.
  var step: TourStep? { tour.steps.indices.contains(place) ? tour.steps[place] : nil }

  var isDone: Bool { step == nil }

  /// Takes in what was done.
  mutating func note(_ deed: Deed) {
    guard let step else { return }
    if case .event(let event) = deed { type(event) }
    let isDone = step.goals.contains { goal in
      switch (goal, deed) {
      case (.command(let id), .command(let done)): id == done
      case (.changed(let kind), .change(let done)): kind == done
      case (.key(let keys), .event(.key(let stroke))): keys.contains(stroke.key)
      case (.typed(let text), .event): TextFolding.fold(typed).contains(TextFolding.fold(text))
      default: false
      }
    }
    if isDone { next() }
  }

  /// Takes in what is seen: steps that only ask to be somewhere are done by being there.
  mutating func look(_ sight: Sight) {
    while let step, step.goals.contains(where: { Self.holds($0, sight) }) { next() }
  }

  private static func holds(_ goal: TourGoal, _ sight: Sight) -> Bool {
    switch goal {
    case .screen(let screen): sight.screen == screen && !sight.hasDialog
    case .closed: !sight.hasDialog
    case .command, .key, .typed, .changed: false
    }
  }

  /// Goes on to the next step, done or not.
  mutating func next() {
    place = min(place + 1, tour.steps.count)
    typed = ""
  }

  /// What has been typed, as input methods do it: with letters taken back.
  private mutating func type(_ event: InputEvent) {
    switch event {
    case .text(let text), .paste(let text): typed = String((typed + text).suffix(60))
    case .key(KeyStroke(.backspace)): typed = String(typed.dropLast())
    default: break
    }
  }
}
