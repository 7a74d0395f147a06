/// What kind of paper a number belongs to. Each kind has a register of its own in every agency and
/// year (Decree 30/2020/NĐ-CP, article 15 and appendix I).
public enum DocumentKind: String, CaseIterable, Sendable {
  /// Biên bản.
  case minutes
  /// Quyết định.
  case decision
  /// Báo cáo.
  case report
  /// Thông báo.
  case notice
  /// Kế hoạch.
  case plan
  /// Tờ trình.
  case submission
  /// Giấy mời.
  case invitation
  /// Hợp đồng.
  case contract
  /// Giấy chứng nhận of a prize or a course.
  case certificate
  /// Công văn, the only kind without an abbreviation.
  case letter

  /// What stands between the number and the agency: "BB"; empty for a letter.
  public var abbreviation: String {
    switch self {
    case .minutes: "BB"
    case .decision: "QĐ"
    case .report: "BC"
    case .notice: "TB"
    case .plan: "KH"
    case .submission: "TTr"
    case .invitation: "GM"
    case .contract: "HĐ"
    case .certificate: "GCN"
    case .letter: ""
    }
  }
}

extension DocumentKind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .minutes: Bilingual(vietnamese: "Biên bản", english: "Minutes")
    case .decision: Bilingual(vietnamese: "Quyết định", english: "Decision")
    case .report: Bilingual(vietnamese: "Báo cáo", english: "Report")
    case .notice: Bilingual(vietnamese: "Thông báo", english: "Notice")
    case .plan: Bilingual(vietnamese: "Kế hoạch", english: "Plan")
    case .submission: Bilingual(vietnamese: "Tờ trình", english: "Submission")
    case .invitation: Bilingual(vietnamese: "Giấy mời", english: "Invitation")
    case .contract: Bilingual(vietnamese: "Hợp đồng", english: "Contract")
    case .certificate: Bilingual(vietnamese: "Giấy chứng nhận", english: "Certificate")
    case .letter: Bilingual(vietnamese: "Công văn", english: "Letter")
    }
  }
}

/// Which register a number is taken from.
public struct RegisterKey: Hashable, Sendable {
  /// The kind of paper.
  public let kind: DocumentKind
  /// The year, which begins again at 1.
  public let year: Int
  /// The abbreviation of the agency, "SKHCN"; with a letter also the unit: "SKHCN-QLKH".
  public let agency: String

  /// A register.
  ///
  /// - Throws: `RegisterRefusal` when the agency or the year cannot be those of a paper.
  public init(_ kind: DocumentKind, year: Int, agency: String) throws(RegisterRefusal) {
    guard LocalDate.years.contains(year) else { throw .year(year) }
    guard Self.isAgency(agency) else { throw .agency(agency) }
    self.kind = kind
    self.year = year
    self.agency = agency
  }

  /// What follows the number after the stroke: "BB-SKHCN", of a letter "SKHCN-QLKH".
  public var symbol: String { kind.symbol(agency: agency) }

  /// 1 to 20 letters, digits, hyphens and full stops.
  private static func isAgency(_ text: String) -> Bool {
    (1...20).contains(text.count)
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
  }
}

extension DocumentKind {
  /// What follows the number after the stroke.
  public func symbol(agency: String) -> String {
    abbreviation.isEmpty ? agency : abbreviation + "-" + agency
  }

  /// Number and symbol: "05/BB-SKHCN"; numbers below 10 have a leading zero (Decree 30/2020,
  /// appendix I). Without a number there is room for one to be written by hand.
  public func reference(_ number: Int?, agency: String) -> String {
    let digits = number.map { $0 < 10 ? "0\($0)" : String($0) } ?? "……"
    return digits + "/" + symbol(agency: agency)
  }
}

/// A number that a register gave, for good: it is never given again, not even when it was voided.
public struct RegisterEntry: Hashable, Sendable {
  /// The register.
  public let key: RegisterKey
  /// The number, from 1.
  public let number: Int
  /// The day that the paper bears.
  public let day: LocalDate
  /// What the paper is about.
  public let subject: SafeText
  /// Who took it: a login.
  public let actor: String
  /// When it was taken.
  public let takenAt: Timestamp
  /// How it was voided; nil while it stands.
  public let voided: Voiding?

  /// How a number was voided.
  public struct Voiding: Hashable, Sendable {
    /// Why.
    public let reason: SafeText
    /// Who: a login.
    public let actor: String
    /// When.
    public let at: Timestamp

