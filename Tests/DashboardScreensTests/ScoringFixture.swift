import DashboardKit
import Incubation
import Storage
import TerminalCanvas

@testable import DashboardScreens

/// A final with three criteria and four entries, as one judge of it sees it.
enum ScoringFixture {
  static let user = User(login: "mai", displayName: "Ngô Thị Mai", roles: [.judge])
  static let judge = Identifier<Judge>(high: 4, low: 3)
  static let start = Fixtures.today.at(hour: 9, minute: 41, second: 7)

  static func entry(_ number: Int) -> Identifier<Entry> {
    Identifier(high: 3, low: UInt64(number))
  }

  static func text(_ vietnamese: StaticString, _ english: StaticString) -> Bilingual {
    Bilingual(
      vietnamese: SafeText(escaping: "\(vietnamese)"), english: SafeText(escaping: "\(english)"))
  }

  static let criteria: [Criterion] = [
    criterion("TM", "Tính mới, sáng tạo", "Novelty", 20, .one),
    criterion("KT", "Khả thi, thị trường", "Feasibility and market", 20, .one),
    criterion("TB", "Trình bày", "Presentation", 10, Rational(1, over: 2)),
  ]

  private static func criterion(
    _ code: String, _ vietnamese: StaticString, _ english: StaticString, _ most: Int,
    _ step: Rational
  ) -> Criterion {
    Criterion(
      code: code, title: text(vietnamese, english), maximum: Rational(most), step: step,
      anchors: [
        Criterion.Anchor(score: .zero, title: text("Không đạt", "Fails")),
        Criterion.Anchor(score: Rational(most / 2), title: text("Đạt", "Fair")),
        Criterion.Anchor(score: Rational(most * 4 / 5), title: text("Tốt", "Very good")),
        Criterion.Anchor(score: Rational(most), title: text("Xuất sắc", "Excellent")),
      ])
  }

  /// Scores in hundredths by entry, in the order of the criteria; nil for a missing one.
  static let scores: [[Int?]] = [
    [1_700, 1_500, 850], [1_200, nil, nil], [1_000, 900, 600], [],
  ]

  static func snapshot(isLong: Bool = false) -> RoundSnapshot {
    let titles: [SafeText] = [
      "Robot học đường dạy tiếng Khmer", "Bột sữa hạt sen", "Máy sấy mini", "Gạo ST tuần hoàn",
    ]
    let content = RoundContent(
      code: "chung-ket", title: text("Chung kết", "Final"), heldOn: Fixtures.today,
      pitchMinutes: 8, questionMinutes: 10)
    var sheets: [SheetPlace: ScoreSheet] = [:]
    for (index, row) in scores.enumerated() where !row.isEmpty {
      var sheet = ScoreSheet(entry: entry(index + 1), judge: judge)
      for (criterion, score) in zip(criteria, row) where score != nil {
        sheet.apply(
          .value(criterion: criterion.code, hundredths: score),
          typedAt: Timestamp(milliseconds: start.milliseconds - 60_000),
          event: Identifier(high: 9, low: UInt64(index)))
      }
      sheet.savedAt = Timestamp(milliseconds: start.milliseconds - 60_000)
      sheets[SheetPlace(entry: entry(index + 1), judge: judge)] = sheet
    }
    return RoundSnapshot(
      round: Round(
        id: Identifier(high: 2, low: 1), competition: Identifier(high: 1, low: 1),
        content: content, state: .open),
      competitionCode: "YT2020", rules: RoundRules(criteria: criteria), rulesHash: "",
      entries: titles.enumerated().map { index, title in
        RoundEntry(
          entry: entry(index + 1), code: "0\(index + 1)", board: "y-tuong",
          title: isLong ? Fixtures.long : title,
          organisation: isLong ? Fixtures.long : index == 0 ? "THPT Hoàng Diệu" : .empty,
          lot: index + 1)
      },
      judges: [RoundJudge(judge: judge, code: "GK3", login: "mai", name: "Ngô Thị Mai")],
      assigned: Set((1...4).map { SheetPlace(entry: entry($0), judge: judge) }), conflicts: [],
      sheets: sheets
    ).cut(to: .ownSheets(judge))
  }

  static func page(isLong: Bool = false) -> ScoringPage {
    ScoringPage(
      snapshot: snapshot(isLong: isLong), judge: judge,
      contest: text("Ý tưởng khởi nghiệp Sóc Trăng 2020", "Sóc Trăng startup ideas 2020"),
      boards: ["y-tuong": text("Bảng Ý tưởng", "Ideas")],
      summaries: [entry(1): "Robot giúp học sinh Khmer học hai thứ tiếng."], readAt: start)
  }

