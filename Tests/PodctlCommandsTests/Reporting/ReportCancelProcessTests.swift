import Foundation
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, and a SendGrid at which mails wait.
@Suite("a report is taken back within its window", .timeLimit(.minutes(15)))
struct ReportCancelProcessTests {
  private typealias Scene = ReportSendProcessTests.Scene

  private static let report = ["--campaign", "kettle-and-crane", "--week", "2026-W43"]

  private static func cancel(_ scene: Scene, at now: String, _ words: [String] = ["--yes"]) throws
    -> PodctlProcess.Ending
  { try scene.run(["report", "cancel"] + report + words, at: now) }

  private static func states(_ scene: Scene) throws -> [String] {
    let list = try scene.run(["outbox", "list", "--all", "--format", "csv", "--fields", "chain,state"])
    return list.output.split(separator: "\n").filter { $0.hasPrefix("report/") }
      .compactMap { $0.split(separator: ",").last.map(String.init) }
  }

  @Test("mails of a schedule with a window wait together, are taken back, and go neither then nor later")
  func takenBack() throws {
    let scene = try Scene()
    let window = ["report", "schedule", "add", "--campaign", "kettle-and-crane", "--window", "60"]
    #expect(try scene.run(window).status == 0)
    let sent = try scene.send()
    #expect(sent.status == 0, "\(sent.errors)")
    #expect(Set(scene.fake.mails.map(\.batch)) == ["Batch-1"])
    // An hour after 14:00 UTC on 26 October 2026.
    #expect(Set(scene.fake.mails.map(\.sendAt)) == [1_793_026_800])
    let shown = try Self.cancel(scene, at: "2026-10-26T14:49:00Z", ["--dry-run"])
    #expect(shown.status == 0 && shown.output.contains("report/kettle-and-crane/2026-W43/"), "\(shown.errors)")
    #expect(scene.fake.delivered.count == 2)

    let taken = try Self.cancel(scene, at: "2026-10-26T14:50:00Z")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(scene.fake.delivered.isEmpty)
    #expect(try Self.states(scene) == ["cancelled", "cancelled"])
    let twice = try Self.cancel(scene, at: "2026-10-26T14:50:00Z")
    #expect(twice.status == 65 && twice.errors.contains("taken back already"), "\(twice.errors)")
    let again = try scene.send(at: "2026-10-30T14:00:00Z")
    #expect(again.status == 0 && again.output.contains("rejected"), "\(again.output) \(again.errors)")
    #expect(scene.fake.mails.count == 2 && scene.fake.delivered.isEmpty)
  }

  @Test("ten minutes before they go it is too late, and what went at once was never to be taken back")
  func late() throws {
    let scene = try Scene()
    #expect(try scene.run(["report", "send", "--due", "--window", "60"]).status == 0)
    let late = try Self.cancel(scene, at: "2026-10-26T14:50:01Z")
    #expect(late.status == 65 && late.errors.contains("ten minutes"), "\(late.errors)")
    #expect(try Self.states(scene) == ["done", "done"])
    let plain = try Scene()
    #expect(try plain.send().status == 0)
    #expect(plain.fake.mails.allSatisfy { $0.batch == nil && $0.sendAt == nil })
    let refused = try Self.cancel(plain, at: Scene.due)
    #expect(refused.status == 65 && refused.errors.contains("went at once"), "\(refused.errors)")
  }

  @Test("a mail of which nobody knows whether it arrived is taken back with the others, and nothing is in doubt then")
  func unknown() throws {
    let scene = try Scene()
    let killed = try scene.run(["report", "send", "--due", "--window", "60"], ["PODCTL_FAULT": "after_reply:1"])
    #expect(killed.status == 128 + 9)
    #expect(try Self.cancel(scene, at: Scene.due).status == 0)
    #expect(scene.fake.delivered.isEmpty)
    #expect(try scene.send().status == 0)
    #expect(try Self.states(scene) == ["cancelled", "cancelled"])
  }

