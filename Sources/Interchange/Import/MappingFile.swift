import Incubation

/// What a person has said about headings, as a small text file:
///
///     # Which column is which field
///     "Tên đề tài" = "title"
///     "STT" = ""
///     "#5" = "phone"
///
/// Each line names a heading, compared without accents and case, or the number of a column, and
/// the code of a field, or one of its headings; nothing leaves the column out. Lines that begin
/// with # and empty lines say nothing. In quotation marks, \" and \\ stand for " and \.
public struct MappingFile: Hashable, Sendable {
  /// One line.
  public struct Entry: Hashable, Sendable {
    /// The heading, or "#5" for the fifth column.
    public var heading: String
    /// What it is; nil leaves it out.
    public var column: ImportColumn?

    /// One line.
    public init(heading: String, column: ImportColumn?) {
      self.heading = heading
      self.column = column
    }
  }

  /// The lines, in order; a later one holds against an earlier one.
  public var entries: [Entry]

  /// Lines; none by default.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// Reads a mapping file.
  ///
  /// - Throws: `MappingFailure.badLine` and `MappingFailure.unknownField`.
  public init(_ text: String) throws(MappingFailure) {
    entries = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      var scanner = Scanner(rest: line.first == "\u{FEFF}" ? line.dropFirst() : line)
      scanner.skipSpaces()
      guard let first = scanner.rest.first, first != "#" else { continue }
      guard let heading = scanner.quoted(), scanner.passEqualSign(), let name = scanner.quoted(),
        scanner.isAtEnd
      else { throw .badLine(index + 1) }
      entries.append(Entry(heading: heading, column: try Self.column(name, line: index + 1)))
    }
  }

  /// The text of the file; reading it gives the same lines.
  public var text: String {
    entries.map { entry in
      "\(Self.quote(entry.heading)) = \(Self.quote(entry.column?.key ?? ""))\n"
    }.joined()
  }

  /// What is said about a column: nil when nothing is, a nil within when it is to be left out.
  func correction(for heading: String, at index: Int) -> ImportColumn?? {
    let key = HeadingVocabulary.key(of: heading)
    for entry in entries.reversed() {
      let isNumber = entry.heading == "#\(index + 1)"
      let isHeading = !key.isEmpty && HeadingVocabulary.key(of: entry.heading) == key
      if isNumber || isHeading && !entry.heading.hasPrefix("#") { return .some(entry.column) }
    }
    return nil
  }

  private static func column(
    _ name: String, line: Int
  ) throws(MappingFailure) -> ImportColumn? {
    if name.isEmpty { return nil }
    if let column = HeadingVocabulary.column(of: name) { return column }
    throw .unknownField(line: line, name: SafeText(escaping: String(name.prefix(200))))
  }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}

/// Reads one line of a mapping file.
private struct Scanner {
  var rest: Substring

  /// Whether nothing but spaces or a remark is left.
  var isAtEnd: Bool {
    let left = rest.drop(while: \.isWhitespace)
    return left.isEmpty || left.first == "#"
  }

  mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

  /// The text within quotation marks; nil when there is none.
  mutating func quoted() -> String? {
    guard rest.first == "\"" else { return nil }
    rest.removeFirst()
    var result = ""
    while let character = rest.popFirst() {
      if character == "\"" { return result }
      guard character == "\\" else {
        result.append(character)
        continue
      }
      guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else { return nil }
      result.append(escaped)
    }
    return nil
  }

  mutating func passEqualSign() -> Bool {
    skipSpaces()
    guard rest.popFirst() == "=" else { return false }
    skipSpaces()
    return true
  }
}
