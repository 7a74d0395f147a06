import Foundation
import Glibc

/// Programs that a test starts.
///
/// Foundation's `Process` is not used: it learns of the end of a child through a socket that other
/// children inherit when they are started at the same moment, and then waits for those as well.
enum ChildProcess {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts a program, found by its name, with its output in a file.
  static func start(_ command: [String], output: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let settings = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"]
    let arguments = command.map { strdup($0) } + [nil]
    let environment = settings.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawnp(
      &child, command.first ?? "", &actions, nil, arguments, environment)
    guard code == 0 else {
      throw Failed(description: "\(command.first ?? ""): \(String(cString: strerror(code)))")
    }
    return child
  }

  /// Waits until a program has ended; its status, 0 when all went well.
  @discardableResult
  static func wait(_ child: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Failed(description: "waitpid: \(errno)") }
    }
    return status
  }

  /// Runs a program to its end: its status and what it wrote.
  @discardableResult
  static func run(_ command: [String]) throws -> (status: Int32, output: String) {
    let file = "/tmp/vuonuom-out-\(getpid())-\(UUID().uuidString)"
    defer { unlink(file) }
    let status = try wait(start(command, output: file))
    let output = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return (status, output)
  }
}
