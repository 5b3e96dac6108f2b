import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("A lease has one holder, and a replaced one changes nothing")
struct LeaseStoreTests {
  @Test("the second waits for the first to end, or for its time to run out", arguments: TestDatabase.kinds)
  func exclusive(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    let now = FixedTime.now
    func take(_ holder: String, _ at: Instant, from gone: String? = nil) throws -> Lease? {
      try world.database.write(for: world.tenant.id) {
        try LeaseStore($0).take("stripe", holder: holder, now: at, from: gone)
      }
    }
    let first = try #require(try take("a", now))
    #expect(first.fence == 1)
    #expect(try take("b", now) == nil)
    // The clock of another machine may be behind that of the holder's.
    #expect(try take("b", now.advanced(seconds: -1)) == nil)
    #expect(try take("b", now.advanced(seconds: -Lease.seconds)) == nil)
    #expect(try take("b", now.advanced(seconds: Lease.seconds - 1)) == nil)
    // Its holder writes, and the time begins anew.
    try world.database.write(for: world.tenant.id) { try LeaseStore($0).hold(first, now: now.advanced(seconds: 200)) }
    #expect(try take("b", now.advanced(seconds: Lease.seconds)) == nil)
    let second = try #require(try take("b", now.advanced(seconds: 200 + Lease.seconds)))
    #expect(second.fence == 2)
    let error = #expect(throws: PodctlError.self) {
      try world.database.write(for: world.tenant.id) { try LeaseStore($0).hold(first, now: now) }
    }
    #expect(error?.code == .leaseLost)
    #expect(try take("c", now.advanced(seconds: 600), from: "b")?.fence == 3)
    let third = try #require(try take("c", now.advanced(seconds: 600)))
    try world.database.write(for: world.tenant.id) {
      try LeaseStore($0).release(third, now: now.advanced(seconds: 601))
    }
    #expect(try take("d", now.advanced(seconds: 601))?.fence == 5)
    // Written by a clock that has been set back a day since.
    #expect(try take("e", now.advanced(seconds: -86_400))?.fence == 6)
  }

  @Test("tenants do not stand in each other's way", arguments: TestDatabase.kinds)
  func apart(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    for salt in 1...2 as ClosedRange<UInt64> {
      let world = try BillingWorld(test, salt: salt)
      let lease = try world.database.write(for: world.tenant.id) {
        try LeaseStore($0).take("stripe", holder: "a", now: FixedTime.now)
      }
      #expect(lease?.fence == 1)
    }
  }
}
