import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

/// What an editor does, in fields of one line and of many.
@Suite("Editing in fields")
struct EditingTests {
  static func key(_ key: Key, _ modifiers: Modifiers = []) -> InputEvent {
    .key(KeyStroke(key, modifiers))
  }

  private func typed(_ text: String, into field: inout TextField, _ typing: Typing = .off) {
    for letter in text { _ = field.handle(.text(String(letter)), typing: typing) }
  }

  // MARK: Undo

  @Test("Typing is taken back word by word, and made again")
  func words() {
    var field = TextField("cũ ")
    typed("nguyễn văn an", into: &field)
    let steps = ["cũ nguyễn văn ", "cũ nguyễn ", "cũ "]
    for step in steps {
      #expect(field.handle(.key(.control("z"))) == true)
      #expect(field.text == step)
    }
    #expect(field.handle(.key(.control("z"))) == false, "nothing is left: others may be asked")
    for step in steps.dropLast().reversed() + ["cũ nguyễn văn an"] {
      #expect(field.handle(.key(.control("y"))) == true)
      #expect(field.text == step)
    }
    #expect(field.handle(.key(.control("y"))) == false)
  }

  @Test("A word that a typing method makes is one change", arguments: [true, false])
  func composedWords(_ isBuiltIn: Bool) {
    var field = TextField()
    if isBuiltIn {
      typed("vieetj nam", into: &field, Typing(.telex))
    } else {
      for event in [
        InputEvent.text("v"), .text("i"), .text("e"), Self.key(.backspace), .text("ê"), .text("t"),
        Self.key(.backspace), Self.key(.backspace), .text("ệt"), .text(" "), .text("nam"),
      ] { _ = field.handle(event) }
    }
    #expect(field.text == "việt nam")
    _ = field.handle(.key(.control("z")))
    #expect(field.text == "việt ")
    _ = field.handle(.key(.control("z")))
    #expect(field.text.isEmpty)
    _ = field.handle(.key(.control("y")))
    #expect(field.text == "việt ")
  }

  @Test("What was taken out letter by letter comes back at once")
  func erasing() {
    var field = TextField("Sóc Trăng")
    for _ in 0..<5 { _ = field.handle(Self.key(.backspace)) }
    #expect(field.text == "Sóc ")
    _ = field.handle(.key(.control("z")))
    #expect(field.text == "Sóc Trăng" && field.caret == 9)
  }

