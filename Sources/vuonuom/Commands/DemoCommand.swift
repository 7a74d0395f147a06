import ArgumentParser
import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Storage
import StorageSQLite

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Xem thử với dữ liệu mẫu 2019-2020 / look around on the demo season")
  @OptionGroup var global: GlobalOptions
  @Option(help: "Giữ dữ liệu mẫu trong tệp này / keep the demo in this file") var keep: String?
  @Flag(help: "Chỉ tạo, không mở / only make it") var noOpen = false
  @Option(help: ArgumentHelp("Số hồ sơ thêm, để đo / further ventures, for measurements"))
  var ventures = 0
  @Option(
    help: ArgumentHelp(
      "Chấm cùng hội đồng: bạn và N-1 giám khảo mô phỏng / judge with N-1 simulated judges"))
  var judges: Int?
  @Option(help: ArgumentHelp("Số nhiệm vụ thêm, để đo / further tasks, for measurements"))
  var tasks = 0
  @OptionGroup var look: LookOptions
  @OptionGroup var start: StartOptions
  @Option(help: "Mở hướng dẫn ba phút / begin with a tour: clerk | judge | supervisor")
  var tour: String?

  func run() throws {
    guard global.database == nil else {
      throw Failure(
        .usage, vi: "demo dùng tệp riêng, không nhận --database; giữ lại bằng --keep TỆP.",
        en: "demo has its own file and takes no --database; keep it with --keep FILE.")
    }
    var options = try global.resolved()
    let tour = try chosenTour()
    if let judges, !(2...9).contains(judges) {
      throw Failure(
        .usage, vi: "--judges nhận số từ 2 đến 9, là số giám khảo kể cả bạn.",
        en: "--judges takes a number from 2 to 9: the judges, you among them.")
    }
    if judges != nil { options.actor = options.actor ?? DemoSeason.login(of: .judge) }
    if let tour { options.actor = options.actor ?? DemoSeason.login(of: tour) }
    let path = try place()
    options.location = .file(path)
    if options.location.isMissing {
      try DemoDatabase.make(
        at: path, further: ventures, isFinalBlank: judges != nil, tasks: tasks)
    } else {
      try refuseRealData(options)
    }
    defer { if keep == nil { DemoDatabase.remove(path) } }
    if noOpen {
      if keep == nil { return }
      Output.line(path)
      return
    }
    try DashboardRun(
      options: options, look: look.chosen, isKept: keep != nil, isFresh: start.fresh, tour: tour,
      judges: judges
    ).run {
      if keep == nil { DemoDatabase.remove(path) }
    }
  }

  private func chosenTour() throws -> UserRole? {
    guard let tour else { return nil }
    let roles = Tours.all.map(\.role)
    if let role = roles.first(where: { $0.rawValue == tour }) { return role }
    let names = roles.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      .usage, vi: "--tour: không có hướng dẫn «\(tour)»; hãy chọn \(names).",
      en: "--tour: there is no tour \"\(tour)\"; choose \(names).")
  }

  /// A file that is kept may be somebody's real work.
  private func refuseRealData(_ options: ResolvedOptions) throws {
    let open = try options.open(missing: .refuse)
    defer { try? Blocking.run { await open.database.close() } }
    guard open.profile.demoToday == nil else { return }
    let name = options.location.name
    throw Failure(
      .data, vi: "\(name) là dữ liệu thật, không phải dữ liệu mẫu; hãy chọn tên khác cho --keep.",
      en: "\(name) holds real data and is no demo; choose another name for --keep.")
  }

  private func place() throws -> String {
    if let keep { return keep }
    var template = Array((NSTemporaryDirectory() + "/vuonuom-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .cannotCreate, vi: "Không tạo được thư mục tạm cho dữ liệu mẫu.",
        en: "Cannot make a temporary folder for the demo.")
    }
    let folder = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return folder + "/demo.db"
  }
}

/// Makes the demo database: the same on every machine.
enum DemoDatabase {
  /// Makes it in a file.
  ///
  /// - Parameter isFinalBlank: whether nothing has been scored yet in the final that is open.
  static func make(
    at path: String, further: Int = 0, isFinalBlank: Bool = false, tasks: Int = 0
  ) throws {
    var options = SQLiteDatabase.Options()
    options.creates = true
    // Under another name first: a demo that dies while it is being made is no demo.
    let unfinished = path + ".part"
    for ending in ["", "-wal", "-shm", ".lock"] { unlink(unfinished + ending) }
    let database = try SQLiteDatabase(path: unfinished, options: options)
    try Blocking.run {
      try await fill(database, further: further, isFinalBlank: isFinalBlank)
      try await SeasonSeeding(database, by: seeder(20_200_916))
        .seedTasks(tasks, upTo: DemoSeason.season2020.today)
      await database.close()
    }
    guard rename(unfinished, path) == 0 else {
      throw Failure(
        .cannotCreate, vi: "Không tạo được tệp \(path).", en: "Cannot make the file \(path).")
    }
    for ending in ["-wal", "-shm", ".lock"] { unlink(unfinished + ending) }
  }

  /// Who makes it: with identities that are the same on every machine.
  private static func seeder(_ seed: UInt64) -> Session {
    let today = DemoSeason.season2020.today
    let start = today.at(hour: 8)
    return Session(
      user: User(login: "demo", displayName: "demo", roles: [.administrator]), now: { start },
      random: SeededNumbers(seed: seed).next, today: { today })
  }

  static func fill(
    _ database: any SQLDatabase, further: Int, isFinalBlank: Bool = false
  ) async throws {
    let season = DemoSeason.season2020
    let start = season.today.at(hour: 8)
    try await Schema.migrate(database, at: start)
    try await Founding.found(
      database, with: FoundingContent.shipped(demoToday: season.today))
    let session = seeder(20_200_915)
    let seeding = SeasonSeeding(database, by: session)
    try await seeding.seed(season)
    try await ContestSeeding(database, by: session).seed(
      DemoContest.season2020(season, isFinalBlank: isFinalBlank))
    try await seeding.seed(DemoTraining.season2020)
    try await seeding.seed(DemoProgramme.season2020)
    let large = LargeSeason.ventures(count: further, seed: 1)
    var index = 0
    while index < further {
      let end = min(further, index + 5_000)
      try await seeding.seed(Array(large[index..<end]))
      index = end
    }
  }

  /// Removes a temporary demo with its folder.
  static func remove(_ path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    guard (folder as NSString).lastPathComponent.hasPrefix("vuonuom-demo-") else { return }
    try? FileManager.default.removeItem(atPath: folder)
  }
}
