public import Storage

extension PlainTalk {
  private var shell: ShellText { ShellText(language) }

  /// Remembers a change, so that it can be taken back.
  public func remember(_ receipts: [ChangeReceipt]) {
    for receipt in receipts { history.remember(receipt) }
  }

  /// What would be taken back; nil when nothing was changed.
  public var undoName: String? {
    history.done.last.map { shell.name($0.summary, context.pipelines) }
  }

  /// What would be made again; nil when nothing was taken back.
  public var redoName: String? {
    history.undone.last.map { shell.name($0.summary, context.pipelines) }
  }

  /// Takes the latest change back, and says which.
  public func undo() async {
    guard let entry = history.done.last else { return await tell(shell.nothingToUndo) }
    await cancel(entry, isRedo: false)
  }

  /// Makes again what was taken back last, and says what.
  public func redo() async {
    guard let entry = history.undone.last else { return await tell(shell.nothingToRedo) }
    await cancel(entry, isRedo: true)
  }

  private func cancel(_ entry: UndoHistory.Entry, isRedo: Bool) async {
    let name = shell.name(entry.summary, context.pipelines)
    do {
      let receipt = try await services.stores.ventures.undo(entry.event, by: services.session)
      if isRedo { history.didRedo(entry, by: receipt) } else { history.didUndo(entry, by: receipt) }
      await tell(isRedo ? shell.redone(name) : shell.undone(name))
    } catch {
      if case StorageError.conflict = error { history.forget(entry) }
      await tell(
        shell.undoFailed(name, error, today: context.today, isOnScreen: false))
    }
  }
}
