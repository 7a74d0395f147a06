/// A closed set of values with names in both languages, that people choose from and type into
/// files.
public protocol Labelled: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  /// The name in both languages.
  var labels: Bilingual { get }
  /// Other words for it that files use, in any language.
  var aliases: [String] { get }
}

extension Labelled {
  /// No other words.
  public var aliases: [String] { [] }

  /// The name in one language, as a menu or a column shows it.
  public func label(_ language: Language) -> String { labels(language).string }

  /// All names, in the order of the cases.
  public static var options: [Bilingual] { allCases.map(\.labels) }

  /// The value that a text names, in either language or by its code, without regard to accents
  /// and case; nil when it names none.
  public static func named(_ text: String) -> Self? {
    let folded = TextFolding.fold(text)
    if folded.isEmpty { return nil }
    return allCases.first { value in
      ([value.labels.vietnamese.string, value.labels.english.string, value.rawValue]
        + value.aliases).contains { TextFolding.fold($0) == folded }
    }
  }

  /// The value that a text names; see `named`.
  ///
  /// - Throws: `FieldRefusal.choice` with all names.
  public static func parse(_ text: String) throws(FieldRefusal) -> Self {
    guard let value = named(text) else { throw .choice(options) }
    return value
  }
}

extension UserRole: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .clerk: Bilingual(vietnamese: "Chuyên viên", english: "Clerk")
    case .judge: Bilingual(vietnamese: "Giám khảo", english: "Judge")
    case .secretary: Bilingual(vietnamese: "Thư ký", english: "Secretary")
    case .organiser: Bilingual(vietnamese: "Ban tổ chức", english: "Organiser")
    case .supervisor: Bilingual(vietnamese: "Lãnh đạo sở", english: "Supervisor")
    case .administrator: Bilingual(vietnamese: "Quản trị", english: "Administrator")
    }
  }

  /// Other words for it.
  public var aliases: [String] {
    switch self {
    case .supervisor: ["lãnh đạo"]
    case .administrator: ["quản trị viên", "admin"]
    default: []
    }
  }
}

extension Permission: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .viewVentures: Bilingual(vietnamese: "Xem hồ sơ", english: "View ventures")
    case .editVentures: Bilingual(vietnamese: "Sửa hồ sơ", english: "Edit ventures")
    case .moveVentures: Bilingual(vietnamese: "Dời giai đoạn", english: "Move ventures")
    case .deleteVentures: Bilingual(vietnamese: "Xóa hồ sơ", english: "Delete ventures")
    case .viewTraining: Bilingual(vietnamese: "Xem khóa học", english: "View courses")
    case .editTraining: Bilingual(vietnamese: "Sửa khóa học", english: "Edit courses")
    case .overrideConflicts:
      Bilingual(vietnamese: "Cho phép buổi học trùng", english: "Allow sessions that collide")
    case .importData: Bilingual(vietnamese: "Nhập tệp", english: "Import files")
    case .exportData: Bilingual(vietnamese: "Xuất tệp", english: "Export files")
    case .issueNumbers: Bilingual(vietnamese: "Cấp số văn bản", english: "Issue numbers of papers")
    case .manageUsers: Bilingual(vietnamese: "Quản lý người dùng", english: "Manage users")
    case .maintain: Bilingual(vietnamese: "Sao lưu, phục hồi", english: "Back up and restore")
    case .viewCompetitions: Bilingual(vietnamese: "Xem cuộc thi", english: "View contests")
    case .manageCompetitions:
      Bilingual(vietnamese: "Thiết lập cuộc thi", english: "Set contests up")
    case .runCompetitions: Bilingual(vietnamese: "Điều hành cuộc thi", english: "Run contests")
    case .viewScores: Bilingual(vietnamese: "Xem điểm khi đang chấm", english: "See live scores")
    case .scoreEntries: Bilingual(vietnamese: "Chấm điểm", english: "Score entries")
    case .viewProgramme:
      Bilingual(vietnamese: "Xem nhiệm vụ, kinh phí", english: "View tasks and money")
    case .editProgramme:
      Bilingual(vietnamese: "Sửa nhiệm vụ, kinh phí", english: "Edit tasks and money")
    case .signResults: Bilingual(vietnamese: "Ký kết quả", english: "Sign results")
    }
  }
}
