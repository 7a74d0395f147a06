import DashboardKit
import Incubation
import Interchange
import Storage
import Synchronization
import TerminalCanvas
import Testing

@testable import DashboardScreens

/// What the screens ask of storage, and what they make of the answers.
@Suite struct EffectTests {
  static func services(_ ventures: FakeVentures) -> Services {
    let nothing = Nothing()
    return Services(
      stores: Stores(
        ventures: ventures, catalogue: nothing, users: nothing, imports: nothing,
        database: nothing),
      session: Session(
        user: Fixtures.user, now: { Timestamp(milliseconds: 0) }, random: { 4 },
        today: { Fixtures.today }))
  }

  static let context = Fixtures.context(Size(width: 80, height: 24))

  @Test func whatIsMissingIsStoredWithTheMove() async throws {
    let base = Fixtures.content()
    let ventures = FakeVentures(base, version: 3)
    var work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("screening"))
    work.change = MoveWork.Change(
      base: base, content: try base.setting(.phone, from: "0912345678"))
    work.evidence = [MoveWork.NewEvidence(code: "plan", reference: "KH-01")]
    let outcome = await work.perform(Self.services(ventures))
    #expect(ventures.calls == ["move 3 «» «0912 345 678» plan KH-01"])
    guard case .moved(let receipts) = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(receipts.map(\.event) == [4])
  }

  @Test func aRefusalBringsTheContentAndTheVersionOfNow() async throws {
    let refusal = StorageError.moveRefused(.missing([.field(.phone)]))
    let ventures = FakeVentures(Fixtures.content(), version: 3, refusals: [refusal])
    let work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("screening"))
    let outcome = await work.perform(Self.services(ventures))
    #expect(
      outcome == .missing([.field(.phone)], Fixtures.content(), version: 3, []))
  }

  @Test func aSearchWithAnIndexAsksByIdentity() async throws {
    let ventures = FakeVentures(Fixtures.content(), version: 3)
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), Self.context)
    state.search = TextField("gao")
    state.list.restart()
    let query = TableScreen.query(state, Self.context)
    let made = await TableScreen.perform(.index, Self.services(ventures)) { _ in }
    guard case .indexed(let index) = made else {
      Issue.record("\(String(describing: made))")
      return
    }
    let reply = await TableScreen.perform(
      .load(query, index: index), Self.services(ventures)
    ) { _ in }
    #expect(ventures.calls == ["keys", "page 1 “” from 0"])
    guard case .loaded(let page, query: _) = reply else {
      Issue.record("\(String(describing: reply))")
      return
    }
    #expect(page.rows.map(\.id) == [Fixtures.id(1)])
  }

  @Test func aReloadFollowsTheRowInFocus() async throws {
    let ventures = FakeVentures(Fixtures.content(), version: 3)
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), Self.context)
    _ = TableScreen.update(&state, .row(2), Self.context)
    var query = TableScreen.query(state, Self.context)
    query.offset = 20
    query.keepPlace = 25
    query.keep = Fixtures.id(41)
    _ = await TableScreen.perform(.load(query, index: nil), Self.services(ventures)) { _ in }
    #expect(ventures.calls == ["page all “” from 35"])
  }

  @Test func savingANewVentureOpensItsPage() async throws {
    let ventures = FakeVentures(Fixtures.content(), version: 1)
    let reply = await RecordScreen.perform(
      .create(Fixtures.content(), pipeline: "startup"), Self.services(ventures)
    ) { _ in }
    guard case .saved(let id, let receipt) = reply else {
      Issue.record("\(String(describing: reply))")
      return
    }
    var (state, _) = RecordScreen.start(Destination(.record), Self.context)
    let outcomes = RecordScreen.update(&state, .saved(id, receipt), Self.context)
    #expect(state.id == id && state.mode == .reading)
    #expect(outcomes.contains(.perform(.load(id))))
    #expect(outcomes.contains(.shell(.remember(receipt))))
  }

  @Test func aFileIsReadPlannedAndShown() async throws {
    enum OneFile: FileSource {
      static func read(_ path: String) async throws(FileFailure) -> [UInt8] {
        if path != "ds.csv" { throw .notFound(path: path) }
        return Array(ImportSnapshotTests.csv.utf8)
      }
      static func rules(_ bytes: [UInt8]) throws(JudgingFileProblems) -> RoundRules { .usual }
      static func write(_ bytes: [UInt8], to path: String) async throws(FileFailure) -> String {
        path
      }
    }
    typealias Screen = ImportScreen<OneFile>
    let services = Self.services(FakeVentures(Fixtures.content(), version: 1))
    var (state, outcomes) = Screen.start(
      Destination(.importing, file: "ds.csv"), Self.context)
    guard case .perform(let effect) = outcomes.first else {
      Issue.record("nothing is read")
      return
    }
    let reply = await Screen.perform(effect, services) { _ in }
    outcomes = try Screen.update(&state, #require(reply), Self.context)
    #expect(state.planned?.plan.newCount == 2)
    #expect(state.planned?.plan.refused.count == 2)
    var (missing, first) = Screen.start(
      Destination(.importing, file: "khong-co.csv"), Self.context)
    guard case .perform(let wrong) = first.removeFirst() else { return }
    let failure = await Screen.perform(wrong, services) { _ in }
    _ = try Screen.update(&missing, #require(failure), Self.context)
    #expect(missing.failure == .file(.notFound(path: "khong-co.csv")))
    #expect(missing.step == .asking)
  }
}
