import ArgumentParser
import Foundation
import Incubation
import Interchange
import Storage

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Xuất dữ liệu / write data out",
    subcommands: [Ventures.self])

  struct Ventures: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ventures", abstract: "Xuất hồ sơ / ventures")
    @OptionGroup var global: GlobalOptions
    @Option(help: "csv | json") var format = "csv"
    @Option(help: "Tệp đích; không có: ra màn hình / target file; without it: standard output")
    var output: String?
    @Option(help: "Dấu ngăn cột / separator: , ; tab") var delimiter = ","
    @Flag(help: "Thêm BOM cho Excel / byte order mark for Excel") var bom = false
    @Option(
      help: ArgumentHelp(
        "Điều kiện / condition: stage=…, pipeline=…, field=…, place=…, owner=…, tag=…, text=…, "
          + "status=…, source=…, due=dd/MM/yyyy, stalled"))
    var filter: [String] = []

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.exportData)
      let pipelines = try Blocking.run { try await desk.stores.catalogue.pipelines() }
      let filter = try FilterArguments.parse(filter, pipelines)
      let writer = CSVWriter(delimiter: try separator(), byteOrderMark: bom)
      guard
        let format: VentureExporter.Format =
          ["csv": .csv(writer, desk.language), "json": .json][self.format]
      else {
        throw Failure(
          .usage, vi: "--format chỉ nhận csv hoặc json.", en: "--format takes csv or json.")
      }
      let exporter = VentureExporter(format, pipelines: pipelines)
      guard let output, output != "-" else {
        return try write(desk, filter, exporter) { Output.bytes($0) }
      }
      try Files.write(output) { try write(desk, filter, exporter, to: $0) }
    }

    private func separator() throws -> CSVDelimiter {
      switch delimiter {
      case ",": return .comma
      case ";": return .semicolon
      case "tab", "\t": return .tab
      default:
        throw Failure(
          .usage, vi: "--delimiter chỉ nhận «,», «;» hoặc tab.", en: "--delimiter takes , ; or tab."
        )
      }
    }

    private static let pageSize = 2_000

    private func write(
      _ desk: Desk, _ filter: VentureFilter, _ exporter: VentureExporter,
      to sink: ([UInt8]) throws -> Void
    ) throws {
      var exporter = exporter
      let transfer = VentureTransfer(desk.open.database)
      let today = desk.today
      func fetch(after last: Identifier<Venture>?) -> Task<[VentureTransfer.Outgoing], any Error> {
        Task.detached {
          try await transfer.page(filter, after: last, limit: Self.pageSize, today: today)
        }
      }
      var next = fetch(after: nil)
      while true {
        let coming = next
        let page = try Blocking.run { try await coming.value }
        // The database reads on while this page is being written.
        if page.count == Self.pageSize { next = fetch(after: page.last?.venture.id) }
        for outgoing in page {
          try exporter.add(outgoing.venture, note: outgoing.note, to: sink)
        }
        if page.count < Self.pageSize { break }
      }
      try exporter.finish(to: sink)
    }
  }
}

/// Conditions of an export as they are written on the command line.
enum FilterArguments {
  static func parse(_ arguments: [String], _ pipelines: [Pipeline]) throws -> VentureFilter {
    var filter = VentureFilter()
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first,
        try apply(name, parts.count > 1 ? parts[1] : "", to: &filter)
      else {
        throw Failure(
          .usage, vi: "Không hiểu điều kiện «\(argument)»; xem vuonuom export ventures --help.",
          en: "Do not understand the condition \"\(argument)\"; see vuonuom export ventures --help."
        )
      }
    }
    try check(filter, pipelines)
    return filter
  }

  /// A stage or pipeline that does not exist is a slip of the pen, not an empty answer.
  private static func check(_ filter: VentureFilter, _ pipelines: [Pipeline]) throws {
    let stages = Set(pipelines.flatMap(\.stages).map(\.code))
    if let wrong = filter.stages.first(where: { !stages.contains($0) }) {
      let all = stages.sorted().joined(separator: ", ")
      throw Failure(
        .usage, vi: "Không có giai đoạn «\(wrong)»; các giai đoạn: \(all).",
        en: "There is no stage \"\(wrong)\"; the stages are \(all).")
    }
    let codes = pipelines.map(\.code)
    if let wrong = filter.pipeline, !codes.contains(wrong) {
      let all = codes.joined(separator: ", ")
      throw Failure(
        .usage, vi: "Không có quy trình «\(wrong)»; các quy trình: \(all).",
        en: "There is no pipeline \"\(wrong)\"; the pipelines are \(all).")
    }
  }

  private static func apply(
    _ name: String, _ value: String, to filter: inout VentureFilter
  ) throws -> Bool {
    guard let text = try? SafeText(value) else { return false }
    switch name {
    case "pipeline": filter.pipeline = value
    case "stage": filter.stages.insert(value)
    case "field": filter.field = text
    case "place": filter.place = text
    case "owner": filter.owner = text
    case "tag": filter.tag = text
    case "text": filter.text = value
    case "stalled": filter.onlyStalled = true
    case "status":
      guard let status = Venture.Status.named(value) else { return false }
      filter.statuses.insert(status)
    case "source":
      guard let source = DiscoverySource.named(value) else { return false }
      filter.source = source
    case "due":
      guard let day = try? LocalDate.parse(value) else { return false }
      filter.dueBy = day
    default: return false
    }
    return true
  }
}
