import Incubation
import Storage
import Testing

@Suite("Lists and boards on every engine")
struct ListContractTests {
  private func titles(
    _ desk: Desk, _ filter: VentureFilter = VentureFilter(), _ sort: VentureSort.Key = .title,
    descending: Bool = false
  ) async throws -> [String] {
    try await desk.ventures.page(
      filter, sort: VentureSort(sort, descending: descending), offset: 0, limit: 100,
      today: desk.today
    ).rows.map(\.title.string)
  }

  @Test("titles sort as Vietnamese dictionaries do", arguments: Engine.allCases)
  func vietnameseOrder(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let sorted: [SafeText] = ["An", "Ăn", "Ân", "Bình", "Dung", "Đặng", "Đỗ", "Oanh", "Ông", "Ơn"]
    for title in sorted.reversed() { _ = try await desk.venture(title) }
    #expect(try await titles(desk) == sorted.map(\.string))
    #expect(try await titles(desk, descending: true) == sorted.reversed().map(\.string))
  }

  @Test("text is found without accents, and đ by d", arguments: Engine.allCases)
  func search(engine: Engine) async throws {
    let desk = try await engine.fresh()
    _ = try await desk.venture("Đổi mới công nghệ")
    _ = try await desk.venture("Đồ gốm 100%")
    _ = try await desk.venture("Doi bay") { $0.representative = "Thạch Sô Phia" }
    var filter = VentureFilter()
    filter.text = "doi"
    #expect(try await titles(desk, filter) == ["Doi bay", "Đổi mới công nghệ"])
    filter.text = "nghe DOI"
    #expect(try await titles(desk, filter) == ["Đổi mới công nghệ"])
    filter.text = "so phia"
    #expect(try await titles(desk, filter) == ["Doi bay"])
    filter.text = "0%"
    #expect(try await titles(desk, filter) == ["Đồ gốm 100%"])
    filter.text = "_"
    #expect(try await titles(desk, filter).isEmpty)
  }

  @Test("each filter keeps what it names", arguments: Engine.allCases)
  func filters(engine: Engine) async throws {
    let desk = try await engine.fresh()
    _ = try await desk.venture("Một") {
      $0.field = "Thủy sản"
      $0.place = "Vĩnh Châu"
      $0.leadOwner = "Lan"
      $0.sourceKind = .event
      $0.tags = ["tôm", "100%"]
      $0.nextStepDue = Desk.start.localDate.adding(days: -2)
    }
    let two = try await desk.venture("Hai") { $0.supportOwner = "Bảo" }
    _ = try await desk.ventures.move(
      two, .setAside, reason: .empty, ifVersion: 1, by: desk.session())
    func found(_ change: (inout VentureFilter) -> Void) async throws -> [String] {
      var filter = VentureFilter()
      change(&filter)
      return try await titles(desk, filter)
    }
    #expect(try await found { $0.field = "thuy san" } == ["Một"])
    #expect(try await found { $0.place = "VĨNH CHÂU" } == ["Một"])
    #expect(try await found { $0.owner = "bảo" } == ["Hai"])
    #expect(try await found { $0.source = .event } == ["Một"])
    #expect(try await found { $0.tag = "100%" } == ["Một"])
    #expect(try await found { $0.tag = "100" }.isEmpty)
    #expect(try await found { $0.dueBy = desk.today } == ["Một"])
    #expect(try await found { $0.statuses = [.setAside] } == ["Hai"])
    #expect(try await found { $0.stages = ["screening"] }.isEmpty)
    #expect(try await found { $0.ids = [two] } == ["Hai"])
    #expect(try await found { $0.ids = [] }.isEmpty)
  }

  @Test("a venture's place in a list is where the list has it", arguments: Engine.allCases)
  func positions(engine: Engine) async throws {
    let desk = try await engine.fresh()
    for index in 0..<12 {
      _ = try await desk.venture(SafeText(escaping: "Dự án \(index % 5)")) {
        $0.nextStepDue = index % 3 == 0 ? nil : Desk.start.localDate.adding(days: index % 4)
        $0.representative = SafeText(escaping: "Nguyễn Văn \(index % 2)")
      }
    }
    for key in VentureSort.Key.allCases {
      for descending in [false, true] {
        let sort = VentureSort(key, descending: descending)
        let page = try await desk.ventures.page(
          VentureFilter(), sort: sort, offset: 0, limit: 50, today: desk.today)
        #expect(page.total == 12)
        for (index, row) in page.rows.enumerated() {
          let place = try await desk.ventures.position(
            of: row.id, in: VentureFilter(), sort: sort, today: desk.today)
          #expect(place == index, "\(key) \(descending)")
        }
      }
    }
  }

  @Test("pages follow each other without gap or overlap", arguments: Engine.allCases)
  func pages(engine: Engine) async throws {
    let desk = try await engine.fresh()
    for index in 0..<25 { _ = try await desk.venture(SafeText(escaping: "Dự án \(index % 7)")) }
    var seen: [Identifier<Venture>] = []
    for offset in stride(from: 0, to: 25, by: 10) {
      let page = try await desk.ventures.page(
        VentureFilter(pipeline: "startup"), sort: VentureSort(.title), offset: offset, limit: 10,
        today: desk.today)
      #expect(page.total == 25)
      seen += page.rows.map(\.id)
    }
    #expect(seen.count == 25)
    #expect(Set(seen).count == 25)
  }

  @Test("the counters of the board agree with the rows", arguments: Engine.allCases)
  func boardCounts(engine: Engine) async throws {
    let desk = try await engine.fresh()
    for index in 0..<20 {
      let id = try await desk.venture(SafeText(escaping: "Dự án \(index)")) {
        $0.nextStepDue = index % 2 == 0 ? Desk.start.localDate.adding(days: index - 10) : nil
      }
      if index % 5 == 0 {
        _ = try await desk.ventures.move(
          id, .setAside, reason: .empty, ifVersion: 1, by: desk.session())
      }
    }
    let later = desk.today.adding(days: 31)
    let fast = try await desk.ventures.board(
      pipeline: "startup", filter: VentureFilter(), offsets: [:], limit: 5, today: later)
    var narrow = VentureFilter()
    narrow.text = "du an"
    let counted = try await desk.ventures.board(
      pipeline: "startup", filter: narrow, offsets: [:], limit: 5, today: later)
    #expect(fast.columns == counted.columns)
    // Who searches is told of those that rest, which no column shows.
    #expect(fast.resting == 0)
    #expect(counted.resting == 4)
    #expect(fast.columns.map(\.count.total) == [16, 0, 0, 0, 0, 0])
    #expect(fast.columns.first?.count.stalled == 16)
    #expect(fast.columns.first?.count.overdue == 8)
    #expect(fast.columns.first?.cards.count == 5)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("facets count what is there", arguments: Engine.allCases)
  func facets(engine: Engine) async throws {
    let desk = try await engine.fresh()
    _ = try await desk.venture("a") {
      $0.place = "Kế Sách"
      $0.tags = ["gạo"]
    }
    _ = try await desk.venture("b") {
      $0.place = "Kế Sách"
      $0.leadOwner = "Lan"
      $0.supportOwner = "Bảo"
    }
    let facets = try await desk.ventures.facets(pipeline: "startup")
    #expect(facets.places == [.init(text: "Kế Sách", count: 2)])
    #expect(Set(facets.owners.map(\.text.string)) == ["Lan", "Bảo"])
    #expect(facets.tags == [.init(text: "gạo", count: 1)])
    #expect(try await desk.ventures.facets(pipeline: "enterprise").places.isEmpty)
  }
}
