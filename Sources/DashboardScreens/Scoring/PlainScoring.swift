import DashboardKit
import Incubation
import Storage

/// A judge's sheets in plain lines: choose the round, the entry, and give a score a criterion. The
/// scores go the same way as from the screen: to the disk of this machine, then to the database.
enum PlainScoring {
  static func run(_ talk: PlainTalk) async throws {
    let text = PlainScoringText(language: talk.language)
    try await offerJournal(talk)
    let rows = try await SheetsRow.all(talk.services.stores, by: talk.services.session)
    guard let first = rows.first else { return await talk.tell(text.sheets.empty) }
    guard rows.count > 1 else { return try await round(first.round.id, talk) }
    let options = rows.enumerated().map { place, row in
      PlainOption(
        "\(place)", PlainLine.spoken(text.sheets.name(row), talk.language),
        note: row.round.state.label(talk.language) + ", "
          + text.complete(row.complete, of: row.count))
    }
    var isShown = true
    while true {
      let id = try await talk.option(text.chooseRound, options, isShown: isShown)
      isShown = false
      guard let place = Int(id) else { continue }
      try await talk.step { try await round(rows[place].round.id, talk) }
    }
  }

  private static func offerJournal(_ talk: PlainTalk) async throws {
    guard let journals = talk.services.journals else { return }
    let left = await journals.leftBehind().count
    let text = PlainScoringText(language: talk.language)
    guard left > 0, try await talk.confirm(text.sendLeft(left)) else { return }
    let merge = await journals.merge(by: talk.services.session)
    await talk.tell(text.sheets.merged(merge.saved, merge.waiting))
    for refused in merge.refused {
      await talk.tell(text.sheets.notTaken(refused.refusal.words(talk.language)))
    }
  }

  // MARK: - A round

  /// An entry as it is read aloud.
  private static func name(of entry: RoundEntry, _ talk: PlainTalk) -> String {
    PlainLine.spoken(
      ScoringText(language: talk.language).name(of: entry), talk.language)
  }

  private static func spoken(_ words: String, _ talk: PlainTalk) -> String {
    PlainLine.spoken(words, talk.language)
  }

  private static func load(
    _ id: Identifier<Round>, _ talk: PlainTalk
  ) async throws -> ScoringState? {
    let page = try await ScoringPage.read(id, talk.services.stores, by: talk.services.session)
    guard let page else { return nil }
    var state = ScoringState(round: id)
    _ = ScoringScreen.update(&state, .loaded(page), talk.context)
    return state
  }

  private static func round(_ id: Identifier<Round>, _ talk: PlainTalk) async throws {
    var isShown = true
    while true {
      let text = PlainScoringText(language: talk.language)
      guard let state = try await load(id, talk), let page = state.page else {
        return await talk.tell(text.sheets.empty)
      }
      if let called = page.onStage { await talk.tell(spoken(text.score.onStage(called), talk)) }
      let options =
        page.entries.map { entry in
          PlainOption(
            entry.entry.description, name(of: entry, talk),
            note: PlainLine.spoken(
              text.score.progress(of: entry, in: state), talk.language),
            aliases: [entry.code])
        } + [
          PlainOption("missing", text.missing, aliases: ["missing", "next", "thiếu"]),
          PlainOption(
            "seal", text.score.seal.title, help: text.score.seal.help, aliases: ["seal"]),
          PlainOption(
            "conflict", text.score.conflict.title, help: text.score.conflict.help,
            aliases: ["conflict"]),
        ]
      let answer = try await entry(among: options, page, talk, isShown: isShown)
      isShown = false
      try await talk.step { try await take(answer, state, page, talk) }
    }
  }

  /// Asks for an entry: a number is the code that is called out, never the place in the list.
  static func entry(
    among options: [PlainOption], _ page: ScoringPage, _ talk: PlainTalk, isShown: Bool
  ) async throws(PlainStop) -> String {
    let text = PlainScoringText(language: talk.language)
    var isShown = isShown
    while true {
      let choice = try await talk.choose(
        text.chooseEntry, options, taking: .numbers, isShown: isShown)
      isShown = false
      switch choice {
      case .option(let id): return id
      case .number(let number):
        let found = page.entries.first { Int($0.code) == number }
        if let found { return found.entry.description }
        await talk.tell(text.noEntry(number))
      case .nothing, .text: break
      }
    }
  }

