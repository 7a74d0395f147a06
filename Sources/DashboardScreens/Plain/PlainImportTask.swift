import DashboardKit
import Incubation
import Interchange
import Storage

/// Brings a CSV file in: which file, what would happen, and then does it. The work is that of the
/// import screen.
enum PlainImportTask<Files: FileSource> {
  typealias Screen = ImportScreen<Files>

  private struct Job {
    var path: String
    var planned: PlannedImport
    var onMatch = ImportOptions.OnMatch.skip
  }

  static func run(_ talk: PlainTalk) async throws {
    let text = ImportText(language: talk.language)
    await talk.tell(text.explanation[0])
    while true {
      let question = PlainQuestion(text.path, hint: text.pathHint, isRequired: true)
      guard case .text(let path) = try await talk.value(question, check: { _ in nil }) else {
        continue
      }
      guard let planned = try await plan(path, nil, talk) else { continue }
      var job = Job(path: path, planned: planned)
      return try await work(&job, talk)
    }
  }

  /// Reads the file; asks for the columns when they do not tell themselves. Nil when it cannot be
  /// read, which has been said.
  private static func plan(
    _ path: String, _ mapping: ColumnMapping?, _ talk: PlainTalk
  ) async throws -> PlannedImport? {
    await talk.tell(PlainWorkText(language: talk.language).reading)
    let effect = ImportEffect.plan(
      path: path, mapping, .skip, talk.context.pipelines, today: talk.context.today)
    switch await Screen.perform(effect, talk.services, send: { _ in }) {
    case .planned(let planned)?: return planned
    case .mapped(let guessed, let failure)?:
      if let failure { await talk.tell(failure.words(talk.language)) }
      return try await plan(path, try await columns(guessed, talk), talk)
    case .failed(let failure)?: await talk.tell(failure.words(talk.language))
    default: break
    }
    return nil
  }

  private static func preview(_ job: Job, _ talk: PlainTalk) async {
    let text = ImportText(language: talk.language)
    let plan = job.planned.plan
    await talk.tell(PlainLine.spoken(text.summary(plan), talk.language))
    await talk.tell(text.columns(plan.mapping))
    await talk.tell(text.onMatch(job.onMatch, changed: plan.changedCount))
  }

  private static func work(_ job: inout Job, _ talk: PlainTalk) async throws {
    await preview(job, talk)
    while true {
      let text = ImportText(language: talk.language)
      let work = PlainWorkText(language: talk.language)
      let rows = ImportState.Shown.allCases.map {
        PlainOption($0.rawValue, work.rows(text.name($0)))
      }
      let options =
        [
          PlainOption("publish", text.publish.title, help: text.publish.help),
          PlainOption("match", text.toggleMatch.title, help: text.toggleMatch.help),
          PlainOption("columns", text.assign.title, help: text.assign.help),
        ] + rows
      switch try await talk.option(work.importPrompt, options) {
      case "publish":
        guard job.planned.plan.newCount + job.planned.plan.matchedCount > 0 else {
          await talk.tell(text.noRows)
          continue
        }
        return try await publish(job, talk)
      case "match":
        job.onMatch = job.onMatch == .skip ? .update : .skip
        await talk.tell(text.onMatch(job.onMatch, changed: job.planned.plan.changedCount))
      case "columns":
        let mapping = try await columns(job.planned.plan.mapping, talk)
        if let planned = try await plan(job.path, mapping, talk) { job.planned = planned }
        await preview(job, talk)
      case let shown: try await read(shown, job, talk)
      }
    }
  }

  private static func publish(_ job: Job, _ talk: PlainTalk) async throws {
    let text = ImportText(language: talk.language)
    let work = PlainWorkText(language: talk.language)
    let effect = ImportEffect.publish(job.planned, job.onMatch)
    switch await Screen.perform(effect, talk.services, send: { _ in }) {
    case .published(let receipt, let summary)?:
      talk.remember([receipt])
      await talk.tell(text.published(summary))
      await talk.tell(work.undoable(summary.batch))
      let refused = job.planned.plan.refused.count
      guard refused > 0 else { return }
      await talk.tell(work.refusedHint(refused))
      guard try await talk.confirm(work.saveRefused) else { return }
      try await saveRefused(job, talk)
    case .failed(let failure)?: await talk.tell(failure.words(talk.language))
    default: break
    }
  }

