import Incubation

extension JudgingPapers {
  /// Bảng tổng hợp điểm: what the panel gave in each criterion, and what each judge's sheets came
  /// to. An appendix of the minutes when it has a number.
  func scoreTable(appendix: Int?) -> OfficialDocument.Part {
    var blocks: [DocumentBlock] = []
    if let appendix {
      blocks.append(
        .title(
          DocumentTitle(
            "Phụ lục \(SectionNumbers.roman(appendix))", ["Bảng tổng hợp điểm"],
            reference: "Kèm theo Biên bản số \(minutesReference) "
              + "\(facts.begins.day.official(.vietnamese)) của \(facts.agency.name.string)",
            isAppendix: true)))
    } else {
      blocks += [
        letterhead(reference: nil, isDated: true),
        .title(
          DocumentTitle("BẢNG TỔNG HỢP ĐIỂM", [facts.round.string, facts.competition.string])),
      ]
    }
    for (name, rows) in boards {
      if !name.isEmpty { blocks.append(.section(level: 1, "BẢNG \(name.uppercased())")) }
      blocks += [
        .paragraph(DocumentParagraph(.remark, legend)), .table(criteriaTable(rows)),
        .paragraph(
          DocumentParagraph(
            .remark, "Tổng từng phiếu, chưa bỏ điểm cao nhất, thấp nhất; trống: không có phiếu.")),
        .table(sheetTable(rows)),
      ]
    }
    blocks.append(
      .closing(
        DocumentClosing(signatures: [
          signature(.secretary, ["THƯ KÝ"]), signature(.chair, ["CHỦ TỌA"]),
        ])))
    return OfficialDocument.Part(.landscape, blocks)
  }

  private var legend: String {
    let criteria = result.rules.criteria.map { "\($0.code): \($0.title.vietnamese.string)" }
    let components = result.rules.components.map { "\($0.code): \($0.title.vietnamese.string)" }
    return (criteria + components).joined(separator: "; ") + "."
  }

  private func criteriaTable(_ rows: [TabulationResult.Row]) -> DocumentTable {
    let rules = result.rules
    let codes = rules.criteria.map(\.code) + rules.components.map(\.code)
    let columns: [DocumentTable.Column] =
      [
        .init("Hạng", .centre, weight: 9), .init("Mã", .centre, weight: 9),
        .init("Bài dự thi", weight: 34),
      ] + codes.map { .init($0, .right, weight: 9) }
      + [
        .init("Tổng điểm", .right, weight: 11), .init("Số phiếu", .centre, weight: 8),
        .init("Kết quả", .centre, weight: 14), .init("Giải", weight: 14),
      ]
    let cells = rows.map { row in
      [rank(of: row), row.id, row.title.string]
        + (0..<rules.criteria.count).map {
          number($0 < row.criteria.count ? row.criteria[$0] : nil)
        }
        + (0..<rules.components.count).map {
          number($0 < row.components.count ? row.components[$0] : nil)
        }
        + [
          number(row.total), String(row.sheetCount), row.status.label(.vietnamese),
          award(of: row),
        ]
    }
    return DocumentTable(columns, rows: cells, keyColumns: 3)
  }

  private func sheetTable(_ rows: [TabulationResult.Row]) -> DocumentTable {
    let panel = round.judges.indices.filter { !round.judges[$0].isShadow }
      .sorted { round.judges[$0].id < round.judges[$1].id }
    var totals: [Int: [Int: Rational]] = [:]
    for sheet in round.sheetTotals { totals[sheet.entry, default: [:]][sheet.judge] = sheet.total }
    let columns: [DocumentTable.Column] =
      [.init("Mã", .centre, weight: 9), .init("Bài dự thi", weight: 30)]
      + panel.map { .init(round.judges[$0].id, .right, weight: 10) }
    let cells = rows.map { row in
      [row.id, row.title.string] + panel.map { number(totals[row.entry]?[$0]) }
    }
    return DocumentTable(columns, rows: cells, keyColumns: 2)
  }
}
