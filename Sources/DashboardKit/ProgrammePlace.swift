public import Incubation

/// A page about the programme. Without one, the programme's own screen is the supervisor's page.
public enum ProgrammePlace: Hashable, Sendable {
  /// All tasks.
  case tasks
  /// One task.
  case task(Identifier<ScienceTask>)
  /// Sources, commitments and the ledger.
  case money
  /// One commitment.
  case commitment(Identifier<Commitment>)
  /// The agreements.
  case agreements
  /// One agreement.
  case agreement(Identifier<Agreement>)
  /// A content item of an agreement, from 1, with the records that count.
  case item(Identifier<Agreement>, Int)
  /// Calls of the sources with their applications.
  case calls
  /// Ventures and those they were brought together with.
  case connections
  /// One connection.
  case connection(Identifier<Connection>)
  /// Programmes, investors, experts.
  case partners
  /// What the departments exchanged.
  case exchanges
  /// Supports of enterprises.
  case supports
  /// All figures.
  case figures
  /// The records behind a figure, by its code.
  case figure(String)
  /// The whole line of a venture.
  case lineage(Identifier<Venture>)
  /// Large figures for a screen on the wall.
  case wallboard

  /// A text for files that names the place.
  public var code: String {
    switch self {
    case .tasks: "tasks"
    case .task(let id): "task \(id)"
    case .money: "money"
    case .commitment(let id): "commitment \(id)"
    case .agreements: "agreements"
    case .agreement(let id): "agreement \(id)"
    case .item(let id, let number): "item \(id) \(number)"
    case .calls: "calls"
    case .connections: "connections"
    case .connection(let id): "connection \(id)"
    case .partners: "partners"
    case .exchanges: "exchanges"
    case .supports: "supports"
    case .figures: "figures"
    case .figure(let code): "figure \(code)"
    case .lineage(let id): "lineage \(id)"
    case .wallboard: "wallboard"
    }
  }

  /// The place that a text names; nil when it names none.
  public init?(code: String) {
    let parts = code.split(separator: " ").map(String.init)
    func make<Entity>(_ place: (Identifier<Entity>) -> ProgrammePlace) -> ProgrammePlace? {
      parts.count > 1 ? Identifier<Entity>(parts[1]).map(place) : nil
    }
    let found: ProgrammePlace? =
      switch parts.first {
      case "task": make(ProgrammePlace.task)
      case "commitment": make(ProgrammePlace.commitment)
      case "agreement": make(ProgrammePlace.agreement)
      case "item": make { .item($0, Int(parts.last ?? "") ?? 1) }
      case "connection": make(ProgrammePlace.connection)
      case "lineage": make(ProgrammePlace.lineage)
      case "figure": parts.count > 1 ? .figure(parts[1]) : nil
      default: Self.lists.first { $0.code == code }
      }
    guard let found else { return nil }
    self = found
  }

  /// The places that are about no record.
  public static let lists: [ProgrammePlace] = [
    .tasks, .money, .agreements, .calls, .connections, .partners, .exchanges, .supports, .figures,
    .wallboard,
  ]
}
