public import Incubation

/// Ventures: lists, boards, pages, and every change to them. One transaction a verb.
///
/// Every verb that changes something asks whether the session's user may do it, writes an event in
/// the same transaction, and returns a receipt for undo. All throw `StorageError`.
public protocol VenturePort: Sendable {
  /// A part of a list. `limit` rows from `offset`.
  func page(
    _ filter: VentureFilter, sort: VentureSort, offset: Int, limit: Int, today: LocalDate
  ) async throws -> VenturePage

  /// The place of a venture in a list, from 0; nil when it is not in it.
  func position(
    of id: Identifier<Venture>, in filter: VentureFilter, sort: VentureSort, today: LocalDate
  ) async throws -> Int?

  /// A board: for each stage its counts, and `limit` cards from the column's offset (0 when the
  /// stage is not named in `offsets`). A filter counts and shows only what it lets through.
  func board(
    pipeline: String, filter: VentureFilter, offsets: [String: Int], limit: Int, today: LocalDate
  ) async throws -> BoardPage

  /// Everything about one venture.
  func record(_ id: Identifier<Venture>) async throws -> VentureRecord

  /// The venture with this code, whatever its case; nil when there is none.
  func find(code: String) async throws -> Identifier<Venture>?

  /// A search key for every venture that is not deleted, for an index in memory.
  func searchKeys() async throws -> [VentureSearchKey]

  /// The distinct values that filters offer, with how many ventures have each, most first.
  func facets(pipeline: String?) async throws -> VentureFacets

  /// A new venture, in the first stage of the pipeline, or in `stage`.
  func create(
    _ content: VentureContent, pipeline: String, stage: String?, on day: LocalDate, by: Session
  ) async throws -> (id: Identifier<Venture>, receipt: ChangeReceipt)

  /// Changes what a venture says. `base` is what the person had read: if the stored version is not
  /// `ifVersion`, the conflict names the fields in which base, mine and theirs differ.
  func update(
    _ id: Identifier<Venture>, to content: VentureContent, base: VentureContent, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt

  /// Moves a venture. The rules are those of `StageRules`.
  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// Stores what a stage asks for, then moves, in one transaction that one undo takes back. A stage
  /// that asks for more is no error: what was filled in is kept, and said in the answer. Any other
  /// refusal stores nothing.
  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, filling: MoveFilling,
    ifVersion: Int, by: Session
  ) async throws -> FilledMove

  /// Adds a remark to the timeline.
  func addNote(_ text: SafeText, to id: Identifier<Venture>, by: Session) async throws
    -> ChangeReceipt

  /// Records a piece of evidence, or replaces the one with the same code.
  func record(_ evidence: Evidence, for id: Identifier<Venture>, ifVersion: Int, by: Session)
    async throws -> ChangeReceipt

  /// Says who is in the team besides the representative. People who are known are found by name
  /// and telephone; undo brings the old team back.
  func setTeam(
    _ team: [TeamEntry], of id: Identifier<Venture>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  /// Deletes a venture; undo brings it back.
  func delete(_ id: Identifier<Venture>, ifVersion: Int, by: Session) async throws -> ChangeReceipt

  /// What one change to many ventures would do: which would change, which are refused and why.
  func plan(_ change: BulkChange, for ids: [Identifier<Venture>]) async throws -> BulkPlan

  /// Makes one change to many ventures in one transaction: all of them or none. One receipt
  /// stands for all, so that one undo takes all back.
  ///
  /// - Throws: `StorageError.conflict` naming the venture that changed since the plan.
  func apply(_ change: BulkChange, to items: [BulkPlan.Item], by: Session) async throws
    -> ChangeReceipt

  /// The views that the session's user keeps, by name.
  func savedViews(by: Session) async throws -> [SavedView]

  /// Keeps a view for the session's user; one of the same name is replaced.
  func save(_ view: SavedView, by: Session) async throws -> ChangeReceipt

  /// Takes a view of the session's user away.
  ///
  /// - Throws: `StorageError.notFound` when there is none of this name.
  func deleteView(named name: SafeText, by: Session) async throws -> ChangeReceipt

  /// The figures of a pipeline.
  func overview(of pipeline: String, today: LocalDate) async throws -> PipelineOverview

  /// The ventures behind a figure that no filter can name.
  func ventures(behind figure: OverviewFigure, in pipeline: String) async throws
    -> [Identifier<Venture>]

  /// Takes back a change of this session, by adding one that cancels it. Undoing an undo redoes.
  /// A change to many ventures is taken back whole or not at all.
  ///
  /// - Throws: `StorageError.conflict` when somebody changed the record since.
  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt
}

/// What a search in memory needs of one venture.
public struct VentureSearchKey: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Venture>
  /// Folded text: title, code, representative, organisation, place, tags.
  public var folded: String
  /// Code of its pipeline; empty when that does not matter.
  public var pipeline: String

