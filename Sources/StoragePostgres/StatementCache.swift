/// The statements that one connection has seen, at most so many, the oldest forgotten first.
///
/// A statement is translated once. It is prepared on the server when it comes a second time, so
/// that what runs once (a migration) costs no round trip more.
struct StatementCache {
  /// A statement in the server's form.
  struct Statement {
    var sql: String
    var count: Int
    var isScript: Bool
    /// How often it was used.
    var uses = 0
    fileprivate var name: String?
    fileprivate var lastUse = 0
  }

  /// The types belong to it: the server prepares a statement for types.
  private struct Key: Hashable {
    var sql: String
    var types: [UInt32]
  }

  private let capacity: Int
  private var statements: [Key: Statement] = [:]
  private var clock = 0
  private var names = 0
  /// Names that the server knows and the cache has dropped.
  private var forgotten: [String] = []

  init(capacity: Int) { self.capacity = capacity }

  /// How many statements are remembered.
  var count: Int { statements.count }

  /// The statement, with this use counted.
  mutating func use(_ sql: String, types: [UInt32]) -> Statement {
    clock += 1
    let key = Key(sql: sql, types: types)
    var statement = statements[key] ?? Self.translate(sql)
    statement.uses += 1
    statement.lastUse = clock
    if statements[key] == nil, statements.count >= capacity { forgetOldest() }
    statements[key] = statement
    return statement
  }

  private static func translate(_ sql: String) -> Statement {
    let translated = PlaceholderTranslator(sql)
    return Statement(
      sql: translated.sql, count: translated.count, isScript: translated.isScript)
  }

  private mutating func forgetOldest() {
    guard let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
    if let name = oldest.value.name { forgotten.append(name) }
    statements[oldest.key] = nil
  }

  /// Under which name the server has it; nil when it is not prepared.
  func preparedName(_ sql: String, types: [UInt32]) -> String? {
    statements[Key(sql: sql, types: types)]?.name
  }

  /// The names that the server is to forget, once.
  mutating func evict() -> [String] {
    defer { forgotten = [] }
    return forgotten
  }

  /// A name nobody has, and the statement in the server's form.
  mutating func newName(_ sql: String, types: [UInt32]) -> (name: String, sql: String) {
    names += 1
    let text = statements[Key(sql: sql, types: types)]?.sql ?? Self.translate(sql).sql
    return ("v\(names)", text)
  }

  /// Remembers that the server has prepared it.
  mutating func setPrepared(_ name: String, _ sql: String, types: [UInt32]) {
    let key = Key(sql: sql, types: types)
    if statements[key] == nil { _ = use(sql, types: types) }
    statements[key]?.name = name
  }
}
