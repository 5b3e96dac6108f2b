import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("An approved invoice reaches its payer once")
struct BillIssuingTests {
  struct Stop: Error {}

  @Test(
    "a customer, a draft with its lines, then finalized and sent; again it does nothing", arguments: TestDatabase.kinds)
  func plain(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    #expect(try world.issue().map(\.ending) == [.issued])
    #expect(world.isIssuedOnce)
    let invoice = try #require(try world.invoice())
    #expect(invoice.status == .open)
    #expect(try world.effects().map(\.state) == Array(repeating: .done, count: 6))
    let before = world.fake.log.count
    #expect(try world.issue().isEmpty)
    #expect(world.fake.log.count == before)
  }

  @Test("stopped dead at any checkpoint, run again at once and a day later: one invoice", arguments: TestDatabase.kinds)
  func kills(kind: TestDatabase.Kind) throws {
    for gap in [0, 25 * 3600] as [Int64] {
      var place = 1
      while true {
        let world = try IssuingWorld(kind)
        var count = 0
        world.checkpoint = { _, _ in
          count += 1
          if count == place { throw Stop() }
        }
        if (try? world.issue(holder: "killed")) != nil { break }
        world.checkpoint = { _, _ in }
        world.pass(seconds: max(gap, Lease.seconds))
        #expect(try world.issue().map(\.ending) == [.issued], "checkpoint \(place), \(gap) s later")
        #expect(world.isIssuedOnce, "checkpoint \(place), \(gap) s later: \(world.fake.log)")
        place += 1
      }
      #expect(place > 30)
      if kind == .postgres { break }
    }
  }

  @Test(
    "after a day the key is forgotten, and a look comes before anything is sent again", arguments: TestDatabase.kinds)
  func forgottenKey(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    world.checkpoint = { checkpoint, name in
      if checkpoint == .afterReply, name.hasSuffix("/invoice") { throw Stop() }
    }
    #expect(throws: Stop.self) { try world.issue(holder: "killed") }
    world.checkpoint = { _, _ in }
    world.pass(seconds: 25 * 3600)
    world.fake.log = []
    #expect(try world.issue().map(\.ending) == [.issued])
    #expect(world.isIssuedOnce && world.fake.posts(to: "/v1/invoices") == 0)
    #expect(world.fake.log.first == "GET /v1/invoices")
    #expect(try world.effects().first { $0.name.hasSuffix("/invoice") }?.isAdopted == true)
  }

  @Test("a database brought back from before the run adopts what is there", arguments: TestDatabase.kinds)
  func backup(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    try world.issue()
    world.pass(seconds: 40 * 3600)
    try world.forgetEverything()
    world.fake.log = []
    #expect(try world.issue().map(\.ending) == [.issued])
    #expect(world.isIssuedOnce && !world.fake.log.contains { $0.hasPrefix("POST") })
  }

  @Test("an error that Stripe replays for ever gets a new key after a look", arguments: TestDatabase.kinds)
  func savedError(kind: TestDatabase.Kind) throws {
    for (fault, isThere) in [(FakeStripe.Fault.savedErrorBefore, false), (.savedErrorAfter, true)] {
      let world = try IssuingWorld(kind)
      var isFirst = true
      world.fake.fault = { request in
        guard request.path == "/v1/invoices", isFirst else { return nil }
        isFirst = false
        return fault
      }
      #expect(try world.issue().map(\.ending) == [.issued])
      #expect(world.isIssuedOnce)
      let effect = try #require(try world.effects().first { $0.name.hasSuffix("/invoice") })
      #expect(effect.isAdopted == isThere && effect.epoch == (isThere ? 1 : 2))
    }
  }

