import Incubation
import Interchange
import Storage
import Synchronization
import Testing

struct LegacyFileTests {
  /// "Tên dự án;Địa phương / Trà sen Mỹ Xuyên;Sóc Trăng" in TCVN3, as bytes and as the Latin-1
  /// characters that a conversion to UTF-8 makes of them.
  private static let tcvn3 = "Tªn dù ¸n;§Þa ph­¬ng\nTrµ sen Mü Xuyªn;Sãc Tr¨ng\n"
  /// The same in VNI-Windows.
  private static let vni = "Teân döï aùn;Ñòa phöông\nTraø sen Myõ Xuyeân;Soùc Traêng\n"
  /// "Nước mắm;Đường phố / Nước chấm Long Phú;Bột sắn" in Windows-1258.
  private static let cp1258 = "Nýõìc mãìm;ÐýõÌng phôì\nNýõìc châìm Long Phuì;Bôòt sãìn\n"

  private static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value) }
  }

  @Test(arguments: [
    (tcvn3, "TCVN3 (ABC)"), (vni, "VNI"), (cp1258, "Windows-1258"),
  ])
  func bytesAreNamed(_ text: String, _ name: String) {
    let failure = CSVFailure.legacyEncoding(name: name, line: 1)
    #expect(throws: failure) { try CSVReader(Self.latin1(text)) }
    #expect(
      failure.words(.vietnamese)
        == "Dòng 1: văn bản theo bảng mã \(name), hãy chuyển sang Unicode rồi nhập lại.")
  }

  @Test(arguments: [
    (tcvn3, "TCVN3 (ABC)"), (vni, "VNI"),
  ])
  func charactersAreNamed(_ text: String, _ name: String) async {
    await #expect(throws: CSVFailure.legacyEncoding(name: name, line: 1)) {
      try await Fixture.plan(text)
    }
  }

  @Test(arguments: [
    (tcvn3, "TCVN3 (ABC)"), (vni, "VNI"),
  ])
  func singleRowsAreRefused(_ text: String, _ name: String) async throws {
    let row = text.split(separator: "\n")[1]
    let plan = try await Fixture.plan("Tên dự án;Địa phương\n\(row)\nTrà sen;Sóc Trăng\nBún;\n")
    try #require(plan.pattern == "rnn")
    #expect(plan.refused[0].reason.words(.vietnamese).contains(name))
  }

  @Test func oneBadByteIsNoOtherEncoding() {
    var bytes = Array("Tên dự án;Địa phương\nTrà sen Mỹ Xuyên;Sóc Trăng\n".utf8)
    bytes.append(0xE9)
    #expect(throws: CSVFailure.invalidUTF8(line: 3, byteOffset: bytes.count - 1)) {
      try CSVReader(bytes)
    }
  }
}

struct RejectedFileTests {
  private let text = #"""
    \#u{FEFF}STT;Tên dự án;SĐT;Ghi chú
    1;Trà sen;12;"hai
    dòng; ""nháy"""
    2;Máy sấy;0912000001;
    3;'=1+1;abc
    4;;;x;y
    """#

  private func rejected(_ text: String) async throws -> (ImportPlan, [UInt8]) {
    let plan = try await Fixture.plan(text)
    return (plan, plan.rejectedFile(of: Array(text.utf8), .vietnamese))
  }

  @Test func originalColumnsThenWhereAndWhy() async throws {
    let (plan, bytes) = try await rejected(text)
    #expect(plan.pattern == "rnrr")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = try records(bytes)
    #expect(
      rows[0]
        == ["STT", "Tên dự án", "SĐT", "Ghi chú", "Dòng trong tệp", "Cột bị từ chối", "Lý do"])
    #expect(rows[1].prefix(6) == ["1", "Trà sen", "12", "hai\ndòng; \"nháy\"", "2", "SĐT"])
    #expect(rows[1][6] == plan.refused[0].reason.words(.vietnamese))
    #expect(rows[2].prefix(6) == ["3", "'=1+1", "abc", "", "5", "SĐT"])
    #expect(rows[3].prefix(6) == ["4", "", "", "x", "y", "6"])
    #expect(rows.count == 4)
  }

  @Test func correctedAndRefusedOnceMore() async throws {
    let (_, bytes) = try await rejected(text)
    let (plan, again) = try await rejected(String(decoding: bytes, as: UTF8.self))
    #expect(plan.pattern == "rrr")
    let rows = try records(again)
    #expect(rows[0].count == 7)
    #expect(rows[1][3] == "hai\ndòng; \"nháy\"")
    #expect(rows[2][1] == "'=1+1")
  }

  @Test func nothingRefusedIsOnlyHeadings() async throws {
    let text = "Title,Phone\nTea,0912000001\n"
    let plan = try await Fixture.plan(text)
    #expect(
      try records(plan.rejectedFile(of: Array(text.utf8), .english))
        == [["Title", "Phone", "Line in the file", "Refused column", "Reason"]])
  }
}

struct ImportRunTests {
  private func list(_ rows: Int) -> [UInt8] {
    var text = "Tên,SĐT\n"
    for row in 0..<rows { text += "Dự án \(row),09\(10_000_000 + row)\n" }
    return Array(text.utf8)
  }

