// swift-tools-version: 6.2
import Foundation
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func layer(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["PodctlTestSupport", "SeededNumbers"], exclude: exclude,
    swiftSettings: strict)
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

// What swift-configuration compiles in. Named so that the pins below hold; no file imports them.
let pinnedOnly: [Target.Dependency] = [
  .product(name: "SystemPackage", package: "swift-system"),
  .product(name: "DequeModule", package: "swift-collections"),
]

// A new migration is named here and in Migrations/Migrations.swift; a test compares both with the folder.
let migrations = [
  "0001_foundation.sql", "0002_measurement.sql", "0003_attribution.sql", "0004_paper.sql",
  "0005_isolation.postgres.sql", "0006_counting.sql", "0007_parts.postgres.sql", "0007_parts.sqlite.sql",
  "0008_counting_isolation.postgres.sql", "0009_closing.postgres.sql", "0010_partitions.postgres.sql",
  "0010_partitions.timescaledb.sql", "0011_outbox.sql", "0012_outbox_isolation.postgres.sql",
  "0014_schedules.sql", "0015_schedules_isolation.postgres.sql", "0016_money.sql",
  "0017_money_isolation.postgres.sql", "0020_mail_events.sql", "0021_mail_events_isolation.postgres.sql",
  "0022_brands.sql", "0023_brands_isolation.postgres.sql", "0024_plans.sql", "0025_plans_isolation.postgres.sql",
  "0026_contract_terms.sql", "0027_contract_terms_isolation.postgres.sql",
  "0028_mail_ends.postgres.sql", "0028_mail_ends.sqlite.sql", "0029_templates.sql",
  "0030_mail_ends_held.postgres.sql", "0031_mail_recalls.postgres.sql", "0031_mail_recalls.sqlite.sql",
  "0032_subscriptions.sql", "0033_subscriptions_isolation.postgres.sql",
]

// Logs compressed with zstd are read where the library is at hand.
let hasZstd = FileManager.default.fileExists(atPath: "/usr/include/zstd.h")

// Layers are modules; arrows point down. docs/ARCHITECTURE.md draws the same picture.
let package = Package(
  name: "podctl",
  products: [
    .executable(name: "podctl", targets: ["podctl"]),
    .library(name: "PodctlCore", targets: ["PodctlCore"]),
    .library(name: "PodctlMeasurement", targets: ["PodctlMeasurement"]),
  ],
  // Pinned here, one version each, those that the chosen ones compile in among them: Package.resolved cannot be kept, for
  // it names where each package was fetched from, and machines that build this fetch from mirrors. What is resolved but
  // never compiled (swift-service-lifecycle, swift-async-algorithms) is not pinned. scripts/outdated shows what is newer.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: ["YAML"]),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
  ],
  targets: [
    .executableTarget(name: "podctl", dependencies: ["PodctlCommands"] + pinnedOnly, swiftSettings: strict),
    layer(
      "PodctlCommands",
      [
        "PodctlOperations", "PodctlRender", "PodctlStore", "PodctlGateways", "PodctlMeasurement", "PodctlCore",
        "PodctlDigest", argumentParser,
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ]),
    layer(
      "PodctlOperations",
      ["PodctlStore", "PodctlGateways", "PodctlMeasurement", "PodctlRender", "PodctlDigest", "PodctlCore"]),
    layer("PodctlMeasurement", ["PodctlCore", "PodctlDigest", "CScan", "CIsal", "CZlib"] + (hasZstd ? ["CZstd"] : [])),
    layer("PodctlStore", ["PodctlCore", "PodctlDigest", "Migrations", "CLibPQ", "CSQLite", "CZlib"]),
    layer("PodctlGateways", ["PodctlCore", "PodctlDigest", "CCurl"]),
    layer("PodctlRender", ["PodctlCore", .product(name: "Mustache", package: "swift-mustache")]),
    layer("PodctlDigest", ["CCrypto"]),
    layer("PodctlCore", []),
    .target(
      name: "Migrations", path: "Migrations", resources: migrations.map { .embedInCode($0) }, swiftSettings: strict),

    // What Swift has no word for: sixteen bytes compared at once, and asking for memory ahead of its use.
    .target(name: "CScan"),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    .target(
      name: "PodctlTestSupport",
      dependencies: [
        "PodctlCommands", "PodctlOperations", "PodctlMeasurement", "PodctlStore", "PodctlGateways", "PodctlCore",
        "Migrations",
      ],
      path: "Tests/PodctlTestSupport", swiftSettings: strict),
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
    .target(
      name: "LogFuzzing", dependencies: ["PodctlMeasurement", "PodctlCore", "SeededNumbers"], path: "Tests/LogFuzzing",
      swiftSettings: strict),
    .executableTarget(
      name: "fuzz-logs", dependencies: ["LogFuzzing", "PodctlMeasurement", "PodctlCore"], path: "Tests/FuzzLogs",
      swiftSettings: strict),
    .target(
      name: "StripeFake", dependencies: ["PodctlGateways", "PodctlCore", "CCrypto", "CTLS"], path: "Tests/StripeFake",
      swiftSettings: strict),
    .systemLibrary(name: "CTLS", path: "Tests/CTLS", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
    .executableTarget(
      name: "fake-services", dependencies: ["StripeFake"], path: "Tests/FakeServices", swiftSettings: strict),
    .target(
      name: "OutboxSimulation",
      dependencies: ["StripeFake", "PodctlOperations", "PodctlStore", "PodctlGateways", "PodctlCore"],
      path: "Tests/OutboxSimulation", swiftSettings: strict),
    .executableTarget(
      name: "simulate-outbox", dependencies: ["OutboxSimulation"], path: "Tests/SimulateOutbox", swiftSettings: strict),
    tests("PodctlCoreTests", ["PodctlCore"]),
    tests("PodctlStoreTests", ["PodctlStore", "PodctlCore", "Migrations"]),
    tests("PodctlMeasurementTests", ["PodctlMeasurement", "PodctlCore", "LogFuzzing"]),
    tests("PodctlGatewaysTests", ["PodctlGateways", "PodctlCore", "StripeFake"]),
    tests("PodctlRenderTests", ["PodctlRender", "PodctlCore"]),
    tests(
      "PodctlOperationsTests",
      ["PodctlOperations", "PodctlStore", "PodctlGateways", "PodctlCore", "StripeFake", "OutboxSimulation"]),
    tests(
      "PodctlCommandsTests",
      [
        "PodctlCommands", "PodctlStore", "PodctlCore", "StripeFake", argumentParser,
        .product(name: "Yams", package: "Yams"),
      ]),
    tests("TranscriptTests", ["PodctlCore"], exclude: ["Transcripts"]),
    tests("ArchitectureTests", []),
  ],
  swiftLanguageModes: [.v6]
)
