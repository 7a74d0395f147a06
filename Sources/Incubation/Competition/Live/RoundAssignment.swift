extension RoundSnapshot {
  /// What is asked of the assignment: entries and judges that count, conflicts, and what holds
  /// now. Sheets with a score are finished as far as the plan goes: they stay.
  ///
  /// - Parameter panelSize: how many judges an entry gets; nil for all of them.
  public func assignmentRequest(_ panelSize: Int?, seed: UInt64) -> AssignmentRequest {
    let panel = judges.filter { !$0.isShadow }
    let members = Set(panel.map(\.judge))
    let served = entries.filter { !$0.isWithdrawn }
    let ids = Set(served.map(\.entry))
    func pair(_ place: SheetPlace) -> AssignmentRequest.Pair {
      let key = key(place)
      return AssignmentRequest.Pair(entry: key.entry, judge: key.judge)
    }
    let held = assigned.filter { members.contains($0.judge) && ids.contains($0.entry) }
    let blocked = blocked.filter { members.contains($0.judge) && ids.contains($0.entry) }
    let finished = held.subtracting(blocked).filter { sheet($0).filled(rules.criteria) > 0 }
    return AssignmentRequest(
      entries: served.map {
        AssignmentRequest.Entry(id: $0.code, demand: panelSize ?? panel.count)
      },
      judges: panel.map {
        AssignmentRequest.Judge(id: $0.code, capacity: $0.capacity, isPresent: $0.isPresent)
      },
      conflicts: Set(blocked.map(pair)), previous: Set(held.subtracting(blocked).map(pair)),
      finished: Set(finished.map(pair)), seed: seed)
  }
}
