import Foundation
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, killed by the mail server while it waits for the answer to a step of the conversation.
@Suite("Really killed in the midst of a conversation, report send mails nobody twice", .timeLimit(.minutes(15)))
struct ReportSMTPKilledTests {
  private typealias Scene = ReportSendProcessTests.Scene

  struct Point: Sendable, CustomTestStringConvertible {
    var step: FakeMailServer.Step
    /// Which mail, from 1.
    var mail: Int
    var testDescription: String { "\(step) of mail \(mail)" }
  }

  /// A process that somebody else's thread kills, as soon as it has been started.
  private final class Victim: @unchecked Sendable {
    private let known = NSCondition()
    private var process: PodctlProcess.Running?

    func be(_ process: PodctlProcess.Running) {
      known.withLock {
        self.process = process
        known.broadcast()
      }
    }

    func kill() {
      known.withLock {
        while process == nil { known.wait() }
        process?.kill()
      }
    }
  }

  /// The places that matter most; `scripts/kill-mail` takes all.
  static let points: [Point] =
    ProcessInfo.processInfo.environment["PODCTL_ALL_KILLS"] == nil
    ? [Point(step: .recipient, mail: 1), Point(step: .message, mail: 1), Point(step: .message, mail: 2)]
    : [.greeting, .hello, .sender, .recipient, .data, .message].flatMap { step in
      (1...2).map { Point(step: step, mail: $0) }
    }

  @Test("killed at a step, the mail is unknown, said so with 75, and sent by no later run", arguments: points)
  func killed(point: Point) throws {
    let scene = try Scene()
    let server = try FakeMailServer()
    defer { server.stop() }
    let smtp = ["PODCTL_MAIL_TRANSPORT": "smtp", "PODCTL_MAIL_SERVER": server.address]
    let victim = Victim()
    server.failing = { step, connection in
      step == point.step && connection == point.mail ? .end { victim.kill() } : nil
    }
    let running = try PodctlProcess.Running(
      ["report", "send", "--due"], scene.environment(smtp), [], scene.folder.path)
    victim.be(running)
    let first = try running.ending()
    #expect(first.status == 128 + 9, "\(first.status) \(first.errors)")
    server.failing = { _, _ in nil }
    // After the last dot the server has the mail; before it has nothing.
    let arrived = point.mail - 1 + (point.step == .message ? 1 : 0)
    #expect(server.mails.count == arrived)
    for now in [Scene.due, "2026-10-27T15:00:00Z"] {
      let again = try scene.send(at: now, smtp)
      #expect(again.status == 75 && again.errors.contains("effects_unknown"), "\(again.errors)")
    }
    // The other mail went once, and the one that was cut off is where it was.
    #expect(server.mails.count == (point.step == .message ? 2 : 1))
    #expect(Set(server.mails.map(\.to)).count == server.mails.count)
    let open = try scene.run(["outbox", "list", "--state", "unknown"])
    #expect(open.output.contains("was stopped while the request was on its way"), "\(open.output)")
  }
}

extension ReportSendProcessTests.Scene {
  func environment(_ more: [String: String]) -> [String: String] { environment(at: Self.due, more) }
}
