import LogFuzzing
import PodctlMeasurement
import Testing

@Suite("Spoilt lines of every format")
struct FuzzTests {
  /// `scripts/fuzz-logs` does ten million; this is a slice of it.
  @Test("end with one reason each and stop nothing")
  func slice() throws {
    let seed: UInt64 = 4
    let fuzzer = try LogFuzzer(seed: seed)
    let formats = try FuzzedFormat.all(in: FixtureLogs.root)
    #expect(formats.count >= 17)
    for (batch, format) in formats.enumerated() {
      let ledger = try fuzzer.run(format, lines: 300, batch: batch)
      #expect(ledger.total > 250, "\(format.name), seed \(seed)")
    }
  }

  @Test("are told from a line without a reason")
  func failing() throws {
    // The check itself can fail: a ledger of another log is not this one's.
    let fuzzer = try LogFuzzer(seed: 1)
    let format = try #require(try FuzzedFormat.all(in: FixtureLogs.root).first)
    let one = try fuzzer.run(format, lines: 50, batch: 0)
    let other = try fuzzer.run(format, lines: 80, batch: 0)
    #expect(one != other)
    #expect(try fuzzer.run(format, lines: 50, batch: 0) == one)
  }
}
