import Incubation

/// The team of a venture: everybody besides the representative, in their order.
extension VentureWriting {
  func setTeam(
    _ team: [TeamEntry], of id: Identifier<Venture>, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editVentures)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(current, expected: ifVersion, mine: nil, base: nil)
    }
    let before = try entries(of: id)
    try store(team, of: id)
    return try record(
      .edited, current, before: Self.fields(before), after: Self.fields(try entries(of: id)))
  }

  /// Puts the team back that an event describes; nil when the event is about something else.
  func restoreTeam(
    _ fields: [String: JSONValue], of current: Venture
  ) throws -> [String: JSONValue]? {
    guard let team = Self.entries(fields) else { return nil }
    try store(team, of: current.id)
    return Self.fields(try entries(of: current.id))
  }

  private func entries(of id: Identifier<Venture>) throws -> [TeamEntry] {
    try VentureReading.team(of: id, on: connection).map {
      TeamEntry(
        person: $0.person.id, fullName: $0.person.fullName, duty: $0.duty, phone: $0.person.phone)
    }
  }

  private func store(_ team: [TeamEntry], of id: Identifier<Venture>) throws {
    let directory = DirectoryWriting(context)
    var people: [(person: Identifier<Person>, duty: SafeText)] = []
    for entry in team where !entry.fullName.isBlank {
      guard let person = try person(for: entry, directory),
        !people.contains(where: { $0.person == person })
      else { continue }
      people.append((person, entry.duty))
    }
    try connection.execute("DELETE FROM venture_member WHERE venture = ?", [.id(id)])
    try connection.executeMany(
      "INSERT INTO venture_member (venture, position, person, duty) VALUES (?, ?, ?, ?)",
      people.enumerated().map { index, member in
        [.id(id), .integer(index), .id(member.person), .text(member.duty)]
      })
    try raiseVersion(id)
    try context.touch(.directory)
  }

  /// The person whom an entry names: the one who was there, by the same name, with what else is
  /// known of them; else one found or made as for a representative.
  private func person(
    for entry: TeamEntry, _ directory: DirectoryWriting
  ) throws -> Identifier<Person>? {
    var content = VentureContent(title: .empty)
    content.representative = entry.fullName
    content.phone = entry.phone
    var name = SafeText.empty
    if let id = entry.person {
      let known = try connection.first(
        "SELECT full_name, birth_year, email FROM person WHERE id = ?", [.id(id)]
      ) { row in
        var reader = RowReader(row)
        return (reader.safe(), reader.optionalInt(), reader.safe())
      }
      if let known { (name, content.birthYear, content.email) = known }
    }
    return try directory.representative(
      for: content, organisation: nil, current: entry.person, currentName: name)
  }

  /// The team as flat lists of the same length, one for each part.
  private static func fields(_ team: [TeamEntry]) -> [String: JSONValue] {
    func list(_ part: (TeamEntry) -> String) -> JSONValue {
      .array(team.map { .string(part($0)) })
    }
    return [
      "team": list(\.fullName.string), "team_duty": list(\.duty.string),
      "team_person": list { $0.person?.description ?? "" },
      "team_phone": list { $0.phone?.digits ?? "" },
    ]
  }

  private static func entries(_ fields: [String: JSONValue]) -> [TeamEntry]? {
    func list(_ name: String) -> [String]? {
      guard case .array(let values)? = fields[name] else { return nil }
      return values.map { if case .string(let text) = $0 { text } else { "" } }
    }
    guard let names = list("team"), let duties = list("team_duty"),
      let people = list("team_person"), let phones = list("team_phone"),
      Set([names.count, duties.count, people.count, phones.count]).count == 1
    else { return nil }
    return names.indices.map { place in
      TeamEntry(
        person: Identifier(people[place]), fullName: SafeText(escaping: names[place]),
        duty: SafeText(escaping: duties[place]),
        phone: phones[place].isEmpty ? nil : PhoneNumber(stored: phones[place]))
    }
  }
}
