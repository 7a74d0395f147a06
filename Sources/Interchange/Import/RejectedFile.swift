public import Incubation

extension ImportPlan {
  /// The file of refused rows, to be corrected and imported again: the columns of the original,
  /// then line, column and reason. With a byte order mark, so that Excel shows it rightly.
  ///
  /// - Parameter bytes: the file that the plan was made of.
  public func rejectedFile(of bytes: [UInt8], _ language: Language) -> [UInt8] {
    let writer = CSVWriter(delimiter: delimiter, byteOrderMark: true)
    var result = writer.prologue
    let headings = texts(of: bytes, at: headingOffset)
    let kept = Self.ownColumnsStart(in: headings)
    let own = language == .vietnamese ? Self.vietnameseHeadings : Self.englishHeadings
    writer.append(Array(headings[..<kept]) + own, to: &result)
    for row in refused {
      var cells = texts(of: bytes, at: row.byteOffset)
      // Surplus cells stay, ahead of the reason: they are what has to be corrected.
      if cells.count <= headings.count { cells = Array(cells.prefix(kept)) }
      while cells.count < kept { cells.append("") }
      var record = cells.map { CSVWriter.Cell.text($0) }
      record.append(.number(row.line))
      record.append(.text(row.column?.string ?? ""))
      record.append(.text(row.reason.words(language)))
      writer.append(record, to: &result)
    }
    return result
  }

  private func texts(of bytes: [UInt8], at byteOffset: Int) -> [String] {
    var reader = CSVReader(rereading: bytes, at: byteOffset, line: 1, delimiter: delimiter)
    guard let row = try? reader.next() else { return [] }
    return row.texts.map(FormulaGuard.unguarding)
  }

  /// Where our own columns begin in a file of refused rows that was refused once more.
  private static func ownColumnsStart(in headings: [String]) -> Int {
    let last = Array(headings.suffix(3))
    return last == vietnameseHeadings || last == englishHeadings
      ? headings.count - 3 : headings.count
  }

  private static let vietnameseHeadings = ["Dòng trong tệp", "Cột bị từ chối", "Lý do"]
  private static let englishHeadings = ["Line in the file", "Refused column", "Reason"]
}

/// Where refused rows go.
public enum RejectedFile {
  /// The path beside the file that was read: `danh-sach.csv` leaves `danh-sach.rejected.csv`.
  public static func path(for file: String) -> String {
    let isCSV = file.suffix(4).lowercased() == ".csv" && file.count > 4
    return (isCSV ? String(file.dropLast(4)) : file) + ".rejected.csv"
  }
}
