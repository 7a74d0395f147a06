public import Incubation

/// The files of a round, read together and written together, so that a stranger can recount it.
public enum RoundFiles {
  /// The most bytes of a file that are read.
  public static var largestFile: Int { JudgingSheetReader.limits.bytes }

  /// Reads a round.
  ///
  /// - Parameter judges: the bytes of `judges.csv`; nil when there is none.
  /// - Throws: `JudgingFileProblems`: everything that is wrong in the first file that is.
  public static func read(
    rules: RoundRules, entries: [UInt8], scores: [UInt8], judges: [UInt8]?
  ) throws(JudgingFileProblems) -> (record: RoundRecord, warnings: [JudgingFileWarning]) {
    let (entryList, entryWarnings) = try EntriesFile.read(entries, rules: rules)
    var judgeList: [Tabulation.Judge]?
    var warnings = entryWarnings
    if let judges {
      let read = try JudgesFile.read(judges)
      judgeList = read.judges
      warnings += read.warnings
    }
    let read = try ScoresFile.read(
      scores, rules: rules, entries: entryList, judges: judgeList)
    let record = RoundRecord(
      rules: rules, entries: entryList, judges: read.judges, sheets: read.sheets)
    return (record, warnings + read.warnings)
  }

  /// The four files.
  public static func write(_ record: RoundRecord) -> [(file: JudgingFileProblem.File, [UInt8])] {
    [
      (.rules, Array(RulesWriter.write(record.rules).utf8)),
      (.entries, EntriesFile.write(record)), (.judges, JudgesFile.write(record.judges)),
      (.scores, ScoresFile.write(record)),
    ]
  }
}
