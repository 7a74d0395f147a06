import DashboardKit
import Incubation
import Storage

/// A move on its way to storage, with what has to be stored before it.
struct MoveWork: Equatable, Sendable {
  /// Which venture.
  var id: Identifier<Venture>
  /// The version that was read.
  var version: Int
  /// What is asked for.
  var request: MoveRequest
  /// Why; empty when no reason is needed.
  var reason = SafeText.empty
  /// What the venture said when it was read, and what it is to say; nil when nothing changes.
  var change: Change?
  /// Evidence to record first: its code and what was typed.
  var evidence: [NewEvidence] = []

  /// What a venture said, and is to say.
  struct Change: Equatable, Sendable {
    var base: VentureContent
    var content: VentureContent
  }

  /// A piece of evidence that was typed in.
  struct NewEvidence: Equatable, Sendable {
    var code: String
    var reference: SafeText
  }
}

/// What came of a move.
enum MoveOutcome: Equatable, Sendable {
  /// It is done.
  case moved([ChangeReceipt])
  /// The stage asks for something first. What was stored on the way stays, and can be undone.
  case missing([ExitRequirement], VentureContent, version: Int, [ChangeReceipt])
  /// It could not be done.
  case failed(StorageError, [ChangeReceipt])
}

extension MoveWork {
  /// Stores the fields and the evidence and moves, all at once. Nil when the task was cancelled.
  func perform(_ services: Services) async -> MoveOutcome? {
    let session = services.session
    let filling = MoveFilling(
      base: change?.base, content: change?.content,
      evidence: evidence.map {
        Evidence(code: $0.code, recordedOn: session.today(), reference: $0.reference)
      })
    do {
      let outcome = try await services.stores.ventures.move(
        id, request, reason: reason, filling: filling, ifVersion: version, by: session)
      switch outcome {
      case .moved(let receipt): return .moved([receipt])
      case .missing(let requirements, let stored):
        return await missing(requirements, stored.map { [$0] } ?? [], services)
      }
    } catch let error as StorageError {
      return .failed(error, [])
    } catch {
      return nil
    }
  }

  private func missing(
    _ requirements: [ExitRequirement], _ receipts: [ChangeReceipt], _ services: Services
  ) async -> MoveOutcome? {
    do {
      let venture = try await services.stores.ventures.record(id).venture
      return .missing(requirements, venture.content, version: venture.version, receipts)
    } catch let error as StorageError {
      return .failed(error, receipts)
    } catch {
      return nil
    }
  }
}

extension MoveWork {
  /// The move as it was first asked for, without what was stored on the way.
  var asked: MoveWork {
    var result = self
    result.change = nil
    result.evidence = []
    return result
  }

  /// Whether this move is refused without a reason: back, and dropping.
  func needsReason(from stage: String, in pipeline: Pipeline?) -> Bool {
    switch request {
    case .drop: return true
    case .setAside, .resume: return false
    case .stage(let target):
      guard let from = pipeline?.index(of: stage), let to = pipeline?.index(of: target) else {
        return false
      }
      return to < from
    }
  }
}
