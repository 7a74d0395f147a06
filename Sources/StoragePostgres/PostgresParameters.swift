import CPostgres
import Storage

/// The values of one statement as libpq takes them: one run of bytes and where each value begins.
/// Numbers go as 64 bits, texts and blobs as their bytes with a length, so that no byte of a value
/// is ever read as anything else.
struct PostgresParameters {
  /// Types of the server (pg_type.dat): 0 lets the server find out.
  enum TypeCode {
    static let unknown: UInt32 = 0
    static let bytea: UInt32 = 17
    static let int8: UInt32 = 20
    static let text: UInt32 = 25
  }

  private(set) var types: [UInt32] = []
  private var bytes: [UInt8] = []
  private var offsets: [Int] = []
  private var lengths: [Int32] = []

  /// How many bytes the values take.
  var size: Int { bytes.count }

  /// `columns` gives the type of a NULL where other rows have shown it.
  init(_ values: [SQLValue], columns: [UInt32] = []) throws(PostgresFailure) {
    types.reserveCapacity(values.count)
    for (place, value) in values.enumerated() {
      let known = place < columns.count ? columns[place] : TypeCode.unknown
      types.append(value == .null ? known : Self.type(of: value))
      append(value)
    }
    guard bytes.count < Int(Int32.max) / 2, values.count < 65_536 else {
      throw .misuse("Too many or too large values for one statement.")
    }
  }

  private mutating func append(_ value: SQLValue) {
    let start = bytes.count
    switch value {
    case .null:
      offsets.append(-1)
      lengths.append(0)
      return
    case .integer(let number):
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .blob(let blob): bytes.append(contentsOf: blob)
    }
    offsets.append(start)
    lengths.append(Int32(bytes.count - start))
  }

  static func type(of value: SQLValue) -> UInt32 {
    switch value {
    case .null: return TypeCode.unknown
    case .integer: return TypeCode.int8
    case .text: return TypeCode.text
    case .blob: return TypeCode.bytea
    }
  }

  /// The pointers that libpq wants, valid during the call: values, lengths, formats (all binary).
  func withPointers<T>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?)
      -> T
  ) -> T {
    // One byte more, so that an empty value has an address: NULL means NULL.
    (bytes + [0]).withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = offsets.map { offset in offset < 0 ? nil : start.map { $0 + offset } }
      let formats = [Int32](repeating: 1, count: offsets.count)
      return pointers.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
