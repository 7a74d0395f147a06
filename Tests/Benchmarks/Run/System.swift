import Glibc

/// Why nothing could be measured.
struct Trouble: Error {
  let words: String

  init(_ words: String) { self.words = words }
}

/// Commands that are run to their end.
enum Command {
  /// What a command needed: wall time in seconds, largest resident memory in MB (10⁶ bytes).
  struct Cost {
    var seconds: Double
    var megabytes: Double
  }

  /// Runs a command; what it says goes to standard error.
  ///
  /// - Throws: `Trouble` when it fails.
  @discardableResult
  static func run(_ words: [String], environment: [String: String]? = nil) throws -> Cost {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, 2, 1)
    let copies = words.map { strdup($0) }
    let variables = environment?.map { strdup("\($0.key)=\($0.value)") } ?? []
    defer { for copy in copies + variables { free(copy) } }
    var process: pid_t = 0
    let start = Clock.milliseconds
    let result =
      environment == nil
      ? posix_spawnp(&process, words[0], &actions, nil, copies + [nil], environ)
      : posix_spawnp(&process, words[0], &actions, nil, copies + [nil], variables + [nil])
    guard result == 0 else { throw Trouble("\(words[0]): \(String(cString: strerror(result)))") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    guard status == 0 else { throw Trouble("failed: \(words.joined(separator: " "))") }
    return Cost(
      seconds: (Clock.milliseconds - start) / 1e3,
      megabytes: Double(usage.ru_maxrss) * 1_024 / 1e6)
  }
}

/// Folders and small files.
enum Folder {
  /// The folder of the running program.
  static var ofProgram: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:))
    let path = String(decoding: bytes, as: UTF8.self)
    return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }

  /// A new folder for temporary files.
  static func temporary() throws -> String {
    var template = Array("/tmp/vuonuom-benchmarks-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template) else { throw Trouble("no folder for temporary files") }
    return String(cString: path)
  }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  /// The text of a small file; nil when it cannot be read.
  static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// Reads a file to its end, so that it lies in the page cache.
  static func warm(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while Glibc.read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
