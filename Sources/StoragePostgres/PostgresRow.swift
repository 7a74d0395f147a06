import CPostgres
import Storage

/// One row of an answer. Columns come as text and are read by their type.
struct PostgresRow: SQLRow {
  /// Types of the server (pg_type.dat).
  private enum TypeCode {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
  }

  let result: PostgresResult
  var row: Int32

  func isNull(_ column: Int) -> Bool { cpg_is_null(result.handle, row, Int32(column)) != 0 }

  /// A boolean is 1 or 0. A number with a fraction is cut, and one beyond 64 bits is the nearest
  /// that fits (`sum` of 64-bit numbers is a longer type in PostgreSQL).
  func integer(_ column: Int) -> Int64 {
    let bytes = bytes(column)
    if type(column) == TypeCode.bool { return bytes.first == UInt8(ascii: "t") ? 1 : 0 }
    return Self.wholeNumber(bytes)
  }

  func text(_ column: Int) -> String {
    if type(column) == TypeCode.bool, !isNull(column) { return String(integer(column)) }
    if type(column) == TypeCode.bytea { return String(decoding: blob(column), as: UTF8.self) }
    return String(decoding: bytes(column), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8] {
    let bytes = bytes(column)
    guard type(column) == TypeCode.bytea else { return Array(bytes) }
    return Self.hexadecimal(bytes)
  }

  private func type(_ column: Int) -> UInt32 { cpg_column_type(result.handle, Int32(column)) }

  /// The column as the server wrote it; empty when it is NULL. Valid as long as the result.
  private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let length = Int(cpg_length(result.handle, row, Int32(column)))
    guard let start = cpg_value(result.handle, row, Int32(column)), length > 0 else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let raw = UnsafeRawBufferPointer(start: start, count: length)
    return raw.bindMemory(to: UInt8.self)
  }

  static func wholeNumber(_ bytes: some Collection<UInt8>) -> Int64 {
    var value: Int64 = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      guard (0x30...0x39).contains(byte) else { break }
      let digit = Int64(byte - 0x30)
      let (tens, overTens) = value.multipliedReportingOverflow(by: 10)
      let (sum, overSum) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      if overTens || overSum { return isNegative ? .min : .max }
      value = sum
    }
    return value
  }

  /// The bytes of `\x00ff…`, the form that the session asks for.
  static func hexadecimal(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard text.count >= 2 else { return [] }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 2 - 1)
    for place in stride(from: 2, to: text.count - 1, by: 2) {
      guard let high = Hexadecimal.digit(text[place]), let low = Hexadecimal.digit(text[place + 1])
      else { return [] }
      result.append(high << 4 | low)
    }
    return result
  }
}
