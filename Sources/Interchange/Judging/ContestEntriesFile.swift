public import Incubation

/// A list of entries that come into a contest: `title`, then optional `entry` (the code),
/// `organisation`, `leader`, `board`, `summary`.
public enum ContestEntriesFile {
  static let names = ["title", "entry", "organisation", "leader", "board", "summary"]

  /// Reads the list.
  ///
  /// - Parameter board: the board of entries that name none.
  /// - Throws: `JudgingFileProblems`, each with line and column.
  public static func read(
    _ bytes: [UInt8], board: String
  ) throws(JudgingFileProblems) -> (entries: [EntryContent], warnings: [JudgingFileWarning]) {
    var sheet: JudgingSheetReader
    do { sheet = try JudgingSheetReader(bytes, .entries, required: ["title"]) } catch {
      throw JudgingFileProblems(problems: [error])
    }
    var entries: [EntryContent] = []
    var lines: [String: Int] = [:]
    while let row = sheet.next() {
      guard let column = sheet.column("title"), let title = sheet.code(row, column),
        let code = sheet.text(row, sheet.column("entry")),
        let organisation = sheet.text(row, sheet.column("organisation")),
        let leader = sheet.text(row, sheet.column("leader")),
        let own = sheet.text(row, sheet.column("board")),
        let summary = sheet.text(row, sheet.column("summary"))
      else { continue }
      if !code.isBlank, let line = lines.updateValue(row.line, forKey: code.string) {
        sheet.report(.repeated(code.string, line: line), row, sheet.column("entry") ?? column)
        continue
      }
      entries.append(
        EntryContent(
          title: SafeText(escaping: title), code: code.string,
          board: own.isBlank ? board : own.string, organisation: organisation, leader: leader,
          summary: summary))
    }
    if !sheet.problems.isEmpty { throw JudgingFileProblems(problems: sheet.problems) }
    return (entries, sheet.others(than: names).map { .unusedColumn(.entries, $0) })
  }
}
