import Glibc

/// Measures the program from outside, as a person meets it, beside a floor in C.
///
/// `swift run -c release benchmarks [PROGRAM]` prints a table; the exit code is 0 when every figure
/// could be taken, whatever it is, for percentiles belong to the machine. PROGRAM is a release
/// build to be measured; without it one is built.
@main
enum Benchmarks {
  static func main() {
    do {
      guard access("Tests/Benchmarks/Floor/floor.c", R_OK) == 0 else {
        throw Trouble("run this in the folder of the project")
      }
      let bench = try Bench(program: CommandLine.arguments.dropFirst().first)
      defer { bench.cleanUp() }
      try bench.prepare()
      Report.say(Report.heading)
      var report = Report()
      try BoardMeasures.measure(&report)
      try bench.measureStart(&report)
      try bench.measureRest(&report)
      try bench.measureKeys(&report)
      try bench.measureLargeScreen(&report)
      try bench.measureSearch(&report)
      try bench.measureTransfer(&report)
    } catch let trouble as Trouble {
      Report.say(trouble.words, to: STDERR_FILENO)
      exit(1)
    } catch {
      Report.say("\(error)", to: STDERR_FILENO)
      exit(1)
    }
  }
}
