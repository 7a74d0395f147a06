import Incubation
import Testing

@Suite("Tax codes")
struct TaxCodeTests {
  @Test(
    "Real codes are taken",
    arguments: [
      "0100233488", "0314409058-002", "1801314923", "0312687878-001", "0100112437",
      "2000102580-005",
    ])
  func real(text: String) throws {
    #expect(try TaxCode.parse(text).text == text)
  }

  @Test(
    "Codes with every check digit are taken",
    arguments: [
      "2200100090", "2200100051", "2200100012", "2200100083", "2200100044", "2200100125",
      "2200100076", "2200100037", "2200100118", "2200100069",
    ])
  func synthetic(text: String) throws {
    #expect(try TaxCode.parse(text).text == text)
  }

  @Test(
    "Wrong codes are refused with the reason",
    arguments: [
      ("0100233480", .checkDigit), ("0100000008", .zeroBody), ("0314409058-000", .zeroBranch),
      ("VV34567890", .notDigits), ("12345", .wrongLength(5)), ("", .wrongLength(0)),
      ("01002334881234", .wrongLength(14)), ("000123456789", .personalNumber),
      ("097123456789", .personalNumber), ("٠١٠٠٢٣٣٤٨٨", .notDigits),
    ] as [(String, TaxCode.Refusal)])
  func wrong(text: String, refusal: TaxCode.Refusal) {
    #expect(throws: FieldRefusal.taxCode(refusal)) { try TaxCode.parse(text) }
  }

  @Test("A prefix whose check digit would be 10 has none")
  func noCheckDigit() {
    for digit in 0...9 {
      #expect(throws: FieldRefusal.taxCode(.checkDigit)) { try TaxCode.parse("220000004\(digit)") }
    }
  }

  @Test(
    "Notations of people are read",
    arguments: [
      ("0314409058002", "0314409058-002"), (" 0100 233 488 ", "0100233488"),
      ("0100.233.488", "0100233488"), ("0314409058 - 002", "0314409058-002"),
      ("094201001234", "094201001234"),
    ])
  func notations(text: String, code: String) throws {
    #expect(try TaxCode.parse(text).text == code)
    #expect(try TaxCode.parse(code).text == code)
  }

  @Test("Every mistyped digit and every swap of neighbours is caught", arguments: seeds)
  func catchesErrors(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var checked = 0
    while checked < 200 {
      let candidate = (0..<10).map { _ in random.number(0...9) }
      guard (try? TaxCode.parse(Self.text(candidate))) != nil else { continue }
      checked += 1
      for place in 0..<10 {
        var mistyped = candidate
        mistyped[place] = (mistyped[place] + random.number(1...9)) % 10
        #expect(
          (try? TaxCode.parse(Self.text(mistyped))) == nil, "seed \(seed): \(mistyped)")
        guard place < 9, candidate[place] != candidate[place + 1] else { continue }
        var swapped = candidate
        swapped.swapAt(place, place + 1)
        #expect((try? TaxCode.parse(Self.text(swapped))) == nil, "seed \(seed): \(swapped)")
      }
    }
  }

  private static func text(_ digits: [Int]) -> String { digits.map(String.init).joined() }
}

@Suite("Telephone numbers")
struct PhoneNumberTests {
  @Test(
    "Notations of people are read",
    arguments: [
      ("+84 91 234 5678", "0912345678", false), ("(0299) 3.821.234", "02993821234", false),
      ("0168 123 4567", "0381234567", true), ("0912345678", "0912345678", false),
      ("0084 912 345 678", "0912345678", false), ("84912345678", "0912345678", false),
      ("+84 (0)91-234-5678", "0912345678", false), ("028 3822 1234", "02838221234", false),
      ("+84 168 123 4567", "0381234567", true),
    ])
  func parses(text: String, digits: String, converted: Bool) throws {
    let parsed = try PhoneNumber.parse(text)
    #expect(parsed.number.digits == digits)
    #expect(parsed.converted == converted)
  }

  @Test("Every prefix of before 2018 gets its new one")
  func renumbering() throws {
    let changes = [
      "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083",
      "0124": "084", "0125": "085", "0127": "081", "0129": "082", "0162": "032", "0163": "033",
      "0164": "034", "0165": "035", "0166": "036", "0167": "037", "0168": "038", "0169": "039",
      "0199": "059", "0186": "056", "0188": "058",
    ]
    for (old, new) in changes {
      let parsed = try PhoneNumber.parse(old + "1234567")
      #expect(parsed.number.digits == new + "1234567" && parsed.converted)
    }
    #expect(throws: FieldRefusal.phone(.unknownPrefix)) { try PhoneNumber.parse("01601234567") }
  }

  @Test(
    "Wrong numbers are refused with the reason",
    arguments: [
      ("091234567", .wrongLength(found: 9, needed: 10)),
      ("09123456789", .wrongLength(found: 11, needed: 10)),
      ("0299382123", .wrongLength(found: 10, needed: 11)), ("912345678", .unknownPrefix),
      ("0412345678", .unknownPrefix), ("+1 555 123 4567", .foreign), ("O912345678", .notDigits),
      ("0912345678 / 0987654321", .several), ("0912345678 0987654321", .several),
      ("", .unknownPrefix), ("0", .unknownPrefix), ("+", .foreign),
    ] as [(String, PhoneNumber.Refusal)])
  func wrong(text: String, refusal: PhoneNumber.Refusal) {
    #expect(throws: FieldRefusal.phone(refusal)) { try PhoneNumber.parse(text) }
  }

  @Test("Shown in groups, and read back")
  func formatted() throws {
    for (text, shown) in [
      ("0912345678", "0912 345 678"), ("02993821234", "0299 382 1234"),
      ("02838221234", "028 3822 1234"),
    ] {
      let number = try PhoneNumber.parse(text).number
      #expect(number.formatted == shown)
      #expect(try PhoneNumber.parse(shown).number == number)
    }
  }
}

@Suite("E-mail addresses and years of birth")
struct EmailAddressTests {
  @Test("Addresses are taken, their domain in lower case")
  func taken() throws {
    #expect(
      try EmailAddress.check(" Lan.Kim+st@SocTrang.gov.VN ").string
        == "Lan.Kim+st@soctrang.gov.vn")
  }

  @Test(
    "Wrong addresses are refused with the reason",
    arguments: [
      ("lan", .noAt), ("a@b@c.vn", .severalAt), ("lan kim@st.vn", .character(" ", position: 3)),
      ("thưký@st.vn", .character("ư", position: 2)), (".lan@st.vn", .localPart),
      ("@st.vn", .localPart), ("lan@st", .domain), ("lan@-st.vn", .domain), ("lan@st..vn", .domain),
      ("a@b.vn, c@d.vn", .character(",", position: 6)),
    ] as [(String, EmailAddress.Refusal)])
  func wrong(text: String, refusal: EmailAddress.Refusal) {
    #expect(throws: FieldRefusal.email(refusal)) { try EmailAddress.check(text) }
  }

  @Test("A year of birth has four digits and is not in the future")
  func birthYears() throws {
    #expect(try BirthYear.parse(" 1987 ") == 1987)
    #expect(try BirthYear.parse("2002", latest: 2002) == 2002)
    for text in ["87", "1899", "2003", "198", "19 87", "１９８７", "", "abcd"] {
      #expect(throws: FieldRefusal.birthYear(earliest: 1900, latest: 2002), "\(text)") {
        try BirthYear.parse(text, latest: 2002)
      }
    }
  }
}