  @Test("Any changes can all be taken back and made again", arguments: [UInt64(3), 11, 2_020])
  func anything(_ seed: UInt64) {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(bound))
    }
    let events: [InputEvent] = [
      .text("đ"), .text("a\u{306}"), .text("\u{323}"), .text(" "), .text("ươ"), .text("🇻"),
      .text("\u{1F1F3}"), .text("\u{200D}"), .paste("hai\ndòng"), Self.key(.backspace),
      Self.key(.delete), Self.key(.left), Self.key(.right, .shift), Self.key(.home, .shift),
      Self.key(.left, [.control, .shift]), .key(.control("w")), .key(.control("k")),
      .key(.control("x")), .key(.control("v")), .key(.control("z")), .key(.control("y")),
      Self.key(.enter), Self.key(.end),
    ]
    for _ in 0..<30 {
      var area = TextArea("đầu")
      let typing = Typing([InputMethod.off, .telex, .vni][next(3)])
      for _ in 0..<60 {
        _ = area.handle(events[next(events.count)], width: 9, typing: typing)
        #expect(area.text.count >= area.caret, "seed \(seed)")
        #expect(TextWidth.normalised(area.text).utf8.elementsEqual(area.text.utf8), "seed \(seed)")
      }
      while area.canRedo { _ = area.handle(.key(.control("y")), width: 9) }
      let end = area.text
      while area.canUndo { _ = area.handle(.key(.control("z")), width: 9) }
      #expect(area.text == "đầu", "seed \(seed)")
      while area.canRedo { _ = area.handle(.key(.control("y")), width: 9) }
      #expect(area.text == end, "seed \(seed)")
    }
  }

  // MARK: Selecting

  @Test("Shift selects, typing replaces, Ctrl+X and Ctrl+V carry")
  func selecting() {
    var field = TextField("gạo sạch Sóc Trăng")
    _ = field.handle(Self.key(.left, [.control, .shift]))
    #expect(field.selectedText == "Trăng")
    _ = field.handle(Self.key(.left, [.control, .shift]))
    #expect(field.selectedText == "Sóc Trăng")
    #expect(field.handle(.key(.control("x"))) == true)
    #expect(field.text == "gạo sạch " && field.selectedText == nil)
    _ = field.handle(Self.key(.home))
    #expect(field.handle(.key(.control("v"))) == true)
    #expect(field.text == "Sóc Trănggạo sạch ")
    _ = field.handle(Self.key(.end))
    _ = field.handle(Self.key(.home, .shift))
    #expect(field.handle(.key(.control("c"))) == true)
    _ = field.handle(.text("x"))
    #expect(field.text == "x")
    _ = field.handle(.key(.control("z")))
    #expect(field.text == "Sóc Trănggạo sạch ")
    #expect(field.handle(.key(.control("c"))) == false, "nothing is selected")
    _ = field.handle(Self.key(.left, .shift))
    _ = field.handle(Self.key(.left))
    #expect(field.selectedText == nil)
  }

  @Test("What is selected is drawn turned round, not by a colour alone")
  func drawing() {
    var field = TextField("ăn cơm")
    _ = field.handle(Self.key(.left, [.control, .shift]))
    var canvas = Canvas(Size(width: 10, height: 1))
    field.draw(in: canvas.bounds, on: &canvas, isFocused: true)
    let turned = (0..<10).filter { canvas[$0, 0].style.emphasis.contains(.reverse) }
    #expect(turned == [3, 4, 5])
    var area = TextArea("ăn cơm\nuống nước")
    _ = area.handle(Self.key(.up, .shift), width: 10)
    canvas = Canvas(Size(width: 10, height: 2))
    area.draw(in: canvas.bounds, on: &canvas, isFocused: true)
    let second = (0..<10).filter { canvas[$0, 1].style.emphasis.contains(.reverse) }
    #expect(second == Array(0..<9))
  }

  // MARK: Many lines

  @Test("Ends of lines and of the text, pages, whole words")
  func keysOfEditors() {
    var area = TextArea((1...20).map { "dòng số \($0)" }.joined(separator: "\n"))
    let end = area.text.count
    _ = area.handle(Self.key(.home, .control), width: 40)
    #expect(area.caret == 0)
    _ = area.handle(Self.key(.pageDown), width: 40, height: 5)
    #expect(area.caret == 4 * 10)
    _ = area.handle(Self.key(.end), width: 40)
    #expect(area.caret == 4 * 10 + 9)
    _ = area.handle(Self.key(.pageUp), width: 40, height: 5)
    #expect(area.caret == 9)
    #expect(area.handle(Self.key(.pageUp), width: 40, height: 5) == false, "the form goes on")
    _ = area.handle(Self.key(.end, .control), width: 40)
    #expect(area.caret == end)
    #expect(area.handle(Self.key(.tab), width: 40) == false, "Tab leaves the field")
    _ = area.handle(.key(.control("w")), width: 40)
    #expect(area.text.hasSuffix("dòng số "))
    _ = area.handle(.key(.control("u")), width: 40)
    #expect(area.text.hasSuffix("dòng số 19\n"))
    _ = area.handle(Self.key(.home, .control), width: 40)
    _ = area.handle(Self.key(.delete, .control), width: 40)
    _ = area.handle(.key(.control("k")), width: 40)
    #expect(area.text.hasPrefix("\ndòng số 2"))
  }

  // MARK: Pasting

  @Test("Lines pasted into one line are joined, and that is said")
  func pastedLines() {
    var field = TextField()
    _ = field.handle(.paste("Hạt Vàng\n"))
    #expect(field.text == "Hạt Vàng" && field.notice == nil, "one line with its end")
    _ = field.handle(.paste(" a\nb\r\nc\n"))
    #expect(field.text == "Hạt Vàng a b c")
    #expect(field.notice == .joinedLines(3))
    for language in Language.allCases {
      #expect(field.notice?.words(language).contains("3") == true)
    }
    _ = field.handle(.text("d"))
    #expect(field.notice == nil, "it was said once")
    var area = TextArea()
    _ = area.handle(.paste("a\r\nb\nc"), width: 20)
    #expect(area.text == "a\nb\nc" && area.notice == nil, "a line feed of a paste is data")
  }

  @Test("A paste of a megabyte is cut at the limit, and that is said")
  func megabyte() {
    let text = String(repeating: "Sóc Trăng, khởi nghiệp đổi mới\n", count: 32_000)
    #expect(text.utf8.count > 1_000_000)
    var area = TextArea("đầu ")
    _ = area.handle(.paste(text), width: 60)
    #expect(area.text.count == area.limit)
    #expect(area.notice == .cut(limit: 10_000, lost: text.count - 9_996))
    _ = area.handle(.text("x"), width: 60)
    #expect(area.text.count == area.limit && area.notice == .full(limit: 10_000))
    _ = area.handle(Self.key(.backspace), width: 60)
    _ = area.handle(.text("e\u{323}"), width: 60)
    _ = area.handle(.text("\u{302}"), width: 60)
    #expect(area.text.hasSuffix("ệ"), "a mark still joins its letter in a full field")
    var field = TextField(limit: 20)
    for letter in "khowir nghieepj ddoor mowis" {
      _ = field.handle(.text(String(letter)), typing: Typing(.telex))
    }
    #expect(field.text.count <= 20 && field.text.hasPrefix("khởi nghiệp"))
  }

  /// A change touches what lies beside it: the rest of a long note is neither walked nor copied
  /// letter by letter. Told by the outcome, not by a clock: the benchmark has the time.
  @Test("In the middle of ten thousand letters, words are typed exactly")
  func longNotes() {
    let half = String(repeating: "ươm mầm ", count: 620)
    var area = TextArea(half + half)
    for _ in 0..<half.count { _ = area.handle(Self.key(.left), width: 60) }
    for letter in "Vieetj" {
      _ = area.handle(.text(String(letter)), width: 60, typing: Typing(.telex))
    }
    #expect(area.text == half + "Việt" + half)
  }
}
