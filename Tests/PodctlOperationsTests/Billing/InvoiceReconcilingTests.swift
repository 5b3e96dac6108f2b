import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("The books and Stripe are held against each other")
struct InvoiceReconcilingTests {
  private let number = IssuingWorld.number

  private func issued(_ kind: TestDatabase.Kind) throws -> IssuingWorld {
    let world = try IssuingWorld(kind)
    try world.issue()
    return world
  }

  @Test("after all that may happen to an invoice the two say the same", arguments: TestDatabase.kinds)
  func same(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    #expect(try world.isReconciled)
    try world.credit(.credit, 500)
    #expect(try world.isReconciled)
    world.fake.payerPays(world.remoteID)
    #expect(try world.kinds() == [.status, .paid])
    try world.pull()
    #expect(try world.isReconciled)
    try world.credit(.refund, 1_000)
    #expect(try world.isReconciled)
  }

  @Test("each difference is found by its kind", arguments: TestDatabase.kinds)
  func differences(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.setNumber("total", 8_501, ofInvoice: world.remoteID)
    #expect(try world.kinds() == [.total])
    world.fake.setNumber("total", 8_500, ofInvoice: world.remoteID)
    world.fake.set("currency", "eur", ofInvoice: world.remoteID)
    #expect(try world.kinds() == [.currency])
    world.fake.set("currency", "usd", ofInvoice: world.remoteID)
    world.fake.dashboardCredits(world.remoteID, 700)
    #expect(try world.kinds() == [.credit])
    try world.pull()
    #expect(try world.kinds().isEmpty && world.standing().balance.left == 7_800)
    world.fake.dashboard("void", world.remoteID)
    #expect(try world.kinds() == [.status])
    try world.pull()
    #expect(try world.kinds().isEmpty && world.balances().isEmpty)
  }

  @Test("an invoice that one side alone has, or Stripe twice", arguments: TestDatabase.kinds)
  func strangers(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.duplicateInvoice()
    let report = try world.reconcile()
    #expect(report.matched == 1 && report.differences.map(\.kind) == [.duplicate])
    for id in world.fake.invoiceIDs { world.fake.removeInvoice(id) }
    #expect(try world.kinds() == [.missingThere])
  }

