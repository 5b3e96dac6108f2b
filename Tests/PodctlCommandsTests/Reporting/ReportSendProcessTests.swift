import Foundation
import PodctlCore
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, really killed, against a fake SendGrid on the loopback interface. Two people get the demo's report of
/// week 43, due on Monday 26 October 2026 at nine in New York.
@Suite("Really killed, report send mails nobody twice", .timeLimit(.minutes(15)))
struct ReportSendProcessTests {
  final class Scene: @unchecked Sendable {
    let fake = FakeSendGrid()
    let server: FaultServer
    let folder: ExampleFolder
    static let due = "2026-10-26T14:00:00Z"

    /// The schedule's window; nil leaves it at what is usual.
    init(window: String? = "0") throws {
      folder = try DemoHome.copy()
      let fake = fake
      server = try FaultServer { fake.handle($0) }
      // The demo's own schedule waits for review.
      _ = try run(["report", "schedule", "remove", "--campaign", "kettle-and-crane"])
      let made = try run(
        [
          "report", "schedule", "add", "--campaign", "kettle-and-crane", "--to", "ann@kettle.example", "--to",
          "bob@kettle.example",
        ] + (window.map { ["--window", $0] } ?? []), at: "2026-10-20T12:00:00Z")
      try #require(made.status == 0, "\(made.errors)")
    }

    deinit { server.stop() }

    func environment(at now: String = due, _ more: [String: String] = [:]) -> [String: String] {
      folder.environment.merging([
        "PODCTL_SENDGRID_API_BASE": server.address, "PODCTL_SENDGRID_KEY": "SG.testverysecretletters",
        "PODCTL_MAIL_FROM": "Harbour Reports <reports@harbour.example>", "PODCTL_TENANT": "harbour-network",
        "PODCTL_NOW": now,
      ]) { $1 }.merging(more) { $1 }
    }

    func run(_ words: [String], at now: String = due, _ more: [String: String] = [:]) throws -> PodctlProcess.Ending {
      try PodctlProcess.run(words, environment: environment(at: now, more), in: folder.path)
    }

    func send(at now: String = due, _ more: [String: String] = [:]) throws -> PodctlProcess.Ending {
      try run(["report", "send", "--due"], at: now, more)
    }
  }

  static let people = ["ann@kettle.example", "bob@kettle.example"]

  @Test("both get the report once, with the figures attached, and a second run has nothing to do")
  func once() throws {
    let scene = try Scene()
    let first = try scene.send()
    #expect(first.status == 0, "\(first.errors)")
    #expect(scene.fake.mails.map(\.to).sorted() == Self.people)
    for mail in scene.fake.mails {
      #expect(mail.subject.contains("19–25 October 2026"))
      #expect(mail.types == ["text/plain", "text/html"])
      #expect(mail.attachment?.contains("delivery,,,,delivered,") == true)
      #expect(mail.from == "reports@harbour.example")
    }
    let second = try scene.send(at: "2026-10-28T14:00:00Z")
    #expect(second.status == 0 && second.errors.contains("nothing to send"), "\(second.errors)")
    #expect(scene.fake.mails.count == 2)
  }

  @Test(
    "killed at a labelled point, nobody is mailed twice, and what is uncertain is said with 75",
    arguments: ["before_post", "after_reply", "before_commit", "after_commit"].flatMap { ["\($0):1", "\($0):2"] })
  func killed(point: String) throws {
    let scene = try Scene()
    let first = try scene.send(["PODCTL_FAULT": point])
    #expect(first.status == 128 + 9, "\(first.status) \(first.errors)")
    let isCertain = point.hasPrefix("after_commit")
    for now in [Scene.due, "2026-10-27T15:00:00Z"] {
      let again = try scene.send(at: now)
      #expect(again.status == (isCertain ? 0 : 75), "\(point): \(again.errors)")
      #expect(isCertain || again.errors.contains("effects_unknown"), "\(again.errors)")
      let counts = Dictionary(grouping: scene.fake.mails, by: \.to).mapValues(\.count)
      #expect(counts.values.allSatisfy { $0 == 1 }, "\(point): \(counts)")
      #expect(scene.fake.mails.count >= (point.hasPrefix("before_post") ? 1 : 2), "\(point)")
    }
  }

  @Test("what SendGrid answers decides: taken, refused, later, or unknown")
  func answers() throws {
    for (status, exit, word) in [
      (400, Int32(65), "failed"), (200, 65, "failed"), (503, 75, "unknown"), (413, 65, "failed"),
    ] {
      let scene = try Scene()
      scene.fake.answer = { _ in status }
      let ending = try scene.send()
      #expect(ending.status == exit, "\(status): \(ending.errors)")
      #expect(ending.output.contains(word), "\(status): \(ending.output)")
      scene.fake.answer = { _ in 202 }
      let again = try scene.send()
      #expect(again.status == exit && scene.fake.mails.isEmpty, "\(status): \(again.errors)")
    }
    let busy = try Scene()
    busy.fake.answer = { $0 == 1 ? 429 : 202 }
    #expect(try busy.send().status == 0)
    #expect(busy.fake.mails.count == 2)
  }

