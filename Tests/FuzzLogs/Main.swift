import Foundation
import Glibc
import LogFuzzing
import PodctlCore
import PodctlMeasurement

/// Fuzzes the log formats for as long as asked: `fuzz-logs LINES SEED FIXTURES`.
@main
struct Main {
  private static let batchSize = 20_000

  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let lines = Int(words[1]), let seed = UInt64(words[2]), lines > 0 else {
      fail("usage: fuzz-logs LINES SEED FIXTURES")
    }
    let formats = try FuzzedFormat.all(in: words[3])
    let fuzzer = try LogFuzzer(seed: seed)
    say("\(lines) lines through \(formats.count) formats, seed \(seed)")
    var done = 0
    var batch = 0
    var perFormat = [Int](repeating: 0, count: formats.count)
    var ledger: [String: Int64] = [:]
    while done < lines {
      let format = batch % formats.count
      let count = min(batchSize, max(2, lines - done))
      do {
        let found = try fuzzer.run(formats[format], lines: count, batch: batch)
        for row in found.rows { ledger[row.reason.rawValue, default: 0] += row.lines }
      } catch {
        fail("\(error)")
      }
      perFormat[format] += count
      done += count
      batch += 1
      if batch == formats.count { say("peak after one batch of each: \(peak()) MiB") }
    }
    for (format, count) in zip(formats, perFormat) { say("\(format.name): \(count) lines") }
    for reason in ledger.keys.sorted() { say("\(reason): \(ledger[reason] ?? 0)") }
    say("no crash, no line without a reason; peak resident memory \(peak()) MiB")
  }

  private static func peak() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
  }

  private static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  private static func fail(_ text: String) -> Never {
    FileHandle.standardError.write(Data((text + "\n").utf8))
    exit(1)
  }
}
