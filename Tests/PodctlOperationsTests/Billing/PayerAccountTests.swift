import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("What payers owe, by the journal")
struct PayerAccountTests {
  private func read(
    _ world: IssuingWorld, through day: Day? = nil
  ) throws -> (entries: [JournalEntry], invoices: [Identifier<Invoice>: BilledInvoice]) {
    try world.database.read(for: world.tenant.id) { tx in
      (try JournalStore(tx).entries(from: nil, through: day), try InvoiceStore(tx).billed())
    }
  }

  @Test(
    "an invoice is late from the day after it was due, and what came later does not count",
    arguments: TestDatabase.kinds)
  func aging(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    try world.issue()
    let issued = world.tenant.zone.day(of: world.now)
    let terms = try #require(read(world).invoices.values.first).termsDays
    let due = issued.advanced(by: terms)
    world.pass(seconds: Int64(terms + 40) * 86_400)
    let rejects = try TemporaryFolder().file("rejects.csv")
    let came = due.advanced(by: 35)
    #expect(
      try world.importPayments("\(IssuingWorld.number),cheque,1001,40.00,\(came)", rejects: rejects).inserted == 1)
    for (days, age, left) in [
      (0, AgedInvoice.Age.notDue, 8_500), (1, .upTo30, 8_500), (30, .upTo30, 8_500), (31, .upTo60, 8_500),
      (34, .upTo60, 8_500), (35, .upTo60, 4_500), (60, .upTo60, 4_500), (61, .upTo90, 4_500), (91, .older, 4_500),
    ] as [(Int, AgedInvoice.Age, Int64)] {
      let day = due.advanced(by: days)
      let (entries, invoices) = try read(world)
      let aged = AgedInvoice.all(entries, invoices, asOf: day)
      #expect(aged.map(\.age) == [age] && aged.map(\.left.minor) == [left] && aged.map(\.dueOn) == [due])
      #expect(aged.map(\.daysLate) == [days])
      let payers = PayerAging.all(aged)
      #expect(payers.map { $0.amount(age).minor } == [left] && payers.map(\.total.minor) == [left])
      // The days that the store leaves out change nothing.
      #expect(AgedInvoice.all(try read(world, through: day).entries, invoices, asOf: day) == aged)
    }
    let (entries, invoices) = try read(world)
    #expect(AgedInvoice.all(entries, invoices, asOf: issued.advanced(by: -1)) == [])
  }

  @Test(
    "a statement ends at what is owed, with what came before its first day brought forward",
    arguments: TestDatabase.kinds)
  func statement(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    try world.issue()
    let issued = world.tenant.zone.day(of: world.now)
    world.pass(seconds: 5 * 86_400)
    let rejects = try TemporaryFolder().file("rejects.csv")
    let number = IssuingWorld.number
    for (reference, amount, days) in [("1", "40.00", 2), ("2", "45.00", 3)] {
      let day = issued.advanced(by: days)
      _ = try world.importPayments("\(number),wire,\(reference),\(amount),\(day)", rejects: rejects)
    }
    let (entries, invoices) = try read(world)
    let payer = try #require(invoices.values.first).payer
    let whole = PayerStatement(entries, of: payer, invoices, from: nil, isLive: false).lines
    #expect(whole.map(\.change.minor) == [8_500, -4_000, -4_500] && whole.map(\.balance.minor) == [8_500, 4_500, 0])
    #expect(whole.allSatisfy { $0.number == number })
    let later = PayerStatement(entries, of: payer, invoices, from: issued.advanced(by: 3), isLive: false).lines
    #expect(later.map(\.kind) == [nil, .payment] && later.map(\.balance.minor) == [4_500, 0])
    #expect(PayerStatement(entries, of: payer, invoices, from: nil, isLive: true).lines == [])
    #expect(PayerStatement(entries, of: "another", invoices, from: nil, isLive: false).lines == [])
    #expect(AgedInvoice.all(entries, invoices, asOf: issued.advanced(by: 400)) == [])
  }
}
