import Incubation
import Interchange
import Storage
import Testing

struct ImportValueTests {
  @Test func aListAsADepartmentKeepsIt() async throws {
    let plan = try await Fixture.plan(
      """
      STT;Tên dự án;Loại;Doanh nghiệp;MST;Họ và tên;Năm sinh;SĐT;Lĩnh vực;Huyện;\
      Nguồn phát hiện;Ngày phát hiện;Ghi chú
      1;Trà sen Mỹ Xuyên;dự án;HTX Sen Việt;2200100090;Thạch Thị Sa;1990;0912 345 678;\
      Nông nghiệp;Mỹ Xuyên;Techfest Soctrang 2019;05/10/2019;Cần gặp lại
      2;Máy sấy tép;;;;Lâm Văn Ray;;0168 123 4567;;Vĩnh Châu;Cuộc thi;;
      ;;;;;;;;;;;;
      3;Phân bón vi sinh;Doanh nghiệp;;;;;;;;ông Danh Sol;9/2/2020;
      """)
    try #require(plan.pattern == "nnn")
    let ventures = plan.newVentures
    let first = ventures[0]
    #expect(first.content.title == "Trà sen Mỹ Xuyên")
    #expect(first.content.kind == .startup)
    #expect(first.content.taxCode?.text == "2200100090")
    #expect(first.content.birthYear == 1990)
    #expect(first.content.phone?.digits == "0912345678")
    #expect(first.content.sourceKind == .event)
    #expect(first.content.sourceName == "Techfest Soctrang 2019")
    #expect(first.content.foundOn == LocalDate(year: 2019, month: 10, day: 5))
    #expect(first.note == "Cần gặp lại")
    #expect(first.enteredOn == Fixture.today)
    #expect(ventures.map(\.pipeline) == ["startup", "startup", "enterprise"])
    #expect(ventures[1].content.sourceKind == .contest)
    #expect(ventures[1].content.phone?.digits == "0381234567")
    #expect(ventures[2].content.sourceKind == nil)
    #expect(ventures[2].content.sourceName == "ông Danh Sol")
    #expect(plan.mapping.unmapped == ["STT"])
    #expect((0..<3).map(plan.line) == [2, 3, 5])
    #expect(
      plan.warnings.map(\.kind) == [
        .sourceGuessed(.event),
        .phoneConverted(
          from: "0168 123 4567", to: PhoneNumber(stored: "0381234567")),
        .sourceGuessed(nil),
      ])
    #expect(plan.warnings(onLine: 3).map(\.column) == ["SĐT"])
    #expect(plan.warnings(onLine: 4).isEmpty)
  }

  @Test(arguments: [
    ("Ngày hội STEM 2019", DiscoverySource.event), ("Hội thảo khởi nghiệp", .event),
    ("Cuộc thi ý tưởng khởi nghiệp sáng tạo Sóc Trăng 2019", .contest), ("Hackathon", .contest),
    ("Hội Nông dân giới thiệu", .referral), ("Khảo sát doanh nghiệp", .search),
  ])
  func sourcesAreGuessed(_ name: String, _ kind: DiscoverySource) async throws {
    let plan = try await Fixture.plan("Tên;Nguồn phát hiện\nA;\(name)")
    #expect(plan.newVentures[0].content.sourceKind == kind)
    #expect(plan.newVentures[0].content.sourceName.string == name)
  }

  @Test func aColumnOfItsOwnNamesTheSource() async throws {
    let plan = try await Fixture.plan(
      "Tên nguồn,Tên,Nguồn phát hiện\nTechfest 2019,A,Sự kiện\nTechfest 2018,B,Hội thảo X")
    #expect(plan.newVentures[0].content.sourceKind == .event)
    #expect(
      plan.newVentures.map(\.content.sourceName) == ["Techfest 2019", "Techfest 2018"])
  }

  @Test func stagesAndStatus() async throws {
    let plan = try await Fixture.plan(
      """
      Tên,Quy trình,Giai đoạn,Tình trạng,Ngày vào giai đoạn,Loại
      A,,ươm tạo,,1/2/2020,
      B,startup,Screening,Tạm dừng,,
      C,,,Đã loại,,Ý tưởng
      D,,bay lên trời,,,
      E,khác,,,,
      F,,,lơ lửng,,
      G,,,,31/2/2020,
      """)
    try #require(plan.pattern == "nnnrrrr")
    #expect(plan.newVentures.map(\.stage) == ["incubation", "screening", nil])
    #expect(plan.newVentures.map(\.status) == [.active, .setAside, .dropped])
    #expect(plan.newVentures[0].enteredOn == LocalDate(year: 2020, month: 2, day: 1))
    #expect(
      plan.refused.map(\.column) == ["Giai đoạn", "Quy trình", "Tình trạng", "Ngày vào giai đoạn"])
    #expect(plan.refused[0].reason.words(.vietnamese).contains("“bay lên trời”"))
    #expect(plan.refused[0].reason.words(.vietnamese).contains("Ươm tạo"))
    #expect(plan.refused[1].reason.words(.english).contains("Innovative startups"))
  }

  @Test func refusalsNameLineColumnAndReason() async throws {
    let plan = try await Fixture.plan(
      """
      Tên dự án,MST,Năm sinh,SĐT,Email,Ngày phát hiện
      ,,,,a@b.vn,
      A,0100233480,,,,
      B,,chín mươi,,,
      C,,,12,,
      D,,,,a b@c,
      E,,,,,hôm qua
      F,,,,,,thừa
      "G\u{202E}",,,,,
      """)
    try #require(plan.pattern == "rrrrrrrr")
    #expect(plan.refused.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 9])
    #expect(
      plan.refused.map { $0.column?.string } == [
        "Tên dự án", "MST", "Năm sinh", "SĐT", "Email", "Ngày phát hiện", nil, "Tên dự án",
      ])
    #expect(plan.refused[0].reason == .noTitle)
    #expect(plan.refused[1].reason == .value(.taxCode(.checkDigit)))
    #expect(plan.refused[6].reason == .surplusCells(found: 7, headings: 6))
    for refused in plan.refused {
      #expect(refused.reason.words(.vietnamese) != refused.reason.words(.english))
    }
    #expect(plan.batch.refused == 8)
  }

  @Test func whatSpreadsheetsDoIsPutRight() async throws {
    let plan = try await Fixture.plan(
      """
      Tên,SĐT,MST,Ngày phát hiện,Hạn
      A,912345678,100233488,2019-10-05 00:00:00,5/10/2019 0:00
      B,2993821234,,,
      """)
    try #require(plan.pattern == "nn")
    let first = plan.newVentures[0].content
    #expect(first.phone?.digits == "0912345678")
    #expect(first.taxCode?.text == "0100233488")
    #expect(first.foundOn == LocalDate(year: 2019, month: 10, day: 5))
    #expect(first.nextStepDue == first.foundOn)
    #expect(plan.newVentures[1].content.phone?.digits == "02993821234")
    #expect(plan.warnings.count == 3)
  }

  @Test func lettersAreComposedAndInvisibleOnesTakenOut() async throws {
    let plan = try await Fixture.plan(
      "Te\u{302}n,Huye\u{323}\u{302}n\nTra\u{300} se\u{200B}n\u{AD},So\u{301}c Tra\u{306}ng\n")
    #expect(plan.newVentures[0].content.title == "Trà sen")
    #expect(plan.newVentures[0].content.place.string.unicodeScalars.count == 9)
    #expect(plan.warnings.map(\.kind) == [.stripped(2)])
  }

  @Test func linesOfANameAreJoined() async throws {
    let plan = try await Fixture.plan(
      """
      Tên,Tóm tắt,SĐT
      "Trà sen
      Mỹ Xuyên","hai
      dòng",
      Bún,,"0912000001
      0912000002"
      """)
    try #require(plan.pattern == "nr")
    #expect(plan.newVentures[0].content.title == "Trà sen Mỹ Xuyên")
    #expect(plan.newVentures[0].content.summary == "hai\ndòng")
    #expect(plan.warnings.map(\.kind) == [.linesJoined])
    #expect(plan.refused[0].reason == .value(.phone(.several)))
  }

  @Test func formulasComeInAsText() async throws {
    let plan = try await Fixture.plan("Tên,Tóm tắt\n'=1+1,''=x\n=2+2,'thường'\n")
    #expect(plan.newVentures.map(\.content.title.string) == ["=1+1", "=2+2"])
    #expect(plan.newVentures.map(\.content.summary.string) == ["'=x", "'thường'"])
  }
}

