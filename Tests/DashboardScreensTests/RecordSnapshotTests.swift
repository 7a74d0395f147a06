import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

extension Fixtures {
  static func content(isLong: Bool = false) -> VentureContent {
    var content = VentureContent(title: isLong ? long : "Gạo ST tuần hoàn")
    content.kind = .startup
    content.field = isLong ? long : "Nông nghiệp"
    content.organisation = isLong ? long : "Hạt Vàng"
    content.representative = isLong ? long : "Trần Văn Đúng"
    content.birthYear = 1985
    content.place = "Mỹ Xuyên"
    content.sourceKind = .contest
    content.sourceName = "Ý tưởng KNST 2019"
    content.foundOn = LocalDate(year: 2019, month: 5, day: 18)
    content.summary =
      isLong
      ? SafeText(escaping: long.string + ", " + long.string)
      : "Gạo thơm trồng trên đất lúa – tôm, phụ phẩm quay lại đồng ruộng."
    content.needs = [.management: 7, .vision: 3]
    content.nextStep = isLong ? long : "gặp chuyên gia"
    content.nextStepDue = today.adding(days: -2)
    content.leadOwner = "lan"
    content.tags = ["OCOP", "lúa gạo"]
    return content
  }

  static func record(isLong: Bool = false) -> VentureRecord {
    func move(_ number: Int, _ kind: StageMove.Kind, _ from: String?, _ to: String, _ days: Int)
      -> StageMove
    {
      StageMove(
        id: Identifier(high: 2, low: UInt64(number)), venture: id(1), kind: kind, from: from,
        to: to, movedAt: today.adding(days: -days).at(hour: 9), actor: "lan")
    }
    return VentureRecord(
      venture: Venture(
        id: id(1), code: "ST-0001", content: content(isLong: isLong),
        position: StagePosition(
          pipeline: "startup", stage: "incubation", status: .active,
          enteredOn: today.adding(days: -41)),
        version: 3),
      moves: [
        move(1, .entered, nil, "discovery", 73), move(2, .forward, "discovery", "screening", 61),
        move(3, .forward, "screening", "incubation", 41),
      ],
      notes: [
        Note(
          id: Identifier(high: 3, low: 1), writtenAt: today.adding(days: -3).at(hour: 14),
          author: "minh",
          text: isLong
            ? SafeText(escaping: long.string + ". " + long.string)
            : "Đã gặp ở hội chợ, cần tư vấn nhãn hiệu.")
      ],
      evidence: [
        Evidence(code: "plan", recordedOn: today.adding(days: -40), reference: "KH-12/2020")
      ], team: [], events: [])
  }
}

@Suite struct RecordSnapshotTests {
  static func loaded(_ context: ScreenContext, isLong: Bool = false) -> RecordState {
    var (state, _) = RecordScreen.start(
      Destination(.record, venture: Fixtures.id(1)), context)
    _ = RecordScreen.update(&state, .loaded(Fixtures.record(isLong: isLong)), context)
    return state
  }

  static func failed(_ context: ScreenContext) -> RecordState {
    var (state, _) = RecordScreen.start(Destination(.record, venture: Fixtures.id(1)), context)
    _ = RecordScreen.update(&state, .failed(.unavailable("connection refused")), context)
    return state
  }

  static func conflict(_ context: ScreenContext) -> RecordState {
    var state = loaded(context)
    _ = RecordScreen.update(&state, .edit, context)
    var mine = Fixtures.content()
    mine.nextStep = "ký hợp đồng"
    var theirs = Fixtures.content()
    theirs.nextStep = "gặp nhà đầu tư"
    theirs.place = "Châu Thành"
    let conflict = Conflict(
      title: "Gạo ST tuần hoàn", changedBy: "minh",
      changedAt: Fixtures.today.at(hour: 9, minute: 41), currentVersion: 4, expectedVersion: 3,
      differences: [])
    _ = RecordScreen.update(
      &state, .conflicted(conflict, theirs: theirs, mine: mine), context)
    return state
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func record(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    var editing = Self.loaded(context)
    _ = RecordScreen.update(&editing, .edit, context)
    var noting = Self.loaded(context)
    _ = RecordScreen.update(&noting, .note, context)
    var end = Self.loaded(context)
    _ = RecordScreen.update(&end, .stroke(KeyStroke(.end)), context)
    var deleting = Self.loaded(context)
    _ = RecordScreen.update(&deleting, .delete, context)
    let (new, _) = RecordScreen.start(Destination(.record), context)
    let states: [(String, RecordState)] = [
      ("normal", Self.loaded(context)), ("end", end),
      ("longest", Self.loaded(context, isLong: true)), ("empty", new), ("editing", editing),
      ("noting", noting), ("deleting", deleting), ("conflict", Self.conflict(context)),
      ("error", Self.failed(context)),
    ]
    for (name, state) in states {
      let frame = drawn(RecordScreen.self, state, context)
      try expectSnapshot(frame.canvas, "record", name, context)
    }
  }
}
