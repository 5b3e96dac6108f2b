import PodctlCore
import PodctlMeasurement
import SeededNumbers

/// Counts spoilt logs and holds the engine to what must be so of any log: it neither stops nor fails, and every line
/// ends with one reason.
public struct LogFuzzer {
  /// What was not as it must be, with what makes it again.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  private let catalogue: EpisodeCatalogue
  private let lists: FilterLists
  private let seed: UInt64

  public init(seed: UInt64) throws {
    self.seed = seed
    catalogue = try EpisodeCatalogue(
      episodes: ["a", "seven"],
      paths: [
        MeasuredPath(path: "/a.mp3", episode: 0, bytes: 10_000_000, seconds: 600),
        MeasuredPath(path: "ep-7", episode: 1, bytes: nil),
      ])
    lists = try FilterLists.builtIn()
  }

  /// Spoils so many lines of a format, counts them as one log, and explains one of them. Returns how many lines have
  /// which reason; throws `Failure`.
  public func run(_ format: FuzzedFormat, lines: Int, batch: Int) throws -> LineLedger {
    var random = SplitMix(seed: seed &* 1_000_003 &+ UInt64(batch))
    // The first line stands as it is, so that the format can be told.
    var bytes = format.header + format.lines[0] + [10]
    var mutation = LineMutation(SplitMix(seed: random.next()))
    for _ in 1..<max(2, lines) {
      let line = format.lines[random.below(format.lines.count)]
      bytes += mutation.spoil(line, format.lines[random.below(format.lines.count)])
      // Some logs end their lines as Windows does.
      if random.below(20) == 0 { bytes.append(13) }
      bytes.append(10)
    }
    let place = "\(format.name), seed \(seed), batch \(batch)"
    var counter = DownloadCounter(
      catalogue, lists: lists, rules: FuzzedRules.pick(&random), threads: 1, keepsListeners: random.below(2) == 0)
    counter.formats = format.choice
    let source = LogSource.memory(name: place, bytes: bytes)
    do {
      let ledger = try counter.count([source]).ledger
      let records = LogFuzzer.records(bytes, format.header.split(separator: 10).count)
      guard ledger.total == Int64(records.count) else {
        throw Failure(description: "\(place): \(records.count) lines, but \(ledger.total) reasons")
      }
      let line = records[random.below(records.count)]
      let explanation = try counter.explain(line: line, of: source, in: [source])
      guard ledger[explanation.reason] > 0 else {
        throw Failure(description: "\(place): line \(line) is \(explanation.reason.rawValue), which no line is")
      }
      return ledger
    } catch let error as PodctlError {
      throw Failure(description: "\(place): \(error.code.rawValue): \(error.message)")
    }
  }

  /// The numbers of the lines that are records, by the plainest reading of what a line is.
  private static func records(_ bytes: [UInt8], _ headers: Int) -> [Int] {
    var numbers: [Int] = []
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let text = line.last == 13 ? line.dropLast() : line
      if text.isEmpty || text.first == UInt8(ascii: "#") || index < headers { continue }
      numbers.append(index + 1)
    }
    return numbers
  }
}

/// Every profile and window has its turn.
enum FuzzedRules {
  static func pick(_ random: inout SplitMix) -> CountingRules {
    let profiles = CountingProfile.allCases
    let windows = MeasurementWindow.allCases
    return CountingRules(
      profiles[random.below(profiles.count)], windows[random.below(windows.count)],
      volumeLimit: random.below(4) == 0 ? 1 + random.below(5) : nil)
  }
}
