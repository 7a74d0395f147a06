import Incubation
import Testing

@Suite("Fields of a venture")
struct VentureFieldTests {
  static func empty(_ title: SafeText = "Gạo ST tuần hoàn") -> VentureContent {
    VentureContent(title: title)
  }

  @Test("Every field takes what it says, and says what it took", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let content = try RandomVenture.content(&random)
      var copy = Self.empty()
      for field in VentureField.allCases where field.isContent {
        for language in Language.allCases {
          try copy.set(field, from: content.describe(field, language))
          #expect(
            copy.text(of: field) == content.text(of: field),
            "seed \(seed): \(field.rawValue) \(content.text(of: field).debugDescription)")
        }
      }
      #expect(copy == content, "seed \(seed)")
      #expect(copy.differences(from: content).isEmpty)
    }
  }

  @Test("The canonical record and its JSON give the content back", arguments: seeds)
  func canonical(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let content = try RandomVenture.content(&random)
      let text = CanonicalJSON.write(content.canonicalFields())
      let fields = try CanonicalJSON.read(text)
      #expect(try VentureContent(canonicalFields: fields) == content, "seed \(seed): \(text)")
      #expect(CanonicalJSON.write(fields) == text)
    }
  }

  @Test("One changed field is one difference, of that field", arguments: seeds)
  func differences(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for field in VentureField.allCases where field.isContent {
      let content = try RandomVenture.content(&random)
      let text = RandomVenture.text(for: field, &random)
      let changed = try content.setting(field, from: text)
      let expected = content.text(of: field) == changed.text(of: field) ? [] : [field]
      #expect(changed.differences(from: content) == expected, "seed \(seed): \(field.rawValue)")
    }
  }

  @Test("A canonical record is readable and leaves out what is empty")
  func canonicalText() throws {
    var content = Self.empty()
    content.foundOn = LocalDate(year: 2019, month: 11, day: 3)
    content.needs = [.vision: 0]
    content.tags = ["lúa", "hữu cơ"]
    #expect(
      CanonicalJSON.write(content.canonicalFields())
        == #"{"found-on":"2019-11-03","kind":"idea","need-vision":0,"tags":["lúa","hữu cơ"],"#
        + #""title":"Gạo ST tuần hoàn"}"#)
    #expect(throws: JSONRefusal.unexpected(field: "found-on")) {
      try VentureContent(canonicalFields: ["found-on": "hôm qua"])
    }
    #expect(throws: JSONRefusal.unexpected(field: "birth-year")) {
      try VentureContent(canonicalFields: ["birth-year": "1987"])
    }
    #expect(try VentureContent(canonicalFields: ["code": "ST-0042", "phone": .null]).title == "")
  }

  @Test(
    "Choices are read in either language, without accents, and by their codes",
    arguments: [
      ("Ý tưởng", Venture.Kind.idea), ("y tuong", .idea), ("IDEA", .idea), ("dự án", .startup),
      ("Doanh nghiệp", .enterprise), ("enterprise", .enterprise), ("startup", .startup),
    ])
  func choices(text: String, kind: Venture.Kind) throws {
    #expect(try Self.empty().setting(.kind, from: text).kind == kind)
  }

  @Test("Names are read back, and no name means two values of one kind")
  func labels() {
    func check<Value: Labelled>(_: Value.Type) {
      for value in Value.allCases {
        for name in [value.label(.vietnamese), value.label(.english), value.rawValue]
          + value.aliases
        {
          #expect(Value.named(name) == value, "\(name)")
        }
      }
    }
    check(Venture.Kind.self)
    check(Venture.Status.self)
    check(DiscoverySource.self)
    check(NeedAxis.self)
    check(UserRole.self)
    check(StageMove.Kind.self)
    check(Permission.self)
    check(VentureField.self)
    #expect(Venture.Kind.named("") == nil)
  }

  @Test("What a field cannot hold is refused, and nothing changes")
  func refusals() {
    let content = Self.empty()
    let cases: [(VentureField, String, FieldRefusal)] = [
      (.title, "  ", .required), (.title, "a\nb", .text(.forbidden(scalar: 10, position: 1))),
      (.kind, "cá nhân", .choice(Venture.Kind.options)), (.kind, "", .choice(Venture.Kind.options)),
      (.taxCode, "12345", .taxCode(.wrongLength(5))),
      (.phone, "0912", .phone(.wrongLength(found: 4, needed: 10))),
      (.birthYear, "87", .birthYear(earliest: 1900, latest: 2099)), (.email, "lan", .email(.noAt)),
      (.needVision, "11", .number(least: 0, most: 10)),
      (.needVision, "-1", .number(least: 0, most: 10)),
      (.foundOn, "31/2/2020", .date(.noSuchDay(day: 31, month: 2, year: 2020, last: 29))),
      (.code, "ST-0042", .notEditable), (.stage, "x", .notEditable), (.note, "x", .notEditable),
      (.pipeline, "", .notEditable), (.sourceKind, "mơ thấy", .choice(DiscoverySource.options)),
    ]
    for (field, text, refusal) in cases {
      #expect(throws: refusal, "\(field.rawValue)") { try content.setting(field, from: text) }
    }
  }

  @Test("Blank text empties a field, and an empty field is not filled")
  func blanks() throws {
    var random = SeededRandom(seed: 7)
    let content = try RandomVenture.content(&random)
    for field in VentureField.allCases where field.isContent && field != .title && field != .kind {
      let emptied = try content.setting(field, from: "  ")
      #expect(!emptied.isFilled(field) && emptied.text(of: field).isEmpty, "\(field.rawValue)")
      let filled = try emptied.setting(field, from: RandomVenture.text(for: field, &random))
      #expect(filled.isFilled(field), "\(field.rawValue)")
    }
    for field in VentureField.allCases where !field.isContent { #expect(content.isFilled(field)) }
  }

  @Test("Tags are parted by semicolons or commas and kept once")
  func tags() throws {
    let content = try Self.empty().setting(.tags, from: "lúa, hữu cơ; Lúa ;; OCOP")
    #expect(content.tags == ["lúa", "hữu cơ", "OCOP"])
    let files = try content.setting(.attachments, from: "ảnh 1, mẫu.jpg; b.pdf\nc.pdf")
    #expect(files.attachments == ["ảnh 1, mẫu.jpg", "b.pdf", "c.pdf"])
  }

  @Test("Every refusal has a sentence in both languages")
  func words() {
    let refusals: [FieldRefusal] = [
      .required, .text(.forbidden(scalar: 0x202E, position: 3)), .text(.tooManyMarks(position: 0)),
      .text(.tooLong(length: 10_001, limit: 10_000)), .taxCode(.notDigits), .taxCode(.checkDigit),
      .taxCode(.wrongLength(9)), .taxCode(.zeroBody), .taxCode(.zeroBranch),
      .taxCode(.personalNumber), .phone(.notDigits), .phone(.several), .phone(.foreign),
      .phone(.wrongLength(found: 9, needed: 10)), .phone(.unknownPrefix), .money(.notAnAmount),
      .money(.ambiguous("1.234")), .money(.negative), .money(.notWhole), .money(.tooLarge),
      .date(.notADate), .date(.noSuchMonth(13)), .date(.yearMissing), .date(.year("20")),
      .date(.noSuchDay(day: 31, month: 2, year: 2020, last: 29)), .email(.noAt), .email(.severalAt),
      .email(.character("ư", position: 2)), .email(.localPart), .email(.domain), .notEditable,
      .birthYear(earliest: 1900, latest: 2020), .number(least: 0, most: 10),
      .choice(Venture.Kind.options),
    ]
    let sentences = refusals.flatMap { [$0.words(.vietnamese), $0.words(.english)] }
    #expect(Set(sentences).count == sentences.count)
    for sentence in sentences {
      #expect(sentence.hasSuffix(".") && (try? safe(sentence)) != nil, "\(sentence)")
    }
    #expect(
      FieldRefusal.date(.noSuchDay(day: 31, month: 2, year: 2020, last: 29)).words(.vietnamese)
        == "Không có ngày 31/2/2020; tháng 2/2020 chỉ từ ngày 1 đến 29.")
  }
}
