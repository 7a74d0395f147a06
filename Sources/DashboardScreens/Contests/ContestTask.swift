import DashboardKit
import Incubation
import Storage

/// Something that is done to a contest or a round after it was asked about.
enum ContestTask: Hashable, Sendable {
  // A contest.
  case create
  case edit(Competition)
  case deadline(Identifier<Competition>)
  case addRound(Identifier<Competition>, position: Int)
  case enter(Identifier<Competition>, [Identifier<Venture>])
  case addEntry(Identifier<Competition>)
  case editEntry(Entry)
  case importEntries(Identifier<Competition>)
  case eligibility([Identifier<Entry>])
  case withdraw(Identifier<Entry>, Bool)
  case admit([Identifier<Entry>])
  case addJudge(Identifier<Competition>)

  // A round.
  case editRound(Round)
  case changeRules(Round)
  case approveRules(Round, number: Int)
  case exportRules(Identifier<Round>)
  case seat(Identifier<Round>)
  case declare(Identifier<Round>, SheetPlace?)
  case settle(Identifier<Round>, ConflictOfInterest)
  case declareComplete(Identifier<Round>, Identifier<Judge>)
  case assign(Identifier<Round>)
  case draw(Round)
  case presence(Identifier<Round>, Identifier<Judge>, isPresent: Bool)
  case substitute(Identifier<Round>, Identifier<Judge>)
  case move(Round, RoundState, accepting: Bool)
  case sign(Identifier<Round>)
  case component(Identifier<Round>, Identifier<Entry>)
  case askReopening(Identifier<Round>, SheetPlace)
  case approveReopening(Identifier<SheetReopening>)
  case paper(Identifier<Round>, SheetPlace)
  case verify(Identifier<Round>)
  case document(Identifier<Round>, ContestPaper)
  case exportFiles(Identifier<Round>)
}

/// A paper that can be written of a round.
enum ContestPaper: String, CaseIterable, Hashable, Sendable {
  case minutes, scores, feedback, awards, certificates

  /// What it is called.
  var title: Remark {
    switch self {
    case .minutes: both("Biên bản chấm thi", "Minutes")
    case .scores: both("Bảng tổng hợp điểm", "Score table")
    case .feedback: both("Phiếu nhận xét cho từng bài", "Feedback sheets")
    case .awards: both("Danh sách giải", "List of awards")
    case .certificates: both("Giấy chứng nhận", "Certificates")
    }
  }
}

/// What came of a task.
enum ContestDone: Equatable, Sendable {
  /// It was done: the words for it, and the receipt for undoing it, if it can be.
  case done(Remark, ChangeReceipt?)
  /// It was not.
  case failed([Remark])
}
