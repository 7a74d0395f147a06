/// Small charts of one row of cells. Each has a ladder of blocks and one of plain ASCII; the
/// number always stands beside a chart in words.
enum Chart {
  /// What a chart is drawn with.
  enum Ladder: Sendable {
    /// Eighths of a block.
    case blocks
    /// Letters that every terminal has.
    case ascii

    /// From the least to a full cell, for bars that grow to the right.
    var across: [Character] {
      switch self {
      case .blocks: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
      case .ascii: ["-", "#"]
      }
    }

    /// From the least to a full cell, for columns that grow upwards.
    var upwards: [Character] {
      switch self {
      case .blocks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
      case .ascii: [".", ":", "+", "#"]
      }
    }
  }

  /// A bar for a part of a whole, at most `width` cells. A part that is not nothing shows at
  /// least the least step; one greater than the whole fills the width.
  static func bar(_ value: Int, of whole: Int, width: Int, _ ladder: Ladder = .blocks) -> String {
    guard value > 0, whole > 0, width > 0 else { return "" }
    let steps = ladder.across.count
    let all = width * steps
    let filled = max(1, min(all, (min(value, whole) * all + whole / 2) / whole))
    var bar = String(repeating: ladder.across[steps - 1], count: filled / steps)
    if filled % steps > 0 { bar.append(ladder.across[filled % steps - 1]) }
    return bar
  }

  /// A column of one cell for each value, the greatest of them full; nothing is a blank for the
  /// blocks and a point for ASCII, so that it is seen to be there.
  static func columns(_ values: [Int], _ ladder: Ladder = .blocks) -> String {
    guard let most = values.max(), most > 0 else {
      return String(repeating: ladder.upwards[0], count: values.count)
    }
    let steps = ladder.upwards.count
    return String(
      values.map { value in
        let step = (max(0, value) * (steps - 1) + most / 2) / most
        return ladder.upwards[min(steps - 1, step)]
      })
  }
}
