import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Storage
import StorageSQLite
import Testing

@testable import vuonuom

/// Every core task in the plain mode, in both languages, on the demo season.
@Suite("Plain mode: reading")
struct PlainReadingTests {
  @Test("a screen is covered by a task that exists, or has a reason")
  func everyScreen() {
    let tasks = Set(PlainCatalog<LocalFiles>.tasks.map(\.id))
    #expect(tasks.count == PlainCatalog<LocalFiles>.tasks.count)
    for screen in ScreenID.allCases {
      switch PlainCatalog<LocalFiles>.coverage(of: screen) {
      case .task(let id): #expect(tasks.contains(id), "\(screen) names the task \(id)")
      case .reason(let words): #expect(words.count > 20, "\(screen): \(words)")
      }
    }
  }

  @Test("tasks have names and help in both languages", arguments: Language.allCases)
  func names(_ language: Language) {
    let tasks = PlainCatalog<LocalFiles>.tasks
    #expect(Set(tasks.map { $0.title(language) }).count == tasks.count)
    for task in tasks {
      #expect(!task.title(language).isEmpty && task.help(language).hasSuffix("."))
    }
  }

  @Test("the greeting says who, when and how it stands", arguments: Language.allCases)
  func greeting(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let shown = await office.run([String]())
    #expect(shown.has(office.say("Hôm nay: 15/09/2020, dữ liệu mẫu", "Today: 15/09/2020, sample")))
    #expect(shown.has(office.say("41 hồ sơ, 4 quá hạn, 4 đứng lại", "41 ventures, 4 overdue")))
    #expect(shown.lines.count < 9)
    #expect(
      shown.lines.last?.contains(office.say("Hết dữ liệu vào", "The input has ended")) == true)
  }

  @Test("the overview says each figure and opens its ventures", arguments: Language.allCases)
  func overview(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let figures = try await office.stores.ventures.overview(
      of: "startup", today: office.session.today())
    // Part 1 is the funnel, its line 5 the ventures that reached testing.
    let shown = await office.run(["1", "1", "5", "1", "0", "0", "0", "2", "3", "0", "0", "5", "1"])
    #expect(shown.has("1. \(office.say("Phễu", "Funnel")): \(figures.statistics.total)"))
    let reached = figures.statistics.stages[4].reached
    #expect(shown.has(office.say("Thử nghiệm: \(reached) hồ sơ", "Testing: \(reached) ventures")))
    #expect(shown.has(office.say("\(reached) hồ sơ, Khởi nghiệp", "\(reached) ventures, Innov")))
    #expect(shown.has(office.say("Mã hồ sơ: ST-", "Code: ST-")), "\(shown)")
    let stalled = figures.ages[2].over
    #expect(shown.has(office.say("\(stalled) đứng lại", "\(stalled) stalled")))
  }

  @Test("a list is read by pages, narrowed, ordered and searched", arguments: Language.allCases)
  func list(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let shown = await office.run([
      "3", "", "", "", office.say("lọc", "filter"), office.say("giai đoạn", "stage"),
      office.say("ươm tạo", "incubation"), office.say("lọc", "filter"),
      office.say("đứng lại", "stalled"), "2", office.say("bỏ lọc", "clear"),
      office.say("sắp xếp", "sort"), office.say("người đại diện", "representative"), "gao st",
      "1", "0", "khong co chu nay", "0",
    ])
    #expect(shown.has(office.say("1 đến 20 trong 46", "1 to 20 of 46")), "\(shown)")
    #expect(shown.has(office.say("41 đến 46 trong 46", "41 to 46 of 46")))
    #expect(shown.has(office.say("Hết danh sách", "End of the list")))
    #expect(
      shown.has(
        office.say(
          "3 hồ sơ, Khởi nghiệp ĐMST, Ươm tạo, đứng lại",
          "3 ventures, Innovative startups, Incubation, stalled")))
    #expect(shown.has(office.say("xếp theo Người đại diện", "sorted by Representative")))
    #expect(shown.has("1. Gạo ST tuần hoàn"))
    #expect(shown.has(office.say("Không có hồ sơ nào có chữ", "No venture has")))
  }

  @Test("words at the first prompt find ventures", arguments: Language.allCases)
  func findAtOnce(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let shown = await office.run(["gao st", "2", "0", "0", "khong co chu nay"])
    #expect(shown.has(office.say("có chữ «gao st»", "with “gao st”")), "\(shown)")
    #expect(shown.has(office.say("Mã hồ sơ: ST-0060", "Code: ST-0060")))
    #expect(shown.has(office.say("Không có lựa chọn «khong", "There is no choice “khong")))
  }

  @Test("every kind of condition can be set and taken away", arguments: Language.allCases)
  func conditions(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    var answers = ["3"]
    for condition in 1...9 {
      answers += [office.say("lọc", "filter"), "\(condition)"]
      answers += condition == 7 ? [office.say("quá hạn", "overdue")] : ["2"]
      answers += [office.say("bỏ lọc", "clear")]
    }
    let shown = await office.run(
      answers + [office.say("lọc", "filter"), "7", "31/02/2020", "30/09/2020"])
    #expect(shown.has(office.say("quá hạn, xếp theo", "overdue, sorted")), "\(shown)")
    #expect(shown.has(office.say("hạn đến 30/09/2020", "due by 30/09/2020")))
  }

  @Test("views are kept, opened and taken away", arguments: Language.allCases)
  func views(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let views = office.say("cách xem", "views")
    let shown = await office.run([
      "3", office.say("lọc", "filter"), office.say("đứng lại", "stalled"), "2", views, "1",
      "Cần gọi", office.say("bỏ lọc", "clear"), views, office.say("cần", "can"), views,
      office.say("xóa", "delete"), "1",
    ])
    #expect(shown.has(office.say("Đã lưu cách xem «Cần gọi»", "Kept the view “Cần gọi”")))
    #expect(shown.count(office.say("đứng lại, xếp theo", "stalled, sorted by")) == 2, "\(shown)")
    #expect(shown.has(office.say("Đã xóa cách xem «Cần gọi»", "Deleted the view “Cần gọi”")))
    #expect(try await office.stores.ventures.savedViews(by: office.session).isEmpty)
  }

  @Test("a venture says what matters first, and all of it on demand", arguments: Language.allCases)
  func venture(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let record = try await office.record("ST-0010")
    let shown = await office.run(["ST-0010", "1", "", "", "", "", "history", "?"])
    let title = record.venture.content.title.string
    let place = try #require(shown.lines.firstIndex(of: title))
    #expect(shown.lines[place + 1].hasSuffix("ST-0010"))
    #expect(shown.lines[place + 2].hasPrefix(office.say("Giai đoạn: ", "Stage: ")))
    for section in [
      office.say("Đội ngũ.", "Team."), office.say("Minh chứng.", "Evidence."),
      office.say("Diễn biến.", "Timeline."),
    ] { #expect(shown.lines.contains(section), "\(section) in \(shown)") }
    for line in record.venture.content.problem.string.split(separator: "\n") {
      #expect(shown.has(String(line)))
    }
    #expect(shown.has(office.say("Phát hiện: từ", "Discovery: from")))
  }

  @Test("stages, pipelines, who and where, help, language", arguments: Language.allCases)
  func around(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let shown = await office.run([
      "2", "3", "0", "0", "pipeline", "2", "0", office.say("ai, o dau", "who"), "19", "settings",
      "1", "0", "quit",
    ])
    #expect(
      shown.has(
        office.say(
          "Ươm tạo: 11 hồ sơ, 1 quá hạn, 3 đứng lại, thường 90 ngày",
          "Incubation: 11 ventures, 1 overdue, 3 stalled, usually 90 days")), "\(shown)")
    #expect(shown.has("demo.db"))
    #expect(shown.has(office.say("Language: English.", "Ngôn ngữ: tiếng Việt.")), "\(shown)")
    // The last words are in the other language.
    #expect(shown.lines.last == office.say("You have left the program.", "Đã rời chương trình."))
  }
}
