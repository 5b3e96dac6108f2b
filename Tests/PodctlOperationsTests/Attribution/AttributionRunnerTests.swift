import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("attribution run")
struct AttributionRunnerTests {
  static let home: [UInt8] = [1, 1]
  static let other: [UInt8] = [2, 2]

  /// Two flights with a spot each: 30 in episode 10, 31 in episode 11; the second has a code.
  static func world(_ test: TestDatabase, salt: UInt64 = 1) throws -> AttributionWorld {
    let world = try AttributionWorld(test, salt: salt)
    try world.addEpisode(10)
    try world.addEpisode(11)
    try world.addFlight(20, "mid")
    try world.addFlight(21, "pre", code: "TIDES")
    try world.addSpot(30, flight: 20, episode: 10, airs: "2026-10-01")
    try world.addSpot(31, flight: 21, episode: 11, airs: "2026-10-01")
    return world
  }

  @discardableResult
  static func run(
    _ world: AttributionWorld, window: AttributionWindow = .standard, days: ClosedRange<Day>? = nil
  ) throws -> AttributionSummary {
    try AttributionRunner.run(
      sponsor: world.sponsor.id, window: window, days: days, tenant: world.tenant.id, database: world.database,
      now: FixedTime.now
    ).summary
  }

  static func credits(
    _ conversion: Conversion, _ world: AttributionWorld, window: AttributionWindow = .standard
  ) throws -> [Credit] {
    try world.database.read(for: world.tenant.id) { tx in
      try AttributionStore(tx).credits(of: conversion, window: window)
    }
  }

  static func totals(_ world: AttributionWorld, days: ClosedRange<Day>? = nil) throws -> [CreditTotal] {
    try world.database.read(for: world.tenant.id) { tx in
      try AttributionStore(tx).totals(sponsor: world.sponsor.id, window: .standard, days: days)
    }
  }

  @Test("the window includes both of its ends to the second", arguments: TestDatabase.kinds)
  func boundaries(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(try TestDatabase(kind))
    let window = try AttributionWindow(days: 7)
    try world.addDownload(Self.home, episode: 10, at: "2026-10-10T12:00:00Z")
    let cases = [
      ("before", "2026-10-10T11:59:59Z", 0), ("same", "2026-10-10T12:00:00Z", 1),
      ("last", "2026-10-17T12:00:00Z", 1), ("late", "2026-10-17T12:00:01Z", 0),
    ]
    let conversions = try cases.enumerated().map { index, item in
      try world.addConversion(100 + UInt64(index), order: item.0, at: item.1, household: Self.home)
    }
    let summary = try Self.run(world, window: window)
    #expect(summary.conversions == 4)
    #expect(summary.attributed == 2)
    #expect(summary.withoutTouch == 2)
    for (conversion, item) in zip(conversions, cases) {
      let given = try Self.credits(conversion, world, window: window).filter { $0.model == .lastTouch }
      #expect(given.count == item.2, "\(item.0)")
    }
  }

  @Test("several conversions of one household each count in full", arguments: TestDatabase.kinds)
  func severalConversions(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(try TestDatabase(kind))
    try world.addDownload(Self.home, episode: 10, at: "2026-10-10T12:00:00Z")
    try world.addDownload(Self.home, episode: 11, at: "2026-10-11T12:00:00Z")
    try world.addConversion(101, order: "A-1", at: "2026-10-10T13:00:00Z", value: 999, household: Self.home)
    try world.addConversion(102, order: "A-2", at: "2026-10-12T13:00:00Z", value: 1001, household: Self.home)
    try world.addConversion(103, order: "A-3", at: "2026-10-12T13:00:00Z", value: nil, household: Self.home)
    try world.addConversion(104, order: "A-4", at: "2026-10-12T13:00:00Z", household: Self.other)
    try world.addConversion(105, order: "A-5", at: "2026-10-12T13:00:00Z")
    let summary = try Self.run(world)
    #expect(summary.conversions == 5)
    #expect(summary.attributed == 3)
    #expect(summary.withoutTouch == 1)
    #expect(summary.withoutHousehold == 1)
    #expect(summary.touches == 5)
    let linear = try Self.totals(world).filter { $0.model == .linear && $0.basis == .household }
    #expect(linear.reduce(0) { $0 + $1.weight } == 3 * AttributionWeights.whole)
    // 9.99, then half of 10.01 with the odd cent to the earlier touch; the order without a value counts only.
    let valued = linear.filter { $0.currency == .usd }
    #expect(valued.map(\.spot) == [world.id(30), world.id(31)])
    #expect(valued.map(\.valueMinor) == [1500, 500])
    #expect(linear.filter { $0.currency == nil }.map(\.valueMinor) == [nil, nil])
    let first = try Self.totals(world).filter { $0.model == .firstTouch && $0.basis == .household }
    #expect(first.map(\.conversions) == [1, 2])
  }

