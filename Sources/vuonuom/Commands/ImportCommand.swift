import ArgumentParser
import Foundation
import Incubation
import Interchange
import Storage

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Nhập dữ liệu từ tệp / bring in data from a file",
    subcommands: [Ventures.self, List.self, Undo.self])

  struct Ventures: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ventures", abstract: "Nhập hồ sơ từ tệp CSV / ventures from a CSV file")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tệp CSV / CSV file") var file: String
    @Option(help: "Tệp ghép cột / column mapping file") var map: String?
    @Flag(help: "Chỉ xem trước, không ghi / show what would happen, write nothing")
    var dryRun = false
    @Option(help: "skip | update") var onMatch: String = "skip"
    @Flag(help: "JSON") var json = false

    func run() throws {
      let options = try global.resolved()
      guard let onMatch = ImportOptions.OnMatch(rawValue: onMatch) else {
        throw Failure(
          .usage, vi: "--on-match chỉ nhận skip (giữ nguyên) hoặc update (cập nhật).",
          en: "--on-match takes skip or update.")
      }
      let corrections = try mappingFile(options.language)
      let bytes = try Files.read(file, limit: CSVLimits().bytes)
      // A file that is no list at all must not leave a new database behind.
      if options.location.isMissing { try ImportRun.check(bytes, file) }
      let isRehearsal = dryRun && options.location.isMissing
      let desk = try isRehearsal ? Desk.empty(options) : options.work(missing: .create)
      defer { desk.close() }
      try desk.require(.importData)
      try ImportRun(desk: desk, file: file, bytes: bytes, onMatch: onMatch, json: json)
        .run(corrections: corrections, dryRun: dryRun)
    }

    private func mappingFile(_ language: Language) throws -> MappingFile {
      guard let map else { return MappingFile() }
      let bytes = try Files.read(map, limit: 1_000_000)
      do {
        return try MappingFile(String(decoding: bytes, as: UTF8.self))
      } catch {
        throw Failure(
          .data, vi: "\(map): \(error.words(.vietnamese))", en: "\(map): \(error.words(.english))")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Các lần nhập / imports so far")
    @OptionGroup var global: GlobalOptions
    @Flag(help: "JSON") var json = false

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      let batches = try Blocking.run { try await desk.stores.imports.batches() }
      if json {
        Output.line(JSONValue.array(batches.map(Self.object)).written(pretty: true))
        return
      }
      for batch in batches {
        let undone = batch.isUndone ? "\tundone" : ""
        Output.line(
          "\(batch.batch)\t\(batch.importedAt.localDate.formatted)\t\(batch.actor)\t"
            + "\(batch.fileName)\t+\(batch.created)\t~\(batch.updated)\t!\(batch.refused)\(undone)")
      }
    }

    private static func object(_ batch: ImportSummary) -> JSONValue {
      .object([
        "batch": .integer(batch.batch), "file": .string(batch.fileName.string),
        "day": .string(batch.importedAt.localDate.description), "actor": .string(batch.actor),
        "created": .integer(Int64(batch.created)), "updated": .integer(Int64(batch.updated)),
        "refused": .integer(Int64(batch.refused)), "undone": .bool(batch.isUndone),
      ])
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lấy lại cả một lần nhập / take a whole import back")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Số của lần nhập / number of the import") var batch: Int64

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      let counts = try result(desk)
      Output.note(
        desk.language == .vietnamese
          ? "Đã lấy lại lần nhập \(batch): \(counts.removed) hồ sơ; giữ \(counts.kept) hồ sơ đã "
            + "sửa sau đó."
          : "Took import \(batch) back: \(counts.removed) ventures; kept \(counts.kept) that were "
            + "changed since.")
    }

    private func result(_ desk: Desk) throws -> (removed: Int, kept: Int) {
      do {
        return try Blocking.run { [batch] in
          try await desk.stores.imports.undo(batch: batch, by: desk.session)
        }
      } catch StorageError.notFound {
        throw Failure(
          .data,
          vi: "Không có lần nhập \(batch), hoặc đã được lấy lại; xem: vuonuom import list.",
          en: "There is no import \(batch), or it was taken back already; see: vuonuom import list."
        )
      }
    }
  }
}

/// One import on the command line: plan, show, publish, write the refused rows.
struct ImportRun {
  let desk: Desk
  let file: String
  let bytes: [UInt8]
  let onMatch: ImportOptions.OnMatch
  let json: Bool

  func run(corrections: MappingFile, dryRun: Bool) throws {
    let plan = try plan(corrections)
    // The file of refused rows comes first: when it cannot be written, nothing was imported yet.
    let rejected = try writeRejected(plan, dryRun)
    let batch = plan.batch
    if !dryRun, !batch.new.isEmpty || !batch.updates.isEmpty {
      _ = try Blocking.run { try await desk.stores.imports.publish(batch, by: desk.session) }
    }
    report(plan, rejected, dryRun)
    if !plan.refused.isEmpty { throw PartialSuccess() }
  }