  private static func take(
    _ answer: String, _ state: ScoringState, _ page: ScoringPage, _ talk: PlainTalk
  ) async throws {
    if answer == "seal" { return try await seal(state, talk) }
    if answer == "conflict" { return try await PlainDeclaring.conflict(state, page, talk) }
    let open = page.entries.first {
      page.conflict(with: $0.entry) == nil
        && state.sheet(of: $0)?.isComplete(page.criteria) == false
    }
    let chosen = page.entries.first { $0.entry.description == answer }
    guard let entry = answer == "missing" ? open : chosen else {
      return await talk.tell(ScoringText(language: talk.language).nothingMissing)
    }
    try await sheet(entry, state, talk)
  }

  // MARK: - A sheet

  private static func sheet(
    _ entry: RoundEntry, _ state: ScoringState, _ talk: PlainTalk
  ) async throws {
    var state = state
    state.place = state.page?.entries.firstIndex { $0.entry == entry.entry } ?? 0
    guard let page = state.page else { return }
    let text = PlainScoringText(language: talk.language)
    await talk.tell(name(of: entry, talk))
    if let summary = page.summaries[entry.entry], !summary.isBlank {
      await talk.tell(summary.string)
    }
    if let reason = ScoringScreen.whyClosed(state) {
      await read(state, talk)
      await talk.tell(text.score.closed(reason))
      if reason == .sealed { try await PlainDeclaring.askReopening(state, talk) }
      return
    }
    for (row, criterion) in page.criteria.enumerated() {
      state.focus = row
      try await ask(criterion, &state, talk)
    }
    try await askRemark(&state, talk)
    await read(state, talk)
  }

  private static func read(_ state: ScoringState, _ talk: PlainTalk) async {
    guard let page = state.page, let sheet = state.sheet else { return }
    let text = PlainScoringText(language: talk.language)
    for criterion in page.criteria {
      let score = sheet.hundredths(criterion.code).map { text.score.number(hundredths: $0) }
      await talk.tell(
        "\(criterion.title(talk.language)): " + (score ?? text.noScore))
    }
    let most = Rational.sum(page.criteria.map { $0.maximum * $0.factor })
    await talk.tell(
      text.score.total(
        text.score.number(hundredths: sheet.total(page.criteria).hundredths),
        text.score.number(hundredths: most.hundredths),
        missing: page.criteria.count - sheet.filled(page.criteria)))
  }

  /// Asks for the score of a criterion; an empty line keeps what is there.
  private static func ask(
    _ criterion: Criterion, _ state: inout ScoringState, _ talk: PlainTalk
  ) async throws {
    let text = PlainScoringText(language: talk.language)
    let typing = ScoreTyping(criterion)
    let now = state.sheet?.hundredths(criterion.code).map { text.score.number(hundredths: $0) }
    let question = PlainQuestion(
      text.question(criterion, typing, now: now), hint: text.levels(criterion), takesZero: true)
    while true {
      guard case .text(let words) = try await talk.value(question, check: { _ in nil }) else {
        return
      }
      let typed = String(words.filter { !$0.isWhitespace }.map { $0 == "." ? "," : $0 })
      guard let value = ScoreTyping.hundredths(of: typed) else {
        await talk.tell(text.noNumber)
        continue
      }
      if let reason = typing.refusal(of: value) {
        let refusal = ScoringRefusal(typed: typed, criterion: criterion.code, reason: reason)
        await talk.tell(text.score.refusal(refusal, criterion))
        continue
      }
      let outcomes = ScoringScreen.update(&state, .paste(typed), talk.context)
      return await carryOut(outcomes, &state, talk)
    }
  }

  private static func askRemark(_ state: inout ScoringState, _ talk: PlainTalk) async throws {
    guard let page = state.page, let entry = state.entry else { return }
    let text = PlainScoringText(language: talk.language)
    let now = state.sheet?.comments[""]?.value ?? .empty
    let question = PlainQuestion(
      text.score.remark + (now.isBlank ? "" : " (\(now))"), canBeEmptied: !now.isBlank)
    let value = try await talk.value(question) { words in
      do throws(SafeText.Refusal) {
        _ = try SafeText(words)
        return nil
      } catch {
        return .text(error)
      }
    }
    guard case .text(let words) = value, let remark = try? SafeText(words) else { return }
    let outcomes = ScoringScreen.enter(
      [
        ScoringInput(
          place: page.place(of: entry.entry), kind: .comment(criterion: "", remark))
      ], &state)
    await carryOut(outcomes, &state, talk)
  }

