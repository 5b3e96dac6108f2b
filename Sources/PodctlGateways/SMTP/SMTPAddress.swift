import Foundation
import PodctlCore

/// Where mails are handed in by SMTP: `smtps://` with TLS from the start, `smtp://` with STARTTLS, which is insisted on
/// but on this machine.
public struct SMTPAddress: Sendable, Hashable {
  /// Without user.
  let text: String
  /// The name to log in by; nil for a server that wants none.
  public let user: String?
  /// Whether it is another machine, whose mails reach people.
  public let isReal: Bool
  let startsSecure: Bool

  /// Throws `setting_invalid` for what is no address of a mail server; a password in it is refused, since it is shown.
  public init(_ text: String) throws(PodctlError) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty, parts.path.isEmpty || parts.path == "/",
      parts.query == nil, parts.fragment == nil
    else {
      throw PodctlError(
        .settingInvalid, "the mail server's address is none",
        hint: "write smtps://USER@mail.example.com:465, or smtp://mail.example.com:587")
    }
    guard parts.password == nil else {
      throw PodctlError(
        .settingInvalid, "the mail server's address holds a password",
        hint: "take it out, and give it by --smtp-password-file, the credential podctl-smtp or PODCTL_SMTP_PASSWORD")
    }
    startsSecure = scheme == "smtps"
    user = parts.user
    isReal = !["127.0.0.1", "::1", "[::1]", "localhost"].contains(host)
    self.text = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
  }

  /// Throws `live_refused` for a demo tenant and a server of others.
  public func admit(isDemo: Bool) throws(PodctlError) {
    guard !isDemo || !isReal else {
      throw PodctlError(
        .liveRefused, "a demo tenant is never mailed", hint: "see what would go out: podctl report preview")
    }
  }
}

/// The password of a mail server; nothing shows its letters.
public struct SMTPPassword: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let secret: String

  public init(_ secret: String) { self.secret = secret }

  public var description: String { "…" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
