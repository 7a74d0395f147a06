import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// The tours as data, and their panel.
@Suite struct TourTests {
  private static func infos(_ language: Language) async throws -> [CommandInfo] {
    let context = Fixtures.context(Size(width: 80, height: 24), language)
    return try await CommandTests.everything(context).flatMap(\.1)
      + GlobalCommands.infos(tabs: ["a"], language)
  }

  @Test func everyCommandThatAStepNamesExistsAndHasAKey() async throws {
    let infos = try await Self.infos(.vietnamese)
    for step in Tours.all.flatMap(\.steps) {
      for id in step.commands {
        #expect(infos.contains { $0.id == id && !$0.keys.isEmpty }, "\(id)")
      }
      for case .command(let id) in step.goals {
        #expect(infos.contains { $0.id == id }, "\(id)")
      }
      let words = TourStep(
        Bilingual(vietnamese: step.words.english, english: step.words.english),
        until: .closed)
      #expect(words.commands == step.commands, "both languages name the same keys")
      #expect(!step.goals.isEmpty)
    }
    #expect(Tours.all.map(\.role) == [.clerk, .judge, .supervisor])
  }

  /// The keys as the commands have them.
  private static func keys(_ language: Language) async throws -> [String: KeyStroke] {
    let named = try await infos(language).compactMap { info in
      info.keys.first.map { (info.id, $0) }
    }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: Language.allCases)
  func everyStepFitsOnTheNarrowestScreen(_ language: Language) async throws {
    let keys = try await Self.keys(language)
    for step in Tours.all.flatMap(\.steps) {
      let words = TourPanel.fill(step.words(language).string, keys, language)
      #expect(!words.contains("{"), "\(words)")
      #expect(TextWrap.lines(of: words, width: 58).count <= TourPanel.textRows, "\(words)")
    }
  }

  @Test(
    arguments: Language.allCases, [Size(width: 60, height: 20), Size(width: 80, height: 24)])
  func panel(_ language: Language, _ size: Size) async throws {
    let layout = ShellLayout(size, tourHeight: TourPanel.height)
    let context = Fixtures.context(layout.body.size, language)
    let board = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    let keys = try await Self.keys(language)
    for (tour, place) in [(Tours.clerk, 8), (Tours.judge, 0), (Tours.supervisor, 2)] {
      var progress = TourProgress(tour)
      for _ in 0..<place { progress.next() }
      let panel = TourPanel(
        progress: progress, text: ShellText(language), keys: keys,
        sight: TourProgress.Sight(screen: .pipeline, hasDialog: false))
      var frame = Frame<PipelineAction>(Canvas(size))
      PipelineScreen.draw(
        board, in: layout.body, on: &frame, PipelineScreen.text(in: language), context)
      let targets = panel.draw(in: layout.tour, on: &frame.canvas)
      #expect(targets.map(\.command) == [TourCommands.nextID, TourCommands.leaveID])
      try expectSnapshot(
        frame.canvas, "tour", tour.role.rawValue, Fixtures.context(size, language))
    }
  }

  @Test func typingCountsWithAccentsAndCorrections() {
    var progress = TourProgress(Tour(for: .clerk, [TourSteps.type, TourSteps.quit]))
    for letter in "Vuu" { progress.note(.event(.text(String(letter)))) }
    progress.note(.event(.key(KeyStroke(.backspace))))
    progress.note(.event(.key(KeyStroke(.backspace))))
    progress.note(.event(.text("ú sử")))
    #expect(progress.place == 0)
    progress.note(.event(.key(KeyStroke(.backspace))))
    progress.note(.event(.text("ữa")))
    #expect(progress.place == 1)
  }
}
