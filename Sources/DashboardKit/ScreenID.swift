public import Incubation

/// Every screen of the program. A new screen is a new folder and one case here; the compiler then
/// names the places that are left.
public enum ScreenID: String, CaseIterable, Sendable {
  /// The figures of the pipeline, for those who look from above.
  case overview
  /// The startup pipeline as a board.
  case pipeline
  /// The startup pipeline as a table.
  case table
  /// One venture.
  case record
  /// A CSV file on its way in.
  case importing = "import"
  /// The rounds in which the user judges.
  case sheets
  /// One score sheet of a judge.
  case scoring
  /// The contests, or one of them.
  case contests
  /// A round of a contest, for those who run it.
  case round
  /// The result of a round as it is revealed.
  case reveal
  /// The programme: agreement, tasks, money, connections, figures.
  case programme
  /// What the user has set.
  case settings
  /// The calendar of training, its courses and figures.
  case training
  /// One course: its plan, sessions, people, attendance, certificates and feedback.
  case course
}

/// Where to go: a screen, and what it is to show.
public struct Destination: Hashable, Sendable {
  /// The screen.
  public var screen: ScreenID
  /// The venture to show or to select; nil for none.
  public var venture: Identifier<Venture>?
  /// The filter to start with; nil for the screen's own.
  public var filter: VentureFilter?
  /// The file to import; nil for none.
  public var file: String?
  /// The round of a contest; nil for the one that the screen finds.
  public var round: Identifier<Round>?
  /// The entry to begin with; nil for the screen's own.
  public var entry: Identifier<Entry>?
  /// The order to start with; nil for the screen's own.
  public var sort: VentureSort?
  /// Whether the record is opened in its form, ready to be changed.
  public var isEditing: Bool
  /// The course to show; nil for none.
  public var course: Identifier<Course>?
  /// The contest to show; nil for none.
  public var competition: Identifier<Competition>?
  /// Ventures that the screen is asked to do something with, as to let them enter a contest.
  public var ventures: [Identifier<Venture>] = []
  /// The page of the programme to show; nil for the supervisor's.
  public var programme: ProgrammePlace?
  /// What was typed there before and is to be opened again; nil for nothing.
  public var draft: Draft? {
    get { kept?.draft }
    set { kept = Kept(draft: newValue, memento: memento) }
  }
  /// Where the user was on the screen at the end of an earlier run, as the screen itself wrote it;
  /// nil for a start like any other. What it names and is no longer there is passed over.
  public var memento: JSONValue? {
    get { kept?.memento }
    set { kept = Kept(draft: draft, memento: newValue) }
  }
  /// Behind a reference, because a draft holds a destination itself.
  private var kept: Kept?

  private final class Kept: Hashable, Sendable {
    let draft: Draft?
    let memento: JSONValue?

    init?(draft: Draft?, memento: JSONValue?) {
      if draft == nil, memento == nil { return nil }
      self.draft = draft
      self.memento = memento
    }

    static func == (left: Kept, right: Kept) -> Bool {
      left === right || (left.draft == right.draft && left.memento == right.memento)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(draft)
      hasher.combine(memento)
    }
  }

  /// A place to go to.
  public init(
    _ screen: ScreenID, venture: Identifier<Venture>? = nil, filter: VentureFilter? = nil,
    file: String? = nil, sort: VentureSort? = nil, isEditing: Bool = false,
    competition: Identifier<Competition>? = nil, round: Identifier<Round>? = nil,
    entry: Identifier<Entry>? = nil, ventures: [Identifier<Venture>] = []
  ) {
    self.entry = entry
    self.screen = screen
    self.venture = venture
    self.filter = filter
    self.file = file
    self.sort = sort
    self.isEditing = isEditing
    self.competition = competition
    self.round = round
    self.ventures = ventures
  }
}
