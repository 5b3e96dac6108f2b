import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite struct ComparingTests {
  private func lines(_ times: [(String, String)]) -> [CloudFrontLine] {
    times.map { date, time in
      CloudFrontLine.with {
        $0.date = date
        $0.time = time
        $0.requestID = date + time
      }
    }
  }

  @Test("Monday to Wednesday of the guidelines' example, in all windows at once")
  func windows() throws {
    let log = Counting.log(
      lines([
        ("2026-06-01", "22:00:00"), ("2026-06-02", "03:00:00"), ("2026-06-02", "22:15:00"),
        ("2026-06-03", "23:15:00"),
      ]))
    let comparison = try RulesComparison(Counting.counter(), rules: nil, [log])
    #expect(
      comparison.counts.map(\.rules.name) == [
        "iab-2.3/calendar/volume-250", "iab-2.3/first-touch/volume-250", "iab-2.3/last-touch/volume-250",
        "odl/calendar",
      ])
    #expect(
      comparison.rows == [
        .init(episode: "a", downloads: [3, 3, 2, 3]), .init(episode: nil, downloads: [3, 3, 2, 3]),
      ])
    #expect(comparison.differences(of: 2).map(\.reason) == [.duplicate, .counted])
    #expect(comparison.differences(of: 2).map(\.lines) == [1, -1])
    #expect(comparison.reasons.map(\.reason) == [.duplicate, .counted])
  }

  @Test("what others are held against is the count that was asked for, with its limit")
  func own() throws {
    let own = CountingRules(.iab, .lastTouch, volumeLimit: 5)
    let log = Counting.log([.with { $0.status = "200" }])
    let comparison = try RulesComparison(Counting.counter().by(own), rules: nil, [log])
    #expect(
      comparison.counts.map(\.rules.name) == [
        "iab-2.3/last-touch/volume-5", "iab-2.3/calendar/volume-5", "iab-2.3/first-touch/volume-5", "odl/calendar",
      ])
  }

  @Test("the logs of redirects get the profile for them too, others do not")
  func prefix() throws {
    let redirects = try RulesComparison(
      Counting.counter(), rules: nil, [Counting.log([.with { $0.status = "302" }])])
    #expect(redirects.counts.last?.rules.profile == .prefix && redirects.counts.last?.total == 1)
    #expect(redirects.counts.first?.total == 0)
    let named = try RulesComparison(
      Counting.counter(), rules: [CountingRules(.prefix)], [Counting.log([.with { $0.status = "302" }])])
    #expect(named.counts.map(\.total) == [1])
  }

  @Test("a rule that is left out lets through what it stopped, and nothing else")
  func without() throws {
    let lists = try FilterLists.reading(files: [
      FilterListFile(.datacenters, name: "dc", bytes: Array("198.51.100.0/24\n".utf8)),
      FilterListFile(.referrers, name: "bad", bytes: Array("bad.example\n".utf8)),
    ])
    let log = Counting.log([
      .with { $0.agent = "Googlebot/2.1" }, .with { $0.address = "198.51.100.1" },
      .with { ($0.first, $0.last, $0.bytes, $0.address) = ("0", "1", "2", "192.0.2.3") },
      .with { ($0.bytes, $0.address) = ("1000", "192.0.2.4") }, .with { ($0.agent, $0.address) = ("-", "192.0.2.5") },
      .with { ($0.agent, $0.address) = ("atc/1.0 watchOS/10", "192.0.2.6") },
      .with { ($0.referrer, $0.address) = ("https://bad.example/x", "192.0.2.7") }, .with { $0.address = "192.0.2.8" },
    ])
    let counter = try Counting.counter(lists: lists)
    let base = try counter.count([log])
    #expect(base.ledger[.counted] == 1)
    for reason in [LineReason.bot, .datacenter, .threshold, .noAgent, .watch, .referrer] {
      let count = try counter.without(reason).count([log])
      #expect(count.ledger[.counted] == 2, "\(reason)")
      #expect(count.ledger[reason] == 0 && count.ledger.total == 8, "\(reason)")
    }
    // Two bytes are no minute: without the filter of probes they are short of the threshold.
    #expect(try counter.without(.probe).count([log]).ledger[.threshold] == 2)
    #expect(try counter.without(.probe).without(.threshold).count([log]).ledger[.counted] == 3)
    #expect(base.requests.map(\.downloads) == [2])
  }

  @Test("lines that other lists judge otherwise are named by the entry that makes the difference")
  func lists() throws {
    let list = FilterListFile(.datacenters, name: "dc", bytes: Array("192.0.2.0/24\n".utf8))
    let old = try Counting.counter()
    let new = try Counting.counter(lists: FilterLists.reading(files: [list]))
    let log = Counting.log(
      lines([("2026-05-31", "10:00:00"), ("2026-06-01", "10:00:00"), ("2026-06-01", "11:00:00")]))
    let since = try #require(Day("2026-06-01"))
    #expect(
      try ListDifference.of(old, new, [log], since: since)
        == [ListDifference(entry: "datacenter: dc: 192.0.2.0/24", lines: -2)])
    #expect(try ListDifference.of(new, old, [log], since: since).map(\.lines) == [2])
    #expect(try ListDifference.of(new, new, [log], since: since).isEmpty)
  }
}
