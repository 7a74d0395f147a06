public import DashboardKit
import Incubation

/// Every screen of the program, made from its id. `Files` is how files are read and written.
public enum ScreenCatalog<Files: FileSource> {
  /// Makes the screen for a destination.
  @MainActor
  public static var factory: ScreenFactory {
    { destination, context, services in
      switch destination.screen {
      case .pipeline: ScreenHost<PipelineScreen>(destination, context, services)
      case .table: ScreenHost<TableScreen>(destination, context, services)
      case .record: ScreenHost<RecordScreen>(destination, context, services)
      case .importing: ScreenHost<ImportScreen<Files>>(destination, context, services)
      }
    }
  }

  /// The screens with a tab of their own, in order.
  public static var tabs: [TabDescription] {
    [
      TabDescription(PipelineScreen.self),
      TabDescription(TableScreen.self),
      TabDescription(ImportScreen<Files>.self),
    ]
  }
}
