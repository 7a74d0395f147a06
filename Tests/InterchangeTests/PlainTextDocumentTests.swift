import Incubation
import Interchange
import Testing

@Suite("Papers as plain text")
struct PlainTextDocumentTests {
  private func text(_ blocks: [DocumentBlock], width: Int = 80) -> String {
    PlainTextRenderer(DocumentFixture.measure, width: width)
      .render(DocumentFixture.document(blocks))
  }

  @Test("a whole paper, column by column")
  func golden() {
    #expect(text(DocumentFixture.blocks) == Self.whole)
  }

  private static let whole = """
            UBND TỈNH SÓC TRĂNG              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
          SỞ KHOA HỌC VÀ CÔNG NGHỆ              Độc lập - Tự do - Hạnh phúc
                ────────────                    ───────────────────────────
              Số: 12/BB-SKHCN               Sóc Trăng, ngày 15 tháng 9 năm 2020

                                        BIÊN BẢN
                                 Họp hội đồng giám khảo
                                    ───────────────

    I. THÀNH PHẦN

    1. Có mặt

        Hội đồng giám khảo họp chấm vòng chung kết cuộc thi ý tưởng khởi nghiệp sáng
    tạo.

      - Ông Nguyễn Văn An, chủ tịch hội đồng;

    II. KẾT QUẢ

    ┌──────┬─────────────────────────────────┬───────────┐
    │ Hạng │           Bài dự thi            │ Tổng điểm │
    ├──────┼─────────────────────────────────┼───────────┤
    │  1   │ Robot học đường dạy tiếng Khmer │     84,33 │
    │  2   │ Gạo ST & <tuần hoàn>            │     83,67 │
    └──────┴─────────────────────────────────┴───────────┘

                     THƯ KÝ                                 CHỦ TỌA

                                                            (Đã ký)

                   Lý Thị Hoa                            Nguyễn Văn An

    Nơi nhận:
    - Như trên;
    - Lưu: VT, QLKH.

    """

  @Test("no line is wider than the page, whatever stands in it", arguments: [64, 72, 80, 132])
  func width(width: Int) {
    let long = String(repeating: "khởinghiệp", count: 20)
    let columns = (0..<14).map { DocumentTable.Column("Tiêu chí \($0) \(long)", weight: 1) }
    let wide = DocumentTable(
      columns, rows: [columns.indices.map { "\($0) " + long }, ["chỉ một ô"]], keyColumns: 2)
    let blocks: [DocumentBlock] =
      DocumentFixture.blocks + [
        .table(wide), .paragraph(DocumentParagraph(.body, long)),
        .paragraph(DocumentParagraph(.display, long)), .section(level: 1, long),
        .title(DocumentTitle("Phụ lục I", [long], reference: long, isAppendix: true)),
        .closing(DocumentClosing(signatures: (0..<5).map { .init([long], name: "\($0)") })),
      ]
    for line in text(blocks, width: width).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test("columns that do not fit go on below, with the first ones repeated, and none is lost")
  func continued() {
    let columns = (0..<12).map { DocumentTable.Column("Cột số \($0)", weight: 1) }
    let row = (0..<12).map { "giátrị\($0)" }
    let text = text([.table(DocumentTable(columns, rows: [row], keyColumns: 1))], width: 64)
    #expect(text.contains("(tiếp theo)"))
    let cells = text.split(whereSeparator: { "│\n".contains($0) })
      .map { $0.split(separator: " ").joined(separator: " ") }
    for cell in row { #expect(cells.contains(cell), "\(cell)") }
    #expect(cells.count { $0 == "giátrị0" } > 1)
  }

  @Test("one who signs stands on the right, recipients on the left")
  func single() {
    let text = text([
      .closing(
        DocumentClosing(
          recipients: ["Như trên"],
          signatures: [.init(["GIÁM ĐỐC"], name: "Trần Văn Bình", isSigned: true)]))
    ])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("Nơi nhận:") && lines[0].hasSuffix("GIÁM ĐỐC"))
    #expect(lines[1] == "- Như trên.")
    #expect(text.contains("(Đã ký)"))
  }
}
