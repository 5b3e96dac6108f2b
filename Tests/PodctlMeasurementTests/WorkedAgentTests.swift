import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Worked cases of agents and sizes")
struct WorkedAgentTests {
  /// Agents of the groups that a log makes, as they would be hashed.
  private static func agents(_ lines: [CloudFrontLine]) throws -> [[UInt8]] {
    var agents: [[UInt8]] = []
    try Counting.counter(keepsListeners: true).count([Counting.log(lines)]).forEachGroup { agents.append($0.agent) }
    return agents.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func agent(_ text: String) -> CloudFrontLine { CloudFrontLine.with { $0.agent = text } }

  @Test("an agent with a tab, a quote and bytes that are no UTF-8 is one listener's, byte for byte")
  func strange() throws {
    let agents = try Self.agents([Self.agent("Player%09%22x%22%ff%fe"), Self.agent("Player%2509%22x%22%ff%fe")])
    let end: [UInt8] = Array("\"x\"".utf8) + [0xff, 0xfe]
    #expect(agents == [Array("Player\t".utf8) + end, Array("Player%09".utf8) + end])
  }

  @Test("an agent encoded twice is decoded twice only where %20 is left")
  func twice() throws {
    #expect(try Self.agents([Self.agent("A%2520B%2541")]) == [Array("A BA".utf8)])
    #expect(try Self.agents([Self.agent("A%2541")]) == [Array("A%41".utf8)])
  }

  @Test("an agent of 64 KiB is counted as any other, and two that differ in their last byte are two listeners")
  func long() throws {
    let long = String(repeating: "Player/1.0%20", count: 6000)
    let lines = [Self.agent(long + "a"), Self.agent(long + "b"), Self.agent(long + "b")]
    #expect(try Counting.count(lines).reasonWords == ["counted 2", "duplicate 1"])
    #expect(try Self.agents(lines).map(\.count) == [6000 * 11 + 1, 6000 * 11 + 1])
    #expect(try Counting.count([Self.agent(long + "bot")]).reasonWords == ["bot 1"])
  }

  @Test("six agents behind one address are six downloads")
  func six() throws {
    let lines = (1...6).flatMap { number in Array(repeating: Self.agent("Overcast/\(number)"), count: 10) }
    #expect(try Counting.count(lines).reasonWords == ["counted 6", "duplicate 54"])
  }

  @Test("000 is a 206 cut short: it covers what was sent of its range, and without a range adds its bytes")
  func cutShort() throws {
    func cut(_ bytes: String, _ first: String = "-", _ last: String = "-", id: String = "r") -> CloudFrontLine {
      CloudFrontLine.with {
        $0.status = "000"
        $0.bytes = bytes
        $0.first = first
        $0.last = last
        $0.requestID = id
      }
    }
    #expect(try Counting.count([cut("1000000", "0", "9999999")]).reasonWords == ["counted 1"])
    #expect(try Counting.count([cut("999999", "0", "9999999")]).reasonWords == ["threshold 1"])
    #expect(try Counting.count([cut("1000000")]).reasonWords == ["counted 1"])
    #expect(try Counting.count([cut("600000"), cut("600000")]).reasonWords == ["threshold 2"])
    #expect(try Counting.count([cut("600000"), cut("600000", id: "s")]).reasonWords == ["counted 1", "duplicate 1"])
  }

  @Test(
    "a duration that is not known leaves the bit rate's minute, or the whole file",
    arguments: [
      (5_000_000, 128, 960_000), (500_000, 128, 500_000), (5_000_000, nil, 5_000_000), (nil, 64, 480_000),
      (nil, nil, 960_000),
    ] as [(Int64?, Int64?, Int64)])
  func unknownDuration(_ size: Int64?, _ kbps: Int64?, _ threshold: Int64) throws {
    let catalogue = try EpisodeCatalogue(
      episodes: ["a"], paths: [MeasuredPath(path: "/a.mp3", episode: 0, bytes: size, kbps: kbps)])
    let counter = DownloadCounter(catalogue, lists: try Counting.lists.get(), threads: 1)
    for (bytes, reason) in [(threshold - 1, "threshold 1"), (threshold, "counted 1")] {
      let line = CloudFrontLine.with { $0.bytes = String(bytes) }
      #expect(try counter.count([Counting.log([line])]).reasonWords == [reason])
    }
  }

  @Test("of two paths of different size a listener needs a minute of one, in whichever order its ranges come")
  func twoSizes() throws {
    func part(_ path: String, _ first: Int, _ last: Int) -> CloudFrontLine {
      CloudFrontLine.with {
        $0.status = "206"
        $0.path = path
        $0.first = String(first)
        $0.last = String(last)
      }
    }
    // A minute is 500,000 bytes of the small file and 2,000,000 of the large one.
    let lines = [
      part("/two-large.mp3", 0, 1_999_998), part("/two-small.mp3", 250_000, 499_999),
      part("/two-small.mp3", 0, 249_998),
    ]
    #expect(try Counting.count(lines).reasonWords == ["threshold 3"])
    let last = part("/two-small.mp3", 249_999, 250_002)
    for order in [lines + [last], [last] + lines.reversed()] {
      #expect(try Counting.count(order).words == ["two 2026-06-01 1"])
    }
  }
}
