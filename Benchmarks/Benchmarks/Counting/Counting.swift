import Benchmark
import Foundation
import PodctlCore
import PodctlMeasurement

// Each benchmark is a whole count of a log in memory, made so that one part of the work stands out: what is read and
// thrown away at once, ever new agents, ever new listeners, one listener's many ranges.

private let lineCount = 20_000
private let header = "#Version: 1.0\n#Fields: date time sc-bytes c-ip cs-method cs-uri-stem sc-status cs(User-Agent) sc-range-start sc-range-end\n"

private func log(_ line: (Int) -> String) -> LogSource {
  .memory(name: "benchmark", bytes: Array((header + (0..<lineCount).map(line).joined()).utf8))
}

private func line(_ number: Int, address: String, path: String = "/e.mp3", agent: String, range: String = "-\t-") -> String {
  "2026-06-10\t10:\(10 + number / 60 % 50):\(10 + number % 50)\t900000\t\(address)\tGET\t\(path)\t206\t\(agent)\t\(range)\n"
}

private func counter(_ lists: FilterLists) throws -> DownloadCounter {
  let path = MeasuredPath(path: "/e.mp3", episode: 0, bytes: 90_000_000, seconds: 3600, kbps: 192)
  return DownloadCounter(try EpisodeCatalogue(episodes: ["e"], paths: [path]), lists: lists, threads: 1)
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .throughput], maxDuration: .seconds(3), maxIterations: 100)

  let overcast = "Overcast/3.0%20(+http://overcast.fm/;%20iOS%20podcast%20app)"
  let inputs: [(String, LogSource)] = [
    ("Reading lines that no episode has", log { line($0, address: "85.1.2.3", path: "/none.mp3", agent: overcast) }),
    ("Judging agents, each seen once", log { line($0, address: "85.1.2.3", agent: "Player\($0)/\($0 % 97).2%20(Android)") }),
    ("Finding groups, each listener seen once", log { line($0, address: "85.\($0 >> 16).\($0 >> 8 & 255).\($0 & 255)", agent: overcast) }),
    ("Joining ranges of one listener in any order", log {
      let start = $0 &* 7919 % lineCount * 4000
      return line($0, address: "85.1.2.3", agent: overcast, range: "\(start)\t\(start + 20)")
    }),
  ]
  for (name, input) in inputs {
    Benchmark(name) { benchmark in
      let counter = try counter(try FilterLists.builtIn())
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations { blackHole(try counter.count([input])) }
    }
  }

  Benchmark("Reading the published lists") { benchmark in
    let folder = FileManager.default.currentDirectoryPath + "/../../shared/data/opawg"
    guard FileManager.default.fileExists(atPath: folder) else { return }
    for _ in benchmark.scaledIterations { blackHole(try FilterLists.reading([folder])) }
  }

  Benchmark("Union of a thousand ranges") { benchmark in
    for _ in benchmark.scaledIterations {
      var coverage = Coverage()
      let key = Coverage.PathKey(high: 1, low: 2)
      for number in 0..<1000 {
        let start = Int64(number &* 7919 % 1000) * 1000
        coverage.add(Coverage.Interval(start: start, end: start + 600), of: key)
      }
      blackHole(coverage.covered(key, size: 1_000_000))
    }
  }
}
