import Foundation
import Incubation
import Interchange
import TOMLKit

/// Reads the rules of a round from `rules.toml`.
enum RulesFile {
  /// Reads and checks rules.
  ///
  /// - Throws: `Failure` with code data: all that is wrong, each with its place.
  static func read(_ path: String) throws -> RoundRules {
    let bytes = try Files.read(path, limit: 1_000_000)
    do {
      return try rules(bytes)
    } catch {
      throw Failure(error, path: path)
    }
  }

  /// The rules that the bytes of a file hold.
  ///
  /// - Throws: `JudgingFileProblems`.
  static func rules(_ bytes: [UInt8]) throws(JudgingFileProblems) -> RoundRules {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else { throw notTOML(line: nil) }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: RulesDecimals.quoted(text))
    } catch let error as TOMLParseError {
      throw notTOML(line: error.source.begin.line)
    } catch {
      throw notTOML(line: nil)
    }
    return try RulesReader.read(values(table))
  }

  private static func notTOML(line: Int?) -> JudgingFileProblems {
    JudgingFileProblems(JudgingFileProblem(.rules, line: line, .notTOML))
  }

  static func values(_ table: TOMLTable) -> [String: RulesValue] {
    var values: [String: RulesValue] = [:]
    for key in table.keys { values[key] = table[key].map(value) }
    return values
  }

  private static func value(_ value: any TOMLValueConvertible) -> RulesValue {
    if let table = value.table { return .table(values(table)) }
    if let array = value.array { return .list(array.map(self.value)) }
    if let text = value.string { return .text(text) }
    if let truth = value.bool { return .truth(truth) }
    if let number = value.int { return .whole(number) }
    return .other
  }
}

extension Failure {
  /// All that is wrong with a file of a round, a line each.
  init(_ problems: JudgingFileProblems, path: String) {
    let lines: (Language) -> String = { language in
      problems.problems.map { "\(path): \($0.words(language))" }.joined(separator: "\n")
    }
    self.init(.data, vi: lines(.vietnamese), en: lines(.english))
  }

  /// Why there is no result.
  init(_ refusal: TabulationRefusal) {
    self.init(
      .data, vi: refusal.words(.vietnamese).joined(separator: "\n"),
      en: refusal.words(.english).joined(separator: "\n"))
  }
}
