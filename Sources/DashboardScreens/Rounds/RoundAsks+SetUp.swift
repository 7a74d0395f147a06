import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The questions of setting a round up: assignment, the draw, rules, the organiser's points.
extension RoundAsks {
  var assign: AskPanel {
    AskPanel(
      .assign(round.id), both("Phân công chấm", "Assign judges"),
      notes: [
        note(
          both(
            "Phiếu đã có điểm giữ nguyên. Cùng số gieo cho cùng kết quả.",
            "Sheets with a score stay. The same seed gives the same plan."), .muted)
      ],
      [
        AskField(
          id: "panel", title: both("Giám khảo mỗi bài", "Judges an entry"), kind: .whole(1...99),
          hint: both("bỏ trống: cả hội đồng", "empty: the whole panel")),
        AskField(
          id: "seed", title: both("Số gieo", "Seed"), kind: .whole(0...Int.max),
          hint: both("bỏ trống: ngẫu nhiên", "empty: by chance")),
      ])
  }

  var draw: AskPanel {
    AskPanel(
      .draw(round), both("Bốc thăm thứ tự trình bày", "Draw the running order"),
      notes: round.drawSeed.map {
        [
          note(
            both(
              "Đã bốc với số gieo \($0); bốc lại sẽ thay.",
              "Drawn with the seed \($0); drawing again replaces it."),
            .warning)
        ]
      } ?? [],
      [
        AskField(
          id: "seed", title: both("Số gieo", "Seed"), kind: .whole(0...Int.max),
          hint: both("bỏ trống: ngẫu nhiên", "empty: by chance"))
      ])
  }

  var rules: AskPanel {
    AskPanel(
      .changeRules(round), both("Đổi thể lệ", "Change the rules"),
      notes: round.state == .draft
        ? []
        : [
          note(
            both(
              "Vòng đã mở: thể lệ mới là đề nghị, người khác phải duyệt.",
              "The round was opened: new rules are a proposal that another person approves."),
            .warning)
        ],
      ContestAsks.rulesFields(page.summaries) + [
        AskField(
          id: "reason", title: both("Lý do", "Reason"), kind: .words,
          isRequired: round.state != .draft)
      ])
  }

  var points: AskPanel? {
    let components = snapshot.rules.components
    guard let place = GridFocus(state).current, let entry = snapshot.entry(place.entry),
      let first = components.first
    else { return nil }
    return AskPanel(
      .component(round.id, entry.entry),
      both("Điểm ban tổ chức, bài \(entry.code)", "Organiser's points, entry \(entry.code)"),
      [
        AskField(
          id: "component", title: both("Khoản", "Component"),
          kind: .choice(components.map { Choice($0.code, $0.title) }), value: first.code),
        AskField(
          id: "value", title: both("Điểm", "Points"), kind: .score,
          value: entry.components[first.code].map {
            NumberText.hundredths(Int64($0), context.language)
          }
            ?? "",
          hint: both("bỏ trống: xóa", "empty: take away")),
      ])
  }
}
