import Foundation
import PodctlCore
import PodctlGateways
import PodctlTestSupport
import StripeFake
import Testing

/// 127.0.0.2 is this machine too, but not by a name that podctl lets off encryption.
@Suite(
  "mail servers are spoken to in secret", .timeLimit(.minutes(15)),
  .enabled(if: TestCertificate.obstacle == nil, "\(TestCertificate.obstacle ?? "")"))
struct SMTPSecurityTests {
  private static func send(_ server: FakeMailServer, trusting file: String?) throws -> EffectOutcome {
    let parts = server.address.split(separator: "://")
    let gateway = SMTPGateway(
      try SMTPAddress("\(parts[0])://reports@\(parts[1])"), password: SMTPPassword("verysecret"), authorities: file)
    return gateway.send(try SMTPGatewayTests.effect(isLive: gateway.isLive))
  }

  private static func securities(_ certificate: TestCertificate) -> [FakeMailServer.Security] {
    [.fromTheStart(certificate), .onDemand(certificate)]
  }

  @Test("with TLS from the start or by STARTTLS the mail arrives, and nothing but the greeting was said before")
  func arrives() throws {
    let folder = try TemporaryFolder()
    let certificate = try TestCertificate(in: folder.path)
    for security in Self.securities(certificate) {
      let server = try FakeMailServer(at: "127.0.0.2", security: security)
      defer { server.stop() }
      let outcome = try Self.send(server, trusting: certificate.file)
      #expect(outcome.word == .done, "\(outcome)")
      let mail = try #require(server.mails.first)
      #expect(mail.isSecret && mail.login == "/reports/verysecret")
      #expect(
        server.saidInTheClear.allSatisfy { $0.hasPrefix("EHLO ") || $0 == "STARTTLS" }, "\(server.saidInTheClear)")
    }
  }

  @Test("a certificate that nobody trusts, or that is another's or has expired, gets neither login nor mail")
  func untrusted() throws {
    let folder = try TemporaryFolder()
    let certificate = try TestCertificate(in: folder.path)
    let otherFolder = try TemporaryFolder()
    let other = try TestCertificate(for: "DNS:mail.example.com", in: otherFolder.path)
    let oldFolder = try TemporaryFolder()
    let old = try TestCertificate(hasExpired: true, in: oldFolder.path)
    for (held, trusted) in [
      (certificate, nil), (certificate, other.file), (other, other.file), (old, old.file),
    ] {
      for security in Self.securities(held) {
        let server = try FakeMailServer(at: "127.0.0.2", security: security)
        defer { server.stop() }
        let outcome = try Self.send(server, trusting: trusted)
        #expect(outcome.word == .notSent, "\(outcome)")
        #expect(server.mails.isEmpty && !server.saidInTheClear.contains { $0.hasPrefix("AUTH") })
      }
    }
  }

  @Test("a server that offers no encryption, or whose offer somebody took out, gets neither login nor mail")
  func stripped() throws {
    let server = try FakeMailServer(at: "127.0.0.2")
    defer { server.stop() }
    let outcome = try Self.send(server, trusting: nil)
    #expect(outcome.word == .notSent, "\(outcome)")
    let said = server.saidInTheClear
    #expect(server.mails.isEmpty && !said.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") }, "\(said)")
  }
}
