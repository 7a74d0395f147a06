import Glibc

/// Lists of C strings for libpq.
enum CStrings {
  /// Hands over two lists that end with NULL: names and values. They are valid during the call.
  static func withLists<T>(
    _ pairs: [(name: String, value: String)],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?) -> T
  ) -> T {
    let names = pairs.map { strdup($0.name) } + [nil]
    let values = pairs.map { strdup($0.value) } + [nil]
    defer { (names + values).forEach { free($0) } }
    let readOnlyNames = names.map { UnsafePointer($0) }
    let readOnlyValues = values.map { UnsafePointer($0) }
    return readOnlyNames.withUnsafeBufferPointer { first in
      readOnlyValues.withUnsafeBufferPointer { second in
        body(first.baseAddress, second.baseAddress)
      }
    }
  }
}
