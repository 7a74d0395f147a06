/// Options that every subcommand knows may stand before its name as well as after it: they are
/// moved behind it before the arguments are parsed.
enum GlobalArguments {
  private static let withValue: Set<String> = ["--database", "--language", "--as", "--today"]

  /// The arguments in an order in which each subcommand finds its own.
  static func normalised(_ arguments: [String], subcommands: Set<String>) -> [String] {
    var moved: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if subcommands.contains(argument) {
        let rest = Array(arguments[index...])
        return insert(moved, into: rest)
      }
      let name = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? argument
      guard withValue.contains(name) else { return arguments }
      moved.append(argument)
      if name == argument, index + 1 < arguments.count {
        index += 1
        moved.append(arguments[index])
      }
      index += 1
    }
    return arguments
  }

  /// Behind everything, but before a lone `--`, after which only file names come.
  private static func insert(_ options: [String], into arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    return Array(arguments[..<end]) + options + Array(arguments[end...])
  }
}
