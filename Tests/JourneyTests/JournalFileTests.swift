import Foundation
import Incubation
import Storage
import Testing

@testable import vuonuom

/// The journal of scores on a real file system.
@Suite("The journal of scores")
struct JournalFileTests {
  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "vuonuom-journal-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func event(_ number: UInt64) -> ScoreEvent {
    ScoreEvent(
      id: Identifier(high: 1, low: number), round: Identifier(high: 2, low: 1),
      entry: Identifier(high: 3, low: 1), judge: Identifier(high: 4, low: 1),
      kind: .value(criterion: "A", hundredths: Int(number)),
      typedAt: Timestamp(milliseconds: Int64(number)))
  }

  @Test("half a line at the end is taken away, and what comes next stands whole")
  func torn() async throws {
    let path = try folder() + "/journal"
    try await JournalFile(path: path).append([.entered(event(1))])
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("00ff {\"at\":1".utf8))
    try handle.close()
    let next = JournalFile(path: path)
    #expect(try await next.content().tornBytes > 0)
    try await next.append([.entered(event(2))])
    let content = try await next.content()
    #expect(content.pending == [event(1), event(2)])
    #expect(content.damaged.isEmpty && content.tornBytes == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try await next.clear()
    #expect(try await next.content().entered == 2, "what is pending stays")
    try await next.append([.acknowledged(event(1).id), .acknowledged(event(2).id)])
    try await next.clear()
    #expect(try await next.content().entered == 0)
  }

  @Test("two programs of one judge have two journals; a third takes over what was left")
  func two() async throws {
    let folder = try folder()
    func free() async -> (own: JournalFile?, left: [JournalFile]) {
      await JournalFile.free(in: folder, login: "mai", database: "a.db")
    }
    do {
      let first = await free()
      let second = await free()
      try await #require(first.own).append([.entered(event(1))])
      try await #require(second.own).append([.entered(event(2))])
      #expect(first.left.isEmpty && second.left.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
    let third = await free()
    var pending = try await #require(third.own).content().pending
    for file in third.left { pending += try await file.content().pending }
    #expect(pending == [event(1), event(2)])
    let stranger = await JournalFile.free(in: folder, login: "mai", database: "b.db")
    #expect(try await #require(stranger.own).content().entered == 0)
  }

  @Test("on a full disk nothing is entered by halves, and the journal goes on afterwards")
  func fullDisk() async throws {
    let folder = try folder()
    let disk = folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = try Background("mount -t tmpfs -o size=64k none disk", in: folder)
    guard mount.wait() == 0 else {
      FileHandle.standardError.write(
        Data("note: no small disk may be mounted; only the outbox's own test shows it\n".utf8))
      return
    }
    defer { _ = try? Background("umount -l disk", in: folder).wait() }
    let journal = JournalFile(path: disk + "/journal")
    try await journal.append([.entered(event(1))])
    _ = try Background("cat /dev/zero > disk/ballast", in: folder).wait()
    var error: StorageError?
    var entered = 1
    do {
      for number in 2..<2_000 {
        try await journal.append([.entered(event(UInt64(number)))])
        entered = number
      }
    } catch let caught as StorageError {
      error = caught
    }
    #expect(error == .diskFull)
    #expect(try await journal.content().pending.count == entered)
    unlink(disk + "/ballast")
    try await journal.append([.entered(event(5_000))])
    let content = try await journal.content()
    #expect(content.pending.count == entered + 1)
    #expect(content.damaged.isEmpty && content.tornBytes == 0)
  }
}
