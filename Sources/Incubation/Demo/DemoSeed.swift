/// A demo venture as its table writes it: only what a person would say, days as yymmdd.
///
/// The builder in `DemoSeedBuilder` turns it into a `DemoVenture`: stage numbers become the codes
/// of the pipeline, and every stage that was left forward gets the evidence it asks for.
struct DemoSeed: Sendable {
  /// The members of staff who look after ventures.
  enum Owner: String, Sendable {
    case lan, ray, phuc, anh

    /// The name by which forms and lists know the owner.
    var displayName: SafeText {
      switch self {
      case .lan: "Lâm Thị Lan"
      case .ray: "Danh Sa Rây"
      case .phuc: "Nguyễn Hoàng Phúc"
      case .anh: "Phạm Ngọc Ánh"
      }
    }
  }

  /// Where a venture was found.
  enum Source: Sendable {
    case techfest2018, techfest2019, stemDay2019, stemDay2020, contest2019, contest2020
    case referral(SafeText)
    case search(SafeText)

    /// The kind of source.
    var kind: DiscoverySource {
      switch self {
      case .techfest2018, .techfest2019, .stemDay2019, .stemDay2020: .event
      case .contest2019, .contest2020: .contest
      case .referral: .referral
      case .search: .search
      }
    }

    /// Name of the event or contest, or of who pointed the venture out.
    var name: SafeText {
      switch self {
      case .techfest2018: "Techfest Soctrang 2018"
      case .techfest2019: "Techfest Soctrang 2019"
      case .stemDay2019: "Ngày hội STEM 2019"
      case .stemDay2020: "Ngày hội STEM 2020"
      case .contest2019: "Cuộc thi ý tưởng khởi nghiệp sáng tạo Sóc Trăng 2019"
      case .contest2020: "Cuộc thi ý tưởng khởi nghiệp sáng tạo Sóc Trăng 2020"
      case .referral(let name), .search(let name): name
      }
    }
  }

  /// A needs assessment: each axis 0 to 10, and its day.
  struct Needs: Sendable {
    var management: Int
    var vision: Int
    var approach: Int
    var on: Int
  }

  /// A step: stages by their place in the pipeline, 0 for the first.
  enum Step: Sendable {
    case entered(Int)
    case forward(to: Int, Int, because: SafeText = .empty)
    case back(to: Int, Int, because: SafeText)
    case setAside(Int, because: SafeText)
    case resumed(Int)
    case dropped(Int, because: SafeText)
  }

  /// A remark: day, author, text.
  struct Remark: Sendable {
    var day: Int
    var author: Owner
    var text: SafeText

    init(_ day: Int, _ author: Owner, _ text: SafeText) {
      self.day = day
      self.author = author
      self.text = text
    }
  }

  var code: SafeText
  var title: SafeText
  var kind: Venture.Kind
  var field: SafeText
  var place: SafeText
  var representative: SafeText
  var birthYear: Int
  var phone: String?
  var email: SafeText = .empty
  var organisation: SafeText = .empty
  var taxCode: String?
  var source: Source
  var foundOn: Int
  var summary: SafeText
  var problem: SafeText = .empty
  var solution: SafeText = .empty
  var technology: SafeText = .empty
  var intellectualProperty: SafeText = .empty
  var needs: Needs?
  var lead: Owner
  var support: Owner?
  var nextStep: SafeText = .empty
  var due: Int?
  var tags: [SafeText]
  var moves: [Step]
  var remarks: [Remark] = []

  /// The day that yymmdd means: 200915 is 15/09/2020. A test walks all tables, so that a day that
  /// the calendar lacks (it becomes 01/01/1970) is found there.
  static func day(_ yymmdd: Int) -> LocalDate {
    LocalDate(year: 2000 + yymmdd / 10_000, month: yymmdd / 100 % 100, day: yymmdd % 100)
      ?? LocalDate(dayNumber: 0)
  }
}
