import PodctlCore
import PodctlGateways
import Testing

@Suite("A key goes to Stripe and nowhere else")
struct StripeGuardTests {
  @Test(
    "other places are refused, however much they look like it",
    arguments: [
      "http://127.0.0.1.evil.test", "http://127.0.0.1@evil.test", "https://api.stripe.com.evil.test",
      "https://api.stripe.com:444", "https://api.stripe.com/v1", "https://api.stripe.com?x", "https://api.stripe.com/",
      "http://api.stripe.com", "https://user@api.stripe.com", "https://API.stripe.com", "ftp://127.0.0.1", "127.0.0.1",
      "http://[::2]", "http://127.0.0.1/v1", "http://127.0.0.1#x", "",
    ])
  func places(text: String) {
    let error = #expect(throws: PodctlError.self) { try StripeAddress(text) }
    #expect(error?.code == .settingInvalid)
  }

  @Test(
    "this machine is a place for tests",
    arguments: ["http://127.0.0.1:12111", "https://localhost:8443", "http://[::1]:80", "http://localhost"])
  func loopback(text: String) throws { #expect(try !StripeAddress(text).isReal) }

  @Test("a live key wants --live, a live profile, Stripe itself and a real tenant")
  func live() throws {
    let live = try StripeKey("rk_live_abcdef")
    let test = try StripeKey("sk_test_abcdef")
    let loopback = try StripeAddress("http://127.0.0.1:1")
    func admits(_ key: StripeKey, _ address: StripeAddress, asks: Bool, profile: Bool, demo: Bool = false) -> Bool {
      (try? address.admit(key, asksLive: asks, profileIsLive: profile, isDemo: demo)) != nil
    }
    #expect(admits(live, .live, asks: true, profile: true))
    #expect(!admits(live, .live, asks: false, profile: true))
    #expect(!admits(live, .live, asks: true, profile: false))
    #expect(!admits(live, loopback, asks: true, profile: true))
    #expect(!admits(live, .live, asks: true, profile: true, demo: true))
    #expect(admits(test, .live, asks: false, profile: true, demo: true))
    #expect(admits(test, loopback, asks: false, profile: false))
    #expect(!admits(test, loopback, asks: true, profile: true))
  }

  @Test(
    "what is no key is refused without being shown",
    arguments: [
      "", "sk_test_", "pk_test_abcdef", "sk_org_abcdef", "sk_live_abc def", "sk_test_ab\ncdefgh", "whsec_abcdef",
    ])
  func keys(text: String) throws {
    let error = try #require(#expect(throws: PodctlError.self) { try StripeKey(text) })
    #expect(error.code == .gatewayKeyInvalid)
    if text.count > 8 { #expect(!"\(error)".contains(text)) }
  }

  @Test("a key never shows its letters")
  func hidden() throws {
    let key = try StripeKey("rk_test_topsecret")
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!"\(key) \(String(reflecting: key)) \(dumped)".contains("topsecret"))
  }
}