    /// A voiding.
    public init(reason: SafeText, actor: String, at: Timestamp) {
      self.reason = reason
      self.actor = actor
      self.at = at
    }
  }

  /// An entry of a register.
  public init(
    key: RegisterKey, number: Int, day: LocalDate, subject: SafeText, actor: String,
    takenAt: Timestamp, voided: Voiding? = nil
  ) {
    self.key = key
    self.number = number
    self.day = day
    self.subject = subject
    self.actor = actor
    self.takenAt = takenAt
    self.voided = voided
  }

  /// As papers print it: "05/BB-SKHCN".
  public var reference: String { key.kind.reference(number, agency: key.agency) }
}

/// Why a register does not do what it was asked to.
public enum RegisterRefusal: Error, Hashable, Sendable {
  /// No year of a paper.
  case year(Int)
  /// No abbreviation of an agency.
  case agency(String)
  /// The paper bears a day of another year than that of its register.
  case dayOutsideYear(LocalDate, year: Int)
  /// The paper has no subject.
  case noSubject
  /// A number is voided only for a reason.
  case noReason
  /// The register never gave this number.
  case unknown(String)
  /// It was voided before.
  case alreadyVoided(String)
  /// The register is past this number already: its last one.
  case behind(last: Int)
}

/// The rules of a register. Storage keeps the numbers; these say which come next.
public enum RegisterRules {
  /// The number after `last`, or `first` when papers before it were numbered by hand: the gap
  /// stays visible. Never one that was given before.
  ///
  /// - Parameters:
  ///   - last: the highest number given so far, voided ones too; 0 for none.
  ///   - first: where the register is to go on; nil for the next number.
  /// - Throws: `RegisterRefusal.behind`.
  public static func next(after last: Int, from first: Int? = nil) throws(RegisterRefusal) -> Int {
    guard let first else { return last + 1 }
    guard first > last else { throw .behind(last: last) }
    return first
  }

  /// Checks what a new entry says.
  ///
  /// - Throws: `RegisterRefusal`.
  public static func check(
    _ key: RegisterKey, day: LocalDate, subject: SafeText
  ) throws(RegisterRefusal) {
    guard day.components.year == key.year else { throw .dayOutsideYear(day, year: key.year) }
    guard !subject.isBlank else { throw .noSubject }
  }

  /// Checks that an entry may be voided.
  ///
  /// - Throws: `RegisterRefusal`.
  public static func checkVoiding(
    _ entry: RegisterEntry, reason: SafeText
  ) throws(RegisterRefusal) {
    guard !reason.isBlank else { throw .noReason }
    guard entry.voided == nil else { throw .alreadyVoided(entry.reference) }
  }
}

extension RegisterRefusal {
  /// One sentence that says what is wrong and what to do.
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    switch self {
    case .year(let year):
      return isVietnamese
        ? "Sổ văn bản không có năm \(year); hãy nhập năm từ 1900 đến 2199."
        : "No register has the year \(year); enter one from 1900 to 2199."
    case .agency(let text):
      let shown = SafeText(escaping: text).string
      return isVietnamese
        ? "Ký hiệu cơ quan «\(shown)» không dùng được: 1-20 chữ cái, chữ số, «-», «.»."
        : "The symbol \"\(shown)\" of an agency will not do: 1-20 letters, digits, - and stops."
    case .dayOutsideYear(let day, let year):
      return isVietnamese
        ? "Ngày \(day.formatted) không thuộc sổ năm \(year); hãy chọn đúng sổ."
        : "\(day.formatted) does not belong to the register of \(year); choose the right one."
    case .noSubject:
      return isVietnamese
        ? "Chưa nhập trích yếu của văn bản." : "Say what the paper is about."
    case .noReason:
      return isVietnamese
        ? "Hủy số phải có lý do; hãy nhập lý do." : "Voiding a number needs a reason; enter it."
    case .unknown(let reference):
      return isVietnamese
        ? "Sổ chưa cấp số \(reference); hãy kiểm tra lại số và năm."
        : "The register never gave \(reference); check number and year."
    case .alreadyVoided(let reference):
      return isVietnamese
        ? "Số \(reference) đã hủy trước đây." : "\(reference) was voided before."
    case .behind(let last):
      return isVietnamese
        ? "Sổ đã cấp đến số \(last); số đã cấp không dùng lại."
        : "The register has given numbers up to \(last); none is used again."
    }
  }
}
