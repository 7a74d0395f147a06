import Incubation
import Interchange

/// A small paper that has one of everything.
enum DocumentFixture {
  static let measure = TextMeasure { $0.count }

  static let head = Letterhead(
    superior: "UBND TỈNH SÓC TRĂNG", agency: "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    reference: "12/BB-SKHCN", placeAndDay: "Sóc Trăng, ngày 15 tháng 9 năm 2020")

  static let table = DocumentTable(
    [
      .init("Hạng", .centre, weight: 1), .init("Bài dự thi", weight: 5),
      .init("Tổng điểm", .right, weight: 2),
    ],
    rows: [
      ["1", "Robot học đường dạy tiếng Khmer", "84,33"], ["2", "Gạo ST & <tuần hoàn>", "83,67"],
    ], keyColumns: 1, boldRows: [0])

  static func document(_ blocks: [DocumentBlock] = blocks) -> OfficialDocument {
    OfficialDocument(
      name: "Biên bản", day: LocalDate(dayNumber: 18_520), parts: [.init(.portrait, blocks)])
  }

  static let blocks: [DocumentBlock] = [
    .letterhead(head), .title(DocumentTitle("BIÊN BẢN", ["Họp hội đồng giám khảo"])),
    .section(level: 1, "THÀNH PHẦN"), .section(level: 2, "Có mặt"),
    .paragraph(
      DocumentParagraph(
        .body,
        "Hội đồng giám khảo họp chấm vòng chung kết cuộc thi ý tưởng khởi nghiệp sáng tạo.")),
    .paragraph(DocumentParagraph(.item, "Ông Nguyễn Văn An, chủ tịch hội đồng;")),
    .section(level: 1, "KẾT QUẢ"), .table(table),
    .closing(
      DocumentClosing(
        recipients: ["Như trên", "Lưu: VT, QLKH"],
        signatures: [
          .init(["THƯ KÝ"], name: "Lý Thị Hoa"),
          .init(["CHỦ TỌA"], name: "Nguyễn Văn An", isSigned: true),
        ])),
  ]
}
