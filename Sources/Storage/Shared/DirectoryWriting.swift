import Incubation

/// Finds or makes the organisation, person and place that the text of a venture names.
///
/// Looks up through maps that are filled as it goes, so that an import of 100,000 rows asks the
/// database once, not 300,000 times.
final class DirectoryWriting {
  private let context: WriteContext
  private var isPreloaded = false
  private var organisations: [String: Identifier<Organisation>?] = [:]
  private var people: [String: Identifier<Person>?] = [:]
  private var units: [String: Identifier<AdminUnit>?] = [:]
  private var pending: [String: [[SQLValue]]] = [:]

  init(_ context: WriteContext) { self.context = context }

  /// Reads all names at once; what is not among them is then known to be new.
  func preload() throws {
    isPreloaded = true
    try context.connection.forEachRow("SELECT id, name_key, tax_code FROM organisation", []) {
      let id = Identifier<Organisation>(bytes: $0.blob(0))
      organisations["name " + $0.text(1)] = .some(id)
      if !$0.isNull(2) { organisations["tax " + $0.text(2)] = .some(id) }
    }
    try context.connection.forEachRow(
      "SELECT id, name_key, phone, birth_year FROM person", []
    ) { row in
      let id = Identifier<Person>(bytes: row.blob(0))
      for key in Self.keys(row.text(1), row.text(2), Int(row.integer(3))) {
        people[key] = .some(id)
      }
    }
  }

  /// The organisation behind a venture; nil when none is named.
  func organisation(for content: VentureContent) throws -> Identifier<Organisation>? {
    if content.organisation.isBlank, content.taxCode == nil { return nil }
    let nameKey = TextFolding.fold(content.organisation.string)
    if let taxCode = content.taxCode?.text {
      if let found = try find(tax: taxCode) { return found }
      if let found = try adopt(nameKey, taxCode: taxCode) { return found }
    } else if let found = try find(name: nameKey) {
      return found
    }
    let id = context.newID(Organisation.self)
    let kind = Self.kind(of: nameKey, venture: content.kind)
    let name = content.organisation.isBlank ? content.title : content.organisation
    try insert(
      """
      INSERT INTO organisation (id, kind, name, name_key, tax_code, place, version)
      VALUES (?, ?, ?, ?, ?, NULL, 1)
      """,
      [.id(id), .text(kind.rawValue), .text(name), .text(nameKey), .text(content.taxCode?.text)])
    try insert(
      "INSERT INTO organisation_name (organisation, position, name) VALUES (?, 0, ?)",
      [.id(id), .text(name)])
    organisations["name " + nameKey] = .some(id)
    if let taxCode = content.taxCode { organisations["tax " + taxCode.text] = .some(id) }
    return id
  }

  /// The person who speaks for a venture; nil when nobody is named. `current` keeps its identity
  /// when only its telephone, e-mail or year of birth changed.
  func representative(
    for content: VentureContent, organisation: Identifier<Organisation>?,
    current: Identifier<Person>? = nil, currentName: SafeText = .empty
  ) throws -> Identifier<Person>? {
    if content.representative.isBlank { return nil }
    let nameKey = TextFolding.fold(content.representative.string)
    if let current, TextFolding.fold(currentName.string) == nameKey {
      try refresh(current, content)
      return current
    }
    let keys = Self.keys(nameKey, content.phone?.digits ?? "", content.birthYear ?? 0)
    for key in keys {
      if let found = try findPerson(key, nameKey, content) { return found }
    }
    let id = context.newID(Person.self)
    try insert(
      """
      INSERT INTO person (id, full_name, name_key, birth_year, phone, email, organisation, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, 1)
      """,
      [
        .id(id), .text(content.representative), .text(nameKey), .integer(content.birthYear),
        .text(content.phone?.digits), .text(content.email), .id(organisation),
      ])
    try insert("INSERT INTO person_role (person, role) VALUES (?, 'founder')", [.id(id)])
    for key in keys { people[key] = .some(id) }
    return id
  }

  /// The administrative unit with the name of the venture's place; nil when none has it.
  func unit(for content: VentureContent) throws -> Identifier<AdminUnit>? {
    let key = TextFolding.fold(content.place.string)
    if key.isEmpty { return nil }
    if let known = units[key] { return known }
    let found = try context.connection.first(
      "SELECT unit FROM admin_unit_name WHERE name_key = ? ORDER BY unit", [.text(key)]
    ) { Identifier<AdminUnit>(bytes: $0.blob(0)) }
    units[key] = .some(found ?? nil)
    return found ?? nil
  }

