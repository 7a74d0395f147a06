import DashboardKit
import Incubation
import Storage

/// Who is working, on which database, on which day.
enum PlainAbout {
  /// The first lines: who and when, and then how the pipeline stands.
  @Sendable static func greet(_ talk: PlainTalk) async {
    let text = PlainTaskText(language: talk.language)
    let world = talk.world
    await talk.tell("Vườn Ươm, \(world.profile.department(talk.language)).")
    await talk.tell(text.today(talk.context.today, isDemo: world.profile.demoToday != nil))
    await talk.tell(text.user(talk.context.user))
    do { try await totals(talk) } catch { await talk.tell(error) }
  }

  static func run(_ talk: PlainTalk) async {
    let text = PlainTaskText(language: talk.language)
    let world = talk.world
    await talk.tell(text.user(talk.context.user))
    await talk.tell(text.database(world.databaseName))
    await talk.tell("\(world.profile.department(talk.language)).")
    await talk.tell(text.today(talk.context.today, isDemo: world.profile.demoToday != nil))
    await talk.tell(text.pipelineIs(talk.pipeline?.title(talk.language).string ?? ""))
    await talk.tell(text.languageIs)
  }
}

extension PlainAbout {
  static func board(_ talk: PlainTalk) async throws -> BoardPage {
    try await talk.services.stores.ventures.board(
      pipeline: talk.pipelineCode, filter: VentureFilter(pipeline: talk.pipelineCode),
      offsets: [:], limit: 1, today: talk.context.today)
  }

  /// The pipeline in one line: how many, how many of them need somebody.
  static func totals(_ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    let counts = try await board(talk).columns.map(\.count)
    let words = text.board.totals(
      counts.reduce(0) { $0 + $1.total }, overdue: counts.reduce(0) { $0 + $1.overdue },
      stalled: counts.reduce(0) { $0 + $1.stalled })
    let name = talk.pipeline?.title(talk.language).string ?? ""
    await talk.tell("\(name): " + words.map(text.spoken).joined(separator: ", ") + ".")
  }

}

/// The board, stage by stage.
enum PlainStages<Files: FileSource> {
  static func run(_ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    try await PlainAbout.totals(talk)
    let counts = try await PlainAbout.board(talk).columns.map(\.count)
    let options = counts.map { count in
      let words = text.board.totals(count.total, overdue: count.overdue, stalled: count.stalled)
      let usual = talk.pipeline?.stage(count.stage)?.usualDays
      return PlainOption(
        count.stage, text.moves.stage(count.stage, talk.pipeline),
        note: (words.map(text.spoken) + [text.usual(usual)]).joined(separator: ", "))
    }
    let prompt = PlainWorkText(language: talk.language).stagePrompt
    var isShown = true
    while true {
      let stage = try await talk.option(prompt, options, isShown: isShown)
      isShown = false
      var filter = VentureFilter(pipeline: talk.pipelineCode)
      filter.stages = [stage]
      filter.statuses = [.active]
      try await talk.step {
        try await PlainListTask<Files>(filter: filter, sort: VentureSort(.entered)).run(talk)
      }
    }
  }

  static func choosePipeline(_ talk: PlainTalk) async throws {
    let text = PlainTaskText(language: talk.language)
    let options = talk.context.pipelines.map {
      PlainOption($0.code, $0.title(talk.language).string)
    }
    talk.pipelineCode = try await talk.option(
      text.board.choosePipeline, options, isShown: true)
    await talk.tell(text.pipelineIs(talk.pipeline?.title(talk.language).string ?? ""))
    try await PlainAbout.totals(talk)
  }
}

extension PlainTalk {
  /// Does one step of a task: going back from it returns to the prompt before it, and an error of
  /// storage is said and ends only this step.
  func step(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch PlainStop.back {
      return
    } catch let stop as PlainStop {
      throw stop
    } catch {
      await tell(error)
    }
  }
}
