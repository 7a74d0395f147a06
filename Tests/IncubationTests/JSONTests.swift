import Incubation
import Testing

@Suite("JSON")
struct JSONTests {
  @Test("Strings are written as RFC 8785 section 3.2.2.2 shows")
  func published() throws {
    let text = "\u{20AC}$\u{F}\nA'B\"\\\\\"/"
    #expect(JSONValue.string(text).written() == "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")
    let source = #""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/""#
    #expect(try JSONValue.parse(source) == .string(text))
  }

  @Test("Names are sorted by UTF-16, as RFC 8785 section 3.2.3 shows")
  func sorted() {
    let object = JSONValue.object([
      "\u{20AC}": "Euro Sign", "\r": "Carriage Return", "\u{FB33}": "Hebrew Letter Dalet",
      "1": "One", "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control",
      "\u{F6}": "Latin Small Letter O With Diaeresis",
    ])
    let written = object.written()
    let order = [
      "Carriage Return", "One", "Control", "Diaeresis", "Euro Sign", "Emoji", "Hebrew",
    ]
    let places = order.map { word in
      written.utf8.count - (written.split(separator: word, maxSplits: 1).last?.utf8.count ?? 0)
    }
    #expect(places == places.sorted())
  }

  @Test("A flat record has one form, in NFC and without spaces")
  func canonical() throws {
    let fields: [String: JSONValue] = [
      "title": "So\u{301}c", "count": -3, "tags": .array(["b", "a"]), "none": .null,
    ]
    let text = CanonicalJSON.write(fields)
    #expect(
      Array(text.utf8)
        == Array(#"{"count":-3,"none":null,"tags":["b","a"],"title":"Sóc"}"#.utf8))
    #expect(try CanonicalJSON.read(text) == fields)
    #expect(CanonicalJSON.write([:]) == "{}")
    #expect(try CanonicalJSON.read("").isEmpty)
    #expect(try CanonicalJSON.read(" { \"a\" : 1 } ") == ["a": 1])
  }

  @Test("Records in records are refused")
  func flat() {
    #expect(throws: JSONRefusal.unexpected(field: "a")) { try CanonicalJSON.read(#"{"a":{}}"#) }
    #expect(throws: JSONRefusal.unexpected(field: "a")) { try CanonicalJSON.read(#"{"a":[1]}"#) }
    #expect(throws: JSONRefusal.malformed(offset: 0)) { try CanonicalJSON.read("[]") }
  }

  @Test(
    "What is no JSON is refused, and nothing stops the program",
    arguments: [
      "", "{", "}", "{\"a\"}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "[1,]", "01", "1.5", "1e3", "-",
      "nul", "\"", "\"\\", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"a\nb\"", "1 2",
      "{\"a\":1,\"a\":2}", "99999999999999999999", "\"\\x\"", "+1", "\"\\u+123\"",
      String(repeating: "[", count: 100_000),
    ])
  func malformed(text: String) {
    #expect(throws: JSONRefusal.self) { try JSONValue.parse(text) }
  }

  @Test("Pairs of surrogates are one scalar")
  func surrogates() throws {
    #expect(try JSONValue.parse(#""\ud83c\udf3e""#) == "🌾")
  }

  @Test("The readable form has two spaces a level")
  func pretty() {
    let value = JSONValue.object([
      "a": .array([1, .bool(true)]), "b": .object([:]), "c": .array([]),
    ])
    #expect(
      value.written(pretty: true)
        == "{\n  \"a\": [\n    1,\n    true\n  ],\n  \"b\": {},\n  \"c\": []\n}")
  }

  @Test("Whatever is written is read back the same", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let value = Self.value(&random, depth: 0)
      #expect(try JSONValue.parse(value.written()) == value, "seed \(seed)")
      #expect(try JSONValue.parse(value.written(pretty: true)) == value, "seed \(seed)")
    }
  }

  private static func value(_ random: inout SeededRandom, depth: Int) -> JSONValue {
    switch random.number(0...(depth < 3 ? 5 : 3)) {
    case 0: return .null
    case 1: return .bool(random.number(0...1) == 1)
    case 2: return .integer(Int64(bitPattern: random.next()))
    case 3: return .string(text(&random))
    case 4: return .array((0..<random.number(0...3)).map { _ in value(&random, depth: depth + 1) })
    default:
      let pairs = (0..<random.number(0...3)).map { _ in
        (text(&random), value(&random, depth: depth + 1))
      }
      return .object(Dictionary(pairs) { first, _ in first })
    }
  }

  private static func text(_ random: inout SeededRandom) -> String {
    let pool: [Character] = [
      "a", "\"", "\\", "\n", "\u{0}", "\u{1F}", "ệ", "🌾", "/", "\u{7F}", "{",
    ]
    return String((0..<random.number(0...6)).map { _ in random.pick(pool) })
  }
}
