public import Incubation

/// The journals of one judge on one machine: the one that this run writes, and those that earlier
/// runs left behind.
public struct ScoreJournals: Sendable {
  /// Where the scores of this run go.
  public let own: ScoreOutbox
  /// The machine, as events name it.
  public let device: String
  private let left: [ScoreOutbox]

  /// Journals.
  public init(own: ScoreOutbox, left: [ScoreOutbox], device: String) {
    self.own = own
    self.left = left
    self.device = device
  }

  /// A score that the database does not take, and why.
  public struct Refused: Hashable, Sendable {
    /// The score.
    public var event: ScoreEvent
    /// Why.
    public var refusal: ContestRefusal
  }

  /// What came of sending what was left behind.
  public struct Merge: Hashable, Sendable {
    /// How many the database has now; those that it had before count too.
    public var saved = 0
    /// Those that it does not take: they are in no journal any more.
    public var refused: [Refused] = []
    /// How many still wait.
    public var waiting = 0

    /// What came of sending nothing.
    public init() {}
  }

  /// The scores of earlier runs that were not acknowledged; a journal that cannot be read has none.
  public func leftBehind() async -> [ScoreEvent] {
    var found: [ScoreEvent] = []
    for outbox in [own] + left {
      guard (try? await outbox.resume()) != nil else { continue }
      found += await outbox.inherited
    }
    return found
  }

  /// Sends everything that waits. Each score is stored once, in however many journals it stands.
  public func merge(by session: Session) async -> Merge {
    var merge = Merge()
    for outbox in [own] + left {
      guard var rest = try? await outbox.resume() else { continue }
      while rest > 0, let delivery = try? await outbox.deliver(by: session) {
        for event in delivery.sent {
          if case .refused(let refusal)? = delivery.outcomes[event.id] {
            merge.refused.append(Refused(event: event, refusal: refusal))
          } else {
            merge.saved += 1
          }
        }
        rest = delivery.waiting
      }
      merge.waiting += rest
    }
    return merge
  }
}