  /// Does what the sheet asks for until nothing is left, and says where the score is.
  static func carryOut(
    _ outcomes: [Outcome<ScoringEffect>], _ state: inout ScoringState, _ talk: PlainTalk
  ) async {
    let text = PlainScoringText(language: talk.language)
    var rest = outcomes
    while !rest.isEmpty {
      switch rest.removeFirst() {
      case .perform(let effect):
        let reply = await ScoringScreen.perform(effect, talk.services, send: { _ in })
        if case .delivered(let delivery, let at)? = reply, !delivery.sent.isEmpty {
          await talk.tell(text.saved(TimeWords.seconds(at), delivery.waiting))
        }
        if let reply { rest += ScoringScreen.update(&state, reply, talk.context) }
      case .shell(.announce(let message)): await talk.tell(spoken(message.text, talk))
      case .shell: break
      }
    }
  }

  private static func seal(_ state: ScoringState, _ talk: PlainTalk) async throws {
    var state = state
    let outcomes = ScoringScreen.update(&state, .seal, talk.context)
    guard case .seal(let dialog, let entries)? = state.panel else {
      return await carryOut(outcomes, &state, talk)
    }
    await talk.tell(dialog.question)
    let text = PlainScoringText(language: talk.language)
    guard !entries.isEmpty, try await talk.confirm(text.score.sealNow(entries.count)) else {
      return
    }
    await carryOut(ScoringScreen.update(&state, .answer(1), talk.context), &state, talk)
  }
}

/// The words of scoring in plain lines.
struct PlainScoringText: Wording {
  let language: Language

  var score: ScoringText { ScoringText(language: language) }
  var sheets: SheetsText { SheetsText(language: language) }

  var title: String { say("Chấm điểm", "Score") }
  var help: String {
    say(
      "Chấm các bài được phân cho bạn, từng tiêu chí một.",
      "Scores the entries assigned to you, a criterion at a time.")
  }
  var chooseRound: String { say("Vòng nào", "Which round") }
  var chooseEntry: String { say("Bài nào", "Which entry") }
  func noEntry(_ number: Int) -> String {
    say(
      "Bạn không có bài số \(number) trong vòng này; gõ số hoặc tên một bài trong danh sách.",
      "You have no entry \(number) in this round; type the number or name of one in the list.")
  }
  var missing: String { say("Bài còn thiếu điểm", "The next that lacks scores") }
  var noScore: String { say("chưa có điểm", "no score") }
  var noNumber: String {
    say(
      "Đây không phải là một điểm số; gõ số, như 7 hoặc 7,5.",
      "This is no score; type a number, as 7 or 7.5.")
  }
  func complete(_ complete: Int, of count: Int) -> String {
    say("đủ \(complete)/\(count) phiếu", "\(complete) of \(count) sheets complete")
  }
  func sendLeft(_ count: Int) -> String {
    say(
      "Lần trước còn \(count) điểm nằm trên máy này, chưa tới cơ sở dữ liệu. Gửi ngay",
      "\(count) scores of an earlier run are on this machine and not in the database. Send them")
  }
  func question(_ criterion: Criterion, _ typing: ScoreTyping, now: String?) -> String {
    let range =
      say("từ ", "from ") + score.number(hundredths: typing.least) + say(" đến ", " to ")
      + score.number(hundredths: typing.most)
    let step = score.stepWords(typing.step)
    let known = now.map { say("đang là \($0)", "now \($0)") } ?? noScore
    return "\(criterion.title(language)), "
      + [range, step, known].filter { !$0.isEmpty }.joined(separator: ", ")
  }
  func levels(_ criterion: Criterion) -> String {
    criterion.anchors.map {
      score.number(hundredths: $0.score.hundredths) + ": " + $0.title(language).string
    }.joined(separator: "; ")
  }
  func saved(_ time: String, _ waiting: Int) -> String {
    let rest =
      waiting == 0
      ? "" : say(", còn \(waiting) điểm đang gửi", ", \(waiting) still on the way")
    return say("Đã lưu lúc \(time)", "Saved at \(time)") + rest + "."
  }
}