  /// Reads a file through without looking at what it says.
  static func check(_ bytes: [UInt8], _ file: String) throws {
    try explaining(file) {
      _ = try ImportPlanner.mapping(of: bytes)
      var reader = try CSVReader(bytes)
      while try reader.next() != nil {}
    }
  }

  private func plan(_ corrections: MappingFile) throws -> ImportPlan {
    try Self.explaining(file) {
      let mapping = try ImportPlanner.mapping(of: bytes, corrections: corrections)
      let name = SafeText(escaping: (file as NSString).lastPathComponent)
      return try Blocking.run {
        let transfer = VentureTransfer(desk.open.database)
        var existing = try await ExistingVentures.read(
          from: desk.stores.imports, codes: try await transfer.codes())
        existing.notes = { try await transfer.notes(of: $0) }
        let options = ImportOptions(
          fileName: name, onMatch: onMatch,
          pipelines: try await desk.stores.catalogue.pipelines(), today: desk.today)
        return try await ImportPlanner(existing: existing, options: options)
          .plan(bytes, mapping: mapping) { count in
            Self.showProgress(count)
            return true
          }
      }
    }
  }

  /// Puts what is wrong with a file into words, with its name.
  private static func explaining<T>(_ file: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let failure as CSVFailure {
      throw Failure(
        .data, vi: "\(file): \(failure.words(.vietnamese))",
        en: "\(file): \(failure.words(.english))")
    } catch let failure as MappingFailure {
      throw Failure(
        .data, vi: "\(file): \(failure.words(.vietnamese))",
        en: "\(file): \(failure.words(.english))")
    }
  }

  /// A line that is written over, only for a person who is looking.
  private static func showProgress(_ rows: Int) {
    guard isatty(STDERR_FILENO) == 1, rows % 5_000 == 0 else { return }
    let line = Array("\r\(rows)…".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  private func writeRejected(_ plan: ImportPlan, _ dryRun: Bool) throws -> String? {
    guard !plan.refused.isEmpty, !dryRun else { return nil }
    let path = RejectedFile.path(for: file)
    try Files.write(path) { try $0(plan.rejectedFile(of: bytes, desk.language)) }
    return path
  }

  private func report(_ plan: ImportPlan, _ rejected: String?, _ dryRun: Bool) {
    if json {
      Output.line(object(plan, rejected, dryRun).written(pretty: true))
      return
    }
    let updated = onMatch == .update ? plan.changedCount : 0
    let skipped = plan.matchedCount - updated
    let refused = plan.refused.count
    let vietnamese = dryRun ? "Xem trước" : "Đã nhập"
    let english = dryRun ? "Would import" : "Imported"
    Output.note(
      desk.language == .vietnamese
        ? "\(vietnamese): \(plan.newCount) mới, \(updated) cập nhật, \(skipped) đã có, "
          + "\(refused) từ chối."
        : "\(english): \(plan.newCount) new, \(updated) updated, \(skipped) already there, "
          + "\(refused) refused.")
    showDetails(plan)
    guard let rejected else { return }
    Output.note(
      desk.language == .vietnamese
        ? "Các dòng bị từ chối: \(rejected) (sửa rồi nhập lại tệp này)."
        : "Refused rows: \(rejected) (correct them and import that file).")
  }

  private func showDetails(_ plan: ImportPlan) {
    let line = desk.language == .vietnamese ? "dòng" : "line"
    for row in plan.refused.prefix(20) {
      let column = row.column.map { ", \($0)" } ?? ""
      Output.note("  ! \(line) \(row.line)\(column): \(row.reason.words(desk.language))")
    }
    for warning in plan.warnings.prefix(20) {
      Output.note("  ~ \(line) \(warning.line): \(warning.words(desk.language))")
    }
    for index in 0..<min(plan.rowCount, 5_000) {
      guard case .matched(let matched) = plan.outcome(at: index), !matched.differences.isEmpty
      else { continue }
      Output.note("  = \(line) \(plan.line(at: index)) «\(matched.title)»")
      for difference in matched.differences {
        let label = difference.field.label(desk.language)
        Output.note("      \(label): \(difference.before) → \(difference.after)")
      }
    }
  }

  private func object(_ plan: ImportPlan, _ rejected: String?, _ dryRun: Bool) -> JSONValue {
    .object([
      "new": .integer(Int64(plan.newCount)),
      "updated": .integer(Int64(onMatch == .update ? plan.changedCount : 0)),
      "matched": .integer(Int64(plan.matchedCount)),
      "refused": .integer(Int64(plan.refused.count)),
      "warnings": .integer(Int64(plan.warnings.count)),
      "rejected-file": rejected.map { .string($0) } ?? .null, "dry-run": .bool(dryRun),
    ])
  }
}

/// The work is done, but some rows were refused: exit code 1, nothing more to say.
struct PartialSuccess: Error {}
