import Foundation
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, and all that hears of how its runs end.
@Suite("a miss is heard by another route", .timeLimit(.minutes(15)))
struct ReportAlarmProcessTests {
  private typealias Scene = ReportSendProcessTests.Scene

  private final class Monitor: @unchecked Sendable {
    private let lock = NSLock()
    private var heard: [String] = []
    var paths: [String] { lock.withLock { heard } }

    func hear(_ request: FakeStripe.Request) -> FakeStripe.Answer {
      lock.withLock { heard.append(request.path) }
      return FakeStripe.Answer(status: 200, body: "")
    }
  }

  @Test("a log a day late: held, a miss in ping, metrics, runs and a mail by the other transport, then sent once")
  func late() throws {
    let scene = try Scene()
    let monitor = Monitor()
    let server = try FaultServer { monitor.hear($0) }
    let mailServer = try FakeMailServer()
    defer {
      server.stop()
      mailServer.stop()
    }
    let more = ["PODCTL_MAIL_SERVER": mailServer.address, "PODCTL_MAIL_NOTICES": "ops@harbour.example"]
    func send(at now: String) throws -> PodctlProcess.Ending {
      try scene.run(["report", "send", "--due", "--ping", server.address + "/secretword"], at: now, more)
    }
    func metrics(at now: String) throws -> String {
      let file = scene.folder.path + "/podctl.prom"
      #expect(try scene.run(["metrics", "--textfile", file], at: now).status == 0)
      return try String(contentsOfFile: file, encoding: .utf8)
    }
    func overdue(at now: String) throws -> PodctlProcess.Ending {
      try scene.run(["runs", "list", "--overdue"], at: now)
    }
    #expect(try scene.run(["tenant", "sources", "complete", "log", "--through", "2026-10-24"]).status == 0)
    #expect(try send(at: Scene.due).status == 0)
    #expect(monitor.paths == ["/secretword"])
    #expect(try metrics(at: Scene.due).contains(#"podctl_reports_overdue{tenant="harbour-network"} 0"#))
    #expect(try overdue(at: Scene.due).output.isEmpty)

    let missed = "2026-10-29T14:00:00Z"
    for _ in 1...2 { #expect(try send(at: missed).status == 1) }
    #expect(monitor.paths.dropFirst() == ["/secretword/fail", "/secretword/fail"])
    let figures = try metrics(at: missed)
    #expect(figures.contains(#"podctl_reports_overdue{tenant="harbour-network"} 1"#))
    #expect(figures.contains(#"podctl_reports{tenant="harbour-network",state="held"} 1"#))
    let listed = try overdue(at: missed)
    #expect(listed.output.contains("reports_overdue") && listed.output.contains("kettle-and-crane, 2026-W43: held"))
    // Two runs of one day, one mail.
    #expect(mailServer.mails.map(\.to) == ["ops@harbour.example"])
    // Quoted-printable breaks long lines.
    let notice = mailServer.mails.first?.message.replacing("=\r\n", with: "")
    #expect(notice?.contains("the log is complete through 2026-10-24") == true, "\(notice ?? "")")
    #expect(scene.fake.mails.isEmpty)

    #expect(try scene.run(["tenant", "sources", "forget", "log"]).status == 0)
    for now in ["2026-10-29T15:00:00Z", "2026-10-29T16:00:00Z"] {
      let sent = try send(at: now)
      #expect(sent.status == 0, "\(sent.errors)")
    }
    #expect(scene.fake.mails.map(\.to).sorted() == ReportSendProcessTests.people)
    #expect(monitor.paths.suffix(2) == ["/secretword", "/secretword"])
    let after = try metrics(at: "2026-10-29T17:00:00Z")
    #expect(after.contains(#"podctl_reports_overdue{tenant="harbour-network"} 0"#))
    #expect(after.contains(#"podctl_report_last_sent_timestamp_seconds{tenant="harbour-network"} 1793286"#), "\(after)")
    #expect(try overdue(at: "2026-10-29T17:00:00Z").output.isEmpty)
    let record = try scene.run(["runs", "list", "--json"])
    #expect(!record.output.contains("secretword") && record.output.contains("--ping URL"))
  }

  @Test("a report that no run ever came to is overdue all the same")
  func neverRun() throws {
    let scene = try Scene()
    let listed = try scene.run(["runs", "list", "--overdue", "--json"], at: "2026-10-29T14:00:00Z")
    #expect(listed.output.contains("kettle-and-crane, 2026-W43: never begun"), "\(listed.output)")
  }

  @Test("a monitor and a mail server that are away are warned of and change nothing")
  func away() throws {
    let scene = try Scene()
    let more = ["PODCTL_MAIL_SERVER": "smtp://127.0.0.1:9", "PODCTL_MAIL_NOTICES": "ops@harbour.example"]
    let words = ["report", "send", "--due", "--ping", "http://127.0.0.1:9/x"]
    let sent = try scene.run(words, at: Scene.due, more)
    #expect(sent.status == 0 && sent.errors.contains("did not hear of this run"), "\(sent.errors)")
    scene.fake.answer = { _ in 400 }
    let failing = try Scene()
    failing.fake.answer = { _ in 400 }
    let failed = try failing.run(words, at: Scene.due, more)
    #expect(failed.status == 65 && failed.errors.contains("nobody was mailed of this failure"), "\(failed.errors)")
  }

  @Test("a proof is marked as one, is no report sent, and a second one is another mail")
  func proof() throws {
    let scene = try Scene()
    let words = [
      "report", "send", "--to", "me@harbour.example", "--campaign", "kettle-and-crane", "--week", "2026-W43",
    ]
    let asks = try scene.run(words)
    #expect(asks.status == 64 && asks.errors.contains("--yes"), "\(asks.errors)")
    for _ in 1...2 {
      let sent = try scene.run(words + ["--yes"])
      #expect(sent.status == 0, "\(sent.errors)")
    }
    #expect(scene.fake.mails.map(\.to) == ["me@harbour.example", "me@harbour.example"])
    #expect(scene.fake.mails.allSatisfy { $0.subject.hasPrefix("[Proof] ") })
    #expect(try scene.send().status == 0)
    #expect(scene.fake.mails.dropFirst(2).map(\.to).sorted() == ReportSendProcessTests.people)
    #expect(scene.fake.mails.dropFirst(2).allSatisfy { !$0.subject.contains("Proof") })
    #expect(try !scene.run(["runs", "list", "--json"]).output.contains("me@harbour"))
    let clash = try scene.run(["report", "send", "--due", "--campaign", "kettle-and-crane"])
    #expect(clash.status == 64)
  }

  @Test("a sender without a name sends too, under the tenant's name, by either transport and with a brand")
  func bareSender() throws {
    let scene = try Scene()
    let server = try FakeMailServer()
    defer { server.stop() }
    let bare = ["PODCTL_MAIL_FROM": "reports@harbour.example"]
    let smtp = bare.merging(["PODCTL_MAIL_TRANSPORT": "smtp", "PODCTL_MAIL_SERVER": server.address]) { $1 }
    let words = ["report", "send", "--to", "Me@harbour.example", "--campaign", "kettle-and-crane", "--yes"]
    for more in [bare, smtp] {
      let sent = try scene.run(words, at: Scene.due, more)
      #expect(sent.status == 0 && sent.errors.contains("the proof was sent"), "\(sent.errors)")
    }
    #expect(scene.fake.mails.map(\.to) == ["Me@harbour.example"] && server.mails.map(\.to) == ["Me@harbour.example"])
    #expect(server.mails.first?.message.contains("From: \"Harbour Podcast Network\" <reports@harbour.example>") == true)
    #expect(try scene.run(["tenant", "brand", "set", "--from-name", "Quay Reports"]).status == 0)
    #expect(try scene.run(words, at: Scene.due, smtp).status == 0)
    #expect(server.mails.last?.message.contains("From: \"Quay Reports\" <reports@harbour.example>") == true)
    #expect(try scene.run(["report", "suppression", "add", "ME@harbour.example"]).status == 0)
    let none = try scene.run(words, at: Scene.due, smtp)
    #expect(none.status != 0 && none.errors.contains("takes no mail") && server.mails.count == 2, "\(none.errors)")
  }
}
