import PodctlCore

/// Where SendGrid's API is: the real one, its European one, or a server on this machine for tests.
public struct SendGridAddress: Sendable, Hashable {
  public static let live = SendGridAddress(text: "https://api.sendgrid.com", isReal: true)
  private static let real = ["https://api.sendgrid.com", "https://api.eu.sendgrid.com"]

  let text: String
  public let isReal: Bool

  private init(text: String, isReal: Bool) {
    self.text = text
    self.isReal = isReal
  }

  /// Reads an address whole; throws `setting_invalid` for one with a path, a query, a user, or another host.
  public init(_ text: String) throws(PodctlError) {
    guard let isReal = APIBase.isReal(text, among: Self.real) else {
      throw PodctlError(
        .settingInvalid, "the address is neither SendGrid's nor a server on this machine",
        hint: "unset PODCTL_SENDGRID_API_BASE; it is https://api.eu.sendgrid.com for the European one")
    }
    self.init(text: text, isReal: isReal)
  }

  /// Throws `live_refused` for a real key at a server of tests, for a test's key at the real one, and for a demo tenant.
  public func admit(_ key: SendGridKey, isDemo: Bool) throws(PodctlError) {
    guard !isDemo || !key.isLive else {
      throw PodctlError(
        .liveRefused, "a demo tenant is never mailed", hint: "see what would go out: podctl report preview")
    }
    guard key.isLive == isReal else {
      throw PodctlError(
        .liveRefused,
        isReal ? "a key that begins with SG.test is for a server of tests" : "a real key is for SendGrid alone",
        hint: isReal ? "give the real key" : "unset PODCTL_SENDGRID_API_BASE")
    }
  }
}
