import Foundation
import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("a tenant's secret is rotated")
struct SecretRotationTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @discardableResult
  private func rotate(
    _ show: LoggedShow, at now: String, from day: String? = nil, breaksWindows: Bool = false
  ) throws -> SecretRotation.Outcome {
    try SecretRotation.rotate(
      try show.tenant(), from: try day.map { try Day(typed: $0, for: "a test") }, breaksWindows: breaksWindows,
      in: show.world.database, secrets: show.secrets, seed: nil, now: try instant(now))
  }

  private func orders(_ show: LoggedShow, _ text: String) throws {
    let summary = try ConversionImporter.run(
      ImportFile(path: show.folder.file("orders.csv"), bytes: Array(text.utf8)), sponsor: show.world.sponsor,
      tenant: try show.tenant(), options: .init(), database: show.world.database, ids: show.ids, now: FixedTime.now,
      keys: show.keys())
    #expect(summary.rejects.isEmpty, "\(summary.rejects)")
  }

  private static let header = "occurred_at,order_id,value,ip\n"

  /// Downloads on both sides of the rotation's midnight, a late log of the old days, and orders on both sides.
  private func credits(_ kind: TestDatabase.Kind, rotates: Bool) throws -> [String] {
    let show = try LoggedShow(try TestDatabase(kind))
    try show.world.addFlight(20, "mid")
    try show.world.addFlight(21, "pre")
    try show.world.addSpot(30, flight: 20, episode: 10, airs: "2026-10-01")
    try show.world.addSpot(31, flight: 21, episode: 11, airs: "2026-10-01")
    try show.ingest([LoggedShow.line("192.0.2.7", "2026-10-08T10:00:00Z")], as: "a.log")
    try orders(show, Self.header + "2026-10-09T08:00:00Z,A-1,10.00,192.0.2.7\n")
    if rotates { try rotate(show, at: "2026-10-09T12:00:00Z") }
    try show.ingest(
      [
        LoggedShow.line("192.0.2.7", "2026-10-10T10:00:00Z", episode: 11),
        LoggedShow.line("192.0.2.8", "2026-10-11T10:00:00Z", episode: 11),
      ], as: "b.log")
    // Late: the rest of a day before the rotation, of a listener known already and of one who is not.
    try show.ingest(
      [
        LoggedShow.line("192.0.2.7", "2026-10-08T12:00:00Z"), LoggedShow.line("192.0.2.8", "2026-10-08T09:00:00Z"),
      ], as: "late.log")
    try orders(
      show,
      Self.header + "2026-10-12T08:00:00Z,A-2,20.00,192.0.2.7\n2026-10-12T09:00:00Z,A-3,33.33,192.0.2.8\n"
        + "2026-10-09T23:00:00Z,A-4,5.00,192.0.2.8\n2026-11-08T00:00:00Z,A-5,7.77,192.0.2.7\n")
    _ = try AttributionRunner.run(
      sponsor: show.world.sponsor.id, window: .standard, days: nil, tenant: show.world.tenant.id,
      database: show.world.database, now: FixedTime.now)
    return try show.read { tx in
      let totals = try AttributionStore(tx).totals(sponsor: show.world.sponsor.id, window: .standard, days: nil)
      let lines = try DownloadStore(tx).survivingLines()
      return totals.map { "\($0)" } + ["\(lines)"]
    }
  }

  @Test("credits and counts are those of a tenant who never rotated", arguments: TestDatabase.kinds)
  func sameCredits(_ kind: TestDatabase.Kind) throws {
    let rotated = try credits(kind, rotates: true)
    #expect(rotated == (try credits(kind, rotates: false)))
    // Four downloads: the late line of a known listener is a duplicate.
    #expect(rotated.last?.contains("counted: 4, duplicate: 1") == true, "\(rotated.last ?? "")")
  }

  @Test("a listener's key changes with the day of the rotation and not before", arguments: TestDatabase.kinds)
  func keysByDay(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind), zone: "America/New_York")
    let before = try show.keys()
    // 02:00 UTC is still the 8th in New York, so that tomorrow is the 9th.
    let outcome = try rotate(show, at: "2026-10-09T02:00:00Z")
    #expect(outcome.firstDay == Day("2026-10-09"))
    let keys = try show.keys()
    let eighth = try #require(Day("2026-10-08"))
    let ninth = try #require(Day("2026-10-09"))
    let old = try before.household("192.0.2.7", on: eighth)
    #expect(try keys.household("192.0.2.7", on: eighth) == old)
    #expect(try keys.household("192.0.2.7", on: ninth) != old)
    #expect(keys.householdBefore("192.0.2.7", on: ninth) == old)
    #expect(keys.householdBefore("192.0.2.7", on: eighth) == nil)
    #expect(keys.householdBefore("192.0.2.7", on: ninth.advanced(by: 366)) == old)
    #expect(keys.householdBefore("192.0.2.7", on: ninth.advanced(by: 367)) == nil)
  }

  @Test("running it again changes nothing, and a run that was killed is gone on with", arguments: TestDatabase.kinds)
  func again(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    // What a run leaves that is killed between writing the secret and storing its span.
    let orphan = String(repeating: "ab", count: 32)
    let path = try show.folder.write(orphan + "\n", to: "secrets/\(show.world.tenant.slug).key.1")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let first = try rotate(show, at: "2026-10-09T12:00:00Z")
    #expect(first.hasChanged && first.path == path)
    let second = try rotate(show, at: "2026-10-09T13:00:00Z")
    #expect(!second.hasChanged && second.spans == first.spans && second.path == path)
    let files = try FileManager.default.contentsOfDirectory(atPath: show.folder.file("secrets")).sorted()
    #expect(files == ["tenant-1.key", "tenant-1.key.1"])
  }

  @Test(
    "a day that may be stored, and a rotation that a window reaches over, are refused", arguments: TestDatabase.kinds)
  func refused(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    #expect(throws: PodctlError.self) { try rotate(show, at: "2026-10-09T12:00:00Z", from: "2026-10-09") }
    try show.ingest([LoggedShow.line("192.0.2.7", "2026-10-12T10:00:00Z")])
    let ahead = #expect(throws: PodctlError.self) { try rotate(show, at: "2026-10-09T12:00:00Z") }
    #expect(ahead?.code == .transitionRefused && ahead?.hint?.contains("2026-10-13") == true)
    try rotate(show, at: "2026-10-12T12:00:00Z")
    #expect(throws: PodctlError.self) { try rotate(show, at: "2026-10-12T12:00:00Z", from: "2026-10-20") }
    let near = #expect(throws: PodctlError.self) { try rotate(show, at: "2027-10-13T12:00:00Z") }
    #expect(near?.hint?.contains("--breaks-windows") == true)
    #expect(try rotate(show, at: "2026-11-13T12:00:00Z", breaksWindows: true).spans.count == 3)
    #expect(try rotate(show, at: "2027-11-18T12:00:00Z").spans.count == 4)
  }

  @Test(
    "an old secret goes once nothing can reach its days, and lines of them are then refused",
    arguments: TestDatabase.kinds)
  func dropped(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    try rotate(show, at: "2026-10-09T12:00:00Z")
    func drop(_ now: String) throws -> Int {
      try SecretRotation.dropExpired(
        try show.tenant(), in: show.world.database, secrets: show.secrets, now: try instant(now)
      ).count
    }
    // 2026-10-10 and 367 days, and 45 in which late lines are taken.
    #expect(try drop("2027-11-25T23:59:59Z") == 0)
    #expect(try drop("2027-11-26T00:00:00Z") == 1)
    #expect(try drop("2027-11-26T00:00:00Z") == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: show.folder.file("secrets")) == ["tenant-1.key.1"])
    let error = #expect(throws: PodctlError.self) {
      try show.ingest([LoggedShow.line("192.0.2.7", "2026-10-09T10:00:00Z")])
    }
    #expect(error?.code == .secretMissing && error?.exit == .configuration)
    try show.ingest([LoggedShow.line("192.0.2.7", "2027-11-25T10:00:00Z")])
  }
}
