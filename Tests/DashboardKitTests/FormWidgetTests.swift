import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

/// Fields that understand what people write, and what opens over them.
@Suite("Forms: days, choices, numbers")
struct FormWidgetTests {
  typealias TestForm = Form<String, String>

  static let today = LocalDate(year: 2020, month: 9, day: 15) ?? LocalDate(dayNumber: 0)
  static let settings = FieldSettings(today: today)

  static let choices = [
    Choice("a", Bilingual(vietnamese: "Ý tưởng", english: "Idea")),
    Choice("b", Bilingual(vietnamese: "Đổi mới", english: "Innovation")),
    Choice("c", Bilingual(vietnamese: "Ươm tạo", english: "Incubation")),
  ]

  static func form() -> TestForm {
    TestForm([
      .init("day", .line(TextField(accepts: .date)), isRequired: true),
      .init("phone", .line(TextField(accepts: .phone))),
      .init("sum", .line(TextField(accepts: .money))),
      .init("kind", .choice(choices, selected: "a", typed: "")),
      .init("many", .several(choices, selected: ["a"])),
      .init("name", .line(TextField())),
    ])
  }

  static func check(_ field: TestForm.Field) -> String? {
    if field.value.isEmpty { return field.isRequired ? "needed" : nil }
    guard field.id == "day" else { return nil }
    return (try? LocalDate.parse(field.value)) == nil ? "no day" : nil
  }

  static func press(_ keys: [InputEvent], _ form: inout TestForm) {
    for key in keys { _ = form.handle(key, width: 30, settings, check: check) }
  }

  static func key(_ key: Key, _ modifiers: Modifiers = []) -> InputEvent {
    .key(KeyStroke(key, modifiers))
  }

  static func drawn(_ form: TestForm, _ language: Language = .vietnamese)
    -> (canvas: Canvas, places: FormPlaces<String>)
  {
    var canvas = Canvas(Size(width: 60, height: 20))
    var settings = settings
    settings.language = language
    let places = form.draw(
      in: canvas.bounds, on: &canvas, surface: .base, settings, label: { FieldLabel($0) },
      words: { $0 })
    return (canvas, places)
  }

  // MARK: As people write

  @Test(
    "Days as people write them become days",
    arguments: [
      ("12/3", "12/03/2020"), ("15/9/2020", "15/09/2020"), ("hôm nay", "15/09/2020"),
      ("mai", "16/09/2020"), ("thứ 5 tuần sau", "24/09/2020"), ("2020-09-01", "01/09/2020"),
      ("tomorrow", "16/09/2020"), ("1.10.2020", "01/10/2020"),
    ])
  func days(_ written: String, _ wanted: String) {
    var form = Self.form()
    Self.press([.text(written)], &form)
    #expect(Self.drawn(form).canvas.all.contains("→ "), "what is understood is shown at once")
    #expect(Self.drawn(form).canvas.all.contains(wanted))
    Self.press([Self.key(.tab)], &form)
    #expect(form.value("day") == wanted)
    #expect(form.fields[0].problem == nil && form.focus == 1)
    Self.press([Self.key(.tab, .shift), .key(.control("z"))], &form)
    #expect(form.value("day") != wanted, "what was made of it can be taken back")
  }

  @Test("What is no day stays as it was written, and is told on leaving; mended, it goes")
  func noDay() {
    var form = Self.form()
    Self.press([.text("31/2"), Self.key(.tab)], &form)
    #expect(form.value("day") == "31/2" && form.fields[0].problem == "no day")
    Self.press([Self.key(.tab, .shift), .key(.control("u")), .text("1/3/2020")], &form)
    #expect(form.fields[0].problem == nil)
  }

  @Test(
    "Telephone numbers",
    arguments: [
      ("0168 123 4567", "0381 234 567"), ("+84 91 234 5678", "0912 345 678"),
      ("(0299) 3.821.234", "0299 382 1234"), ("12", "12"),
    ])
  func phones(_ written: String, _ wanted: String) {
    var form = Self.form()
    form.moveFocus(to: "phone")
    Self.press([.text(written), Self.key(.tab)], &form)
    #expect(form.value("phone") == wanted)
  }

