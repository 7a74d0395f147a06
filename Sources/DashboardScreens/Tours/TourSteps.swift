import DashboardKit
import Incubation
import TerminalCanvas

/// Steps that several tours have, each with the keys as the commands have them.
enum TourSteps {
  static let board = TourStep(
    Bilingual(
      vietnamese: "Mỗi cột là một giai đoạn, mỗi thẻ là một hồ sơ. Bấm ↓ để chọn hồ sơ khác.",
      english: "A column is a stage, a card is a startup. Press ↓ to choose another one."),
    on: .pipeline, until: .key([.down, .up, .left, .right, .pageDown, .end]))

  static let search = TourStep(
    Bilingual(
      vietnamese: "Bấm {list.search} để tìm một hồ sơ.",
      english: "Press {list.search} to look for a startup."),
    on: .pipeline, until: .command("list.search"))

  static let type = TourStep(
    Bilingual(
      vietnamese: "Gõ: vu sua. Không cần dấu, gõ có dấu cũng được.",
      english: "Type: vu sua. No accents are needed, with them is fine, too."),
    on: .pipeline, until: .typed("vu sua"))

  static let found = TourStep(
    Bilingual(
      vietnamese: "Bảng chỉ còn hồ sơ khớp. Bấm Enter để rời ô tìm.",
      english: "The board shows what matches. Press Enter to leave the search field."),
    on: .pipeline, until: .command("search.done"), .key([.enter, .down, .tab]))

  static let open = TourStep(
    Bilingual(
      vietnamese: "Bấm {venture.open} để mở hồ sơ. Cột đang chọn trống thì bấm ← để đến thẻ trước.",
      english: "Press {venture.open} to open it. If its column is not chosen, press ← first."),
    until: .screen(.record))

  static let sections = TourStep(
    Bilingual(
      vietnamese: "Mọi điều đã biết về hồ sơ ở đây. Bấm {record.next-section} để sang phần sau.",
      english: "All that is known stands here. Press {record.next-section} for the next part."),
    on: .record, until: .key([.tab]), .command("record.next-section"))

  static let back = TourStep(
    Bilingual(
      vietnamese: "Bấm {go.back} để trở về bảng.",
      english: "Press {go.back} to return to the board."),
    until: .screen(.pipeline))

  static let help = TourStep(
    Bilingual(
      vietnamese: "Không cần nhớ phím. Bấm {program.help} để xem mọi việc làm được lúc này.",
      english: "No key need be remembered. Press {program.help} for all that can be done now."),
    until: .command("program.help"))

  static let close = TourStep(
    Bilingual(
      vietnamese: "Gõ vài chữ để tìm lệnh, Enter để thực hiện. Xem xong bấm Esc để đóng.",
      english: "Type some letters to find a command, Enter runs it. Esc closes the help."),
    until: .closed)

  static let english = TourStep(
    Bilingual(
      vietnamese: "Bấm {program.language} để xem chương trình bằng tiếng Anh.",
      english: "Press {program.language} to see the program in Vietnamese."),
    until: .command("program.language"))

  static let vietnamese = TourStep(
    Bilingual(
      vietnamese: "Bấm {program.language} lần nữa nếu muốn đổi lại.",
      english: "Press {program.language} once more to change back."),
    until: .command("program.language"))

  static let quit = TourStep(
    Bilingual(
      vietnamese: "Hết ba phút. Bấm {program.quit} để thoát, hoặc {tour.leave} để ở lại làm tiếp.",
      english: "That is all. {program.quit} leaves the program, {tour.leave} closes the tour."),
    until: .command("program.quit"))
}
