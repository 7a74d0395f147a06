import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The questions about one sheet of the grid.
extension RoundAsks {
  /// A sheet as it is: every score in words; Enter asks for reopening a sealed one.
  func sheet(_ place: SheetPlace) -> AskPanel {
    let snapshot = page.snapshot
    let key = snapshot.key(place)
    let sheet = snapshot.sheet(place)
    let cell = snapshot.cell(place)
    let title = both(
      "Bài \(key.entry) · \(key.judge): \(cell.label(.vietnamese))",
      "Entry \(key.entry) · \(key.judge): \(cell.label(.english))")
    var notes = snapshot.rules.criteria.map { criterion -> AskPanel.Note in
      let score = sheet.hundredths(criterion.code).map {
        NumberText.hundredths(Int64($0), context.language)
      }
      let remark = sheet.comments[criterion.code].map { " · " + $0.value.string } ?? ""
      let most = ContestNumbers.text(criterion.maximum, context.language)
      return AskPanel.Note(
        words: both(
          "\(criterion.title.vietnamese.string): \(score ?? "chưa có")/\(most)\(remark)",
          "\(criterion.title.english.string): \(score ?? "none")/\(most)\(remark)"),
        role: score == nil ? .warning : .text)
    }
    let total = ContestNumbers.text(sheet.total(snapshot.rules.criteria), context.language)
    let saved = sheet.savedAt.map { Formatting(context.language).time($0) } ?? "-"
    notes.append(
      AskPanel.Note(
        words: both(
          "Cộng \(total) · lưu lần cuối \(saved) · bản \(sheet.version)",
          "Sum \(total) · last saved \(saved) · version \(sheet.version)"), role: .muted))
    if let conflict = snapshot.conflicts.first(where: {
      $0.entry == place.entry && $0.judge == place.judge && $0.blocks
    }) {
      notes.append(
        AskPanel.Note(
          words: both(
            "× Xung đột: \(conflict.kind.label(.vietnamese)); \(conflict.reason.string)",
            "× Conflict: \(conflict.kind.label(.english)); \(conflict.reason.string)"),
          role: .danger))
    }
    var panel = cell == .sealed ? reopen(place) : AskPanel(.verify(page.round.id), title)
    panel.title = title
    panel.notes = notes + panel.notes
    panel.isOnlyShown = cell != .sealed
    return panel
  }

  func reopen(_ place: SheetPlace) -> AskPanel {
    let key = page.snapshot.key(place)
    return AskPanel(
      .askReopening(page.round.id, place),
      both(
        "Xin mở lại phiếu \(key.judge) · bài \(key.entry)",
        "Ask to reopen \(key.judge) · entry \(key.entry)"),
      notes: [
        AskPanel.Note(
          words: both(
            "Mở lại cần lý do và người thứ hai duyệt; bản niêm phong được giữ.",
            "Reopening needs a reason and a second person; the sealed version is kept."),
          role: .muted)
      ],
      [AskField(id: "reason", title: both("Lý do", "Reason"), kind: .words, isRequired: true)])
  }

  private func range(of criterion: Criterion, _ language: Language) -> String {
    ContestNumbers.text(criterion.minimum, language) + " - "
      + ContestNumbers.text(criterion.maximum, language)
  }

  /// A paper sheet: a field a criterion, and the total on the paper as a checksum.
  func paper(_ place: SheetPlace) -> AskPanel {
    let key = page.snapshot.key(place)
    var fields = page.snapshot.rules.criteria.map { criterion in
      AskField(
        id: criterion.code,
        title: Remark(
          vietnamese: criterion.title.vietnamese.string,
          english: criterion.title.english.string), kind: .score,
        hint: both(range(of: criterion, .vietnamese), range(of: criterion, .english)))
    }
    fields.append(
      AskField(
        id: "checksum", title: both("Tổng trên phiếu", "Total on the paper"), kind: .score,
        isRequired: true))
    return AskPanel(
      .paper(page.round.id, place),
      both(
        "Phiếu giấy: bài \(key.entry) · \(key.judge)",
        "Paper sheet: entry \(key.entry) · \(key.judge)"),
      notes: [
        AskPanel.Note(
          words: both(
            "Hai người nhập riêng; khớp nhau thì điểm mới vào phiếu.",
            "Two people key it apart; the scores go in when both agree."), role: .muted)
      ], fields)
  }
}

/// The questions before a paper is written.
struct PaperAsks {
  let page: RoundPage
  let context: ScreenContext

  func panel(_ paper: ContestPaper) -> AskPanel {
    let code = page.snapshot.competitionCode + "-" + page.round.content.code
    var notes: [AskPanel.Note] = []
    if page.round.state < .signed {
      notes.append(
        AskPanel.Note(
          words: both(
            "Kết quả chưa ký: giấy ghi ra là bản nháp.",
            "The result is not signed: the paper is a draft."), role: .warning))
    }
    var fields = [
      AskField(
        id: "path", title: both("Ghi vào tệp", "Write to"), kind: .path,
        value: code + "-" + paper.rawValue + ".odt",
        hint: both(".odt hoặc .txt, tệp chưa có", ".odt or .txt, a new file"), isRequired: true),
      words("agency", both("Cơ quan", "Agency"), "Sở Khoa học và Công nghệ"),
      words("superior", both("Cơ quan chủ quản", "Agency above"), "UBND tỉnh Sóc Trăng"),
      words("symbol", both("Ký hiệu", "Symbol"), "SKHCN"),
      words("place", both("Địa danh", "Place"), "Sóc Trăng"),
      words("venue", both("Địa điểm họp", "Venue"), "Hội trường Sở KH&CN"),
      words("begins", both("Bắt đầu lúc", "Begins at"), "08:00"),
      words("ends", both("Kết thúc lúc", "Ends at"), "17:00"),
      words("chair", both("Chủ tịch hội đồng", "Chair"), signer, isRequired: true),
      words(
        "secretary", both("Thư ký", "Secretary"), context.user.displayName.string,
        isRequired: true),
    ]
    if paper == .minutes || paper == .certificates {
      fields.append(
        AskField(
          id: "number", title: both("Số văn bản", "Number"),
          kind: .choice([
            Choice("none", Bilingual(vietnamese: "để trống", english: "left blank")),
            Choice(
              "next", Bilingual(vietnamese: "lấy từ sổ văn bản", english: "from the register")),
          ]), value: page.round.state >= .signed ? "next" : "none"))
    }
    if paper == .feedback {
      fields.append(
        AskField(
          id: "comments", title: both("In nhận xét đã duyệt", "Print remarks"),
          kind: .choice(ContestAsks.yesNo), value: "yes"))
    }
    return AskPanel(
      .document(page.round.id, paper), paper.title, notes: notes, fields)
  }

  /// Who signed first, or nobody.
  private var signer: String { page.verdict?.signatures.first?.name.string ?? "" }

  private func words(
    _ id: String, _ title: Remark, _ value: String, isRequired: Bool = false
  ) -> AskField {
    AskField(id: id, title: title, kind: .words, value: value, isRequired: isRequired)
  }
}
