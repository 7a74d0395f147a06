/// A symmetric positive definite matrix, factored by Cholesky: the systems of normal equations.
struct SymmetricMatrix {
  /// Rows.
  let size: Int
  /// Row by row; only the lower half matters.
  var cells: [Double]

  /// All zeros.
  init(size: Int) {
    self.size = size
    cells = [Double](repeating: 0, count: size * size)
  }

  /// One cell.
  subscript(row: Int, column: Int) -> Double {
    get { cells[row * size + column] }
    set { cells[row * size + column] = newValue }
  }

  /// The lower triangle L with L Lᵀ = the matrix; nil when it is not positive definite.
  func factored() -> Factor? {
    var lower = cells
    let size = size
    let isPositive = lower.withUnsafeMutableBufferPointer { cells -> Bool in
      guard let base = cells.baseAddress else { return true }
      for row in 0..<size {
        for column in 0...row {
          let sum = VectorKernel.dot(base + row * size, base + column * size, column)
          let rest = base[row * size + column] - sum
          if row != column {
            base[row * size + column] = rest / base[column * size + column]
          } else if rest > 1e-13 * abs(base[row * size + column]) {
            base[row * size + row] = rest.squareRoot()
          } else {
            return false
          }
        }
      }
      return true
    }
    return isPositive ? Factor(size: size, lower: lower) : nil
  }

  /// The factor of a symmetric matrix.
  struct Factor {
    fileprivate let size: Int
    fileprivate let lower: [Double]

    /// The logarithm of the determinant of the matrix.
    var logDeterminant: Double {
      (0..<size).reduce(0) { $0 + 2 * Elementary.log(lower[$1 * size + $1]) }
    }

    /// The solution of the system with a right side.
    func solve(_ right: [Double]) -> [Double] {
      var result = right
      for row in 0..<size {
        var sum = result[row]
        for column in 0..<row { sum -= lower[row * size + column] * result[column] }
        result[row] = sum / lower[row * size + row]
      }
      for row in stride(from: size - 1, through: 0, by: -1) {
        let value = result[row] / lower[row * size + row]
        result[row] = value
        for column in 0..<row { result[column] -= lower[row * size + column] * value }
      }
      return result
    }

    /// The inverse of the matrix, whole.
    func inverse() -> SymmetricMatrix {
      var result = SymmetricMatrix(size: size)
      var unit = [Double](repeating: 0, count: size)
      for column in 0..<size {
        unit[column] = 1
        let solved = solve(unit)
        unit[column] = 0
        for row in 0..<size { result[row, column] = solved[row] }
      }
      return result
    }

    /// The diagonal of the inverse: squared columns of the inverse of L.
    func inverseDiagonal() -> [Double] {
      var result = [Double](repeating: 0, count: size)
      var solution = [Double](repeating: 0, count: size)
      let size = size
      lower.withUnsafeBufferPointer { cells in
        solution.withUnsafeMutableBufferPointer { solution in
          guard let base = cells.baseAddress, let x = solution.baseAddress else { return }
          for column in 0..<size {
            x[column] = 1 / base[column * size + column]
            var sum = x[column] * x[column]
            for row in (column + 1)..<max(size, column + 1) {
              let part = VectorKernel.dot(
                base + row * size + column, x + column, row - column)
              x[row] = -part / base[row * size + row]
              sum += x[row] * x[row]
            }
            result[column] = sum
          }
        }
      }
      return result
    }
  }
}

/// The inner loop of everything here.
enum VectorKernel {
  /// The sum of products of two vectors, in eight sums at once; the order is always the same.
  static func dot(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    var sums = SIMD8<Double>.zero
    let (a, b) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
    var index = 0
    while index + 8 <= count {
      let offset = index * MemoryLayout<Double>.stride
      sums +=
        a.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
        * b.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
      index += 8
    }
    var sum = sums.sum()
    while index < count {
      sum += left[index] * right[index]
      index += 1
    }
    return sum
  }
}
