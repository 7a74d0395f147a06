public import Incubation

/// Which column of a file is which field of a venture: found out from the headings, and corrected
/// by the person who knows the file.
public struct ColumnMapping: Hashable, Sendable {
  /// The headings of the file, made safe to show; empty where the file has none.
  public let headings: [SafeText]
  /// What each column is; nil for one that is left out.
  public private(set) var columns: [ImportColumn?]

  /// Finds out what the columns are.
  ///
  /// - Parameter corrections: what a person has said before about some headings.
  /// - Throws: `MappingFailure` when two columns are one field, or none is the title.
  public init(
    headings: [String], corrections: MappingFile = MappingFile()
  ) throws(MappingFailure) {
    self.init(guessing: headings, corrections: corrections)
    try check()
  }

  /// Finds out what the columns are, whatever comes of it: for a screen that lets a person correct
  /// it. `check` says whether it can be used.
  public init(guessing headings: [String], corrections: MappingFile = MappingFile()) {
    self.headings = headings.map { heading in
      (try? SafeText(heading)) ?? SafeText(escaping: String(heading.prefix(200)))
    }
    columns = headings.enumerated().map { index, heading in
      corrections.correction(for: heading, at: index) ?? HeadingVocabulary.column(of: heading)
    }
  }

  /// Says what a column is; nil leaves it out.
  public mutating func set(_ column: ImportColumn?, at index: Int) { columns[index] = column }

  /// The place of a column, from 0; nil when the file has none.
  public func index(of column: ImportColumn) -> Int? { columns.firstIndex(of: column) }

  /// The headings of columns that are left out.
  public var unmapped: [SafeText] {
    zip(headings, columns).compactMap { $1 == nil && !$0.isBlank ? $0 : nil }
  }

  /// Whether rows can be read by it.
  ///
  /// - Throws: `MappingFailure` when two columns are one field, or none is the title.
  public func check() throws(MappingFailure) {
    for (index, column) in columns.enumerated() {
      guard let column, let first = columns[..<index].firstIndex(of: column) else { continue }
      throw .twice(column, first: name(of: first), second: name(of: index))
    }
    if index(of: .field(.title)) == nil { throw .noTitle(headings: headings) }
  }

  /// What a person needs to keep of it, to use it for the next file of the same make.
  public var file: MappingFile {
    MappingFile(
      entries: zip(headings, columns).filter { !$0.0.isBlank }
        .map { MappingFile.Entry(heading: $0.0.string, column: $0.1) })
  }

  /// The heading of a column, or "#5" where there is none.
  public func name(of index: Int) -> SafeText {
    guard headings.indices.contains(index), !headings[index].isBlank else {
      return SafeText(escaping: "#\(index + 1)")
    }
    return headings[index]
  }
}

/// Why a file cannot be read by its headings.
public enum MappingFailure: Error, Hashable, Sendable {
  /// Two columns are one field: the headings of both.
  case twice(ImportColumn, first: SafeText, second: SafeText)
  /// No column is the title.
  case noTitle(headings: [SafeText])
  /// A line of a mapping file that is not `"heading" = "field"`.
  case badLine(Int)
  /// A line of a mapping file that names a field that does not exist.
  case unknownField(line: Int, name: SafeText)

  /// One sentence that says what is wrong, and what to do.
  public func words(_ language: Language) -> String {
    switch (self, language) {
    case (.twice(let column, let first, let second), .vietnamese):
      return "Hai cột “\(first)” và “\(second)” cùng là “\(column.heading(language))”."
        + " Hãy bỏ một cột, hoặc sửa bằng tệp ghép cột (--map)."
    case (.twice(let column, let first, let second), .english):
      return "The columns “\(first)” and “\(second)” are both “\(column.heading(language))”."
        + " Leave one out, or correct it with a mapping file (--map)."
    case (.noTitle(let headings), .vietnamese):
      return "Không có cột nào là tên dự án. Các cột của tệp: \(Self.list(headings))."
    case (.noTitle(let headings), .english):
      return "No column is the title. The columns of the file: \(Self.list(headings))."
    case (.badLine(let line), .vietnamese):
      return "Tệp ghép cột, dòng \(line): phải có dạng \"tên cột\" = \"trường\"."
    case (.badLine(let line), .english):
      return "Mapping file, line \(line): must be of the form \"heading\" = \"field\"."
    case (.unknownField(let line, let name), .vietnamese):
      return "Tệp ghép cột, dòng \(line): không có trường “\(name)”."
    case (.unknownField(let line, let name), .english):
      return "Mapping file, line \(line): there is no field “\(name)”."
    }
  }

  private static func list(_ headings: [SafeText]) -> String {
    let shown = headings.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
    return headings.count > 8 ? shown + ", …" : shown
  }
}
