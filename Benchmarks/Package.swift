// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds podctl builds the benchmarks' dependencies.
let package = Package(
  name: "podctl-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "podctl", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Counting",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "PodctlCore", package: "podctl"),
        .product(name: "PodctlMeasurement", package: "podctl"),
      ],
      path: "Benchmarks/Counting",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
