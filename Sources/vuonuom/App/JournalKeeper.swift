import DashboardKit
import Foundation
import Incubation
import Storage

/// Finds the journals of a judge on this machine.
enum JournalKeeper {
  /// The journals of the user; nil for one who scores nothing, and where none can be written: then
  /// scores go to the database without one.
  ///
  /// - Parameter folder: where the journals are.
  static func open(
    _ desk: Desk, in folder: String, to judging: any JudgingPort
  ) -> ScoreJournals? {
    guard desk.session.user.may(.scoreEntries) else { return nil }
    let (login, database) = (desk.session.user.login, desk.database)
    guard
      let found = try? Blocking.run({
        await JournalFile.free(in: folder, login: login, database: database)
      }), let own = found.own
    else { return nil }
    return ScoreJournals(
      own: ScoreOutbox(own, to: judging),
      left: found.left.map { ScoreOutbox($0, to: judging) }, device: device)
  }

  /// The ports with a judge's journals. The journal of a database that no later start opens again
  /// goes with it.
  static func services(
    _ desk: Desk, over database: any SQLDatabase, isKept: Bool = true
  ) -> Services {
    let stores = Stores.over(database)
    let folder = isKept ? Places.state : (desk.database as NSString).deletingLastPathComponent
    return Services(
      stores: stores, session: desk.session,
      journals: open(desk, in: folder, to: stores.judging))
  }

  /// What is said at the start about scores that an earlier run could not send; nil for nothing.
  static func words(_ left: Int) -> Words? {
    if left == 0 { return nil }
    return Words(
      vietnamese: "Máy này còn \(left) điểm chưa gửi từ lần trước; mở «Phiếu của tôi» để gửi.",
      english: "This machine holds \(left) scores not sent last time; \"My sheets\" sends them.")
  }

  /// The name of this machine, without its domain.
  private static var device: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    let bytes = name.prefix { $0 != 0 && $0 != 0x2E }.map { UInt8(bitPattern: $0) }
    return SafeText(escaping: String(decoding: bytes, as: UTF8.self)).string
  }
}