struct ImportMatchTests {
  private let known = Fixture.known(
    Fixture.content(
      "Trà sen", taxCode: "2200100090", phone: "0912345678", birthYear: 1990,
      organisation: "HTX Sen"),
    Fixture.content("Máy sấy tép", phone: "0912000001", birthYear: 1985),
    Fixture.content("Máy sấy tép", phone: "0912000002", birthYear: 1985),
    Fixture.content("Phân bón"),
    Fixture.content("Bánh pía", birthYear: 1970))

  private func ids(_ plan: ImportPlan) -> [UInt64?] {
    (0..<plan.rowCount).map { row in
      if case .matched(let matched) = plan.outcome(at: row) { return matched.id.low }
      return nil
    }
  }

  @Test(
    arguments: [
      ("TRA SEN,2200100090,,", "m", 1), ("Trà sen,,0912 345 678,", "m", 1),
      ("trà  sen,,,1990", "m", 1), ("Trà sen,2200100051,,", "n", nil), ("Trà sen,,,", "n", nil),
      ("Trà sen,2200100051,0912345678,", "c", 1), ("Trà đá,2200100090,,", "n", nil),
      ("Máy sấy tép,,0912000002,", "m", 3), ("Máy sấy tép,,,1985", "r", nil),
      ("Máy sấy tép,,0912000001,1985", "m", 2), ("Máy sấy tép,,0912000009,1985", "r", nil),
      ("phan bon,,,", "m", 4), ("Phân bón,,0912000009,", "n", nil),
      ("Bánh pía,,0912000009,1970", "c", 5),
    ] as [(String, String, UInt64?)])
  func rowsFindTheirVenture(_ row: String, _ pattern: String, _ id: UInt64?) async throws {
    var row = row
    if row.first?.isLowercase == true || row.hasPrefix("TRA") || row.hasPrefix("trà") {
      // The way of writing the title is a difference of its own, and not what is asked here.
      row = row.replacingTitle(known)
    }
    let plan = try await Fixture.plan("Tên,MST,SĐT,Năm sinh\n" + row, known: known)
    try #require(plan.pattern == pattern)
    #expect(ids(plan) == [id])
  }

