import Foundation
import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("Money after an invoice is issued")
struct InvoiceMoneyTests {
  struct Stop: Error {}

  private func issued(_ kind: TestDatabase.Kind) throws -> IssuingWorld {
    let world = try IssuingWorld(kind)
    try world.issue()
    return world
  }

  private let number = IssuingWorld.number

  @Test(
    "an issued invoice is in the journal once, wherever the run was stopped dead", arguments: TestDatabase.kinds)
  func issuing(kind: TestDatabase.Kind) throws {
    // The first, some on the way, and those around the finalizing: checkpoints in the order in which they are reached.
    for place in kind == .sqlite ? [1, 9, 18, 19, 20, 21, 22, 30] : [20, 21] {
      let world = try IssuingWorld(kind)
      var count = 0
      world.checkpoint = { _, _ in
        count += 1
        if count == place { throw Stop() }
      }
      _ = try? world.issue(holder: "killed")
      world.checkpoint = { _, _ in }
      world.pass(seconds: Lease.seconds)
      try world.issue()
      let balances = try world.balances()
      #expect(balances == [try world.receivable: 8_500, "income:advertising:cpm": -8_500], "checkpoint \(place)")
    }
  }

  @Test(
    "parts are paid by cheque and transfer, bad rows keep their numbers, and the same file adds nothing",
    arguments: TestDatabase.kinds)
  func payments(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    let folder = try TemporaryFolder()
    let rejects = folder.file("rejects.csv")
    let rows = [
      "\(number),check,1001,40.00,2026-10-20", "NO-SUCH,wire,W1,5.00,2026-10-20", "\(number),card,1,5.00,2026-10-20",
      "\(number),ach,A9,45.01,2026-10-20", "\(number),ach,A9,0.00,2026-10-20", "\(number),wire,W2,1.00,2099-01-01",
    ]
    let first = try world.importPayments(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rejects: rejects)
    #expect(first.inserted == 1 && first.rejects.map(\.line) == [3, 4, 5, 6, 7])
    let text = try String(contentsOfFile: rejects, encoding: .utf8)
    #expect(text.contains("USD 45.01 is more than the USD 45.00 left of \(number)"))
    #expect(try world.standing().issue.status == .open && world.standing().balance.left == 4_500)
    #expect(try world.importPayments(rows[0], rejects: rejects).unchanged == 1)
    #expect(try world.importPayments("\(number),cheque,1001,41.00,2026-10-20", rejects: rejects).rejects.count == 1)
    let last = try world.importPayments("\(number),wire,W2,45.00,2026-10-21", rejects: rejects)
    #expect(last.inserted == 1 && last.notes == ["invoice \(number) is paid"])
    #expect(try world.standing().issue.status == .paid)
    #expect(
      try world.balances() == [
        "assets:bank:cheque": 4_000, "assets:bank:wire": 4_500, "income:advertising:cpm": -8_500,
      ])
    #expect(try world.importPayments("\(number),wire,W3,1.00,2026-10-21", rejects: rejects).rejects.count == 1)
  }

  @Test("Stripe is told once of what was paid outside it", arguments: TestDatabase.kinds)
  func telling(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    #expect(try world.tell().isEmpty)
    let rejects = try TemporaryFolder().file("rejects.csv")
    _ = try world.importPayments("\(number),wire,W1,85.00,2026-10-20", rejects: rejects)
    #expect(try world.tell().map(\.ending) == [.told])
    #expect(world.fake.statuses == ["paid"] && world.fake.told.map(\.value) == [1])
    #expect(try world.tell().isEmpty)
  }

  @Test("what is paid at Stripe as well is owed back", arguments: TestDatabase.kinds)
  func paidTwice(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    let rejects = try TemporaryFolder().file("rejects.csv")
    _ = try world.importPayments("\(number),wire,W1,85.00,2026-10-20", rejects: rejects)
    world.fake.payerPays(world.remoteID)
    #expect(try world.tell().map(\.reason) == ["it was paid at Stripe as well"])
    #expect(world.fake.told.isEmpty)
    let payer = try world.standing().issue.payer
    #expect(
      try world.balances() == [
        "assets:bank:wire": 8_500, "assets:stripe": 8_500, "income:advertising:cpm": -8_500,
        "liabilities:payer:\(payer)": -8_500,
      ])
    #expect(try world.credit(.refund, 8_500, to: .stripe).state == .done)
    #expect(try world.balances() == ["assets:bank:wire": 8_500, "income:advertising:cpm": -8_500])
  }

  @Test("credit notes stay within what is left, and one asked for twice is one", arguments: TestDatabase.kinds)
  func credits(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    #expect(try world.credit(.credit, 3_000).state == .done)
    #expect(try world.credit(.credit, 3_000).state == .done)
    #expect(world.fake.creditNotes.count == 1)
    let other = #expect(throws: PodctlError.self) { try world.credit(.credit, 3_001) }
    #expect(other?.code == .creditExists)
    let log = world.fake.log.count
    let over = #expect(throws: PodctlError.self) { try world.credit(.credit, 5_501, reference: "two") }
    #expect(over?.code == .amountExceeded && world.fake.log.count == log)
    let early = #expect(throws: PodctlError.self) { try world.credit(.refund, 1) }
    #expect(early?.code == .transitionRefused)
    #expect(
      try world.balances() == [
        try world.receivable: 5_500, "income:credits": 3_000, "income:advertising:cpm": -8_500,
      ])
    #expect(try world.credit(.credit, 5_500, reference: "rest").state == .done)
    #expect(try world.standing().issue.status == .paid && world.fake.statuses == ["paid"])
  }

  @Test("refunds stay within what was paid", arguments: TestDatabase.kinds)
  func refunds(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.payerPays(world.remoteID)
    try world.takeRemote()
    #expect(try world.standing().issue.status == .paid && world.standing().balance.paidByStripe == 8_500)
    #expect(try world.credit(.refund, 8_000).state == .done)
    let over = #expect(throws: PodctlError.self) { try world.credit(.refund, 501, reference: "two") }
    #expect(over?.code == .amountExceeded)
    #expect(world.fake.creditNotes.count == 1)
    let void = #expect(throws: PodctlError.self) { try world.wayToVoid() }
    #expect(void?.code == .transitionRefused)
    #expect(
      try world.balances() == ["assets:stripe": 500, "income:refunds": 8_000, "income:advertising:cpm": -8_500])
  }

  @Test("stopped dead in the middle of a credit note, there is one, and one entry", arguments: TestDatabase.kinds)
  func killedCredit(kind: TestDatabase.Kind) throws {
    for gap in [0, 25 * 3600] as [Int64] {
      for place in kind == .sqlite ? Array(1...6) : [3, 5] {
        let world = try issued(kind)
        var count = 0
        world.checkpoint = { _, _ in
          count += 1
          if count == place { throw Stop() }
        }
        #expect(throws: Stop.self) { try world.credit(.credit, 1_000) }
        world.checkpoint = { _, _ in }
        world.pass(seconds: max(gap, Lease.seconds))
        #expect(try world.credit(.credit, 1_000).state == .done)
        #expect(world.fake.creditNotes.count == 1, "checkpoint \(place), \(gap) s later")
        #expect(try world.balances()["income:credits"] == 1_000)
        #expect(try world.standing().balance.creditable == 7_500)
      }
    }
  }

  @Test("a credit note that Stripe refuses counts for nothing", arguments: TestDatabase.kinds)
  func refused(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    // Somebody credits it at the Dashboard, so that Stripe has less left than we know of.
    world.fake.setNumber("pre_payment_credit_notes_amount", 8_000, ofInvoice: world.remoteID)
    #expect(try world.credit(.credit, 1_000).state == .failed)
    #expect(try world.standing().balance.creditable == 8_500)
    #expect(try world.balances()["income:credits"] == nil)
  }

  @Test("what is written off is an expense, and a late payment makes it good again", arguments: TestDatabase.kinds)
  func writtenOff(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    let rejects = try TemporaryFolder().file("rejects.csv")
    _ = try world.importPayments("\(number),ach,A1,5.00,2026-10-20", rejects: rejects)
    for _ in 1...2 { #expect(try world.mark(.uncollectible)?.state == .done) }
    #expect(world.fake.statuses == ["uncollectible"])
    #expect(
      try world.balances() == [
        "assets:bank:ach": 500, "expenses:bad-debt": 8_000, "income:advertising:cpm": -8_500,
      ])
    _ = try world.importPayments("\(number),ach,A2,80.00,2026-10-21", rejects: rejects)
    #expect(try world.balances() == ["assets:bank:ach": 8_500, "income:advertising:cpm": -8_500])
    #expect(try world.standing().issue.status == .paid)
  }

  @Test("a void invoice leaves nothing in the books", arguments: TestDatabase.kinds)
  func void(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    try world.credit(.credit, 1_000)
    for _ in 1...2 { #expect(try world.mark(.void)?.state == .done) }
    #expect(try world.balances().isEmpty && world.entries().count == 3)
    #expect(try world.invoice()?.status == .void)
  }
}
