import DashboardKit
import Incubation
import Interchange
import Storage

/// Writes the ventures of a list to a file.
enum PlainExport<Files: FileSource> {
  static func run(_ filter: VentureFilter, _ talk: PlainTalk) async throws {
    let work = PlainWorkText(language: talk.language)
    let format = try await talk.option(
      work.format,
      [PlainOption("excel", work.excel), PlainOption("csv", "CSV"), PlainOption("json", "JSON")],
      isShown: true)
    let question = PlainQuestion(work.path, hint: work.pathHint, isRequired: true)
    while true {
      guard case .text(let path) = try await talk.value(question, check: { _ in nil }) else {
        continue
      }
      let (bytes, count) = try await bytes(filter, format, talk)
      do {
        return await talk.tell(work.exported(count, try await Files.write(bytes, to: path)))
      } catch {
        await talk.tell(error.words(talk.language))
      }
    }
  }

  private static func bytes(
    _ filter: VentureFilter, _ format: String, _ talk: PlainTalk
  ) async throws -> ([UInt8], Int) {
    let isExcel = format == "excel"
    let writer = CSVWriter(delimiter: isExcel ? .semicolon : .comma, byteOrderMark: isExcel)
    var exporter = VentureExporter(
      format == "json" ? .json : .csv(writer, talk.language), pipelines: talk.context.pipelines)
    let transfer = VentureTransfer(talk.services.stores.database)
    var bytes: [UInt8] = []
    var count = 0
    var last: Identifier<Venture>?
    while true {
      let page = try await transfer.page(
        filter, after: last, limit: 2_000, today: talk.context.today)
      for outgoing in page {
        exporter.add(outgoing.venture, note: outgoing.note) { bytes += $0 }
      }
      count += page.count
      last = page.last?.venture.id
      if page.count < 2_000 { break }
    }
    exporter.finish { bytes += $0 }
    return (bytes, count)
  }
}
