import Incubation

extension JudgingPapers {
  /// Biên bản, after appendix III of Decree 30/2020: course of the meeting, result, signatures.
  var minutes: OfficialDocument {
    let title = DocumentTitle(
      "BIÊN BẢN", ["Họp hội đồng giám khảo \(facts.round.string)", facts.competition.string])
    var blocks: [DocumentBlock] = [
      letterhead(reference: minutesReference, isDated: false), .title(title),
    ]
    blocks += opening + people + rulesSection + course + results + objections + checks + ending
    return document(
      "Biên bản", [OfficialDocument.Part(.portrait, blocks), scoreTable(appendix: 1)])
  }

  private func body(_ text: String) -> DocumentBlock { .paragraph(DocumentParagraph(.body, text)) }
  private func item(_ text: String) -> DocumentBlock { .paragraph(DocumentParagraph(.item, text)) }

  private var opening: [DocumentBlock] {
    let basis =
      facts.decision.map { [body("Căn cứ \($0.words) về thể lệ cuộc thi;")] } ?? []
    return basis + [
      body("Thời gian bắt đầu: \(facts.begins.words)."),
      body("Địa điểm: \(facts.venue.string)."),
    ]
  }

  private var people: [DocumentBlock] {
    let present = facts.voting.filter { $0.absence == nil }
    let absent = facts.voting.filter { $0.absence != nil }
    var blocks: [DocumentBlock] = [
      .section(level: 1, "THÀNH PHẦN THAM DỰ"), .section(level: 2, "Thành viên hội đồng có mặt"),
    ]
    blocks += present.map { item(Self.line($0) + ";") }
    blocks.append(.section(level: 2, "Thành viên hội đồng vắng mặt"))
    blocks +=
      absent.isEmpty
      ? [body("Không có.")]
      : absent.map { item("\(Self.line($0)); lý do: \($0.absence?.string ?? "");") }
    let secretaries = facts.members.filter { $0.duty == .secretary }
    blocks.append(.section(level: 2, "Thư ký (người ghi biên bản)"))
    blocks += secretaries.map { item(Self.line($0) + ".") }
    if !facts.guests.isEmpty {
      blocks.append(.section(level: 2, "Khách mời"))
      blocks += facts.guests.map { item($0.string + ";") }
    }
    return blocks + [body(quorumSentence)]
  }

  private static func line(_ member: MinutesFacts.Member) -> String {
    let position = member.position.isBlank ? "" : ", \(member.position.string)"
    return "\(member.addressed)\(position) - \(member.duty.title)"
  }

  private var quorumSentence: String {
    let count = "Số thành viên có mặt: \(facts.presentCount)/\(facts.voting.count)"
    guard let quorum = facts.quorum else { return count + "." }
    return facts.hasQuorum
      ? "\(count); cần ít nhất \(quorum). Cuộc họp đủ điều kiện tiến hành."
      : "\(count); cần ít nhất \(quorum). Cuộc họp KHÔNG đủ số thành viên theo quy định."
  }

  private var rulesSection: [DocumentBlock] {
    [.section(level: 1, "CÁCH TÍNH ĐIỂM")]
      + RulesSentences(result.rules).all.map { item($0) }
  }

  private var course: [DocumentBlock] {
    let sheets = round.sheetTotals.count
    let usual = [
      "Hội đồng nghe trình bày, hỏi và chấm độc lập từng bài dự thi theo thể lệ. Có "
        + "\(result.rows.count) bài dự thi; \(sheets) phiếu chấm đủ điểm được tính."
    ]
    let told = facts.proceedings.isEmpty ? usual : facts.proceedings.map(\.string)
    return [.section(level: 1, "DIỄN BIẾN CUỘC HỌP")] + told.map { body($0) }
  }

  private var results: [DocumentBlock] {
    var blocks: [DocumentBlock] = [.section(level: 1, "KẾT QUẢ")]
    for (name, rows) in boards {
      if !name.isEmpty { blocks.append(.section(level: 2, "Bảng \(name)")) }
      blocks.append(.table(resultTable(rows)))
      blocks += ties(rows).map { item($0) }
    }
    let notes = result.notes.map { $0.words(.vietnamese) }
    if !notes.isEmpty {
      blocks.append(body("Những điều cần biết khi dùng kết quả:"))
      blocks += notes.map { item($0) }
    }
    blocks.append(body("Điểm từng tiêu chí có trong Phụ lục I kèm theo biên bản này."))
    return blocks
  }

