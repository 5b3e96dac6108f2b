import Foundation
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, and addresses that come to take no mail after their mails were planned.
@Suite("a planned mail to an address that was suppressed meanwhile does not go", .timeLimit(.minutes(15)))
struct ReportWithheldProcessTests {
  private typealias Scene = ReportSendProcessTests.Scene

  /// Both mails are planned, since SendGrid is away.
  private static func planned() throws -> Scene {
    let scene = try Scene()
    let away = try scene.send(["PODCTL_SENDGRID_API_BASE": "http://127.0.0.1:9"])
    try #require(away.status == 75, "\(away.errors)")
    return scene
  }

  private static func suppress(_ address: String, in scene: Scene) throws {
    let ending = try scene.run(["report", "suppression", "add", address, "--reason", "left the company"])
    try #require(ending.status == 0, "\(ending.errors)")
  }

  @Test("it is withheld with the reason, in the digest and in the list, and goes once a person says so")
  func withheld() throws {
    let scene = try Self.planned()
    try Self.suppress("ann@kettle.example", in: scene)
    let told = try scene.run(["report", "send", "--due", "--dry-run"])
    #expect(told.output.contains("1 of its mails would be withheld: left the company"), "\(told.output)")
    let sent = try scene.send()
    #expect(sent.status == 0 && scene.fake.mails.map(\.to) == ["bob@kettle.example"], "\(sent.errors)")
    #expect(sent.output.contains("1 of its mails withheld: left the company"), "\(sent.output)")
    #expect(sent.errors.contains("1 of its recipients left out (left the company)"), "\(sent.errors)")
    let list = try scene.run(["outbox", "list", "--state", "withheld", "--format", "csv", "--fields", "name,state,why"])
    let rows = list.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 1 && rows.first?.hasSuffix("withheld,left the company") == true, "\(list.output)")
    let quiet = try scene.send()
    #expect(quiet.status == 0 && quiet.errors.contains("nothing to send"), "\(quiet.errors)")

    #expect(try scene.run(["report", "suppression", "remove", "ann@kettle.example"]).status == 0)
    #expect(try scene.send().status == 0)
    #expect(scene.fake.mails.count == 1)
    let name = try #require(rows.first?.split(separator: ",").first.map(String.init))
    #expect(try scene.run(["outbox", "resolve", name, "--retry", "--yes"]).status == 0)
    #expect(try scene.send().status == 0)
    #expect(scene.fake.mails.map(\.to) == ["bob@kettle.example", "ann@kettle.example"])
  }

  @Test("where nobody is left, the report is no success, and can be rejected")
  func nobody() throws {
    let scene = try Self.planned()
    for address in ReportSendProcessTests.people { try Self.suppress(address, in: scene) }
    let none = try scene.send()
    #expect(none.output.contains("nobody") && scene.fake.mails.isEmpty, "\(none.output) \(none.errors)")
    let late = try scene.send(at: "2026-10-29T15:00:00Z")
    #expect(late.status == 1 && late.errors.contains("reports_overdue"), "\(late.errors)")
    let week = ["--campaign", "kettle-and-crane", "--week", "2026-W43"]
    #expect(try scene.run(["report", "reject"] + week).status == 0)
    #expect(try scene.run(["runs", "list", "--overdue"], at: "2026-10-29T15:00:00Z").output.isEmpty)
    #expect(try scene.send(at: "2026-10-29T15:00:00Z").status == 0)
  }

  @Test("over SMTP as well, and for one whose turn comes again after a 4xx")
  func smtp() throws {
    let scene = try Scene()
    let server = try FakeMailServer()
    defer { server.stop() }
    let smtp = ["PODCTL_MAIL_TRANSPORT": "smtp", "PODCTL_MAIL_SERVER": server.address]
    server.failing = { step, _ in step == .recipient ? .reply("450 4.2.0 later") : nil }
    let later = try scene.run(["report", "send", "--due", "--timeout", "1"], smtp)
    #expect(later.status == 75, "\(later.errors)")
    server.failing = { _, _ in nil }
    try Self.suppress("bob@kettle.example", in: scene)
    #expect(try scene.send(smtp).status == 0)
    #expect(server.mails.map(\.to) == ["ann@kettle.example"])
  }
}
