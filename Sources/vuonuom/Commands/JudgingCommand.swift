import ArgumentParser
import Incubation
import Interchange

struct JudgingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judging", abstract: "Chấm thi / competition judging",
    subcommands: [
      Tabulate.self, Analyse.self, MinutesCommand.self, Rounds.self, Result.self, Export.self,
      ImportEntries.self, Verify.self,
    ])

  struct Tabulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tính kết quả chính thức từ các tệp / the official result from files alone")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var files: RoundFileOptions
    @Option(help: "csv | json | table") var format = "table"

    func run() throws {
      let language = try global.resolved().language
      guard let format = ResultWriter.Format(rawValue: format) else {
        throw Failure(
          .usage, vi: "--format chỉ nhận csv, json hoặc table.",
          en: "--format takes csv, json or table.")
      }
      let result = try files.tabulation(language).counted()
      Notes.show(result.notes.map { $0.words(language) }, language)
      Output.bytes(ResultWriter(result).written(format, language))
    }
  }

  struct Analyse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Thống kê để tham khảo / statistics, advisory")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var files: RoundFileOptions
    @Option(help: "json | table") var format = "table"

    func run() throws {
      let language = try global.resolved().language
      guard ["json", "table"].contains(format) else {
        throw Failure(
          .usage, vi: "--format chỉ nhận json hoặc table.", en: "--format takes json or table.")
      }
      let round = try files.tabulation(language)
      let report = JudgingAnalysis.analyse(
        try round.statisticalTotals(), judgeOrganisations: round.judgeOrganisations,
        entryOrganisations: round.entryOrganisations)
      Output.line(
        format == "json"
          ? report.jsonText(pretty: true, language: language)
          : AnalysisTable(report, language).text)
    }
  }
}

/// The files of a round, as both subcommands take them.
struct RoundFileOptions: ParsableArguments {
  @Option(help: "Thể lệ / rules: rules.toml") var rules: String
  @Option(help: "Bài dự thi / entries: entries.csv") var entries: String
  @Option(help: "Điểm / scores: scores.csv") var scores: String
  @Option(help: "Giám khảo / judges: judges.csv") var judges: String?

  /// The round, counted; warnings about the files go to standard error.
  ///
  /// - Throws: `Failure` with code data.
  func tabulation(_ language: Language) throws -> Tabulation {
    let rules = try RulesFile.read(self.rules)
    let limit = RoundFiles.largestFile
    let entryBytes = try Files.read(entries, limit: limit)
    let scoreBytes = try Files.read(scores, limit: limit)
    let judgeBytes = try judges.map { try Files.read($0, limit: limit) }
    do {
      let (record, warnings) = try RoundFiles.read(
        rules: rules, entries: entryBytes, scores: scoreBytes, judges: judgeBytes)
      Notes.show(warnings.map { $0.words(language) }, language)
      return try Tabulation(record)
    } catch let problems as JudgingFileProblems {
      throw Failure(problems, path: path(of: problems.problems.first?.file))
    } catch let refusal as TabulationRefusal {
      throw Failure(refusal)
    }
  }

  private func path(of file: JudgingFileProblem.File?) -> String {
    switch file {
    case .rules, nil: rules
    case .entries: entries
    case .scores: scores
    case .judges: judges ?? JudgingFileProblem.File.judges.rawValue
    }
  }
}

extension Tabulation {
  /// The result.
  ///
  /// - Throws: `Failure` with code data.
  func counted() throws -> TabulationResult {
    do { return try result() } catch { throw Failure(error) }
  }

  /// The sheet totals as binary numbers, for statistics only.
  ///
  /// - Throws: `Failure` with code data.
  fileprivate func statisticalTotals() throws -> SheetTotals {
    let panel = judges.indices.filter { !judges[$0].isShadow }
    let places = Dictionary(uniqueKeysWithValues: panel.enumerated().map { ($1, $0) })
    var totals = [Double?](repeating: nil, count: entries.count * panel.count)
    for (entry, judge, total) in sheetTotals {
      guard let place = places[judge] else { continue }
      totals[entry * panel.count + place] = total.approximation
    }
    do {
      return try SheetTotals(
        entries: entries.map(\.id), judges: panel.map { judges[$0].id }, totals: totals)
    } catch {
      throw Failure(.data, vi: error.words(.vietnamese), en: error.words(.english))
    }
  }

  fileprivate var judgeOrganisations: [String: String] {
    Self.organisations(judges.map { ($0.id, $0.organisation) })
  }

  fileprivate var entryOrganisations: [String: String] {
    Self.organisations(entries.map { ($0.id, $0.organisation) })
  }

  private static func organisations(_ pairs: [(String, SafeText)]) -> [String: String] {
    let known = pairs.filter { !$0.1.isBlank }.map { ($0.0, $0.1.string) }
    return Dictionary(known) { first, _ in first }
  }
}

/// Sentences beside a result, on standard error.
enum Notes {
  private static let most = 50

  static func show(_ sentences: [String], _ language: Language) {
    for sentence in sentences.prefix(most) { Output.note(sentence) }
    guard sentences.count > most else { return }
    let rest = sentences.count - most
    Output.note(
      language == .vietnamese ? "… và \(rest) ghi chú nữa." : "… and \(rest) more notes.")
  }
}
