public import Incubation

/// Makes facts of a judging session of the values of `facts.toml`. Nothing is guessed: what is not
/// understood is a problem with its line.
public enum FactsReader {
  /// Reads facts.
  ///
  /// - Parameter text: the file as it was written, for the lines of problems.
  /// - Throws: `FactsProblems`.
  public static func read(
    _ root: [String: RulesValue], text: String
  ) throws(FactsProblems) -> MinutesFacts {
    var table = RulesTable(root, at: "")
    let facts = MinutesFacts.read(&table)
    let problems = table.finish()
    guard problems.isEmpty, let facts else {
      let lines = FactsLines(text)
      throw FactsProblems(
        problems: problems.map { FactsProblem(line: lines.line(of: $0.place), .value($0)) })
    }
    return facts
  }

  /// Problems of facts that were read, with their lines.
  public static func located(_ problems: MinutesProblems, text: String) -> FactsProblems {
    let lines = FactsLines(text)
    return FactsProblems(
      problems: problems.problems.map {
        FactsProblem(line: lines.line(of: $0.place), .meaning($0))
      })
  }
}

/// What is wrong in `facts.toml`, and where.
public struct FactsProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// It is not TOML.
    case notTOML
    /// A value is missing or of another kind.
    case value(RulesProblem)
    /// The facts do not fit together, or with the round.
    case meaning(MinutesProblem)
  }

  /// The line, from 1; nil when the whole file is meant.
  public var line: Int?
  /// What is wrong.
  public var kind: Kind

  /// A problem.
  public init(line: Int?, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// One sentence with the line, without the name of the file.
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    let place = line.map { (isVietnamese ? "Dòng " : "Line ") + "\($0): " } ?? ""
    switch kind {
    case .notTOML:
      return place + (isVietnamese ? "sai cú pháp TOML." : "this is not valid TOML.")
    case .value(let problem) where problem.kind == .unknownKey:
      return place + problem.place
        + (isVietnamese
          ? ": không có mục này; hãy xem lại chính tả."
          : ": there is no such key; check its spelling.")
    case .value(let problem): return place + problem.words(language)
    case .meaning(let problem): return place + problem.words(language)
    }
  }
}

/// All that is wrong in `facts.toml`.
public struct FactsProblems: Error, Hashable, Sendable {
  /// In the order of the file.
  public let problems: [FactsProblem]

  /// Problems; there is at least one.
  public init(problems: [FactsProblem]) {
    self.problems = problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }
}

extension MinutesFacts {
  fileprivate static func read(_ table: inout RulesTable) -> MinutesFacts? {
    let agency = table.table("agency", isRequired: true) { IssuingAgency.read(&$0) }
    let begins = table.moment("begins", isRequired: true)
    var facts = MinutesFacts(
      agency: agency ?? IssuingAgency(superior: .empty, name: .empty, symbol: "", place: .empty),
      competition: table.line("competition", isRequired: true),
      round: table.line("round", isRequired: true),
      decision: table.table("decision") { DecisionReference.read(&$0) } ?? nil,
      number: table.whole("number"), venue: table.line("venue", isRequired: true),
      begins: begins ?? Moment(startOf: LocalDate(dayNumber: 0)), ends: table.moment("ends"),
      members: table.tables("member") { Member.read(&$0) })
    facts.quorum = table.whole("quorum")
    facts.guests = table.notes("guests")
    facts.proceedings = table.notes("proceedings")
    facts.objections = table.tables("objection") { table in
      Objection(
        by: table.line("by", isRequired: true), about: table.note("about"),
        settled: table.note("settled"))
    }
    facts.heads = table.table("heads") { $0.all { $0.text($1) } } ?? [:]
    facts.prizes = table.table("prizes") { $0.all { $0.money($1) } } ?? [:]
    facts.certificates = table.table("certificates") { $0.all { $0.whole($1) ?? 0 } } ?? [:]
    facts.comments = table.tables("comment") { table in
      Comment(
        entry: table.text("entry"), criterion: table.optionalText("criterion"),
        text: table.note("text"))
    }
    facts.recipients = table.notes("recipients")
    facts.isSigned = table.truth("signed") ?? false
    return begins == nil ? nil : facts
  }
}

extension MinutesFacts.Member {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    let absence = table.line("absent")
    let duty: Duty? = table.choice("duty")
    return Self(
      address: table.line("address"), name: table.line("name", isRequired: true),
      position: table.line("position"), duty: duty ?? .member,
      judge: table.optionalText("judge"), absence: absence.isBlank ? nil : absence)
  }
}

extension IssuingAgency {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    Self(
      superior: table.line("superior"), name: table.line("name", isRequired: true),
      symbol: table.line("symbol", isRequired: true).string,
      place: table.line("place", isRequired: true))
  }
}

extension DecisionReference {
  fileprivate static func read(_ table: inout RulesTable) -> Self? {
    let number = table.line("number", isRequired: true)
    let issuer = table.line("issuer")
    guard let day = table.day("day", isRequired: true) else { return nil }
    return Self(number: number, day: day, issuer: issuer)
  }
}
