import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("the conversion store")
struct ConversionStoreTests {
  @Test("a conversion comes back as it was stored, found by its order id or its own", arguments: TestDatabase.kinds)
  func roundTrip(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test)
    let conversion = Conversion(
      id: world.id(50), sponsor: world.sponsor.id, day: try world.day("2026-10-20"),
      occurredAt: Instant(microseconds: 1_792_454_400_123_456), event: "purchase", orderID: "Ä-1",
      value: Money(minor: 12_345, .usd), promoCode: "TIDES", household: [0, 255, 7], utmSource: "podcast",
      utmCampaign: nil, isNewCustomer: true)
    var bare = conversion
    bare.id = world.id(51)
    bare.orderID = nil
    bare.value = nil
    bare.promoCode = nil
    bare.household = nil
    bare.isNewCustomer = nil
    let keys = [KeyedConversion.key(order: "Ä-1"), KeyedConversion.key(rowHash: "ab")]
    try test.database.write(for: world.tenant.id) { tx in
      try ConversionStore(tx).insert(
        [
          KeyedConversion(conversion: conversion, key: keys[0], fingerprint: "123.45 USD"),
          KeyedConversion(conversion: bare, key: keys[1], fingerprint: "no value"),
        ], importID: world.id(99))
    }
    try test.database.read(for: world.tenant.id) { tx throws in
      let store = ConversionStore(tx)
      #expect(try store.find("Ä-1", sponsor: world.sponsor.id) == conversion)
      #expect(try store.find(bare.id.description, sponsor: world.sponsor.id) == bare)
      #expect(try store.find("A-1", sponsor: world.sponsor.id) == nil)
      #expect(try store.find("Ä-1", sponsor: world.id(77)) == nil)
      let known = try store.fingerprints(of: keys + ["order:none"], sponsor: world.sponsor.id)
      #expect(known == [keys[0]: "123.45 USD", keys[1]: "no value"])
      #expect(try store.recentOrders(sponsor: world.sponsor.id, limit: 5) == ["Ä-1"])
    }
  }

  @Test("pages give each conversion once, also where many share an instant", arguments: TestDatabase.kinds)
  func pages(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test)
    for number in [5, 3, 4, 1, 2] as [UInt64] {
      try world.addConversion(100 + number, order: "B-\(number)", at: "2026-10-20T12:00:00Z")
    }
    try world.addConversion(90, order: "B-6", at: "2026-10-21T00:00:00Z")
    try world.addConversion(120, order: "B-0", at: "2026-10-19T23:59:59Z")
    func orders(_ days: ClosedRange<Day>?) throws -> [String?] {
      try test.database.read(for: world.tenant.id) { tx throws in
        var found: [Conversion] = []
        while true {
          let page = try ConversionStore(tx).page(
            sponsor: world.sponsor.id, days: days, after: found.last, limit: 2)
          found += page
          if page.count < 2 { return found.map(\.orderID) }
        }
      }
    }
    #expect(try orders(nil) == ["B-0", "B-1", "B-2", "B-3", "B-4", "B-5", "B-6"])
    let day = try world.day("2026-10-20")
    #expect(try orders(day...day) == ["B-1", "B-2", "B-3", "B-4", "B-5"])
  }
}
