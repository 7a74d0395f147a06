import Foundation
import Incubation
import Storage

/// The only place where the real time and randomness enter the program.
enum RealWorld {
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  static func random() -> UInt64 { UInt64.random(in: .min ... .max) }

  /// The session of a user: on a demo database every clock shows the demo's own day.
  static func session(
    _ user: User, profile: DatabaseProfile, today override: LocalDate?
  ) -> Session {
    let shownDay = override ?? profile.demoToday
    let isDemo = profile.demoToday != nil
    return Session(
      user: user,
      now: {
        let real = now()
        guard isDemo, let shownDay else { return real }
        let shift = Int64(shownDay.days(since: real.localDate)) * 86_400_000
        return Timestamp(milliseconds: real.milliseconds + shift)
      }, random: random, today: { shownDay ?? now().localDate })
  }
}
