import Foundation
import PodctlCore
import PodctlGateways
import Testing

@Suite("mails as SendGrid takes them") struct SendGridMailTests {
  private static func mail(subject: String = "Week 30", html: String? = "<p>hi</p>") throws -> SendGridMail {
    SendGridMail(
      OutgoingMail(
        to: try MailAddress(typed: "sponsor@brand.test"), from: try MailAddress(typed: "reports@agency.test"),
        fromName: "Agency", replyTo: try MailAddress(typed: "ads@agency.test"), subject: subject, plain: "hi",
        html: html,
        attachments: [.init(fileName: "r.csv", type: "text/csv", bytes: Array("hi".utf8))], mark: "ob_123"))
  }

  @Test("the body is the same bytes each time, fields in order, the plain part first")
  func body() throws {
    let text = String(decoding: try Self.mail().body(), as: UTF8.self)
    #expect(
      text
        == #"{"attachments":[{"content":"aGk=","disposition":"attachment","filename":"r.csv","type":"text/csv"}],"#
        + #""categories":["sponsor-report"],"content":[{"type":"text/plain","value":"hi"},"#
        + #"{"type":"text/html","value":"<p>hi</p>"}],"from":{"email":"reports@agency.test","name":"Agency"},"#
        + #""personalizations":[{"custom_args":{"podctl_effect":"ob_123"},"to":[{"email":"sponsor@brand.test"}]}],"#
        + #""reply_to":{"email":"ads@agency.test"},"subject":"Week 30","#
        + #""tracking_settings":{"click_tracking":{"enable":false},"open_tracking":{"enable":false}}}"#)
    let plain = String(decoding: try Self.mail(html: nil).body(), as: UTF8.self)
    #expect(!plain.contains("text/html"))
  }

  @Test("a sponsor's name cannot smuggle a header in")
  func injection() throws {
    let text = String(decoding: try Self.mail(subject: "A\r\nBcc: x@y.de").body(), as: UTF8.self)
    #expect(text.contains(#""subject":"A  Bcc: x@y.de""#))
  }

  @Test("a key shows nothing of itself", arguments: ["SG.verysecretletters", "SG.testverysecretletters"])
  func key(_ text: String) throws {
    let key = try SendGridKey(text)
    #expect(key.isLive == !text.contains("test"))
    #expect("\(key)" == "SG.…" && String(reflecting: key) == "SG.…")
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains("verysecret"))
  }

  @Test("what is no key is refused", arguments: ["", "SG.", "sk_test_abcdefgh", "SG.a b c d e f", "SG.abc\ndefghij"])
  func noKey(_ text: String) { #expect(throws: PodctlError.self) { try SendGridKey(text) } }

  @Test(
    "a key goes to SendGrid or to this machine and nowhere else",
    arguments: [
      "http://api.sendgrid.com", "https://api.sendgrid.com.evil.test", "https://api.sendgrid.com:444",
      "http://127.0.0.1.evil.test", "http://127.0.0.1@evil.test", "http://127.0.0.1:1/path", "http://127.0.0.1:1?a",
      "https://evil.test", "", "localhost",
    ])
  func elsewhere(_ text: String) { #expect(throws: PodctlError.self) { try SendGridAddress(text) } }

  @Test("a real key is not given to a server of tests, nor a test's key to the real one, nor a demo's mail to anybody")
  func admission() throws {
    let real = try SendGridKey("SG.abcdefghijk")
    let test = try SendGridKey("SG.testabcdefghijk")
    let local = try SendGridAddress("http://127.0.0.1:8080")
    #expect(throws: PodctlError.self) { try local.admit(real, isDemo: false) }
    #expect(throws: PodctlError.self) { try SendGridAddress.live.admit(test, isDemo: false) }
    #expect(throws: PodctlError.self) { try SendGridAddress.live.admit(real, isDemo: true) }
    try SendGridAddress.live.admit(real, isDemo: false)
    try SendGridAddress("https://api.eu.sendgrid.com").admit(real, isDemo: false)
    try local.admit(test, isDemo: true)
  }
}
