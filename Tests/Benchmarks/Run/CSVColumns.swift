import Glibc

/// Takes some columns of a CSV file over into another, for an import has bounds that an export of
/// everything exceeds: 100,000 rows and 20 MB.
enum CSVColumns {
  /// Columns that a clerk's list has, by their headings.
  static let ofList: Set<String> = [
    "Mã hồ sơ", "Tên hồ sơ", "Quy trình", "Giai đoạn", "Lĩnh vực", "Người đại diện", "Năm sinh",
    "Điện thoại", "Địa bàn", "Hạn bước tiếp theo",
  ]

  /// Writes the wanted columns of the header and of so many rows.
  ///
  /// - Throws: `Trouble` when a file cannot be read or written, or has fewer rows.
  static func copy(
    _ wanted: Set<String>, rows: Int, from source: String, to target: String
  ) throws {
    guard let file = fopen(source, "r") else { throw Trouble("cannot read \(source)") }
    defer { fclose(file) }
    guard let result = fopen(target, "w") else { throw Trouble("cannot write \(target)") }
    defer { fclose(result) }
    var kept: Set<Int> = []
    for row in 0...rows {
      let cells = record(file)
      guard cells.count > 1 else { throw Trouble("\(source) has \(row) rows only") }
      if row == 0 {
        let headings = cells.map { String(decoding: $0, as: UTF8.self) }
        kept = Set(headings.indices.filter { wanted.contains(headings[$0]) })
      }
      let chosen = cells.indices.filter(kept.contains).map { cells[$0] }
      let line = chosen.joined(separator: [UInt8(ascii: ",")]) + Array("\r\n".utf8)
      fwrite(line, 1, line.count, result)
    }
  }

  /// The cells of the next record as they are written, quotes and all.
  private static func record(_ file: UnsafeMutablePointer<FILE>) -> [[UInt8]] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    while case let next = getc_unlocked(file), next != EOF {
      let byte = UInt8(truncatingIfNeeded: next)
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "\n") { break }
      if !isQuoted, byte == UInt8(ascii: "\r") { continue }
      if !isQuoted, byte == UInt8(ascii: ",") {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    return cells
  }
}
