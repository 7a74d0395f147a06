extension RoundSnapshot {
  /// What stands in the way of an edge.
  ///
  /// - Parameter finding: what a replay of all events found; nil when everything fits, or nobody
  ///   looked.
  public func obstacles(to edge: RoundEdge, finding: ReplayFinding? = nil) -> [RoundObstacle] {
    edge.conditions.flatMap { condition -> [RoundObstacle] in
      switch condition {
      case .rules: rules.problems.isEmpty ? [] : [.rules(rules.problems)]
      case .panels: panelObstacles
      case .declarations: declarationObstacles
      case .sheets: sheetObstacles
      case .result: resultObstacles
      case .chain: finding.map { [.tampered($0)] } ?? []
      case .finality: finalityObstacles
      }
    }
  }

  private var panelObstacles: [RoundObstacle] {
    let counted = entries.filter(\.counts)
    if counted.isEmpty { return [.noEntries] }
    let panel = Set(judges.filter { !$0.isShadow && $0.isPresent }.map(\.judge))
    if panel.isEmpty { return [.noJudges] }
    let served = Set(
      assigned.subtracting(blocked).filter { panel.contains($0.judge) }.map(\.entry))
    let without = counted.filter { !served.contains($0.entry) }.map(\.code)
    return without.isEmpty ? [] : [.unassigned(without)]
  }

  private var declarationObstacles: [RoundObstacle] {
    var found: [RoundObstacle] = []
    let open = conflicts.count { $0.status == .proposed }
    if open > 0 { found.append(.openConflicts(open)) }
    let silent = judges.filter { $0.isPresent && $0.declaredAt == nil }.map(\.code)
    if !silent.isEmpty { found.append(.undeclared(silent)) }
    return found
  }

  /// A sheet by codes.
  public func key(_ place: SheetPlace) -> SheetKey {
    SheetKey(
      entry: entry(place.entry)?.code ?? place.entry.description,
      judge: judge(place.judge)?.code ?? place.judge.description)
  }

  private var sheetObstacles: [RoundObstacle] {
    var found: [RoundObstacle] = []
    let missing = missingPlaces
    if !missing.isEmpty { found.append(.missingSheets(missing.map(key).sorted())) }
    let shadows = Set(judges.filter(\.isShadow).map(\.judge))
    let open = sheets.filter { place, sheet in
      assigned.contains(place) && !shadows.contains(place.judge) && !sheet.isSealed
        && sheet.isComplete(rules.criteria)
    }
    if !open.isEmpty { found.append(.unsealed(open.keys.map(key).sorted())) }
    if lateCount > 0 { found.append(.lateScores(lateCount)) }
    return found
  }

  private var resultObstacles: [RoundObstacle] {
    do {
      _ = try result()
      return []
    } catch {
      return [.noResult(error)]
    }
  }

  private var finalityObstacles: [RoundObstacle] {
    guard let rows = try? result().rows else { return [] }
    let open = rows.filter { $0.status == .provisional || $0.status == .noResult }.map(\.id)
    return open.isEmpty ? [] : [.provisional(open.sorted())]
  }
}
