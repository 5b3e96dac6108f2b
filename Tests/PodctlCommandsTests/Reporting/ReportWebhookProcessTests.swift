import Foundation
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself with events that are signed as SendGrid signs them.
@Suite("what SendGrid tells closes the loop", .timeLimit(.minutes(15)))
struct ReportWebhookProcessTests {
  private typealias Scene = ReportSendProcessTests.Scene

  private static func apply(_ body: String, in scene: Scene, _ words: [String] = []) throws -> PodctlProcess.Ending {
    let file = scene.folder.path + "/events.json"
    try Data(body.utf8).write(to: URL(fileURLWithPath: file))
    let timestamp = "1793030400"
    return try scene.run(
      ["report", "webhook", "apply", file, "--timestamp", timestamp]
        + ["--signature", SendGridSigner.signature(of: Array(body.utf8), at: timestamp)] + words,
      at: "2026-10-27T12:00:00Z", ["PODCTL_SENDGRID_WEBHOOK_KEY": SendGridSigner.publicKey])
  }

  private static func event(_ kind: String, _ mail: FakeSendGrid.Mail, id: String) -> String {
    #"{"event":"\#(kind)","email":"\#(mail.to)","sg_event_id":"\#(id)","sg_message_id":"m.1","timestamp":1793030000,"#
      + #""podctl_effect":"\#(mail.mark ?? "")"}"#
  }

  @Test("who bounced is left out of the next week's report, which says so, until the suppression is lifted")
  func bounced() throws {
    let scene = try Scene()
    #expect(try scene.send().status == 0)
    let ann = try #require(scene.fake.mails.first { $0.to == "ann@kettle.example" })
    let bob = try #require(scene.fake.mails.first { $0.to == "bob@kettle.example" })
    let body = "[\(Self.event("bounce", ann, id: "1")),\(Self.event("delivered", bob, id: "2"))]\r\n"
    for (new, known) in [(2, 0), (0, 2)] {
      let ending = try Self.apply(body, in: scene, ["--json"])
      #expect(ending.status == 0, "\(ending.errors)")
      #expect(ending.output.contains(#""new":\#(new),"known":\#(known),"foreign":0"#), "\(ending.output)")
    }
    let listed = try scene.run(["report", "suppression", "list"])
    #expect(listed.output.contains("ann@kettle.example") && listed.output.contains("bounced"))
    let preview = try scene.run(["report", "preview", "--campaign", "kettle-and-crane", "--week", "2026-W43"])
    #expect(preview.errors.contains("left out: ann@kettle.example, bounced"), "\(preview.errors)")

    let next = "2026-11-02T15:00:00Z"
    #expect(try scene.send(at: next).output.contains("held"))
    let week = ["report", "approve", "--campaign", "kettle-and-crane", "--week", "2026-W44"]
    #expect(try scene.run(week, at: next).status == 0)
    let sent = try scene.send(at: next)
    #expect(sent.status == 0 && sent.errors.contains("1 of its recipients left out (bounced)"), "\(sent.errors)")
    #expect(scene.fake.mails.dropFirst(2).map(\.to) == ["bob@kettle.example"])
  }

  @Test("a mail without an answer is sent once an event shows that SendGrid has it")
  func settled() throws {
    let scene = try Scene()
    let cut = try scene.send(["PODCTL_FAULT": "after_reply:1"])
    #expect(cut.status == 128 + 9)
    let mail = try #require(scene.fake.mails.first)
    // Told before anybody knew that the mail is in doubt; the next run learns of both.
    #expect(try Self.apply("[\(Self.event("delivered", mail, id: "1"))]", in: scene).status == 0)
    let after = try scene.send()
    #expect(after.status == 0, "\(after.errors)")
    #expect(scene.fake.mails.count == 2)
  }

  @Test("events that SendGrid did not sign change nothing; a damaged one costs no other")
  func refused() throws {
    let scene = try Scene()
    #expect(try scene.send().status == 0)
    let mail = try #require(scene.fake.mails.first)
    let body = "[\(Self.event("spamreport", mail, id: "1")),{}]"
    let forged = try Self.apply(body, in: scene, ["--key", ReportWebhookKeys.vendor])
    #expect(forged.status == 77 && forged.errors.contains("signature_invalid"), "\(forged.errors)")
    #expect(try scene.run(["report", "suppression", "list"]).output.isEmpty)
    let damaged = try Self.apply(body, in: scene)
    #expect(damaged.status == 65 && damaged.errors.contains("event 2"), "\(damaged.errors)")
    #expect(try scene.run(["report", "suppression", "list"]).output.contains("called it spam"))
  }
}

private enum ReportWebhookKeys {
  /// The key of Twilio's published vector, of which nobody here has the private half.
  static let vendor =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g=="
}
