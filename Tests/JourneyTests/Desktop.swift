import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Storage
import StorageSQLite
import TerminalCanvas
import Testing

@testable import vuonuom

/// The whole program but for the terminal: keys go in as events, and the screen is read as text.
@MainActor
final class Desktop {
  let shell: Shell
  private let size: Size
  private let feed: Task<Void, Never>

  init(
    _ open: OpenDatabase, login: String, language: Language = .vietnamese,
    size: Size = Size(width: 120, height: 36)
  ) async throws {
    let stores = open.stores
    let user = try #require(try await stores.users.user(login))
    let session = RealWorld.session(user, profile: open.profile, today: nil)
    let context = ScreenContext(
      language: language, today: session.today(), user: user,
      pipelines: try await stores.catalogue.pipelines(),
      fieldNames: try await stores.catalogue.fieldNames(), size: size)
    let shell = Shell(
      profile: open.profile, context: context,
      services: Services(stores: stores, session: session), tabs: Screens.tabs(for: user),
      themes: [.fallback], size: size, make: Screens.factory)
    self.shell = shell
    self.size = size
    let changes = open.database.changes()
    feed = Task { @MainActor in
      for await notice in changes { shell.notice(notice) }
    }
    await shell.untilIdle()
  }

  deinit { feed.cancel() }

  /// What is on the screen, row by row.
  var screen: String {
    let canvas = shell.draw(size)
    return (0..<size.height).map { y in
      (0..<size.width).map { canvas[$0, y].text }.joined()
    }.joined(separator: "\n")
  }

  func press(_ strokes: KeyStroke...) async {
    for stroke in strokes {
      shell.handle([.key(stroke)])
      await shell.untilIdle()
    }
  }

  func type(_ text: String) async {
    for character in text {
      shell.handle([.text(String(character))])
      await shell.untilIdle()
    }
  }

  /// Waits until the screen shows a text, at most so many seconds.
  func waits(for text: String, seconds: Double = 5) async throws -> Bool {
    let end = ContinuousClock.now + .milliseconds(Int(seconds * 1_000))
    while ContinuousClock.now < end {
      await shell.untilIdle()
      if screen.contains(text) { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}

/// A database file with nobody's data in it, or the demo's.
enum TestDatabase {
  static func open(_ path: String, demo: Bool = false) async throws -> OpenDatabase {
    var options = SQLiteDatabase.Options()
    options.creates = true
    options.pollMilliseconds = 50
    let database = try SQLiteDatabase(path: path, options: options)
    if demo {
      try await DemoDatabase.fill(database, further: 0)
    } else {
      try await Schema.migrate(database, at: RealWorld.now())
      try await Founding.found(database, with: FoundingContent.shipped())
    }
    return try await reopened(database)
  }

  static func reopened(_ database: SQLiteDatabase) async throws -> OpenDatabase {
    let stores = Stores.over(database)
    return OpenDatabase(
      database: database, stores: stores, profile: try await stores.catalogue.profile(),
      isNew: false)
  }
}
