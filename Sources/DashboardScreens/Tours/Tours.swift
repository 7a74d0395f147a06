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

  /// Who judges: finds an entry and reads it. Scoring has its own screens.
  static let judge = Tour(
    for: .judge,
    [
      TourSteps.board, TourSteps.search, TourSteps.type, TourSteps.found, TourSteps.open,
      TourSteps.sections, TourSteps.back, TourSteps.english, TourSteps.vietnamese, TourSteps.help,
      TourSteps.close, TourSteps.quit,
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
