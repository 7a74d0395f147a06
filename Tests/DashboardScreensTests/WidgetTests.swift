import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

/// The fields, in the way in which people and typing methods use them.
@Suite struct TextFieldTests {
  static func key(_ key: Key, _ modifiers: Modifiers = []) -> InputEvent {
    .key(KeyStroke(key, modifiers))
  }

  /// The bytes that a Telex method sends for "vieetj": each tone takes back what it replaces
  /// (reference/terminal.md section 8).
  @Test func typingMethodReplacesByBackspaces() {
    var field = TextField()
    for event in [
      InputEvent.text("v"), .text("i"), .text("e"), Self.key(.backspace), .text("ê"), .text("t"),
      Self.key(.backspace), Self.key(.backspace), .text("ệ"), .text("t"),
    ] {
      #expect(field.handle(event) == true)
    }
    #expect(field.text == "việt")
  }

  @Test func marksJoinTheLetterBefore() {
    var field = TextField("Soc")
    field.moveCaret(to: 2)
    #expect(field.handle(.text("\u{301}")) == true)
    #expect(Array(field.text.unicodeScalars) == Array("Sóc".unicodeScalars))
    #expect(field.caret == 2)
    #expect(field.handle(Self.key(.backspace)) == true)
    #expect(field.text == "Sc")
  }

  @Test func pastedLinesBecomeSpaces() {
    var field = TextField()
    #expect(field.handle(.paste("Hạt\nVàng\r\nSóc Trăng")) == true)
    #expect(field.text == "Hạt Vàng Sóc Trăng")
  }

  @Test func wordsAndEnds() {
    var field = TextField("gạo sạch Sóc Trăng")
    #expect(field.handle(Self.key(.left, .control)) == true)
    #expect(field.caret == 13)
    #expect(field.handle(.key(.control("w"))) == true)
    #expect(field.text == "gạo sạch Trăng")
    #expect(field.handle(.key(.control("k"))) == true)
    #expect(field.text == "gạo sạch ")
    #expect(field.handle(.key(.control("u"))) == true)
    #expect(field.text.isEmpty)
    #expect(field.handle(Self.key(.enter)) == false)
    #expect(field.handle(Self.key(.up)) == false)
  }

  @Test func cursorStandsAtTheCaretAndTheTextScrolls() {
    let field = TextField("Nước mắm chay Sóc Trăng")
    var canvas = Canvas(Size(width: 10, height: 1))
    field.draw(in: Rectangle(canvas.size), on: &canvas, isFocused: true)
    #expect(canvas.cursor == Point(x: 9, y: 0))
    #expect(rows(of: canvas) == ["Sóc Trăng"])
    field.draw(in: Rectangle(canvas.size), on: &canvas, isFocused: false)
    #expect(rows(of: canvas) == ["Nước mắm …"])
  }

  /// Whatever is typed, the text is in NFC and the caret inside it.
  @Test(arguments: [UInt64(1), 7, 2_020])
  func anyKeysKeepTheCaretInside(seed: UInt64) {
    var random = seed
    func next(_ bound: UInt64) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % bound)
    }
    let events: [InputEvent] = [
      .text("ă"), .text("a\u{306}"), .text("\u{323}"), .text(" "), .paste("đổi\nmới"),
      Self.key(.backspace), Self.key(.delete), Self.key(.left), Self.key(.right),
      Self.key(.left, .control), Self.key(.right, .control), Self.key(.home), Self.key(.end),
      .key(.control("w")),
    ]
    var field = TextField()
    var area = TextArea()
    for step in 0..<400 {
      let event = events[next(UInt64(events.count))]
      _ = field.handle(event)
      _ = area.handle(event, width: 8)
      #expect((0...field.text.count).contains(field.caret), "seed \(seed), step \(step)")
      #expect((0...area.text.count).contains(area.caret), "seed \(seed), step \(step)")
      #expect(
        field.text.unicodeScalars.elementsEqual(
          TextWidth.normalised(field.text).unicodeScalars), "seed \(seed), step \(step)")
      #expect(!field.text.contains { $0.isNewline }, "seed \(seed), step \(step)")
    }
  }
}

@Suite struct TextAreaTests {
  @Test func wrapsAtSpacesAndMovesByLines() {
    #expect(TextWrap.lines(of: "gạo sạch Sóc Trăng", width: 9) == ["gạo sạch", "Sóc Trăng"])
    #expect(TextWrap.lines(of: "a\n\nb", width: 9) == ["a", "", "b"])
    #expect(TextWrap.lines(of: "abcdefgh", width: 3) == ["abc", "def", "gh"])
    var area = TextArea("gạo sạch Sóc Trăng")
    #expect(area.handle(.key(KeyStroke(.up)), width: 9) == true)
    #expect(area.caret == 8)
    #expect(area.handle(.key(KeyStroke(.up)), width: 9) == false)
    #expect(area.handle(.key(KeyStroke(.enter)), width: 9) == true)
    #expect(area.text == "gạo sạch\n Sóc Trăng")
  }
}

