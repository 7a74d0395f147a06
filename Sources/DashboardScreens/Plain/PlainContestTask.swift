import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The contests in words: the same parts, lines and questions as on their screens.
enum PlainContestTask<Files: FileSource> {
  static func run(_ talk: PlainTalk) async throws {
    while true {
      let text = ContestText(language: talk.language)
      let state = try await load(nil, talk)
      let table = ContestTables(state: state, text: text, context: talk.context).current
      var options = table.ids.map { PlainOption($0, line(table.cells($0))) }
      if talk.context.user.may(.manageCompetitions) {
        options.append(PlainOption("add", text.say("Cuộc thi mới", "New contest")))
      }
      guard !options.isEmpty else { return await talk.tell(text.empty) }
      let id = try await talk.option(text.title, options, isShown: true)
      try await talk.step {
        if id == "add" {
          try await PlainAsk<Files>(panel: ContestAsks.contest(nil)).run(talk)
        } else if let contest = Identifier<Competition>(id) {
          try await page(contest, talk)
        }
      }
    }
  }

  /// The cells of a line that say something.
  static func line(_ cells: [TableCell]) -> String {
    cells.map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: ", ")
  }

  private static func load(
    _ id: Identifier<Competition>?, _ talk: PlainTalk
  ) async throws -> ContestsState {
    var state = ContestsState(contest: id)
    switch await ContestsScreen<Files>.perform(.load(id), talk.services, send: { _ in }) {
    case .failed(let error)?: throw error
    case let action?: _ = ContestsScreen<Files>.update(&state, action, talk.context)
    case nil: break
    }
    return state
  }

  // MARK: A contest

  private static func page(_ id: Identifier<Competition>, _ talk: PlainTalk) async throws {
    while true {
      let text = ContestText(language: talk.language)
      let options = ContestSection.allCases.map {
        PlainOption($0.rawValue, text.section($0))
      }
      let chosen = try await talk.option(text.say("Phần", "Part"), options, isShown: true)
      guard let section = ContestSection(rawValue: chosen) else { continue }
      try await talk.step { try await part(section, of: id, talk) }
    }
  }

  private static func part(
    _ section: ContestSection, of id: Identifier<Competition>, _ talk: PlainTalk
  ) async throws {
    while true {
      let text = ContestText(language: talk.language)
      var state = try await load(id, talk)
      _ = ContestsScreen<Files>.update(&state, .chooseSection(section), talk.context)
      let table = ContestTables(state: state, text: text, context: talk.context).current
      var options = table.ids.map { PlainOption("line:" + $0, line(table.cells($0))) }
      options += commands(state, text, talk)
      guard !options.isEmpty else { return await talk.tell(text.emptySection) }
      let chosen = try await talk.option(text.section(section), options, isShown: true)
      try await talk.step {
        if chosen.hasPrefix("line:") {
          try await open(String(chosen.dropFirst(5)), state, talk)
        } else {
          try await command(chosen, state, talk)
        }
      }
    }
  }

  /// What can be done here besides opening a line, by the same registry as on the screen.
  private static func commands(
    _ state: ContestsState, _ text: ContestText, _ talk: PlainTalk
  ) -> [PlainOption] {
    let wanted = ["contest.add", "contest.edit", "entry.check", "entry.admit", "entry.import"]
    return ContestsScreen<Files>.commands(state, text, talk.context)
      .filter { command in
        wanted.contains(command.id) && command.disabledReason == nil
          && (command.permission.map { talk.context.user.may($0) } ?? true)
      }.map { PlainOption($0.id, $0.title, help: $0.help) }
  }

  private static func command(
    _ id: String, _ state: ContestsState, _ talk: PlainTalk
  ) async throws {
    var state = state
    let text = ContestText(language: talk.language)
    let found = ContestsScreen<Files>.commands(state, text, talk.context).first { $0.id == id }
    guard let found else { return }
    // A check and an admission are of all entries; single ones are opened by their line.
    if ["entry.check", "entry.admit"].contains(id) {
      state.list.marks = Set(state.list.rows.map(\.id))
    }
    _ = ContestsScreen<Files>.update(&state, found.action, talk.context)
    if let panel = state.panel { try await PlainAsk<Files>(panel: panel).run(talk) }
  }

  private static func open(
    _ id: String, _ state: ContestsState, _ talk: PlainTalk
  ) async throws {
    if state.section == .rounds, let round = Identifier<Round>(id) {
      return try await PlainRoundTask<Files>.run(round, talk)
    }
    var state = state
    guard let place = state.list.rows.firstIndex(where: { $0.id == id }) else { return }
    _ = ContestsScreen<Files>.update(&state, .place(place), talk.context)
    _ = ContestsScreen<Files>.update(&state, .open, talk.context)
    if let panel = state.panel { try await PlainAsk<Files>(panel: panel).run(talk) }
  }
}

