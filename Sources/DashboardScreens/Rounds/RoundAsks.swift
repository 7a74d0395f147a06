import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The questions about a round: what each of them asks for, and what is to be known before.
struct RoundAsks {
  let state: RoundDeskState
  let page: RoundPage
  let context: ScreenContext

  var round: Round { page.round }
  var snapshot: RoundSnapshot { page.snapshot }

  /// The question of an action; nil where it means nothing.
  func panel(_ action: RoundDeskAction) -> AskPanel? {
    switch action {
    case .open: opening
    case .add: seat
    case .edit:
      AskPanel(
        .editRound(round), both("Sửa vòng thi", "Change the round"),
        ContestAsks.roundFields(round.content, isDraft: round.state == .draft))
    case .presence: judge.map(presence)
    case .substitute: judge.map(substitute)
    case .conflict: conflict
    case .paper: GridFocus(state).current.map(paper)
    case .reopen: GridFocus(state).current.map(reopen)
    case .points: points
    case .assign: assign
    case .draw: draw
    case .rules: rules
    case .exportRules:
      AskPanel(
        .exportRules(round.id), both("Xuất thể lệ", "Write the rules to a file"),
        [path("the-le-\(round.content.code).toml")])
    case .exportFiles: files
    default: nil
    }
  }

  /// The judge in focus: of the line of the panel, or of the column of the grid.
  private var judge: RoundJudge? {
    if state.section == .panel, let id = state.list.focused?.id, id.hasPrefix("j:") {
      return snapshot.judges.first { "j:" + $0.judge.description == id }
    }
    return GridFocus(state).current.flatMap { snapshot.judge($0.judge) }
  }

  private var opening: AskPanel? {
    guard let id = state.list.focused?.id ?? (state.section == .grid ? "" : nil) else { return nil }
    switch state.section {
    case .grid: return GridFocus(state).current.map(sheet)
    case .course: return course(id)
    case .panel: return panelLine(id)
    case .rules:
      guard id.hasPrefix("v:"), let number = Int(id.dropFirst(2)),
        let version = page.versions.first(where: { $0.number == number }), !version.isInForce
      else { return nil }
      return AskPanel(
        .approveRules(round, number: number),
        both("Duyệt thể lệ bản \(number)", "Approve version \(number) of the rules"),
        notes: [
          note(both("Lý do: \(version.reason.string)", "Reason: \(version.reason.string)"))
        ])
    case .board, .stage: return nil
    }
  }

  func note(_ words: Remark, _ role: Role = .text) -> AskPanel.Note {
    AskPanel.Note(words: words, role: role)
  }

  private func path(_ name: String) -> AskField {
    AskField(
      id: "path", title: both("Ghi vào tệp", "Write to"), kind: .path, value: name,
      hint: both("tệp chưa có", "a file that does not exist"), isRequired: true)
  }

  // MARK: Course

  private func course(_ id: String) -> AskPanel? {
    if id == "sign" { return sign }
    if id == "verify" {
      return AskPanel(
        .verify(round.id), both("Đối chiếu sự kiện", "Replay the events"),
        notes: [
          note(
            both(
              "Tính lại mọi điểm và kết quả từ các sự kiện, nêu chỗ đầu tiên không khớp.",
              "Counts all scores and the result again from the events; names the first misfit."))
        ])
    }
    if id == "files" { return files }
    if id.hasPrefix("paper:"), let paper = ContestPaper(rawValue: String(id.dropFirst(6))) {
      return PaperAsks(page: page, context: context).panel(paper)
    }
    guard id.hasPrefix("move:"), let to = RoundState(rawValue: String(id.dropFirst(5))),
      let edge = RoundEdge.between(round.state, to)
    else { return nil }
    return edge.name == .sign ? sign : move(edge)
  }

