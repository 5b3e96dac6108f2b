import Foundation
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself with a mail server on the loopback interface.
@Suite("reports go by a mail server as well", .timeLimit(.minutes(15)))
struct ReportSMTPProcessTests {
  private typealias Scene = ReportSendProcessTests.Scene

  private static func smtp(_ server: FakeMailServer) -> [String: String] {
    ["PODCTL_MAIL_TRANSPORT": "smtp", "PODCTL_MAIL_SERVER": server.address]
  }

  @Test("both get it once, with both parts and the figures; a second run has nothing to do")
  func once() throws {
    let scene = try Scene()
    let server = try FakeMailServer()
    defer { server.stop() }
    let first = try scene.send(Self.smtp(server))
    #expect(first.status == 0, "\(first.errors)")
    #expect(server.mails.map(\.to).sorted() == ReportSendProcessTests.people && scene.fake.mails.isEmpty)
    for mail in server.mails {
      for piece in ["text/plain", "text/html", "2026-W43.csv", "From: \"Harbour Reports\" <reports@harbour.example>"] {
        #expect(mail.message.contains(piece), "\(piece)")
      }
    }
    let second = try scene.send(at: "2026-10-27T14:00:00Z", Self.smtp(server))
    #expect(second.status == 0 && second.errors.contains("nothing to send"), "\(second.errors)")
    #expect(server.mails.count == 2)
  }

  @Test("a connection that breaks after the last dot leaves the mail unknown, on both transports afterwards")
  func reset() throws {
    let scene = try Scene()
    let server = try FakeMailServer()
    defer { server.stop() }
    server.failing = { step, connection in step == .message && connection == 1 ? .close(reset: true) : nil }
    let first = try scene.send(Self.smtp(server))
    #expect(first.status == 75 && first.errors.contains("effects_unknown"), "\(first.errors)")
    #expect(try scene.send(Self.smtp(server)).status == 75)
    // The week's mails were written for the mail server; the other transport sends none of them a second time.
    #expect(try scene.send().status == 75)
    #expect(server.mails.map(\.to).sorted() == ReportSendProcessTests.people && scene.fake.mails.isEmpty)
  }

  @Test("4xx is tried again and arrives once, 5xx fails, and a refused login stops the run")
  func answers() throws {
    let scene = try Scene()
    let server = try FakeMailServer()
    defer { server.stop() }
    server.failing = { step, connection in step == .recipient && connection == 1 ? .reply("450 4.2.0 later") : nil }
    #expect(try scene.send(Self.smtp(server)).status == 0)
    #expect(server.mails.count == 2)

    let refused = try Scene()
    server.failing = { step, _ in step == .message ? .reply("554 5.6.0 no") : nil }
    let ending = try refused.send(Self.smtp(server))
    #expect(ending.status == 65 && ending.output.contains("failed"), "\(ending.errors)")

    let barred = try Scene()
    server.failing = { step, _ in step == .login ? .reply("535 5.7.8 no") : nil }
    let login = Self.smtp(server).merging([
      "PODCTL_MAIL_SERVER": "smtp://reports@127.0.0.1:\(server.port)", "PODCTL_SMTP_PASSWORD": "verysecret",
    ]) { $1 }
    let stopped = try barred.send(login)
    #expect(stopped.status == 77 && !stopped.errors.contains("verysecret"), "\(stopped.errors)")
    #expect(server.mails.count == 2)
  }
}
