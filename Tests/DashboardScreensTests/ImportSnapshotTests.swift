import Incubation
import Interchange
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// Files of these tests: none is ever read, states are made from values.
enum NoFiles: FileSource {
  static func read(_ path: String) async throws(FileFailure) -> [UInt8] {
    throw .notFound(path: path)
  }
  static func rules(_ bytes: [UInt8]) throws(JudgingFileProblems) -> RoundRules { .usual }
  static func write(_ bytes: [UInt8], to path: String) async throws(FileFailure) -> String {
    throw .notAllowed(path: path)
  }
}

@Suite struct ImportSnapshotTests {
  typealias Screen = ImportScreen<NoFiles>

  static let csv = """
    Tên dự án,Điện thoại,Huyện,Ghi chú nội bộ
    Gạo ST tuần hoàn,0912345678,Châu Thành,x
    Sữa gạo lứt,0168 123 4567,Mỹ Xuyên,
    ,0912000111,Kế Sách,
    Nấm rơm trong nhà,12,Long Phú,

    """

  static func planned(_ csv: String) async throws -> PlannedImport {
    var existing = ExistingVentures(keys: [
      VentureMatchKey(
        id: Fixtures.id(1), title: TextFolding.fold("Gạo ST tuần hoàn"), taxCode: "",
        phone: "0912345678", birthYear: 0)
    ]) { _ in [:] }
    existing.contents = { ids in
      var content = VentureContent(title: "Gạo ST tuần hoàn")
      content.place = "Mỹ Xuyên"
      content.phone = PhoneNumber(stored: "0912345678")
      return ids.isEmpty ? [:] : [Fixtures.id(1): VersionedContent(content: content, version: 3)]
    }
    let options = ImportOptions(
      fileName: "ds.csv", pipelines: [Fixtures.startup, Fixtures.enterprise],
      today: Fixtures.today)
    let bytes = Array(csv.utf8)
    let plan = try await ImportPlanner(existing: existing, options: options).plan(bytes)
    return PlannedImport(plan: plan, bytes: bytes)
  }

  static func preview(_ csv: String, _ context: ScreenContext) async throws -> ImportState {
    var (state, _) = Screen.start(Destination(.importing, file: "~/ds.csv"), context)
    let planned = try await planned(csv)
    _ = Screen.update(&state, .mapped(planned.plan.mapping, nil), context)
    _ = Screen.update(&state, .planned(planned), context)
    return state
  }

  static func failed(_ context: ScreenContext) -> ImportState {
    var (state, _) = Screen.start(Destination(.importing, file: "~/không có.csv"), context)
    _ = Screen.update(&state, .failed(.file(.notFound(path: "~/không có.csv"))), context)
    return state
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func importing(_ language: Language, _ size: Size) async throws {
    let context = Fixtures.context(size, language)
    let (empty, _) = Screen.start(Destination(.importing), context)
    let normal = try await Self.preview(Self.csv, context)
    var columns = normal
    _ = Screen.update(&columns, .openColumns, context)
    let long = Fixtures.long.string
    let longest = try await Self.preview(
      "Tên dự án,Điện thoại\n\"\(long)\",\"\(long)\"\n\"\(long)\",0912345679\n", context)
    var done = normal
    _ = Screen.update(&done, .publish, context)
    let summary = ImportSummary(
      batch: 7, fileName: "ds.csv", importedAt: Fixtures.today.at(hour: 9), actor: "lan",
      created: 1, updated: 0, refused: 2, isUndone: false)
    let receipt = ChangeReceipt(
      event: 9, summary: ChangeSummary(kind: .imported, title: "ds.csv"))
    _ = Screen.update(&done, .published(receipt, summary), context)
    let states = [
      ("empty", empty), ("normal", normal), ("columns", columns), ("longest", longest),
      ("done", done), ("error", Self.failed(context)),
    ]
    for (name, state) in states {
      let frame = drawn(Screen.self, state, context)
      try expectSnapshot(frame.canvas, "import", name, context)
    }
  }
}
