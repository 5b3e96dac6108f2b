import Foundation
import PodctlCore
import PodctlGateways
import StripeFake
import Testing

@Suite("Looks list whole, and believe no list that cannot be")
struct StripeLookTests {
  private let now = Instant(seconds: 1_793_606_400)
  private let fake = FakeStripe(now: 1_793_606_400)
  private let transport: FakeTransport
  private let gateway: StripeGateway

  init() throws {
    transport = FakeTransport(fake)
    let now = now
    gateway = StripeGateway(
      StripeClient(
        transport, key: try StripeKey("sk_test_look"), address: try StripeAddress("http://127.0.0.1:1"), now: { now },
        sleep: { _ in }))
  }

  private func customer(_ payer: String, email: String = "pay@kettle.example") throws -> Effect {
    let body = StripeBody.customer(tenant: try Slug("acme"), payer: payer, name: "K", email: email)
    return Effect(
      id: Identifier(high: 1, low: 1), name: "payer/\(payer)", chain: payer, kind: .customer, isLive: false,
      request: .init(method: "POST", path: StripePath.customers, body: body, sha256: ""), keyStem: "podctl:1:\(payer)",
      plannedAt: now, progress: Effect.Progress(looksFirst: false))
  }

  @Test("one of ours is found among any number of others", arguments: [0, 1, 99, 100, 101, 250])
  func pages(others: Int) throws {
    _ = gateway.send(try customer("ours"))
    for number in 0..<others { _ = gateway.send(try customer("other-\(number)")) }
    fake.log = []
    #expect(gateway.look(for: try customer("ours")) == .present(remoteID: "cus_000001"))
    #expect(fake.log.count == others / 100 + 1)
    #expect(gateway.look(for: try customer("nobody")) == .absent)
  }

  @Test("two of ours are told apart from one")
  func several() throws {
    for key in ["a", "b"] {
      var effect = try customer("ours")
      effect = Effect(
        id: effect.id, name: effect.name, chain: effect.chain, kind: .customer, isLive: false, request: effect.request,
        keyStem: key, plannedAt: now, progress: Effect.Progress(looksFirst: false))
      _ = gateway.send(effect)
    }
    #expect(gateway.look(for: try customer("ours")) == .several(["cus_000001", "cus_000002"]))
  }

  @Test(
    "a list that repeats itself, is cut or comes from the other mode is not believed",
    arguments: FakeTransport.Loss.allCases)
  func unclear(loss: FakeTransport.Loss) throws {
    guard loss != .otherMode else { return }  // a list itself has no mode
    _ = gateway.send(try customer("ours"))
    transport.loss = { _ in loss }
    guard case .unclear = gateway.look(for: try customer("ours")) else {
      Issue.record("\(loss)")
      return
    }
  }

  @Test("the balance tells the account's mode before anything is sent")
  func mode() throws {
    fake.isLive = true
    let error = #expect(throws: PodctlError.self) { try StripeLookTests.check(gateway) }
    #expect(error?.code == .liveRefused)
    #expect(!fake.log.contains { $0.hasPrefix("POST") })
  }

  private static func check(_ gateway: StripeGateway) throws { try gateway.checkMode() }

  @Test(
    "every name in our bodies is one of Stripe's", .enabled(if: StripeSharedData.isPresent, "no ../shared/data/stripe"))
  func spec() throws {
    let spec = try StripeSharedData.object("derived-2026-10-28.endive.billing-subset.core.json")
    let paths = try #require(spec["paths"] as? [String: Any])
    let day = Day(number: 20_727)
    let content = InvoiceContent(
      number: "N", revision: 1, order: Identifier(high: 1, low: 1), campaign: Identifier(high: 1, low: 2),
      firstDay: day,
      lastDay: day, billTo: "Kettle", poNumber: "PO 7", termsDays: 30, currency: .usd,
      lines: [
        InvoiceLine(
          flight: Identifier(high: 1, low: 3), description: "d", priceModel: .cpm, provenance: .counted, rateMinor: 1,
          units: 1, amountMinor: 5, deliveredUnits: 1, billedMinor: 5,
          evidence: BillEvidence(basis: .downloads, firstDay: day, lastDay: day, limit: nil))
      ])
    let slug = try Slug("acme")
    let bodies: [(String, [UInt8])] = [
      ("/v1/customers", StripeBody.customer(tenant: slug, payer: "p", name: "n", email: "e")),
      ("/v1/invoices", StripeBody.invoice(content, hash: "h", tenant: slug, customer: "cus_1")),
      ("/v1/invoiceitems", StripeBody.line(1, of: content, tenant: slug, customer: "cus_1", invoice: "in_1")),
      ("/v1/invoices/{invoice}/finalize", StripeBody.finalize), ("/v1/invoices/{invoice}/send", StripeBody.nothing),
      ("/v1/invoices/{invoice}/void", StripeBody.nothing),
    ]
    for (path, body) in bodies {
      let post = try #require((paths[path] as? [String: Any])?["post"] as? [String: Any], "\(path)")
      let content = (post["requestBody"] as? [String: Any])?["content"] as? [String: Any]
      let form = content?["application/x-www-form-urlencoded"] as? [String: Any]
      let known = (form?["schema"] as? [String: Any])?["properties"] as? [String: Any] ?? [:]
      for (name, value) in try #require(FormBody.decoded(body)) {
        let top = String(name.prefix { $0 != "[" })
        let property = try #require(known[top] as? [String: Any], "\(path) has no \(top)")
        if let words = property["enum"] as? [String] { #expect(words.contains(value), "\(path) \(top)=\(value)") }
      }
    }
  }
}
