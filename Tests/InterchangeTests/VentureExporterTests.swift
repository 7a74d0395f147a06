import Incubation
import Interchange
import Storage
import Testing

struct VentureExporterTests {
  private func exported(
    _ rows: [(venture: Venture, note: SafeText)], _ format: VentureExporter.Format
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var exporter = VentureExporter(format, pipelines: ShippedPipelines.all)
    for row in rows { exporter.add(row.venture, note: row.note) { bytes += $0 } }
    exporter.finish { bytes += $0 }
    return bytes
  }

  private func venture(_ number: UInt64, _ content: VentureContent) -> Venture {
    Venture(
      id: Identifier(high: 7, low: number), code: SafeText(escaping: "ST-\(number)"),
      content: content,
      position: StagePosition(
        pipeline: "startup", stage: "incubation", status: .setAside,
        enteredOn: LocalDate(dayNumber: 18_000)),
      version: 3)
  }

  @Test func headingsAndCells() throws {
    var content = Fixture.content("=Trà sen", phone: "0912345678", birthYear: 1990)
    content.needs = [.vision: 7]
    content.tags = ["ocop", "sen"]
    content.foundOn = LocalDate(year: 2019, month: 10, day: 5)
    let bytes = exported(
      [(venture(1, content), "Gọi lại")],
      .csv(CSVWriter(delimiter: .semicolon, byteOrderMark: true), .vietnamese))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = try records(bytes)
    #expect(rows[0] == ImportColumn.allCases.map { $0.heading(.vietnamese).string })
    #expect(
      rows[0].prefix(6) == [
        "Mã hồ sơ", "Tên hồ sơ", "Quy trình", "Giai đoạn", "Tình trạng", "Ngày vào giai đoạn",
      ])
    #expect(
      rows[1].prefix(7) == [
        "ST-1", "'=Trà sen", "Khởi nghiệp ĐMST", "Ươm tạo", "Tạm dừng", "14/04/2019", "Ý tưởng",
      ])
    #expect(rows[1].contains("ocop; sen") && rows[1].contains("05/10/2019"))
    #expect(rows[1].last == "Gọi lại")
  }

  @Test func jsonHoldsTheSame() throws {
    var content = Fixture.content("Trà \"sen\"\nx", birthYear: 1990)
    content.tags = ["ocop"]
    let two = exported([(venture(1, content), "a\tb"), (venture(2, content), .empty)], .json)
    let value = try JSONValue.parse(String(decoding: two, as: UTF8.self))
    guard case .array(let items) = value, case .object(let first) = items[0],
      case .object(let second) = items[1]
    else {
      Issue.record("not an array of objects")
      return
    }
    #expect(items.count == 2)
    #expect(first["title"] == .string("Trà \"sen\"\nx"))
    #expect(first["birth-year"] == 1990)
    #expect(first["tags"] == .array(["ocop"]))
    #expect(first["status"] == "set-aside" && first["stage"] == "incubation")
    #expect(first["entered-on"] == "2019-04-14" && first["version"] == 3)
    #expect(first["note"] == "a\tb" && second["note"] == nil)
    #expect(first["id"] == "00000000-0000-0007-0000-000000000001")
    #expect(String(decoding: exported([], .json), as: UTF8.self) == "[]\n")
  }

  @Test func bytesComeInPieces() throws {
    var pieces: [Int] = []
    var exporter = VentureExporter(.csv(CSVWriter(), .english), pipelines: [])
    for number in 0..<5_000 {
      exporter.add(venture(UInt64(number), Fixture.content("Trà sen"))) { pieces.append($0.count) }
    }
    exporter.finish { pieces.append($0.count) }
    #expect(pieces.count > 3 && pieces.allSatisfy { $0 < 80_000 })
  }

  @Test func aSinkThatFailsIsHeard() {
    struct Full: Error {}
    var exporter = VentureExporter(.json, pipelines: [])
    exporter.add(venture(1, Fixture.content("A"))) { _ in }
    #expect(throws: Full.self) { try exporter.finish { _ in throw Full() } }
  }
}

struct RoundTripTests {
  /// A venture with arbitrary fields, set through the one parser of content.
  private func content(_ number: Int, _ random: inout SeededGenerator) -> VentureContent {
    let titles = [
      "Trà sen", "=1+1", "'=x", "-5%", "@home", "Máy, sấy; tép", "\"Phân bón\"",
      "Bánh pía Sóc Trăng",
    ]
    let notes = ["", "hai\ndòng", "- một\n- hai", "=SUM(A1)\n\n+1", "'", "a\"b", "  thụt vào"]
    let lines = ["", "Sóc Trăng", "+84", "'- x", "HTX \"Sen\"; Tép", "Ấp 3, xã Đại Tâm"]
    var content = VentureContent(title: .empty)
    func set(_ field: VentureField, _ text: String) {
      do { try content.set(field, from: text) } catch { Issue.record("\(field): \(error)") }
    }
    set(.title, random.pick(titles) + " \(number)")
    for field in VentureField.allCases where field.isContent && field != .title {
      guard Bool.random(using: &random) else { continue }
      switch field {
      case .kind: set(field, random.pick(["idea", "startup", "enterprise"]))
      case .taxCode: set(field, random.pick(["2200100090", "0314409058-002", "079099001234"]))
      case .birthYear: set(field, random.pick(["1970", "1985", "1999"]))
      case .phone: set(field, random.pick(["0912345678", "02993821234", "0381234567"]))
      case .email: set(field, random.pick(["a@b.vn", "+x=y@sen.com.vn"]))
      case .sourceKind: set(field, random.pick(["event", "contest", "referral", "search"]))
      case .foundOn, .needsOn, .nextStepDue: set(field, random.pick(["1/2/2019", "31/12/2020"]))
      case .needVision, .needApproach, .needManagement: set(field, random.pick(["0", "5", "10"]))
      case .tags: set(field, random.pick(["ocop; sen", "=x", "-; +"]))
      case .attachments: set(field, random.pick(["/tmp/a b.pdf", "-rf; =b,c.docx"]))
      default: set(field, random.pick(field.textKind == .note ? notes : lines))
      }
    }
    return content
  }

