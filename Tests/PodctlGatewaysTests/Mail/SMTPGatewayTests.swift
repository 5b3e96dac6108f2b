import PodctlCore
import PodctlGateways
import StripeFake
import Testing

@Suite("handing mails to a mail server") struct SMTPGatewayTests {
  static func effect(plain: String = "hi", isLive: Bool = false) throws -> Effect {
    let submission = SMTPSubmission(try MIMEMessageTests.mail(plain: plain), at: Instant(seconds: 0))
    return Effect(
      id: Identifier(high: 1, low: 1), name: "n", chain: "c", kind: .letter, isLive: isLive,
      request: Effect.Request(method: SMTPSubmission.method, path: "/", body: submission.bytes, sha256: ""),
      keyStem: "k",
      plannedAt: Instant(seconds: 0), progress: Effect.Progress(looksFirst: false))
  }

  private static func send(
    _ server: FakeMailServer, user: String? = nil, plain: String = "hi"
  ) throws -> EffectOutcome {
    let address = user.map { "smtp://\($0)@127.0.0.1:\(server.port)" } ?? server.address
    let password = user.map { _ in SMTPPassword("verysecret") }
    return SMTPGateway(try SMTPAddress(address), password: password).send(try effect(plain: plain))
  }

  @Test("a mail arrives with its envelope, to the byte, whatever its lines begin with, and the login is used")
  func arrives() throws {
    let server = try FakeMailServer()
    defer { server.stop() }
    let outcome = try Self.send(server, user: "reports", plain: ".\n..\nend")
    #expect(outcome == .done(remoteID: "<0192-effect@harbour.example>"))
    let mail = try #require(server.mails.first)
    #expect(mail.from == "reports@harbour.example" && mail.to == "ann@kettle.example")
    #expect(mail.login == "/reports/verysecret")
    let submission = try #require(SMTPSubmission(bytes: Self.effect(plain: ".\n..\nend").request.body))
    #expect(mail.message + "\r\n" == String(decoding: submission.message, as: UTF8.self))
  }

  @Test("what the server says decides: later, refused, ours, or unknown")
  func faults() throws {
    let cases: [(FakeMailServer.Step, FakeMailServer.Fault, EffectOutcome.Word)] = [
      (.greeting, .reply("421 4.3.2 shutting down"), .busy), (.greeting, .reply("554 5.7.1 go away"), .barred),
      (.greeting, .close(reset: true), .notSent), (.hello, .close(reset: false), .notSent),
      (.sender, .reply("451 4.7.1 greylisted"), .busy), (.sender, .reply("550 5.7.1 not yours"), .refused),
      (.recipient, .reply("450 4.2.1 try later"), .busy),
      (.recipient, .reply("550 5.1.1 <ann@kettle.example> unknown"), .refused),
      (.recipient, .close(reset: true), .notSent), (.data, .reply("452 4.3.1 full"), .busy),
      (.data, .close(reset: false), .notSent), (.message, .reply("451 4.3.0 later"), .busy),
      (.message, .reply("554 5.6.0 spam"), .refused), (.message, .close(reset: true), .lost),
      (.message, .close(reset: false), .lost), (.message, .reply("what?"), .lost),
    ]
    for (step, fault, word) in cases {
      let server = try FakeMailServer()
      defer { server.stop() }
      server.failing = { at, _ in at == step ? fault : nil }
      let outcome = try Self.send(server)
      #expect(outcome.word == word, "\(step) \(fault): \(outcome)")
      #expect(outcome.reason?.contains("@") != true, "\(outcome)")
    }
  }

  @Test("a wrong password bars the run and shows nothing of itself")
  func login() throws {
    let server = try FakeMailServer()
    defer { server.stop() }
    server.failing = { at, _ in at == .login ? .reply("535 5.7.8 no") : nil }
    let outcome = try Self.send(server, user: "reports")
    #expect(outcome.word == .barred && outcome.reason == "SMTP 535 5.7.8")
    #expect("\(SMTPPassword("verysecret"))" == "…" && String(reflecting: SMTPPassword("verysecret")) == "…")
  }

  @Test("nobody listening is nothing sent")
  func absent() throws {
    let gateway = SMTPGateway(try SMTPAddress("smtp://127.0.0.1:9"), password: nil)
    #expect(gateway.send(try Self.effect()).word == .notSent)
  }

  @Test(
    "addresses that are none are refused, and so is one with a password",
    arguments: [
      "mail.example.com", "http://mail.example.com", "smtp://", "smtp://u:p@mail.example.com", "smtp://h/x",
      "smtp://h?x",
    ])
  func addresses(_ text: String) {
    let error = #expect(throws: PodctlError.self) { try SMTPAddress(text) }
    #expect(error?.code == .settingInvalid && error?.message.contains("u:p") != true)
  }

  @Test("a demo is mailed by a server of this machine alone")
  func demo() throws {
    #expect(throws: PodctlError.self) { try SMTPAddress("smtps://mail.example.com").admit(isDemo: true) }
    #expect(throws: Never.self) { try SMTPAddress("smtp://localhost:25").admit(isDemo: true) }
  }
}
