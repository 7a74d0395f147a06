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
    let plain = ["PATH": "/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8", "TMPDIR": folder]
    let output = path("stdout-\(UUID().uuidString)")
    let errors = path("stderr-\(UUID().uuidString)")
    var source = "/dev/null"
    if let input {
      source = path("stdin-\(UUID().uuidString)")
      try input.write(toFile: source, atomically: true, encoding: .utf8)
    }
    // Through env(1), which changes the folder; Foundation's Process hangs when many children are
    // started together and inherit each other's descriptors.
    let words =
      ["env", "-i", "-C", folder]
      + plain.merging(environment) { $1 }.map { "\($0)=\($1)" }
      + [Self.program.path] + arguments
    let status = try Self.spawn("/usr/bin/env", words, files: [source, output, errors])
    return Result(
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F),
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// Runs a program with these files as standard input, output and error; returns its status as
  /// waitpid(2) does.
  static func spawn(
    _ program: String, _ words: [String], files: [String]
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, Int32(number), file, flags, 0o600)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, program, &actions, nil, &arguments, [nil])
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

/// The folder of the project's sources.
enum SourceFolder {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
