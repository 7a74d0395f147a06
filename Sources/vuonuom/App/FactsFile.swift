import Incubation
import Interchange
import TOMLKit

/// Reads the facts of a judging session from `facts.toml`.
enum FactsFile {
  /// Reads facts, and the text that they were read from.
  ///
  /// - Throws: `Failure` with code data: all that is wrong, each with its line.
  static func read(_ path: String) throws -> (facts: MinutesFacts, text: String) {
    let bytes = try Files.read(path, limit: 1_000_000)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Failure(FactsProblems(problems: [FactsProblem(line: nil, .notTOML)]), path: path)
    }
    do {
      let table = try TOMLTable(string: RulesDecimals.quoted(text))
      return (try FactsReader.read(RulesFile.values(table), text: text), text)
    } catch let error as TOMLParseError {
      let problem = FactsProblem(line: error.source.begin.line, .notTOML)
      throw Failure(FactsProblems(problems: [problem]), path: path)
    } catch let error as FactsProblems {
      throw Failure(error, path: path)
    }
  }
}

extension Failure {
  /// All that is wrong with the facts, a line each.
  init(_ problems: FactsProblems, path: String) {
    let lines: (Language) -> String = { language in
      problems.problems.map { "\(path): \($0.words(language))" }.joined(separator: "\n")
    }
    self.init(.data, vi: lines(.vietnamese), en: lines(.english))
  }
}
