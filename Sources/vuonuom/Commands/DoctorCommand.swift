import ArgumentParser
import Foundation
import Incubation
import TerminalCanvas

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Khám máy và cơ sở dữ liệu / check machine and database")
  @OptionGroup var global: GlobalOptions
  @Flag(help: "JSON") var json = false

  func run() throws {
    let options = try global.resolved()
    let findings =
      Doctor.machine(ProcessInfo.processInfo.environment) + Doctor.examine(options)
    let report = DoctorReport(findings: findings, language: options.language)
    if json { Output.line(report.json) } else { report.lines.forEach { Output.line($0) } }
    if findings.contains(where: { $0.level == .failure }) { throw PartialSuccess() }
  }
}

/// What the doctor found, as a person or a script reads it.
struct DoctorReport {
  let findings: [Finding]
  let language: Language

  /// A line for each finding, in columns, and one that counts them.
  var lines: [String] {
    let titles = findings.map { $0.title(language) }
    let width = titles.map { TextWidth.width(of: $0) }.max() ?? 0
    let rows = zip(findings, titles).map { finding, title in
      let space = String(repeating: " ", count: width - TextWidth.width(of: title))
      let advice = finding.advice.map { " → " + $0(language) } ?? ""
      return "\(finding.level.mark) \(title)\(space)  \(finding.value(language))\(advice)"
    }
    return rows + ["", summary]
  }

  private var summary: String {
    let warnings = findings.count { $0.level == .warning }
    let failures = findings.count { $0.level == .failure }
    let good = findings.count - warnings - failures
    return Words(
      vietnamese: "\(findings.count) mục: \(good) tốt (✓), \(warnings) cần để ý (~), "
        + "\(failures) hỏng (!).",
      english: "\(findings.count) checks: \(good) good (✓), \(warnings) to look at (~), "
        + "\(failures) broken (!).")(language)
  }

  /// An array with an object for each finding.
  var json: String {
    let objects = findings.map { finding in
      JSONValue.object([
        "check": .string(finding.check), "title": .string(finding.title(language)),
        "level": .string(finding.level.rawValue), "value": .string(finding.value(language)),
        "advice": .string(finding.advice?(language) ?? ""),
      ])
    }
    return JSONValue.array(objects).written(pretty: true)
  }
}

/// What one check found.
struct Finding {
  enum Level: String {
    case ok, warning, failure

    var mark: String {
      switch self {
      case .ok: "✓"
      case .warning: "~"
      case .failure: "!"
      }
    }
  }

  /// Its name for scripts.
  var check: String
  /// Its name for people.
  var title: Words
  var level: Level
  /// What is there.
  var value: Words
  /// What to do about it; nil when nothing is to be done.
  var advice: Words?
}
