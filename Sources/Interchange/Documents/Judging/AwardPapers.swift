import Incubation

extension JudgingPapers {
  /// Danh sách giải, the appendix of the decision on awards, whose number is written in when it is
  /// issued.
  var awardList: OfficialDocument.Part {
    let hasPrizes = !facts.prizes.isEmpty
    let hasBoards = boards.count > 1
    var columns: [DocumentTable.Column] = [
      .init("STT", .centre, weight: 7), .init("Giải", weight: 17),
      .init("Bài dự thi", weight: 32), .init("Đơn vị", weight: 24),
    ]
    if hasBoards { columns.append(.init("Bảng", weight: 12)) }
    columns.append(.init("Tổng điểm", .right, weight: 12))
    if hasPrizes { columns.append(.init("Tiền thưởng (đồng)", .right, weight: 18)) }
    var rows: [[String]] = []
    var sum: Int64 = 0
    for row in winners {
      let prize = row.award.flatMap { facts.prizes[$0] }
      sum += prize?.dong ?? 0
      rows.append(
        [String(rows.count + 1), award(of: row), row.title.string, organisation(of: row)]
          + (hasBoards ? [row.board] : []) + [number(row.total)]
          + (hasPrizes ? [prize.map { NumberText.grouped($0.dong, .vietnamese) } ?? ""] : []))
    }
    let decision = DocumentKind.decision.reference(nil, agency: facts.agency.symbol)
    var blocks: [DocumentBlock] = [
      .title(
        DocumentTitle(
          "Phụ lục", ["Danh sách tập thể, cá nhân đạt giải", contest],
          reference:
            "Kèm theo Quyết định số \(decision) "
            + "ngày …… tháng …… năm …… của \(facts.agency.name.string)", isAppendix: true)),
      .table(DocumentTable(columns, rows: rows, keyColumns: 2)),
    ]
    if hasPrizes {
      let total = Money(dong: sum)
      blocks.append(
        .paragraph(
          DocumentParagraph(
            .body,
            "Tổng tiền thưởng: \(NumberText.grouped(sum, .vietnamese)) đồng "
              + "(\(total.words(.vietnamese).capitalisedFirst)).")))
    }
    blocks.append(.paragraph(DocumentParagraph(.body, awardsLeft)))
    return OfficialDocument.Part(.portrait, blocks)
  }

  /// Those with an award, the highest awards first, boards in their order.
  private var winners: [TabulationResult.Row] {
    let order = Dictionary(
      result.rules.awards.enumerated().map { ($1.code, $0) }
    ) { first, _ in first }
    return result.rows.enumerated().filter { $0.element.award != nil }
      .sorted { left, right in
        let levels = [left, right].map { order[$0.element.award ?? ""] ?? order.count }
        return (levels[0], left.offset) < (levels[1], right.offset)
      }.map(\.element)
  }

  /// Levels that nobody has, so that an empty one is seen to be meant.
  private var awardsLeft: String {
    let given = Set(result.rows.compactMap(\.award))
    let empty = result.rules.awards.filter { !given.contains($0.code) }
      .map(\.title.vietnamese.string)
    return empty.isEmpty
      ? "Danh sách có \(winners.count) giải./."
      : "Danh sách có \(winners.count) giải; để trống: \(empty.joined(separator: ", "))./."
  }

  /// Giấy chứng nhận, one for each award, bound to the minutes by their number.
  var certificates: [OfficialDocument.Part] { winners.map(certificate) }

  private func certificate(_ row: TabulationResult.Row) -> OfficialDocument.Part {
    let reference = DocumentKind.certificate.reference(
      facts.certificates[row.id], agency: facts.agency.symbol)
    let organisation = organisation(of: row)
    let board = row.board.isEmpty ? "" : ", bảng \(row.board)"
    var blocks: [DocumentBlock] = [
      letterhead(reference: reference, isDated: true),
      .title(DocumentTitle("GIẤY CHỨNG NHẬN", [])),
      .paragraph(
        DocumentParagraph(.centred, facts.agency.name.string.uppercased(), isBold: true)),
      .paragraph(DocumentParagraph(.centred, "chứng nhận bài dự thi")),
      .paragraph(DocumentParagraph(.display, row.title.string, isBold: true)),
    ]
    if !organisation.isEmpty {
      blocks.append(.paragraph(DocumentParagraph(.centred, "của \(organisation)")))
    }
    blocks += [
      .paragraph(
        DocumentParagraph(
          .centred,
          runs: [.init("đạt "), .init(award(of: row).uppercased(), isBold: true), .init(board)])),
      .paragraph(DocumentParagraph(.centred, contest)),
      .paragraph(
        DocumentParagraph(
          .centred,
          runs: [
            .init(
              "Theo Biên bản số \(minutesReference) \(facts.begins.day.official(.vietnamese))",
              isItalic: true)
          ])),
      .closing(DocumentClosing(signatures: [.init(["GIÁM ĐỐC"], name: "")])),
    ]
    return OfficialDocument.Part(.certificate, blocks)
  }
}

extension String {
  /// With a capital at the beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
