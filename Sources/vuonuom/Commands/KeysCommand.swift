import ArgumentParser
import DashboardKit
import DashboardScreens
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
        // A page of several parts shows the commands of the part that is seen: each once.
        let parts = screen == .course ? Screens.courseParts.map(Optional.some) : [nil]
        var commands: [CommandInfo] = []
        var title = ""
        for part in parts {
          let host = rehearsal.host(screen, part: part)
          await host.untilIdle()
          title = host.title
          for command in host.commands where !commands.contains(where: { $0.id == command.id }) {
            commands.append(command)
          }
        }
        sections.append(Section(title: title, commands: commands))
      }
      return sections
    }
    return KeyTable(sections)
  }
}
