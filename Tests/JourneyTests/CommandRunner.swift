import Foundation
import Testing

/// The real program, run to its end without a terminal.
struct CommandRunner {
  /// What came of a run.
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// A folder of its own, which is also the home folder of the program.
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "vuonuom-cli-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The program beside the test bundle.
  static var program: URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("vuonuom")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return SourceFolder.root.appendingPathComponent(".build/debug/vuonuom")
  }

  @discardableResult
  func run(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil
  ) throws -> Result {
    try run(arguments, environment: environment, input: input)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let plain = ["PATH": "/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8", "TMPDIR": folder]
    process.environment = plain.merging(environment) { $1 }
    let outputPath = path("stdout-\(UUID().uuidString)")
    let errorPath = path("stderr-\(UUID().uuidString)")
    for file in [outputPath, errorPath] { FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath))
    if let input {
      let inputPath = path("stdin-\(UUID().uuidString)")
      try input.write(toFile: inputPath, atomically: true, encoding: .utf8)
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationReason == .uncaughtSignal
        ? -process.terminationStatus : process.terminationStatus,
      output: try String(contentsOfFile: outputPath, encoding: .utf8),
      errors: try String(contentsOfFile: errorPath, encoding: .utf8))
  }
}

/// The folder of the project's sources.
enum SourceFolder {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
