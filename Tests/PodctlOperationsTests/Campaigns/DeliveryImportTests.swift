import Foundation
import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Imported delivery supersedes its own source's figures and is never added to the count")
struct DeliveryImportTests {
  private let folder: TemporaryFolder
  private let ids = CountingIdentifiers()

  init() throws { folder = try TemporaryFolder() }

  private func world(_ kind: TestDatabase.Kind) throws -> AttributionWorld {
    let world = try AttributionWorld(TestDatabase(kind))
    try world.addFlight(5, "ads", insertion: .dynamic)
    try world.addFlight(6, "read", insertion: .bakedIn)
    try world.addEpisode(8)
    try world.addSpot(9, flight: 5, episode: 8, airs: "2026-10-05")
    try world.addSpot(10, flight: 6, episode: 8, airs: "2026-10-05")
    try world.addDaily(episode: 8, from: "2026-10-05", [100, 50])
    return world
  }

  private func take(
    _ text: String, into world: AttributionWorld, source: String = "gam", isPrimary: Bool = false,
    dates: DateFormat = .iso
  ) throws -> ImportSummary {
    let path = folder.file("delivery.csv")
    let request = DeliveryImport.Request(
      file: ImportFile(path: path, bytes: Array(text.utf8)), source: source, dates: dates, isPrimary: isPrimary)
    return try DeliveryImport.run(
      request, tenant: world.tenant, database: world.database, now: FixedTime.now, ids: ids)
  }

  private func counts(_ summary: ImportSummary) -> [Int64] {
    [summary.inserted, summary.updated, summary.unchanged, summary.rejected]
  }

  private func delivered(_ world: AttributionWorld, flight: UInt64 = 5) throws -> FlightDelivery {
    try world.database.read(for: world.tenant.id) { tx throws in
      let flight = try #require(try FlightStore(tx).find(world.id(flight, Flight.self)))
      return try DeliveryLedger(tx).delivery(of: flight, through: world.day("2026-10-31"))
    }
  }

  @Test("a file again changes nothing, and new figures take the place of old ones", arguments: TestDatabase.kinds)
  func supersedes(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    #expect(try delivered(world).units == nil)
    let file = "day,flight,count\n2026-10-05,autumn/ads,10\n2026-10-06,ads,20\n"
    #expect(counts(try take(file, into: world)) == [2, 0, 0, 0])
    #expect(try delivered(world).units == 30)
    #expect(try delivered(world).source == "gam")
    #expect(counts(try take(file, into: world)) == [0, 0, 2, 0])
    #expect(counts(try take("day,flight,count\n2026-10-06,ads,25\n2026-10-07,ads,1\n", into: world)) == [1, 1, 0, 0])
    #expect(try delivered(world).units == 36)
    let imports = try world.database.read(for: world.tenant.id) { try ImportStore($0).all(.delivery) }
    #expect(imports.count == 3 && imports.allSatisfy { $0.source == "gam" })
  }

  @Test("our own count stays ours", arguments: TestDatabase.kinds)
  func neverAdded(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let summary = try take("day,flight,count\n2026-10-05,read,9999\n", into: world)
    #expect(counts(summary) == [1, 0, 0, 0])
    #expect(summary.notes.contains { $0.contains("baked-in") })
    let delivery = try delivered(world, flight: 6)
    #expect(delivery.units == 150 && delivery.provenance == .counted && delivery.source == nil)
  }

  @Test("a second source is stored and counts only when it is made the primary one", arguments: TestDatabase.kinds)
  func secondSource(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    _ = try take("day,flight,count\n2026-10-05,ads,10\n", into: world)
    let second = try take("day,flight,count\n2026-10-05,ads,70\n", into: world, source: "megaphone")
    #expect(second.notes.contains { $0.contains("--primary") })
    #expect(try delivered(world).units == 10)
    _ = try take("day,flight,count\n2026-10-05,ads,70\n", into: world, source: "megaphone", isPrimary: true)
    #expect(try delivered(world).units == 70 && delivered(world).source == "megaphone")
  }

  @Test("bad rows go to a file with line and reason, and the good ones stay", arguments: TestDatabase.kinds)
  func rejects(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let summary = try take(
      """
      day,flight,count
      2026-10-05,ads,10
      2026-10-05,ads,11
      05.10.2026,ads,1
      2026-10-06,nobody,1
      2026-10-07,ads,-1
      2026-10-08,ads,many
      2027-01-01,ads,1
      2026-10-09,,1
      2026-10-10,ads
      "2026-10-11","ads",5

      """, into: world)
    #expect(counts(summary) == [2, 0, 0, 8])
    #expect(summary.rejects.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10])
    let failure = try #require(summary.failure(maxRejects: 7))
    #expect(failure.code == .rowsRejected && failure.exit == .invalidInput)
    #expect(summary.failure(maxRejects: 8) == nil)
    let path = try #require(summary.rejectsPath)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("row,reason,day,flight,count\n3,"))
    #expect(text.split(separator: "\n").count == 9)
    #expect(try delivered(world).units == 15)
    // A rejects file, once corrected, is itself a file to import.
    let corrected = text.replacing("2026-10-06,nobody,1", with: "2026-10-06,ads,1")
    #expect(try take(corrected, into: world).inserted == 1)
  }

  @Test(
    "a figure by episode finds its dynamic flight, and cannot stand beside one of the whole",
    arguments: TestDatabase.kinds)
  func byEpisode(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    #expect(
      counts(try take("day,episode,count\n2026-10-05,guid-8,10\n2026-10-06,guid-9,1\n", into: world)) == [1, 0, 0, 1])
    let delivery = try delivered(world)
    #expect(delivery.units == 10 && delivery.spots.map(\.units) == [10])
    #expect(counts(try take("day,flight,count\n2026-10-05,ads,10\n2026-10-06,ads,5\n", into: world)) == [1, 0, 0, 1])
    #expect(try delivered(world).units == 15)
  }

  @Test("where the rejects file cannot be written nothing is imported", arguments: TestDatabase.kinds)
  func unwritable(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let request = DeliveryImport.Request(
      file: ImportFile(path: "f.csv", bytes: Array("day,flight,count\n2026-10-05,ads,10\nx,ads,1\n".utf8)),
      source: "gam", rejectsPath: folder.file("nowhere/rejects.csv"))
    let error = #expect(throws: PodctlError.self) {
      try DeliveryImport.run(request, tenant: world.tenant, database: world.database, now: FixedTime.now, ids: ids)
    }
    #expect(error?.code == .cannotCreateFile)
    #expect(try delivered(world).units == nil)
  }

  @Test(
    "a header without what is needed imports nothing", arguments: ["day,count\n", "flight,count\n", "day,flight\n"])
  func header(text: String) throws {
    let error = #expect(throws: PodctlError.self) { try take(text + "1,2\n", into: world(.sqlite)) }
    #expect(error?.code == .headerInvalid)
  }
}
