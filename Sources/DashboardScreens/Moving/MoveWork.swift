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
  /// Stores the fields and the evidence, then moves. Nil when the task was cancelled.
  func perform(_ services: Services) async -> MoveOutcome? {
    let ventures = services.stores.ventures
    let session = services.session
    var version = version
    var receipts: [ChangeReceipt] = []
    do {
      if let change, change.base != change.content {
        receipts.append(
          try await ventures.update(
            id, to: change.content, base: change.base, ifVersion: version, by: session))
        version += 1
      }
      for piece in evidence {
        let record = Evidence(
          code: piece.code, recordedOn: session.today(), reference: piece.reference)
        receipts.append(
          try await ventures.record(record, for: id, ifVersion: version, by: session))
        version += 1
      }
      receipts.append(
        try await ventures.move(id, request, reason: reason, ifVersion: version, by: session))
      return .moved(receipts)
    } catch StorageError.moveRefused(.missing(let requirements)) {
      return await missing(requirements, receipts, services)
    } catch let error as StorageError {
      return .failed(error, receipts)
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
