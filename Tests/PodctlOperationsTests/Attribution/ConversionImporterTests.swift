import Foundation
import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("attribution import")
struct ConversionImporterTests {
  static let header =
    "occurred_at,event,order_id,value,currency,promo_code,ip,user_agent,utm_source,utm_campaign,new_customer\n"

  /// One world, one folder, and ids that go on counting, as an operator's runs would.
  struct Desk {
    let world: AttributionWorld
    let folder: TemporaryFolder
    let ids = CountingIdentifiers()
    let keys: ListenerKeys

    init(_ test: TestDatabase, zone: String = "UTC") throws {
      world = try AttributionWorld(test, zone: zone)
      folder = try TemporaryFolder()
      let secrets = SecretDirectory(dataDirectory: folder.path, credentials: nil)
      var tenant = world.tenant
      tenant.secretFingerprint = try secrets.secret(forNew: tenant.slug, seed: "orders").fingerprint
      keys = try ListenerKeys(of: tenant, spans: [], in: secrets)
      try world.addFlight(20, "mid", code: "TIDES")
    }

    func take(
      _ bytes: [UInt8], name: String = "orders.csv", _ options: ConversionImporter.Options = .init()
    ) throws -> ImportSummary {
      try ConversionImporter.run(
        ImportFile(path: folder.file(name), bytes: bytes), sponsor: world.sponsor, tenant: world.tenant,
        options: options, database: world.database, ids: ids, now: FixedTime.now, keys: keys)
    }

    func take(
      _ text: String, name: String = "orders.csv", _ options: ConversionImporter.Options = .init()
    ) throws -> ImportSummary {
      try take(Array(text.utf8), name: name, options)
    }

    func stored() throws -> [Conversion] {
      try world.database.read(for: world.tenant.id) { tx in
        try ConversionStore(tx).page(sponsor: world.sponsor.id, days: nil, after: nil, limit: 5000)
      }
    }
  }

  @Test("every column is taken, and the day is the tenant's", arguments: TestDatabase.kinds)
  func columns(_ kind: TestDatabase.Kind) throws {
    let desk = try Desk(try TestDatabase(kind), zone: "America/New_York")
    let summary = try desk.take(
      Self.header
        + "2026-10-20T03:59:59Z,Purchase,A-1,84.50,usd,tides,192.0.2.7,\"Mozilla/5.0 (X, Y)\",podcast,autumn,true\n"
        + "2026-10-20T04:00:00+00:00,,,,,,,,,,\n")
    #expect(summary.inserted == 2)
    #expect(summary.rejects == [])
    #expect(summary.notes == ["1 without an address: only a promo code can credit them"])
    let stored = try desk.stored()
    let first = try #require(stored.first)
    #expect(first.day == (try desk.world.day("2026-10-19")))
    #expect(first.event == "purchase")
    #expect(first.orderID == "A-1")
    #expect(first.value == Money(minor: 8450, .usd))
    #expect(first.promoCode == "tides")
    #expect(first.household == (try desk.keys.household("192.0.2.7", on: first.day)))
    #expect(first.utmSource == "podcast")
    #expect(first.utmCampaign == "autumn")
    #expect(first.isNewCustomer == true)
    #expect(stored[1].day == (try desk.world.day("2026-10-20")))
    #expect(stored[1].value == nil)
    #expect(stored[1].household == nil)
  }

  @Test("importing again changes nothing, with order ids or without", arguments: TestDatabase.kinds)
  func again(_ kind: TestDatabase.Kind) throws {
    let desk = try Desk(try TestDatabase(kind))
    let text =
      Self.header + "2026-10-20T10:00:00Z,purchase,A-1,10.00,USD,,192.0.2.7,ua,,,\n"
      + "2026-10-20T10:00:00Z,signup,,,,,192.0.2.8,ua,,,no\n"
    #expect(try desk.take(text).inserted == 2)
    let before = try desk.stored()
    // The same rows in another writing: other columns' order, offset, decimal comma.
    let rewritten =
      "value;order_id;occurred_at;event;ip;user_agent;new_customer\n"
      + "10,00;A-1;2026-10-20T12:00:00+02:00;purchase;192.0.2.7;ua;\n"
      + ";;2026-10-20T11:00:00+01:00;SIGNUP;192.0.2.8;ua;0\n"
    for again in [text, rewritten] {
      let summary = try desk.take(again)
      #expect(summary.inserted == 0)
      #expect(summary.unchanged == 2)
      #expect(summary.rejects == [])
    }
    #expect(try desk.stored() == before)
  }