  private func ventures(_ random: inout SeededGenerator) -> [Venture] {
    (0..<40).map { number in
      let pipeline = random.pick(ShippedPipelines.all)
      return Venture(
        id: Identifier(high: 9, low: UInt64(number)),
        code: SafeText(escaping: "ST-\(1_000 + number)"), content: content(number, &random),
        position: StagePosition(
          pipeline: pipeline.code, stage: random.pick(pipeline.stages).code,
          status: random.pick(Venture.Status.allCases),
          enteredOn: LocalDate(dayNumber: Int.random(in: 17_000...19_000, using: &random))),
        version: Int.random(in: 1...9, using: &random))
    }
  }

  private func exported(
    _ ventures: [Venture], note: SafeText, _ random: inout SeededGenerator
  ) -> [UInt8] {
    let writer = CSVWriter(
      delimiter: random.pick(CSVDelimiter.allCases), byteOrderMark: Bool.random(using: &random))
    var bytes: [UInt8] = []
    var exporter = VentureExporter(
      .csv(writer, random.pick(Language.allCases)), pipelines: ShippedPipelines.all)
    for venture in ventures { exporter.add(venture, note: note) { bytes += $0 } }
    exporter.finish { bytes += $0 }
    return bytes
  }

  /// What was exported is found again without a difference.
  @Test(arguments: [31, 32, 33, 34, 0x5EED] as [UInt64], [true, false])
  func exportsMatchWhatIsThere(_ seed: UInt64, _ withCodes: Bool) async throws {
    var random = SeededGenerator(seed: seed)
    let ventures = ventures(&random)
    let known = ventures.map {
      KnownVenture(id: $0.id, code: $0.code, content: $0.content, version: $0.version)
    }
    let bytes = exported(ventures, note: .empty, &random)
    let plan = try await ImportPlanner(
      existing: Fixture.existing(known, withCodes: withCodes), options: Fixture.options()
    ).plan(bytes)
    #expect(
      plan.pattern == String(repeating: "m", count: ventures.count),
      "seed \(seed): \(plan.refused.map(\.reason)) \(String(decoding: bytes, as: UTF8.self))")
    #expect(plan.batch.updates.isEmpty && plan.batch.skipped == ventures.count)
    for (row, venture) in ventures.enumerated() {
      guard case .matched(let matched) = plan.outcome(at: row) else { continue }
      #expect(matched.id == venture.id, "seed \(seed)")
      #expect(matched.differences.isEmpty, "seed \(seed): \(matched.differences)")
    }
  }

  /// The season of the demo, in both languages: names, notes and places as they really are.
  @Test(arguments: Language.allCases)
  func theDemoSeasonComesBack(_ language: Language) async throws {
    let ventures = DemoSeason.season2020.ventures
    var bytes: [UInt8] = []
    let writer = CSVWriter(delimiter: .semicolon, byteOrderMark: true)
    var exporter = VentureExporter(.csv(writer, language), pipelines: ShippedPipelines.all)
    for (number, demo) in ventures.enumerated() {
      let venture = Venture(
        id: Identifier(high: 5, low: UInt64(number)), code: demo.code, content: demo.content,
        position: demo.position, version: 1)
      exporter.add(venture, note: demo.remarks.last?.text ?? .empty) { bytes += $0 }
    }
    exporter.finish { bytes += $0 }
    let plan = try await ImportPlanner(existing: .none, options: Fixture.options()).plan(bytes)
    #expect(ventures.count > 50 && plan.refused.isEmpty && plan.warnings.isEmpty)
    try #require(plan.newCount == ventures.count)
    for (new, demo) in zip(plan.newVentures, ventures) {
      #expect(new.content == demo.content, "\(new.content.differences(from: demo.content))")
      #expect(new.stage == demo.position.stage && new.status == demo.position.status)
      #expect(new.enteredOn == demo.position.enteredOn)
    }
  }

  /// Into an empty database it gives the same contents, places and remarks.
  @Test(arguments: [41, 42, 43, 44, 0xE117] as [UInt64])
  func exportsFillAnEmptyDatabase(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let ventures = ventures(&random)
    let bytes = exported(ventures, note: "=ghi chú\n- x", &random)
    let plan = try await ImportPlanner(existing: .none, options: Fixture.options()).plan(bytes)
    #expect(
      plan.newCount == ventures.count, "seed \(seed): \(plan.refused.map { $0.reason })")
    for (new, venture) in zip(plan.newVentures, ventures) {
      #expect(
        new.content == venture.content,
        "seed \(seed): \(new.content.differences(from: venture.content))")
      #expect(new.code == venture.code, "seed \(seed)")
      #expect(new.pipeline == venture.position.pipeline, "seed \(seed)")
      #expect(new.stage == venture.position.stage, "seed \(seed)")
      #expect(new.status == venture.position.status, "seed \(seed)")
      #expect(new.enteredOn == venture.position.enteredOn, "seed \(seed)")
      #expect(new.note == "=ghi chú\n- x", "seed \(seed)")
    }
  }
}
