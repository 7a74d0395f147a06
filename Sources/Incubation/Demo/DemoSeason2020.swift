extension DemoSeason {
  /// The season as of 15/09/2020, over the pipelines as they are shipped.
  public static let season2020 = season2020(
    startup: ShippedPipelines.startup, enterprise: ShippedPipelines.enterprise)

  /// The season as of 15/09/2020, over two pipelines of six stages each.
  static func season2020(startup: Pipeline, enterprise: Pipeline) -> DemoSeason {
    let ventures = seeds.map { seed in
      seed.venture(in: seed.kind == .enterprise ? enterprise : startup)
    }
    return DemoSeason(
      today: DemoSeed.day(200915), places: shippedPlaces, departments: shippedDepartments,
      accounts: shippedAccounts, contentItems: shippedContentItems, occasions: shippedOccasions,
      ventures: ventures.sorted { $0.code.string < $1.code.string })
  }
}

extension LargeSeason {
  /// So many ventures up to 15/09/2020, over the pipelines as they are shipped.
  public static func ventures(count: Int, seed: UInt64) -> LargeSeason {
    LargeSeason(
      count: count, seed: seed, today: DemoSeed.day(200915),
      startup: ShippedPipelines.startup, enterprise: ShippedPipelines.enterprise)
  }
}
