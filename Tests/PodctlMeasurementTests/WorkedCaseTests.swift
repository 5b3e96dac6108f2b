import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Worked cases of the rules")
struct WorkedCaseTests {
  private func line(_ change: (inout CloudFrontLine) -> Void) -> CloudFrontLine {
    var line = CloudFrontLine()
    change(&line)
    return line
  }

  @Test("one listener's request of a minute is one download, and its repetition a duplicate")
  func plain() throws {
    let count = try Counting.count([CloudFrontLine(), CloudFrontLine()])
    #expect(count.words == ["a 2026-06-01 1"])
    #expect(count.reasonWords == ["counted 1", "duplicate 1"])
  }

  @Test(
    "addresses are one listener's when they agree as counted",
    arguments: [
      ("192.0.2.1", "::ffff:192.0.2.1", 1), ("192.0.2.1", "::ffff:c000:201", 1), ("192.0.2.1", "192.0.2.2", 2),
      ("2001:db8::1", "2001:db8:0:0:ffff::1", 1), ("2001:db8::1", "2001:0db8:0000:0000::9", 1),
      ("2001:db8::1", "2001:db8:0:1::1", 2), ("2001:db8:1:2::", "2001:db8:1:2:3:4:5:6", 1), ("::1", "::2", 1),
      ("::192.0.2.1", "192.0.2.1", 2), ("64:ff9b::c000:201", "64:ff9b::192.0.2.9", 1),
    ])
  func addresses(_ one: String, _ other: String, _ listeners: Int64) throws {
    let count = try Counting.count([line { $0.address = one }, line { $0.address = other }])
    #expect(count.ledger[.counted] == listeners)
  }

  @Test(
    "what is no address makes a line malformed",
    arguments: [
      "192.0.2", "192.0.2.256", "192.0.2.1.1", "1..2.3", "2001:db8", ":1::2", "1::2::3", "1:2:3:4:5:6:7:8:9",
      "1:2:3:4:5:6:7:8::", "::12345", "fe80::1%eth0", "-", "", "1:2:3:4:5:6:7:", "::ffff:1.2.3.999",
    ])
  func badAddresses(_ text: String) throws {
    let count = try Counting.count([line { $0.address = text }, CloudFrontLine()])
    #expect(count.reasonWords == ["counted 1", "malformed 1"])
  }

  @Test(
    "an agent encoded once or twice is the same agent",
    arguments: [
      ("Overcast/1.0%20(x)", "Overcast/1.0%2520(x)", 1), ("Overcast/1.0%20(x)", "Overcast/1.0+(x)", 2),
      ("Overcast/%41", "Overcast/A", 1), ("Overcast/%2541", "Overcast/A", 2), ("Overcast/%4", "Overcast/%254", 1),
    ])
  func agents(_ one: String, _ other: String, _ listeners: Int64) throws {
    let count = try Counting.count([line { $0.agent = one }, line { $0.agent = other }])
    #expect(count.ledger[.counted] == listeners)
  }

  @Test(
    "agents are judged in the order of the rules",
    arguments: [
      ("-", "no-agent"), ("", "no-agent"), ("atc/1.0%20watchOS/10.0", "watch"), ("x%20atc/1.0%20watchOS", "counted"),
      ("Podcasts%20(null)/(null)%20watchOS", "watch"), ("Googlebot/2.1", "bot"), ("curl/8.0", "bot"),
      ("NewCrawler/1", "bot"), ("mySPIDER", "bot"), ("Unknown/1", "counted"), ("Overcast/1.0", "counted"),
    ])
  func verdicts(_ agent: String, _ reason: String) throws {
    #expect(try Counting.count([line { $0.agent = agent }]).reasonWords == ["\(reason) 1"])
  }

  @Test(
    "ranges cover what they say, clipped to the file",
    arguments: [
      ("0", "0", "probe"), ("0", "1", "probe"), ("0", "2", "threshold"), ("500", "499", "probe"),
      ("9999998", "9999999", "probe"), ("0", "999999", "counted"), ("0", "999998", "threshold"),
      ("9500000", "19999999", "threshold"), ("10000000", "30000000", "threshold"), ("9000000", "-", "counted"),
      ("9000001", "-", "threshold"), ("-", "-", "counted"), ("99999999999999999999", "99999999999999999999", "probe"),
    ])
  func ranges(_ first: String, _ last: String, _ reason: String) throws {
    let request = line {
      $0.status = "206"
      $0.first = first
      $0.last = last
    }
    #expect(try Counting.count([request]).reasonWords == ["\(reason) 1"])
  }

  @Test("an aborted transfer covers only what was sent")
  func aborted() throws {
    let request = line {
      $0.status = "206"
      $0.bytes = "999999"
      $0.first = "0"
      $0.last = "5000000"
    }
    #expect(try Counting.count([request]).reasonWords == ["threshold 1"])
  }

