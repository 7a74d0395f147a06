import DashboardKit
import DashboardScreens
import Incubation
import Storage
import StorageSQLite
import TerminalCanvas

/// The screens over the demo season in memory, without a terminal and with a clock that stands
/// still: for pictures and for the table of keys.
struct Rehearsal: Sendable {
  let profile: DatabaseProfile
  let context: ScreenContext
  let services: Services
  private let size: Size
  private let venture: Identifier<Venture>?
  private let course: Identifier<Course>?

  init(language: Language, size: Size, login: String = DemoSeason.clerk) throws {
    let database = try SQLiteDatabase(inMemory: ())
    let stores = Stores.over(database)
    let today = DemoSeason.season2020.today
    (profile, services, venture, course) = try Blocking.run {
      try await DemoDatabase.fill(database, further: 0)
      guard let user = try await stores.users.user(login) else {
        throw StorageError.notFound(entity: "user")
      }
      let session = Session(
        user: user, now: { today.at(hour: 9) }, random: SeededNumbers(seed: 1).next,
        today: { today })
      return (
        try await stores.catalogue.profile(), Services(stores: stores, session: session),
        try await stores.ventures.find(code: "ST-0010"),
        try await stores.training.find(code: "KH-0003")
      )
    }
    self.size = size
    let open = OpenDatabase(database: database, stores: stores, profile: profile, isNew: false)
    context = try DashboardRun.context(
      Desk(open: open, session: services.session, language: language), size: size)
  }

  /// The whole program, with a screen opened.
  @MainActor func shell(opening screen: ScreenID, theme: Theme) -> Shell {
    let tabs = Screens.tabs(for: context.user)
    let isTab = tabs.first?.destination.screen == screen
    return Shell(
      profile: profile, context: context, services: services, tabs: tabs,
      themes: [theme], size: size, opening: isTab ? nil : destination(screen),
      make: Screens.factory)
  }

  /// A screen alone, begun.
  @MainActor func host(_ screen: ScreenID, part: String? = nil) -> any AnyScreenHost {
    let host = Screens.factory(destination(screen, part: part), context, services)
    host.begin(owner: Audience.shared)
    return host
  }

  private func destination(_ screen: ScreenID, part: String? = nil) -> Destination {
    var place = Destination(screen, venture: screen == .record ? venture : nil)
    place.course = screen == .course ? course : nil
    place.memento = part.map { .object(["section": .string($0)]) }
    return place
  }

  /// Takes what a screen asks for, and does nothing.
  @MainActor private final class Audience: ScreenHostOwner {
    static let shared = Audience()
    func host(_ host: any AnyScreenHost, asks request: ShellRequest) {}
    func hostNeedsFrame(_ host: any AnyScreenHost) {}
  }
}
