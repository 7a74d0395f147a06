import Incubation

/// Writes the CSV files of a round, which hold exact numbers beside text.
struct JudgingTableWriter {
  enum Cell {
    /// Text, guarded against spreadsheet formulas.
    case text(String)
    /// A number in all its decimals; nil for an empty cell.
    case number(Rational?)
    /// What the program wrote itself, such as "-7.50".
    case plain(String)
  }

  private(set) var bytes: [UInt8] = []
  private let writer = CSVWriter()

  mutating func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(CSVDelimiter.comma.rawValue) }
      switch cell {
      case .text(""), .number(nil): break
      case .text(let text):
        writer.append([.text(text)], to: &bytes)
        bytes.removeLast(2)
      case .number(let number?): bytes.append(contentsOf: number.description.utf8)
      case .plain(let text): bytes.append(contentsOf: text.utf8)
      }
    }
    bytes.append(contentsOf: [CSVByte.carriageReturn, CSVByte.lineFeed])
  }
}
