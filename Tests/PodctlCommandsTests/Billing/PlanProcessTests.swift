import Foundation
import PodctlCore
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, really killed, subscribing a tenant to a plan at a fake Stripe on the loopback interface.
@Suite("A plan with a price, by the command", .timeLimit(.minutes(15)))
struct PlanProcessTests {
  final class Scene: @unchecked Sendable {
    let fake = FakeStripe(now: 1_793_606_400)
    let server: FaultServer
    let folder: ExampleFolder

    init() throws {
      folder = try DemoHome.copy()
      let fake = fake
      server = try FaultServer { fake.handle($0) }
      _ = try run("tenant create acme --name Acme --kind network --contact-email desk@acme.example")
      _ = try run("tenant plan price starter price_start")
      _ = try run("tenant plan price pro price_pro")
    }

    deinit { server.stop() }

    func run(_ words: String, _ more: [String: String] = [:]) throws -> PodctlProcess.Ending {
      try PodctlProcess.run(
        words.split(separator: " ").map(String.init),
        environment: folder.environment.merging(["PODCTL_STRIPE_API_BASE": server.address]) { $1 }.merging(more) { $1 },
        in: folder.path)
    }

    var isSubscribedOnce: Bool {
      fake.customers.count == 1 && fake.subscriptionIDs.count == 1 && fake.alivePrices == ["price_start"]
    }
  }

  static let kills = ["before_intent", "after_intent", "before_post", "after_reply", "before_commit", "after_commit"]
    .flatMap { ["\($0):1", "\($0):2"] }

  @Test("killed at a labelled point and run again, there is one subscription", arguments: kills)
  func killed(point: String) throws {
    let scene = try Scene()
    let words = "tenant plan set starter --tenant acme --yes"
    #expect(try scene.run(words, ["PODCTL_FAULT": point]).status == 128 + 9)
    let second = try scene.run(words)
    #expect(second.status == 0, "\(point): \(second.errors)")
    #expect(scene.isSubscribedOnce, "\(point): \(scene.fake.log)")
    let third = try scene.run(words)
    #expect(third.status == 0 && third.errors.contains("nothing changed"), "\(third.errors)")
  }

  @Test("shown, checked, told apart when it is ended at Stripe, and ended with a plan that costs nothing")
  func life() throws {
    let scene = try Scene()
    #expect(try scene.run("tenant plan set starter --tenant acme --yes").status == 0)
    let shown = try scene.run("tenant plan show --tenant acme --json")
    #expect(shown.output.contains(#""subscription_status":"active""#), "\(shown.output)")
    #expect(try scene.run("tenant plan check --tenant acme").status == 0)
    scene.fake.dashboardPrices(scene.fake.subscriptionIDs[0], "price_other")
    let checked = try scene.run("tenant plan check --tenant acme")
    #expect(checked.status == 1 && checked.output.contains("price_other"), "\(checked.output)")
    #expect(try scene.run("tenant plan set free --tenant acme --yes").status == 0)
    #expect(scene.fake.log.filter { $0.hasPrefix("POST /v1/subscriptions") }.count == 2)
    #expect(try scene.run("tenant plan check --tenant acme").status == 0)
  }

  @Test("without a yes, a key or an address nothing is asked of Stripe; a demo and --no-subscription never ask")
  func refused() throws {
    let scene = try Scene()
    #expect(try scene.run("tenant plan set starter --tenant acme").status == 64)
    #expect(try scene.run("tenant plan set starter --tenant acme --yes", ["PODCTL_STRIPE_KEY": ""]).status == 78)
    #expect(try scene.run("tenant plan set starter --tenant acme --yes --live").status == 77)
    #expect(try scene.run("tenant plan show --tenant acme").errors.contains("nothing is limited"))
    let demo = try scene.run("tenant plan set starter --tenant harbour-network --yes")
    #expect(demo.status == 0 && demo.errors.contains("a demo tenant is never subscribed"), "\(demo.errors)")
    #expect(try scene.run("tenant plan set starter --tenant acme --no-subscription").status == 0)
    #expect(try scene.run("tenant create mute --name Mute --kind network").status == 0)
    let mute = try scene.run("tenant plan set starter --tenant mute --yes")
    #expect(mute.status == 64 && mute.errors.contains("has no address"), "\(mute.errors)")
    #expect(scene.fake.log.isEmpty, "\(scene.fake.log)")
  }
}
