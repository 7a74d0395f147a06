/// Finds people on a list by a few letters, as one calls them in a hall: by given name first.
public enum NameSearch {
  /// The registrations that a search finds: those whose given name begins with it, then those
  /// with a word of the name that does, each in the order of the list; all for an empty search.
  /// Accents are not needed; several words must all be there.
  public static func find(_ search: String, in list: [Enrolment]) -> [Enrolment] {
    let wanted = TextFolding.fold(search).split(separator: " ")
    if wanted.isEmpty { return list }
    var given: [Enrolment] = []
    var others: [Enrolment] = []
    for enrolment in list {
      let words = TextFolding.fold(enrolment.name.string).split(separator: " ")
      let isFound = wanted.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
      guard isFound else { continue }
      if wanted.count == 1, words.last?.hasPrefix(wanted[0]) ?? false {
        given.append(enrolment)
      } else {
        others.append(enrolment)
      }
    }
    return given + others
  }
}
