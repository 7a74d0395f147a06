import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The figures of the pipeline in words, the five answers first, then each with its parts; every
/// line opens the ventures behind it, by the same rules as on the overview's screen.
enum PlainOverviewTask<Files: FileSource> {
  private enum Part: String, CaseIterable {
    case funnel, ages, stalled, sources, months
  }

  private struct Line {
    var words: String
    var target: OverviewTarget
  }

  static func run(_ talk: PlainTalk) async throws {
    var isShown = true
    while true {
      let text = OverviewText(language: talk.language)
      let state = try await load(talk)
      guard let figures = state.figures, figures.statistics.total > 0 else {
        return await talk.tell(text.empty)
      }
      let options = Part.allCases.map { part in
        PlainOption(part.rawValue, title(part, text), note: summary(part, figures, text, talk))
      }
      let prompt = PlainWorkText(language: talk.language).figurePrompt
      let id = try await talk.option(prompt, options, isShown: isShown)
      isShown = false
      guard let part = Part(rawValue: id) else { continue }
      try await talk.step { try await read(part, state, figures, talk) }
    }
  }

  private static func load(_ talk: PlainTalk) async throws -> OverviewState {
    var state = OverviewState(pipeline: talk.pipelineCode)
    let effect = OverviewEffect.load(pipeline: talk.pipelineCode, today: talk.context.today)
    switch await OverviewScreen.perform(effect, talk.services, send: { _ in }) {
    case .failed(let error)?: throw error
    case let action?: _ = OverviewScreen.update(&state, action, talk.context)
    case nil: break
    }
    return state
  }

  private static func title(_ part: Part, _ text: OverviewText) -> String {
    switch part {
    case .funnel: text.funnel
    case .ages: text.ages
    case .stalled: text.stalledTitle
    case .sources: text.sources
    case .months: text.months
    }
  }

  private static func summary(
    _ part: Part, _ figures: PipelineOverview, _ text: OverviewText, _ talk: PlainTalk
  ) -> String {
    switch part {
    case .funnel: text.funnelWords(figures.statistics, talk.pipeline)
    case .ages: text.agesWords(figures.ages)
    case .stalled: text.stalledWords(figures.ages.reduce(0) { $0 + $1.over })
    case .sources: text.sourcesWords(figures.sources)
    case .months: text.monthsWords(figures.months)
    }
  }

  /// The lines of a part, each with what it opens.
  private static func read(
    _ part: Part, _ state: OverviewState, _ figures: PipelineOverview, _ talk: PlainTalk
  ) async throws {
    let lines = lines(part, state, figures, talk)
    let options = lines.enumerated().map { PlainOption("\($0.offset)", $0.element.words) }
    guard !options.isEmpty else { return }
    let prompt = PlainWorkText(language: talk.language).recordsBehind
    var isShown = true
    while true {
      let id = try await talk.option(prompt, options, isShown: isShown)
      isShown = false
      guard let place = Int(id) else { continue }
      try await talk.step { try await open(lines[place].target, state, talk) }
    }
  }

  private static func lines(
    _ part: Part, _ state: OverviewState, _ figures: PipelineOverview, _ talk: PlainTalk
  ) -> [Line] {
    let text = OverviewText(language: talk.language)
    switch part {
    case .funnel: return funnel(figures, talk)
    case .ages: return ages(figures, talk)
    case .stalled:
      let all = figures.ages.reduce(0) { $0 + $1.over }
      let rows = state.stalled.map { row in
        let words = PlainTaskText(language: talk.language)
          .row(row, talk.pipeline, today: talk.context.today)
        return Line(words: words, target: .venture(row.id))
      }
      return (all > 0 ? [Line(words: text.stalledWords(all), target: .stalled(nil))] : []) + rows
    case .sources:
      let all = figures.sources.reduce(0) { $0 + $1.count }
      return figures.sources.map {
        Line(
          words: "\(text.source($0.source)): \(text.ventures($0.count)), "
            + text.share($0.count, of: all), target: .source($0.source))
      }
    case .months:
      return figures.months.reversed().filter { $0.count > 0 }.map { month in
        let parts = month.start.components
        let days = LocalDate.length(ofMonth: parts.month, year: parts.year)
        return Line(
          words: "\(text.month(month.start)): \(text.ventures(month.count))",
          target: .entered(month.start, month.start.adding(days: days - 1)))
      }
    }
  }

  private static func funnel(_ figures: PipelineOverview, _ talk: PlainTalk) -> [Line] {
    let text = OverviewText(language: talk.language)
    return figures.statistics.stages.map { stage in
      let next = stage.reachedNext.flatMap { next in
        stage.conversion.map { "\(text.number(next)) (\(text.percent($0)))" }
      }
      let words = PlainWorkText(language: talk.language).reached(
        text.moves.stage(stage.stage, talk.pipeline), text.ventures(stage.reached), next: next)
      return Line(words: words, target: .reached(stage.stage))
    }
  }

  private static func ages(_ figures: PipelineOverview, _ talk: PlainTalk) -> [Line] {
    let text = OverviewText(language: talk.language)
    return zip(figures.ages, figures.statistics.stages).map { ages, stage in
      let words = PlainWorkText(language: talk.language).age(ages, stage)
      return Line(
        words: text.moves.stage(ages.stage, talk.pipeline) + ": " + words,
        target: ages.over > 0 ? .stalled(ages.stage) : .stage(ages.stage))
    }
  }

  /// Opens what the screen would open: a second click on a line is what opens it there.
  private static func open(
    _ target: OverviewTarget, _ state: OverviewState, _ talk: PlainTalk
  ) async throws {
    var state = state
    (state.focus, state.clicked) = (target, target)
    var outcomes = OverviewScreen.update(&state, .line(target), talk.context)
    while let outcome = outcomes.first {
      switch outcome {
      case .perform(let effect):
        let reply = await OverviewScreen.perform(effect, talk.services, send: { _ in })
        if case .failed(let error)? = reply { throw error }
        outcomes = reply.map { OverviewScreen.update(&state, $0, talk.context) } ?? []
      case .shell(.open(let destination)):
        if let id = destination.venture { return try await PlainVentureTask.open(id, talk) }
        let filter = destination.filter ?? VentureFilter(pipeline: talk.pipelineCode)
        let list = PlainListTask<Files>(
          filter: filter, sort: destination.sort ?? VentureSort(.title))
        return try await list.run(talk)
      case .shell: return
      }
    }
  }
}
