import Incubation
import TerminalCanvas

@testable import DashboardKit
@testable import DashboardScreens
@testable import Storage

/// A contest for tests: six entries on two boards, five judges, some sheets missing.
enum ContestFixtures {
  static let organiser = User(
    login: "son", displayName: "Lý Hoàng Sơn", roles: [.organiser])

  static func context(
    _ size: Size, _ language: Language = .vietnamese, user: User = organiser
  ) -> ScreenContext {
    var context = Fixtures.context(size, language)
    context.user = user
    return context
  }

  static func id<Value>(_ number: UInt64) -> Identifier<Value> { Identifier(high: 9, low: number) }

  static let boards = [
    Board(code: "y-tuong", title: Bilingual(vietnamese: "Bảng Ý tưởng", english: "Ideas")),
    Board(code: "du-an", title: Bilingual(vietnamese: "Bảng Dự án", english: "Projects")),
  ]
  static let competition = Competition(
    id: id(1),
    content: CompetitionContent(
      code: "YT2020",
      title: Bilingual(
        vietnamese: "Ý tưởng khởi nghiệp Sóc Trăng 2020", english: "Startup ideas 2020"),
      decision: "187/QĐ-SKHCN ngày 08/05/2020", boards: boards), version: 3)

  static let titles: [SafeText] = [
    "Gạo ST tuần hoàn", "Robot học đường dạy tiếng Khmer", "Bột sữa hạt sen", "Máy sấy mini",
    "Phân bón từ rơm", "Tôm càng xanh ruộng lúa",
  ]

  static var rules: RoundRules {
    var rules = RoundRules.usual
    rules.advancing = nil
    rules.awards = [
      RoundRules.Award(
        code: "nhat", title: Bilingual(vietnamese: "Giải nhất", english: "First prize"), quota: 1,
        minimumTotal: Rational(60))
    ]
    return rules
  }

  static func round(_ state: RoundState = .open, isBlind: Bool = false) -> Round {
    Round(
      id: id(2), competition: competition.id,
      content: RoundContent(
        code: "chung-ket", title: Bilingual(vietnamese: "Chung kết", english: "Final"),
        heldOn: Fixtures.today, isBlind: isBlind, pitchMinutes: 8, questionMinutes: 10),
      state: state, drawSeed: 20_200_915, movedBy: "thu", version: 5)
  }

  static let entries: [RoundEntry] = titles.enumerated().map { place, title in
    let board = place < 4 ? "y-tuong" : "du-an"
    let house: SafeText = place == 0 ? "HTX Hạt Vàng" : ""
    return RoundEntry(
      entry: id(10 + UInt64(place)), code: "0\(place + 1)", board: board, title: title,
      organisation: house, lot: place + 1)
  }

  private static let names: [SafeText] = [
    "Huỳnh Minh Đạt", "Lê Thị Ánh", "Ngô Thị Mai", "Sơn Minh Thắng", "Võ Thị Kim Thoa",
  ]

  static let judges: [RoundJudge] = names.enumerated().map { place, name in
    let house: SafeText = place == 4 ? "HTX Hạt Vàng" : "Đại học Cần Thơ"
    let declared: Timestamp? = place == 1 ? nil : Timestamp(milliseconds: 1)
    return RoundJudge(
      judge: id(30 + UInt64(place)), code: "GK\(place + 1)", login: "gk0\(place + 1)", name: name,
      organisation: house, isPresent: place != 3, declaredAt: declared)
  }

  /// The percentage that a judge gives an entry; nil for no sheet, and below 0 for half a sheet.
  static func share(_ entry: Int, _ judge: Int) -> Int? {
    if entry == 4, judge == 3 { return nil }
    if entry == 1, judge == 2 { return -70 }
    if entry == 3, judge == 1 { return nil }
    if entry == 2, judge == 4 { return 99 }
    return 90 - entry * 7 + (judge * 5 + entry * 3) % 7 - 3
  }