  /// A step: what hinders it stands above; what can be overridden asks for a reason.
  private func move(_ edge: RoundEdge) -> AskPanel {
    let obstacles = page.obstacles[edge.to] ?? []
    let accepting = !obstacles.isEmpty && obstacles.allSatisfy(\.canBeOverridden)
    var notes = [
      note(
        both(
          "Từ «\(round.state.label(.vietnamese))» sang «\(edge.to.label(.vietnamese))».",
          "From \(round.state.label(.english)) to \(edge.to.label(.english))."))
    ]
    notes += obstacles.map { obstacle in
      note(
        both(
          (obstacle.canBeOverridden ? "! " : "× ") + obstacle.words(.vietnamese),
          (obstacle.canBeOverridden ? "! " : "× ") + obstacle.words(.english)),
        obstacle.canBeOverridden ? .warning : .danger)
    }
    if accepting {
      notes.append(
        note(
          both(
            "Vẫn làm thì ghi lý do; lý do và chỗ vướng vào nhật ký.",
            "To go on nevertheless, give a reason; it is recorded with what stood in the way."),
          .warning))
    }
    if edge.needsSecondPerson {
      notes.append(
        note(
          both(
            "Cần người thứ hai, không phải \(round.movedBy).",
            "A second person is needed, not \(round.movedBy)."), .muted))
    }
    let needsReason = edge.needsReason || accepting
    return AskPanel(
      .move(round, edge.to, accepting: accepting),
      both(edge.name.label(.vietnamese), edge.name.label(.english)), notes: notes,
      needsReason
        ? [AskField(id: "reason", title: both("Lý do", "Reason"), kind: .words, isRequired: true)]
        : [])
  }

  private var sign: AskPanel {
    let result = page.verdict.map { String($0.hash.prefix(16)) } ?? "-"
    return AskPanel(
      .sign(round.id), both("Ký kết quả", "Sign the result"),
      notes: [
        note(
          both(
            "Mã kết quả \(result)…; sau khi ký, mọi thay đổi đều để lại dấu vết.",
            "Hash of the result \(result)…; after signing nothing changes without a trace."))
      ],
      [
        AskField(
          id: "capacity", title: both("Chức vụ khi ký", "Capacity"), kind: .words,
          value: context.language.say("Chủ tịch hội đồng", "Chair of the council"),
          isRequired: true)
      ])
  }

  private var files: AskPanel {
    AskPanel(
      .exportFiles(round.id), both("Tệp để tính lại", "Files for a recount"),
      [
        AskField(
          id: "path", title: both("Bắt đầu tên tệp", "Beginning of names"), kind: .path,
          value: snapshot.competitionCode + "-" + round.content.code, isRequired: true)
      ])
  }

  // MARK: Panel

  private func panelLine(_ id: String) -> AskPanel? {
    if id.hasPrefix("r:"),
      let reopening = page.reopenings.first(where: { "r:" + $0.id.description == id })
    {
      let key = snapshot.key(reopening.place)
      return AskPanel(
        .approveReopening(reopening.id),
        both(
          "Mở lại phiếu \(key.judge) · bài \(key.entry)", "Reopen \(key.judge) · entry \(key.entry)"
        ),
        notes: [
          note(
            both(
              "\(reopening.askedBy): \(reopening.reason.string)",
              "\(reopening.askedBy): \(reopening.reason.string)")),
          note(
            both(
              "Bản đã niêm phong vẫn ở trong chuỗi. Người duyệt phải khác người xin.",
              "The sealed version stays in the chain. Another person than the asker approves."),
            .muted),
        ])
    }
    if id.hasPrefix("c:"), let place = Int(id.dropFirst(2)) {
      let all = RoundTables.conflicts(page)
      return all.indices.contains(place) ? settle(all[place]) : nil
    }
    guard let judge else { return nil }
    return AskPanel(
      .declareComplete(round.id, judge.judge),
      both("Kê khai của \(judge.code)", "Declaration of \(judge.code)"),
      notes: [
        note(
          both(
            "\(judge.name.string) đã kê khai đủ xung đột lợi ích, ngoài ra không còn.",
            "\(judge.name.string) declared every conflict of interest; there are no others."))
      ])
  }

  private func settle(_ conflict: ConflictOfInterest) -> AskPanel {
    let key = snapshot.key(SheetPlace(entry: conflict.entry, judge: conflict.judge))
    return AskPanel(
      .settle(round.id, conflict),
      both(
        "Xung đột \(key.judge) · bài \(key.entry)", "Conflict \(key.judge) · entry \(key.entry)"),
      notes: [
        note(
          both(
            conflict.kind.label(.vietnamese) + ": " + conflict.reason.string,
            conflict.kind.label(.english) + ": " + conflict.reason.string))
      ],
      [
        AskField(
          id: "status", title: both("Quyết định", "Decision"),
          kind: .choice([
            Choice(
              "confirmed",
              Bilingual(
                vietnamese: "đúng là xung đột, không chấm", english: "a conflict: no judging")),
            Choice(
              "dismissed", Bilingual(vietnamese: "không phải xung đột", english: "no conflict")),
          ]), value: "confirmed"),
        AskField(id: "reason", title: both("Ghi chú", "Remark"), kind: .words),
      ])
  }