  private func resultTable(_ rows: [TabulationResult.Row]) -> DocumentTable {
    let hasOrganisations = rows.contains { !organisation(of: $0).isEmpty }
    let hasAwards = !result.rules.awards.isEmpty
    let advances = result.rules.advancing != nil
    var columns: [DocumentTable.Column] = [
      .init("Hạng", .centre, weight: 10), .init("Mã", .centre, weight: 10),
      .init("Bài dự thi", weight: 32),
    ]
    if hasOrganisations { columns.append(.init("Đơn vị", weight: 22)) }
    columns += [.init("Tổng điểm", .right, weight: 13), .init("Kết quả", .centre, weight: 14)]
    if hasAwards { columns.append(.init("Giải", weight: 15)) }
    if advances { columns.append(.init("Vào vòng sau", .centre, weight: 11)) }
    let cells = rows.map { row in
      [rank(of: row), row.id, row.title.string]
        + (hasOrganisations ? [organisation(of: row)] : [])
        + [number(row.total), row.status.label(.vietnamese)]
        + (hasAwards ? [award(of: row)] : [])
        + (advances ? [row.advances == true ? "có" : "không"] : [])
    }
    return DocumentTable(columns, rows: cells, keyColumns: 3)
  }

  /// How entries of one total were put in order.
  private func ties(_ rows: [TabulationResult.Row]) -> [String] {
    rows.compactMap { row -> String? in
      guard let rank = row.rank else { return nil }
      switch row.tie {
      case nil: return nil
      case .shared:
        return "Bài \(row.id) bằng tổng điểm với bài khác, các bước phân định không tách được: "
          + "đồng hạng \(rank)."
      case .separated(let step):
        return "Bài \(row.id) bằng tổng điểm với bài khác, xếp hạng \(rank) theo "
          + "\(RulesSentences(result.rules).words(step))."
      }
    }
  }

  private var objections: [DocumentBlock] {
    let heading = DocumentBlock.section(level: 1, "KHIẾU NẠI, KIẾN NGHỊ")
    if facts.objections.isEmpty { return [heading, body("Không có.")] }
    return [heading]
      + facts.objections.map { objection in
        item(
          "\(objection.by.string): \(objection.about.string). Hướng giải quyết: "
            + "\(objection.settled.string).")
      }
  }

  private var checks: [DocumentBlock] {
    if facts.heads.isEmpty { return [] }
    let names = Dictionary(
      facts.members.compactMap { member in member.judge.map { ($0, member.name.string) } }
    ) { first, _ in first }
    let rows = facts.heads.sorted { $0.key < $1.key }.map { judge, head in
      [judge, names[judge] ?? "", Self.grouped(head.lowercased())]
    }
    return [
      .section(level: 1, "MÃ KIỂM TRA PHIẾU CHẤM"),
      body(
        "Mã SHA-256 cuối chuỗi phiếu của từng giám khảo; phiếu đổi sau khi ký thì mã không khớp."),
      .table(
        DocumentTable(
          [
            .init("Mã GK", .centre, weight: 10), .init("Họ và tên", weight: 25),
            .init("Mã kiểm tra", weight: 65),
          ], rows: rows, keyColumns: 1)),
    ]
  }

  /// Eight digits at a time, so that two people can read them to each other.
  private static func grouped(_ head: String) -> String {
    var groups: [String] = []
    var rest = Substring(head)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(8)))
      rest = rest.dropFirst(8)
    }
    return groups.joined(separator: " ")
  }

  private var ending: [DocumentBlock] {
    let ends = facts.ends?.words ?? "…… giờ …… phút, ngày …… tháng …… năm ……"
    let voting = facts.voting.filter { $0.absence == nil && $0.duty != .chair }
    let members = voting.enumerated().map { place, member in
      [
        String(place + 1), member.name.string, member.duty.title,
        facts.isSigned ? DocumentClosing.signed : "",
      ]
    }
    var blocks: [DocumentBlock] = [
      body(
        "Cuộc họp kết thúc vào \(ends). Biên bản đã được đọc lại cho mọi người cùng nghe, nhất trí "
          + "và ký tên./.")
    ]
    if !members.isEmpty {
      blocks.append(
        .table(
          DocumentTable(
            [
              .init("STT", .centre, weight: 8), .init("Họ và tên", weight: 40),
              .init("Chức danh", weight: 22), .init("Chữ ký", .centre, weight: 30),
            ], rows: members)))
    }
    let recipients = facts.recipients.isEmpty ? ["Lưu: VT"] : facts.recipients.map(\.string)
    return blocks + [
      .closing(
        DocumentClosing(
          recipients: recipients,
          signatures: [
            signature(.secretary, ["THƯ KÝ"]), signature(.chair, ["CHỦ TỌA"]),
          ]))
    ]
  }
}
