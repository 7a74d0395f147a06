import DashboardKit
import Foundation
import TOMLKit

/// The shipped theme files, parsed.
enum ThemeFiles {
  static let names = [
    "base", "colour-blind", "contrast", "contrast-light", "dark", "light", "mono", "terminal",
  ]

  static func loader() throws -> ThemeLoader {
    var sources: [String: ThemeValue] = [:]
    for name in names {
      let file = folder.appendingPathComponent("\(name).toml")
      let text = try String(contentsOf: file, encoding: .utf8)
      sources[name] = .table(bridge(try TOMLTable(string: text)))
    }
    return ThemeLoader(sources: sources)
  }

  /// The names of the files in the folder, in their order.
  static func stored() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static var folder: URL {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("themes")
  }

  private static func bridge(_ table: TOMLTable) -> [String: ThemeValue] {
    var result: [String: ThemeValue] = [:]
    for key in table.keys {
      guard let value = table[key] else { continue }
      if let text = value.string {
        result[key] = .string(text)
      } else if let inner = value.table {
        result[key] = .table(bridge(inner))
      } else {
        result[key] = .other(value.debugDescription)
      }
    }
    return result
  }
}