/// A round in words.
enum PlainRoundTask<Files: FileSource> {
  static func run(_ id: Identifier<Round>, _ talk: PlainTalk) async throws {
    while true {
      let text = ContestText(language: talk.language)
      let state = try await load(id, talk)
      guard let page = state.page else { return await talk.tell(text.empty) }
      let stands =
        page.snapshot.competitionCode + ", " + page.round.content.title(talk.language).string
        + ", " + page.round.state.label(talk.language)
      let (done, all) = page.progress
      await talk.tell(
        page.seesAll
          ? stands + text.say(", phiếu \(done)/\(all)", ", sheets \(done)/\(all)") : stands)
      let options = RoundSection.allCases.map { PlainOption($0.rawValue, text.section($0)) }
      let chosen = try await talk.option(text.say("Phần", "Part"), options, isShown: true)
      guard let section = RoundSection(rawValue: chosen) else { continue }
      try await talk.step { try await part(section, of: id, talk) }
    }
  }

  private static func load(
    _ id: Identifier<Round>, _ talk: PlainTalk
  ) async throws -> RoundDeskState {
    var state = RoundDeskState(round: id)
    switch await RoundScreen<Files>.perform(.load(id), talk.services, send: { _ in }) {
    case .failed(let error)?: throw error
    case let action?: _ = RoundScreen<Files>.update(&state, action, talk.context)
    case nil: break
    }
    return state
  }

  private static func part(
    _ section: RoundSection, of id: Identifier<Round>, _ talk: PlainTalk
  ) async throws {
    while true {
      let text = ContestText(language: talk.language)
      var state = try await load(id, talk)
      guard let page = state.page else { return }
      _ = RoundScreen<Files>.update(&state, .chooseSection(section), talk.context)
      var options = lines(state, page, text, talk).map { PlainOption("line:" + $0.0, $0.1) }
      let commands = commands(state, text, talk)
      options += commands.map { PlainOption($0.id, $0.title, help: $0.help) }
      guard !options.isEmpty else { return await talk.tell(text.emptySection) }
      let chosen = try await talk.option(text.section(section), options, isShown: true)
      try await talk.step {
        if chosen.hasPrefix("line:") {
          focus(String(chosen.dropFirst(5)), &state, page, talk)
          try await act(.open, state, talk)
        } else if let command = commands.first(where: { $0.id == chosen }) {
          try await act(command.action, state, talk)
        }
      }
    }
  }

  /// The lines of a part; of the grid the sheets that are missing, those first that still move the
  /// top places.
  private static func lines(
    _ state: RoundDeskState, _ page: RoundPage, _ text: ContestText, _ talk: PlainTalk
  ) -> [(String, String)] {
    if state.section == .grid {
      return page.chase.enumerated().map { place, missing in
        let count = page.snapshot.rules.criteria.count
        let reach = missing.reach.map {
          text.say(", hạng ", ", rank ") + "\($0.lowerBound)-\($0.upperBound)"
        }
        return (
          "\(place)",
          "\(missing.key.entry), \(missing.key.judge), \(missing.filled)/\(count)" + (reach ?? "")
        )
      }
    }
    let table = RoundTables(state: state, page: page, text: text, context: talk.context).current
    return table.ids.map { ($0, PlainContestTask<Files>.line(table.cells($0))) }
  }

  private static func focus(
    _ id: String, _ state: inout RoundDeskState, _ page: RoundPage, _ talk: PlainTalk
  ) {
    if state.section == .grid {
      if let place = Int(id), page.chase.indices.contains(place) {
        state.cell = page.chase[place].place
      }
    } else if let place = state.list.rows.firstIndex(where: { $0.id == id }) {
      _ = RoundScreen<Files>.update(&state, .place(place), talk.context)
    }
  }

  private static func commands(
    _ state: RoundDeskState, _ text: ContestText, _ talk: PlainTalk
  ) -> [Command<RoundDeskAction>] {
    let wanted: Set<String> =
      switch state.section {
      case .course: ["round.edit", "round.export", "round.assign", "round.draw"]
      case .panel: ["round.seat", "judge.conflict"]
      case .rules: ["round.rules", "round.export-rules"]
      case .stage: ["stage.toggle", "stage.questions", "stage.extend", "stage.clear"]
      case .grid, .board: []
      }
    return RoundScreen<Files>.commands(state, text, talk.context).filter { command in
      wanted.contains(command.id) && command.disabledReason == nil
        && (command.permission.map { talk.context.user.may($0) } ?? true)
    }
  }

  /// Does what an action means: what it asks for outside at once, its question line by line.
  private static func act(
    _ action: RoundDeskAction, _ state: RoundDeskState, _ talk: PlainTalk
  ) async throws {
    var state = state
    for outcome in RoundScreen<Files>.update(&state, action, talk.context) {
      guard case .perform(let effect) = outcome else { continue }
      if case .failed(let error)? = await RoundScreen<Files>.perform(
        effect, talk.services, send: { _ in })
      {
        throw error
      }
    }
    if let panel = state.panel { try await PlainAsk<Files>(panel: panel).run(talk) }
  }
}
