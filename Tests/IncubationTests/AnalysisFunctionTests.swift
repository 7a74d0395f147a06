import Testing

@testable import Incubation

/// Values of R, scipy and Abramowitz and Stegun.
@Suite("Functions of statistics")
struct AnalysisFunctionTests {
  private func isExact(_ value: Double, _ expected: Double, _ relative: Double = 1e-12) -> Bool {
    abs(value - expected) <= relative * max(abs(expected), 1e-300)
  }

  @Test(
    "exponential",
    arguments: [
      (-700, 9.85967654375977e-305), (-30.5, 5.675685232632723e-14), (-1, 0.36787944117144233),
      (-1e-9, 0.999999999), (0, 1), (0.5, 1.6487212707001282), (1, 2.718281828459045),
      (20.25, 622_964_442.1984454), (700, 1.0142320547350045e304),
    ])
  func exponential(x: Double, expected: Double) {
    #expect(isExact(Elementary.exp(x), expected, 2e-15))
  }

  @Test(
    "logarithm",
    arguments: [
      (1e-300, -690.7755278982137), (1e-5, -11.512925464970229), (0.3, -1.2039728043259361),
      (0.9999999, -1.0000000494736474e-07), (1, 0), (1.0000001, 9.999999505838704e-08),
      (2, 0.6931471805599453), (10, 2.302585092994046), (12345.678, 9.421061321291832),
      (1e300, 690.7755278982137),
    ])
  func logarithm(x: Double, expected: Double) {
    #expect(isExact(Elementary.log(x), expected, 2e-15))
  }

  @Test("edges of exponential and logarithm")
  func edges() {
    #expect(Elementary.exp(1000) == .infinity)
    #expect(Elementary.exp(-1000) == 0)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(isExact(Elementary.log(.leastNonzeroMagnitude), -744.4400719213812, 2e-15))
  }

  @Test(
    "logarithm of gamma",
    arguments: [
      (0.1, 2.252712651734206), (0.5, 0.5723649429247), (1.5, -0.12078223763524526),
      (3, 0.6931471805599453), (10.5, 13.940625219403763), (123.4, 469.3360974421906),
      (5000.5, 37586.88488728106),
    ])
  func logGamma(x: Double, expected: Double) {
    #expect(isExact(Elementary.logGamma(x), expected))
  }

  @Test(
    "incomplete gamma",
    arguments: [
      (0.5, 0.2, 0.5270892568655381), (9.5, 15.38022, 0.04288349389596545),
      (1, 5.57143, 0.0038050353397427075), (100, 120, 0.027863739890520652),
      (3, 0.1, 0.9998453469297354),
    ])
  func incompleteGamma(a: Double, x: Double, expected: Double) {
    #expect(isExact(IncompleteGamma.upper(a, x), expected))
  }

  @Test(
    "incomplete beta",
    arguments: [
      (2.5, 3.5, 0.3, 0.29675298929566646), (0.5, 0.5, 0.01, 0.06376856085851985),
      (500, 4000, 0.11, 0.41077722518123033), (10, 0.5, 0.99, 0.6579281751567845),
      (10000, 20000, 0.334, 0.5972464229533355),
    ])
  func incompleteBeta(a: Double, b: Double, x: Double, expected: Double) {
    #expect(isExact(IncompleteBeta.lower(a, b, x, 1 - x), expected, 2e-11))
    #expect(isExact(1 - IncompleteBeta.lower(b, a, 1 - x, x), expected, 2e-11))
  }

  @Test("F distribution, the tail and the quantile")
  func fDistribution() {
    #expect(isExact(FDistribution.upper(3.5, 4.2, 9), 0.05357804772971286))
    #expect(isExact(FDistribution.upper(1.1, 999, 7992), 0.020408254245026895, 1e-10))
    #expect(isExact(FDistribution.quantile(0.975, 5, 15), 3.5764153492790607))
    #expect(isExact(FDistribution.quantile(0.975, 19, 39.746), 2.088757708843059))
    #expect(isExact(FDistribution.quantile(0.95, 8991, 999), 1.0822100053316903, 1e-10))
    #expect(isExact(FDistribution.quantile(0.025, 999, 7992), 0.9095865741223624, 1e-10))
    // Tables of Fisher and Yates.
    #expect(isNear(FDistribution.quantile(0.95, 1, 1), 161.4476, 5e-5))
    #expect(isNear(FDistribution.quantile(0.99, 10, 20), 3.368186, 5e-7))
  }

  @Test("t, normal and chi-square")
  func others() {
    #expect(isExact(StudentT.quantile(0.975, degrees: 10), 2.228138851986274))
    #expect(isExact(StudentT.quantile(0.025, degrees: 10), -2.228138851986274))
    #expect(isExact(StudentT.quantile(1 - 0.05 / 8, degrees: 6), 3.521222710509267))
    #expect(isExact(ChiSquare.upper(3.841458820694124, degrees: 1), 0.05))
    let normal = [
      (0.975, 1.959963984540054), (0.5, 0), (0.001, -3.090232306167813),
      (1e-10, -6.361340902404056), (0.25, -0.6744897501960817), (0.999999, 4.753424308817087),
    ]
    for (p, expected) in normal {
      #expect(isExact(NormalDistribution.quantile(p), expected, 1e-13))
    }
  }

  @Test("NIST NumAcc4: a mean of 10000000.2 and a deviation of 0.1")
  func numericalAccuracy() {
    let values = [10_000_000.2] + (0..<1000).map { $0 % 2 == 0 ? 10_000_000.1 : 10_000_000.3 }
    #expect(isNear(Moments.mean(values), 10_000_000.2, 1e-8))
    #expect(isNear(Moments.variance(values)?.squareRoot(), 0.1, 1e-9))
  }

  @Test("NIST Grubbs: one outlier of eight")
  func grubbs() throws {
    let values = [199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57]
    let test = try #require(GrubbsTest.upper(values, level: 0.05))
    #expect(isNear(test.statistic, 2.468765))
    #expect(isNear(test.critical, 2.031652))
    let report = JudgingAnalysis.analyse(try AnalysisVectors.sheets([values]))
    #expect(report.outliers.map(\.judge) == ["j8"])
    #expect(report.outliers.map(\.value) == [245.57])
    #expect(isNear(report.outliers.first?.expected, 201.37, 1e-9))
    #expect(GrubbsTest.upper([1, 1, 1], level: 0.05) == nil)
  }

  @Test("Cholesky solves and inverts")
  func cholesky() throws {
    var random = SeededRandom(seed: 3)
    for size in [1, 2, 7, 8, 9, 20] {
      var matrix = SymmetricMatrix(size: size)
      let roots = (0..<(size * size)).map { _ in Double(random.number(-9...9)) }
      for row in 0..<size {
        for column in 0..<size {
          matrix[row, column] = (0..<size).reduce(row == column ? 1 : 0) {
            $0 + roots[row * size + $1] * roots[column * size + $1]
          }
        }
      }
      let factor = try #require(matrix.factored())
      let inverse = factor.inverse()
      for (index, value) in factor.inverseDiagonal().enumerated() {
        #expect(isNear(value, inverse[index, index], 1e-9), "size \(size)")
      }
      let solution = (0..<size).map { Double($0) - 2 }
      let right = (0..<size).map { row in
        (0..<size).reduce(0) { $0 + matrix[row, $1] * solution[$1] }
      }
      for (found, expected) in zip(factor.solve(right), solution) {
        #expect(isNear(found, expected, 1e-7), "size \(size)")
      }
    }
    #expect(SymmetricMatrix(size: 2).factored() == nil)
  }
}
