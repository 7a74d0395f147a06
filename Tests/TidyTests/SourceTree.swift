import Foundation

/// The files of the project as text, for rules about the sources themselves.
enum SourceTree {
  /// The folder that holds Package.swift.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while !FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// A file of the project.
  struct File {
    /// Path below the root: "Sources/Storage/StorageError.swift".
    let path: String
    /// Its lines, without line feeds.
    let lines: [Substring]
    /// The target it belongs to: "Storage".
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }
  }

  /// All files below a folder with an ending.
  static func files(below folder: String, ending: String = ".swift") throws -> [File] {
    let start = root.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { name in
      let text = try String(contentsOf: start.appendingPathComponent(name), encoding: .utf8)
      return File(
        path: folder + "/" + name,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
