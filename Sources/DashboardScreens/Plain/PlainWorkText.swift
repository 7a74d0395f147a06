import DashboardKit
import Incubation
import Storage

/// The words of the tasks of the plain mode besides ventures: moves, files, settings.
struct PlainWorkText: Wording {
  let language: Language

  // MARK: Moves

  var toWhere: String { say("Chuyển đi đâu", "Where to") }
  var stillMissing: String {
    say(
      "Điền từng điều còn thiếu; «thôi» để dừng, những gì đã lưu vẫn còn.",
      "Fill in what is missing; \"back\" stops, what was saved stays.")
  }
  var moveHelp: String {
    say(
      "Sang giai đoạn khác, tạm dừng, loại bỏ hay tiếp tục.",
      "To another stage, set aside, drop or resume.")
  }
  var notMoved: String { say("Hồ sơ chưa chuyển.", "The venture was not moved.") }

  var contestsHelp: String {
    say(
      "Cuộc thi, vòng, bài, giám khảo, phiếu thiếu, bảng điểm, các bước và giấy tờ.",
      "Contests, rounds, entries, judges, missing sheets, the board, steps and papers.")
  }

  // MARK: Overview

  var figurePrompt: String { say("Phần cần nghe", "Part to hear") }
  var recordsBehind: String {
    say("Số dòng để mở hồ sơ", "Number of a line to open its ventures")
  }
  func reached(_ stage: String, _ count: String, next: String?) -> String {
    next.map {
      say(
        "\(stage): \(count) đã đến, \($0) đi tiếp", "\(stage): \(count) reached it, \($0) went on")
    } ?? say("\(stage): \(count) đã đến", "\(stage): \(count) reached it")
  }

  /// How long ventures are in a stage: how many, what is wrong, and then the days.
  func age(
    _ ages: PipelineOverview.StageAges, _ figures: PipelineStatistics.StageFigures
  ) -> String {
    let format = Formatting(language)
    var parts = [count(ages.within + ages.over, "hồ sơ", "venture", "ventures")]
    if ages.over > 0 { parts.append(say("\(ages.over) đứng lại", "\(ages.over) stalled")) }
    let days = [
      (say("ở giữa", "median"), figures.medianDays), (say("thường", "usual"), figures.usualDays),
      (say("lâu nhất", "longest"), ages.longest),
    ]
    parts += days.compactMap { name, days in days.map { name + " " + format.days($0) } }
    return parts.joined(separator: ", ")
  }

  // MARK: Import

  var importHelp: String {
    say(
      "Dòng đầu của tệp là tên cột. Xem trước rồi mới nhập.",
      "The first line of the file names its columns. You see first what would happen.")
  }
  var reading: String { say("Đang đọc tệp.", "Reading the file.") }
  var importPrompt: String { say("Việc với tệp", "Task for the file") }
  func rows(_ name: String) -> String { say("Nghe \(name)", "Read \(name)") }
  func line(_ number: Int, _ what: String) -> String {
    say("Dòng \(number): \(what)", "Line \(number): \(what)")
  }
  var noRows: String { say("Không có dòng nào như vậy.", "There are no such rows.") }
  var columnPrompt: String { say("Cột cần ghép", "Column to assign") }
  var fieldPrompt: String { say("Cột ấy là ô nào", "Which field it is") }
  func undoable(_ batch: Int64) -> String {
    say(
      "Lượt nhập \(batch) lấy lại được bằng «hoàn tác», hoặc trong «Các lượt nhập».",
      "Import \(batch) can be taken back by \"undo\", or under \"Imports\".")
  }
  func refusedHint(_ count: Int) -> String {
    say(
      "\(number(count)) dòng bị từ chối; lưu ra tệp để sửa rồi nhập lại.",
      "\(self.count(count, "", "row was", "rows were")) refused; save them to a file, correct and "
        + "import that.")
  }
  var saveRefused: String {
    say("Lưu các dòng bị từ chối ra tệp", "Save the refused rows to a file")
  }
  func written(_ path: String) -> String { say("Đã ghi tệp \(path).", "Written to \(path).") }

  // MARK: Imports so far

  var imports: String { say("Các lượt nhập", "Imports") }
  var importsHelp: String {
    say("Xem các lượt nhập và lấy lại cả một lượt.", "Lists imports and takes a whole one back.")
  }
  var noImports: String { say("Chưa nhập tệp nào.", "Nothing has been imported yet.") }
  func batch(
    _ batch: Int64, _ file: String, _ day: String, _ who: String, _ created: Int, _ updated: Int
  ) -> String {
    say(
      "Lượt \(batch), \(file), ngày \(day), \(who): \(created) mới, \(updated) cập nhật",
      "Import \(batch), \(file), on \(day) by \(who): \(created) new, \(updated) updated")
  }
  var takenBack: String { say("đã lấy lại", "taken back") }
  var batchPrompt: String {
    say("Lượt nhập cần lấy lại", "Import to take back")
  }
  func takeBack(_ batch: Int64) -> String {
    say("Lấy lại cả lượt nhập \(batch)", "Take the whole import \(batch) back")
  }
  func wasTakenBack(_ batch: Int64, _ removed: Int, _ kept: Int) -> String {
    say(
      "Đã lấy lại lượt nhập \(batch): \(removed) hồ sơ; giữ \(kept) hồ sơ đã sửa sau đó.",
      "Took import \(batch) back: \(removed) ventures; kept \(kept) that were changed since.")
  }

