@testable import Incubation

/// Published tables whose answers are known.
enum AnalysisVectors {
  /// Six targets by four judges: Shrout and Fleiss 1979, table 2.
  static let shroutFleiss: [[Double?]] = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ]

  /// Twenty subjects by three raters: `anxiety` of the R package irr.
  static let anxiety: [[Double?]] = turned([
    [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
    [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
    [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
  ])

  /// Four catalysts in four batches, one missing in each: Montgomery, balanced incomplete blocks.
  static let catalysts: [[Double?]] = [
    [73, 74, nil, 71], [nil, 75, 67, 72], [73, 75, 68, nil], [75, nil, 72, 75],
  ]

  /// 24 plates by 6 samples: `Penicillin` of the R package lme4.
  static let penicillin: [[Double?]] = [
    [27, 23, 26, 23, 23, 21], [27, 23, 26, 23, 23, 21], [25, 21, 25, 24, 24, 20],
    [26, 23, 25, 23, 23, 20], [25, 22, 26, 22, 23, 20], [24, 22, 25, 23, 22, 19],
    [24, 20, 23, 21, 22, 19], [26, 22, 26, 24, 24, 21], [24, 21, 24, 22, 22, 20],
    [24, 21, 24, 23, 22, 19], [26, 23, 26, 24, 24, 21], [25, 22, 26, 24, 24, 20],
    [26, 24, 26, 24, 25, 22], [26, 23, 26, 23, 23, 20], [26, 23, 25, 24, 24, 22],
    [25, 22, 25, 23, 23, 20], [25, 21, 24, 23, 23, 20], [25, 22, 24, 23, 23, 19],
    [24, 21, 23, 21, 21, 19], [26, 23, 26, 24, 24, 21], [25, 21, 24, 22, 22, 18],
    [25, 22, 25, 22, 22, 20], [24, 21, 24, 22, 24, 19], [24, 21, 24, 22, 21, 18],
  ]

  /// Twelve units by four observers: Krippendorff, Computing alpha-reliability, section E.
  static let krippendorff: [[Double?]] = turned([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ])

  /// Ten objects ranked by three judges with ties: Siegel and Castellan.
  static let tiedRanks: [[Double?]] = turned([
    [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10], [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
    [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
  ])

  /// 22 players by three ways to round first base: `RoundingTimes` of R's `friedman.test`
  /// (Hollander and Wolfe 1973); rows are judges of the three ways.
  static let roundingTimes: [[Double?]] = turned([
    [5.40, 5.50, 5.55], [5.85, 5.70, 5.75], [5.20, 5.60, 5.50], [5.55, 5.50, 5.40],
    [5.90, 5.85, 5.70], [5.45, 5.55, 5.60], [5.40, 5.40, 5.35], [5.45, 5.50, 5.35],
    [5.25, 5.15, 5.00], [5.85, 5.80, 5.70], [5.25, 5.20, 5.10], [5.65, 5.55, 5.45],
    [5.60, 5.35, 5.45], [5.05, 5.00, 4.95], [5.50, 5.50, 5.40], [5.45, 5.55, 5.50],
    [5.55, 5.55, 5.35], [5.45, 5.50, 5.55], [5.50, 5.45, 5.25], [5.65, 5.60, 5.40],
    [5.70, 5.65, 5.55], [6.30, 6.30, 6.25],
  ])

  /// Rows and columns exchanged.
  static func turned(_ rows: [[Double?]]) -> [[Double?]] {
    (rows.first ?? []).indices.map { column in rows.map { $0[column] } }
  }

  /// Totals with entries "e1"... and judges "j1"...
  static func sheets(_ rows: [[Double?]], judges: Int? = nil) throws -> SheetTotals {
    let width = rows.first?.count ?? judges ?? 0
    return try SheetTotals(
      entries: rows.indices.map { "e\($0 + 1)" }, judges: (0..<width).map { "j\($0 + 1)" },
      totals: rows.flatMap { $0 })
  }

  /// The design of a table.
  static func design(_ rows: [[Double?]]) throws -> SheetDesign { SheetDesign(try sheets(rows)) }

  /// Random totals of a panel: entries and judges differ, some sheets are missing.
  static func random(
    _ random: inout SeededRandom, entries: Int, judges: Int, missing: Int = 0
  ) -> [[Double?]] {
    let mildness = (0..<judges).map { _ in Double(random.number(-40...40)) / 4 }
    return (0..<entries).map { _ in
      let level = Double(random.number(160...320)) / 4
      return (0..<judges).map { judge in
        let isMissing = missing > 0 && random.number(0...99) < missing
        return isMissing ? nil : level + mildness[judge] + Double(random.number(-30...30)) / 4
      }
    }
  }
}

/// Whether a figure is the known one to a number of decimals.
func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 5e-7) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance
}
