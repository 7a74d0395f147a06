public import Incubation

/// What a column of a file may hold.
public enum ImportColumn: Hashable, Sendable {
  /// A field of the venture.
  case field(VentureField)
  /// Whether it is worked on: `Venture.Status`.
  case status
  /// The day it came into its stage.
  case enteredOn

  /// All of them, in the order in which exports write them.
  public static let allCases: [ImportColumn] =
    [.field(.code), .field(.title), .field(.pipeline), .field(.stage), .status, .enteredOn]
    + VentureField.allCases
    .filter { ![.code, .title, .pipeline, .stage].contains($0) }
    .map(ImportColumn.field)

  /// The name by which mapping files call it: the code of the field, "status" or "entered-on".
  public var key: String {
    switch self {
    case .field(let field): return field.rawValue
    case .status: return "status"
    case .enteredOn: return "entered-on"
    }
  }

  /// The column with a name; nil when there is none.
  public init?(key: String) {
    guard let found = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = found
  }

  /// The heading that exports write, and that imports know.
  public func heading(_ language: Language) -> SafeText {
    switch self {
    case .field(let field): return field.labels(language)
    case .status: return language == .vietnamese ? "Tình trạng" : "Status"
    case .enteredOn: return language == .vietnamese ? "Ngày vào giai đoạn" : "In stage since"
    }
  }
}
