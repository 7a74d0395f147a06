import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

/// Drafts of earlier runs, offered by the shell.
@Suite("Drafts in the shell") @MainActor
struct ShellDraftTests {
  let world = World()

  static func kept(_ number: Int = 1) -> KeptDraft {
    KeptDraft(
      name: "\(number).json", savedAt: World.today.at(hour: 9, minute: 41),
      draft: Draft(
        "typing", at: Destination(.record, venture: Identifier(high: 0, low: UInt64(number))),
        title: Bilingual(
          vietnamese: SafeText(escaping: "«Gạo \(number)»"),
          english: SafeText(escaping: "“Gạo \(number)”")),
        body: ["typed": "đang gõ"]))
  }

  /// A shell that notes the answers.
  private func shell(_ answers: Answers, claims: Bool = true) -> Shell {
    let shell = world.shell()
    shell.draftAnswered = { kept, answer in
      answers.list.append("\(kept.name) \(answer)")
      return claims
    }
    return shell
  }

  @MainActor private final class Answers {
    var list: [String] = []
  }

  @Test("it says of what and when, and opens it again as it was")
  func reopens() {
    let answers = Answers()
    let shell = shell(answers)
    shell.offer([Self.kept()])
    let seen = shell.seen().all
    #expect(seen.contains("Còn bản nháp của «Gạo 1», gõ lúc 09:41."))
    #expect(seen.contains("▶ Mở lại"))
    shell.press(KeyStroke(.enter))
    #expect(answers.list == ["1.json reopen"])
    #expect(shell.testHost?.state.typed == "đang gõ")
    #expect(shell.drafts.values.map(\.body) == [["typed": "đang gõ"]])
    #expect(shell.layers.isEmpty)
  }

  @Test("it can be thrown away; the safe answer has the focus and Esc keeps it")
  func discards() {
    let answers = Answers()
    let shell = shell(answers)
    shell.offer([Self.kept(1), Self.kept(2)])
    shell.press(KeyStroke(.escape))
    #expect(shell.seen().all.contains("«Gạo 2»"), "the next is asked about")
    shell.press(KeyStroke(.up), KeyStroke(.enter))
    #expect(answers.list == ["2.json discard"])
    #expect(shell.waitingDrafts.map(\.name) == ["1.json"])
    shell.run("record.drafts")
    #expect(shell.seen().all.contains("«Gạo 1»"))
    shell.press(KeyStroke(.enter))
    shell.run("record.drafts")
    #expect(shell.seen().all.contains("Không còn bản nháp nào."))
  }

  @Test("whoever is typing is not interrupted")
  func whileTyping() {
    let shell = world.shell()
    shell.testHost?.send(.beginTyping)
    shell.type("gõ")
    shell.offer([Self.kept()])
    #expect(shell.layers.isEmpty)
    #expect(shell.seen().all.contains("Còn 1 bản nháp lần trước"))
    shell.type(" tiếp")
    #expect(shell.testHost?.state.typed == "gõ tiếp")
  }

  @Test("a draft that another window has taken is not opened")
  func gone() {
    let shell = shell(Answers(), claims: false)
    shell.offer([Self.kept()])
    shell.press(KeyStroke(.enter))
    #expect(shell.testHost?.state.typed == "")
    #expect(shell.seen().all.contains("cửa sổ khác"))
    #expect(shell.waitingDrafts.isEmpty)
  }

  @Test("two forms over one record are two drafts")
  func twice() {
    let shell = world.shell()
    for _ in 0..<2 { shell.resume(Self.kept().draft) }
    #expect(shell.drafts.count == 2)
    #expect(Set(shell.drafts.keys).count == 2)
  }

  @Test("every key press is told to whoever keeps the drafts")
  func touched() {
    let shell = world.shell()
    var count = 0
    shell.stateTouched = { count += 1 }
    shell.type("ab")
    #expect(count > 0)
  }

  @Test("the question stands in both languages", arguments: Language.allCases)
  func words(_ language: Language) {
    let world = World(language: language)
    let shell = world.shell()
    shell.offer([Self.kept()])
    let seen = shell.seen(60, 20).all
    #expect(seen.contains(language == .vietnamese ? "Để sau" : "Later"))
    #expect(seen.contains(language == .vietnamese ? "Bỏ bản nháp" : "Throw the draft away"))
  }
}
