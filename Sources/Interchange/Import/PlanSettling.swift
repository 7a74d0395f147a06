import Incubation
import Storage

extension PlanWork {
  /// Puts the rows read so far into the plan.
  mutating func settle() async throws {
    let ids = Set(pending.flatMap { [$0.match, $0.sameTaxCode] }.compactMap { $0 })
      .map { existing.keys[$0].id }
    let contents = ids.isEmpty ? [:] : try await existing.contents(ids)
    let matched = pending.compactMap { $0.match.map { existing.keys[$0].id } }
    let notes = matched.isEmpty ? [:] : try await existing.notes?(matched) ?? [:]
    for item in pending { settle(item, contents, notes) }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func settle(
    _ item: Pending, _ contents: [Identifier<Venture>: VersionedContent],
    _ notes: [Identifier<Venture>: [SafeText]]
  ) {
    switch item.row {
    case .failure(let refusal): refuse(item, refusal)
    case .success(var row):
      if let number = item.sameTaxCode, let other = contents[existing.keys[number].id]?.content {
        compareOrganisation(&row, with: other)
      }
      guard let match = item.match, let found = contents[existing.keys[match].id] else {
        return addNew(row)
      }
      let id = existing.keys[match].id
      addMatched(row, item, id: id, found: found, notes: notes[id] ?? [])
    }
  }

  private func compareOrganisation(_ row: inout ParsedRow, with other: VentureContent) {
    let name = row.content.organisation
    guard !name.isBlank, !other.organisation.isBlank, other.taxCode == row.content.taxCode,
      TextFolding.fold(name.string) != TextFolding.fold(other.organisation.string)
    else { return }
    let warning = ImportWarning.Kind.otherOrganisation(other.organisation)
    if !row.warnings.contains(where: { $0.kind == warning }) { warn(warning, &row) }
  }

  private mutating func addNew(_ row: ParsedRow) {
    enter(.new, plan.new.count, line: row.line)
    plan.warnings += row.warnings
    plan.new.append(
      ImportBatch.NewVenture(
        code: row.code, content: row.content, pipeline: row.pipeline, stage: row.stage,
        note: row.note, enteredOn: row.enteredOn, status: row.status))
  }

  private mutating func addMatched(
    _ row: ParsedRow, _ item: Pending, id: Identifier<Venture>, found: VersionedContent,
    notes: [SafeText]
  ) {
    var content = found.content
    var differences: [ImportPlan.Difference] = []
    for field in VentureField.allCases where row.filled.contains(field) {
      let (before, after) = (found.content.text(of: field), row.content.text(of: field))
      guard before != after else { continue }
      do throws(FieldRefusal) {
        content = try content.setting(field, from: after)
      } catch {
        let column = plan.mapping.index(of: .field(field))
        return refuse(item, RowRefusal(column: column, reason: .value(error)))
      }
      differences.append(ImportPlan.Difference(field: field, before: before, after: after))
    }
    var row = row
    let note = newNote(&row, notes)
    let isChanged = !differences.isEmpty || note != .empty
    enter(.matched, plan.matched.count, line: row.line)
    plan.warnings += row.warnings
    plan.matched.append(
      ImportPlan.Matched(
        id: id, title: found.content.title, differences: differences,
        update: isChanged ? Int32(plan.updates.count) : -1))
    guard isChanged else { return }
    plan.updates.append(
      ImportBatch.Update(id: id, content: content, ifVersion: found.version, note: note))
  }

  /// The remark that is not there yet; empty when there is none to add.
  private func newNote(_ row: inout ParsedRow, _ known: [SafeText]) -> SafeText {
    guard !row.note.isBlank else { return .empty }
    guard existing.notes != nil else {
      let column = plan.mapping.index(of: .field(.note)).map(plan.mapping.name)
      row.warnings.append(ImportWarning(line: row.line, column: column, kind: .noteLeftOut))
      return .empty
    }
    return known.contains(row.note) ? .empty : row.note
  }

  private mutating func refuse(_ item: Pending, _ refusal: RowRefusal) {
    enter(.refused, plan.refused.count, line: item.line)
    plan.refused.append(
      ImportPlan.Refused(
        line: item.line, column: refusal.column.map(plan.mapping.name), reason: refusal.reason,
        byteOffset: item.byteOffset))
  }

  private mutating func enter(_ kind: ImportPlan.Entry.Kind, _ index: Int, line: Int) {
    plan.entries.append(
      ImportPlan.Entry(line: Int32(line), index: Int32(index), kind: kind))
  }
}