  // MARK: Export

  var export: String { say("Xuất tệp", "Export") }
  var exportHelp: String {
    say("Ghi hồ sơ ra tệp CSV hoặc JSON.", "Writes ventures to a CSV or JSON file.")
  }
  var format: String { say("Dạng tệp", "Format") }
  var excel: String { say("CSV cho Excel", "CSV for Excel") }
  var path: String { say("Tên tệp sẽ ghi", "File to write") }
  var pathHint: String {
    say(
      "vd ~/ho-so.csv; tệp đã có không bị ghi đè.",
      "e.g. ~/ventures.csv; a file that exists is not overwritten.")
  }
  func exported(_ count: Int, _ path: String) -> String {
    say(
      "Đã ghi \(number(count)) hồ sơ vào \(path).",
      "Wrote \(self.count(count, "", "venture", "ventures")) to \(path).")
  }

  // MARK: Others

  var stages: String { say("Các giai đoạn", "Stages") }
  var stagesHelp: String {
    say(
      "Số hồ sơ ở mỗi giai đoạn; chọn một giai đoạn để mở.",
      "How many ventures each stage has; choose one to open it.")
  }
  var stagePrompt: String { say("Giai đoạn cần mở", "Stage to open") }
  var overviewHelp: String {
    say(
      "Các con số của quy trình bằng lời, mở được hồ sơ phía sau.",
      "The figures of the pipeline in words; each opens its ventures.")
  }
  var programmeHelp: String {
    say(
      "Biên bản, nhiệm vụ, kinh phí, kết nối bằng lời; số của dòng mở dòng đó.",
      "Agreement, tasks, money, connections in words; the number of a line opens it.")
  }
  var listHelp: String {
    say(
      "Đọc, lọc, sắp xếp, tìm, mở hồ sơ, đổi hàng loạt.",
      "Read, filter, sort, find and open ventures, change many at once.")
  }
  var find: String { say("Tìm hồ sơ", "Find a venture") }
  var findHelp: String {
    say("Theo tên, mã, người, đơn vị; không cần dấu.", "By title, code, person, organisation.")
  }
  var findPrompt: String { say("Chữ cần tìm", "Words to find") }
  var create: String { say("Thêm hồ sơ", "Add a venture") }
  var pipelineHelp: String { say("Đổi quy trình đang làm việc.", "Changes the pipeline.") }
  var about: String { say("Ai, ở đâu, ngày nào", "Who, where, when") }
  var aboutHelp: String {
    say(
      "Người dùng, cơ sở dữ liệu, ngày, quy trình.", "User, database, day, pipeline.")
  }
  var settings: String { say("Cài đặt", "Settings") }
  var settingsHelp: String {
    say("Ngôn ngữ và thói quen làm việc.", "Language and ways of working.")
  }
  var languageTitle: String { say("Ngôn ngữ", "Language") }
  var languageName: String { say("tiếng Việt", "English") }
  var on: String { say("bật", "on") }
  var off: String { say("tắt", "off") }
  var onScreens: String {
    say("chỉ có tác dụng ở giao diện màn hình", "matters on the screens only")
  }
  var settingPrompt: String { say("Mục cần đổi", "Setting to change") }
  func set(_ name: String, _ value: String) -> String { "\(name): \(value)." }
  var help: String { say("Trợ giúp", "Help") }
  var helpHelp: String { say("Cách dùng chế độ này.", "How this mode is used.") }
  var helpLines: [String] {
    [
      say(
        "Mỗi dòng là một sự việc; sau dòng nhắc có dấu hai chấm, bạn gõ rồi Enter.",
        "Each line is one fact; after a prompt with a colon, type and press Enter."),
      say(
        "Chọn bằng số hoặc bằng vài chữ của tên, không cần dấu: «dien» chọn «Điện thoại».",
        "Choose by number or by a few letters of a name, accents not needed."),
      say("? xem lựa chọn hoặc giải thích.", "? lists the choices or explains."),
      say(
        "Enter đọc tiếp, hoặc giữ nguyên giá trị.", "Enter goes on, or keeps a value."),
      say("0, «thôi» hoặc «quay lại»: quay lại một bước.", "0 or \"back\": one step back."),
      say("«thoát»: rời chương trình.", "\"quit\": leaves the program."),
      say(
        "Ở câu hỏi Việc, gõ mã hồ sơ như ST-0010 để mở ngay, hoặc chữ cần tìm.",
        "At the prompt Task, type a code as ST-0010 to open that venture, or words to find."),
      say(
        "Mỗi giá trị được lưu ngay khi chương trình báo đã lưu; «hoàn tác» lấy lại.",
        "Each value is stored as soon as the program says so; \"undo\" takes it back."),
      say(
        "Muốn gõ đúng một từ như «thôi», đặt dấu = ở trước.",
        "To enter a word such as \"back\" itself, put = before it."),
    ]
  }
}
