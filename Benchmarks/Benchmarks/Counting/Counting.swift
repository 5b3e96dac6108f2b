import Benchmark
import PodctlCore
import PodctlMeasurement

// Run with: swift package --package-path Benchmarks benchmark
// Ratios against peers are scripts/bench-downloads's and scripts/bench-ingest's; these show where the time goes.

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock, .throughput], warmupIterations: 2, maxDuration: .seconds(3), maxIterations: 200)

  for format in MadeLog.Format.allCases {
    let log = MadeLog(format, lines: 50_000)
    Benchmark("count 50,000 lines of \(format.rawValue), one thread") { benchmark in
      let counter = try MadeLog.counter(threads: 1)
      benchmark.startMeasurement()
      blackHole(try counter.count([log.source]))
    }
  }

  let packed = MadeLog(.cloudFront, lines: 50_000).compressed()
  Benchmark("count 50,000 lines of cloudfront, gzip") { benchmark in
    let counter = try MadeLog.counter(threads: 1)
    benchmark.startMeasurement()
    blackHole(try counter.count([packed]))
  }

  let agents = MadeLog.agents(10_000)
  Benchmark("judge 10,000 distinct agents by podctl's own list") { benchmark in
    let counter = try MadeLog.counter(threads: 1)
    benchmark.startMeasurement()
    blackHole(try counter.count([agents]))
  }

  Benchmark("join 10,000 intervals in a coverage", configuration: .init(scalingFactor: .kilo)) { benchmark in
    for _ in benchmark.scaledIterations {
      var coverage = Coverage()
      for number in Int64(0)..<10 {
        coverage.add(
          Coverage.Interval(start: number * 7919 % 100 * 1000, end: number * 7919 % 100 * 1000 + 900),
          of: Coverage.PathKey(high: 1, low: 2))
      }
      blackHole(coverage)
    }
  }

  Benchmark("cut one listener's 200 requests into rolling windows") { _ in
    let requests = RollingRequests(
      (0..<200).map { number in
        RollingRequests.Request(
          time: Instant(seconds: Int64(number * 7211)), path: Coverage.PathKey(high: 1, low: 2),
          bytes: .placed(Coverage.Interval(start: 0, end: Int64(number) * 10_000)))
      })
    blackHole(requests.windows(.lastTouch) { $0.covered(Coverage.PathKey(high: 1, low: 2), size: nil) > 500_000 })
  }
}
