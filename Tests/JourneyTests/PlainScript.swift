import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Interchange
import Storage
import StorageSQLite
import TerminalCanvas
import Testing

@testable import vuonuom

/// A console that answers from a script, and keeps what was said.
actor ScriptedConsole: PlainConsole {
  private var rest: ArraySlice<PlainInput>
  /// Everything shown: lines, and prompts with the answer behind them.
  private(set) var shown: [String] = []
  /// What happens elsewhere just before an answer, by the number of the answer from 0.
  private let meanwhile: [Int: @Sendable () async throws -> Void]
  private var asked = 0

  init(_ answers: [PlainInput], meanwhile: [Int: @Sendable () async throws -> Void] = [:]) {
    rest = answers[...]
    self.meanwhile = meanwhile
  }

  func say(_ line: String) { shown.append(line) }

  func ask(_ prompt: String) async -> PlainInput {
    shown.append(prompt)
    do { try await meanwhile[asked]?() } catch { Issue.record(error) }
    asked += 1
    return rest.popFirst() ?? .end
  }
}

/// A demo season in memory with somebody at the console.
struct PlainOffice {
  let stores: Stores
  let database: SQLiteDatabase
  let language: Language
  let session: Session
  private let world: PlainWorld

  init(_ language: Language, login: String = DemoSeason.clerk) async throws {
    database = try SQLiteDatabase(inMemory: ())
    self.language = language
    try await DemoDatabase.fill(database, further: 0)
    stores = Stores.over(database)
    let user = try #require(try await stores.users.user(login))
    let today = DemoSeason.season2020.today
    session = Session(
      user: user, now: { today.at(hour: 9) }, random: SeededNumbers(seed: 1).next,
      today: { today })
    let context = ScreenContext(
      language: language, today: today, user: user,
      pipelines: try await stores.catalogue.pipelines(),
      fieldNames: try await stores.catalogue.fieldNames(), size: Size(width: 80, height: 24))
    world = PlainWorld(
      profile: try await stores.catalogue.profile(), databaseName: "demo.db",
      services: Services(stores: stores, session: session), context: context)
  }

  /// The answers that a script amounts to: words that differ by language as pairs.
  func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// Runs the whole conversation and returns what was shown.
  @discardableResult
  func run(
    _ answers: [String], meanwhile: [Int: @Sendable () async throws -> Void] = [:]
  ) async -> PlainTranscript {
    await run(answers.map { .line($0) }, meanwhile: meanwhile)
  }

  func run(
    _ answers: [PlainInput], meanwhile: [Int: @Sendable () async throws -> Void] = [:]
  ) async -> PlainTranscript {
    let console = ScriptedConsole(answers, meanwhile: meanwhile)
    await talk(at: console)
    let transcript = PlainTranscript(lines: await console.shown)
    transcript.check()
    return transcript
  }

  /// Leads the whole conversation at a console.
  func talk(at console: ScriptedConsole) async {
    await PlainCatalog<LocalFiles>.session.run(PlainTalk(console, world))
  }

  /// The same where there are no files, for answers that nobody has looked at.
  func talkWithoutFiles(at console: ScriptedConsole) async {
    await PlainCatalog<NoFiles>.session.run(PlainTalk(console, world))
  }

  func record(_ code: String) async throws -> VentureRecord {
    let id = try #require(try await stores.ventures.find(code: code))
    return try await stores.ventures.record(id)
  }
}

/// A machine on which no file can be read or written.
enum NoFiles: FileSource {
  static func read(_ path: String) async throws(FileFailure) -> [UInt8] {
    throw .notFound(path: path)
  }

  static func rules(_ bytes: [UInt8]) throws(JudgingFileProblems) -> RoundRules { .usual }
  static func write(_ bytes: [UInt8], to path: String) async throws(FileFailure) -> String {
    throw .notAllowed(path: path)
  }
}

/// What was shown at a console.
struct PlainTranscript: CustomStringConvertible {
  let lines: [String]
  var description: String { lines.joined(separator: "\n") }

  func has(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// How many lines hold a text.
  func count(_ text: String) -> Int { lines.count { $0.contains(text) } }

  /// What holds for every line, whatever was asked: no control or escape characters, nothing that
  /// only draws, no marks instead of words, no keys that there are not, no line without end.
  func check(most: Int = 240) {
    for line in lines {
      for scalar in line.unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let isDrawn =
          (0x2190...0x21FF).contains(scalar.value)
          || (0x2500...0x27BF).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
        if isControl || isDrawn { Issue.record("\(scalar.escaped(asASCII: true)) in \(line)") }
      }
      for key in ["Ctrl+", "Alt+", "Esc ", " F5", " F7", " F8", " · ", "Ins "]
      where line.contains(key) {
        Issue.record("a key or mark of the screen in: \(line)")
      }
      if line.count > most { Issue.record("\(line.count) letters in \(line)") }
    }
  }
}
