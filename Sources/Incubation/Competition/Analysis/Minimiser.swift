/// The least value of a smooth function of one or two numbers: downhill simplex (Nelder and Mead
/// 1965), then a few steps of Newton by differences, which give the last digits.
enum Minimiser {
  /// Where the function is least, from a start.
  static func minimum(from start: [Double], _ body: ([Double]) -> Double) -> [Double] {
    let first = simplex(start, 0.5, body)
    var point = simplex(first, 0.05, body)
    for _ in 0..<4 {
      guard let next = newton(point, body), body(next) <= body(point) + 1e-9 else { break }
      point = next
    }
    return point
  }

  private static func simplex(
    _ start: [Double], _ step: Double, _ body: ([Double]) -> Double
  ) -> [Double] {
    var corners = [(start, body(start))]
    for axis in start.indices {
      var corner = start
      corner[axis] += step
      corners.append((corner, body(corner)))
    }
    for _ in 0..<300 {
      corners.sort { $0.1 < $1.1 }
      guard let best = corners.first, let worst = corners.last,
        worst.1 - best.1 > 1e-12 * (1 + abs(best.1))
      else { break }
      let middle = start.indices.map { axis in
        corners.dropLast().reduce(0) { $0 + $1.0[axis] } / Double(start.count)
      }
      func along(_ share: Double) -> ([Double], Double) {
        let point = zip(middle, worst.0).map { $0 + share * ($1 - $0) }
        return (point, body(point))
      }
      let last = corners.count - 1
      let reflected = along(-1)
      if reflected.1 < best.1 {
        let expanded = along(-2)
        corners[last] = expanded.1 < reflected.1 ? expanded : reflected
      } else if reflected.1 < corners[last - 1].1 {
        corners[last] = reflected
      } else {
        let contracted = along(reflected.1 < worst.1 ? -0.5 : 0.5)
        if contracted.1 < min(reflected.1, worst.1) {
          corners[last] = contracted
        } else {
          corners = corners.map { corner in
            let point = zip(best.0, corner.0).map { $0 + 0.5 * ($1 - $0) }
            return (point, body(point))
          }
        }
      }
    }
    return corners.min { $0.1 < $1.1 }?.0 ?? start
  }

  /// One step of Newton; nil where the function is not curved upwards.
  private static func newton(_ point: [Double], _ body: ([Double]) -> Double) -> [Double]? {
    let steps = point.map { 1e-3 * max(0.1, abs($0)) }
    func value(_ moves: [Double]) -> Double {
      body(zip(point, zip(moves, steps)).map { $0 + $1.0 * $1.1 })
    }
    let here = body(point)
    func moves(_ axis: Int, _ size: Double) -> [Double] {
      point.indices.map { $0 == axis ? size : 0 }
    }
    var slopes: [Double] = []
    var curves: [Double] = []
    for axis in point.indices {
      let (up, down) = (value(moves(axis, 1)), value(moves(axis, -1)))
      let (far, near) = (value(moves(axis, 2)), value(moves(axis, -2)))
      slopes.append((8 * (up - down) - (far - near)) / (12 * steps[axis]))
      curves.append((up - 2 * here + down) / (steps[axis] * steps[axis]))
    }
    if point.count == 1 { return curves[0] > 0 ? [point[0] - slopes[0] / curves[0]] : nil }
    let mixed =
      (value([1, 1]) - value([1, -1]) - value([-1, 1]) + value([-1, -1]))
      / (4 * steps[0] * steps[1])
    let determinant = curves[0] * curves[1] - mixed * mixed
    guard curves[0] > 0, determinant > 0 else { return nil }
    return [
      point[0] - (curves[1] * slopes[0] - mixed * slopes[1]) / determinant,
      point[1] - (curves[0] * slopes[1] - mixed * slopes[0]) / determinant,
    ]
  }
}
