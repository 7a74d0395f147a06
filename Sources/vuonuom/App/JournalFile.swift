import Foundation
import Incubation
import Storage

/// The journal of scores of one judge as a file in the state folder, which only its owner may read.
actor JournalFile: ScoreJournalFile {
  private let path: String
  private var descriptor: Int32 = -1

  init(path: String) { self.path = path }

  /// The journals of a user on a database that no other program of theirs holds: the first is to be
  /// written to, the others were left behind. Their names hold a hash of both, so that neither two
  /// databases nor two people share one; a second program of the same user takes the next number.
  static func free(
    in folder: String, login: String, database: String
  ) async -> (own: JournalFile?, left: [JournalFile]) {
    let hash = SheetHash.hex(database + "\n" + login).prefix(16)
    var own: JournalFile?
    var left: [JournalFile] = []
    for number in 1...9 {
      let path = folder + "/journal-\(login)-\(hash)-\(number)"
      if own != nil, access(path, F_OK) != 0 { continue }
      let file = JournalFile(path: path)
      guard await file.isFree() else { continue }
      if own == nil { own = file } else { left.append(file) }
    }
    return (own, left)
  }

  /// Whether the file can be had by this program alone; it is held from then on.
  private func isFree() -> Bool { (try? opened()) != nil }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func append(_ lines: [ScoreJournal.Line]) throws {
    let file = try opened()
    let end = lseek(file, 0, SEEK_END)
    do {
      try write(lines.flatMap { ScoreJournal.bytes(of: $0) }, to: file)
      guard fdatasync(file) == 0 else { throw failure() }
    } catch {
      // Half a line must not stand before a whole one: what was not entered is taken away.
      ftruncate(file, end)
      throw error
    }
  }

  func content() throws -> ScoreJournal.Content {
    guard access(path, F_OK) == 0 else { return ScoreJournal.read([]) }
    return ScoreJournal.read(try bytes())
  }

  func clear() throws {
    guard access(path, F_OK) == 0 else { return }
    let file = try opened()
    guard ScoreJournal.read(try bytes()).pending.isEmpty else { return }
    let heading = ScoreJournal.heading.utf8.count + 1
    guard ftruncate(file, off_t(heading)) == 0, fdatasync(file) == 0 else { throw failure() }
  }

  private func bytes() throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure() }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The file, made with its folder when it is not there, and without half a line at its end.
  private func opened() throws -> Int32 {
    if descriptor >= 0 { return descriptor }
    try Places.makePrivateFolder((path as NSString).deletingLastPathComponent)
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure() }
    // Two programs of one user must not empty each other's journals.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw StorageError.locked(holder: nil)
    }
    descriptor = file
    let found = try bytes()
    if found.isEmpty {
      try write(Array((ScoreJournal.heading + "\n").utf8), to: file)
    } else {
      let torn = ScoreJournal.read(found).tornBytes
      if torn > 0 { ftruncate(file, off_t(found.count - torn)) }
    }
    return file
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      start += count
    }
  }

  private func failure() -> StorageError {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull
    case EROFS, EACCES, EPERM: .readOnly
    default: .unavailable(String(cString: strerror(errno)))
    }
  }
}