  @Test("overlapping ranges count once, in any order")
  func union() throws {
    func part(_ first: Int, _ last: Int) -> CloudFrontLine {
      line {
        $0.status = "206"
        $0.first = String(first)
        $0.last = String(last)
      }
    }
    let overlapping = [part(0, 599_999), part(300_000, 899_999), part(0, 599_999)]
    let missing = part(5_000_000, 5_099_999)
    #expect(try Counting.count(overlapping).reasonWords == ["threshold 3"])
    for lines in [overlapping + [missing], [missing] + overlapping.reversed()] {
      #expect(try Counting.count(lines).reasonWords == ["counted 1", "duplicate 3"])
    }
  }

  @Test("a 206 without a range covers no place: bytes add up, and the same request twice is one")
  func placeless() throws {
    func part(_ id: String, _ time: String = "10:00:00") -> CloudFrontLine {
      line {
        $0.status = "206"
        $0.bytes = "600000"
        $0.requestID = id
        $0.time = time
      }
    }
    #expect(try Counting.count([part("x"), part("x")]).reasonWords == ["threshold 2"])
    #expect(try Counting.count([part("x"), part("y")]).reasonWords == ["counted 1", "duplicate 1"])
    #expect(try Counting.count([part("x"), part("x", "10:00:01")]).ledger[.counted] == 1)
    let cut = line {
      $0.status = "000"
      $0.bytes = "400000"
      $0.requestID = "z"
    }
    #expect(try Counting.count([part("x"), cut]).ledger[.counted] == 1)
  }

  @Test("an episode under a minute needs its whole file")
  func short() throws {
    func request(_ bytes: String) -> CloudFrontLine {
      line {
        $0.path = "/short.mp3"
        $0.bytes = bytes
      }
    }
    #expect(try Counting.count([request("499999")]).reasonWords == ["threshold 1"])
    #expect(try Counting.count([request("500000")]).words == ["short 2026-06-01 1"])
  }

  @Test("without size and bit rate a minute at 128 kbit/s is asked for")
  func unknownSize() throws {
    func request(_ bytes: String) -> CloudFrontLine {
      line {
        $0.path = "/unknown.mp3"
        $0.bytes = bytes
      }
    }
    #expect(try Counting.count([request("959999")]).reasonWords == ["threshold 1"])
    #expect(try Counting.count([request("960000")]).words == ["unknown 2026-06-01 1"])
  }

  @Test("two paths of one episode are one download, but their bytes are not joined")
  func twoPaths() throws {
    func request(_ path: String, _ bytes: String) -> CloudFrontLine {
      line {
        $0.path = path
        $0.bytes = bytes
      }
    }
    let small = request("/two-small.mp3", "400000")
    let large = request("/two-large.mp3", "1900000")
    #expect(try Counting.count([small, large]).reasonWords == ["threshold 2"])
    let enough = request("/two-small.mp3", "500000")
    #expect(try Counting.count([large, small, enough]).words == ["two 2026-06-01 1"])
    #expect(try Counting.count([enough, request("/two-large.mp3", "2000000")]).words == ["two 2026-06-01 1"])
  }

  @Test(
    "paths compare without query and decoded",
    arguments: [("/a.mp3?x=1", 1), ("/%61.mp3", 1), ("/A.mp3", 0), ("/a%2Emp3?y", 1), ("/a.mp3%3Fx", 0)])
  func paths(_ path: String, _ counted: Int64) throws {
    #expect(try Counting.count([line { $0.path = path }]).ledger[.counted] == counted)
  }

  @Test(
    "lines fail in the order of the filters",
    arguments: [
      ("HEAD", "404", "/x", "method"), ("GET", "404", "/x", "status"), ("GET", "304", "/a.mp3", "status"),
      ("GET", "200", "/x", "unknown-path"), ("-", "200", "/a.mp3", "malformed"), ("GET", "2x0", "/a.mp3", "malformed"),
    ])
  func order(_ method: String, _ status: String, _ path: String, _ reason: String) throws {
    let bad = line {
      $0.method = method
      $0.status = status
      $0.path = path
      $0.agent = "-"
    }
    #expect(try Counting.count([bad, CloudFrontLine()]).reasonWords.contains("\(reason) 1"))
  }

  @Test("days are cut in the counting zone, on days of a changed clock too")
  func days() throws {
    let zone = try Zone("Europe/Berlin")
    func at(_ date: String, _ time: String) -> CloudFrontLine {
      line {
        $0.date = date
        $0.time = time
      }
    }
    // Clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October 2026.
    let lines = [
      at("2026-03-28", "22:59:59"), at("2026-03-28", "23:00:00"), at("2026-03-29", "21:59:59"),
      at("2026-03-29", "22:00:00"), at("2026-10-24", "21:59:59"), at("2026-10-24", "22:00:00"),
      at("2026-10-25", "22:59:59"), at("2026-10-25", "23:00:00"),
    ]
    #expect(
      try Counting.count(lines, zone: zone).words == [
        "a 2026-03-28 1", "a 2026-03-29 1", "a 2026-03-30 1", "a 2026-10-24 1", "a 2026-10-25 1", "a 2026-10-26 1",
      ])
  }
}