  @Test("a known order id with another value is rejected, in one file or two", arguments: TestDatabase.kinds)
  func conflict(_ kind: TestDatabase.Kind) throws {
    let desk = try Desk(try TestDatabase(kind))
    let first = try desk.take(
      "order_id,occurred_at,value\nA-1,2026-10-20T10:00:00Z,10.00\nA-1,2026-10-20T10:00:00Z,11.00\n")
    #expect(first.inserted == 1)
    #expect(first.rejects.map(\.line) == [3])
    let second = try desk.take("order_id,occurred_at,value\nA-1,2026-10-20T10:00:00Z,\nA-2,2026-10-20T10:00:00Z,5\n")
    #expect(second.inserted == 1)
    #expect(
      second.rejects.map(\.reason) == [
        "the order id is known with another value (10.00 USD; this row has no value)"
      ])
    #expect(try desk.stored().map(\.value?.minor) == [1000, 500])
  }

  @Test("bad rows go to the rejects file by line and reason, good rows are kept", arguments: TestDatabase.kinds)
  func rejects(_ kind: TestDatabase.Kind) throws {
    let desk = try Desk(try TestDatabase(kind))
    let rows: [(row: String, reason: String?)] = [
      ("2026-10-20T10:00:00Z,purchase,A-1,10.00,USD,,192.0.2.7,,,,", nil),
      (",purchase,A-2,10.00,USD,,,,,,", "occurred_at is empty"),
      ("20/10/2026 10:00,purchase,A-3,10.00,USD,,,,,,", "date"),
      ("2026-10-20 10:00,purchase,A-4,10.00,USD,,,,,,", "--zone"),
      ("2026-10-20T10:00:00Z,purchase,A-5,ten,USD,,,,,,", "is not a number"),
      ("2026-10-20T10:00:00Z,purchase,A-6,-10.00,USD,,,,,,", "a refund is not a conversion"),
      ("2026-10-20T10:00:00Z,purchase,A-7,10.00,dollars,,,,,,", "is not a currency"),
      ("2026-10-20T10:00:00Z,purchase,A-8,10.00,USD,,nowhere,,,,", "ip is not an IPv4 or IPv6 address"),
      ("2026-10-20T10:00:00Z,purchase,A-9,10.00,USD,,,,,,perhaps", "new_customer is neither true nor false"),
      ("2026-10-20T10:00:00Z,bought it!,A-10,10.00,USD,,,,,,", "is not the name of an event"),
      ("2026-10-20T10:00:00Z,purchase,A-11", "3 fields where the header has 11"),
      ("2026-10-20T10:00:00Z,purchase,A-12,€10.00,USD,,,,,,", "is not in USD"),
    ]
    let summary = try desk.take(Self.header + rows.map { $0.row + "\n" }.joined())
    #expect(summary.inserted == 1)
    let bad = rows.enumerated().filter { $0.element.reason != nil }
    #expect(summary.rejects.map(\.line) == bad.map { $0.offset + 2 })
    for (reject, expected) in zip(summary.rejects, bad) {
      #expect(reject.reason.contains(expected.element.reason ?? "?"), "\(reject.reason)")
    }
    let path = try #require(summary.rejectsPath)
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written.hasPrefix("row,reason," + Self.header))
    #expect(written.contains("\n3,occurred_at is empty,,purchase,A-2,"))
    #expect(summary.failure(maxRejects: 10)?.exit == .invalidInput)
    #expect(summary.failure(maxRejects: 11) == nil)
    // A corrected rejects file is imported as it is.
    let corrected = written.split(separator: "\n").prefix(2).joined(separator: "\n")
      .replacing("3,occurred_at is empty,,", with: "3,,2026-10-20T10:00:00Z,")
    #expect(try desk.take(corrected).inserted == 1)
  }

  @Test("a broken UTF-8 row is rejected alone", arguments: TestDatabase.kinds)
  func brokenRow(_ kind: TestDatabase.Kind) throws {
    let desk = try Desk(try TestDatabase(kind))
    let good = Array("occurred_at,order_id\n2026-10-20T10:00:00Z,A-1\n2026-10-20T10:00:00Z,".utf8)
    let summary = try desk.take(good + [0xC3, 0x28] + Array("\n2026-10-20T10:00:00Z,A-3\n".utf8))
    #expect(summary.inserted == 2)
    #expect(summary.rejects.map(\.line) == [3])
    #expect(summary.rejects.map(\.reason) == ["not UTF-8 text"])
  }

  @Test("a file as it comes: UTF-16, semicolons, decimal commas, declared dates and names")
  func asItComes() throws {
    let desk = try Desk(try TestDatabase(.sqlite))
    let text = "Datum;Bestellung;Betrag\r\n20.10.2026 12:30;K-1;1.234,50 €\r\n21.10.2026 00:15;K-2;12,00\r\n"
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let options = ConversionImporter.Options(
      map: ["occurred_at=Datum", "order_id=Bestellung", "value=Betrag"], dateFormat: .dayMonthYear,
      zone: try Zone("Europe/Berlin"), currency: try Currency("EUR"))
    #expect(try desk.take(bytes, options).inserted == 2)
    let stored = try desk.stored()
    #expect(stored.map(\.occurredAt.description) == ["2026-10-20T10:30:00Z", "2026-10-20T22:15:00Z"])
    #expect(stored.map(\.value?.description) == ["EUR 1,234.50", "EUR 12.00"])
  }

  @Test(
    "amounts with a currency sign or code before or after them are read",
    arguments: ["$1,234.50", "1,234.50 $", "USD 1234.50", "US$ 1'234.50", "1.234,50 USD"])
  func signs(_ text: String) throws {
    let desk = try Desk(try TestDatabase(.sqlite))
    let summary = try desk.take("occurred_at;value\n2026-10-20T10:00:00Z;\(text)\n")
    #expect(summary.rejects == [])
    #expect(try desk.stored().map(\.value?.minor) == [123_450])
  }

  @Test("JSON lines are taken by their first byte, to the cent, with nested values refused")
  func jsonLines() throws {
    let desk = try Desk(try TestDatabase(.sqlite))
    let text = """
      {"occurred_at":"2026-10-20T10:00:00Z","order_id":1001,"value":19.99,"currency":"USD","new_customer":true}
      {"occurred_at":"2026-10-20T10:00:01Z","order_id":"J-2","value":"0.07","extra":{"a":1},"promo_code":null}

      {"occurred_at":"2026-10-20T10:00:02Z","order_id":"J-3","value":{"amount":1}}
      not json
      {"occurred_at":"2026-10-20T10:00:03Z","order_id":"J-4","value":90071992547409.93}
      """
    let summary = try desk.take(text, name: "export.txt")
    #expect(summary.rejects.map(\.line) == [4, 5])
    #expect(summary.rejects.map(\.reason) == ["value is not a plain value", "not a JSON object on one line"])
    let stored = try desk.stored()
    #expect(stored.map(\.orderID) == ["1001", "J-2", "J-4"])
    #expect(stored.map(\.value?.minor) == [1999, 7, 9_007_199_254_740_993])
    #expect(stored.map(\.isNewCustomer) == [true, nil, nil])
  }

  @Test("codes of no flight are kept and named, the most frequent first")
  func unknownCodes() throws {
    let desk = try Desk(try TestDatabase(.sqlite))
    let codes = ["TIDES", "leak", "LEAK", "other"]
    let rows = codes.enumerated().map { "2026-10-20T10:00:0\($0)Z,A-\($0),\($1),192.0.2.1\n" }
    let summary = try desk.take("occurred_at,order_id,promo_code,ip\n" + rows.joined())
    #expect(summary.inserted == 4)
    #expect(summary.notes == ["3 with a promo code of no flight of this sponsor: LEAK (2), OTHER (1)"])
  }

  @Test("a header without occurred_at is refused and nothing is stored")
  func wrongHeader() throws {
    let desk = try Desk(try TestDatabase(.sqlite))
    let error = #expect(throws: PodctlError.self) { try desk.take("order_id,value\nA-1,1\n") }
    #expect(error?.code == .headerInvalid)
    #expect(try desk.stored().isEmpty)
  }

  @Test("more rows than a page are taken once, and a rejects file that cannot be written stores nothing")
  func manyRows() throws {
    let desk = try Desk(try TestDatabase(.sqlite))
    let rows = (0..<1201).map { "2026-10-20T10:00:00Z,M-\($0),1.00\n" }.joined()
    let header = "occurred_at,order_id,value\n"
    let options = ConversionImporter.Options(rejectsPath: desk.folder.file("no/such/folder/rejects.csv"))
    let error = #expect(throws: PodctlError.self) { try desk.take(header + rows + "x,y,z\n", options) }
    #expect(error?.code == .cannotCreateFile)
    #expect(try desk.stored().isEmpty)
    #expect(try desk.take(header + rows).inserted == 1201)
    #expect(try desk.take(header + rows).unchanged == 1201)
    #expect(try desk.stored().count == 1201)
  }
}
