public import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The tours of the program, one a role.
public enum Tours {
  /// All of them, in the order in which they are offered.
  public static let all = [clerk, judge, supervisor]

  /// Who keeps the records: finds one, opens it, moves it on, and takes that back.
  static let clerk = Tour(
    for: .clerk,
    [
      TourSteps.board, TourSteps.search, TourSteps.type, TourSteps.found, TourSteps.open,
      TourSteps.sections, TourSteps.back,
      TourStep(
        Bilingual(
          vietnamese: "Bấm {venture.lift} để nhấc thẻ lên.",
          english: "Press {venture.lift} to lift the card."),
        on: .pipeline, until: .command("venture.lift")),
      TourStep(
        Bilingual(
          vietnamese:
            "Thẻ nhắm cột kế bên (← → đổi cột). {venture.drop-here} dời thẻ; thiếu gì sẽ hỏi ngay.",
          english: "It aims at the next column (← → change it). {venture.drop-here} moves it there."
        ),
        on: .pipeline, until: .changed(.moved)),
      TourStep(
        Bilingual(
          vietnamese:
            "Hồ sơ đã sang giai đoạn mới. Bấm {record.undo} để lấy lại; lịch sử ghi cả hai.",
          english: "It is in its new stage. Press {record.undo} to take it back; both are recorded."
        ),
        until: .changed(.undone)),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {list.clear-filter} để thôi tìm và thấy lại mọi hồ sơ.",
          english: "Press {list.clear-filter} to end the search and see all startups."),
        on: .pipeline, until: .command("list.clear-filter")),
      TourSteps.help, TourSteps.close, TourSteps.quit,
    ])

  /// Who judges: opens the own sheets, gives a score, takes it back, finds what is missing.
  static let judge = Tour(
    for: .judge,
    [
      TourStep(
        Bilingual(
          vietnamese: "Đây là các vòng bạn chấm. Bấm {sheets.open} để mở phiếu.",
          english: "These are the rounds you judge. Press {sheets.open} to open the sheets."),
        on: .sheets, until: .screen(.scoring)),
      TourStep(
        Bilingual(
          vietnamese: "Gõ 5. Số đã trọn thì được ghi ngay và sang ô sau; dấu ✓ là đã lưu.",
          english: "Type 5. A whole number is taken at once, the next is in turn; ✓ means saved."),
        on: .scoring, until: .typed("5")),
      TourStep(
        Bilingual(
          vietnamese: "Gõ nhầm thì bấm {score.undo} để trả điểm về như trước.",
          english: "A slip? Press {score.undo} to put the score back as it was."),
        on: .scoring, until: .command("score.undo")),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {score.missing} để tới ô còn thiếu điểm.",
          english: "Press {score.missing} to go to the next missing score."),
        on: .scoring, until: .command("score.missing")),
      TourStep(
        Bilingual(
          vietnamese:
            "Bấm {score.next} để sang bài sau. Chấm xong hết thì {score.seal} niêm phong.",
          english: "Press {score.next} for the next entry. When all is done, {score.seal} seals."),
        on: .scoring, until: .command("score.next")),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {go.back} để về danh sách các vòng.",
          english: "Press {go.back} to return to the rounds."),
        until: .screen(.sheets)),
      TourSteps.english, TourSteps.vietnamese, TourSteps.help, TourSteps.close, TourSteps.quit,
    ])

  /// Who leads: reads the figures, and opens the records behind one.
  static let supervisor = Tour(
    for: .supervisor,
    [
      TourStep(
        Bilingual(
          vietnamese: "Mỗi dòng là một con số, có kèm lời. Bấm ↓ để đi qua từng dòng.",
          english: "Every line is a figure, with its words. Press ↓ to go through them."),
        on: .overview, until: .key([.down, .up, .pageDown, .end])),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {figure.cross} để sang nhóm số liệu sau.",
          english: "Press {figure.cross} for the next group of figures."),
        on: .overview, until: .key([.tab, .left, .right]), .command("figure.cross")),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {figure.open}: con số nào cũng mở ra các hồ sơ đứng sau nó.",
          english: "Press {figure.open}: every figure opens the startups behind it."),
        until: .screen(.table), .screen(.record)),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {venture.open} để mở một hồ sơ trong danh sách.",
          english: "Press {venture.open} to open one startup of the list."),
        until: .screen(.record)),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {go.back} đến khi về lại Tổng quan.",
          english: "Press {go.back} until you are back at the overview."),
        until: .screen(.overview)),
      TourStep(
        Bilingual(
          vietnamese: "Bấm {go.board} để xem các hồ sơ theo giai đoạn.",
          english: "Press {go.board} to see the startups by their stages."),
        until: .screen(.pipeline)),
      TourSteps.help, TourSteps.close, TourSteps.quit,
    ])
}
