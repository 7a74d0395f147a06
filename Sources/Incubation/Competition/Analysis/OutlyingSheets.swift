/// Sheets far from the others of the same entry.
enum OutlyingSheets {
  /// How many deviations are far.
  static let distance = 3.0
  /// The median absolute deviation of a normal distribution, turned into its standard deviation.
  static let normalScale = 1.4826

  /// Sheets further than three scaled median absolute deviations from the median of their entry,
  /// which needs three sheets. The deviation of a small panel is chance itself, so it counts at
  /// least as the typical one of the round. Where there is none, because most judges agree, a
  /// sheet is far at a quarter of the range of all totals.
  static func find(_ design: SheetDesign) -> [(row: Int, sheet: Int, expected: Double)] {
    let panels = (0..<design.rowCount).map { design.sheets(of: $0) }
    let middles = panels.map { Moments.median(Array(design.values[$0])) ?? 0 }
    var deviations: [[Double]] = []
    for (panel, middle) in zip(panels, middles) {
      deviations.append(panel.count > 2 ? panel.map { abs(design.values[$0] - middle) } : [])
    }
    let typical = Moments.median(deviations.flatMap { $0 }) ?? 0
    let range = (design.values.max() ?? 0) - (design.values.min() ?? 0)
    var found: [(row: Int, sheet: Int, expected: Double)] = []
    for row in panels.indices where panels[row].count > 2 {
      let own = Moments.median(deviations[row]) ?? 0
      let limit = own > 0 ? distance * normalScale * max(own, typical) : range / 4
      guard limit > 0 else { continue }
      for (place, sheet) in panels[row].enumerated() where deviations[row][place] > limit {
        found.append((row, sheet, middles[row]))
      }
    }
    return found
  }
}
