/// The programs and files that are measured, made afresh in a temporary folder.
struct Bench {
  let program: String
  let folder: String
  var floor: String { folder + "/floor" }
  var floorData: String { folder + "/floor.db" }
  var demo: String { folder + "/demo.db" }
  var large: String { folder + "/large.db" }
  var exported: String { folder + "/ventures.csv" }
  var environment: [String: String] { Driver.environment(home: folder) }

  static let ventures = 100_000
  /// Text that only a full frame of the pipeline has: the code of a card.
  static let onCards = "ST-0"
  static let leave = "\u{11}"

  /// - Parameter program: the release build of the dashboard; nil builds it, apart from this
  ///   build, because its runtime is linked statically.
  init(program: String?) throws {
    folder = try Folder.temporary()
    if let program {
      self.program = program
    } else {
      let build = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
      let place = ["--scratch-path", ".build/benchmarks", "--product", "vuonuom"]
      try Command.run(build + place)
      self.program = ".build/benchmarks/release/vuonuom"
    }
  }

  /// Compiles the floor and makes the databases.
  func prepare() throws {
    try Command.run([
      "cc", "-O2", "-o", floor, "Tests/Benchmarks/Floor/floor.c", "-lncursesw", "-ltinfo",
      "-lsqlite3",
    ])
    try Command.run([floor, "make", floorData, "\(Self.ventures)"])
    // Whoever has answered the offer of a tour is not asked again.
    try Command.run(["mkdir", "-p", folder + "/.local/state/vuonuom"])
    try Command.run(["touch", folder + "/.local/state/vuonuom/tour"])
    let make = [program, "demo", "--no-open", "--keep"]
    try Command.run(make + [demo], environment: environment)
    try Command.run(
      make + [large, "--ventures", "\(Self.ventures)"], environment: environment)
    for path in [floor, floorData, demo, large, program] { Folder.warm(path) }
  }

  func cleanUp() { _ = try? Command.run(["rm", "-rf", folder]) }

  func openFloor() throws -> Driver {
    try Driver(floor, [floorData], home: folder, wanted: "Hồ sơ khởi nghiệp")
  }

  func open(_ database: String) throws -> Driver {
    try Driver(
      program, ["--database", database, "--fresh"], home: folder, wanted: Self.onCards)
  }

  func openTable() throws -> Driver {
    let driver = try open(large)
    _ = driver.press("\u{1B}[17~", quiet: 1_000)
    return driver
  }
}