  @Test(
    "Amounts",
    arguments: [
      ("1,5 tỷ", "1.500.000.000 đ"), ("200tr", "200.000.000 đ"), ("1.200.000", "1.200.000 đ"),
      ("1.234", "1.234"),
    ])
  func amounts(_ written: String, _ wanted: String) {
    var form = Self.form()
    form.moveFocus(to: "sum")
    Self.press([.text(written), Self.key(.tab)], &form)
    #expect(form.value("sum") == wanted)
    form.moveFocus(to: "sum")
    Self.press([Self.key(.tab)], &form)
    #expect(form.value("sum") == wanted, "twice is as once")
  }

  // MARK: The month

  @Test("Arrows, pages and ends of the month; Enter takes, Esc leaves")
  func month() {
    var form = Self.form()
    Self.press([Self.key(.down, .alt)], &form)
    #expect(form.panel == .month(MonthPanel(nil, today: Self.today)))
    Self.press([Self.key(.right), Self.key(.down), Self.key(.pageDown)], &form)
    Self.press([Self.key(.enter)], &form)
    #expect(form.value("day") == "23/10/2020" && form.panel == nil)
    Self.press([.key(.function(4)), Self.key(.home), Self.key(.escape)], &form)
    #expect(form.value("day") == "23/10/2020" && form.panel == nil)
    Self.press([.key(.function(4)), Self.key(.pageUp, .shift), Self.key(.tab)], &form)
    #expect(form.value("day") == "23/10/2019" && form.focus == 1)
  }

  @Test("The end of a long month has its like in a short one")
  func monthEnds() {
    var panel = MonthPanel(LocalDate(year: 2020, month: 1, day: 31), today: Self.today)
    _ = panel.handle(Self.key(.pageDown))
    #expect(panel.focus.formatted == "29/02/2020")
    _ = panel.handle(Self.key(.pageUp, .shift))
    #expect(panel.focus.formatted == "28/02/2019")
    _ = panel.handle(Self.key(.end))
    _ = panel.handle(Self.key(.right))
    #expect(panel.focus.formatted == "01/03/2019")
    for _ in 0..<200 { _ = panel.handle(Self.key(.pageUp, .control)) }
    #expect(panel.focus.components.year == 1900)
    for _ in 0..<400 { _ = panel.handle(Self.key(.pageDown, .control)) }
    #expect(panel.focus.components.year == 2199)
    #expect(panel.handle(Self.key(.function(1))) == .ignored, "help stays")
  }

  @Test("Weeks begin on Monday; focus, day and today have marks", arguments: Language.allCases)
  func monthDrawing(_ language: Language) {
    var form = Self.form()
    Self.press([.text("10/9/2020"), Self.key(.down, .alt), Self.key(.up)], &form)
    let lines = Self.drawn(form, language).canvas.lines
    let head =
      language == .vietnamese ? "T2  T3  T4  T5  T6  T7  CN" : "Mon Tue Wed Thu Fri Sat Sun"
    #expect(lines.contains { $0.contains(head) }, "\(lines)")
    let all = lines.joined(separator: "\n")
    #expect(all.contains("▶ 3") && all.contains(" 14 (15) 16"))
    // 7 September 2020 was a Monday: it opens its week.
    #expect(lines.contains { $0.contains("  7   8   9 [10] 11  12  13") }, "\(lines)")
  }

  @Test("The mouse takes a day, turns months, and is told from the fields below")
  func monthMouse() throws {
    var form = Self.form()
    form.click("day", Self.settings)
    #expect(form.panel != nil, "the field had the focus already")
    var places = Self.drawn(form).places
    let next = try #require(places.panel.first { $0.pick == .month(1) })
    form.take(next.pick, Self.check)
    places = Self.drawn(form).places
    let day = try #require(LocalDate(year: 2020, month: 10, day: 20))
    let cell = try #require(places.panel.first { $0.pick == .day(day) })
    #expect(places.panel.first?.pick == .nothing)
    #expect(places.panel.first?.area.contains(Point(x: cell.area.x, y: cell.area.y)) == true)
    form.take(cell.pick, Self.check)
    #expect(form.value("day") == "20/10/2020" && form.panel == nil)
  }

  // MARK: Choices