  /// Writes what is still waiting. Must be called before the ventures that refer to it.
  func flush() throws {
    for sql in pending.keys.sorted(by: Self.parentsFirst) {
      try context.connection.executeMany(sql, pending[sql] ?? [])
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func parentsFirst(_ left: String, _ right: String) -> Bool {
    let leftIsChild = left.contains("_name (") || left.contains("_role (")
    let rightIsChild = right.contains("_name (") || right.contains("_role (")
    return leftIsChild == rightIsChild ? left < right : rightIsChild
  }

  private func insert(_ sql: String, _ values: [SQLValue]) throws {
    if isPreloaded {
      pending[sql, default: []].append(values)
    } else {
      try context.connection.execute(sql, values)
    }
  }

  /// An organisation that was known by its name only and now has a tax code; nil when there is
  /// none.
  private func adopt(_ nameKey: String, taxCode: String) throws -> Identifier<Organisation>? {
    if nameKey.isEmpty { return nil }
    if isPreloaded {
      guard organisations["name " + nameKey] != nil else { return nil }
      try flush()
    }
    let found = try context.connection.rows(
      """
      UPDATE organisation SET tax_code = ?, version = version + 1 WHERE id = (SELECT id
        FROM organisation WHERE name_key = ? AND tax_code IS NULL ORDER BY id LIMIT 1) RETURNING id
      """, [.text(taxCode), .text(nameKey)]
    ) { Identifier<Organisation>(bytes: $0.blob(0)) }
    guard let id = found.first ?? nil else { return nil }
    organisations["tax " + taxCode] = .some(id)
    return id
  }

  private func find(tax: String) throws -> Identifier<Organisation>? {
    if let known = organisations["tax " + tax] { return known }
    if isPreloaded { return nil }
    return try context.connection.first(
      "SELECT id FROM organisation WHERE tax_code = ?", [.text(tax)]
    ) { Identifier<Organisation>(bytes: $0.blob(0)) } ?? nil
  }

  private func find(name: String) throws -> Identifier<Organisation>? {
    if let known = organisations["name " + name] { return known }
    if isPreloaded { return nil }
    return try context.connection.first(
      "SELECT id FROM organisation WHERE name_key = ? ORDER BY id", [.text(name)]
    ) { Identifier<Organisation>(bytes: $0.blob(0)) } ?? nil
  }

  private func findPerson(
    _ key: String, _ nameKey: String, _ content: VentureContent
  ) throws -> Identifier<Person>? {
    if let known = people[key] { return known }
    if isPreloaded { return nil }
    return try context.connection.first(
      """
      SELECT id FROM person WHERE name_key = ? AND (phone = ? OR birth_year = ?) ORDER BY id
      """,
      [.text(nameKey), .text(content.phone?.digits ?? ""), .integer(content.birthYear ?? -1)]
    ) { Identifier<Person>(bytes: $0.blob(0)) } ?? nil
  }

  private func refresh(_ id: Identifier<Person>, _ content: VentureContent) throws {
    try context.connection.execute(
      """
      UPDATE person SET full_name = ?, birth_year = ?, phone = ?, email = ?, version = version + 1
      WHERE id = ?
      """,
      [
        .text(content.representative), .integer(content.birthYear),
        .text(content.phone?.digits), .text(content.email), .id(id),
      ])
  }

  /// A name alone is no identity here: very common names need a telephone or a year of birth.
  private static func keys(_ name: String, _ phone: String, _ birthYear: Int) -> [String] {
    var keys: [String] = []
    if !phone.isEmpty { keys.append(name + " tel " + phone) }
    if birthYear > 0 { keys.append(name + " born \(birthYear)") }
    return keys
  }

  private static func kind(of nameKey: String, venture: Venture.Kind) -> Organisation.Kind {
    let hints: [(String, Organisation.Kind)] = [
      ("hop tac xa", .cooperative), ("htx", .cooperative), ("truong ", .school),
      ("thpt", .school), ("dai hoc", .school), ("cao dang", .school), ("vien ", .institute),
      ("trung tam", .institute), ("quy ", .fund), ("so khoa hoc", .department),
      ("cong ty", .enterprise), ("doanh nghiep", .enterprise), ("dntn", .enterprise),
    ]
    if let hint = hints.first(where: { nameKey.contains($0.0) }) { return hint.1 }
    return venture == .enterprise ? .enterprise : .other
  }
}
