import DashboardKit
import Foundation
import Incubation
import Storage
import StorageSQLite

/// What the doctor looks at.
extension Doctor {
  static func machine(_ environment: [String: String]) -> [Finding] {
    let name = setlocale(LC_ALL, "").map { String(cString: $0) }
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
    let term = environment["TERM"]
    return [
      locale(name: name, codeset: codeset),
      terminal(term, isKnown: term.map { isDescribed($0, environment) } ?? false),
    ]
  }

  /// Whether terminfo knows a terminal; see terminfo(5) for the places.
  private static func isDescribed(_ name: String, _ environment: [String: String]) -> Bool {
    guard let first = name.utf8.first, !name.contains("/") else { return false }
    var folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    if let own = environment["TERMINFO"] { folders.append(own) }
    if let home = environment["HOME"] { folders.append(home + "/.terminfo") }
    let letters = [String(UnicodeScalar(first)), String(first, radix: 16)]
    return folders.contains { folder in
      letters.contains { access("\(folder)/\($0)/\(name)", R_OK) == 0 }
    }
  }

  /// Looks at the database that the options name. What cannot be opened is a finding as well.
  static func examine(_ options: ResolvedOptions) -> [Finding] {
    if options.location.isMissing { return [missing(options.location.name)] }
    guard case .file(let path) = options.location else { return server(options) }
    let lock = SQLiteDatabase.lock(of: path)
    let stopped = lock.holder.map(isStopped) ?? false
    return database(path, options, isLockFree: lock.isFree)
      + [
        self.lock(isFree: lock.isFree, holder: lock.holder, isStopped: stopped),
        fileSystem(SQLiteDatabase.unsafeFileSystem(of: path)), disk(freeBytes: freeBytes(path)),
        permissions(modes(path)),
        backup(BackupStamp.read(for: path), today: RealWorld.now().localDate),
      ]
  }

  /// A file. While somebody else holds its write lock it is only read.
  private static func database(
    _ path: String, _ options: ResolvedOptions, isLockFree: Bool
  ) -> [Finding] {
    var opening = SQLiteDatabase.Options()
    opening.isReadOnly = !isLockFree
    // The file system has a check of its own.
    opening.allowsUnsafeFileSystem = true
    do {
      let file = try SQLiteDatabase(path: path, options: opening)
      defer { Blocking.close(file) }
      let facts = try Blocking.run { try await file.facts() }
      var findings = try contents(file, path, isReadOnly: isLockFree && file.isReadOnly)
      findings.append(engine(facts.engineVersion))
      if !file.isReadOnly { findings.append(synchronous(facts.synchronous)) }
      return findings
    } catch {
      return [database(path, problem: words(error), isReadOnly: false)]
    }
  }

  private static func server(_ options: ResolvedOptions) -> [Finding] {
    do {
      let open = try options.open(missing: .refuse)
      defer { Blocking.close(open.database) }
      return try contents(open.database, options.location.name, isReadOnly: false)
    } catch {
      return [database(options.location.name, problem: words(error), isReadOnly: false)]
    }
  }

  private static func contents(
    _ database: any SQLDatabase, _ name: String, isReadOnly: Bool
  ) throws -> [Finding] {
    let found = { (problem: Words?) in
      Self.database(name, problem: problem, isReadOnly: isReadOnly)
    }
    switch try Blocking.run({ try await Schema.state(of: database) }) {
    case .newer(let unknown): return [found(words(StorageError.newerSchema(unknown: unknown)))]
    case .older(let missing): return [found(nil), schema(missing: missing)]
    case .empty: return [missing(name)]
    case .current:
      let wrong = try Blocking.run { try await ProjectionCheck.run(database) }
      return [found(nil), schema(missing: []), projections(wrong)]
    }
  }

  private static func words(_ error: any Error) -> Words {
    if let failure = error as? Failure { return failure.words }
    return Words(
      vietnamese: ErrorWords(.vietnamese).sentence(for: error),
      english: ErrorWords(.english).sentence(for: error))
  }

  /// Whether a process was stopped, as by Ctrl+Z; see proc(5), stat.
  private static func isStopped(_ process: Int32) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return false }
    return text[end...].dropFirst(2).first == "T"
  }

  private static func freeBytes(_ path: String) -> Int64? {
    var info = statvfs()
    guard statvfs(path, &info) == 0 else { return nil }
    return Int64(info.f_bavail) * Int64(info.f_frsize)
  }

  private static func modes(_ path: String) -> [(name: String, mode: UInt32)] {
    ["", "-wal", "-shm", ".lock", ".backup"].compactMap { ending in
      var status = stat()
      guard stat(path + ending, &status) == 0 else { return nil }
      return (path + ending, status.st_mode)
    }
  }
}

extension Blocking {
  /// Closes a database and waits for it.
  static func close(_ database: any SQLDatabase) {
    try? run { await database.close() }
  }
}