  @Test("A choice opens as a list, typing narrows it without accents")
  func list() {
    var form = Self.form()
    form.moveFocus(to: "kind")
    Self.press([.text(" "), .text("uom"), Self.key(.enter)], &form)
    #expect(form.value("kind") == "c" && form.panel == nil)
    Self.press([Self.key(.down, .alt), Self.key(.up), Self.key(.enter)], &form)
    #expect(form.value("kind") == "b")
    Self.press([.key(.function(4)), Self.key(.up), Self.key(.escape)], &form)
    #expect(form.value("kind") == "b", "Esc takes nothing")
    form.click("kind", Self.settings)
    form.take(.choice("a"), Self.check)
    #expect(form.value("kind") == "a")
  }

  @Test("Telex composes in the list's own field")
  func listTyping() {
    var form = Self.form()
    form.moveFocus(to: "kind")
    let settings = FieldSettings(typing: Typing(.telex), today: Self.today)
    for event in [InputEvent.text(" ")] + "ddooir".map({ .text(String($0)) }) {
      _ = form.handle(event, width: 30, settings, check: Self.check)
    }
    guard case .list(let list) = form.panel else {
      Issue.record("no list")
      return
    }
    #expect(list.query.text == "đổi" && list.matching.map(\.id) == ["b"])
  }

  @Test("Several are chosen with Space; Enter takes them, Esc does not")
  func several() {
    var form = Self.form()
    form.moveFocus(to: "many")
    Self.press([.text(" "), Self.key(.end), .text(" ")], &form)
    #expect(Self.drawn(form).canvas.all.contains("[x] Ươm tạo"))
    #expect(Self.drawn(form).canvas.all.contains("[ ] Đổi mới"))
    Self.press([Self.key(.enter)], &form)
    #expect(form.value("many") == "a\nc")
    #expect(Self.drawn(form).canvas.all.contains("Ý tưởng, Ươm tạo"))
    Self.press([.text(" "), Self.key(.home), .text(" "), Self.key(.escape)], &form)
    #expect(form.value("many") == "a\nc")
    form.click("many", Self.settings)
    form.take(.choice("a"), Self.check)
    form.take(.choice("c"), Self.check)
    Self.press([Self.key(.enter)], &form)
    #expect(form.value("many") == "")
    Self.press([Self.key(.right), Self.key(.right)], &form)
    #expect(form.value("many") == "b", "one after the other by the arrows")
  }

  // MARK: The form

  @Test("Submitting makes normal forms first; the focus goes to the first error, panels close")
  func submitting() {
    var form = Self.form()
    form.moveFocus(to: "phone")
    Self.press([.text("091 234 5678"), .key(.control("s"))], &form)
    #expect(form.focus == 0 && form.fields[0].problem == "needed")
    #expect(form.value("phone") == "0912 345 678")
    Self.press([.text("mai"), Self.key(.down, .alt)], &form)
    #expect(
      form.handle(.key(.control("s")), width: 30, Self.settings, check: Self.check) == .submitted)
    #expect(form.value("day") == "16/09/2020" && form.panel == nil)
  }

  @Test("What was copied in one field is pasted in another")
  func clipboard() {
    var form = Self.form()
    form.moveFocus(to: "name")
    Self.press(
      [.text("Sóc Trăng"), Self.key(.home, .shift), .key(.control("x"))], &form)
    form.moveFocus(to: "phone")
    Self.press([.key(.control("v"))], &form)
    #expect(form.value("name") == "" && form.value("phone") == "Sóc Trăng")
  }

  @Test("The legend says what * means where something must be filled in")
  func legend() {
    #expect(Self.form().legend(.vietnamese) == "* bắt buộc")
    #expect(Self.form().legend(.english) == "* required")
    #expect(TestForm([.init("x", .line(TextField()))]).legend(.english).isEmpty)
  }

  @Test("A notice stands under the field that it is about")
  func notices() {
    var form = Self.form()
    form.moveFocus(to: "name")
    Self.press([.paste("a\nb")], &form)
    let notice = FieldNotice.joinedLines(2).words(.vietnamese).prefix(20)
    #expect(Self.drawn(form).canvas.all.contains("! " + notice))
    Self.press([Self.key(.tab)], &form)
    #expect(!Self.drawn(form).canvas.all.contains("! " + notice))
  }
}
