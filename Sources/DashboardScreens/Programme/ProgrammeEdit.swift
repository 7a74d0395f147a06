import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What is wrong with a field: it cannot be read, or storage refused what it says.
enum ProgrammeProblem: Equatable, Sendable {
  case field(FieldRefusal)
  case refused(ProgrammeRefusal)
  /// No record has this number.
  case unknown
  /// Parts of a commitment that cannot be read.
  case parts

  func words(_ language: Language) -> String {
    switch self {
    case .unknown:
      language.say(
        "Không có số này; hãy xem lại số trong danh sách.",
        "There is no such number; look it up in its list.")
    case .parts:
      language.say(
        "Không đọc được các đợt; gõ như: 500 triệu 30/06/2020; 300 triệu 31/12/2020.",
        "The parts cannot be read; write: 500 triệu 30/06/2020; 300 triệu 31/12/2020.")
    case .field(let refusal): refusal.words(language)
    case .refused(let refusal): refusal.words(language)
    }
  }
}

/// A form about the programme; its fields are named by words that never change.
typealias ProgrammeForm = Form<String, ProgrammeProblem>

/// Something that is being filled in.
struct ProgrammeEdit: Equatable, Sendable {
  /// What.
  var kind: ProgrammeFormKind
  /// What it is called.
  var title: Bilingual
  /// The fields.
  var form: ProgrammeForm
  /// Names of fields that are not the usual ones.
  var names: [String: Bilingual] = [:]
  /// The version of the record when the form was opened.
  var version = 0
  /// What somebody should know before it is saved all the same; empty for nothing.
  var warnings: [SupportCap.Excess] = []
  /// The cap that the warnings are about; nil without any.
  var cap: SupportCap?
  /// Whether storage has been asked and has not answered.
  var isWorking = false
  private let first: [String]

  init(
    _ kind: ProgrammeFormKind, _ title: Bilingual, _ fields: [ProgrammeForm.Field],
    names: [String: Bilingual] = [:], version: Int = 0
  ) {
    self.kind = kind
    self.title = title
    self.names = names
    self.version = version
    form = ProgrammeForm(fields)
    first = fields.map(\.value)
  }

  /// Whether something was typed that leaving would lose.
  var isChanged: Bool { form.fields.map(\.value) != first }

  /// What the fields hold, by name.
  var values: [String: String] {
    Dictionary(form.fields.map { ($0.id, $0.value) }) { first, _ in first }
  }

  /// Puts a refusal beside the field that it is about.
  mutating func refuse(_ refusal: ProgrammeRefusal) {
    let wanted = Self.field(of: refusal)
    let place =
      form.fields.firstIndex { $0.id == wanted } ?? (form.fields.isEmpty ? nil : 0)
    guard let place else { return }
    form.fields[place].problem = .refused(refusal)
    form.moveFocus(to: form.fields[place].id)
  }

  /// The field that a refusal is about.
  private static func field(of refusal: ProgrammeRefusal) -> String {
    switch refusal {
    case .titleMissing: "title"
    case .endBeforeStart, .termMissing: "to"
    case .dayInFuture, .dayBefore, .callClosed: "day"
    case .unknownRegime, .regimeNotInForce, .regimeFixed: "regime"
    case .reasonMissing: "reason"
    case .documentMissing: "document"
    case .extendedAlready, .extensionNotLater, .extensionTooLong: "until"
    case .noSuchReport, .reportedAlready: "number"
    case .notAbove, .negative, .overSource, .overCommitment, .overAdvance, .overRecovered:
      "amount"
    case .overCost: "supported"
    case .noSuchCap: "cap"
    case .noSuchTranche: "tranche"
    case .noSuchIndicator: "indicator"
    case .yearOutside: "year"
    case .partnerFull, .partnerAway: "partner"
    default: "day"
    }
  }

  /// What is wrong with a field, before anything is sent to storage.
  static func check(_ field: ProgrammeForm.Field) -> ProgrammeProblem? {
    if field.value.allSatisfy(\.isWhitespace) {
      return field.isRequired ? .field(.required) : nil
    }
    guard case .line(let line) = field.editor else { return nil }
    do {
      switch line.accepts {
      case .date: _ = try LocalDate.parse(field.value)
      case .money: _ = try Money.parse(field.value)
      default: _ = try SafeText.checked(field.value, .line)
      }
      return nil
    } catch {
      return .field(error)
    }
  }
}

extension ProgrammeFormKind {
  /// A name that never changes, for drafts.
  var code: String {
    switch self {
    case .filter: "filter"
    case .newTask: "new-task"
    case .editTask: "edit-task"
    case .move(let to): "move \(to)"
    case .report(let number): "report \(number)"
    case .source: "source"
    case .allot: "allot"
    case .commit: "commit"
    case .pay(let kind): "pay \(kind.rawValue)"
    case .call: "call"
    case .apply(let id): "apply \(id)"
    case .decide(let id): "decide \(id)"
    case .review: "review"
    case .target: "target"
    case .renew: "renew"
    case .partner(let id): "partner \(id?.description ?? "new")"
    case .connect(let id): "connect \(id?.description ?? "new")"
    case .step(let step): "step \(step.rawValue)"
    case .support: "support"
    case .exchange: "exchange"
    case .round: "round"
    }
  }

  /// The kind that a code names; nil when it names none.
  init?(code: String) {
    let parts = code.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = parts.count > 1 ? parts[1] : ""
    let found: ProgrammeFormKind? =
      switch parts.first {
      case "move": .move(rest)
      case "report": Int(rest).map { .report($0) }
      case "pay": MoneyEntry.Kind(rawValue: rest).map { .pay($0) }
      case "apply": Identifier<FundingCall>(rest).map { .apply($0) }
      case "decide": Identifier<FundingApplication>(rest).map { .decide($0) }
      case "partner": .partner(Identifier<Partner>(rest))
      case "connect": .connect(Identifier<Partner>(rest))
      case "step": Connection.Step(rawValue: rest).map { .step($0) }
      default: Self.simple.first { $0.code == code }
      }
    guard let found else { return nil }
    self = found
  }

  private static let simple: [ProgrammeFormKind] = [
    .filter, .newTask, .editTask, .source, .allot, .commit, .call, .review, .target, .renew,
    .support, .exchange, .round,
  ]

  /// Whether it writes; the filter does not.
  var writes: Bool { self != .filter }
}
