/// The new moons and the course of the sun, as far as a lunar calendar needs them.
///
/// Hồ Ngọc Đức, "Thuật toán tính âm lịch" (informatik.uni-leipzig.de/~duc/amlich/calrules.html),
/// after Jean Meeus, "Astronomical Algorithms", 1998: good to about a minute of time.
enum MoonAndSun {
  /// The days between two new moons, on average.
  static let synodicMonth = 29.530588853
  /// The Julian day number of 1970-01-01.
  static let julianEpoch = 2_440_588

  /// The day, counted from 1970-01-01, on which the new moon with this number falls; number 0 is
  /// that of 1 January 1900.
  ///
  /// - Parameter zone: hours that the clocks are ahead of UTC.
  static func newMoonDay(_ number: Int, zone: Int) -> Int {
    let moment = newMoon(Double(number)) + 0.5 + Double(zone) / 24
    return Int(moment.rounded(.down)) - julianEpoch
  }

  /// The number of the new moon that is nearest to a day, or one beside it.
  static func number(near day: Int) -> Int {
    let days = Double(day + julianEpoch) - 2_415_021.076998695
    return Int((days / synodicMonth + 0.5).rounded(.down))
  }

  /// The twelfth of the sun's yearly course, 0 to 11 from the spring equinox on, in which the sun
  /// stands when the day begins.
  static func solarTerm(onDay day: Int, zone: Int) -> Int {
    let julian = Double(day + julianEpoch) - 0.5 - Double(zone) / 24
    return Int((sunLongitude(julian) / 30).rounded(.down))
  }

  /// The moment of a new moon as a Julian date.
  private static func newMoon(_ number: Double) -> Double {
    let t = number / 1_236.85
    let (t2, t3) = (t * t, t * t * t)
    let mean =
      2_415_020.75933 + 29.53058868 * number + 0.0001178 * t2 - 0.000000155 * t3
      + 0.00033 * Sine.ofDegrees(166.56 + 132.87 * t - 0.009173 * t2)
    let sun = 359.2242 + 29.10535608 * number - 0.0000333 * t2 - 0.00000347 * t3
    let moon = 306.0253 + 385.81691806 * number + 0.0107306 * t2 + 0.00001236 * t3
    let node = 21.2964 + 390.67050646 * number - 0.0016528 * t2 - 0.00000239 * t3
    // Dynamical time minus universal time, in days; from 1900 on.
    let delta = -0.000278 + 0.000265 * t + 0.000262 * t2
    return mean + correction(t, sun: sun, moon: moon, node: node) - delta
  }

  private static func correction(
    _ t: Double, sun: Double, moon: Double, node: Double
  ) -> Double {
    let terms: [(Double, Double)] = [
      (0.1734 - 0.000393 * t, sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon),
      (-0.0004, 3 * moon), (0.0104, 2 * node), (-0.0051, sun + moon), (-0.0074, sun - moon),
      (0.0004, 2 * node + sun), (-0.0004, 2 * node - sun), (-0.0006, 2 * node + moon),
      (0.0010, 2 * node - moon), (0.0005, 2 * moon + sun),
    ]
    return terms.reduce(0) { $0 + $1.0 * Sine.ofDegrees($1.1) }
  }

  /// The ecliptic longitude of the sun in degrees, 0 up to 360.
  private static func sunLongitude(_ julian: Double) -> Double {
    let t = (julian - 2_451_545) / 36_525
    let t2 = t * t
    let anomaly = 357.52910 + 35_999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2
    let mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t2
    let centre =
      (1.914600 - 0.004817 * t - 0.000014 * t2) * Sine.ofDegrees(anomaly)
      + (0.019993 - 0.000101 * t) * Sine.ofDegrees(2 * anomaly)
      + 0.000290 * Sine.ofDegrees(3 * anomaly)
    let longitude = mean + centre
    return longitude - 360 * (longitude / 360).rounded(.down)
  }
}