  @Test("a server that is not there leaves everything planned, and the next run sends it")
  func absent() throws {
    let scene = try Scene()
    let port = ["PODCTL_SENDGRID_API_BASE": "http://127.0.0.1:9"]
    let first = try scene.send(port)
    #expect(first.status == 75, "\(first.errors)")
    #expect(try scene.send().status == 0)
    #expect(scene.fake.mails.count == 2)
  }

  @Test("a log that is a day late holds the report, past its deadline that is a miss, and then it goes once")
  func late() throws {
    let scene = try Scene()
    let words = ["tenant", "sources", "complete", "log", "--through", "2026-10-24"]
    #expect(try scene.run(words).status == 0)
    let held = try scene.send()
    #expect(held.status == 0 && held.output.contains("held"), "\(held.output)")
    #expect(held.output.contains("the log is complete through 2026-10-24"))
    let missed = try scene.send(at: "2026-10-29T14:00:00Z")
    #expect(missed.status == 1 && missed.errors.contains("reports_overdue"), "\(missed.errors)")
    #expect(scene.fake.mails.isEmpty)
    #expect(try scene.run(["tenant", "sources", "forget", "log"]).status == 0)
    #expect(try scene.send(at: "2026-10-29T15:00:00Z").status == 0)
    #expect(try scene.send(at: "2026-10-29T16:00:00Z").status == 0)
    #expect(scene.fake.mails.count == 2)
  }

  @Test("a report for review waits, goes when it is approved, and not when it is rejected")
  func review() throws {
    let scene = try Scene()
    let hold = ["report", "schedule", "add", "--campaign", "kettle-and-crane", "--hold", "review"]
    #expect(try scene.run(hold).status == 0)
    let waits = try scene.send()
    #expect(waits.status == 0 && waits.output.contains("review") && scene.fake.mails.isEmpty, "\(waits.errors)")
    let week = ["--campaign", "kettle-and-crane", "--week", "2026-W43"]
    #expect(try scene.run(["report", "reject"] + week).status == 0)
    #expect(try scene.send().output.contains("rejected"))
    #expect(try scene.run(["report", "approve"] + week).status == 0)
    #expect(try scene.send().status == 0)
    #expect(scene.fake.mails.count == 2)
    let late = try scene.run(["report", "reject"] + week)
    #expect(late.status == 65 && late.errors.contains("transition_refused"))
  }

  @Test("of two crons at once one does the work", arguments: 1...2)
  func twoCrons(round: Int) throws {
    let scene = try Scene()
    // Ids made from one seed at one moment would be the same ids.
    let both = try (1...2).map { cron in
      try PodctlProcess.Running(
        ["report", "send", "--due"], scene.environment(["PODCTL_ID_SEED": "cron \(cron)"]), [], scene.folder.path)
    }
    let endings = try both.map { try $0.ending() }
    #expect(endings.contains { $0.status == 0 }, "\(endings.map(\.errors))")
    for ending in endings where ending.status != 0 { #expect(ending.status == 75, "\(ending.errors)") }
    #expect(scene.fake.mails.map(\.to).sorted() == Self.people)
  }

  @Test("neither key nor address is in any output, in the list of effects or in the list of runs")
  func secrets() throws {
    let scene = try Scene()
    let sent = try scene.run(["report", "send", "--due", "--json"])
    let list = try scene.run(["outbox", "list", "--all", "--json"])
    let runs = try scene.run(["runs", "list", "--json"])
    #expect(list.output.contains("report/kettle-and-crane/2026-W43/"))
    for text in [sent.output, sent.errors, list.output, list.errors, runs.output] {
      #expect(!text.contains("verysecret") && !text.contains("@kettle"), "\(text)")
    }
    let file = try Data(contentsOf: URL(fileURLWithPath: scene.folder.database))
    #expect(file.range(of: Data("verysecret".utf8)) == nil)
  }

  @Test("a demo is never mailed with a real key, and a real key goes nowhere but to SendGrid")
  func live() throws {
    let scene = try Scene()
    let ending = try scene.send(["PODCTL_SENDGRID_KEY": "SG.notreallyakey"])
    #expect(ending.status == 77 && ending.errors.contains("live_refused"), "\(ending.errors)")
    #expect(!ending.errors.contains("notreally") && scene.server.requests == 0)
  }
}
