import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The questions about a contest: what each of them asks for.
enum ContestAsks {
  static let yesNo = [
    Choice("no", Bilingual(vietnamese: "không", english: "no")),
    Choice("yes", Bilingual(vietnamese: "có", english: "yes")),
  ]

  static func boards(_ contest: CompetitionContent) -> [Choice] {
    contest.boards.map { Choice($0.code, $0.title) }
  }

  static func contest(_ contest: Competition?) -> AskPanel {
    let content = contest?.content
    let boards = (content?.boards ?? []).map { $0.code + "=" + $0.title.vietnamese.string }
    return AskPanel(
      contest.map { .edit($0) } ?? .create,
      contest == nil
        ? both("Cuộc thi mới", "New contest") : both("Sửa cuộc thi", "Change the contest"),
      [
        AskField(
          id: "title", title: both("Tên cuộc thi", "Name"), kind: .words,
          value: content?.title.vietnamese.string ?? "", isRequired: true),
        AskField(
          id: "english", title: both("Tên tiếng Anh", "Name in English"), kind: .words,
          value: content?.title.english.string ?? ""),
        AskField(
          id: "code", title: both("Mã", "Code"), kind: .code, value: content?.code ?? "",
          hint: both("vd YT2020", "e.g. YT2020"), isRequired: true),
        AskField(
          id: "decision", title: both("Quyết định", "Decision"), kind: .words,
          value: content?.decision.string ?? "",
          hint: both("số và ngày ký", "its number and day")),
        AskField(
          id: "boards", title: both("Các bảng", "Boards"), kind: .words,
          value: boards.isEmpty
            ? "y-tuong=Bảng Ý tưởng; du-an=Bảng Dự án" : boards.joined(separator: "; "),
          hint: both("mã=tên, cách nhau bằng ;", "code=name, separated by ;")),
        AskField(
          id: "person", title: both("Tối đa mỗi người", "Most of a person"), kind: .whole(1...99),
          value: content?.mostOfPerson.map(String.init) ?? "",
          hint: both("bỏ trống: không giới hạn", "empty: no limit")),
        AskField(
          id: "organisation", title: both("Tối đa mỗi đơn vị", "Most of an organisation"),
          kind: .whole(1...99), value: content?.mostOfOrganisation.map(String.init) ?? ""),
      ])
  }

  static func deadline(_ record: CompetitionRecord, _ today: LocalDate) -> AskPanel {
    let isFirst = record.deadlines.isEmpty
    return AskPanel(
      .deadline(record.competition.id), both("Hạn nộp bài", "Deadline for entries"),
      notes: isFirst
        ? []
        : [
          AskPanel.Note(
            words: both(
              "Hạn mới thay hạn trước; cả hai đều được lưu.",
              "The new deadline takes the place of the one before; both are kept."))
        ],
      [
        AskField(
          id: "day", title: both("Ngày cuối", "Last day"), kind: .day, value: today.formatted,
          isRequired: true),
        AskField(
          id: "decision", title: both("Theo quyết định", "By decision"), kind: .words,
          value: record.competition.content.decision.string),
        AskField(
          id: "reason", title: both("Lý do dời", "Why it moves"), kind: .words,
          isRequired: !isFirst),
      ])
  }

  /// Rules: the usual sheet, those of another round, or a file.
  static func rulesFields(_ summaries: [CompetitionSummary]) -> [AskField] {
    var choices = [
      Choice(
        "usual",
        Bilingual(vietnamese: "phiếu 100 điểm thường dùng", english: "the usual 100 points"))
    ]
    for summary in summaries {
      for round in summary.rounds {
        let name = summary.competition.content.code + "/" + round.content.code
        let words = SafeText(escaping: name)
        choices.append(
          Choice(
            round.id.description,
            Bilingual(
              vietnamese: SafeText(escaping: "như " + words.string),
              english: SafeText(escaping: "as in " + words.string))))
      }
    }
    choices.append(
      Choice("file", Bilingual(vietnamese: "từ tệp rules.toml", english: "from a rules.toml")))
    return [
      AskField(
        id: "rules", title: both("Thể lệ", "Rules"), kind: .choice(choices), value: "usual"),
      AskField(
        id: "path", title: both("Tệp thể lệ", "Rules file"), kind: .path,
        hint: both("chỉ khi lấy từ tệp", "only for rules from a file")),
    ]
  }