  /// A key.
  public init(id: Identifier<Venture>, folded: String, pipeline: String = "") {
    self.id = id
    self.folded = folded
    self.pipeline = pipeline
  }
}

/// The distinct values by which a list can be narrowed.
public struct VentureFacets: Hashable, Sendable {
  /// A value and how many ventures have it.
  public struct Value: Hashable, Sendable {
    /// The value.
    public var text: SafeText
    /// How many.
    public var count: Int

    /// A value.
    public init(text: SafeText, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// Fields of work.
  public var fields: [Value] = []
  /// Places.
  public var places: [Value] = []
  /// Owners, of either side.
  public var owners: [Value] = []
  /// Tags.
  public var tags: [Value] = []

  /// No values.
  public init() {}
}

/// Pipelines, fields of work and the settings of the database.
public protocol CataloguePort: Sendable {
  /// The pipelines, in order.
  func pipelines() async throws -> [Pipeline]
  /// The names of fields of work, by their Vietnamese name.
  func fieldNames() async throws -> [Bilingual]
  /// What this database says about itself.
  func profile() async throws -> DatabaseProfile
}

/// What a database says about itself.
public struct DatabaseProfile: Hashable, Sendable {
  /// Name of the department whose programme it is.
  public var department: Bilingual
  /// The day that a demo database takes for today; nil for a real one.
  public var demoToday: LocalDate?

  /// A profile.
  public init(department: Bilingual, demoToday: LocalDate?) {
    self.department = department
    self.demoToday = demoToday
  }
}

/// Users and their roles.
public protocol UserPort: Sendable {
  /// All users by login.
  func users() async throws -> [User]
  /// The user with a login; nil when there is none.
  func user(_ login: String) async throws -> User?
  /// Adds a user. On a database without users anybody may add the first, who becomes
  /// administrator as well.
  func add(_ user: User, by: Session) async throws
  /// Gives a role.
  func grant(_ role: UserRole, to login: String, by: Session) async throws
  /// Takes a role away; the last administrator keeps theirs.
  func revoke(_ role: UserRole, from login: String, by: Session) async throws
}

/// Imports, each of which can be taken back as one.
public protocol ImportPort: Sendable {
  /// What decides whether a row is a venture that is there already.
  func matchKeys() async throws -> [VentureMatchKey]
  /// The content of ventures, for showing differences.
  func contents(of ids: [Identifier<Venture>]) async throws
    -> [Identifier<Venture>: VersionedContent]
  /// Puts a whole import in, in one short transaction.
  ///
  /// - Throws: `StorageError.conflict` when a venture to be updated has changed since it was read;
  ///   then nothing is imported.
  func publish(_ batch: ImportBatch, by: Session) async throws -> ChangeReceipt
  /// The imports so far, latest first.
  func batches() async throws -> [ImportSummary]
  /// Takes an import back. Ventures that were changed since then stay, and are counted.
  func undo(batch: Int64, by: Session) async throws -> (removed: Int, kept: Int)
}

/// A venture's content with the version it was read at.
public struct VersionedContent: Hashable, Sendable {
  /// The content.
  public var content: VentureContent
  /// The version.
  public var version: Int