  @Test("running again leaves the same rows, and changed facts replace them", arguments: TestDatabase.kinds)
  func again(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(try TestDatabase(kind))
    try world.addDownload(Self.home, episode: 10, at: "2026-10-10T12:00:00Z")
    let conversion = try world.addConversion(
      101, order: "A-1", at: "2026-10-12T00:00:00Z", code: "tides", household: Self.home)
    let summary = try Self.run(world)
    let credits = try Self.credits(conversion, world)
    #expect(credits.count == 10)
    #expect(try Self.run(world) == summary)
    #expect(try Self.credits(conversion, world) == credits)

    try world.addDownload(Self.home, episode: 11, at: "2026-10-11T12:00:00Z")
    try Self.run(world)
    let last = try Self.credits(conversion, world).filter { $0.model == .lastTouch && $0.basis == .household }
    #expect(last.map(\.spot) == [world.id(31)])
    // Another window is another run and leaves this one alone.
    let before = try Self.credits(conversion, world)
    try Self.run(world, window: AttributionWindow(days: 1))
    #expect(try Self.credits(conversion, world) == before)
    #expect(try Self.credits(conversion, world, window: AttributionWindow(days: 1)).count == 10)
  }

  @Test("a run of some days replaces those days alone", arguments: TestDatabase.kinds)
  func someDays(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(try TestDatabase(kind))
    try world.addDownload(Self.home, episode: 10, at: "2026-10-10T12:00:00Z")
    let early = try world.addConversion(101, order: "A-1", at: "2026-10-12T00:00:00Z", household: Self.home)
    let late = try world.addConversion(102, order: "A-2", at: "2026-10-13T00:00:00Z", household: Self.home)
    try Self.run(world)
    try world.addDownload(Self.home, episode: 11, at: "2026-10-11T12:00:00Z")
    let day = try world.day("2026-10-13")
    #expect(try Self.run(world, days: day...day).conversions == 1)
    func last(_ conversion: Conversion) throws -> [Identifier<Spot>?] {
      try Self.credits(conversion, world).filter { $0.model == .lastTouch }.map(\.spot)
    }
    #expect(try last(early) == [world.id(30)])
    #expect(try last(late) == [world.id(31)])
    #expect(try Self.totals(world, days: day...day).filter { $0.model == .lastTouch }.map(\.conversions) == [1])
  }

  @Test("credit by code stands beside the household's and is in no sum with it", arguments: TestDatabase.kinds)
  func codes(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(try TestDatabase(kind))
    try world.addDownload(Self.home, episode: 10, at: "2026-10-10T12:00:00Z")
    try world.addConversion(
      101, order: "A-1", at: "2026-10-12T00:00:00Z", value: 5000, code: "Tides", household: Self.home)
    try world.addConversion(102, order: "A-2", at: "2026-10-12T00:00:00Z", value: 700, code: "TIDES")
    try world.addConversion(103, order: "A-3", at: "2026-10-12T00:00:00Z", value: 90, code: "NOBODY")
    let summary = try Self.run(world)
    #expect(summary.byCode == 2)
    #expect(summary.unknownCodes == 1)
    #expect(summary.attributed == 1)
    for model in AttributionModel.allCases {
      let totals = try Self.totals(world).filter { $0.model == model }
      let code = totals.filter { $0.basis == .code }
      #expect(code.map(\.flight) == [world.id(21)])
      #expect(code.map(\.spot) == [nil])
      #expect(code.map(\.valueMinor) == [5700])
      #expect(code.map(\.weight) == [2 * AttributionWeights.whole])
      let household = totals.filter { $0.basis == .household }
      #expect(household.map(\.spot) == [world.id(30)])
      #expect(household.map(\.valueMinor) == [5000])
    }
  }

  @Test("more conversions than a page are all credited once", arguments: TestDatabase.kinds)
  func pages(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(try TestDatabase(kind))
    try world.addDownload(Self.home, episode: 10, at: "2026-10-10T12:00:00Z")
    let instant = try world.instant("2026-10-12T00:00:00Z")
    let count = 1203
    let conversions = (0..<count).map { number in
      KeyedConversion(
        conversion: Conversion(
          id: world.id(1000 + UInt64(number)), sponsor: world.sponsor.id, day: Zone.utc.day(of: instant),
          // Three conversions share each second, so that pages end between equals.
          occurredAt: instant.advanced(seconds: Int64(number / 3)), event: "purchase", orderID: "C-\(number)",
          value: Money(minor: 101, .usd), promoCode: nil, household: Self.home, utmSource: nil, utmCampaign: nil,
          isNewCustomer: nil), key: KeyedConversion.key(order: "C-\(number)"), fingerprint: "1.01 USD")
    }
    try world.database.write(for: world.tenant.id) { tx in
      try ConversionStore(tx).insert(conversions, importID: world.id(1))
    }
    #expect(try Self.run(world).attributed == count)
    let last = try Self.totals(world).filter { $0.model == .lastTouch }
    #expect(last.map(\.conversions) == [count])
    #expect(last.map(\.valueMinor) == [Int64(count) * 101])
  }

  @Test("two tenants with the same facts have each their own credit", arguments: TestDatabase.kinds)
  func isolation(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let first = try Self.world(test, salt: 1)
    let second = try Self.world(test, salt: 2)
    try first.addDownload(Self.home, episode: 10, at: "2026-10-10T12:00:00Z")
    for world in [first, second] {
      try world.addConversion(101, order: "A-1", at: "2026-10-12T00:00:00Z", household: Self.home)
    }
    #expect(try Self.run(first).attributed == 1)
    #expect(try Self.run(second).attributed == 0)
    #expect(try Self.totals(first).count == 5)
    #expect(try Self.totals(second).isEmpty)
  }
}
