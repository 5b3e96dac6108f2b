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
}
