import ArgumentParser
import DashboardKit
import Incubation
import TerminalCanvas

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Bảng phím, dạng Markdown / the table of keys, as Markdown")
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let language = try global.resolved().language
    Output.line(try KeyTable.whole(language).markdown(language))
  }
}

extension KeyTable {
  /// The keys of every screen of the demo, for somebody who may do everything.
  static func whole(_ language: Language) throws -> KeyTable {
    let rehearsal = try Rehearsal(language: language, size: Size(width: 120, height: 36))
    let sections = try MainRun.wait { @MainActor in
      var sections: [Section] = []
      for screen in ScreenID.allCases {
        let host = rehearsal.host(screen)
        await host.untilIdle()
        sections.append(Section(title: host.title, commands: host.commands))
      }
      return sections
    }
    return KeyTable(sections)
  }
}
