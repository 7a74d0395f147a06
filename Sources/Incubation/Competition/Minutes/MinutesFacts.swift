/// What minutes of a judging session say besides the numbers: who met where and when, by what
/// decision, what was said, and how the scores can be checked. Read from a file, or made of a
/// stored round.
public struct MinutesFacts: Hashable, Sendable {
  /// Who issues the papers.
  public var agency: IssuingAgency
  /// The contest: "Cuộc thi ý tưởng khởi nghiệp sáng tạo Sóc Trăng năm 2020".
  public var competition: SafeText
  /// The round: "vòng chung kết".
  public var round: SafeText
  /// The decision that lays down the rules.
  public var decision: DecisionReference?
  /// The number of the minutes from the register; nil leaves room for one.
  public var number: Int?
  /// Where the council met.
  public var venue: SafeText
  /// When it began.
  public var begins: Moment
  /// When it ended; nil leaves room.
  public var ends: Moment?
  /// The council, the chair first; secretaries too.
  public var members: [Member]
  /// How many voting members must be present; nil when the rules ask for none.
  public var quorum: Int?
  /// Guests: entrants' teachers, press, supporting department.
  public var guests: [SafeText]
  /// What was done, a paragraph each; empty leaves the usual course.
  public var proceedings: [SafeText]
  /// Objections and how they were settled; empty says that there were none.
  public var objections: [Objection]
  /// The head of each judge's chain of sheets, by the judge's code: 64 hexadecimal digits.
  public var heads: [String: String]
  /// Money for awards, by their codes.
  public var prizes: [String: Money]
  /// Numbers of certificates from the register, by the codes of entries.
  public var certificates: [String: Int]
  /// What judges wrote for entrants, after moderation.
  public var comments: [Comment]
  /// To whom the papers go.
  public var recipients: [SafeText]
  /// Whether the original is signed: this is then a copy that says so.
  public var isSigned: Bool

  /// Facts; what is not given is left out or left blank.
  public init(
    agency: IssuingAgency, competition: SafeText, round: SafeText,
    decision: DecisionReference? = nil, number: Int? = nil, venue: SafeText, begins: Moment,
    ends: Moment? = nil, members: [Member], quorum: Int? = nil, guests: [SafeText] = [],
    proceedings: [SafeText] = [], objections: [Objection] = [], heads: [String: String] = [:],
    prizes: [String: Money] = [:], certificates: [String: Int] = [:], comments: [Comment] = [],
    recipients: [SafeText] = [], isSigned: Bool = false
  ) {
    self.agency = agency
    self.competition = competition
    self.round = round
    self.decision = decision
    self.number = number
    self.venue = venue
    self.begins = begins
    self.ends = ends
    self.members = members
    self.quorum = quorum
    self.guests = guests
    self.proceedings = proceedings
    self.objections = objections
    self.heads = heads
    self.prizes = prizes
    self.certificates = certificates
    self.comments = comments
    self.recipients = recipients
    self.isSigned = isSigned
  }

  /// The members who vote: everybody but secretaries.
  public var voting: [Member] { members.filter { $0.duty != .secretary } }

  /// How many voting members are present.
  public var presentCount: Int { voting.count { $0.absence == nil } }

  /// Whether enough are present; true when the rules ask for no number.
  public var hasQuorum: Bool { presentCount >= (quorum ?? 0) }
}

/// An office that issues papers, with its names as they were on the day of the paper.
public struct IssuingAgency: Hashable, Sendable {
  /// The agency above, "UBND tỉnh Sóc Trăng"; empty for none.
  public var superior: SafeText
  /// Its name: "Sở Khoa học và Công nghệ".
  public var name: SafeText
  /// Its abbreviation in numbers of papers: "SKHCN".
  public var symbol: String
  /// The place in dates: "Sóc Trăng".
  public var place: SafeText

  /// An office.
  public init(superior: SafeText, name: SafeText, symbol: String, place: SafeText) {
    self.superior = superior
    self.name = name
    self.symbol = symbol
    self.place = place
  }
}