  static func snapshot(_ state: RoundState = .open) -> RoundSnapshot {
    var sheets: [SheetPlace: ScoreSheet] = [:]
    var assigned: Set<SheetPlace> = []
    for (row, entry) in entries.enumerated() {
      for (column, judge) in judges.enumerated() {
        let place = SheetPlace(entry: entry.entry, judge: judge.judge)
        assigned.insert(place)
        guard let share = share(row, column) else { continue }
        var sheet = ScoreSheet(entry: entry.entry, judge: judge.judge)
        for (index, criterion) in rules.criteria.enumerated() where share > 0 || index < 4 {
          let most = Int(criterion.maximum.description) ?? 0
          sheet.scores[criterion.code] = ScoreSheet.Cell(
            abs(share) * most / 100 * 100, typedAt: Timestamp(milliseconds: 5),
            event: id(UInt64(1_000 + row * 100 + column * 10 + index)))
        }
        sheet.savedAt = Timestamp(milliseconds: 1_600_130_000_000 + Int64(row) * 60_000)
        if share > 0, column == 0 { sheet.sealedAt = sheet.savedAt }
        sheets[place] = sheet
      }
    }
    return RoundSnapshot(
      round: round(state), competitionCode: "YT2020", rules: rules, rulesHash: "abc",
      entries: entries, judges: judges, assigned: assigned,
      conflicts: [
        ConflictOfInterest(
          entry: entries[0].entry, judge: judges[4].judge, kind: .organisation,
          status: .proposed, reason: "HTX Hạt Vàng")
      ], sheets: sheets, lastEvent: 40)
  }

  static func record(_ state: RoundState = .open) -> CompetitionRecord {
    CompetitionRecord(
      competition: competition,
      deadlines: [
        EntryDeadline(
          day: Fixtures.today.adding(days: -30), decision: "187/QĐ-SKHCN", setBy: "son"),
        EntryDeadline(
          day: Fixtures.today.adding(days: -12), decision: "201/QĐ-SKHCN", reason: "mưa bão",
          setBy: "son"),
      ], rounds: [round(state)],
      entries: entries.enumerated().map { place, entry in
        Entry(
          id: entry.entry, competition: competition.id, code: entry.code,
          content: EntryContent(
            title: entry.title, board: entry.board, organisation: entry.organisation,
            leader: "Lý Thị Hoa"),
          eligibility: place == 5 ? .pending : place == 4 ? .refused : .eligible)
      },
      judges: judges.map {
        Judge(
          id: $0.judge, competition: competition.id, code: $0.code, login: $0.login,
          name: $0.name, organisation: $0.organisation)
      })
  }

  static func summaries(_ state: RoundState = .open) -> [CompetitionSummary] {
    [
      CompetitionSummary(
        competition: competition, rounds: [round(state)], entryCount: 6, judgeCount: 5,
        deadline: record().deadlines.last, ownJudge: nil)
    ]
  }

  static func page(_ state: RoundState = .open, isAdvised: Bool = true) -> RoundPage {
    var snapshot = snapshot(state)
    snapshot.round.stage = StageCall(
      entry: entries[1].entry, phase: .pitch, runningSince: nil, elapsed: 252_000, limit: 480_000)
    var board = RoundBoard(snapshot)
    if isAdvised { RoundAdvice(snapshot)?.fill(&board) }
    var obstacles: [RoundState: [RoundObstacle]] = [:]
    for edge in RoundEdge.all where edge.from == state {
      obstacles[edge.to] = snapshot.obstacles(to: edge)
    }
    return RoundPage(
      snapshot: snapshot, record: record(state), summaries: summaries(state),
      obstacles: obstacles,
      reopenings: [
        SheetReopening(
          id: id(90), place: SheetPlace(entry: entries[0].entry, judge: judges[0].judge),
          reason: "gõ nhầm tiêu chí 2", askedBy: "gk01", askedAt: Timestamp(milliseconds: 9))
      ], verdict: nil,
      versions: [
        RulesVersion(
          number: 2, rules: rules, hash: "def", proposedBy: "son",
          proposedAt: Timestamp(milliseconds: 3), reason: "sửa bước điểm", approvedBy: nil,
          isInForce: false),
        RulesVersion(
          number: 1, rules: rules, hash: "abc", proposedBy: "son",
          proposedAt: Timestamp(milliseconds: 1), reason: "", approvedBy: nil, isInForce: true),
      ], board: board, loadedAt: Timestamp(milliseconds: 1_600_131_000_000))
  }

  typealias Contests = ContestsScreen<NoFiles>
  typealias Desk = RoundScreen<NoFiles>

