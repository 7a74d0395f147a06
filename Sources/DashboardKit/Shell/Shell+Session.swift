public import Incubation

/// Where the user is, for the next start: the tab, and the screens of every tab that was visited.
extension Shell {
  /// The whole of it as a value. New records being typed are drafts and no places.
  public var memento: JSONValue {
    let visited = stacks.indices.compactMap { index -> JSONValue? in
      guard tabs.indices.contains(index) else { return nil }
      let places = kept[index] ?? stacks[index].map(Self.place)
      let written = places.filter(Self.canBeRestored).map(Self.written)
      return written.isEmpty
        ? nil : .object(["tab": Self.name(tabs[index]), "screens": .array(written)])
    }
    var fields: [String: JSONValue] = ["tabs": .array(visited)]
    if tabs.indices.contains(tab) { fields["tab"] = Self.name(tabs[tab]) }
    return .object(fields)
  }

  /// Remembers the places of an earlier run. Screens are made when they are seen.
  func restore(_ memento: JSONValue) {
    func index(_ name: JSONValue?) -> Int? {
      name.flatMap { name in tabs.firstIndex { Self.name($0) == name } }
    }
    for value in memento.fields?["tabs"]?.items ?? [] {
      guard let index = index(value.fields?["tab"]) else { continue }
      let places = (value.fields?["screens"]?.items ?? []).compactMap(Self.read)
      if !places.isEmpty { kept[index] = Array(places.prefix(Self.mostScreens)) }
    }
    tab = index(memento.fields?["tab"]) ?? 0
  }

  /// Deeper than this nobody goes on purpose.
  private static let mostScreens = 8

  private static func name(_ tab: TabDescription) -> JSONValue {
    .string(tab.destination.screen.rawValue)
  }

  private static func place(_ host: any AnyScreenHost) -> Destination {
    var place = host.destination
    place.draft = nil
    place.memento = host.memento
    return place
  }

  private static func canBeRestored(_ place: Destination) -> Bool {
    switch place.screen {
    case .record: place.venture != nil
    case .importing: place.file == nil
    default: true
    }
  }

  private static func written(_ place: Destination) -> JSONValue {
    var fields: [String: JSONValue] = ["place": place.place]
    fields["memento"] = place.memento
    return .object(fields)
  }

  private static func read(_ value: JSONValue) -> Destination? {
    guard var place = value.fields?["place"].flatMap(Destination.init(place:)),
      canBeRestored(place)
    else { return nil }
    place.memento = value.fields?["memento"]
    return place
  }
}
