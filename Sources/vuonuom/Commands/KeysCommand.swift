import ArgumentParser
import DashboardKit
import DashboardScreens
import Incubation

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Bảng phím, dạng Markdown / the table of keys, as Markdown")
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let language = try global.resolved().language
    Output.line(ScreenCatalog.keyTable(language).markdown(language))
  }
}