  @Test("an answer that is lost is reported as unknown, and asking again finds it done")
  func lost() throws {
    let scene = try Scene()
    #expect(try scene.run(["report", "send", "--due", "--window", "60"]).status == 0)
    scene.fake.losing = { _ in true }
    let lost = try Self.cancel(scene, at: Scene.due)
    #expect(lost.status == 75 && lost.errors.contains("effects_unknown"), "\(lost.errors)")
    #expect(try Self.states(scene) == ["unknown", "unknown"])
    let again = try Self.cancel(scene, at: Scene.due)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Self.states(scene) == ["cancelled", "cancelled"])
  }

  @Test("a mail server has no window, so a report that wants one is held and says why")
  func smtp() throws {
    let scene = try Scene()
    let server = try FakeMailServer()
    defer { server.stop() }
    let more = ["PODCTL_MAIL_TRANSPORT": "smtp", "PODCTL_MAIL_SERVER": server.address]
    let held = try scene.run(["report", "send", "--due", "--window", "60"], more)
    #expect(held.status == 0 && held.output.contains("held"), "\(held.output) \(held.errors)")
    #expect(server.mails.isEmpty)
    #expect(try scene.send(more).status == 0)
    #expect(server.mails.count == 2)
  }

  @Test(
    "killed within the usual window, the next run takes back what is in doubt, and each gets one",
    arguments: ["before_post:1", "after_reply:2", "before_recall:1", "after_recall:1"])
  func byItself(point: String) throws {
    let scene = try Scene(window: nil)
    let due: Int64 = 1_793_023_200
    scene.fake.now = due
    // A mail whose answer is lost, so that there is something to take back.
    scene.fake.losing = { $0.path == "/v3/mail/send" && point.contains("recall") }
    let killed = try scene.send(["PODCTL_FAULT": point])
    #expect(killed.status == 128 + 9, "\(killed.status) \(killed.errors)")
    scene.fake.losing = { _ in false }
    scene.fake.now = due + 300
    let again = try scene.send(at: "2026-10-26T14:05:00Z")
    #expect(again.status == 0, "\(point): \(again.output) \(again.errors)")
    #expect(scene.fake.delivered.isEmpty)
    scene.fake.now = due + 4000
    #expect(scene.fake.delivered.map(\.to).sorted() == ReportSendProcessTests.people, "\(point)")
    let known = try scene.send(at: "2026-10-26T15:06:40Z")
    #expect(known.status == 0 && known.errors.contains("nothing to send"), "\(known.errors)")
  }

  @Test("a dry run needs no key, and a report that was taken back goes again after report approve")
  func again() throws {
    let scene = try Scene(window: nil)
    #expect(try scene.send().status == 0)
    let shown = try scene.run(["report", "cancel", "--dry-run"] + Self.report, ["PODCTL_SENDGRID_KEY": ""])
    #expect(shown.status == 0 && shown.output.contains("report/kettle-and-crane/2026-W43/"), "\(shown.errors)")
    #expect(try Self.cancel(scene, at: Scene.due).status == 0)
    #expect(try scene.run(["report", "approve"] + Self.report).status == 0)
    #expect(try scene.send().status == 0)
    #expect(try scene.send().errors.contains("nothing to send"))
    #expect(scene.fake.delivered.map(\.to).sorted() == ReportSendProcessTests.people)
    #expect(scene.fake.mails.count == 4)
  }

  @Test("a clock that was set back is refused with 75, and used again once a person trusts it")
  func clock() throws {
    let scene = try Scene(window: nil)
    #expect(try scene.send(at: "2026-10-27T14:00:00Z").status == 0)
    let refused = try scene.send()
    #expect(refused.status == 75 && refused.errors.contains("clock_moved"), "\(refused.errors)")
    let told = try scene.run(["report", "send", "--due", "--dry-run"])
    #expect(told.status == 0 && told.errors.contains("the clock moved"), "\(told.errors)")
    let trusted = try scene.run(["report", "send", "--due", "--clock-moved-ok"])
    #expect(trusted.status == 0, "\(trusted.errors)")
    #expect(try scene.send().status == 0)
    #expect(scene.fake.mails.count == 2)
  }
}