  @Test func titlesAreFoundWithoutAccents() async throws {
    let plan = try await Fixture.plan("Tên,SĐT\nTRA SEN,0912345678", known: known)
    #expect(ids(plan) == [1])
    try #require(plan.pattern == "c")
  }

  @Test func ambiguousRowsAreRefused() async throws {
    let text = "Tên,Năm sinh\nMáy sấy tép,1985"
    let plan = try await Fixture.plan(text, known: known)
    #expect(plan.refused.map(\.reason) == [.ambiguous(2, codes: [])])
    let named = try await Fixture.plan(text, known: known, withCodes: true)
    #expect(
      named.refused[0].reason.words(.vietnamese).hasPrefix(
        "Trùng khớp với 2 hồ sơ đã có (ST-1001, ST-1002);"))
  }

  @Test func contradictingMarksAreAmbiguous() async throws {
    let two = Fixture.known(
      Fixture.content("X", phone: "0912000001", birthYear: 1980),
      Fixture.content("X", phone: "0912000002", birthYear: 1990))
    let plan = try await Fixture.plan("Tên,SĐT,Năm sinh\nX,0912000001,1990", known: two)
    #expect(plan.refused.map(\.reason) == [.ambiguous(2, codes: [])])
  }

  @Test func differencesAreShownFieldByField() async throws {
    let plan = try await Fixture.plan(
      "Tên,MST,SĐT,Huyện,Email\nTrà sen,2200100090,0912 000 009,Mỹ Xuyên,", known: known)
    guard case .matched(let matched) = plan.outcome(at: 0) else {
      Issue.record("not matched")
      return
    }
    #expect(
      matched.differences == [
        .init(field: .phone, before: "0912 345 678", after: "0912 000 009"),
        .init(field: .place, before: "", after: "Mỹ Xuyên"),
      ])
    let update = try #require(plan.batch.updates.first)
    #expect(update.ifVersion == 1)
    #expect(update.content.birthYear == 1990)
    #expect(update.content.organisation == "HTX Sen")
    #expect(update.content.phone?.digits == "0912000009")
    #expect(update.content.place == "Mỹ Xuyên")
  }

  @Test func skippingLeavesThemAlone() async throws {
    var plan = try await Fixture.plan(
      "Tên,SĐT,Huyện\nTrà sen,0912345678,Mỹ Xuyên\nPhân bón,,\nMới,,", known: known, .skip)
    try #require(plan.pattern == "cmn")
    #expect(plan.batch.updates.isEmpty && plan.batch.skipped == 2 && plan.batch.new.count == 1)
    plan.options.onMatch = .update
    #expect(plan.batch.updates.count == 1 && plan.batch.skipped == 1)
    #expect(plan.batch.fileName == "danh-sach.csv")
  }

  @Test func aNumberNamesItsVenture() async throws {
    let plan = try await Fixture.plan(
      "Mã hồ sơ,Tên,SĐT\nst-1003,Phân bón vi sinh,\nST-1002,Máy sấy tép,\nST-9999,Trà,",
      known: known, withCodes: true)
    try #require(plan.pattern == "cmn")
    #expect(ids(plan) == [4, 3, nil])
    #expect(plan.newVentures[0].code == "ST-9999")
  }

  @Test func rowsThatComeTwiceAreRefused() async throws {
    let plan = try await Fixture.plan(
      """
      Tên,MST,SĐT,Năm sinh
      A,2200100090,,
      a,2200100090,0912000001,
      B,,0912000001,
      B,,+84 912 000 001,1990
      B,,0912000003,1991
      B,,0912000004,1991
      C,,,
      c,,,
      C,,0912000001,
      Phân bón,,,
      PHÂN BÓN,,,
      """, known: known)
    try #require(plan.pattern == "nrnrnrnrnmr")
    #expect(
      plan.refused.map(\.reason) == [
        .duplicate(ofLine: 2), .duplicate(ofLine: 4), .duplicate(ofLine: 6),
        .duplicate(ofLine: 8), .duplicate(ofLine: 11),
      ])
    #expect(plan.refused[0].reason.words(.vietnamese) == "Trùng với dòng 2 của tệp.")
  }

  @Test func twoRowsOfOneVentureAreOne() async throws {
    let plan = try await Fixture.plan(
      "Tên,MST,Năm sinh\nTrà sen,2200100090,\nTrà sen,,1990", known: known)
    try #require(plan.pattern == "mr")
    #expect(plan.refused.map(\.reason) == [.duplicate(ofLine: 2)])
  }

  @Test func differentNumbersAreDifferentVentures() async throws {
    let plan = try await Fixture.plan(
      "Mã,Tên,SĐT\nDA1,A,0912000001\nDA2,A,0912000001\nDA1,B,\nda2,C,")
    try #require(plan.pattern == "nnrr")
    #expect(plan.warnings.map(\.kind) == [.likeLine(2)])
    #expect(plan.refused.map(\.reason) == [.duplicate(ofLine: 2), .duplicate(ofLine: 3)])
  }

  @Test func sameTitleAloneIsAWarning() async throws {
    let plan = try await Fixture.plan("Tên,SĐT\nTrà sen,0912999999", known: known)
    try #require(plan.pattern == "n")
    #expect(plan.warnings.map(\.kind) == [.sameTitle])
  }

  @Test func aTaxCodeOfAnotherOrganisationIsAWarning() async throws {
    let plan = try await Fixture.plan(
      """
      Tên,Đơn vị,MST
      Kẹo sen,Công ty Sen Vàng,2200100090
      Nước mắm,Cơ sở Hai Lúa,2200100051
      Khô cá,Công ty Ba Lúa,2200100051
      Rượu sim,HTX SEN,2200100090
      """, known: known)
    try #require(plan.pattern == "nnnn")
    #expect(
      plan.warnings.map { "\($0.line) \($0.words(.vietnamese))" } == [
        "2 Mã số thuế này đang thuộc về “HTX Sen”.",
        "4 Mã số thuế này đang thuộc về “Cơ sở Hai Lúa”.",
        "5 Mã số thuế này đang thuộc về “Công ty Sen Vàng”.",
      ])
  }

  @Test func remarksAreAddedOnce() async throws {
    var ventures = known
    ventures[0].notes = ["Đã gặp"]
    let text = "Tên,SĐT,Ghi chú\nTrà sen,0912345678,Đã gặp\nMáy sấy tép,0912000001,Gọi lại"
    let plan = try await Fixture.plan(text, known: ventures, withNotes: true)
    #expect(plan.batch.updates.map(\.note) == ["Gọi lại"])
    #expect(plan.warnings.isEmpty)
    let without = try await Fixture.plan(text, known: ventures)
    #expect(without.batch.updates.isEmpty)
    #expect(without.warnings.map(\.kind) == [.noteLeftOut, .noteLeftOut])
  }
}

extension String {
  /// The row with its title written as the venture of the same folded title has it.
  fileprivate func replacingTitle(_ known: [KnownVenture]) -> String {
    let title = String(prefix { $0 != "," })
    let folded = TextFolding.fold(title)
    let written = known.first { TextFolding.fold($0.content.title.string) == folded }
    return (written?.content.title.string ?? title) + dropFirst(title.count)
  }
}
