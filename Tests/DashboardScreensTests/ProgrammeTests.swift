import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct ProgrammeTests {
  typealias F = ProgrammeFixtures
  let context = Fixtures.context(Size(width: 120, height: 36))

  private func state(_ name: String) throws -> ProgrammeState {
    let page = try #require(F.pages("Máy sấy mini").first { $0.0 == name })
    return F.state(page.1, page.2, context)
  }

  // MARK: What is seen

  @Test(arguments: Language.allCases, snapshotSizes)
  func pages(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    for (name, place, data) in F.pages("Máy sấy mini") {
      let frame = drawn(ProgrammeScreen.self, F.state(place, data, context), context)
      try expectSnapshot(frame.canvas, "programme", name, context)
    }
    var state = F.state(nil, .overview(ProgrammeOverview()), context)
    try expectSnapshot(
      drawn(ProgrammeScreen.self, state, context).canvas, "programme", "empty", context)
    (state.data, state.problem) = (nil, .unavailable("connection refused"))
    try expectSnapshot(
      drawn(ProgrammeScreen.self, state, context).canvas, "programme", "failed", context)
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func forms(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    for (name, state) in F.forms("Máy sấy mini", context) {
      let shown = ["task move suspended", "commitment pay disbursed", "tasks filter"]
      guard shown.contains(name) else { continue }
      try expectSnapshot(
        drawn(ProgrammeScreen.self, state, context).canvas, "programme",
        "form " + name.split(separator: " ").joined(separator: "-"), context)
    }
    let pages = F.pages("Máy sấy mini")
    guard let page = pages.first(where: { $0.0 == "commitment" }) else { return }
    var refused = F.state(page.1, page.2, context)
    _ = ProgrammeScreen.update(&refused, .begin(.pay(.disbursed)), context)
    _ = ProgrammeScreen.update(&refused, .refused(.programmeRefused(Self.over)), context)
    try expectSnapshot(
      drawn(ProgrammeScreen.self, refused, context).canvas, "programme", "refused", context)
  }

  static let over = ProgrammeRefusal.overCommitment(
    asked: Money(dong: 900_000_000), committed: Money(dong: 350_000_000),
    paid: Money(dong: 200_000_000), left: Money(dong: 150_000_000))

  /// The three answers that a supervisor looks for are on the first screen at 80 by 24.
  @Test func theSupervisorsPageIsReadAtAGlance() throws {
    let context = Fixtures.context(Size(width: 80, height: 24))
    let page = try #require(F.pages("Máy sấy mini").first)
    let frame = drawn(ProgrammeScreen.self, F.state(page.1, page.2, context), context)
    let text = rows(of: frame.canvas).joined(separator: "\n")
    for words in ["45/BBHT-SKHCN", "Cần xem trước", "NV-0001", "Kinh phí", "Giải ngân"] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
  }

  /// Every figure of the supervisor's page opens its records.
  @Test func everyFigureOpensSomething() throws {
    let state = try state("overview")
    for line in ProgrammeScreen.page(state, context).stops {
      var copy = state
      copy.focus = line.key
      #expect(!ProgrammeScreen.update(&copy, .open, context).isEmpty, "\(line.key)")
      #expect(line.target != nil, "\(line.key)")
    }
  }

  /// Contract before state before report before payment before aim: what costs most stands first.
  @Test func lateThingsAreInOrderOfConsequence() {
    let items = ProgrammeLate(
      F.overview("x"), text: ProgrammeText(language: .vietnamese), today: F.today
    ).items
    #expect(items.map(\.rank) == items.map(\.rank).sorted())
    #expect(items.contains { $0.words.contains("báo cáo số 2") && $0.isLate })
    #expect(items.contains { $0.words.contains("đợt 2") && $0.isLate })
    #expect(items.contains { $0.words.contains("còn 10 ngày") && !$0.isLate })
  }

  @Test func anItemIsTheMeanOfItsAims() {
    let progress = F.progress("x")
    let training = ItemProgress(progress[1], on: F.today)
    // 40 % and 108 %, which counts for 100.
    #expect(training.percent == 70)
    #expect(training.met == 1 && training.late.count == 1)
    #expect(training.shares == [42, 100])
    #expect(ItemProgress([], on: F.today).shares.isEmpty)
  }

  // MARK: What is done

  @Test func linesHaveNamesOfTheirOwn() {
    for (name, place, data) in F.pages("Máy sấy mini") {
      let page = ProgrammeScreen.page(F.state(place, data, context), context)
      let keys = page.stops.map(\.key)
      #expect(Set(keys).count == keys.count, "\(name)")
    }
  }

  @Test func arrowsReachEveryLineAndComeBack() throws {
    for (name, place, data) in F.pages("Máy sấy mini") {
      var state = F.state(place, data, context)
      let stops = ProgrammeScreen.page(state, context).stops
      for _ in stops { _ = ProgrammeScreen.update(&state, .move(1), context) }
      #expect(ProgrammeScreen.page(state, context).focused(state.focus) == stops.last, "\(name)")
      _ = ProgrammeScreen.update(&state, .first, context)
      #expect(ProgrammeScreen.page(state, context).focused(state.focus) == stops.first, "\(name)")
    }
  }

  @Test func aPaymentOverTheCommitmentIsRefusedBesideItsField() throws {
    var state = try state("commitment")
    _ = ProgrammeScreen.update(&state, .begin(.pay(.disbursed)), context)
    // The part that is due is offered with its amount.
    #expect(state.edit?.values["amount"] == "150.000.000 đ")
    #expect(state.edit?.values["tranche"] == "2")
    let outcomes = ProgrammeScreen.update(&state, .submit, context)
    guard case .perform(.write(let work))? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(work.place == .commitment(F.commitmentID))
    _ = ProgrammeScreen.update(&state, .refused(.programmeRefused(Self.over)), context)
    let field = state.edit?.form.focused
    #expect(field?.id == "amount" && field?.problem == .refused(Self.over))
  }

  /// What a step needs is asked for, and nothing else.
  @Test func aStepAsksForWhatItNeeds() throws {
    let state = try state("task")
    for transition in F.regime.transitions(from: "implementing") {
      var copy = state
      let code = ProgrammePage.moveCode(transition, "implementing")
      _ = ProgrammeScreen.update(&copy, .begin(.move(code)), context)
      let fields = Set(copy.edit?.form.fields.map(\.id) ?? [])
      #expect(fields.contains("day"))
      #expect(fields.contains("reason") == transition.needsReason, "\(transition.title)")
      #expect(fields.contains("document") == (transition.document != nil))
      #expect(fields.contains("until") == (transition.kind == .extend))
    }
  }

  @Test func whoMayOnlyLookCannotWrite() throws {
    let boss = User(login: "boss", displayName: "Sếp", roles: [.supervisor])
    let context = Fixtures.context(Size(width: 80, height: 24), user: boss)
    var state = try state("commitment")
    let outcomes = ProgrammeScreen.update(&state, .begin(.pay(.disbursed)), context)
    #expect(state.edit == nil && outcomes.count == 1)
  }

  @Test func theFirstEscapeSaysWhatWouldBeLost() throws {
    var state = try state("tasks")
    _ = ProgrammeScreen.update(&state, .begin(.newTask), context)
    _ = ProgrammeScreen.update(&state, .input(.text("Máy")), context)
    #expect(ProgrammeScreen.hasUnsavedInput(state))
    #expect(ProgrammeScreen.update(&state, .cancel, context).count == 1)
    #expect(state.edit != nil)
    _ = ProgrammeScreen.update(&state, .cancel, context)
    #expect(state.edit == nil)
  }

  @Test func aDraftIsOpenedAgain() throws {
    for (name, state) in F.forms("x", context) where !name.hasSuffix("filter") {
      guard let edit = state.edit,
        let field = edit.form.fields.firstIndex(where: {
          if case .line(let line) = $0.editor { line.accepts == .text } else { false }
        })
      else { continue }
      var typed = state
      typed.edit?.form.fields[field].fill("chữ của tôi")
      let draft = try #require(ProgrammeScreen.draft(typed), "\(name)")
      var destination = draft.destination
      destination.draft = draft
      var (again, _) = ProgrammeScreen.start(destination, context)
      #expect(again.place == state.place)
      let data = try #require(state.data)
      _ = ProgrammeScreen.update(&again, .loaded(data, F.lists, place: again.place), context)
      #expect(again.edit?.values == typed.edit?.values, "\(name)")
      #expect(again.draft == nil)
    }
  }

  @Test func theFilterNarrowsTheTasks() throws {
    var state = try state("tasks")
    func shown() -> Int {
      ProgrammeScreen.page(state, context).stops.count { $0.target != nil }
    }
    #expect(shown() == 1)
    state.filter.text = "may say"
    #expect(shown() == 1)
    state.filter.regime = "2025"
    #expect(shown() == 0)
    _ = ProgrammeScreen.update(&state, .clearFilter, context)
    _ = ProgrammeScreen.update(&state, .overdueOnly, context)
    #expect(shown() == 1)
    state.filter.year = 2017
    #expect(shown() == 0)
  }

  @Test func theLedgerIsGatheredInEveryWay() throws {
    var state = try state("money")
    var seen: Set<LedgerGrouping> = []
    for _ in LedgerGrouping.allCases {
      _ = ProgrammeScreen.update(&state, .group, context)
      seen.insert(state.grouping)
      #expect(!ProgrammeScreen.page(state, context).stops.isEmpty)
    }
    #expect(seen == Set(LedgerGrouping.allCases))
  }

  @Test func placesAreWrittenAndReadAgain() {
    let all = F.pages("x").compactMap(\.1) + ProgrammePlace.lists
    for place in all {
      #expect(ProgrammePlace(code: place.code) == place)
      let destination = ProgrammeScreen.destination(place)
      #expect(Destination(place: destination.place)?.programme == place)
    }
    #expect(ProgrammePlace(code: "task nonsense") == nil && ProgrammePlace(code: "x") == nil)
  }

  @Test func kindsOfFormsAreWrittenAndReadAgain() {
    for (name, state) in F.forms("x", context) {
      guard let kind = state.edit?.kind else {
        Issue.record("\(name) has no form")
        continue
      }
      #expect(ProgrammeFormKind(code: kind.code) == kind)
    }
  }

  /// Every state is drawn at any size, inside its area.
  @Test func nothingIsDrawnOutside() {
    for width in [1, 5, 24, 60, 108, 140] {
      for height in [1, 2, 4, 9, 17, 31] {
        let context = Fixtures.context(Size(width: width, height: height))
        for (name, place, data) in F.pages(Fixtures.long) {
          SizeTests.expectInside(
            ProgrammeScreen.self, F.state(place, data, context), context, name)
        }
        for (name, state) in F.forms(Fixtures.long, context) {
          SizeTests.expectInside(ProgrammeScreen.self, state, context, name)
        }
      }
    }
  }
}
