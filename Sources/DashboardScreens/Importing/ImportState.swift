import DashboardKit
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// A plan with the bytes that it was made of. Two are equal when they are one: a plan may have
/// many thousands of rows.
final class PlannedImport: Sendable, Equatable {
  let plan: ImportPlan
  let bytes: [UInt8]

  init(plan: ImportPlan, bytes: [UInt8]) {
    self.plan = plan
    self.bytes = bytes
  }

  static func == (left: PlannedImport, right: PlannedImport) -> Bool { left === right }
}

/// A row of the preview, known by its place in the plan.
struct PreviewRow: ListRow {
  let id: Int
}

/// Why an import cannot go on.
enum ImportFailure: Equatable, Sendable {
  case file(FileFailure)
  case csv(CSVFailure)
  case mapping(MappingFailure)
  case storage(StorageError)

  func words(_ language: Language) -> String {
    switch self {
    case .file(let failure): failure.words(language)
    case .csv(let failure): failure.words(language)
    case .mapping(let failure): failure.words(language)
    case .storage(let error): ErrorWords(language).sentence(for: error)
    }
  }
}

/// What the import screen knows.
struct ImportState: Equatable, Sendable {
  /// How far it is.
  enum Step: Equatable, Sendable {
    /// A file is asked for.
    case asking
    /// The file is read; so many rows so far.
    case reading(rows: Int)
    /// What would be done is shown.
    case preview(PlannedImport)
    /// It is being stored.
    case publishing(PlannedImport)
    /// It is done; the file of refused rows when it was written.
    case done(PlannedImport, ImportSummary, rejected: String?)
  }

  /// Which rows of the preview are shown.
  enum Shown: String, CaseIterable, Sendable {
    case all, new, matched, refused
  }

  var step = Step.asking
  /// The path of the file.
  var path: TextField
  /// What happens to rows whose venture is there already.
  var onMatch = ImportOptions.OnMatch.skip
  /// What the columns are, once they are known.
  var mapping: ColumnMapping?
  /// Whether a person has said what a column is.
  var hasChosenColumns = false
  /// The rows of the preview.
  var rows = VirtualList<PreviewRow>()
  /// Which of them are shown.
  var shown = Shown.all
  /// The columns being assigned: the list of headings, then of fields for the one chosen.
  var columns: ChoiceList?
  /// The column that is being assigned; nil while one is chosen.
  var column: Int?
  /// Why it could not go on; nil when it could.
  var failure: ImportFailure?

  /// The plan that is shown; nil before there is one.
  var planned: PlannedImport? {
    switch step {
    case .asking, .reading: nil
    case .preview(let planned), .publishing(let planned): planned
    case .done(let planned, _, _): planned
    }
  }

  /// The rows of the list on a screen of this size.
  static func height(_ size: Size) -> Int { max(1, size.height - 9) }
}

/// What can happen to the import screen.
enum ImportAction: Equatable, Sendable {
  // From outside.
  case progress(Int)
  case mapped(ColumnMapping, MappingFailure?)
  case planned(PlannedImport)
  case published(ChangeReceipt, ImportSummary)
  case rejectedWritten(String)
  case failed(ImportFailure)
  // From the person.
  case typed(InputEvent)
  case read
  case stroke(KeyStroke)
  case letter(Character)
  case row(Int)
  case show(ImportState.Shown)
  case showNext
  case toggleMatch
  case openColumns
  case columnInput(InputEvent)
  case columnPicked(String)
  case publish
  case saveRejected
  case back
}

/// What the import screen asks for.
enum ImportEffect: ScreenEffect {
  case plan(path: String, ColumnMapping?, ImportOptions.OnMatch, [Pipeline], today: LocalDate)
  case publish(PlannedImport, ImportOptions.OnMatch)
  case writeRejected(PlannedImport, path: String, Language)

  var cancellationKey: String? {
    switch self {
    case .plan: "plan"
    case .publish, .writeRejected: nil
    }
  }
}
