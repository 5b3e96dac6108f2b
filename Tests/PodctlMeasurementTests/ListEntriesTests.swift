import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite struct ListEntriesTests {
  private func file(_ name: String, _ text: String) throws -> FilterListFile {
    try #require(FilterListFile(name: name, bytes: Array(text.utf8)))
  }

  private let day = Day("2026-11-02")

  @Test("entries that are new get the day, known ones keep theirs, and a list's own dates win")
  func carried() throws {
    let old = try ListEntries(file("x4bnet-datacenter-ipv4.txt", "192.0.2.0/24\n198.51.100.0/24\t2026-01-01\n"))
    let new = try ListEntries(
      file(
        "x4bnet-datacenter-ipv4.txt",
        "# comment\n198.51.100.0/24\n192.0.2.0/24\n203.0.113.0/24\n10.0.0.0/8,2025-05-05\n"
      ))
    let carried = new.carrying(old, newFrom: day)
    #expect(
      carried.entries.map(\.key) == ["198.51.100.0/24", "192.0.2.0/24", "203.0.113.0/24", "10.0.0.0/8"])
    #expect(carried.entries.map(\.from) == [Day("2026-01-01"), nil, day, Day("2025-05-05")])
    #expect(carried.count(without: old) == 2 && old.count(without: carried) == 0)
    #expect(new.carrying(old, newFrom: nil).entries.map(\.from) == [Day("2026-01-01"), nil, nil, Day("2025-05-05")])
  }

  @Test(
    "a list that is written out is read back the same",
    arguments: [
      ("x4bnet-datacenter-ipv6.txt", "2001:db8::/32\n2001:db8:1::/48 2026-02-03\n"),
      ("misp-icloud-private-relay.json", #"{"list":["192.0.2.0/31","2001:db8::/64"]}"#),
      ("bad-referrers.txt", "bad.example\nhttps://worse.example/x\t2026-01-01\n"),
      (
        "bots.runtime.json",
        #"{"entries":[{"name":"A \"b\"","pattern":"^A\\d","category":"bot"},{"name":"C","pattern":"C","from":"2026-03-03"}]}"#
      ),
    ])
  func writtenAndRead(_ name: String, _ text: String) throws {
    let read = try ListEntries(file(name, text)).carrying(nil, newFrom: day)
    var written = try file(name, text)
    written.bytes = try read.written()
    #expect(try ListEntries(written) == read)
    #expect(try FilterLists.reading(files: [written]).isDated)
  }

  @Test("a new entry with a day changes no day before it")
  func pastDays() throws {
    var list = try file("x4bnet-datacenter-ipv4.txt", "192.0.2.0/24\n")
    list.bytes = try ListEntries(list).carrying(nil, newFrom: Day("2026-06-02")).written()
    let lists = try FilterLists.reading(files: [list])
    let lines = ["2026-06-01", "2026-06-02"].map { date in CloudFrontLine.with { $0.date = date } }
    let count = try Counting.count(lines, lists: lists)
    #expect(count.rows.map(\.day) == [Day("2026-06-01")])
    #expect(count.ledger[.datacenter] == 1)
  }

  @Test("bytes are packed and unpacked; damaged ones are told")
  func archive() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }
    let packed = try ListArchive.packed(bytes)
    #expect(try ListArchive.unpacked(packed) == bytes)
    #expect(try ListArchive.unpacked(ListArchive.packed([])).isEmpty)
    for damaged in [Array(packed.dropLast(9)), [1, 2, 3], []] {
      let error = #expect(throws: PodctlError.self) { try ListArchive.unpacked(damaged) }
      #expect(error?.code == .databaseDamaged)
    }
  }

  @Test(
    "a network has one way to be written",
    arguments: [
      ("192.0.2.77/24", "192.0.2.0/24", false), ("192.0.2.7", "192.0.2.7/32", false),
      ("10.0.0.0/7", "10.0.0.0/7", true),
      ("0.0.0.0/0", "0.0.0.0/0", true),
    ])
  func canonical(_ text: String, _ expected: String, _ isWide: Bool) throws {
    let network = try #require(Network.canonical(text))
    #expect(network.text == expected && network.isWide == isWide)
  }

  @Test("what is no network is none", arguments: ["", "a", "192.0.2.0/33", "192.0.2.0/", "2001:db8::/129", "1.2.3"])
  func noNetwork(_ text: String) { #expect(Network.canonical(text) == nil) }

  @Test("an IPv6 network is masked, and one wider than /16 is wide")
  func version6() {
    #expect(Network.canonical("2001:db8::1/64")?.text == Network.canonical("2001:db8::/64")?.text)
    #expect(Network.canonical("2001:db8::/64")?.isWide == false)
    #expect(Network.canonical("2000::/3")?.isWide == true)
  }
}
