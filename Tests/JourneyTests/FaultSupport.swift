import Foundation
import Testing

/// A process in the background: a script, or the real program. Killed at the end of its test.
final class Background: Sendable {
  let process: pid_t

  /// Runs a script of the shell in a folder.
  convenience init(_ script: String, in folder: String) throws {
    try self.init(["/bin/sh", "-c", script], in: folder)
  }

  /// Runs the real program with this folder as its home.
  convenience init(program arguments: [String], in folder: String) throws {
    try self.init([CommandRunner.program.path] + arguments, in: folder)
  }

  private init(_ words: [String], in folder: String) throws {
    // exec keeps the number of the process that is to be stopped and killed.
    let line =
      ["/usr/bin/env", "-i", "-C", folder, "PATH=/usr/bin:/bin", "HOME=\(folder)"]
      + ["LANG=C.UTF-8", "TMPDIR=\(folder)"] + words
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for number in 0...2 {
      posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
    }
    let arguments: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/usr/bin/env", &actions, nil, arguments, [nil])
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    self.process = process
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Waits for its end; returns its exit code, or minus the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  /// Ends it, stopped or not.
  func end() {
    kill(process, SIGKILL)
    _ = wait()
  }
}
