import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("A log that tenants share")
struct SharedIngestTests {
  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test(
    "counts for each tenant as its own ingest would, whatever its zone, window and limit", arguments: TestDatabase.kinds
  )
  func property(_ kind: TestDatabase.Kind) throws {
    let seed = Self.number("PODCTL_PROPERTY_SEED") ?? UInt64.random(in: 0...UInt64.max)
    let cases = Self.number("PODCTL_PROPERTY_CASES") ?? (kind == .sqlite ? 60 : 6)
    print("\(kind): \(cases) cases from seed \(seed)")
    for number in 0..<cases {
      var random = SharedLogs(seed: seed &+ number &* 0x9E37_79B9_7F4A_7C15)
      let plans = [
        random.plan(zones: ["UTC", "Europe/Berlin"]), random.plan(zones: ["America/New_York", "Asia/Kolkata"]),
      ]
      let files = (0..<3).map { _ in random.file() }
      let shared = try SharedWorld(kind, plans)
      let alone = try SharedWorld(kind, plans)
      let entries = try shared.takeShared(files)
      try alone.takeApart(files)
      for (place, episodes) in [SharedLogs.mine, SharedLogs.theirs].enumerated() {
        let ours = try shared.outcome(place)
        let theirs = try alone.outcome(place)
        let note = "case \(number) of seed \(seed), tenant \(place): \(plans)"
        #expect(ours.daily == theirs.daily, "\(note)")
        #expect(
          ours.reasons.filter { !SharedWorld.ofAllLines.contains($0.reason) }
            == theirs.reasons.filter { !SharedWorld.ofAllLines.contains($0.reason) }, "\(note)")
        let owned = Set(files).reduce(0) { $0 + SharedLogs.lines(of: episodes, in: $1) }
        #expect(ours.reasons.reduce(0) { $0 + $1.lines } == Int64(owned), "\(note)")
        #expect(!ours.reasons.contains { $0.reason == "unknown-path" || $0.reason == "malformed" }, "\(note)")
        try shared.again(place)
        #expect(try shared.outcome(place) == ours, "counted again, \(note)")
      }
      for (entry, file) in zip(entries, files) where entry.unownedLines != nil {
        let others =
          file.split(separator: "\n").count
          - SharedLogs.lines(of: SharedLogs.mine + SharedLogs.theirs, in: file)
        #expect(entry.unownedLines == Int64(others), "case \(number) of seed \(seed)")
      }
      #expect(try shared.takeShared(files).allSatisfy { $0.parts.allSatisfy { $0.entry.state == .known } })
    }
  }

  private static func line(_ host: String, _ address: String) -> String {
    "\(host) " + LoggedShow.line(address, "2026-10-20T10:00:00Z")
  }

  private func rivals(_ kind: TestDatabase.Kind, _ hosts: [String?]) throws -> [LoggedShow] {
    let test = try TestDatabase(kind)
    return try hosts.enumerated().map { number, host in
      try LoggedShow(test, episodes: [10], salt: UInt64(number + 1), host: host)
    }
  }

  @Test("gives a path of two tenants to the one whose host was asked", arguments: TestDatabase.kinds)
  func hosts(_ kind: TestDatabase.Kind) throws {
    let shows = try rivals(kind, ["a.example", "b.example"])
    let path = try shows[0].folder.write(
      [
        Self.line("a.example", "192.0.2.1"), Self.line("B.example:443", "192.0.2.1"),
        Self.line("b.example", "192.0.2.2"),
      ]
      .joined(separator: "\n") + "\n", to: "shared.log")
    let ingest = try SharedWorld.ingest(shows)
    let entry = try #require(try ingest.take([path]).first)
    #expect(entry.parts.map { $0.entry.file.lines } == [1, 2])
    #expect(entry.unownedLines == 0)
    for (show, downloads) in zip(shows, [1, 2] as [Int64]) {
      #expect(try show.read { tx in try ReasonLedger.of(tx) } == [.init(reason: "counted", lines: downloads)])
      try SharedWorld.again(show)
      #expect(try show.read { tx in try ReasonLedger.of(tx) } == [.init(reason: "counted", lines: downloads)])
    }
  }

  @Test("is taken not at all when a line may be two tenants'", arguments: TestDatabase.kinds)
  func unsettled(_ kind: TestDatabase.Kind) throws {
    let shows = try rivals(kind, ["a.example", "b.example"])
    let path = try shows[0].folder.write(
      [Self.line("a.example", "192.0.2.1"), Self.line("d111.cloudfront.net", "192.0.2.1")].joined(separator: "\n")
        + "\n",
      to: "shared.log")
    let error = #expect(throws: PodctlError.self) { try SharedWorld.ingest(shows).take([path]) }
    #expect(error?.code == .pathTaken)
    for word in ["tenant-1", "tenant-2", "/10.mp3", "d111.cloudfront.net"] {
      #expect(error?.message.contains(word) == true)
    }
    for show in shows { #expect(try show.read { tx in try IngestedFileStore(tx).all() }.isEmpty) }
  }

  @Test("cannot be shared by owners of one path on one host, or on a host that nobody knows")
  func sameHost() throws {
    for hosts in [["a.example", "a.example"], ["a.example", nil], [nil, nil]] {
      let error = #expect(throws: PodctlError.self) { try SharedWorld.ingest(try rivals(.sqlite, hosts)) }
      #expect(error?.code == .pathTaken)
      #expect(error?.message.contains("tenant-1") == true && error?.message.contains("tenant-2") == true)
    }
  }
}
