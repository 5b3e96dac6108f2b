// swift-tools-version: 6.1
import PackageDescription

// Micro-benchmarks of counting, apart from podctl's own package so that nobody else builds their dependencies:
// `swift package benchmark` in this folder. Without its traits the tool needs no jemalloc.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "podctl", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Counting",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "PodctlMeasurement", package: "podctl"),
        .product(name: "PodctlCore", package: "podctl"),
      ],
      path: "Benchmarks/Counting",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
