import Incubation

extension JudgingPapers {
  /// Phiếu nhận xét: what the panel as a whole gave an entry, beside the others of its board. No
  /// judge is named, and sheets stand by their size, so that nobody can tell whose they are.
  func feedback(_ row: TabulationResult.Row) -> OfficialDocument.Part {
    let organisation = organisation(of: row)
    var about = [("Mã bài dự thi", row.id), ("Bài dự thi", row.title.string)]
    if !organisation.isEmpty { about.append(("Đơn vị", organisation)) }
    if !row.board.isEmpty { about.append(("Bảng", row.board)) }
    about.append(("Kết quả", outcome(row)))
    var blocks: [DocumentBlock] = [
      letterhead(reference: nil, isDated: true),
      .title(DocumentTitle("PHIẾU NHẬN XÉT", [contest])),
    ]
    blocks += about.map { name, value in
      .paragraph(
        DocumentParagraph(.body, runs: [.init(name + ": ", isBold: true), .init(value)]))
    }
    blocks += [.section(level: 1, "ĐIỂM CỦA HỘI ĐỒNG"), .table(feedbackTable(row))]
    blocks += sheetsRemark(row)
    blocks += comments(row)
    blocks.append(
      .closing(DocumentClosing(signatures: [signature(.secretary, ["TM. BAN TỔ CHỨC", "THƯ KÝ"])])))
    return OfficialDocument.Part(.portrait, blocks)
  }

  private func outcome(_ row: TabulationResult.Row) -> String {
    var parts = [row.status.label(.vietnamese)]
    if let total = row.total { parts.append("tổng điểm \(number(total))") }
    if row.rank != nil { parts.append("hạng \(rank(of: row))") }
    if row.award != nil { parts.append(award(of: row)) }
    if row.advances == true { parts.append("vào vòng sau") }
    return parts.joined(separator: "; ")
  }

  private func feedbackTable(_ row: TabulationResult.Row) -> DocumentTable {
    let others = result.rows.filter { $0.board == row.board }
    let rows = result.rules.criteria.indices.map { place -> [String] in
      let criterion = result.rules.criteria[place]
      let scores = others.compactMap { place < $0.criteria.count ? $0.criteria[place] : nil }
        .sorted { $0 < $1 }
      let own = place < row.criteria.count ? row.criteria[place] : nil
      return [
        criterion.title.vietnamese.string, PaperNumber.exact(criterion.maximum), number(own),
        number(Self.median(scores)), level(own, criterion),
      ]
    }
    return DocumentTable(
      [
        .init("Tiêu chí", weight: 32), .init("Tối đa", .right, weight: 10),
        .init("Bài này", .right, weight: 12), .init("Giữa bảng", .right, weight: 13),
        .init("Mức đạt", weight: 33),
      ], rows: rows)
  }

  /// The description of the highest level that was reached.
  private func level(_ score: Rational?, _ criterion: Criterion) -> String {
    guard let score else { return "" }
    return criterion.anchors.last { $0.score <= score }?.title.vietnamese.string ?? ""
  }

  static func median(_ sorted: [Rational]) -> Rational? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return (sorted[middle - 1] + sorted[middle]) / Rational(2)
  }

  private func sheetsRemark(_ row: TabulationResult.Row) -> [DocumentBlock] {
    let totals = round.sheetTotals.filter { $0.entry == row.entry }.map(\.total)
      .sorted { $1 < $0 }
    // With two sheets each of the two judges would know the other's.
    guard totals.count > 2 else { return [] }
    let shown = totals.map { number($0) }.joined(separator: "; ")
    return [
      .paragraph(
        DocumentParagraph(
          .remark,
          "Tổng các phiếu, xếp từ cao xuống thấp: \(shown)."
        ))
    ]
  }

  private func comments(_ row: TabulationResult.Row) -> [DocumentBlock] {
    let own = facts.comments.filter { $0.entry == row.id }
    let titles = Dictionary(
      result.rules.criteria.map { ($0.code, $0.title.vietnamese.string) }
    ) { first, _ in first }
    // By the order of the rules, never by that of the judges.
    let order = [nil] + result.rules.criteria.map { Optional($0.code) }
    let sorted = order.flatMap { code in own.filter { $0.criterion == code } }
    if sorted.isEmpty { return [] }
    return [.section(level: 1, "NHẬN XÉT")]
      + sorted.map { comment in
        let about = comment.criterion.flatMap { titles[$0] }.map { $0 + ": " } ?? ""
        return .paragraph(
          DocumentParagraph(
            .item, runs: [.init(about, isBold: true), .init(comment.text.string)]))
      }
  }
}
