/// Where a PostgreSQL database is, as a `postgresql://` address says it.
///
/// An address is kept in settings and shown in process lists, so it never holds a password: libpq
/// reads that from the file `~/.pgpass` (or the one that `PGPASSFILE` names) or from `PGPASSWORD`.
public struct PostgresURL: Hashable, Sendable {
  /// One server that may be tried.
  public struct Host: Hashable, Sendable {
    /// A name, an address, or the folder of a unix socket (it begins with `/`); nil for the
    /// default of libpq.
    public var name: String?
    /// The port; nil for the default of libpq, 5432.
    public var port: UInt16?

    /// A server.
    public init(name: String?, port: UInt16?) {
      self.name = name
      self.port = port
    }
  }

  /// The servers in the order in which they are tried; never empty.
  public let hosts: [Host]
  /// The login; nil for the name of the account that runs the program.
  public let user: String?
  /// The name of the database; nil for the name of the login.
  public let database: String?
  /// Further settings of libpq by their names, each one of `knownOptions`.
  public let options: [String: String]

  /// Settings of libpq that an address may hold: those that choose and protect the connection.
  /// Whatever runs commands on the server, or holds a secret, is not among them.
  public static let knownOptions: Set<String> = [
    "application_name", "channel_binding", "connect_timeout", "gssencmode", "hostaddr",
    "keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval", "krbsrvname",
    "passfile", "ssl_max_protocol_version", "ssl_min_protocol_version", "sslcert", "sslcrl",
    "sslkey", "sslmode", "sslrootcert", "sslsni", "target_session_attrs", "tcp_user_timeout",
  ]

  /// Reads an address: `postgresql://user@host:port,host:port/database?option=value&…`. A folder
  /// of unix sockets is a host with its slashes written `%2F`, or `?host=/folder`.
  ///
  /// - Throws: `PostgresURLError`.
  public init(_ text: String) throws(PostgresURLError) {
    var parser = try PostgresURLParser(text)
    try parser.parse()
    hosts = try parser.hosts()
    user = parser.user
    database = parser.database
    options = parser.options
  }

  /// The same servers and settings with another database.
  public func with(database: String) -> PostgresURL {
    PostgresURL(hosts: hosts, user: user, database: database, options: options)
  }

  init(hosts: [Host], user: String?, database: String?, options: [String: String]) {
    self.hosts = hosts
    self.user = user
    self.database = database
    self.options = options
  }

  /// Host and database for the title bar: "db1.sokhcn.vn/vuonuom"; the host is "local" for a unix
  /// socket. Never the login, never a secret.
  public var displayName: String {
    let names = hosts.map { host in
      guard let name = host.name, !name.hasPrefix("/"), !name.hasPrefix("@") else { return "local" }
      return name
    }
    return names.joined(separator: ",") + "/" + (database ?? user ?? "")
  }

  /// How long connecting to one host may take, in milliseconds: `connect_timeout`, or 5 seconds.
  var connectMilliseconds: Int {
    guard let seconds = options["connect_timeout"].flatMap({ Int($0) }), seconds > 0 else {
      return 5000
    }
    return min(seconds, 600) * 1000
  }
}

/// Why an address is refused. No case repeats a part of the address that could be a secret.
public enum PostgresURLError: Error, Hashable, Sendable {
  /// It does not begin with `postgresql://` or `postgres://`.
  case notPostgres
  /// It holds a password. Use `~/.pgpass` (or `PGPASSFILE`), or `PGPASSWORD`.
  case holdsPassword
  /// A port is no number of 1 to 65535, or there are not as many ports as hosts.
  case invalidPort
  /// A host is empty in a list, or a bracket of an IPv6 address is not closed.
  case invalidHost
  /// The name of the database holds `/` or `@` that is not written `%2F` or `%40`.
  case invalidDatabase
  /// A `%` without two hexadecimal digits, or bytes that are no UTF-8.
  case invalidEscape
  /// A control character or an invisible one.
  case invalidCharacter
  /// An option without `=`, or one that is given twice.
  case invalidOption
  /// An option that this program does not pass on: its name, when that is made of letters only.
  case unknownOption(String)
}