  @Test("a body that was changed in the database is not sent", arguments: TestDatabase.kinds)
  func tampered(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    world.checkpoint = { checkpoint, name in
      if checkpoint == .afterIntent, name.hasSuffix("line/1") { throw Stop() }
    }
    #expect(throws: Stop.self) { try world.issue() }
    world.checkpoint = { _, _ in }
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run(
        "UPDATE outbox SET body = \(Array("amount=1".utf8)) WHERE tenant_id = \(tx.tenant) AND kind = 'stripe.line'")
    }
    let error = #expect(throws: PodctlError.self) { try world.issue() }
    #expect(error?.code == .effectChanged)
    #expect(world.fake.posts(to: "/v1/invoiceitems") == 0)
  }

  @Test("an approved invoice that was changed in the database is not sent", arguments: TestDatabase.kinds)
  func changedInvoice(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE invoice_lines SET amount_minor = 1 WHERE tenant_id = \(tx.tenant) AND line_number = 1")
    }
    let error = #expect(throws: PodctlError.self) { try world.issue() }
    #expect(error?.code == .effectChanged)
    #expect(world.fake.log.isEmpty)
  }

  @Test("a draft that is not what was approved is not finalized", arguments: TestDatabase.kinds)
  func differs(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    world.fake.bystander = { fake, request in
      if request.path == "/v1/invoiceitems", fake.items.count == 2 { fake.changeAmount(ofItem: 0, to: 1) }
    }
    let result = try #require(try world.issue().first)
    #expect(result.ending == .differs && result.reason?.contains("the total is") == true)
    #expect(world.fake.finalized.isEmpty)
  }

  @Test("two invoices with our mark stop it, and both are named", arguments: TestDatabase.kinds)
  func twoOfOurs(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    world.fake.bystander = { fake, request in
      if request.path == "/v1/invoices" { fake.duplicateInvoice() }
    }
    world.transport.loss = { $0.address.text.hasSuffix("/v1/invoices") && $0.method == .post ? .lostAfter : nil }
    let result = try #require(try world.issue().first)
    #expect(result.ending == .failed)
    #expect(result.reason?.contains("in_000002") == true && result.reason?.contains("in_000003") == true)
    #expect(world.fake.finalized.isEmpty)
  }

  @Test("what somebody does at the Dashboard meanwhile is taken as it is", arguments: TestDatabase.kinds)
  func dashboard(kind: TestDatabase.Kind) throws {
    let finalized = try IssuingWorld(kind)
    finalized.checkpoint = { [fake = finalized.fake] checkpoint, name in
      if checkpoint == .beforePost, name.hasSuffix("finalize"), let id = fake.invoiceIDs.first {
        fake.dashboardFinalizes(id)
      }
    }
    #expect(try finalized.issue().map(\.ending) == [.issued])
    #expect(finalized.isIssuedOnce)

    let paid = try IssuingWorld(kind)
    paid.fake.bystander = { fake, request in
      if request.path.hasSuffix("/finalize"), let id = fake.invoiceIDs.first {
        fake.set("status", "paid", ofInvoice: id)
      }
    }
    #expect(try paid.issue().map(\.status) == [.paid])
    #expect(paid.fake.sent.isEmpty)
    #expect(try paid.invoice()?.status == .paid)
  }

  @Test("another request under our key stops it without a new one", arguments: TestDatabase.kinds)
  func conflict(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    world.transport.loss = { _ in nil }
    let stem = EffectRequest.keyStem(tenant: world.tenant.slug, isLive: false, name: "\(IssuingWorld.number)/invoice")
    world.fake.bystander = { fake, request in
      guard request.path == "/v1/customers" else { return }
      fake.remember("\(stem):1", parameters: "something else")
    }
    let result = try #require(try world.issue().first)
    #expect(result.ending == .failed && result.reason?.contains("idempotency_error") == true)
    let effect = try #require(try world.effects().first { $0.name.hasSuffix("/invoice") })
    #expect(effect.epoch == 1 && world.fake.invoices.isEmpty)
  }

  @Test("credentials that do not do stop the run, and nothing is given up", arguments: TestDatabase.kinds)
  func barred(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    world.fake.isShut = true
    let error = #expect(throws: PodctlError.self) { try world.issue() }
    #expect(error?.code == .gatewayRefused)
    world.fake.isShut = false
    #expect(try world.issue().map(\.ending) == [.issued])
    #expect(world.isIssuedOnce)
  }

  @Test("late delivery of an approved month goes on a further revision, once", arguments: TestDatabase.kinds)
  func adjustment(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    let before = try #require(try world.invoice())
    try world.billing.setDownloads(10, "2026-10-03", 400)
    for _ in 1...2 {
      let plan = try world.draft()
      #expect(plan.entries.map(\.content.number).contains(IssuingWorld.number + "-R2"))
    }
    #expect(try world.invoice()?.content == before.content)
    let adjustment = try #require(try world.invoice(IssuingWorld.number + "-R2"))
    #expect(adjustment.status == .draft && adjustment.content.lines.map(\.amountMinor) == [1_000])
    #expect(adjustment.content.lines[0].description.hasSuffix("adjustment"))
    #expect(adjustment.content.lines[0].evidence.firstDay == adjustment.content.firstDay)
    // The next month goes on from both.
    try world.billing.setDownloads(10, "2026-11-02", 100)
    #expect(try world.draft("2026-11").total(in: .usd).minor == 250)
  }

  @Test("a held lease keeps a second run out, and a stolen one changes nothing", arguments: TestDatabase.kinds)
  func leases(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind)
    var refusals: [ErrorCode] = []
    world.checkpoint = { [unowned world] checkpoint, name in
      guard checkpoint == .beforePost, name.hasSuffix("/invoice"), refusals.isEmpty else { return }
      do { try world.issue(holder: "second") } catch let error as PodctlError { refusals.append(error.code) }
      // The first sleeps beyond its lease, and another takes over before its answer is written down.
      try world.database.write(for: world.tenant.id) { tx in
        _ = try LeaseStore(tx).take("stripe", holder: "thief", now: world.now.advanced(seconds: Lease.seconds + 1))
      }
    }
    let error = #expect(throws: PodctlError.self) { try world.issue(holder: "first") }
    #expect(refusals == [.leaseHeld] && error?.code == .leaseLost)
    world.checkpoint = { _, _ in }
    world.pass(seconds: 2 * Lease.seconds + 10)
    #expect(try world.issue(holder: "third").map(\.ending) == [.issued])
    #expect(world.isIssuedOnce)
  }

  @Test("an invoice over nothing is skipped, and stays a draft that nobody is sent", arguments: TestDatabase.kinds)
  func overNothing(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind) { billing in try billing.setCommission(100_000) }
    let decision = try #require(try world.approve().first)
    #expect(decision.isSkipped && !decision.isParked && decision.word == "skipped")
    #expect(try world.invoice()?.status == .draft && world.invoice()?.content.total == .zero(.usd))
    #expect(try world.issue().isEmpty && world.fake.log.isEmpty)
    #expect(try world.entries().isEmpty)
    // Drafted again, it is the same, and what it holds is not billed again by the next month.
    #expect(try world.draft().entries.map(\.change) == [.unchanged])
    #expect(try world.draft("2026-11").entries.filter { $0.change == .new }.isEmpty)
  }

  @Test("a database that may only be read, from any checkpoint on: one invoice")
  func readOnly() throws {
    var place = 1
    var failures = 0
    while true {
      let world = try IssuingWorld(.sqlite)
      var count = 0
      world.checkpoint = { [unowned world] checkpoint, _ in
        guard checkpoint != .beforeCommit else { return }
        count += 1
        guard count == place else { return }
        _ = try world.database.write { tx in try tx.run("PRAGMA query_only = 1") }
      }
      let first = Result { try world.issue(holder: "ailing") }
      // The end of a reading transaction lets writing in again.
      try world.database.read { _ in }
      world.checkpoint = { _, _ in }
      if case .failure(let error) = first {
        failures += 1
        #expect((error as? PodctlError)?.code == .databaseReadOnly, "\(error)")
      }
      if count < place { break }
      world.pass(seconds: Lease.seconds)
      try world.issue()
      #expect(world.isIssuedOnce, "checkpoint \(place): \(world.fake.log)")
      place += 1
    }
    #expect(failures > 10, "\(failures) of \(place)")
  }
}
