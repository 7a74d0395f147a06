import Testing

@testable import Storage

/// Databases that exist were made by the migrations as they were shipped: their statements never
/// change. Whoever needs another table writes another migration.
@Suite("Migrations")
struct MigrationTests {
  private static let shipped = [
    "shared-1": "f706c1fb3a5fe6ddaa69b3f4895c8d10b50afac0583d405aa297cd4175efbf7b",
    "pipeline-1": "b633e623a9700c8efe2e64eb22fe0fdf8a182a6b58380c541c249c31e542dc04",
    "pipeline-2": "018bd3c8bb03c1cc0fde35d30bc78c5cdc029b2174e0120094b299c6f2a84ffb",
    "competition-1": "da9907d747320fd991bbeb1a42faa5ff5dce6b2a891834f8e9bfb4a0396b4727",
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