  @Test("a cent that is lost in the journal is found", arguments: TestDatabase.kinds)
  func cent(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run(
        """
        UPDATE journal_transfers SET amount_minor = amount_minor - 1 WHERE tenant_id = \(tx.tenant)
        """)
    }
    let report = try world.reconcile()
    #expect(report.matched == 0 && report.differences.map(\.kind) == [.journal])
    #expect(report.differences.first?.here?.hasSuffix("USD 84.99") == true)
  }

  @Test("Stripe's pages are all read, and other tenants' invoices are left alone")
  func pages() throws {
    let world = try issued(.sqlite)
    for index in 1...250 {
      world.fake.addStranger(["podctl_tenant": "somebody", "podctl_invoice": "SOMEBODY-\(index)"])
    }
    #expect(try world.isReconciled)
    for index in 1...101 {
      world.fake.addStranger(["podctl_tenant": "\(world.tenant.slug)", "podctl_invoice": "TENANT-1-2025-01-\(index)"])
    }
    let report = try world.reconcile()
    #expect(report.matched == 1 && report.differences.count == 101)
    #expect(report.differences.allSatisfy { $0.kind == .missingHere })
  }

  @Test("a lost ledger is made again from Stripe: paid, credited and refunded as it was", arguments: TestDatabase.kinds)
  func rebuilt(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    try world.credit(.credit, 500, reference: "rebate")
    world.fake.payerPays(world.remoteID)
    try world.pull()
    try world.credit(.refund, 1_000, reference: "goodwill")
    let (before, posts) = (try world.balances(), world.fake.log.count { $0.hasPrefix("POST") })
    try world.loseLedger()
    #expect(try world.strangers() == [number])
    #expect(try world.kinds() == [.missingHere])
    #expect(try world.rebuild().map(\.reason) == [nil])
    #expect(try world.balances() == before)
    #expect(try world.isReconciled)
    #expect(try world.standing().credits.map(\.reference).sorted() == ["goodwill", "rebate"])
    #expect(try world.standing().issue.status == .paid && world.strangers().isEmpty)
    // Nothing is sent again, and a second time changes nothing.
    #expect(try world.rebuild().isEmpty && world.issue().isEmpty)
    #expect(world.fake.log.count { $0.hasPrefix("POST") } == posts)
  }

  @Test("an invoice that today's figures do not make is not taken up", arguments: TestDatabase.kinds)
  func otherFigures(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    try world.loseLedger()
    try world.billing.setDownloads(10, "2026-10-03", 1_000)
    let reasons = try world.rebuild().map { $0.reason ?? "taken" }
    #expect(reasons.count == 1 && reasons[0].contains("USD 85.00 stands at Stripe"), "\(reasons)")
    #expect(try world.balances().isEmpty && world.kinds() == [.missingHere])
  }

  @Test("a line whose amount, currency or words differ is named, and one more or less", arguments: TestDatabase.kinds)
  func lines(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    func found() throws -> [String] {
      try world.reconcile().differences.map { "\($0.kind.rawValue) \($0.line ?? "-")" }
    }
    for (name, value) in [("description", "other words"), ("currency", "eur")] {
      let before = world.fake.items[0][name] as? String ?? ""
      world.fake.setItem(0, name, value)
      #expect(try found() == ["line \(number)/2"], "\(name)")
      world.fake.setItem(0, name, before)
    }
    #expect(try found().isEmpty)
    world.fake.changeAmount(ofItem: 1, to: 2_400)
    #expect(try found() == ["total -", "line \(number)/1"])
    let differences = try world.reconcile().differences
    #expect(differences[1].here?.hasPrefix("\(Money(minor: 2_500, .usd))") == true)
    #expect(differences[1].there?.hasPrefix("\(Money(minor: 2_400, .usd))") == true)
    world.fake.changeAmount(ofItem: 1, to: 2_500)
    // The total is the same, and two lines have changed places.
    world.fake.changeAmount(ofItem: 0, to: 2_500)
    world.fake.changeAmount(ofItem: 1, to: 6_000)
    #expect(try found() == ["line \(number)/1", "line \(number)/2"])
    world.fake.changeAmount(ofItem: 0, to: 6_000)
    world.fake.changeAmount(ofItem: 1, to: 2_500)
    world.fake.removeItem(0)
    #expect(try found() == ["line \(number)/2"])
  }

  @Test("another content's hash at Stripe, and content that was changed here", arguments: TestDatabase.kinds)
  func hash(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.setMark("podctl_hash", "0123456789abcdef", ofInvoice: world.remoteID)
    let there = try world.reconcile().differences
    #expect(there.map(\.kind) == [.hash] && there[0].there == "0123456789abcdef")
    let other = try issued(kind)
    try other.database.write(for: other.tenant.id) { tx in
      try tx.run("UPDATE invoices SET po_number = 'another' WHERE tenant_id = \(tx.tenant)")
    }
    #expect(try other.kinds() == [.hash])
  }

  @Test(
    "an invoice with tax and an agency's commission, its credit note and refund, is rebuilt and the same",
    arguments: TestDatabase.kinds)
  func rebuiltWithTax(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind) { billing in
      try billing.setCommission(15_000)
      try billing.setPayer(.agency, email: "accounts@north.example", tax: "20")
    }
    try world.issue()
    #expect(world.fake.items.count == 4)
    try world.credit(.credit, 1_000)
    world.fake.payerPays(world.remoteID)
    try world.pull()
    try world.credit(.refund, 500)
    #expect(try world.isReconciled)
    let before = try world.balances()
    #expect(before["liabilities:tax:vat"] != nil && before["income:commission"] == 1_275)
    try world.loseLedger()
    #expect(try world.kinds() == [.missingHere])
    #expect(try world.rebuild().map(\.reason) == [nil])
    #expect(try world.isReconciled)
    #expect(try world.balances() == before)
  }

  @Test("money that went back without a credit note is found, and taken up by the event", arguments: TestDatabase.kinds)
  func refundAtStripe(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.payerPays(world.remoteID)
    try world.pull()
    try world.credit(.refund, 100, reference: "ours")
    #expect(try world.isReconciled)
    world.fake.dashboardRefunds(world.remoteID, 700)
    let report = try world.reconcile()
    #expect(report.differences.map(\.kind) == [.refund])
    #expect(report.differences[0].there == "\(world.fake.refundIDs[0]) \(Money(minor: 700, .usd))")
    world.fake.mayReadRefunds = false
    #expect(try !world.reconcile().hasSeenRefunds)
    world.fake.mayReadRefunds = true
    #expect(try world.pull().results.contains { $0.outcome == .applied })
    #expect(try world.isReconciled)
    #expect(try world.balances()["assets:stripe"] == 7_700)
    // What went back counts against the bound.
    #expect(throws: PodctlError.self) { try world.credit(.refund, 7_701, reference: "more") }
    // A ledger that was lost comes back with it.
    let before = try world.balances()
    try world.loseLedger()
    _ = try world.rebuild()
    #expect(try world.isReconciled && world.balances() == before)
  }

  @Test("a credit note that is made void at Stripe is found, and undone in the books", arguments: TestDatabase.kinds)
  func voidNote(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind) { billing in try billing.setPayer(.brand, tax: "20") }
    try world.issue()
    let before = try world.balances()
    try world.credit(.credit, 1_200)
    #expect(try world.balances()["liabilities:tax:vat"] == -1_500)
    #expect(try world.balances()["income:credits"] == 1_000)
    world.fake.dashboardVoidsNote()
    #expect(try world.kinds() == [.credit])
    #expect(try world.pull().results.contains { $0.outcome == .applied })
    #expect(try world.isReconciled)
    #expect(try world.balances() == before)
    #expect(try world.standing().balance.creditable == 10_200)
    // Told again, it is undone once.
    try world.pull()
    #expect(try world.balances() == before)
  }
}