/// A decision that a paper is based on.
public struct DecisionReference: Hashable, Sendable {
  /// Number and symbol: "45/QĐ-SKHCN".
  public var number: SafeText
  /// Its day.
  public var day: LocalDate
  /// Who made it: "Giám đốc Sở Khoa học và Công nghệ".
  public var issuer: SafeText

  /// A decision.
  public init(number: SafeText, day: LocalDate, issuer: SafeText) {
    self.number = number
    self.day = day
    self.issuer = issuer
  }

  /// As papers refer to it.
  public var words: String {
    let maker = issuer.isBlank ? "" : " của \(issuer.string)"
    return "Quyết định số \(number.string) \(day.official(.vietnamese))\(maker)"
  }
}

extension MinutesFacts {
  /// A time of a day by the clock of Viet Nam.
  public struct Moment: Hashable, Sendable, Comparable {
    /// The day.
    public var day: LocalDate
    /// Minutes since midnight, 0 to 1439.
    public var minute: Int

    /// A time; nil when there is no such hour or minute.
    public init?(_ day: LocalDate, hour: Int, minute: Int) {
      guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
      self.day = day
      self.minute = hour * 60 + minute
    }

    /// Midnight at the beginning of a day.
    public init(startOf day: LocalDate) {
      self.day = day
      minute = 0
    }

    /// Earlier first.
    public static func < (left: Self, right: Self) -> Bool {
      (left.day, left.minute) < (right.day, right.minute)
    }

    /// As papers print it: "08 giờ 30 phút, ngày 15 tháng 9 năm 2020".
    public var words: String {
      let parts = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : String($0) }
      return "\(parts[0]) giờ \(parts[1]) phút, \(day.official(.vietnamese))"
    }
  }

  /// Somebody of the council.
  public struct Member: Hashable, Sendable {
    /// What the person is in the council.
    public enum Duty: String, CaseIterable, Sendable {
      case chair, deputy, member, secretary

      /// The word for it.
      public var title: String {
        switch self {
        case .chair: "Chủ tịch"
        case .deputy: "Phó Chủ tịch"
        case .member: "Ủy viên"
        case .secretary: "Thư ký"
        }
      }
    }

    /// "Ông", "Bà"; empty for neither.
    public var address: SafeText
    /// Full name.
    public var name: SafeText
    /// Office and organisation: "Phó Giám đốc Sở Khoa học và Công nghệ TP. Hồ Chí Minh".
    public var position: SafeText
    /// What the person is in the council.
    public var duty: Duty
    /// The code by which sheets refer to the person; nil for one who does not score.
    public var judge: String?
    /// Why the person was not there; nil when present.
    public var absence: SafeText?

    /// A member.
    public init(
      address: SafeText = .empty, name: SafeText, position: SafeText = .empty, duty: Duty,
      judge: String? = nil, absence: SafeText? = nil
    ) {
      self.address = address
      self.name = name
      self.position = position
      self.duty = duty
      self.judge = judge
      self.absence = absence
    }

    /// With the form of address before the name.
    public var addressed: String {
      address.isBlank ? name.string : "\(address.string) \(name.string)"
    }
  }

  /// Something that was objected to.
  public struct Objection: Hashable, Sendable {
    /// By whom.
    public var by: SafeText
    /// What.
    public var about: SafeText
    /// How it was settled.
    public var settled: SafeText

    /// An objection.
    public init(by: SafeText, about: SafeText, settled: SafeText) {
      self.by = by
      self.about = about
      self.settled = settled
    }
  }

  /// A remark for an entrant. Who wrote it is not known here.
  public struct Comment: Hashable, Sendable {
    /// The code of the entry.
    public var entry: String
    /// The code of the criterion; nil when it is about the whole.
    public var criterion: String?
    /// The remark.
    public var text: SafeText

    /// A remark.
    public init(entry: String, criterion: String? = nil, text: SafeText) {
      self.entry = entry
      self.criterion = criterion
      self.text = text
    }
  }
}
