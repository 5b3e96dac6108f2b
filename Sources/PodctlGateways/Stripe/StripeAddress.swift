import PodctlCore

/// Where Stripe's API is: the real one, or a server on this machine for tests. No other place is ever given a key.
public struct StripeAddress: Sendable, Hashable {
  public static let live = StripeAddress(text: "https://api.stripe.com", isReal: true)

  let text: String
  public let isReal: Bool

  private init(text: String, isReal: Bool) {
    self.text = text
    self.isReal = isReal
  }

  /// Reads an address whole; throws `setting_invalid` for one with a path, a query, a user, or another host.
  public init(_ text: String) throws(PodctlError) {
    guard let isReal = APIBase.isReal(text, among: [StripeAddress.live.text]) else { throw StripeAddress.refusal }
    self.init(text: text, isReal: isReal)
  }

  private static let refusal = PodctlError(
    .settingInvalid, "the address is neither https://api.stripe.com nor a server on this machine",
    hint: "unset PODCTL_STRIPE_API_BASE; it is for tests, such as http://127.0.0.1:12111")

  /// Throws `live_refused` unless the key may be used here: a live one only when asked for twice, and only at Stripe.
  public func admit(_ key: StripeKey, asksLive: Bool, profileIsLive: Bool, isDemo: Bool) throws(PodctlError) {
    guard key.isLive else {
      guard !asksLive else {
        throw PodctlError(
          .liveRefused, "--live was given with a test key", hint: "give the live key, or leave --live out")
      }
      return
    }
    guard !isDemo else { throw PodctlError(.liveRefused, "a demo tenant is never billed with a live key") }
    guard isReal else {
      throw PodctlError(
        .liveRefused, "a live key is for https://api.stripe.com alone", hint: "unset PODCTL_STRIPE_API_BASE")
    }
    guard asksLive, profileIsLive else {
      throw PodctlError(
        .liveRefused, "the key is a live one, and real money was not asked for",
        hint: "pass --live, and set live: true in the profile; or give a test key")
    }
  }
}
