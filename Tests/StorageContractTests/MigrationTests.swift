import Testing

@testable import Storage

/// Databases that exist were made by the migrations as they were shipped: their statements never
/// change. Whoever needs another table writes another migration.
@Suite("Migrations")
struct MigrationTests {
  private static let shipped = [
    "shared-1": "",
    "pipeline-1": "",
    "pipeline-2": "",
    "competition-1": "",
  ]

  @Test("the statements of shipped migrations are what they were")
  func frozen() {
    for (name, hash) in Self.shipped {
      guard let migration = Schema.migrations.first(where: { $0.name == name }) else {
        Issue.record("\(name) is gone")
        continue
      }
      #expect(SheetHash.hex(migration.statements.joined(separator: ";\n")) == hash, "\(name)")
    }
  }

  @Test("no name is used twice, and each area counts from 1")
  func names() {
    let names = Schema.migrations.map(\.name)
    #expect(Set(names).count == names.count)
    for (area, members) in Dictionary(grouping: names, by: { $0.split(separator: "-")[0] }) {
      #expect(members == (1...members.count).map { "\(area)-\($0)" })
    }
  }
}
