import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

@Suite("Why a line was counted")
struct ExplainTests {
  private func explain(_ number: Int, _ lines: [CloudFrontLine]) throws -> LineExplanation {
    let log = Counting.log(lines)
    return try Counting.counter().explain(line: number, of: log, in: [log])
  }

  @Test("every line's reason is the one it is counted under, and one line of a download is counted")
  func agreement() throws {
    for seed in UInt64(1)...20 {
      var random = SplitMix(seed: seed)
      let lines = (0..<20).map { _ in
        var line = CloudFrontLine()
        line.status = random.pick(["200", "206", "206", "404"])
        line.bytes = random.pick(["300000", "600000", "2000000"])
        line.time = random.pick(["10:00:00", "11:00:00", "12:00:00"])
        line.address = random.pick(["192.0.2.1", "192.0.2.2"])
        line.agent = random.pick(["Overcast/1.0", "Overcast/1.0", "Googlebot/2.1"])
        line.requestID = "r\(random.below(5))"
        return line
      }
      var ledger = LineLedger()
      for number in lines.indices { ledger[try explain(number + 3, lines).reason] += 1 }
      #expect(ledger == (try Counting.count(lines).ledger), "seed \(seed)")
    }
  }

  @Test("the line that crosses the threshold in the order of time is the counted one")
  func order() throws {
    func part(_ time: String, _ first: String, _ last: String) -> CloudFrontLine {
      var line = CloudFrontLine()
      line.status = "206"
      line.time = time
      line.first = first
      line.last = last
      return line
    }
    let lines = [part("12:00:00", "0", "99"), part("11:00:00", "500000", "999999"), part("10:00:00", "0", "499999")]
    #expect(try explain(4, lines).reason == .counted)
    let last = try explain(3, lines)
    #expect(last.reason == .duplicate)
    #expect(last.countedLine == "test.log:4")
    #expect(last.covered == 1_000_000)
    #expect(last.threshold == 1_000_000)
  }

  @Test("a bot is named with its list, and a line that is no record is not found")
  func names() throws {
    var line = CloudFrontLine()
    line.agent = "curl/8.0"
    let explanation = try explain(3, [line])
    #expect(explanation.reason == .bot)
    #expect(explanation.entry == "libraries: curl")
    for number in [1, 99] {
      do {
        _ = try explain(number, [line])
        Issue.record("no error")
      } catch let error as PodctlError { #expect(error.code == .lineNotFound) }
    }
  }
}
