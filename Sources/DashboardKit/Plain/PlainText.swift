import Incubation

/// The words of the conversation itself, Vietnamese and English side by side.
struct PlainText: Sendable {
  let language: Language

  private func say(_ vietnamese: String, _ english: String) -> String {
    language.say(vietnamese, english)
  }

  var choices: String { say("? xem lựa chọn", "? for choices") }
  var help: String {
    say(
      "Gõ số hoặc vài chữ của tên, không cần dấu. Enter nghe tiếp; 0 hoặc «thôi» quay lại; "
        + "«thoát» rời chương trình.",
      "Type a number or a few letters of a name, accents not needed. Enter goes on; 0 or \"back\" "
        + "goes back; \"quit\" leaves the program.")
  }
  var valueHelp: String {
    say(
      "Enter giữ nguyên, 0 hoặc «thôi» quay lại, «thoát» rời chương trình. Muốn gõ đúng một trong "
        + "các từ ấy, đặt dấu = ở trước.",
      "Enter keeps what is there, 0 or \"back\" goes back, \"quit\" leaves the program. To enter "
        + "one of these words itself, put = before it.")
  }
  var emptiedHelp: String { say("Dấu - xóa nội dung.", "A single - empties it.") }
  var zeroHelp: String { say("Ở đây 0 là một số.", "Here 0 is a number.") }
  var linesHelp: String {
    say(
      "Gõ từng dòng; dòng chỉ có một dấu chấm là hết. Chưa gõ dòng nào: Enter giữ nguyên, «thôi» "
        + "quay lại.",
      "Type line by line; a line with a single full stop ends it. Before the first line, Enter "
        + "keeps what is there and \"back\" goes back.")
  }
  var linesPrompt: String { say("từng dòng, dấu chấm là hết", "line by line, a full stop ends it") }
  func nextLine(_ number: Int) -> String { say("Dòng \(number)", "Line \(number)") }
  func linesLost(_ count: Int) -> String {
    say(
      "Chưa có dòng dấu chấm kết thúc nên \(count) dòng vừa gõ chưa lưu.",
      "There was no full stop at the end, so \(count) lines just typed are not saved.")
  }
  var unreadable: String {
    say(
      "Dòng vừa gõ không phải Unicode (UTF-8) hoặc quá dài nên không dùng được; hãy gõ lại. Văn "
        + "bản bảng mã cũ (TCVN3, VNI) cần đổi trước.",
      "The line is not Unicode (UTF-8) or too long, and was not used; type it again. Convert text "
        + "in an old encoding first.")
  }
  func unknown(_ answer: String) -> String {
    say(
      "Không có lựa chọn «\(answer)»; gõ ? để xem lựa chọn.",
      "There is no choice “\(answer)”; type ? for choices.")
  }
  func noNumber(_ most: Int) -> String {
    most == 0
      ? say("Không có gì để chọn ở đây.", "There is nothing to choose here.")
      : say("Cần một số từ 1 đến \(most).", "A number from 1 to \(most) is needed.")
  }
  func several(_ count: Int) -> String {
    say("\(count) mục hợp; gõ số của mục:", "\(count) fit; type the number of one:")
  }
  var nothingHere: String {
    say("Enter không làm gì ở đây.", "Enter does nothing here.")
  }

  var yesNo: String { say("có hoặc không", "yes or no") }
  var yesNoHelp: String {
    say(
      "Gõ «có» để làm, «không» hoặc Enter để thôi.",
      "Type \"yes\" to do it, \"no\" or Enter to leave it.")
  }
  var notDone: String { say("Không làm gì.", "Nothing was done.") }
  var cannotBeEmptied: String {
    say("Ô này không để trống được.", "This cannot be left empty.")
  }
  func more(_ shown: Int, of total: Int) -> String {
    say("\(shown) trong \(total) dòng; Enter đọc tiếp", "\(shown) of \(total) lines; Enter goes on")
  }

  var task: String { say("Việc", "Task") }
  var first: String {
    say(
      "Ở mọi câu hỏi: ? xem lựa chọn, 0 quay lại, «thoát» rời chương trình.",
      "At every prompt: ? for choices, 0 goes back, \"quit\" leaves the program.")
  }
  var home: String { say("Đã về đầu chương trình.", "You are at the start.") }
  var goodbye: String { say("Đã rời chương trình.", "You have left the program.") }
  var ended: String {
    say(
      "Hết dữ liệu vào; đã rời chương trình. Những gì đã báo lưu đều còn.",
      "The input has ended; you have left the program. Everything reported as saved is kept.")
  }
  var back: String { say("Quay lại.", "Back.") }
  var english: String { say("Language: English.", "Language: English.") }
  var canUndo: String { say("«hoàn tác» lấy lại được", "\"undo\" takes it back") }
}
