import Foundation

/// Where the program keeps its files, by the XDG base directory specification.
enum Places {
  /// Settings and the user's own themes.
  static var configuration: String { folder("XDG_CONFIG_HOME", ".config") }
  /// The default database.
  static var data: String { folder("XDG_DATA_HOME", ".local/share") }
  /// Log and session.
  static var state: String { folder("XDG_STATE_HOME", ".local/state") }

  static var settingsFile: String { configuration + "/settings.toml" }
  static var defaultDatabase: String { data + "/vuonuom.db" }
  /// What was typed and not saved.
  static var drafts: String { state + "/drafts" }
  static var logFile: String { state + "/vuonuom.log" }

  /// Folders that may hold themes, the user's own first, then the one that came with the program.
  static var themeFolders: [String] {
    var folders = [configuration + "/themes"]
    var folder = executableFolder
    for _ in 0..<5 {
      folders.append(folder + "/themes")
      folder = parent(of: folder)
    }
    return folders + ["/usr/local/share/vuonuom/themes", "/usr/share/vuonuom/themes"]
  }

  private static var executableFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:))
    let path = String(decoding: bytes, as: UTF8.self)
    return parent(of: path)
  }

  private static func folder(_ variable: String, _ fallback: String) -> String {
    if let value = self.variable(variable), value.hasPrefix("/") { return value + "/vuonuom" }
    return (self.variable("HOME") ?? NSHomeDirectory()) + "/" + fallback + "/vuonuom"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder that only its owner may read.
  static func makePrivateFolder(_ path: String) throws {
    if access(path, F_OK) == 0 { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        .cannotCreate,
        vi: "Không tạo được thư mục \(path); hãy kiểm tra quyền ghi.",
        en: "Cannot make the folder \(path); check that you may write there.")
    }
  }
}
