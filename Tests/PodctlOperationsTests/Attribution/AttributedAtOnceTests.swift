import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("imports and runs of attribution at once take turns")
struct AttributedAtOnceTests {
  @Test("two runs leave the credits of one", arguments: TestDatabase.kinds)
  func runs(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionRunnerTests.world(test)
    try world.addDownload(AttributionRunnerTests.home, episode: 10, at: "2026-10-10T12:00:00Z")
    for number in UInt64(0)..<5 {
      try world.addConversion(
        100 + number, order: "K-\(number)", at: "2026-10-12T12:00:00Z", household: AttributionRunnerTests.home)
    }
    try AttributionRunnerTests.run(world)
    let expected = try AttributionRunnerTests.totals(world)
    #expect(!expected.isEmpty)
    let (tenant, sponsor) = (world.tenant.id, world.sponsor.id)
    let errors = try AtOnce.run(2, behind: tenant, in: test) { tx in
      try IngestedFileStore(tx).lock()
    } _: { _, database in
      _ = try AttributionRunner.run(
        sponsor: sponsor, window: .standard, days: nil, tenant: tenant, database: database, now: FixedTime.now)
    }
    #expect(errors == [])
    #expect(try AttributionRunnerTests.totals(world) == expected)
  }

  @Test("of two imports of one file the second finds all rows known", arguments: TestDatabase.kinds)
  func conversions(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let desk = try ConversionImporterTests.Desk(test)
    let text = "occurred_at,order_id,value\n2026-10-20T03:00:00Z,A-1,10.00\n2026-10-20T04:00:00Z,A-2,20.00\n"
    let (tenant, sponsor, keys, path) = (
      desk.world.tenant, desk.world.sponsor, desk.keys, desk.folder.file("orders.csv")
    )
    let errors = try AtOnce.run(2, behind: tenant.id, in: test) { tx in
      try IngestedFileStore(tx).lock()
    } _: { number, database in
      _ = try ConversionImporter.run(
        ImportFile(path: path, bytes: Array(text.utf8)), sponsor: sponsor, tenant: tenant, options: .init(),
        database: database, ids: CountingIdentifiers(from: UInt64(number) * 1000), now: FixedTime.now, keys: keys)
    }
    #expect(errors == [])
    #expect(try desk.stored().count == 2)
    let imports = try test.database.read(for: tenant.id) { tx in try ImportStore(tx).all(.conversions) }
    #expect(imports.map(\.inserted).sorted() == [0, 2] && imports.map(\.unchanged).sorted() == [0, 2])
  }

  @Test("a day is given as a whole or by episode, whoever comes first", arguments: TestDatabase.kinds)
  func delivery(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test)
    try world.addFlight(5, "ads", insertion: .dynamic)
    try world.addEpisode(8)
    try world.addSpot(9, flight: 5, episode: 8, airs: "2026-10-05")
    let folder = try TemporaryFolder()
    let (tenant, path) = (world.tenant, folder.file("delivery.csv"))
    let texts = ["day,flight,count\n2026-10-05,ads,10\n", "day,flight,episode,count\n2026-10-05,ads,guid-8,10\n"]
    let errors = try AtOnce.run(2, behind: tenant.id, in: test) { tx in
      try IngestedFileStore(tx).lock()
    } _: { number, database in
      let request = DeliveryImport.Request(
        file: ImportFile(path: path, bytes: Array(texts[number].utf8)), source: "gam")
      _ = try DeliveryImport.run(
        request, tenant: tenant, database: database, now: FixedTime.now,
        ids: CountingIdentifiers(from: UInt64(number) * 1000))
    }
    #expect(errors == [])
    let imports = try test.database.read(for: tenant.id) { tx in try ImportStore(tx).all(.delivery) }
    #expect(imports.map(\.inserted).sorted() == [0, 1] && imports.map(\.rejected).sorted() == [0, 1])
  }
}
