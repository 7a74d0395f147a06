import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A line of a list about contests, known by its name.
struct ContestRow: ListRow {
  let id: String
}

/// A part of the page of a contest.
enum ContestSection: String, CaseIterable, Sendable {
  case rounds, entries, judges, deadlines
}

/// What the screen of contests knows: the list, or the page of one contest.
struct ContestsState: Equatable, Sendable {
  /// The contest shown; nil for the list.
  var contest: Identifier<Competition>?
  /// Ventures that are to enter a contest that is chosen in the list; empty for none.
  var entering: [Identifier<Venture>] = []
  /// All contests.
  var summaries: [CompetitionSummary] = []
  /// The contest; nil in the list, and until it is loaded.
  var record: CompetitionRecord?
  /// Entries that competed elsewhere, by entry: "YT2019/07".
  var duplicates: [Identifier<Entry>: String] = [:]
  /// The people of the directory who can be judges.
  var users: [User] = []
  /// The part shown.
  var section = ContestSection.rounds
  /// The lines of that part.
  var list = VirtualList<ContestRow>()
  /// What is being asked; nil for nothing.
  var panel: AskPanel?
  /// Whether the first load is still awaited.
  var isLoading = true
  /// Why the last load failed; nil when it did not.
  var problem: StorageError?
}

/// What can happen to it.
enum ContestsAction: Equatable, Sendable {
  case loaded(ContestsLoad)
  case failed(StorageError)
  case reload
  case stroke(KeyStroke)
  case letter(Character)
  case place(Int)
  case scroll(Int)
  case section(Int)
  case chooseSection(ContestSection)
  case open, add, edit, importEntries, check, admit, withdraw, mark, markAll
  case input(InputEvent)
  case submit
  case field(String)
  case pick(FormPick)
  case finished(ContestDone)
}

/// What was loaded.
struct ContestsLoad: Equatable, Sendable {
  var summaries: [CompetitionSummary]
  var record: CompetitionRecord?
  var duplicates: [Identifier<Entry>: String]
  var users: [User]
}

/// What it asks for.
enum ContestsEffect: ScreenEffect {
  case load(Identifier<Competition>?)
  case perform(AskAnswer)

  var cancellationKey: String? { if case .load = self { "contests" } else { nil } }
}

/// A table of the screen: its columns, and the cells of a line by its name.
struct ContestTable {
  var columns: [TableColumn<Int>]
  var ids: [String]
  var cells: (String) -> [TableCell]
}

/// The tables of the screen in a language.
struct ContestTables {
  let state: ContestsState
  let text: ContestText
  let context: ScreenContext

  var current: ContestTable {
    guard state.contest != nil else { return contests }
    guard let record = state.record else { return ContestTable(columns: [], ids: []) { _ in [] } }
    switch state.section {
    case .rounds: return rounds(record)
    case .entries: return entries(record)
    case .judges: return judges(record)
    case .deadlines: return deadlines(record)
    }
  }

  private func column(
    _ id: Int, _ title: String, _ minimum: Int, weight: Int = 0, rank: Int = 0,
    _ alignment: TableColumn<Int>.Alignment = .leading
  ) -> TableColumn<Int> {
    TableColumn(
      id, title: title, minimum: minimum, weight: weight, alignment: alignment, rank: rank)
  }

  private var contests: ContestTable {
    let say = text.say
    let byID = Dictionary(
      uniqueKeysWithValues: state.summaries.map {
        ($0.competition.id.description, $0)
      })
    return ContestTable(
      columns: [
        column(0, say("Mã", "Code"), 7), column(1, say("Cuộc thi", "Contest"), 16, weight: 4),
        column(2, say("Vòng", "Round"), 14, weight: 2),
        column(3, say("Bài", "Entries"), 4, rank: 2, .trailing),
        column(4, say("GK", "Judges"), 3, rank: 3, .trailing),
        column(5, say("Hạn nộp", "Deadline"), 10, rank: 4),
      ], ids: state.summaries.map { $0.competition.id.description }
    ) { id in
      guard let summary = byID[id] else { return [] }
      let round = summary.rounds.last { $0.state != .draft } ?? summary.rounds.first
      let stands = round.map {
        TableCell(
          text.state($0.state).text.prefix(2) + $0.content.title(text.language).string + ": "
            + $0.state.label(text.language), text.state($0.state).role)
      }
      return [
        TableCell(summary.competition.content.code, .muted),
        TableCell(summary.competition.content.title(text.language).string),
        stands ?? TableCell(say("chưa có vòng", "no round yet"), .muted),
        TableCell(text.number(summary.entryCount)), TableCell(text.number(summary.judgeCount)),
        TableCell(text.day(summary.deadline?.day), .muted),
      ]
    }
  }

