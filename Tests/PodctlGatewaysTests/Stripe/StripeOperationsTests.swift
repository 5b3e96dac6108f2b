import Foundation
import PodctlCore
import PodctlGateways
import StripeFake
import Testing

@Suite("Every operation that podctl can emit is held against Stripe's specification")
struct StripeOperationsTests {
  private static let specification = "derived-2026-10-28.endive.billing-subset.core.json"

  private func content() throws -> InvoiceContent {
    let day = Day(number: 20_727)
    var line = InvoiceLine(
      flight: Identifier(high: 1, low: 3), description: "d", priceModel: .cpm, provenance: .counted, rateMinor: 1,
      units: 1, amountMinor: 100, deliveredUnits: 1, billedMinor: 100,
      evidence: BillEvidence(basis: .downloads, firstDay: day, lastDay: day, limit: nil))
    line.commissionMinor = -15
    line.taxMinor = 17
    var content = InvoiceContent(
      number: "N", revision: 1, order: Identifier(high: 1, low: 1), campaign: Identifier(high: 1, low: 2),
      firstDay: day, lastDay: day, billTo: "Kettle", poNumber: "PO 7", termsDays: 30, currency: .usd, lines: [line])
    content.terms = InvoiceTerms(
      payer: .agency, commission: Percent(thousandths: 15_000), isNet: true,
      tax: .init(name: "VAT", rate: Percent(thousandths: 20_000)))
    return content
  }

  /// The bodies of a kind of effect, in all their forms, and the operation that each is sent to. A kind that is new does
  /// not compile here.
  private func bodies(_ kind: EffectKind) throws -> (operation: String, bodies: [[UInt8]])? {
    let (content, slug) = (try content(), try Slug("acme"))
    switch kind {
    case .customer: return ("/v1/customers", [StripeBody.customer(tenant: slug, payer: "p", name: "n", email: "e")])
    case .invoice: return ("/v1/invoices", [StripeBody.invoice(content, hash: "h", tenant: slug, customer: "c")])
    case .line:
      return (
        "/v1/invoiceitems",
        content.charges.indices.map {
          StripeBody.line($0 + 1, of: content, tenant: slug, customer: "c", invoice: "i")
        }
      )
    case .finalize: return ("/v1/invoices/{invoice}/finalize", [StripeBody.finalize])
    case .send: return ("/v1/invoices/{invoice}/send", [StripeBody.nothing])
    case .void: return ("/v1/invoices/{invoice}/void", [StripeBody.nothing])
    case .uncollectible: return ("/v1/invoices/{invoice}/mark_uncollectible", [StripeBody.nothing])
    case .pay: return ("/v1/invoices/{invoice}/pay", [StripeBody.paidOutside])
    case .creditNote:
      return (
        "/v1/credit_notes",
        credits().map {
          StripeBody.creditNote($0, of: content, tenant: slug, invoice: "i")
        }
      )
    case .subscribe:
      return (
        "/v1/subscriptions",
        [false, true].map {
          StripeBody.subscription(
            PlanSubscribed(
              tenant: slug, customer: "c", tier: .starter, price: "price_1", mark: "plan/1/subscribe", isCharged: $0))
        }
      )
    case .subscriptionChange:
      return (
        "/v1/subscriptions/{subscription_exposed_id}",
        [false, true].map { StripeBody.subscriptionChange(item: "si", price: "p", tier: .pro, isCharged: $0) }
      )
    case .subscriptionEnd:
      return ("/v1/subscriptions/{subscription_exposed_id}", [StripeBody.subscriptionEnd])
    case .mail, .letter: return nil
    }
  }

  private func credits() -> [InvoiceCredit] {
    let kinds: [(InvoiceCredit.Kind, InvoiceCredit.Source?)] = [
      (.credit, nil), (.refund, .stripe), (.refund, .outside),
    ]
    return kinds.flatMap { kind, source in
      [nil, Int64(17)].flatMap { tax in
        ([nil] + InvoiceCredit.Reason.allCases).map { reason in
          var credit = InvoiceCredit(
            id: Identifier(high: 1, low: 1), invoice: Identifier(high: 1, low: 2), kind: kind, reference: "r",
            source: source, amount: Money(minor: 100, .usd), reason: reason, memo: "m", plannedAt: Instant(seconds: 0))
          credit.taxMinor = tax
          return credit
        }
      }
    }
  }

