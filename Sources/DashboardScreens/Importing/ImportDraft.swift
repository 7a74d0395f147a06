import DashboardKit
import Incubation
import Interchange

/// What was said about the columns of a file, kept over the end of the program.
extension ImportState {
  /// The draft; nil unless a person has chosen columns that are not stored yet.
  var draft: Draft? {
    guard hasChosenColumns, let mapping else { return nil }
    if case .done = step { return nil }
    let place = Destination(.importing, file: path.text)
    let name = path.text.split(separator: "/").last.map { String($0) } ?? path.text
    return Draft(
      "mapping", at: place, title: DraftTitle.mapping(name),
      body: [
        "headings": .array(mapping.headings.map { .string($0.string) }),
        "columns": .array(mapping.columns.map { .string($0?.key ?? "") }),
      ])
  }

  /// Takes over the columns of a draft.
  mutating func resume(_ draft: Draft) {
    let headings = (draft.body["headings"]?.items ?? []).compactMap(\.text)
    let columns = (draft.body["columns"]?.items ?? []).compactMap(\.text)
    guard !headings.isEmpty, headings.count == columns.count else { return }
    var mapping = ColumnMapping(guessing: headings)
    for (index, key) in columns.enumerated() { mapping.set(ImportColumn(key: key), at: index) }
    self.mapping = mapping
    hasChosenColumns = true
  }
}
