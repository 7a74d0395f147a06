public import Incubation

/// What is wrong in one of the files of a round, and where. Lines and columns count from 1.
public struct JudgingFileProblem: Error, Hashable, Sendable {
  /// The files of a round.
  public enum File: String, CaseIterable, Sendable {
    /// `rules.toml`.
    case rules = "rules.toml"
    /// `entries.csv`.
    case entries = "entries.csv"
    /// `scores.csv`.
    case scores = "scores.csv"
    /// `judges.csv`.
    case judges = "judges.csv"
  }

  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The file cannot be read as CSV.
    case unreadable(CSVFailure)
    /// Rules are wrong.
    case rules(RulesProblem)
    /// The rules are not TOML.
    case notTOML
    /// The heading has no such column.
    case missingColumn(String)
    /// The heading has a column twice.
    case repeatedColumn(String)
    /// More cells than the heading has.
    case tooManyCells(Int)
    /// A cell that must hold something is empty.
    case empty
    /// Text with characters that have no place in text, or too much of it.
    case unusableText
    /// There is no such entry.
    case unknownEntry(String)
    /// There is no such judge.
    case unknownJudge(String)
    /// There is no such criterion.
    case unknownCriterion(String)
    /// An entry or judge for the second time, first on this line.
    case repeated(String, line: Int)
    /// A score for the second time, first on this line.
    case repeatedScore(entry: String, judge: String, criterion: String, line: Int)
    /// No number.
    case notANumber(String)
    /// A score outside the range of its criterion.
    case outOfRange(String, minimum: String, maximum: String)
    /// A score between two steps of its criterion.
    case offStep(String, minimum: String, step: String)
    /// A number below 0 where there can be none.
    case negative(String)
    /// A number above the highest that its component takes.
    case aboveMaximum(String, maximum: String)
  }

  /// The file.
  public var file: File
  /// The line; nil when the whole file is meant.
  public var line: Int?
  /// The column; nil when the whole line is meant.
  public var column: Int?
  /// The heading of the column; nil when it is not known.
  public var heading: String?
  /// What is wrong.
  public var kind: Kind

  /// A problem.
  public init(
    _ file: File, line: Int? = nil, column: Int? = nil, heading: String? = nil, _ kind: Kind
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.heading = heading
    self.kind = kind
  }
}

/// All that is wrong with the files of a round; so many at most.
public struct JudgingFileProblems: Error, Hashable, Sendable {
  /// In the order of the files and lines; never empty.
  public let problems: [JudgingFileProblem]

  /// One problem.
  public init(_ problem: JudgingFileProblem) { problems = [problem] }

  init(problems: [JudgingFileProblem]) { self.problems = problems }

  /// Reading stops after so many problems in a file.
  public static let most = 20
}

/// Something in the files that does no harm to the result, but may not be what was meant.
public enum JudgingFileWarning: Hashable, Sendable {
  /// A column that nothing uses.
  case unusedColumn(JudgingFileProblem.File, String)
  /// The column of a component is not there.
  case noComponentColumn(String)

  /// One sentence.
  public func words(_ language: Language) -> String {
    switch (self, language) {
    case (.unusedColumn(let file, let name), .vietnamese):
      "\(file.rawValue): cột «\(name)» không dùng đến."
    case (.unusedColumn(let file, let name), .english):
      "\(file.rawValue): nothing uses the column \"\(name)\"."
    case (.noComponentColumn(let code), .vietnamese):
      "entries.csv: không có cột «\(code)» cho điểm thành phần này."
    case (.noComponentColumn(let code), .english):
      "entries.csv: there is no column \"\(code)\" for this component."
    }
  }
}