@Suite struct VirtualListTests {
  struct Row: ListRow { let id: Int }

  static func rows(_ range: Range<Int>) -> [Row] { range.map { Row(id: $0) } }

  @Test func focusStaysOnItsRowWhenOthersAreAddedAbove() {
    var list = VirtualList<Row>()
    list.load(total: 100, offset: 0, rows: Self.rows(0..<30), height: 10)
    list.moveFocus(to: 12, height: 10)
    list.marks = [5]
    let seenAt = list.focus - list.firstVisible(height: 10)
    list.load(total: 103, offset: 0, rows: Self.rows(-3..<27), height: 10)
    #expect(list.focusID == 12)
    #expect(list.focus == 15)
    #expect(list.focus - list.firstVisible(height: 10) == seenAt)
    #expect(list.marks == [5])
  }

  @Test func jumpingToTheEndAsksForRows() {
    var list = VirtualList<Row>()
    list.load(total: 1_000, offset: 0, rows: Self.rows(0..<30), height: 10)
    #expect(!list.needsRows(height: 10))
    #expect(!list.needsRowsSoon(height: 10))
    var near = list
    near.moveFocus(to: 26, height: 10)
    #expect(!near.needsRows(height: 10))
    #expect(near.needsRowsSoon(height: 10))
    #expect(list.handle(KeyStroke(.end), height: 10) == true)
    #expect(list.focus == 999 && list.focusID == nil)
    #expect(list.needsRows(height: 10))
    let window = list.window(height: 10)
    #expect(window.offset == 980 && window.limit == 30)
    list.load(total: 1_000, offset: 980, rows: Self.rows(980..<1_000), height: 10)
    #expect(list.focusID == 999)
    #expect(!list.needsRows(height: 10))
  }

  @Test func aRowThatIsGoneLeavesTheFocusInItsPlace() {
    var list = VirtualList<Row>()
    list.load(total: 5, offset: 0, rows: Self.rows(0..<5), height: 10)
    list.moveFocus(to: 4, height: 10)
    list.load(total: 4, offset: 0, rows: Self.rows(0..<4), height: 10)
    #expect(list.focus == 3 && list.focusID == 3)
  }
}

@Suite struct FormTests {
  static func form() -> Form<String, String> {
    Form([
      .init("name", .line(TextField()), isRequired: true),
      .init(
        "kind",
        .choice(
          [
            Choice("a", Bilingual(vietnamese: "Ý tưởng", english: "Idea")),
            Choice("b", Bilingual(vietnamese: "Đổi mới", english: "Innovation")),
          ], selected: "a", typed: "")),
    ])
  }

  static func check(_ field: Form<String, String>.Field) -> String? {
    field.isRequired && field.value.isEmpty ? "needed" : nil
  }

  @Test func errorsShowOnLeavingAndTheFocusGoesToTheFirst() {
    var form = Self.form()
    #expect(form.handle(.key(KeyStroke(.tab)), width: 20, check: Self.check) == .handled)
    #expect(form.fields[0].problem == "needed" && form.focus == 1)
    #expect(form.handle(.key(.control("s")), width: 20, check: Self.check) == .handled)
    #expect(form.focus == 0)
    #expect(form.handle(.text("x"), width: 20, check: Self.check) == .handled)
    #expect(form.handle(.key(KeyStroke(.enter)), width: 20, check: Self.check) == .submitted)
  }

  @Test func typingFindsAChoiceWithoutAccents() {
    var form = Self.form()
    form.moveFocus(to: "kind")
    for letter in ["d", "o", "i"] {
      _ = form.handle(.text(letter), width: 20, check: Self.check)
    }
    #expect(form.value("kind") == "b")
    #expect(form.handle(.key(KeyStroke(.left)), width: 20, check: Self.check) == .handled)
    #expect(form.value("kind") == "a")
  }

  @Test func choiceListNarrows() {
    var list = ChoiceList([
      Choice("a", Bilingual(vietnamese: "Ý tưởng", english: "Idea")),
      Choice("b", Bilingual(vietnamese: "Đổi mới", english: "Innovation")),
    ])
    #expect(list.handle(.text("moi")) == .handled)
    #expect(list.matching.map(\.id) == ["b"])
    #expect(list.handle(.key(KeyStroke(.enter))) == .chosen("b"))
    #expect(list.handle(.key(KeyStroke(.escape))) == .cancelled)
  }
}
