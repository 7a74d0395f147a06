import StoragePostgres
import Testing

@Suite("Addresses of PostgreSQL")
struct PostgresURLTests {
  typealias Host = PostgresURL.Host

  // The examples of the manual of libpq, section "Connection URIs", but for those with a password.
  static let manual: [(String, [Host], String?, String?, [String: String])] = [
    ("postgresql://", [Host(name: nil, port: nil)], nil, nil, [:]),
    ("postgresql://localhost", [Host(name: "localhost", port: nil)], nil, nil, [:]),
    ("postgresql://localhost:5433", [Host(name: "localhost", port: 5433)], nil, nil, [:]),
    ("postgresql://localhost/mydb", [Host(name: "localhost", port: nil)], nil, "mydb", [:]),
    ("postgresql://user@localhost", [Host(name: "localhost", port: nil)], "user", nil, [:]),
    (
      "postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp",
      [Host(name: "localhost", port: nil)], "other", "otherdb",
      ["connect_timeout": "10", "application_name": "myapp"]
    ),
    (
      "postgresql://host1:123,host2:456/somedb?target_session_attrs=any&application_name=myapp",
      [Host(name: "host1", port: 123), Host(name: "host2", port: 456)], nil, "somedb",
      ["target_session_attrs": "any", "application_name": "myapp"]
    ),
    (
      "postgresql:///mydb?host=localhost&port=5433", [Host(name: "localhost", port: 5433)], nil,
      "mydb", [:]
    ),
    (
      "postgresql://[2001:db8::1234]/database", [Host(name: "2001:db8::1234", port: nil)], nil,
      "database", [:]
    ),
    (
      "postgresql:///dbname?host=/var/lib/postgresql",
      [Host(name: "/var/lib/postgresql", port: nil)], nil, "dbname", [:]
    ),
    (
      "postgresql://%2Fvar%2Flib%2Fpostgresql/dbname",
      [Host(name: "/var/lib/postgresql", port: nil)], nil, "dbname", [:]
    ),
  ]

  @Test("The examples of the manual", arguments: manual.indices)
  func examples(_ place: Int) throws {
    let (text, hosts, user, database, options) = Self.manual[place]
    let url = try PostgresURL(text)
    #expect(url.hosts == hosts)
    #expect(url.user == user)
    #expect(url.database == database)
    #expect(url.options == options)
  }

  @Test("Both schemes, ports for all hosts, escapes")
  func variants() throws {
    #expect(try PostgresURL("POSTGRES://a/b") == PostgresURL("postgresql://a/b"))
    #expect(
      try PostgresURL("postgres:///b?host=a,c&port=5433").hosts == [
        Host(name: "a", port: 5433), Host(name: "c", port: 5433),
      ])
    #expect(try PostgresURL("postgres://h/v%C6%B0%E1%BB%9Dn").database == "vườn")
    #expect(try PostgresURL("postgres://a%40b@h/d%2Fe").user == "a@b")
    #expect(try PostgresURL("postgres://[::1]:5433/d").hosts == [Host(name: "::1", port: 5433)])
    #expect(try PostgresURL("postgres://h/a").with(database: "b").database == "b")
  }

  @Test(
    "What is refused",
    arguments: [
      ("mysql://h/d", PostgresURLError.notPostgres),
      ("", .notPostgres),
      ("postgres://u:secret@h/d", .holdsPassword),
      ("postgres://u:@h/d", .holdsPassword),
      ("postgres://u:se@cret@h/d", .holdsPassword),
      ("postgres://h/d?password=secret", .holdsPassword),
      ("postgres://h/d?PASSWORD=secret", .holdsPassword),
      ("postgres://h/d?pass%77ord=secret", .holdsPassword),
      ("postgres://h/d?sslpassword=secret", .holdsPassword),
      ("postgres://h/d?dbname=password%3Dsecret", .invalidDatabase),
      ("postgres://u:12/secret@h/d", .invalidDatabase),
      ("postgres://u:s3cr/et@h/d", .invalidDatabase),
      ("postgres://u:12?secret@h/d", .invalidOption),
      ("postgres://h:0/d", .invalidPort),
      ("postgres://h:65536/d", .invalidPort),
      ("postgres://h:+1/d", .invalidPort),
      ("postgres://a,b/d?port=1,2,3", .invalidPort),
      ("postgres://a,,b/d", .invalidHost),
      ("postgres://[::1/d", .invalidHost),
      ("postgres://h/%zz", .invalidEscape),
      ("postgres://h/%C3", .invalidEscape),
      ("postgres://h/%1B%5B2J", .invalidCharacter),
      ("postgres://h/a%E2%80%AEb", .invalidCharacter),
      ("postgres://h/a%00", .invalidCharacter),
      ("postgres://h/d?sslmode", .invalidOption),
      ("postgres://h/d?sslmode=require&sslmode=disable", .invalidOption),
      ("postgres://h/d?options=-c%20x=1", .unknownOption("options")),
      ("postgres://h/d?service=x", .unknownOption("service")),
      ("postgres://h/d?S3cret9=x", .unknownOption("")),
    ] as [(String, PostgresURLError)])
  func refusals(_ text: String, _ error: PostgresURLError) {
    #expect(throws: error) { try PostgresURL(text) }
    #expect(!"\(error)".lowercased().contains("cret"))
  }

  @Test("The title names host and database only")
  func displayName() throws {
    let url = try PostgresURL("postgres://lan@db1.sokhcn.vn:5433,db2/vuonuom?sslmode=require")
    #expect(url.displayName == "db1.sokhcn.vn,db2/vuonuom")
    #expect(try PostgresURL("postgres://%2Ftmp%2Fsocket/vuonuom").displayName == "local/vuonuom")
    #expect(try PostgresURL("postgres://lan@h").displayName == "h/lan")
  }
}
