public import Incubation

/// What can go wrong between the program and its database, by what the person can do about it.
public enum StorageError: Error, Hashable, Sendable {
  /// Somebody else changed the record since it was read.
  case conflict(Conflict)
  /// The record does not exist, or no longer.
  case notFound(entity: String)
  /// The user may not do this.
  case notAllowed(Permission, login: String)
  /// A stage move that the rules refuse.
  case moveRefused(MoveRefusal)
  /// Something about a contest that the rules refuse.
  case contestRefused(ContestRefusal)
  /// What a register of numbers refuses.
  case registerRefused(RegisterRefusal)
  /// Something about courses that their rules refuse.
  case trainingRefused(TrainingRefusal)
  /// Something about agreements, tasks, money or connections that their rules refuse.
  case programmeRefused(ProgrammeRefusal)
  /// A value that must be unique exists already: name of the constraint.
  case duplicate(String)
  /// The write lock could not be had in time: who holds it.
  case locked(holder: Int32?)
  /// The database cannot be reached or used now; worth trying again.
  case unavailable(String)
  /// The disk is full.
  case diskFull
  /// The database is read-only.
  case readOnly
  /// The file is not a database of this program.
  case notADatabase(path: String)
  /// The database was written by a newer version of the program: migrations that it does not know.
  case newerSchema(unknown: [String])
  /// The file lies on a file system whose locks are not to be trusted.
  case unsafeFileSystem(String)
  /// The database cannot be opened: why, in the engine's words.
  case cannotOpen(path: String, reason: String)
  /// A promise of durability could not be had: which.
  case notDurable(String)
  /// An import that was taken back cannot be redone: the file has to be imported again.
  case importNotRedoable
  /// The last administrator cannot lose that role: nobody could give it back.
  case lastAdministrator
  /// The outcome of a write is not known, because the connection was lost while it was confirmed.
  case outcomeUnknown
  /// Anything else, in the engine's words: a programmer's error, logged.
  case engine(code: String, message: String)
}

/// Two people changed one record.
public struct Conflict: Hashable, Sendable {
  /// A field in which both differ.
  public struct Difference: Hashable, Sendable {
    /// The field.
    public var field: String
    /// What it was when I read it; nil when unknown.
    public var base: String?
    /// What I want.
    public var mine: String
    /// What it is now.
    public var theirs: String

    /// A difference.
    public init(field: String, base: String?, mine: String, theirs: String) {
      self.field = field
      self.base = base
      self.mine = mine
      self.theirs = theirs
    }
  }

  /// What the record is called.
  public var title: String
  /// Who changed it last: a login.
  public var changedBy: String
  /// When.
  public var changedAt: Timestamp
  /// Its version now.
  public var currentVersion: Int
  /// The version that I had read.
  public var expectedVersion: Int
  /// The fields in which mine and theirs differ.
  public var differences: [Difference]

  /// A conflict.
  public init(
    title: String, changedBy: String, changedAt: Timestamp, currentVersion: Int,
    expectedVersion: Int, differences: [Difference]
  ) {
    self.title = title
    self.changedBy = changedBy
    self.changedAt = changedAt
    self.currentVersion = currentVersion
    self.expectedVersion = expectedVersion
    self.differences = differences
  }
}
