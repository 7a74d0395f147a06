import Foundation
import Testing

/// What the README shows is what the program does.
@Suite("Readme")
struct ReadmeTests {
  private static let readme = try? String(
    contentsOf: SourceFolder.root.appendingPathComponent("README.md"), encoding: .utf8)

  /// The pictures, and how each is made.
  static let pictures: [(file: String, arguments: [String])] = [
    ("pipeline-vi.svg", ["--screen", "pipeline", "--size", "120x36"]),
    (
      "table-en.svg",
      ["--screen", "table", "--language", "en", "--theme", "light", "--size", "120x30"]
    ),
    (
      "record-en.svg",
      ["--screen", "record", "--language", "en", "--theme", "light", "--size", "120x40"]
    ),
    ("scoring-vi.svg", ["--screen", "scoring", "--size", "108x30"]),
  ]

  @Test("pictures show the screens as they are", arguments: pictures.map(\.file))
  func picture(file: String) throws {
    let arguments = try #require(Self.pictures.first { $0.file == file }).arguments
    let drawn = try CommandRunner().run(["screenshot"] + arguments)
    #expect(drawn.code == 0, "\(drawn.errors)")
    let path = SourceFolder.root.appendingPathComponent(".pictures/" + file)
    if ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil {
      try drawn.output.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("drew \(file); a run that draws pictures is never green")
    }
    let stored = try String(contentsOf: path, encoding: .utf8)
    #expect(stored == drawn.output, "\(file) is out of date")
    #expect(try #require(Self.readme).contains(".pictures/" + file))
  }

  @Test("the table of keys is that of the commands")
  func keys() throws {
    let readme = try #require(Self.readme)
    let start = try #require(readme.range(of: "<!-- keys -->\n"))
    let end = try #require(readme.range(of: "<!-- end of keys -->"))
    let keys = try CommandRunner().run("keys", "--language", "en").output
    let stored = readme[start.upperBound..<end.lowerBound]
    #expect(
      stored.trimmingCharacters(in: .newlines) == keys.trimmingCharacters(in: .newlines))
  }

  @Test("the two commands end as they must, and CI runs the second")
  func commands() throws {
    let readme = try #require(Self.readme)
    // `swift run` of 6.3 does not know --static-swift-stdlib.
    #expect(
      readme.contains(
        "swift build -c release --static-swift-stdlib --product vuonuom"
          + " && .build/release/vuonuom demo\n"))
    let script = try String(
      contentsOf: SourceFolder.root.appendingPathComponent(".ci/run"), encoding: .utf8)
    #expect(script.contains("<!-- tests -->"))
    let tests = try #require(readme.range(of: "<!-- tests -->"))
    #expect(readme[tests.upperBound...].prefix(600).contains("swift test"))
  }

  @Test("every folder of the sources has its line in the tree")
  func tree() throws {
    let readme = try #require(Self.readme)
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SourceFolder.root.appendingPathComponent("Sources").path)
    for folder in folders { #expect(readme.contains("  \(folder)/ "), "\(folder)") }
  }
}