  static func roundFields(_ content: RoundContent?, isDraft: Bool) -> [AskField] {
    var fields = [
      AskField(
        id: "title", title: both("Tên vòng", "Name"), kind: .words,
        value: content?.title.vietnamese.string ?? "",
        hint: both("vd Sơ khảo, Chung kết", "e.g. Final"), isRequired: true),
      AskField(
        id: "english", title: both("Tên tiếng Anh", "Name in English"), kind: .words,
        value: content?.title.english.string ?? ""),
      AskField(
        id: "day", title: both("Ngày chấm", "Day"), kind: .day,
        value: content?.heldOn?.formatted ?? ""),
      AskField(
        id: "pitch", title: both("Phút trình bày", "Minutes to pitch"), kind: .whole(0...240),
        value: String(content?.pitchMinutes ?? 8)),
      AskField(
        id: "questions", title: both("Phút hỏi đáp", "Minutes of questions"),
        kind: .whole(0...240), value: String(content?.questionMinutes ?? 10)),
    ]
    if content == nil {
      fields.insert(
        AskField(
          id: "code", title: both("Mã vòng", "Code"), kind: .code,
          hint: both("vd chung-ket", "e.g. chung-ket"), isRequired: true), at: 2)
    }
    guard isDraft else { return fields }
    return fields + [
      AskField(
        id: "blind", title: both("Giấu tên bài", "Blind"), kind: .choice(yesNo),
        value: content?.isBlind == true ? "yes" : "no"),
      AskField(
        id: "public", title: both("Bảng điểm công khai", "Public board"), kind: .choice(yesNo),
        value: content?.hasPublicBoard == true ? "yes" : "no"),
      AskField(
        id: "others", title: both("Giám khảo xem nhau", "Judges see others"),
        kind: .choice([
          Choice(
            "published", Bilingual(vietnamese: "khi công bố", english: "when published")),
          Choice(
            "sealed",
            Bilingual(vietnamese: "khi đã niêm phong hết", english: "when all sealed")),
        ]), value: content?.othersVisible == .sealed ? "sealed" : "published"),
    ]
  }

  static func addRound(
    _ record: CompetitionRecord, _ summaries: [CompetitionSummary]
  ) -> AskPanel {
    AskPanel(
      .addRound(record.competition.id, position: record.rounds.count + 1),
      both("Vòng thi mới", "New round"),
      roundFields(nil, isDraft: true) + rulesFields(summaries))
  }

  static func entry(_ record: CompetitionRecord, _ entry: Entry?) -> AskPanel {
    let content = entry?.content
    let boards = boards(record.competition.content)
    return AskPanel(
      entry.map { .editEntry($0) } ?? .addEntry(record.competition.id),
      entry == nil
        ? both("Bài dự thi mới", "New entry") : both("Sửa bài dự thi", "Change the entry"),
      [
        AskField(
          id: "title", title: both("Tên bài", "Title"), kind: .words,
          value: content?.title.string ?? "", isRequired: true),
        AskField(
          id: "board", title: both("Bảng", "Board"), kind: .choice(boards),
          value: content?.board ?? boards.first?.id ?? ""),
        AskField(
          id: "code", title: both("Mã bài", "Code"), kind: .code, value: content?.code ?? "",
          hint: both("bỏ trống: số kế tiếp", "empty: the next number")),
        AskField(
          id: "organisation", title: both("Đơn vị", "Organisation"), kind: .words,
          value: content?.organisation.string ?? ""),
        AskField(
          id: "leader", title: both("Người đại diện", "Leader"), kind: .words,
          value: content?.leader.string ?? ""),
        AskField(
          id: "summary", title: both("Tóm tắt", "Summary"), kind: .note,
          value: content?.summary.string ?? ""),
      ])
  }