  /// A content.
  public init(content: VentureContent, version: Int) {
    self.content = content
    self.version = version
  }
}

/// What decides whether a row of an import is a venture that is there already.
public struct VentureMatchKey: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Venture>
  /// Folded title.
  public var title: String
  /// Tax code of the organisation; empty when unknown.
  public var taxCode: String
  /// Telephone digits of the representative; empty when unknown.
  public var phone: String
  /// Year of birth of the representative; 0 when unknown.
  public var birthYear: Int

  /// A key.
  public init(
    id: Identifier<Venture>, title: String, taxCode: String, phone: String, birthYear: Int
  ) {
    self.id = id
    self.title = title
    self.taxCode = taxCode
    self.phone = phone
    self.birthYear = birthYear
  }
}

/// An import, ready to be published.
public struct ImportBatch: Sendable {
  /// A new venture.
  public struct NewVenture: Sendable {
    /// Its number when the file names one; empty for the next free one.
    public var code: SafeText
    /// What it says.
    public var content: VentureContent
    /// Code of its pipeline.
    public var pipeline: String
    /// Code of its stage; nil for the first.
    public var stage: String?
    /// A remark for the timeline; empty for none.
    public var note: SafeText
    /// The day it came into its stage.
    public var enteredOn: LocalDate
    /// Whether it is worked on.
    public var status: Venture.Status

    /// A new venture.
    public init(
      code: SafeText, content: VentureContent, pipeline: String, stage: String?, note: SafeText,
      enteredOn: LocalDate, status: Venture.Status = .active
    ) {
      self.code = code
      self.content = content
      self.pipeline = pipeline
      self.stage = stage
      self.note = note
      self.enteredOn = enteredOn
      self.status = status
    }
  }

  /// A venture that is there already and gets the file's values.
  public struct Update: Sendable {
    /// Identity.
    public var id: Identifier<Venture>
    /// What it says from now on.
    public var content: VentureContent
    /// The version that the differences were computed against.
    public var ifVersion: Int
    /// A remark for the timeline; empty for none.
    public var note: SafeText

    /// An update.
    public init(
      id: Identifier<Venture>, content: VentureContent, ifVersion: Int, note: SafeText
    ) {
      self.id = id
      self.content = content
      self.ifVersion = ifVersion
      self.note = note
    }
  }

  /// Name of the file, without its folder.
  public var fileName: SafeText
  /// New ventures.
  public var new: [NewVenture]
  /// Ventures to be updated.
  public var updates: [Update]
  /// How many rows were refused.
  public var refused: Int
  /// How many rows were left alone because they matched.
  public var skipped: Int

  /// An import.
  public init(
    fileName: SafeText, new: [NewVenture], updates: [Update], refused: Int, skipped: Int
  ) {
    self.fileName = fileName
    self.new = new
    self.updates = updates
    self.refused = refused
    self.skipped = skipped
  }
}

/// An import of the past.
public struct ImportSummary: Hashable, Sendable {
  /// Its number, as `import undo` takes it.
  public var batch: Int64
  /// Name of the file.
  public var fileName: SafeText
  /// When.
  public var importedAt: Timestamp
  /// Who: a login.
  public var actor: String
  /// Ventures made.
  public var created: Int
  /// Ventures updated.
  public var updated: Int
  /// Rows refused.
  public var refused: Int
  /// Whether it was taken back.
  public var isUndone: Bool

  /// A summary.
  public init(
    batch: Int64, fileName: SafeText, importedAt: Timestamp, actor: String, created: Int,
    updated: Int, refused: Int, isUndone: Bool
  ) {
    self.batch = batch
    self.fileName = fileName
    self.importedAt = importedAt
    self.actor = actor
    self.created = created
    self.updated = updated
    self.refused = refused
    self.isUndone = isUndone
  }
}