  /// The sheet as it is opened, at an entry from 1.
  static func loaded(
    _ context: ScreenContext, at number: Int = 2, isLong: Bool = false,
    change: (inout ScoringPage) -> Void = { _ in }
  ) -> ScoringState {
    var page = page(isLong: isLong)
    change(&page)
    var state = ScoringState(wanted: entry(number))
    _ = ScoringScreen.update(&state, .loaded(page), context)
    _ = ScoringScreen.update(
      &state, .delivered(ScoreOutbox.Delivery(), at: start), context)
    return state
  }

  /// Types keys; what was asked for meanwhile.
  @discardableResult
  static func type(
    _ keys: String, _ state: inout ScoringState, _ context: ScreenContext
  ) -> [Outcome<ScoringEffect>] {
    keys.flatMap { key -> [Outcome<ScoringEffect>] in
      ScoringScreen.action(for: .text(String(key)), state, context).map {
        ScoringScreen.update(&state, $0, context)
      } ?? []
    }
  }

  /// Events for what is being written, as the disk would make them.
  static func events(_ state: ScoringState) -> [ScoreEvent] {
    state.work.writing.enumerated().map { index, input in
      ScoreEvent(
        id: Identifier(high: 7, low: UInt64(state.work.saved.count * 10 + index + 1)),
        round: Identifier(high: 2, low: 1), entry: input.place.entry, judge: judge,
        kind: input.kind,
        typedAt: Timestamp(milliseconds: start.milliseconds + Int64(index)), device: "máy 1")
    }
  }

  /// Lets what was typed reach the disk.
  @discardableResult
  static func reachDisk(
    _ state: inout ScoringState, _ context: ScreenContext
  ) -> [Outcome<ScoringEffect>] {
    let events = events(state)
    let waiting = state.work.entered.count + events.count
    return ScoringScreen.update(&state, .entered(events, waiting: waiting), context)
  }

  /// Every state that is drawn and has commands.
  static func states(
    _ context: ScreenContext, isLong: Bool = false
  ) -> [(String, ScoringState)] {
    let place = SheetPlace(entry: entry(1), judge: judge)
    func made(
      at number: Int = 2, _ change: (inout ScoringPage) -> Void = { _ in }
    ) -> ScoringState {
      loaded(context, at: number, isLong: isLong, change: change)
    }
    let conflict = made { page in
      page.snapshot.conflicts = [
        ConflictOfInterest(
          entry: entry(2), judge: judge, kind: .organisation, reason: "Đại học Cần Thơ")
      ]
    }
    let sealed = made(at: 1) { $0.snapshot.sheets[place]?.sealedAt = start }
    let stage = made { page in
      page.snapshot.round.stage = StageCall(
        entry: entry(1), phase: .pitch,
        runningSince: Timestamp(milliseconds: start.milliseconds - 252_000), limit: 600_000)
    }
    return [
      ("normal", made()), ("empty", ScoringState()), ("conflict", conflict),
      ("sealed", sealed), ("stage", stage),
      (
        "left",
        made { page in
          page.left = [
            ScoreEvent(
              id: Identifier(high: 8, low: 1), round: page.snapshot.round.id, entry: entry(2),
              judge: judge, kind: .value(criterion: "KT", hundredths: 1_600), typedAt: start)
          ]
        }
      ),
    ] + typed(made(), context) + panels(made(), made(at: 1), sealed, context)
  }

  private static func typed(
    _ normal: ScoringState, _ context: ScreenContext
  ) -> [(String, ScoringState)] {
    var (refused, typing, waiting) = (normal, normal, normal)
    type("25", &refused, context)
    type("1", &typing, context)
    type("17", &waiting, context)
    reachDisk(&waiting, context)
    _ = ScoringScreen.update(
      &waiting, .undelivered(.unavailable("x"), waiting: 1, at: start), context)
    return [("refused", refused), ("typing", typing), ("waiting", waiting)]
  }

  private static func panels(
    _ normal: ScoringState, _ first: ScoringState, _ sealed: ScoringState,
    _ context: ScreenContext
  ) -> [(String, ScoringState)] {
    func after(_ state: ScoringState, _ actions: ScoringAction...) -> ScoringState {
      var state = state
      for action in actions { _ = ScoringScreen.update(&state, action, context) }
      return state
    }
    return [
      ("nothing", after(ScoringState(), .loaded(nil))),
      ("comment", after(first, .comment)), ("details", after(first, .details)),
      ("conflict-kinds", after(normal, .conflict)),
      ("conflict-reason", after(normal, .conflict, .pick("mentor"))),
      ("sealing", after(normal, .seal)), ("reopening", after(sealed, .reopen)),
      ("entries", after(normal, .entries)),
    ]
  }
}
