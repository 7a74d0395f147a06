import Testing

@testable import Incubation

/// The demo season: what pictures, journeys and the first steps of a new user rest on.
@Suite("Demo season 2019-2020")
struct DemoSeasonTests {
  let season = DemoSeason.season2020
  let startup = ShippedPipelines.startup
  let enterprise = ShippedPipelines.enterprise

  func pipeline(of venture: DemoVenture) -> Pipeline {
    venture.pipeline == enterprise.code ? enterprise : startup
  }

  func summaries(of pipeline: Pipeline) -> [VentureSummary] {
    season.ventures.enumerated().filter { $0.element.pipeline == pipeline.code }.map {
      $0.element.summary(id: Identifier(high: 0, low: UInt64($0.offset)))
    }
  }

  func active(in pipeline: Pipeline) -> [Int] {
    let active = summaries(of: pipeline).filter { $0.position.status == .active }
    return pipeline.stages.map { stage in active.count { $0.position.stage == stage.code } }
  }

  @Test("Sixty-two ventures stand where the plan of the season puts them")
  func countsByStage() {
    #expect(season.today.description == "2020-09-15")
    #expect(season.ventures.count == 62)
    #expect(active(in: startup) == [9, 6, 11, 8, 4, 3])
    #expect(active(in: enterprise) == [2, 3, 3, 2, 2, 2])
    let statuses = season.ventures.map(\.position.status)
    #expect(statuses.count { $0 == .setAside } == 4)
    #expect(statuses.count { $0 == .dropped } == 3)
  }