  private func paths() throws -> ([String: Any], FormSchema) {
    let specification = try StripeSharedData.object(Self.specification)
    return (try #require(specification["paths"] as? [String: Any]), FormSchema(specification))
  }

  @Test(
    "every body of every kind of effect, name by name at every depth",
    .enabled(if: StripeSharedData.isPresent, "no ../shared/data/stripe"), arguments: EffectKind.allCases)
  func effects(kind: EffectKind) throws {
    guard let (path, bodies) = try bodies(kind) else { return }
    #expect(StripeOperations.all.contains { $0.name == "POST \(path)" }, "\(path) is not on the list")
    let (paths, schema) = try paths()
    let operation = try #require((paths[path] as? [String: Any])?["post"] as? [String: Any], "\(path)")
    #expect(!bodies.isEmpty)
    for body in bodies {
      #expect(schema.faults(body, operation) == [], "\(String(decoding: body, as: UTF8.self))")
    }
  }

  @Test(
    "every operation on the list is Stripe's, with its queries, or says why it cannot be told",
    .enabled(if: StripeSharedData.isPresent, "no ../shared/data/stripe"))
  func operations() throws {
    let (paths, _) = try paths()
    let posted = Set(try EffectKind.allCases.compactMap { try bodies($0)?.operation })
    for operation in StripeOperations.all {
      let known = (paths[operation.path] as? [String: Any])?[operation.method.lowercased()] as? [String: Any]
      let names = (known?["parameters"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
      let isSpecified = known != nil && Set(operation.query).isSubset(of: names)
      #expect(isSpecified == (operation.exception == nil), "\(operation.name)")
      if operation.method == "POST" { #expect(posted.contains(operation.path), "\(operation.name) has no body here") }
    }
  }

  @Test(
    "a schema finds a name, a word, a number and a gap that are wrong",
    .enabled(if: StripeSharedData.isPresent, "no data"))
  func faults() throws {
    let (paths, schema) = try paths()
    let operation = try #require((paths["/v1/subscriptions"] as? [String: Any])?["post"] as? [String: Any])
    let wrong = [
      "customers=c": "has no customers", "collection_method=barter": "says barter",
      "days_until_due=soon": "whole number",
      "off_session=perhaps": "flag", "billing_mode[kind]=x": "lacks type", "items[1][price]=p": "numbered",
      "items[0][cost]=p": "has no cost",
    ]
    for (body, word) in wrong {
      let found = schema.faults(Array(body.utf8), operation)
      #expect(found.contains { $0.contains(word) }, "\(body): \(found)")
    }
  }

  @Test("the list stands in the documentation, whole")
  func documented() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/billing.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for operation in StripeOperations.all {
      #expect(text.contains("`\(operation.name)`"), "docs/billing.md does not name \(operation.name)")
    }
  }

  @Test("the fake answers no operation and no query that is not on the list")
  func unlisted() throws {
    let fake = FakeStripe(now: 0)
    let headers = ["authorization": "Bearer x", "stripe-version": StripeClient.version]
    for target in ["/v1/charges", "/v1/invoices?status=open", "/v1/invoices/in_1/preview"] {
      #expect(fake.handle(.init(method: "GET", target: target, headers: headers, body: [])).status == 404)
    }
    #expect(fake.handle(.init(method: "GET", target: "/v1/balance", headers: headers, body: [])).status == 200)
  }

  @Test("requests are a tenth of a second apart, however fast they are answered")
  func rate() throws {
    final class Clock { var now = Instant(seconds: 1_793_606_400) }
    let clock = Clock()
    let fake = FakeStripe(now: 1_793_606_400)
    let transport = FakeTransport(fake)
    var times: [Int64] = []
    transport.loss = { _ in
      times.append(clock.now.microseconds)
      return nil
    }
    let client = StripeClient(
      transport, key: try StripeKey("sk_test_rate"), address: try StripeAddress("http://127.0.0.1:1"),
      now: { clock.now },
      sleep: { clock.now = Instant(microseconds: clock.now.microseconds + Int64($0) * 1000) })
    for number in 0..<60 {
      try client.checkMode()
      // Some answers take their time, which counts.
      if number % 3 == 0 { clock.now = Instant(microseconds: clock.now.microseconds + 40_500) }
    }
    #expect(times.count == 60)
    for start in times.indices {
      #expect(times[start...].prefix { $0 < times[start] + 1_000_000 }.count <= 10)
    }
    let fastest = zip(times, times.dropFirst()).map { $1 - $0 }.min()
    #expect(fastest == 100_000)
  }
}