  private static func saveRefused(_ job: Job, _ talk: PlainTalk) async throws {
    let path = RejectedFile.path(for: job.path)
    let effect = ImportEffect.writeRejected(job.planned, path: path, talk.language)
    switch await Screen.perform(effect, talk.services, send: { _ in }) {
    case .rejectedWritten(let path)?:
      await talk.tell(PlainWorkText(language: talk.language).written(path))
    case .failed(let failure)?: await talk.tell(failure.words(talk.language))
    default: break
    }
  }

  // MARK: Rows

  private static func read(_ shown: String, _ job: Job, _ talk: PlainTalk) async throws {
    let plan = job.planned.plan
    let text = ImportText(language: talk.language)
    let lines = (0..<plan.rowCount).flatMap { row -> [String] in
      switch (ImportState.Shown(rawValue: shown), plan.outcome(at: row)) {
      case (.all?, _), (.new?, .new), (.matched?, .matched), (.refused?, .refused):
        return words(row, plan, text)
      default: return []
      }
    }
    let work = PlainWorkText(language: talk.language)
    if lines.isEmpty { return await talk.tell(work.noRows) }
    try await talk.read(lines)
  }

  private static func words(_ row: Int, _ plan: ImportPlan, _ text: ImportText) -> [String] {
    let work = PlainWorkText(language: text.language)
    let line = plan.line(at: row)
    var what: [String]
    switch plan.outcome(at: row) {
    case .new(let venture): what = ["\(venture.content.title), \(text.new)"]
    case .matched(let matched):
      what =
        matched.differences.isEmpty
        ? ["\(matched.title), \(text.same)"]
        : ["\(matched.title)"]
          + matched.differences.map { PlainLine.spoken(text.difference($0), text.language) }
    case .refused(let refused):
      let column = refused.column.map { $0.string + ": " } ?? ""
      what = [column + refused.reason.words(text.language)]
    }
    what += plan.warnings(onLine: line).map {
      ($0.column.map { $0.string + ": " } ?? "") + $0.words(text.language)
    }
    return what.map { work.line(line, $0) }
  }

  // MARK: Columns

  /// Shows what the columns are and corrects them, until the person goes on.
  private static func columns(
    _ mapping: ColumnMapping, _ talk: PlainTalk
  ) async throws -> ColumnMapping {
    var mapping = mapping
    let work = PlainWorkText(language: talk.language)
    await talk.tell(ImportText(language: talk.language).columnsTitle + ".")
    var isShown = true
    while true {
      let options = mapping.headings.indices.map { index in
        let target =
          mapping.columns[index]?.heading(talk.language) ?? ImportText.leftOut(talk.language)
        return PlainOption("\(index)", mapping.name(of: index).string, note: target.string)
      }
      let prompt = work.columnPrompt
      let choice: PlainChoice
      do {
        choice = try await talk.choose(prompt, options, taking: .nothing, isShown: isShown)
      } catch PlainStop.back {
        return mapping
      }
      isShown = false
      guard case .option(let id) = choice, let index = Int(id) else { return mapping }
      let fields = ImportColumn.allCases.map {
        PlainOption($0.key, $0.heading(talk.language).string)
      }
      let leftOut = PlainOption("", ImportText.leftOut(talk.language).string)
      let key = try await talk.option(work.fieldPrompt, [leftOut] + fields)
      mapping.set(ImportColumn(key: key), at: index)
    }
  }
}

/// The imports so far, each of which can be taken back as a whole.
enum PlainImports {
  static func run(_ talk: PlainTalk) async throws {
    let work = PlainWorkText(language: talk.language)
    let imports = talk.services.stores.imports
    let batches = try await imports.batches()
    guard !batches.isEmpty else { return await talk.tell(work.noImports) }
    let options = batches.map { batch in
      PlainOption(
        "\(batch.batch)",
        work.batch(
          batch.batch, batch.fileName.string, batch.importedAt.localDate.formatted, batch.actor,
          batch.created, batch.updated), note: batch.isUndone ? work.takenBack : "")
    }
    let id = try await talk.option(work.batchPrompt, options, isShown: true)
    guard let batch = Int64(id), try await talk.confirm(work.takeBack(batch)) else { return }
    let counts = try await imports.undo(batch: batch, by: talk.services.session)
    await talk.tell(work.wasTakenBack(batch, counts.removed, counts.kept))
  }
}