  @Test func progressIsTold() async throws {
    let told = Mutex<[Int]>([])
    let planner = ImportPlanner(existing: .none, options: Fixture.options())
    let plan = try await planner.plan(list(1_200)) { count in
      told.withLock { $0.append(count) }
      return true
    }
    #expect(plan.newCount == 1_200)
    let counts = told.withLock { $0 }
    #expect(counts == counts.sorted() && counts.last == 1_200 && counts.count >= 3)
  }

  @Test func itCanBeCancelled() async {
    let planner = ImportPlanner(existing: .none, options: Fixture.options())
    await #expect(throws: CancellationError.self) {
      try await planner.plan(list(2_000)) { $0 < 1_000 }
    }
    let bytes = list(2_000)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await planner.plan(bytes)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func aFaultOfTheFormatStopsThePlan() async {
    await #expect(throws: CSVFailure.unterminatedQuote(line: 4, column: 1, byteOffset: 9)) {
      try await Fixture.plan("Tên\nA\nB\n\"C\nD")
    }
    await #expect(throws: CSVFailure.empty) { try await Fixture.plan("\n\n") }
    await #expect(throws: MappingFailure.noTitle(headings: ["SĐT"])) {
      try await Fixture.plan("SĐT\n1")
    }
  }

  @Test func headingsAreGuessedAndCorrected() async throws {
    let bytes = Array("sep=;\nGọi là;SĐT\nTrà sen;0912000001".utf8)
    var mapping = try ImportPlanner.mapping(of: bytes)
    #expect(mapping.columns == [nil, .field(.phone)])
    mapping.set(.field(.title), at: 0)
    let plan = try await ImportPlanner(existing: .none, options: Fixture.options())
      .plan(bytes, mapping: mapping)
    #expect(plan.newVentures.map(\.content.title) == ["Trà sen"])
  }

  @Test func aVentureThatVanishedMeanwhileIsNew() async throws {
    let known = Fixture.known(Fixture.content("Trà sen"))
    var existing = Fixture.existing(known)
    existing.contents = { _ in [:] }
    let plan = try await ImportPlanner(existing: existing, options: Fixture.options())
      .plan(Array("Tên\nTrà sen".utf8))
    #expect(plan.pattern == "n")
  }

  /// Whatever a file holds, every row has one outcome, the numbers add up, and the file of refused
  /// rows can be read.
  @Test(arguments: [21, 22, 0xF1E] as [UInt64])
  func anyCells(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let cells = [
      "", " ", "Trà sen", "=1+1", "0912345678", "2200100090", "1990", "31/12/2019", "khảo sát",
      "\u{202E}x", "\"nháy\"", "a;b,c\td", "hai\ndòng", "Ý tưởng", "startup", "a@b.vn", "11", "5",
      "Tra\u{300}", "\u{200B}", "Ươm tạo", String(repeating: "dài ", count: 60), "'", "''=",
    ]
    for round in 0..<60 {
      let columns = ImportColumn.allCases.shuffled(using: &random).prefix(12) + [.field(.title)]
      let headings = Array(Set(columns)).map { $0.heading(.vietnamese).string }
      let writer = CSVWriter(delimiter: random.pick(CSVDelimiter.allCases))
      var bytes: [UInt8] = []
      writer.append(headings, to: &bytes)
      let count = Int.random(in: 1...30, using: &random)
      for _ in 0..<count {
        let width = headings.count + (Int.random(in: 0..<20, using: &random) == 0 ? 1 : 0)
        writer.append((0..<width).map { _ in random.pick(cells) }, to: &bytes)
      }
      var options = Fixture.options()
      options.delimiter = writer.delimiter
      let known = Fixture.known(Fixture.content("Trà sen"), Fixture.content("5", birthYear: 1990))
      let plan = try await ImportPlanner(existing: Fixture.existing(known), options: options)
        .plan(bytes)
      let sum = plan.newCount + plan.matchedCount + plan.refused.count
      #expect(plan.rowCount == sum && sum <= count, "seed \(seed), round \(round)")
      let batch = plan.batch
      #expect(batch.new.allSatisfy { !$0.content.title.isBlank }, "seed \(seed), round \(round)")
      #expect(
        batch.refused + batch.skipped + batch.updates.count + batch.new.count == sum,
        "seed \(seed), round \(round)")
      let rejected = plan.rejectedFile(of: bytes, .english)
      let read = try records(rejected, delimiter: writer.delimiter)
      #expect(read.count == plan.refused.count + 1, "seed \(seed), round \(round)")
    }
  }
}

@Suite("The name of the file of refused rows")
struct RejectedPathTests {
  @Test(
    "it stands beside the file that was read, under one name everywhere",
    arguments: [
      ("danh-sach.csv", "danh-sach.rejected.csv"), ("/nhà/A.CSV", "/nhà/A.rejected.csv"),
      ("danh-sach", "danh-sach.rejected.csv"), (".csv", ".csv.rejected.csv"),
    ])
  func path(file: String, expected: String) {
    #expect(RejectedFile.path(for: file) == expected)
  }
}
