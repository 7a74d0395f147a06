import Glibc

/// The clock that all figures are taken with, in milliseconds.
enum Clock {
  static var milliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  static func pause(milliseconds: Double) { usleep(UInt32(milliseconds * 1e3)) }
}

/// What was measured again and again.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  /// A percentile by nearest rank: always a value that was seen; NaN when nothing was.
  func percentile(_ percent: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let rank = Int((percent / 100 * Double(values.count)).rounded(.up))
    return values.sorted()[max(1, rank) - 1]
  }

  var median: Double { percentile(50) }
  var p95: Double { percentile(95) }
  var most: Double { values.max() ?? .nan }
}

/// Pauses of no fixed rhythm, the same on every run, so that no timer falls in step with the keys.
struct Pauses {
  private var state: UInt64 = 20_200_915

  mutating func next(from least: Double, to most: Double) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return least + (most - least) * Double(state >> 40) / Double(1 << 24)
  }
}
