import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

@MainActor
@Suite("The registry of commands")
struct CommandTests {
  private func info(
    _ id: String, keys: [KeyStroke] = [], title: String = "Tên", help: String = "Câu.",
    footer: Int? = nil, permission: Permission? = nil, reason: String? = nil
  ) -> CommandInfo {
    CommandInfo(
      Command(
        id, keys: keys, title: title, help: help, menu: .view, footer: footer,
        permission: permission, disabledReason: reason, action: 0))
  }

  @Test("the shared commands are whole in both languages", arguments: Language.allCases)
  func shared(language: Language) {
    let all = GlobalCommands.infos(tabs: ["Một", "Hai"], language)
    #expect(CommandAudit.problems(in: all) == [])
    #expect(all.filter { !$0.isEnabled } == [])
    let other = GlobalCommands.infos(tabs: ["Một", "Hai"], language.other)
    #expect(zip(all, other).allSatisfy { $0.help != $1.help })
  }

  @Test("the test's own screen passes beside them")
  func screen() {
    let world = World()
    #expect(
      CommandAudit.problems(
        in: world.host().commands, beside: GlobalCommands.infos(tabs: ["A", "B"], .vietnamese))
        == [])
  }

  @Test("what is wrong is found")
  func problems() {
    func found(_ infos: CommandInfo...) -> [String] {
      CommandAudit.problems(
        in: infos, beside: GlobalCommands.infos(tabs: ["A"], .vietnamese)
      ).map(\.description)
    }
    #expect(found(info("a", title: " ")) == ["has no title"])
    #expect(found(info("a", help: "")) == ["has no help"])
    #expect(found(info("", title: "x")) == ["has no id"])
    #expect(found(info("a", reason: " ")) == ["is disabled without a reason"])
    #expect(found(info("a", footer: 3)) == ["is in the footer without a key"])
    #expect(found(info("a"), info("a")) == ["has an id that is taken"])
    let twice = info("b", keys: [.function(2)])
    #expect(found(info("a", keys: [.function(2)]), twice) == ["has the key F2 of a"])
    #expect(found(info("a", keys: [.control("z")])) == ["has the key Ctrl+Z of record.undo"])
    #expect(found(info("a", keys: [KeyStroke(.escape)])) == [])
    #expect(found(info("a", keys: [.control("h")])).count == 1)
    let letter = KeyStroke(.character("x"))
    #expect(found(info("a", keys: [letter], permission: .deleteVentures)).count == 1)
    #expect(found(info("a", keys: [letter], permission: .viewVentures)) == [])
    let second = info("b", keys: [.function(3)], footer: 3)
    #expect(found(info("a", keys: [.function(2)], footer: 3), second).count == 1)
  }

  @Test("the footer keeps its order: Help, Back, then by place")
  func footer() {
    let shared = GlobalCommands.infos(tabs: [], .vietnamese)
    let own = [
      info("late", keys: [.function(7)], title: "Sau", footer: 30),
      info("never", keys: [.function(8)]),
      info("soon", keys: [.function(2)], title: "Trước", footer: -5),
    ]
    let labels = Footer.hints(of: own + shared, ShellText(.vietnamese)).map(\.label)
    #expect(
      labels == ["Trợ giúp", "Quay lại", "Trước", "Sau", "Hoàn tác", "Lệnh", "Trình đơn"])
  }

  @Test("the footer leaves out what cannot be done, and Back gives way to the screen's own Esc")
  func footerNow() {
    let own = [
      info("closed", keys: [.function(2)], title: "Khóa", footer: 1, reason: "Chưa được."),
      info("cancel", keys: [KeyStroke(.escape)], title: "Thôi", footer: 40),
    ]
    var shared = GlobalCommands.infos(tabs: [], .vietnamese)
    let labels = Footer.hints(of: own + shared, ShellText(.vietnamese)).map(\.label)
    #expect(labels.prefix(2) == ["Trợ giúp", "Thôi"])
    #expect(!labels.contains("Khóa") && !labels.contains("Quay lại"))
    for index in shared.indices { shared[index].disabledReason = "Chưa được." }
    let closed = Footer.hints(of: shared, ShellText(.vietnamese)).map(\.label)
    #expect(closed == ["Trợ giúp", "Quay lại"])
  }

  @Test("search ranks beginnings before parts, parts before letters in order, help last")
  func search() {
    let entries = [
      info("help", title: "Khác", help: "Dời hồ sơ."), info("letters", title: "Dò người ơi"),
      info("part", title: "Bỏ dời"), info("first", title: "Dời"), info("none", title: "Xem"),
    ].map { CommandEntry(info: $0, section: "") }
    let found = CommandSearch.find("doi", in: entries).map(\.info.id)
    #expect(found == ["first", "part", "letters", "help"])
    #expect(CommandSearch.find(" ", in: entries).count == 5)
  }

  @Test("a query with accents asks for exactly these")
  func accents() {
    let entries = [info("đời", title: "Đời"), info("dời", title: "Dời")]
      .map { CommandEntry(info: $0, section: "") }
    #expect(CommandSearch.find("doi", in: entries).count == 2)
    #expect(CommandSearch.find("đời", in: entries).map(\.info.id) == ["đời"])
  }

  @Test(
    "letters that a typing method composed still jump",
    arguments: [
      ("đ", "d"), ("Ư", "u"), ("ế", "e"), ("a", "a"), ("ơ", "o"),
    ])
  func letters(typed: String, letter: Character) {
    #expect(LetterJump.letter(typed) == letter)
  }

  @Test("a jump goes round, and nowhere when nothing begins so")
  func jumps() {
    let titles = ["Đi", "Xem", "Dời"]
    #expect(LetterJump.next("d", after: 0, in: titles) == 2)
    #expect(LetterJump.next("d", after: 2, in: titles) == 0)
    #expect(LetterJump.next("z", after: 0, in: titles) == nil)
    #expect(LetterJump.next("d", after: 0, in: []) == nil)
  }

  @Test("the table of keys has every command once", arguments: Language.allCases)
  func keyTable(language: Language) {
    var context = World().context
    context.language = language
    let markdown = KeyTable([KeyTable.Section(TestScreen.self, context)]).markdown(language)
    let say = language.say
    #expect(markdown.hasPrefix("### \(say("Ở mọi màn hình", "On every screen"))\n"))
    #expect(markdown.contains("### \(say("Bảng thử", "Test board"))\n"))
    #expect(markdown.contains("| `F1` `?` | \(say("Trợ giúp", "Help")) |"))
    #expect(
      markdown.contains(
        say(
          "| `F2` `+` | Đếm | Thêm một vào số đếm. |",
          "| `F2` `+` | Count | Adds one to the number. |")))
    let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.allSatisfy { $0.hasSuffix(" |") })
  }
}
