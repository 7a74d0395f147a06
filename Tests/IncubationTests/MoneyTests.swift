import Incubation
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(
    "Amounts are read as people write them",
    arguments: [
      ("1.234.567", 1_234_567), ("1,5 tỷ", 1_500_000_000), ("500tr", 500_000_000),
      ("500 triệu", 500_000_000), ("850000", 850_000), ("1.234 đ", 1_234), ("0", 0),
      ("1.234.567.890 ₫", 1_234_567_890), ("1.234.567.890\u{A0}₫", 1_234_567_890),
      ("1 tỷ 250 triệu", 1_250_000_000), ("VND 1,200,000", 1_200_000),
      ("1.5 billion", 1_500_000_000),
      ("1 234 567", 1_234_567), ("5 triệu đồng", 5_000_000), ("1,23 tỉ", 1_230_000_000),
      ("850 nghìn", 850_000), ("850k", 850_000), ("0,125 tỷ", 125_000_000),
      ("12,5 triệu", 12_500_000),
      ("1.234,5 triệu", 1_234_500_000), ("1,234 tỷ", 1_234_000_000), ("1.234.567,00 đ", 1_234_567),
      ("20 TRIEU", 20_000_000), ("0.125 tỷ", 125_000_000), ("1000000000", 1_000_000_000),
    ])
  func parses(text: String, dong: Int64) throws {
    #expect(try Money.parse(text).dong == dong)
  }

  @Test(
    "What is no clear amount is refused with the reason",
    arguments: [
      ("1.234", .ambiguous("1.234")), ("1,234", .ambiguous("1,234")),
      ("1.234 tỷ", .ambiguous("1.234")), ("-5 triệu", .negative), ("", .notAnAmount),
      ("tỷ", .notAnAmount), ("một tỷ", .notAnAmount), ("1.23.456", .notAnAmount),
      ("1.234.56", .notAnAmount), ("1,5", .notWhole), ("1.234.567,5 đ", .notWhole),
      ("1,0000000001 tỷ", .notWhole), ("9.223.372.036.854.775.808", .tooLarge),
      ("99999999999 tỷ", .tooLarge), ("5 triệu 1 tỷ", .notAnAmount), ("1 tỷ 2", .notAnAmount),
      ("5 $", .notAnAmount), ("1..5 tỷ", .notAnAmount), ("12 34", .notAnAmount),
      ("1_000", .notAnAmount), (".5 tỷ", .notAnAmount),
    ] as [(String, Money.Refusal)])
  func refuses(text: String, refusal: Money.Refusal) {
    #expect(throws: FieldRefusal.money(refusal), "\(text)") { try Money.parse(text) }
  }

  @Test(
    "Short forms round half up",
    arguments: [
      (1_234_567_890, "1,23 tỷ", "1.23 billion"), (850_000_000, "850 triệu", "850 million"),
      (4_200_000_000, "4,2 tỷ", "4.2 billion"), (1_000_000, "1 triệu", "1 million"),
      (999_999, "999.999 đ", "999,999 đ"), (999_995_000, "1 tỷ", "1 billion"),
      (999_994_999, "999,99 triệu", "999.99 million"), (1_005_000_000, "1,01 tỷ", "1.01 billion"),
      (1_004_999_999, "1 tỷ", "1 billion"), (1_234_500_000_000, "1.234,5 tỷ", "1,234.5 billion"),
      (-2_500_000_000, "-2,5 tỷ", "-2.5 billion"), (0, "0 đ", "0 đ"),
      (1_070_000, "1,07 triệu", "1.07 million"),
    ])
  func compact(dong: Int64, vietnamese: String, english: String) {
    #expect(Money(dong: dong).compact(.vietnamese) == vietnamese)
    #expect(Money(dong: dong).compact(.english) == english)
  }

  @Test("The exact form, and back", arguments: seeds)
  func exact(seed: UInt64) throws {
    #expect(Money(dong: 1_234_567).formatted(.vietnamese) == "1.234.567 đ")
    #expect(Money(dong: 1_234_567).formatted(.english) == "1,234,567 đ")
    #expect(Money(dong: .min).formatted(.vietnamese) == "-9.223.372.036.854.775.808 đ")
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let money = Money(dong: Int64(random.next() >> UInt64(random.number(1...63))))
      for language in Language.allCases {
        #expect(try Money.parse(money.formatted(language)) == money, "seed \(seed): \(money)")
      }
    }
  }

  @Test(
    "Vietnamese words",
    arguments: [
      (1_005, "một nghìn không trăm linh năm"), (15, "mười lăm"), (21, "hai mươi mốt"),
      (24, "hai mươi tư"), (105, "một trăm linh năm"), (1_000_000_000, "một tỷ"),
      (1_250_000, "một triệu hai trăm năm mươi nghìn"), (0, "không"), (4, "bốn"), (10, "mười"),
      (11, "mười một"), (14, "mười bốn"), (25, "hai mươi lăm"), (100, "một trăm"),
      (110, "một trăm mười"), (121, "một trăm hai mươi mốt"), (1_000, "một nghìn"),
      (1_000_005, "một triệu không trăm linh năm"),
      (2_015_000, "hai triệu không trăm mười lăm nghìn"),
      (1_000_000_000_000, "một nghìn tỷ"), (1_000_000_005, "một tỷ không trăm linh năm"),
      (3_005_000_000_000, "ba nghìn không trăm linh năm tỷ"),
    ] as [(UInt64, String)])
  func vietnameseWords(number: UInt64, words: String) {
    #expect(NumberWords.vietnamese(number) == words)
  }

  @Test(
    "English words",
    arguments: [
      (0, "zero"), (21, "twenty-one"), (105, "one hundred and five"),
      (1_005, "one thousand and five"),
      (1_250_000, "one million two hundred and fifty thousand"), (1_000_000_000, "one billion"),
    ] as [(UInt64, String)])
  func englishWords(number: UInt64, words: String) {
    #expect(NumberWords.english(number) == words)
  }

  @Test("An amount in words names its currency")
  func currency() {
    #expect(Money(dong: 15).words(.vietnamese) == "mười lăm đồng")
    #expect(Money(dong: -15).words(.english) == "minus fifteen dong")
  }
}