  private var seat: AskPanel {
    let seated = Set(snapshot.judges.map(\.judge))
    let free = page.record.judges.filter { !seated.contains($0.id) }
    return AskPanel(
      .seat(round.id), both("Mời giám khảo vào vòng", "Seat judges"),
      notes: free.isEmpty
        ? [
          note(
            both(
              "Mọi giám khảo của cuộc thi đã ở trong vòng; thêm người ở trang cuộc thi.",
              "All judges of the contest are seated; add others on the page of the contest."),
            .warning)
        ] : [],
      [
        AskField(
          id: "judges", title: both("Giám khảo", "Judges"),
          kind: .several(free.map { named($0.id.description, $0.code + " " + $0.name.string) }),
          value: free.map(\.id.description).joined(separator: "\n"), isRequired: true),
        AskField(
          id: "capacity", title: both("Tối đa mỗi người", "Most a judge"), kind: .whole(1...9_999),
          hint: both("bỏ trống: không giới hạn", "empty: no limit")),
        AskField(
          id: "shadow", title: both("Chấm thử, không tính", "Shadow, never counts"),
          kind: .choice(ContestAsks.yesNo), value: "no"),
      ])
  }

  private func presence(_ judge: RoundJudge) -> AskPanel {
    AskPanel(
      .presence(round.id, judge.judge, isPresent: !judge.isPresent),
      judge.isPresent
        ? both("\(judge.code) vắng mặt", "\(judge.code) is absent")
        : both("\(judge.code) có mặt", "\(judge.code) is present"),
      notes: [
        note(
          judge.isPresent
            ? both(
              "\(judge.name.string): phiếu đã xong vẫn giữ; phiếu chưa xong ghi là vắng.",
              "\(judge.name.string): finished sheets stay; the others count as absent.")
            : both("\(judge.name.string) chấm tiếp.", "\(judge.name.string) goes on."))
      ])
  }

  private func substitute(_ judge: RoundJudge) -> AskPanel {
    let seated = Set(snapshot.judges.map(\.judge))
    let others =
      page.record.judges.filter { $0.id != judge.judge }.sorted {
        (seated.contains($0.id) ? 1 : 0, $0.code) < (seated.contains($1.id) ? 1 : 0, $1.code)
      }
    return AskPanel(
      .substitute(round.id, judge.judge),
      both("Người thay \(judge.code)", "Substitute for \(judge.code)"),
      notes: [
        note(
          both(
            "Người thay nhận các phiếu chưa xong, trừ chỗ xung đột.",
            "The substitute takes the sheets that are not finished, except for conflicts."))
      ],
      [
        AskField(
          id: "judge", title: both("Người thay", "Substitute"),
          kind: .choice(others.map { named($0.id.description, $0.code + " " + $0.name.string) }),
          value: others.first?.id.description ?? "", isRequired: true)
      ])
  }

  private var conflict: AskPanel {
    let cell = state.section == .grid ? GridFocus(state).current : nil
    let judges = snapshot.judges.map { named($0.judge.description, $0.code + " " + $0.name.string) }
    let entries = snapshot.entries.map {
      named($0.entry.description, $0.code + " " + $0.title.string)
    }
    return AskPanel(
      .declare(round.id, cell), both("Kê khai xung đột lợi ích", "Declare a conflict of interest"),
      [
        AskField(
          id: "judge", title: both("Giám khảo", "Judge"), kind: .choice(judges),
          value: cell?.judge.description ?? judge?.judge.description ?? judges.first?.id ?? "",
          isRequired: true),
        AskField(
          id: "entry", title: both("Bài", "Entry"), kind: .choice(entries),
          value: cell?.entry.description ?? entries.first?.id ?? "", isRequired: true),
        AskField(
          id: "kind", title: both("Quan hệ", "Tie"),
          kind: .choice(ConflictOfInterest.Kind.allCases.map { Choice($0.rawValue, $0.labels) }),
          value: ConflictOfInterest.Kind.organisation.rawValue),
        AskField(id: "reason", title: both("Giải thích", "In words"), kind: .words),
      ])
  }
}
