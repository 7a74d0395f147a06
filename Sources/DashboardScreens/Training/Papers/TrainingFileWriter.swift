import DashboardKit
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// Writes files about courses. `Files` is how files are written.
struct TrainingFileWriter<Files: FileSource> {
  let services: Services
  let language: Language
  let today: LocalDate

  private var training: any TrainingPort { services.stores.training }

  func write(_ export: TrainingExport, to path: String) async -> TrainingOutcome {
    do {
      let (bytes, rows) = try await content(export, path: path)
      let written = try await Files.write(bytes, to: path)
      return .done([], note: .written(written, rows: rows))
    } catch let error as StorageError {
      return .failed(.storage(error))
    } catch let failure as FileFailure {
      return .failed(.file(failure))
    } catch {
      return .failed(.file(.other(path: path, reason: "\(error)")))
    }
  }

  private func content(
    _ export: TrainingExport, path: String
  ) async throws -> (bytes: [UInt8], rows: Int) {
    switch export {
    case .calendar(let shown, let name):
      var window = shown
      window.includesRemoved = true
      let sessions = try await training.sessions(in: window)
      return (CalendarWriter(name: name, language: language).file(sessions), sessions.count)
    case .roster(let id):
      let people = try await training.roster(of: id, session: nil, search: "")
      let sheet = try await training.attendance(of: id)
      let rows = RosterTable.rows(people, sheet, language)
      var bytes: [UInt8] = []
      let writer = CSVWriter()
      for row in rows { writer.append(row, to: &bytes) }
      return (bytes, rows.count - 1)
    case .signIn(let id, let session):
      let record = try await training.record(id)
      guard let held = record.sessions.first(where: { $0.session.id == session }) else {
        throw StorageError.notFound(entity: "session")
      }
      let sheet = try await training.attendance(of: id)
      let names = sheet.lines.map(\.enrolment).filter {
        $0.session == nil || $0.session == session
      }
      let paper = TrainingPapers(course: record.summary.course, today: today)
        .signIn(held, names)
      return (render(paper, path), names.count)
    case .certificates(let id, let number):
      let record = try await training.record(id)
      let all = try await training.certificates(of: id).filter { certificate in
        number.map { $0 == certificate.number } ?? (certificate.revokedOn == nil)
      }
      let paper = TrainingPapers(course: record.summary.course, today: today).certificates(all)
      return (render(paper, path), all.count)
    }
  }

  /// Text for a name that ends in .txt, a document for all others.
  private func render(_ paper: OfficialDocument, _ path: String) -> [UInt8] {
    guard path.lowercased().hasSuffix(".txt") else { return OpenDocumentRenderer.render(paper) }
    return Array(PlainTextRenderer(TextMeasure { TextWidth.width(of: $0) }).render(paper).utf8)
  }
}