  @Test("Exactly five are overdue")
  func overdue() {
    let late = [startup, enterprise].flatMap(summaries).filter {
      $0.isOverdue(today: season.today)
    }
    #expect(
      Set(late.map(\.title.string)) == [
        "Bột sữa hạt sen", "Kho mát hành tím", "Nhãn sấy dẻo không hạt",
        "Chế phẩm vi sinh cho ao tôm", "Gạo hữu cơ hút chân không",
      ])
  }

  @Test("Exactly four have stood for longer than usual")
  func stalled() {
    let slow = [startup, enterprise].flatMap { pipeline in
      summaries(of: pipeline).filter { $0.isStalled(in: pipeline, today: season.today) }
    }
    #expect(
      Set(slow.map(\.title.string)) == [
        "Bột sữa hạt sen", "Nước mắm chay", "Thổ cẩm Khmer đương đại", "Chiếu lác dệt dày",
      ])
    #expect(slow.contains { $0.daysInStage(today: season.today) == 132 })
  }

  @Test("Codes count from ST-0001 in the order of entry; titles differ")
  func codes() {
    let expected = (1...62).map { "ST-00" + ($0 < 10 ? "0" : "") + String($0) }
    #expect(season.ventures.map(\.code.string) == expected)
    #expect(Set(season.ventures.map(\.content.title)).count == 62)
    let entries = season.ventures.compactMap { $0.moves.first?.movedAt.localDate }
    #expect(entries == entries.sorted())
  }

  @Test("Identifiers have the form of real ones, and belong to one venture each")
  func identifiers() throws {
    for content in season.ventures.map(\.content) {
      if let code = content.taxCode { #expect(try TaxCode.parse(code.text) == code) }
      if let phone = content.phone {
        let parsed = try PhoneNumber.parse(phone.digits)
        #expect(parsed.number == phone && !parsed.converted)
      }
      if !content.email.isBlank {
        #expect(try EmailAddress.check(content.email.string) == content.email)
        #expect(content.email.string.hasSuffix(".example"))
      }
    }
    let codes = season.ventures.compactMap(\.content.taxCode)
    #expect(Set(codes).count == codes.count && codes.count >= 30)
    let phones = season.ventures.compactMap(\.content.phone)
    #expect(Set(phones).count == phones.count && phones.count == 61)
  }

  @Test("Every venture says what it is; those further on say more")
  func contents() {
    for venture in season.ventures {
      let content = venture.content
      let stage = pipeline(of: venture).index(of: venture.position.stage) ?? -1
      let always = [
        content.title, content.field, content.place, content.representative, content.summary,
        content.leadOwner,
      ]
      #expect(always.allSatisfy { !$0.isBlank }, "\(venture.code)")
      #expect(content.foundOn != nil && !content.sourceName.isBlank, "\(venture.code)")
      if stage > 0 && venture.position.status == .active {
        #expect(!content.problem.isBlank && !content.solution.isBlank, "\(venture.code)")
        #expect(content.phone != nil && !content.supportOwner.isBlank, "\(venture.code)")
      }
      if stage > 1 {
        #expect(!content.technology.isBlank && content.needs.count == 3, "\(venture.code)")
        #expect(content.needs.values.allSatisfy { (0...10).contains($0) })
      }
      #expect(Set(content.tags).count == content.tags.count)
      #expect(content.nextStep.isBlank == (content.nextStepDue == nil))
    }
  }

  @Test("One idea lacks what its stage asks for, to show how a refusal looks")
  func incomplete() {
    let bare = season.ventures.filter { $0.content.problem.isBlank || $0.content.phone == nil }
    #expect(bare.map(\.content.title) == ["Gạo ST tuần hoàn"])
    #expect(bare.map(\.position.stage) == [startup.stages[0].code])
  }

  @Test("Places, owners, actors and sources are those of the season")
  func references() {
    let districts = Set(season.places.filter { $0.level == .district }.flatMap(\.names).map(\.name))
    let names = Set(season.accounts.filter { $0.roles.contains(.clerk) }.map(\.displayName))
    let movers = Set(
      season.accounts.filter { Access.allows(.moveVentures, to: $0.roles) }.map(\.login))
    let occasions = Set(season.occasions.map(\.name))
    let fields = Set(ShippedFields.all.map(\.vietnamese))
    for venture in season.ventures {
      let content = venture.content
      #expect(districts.contains(content.place), "\(content.place)")
      #expect(fields.contains(content.field), "\(content.field)")
      #expect(names.contains(content.leadOwner))
      #expect(content.supportOwner.isBlank || names.contains(content.supportOwner))
      #expect(venture.moves.allSatisfy { movers.contains($0.actor) })
      #expect(venture.remarks.allSatisfy { movers.contains($0.author) })
      if content.sourceKind == .event || content.sourceKind == .contest {
        #expect(occasions.contains(content.sourceName))
      }
    }
  }

  @Test("Sóc Trăng's department bears the name of the day")
  func datedNames() throws {
    let names = try #require(season.departments.first).names
    let signed = try #require(LocalDate(year: 2019, month: 1, day: 2))
    let lastDay = try #require(LocalDate(year: 2025, month: 6, day: 30))
    let joined = try #require(LocalDate(year: 2025, month: 7, day: 1))
    #expect(names.name(on: signed) == "Sở Khoa học và Công nghệ tỉnh Sóc Trăng")
    #expect(names.name(on: lastDay) == "Sở Khoa học và Công nghệ tỉnh Sóc Trăng")
    #expect(names.name(on: joined) == "Sở Khoa học và Công nghệ thành phố Cần Thơ")
    let places = Dictionary(uniqueKeysWithValues: season.places.map { ($0.key, $0) })
    let province = try #require(places["94"])
    #expect(places[try #require(province.successor)]?.names.first?.name == "Cần Thơ")
    #expect(season.places.count { $0.parent == "94" } == 11)
    #expect(season.places.allSatisfy { $0.parent.map { places[$0] != nil } ?? true })
  }

  @Test("Every role has a user, and the minutes have five items")
  func accounts() {
    let roles = season.accounts.reduce(into: Set<UserRole>()) { $0.formUnion($1.roles) }
    #expect(roles == Set(UserRole.allCases))
    #expect(season.accounts.allSatisfy { User.isLogin($0.login) })
    #expect(season.accounts.map(\.login) == season.accounts.map(\.login).sorted())
    let keys = Set(season.departments.map(\.key))
    #expect(season.accounts.allSatisfy { $0.department.map(keys.contains) ?? true })
    #expect(season.contentItems.count == 5)
  }
}
