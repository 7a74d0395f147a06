/// How a database is used: deadlines and the way in which changes arrive.
public struct PostgresOptions: Hashable, Sendable {
  /// How changes of others are noticed.
  public enum ChangeFeed: Hashable, Sendable {
    /// By notification where a real one comes through within 2 seconds, else by asking.
    case automatic
    /// By asking only, for servers and poolers whose notifications are not to be trusted.
    case polling
  }

  /// How long one statement may take, in milliseconds.
  public var statementMilliseconds = 5000
  /// How long one statement may wait for a lock, in milliseconds, before the transaction is tried
  /// again.
  public var lockMilliseconds = 2000
  /// How long the server lets a transaction stand idle before it ends the connection, in
  /// milliseconds.
  public var idleMilliseconds = 15_000
  /// How changes of others are noticed.
  public var changeFeed = ChangeFeed.automatic
  /// How often changes are asked for where no notification comes, in milliseconds.
  public var pollMilliseconds = 250
  /// How often a quiet connection is tested where notifications come, in milliseconds.
  public var heartbeatMilliseconds = 5000

  /// The usual settings.
  public init() {}

  /// What the driver allows beyond the server's own limits, so that the server's error, which says
  /// more, arrives first.
  static let graceMilliseconds = 2000

  /// Settings of every session. They are sent after connecting, not as startup options, because
  /// poolers refuse those.
  var sessionScript: String {
    """
    SET statement_timeout = \(statementMilliseconds);
    SET lock_timeout = \(lockMilliseconds);
    SET idle_in_transaction_session_timeout = \(idleMilliseconds);
    SET standard_conforming_strings = on;
    SET bytea_output = 'hex';
    SET TIME ZONE 'UTC'
    """
  }
}
