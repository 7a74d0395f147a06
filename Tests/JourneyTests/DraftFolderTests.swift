import DashboardKit
import Foundation
import Incubation
import Testing

@testable import vuonuom

/// The files of drafts, and what can go wrong with them.
@Suite("Files of drafts")
struct DraftFolderTests {
  let owner = DraftOwner(database: "/tmp/thu.db", user: "lan")
  let moment = Timestamp(milliseconds: 1_600_000_000_000)

  private func draft(_ text: String, venture: UInt64 = 1) -> Draft {
    Draft(
      "note", at: Destination(.record, venture: Identifier(high: 0, low: venture)),
      title: Bilingual(vietnamese: "ghi chú", english: "a note"), body: ["typed": .string(text)])
  }

  private func files(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The drafts of a run that has ended: its locks are gone.
  private func leave(_ drafts: [String: Draft], in folder: String, run: UInt64) {
    let left = DraftFolder(folder, owner: owner, random: run)
    #expect(left.keep(drafts, at: moment) == nil)
    left.abandon()
  }

  @Test("a draft is a private file while it is typed, and none when it is saved")
  func keeps() throws {
    let folder = try CommandRunner().path("drafts")
    let drafts = DraftFolder(folder, owner: owner, random: 1)
    #expect(drafts.keep([:], at: moment) == nil)
    #expect(files(folder).isEmpty, "nothing typed, nothing made")
    #expect(drafts.keep(["a": draft("một")], at: moment) == nil)
    #expect(drafts.keep(["a": draft("hai"), "b": draft("ba", venture: 2)], at: moment) == nil)
    #expect(files(folder).count == 2)
    for name in files(folder) {
      var status = stat()
      #expect(stat(folder + "/" + name, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
    var status = stat()
    #expect(stat(folder, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
    #expect(drafts.keep(["b": draft("ba", venture: 2)], at: moment) == nil)
    #expect(files(folder).count == 1)
    #expect(drafts.keep([:], at: moment) == nil)
    #expect(files(folder).isEmpty)
  }

  @Test("drafts of a running program are neither offered nor overwritten")
  func twoTerminals() throws {
    let folder = try CommandRunner().path("drafts")
    let first = DraftFolder(folder, owner: owner, random: 1)
    let second = DraftFolder(folder, owner: owner, random: 2)
    #expect(first.keep(["a": draft("của một")], at: moment) == nil)
    #expect(second.find().drafts.isEmpty)
    #expect(second.keep(["a": draft("của hai")], at: moment) == nil)
    #expect(files(folder).count == 2)
    #expect(second.keep([:], at: moment) == nil)
    first.abandon()
    #expect(second.find().drafts.map(\.draft) == [draft("của một")])
  }

  @Test("only one window gets a draft; it is gone when it is saved there")
  func claims() throws {
    let folder = try CommandRunner().path("drafts")
    leave(["a": draft("để lại")], in: folder, run: 1)
    let (first, second) = (
      DraftFolder(folder, owner: owner, random: 2), DraftFolder(folder, owner: owner, random: 3)
    )
    let kept = try #require(first.find().drafts.first)
    #expect(second.find().drafts == [kept])
    #expect(first.claim(kept))
    #expect(!second.claim(kept))
    #expect(!second.discard(kept))
    #expect(second.find().drafts.isEmpty)
    #expect(first.keep(["a": kept.draft], at: moment) == nil)
    #expect(files(folder).count == 1, "the old file is gone when the new one is there")
    #expect(first.keep([:], at: moment) == nil)
    #expect(files(folder).isEmpty)
  }

  @Test("a draft that was opened again and not written anew is offered again")
  func diesAfterClaim() throws {
    let folder = try CommandRunner().path("drafts")
    leave(["a": draft("để lại")], in: folder, run: 1)
    let first = DraftFolder(folder, owner: owner, random: 2)
    let kept = try #require(first.find().drafts.first)
    #expect(first.claim(kept))
    first.abandon()
    #expect(DraftFolder(folder, owner: owner, random: 3).find().drafts == [kept])
    #expect(first.discard(kept))
    #expect(files(folder).isEmpty)
  }

  @Test("a power cut leaves the old draft or a file that is put aside, never a wrong draft")
  func powerCut() throws {
    let folder = try CommandRunner().path("drafts")
    leave(["a": draft("lành"), "b": draft("hỏng", venture: 2)], in: folder, run: 1)
    let names = files(folder)
    let broken = try #require(
      names.first {
        (try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8))?.contains("hỏng") == true
      })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + broken))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: folder + "/" + broken))
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/" + names[0] + ".part"))
    let drafts = DraftFolder(folder, owner: owner, random: 2)
    let found = drafts.find()
    #expect(found.drafts.map(\.draft) == [draft("lành")])
    #expect(found.damaged == [broken])
    #expect(files(drafts.aside) == [broken])
    #expect(!files(folder).contains { $0.hasSuffix(".part") })
    #expect(drafts.find().damaged.isEmpty)
  }

  @Test("others' files, links and folders in the folder do no harm")
  func foreign() throws {
    let runner = try CommandRunner()
    let folder = runner.path("drafts")
    leave(["a": draft("của tôi")], in: folder, run: 1)
    let other = DraftFolder(
      folder, owner: DraftOwner(database: "/tmp/thu.db", user: "minh"), random: 9)
    #expect(other.keep(["a": draft("của minh")], at: moment) == nil)
    other.abandon()
    let prefix = KeptName.of(owner) + "-"
    try runner.write("bí mật", "x")
    symlink(runner.path("bí mật"), folder + "/\(prefix)1-1.json")
    mkdir(folder + "/\(prefix)2-2.json", 0o700)
    mkfifo(folder + "/\(prefix)3-3.json", 0o600)
    try Data(repeating: 0x20, count: DraftFolder.mostBytes + 1)
      .write(to: URL(fileURLWithPath: folder + "/\(prefix)4-4.json"))
    let found = DraftFolder(folder, owner: owner, random: 2).find()
    #expect(found.drafts.map(\.draft) == [draft("của tôi")])
    #expect(try runner.read("bí mật") == "x")
    #expect(
      files(folder).contains {
        $0.hasPrefix(
          KeptName.of(
            DraftOwner(database: "/tmp/thu.db", user: "minh")))
      })
  }

  @Test("a folder that cannot be written is told by its reason; the old draft stays")
  func troubles() throws {
    let runner = try CommandRunner()
    try runner.write("file", "x")
    let nowhere = DraftFolder(runner.path("file") + "/drafts", owner: owner, random: 1)
    #expect(nowhere.keep(["a": draft("x")], at: moment) == .system(ENOTDIR))
    #expect(nowhere.find().drafts.isEmpty)
    let folder = runner.path("drafts")
    let drafts = DraftFolder(folder, owner: owner, random: 2)
    #expect(drafts.keep(["a": draft("ngắn")], at: moment) == nil)
    let long = String(repeating: "a", count: DraftFolder.mostBytes)
    #expect(drafts.keep(["a": draft(long)], at: moment) == .tooLong)
    drafts.abandon()
    let again = DraftFolder(folder, owner: owner, random: 3)
    #expect(again.find().drafts.map(\.draft) == [draft("ngắn")])
  }
}