  private func rounds(_ record: CompetitionRecord) -> ContestTable {
    let say = text.say
    let byID = Dictionary(uniqueKeysWithValues: record.rounds.map { ($0.id.description, $0) })
    return ContestTable(
      columns: [
        column(0, "#", 2), column(1, say("Vòng", "Round"), 14, weight: 2),
        column(2, say("Tình trạng", "State"), 14, weight: 2),
        column(3, say("Ngày", "Day"), 10, rank: 1), column(4, say("Mã", "Code"), 9, rank: 2),
        column(5, say("Phút", "Minutes"), 7, rank: 3),
        column(6, say("Tên bài", "Names"), 9, rank: 4),
      ], ids: record.rounds.map(\.id.description)
    ) { id in
      guard let round = byID[id] else { return [] }
      let content = round.content
      return [
        TableCell("\(content.position)", .muted), TableCell(content.title(text.language).string),
        text.state(round.state), TableCell(text.day(content.heldOn)),
        TableCell(content.code, .muted),
        TableCell("\(content.pitchMinutes)+\(content.questionMinutes)", .muted),
        TableCell(content.isBlind ? say("giấu tên", "blind") : say("có tên", "named"), .muted),
      ]
    }
  }

  private func entries(_ record: CompetitionRecord) -> ContestTable {
    let say = text.say
    let byID = Dictionary(uniqueKeysWithValues: record.entries.map { ($0.id.description, $0) })
    let boards = Dictionary(
      record.competition.content.boards.map { ($0.code, $0.title(text.language).string) }
    ) { first, _ in first }
    return ContestTable(
      columns: [
        column(0, say("Mã", "Code"), 4), column(1, say("Bài dự thi", "Entry"), 16, weight: 4),
        column(2, say("Điều kiện", "Eligible"), 16, weight: 1),
        column(3, say("Bảng", "Board"), 10, weight: 1, rank: 2),
        column(4, say("Đơn vị", "Organisation"), 12, weight: 2, rank: 3),
        column(5, say("Trùng", "Elsewhere"), 10, rank: 4),
      ], ids: record.entries.map(\.id.description)
    ) { id in
      guard let entry = byID[id] else { return [] }
      let twin = state.duplicates[entry.id].map { TableCell("! " + $0, .warning) }
      return [
        TableCell(entry.code, .muted), TableCell(entry.content.title.string), eligibility(entry),
        TableCell(boards[entry.content.board] ?? entry.content.board, .muted),
        TableCell(entry.content.organisation.string, .muted), twin ?? TableCell(""),
      ]
    }
  }

  private func eligibility(_ entry: Entry) -> TableCell {
    if entry.isWithdrawn { return TableCell(text.say("- đã rút", "- withdrawn"), .muted) }
    let label = entry.eligibility.label(text.language)
    switch entry.eligibility {
    case .pending: return TableCell("○ " + label, .warning)
    case .eligible: return TableCell("✓ " + label, .ok)
    case .refused: return TableCell("× " + label, .danger)
    }
  }

  private func judges(_ record: CompetitionRecord) -> ContestTable {
    let say = text.say
    let byID = Dictionary(uniqueKeysWithValues: record.judges.map { ($0.id.description, $0) })
    return ContestTable(
      columns: [
        column(0, say("Mã", "Code"), 5), column(1, say("Họ tên", "Name"), 14, weight: 2),
        column(2, say("Đơn vị", "Organisation"), 12, weight: 3, rank: 1),
        column(3, say("Tài khoản", "Account"), 12, rank: 2),
      ], ids: record.judges.map(\.id.description)
    ) { id in
      guard let judge = byID[id] else { return [] }
      return [
        TableCell(judge.code, .muted), TableCell(judge.name.string),
        TableCell(judge.organisation.string, .muted),
        TableCell(judge.login ?? say("phiếu giấy", "on paper"), .muted),
      ]
    }
  }

  private func deadlines(_ record: CompetitionRecord) -> ContestTable {
    let say = text.say
    let all = record.deadlines
    return ContestTable(
      columns: [
        column(0, say("Hạn nộp", "Deadline"), 10), column(1, say("Hiệu lực", "Counts"), 10),
        column(2, say("Quyết định", "Decision"), 14, weight: 2),
        column(3, say("Lý do dời", "Why it moved"), 12, weight: 2, rank: 1),
        column(4, say("Người ghi", "By"), 8, rank: 2),
      ], ids: all.indices.map(String.init)
    ) { id in
      guard let place = Int(id), all.indices.contains(place) else { return [] }
      let deadline = all[place]
      let counts = place == all.count - 1
      return [
        TableCell(deadline.day.formatted),
        counts
          ? TableCell(say("✓ hiện nay", "✓ now"), .ok)
          : TableCell(say("đã thay", "replaced"), .muted),
        TableCell(deadline.decision.string), TableCell(deadline.reason.string, .muted),
        TableCell(deadline.setBy, .muted),
      ]
    }
  }
}
