import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The small world that these tests draw: a pipeline of six stages, a second one, and ventures
/// with short, ordinary and very long texts.
enum Fixtures {
  static let today = LocalDate(year: 2020, month: 9, day: 15) ?? LocalDate(dayNumber: 18_520)

  static let startup = Pipeline(
    code: "startup",
    title: Bilingual(vietnamese: "Khởi nghiệp ĐMST", english: "Innovative startups"),
    stages: [
      stage("discovery", "Phát hiện", "Discovery", 30, [.field(.phone), .field(.problem)]),
      stage("screening", "Sàng lọc", "Screening", 21, []),
      stage("incubation", "Ươm tạo", "Incubation", 90, [plan]),
      stage("prototype", "Sản phẩm mẫu", "Prototype", 120, []),
      stage("trial", "Thử nghiệm", "Trial", 60, []),
      stage("market", "Ra thị trường", "On the market", nil, []),
    ], kinds: [.idea, .startup])

  static let enterprise = Pipeline(
    code: "enterprise",
    title: Bilingual(vietnamese: "Doanh nghiệp KH&CN", english: "S&T enterprises"),
    stages: [stage("contact", "Tiếp cận", "Contact", 30, [])], kinds: [.enterprise])

  static let plan = ExitRequirement.evidence(
    code: "plan", title: Bilingual(vietnamese: "Kế hoạch ươm tạo", english: "Incubation plan"))

  static func stage(
    _ code: String, _ vietnamese: StaticString, _ english: StaticString, _ days: Int?,
    _ requirements: [ExitRequirement]
  ) -> Stage {
    Stage(
      code: code,
      title: Bilingual(
        vietnamese: SafeText(escaping: "\(vietnamese)"), english: SafeText(escaping: "\(english)")),
      usualDays: days, exitRequirements: requirements)
  }

  static let user = User(login: "lan", displayName: "Trần Thị Lan", roles: [.clerk])

  static func context(
    _ size: Size, _ language: Language = .vietnamese, user: User = user
  ) -> ScreenContext {
    ScreenContext(
      language: language, today: today, user: user, pipelines: [startup, enterprise],
      fieldNames: [
        Bilingual(vietnamese: "Nông nghiệp", english: "Agriculture"),
        Bilingual(vietnamese: "Thủy sản", english: "Aquaculture"),
        Bilingual(vietnamese: "Giáo dục", english: "Education"),
      ], size: size)
  }

  static func id(_ number: Int) -> Identifier<Venture> {
    Identifier(high: 1, low: UInt64(number))
  }

  struct Row {
    var title: SafeText
    var organisation: SafeText
    var who: SafeText
    var stage: String
    var days: Int
    var step: SafeText = .empty
    var due: Int?
  }

  static let rows: [Row] = [
    Row(
      title: "Gạo ST tuần hoàn", organisation: "Hạt Vàng", who: "Trần Văn Đúng",
      stage: "discovery", days: 12, step: "gặp chuyên gia", due: 6),
    Row(
      title: "Đậu phộng Khmer", organisation: .empty, who: "Thạch Sơn", stage: "discovery",
      days: 3, step: "thẩm định hồ sơ"),
    Row(
      title: "Bột sữa hạt sen", organisation: .empty, who: "Lý Thị Hoa", stage: "screening",
      days: 24, step: "gọi điện", due: -3),
    Row(
      title: "Máy sấy mini", organisation: .empty, who: "Lâm Hòa", stage: "screening", days: 9,
      step: "gọi lại", due: 2),
    Row(
      title: "Tôm càng xanh hai giai đoạn", organisation: "Hợp tác xã Kim Danh",
      who: "Danh Kim", stage: "incubation", days: 41, step: "họp", due: 6),
    Row(
      title: "Nước mắm chay", organisation: .empty, who: "Ngô Thị Mai", stage: "incubation",
      days: 132),
    Row(
      title: "Robot học đường dạy tiếng Khmer", organisation: "THPT Hoàng Diệu",
      who: "Lê Minh Trí", stage: "prototype", days: 31, step: "mẫu 2", due: 15),
    Row(
      title: "Chả cá thát lát", organisation: "Cơ sở Tư Bé", who: "Nguyễn Tư",
      stage: "prototype", days: 60, step: "đăng ký nhãn hiệu"),
    Row(
      title: "Phân bón từ rơm", organisation: "TT Kiểm nghiệm", who: "Ngô Phước",
      stage: "trial", days: 18, step: "kết quả", due: 3),
    Row(
      title: "Màng bọc bã mía", organisation: .empty, who: "Ngô Phước", stage: "trial", days: 22,
      step: "đợt đo 2"),
  ]

  static let long: SafeText =
    "Nghiên cứu, chuyển giao và thương mại hóa quy trình nuôi tôm càng xanh toàn đực xen canh lúa"

  static func summary(_ number: Int, _ row: Row) -> VentureSummary {
    VentureSummary(
      id: id(number), code: SafeText(escaping: "ST-000\(number)"), title: row.title,
      kind: .startup, field: "Nông nghiệp", representative: row.who,
      organisation: row.organisation, place: "Mỹ Xuyên",
      position: StagePosition(
        pipeline: "startup", stage: row.stage, status: .active,
        enteredOn: today.adding(days: -row.days)),
      nextStep: row.step, nextStepDue: row.due.map { today.adding(days: $0) },
      leadOwner: "lan", sourceKind: .contest, tags: ["OCOP"], version: 3)
  }

  /// The ventures; with very long texts when asked for.
  static func summaries(isLong: Bool = false) -> [VentureSummary] {
    rows.enumerated().map { index, row in
      var row = row
      if isLong {
        row.title = long
        row.organisation = long
        row.who = long
        row.step = row.step.isBlank ? .empty : long
      }
      return summary(index + 1, row)
    }
  }

  static func board(_ summaries: [VentureSummary]) -> BoardPage {
    BoardPage(
      pipeline: "startup",
      columns: startup.stages.map { stage in
        let cards = summaries.filter { $0.position.stage == stage.code }
        let stalled = cards.filter { card in
          stage.usualDays.map { today.days(since: card.position.enteredOn) > $0 } ?? false
        }
        let overdue = cards.filter { ($0.nextStepDue ?? today) < today }
        return BoardPage.Column(
          count: StageCount(
            stage: stage.code, total: cards.count, stalled: stalled.count,
            overdue: overdue.count),
          offset: 0, cards: cards)
      })
  }
}
