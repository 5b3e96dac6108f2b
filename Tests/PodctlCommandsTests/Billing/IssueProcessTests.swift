import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, really killed, against a fake Stripe on the loopback interface. The demo's approved invoice has one
/// line, so that there are five effects.
@Suite("Really killed, bill issue goes on", .timeLimit(.minutes(15)))
struct IssueProcessTests {
  /// A server with a memory, and a copy of the demo to issue from.
  final class Scene: @unchecked Sendable {
    let fake = FakeStripe(now: 1_793_606_400)
    let server: FaultServer
    let folder: ExampleFolder

    init() throws {
      folder = try DemoHome.copy()
      let fake = fake
      server = try FaultServer { fake.handle($0) }
    }

    deinit { server.stop() }

    func environment(_ more: [String: String] = [:]) -> [String: String] {
      folder.environment.merging(["PODCTL_STRIPE_API_BASE": server.address]) { $1 }.merging(more) { $1 }
    }

    func issue(_ more: [String: String] = [:]) throws -> PodctlProcess.Ending {
      try PodctlProcess.run(
        ["bill", "issue", "--tenant", "harbour-network", "--yes"], environment: environment(more), in: folder.path)
    }

    var isIssuedOnce: Bool {
      fake.customers.count == 1 && fake.statuses == ["open"] && fake.items.count == 1
        && fake.finalized.map(\.value) == [1] && fake.sent.map(\.value) == [1]
    }
  }

  /// Every label, at every place where it is reached: planning four effects, sending five.
  static let kills = ["before_intent", "after_intent", "before_post", "after_reply", "before_commit", "after_commit"]
    .flatMap { label in (1...(label.hasSuffix("intent") ? 4 : 5)).map { "\(label):\($0)" } }

  @Test("killed at a labelled point and run again, there is one invoice", arguments: kills)
  func killed(point: String) throws {
    let scene = try Scene()
    let first = try scene.issue(["PODCTL_FAULT": point])
    #expect(first.status == 128 + 9, "\(point): \(first.status) \(first.errors)")
    let second = try scene.issue()
    #expect(second.status == 0, "\(point): \(second.errors)")
    #expect(scene.isIssuedOnce, "\(point): \(scene.fake.log)")
    let third = try scene.issue()
    #expect(third.status == 0 && third.errors.contains("nothing to issue"))
  }

  @Test("the same 25 hours later, when the keys are forgotten", arguments: kills.filter { !$0.hasSuffix("1") })
  func later(point: String) throws {
    let scene = try Scene()
    #expect(try scene.issue(["PODCTL_FAULT": point]).status == 128 + 9)
    scene.fake.now += 25 * 3600
    scene.fake.log = []
    let second = try scene.issue(["PODCTL_NOW": "2026-11-03T09:00:00Z"])
    #expect(second.status == 0, "\(point): \(second.errors)")
    #expect(scene.isIssuedOnce, "\(point): \(scene.fake.log)")
  }

  @Test("of two crons at once one does the work", arguments: 1...2)
  func twoCrons(round: Int) throws {
    let scene = try Scene()
    let words = ["bill", "issue", "--tenant", "harbour-network", "--yes"]
    // Ids made from one seed at one moment would be the same ids.
    let both = try (1...2).map { cron in
      try PodctlProcess.Running(words, scene.environment(["PODCTL_ID_SEED": "cron \(cron)"]), [], scene.folder.path)
    }
    let endings = try both.map { try $0.ending() }
    #expect(endings.contains { $0.status == 0 }, "\(endings.map(\.errors))")
    for ending in endings where ending.status != 0 {
      #expect(ending.status == 75 && ending.errors.contains("lease_held"), "\(ending.errors)")
    }
    #expect(scene.isIssuedOnce)
  }

  @Test(
    "the key and the payer's address are in no output, no list of processes and no file of the database but its rows")
  func secrets() throws {
    let scene = try Scene()
    let key = "sk_test_verysecretletters"
    scene.fake.isShut = true
    let refused = try scene.issue(["PODCTL_STRIPE_KEY": key])
    #expect(refused.status == 77)
    scene.fake.isShut = false
    let running = try PodctlProcess.Running(
      ["bill", "issue", "--tenant", "harbour-network", "--yes", "--json"],
      scene.environment(["PODCTL_STRIPE_KEY": key]), [], scene.folder.path)
    let done = try running.ending()
    #expect(done.status == 0)
    for text in [refused.output, refused.errors, done.output, done.errors] {
      #expect(!text.contains("verysecret") && !text.contains("accounts@"))
    }
    let file = try Data(contentsOf: URL(fileURLWithPath: scene.folder.database))
    #expect(file.range(of: Data("verysecret".utf8)) == nil)
    let list = try PodctlProcess.run(
      ["outbox", "list", "--tenant", "harbour-network", "--all", "--json"], environment: scene.environment(),
      in: scene.folder.path)
    #expect(list.output.contains("/finalize") && !list.output.contains("accounts@"))
  }

  @Test("a live key is refused before any connection is made")
  func live() throws {
    let scene = try Scene()
    for words in [[], ["--live"]] as [[String]] {
      let ending = try PodctlProcess.run(
        ["bill", "issue", "--tenant", "harbour-network", "--yes"] + words,
        environment: scene.environment(["PODCTL_STRIPE_KEY": "sk_live_notreally"]), in: scene.folder.path)
      #expect(ending.status == 77 && ending.errors.contains("live_refused"), "\(ending.errors)")
      #expect(!ending.errors.contains("notreally"))
    }
    #expect(scene.server.requests == 0)
  }

  @Test("a key file that others may read is refused, with the way to cure it")
  func openFile() throws {
    let scene = try Scene()
    let path = scene.folder.path + "/stripe.key"
    try Data("sk_test_fromfile\n".utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o644)
    let words = ["bill", "issue", "--tenant", "harbour-network", "--yes", "--stripe-key-file", path]
    let open = try PodctlProcess.run(words, environment: scene.environment(), in: scene.folder.path)
    #expect(open.status == 77 && open.errors.contains("chmod 600"))
    chmod(path, 0o600)
    #expect(try PodctlProcess.run(words, environment: scene.environment(), in: scene.folder.path).status == 0)
    #expect(scene.isIssuedOnce)
  }
}
