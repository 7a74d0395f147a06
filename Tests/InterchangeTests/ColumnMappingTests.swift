import Incubation
import Testing

@testable import Interchange

struct ColumnMappingTests {
  @Test(arguments: [
    ("Tên dự án", VentureField.title), ("TÊN Ý TƯỞNG", .title), ("ten du an", .title),
    ("Tên dự án/ý tưởng (*)", .title), ("Loại", .kind), ("Đơn vị", .organisation),
    ("Doanh nghiệp", .organisation), ("Mã số thuế", .taxCode), ("MST", .taxCode),
    ("Người đại diện", .representative), ("Chủ nhiệm", .representative),
    ("Họ tên", .representative), ("Họ và tên", .representative), ("Điện thoại", .phone),
    ("SĐT", .phone), ("Số ĐT", .phone), ("Lĩnh vực", .field), ("Địa phương", .place),
    ("Huyện", .place), ("Huyện/Thị xã", .place), ("Nguồn phát hiện", .sourceKind),
    ("Ngày phát hiện (dd/mm/yyyy)", .foundOn), ("Ghi chú", .note), ("  năm  sinh ", .birthYear),
    ("E-mail", .email), ("Email", .email), ("Giai đoạn", .stage), ("Quy trình", .pipeline),
    ("Title", .title), ("Company name", .organisation), ("Tax code", .taxCode),
    ("Phone number", .phone), ("birth-year", .birthYear), ("Description", .summary),
    ("Te\u{302}n du\u{323}\u{31B} a\u{301}n", .title),
  ])
  func headingsAsPeopleWriteThem(_ heading: String, _ field: VentureField) {
    #expect(HeadingVocabulary.column(of: heading) == .field(field))
  }

  @Test(arguments: ["STT", "TT", "", "  ", "Dòng trong tệp", "Lý do", "Cột bị từ chối", "***"])
  func otherHeadingsAreLeftOut(_ heading: String) {
    #expect(HeadingVocabulary.column(of: heading) == nil)
  }

  @Test func noHeadingMeansTwoThings() {
    let clashes = HeadingVocabulary.claims.filter { $0.value.count > 1 }
    #expect(clashes.isEmpty, "\(clashes)")
  }

  @Test(arguments: Language.allCases)
  func everyExportedHeadingIsKnown(_ language: Language) throws {
    let mapping = try ColumnMapping(
      headings: ImportColumn.allCases.map { $0.heading(language).string })
    #expect(mapping.columns == ImportColumn.allCases)
    #expect(Set(ImportColumn.allCases.map(\.key)).count == VentureField.allCases.count + 2)
  }

  @Test func unmappedColumnsAreListed() throws {
    let mapping = try ColumnMapping(headings: ["STT", "Tên dự án", "", "Ký tên", "SĐT"])
    #expect(mapping.unmapped == ["STT", "Ký tên"])
    #expect(mapping.columns == [nil, .field(.title), nil, nil, .field(.phone)])
    #expect(mapping.name(of: 2) == "#3")
  }

  @Test func twoColumnsOfOneFieldAreAnError() {
    #expect(
      throws: MappingFailure.twice(.field(.title), first: "Tên dự án", second: "Tên ý tưởng")
    ) {
      try ColumnMapping(headings: ["Tên dự án", "STT", "Tên ý tưởng"])
    }
    #expect(throws: MappingFailure.noTitle(headings: ["STT", "SĐT"])) {
      try ColumnMapping(headings: ["STT", "SĐT"])
    }
  }

  @Test func aPersonCorrects() throws {
    let file = try MappingFile(
      """
      # của phòng
      "Tên đề tài xét chọn" = "title"

      "TEN Y TUONG" = ""   # để trống
      "Điện thoại bàn" = "Điện thoại"
      "#5" = "note"
      """)
    let headings = ["Tên đề tài xét chọn", "Tên ý tưởng", "SĐT", "Điện thoại bàn", "", "Huyện"]
    var mapping = ColumnMapping(guessing: headings, corrections: file)
    #expect(mapping.columns[0] == .field(.title))
    #expect(mapping.columns[1] == nil)
    #expect(mapping.columns[4] == .field(.note))
    #expect(throws: MappingFailure.twice(.field(.phone), first: "SĐT", second: "Điện thoại bàn")) {
      try mapping.check()
    }
    mapping.set(nil, at: 3)
    try mapping.check()
    let again = try ColumnMapping(
      headings: Array(headings.dropLast(2)), corrections: MappingFile(mapping.file.text))
    #expect(again.columns == Array(mapping.columns.prefix(4)))
  }

  @Test func mappingFilesComeBack() throws {
    let file = MappingFile(entries: [
      .init(heading: "a \"b\" \\ c", column: .status), .init(heading: "#3", column: nil),
      .init(heading: "Tên = gì", column: .field(.needVision)),
    ])
    #expect(try MappingFile(file.text) == file)
    #expect(try MappingFile("\u{FEFF}" + file.text) == file)
    #expect(try MappingFile("") == MappingFile())
  }

  @Test(arguments: [
    ("\"a\" = \"title", MappingFailure.badLine(1)), ("\n\"a\" \"title\"", .badLine(2)),
    ("a = title", .badLine(1)), ("\"a\" = \"title\" x", .badLine(1)),
    ("\"a\\n\" = \"title\"", .badLine(1)),
    ("\"a\" = \"màu sắc\"", .unknownField(line: 1, name: "màu sắc")),
  ])
  func badMappingFiles(_ text: String, _ failure: MappingFailure) {
    #expect(throws: failure) { try MappingFile(text) }
    #expect(failure.words(.vietnamese) != failure.words(.english))
  }
}
