public import Incubation
public import Storage

/// How an import is to be read.
public struct ImportOptions: Sendable {
  /// What happens to a row whose venture is there already.
  public enum OnMatch: String, CaseIterable, Sendable {
    /// It is left alone.
    case skip
    /// It gets what the file says; empty cells leave what is there.
    case update
  }

  /// Name of the file, without its folder.
  public var fileName: SafeText
  /// What happens to a row whose venture is there already.
  public var onMatch: OnMatch
  /// The pipelines of the database. A row that names none gets the first that its kind follows.
  public var pipelines: [Pipeline]
  /// What a venture is when the file does not say.
  public var defaultKind: Venture.Kind
  /// The day on which a venture comes into its stage when the file does not say.
  public var today: LocalDate
  /// What stands between cells; nil to find out.
  public var delimiter: CSVDelimiter?

  /// Options.
  public init(
    fileName: SafeText, onMatch: OnMatch = .skip, pipelines: [Pipeline],
    defaultKind: Venture.Kind = .idea, today: LocalDate, delimiter: CSVDelimiter? = nil
  ) {
    self.fileName = fileName
    self.onMatch = onMatch
    self.pipelines = pipelines
    self.defaultKind = defaultKind
    self.today = today
    self.delimiter = delimiter
  }
}

/// What is there already, as far as an import must know it.
public struct ExistingVentures: Sendable {
  /// What decides whether a row is one of them.
  public var keys: [VentureMatchKey]
  /// Their numbers; a row that names one is that venture. Empty when they are not known.
  public var codes: [Identifier<Venture>: SafeText]
  /// Reads the content of some, for showing differences.
  public var contents:
    @Sendable ([Identifier<Venture>]) async throws -> [Identifier<Venture>: VersionedContent]
  /// Reads the remarks of some, so that none is added twice; without it, remarks of rows whose
  /// venture is there already are left out, with a warning.
  public var notes:
    (@Sendable ([Identifier<Venture>]) async throws -> [Identifier<Venture>: [SafeText]])?

  /// What is there already.
  public init(
    keys: [VentureMatchKey], codes: [Identifier<Venture>: SafeText] = [:],
    contents:
      @escaping @Sendable ([Identifier<Venture>]) async throws
      -> [Identifier<Venture>: VersionedContent],
    notes: (@Sendable ([Identifier<Venture>]) async throws -> [Identifier<Venture>: [SafeText]])? =
      nil
  ) {
    self.keys = keys
    self.codes = codes
    self.contents = contents
    self.notes = notes
  }

  /// Nothing is there yet.
  public static let none = ExistingVentures(keys: []) { _ in [:] }

  /// What the port says is there.
  public static func read(
    from port: any ImportPort, codes: [Identifier<Venture>: SafeText] = [:]
  ) async throws -> ExistingVentures {
    ExistingVentures(keys: try await port.matchKeys(), codes: codes) {
      try await port.contents(of: $0)
    }
  }
}
