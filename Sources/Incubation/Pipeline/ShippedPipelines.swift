/// The pipelines that a new database starts with. They are data: a department changes them.
public enum ShippedPipelines {
  /// All of them; the first is where a venture goes when nothing else is said.
  public static let all: [Pipeline] = [startup, enterprise]

  /// The pipeline for a kind of venture, else the first.
  public static func pipeline(for kind: Venture.Kind) -> Pipeline {
    all.first { $0.kinds.contains(kind) } ?? startup
  }

  /// Startups and ideas: from discovery at an event or contest to a tested product.
  public static let startup = Pipeline(
    code: "startup",
    title: Bilingual(vietnamese: "Khởi nghiệp ĐMST", english: "Innovative startups"),
    stages: [
      Stage(
        code: "discovery", title: Bilingual(vietnamese: "Phát hiện", english: "Discovery"),
        usualDays: 30, exitRequirements: [.field(.phone), .field(.problem)]),
      Stage(
        code: "screening", title: Bilingual(vietnamese: "Sàng lọc", english: "Screening"),
        usualDays: 21,
        exitRequirements: [
          .field(.field), .field(.representative), .field(.solution),
          .evidence(
            code: "appraisal-minutes",
            title: Bilingual(vietnamese: "Biên bản thẩm định", english: "Appraisal minutes")),
        ]),
      Stage(
        code: "incubation", title: Bilingual(vietnamese: "Ươm tạo", english: "Incubation"),
        usualDays: 90,
        exitRequirements: [
          .field(.needsOn), .field(.technology),
          .evidence(
            code: "business-model",
            title: Bilingual(vietnamese: "Mô hình kinh doanh", english: "Business model")),
        ]),
      Stage(
        code: "prototype", title: Bilingual(vietnamese: "Sản phẩm mẫu", english: "Prototype"),
        usualDays: 120,
        exitRequirements: [
          .evidence(
            code: "prototype", title: Bilingual(vietnamese: "Mẫu thử", english: "Prototype"))
        ]),
      Stage(
        code: "testing", title: Bilingual(vietnamese: "Thử nghiệm", english: "Testing"),
        usualDays: 60,
        exitRequirements: [
          .evidence(
            code: "test-result",
            title: Bilingual(vietnamese: "Kết quả thử nghiệm", english: "Test result"))
        ]),
      Stage(
        code: "market",
        title: Bilingual(vietnamese: "Ra thị trường", english: "To market"),
        usualDays: nil),
    ],
    kinds: [.idea, .startup])

  /// Enterprises that apply science and technology: the four kinds of programme of the
  /// cooperation (complete a technology, trial production, testing, renewal), after a survey.
  public static let enterprise = Pipeline(
    code: "enterprise",
    title: Bilingual(
      vietnamese: "Doanh nghiệp ứng dụng KH&CN", english: "Enterprises applying S&T"),
    stages: [
      Stage(
        code: "survey", title: Bilingual(vietnamese: "Khảo sát", english: "Survey"),
        usualDays: 30,
        exitRequirements: [.field(.organisation), .field(.phone), .field(.problem)]),
      Stage(
        code: "needs-appraisal",
        title: Bilingual(vietnamese: "Thẩm định nhu cầu", english: "Needs appraisal"),
        usualDays: 30,
        exitRequirements: [
          .field(.taxCode), .field(.needsOn),
          .evidence(
            code: "appraisal-minutes",
            title: Bilingual(vietnamese: "Biên bản thẩm định", english: "Appraisal minutes")),
        ]),
      Stage(
        code: "technology",
        title: Bilingual(vietnamese: "Hoàn thiện công nghệ", english: "Technology completion"),
        usualDays: 180,
        exitRequirements: [
          .field(.technology),
          .evidence(
            code: "process-document",
            title: Bilingual(
              vietnamese: "Quy trình công nghệ", english: "Description of the process")),
        ]),
      Stage(
        code: "trial-production",
        title: Bilingual(vietnamese: "Sản xuất thử", english: "Trial production"),
        usualDays: 120,
        exitRequirements: [
          .evidence(
            code: "sample-product",
            title: Bilingual(vietnamese: "Sản phẩm mẫu", english: "Sample product"))
        ]),
      Stage(
        code: "product-testing",
        title: Bilingual(vietnamese: "Thử nghiệm sản phẩm", english: "Product testing"),
        usualDays: 60,
        exitRequirements: [
          .evidence(
            code: "test-result",
            title: Bilingual(vietnamese: "Kết quả thử nghiệm", english: "Test result"))
        ]),
      Stage(
        code: "renewed",
        title: Bilingual(
          vietnamese: "Đổi mới công nghệ xong", english: "Technology renewed"),
        usualDays: nil),
    ],
    kinds: [.enterprise])
}

/// The fields of work that a new database starts with. They are data: a department changes them.
public enum ShippedFields {
  /// All of them, in the order in which lists show them.
  public static let all: [Bilingual] = [
    Bilingual(vietnamese: "Nông nghiệp công nghệ cao", english: "High-tech agriculture"),
    Bilingual(vietnamese: "Thủy sản", english: "Aquaculture and fisheries"),
    Bilingual(vietnamese: "Chế biến thực phẩm", english: "Food processing"),
    Bilingual(vietnamese: "Thủ công mỹ nghệ Khmer", english: "Khmer handicrafts"),
    Bilingual(vietnamese: "Giáo dục STEM", english: "STEM education"),
    Bilingual(vietnamese: "Môi trường", english: "Environment"),
    Bilingual(vietnamese: "Năng lượng", english: "Energy"),
    Bilingual(vietnamese: "Y tế", english: "Health"),
    Bilingual(vietnamese: "Công nghệ thông tin", english: "Information technology"),
    Bilingual(vietnamese: "Cơ khí, tự động hóa", english: "Mechanics and automation"),
    Bilingual(vietnamese: "Du lịch", english: "Tourism"),
    Bilingual(vietnamese: "Vật liệu", english: "Materials"),
  ]
}
