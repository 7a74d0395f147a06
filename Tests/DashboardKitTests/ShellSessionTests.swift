import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

/// Where the user was, over the end of the program.
@Suite("The session in the shell") @MainActor
struct ShellSessionTests {
  let world = World()

  private func again(_ memento: JSONValue) -> Shell {
    let shell = Shell(
      profile: DatabaseProfile(
        department: Bilingual(vietnamese: "Sở", english: "D"), demoToday: nil),
      context: world.context, services: world.services,
      tabs: [
        TabDescription(TestScreen.self), TabDescription(Destination(.table)) { _ in "Danh sách" },
      ],
      themes: [.fallback], size: Size(width: 80, height: 24), memento: memento
    ) { destination, context, services in
      ScreenHost<TestScreen>(destination, context, services)
    }
    return shell
  }

  private func reread(_ shell: Shell) throws -> JSONValue {
    try JSONValue.parse(CanonicalJSON.write(["session": shell.memento])).fields?["session"] ?? .null
  }

  @Test("tab, screens above it and what each says of itself come back")
  func comesBack() throws {
    let shell = world.shell()
    shell.press(.function(2), .function(2))
    shell.press(.alt("."))
    shell.press(.function(2))
    shell.open(Destination(.record, venture: Identifier(high: 1, low: 2)))
    shell.press(.function(2), .function(2), .function(2))
    let memento = try reread(shell)
    let again = again(memento)
    #expect(again.tab == 1)
    #expect(again.stacks[1].count == 2)
    #expect(again.testHost?.state.count == 3)
    #expect(again.current?.destination.venture == Identifier(high: 1, low: 2))
    #expect(again.stacks[0].isEmpty, "tabs that are not seen load nothing")
    #expect(try reread(again) == memento, "what was not seen is remembered all the same")
    again.press(KeyStroke(.escape))
    #expect(again.testHost?.state.count == 1)
    again.press(.alt(","))
    #expect(again.testHost?.state.count == 2)
  }

  @Test("screens below the one that is seen load nothing before they are seen")
  func loadsLate() throws {
    let shell = world.shell()
    shell.open(Destination(.record, venture: Identifier(high: 1, low: 2)))
    let again = again(try reread(shell))
    let below = try #require(again.stacks[0].first as? ScreenHost<TestScreen>)
    again.notice(.changed([.ventures]))
    #expect(below.state.refreshes == 0)
    again.press(KeyStroke(.escape))
    #expect(again.current === below)
  }

  @Test("new records, files being read and drafts are no places to return to")
  func leftOut() throws {
    let shell = world.shell()
    shell.open(Destination(.record))
    #expect(again(try reread(shell)).stacks[0].count == 1)
    shell.open(Destination(.importing, file: "a.csv"))
    shell.resume(ShellDraftTests.kept().draft)
    let text = CanonicalJSON.write(["session": try reread(shell)])
    #expect(!text.contains("a.csv"))
    #expect(!text.contains("đang gõ"))
  }

  @Test(
    "a session that makes no sense is a fresh start",
    arguments: [
      JSONValue.null, .string("x"), .array([]), .object([:]), .object(["tab": "weather"]),
      .object(["tab": .integer(7), "tabs": "x"]),
      .object(["tab": "table", "tabs": .array([.object(["tab": "table", "screens": "y"]), 3])]),
      .object([
        "tabs": .array([
          .object([
            "tab": "pipeline",
            "screens": .array([.object(["place": .object(["screen": "weather"])]), .null]),
          ])
        ])
      ]),
    ])
  func damaged(_ memento: JSONValue) {
    let shell = again(memento)
    #expect(shell.current != nil)
    #expect(shell.stacks[shell.tab].count == 1)
  }
}
