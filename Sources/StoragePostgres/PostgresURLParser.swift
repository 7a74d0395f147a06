/// Takes an address apart. Nothing is decoded before it is split, so an escaped separator stays
/// text.
struct PostgresURLParser {
  private var rest: Substring
  private var names: [String] = []
  private var ports: [String] = []
  private(set) var user: String?
  private(set) var database: String?
  private(set) var options: [String: String] = [:]

  init(_ text: String) throws(PostgresURLError) {
    let prefixes = ["postgresql://", "postgres://"]
    guard let prefix = prefixes.first(where: { text.lowercased().hasPrefix($0) }) else {
      throw .notPostgres
    }
    rest = text.dropFirst(prefix.count)
  }

  mutating func parse() throws(PostgresURLError) {
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let authority = rest[..<end]
    rest = rest[end...]
    try parseAuthority(authority)
    if rest.first == "/" {
      let end = rest.firstIndex(of: "?") ?? rest.endIndex
      try parseDatabase(rest[..<end].dropFirst())
      rest = rest[end...]
    }
    if rest.first == "?" { try parseOptions(rest.dropFirst()) }
  }

  private mutating func parseAuthority(_ authority: Substring) throws(PostgresURLError) {
    var servers = authority
    // The last "@" divides: a password may hold one, and must not be taken for a host.
    if let at = authority.lastIndex(of: "@") {
      let login = authority[..<at]
      if login.contains(":") { throw .holdsPassword }
      user = try Self.decode(login).nonEmpty
      servers = authority[authority.index(after: at)...]
    }
    guard !servers.isEmpty else { return }
    for server in servers.split(separator: ",", omittingEmptySubsequences: false) {
      let (name, port) = try Self.hostAndPort(server)
      names.append(try Self.decode(name))
      ports.append(try Self.decode(port))
    }
  }

  private static func hostAndPort(
    _ server: Substring
  ) throws(PostgresURLError) -> (Substring, Substring) {
    guard server.first == "[" else {
      guard let colon = server.firstIndex(of: ":") else { return (server, "") }
      return (server[..<colon], server[server.index(after: colon)...])
    }
    guard let bracket = server.firstIndex(of: "]") else { throw .invalidHost }
    let name = server[server.index(after: server.startIndex)..<bracket]
    let after = server[server.index(after: bracket)...]
    guard !name.isEmpty, after.isEmpty || after.first == ":" else { throw .invalidHost }
    return (name, after.dropFirst())
  }

  private mutating func parseDatabase(_ text: Substring) throws(PostgresURLError) {
    // An unescaped "/" or "@" here is what is left of a password that was not escaped.
    if text.contains("@") || text.contains("/") { throw .invalidDatabase }
    database = try Self.decode(text).nonEmpty
  }

  private mutating func parseOptions(_ text: Substring) throws(PostgresURLError) {
    var seen: Set<String> = []
    for pair in text.split(separator: "&") {
      guard let equals = pair.firstIndex(of: "=") else { throw .invalidOption }
      let name = try Self.decode(pair[..<equals]).lowercased()
      let value = try Self.decode(pair[pair.index(after: equals)...])
      guard seen.insert(name).inserted else { throw .invalidOption }
      try set(name, value)
    }
  }

  private mutating func set(_ name: String, _ value: String) throws(PostgresURLError) {
    switch name {
    case "host": names = Self.list(value)
    case "port": ports = Self.list(value)
    case "user": user = value.nonEmpty
    case "dbname":
      // libpq takes a whole connection string here, which could hold a password.
      if value.contains("=") || value.contains("://") { throw .invalidDatabase }
      database = value.nonEmpty
    case "password", "sslpassword": throw .holdsPassword
    case _ where PostgresURL.knownOptions.contains(name): options[name] = value
    default:
      let isWord = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
      throw .unknownOption(isWord && name.utf8.count <= 30 ? name : "")
    }
  }

  private static func list(_ value: String) -> [String] {
    value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// The servers, once everything is read. One port stands for all hosts, as in libpq.
  func hosts() throws(PostgresURLError) -> [PostgresURL.Host] {
    let names = names.isEmpty ? [""] : names
    if names.count > 1, names.contains("") { throw .invalidHost }
    guard ports.isEmpty || ports.count == 1 || ports.count == names.count else {
      throw .invalidPort
    }
    var hosts: [PostgresURL.Host] = []
    for (place, name) in names.enumerated() {
      let text = ports.isEmpty ? "" : ports[ports.count == 1 ? 0 : place]
      hosts.append(PostgresURL.Host(name: name.nonEmpty, port: try Self.port(text)))
    }
    return hosts
  }

  private static func port(_ text: String) throws(PostgresURLError) -> UInt16? {
    guard !text.isEmpty else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(text), port > 0
    else { throw .invalidPort }
    return port
  }

  private static func decode(_ text: Substring) throws(PostgresURLError) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Hexadecimal.digit),
        let low = rest.popFirst().flatMap(Hexadecimal.digit)
      else { throw .invalidEscape }
      bytes.append(high << 4 | low)
    }
    guard let result = String(validating: bytes, as: UTF8.self) else { throw .invalidEscape }
    if result.unicodeScalars.contains(where: \.isHidden) { throw .invalidCharacter }
    return result
  }
}

/// Digits of base 16.
enum Hexadecimal {
  /// The value of a digit; nil when it is none.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: return byte - 0x30
    case 0x41...0x46: return byte - 0x37
    case 0x61...0x66: return byte - 0x57
    default: return nil
    }
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}

extension Unicode.Scalar {
  /// Whether a terminal could act on it, or a reader not see it: never part of a name or message.
  var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default: return false
    }
  }
}
