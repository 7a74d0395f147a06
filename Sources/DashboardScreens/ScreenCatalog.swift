public import DashboardKit
public import Incubation

/// Every screen of the program, made from its id. `Files` is how files are read and written.
public enum ScreenCatalog<Files: FileSource> {
  /// Makes the screen for a destination.
  @MainActor
  public static var factory: ScreenFactory {
    { destination, context, services in
      switch destination.screen {
      case .overview: ScreenHost<OverviewScreen>(destination, context, services)
      case .pipeline: ScreenHost<PipelineScreen>(destination, context, services)
      case .table: ScreenHost<TableScreen>(destination, context, services)
      case .record: ScreenHost<RecordScreen>(destination, context, services)
      case .importing: ScreenHost<ImportScreen<Files>>(destination, context, services)
      case .sheets: ScreenHost<SheetsScreen>(destination, context, services)
      case .scoring: ScreenHost<ScoringScreen>(destination, context, services)
      case .contests: ScreenHost<ContestsScreen<Files>>(destination, context, services)
      case .round: ScreenHost<RoundScreen<Files>>(destination, context, services)
      case .reveal: ScreenHost<RevealScreen>(destination, context, services)
      case .programme: ScreenHost<ProgrammeScreen>(destination, context, services)
      case .settings: ScreenHost<SettingsScreen>(destination, context, services)
      case .training: ScreenHost<TrainingScreen<Files>>(destination, context, services)
      case .course: ScreenHost<CourseScreen<Files>>(destination, context, services)
      }
    }
  }

  /// The screens with a tab of their own, in order.
  public static var tabs: [TabDescription] {
    [
      TabDescription(PipelineScreen.self),
      TabDescription(TableScreen.self),
      TabDescription(ImportScreen<Files>.self),
      TabDescription(OverviewScreen.self),
      TabDescription(ContestsScreen<Files>.self),
      TabDescription(TrainingScreen<Files>.self),
      TabDescription(ProgrammeScreen.self),
    ]
  }

  /// The names of the parts of a course's page, as its memento has them.
  public static var courseParts: [String] { CourseSection.allCases.map(\.rawValue) }

  /// The tabs in the order in which a user needs them: who supervises and keeps no records begins
  /// with the overview.
  public static func tabs(for user: User) -> [TabDescription] {
    // Who does nothing but judge begins with the own sheets; nobody else has that tab first.
    if user.may(.scoreEntries) {
      let sheets = [TabDescription(SheetsScreen.self)]
      return user.may(.editVentures) ? tabs + sheets : sheets + tabs
    }
    let looksFromAbove = user.roles.contains(.supervisor) && !user.roles.contains(.clerk)
    guard looksFromAbove else { return tabs }
    let overview = tabs.filter { $0.destination.screen == .overview }
    return overview + tabs.filter { $0.destination.screen != .overview }
  }
}
