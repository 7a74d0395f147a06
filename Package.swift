// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every target: warnings are errors, and nothing that a target
/// imports leaks into its own interface unless it says so.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclusions[name] ?? [], swiftSettings: strict)
}

/// Files that tests read or write by path, and that are therefore no resources of a bundle.
let exclusions: [String: [String]] = [
  "DashboardScreensTests": ["Snapshots"], "DashboardKitTests": ["Snapshots"],
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let dump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")

let package = Package(
  name: "vuonuom",
  products: [
    .library(
      name: "IncubationCore",
      targets: ["Incubation", "Storage", "StorageSQLite", "StoragePostgres"]),
    .executable(name: "vuonuom", targets: ["vuonuom"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
  ],
  targets: [
    .target(
      name: "CNCurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CPostgres"),
    target("TerminalCanvas"),
    target("TerminalCurses", ["CNCurses", "TerminalCanvas"]),
    target("Incubation"),
    target("Storage", ["Incubation", crypto]),
    target("StorageSQLite", ["Storage", "Incubation", grdb, grdbSQLite]),
    target("StoragePostgres", ["Storage", "Incubation", "CPostgres"]),
    target("Interchange", ["Incubation", "Storage"]),
    target("DashboardKit", ["TerminalCanvas", "Incubation", "Storage"]),
    target(
      "DashboardScreens",
      ["DashboardKit", "TerminalCanvas", "Incubation", "Storage", "Interchange"]),
    .executableTarget(
      name: "vuonuom",
      dependencies: [
        "CNCurses", "TerminalCanvas", "TerminalCurses", "Incubation", "Storage", "StorageSQLite",
        "StoragePostgres", "Interchange", "DashboardKit", "DashboardScreens", arguments, toml,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benchmarks", dependencies: ["TestSupport", "Incubation"], path: "Tests/Benchmarks/Run",
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("TidyTests", []),
    tests("TerminalCanvasTests", ["TerminalCanvas"]),
    tests(
      "TerminalCursesTests", ["TerminalCurses", "TerminalCanvas", "DashboardKit", "TestSupport"]),
    tests("IncubationTests", ["Incubation"]),
    tests("InterchangeTests", ["Interchange", "Incubation", "Storage"]),
    tests(
      "StorageContractTests",
      ["Storage", "Incubation", "StorageSQLite", "StoragePostgres", "TestSupport"]),
    tests(
      "StorageSQLiteTests", ["StorageSQLite", "Storage", "Incubation", "TestSupport", grdb]),
    tests(
      "StoragePostgresTests",
      ["Storage", "Incubation", "StoragePostgres", "CPostgres", "TestSupport"]),
    tests(
      "DashboardKitTests", ["DashboardKit", "TerminalCanvas", "Incubation", "Storage", toml]),
    tests(
      "DashboardScreensTests",
      ["DashboardScreens", "DashboardKit", "TerminalCanvas", "Incubation", "Storage", dump]),
    tests(
      "JourneyTests",
      [
        "vuonuom", "DashboardKit", "DashboardScreens", "TerminalCanvas", "Incubation", "Storage",
        "StorageSQLite", "TestSupport",
      ]),
  ]
)
