import Incubation
import Storage

/// The quarter report as an official paper, in the layout of Decree 30/2020/NĐ-CP. Papers are
/// Vietnamese by law.
public struct QuarterPaper: Sendable {
  private let facts: QuarterFacts

  /// The paper of these facts.
  public init(_ facts: QuarterFacts) { self.facts = facts }

  /// "Quý IV năm 2019".
  private var period: String {
    facts.quarter.first.quarterText(.vietnamese).split(separator: "/")
      .joined(separator: " năm ")
  }

  /// The paper.
  public var document: OfficialDocument {
    let blocks = head + agreementBlocks + figureBlocks + moneyBlocks + lateBlocks + [closing]
    return OfficialDocument(
      name: SafeText(escaping: "Báo cáo \(period)"), day: facts.day,
      parts: [OfficialDocument.Part(.portrait, blocks)])
  }

  private var head: [DocumentBlock] {
    let agency = facts.agency
    let reference = DocumentKind.report.reference(nil, agency: agency.symbol)
    return [
      .letterhead(
        Letterhead(
          superior: agency.superior.string.uppercased(), agency: agency.name.string.uppercased(),
          reference: reference,
          placeAndDay: "\(agency.place), \(facts.day.official(.vietnamese))")),
      .title(
        DocumentTitle("BÁO CÁO", ["Tình hình hợp tác khoa học và công nghệ \(period)"])),
      .paragraph(
        DocumentParagraph(
          .body,
          "Số liệu tính đến ngày \(facts.day.formatted)"
            + (facts.knownAt.map { ", theo dữ liệu ghi nhận đến \($0.localDate.formatted)" } ?? "")
            + ".")),
    ]
  }

  // MARK: The agreement

  private var agreementBlocks: [DocumentBlock] {
    guard let record = facts.agreement else { return [] }
    let content = record.agreement.content
    var rows: [[String]] = []
    var late: [String] = []
    for (place, targets) in facts.progress.enumerated() {
      for progress in targets {
        let title = Indicator.named(progress.target.indicator)?.title.vietnamese.string ?? ""
        rows.append([
          "\(place + 1)", title, amount(progress.target.amount, progress),
          amount(progress.done, progress), "\(progress.percent)",
          // Where no record says who did it, nobody's share is known.
          progress.shares.allSatisfy { $0 == 0 }
            ? "–" : progress.shares.map { amount($0, progress) }.joined(separator: " / "),
        ])
        if progress.isLate(on: facts.day) { late.append("\(title) (nội dung \(place + 1))") }
      }
    }
    let names = record.partyNames.map { $0.name(on: facts.day).string }.joined(separator: " / ")
    return [
      .section(level: 1, "Thực hiện biên bản hợp tác"),
      .paragraph(
        DocumentParagraph(
          .body,
          "Biên bản số \(content.number), \(content.title.string.lowercasedFirst), ký ngày "
            + "\(content.signedOn.formatted) tại \(content.place).")),
      .table(
        DocumentTable(
          [
            .init("Nội dung", .centre, weight: 10), .init("Chỉ tiêu năm", weight: 34),
            .init("Kế hoạch", .right, weight: 14), .init("Thực hiện", .right, weight: 14),
            .init("Đạt (%)", .right, weight: 10), .init("Hai bên", .centre, weight: 16),
          ], rows: rows, keyColumns: 2)),
      .paragraph(DocumentParagraph(.remark, "Cột «Hai bên»: \(names).")),
      .paragraph(
        DocumentParagraph(
          .body,
          late.isEmpty
            ? "Các chỉ tiêu theo kịp kế hoạch năm."
            : "Chậm so với kế hoạch năm: \(late.joined(separator: "; ")).")),
    ]
  }

  private func amount(_ number: Int64, _ progress: TargetProgress) -> String {
    let unit = Indicator.named(progress.target.indicator)?.unit
    return unit == .dong
      ? Money(dong: number).compact(.vietnamese) : NumberText.grouped(number, .vietnamese)
  }

  // MARK: Figures and money

  private var figureBlocks: [DocumentBlock] {
    let rows = facts.telling.enumerated().map { index, pair in
      [
        "\(index + 1)", pair.quarter.indicator.title.vietnamese.string,
        pair.quarter.text(.vietnamese),
        pair.quarter.indicator.rule.isStock ? "" : pair.year.text(.vietnamese),
      ]
    }
    return [
      .section(level: 1, "Các chỉ số"),
      .table(
        DocumentTable(
          [
            .init("STT", .centre, weight: 8), .init("Chỉ số", weight: 48),
            .init("Trong quý", .right, weight: 22),
            .init("Từ đầu năm", .right, weight: 22),
          ], rows: rows, keyColumns: 2)),
    ]
  }

  private var moneyBlocks: [DocumentBlock] {
    if facts.money.isEmpty { return [] }
    func row(_ name: String, _ balance: LedgerBalance) -> [String] {
      [name]
        + [
          balance[.funds], balance.committed, balance.paid, balance[.advances],
          balance[.available],
        ].map { NumberText.grouped($0.dong, .vietnamese) }
    }
    var sum = LedgerBalance()
    for source in facts.money { sum.add(source.balance) }
    let rows = facts.money.map { row($0.name, $0.balance) } + [row("Cộng", sum)]
    return [
      .section(level: 1, "Kinh phí lũy kế (đồng)"),
      .table(
        DocumentTable(
          [
            .init("Nguồn", weight: 14), .init("Được giao", .right, weight: 18),
            .init("Cam kết", .right, weight: 18), .init("Giải ngân", .right, weight: 18),
            .init("Tạm ứng", .right, weight: 16), .init("Chưa cam kết", .right, weight: 16),
          ], rows: rows, boldRows: [rows.count - 1])),
      .paragraph(
        DocumentParagraph(
          .body, "Đã giải ngân: \(sum.paid.words(.vietnamese).capitalisedFirst).")),
    ]
  }

  private var lateBlocks: [DocumentBlock] {
    let count = facts.figures.first { $0.indicator.rule == .tasksOverdue }?.value ?? 0
    let items = facts.late.map { summary in
      let first = summary.alerts.first.map { $0.words(.vietnamese) } ?? ""
      return DocumentBlock.paragraph(
        DocumentParagraph(
          .item, "\(summary.task.code) \(summary.task.content.title): \(first)"))
    }
    return [
      .section(level: 1, "Nhiệm vụ trễ hạn"),
      .paragraph(
        DocumentParagraph(
          .body,
          count == 0
            ? "Không có nhiệm vụ trễ hạn." : "Cuối kỳ có \(count) nhiệm vụ trễ hạn.")),
    ] + items
  }

  private var closing: DocumentBlock {
    .closing(
      DocumentClosing(
        recipients: ["Hai Sở KH&CN", "Lưu: VT"],
        signatures: [.init(["GIÁM ĐỐC"], name: "")]))
  }
}

extension String {
  /// With a small letter at the beginning.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
