/// What kind of record changed. Changes travel as topics, never as rows.
public enum ChangeTopic: String, CaseIterable, Sendable, Hashable {
  case ventures, directory, pipelines, users, imports, settings
  case competitions, scores, training
  case registers, programme
}

/// A report of the change feed.
public enum ChangeNotice: Hashable, Sendable {
  /// Records of these topics changed.
  case changed(Set<ChangeTopic>)
  /// The connection is what it says from now on.
  case connection(ConnectionState)

  /// How changes of others reach us.
  public enum ConnectionState: Hashable, Sendable {
    /// At once.
    case live
    /// By asking at intervals.
    case polling
    /// Not at all: the database cannot be reached.
    case offline
  }
}
