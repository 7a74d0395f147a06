import Storage

/// Makes connections: tries the hosts of an address one after the other, each with its own
/// deadline (libpq would wait for the first for as long as the network lets it).
struct PostgresConnector: Sendable {
  let url: PostgresURL
  let options: PostgresOptions

  /// A connection whose session is set up. `wake` ends the waiting.
  func connect(wake: WakePipe? = nil) throws(PostgresFailure) -> PostgresConnection {
    var last = PostgresFailure.lost("No host was given.")
    for target in targets {
      for place in url.hosts.indices {
        do throws(PostgresFailure) {
          return try connect(place, target: target, wake: wake)
        } catch {
          if error == .stopped { throw error }
          last = error
        }
      }
    }
    // No connection, whatever the server said: nothing was begun, and nothing is to be repeated.
    if case .server(let error) = last { last = .lost(error.message) }
    if case .timedOut = last { last = .lost("\(url.displayName) did not answer in time.") }
    throw last
  }

  /// What the server must be able to do, in the order of wishes. With several hosts the one that
  /// takes writes is looked for, unless the address says otherwise.
  private var targets: [String?] {
    let wish = url.options["target_session_attrs"]
    if wish == "prefer-standby" { return ["standby", "any"] }
    return [wish ?? (url.hosts.count > 1 ? "read-write" : nil)]
  }

  private func connect(
    _ place: Int, target: String?, wake: WakePipe?
  ) throws(PostgresFailure) -> PostgresConnection {
    let deadline = Deadline(milliseconds: url.connectMilliseconds)
    let connection = try PostgresConnection(
      parameters(place, target: target), until: deadline, wake: wake)
    try connection.runScript(options.sessionScript, until: deadline)
    return connection
  }

  func parameters(_ place: Int, target: String?) -> [(name: String, value: String)] {
    // A network that swallows packets is noticed within about 20 seconds even between statements.
    var settings = [
      "keepalives": "1", "keepalives_idle": "10", "keepalives_interval": "3",
      "keepalives_count": "3", "tcp_user_timeout": "10000",
      "fallback_application_name": "vuonuom", "client_encoding": "UTF8",
    ]
    settings.merge(url.options) { _, asked in asked }
    let host = url.hosts[place]
    settings["host"] = host.name
    settings["port"] = host.port.map { String($0) }
    settings["user"] = url.user
    settings["dbname"] = url.database
    settings["target_session_attrs"] = target
    if let addresses = url.options["hostaddr"] {
      let list = addresses.split(separator: ",", omittingEmptySubsequences: false)
      settings["hostaddr"] = place < list.count ? String(list[place]) : nil
    }
    return settings.map { (name: $0.key, value: $0.value) }
  }
}
