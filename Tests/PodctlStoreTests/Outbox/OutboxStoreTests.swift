import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The outbox keeps an effect as it was planned, once")
struct OutboxStoreTests {
  private func effect(_ number: UInt64, _ name: String, isLive: Bool = false) -> Effect {
    Effect(
      id: Identifier(high: 1, low: number), name: name, chain: "N", kind: .invoice, isLive: isLive,
      request: .init(method: "POST", path: "/v1/invoices", body: [0, 255, 10, 38], sha256: "hash"), keyStem: "stem",
      plannedAt: FixedTime.now.advanced(seconds: Int64(number)), progress: Effect.Progress(looksFirst: true))
  }

  @Test("an effect comes back whole, with what became of it", arguments: TestDatabase.kinds)
  func roundTrip(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    var planned = effect(1, "N/invoice")
    try world.database.write(for: world.tenant.id) { tx in
      #expect(try OutboxStore(tx).plan(planned) == planned)
      planned.record(.absent, at: FixedTime.now)
      planned.begin(at: FixedTime.now)
      planned.record(.busy(reason: "HTTP 429", seconds: 30), at: FixedTime.now)
      try OutboxStore(tx).save(planned)
    }
    let found = try world.database.read(for: world.tenant.id) { try OutboxStore($0).find("N/invoice", isLive: false) }
    #expect(found == planned)
    #expect(found?.notBefore == FixedTime.now.advanced(seconds: 30) && found?.reason == "HTTP 429")
  }

  @Test("a mail's window and its end come back", arguments: TestDatabase.kinds)
  func ends(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    let window = Effect.Window(batch: "Batch-1", sendAt: FixedTime.now.advanced(seconds: 3600))
    var mails = (1...2).map { number in
      Effect(
        id: Identifier(high: 2, low: number), name: "mail/\(number)", chain: "mail", kind: .mail, isLive: false,
        request: .init(method: "POST", path: "/v3/mail/send", body: [1], sha256: "hash"), keyStem: "stem",
        plannedAt: FixedTime.now, window: window, progress: Effect.Progress(looksFirst: false))
    }
    try world.database.write(for: world.tenant.id) { tx in
      for mail in mails { #expect(try OutboxStore(tx).plan(mail) == mail) }
      mails[0].withhold("bounced", at: FixedTime.now)
      _ = mails[1].cancel("taken back", at: FixedTime.now)
      for mail in mails { try OutboxStore(tx).save(mail) }
    }
    let found = try world.database.read(for: world.tenant.id) { try OutboxStore($0).chain("mail", isLive: false) }
    #expect(found == mails)
  }

  @Test("a name is planned once in each mode, and the first stands", arguments: TestDatabase.kinds)
  func once(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    try world.database.write(for: world.tenant.id) { tx in
      let store = OutboxStore(tx)
      let first = try store.plan(effect(1, "N/invoice"))
      #expect(try store.plan(effect(2, "N/invoice")).id == first.id)
      #expect(try store.plan(effect(3, "N/invoice", isLive: true)).id != first.id)
      #expect(try store.all(named: "N/invoice").count == 2)
      #expect(try store.names() == ["N/invoice"])
      #expect(try store.chain("N", isLive: false).count == 1)
      #expect(try store.all(in: [.planned]).count == 2 && store.all(in: [.done]).isEmpty)
    }
  }
}
