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
    #expect(report.differences.first?.here?.hasSuffix("84.99 USD") == true)
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
    #expect(reasons.count == 1 && reasons[0].contains("85.00 USD stands at Stripe"), "\(reasons)")
    #expect(try world.balances().isEmpty && world.kinds() == [.missingHere])
  }
}
