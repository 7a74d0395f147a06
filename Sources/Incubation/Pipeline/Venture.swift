/// A startup, an idea or an enterprise that the programme carries (hồ sơ khởi nghiệp).
public struct Venture: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Ý tưởng.
    case idea
    /// Dự án, doanh nghiệp khởi nghiệp sáng tạo.
    case startup
    /// Doanh nghiệp ứng dụng KH&CN.
    case enterprise
  }

  /// Whether it is being worked on.
  public enum Status: String, CaseIterable, Sendable {
    /// In a stage.
    case active
    /// Put aside, to be resumed.
    case setAside = "set-aside"
    /// Given up, with a reason.
    case dropped
  }

  /// Identity.
  public var id: Identifier<Venture>
  /// The number by which people call it: "ST-0042"; unique, never reused.
  public var code: SafeText
  /// What a person may edit.
  public var content: VentureContent
  /// Where it stands; a projection of its stage moves.
  public var position: StagePosition
  /// Raised by one with every change.
  public var version: Int

  /// A venture.
  public init(
    id: Identifier<Venture>, code: SafeText, content: VentureContent, position: StagePosition,
    version: Int
  ) {
    self.id = id
    self.code = code
    self.content = content
    self.position = position
    self.version = version
  }
}

/// Where a venture stands.
public struct StagePosition: Hashable, Sendable {
  /// Code of its pipeline.
  public var pipeline: String
  /// Code of its stage.
  public var stage: String
  /// Whether it is being worked on.
  public var status: Venture.Status
  /// The day on which it came into the stage.
  public var enteredOn: LocalDate

  /// A position.
  public init(pipeline: String, stage: String, status: Venture.Status, enteredOn: LocalDate) {
    self.pipeline = pipeline
    self.stage = stage
    self.status = status
    self.enteredOn = enteredOn
  }
}

/// Where a venture was found.
public enum DiscoverySource: String, CaseIterable, Sendable {
  /// An event: Techfest, STEM day.
  case event
  /// A contest.
  case contest
  /// Somebody pointed it out.
  case referral
  /// The department's own search.
  case search
}

/// The three axes on which the cooperation supports small enterprises (content item 4).
public enum NeedAxis: String, CaseIterable, Sendable {
  /// Kiến thức quản lý.
  case management
  /// Tầm nhìn.
  case vision
  /// Phương pháp tiếp cận.
  case approach
}

/// What a person may edit of a venture: the one flat form that screens, imports and exports share.
///
/// Organisation, representative and place are named by their text; storage finds or makes the
/// records behind them. Empty text means that nothing is known.
public struct VentureContent: Hashable, Sendable {
  /// Name of the idea, project or product.
  public var title: SafeText
  /// What it is.
  public var kind: Venture.Kind = .idea
  /// Field of work (lĩnh vực), by its Vietnamese name.
  public var field: SafeText = .empty
  /// Organisation behind it.
  public var organisation: SafeText = .empty
  /// Tax code of the organisation.
  public var taxCode: TaxCode?
  /// Full name of the founder who speaks for it.
  public var representative: SafeText = .empty
  /// Year of birth of the representative.
  public var birthYear: Int?
  /// Telephone of the representative.
  public var phone: PhoneNumber?
  /// E-mail of the representative.
  public var email: SafeText = .empty
  /// Where it works: district, town or province.
  public var place: SafeText = .empty
  /// How it was found; nil when unknown.
  public var sourceKind: DiscoverySource?
  /// Name of the event or contest, or of who pointed it out.
  public var sourceName: SafeText = .empty
  /// When it was found.
  public var foundOn: LocalDate?
  /// What it is about, in a few sentences.
  public var summary: SafeText = .empty
  /// The problem it solves.
  public var problem: SafeText = .empty
  /// How.
  public var solution: SafeText = .empty
  /// The research result or technology it uses.
  public var technology: SafeText = .empty
  /// Patents, trade marks, geographical indications.
  public var intellectualProperty: SafeText = .empty
  /// Need of support on each axis, 0 (none) to 10 (great).
  public var needs: [NeedAxis: Int] = [:]
  /// The day of the needs assessment.
  public var needsOn: LocalDate?
  /// Who looks after it in the leading department.
  public var leadOwner: SafeText = .empty
  /// Who looks after it in the supporting department.
  public var supportOwner: SafeText = .empty
  /// What comes next.
  public var nextStep: SafeText = .empty
  /// By when.
  public var nextStepDue: LocalDate?
  /// Free labels, without duplicates.
  public var tags: [SafeText] = []
  /// Paths of files that belong to it.
  public var attachments: [SafeText] = []

  /// Content with nothing but a title.
  public init(title: SafeText) { self.title = title }
}

/// A piece of evidence that a stage asked for.
public struct Evidence: Hashable, Sendable {
  /// Which requirement it meets.
  public var code: String
  /// The day it was recorded.
  public var recordedOn: LocalDate
  /// Number of the document, path of the file, or a remark.
  public var reference: SafeText

  /// A piece of evidence.
  public init(code: String, recordedOn: LocalDate, reference: SafeText) {
    self.code = code
    self.recordedOn = recordedOn
    self.reference = reference
  }
}

/// A remark in the timeline of a venture; never changed afterwards.
public struct Note: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Note>
  /// When it was written.
  public var writtenAt: Timestamp
  /// Who wrote it: a login.
  public var author: String
  /// What it says; several lines.
  public var text: SafeText

  /// A remark.
  public init(id: Identifier<Note>, writtenAt: Timestamp, author: String, text: SafeText) {
    self.id = id
    self.writtenAt = writtenAt
    self.author = author
    self.text = text
  }
}

/// Another member of the team, besides the representative.
public struct TeamMember: Hashable, Sendable {
  /// The person.
  public var person: Person
  /// What the person does in the venture; empty when unknown.
  public var duty: SafeText

  /// A member.
  public init(person: Person, duty: SafeText) {
    self.person = person
    self.duty = duty
  }
}