  static func contests(_ context: ScreenContext) -> ContestsState {
    var (state, _) = Contests.start(Destination(.contests), context)
    let load = ContestsLoad(summaries: summaries(), record: nil, duplicates: [:], users: [])
    _ = Contests.update(&state, .loaded(load), context)
    return state
  }

  static func contest(_ section: ContestSection, _ context: ScreenContext) -> ContestsState {
    var (state, _) = Contests.start(
      Destination(.contests, competition: competition.id), context)
    let load = ContestsLoad(
      summaries: summaries(), record: record(), duplicates: [entries[2].entry: "YT2019/07"],
      users: [User(login: "mai", displayName: "Ngô Thị Mai", roles: [.judge])])
    _ = Contests.update(&state, .loaded(load), context)
    _ = Contests.update(&state, .chooseSection(section), context)
    return state
  }

  static func desk(
    _ section: RoundSection, _ context: ScreenContext, _ page: RoundPage? = nil
  ) -> RoundDeskState {
    var (state, _) = Desk.start(Destination(.round, round: id(2)), context)
    _ = Desk.update(&state, .loaded(page ?? Self.page()), context)
    _ = Desk.update(&state, .chooseSection(section), context)
    return state
  }

  static func reveal(_ step: Int, isAudience: Bool, _ state: RoundState = .signed) -> RevealState {
    let snapshot = snapshot(state)
    let result = try? snapshot.result()
    let plan = result.map {
      RevealPlan(StoredResult($0, rulesHash: "abc"), snapshot)
    }
    let steps = plan?.steps ?? []
    return RevealState(
      round: id(2), isAudience: isAudience,
      view: RevealView(
        round: snapshot.round, competitionCode: "YT2020", step: state < .signed ? nil : step,
        stepCount: steps.count, steps: steps, seesAll: true), rehearsed: step, isLoading: false)
  }

  /// Every state of these screens that is drawn, by name.
  static func states(_ context: ScreenContext) -> [(name: String, draw: (ScreenContext) -> Canvas)]
  {
    func canvas<S: Screen>(_ screen: S.Type, _ state: S.State) -> (ScreenContext) -> Canvas {
      { drawn(screen, state, $0).canvas }
    }
    var asking = contest(.rounds, context)
    _ = Contests.update(&asking, .add, context)
    var closing = desk(.course, context)
    _ = Desk.update(&closing, .stroke(KeyStroke(.down)), context)
    _ = Desk.update(&closing, .open, context)
    var paper = desk(.grid, context)
    _ = Desk.update(&paper, .paper, context)
    var alerts = desk(.board, context)
    _ = Desk.update(&alerts, .alerts, context)
    return [("list", canvas(Contests.self, contests(context)))]
      + ContestSection.allCases.map {
        ("contest-" + $0.rawValue, canvas(Contests.self, contest($0, context)))
      } + [("new-round", canvas(Contests.self, asking))]
      + RoundSection.allCases.map {
        ("round-" + $0.rawValue, canvas(Desk.self, desk($0, context)))
      } + [
        ("round-closing", canvas(Desk.self, closing)), ("round-paper", canvas(Desk.self, paper)),
        ("round-alerts", canvas(Desk.self, alerts)),
        ("reveal-presenter", canvas(RevealScreen.self, reveal(4, isAudience: false))),
        ("reveal-audience", canvas(RevealScreen.self, reveal(6, isAudience: true))),
        ("reveal-rehearsal", canvas(RevealScreen.self, reveal(1, isAudience: false, .open))),
      ]
  }
}

extension ContestFixtures {
  /// The commands of these screens in their states.
  static func commands(_ context: ScreenContext) -> [(String, [CommandInfo])] {
    var asking = contest(.entries, context)
    _ = Contests.update(&asking, .add, context)
    return [("contests", CommandTests.infos(Contests.self, contests(context), context))]
      + ContestSection.allCases.map {
        ("contest " + $0.rawValue, CommandTests.infos(Contests.self, contest($0, context), context))
      } + [("asking", CommandTests.infos(Contests.self, asking, context))]
      + RoundSection.allCases.map {
        ("round " + $0.rawValue, CommandTests.infos(Desk.self, desk($0, context), context))
      } + [
        (
          "reveal",
          CommandTests.infos(RevealScreen.self, reveal(1, isAudience: false), context)
        )
      ]
  }
}
