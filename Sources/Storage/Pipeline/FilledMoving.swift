import Incubation

/// A move with what the stage asks for, inside a transaction.
struct FilledMoving {
  let writing: VentureWriting

  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, filling: MoveFilling,
    ifVersion: Int
  ) throws -> FilledMove {
    var version = ifVersion
    var receipts: [ChangeReceipt] = []
    if let content = filling.content, content != filling.base {
      receipts.append(
        try writing.update(id, to: content, base: filling.base, ifVersion: version))
      version += 1
    }
    for evidence in filling.evidence {
      receipts.append(try writing.record(evidence, for: id, ifVersion: version))
      version += 1
    }
    do {
      receipts.append(
        try writing.move(id, request, reason: reason, ifVersion: version))
    } catch StorageError.moveRefused(.missing(let requirements)) {
      return .missing(requirements, stored: try held(receipts))
    }
    return .moved(try held(receipts) ?? receipts[0])
  }

  /// One receipt for all: the only one, or that of a group. It is called after the last, which is
  /// what the person asked for.
  private func held(_ receipts: [ChangeReceipt]) throws -> ChangeReceipt? {
    guard let last = receipts.last, receipts.count > 1 else { return receipts.first }
    return try GroupUndo.record(
      receipts, kind: last.summary.kind, name: last.summary.title, stage: last.summary.stage,
      reason: .empty, in: writing.context)
  }
}
