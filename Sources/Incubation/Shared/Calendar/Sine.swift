/// The sine of an angle in degrees, without the mathematics library of a system, so that every
/// machine computes the same calendar.
enum Sine {
  /// The sine, within 4 · 10⁻¹⁵ for angles up to some millions of degrees.
  static func ofDegrees(_ degrees: Double) -> Double {
    var angle = degrees.remainder(dividingBy: 360)
    if angle > 90 { angle = 180 - angle } else if angle < -90 { angle = -180 - angle }
    let radians = angle * (Double.pi / 180)
    let square = radians * radians
    // The Taylor series up to the 21st power, innermost term first.
    var sum = 1.0
    for power in stride(from: 20.0, through: 2.0, by: -2.0) {
      sum = 1 - square / (power * (power + 1)) * sum
    }
    return radians * sum
  }
}
