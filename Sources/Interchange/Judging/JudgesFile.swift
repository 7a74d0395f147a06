public import Incubation

/// `judges.csv`: the members of the panel.
public enum JudgesFile {
  /// Reads the file. A judge of the role `shadow` never counts; every other role does.
  ///
  /// - Throws: `JudgingFileProblems`.
  public static func read(
    _ bytes: [UInt8]
  ) throws(JudgingFileProblems) -> (judges: [Tabulation.Judge], warnings: [JudgingFileWarning]) {
    var sheet: JudgingSheetReader
    do { sheet = try JudgingSheetReader(bytes, .judges, required: ["judge"]) } catch {
      throw JudgingFileProblems(problems: [error])
    }
    var judges: [Tabulation.Judge] = []
    var lines: [String: Int] = [:]
    let column = sheet.column("judge") ?? 0
    while let row = sheet.next() {
      guard let id = sheet.code(row, column) else { continue }
      if let line = lines[id] {
        sheet.report(.repeated(id, line: line), row, column)
        continue
      }
      lines[id] = row.line
      let name = sheet.text(row, sheet.column("name"))
      let organisation = sheet.text(row, sheet.column("organisation"))
      let role = sheet.text(row, sheet.column("role"))
      guard let name, let organisation, let role else { continue }
      judges.append(
        Tabulation.Judge(
          id: id, name: name, organisation: organisation,
          isShadow: role.string.lowercased() == shadow))
    }
    guard sheet.problems.isEmpty else { throw JudgingFileProblems(problems: sheet.problems) }
    return (judges, sheet.others(than: names).map { .unusedColumn(.judges, $0) })
  }

  /// Writes the file so that it reads back the same.
  public static func write(_ judges: [Tabulation.Judge]) -> [UInt8] {
    var table = JudgingTableWriter()
    table.row(names.map { .text($0) })
    for judge in judges {
      table.row([
        .text(judge.id), .text(judge.name.string), .text(judge.organisation.string),
        .text(judge.isShadow ? shadow : "judge"),
      ])
    }
    return table.bytes
  }

  private static let names = ["judge", "name", "organisation", "role"]
  private static let shadow = "shadow"
}
