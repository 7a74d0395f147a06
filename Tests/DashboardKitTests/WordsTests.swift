import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

@Suite("Words of errors, keys and times")
struct WordsTests {
  static let conflict = Conflict(
    title: "Gạo sạch", changedBy: "binh",
    changedAt: LocalDate(dayNumber: 18_520).at(hour: 9, minute: 5), currentVersion: 3,
    expectedVersion: 2,
    differences: [
      Conflict.Difference(field: "tax-code", base: nil, mine: "1", theirs: "2"),
      Conflict.Difference(field: "custom", base: nil, mine: "1", theirs: "2"),
    ])

  static let refusals: [MoveRefusal] = [
    .unknownStage("x"), .alreadyThere, .notActive(.setAside), .notActive(.dropped), .notResting,
    .reasonRequired,
    .missing([
      .field(.phone), .evidence(code: "c", title: Bilingual(vietnamese: "Phiếu", english: "Form")),
    ]),
  ]

  static let errors: [StorageError] =
    [
      .conflict(conflict), .notFound(entity: "venture"), .notAllowed(.editVentures, login: "lan"),
      .duplicate("code"), .locked(holder: 42), .locked(holder: nil), .unavailable("timeout"),
      .diskFull, .readOnly, .notADatabase(path: "/a.db"), .newerSchema(unknown: ["x-9"]),
      .unsafeFileSystem("nfs"), .cannotOpen(path: "/a.db", reason: "denied"),
      .notDurable("synchronous"), .outcomeUnknown, .engine(code: "1", message: "boom"),
    ] + refusals.map(StorageError.moveRefused)

  @Test("every error is one sentence, different in each language", arguments: errors)
  func sentences(error: StorageError) {
    let vietnamese = ErrorWords(.vietnamese).sentence(for: error)
    let english = ErrorWords(.english).sentence(for: error)
    #expect(vietnamese != english)
    for sentence in [vietnamese, english] {
      #expect(sentence.last == ".")
      #expect(sentence.count > 20)
      #expect(!sentence.contains("\n"))
      #expect(!sentence.contains("StorageError") && !sentence.contains("MoveRefusal"))
    }
    #expect(vietnamese.utf8.contains { $0 >= 0x80 }, "Vietnamese has its marks")
  }

  @Test("a conflict says who, when, which fields")
  func conflicts() {
    let words = ErrorWords(.vietnamese)
    #expect(
      words.sentence(for: Self.conflict)
        == "binh đã sửa «Gạo sạch» lúc 09:05 15/09/2020: mã số thuế, custom; "
        + "xem lại rồi chọn giữ bản nào.")
    let today = LocalDate(dayNumber: 18_520)
    #expect(words.sentence(for: Self.conflict, today: today).contains("lúc 09:05: mã"))
  }

  @Test("a refusal names what is missing")
  func missing() {
    #expect(
      ErrorWords(.english).sentence(for: Self.refusals[6])
        .hasSuffix("Form."))
    #expect(ErrorWords(.vietnamese).sentence(for: Self.refusals[6]).contains("Phiếu"))
  }

  @Test(
    "keys are named as on keyboards",
    arguments: [
      (KeyStroke.control("z"), "Ctrl+Z"), (.function(1), "F1"), (KeyStroke(.enter), "Enter"),
      (KeyStroke(.escape), "Esc"), (KeyStroke(.character(" ")), "Space"),
      (KeyStroke(.tab, .shift), "Shift+Tab"), (KeyStroke(.left, .alt), "Alt+←"),
      (KeyStroke(.character("?")), "?"), (KeyStroke(.pageDown), "PgDn"),
      (KeyStroke(.delete, [.control, .shift]), "Ctrl+Shift+Del"),
    ])
  func keyNames(stroke: KeyStroke, name: String) {
    #expect(KeyNames.name(stroke, .vietnamese) == name)
  }

  @Test("shares, times and distances in time")
  func formatting() {
    let vietnamese = Formatting(.vietnamese)
    let english = Formatting(.english)
    let today = LocalDate(dayNumber: 18_520)
    #expect(vietnamese.days(12) == "12 ngày")
    #expect(english.days(1) == "1 day")
    #expect(english.days(1_200) == "1,200 days")
    #expect(vietnamese.relative(today, to: today) == "hôm nay")
    #expect(vietnamese.relative(today.adding(days: 3), to: today) == "còn 3 ngày")
    #expect(vietnamese.relative(today.adding(days: -1), to: today) == "hôm qua")
    #expect(english.relative(today.adding(days: -9), to: today) == "9 days ago")
    #expect(vietnamese.percent(22, of: 40) == "55 %")
    #expect(vietnamese.percent(2, of: 3) == "67 %")
    #expect(vietnamese.percent(1, of: 0) == "0 %")
    let moment = today.at(hour: 0, minute: 7)
    #expect(vietnamese.moment(moment, today: today) == "00:07")
    #expect(vietnamese.moment(moment, today: today.adding(days: 1)) == "00:07 15/09/2020")
  }
}
