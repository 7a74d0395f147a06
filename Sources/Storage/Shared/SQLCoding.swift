import Incubation

extension SQLValue {
  static func id<Entity>(_ id: Identifier<Entity>) -> SQLValue { .blob(id.bytes) }
  static func id<Entity>(_ id: Identifier<Entity>?) -> SQLValue {
    id.map { .blob($0.bytes) } ?? .null
  }
  static func text(_ text: SafeText) -> SQLValue { .text(text.string) }
  static func text(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
  static func integer(_ number: Int) -> SQLValue { .integer(Int64(number)) }
  static func integer(_ number: Int?) -> SQLValue { number.map { .integer(Int64($0)) } ?? .null }
  static func day(_ day: LocalDate?) -> SQLValue { .integer(day?.dayNumber) }
}

/// Reads the columns of a row one after the other.
struct RowReader {
  private let row: any SQLRow
  private(set) var column: Int

  init(_ row: any SQLRow, from column: Int = 0) {
    self.row = row
    self.column = column
  }

  private mutating func next() -> Int {
    defer { column += 1 }
    return column
  }

  mutating func int() -> Int { Int(row.integer(next())) }
  mutating func int64() -> Int64 { row.integer(next()) }
  mutating func string() -> String { row.text(next()) }
  mutating func safe() -> SafeText { SafeText(escaping: row.text(next())) }

  mutating func optionalInt() -> Int? {
    let column = next()
    return row.isNull(column) ? nil : Int(row.integer(column))
  }

  mutating func optionalString() -> String? {
    let column = next()
    return row.isNull(column) ? nil : row.text(column)
  }

  mutating func day() -> LocalDate { LocalDate(dayNumber: int()) }
  mutating func optionalDay() -> LocalDate? { optionalInt().map(LocalDate.init(dayNumber:)) }

  /// An identity that the schema says is there.
  ///
  /// - Throws: `StorageError.engine` when the stored bytes are no identity.
  mutating func id<Entity>(_: Entity.Type = Entity.self) throws -> Identifier<Entity> {
    let bytes = row.blob(next())
    guard let id = Identifier<Entity>(bytes: bytes) else {
      throw StorageError.engine(code: "id", message: "\(bytes.count) bytes where 16 were stored")
    }
    return id
  }

  mutating func optionalID<Entity>(_: Entity.Type = Entity.self) throws -> Identifier<Entity>? {
    let column = next()
    return row.isNull(column) ? nil : Identifier<Entity>(bytes: row.blob(column))
  }

  /// A value of a closed list.
  ///
  /// - Throws: `StorageError.engine` when the stored text is none of them.
  mutating func choice<T: RawRepresentable>(_: T.Type = T.self) throws -> T
  where T.RawValue == String {
    let text = string()
    guard let value = T(rawValue: text) else {
      throw StorageError.engine(code: "choice", message: "\(T.self) does not know \(text)")
    }
    return value
  }
}