  static func enter(_ contest: Competition, _ ventures: [Identifier<Venture>]) -> AskPanel {
    let boards = boards(contest.content)
    return AskPanel(
      .enter(contest.id, ventures),
      both(
        "Đưa \(ventures.count) hồ sơ vào «\(contest.content.code)»",
        "Let \(ventures.count) ventures enter \(contest.content.code)"),
      [
        AskField(
          id: "board", title: both("Bảng", "Board"), kind: .choice(boards),
          value: boards.first?.id ?? "")
      ])
  }

  static func importEntries(_ record: CompetitionRecord) -> AskPanel {
    let boards = boards(record.competition.content)
    return AskPanel(
      .importEntries(record.competition.id), both("Nhập bài từ CSV", "Entries from a CSV file"),
      notes: [
        AskPanel.Note(
          words: both(
            "Cột title; có thể thêm entry, organisation, leader, board, summary.",
            "The column title; entry, organisation, leader, board, summary if you like."),
          role: .muted)
      ],
      [
        AskField(
          id: "path", title: both("Tệp CSV", "CSV file"), kind: .path, isRequired: true),
        AskField(
          id: "board", title: both("Bảng khi tệp không ghi", "Board if none is named"),
          kind: .choice(boards), value: boards.first?.id ?? ""),
      ])
  }

  static func eligibility(_ ids: [Identifier<Entry>]) -> AskPanel {
    AskPanel(
      .eligibility(ids),
      both("Kiểm tra điều kiện: \(ids.count) bài", "Eligibility of \(ids.count) entries"),
      [
        AskField(
          id: "eligibility", title: both("Kết quả", "Finding"),
          kind: .choice(Entry.Eligibility.allCases.map { Choice($0.rawValue, $0.labels) }),
          value: Entry.Eligibility.eligible.rawValue),
        AskField(
          id: "reason", title: both("Ghi chú, lý do", "Remark, reason"), kind: .words,
          hint: both("cần khi không đủ điều kiện", "needed when not eligible")),
      ])
  }

  static func withdraw(_ entry: Entry) -> AskPanel {
    AskPanel(
      .withdraw(entry.id, !entry.isWithdrawn),
      entry.isWithdrawn
        ? both("Nhận lại bài \(entry.code)", "Let entry \(entry.code) in again")
        : both("Rút bài \(entry.code)", "Withdraw entry \(entry.code)"),
      [AskField(id: "reason", title: both("Lý do", "Reason"), kind: .words, isRequired: true)])
  }

  static func admit(_ ids: [Identifier<Entry>], _ record: CompetitionRecord) -> AskPanel {
    let rounds = record.rounds.filter { $0.state == .draft }
    return AskPanel(
      .admit(ids), both("Đưa \(ids.count) bài vào vòng", "Let \(ids.count) entries into a round"),
      notes: rounds.isEmpty
        ? [
          AskPanel.Note(
            words: both(
              "Không có vòng nào đang chuẩn bị; hãy thêm vòng trước.",
              "No round is in draft; add one first."), role: .warning)
        ] : [],
      [
        AskField(
          id: "round", title: both("Vòng", "Round"),
          kind: .choice(rounds.map { Choice($0.id.description, $0.content.title) }),
          value: rounds.first?.id.description ?? "", isRequired: true)
      ])
  }

  static func addJudge(_ record: CompetitionRecord, _ users: [User]) -> AskPanel {
    let taken = Set(record.judges.compactMap(\.login))
    let accounts = users.filter { !taken.contains($0.login) }.map {
      named($0.login, $0.displayName.string, note: $0.login)
    }
    let none = Choice(
      "", Bilingual(vietnamese: "chưa có tài khoản (phiếu giấy)", english: "no account (paper)"))
    return AskPanel(
      .addJudge(record.competition.id), both("Giám khảo mới", "New judge"),
      [
        AskField(
          id: "login", title: both("Người trong danh bạ", "From the directory"),
          kind: .choice([none] + accounts)),
        AskField(
          id: "name", title: both("Họ tên", "Name"), kind: .words,
          hint: both("bỏ trống: như danh bạ", "empty: as in the directory")),
        AskField(id: "organisation", title: both("Đơn vị", "Organisation"), kind: .words),
        AskField(
          id: "code", title: both("Mã", "Code"), kind: .code,
          hint: both("bỏ trống: GK kế tiếp", "empty: the next one")),
      ])
  }
}
