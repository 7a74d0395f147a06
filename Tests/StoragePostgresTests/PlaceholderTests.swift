import Testing

@testable import StoragePostgres

@Suite("Placeholders")
struct PlaceholderTests {
  @Test(
    "Question marks that are values, and those that are text",
    arguments: [
      ("SELECT 1", "SELECT 1", 0),
      ("SELECT ?, ? + ?", "SELECT $1, $2 + $3", 3),
      ("SELECT '?', ?", "SELECT '?', $1", 1),
      ("SELECT 'it''s ?', ?", "SELECT 'it''s ?', $1", 1),
      ("SELECT E'it\\'s ?', ?", "SELECT E'it\\'s ?', $1", 1),
      ("SELECT 'a\\', ?", "SELECT 'a\\', $1", 1),
      ("SELECT name'?' , ?", "SELECT name'?' , $1", 1),
      ("SELECT \"a?\"\"b?\", ?", "SELECT \"a?\"\"b?\", $1", 1),
      ("SELECT ? -- why?\n, ?", "SELECT $1 -- why?\n, $2", 2),
      ("SELECT ? /* a? /* b? */ c? */, ?", "SELECT $1 /* a? /* b? */ c? */, $2", 2),
      ("SELECT $$ ? $$, ?", "SELECT $$ ? $$, $1", 1),
      ("SELECT $a$ ? $$ ? $a$, ?", "SELECT $a$ ? $$ ? $a$, $1", 1),
      ("SELECT a$b$ + ?, c$b$", "SELECT a$b$ + $1, c$b$", 1),
      ("SELECT $1, 2 - ?", "SELECT $1, 2 - $1", 1),
      ("SELECT 'chưa đóng ?", "SELECT 'chưa đóng ?", 0),
      ("/* open ?", "/* open ?", 0),
      ("SELECT 'ươm?' || ?", "SELECT 'ươm?' || $1", 1),
      ("", "", 0),
    ])
  func translation(_ text: String, _ expected: String, _ count: Int) {
    let translated = PlaceholderTranslator(text)
    #expect(translated.sql == expected)
    #expect(translated.count == count)
  }

  @Test(
    "Several statements are told from one",
    arguments: [
      ("SELECT 1", false), ("SELECT 1;", false), ("SELECT 1; -- end\n /* ; */ ", false),
      ("SELECT ';'; ", false), ("SELECT 1; SELECT 2", true), ("A;;B", true),
      ("DO $$ a; b; $$", false),
    ])
  func scripts(_ text: String, _ expected: Bool) {
    #expect(PlaceholderTranslator(text).isScript == expected)
  }

  @Test(
    "Whole numbers of any length",
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("9223372036854775807", Int64.max),
      ("-9223372036854775808", Int64.min), ("9223372036854775808", Int64.max),
      ("-99999999999999999999", Int64.min), ("12.9", 12), ("-12.9", -12), ("", 0), ("abc", 0),
    ] as [(String, Int64)])
  func numbers(_ text: String, _ expected: Int64) {
    #expect(PostgresRow.wholeNumber(Array(text.utf8)) == expected)
  }

  @Test("The cache keeps its bound and names what the server may forget")
  func cache() {
    var cache = StatementCache(capacity: 2)
    #expect(cache.use("SELECT ?", types: [20]).uses == 1)
    #expect(cache.use("SELECT ?", types: [20]).uses == 2)
    let (name, sql) = cache.newName("SELECT ?", types: [20])
    #expect(sql == "SELECT $1")
    cache.setPrepared(name, "SELECT ?", types: [20])
    #expect(cache.preparedName("SELECT ?", types: [20]) == name)
    #expect(cache.preparedName("SELECT ?", types: [25]) == nil)
    _ = cache.use("SELECT ?", types: [25])
    _ = cache.use("SELECT 2", types: [])
    #expect(cache.count == 2)
    #expect(cache.evict() == [name])
    #expect(cache.evict().isEmpty)
  }

  @Test("A missing library is named with its package")
  func missingLibrary() throws {
    let reason = try #require(LibPQ.openLibrary("libpq-that-is-not-there.so.5"))
    let error = LibPQ.missing(reason)
    #expect("\(error)".contains("libpq5"))
    #expect("\(error)".contains("libpq-that-is-not-there"))
  }
}
