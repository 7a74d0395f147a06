/// The command line by which the program is mostly started: nothing but well-formed options of the
/// dashboard. Taking it apart by hand spares the first frame the tree of all commands, which takes
/// longer than opening the database; whatever is not plain is left to ArgumentParser.
struct PlainStart {
  var options = GivenOptions()
  var look = Look()
  var isFresh = false

  /// The start that the arguments ask for; nil when they are not plain.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--no-mouse" {
        look.usesMouse = false
        continue
      }
      if name == "--fresh" {
        isFresh = true
        continue
      }
      if name == "--plain" {
        look.isPlain = true
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch name {
      case "--database": options.database = value
      case "--language": options.language = value
      case "--as": options.actor = value
      case "--today": options.today = value
      case "--theme": look.theme = value
      default: return nil
      }
    }
  }

  func run() throws -> Never {
    try DashboardRun(options: try options.resolved(), look: look, isFresh: isFresh).run()
  }
}
