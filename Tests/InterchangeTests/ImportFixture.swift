import Incubation
import Interchange
import Storage

/// A database as far as imports see it.
struct KnownVenture: Sendable {
  var id: Identifier<Venture>
  var code: SafeText
  var content: VentureContent
  var version = 1
  var notes: [SafeText] = []
}

enum Fixture {
  static let today = LocalDate(dayNumber: 18_300)

  static func options(_ onMatch: ImportOptions.OnMatch = .update) -> ImportOptions {
    ImportOptions(
      fileName: "danh-sach.csv", onMatch: onMatch, pipelines: ShippedPipelines.all, today: today)
  }

  static func content(
    _ title: SafeText, taxCode: String = "", phone: String = "", birthYear: Int? = nil,
    organisation: SafeText = .empty
  ) -> VentureContent {
    var content = VentureContent(title: title)
    content.taxCode = taxCode.isEmpty ? nil : TaxCode(stored: taxCode)
    content.phone = phone.isEmpty ? nil : PhoneNumber(stored: phone)
    content.birthYear = birthYear
    content.organisation = organisation
    return content
  }

  static func known(_ contents: VentureContent...) -> [KnownVenture] {
    contents.enumerated().map { index, content in
      KnownVenture(
        id: Identifier(high: 1, low: UInt64(index + 1)),
        code: SafeText(escaping: "ST-\(1_000 + index)"), content: content)
    }
  }

  static func existing(
    _ ventures: [KnownVenture], withCodes: Bool = false, withNotes: Bool = false
  ) -> ExistingVentures {
    let byID = Dictionary(uniqueKeysWithValues: ventures.map { ($0.id, $0) })
    let keys = ventures.map { venture in
      VentureMatchKey(
        id: venture.id, title: TextFolding.fold(venture.content.title.string),
        taxCode: venture.content.taxCode?.text ?? "", phone: venture.content.phone?.digits ?? "",
        birthYear: venture.content.birthYear ?? 0)
    }
    var existing = ExistingVentures(keys: keys) { ids in
      Dictionary(
        uniqueKeysWithValues: ids.compactMap { id in
          byID[id].map { (id, VersionedContent(content: $0.content, version: $0.version)) }
        })
    }
    if withCodes {
      existing.codes = Dictionary(uniqueKeysWithValues: ventures.map { ($0.id, $0.code) })
    }
    if withNotes {
      existing.notes = { ids in
        Dictionary(
          ids.compactMap { id in byID[id].map { (id, $0.notes) } }, uniquingKeysWith: { $1 })
      }
    }
    return existing
  }

  static func plan(
    _ text: String, known: [KnownVenture] = [], _ onMatch: ImportOptions.OnMatch = .update,
    withCodes: Bool = false, withNotes: Bool = false
  ) async throws -> ImportPlan {
    try await ImportPlanner(
      existing: existing(known, withCodes: withCodes, withNotes: withNotes),
      options: options(onMatch)
    ).plan(Array(text.utf8))
  }
}

extension ImportPlan {
  /// One letter a row: n new, m matched, c matched and changed, r refused.
  var pattern: String {
    (0..<rowCount).map { row in
      switch outcome(at: row) {
      case .new: return "n"
      case .matched(let matched): return matched.differences.isEmpty ? "m" : "c"
      case .refused: return "r"
      }
    }.joined()
  }

  /// The new ventures.
  var newVentures: [ImportBatch.NewVenture] { batch.new }
}
