import ArgumentParser
import Incubation
import Interchange
import Storage

/// `vuonuom money`: the ledger.
struct MoneyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "money", abstract: "Kinh phí / money", subcommands: [Ledger.self])

  struct Ledger: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sổ kinh phí, luôn cân đối / the ledger, which always balances")
    @OptionGroup var global: GlobalOptions
    @Option(help: "Năm / year") var year: Int?
    @Option(help: "Nguồn / short name of a source") var source = ""
    @Option(help: "Hồ sơ / code of a venture") var venture = ""
    @Option(help: "Nhiệm vụ / code of a task") var task = ""
    @Option(help: "entry | year | source | task | venture | department | item") var by = "entry"
    @Option(help: "Chỉ những gì đã ghi đến ngày / what was recorded by a day")
    var knownAt: String?
    @Option(help: "text | csv | json") var format = "text"

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.viewProgramme)
      let format = try PrintFormat.named(format, of: [.text, .csv, .json])
      if format == .csv { try desk.require(.exportData) }
      guard let grouping = LedgerGrouping(rawValue: by) else {
        let all = LedgerGrouping.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, vi: "--by chỉ nhận \(all).", en: "--by takes \(all).")
      }
      let filter = try filter()
      let lines = try Blocking.run { try await desk.stores.programme.ledger(filter) }
      switch format {
      case .csv:
        ProgrammeText.csv(
          grouping == .entry
            ? ProgrammeFiles.rows(lines, desk.language)
            : ProgrammeFiles.rows(lines.balances(by: grouping), grouping))
      case .json: Output.line(json(lines, grouping).written(pretty: true))
      default: text(lines, grouping, desk.language)
      }
    }

    private func filter() throws -> LedgerFilter {
      var filter = LedgerFilter()
      (filter.source, filter.venture, filter.task) = (source, venture, task)
      filter.knownAt = try knownAt.map { try ProgrammeText.moment($0, "--known-at") }
      guard let year else { return filter }
      guard LocalDate.years.contains(year) else {
        throw Failure(
          .usage, vi: "--year: không có năm \(year); hãy viết như 2019.",
          en: "--year: there is no year \(year); write it as 2019.")
      }
      filter.from = LocalDate(year: year, month: 1, day: 1)
      filter.to = LocalDate(year: year, month: 12, day: 31)
      return filter
    }

    private func json(_ lines: [LedgerLine], _ grouping: LedgerGrouping) -> JSONValue {
      var fields: [String: JSONValue] = [
        "balance": ProgrammeFiles.json(lines.balance),
        "balanced": .bool(lines.balance.isBalanced),
      ]
      if grouping == .entry {
        fields["entries"] = .array(lines.map(ProgrammeFiles.json))
      } else {
        fields["groups"] = .array(
          lines.balances(by: grouping).map { key, balance in
            .object(["key": .string(key), "balance": ProgrammeFiles.json(balance)])
          })
      }
      return .object(fields)
    }

    private func text(
      _ lines: [LedgerLine], _ grouping: LedgerGrouping, _ language: Language
    ) {
      if grouping == .entry {
        ProgrammeText.table(
          lines.map { line in
            [
              line.entry.day.formatted, line.entry.kind.label(language),
              line.entry.amount.formatted(language), line.source.string,
              line.commitment.string, line.task.string, line.venture.string,
              line.entry.document.string,
            ]
          })
      } else {
        ProgrammeText.table(
          lines.balances(by: grouping).map { key, balance in
            [key.isEmpty ? "–" : key]
              + [balance.committed, balance.paid, balance[.advances]].map {
                $0.formatted(language)
              }
          })
      }
      let balance = lines.balance
      for account in LedgerAccount.allCases {
        Output.line("\(account.label(language)): \(balance[account].formatted(language))")
      }
      Output.line(
        (language == .vietnamese ? "Đã giải ngân: " : "Disbursed: ")
          + "\(balance.paid.formatted(language)) (\(balance.paid.words(language)))")
    }
  }
}
