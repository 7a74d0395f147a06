import Storage
import StoragePostgres
import TestSupport
import Testing

@Suite("Values to the server and back", .timeLimit(.minutes(2)))
struct PostgresTypeTests {
  static let hostile = [
    "", " ", "'", "''", "\"", "\\", "\\x41", "\\\\", "?", "$1", "%s", "--", "/*", ";", "NULL",
    "'; DROP TABLE item; --", "\u{1B}[2J", "a\tb\nc\r", "ươm mầm", "U\u{31B}\u{301}", "\u{202E}abc",
    "👩‍🌾", "\u{FEFF}", "\u{10FFFF}", "{a,b}", "\u{7F}", String(repeating: "ờ", count: 100_000),
  ]

  @Test("Hostile texts come back byte for byte")
  func texts() async throws {
    let test = try await TestDatabase()
    let back = try await test.database.write { connection in
      for (id, text) in Self.hostile.enumerated() {
        try connection.execute(
          "INSERT INTO item (id, name) VALUES (?, ?)", [.integer(Int64(id)), .text(text)])
      }
      return try connection.rows("SELECT name FROM item ORDER BY id") { $0.text(0) }
    }
    #expect(back.map { Array($0.utf8) } == Self.hostile.map { Array($0.utf8) })
    await test.database.close()
  }

  @Test("Random texts and blobs by a seed")
  func randomValues() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let blobs = (0..<200).map { _ in
      (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
    let texts = blobs.map { blob in
      String(
        String.UnicodeScalarView(
          blob.compactMap { byte in
            Unicode.Scalar(UInt32(byte) * UInt32.random(in: 1...4000, using: &random) + 1)
          }))
    }
    let test = try await TestDatabase()
    let (texts2, blobs2) = try await test.database.write { connection in
      let lists = zip(texts, blobs).enumerated().map { place, pair in
        [SQLValue.integer(Int64(place)), .text(pair.0), .blob(pair.1)]
      }
      try connection.executeMany("INSERT INTO item VALUES (?, ?, ?)", lists)
      let rows = try connection.rows("SELECT name, data FROM item ORDER BY id") {
        ($0.text(0), $0.blob(1))
      }
      return (rows.map(\.0), rows.map(\.1))
    }
    #expect(texts2.map { Array($0.utf8) } == texts.map { Array($0.utf8) }, "seed \(seed)")
    #expect(blobs2 == blobs, "seed \(seed)")
    await test.database.close()
  }

  @Test("Numbers at their ends, and NULL")
  func numbers() async throws {
    let test = try await TestDatabase()
    let numbers: [Int64] = [0, 1, -1, .max, .min, 1 << 31, -(1 << 31) - 1]
    try await test.database.read { connection in
      for number in numbers {
        #expect(try connection.number("SELECT ? + 0", [.integer(number)]) == number)
      }
      try connection.forEachRow("SELECT ?, ?, ?", [.null, .text(""), .blob([])]) { row in
        #expect(row.isNull(0) && !row.isNull(1) && !row.isNull(2))
        #expect(row.integer(0) == 0 && row.text(0) == "" && row.blob(0) == [])
        #expect(row.blob(2) == [])
      }
    }
    await test.database.close()
  }

  @Test("Every type that a query of ours can answer")
  func columnTypes() async throws {
    let test = try await TestDatabase()
    try await test.database.read { connection in
      let query = """
        SELECT 5::int2, 6::int4, true, false, 'đ'::text, '\\x00ff'::bytea,
          sum(x), count(*), 2.75::numeric, session_user, avg(x)::float8
        FROM (VALUES (9223372036854775807::bigint), (-7)) AS t(x)
        """
      try connection.forEachRow(query, []) { row in
        #expect((0..<4).map { row.integer($0) } == [5, 6, 1, 0])
        #expect(row.text(2) == "1" && row.text(3) == "0")
        #expect(row.text(4) == "đ" && row.blob(4) == [0xC4, 0x91])
        #expect(row.blob(5) == [0, 0xFF])
        #expect(row.integer(6) == .max - 7)
        #expect(row.integer(7) == 2 && row.integer(8) == 2)
        #expect(row.text(9) == "postgres")
      }
    }
    await test.database.close()
  }

  @Test("A text with a NUL is refused, not cut")
  func nul() async throws {
    let test = try await TestDatabase()
    let error = await #expect(throws: StorageError.self) {
      try await test.database.write { connection in
        try connection.execute("INSERT INTO item VALUES (1, ?)", [.text("a\0b")])
      }
    }
    guard case .engine(code: "22021", _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    await test.database.close()
  }

  @Test("Ten thousand rows in one go, with gaps")
  func manyRows() async throws {
    let test = try await TestDatabase()
    let lists = (0..<10_000).map { number -> [SQLValue] in
      let data: SQLValue = number % 3 == 0 ? .null : .blob([UInt8(number % 251)])
      return [.integer(Int64(number)), .text("hồ sơ \(number)"), data]
    }
    let sums = try await test.database.write { connection in
      try connection.executeMany("INSERT INTO item VALUES (?, ?, ?)", lists)
      return try connection.first("SELECT count(*), sum(id), count(data) FROM item") {
        [$0.integer(0), $0.integer(1), $0.integer(2)]
      }
    }
    #expect(sums == [10_000, 49_995_000, 6666])
    await test.database.close()
  }

  @Test("One bad row among many: nothing stays, and the connection goes on")
  func manyRowsRefused() async throws {
    let test = try await TestDatabase()
    let lists = (0..<2000).map { [SQLValue.integer(Int64($0 == 1500 ? 7 : $0))] }
    await #expect(throws: StorageError.duplicate("item_pkey")) {
      try await test.database.write {
        try $0.executeMany("INSERT INTO item (id) VALUES (?)", lists)
      }
    }
    let count = try await test.database.write { try $0.number("SELECT count(*) FROM item") }
    #expect(count == 0)
    await test.database.close()
  }

  @Test("Counts of changed rows, and values that are too few")
  func counts() async throws {
    let test = try await TestDatabase()
    try await test.database.write { connection in
      #expect(try connection.execute("INSERT INTO item (id) VALUES (1), (2), (3)") == 3)
      #expect(try connection.execute("UPDATE item SET name = 'x' WHERE id > 1") == 2)
      #expect(try connection.execute("SELECT * FROM item") == 0)
      #expect(try connection.execute("DELETE FROM item WHERE id = ?", [.integer(9)]) == 0)
      let inserted = try connection.rows(
        "INSERT INTO item (id) VALUES (?) ON CONFLICT DO NOTHING RETURNING id", [.integer(4)]
      ) { $0.integer(0) }
      #expect(inserted == [4])
    }
    await #expect(throws: StorageError.self) {
      try await test.database.read { try $0.number("SELECT ?", []) }
    }
    await test.database.close()
  }

  @Test("More statements than the cache holds")
  func cache() async throws {
    let test = try await TestDatabase()
    let prepared = try await test.database.read { connection in
      for round in 0..<3 {
        for number in 0..<200 {
          let sum = try connection.number("SELECT ? + \(number)", [.integer(Int64(round))])
          #expect(sum == Int64(round + number))
        }
        #expect(try connection.number("SELECT ? * 2", [.integer(Int64(round))]) == Int64(round * 2))
      }
      for _ in 0..<3 { _ = try connection.number("SELECT 7") }
      return try connection.number("SELECT count(*) FROM pg_prepared_statements") ?? 0
    }
    #expect((1...128).contains(prepared))
    await test.database.close()
  }
}
