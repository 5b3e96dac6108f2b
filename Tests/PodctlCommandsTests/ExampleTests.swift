import Foundation
import PodctlCore
import PodctlTestSupport
import StripeFake
import Testing

@testable import PodctlCommands

/// A folder to run examples in: a copy of `Fixtures/examples`, whose files the examples name.
struct ExampleFolder {
  private let folder: TemporaryFolder
  var path: String { folder.path + "/work" }

  init() throws {
    folder = try TemporaryFolder()
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/examples")
    if FileManager.default.fileExists(atPath: fixtures.path) {
      try FileManager.default.copyItem(atPath: fixtures.path, toPath: path)
    } else {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  var home: String { folder.path + "/home" }
  var database: String { folder.path + "/demo.db" }

  /// A fixed clock, repeatable ids, and this folder as home.
  var environment: [String: String] {
    [
      "HOME": home, "DATABASE_URL": "sqlite:\(database)", "PODCTL_NOW": "2026-11-02T08:00:00Z",
      "PODCTL_ID_SEED": "examples", "PODCTL_STRIPE_KEY": "sk_test_examples",
      "PODCTL_STRIPE_WEBHOOK_SECRET": "whsec_podctl_examples", "PODCTL_STRIPE_API_BASE": DemoStripe.address,
      "PODCTL_SENDGRID_API_BASE": "http://127.0.0.1:1",
      "PODCTL_SENDGRID_KEY": "SG.testexamples", "PODCTL_MAIL_FROM": "reports@harbour.example",
    ]
  }
}

/// The Stripe that the demo's lantern-agency issued its invoices to; examples that read of it ask it.
enum DemoStripe {
  static let fake = FakeStripe(now: 1_793_606_400)
  private static let server = Result { try FaultServer { fake.handle($0) } }
  /// Where nobody listens if no server could be made.
  static var address: String { (try? server.get().address) ?? unreachable }
  static let unreachable = "http://127.0.0.1:1"
}

/// The demo's database and home, made once by podctl itself; every example runs on a copy.
enum DemoHome {
  static let made = Result { () throws -> ExampleFolder in
    let folder = try ExampleFolder()
    let leaves = Leaf.all.map { $0.words.dropFirst().joined(separator: " ") }
    let steps = [
      ["migrate", "up"],
      ["tenant", "seed", "--weeks", "8", "--seed", "42", "--anchor", "2026-10-26", "--directory", "demo"],
      // The demo's logs end before the month does; here that is all that comes.
      ["tenant", "sources", "complete", "log", "--tenant", "harbour-network", "--through", "2026-10-31"],
      ["tenant", "sources", "complete", "log", "--tenant", "lantern-agency", "--through", "2026-10-31"],
      ["bill", "draft", "--tenant", "harbour-network", "--period", "2026-10"],
      ["bill", "approve", "HARBOUR-NETWORK-2026-10-IO-KET-2210", "--tenant", "harbour-network", "--waive", "early"],
      ["bill", "issue", "--tenant", "harbour-network", "--yes"],
      // Here Stripe is reached: one invoice is left open, the other is paid by transfer.
      ["bill", "draft", "--tenant", "lantern-agency", "--period", "2026-10"],
      ["bill", "approve", "LANTERN-AGENCY-2026-10-IO-STE-2210", "LANTERN-AGENCY-2026-10-IO-VEL-2210"]
        + ["--tenant", "lantern-agency", "--waive", "early"],
      ["bill", "issue", "--tenant", "lantern-agency", "--yes"],
      ["bill", "payments", "import", "--tenant", "lantern-agency", "payments.csv"],
      // A report that waits for review; nothing is sent.
      ["report", "schedule", "add", "--tenant", "harbour-network", "--campaign", "kettle-and-crane"]
        + ["--to", "ads@kettle.example", "--hold", "review"],
      ["report", "send", "--due", "--tenant", "harbour-network"],
    ].filter { step in leaves.contains { $0.hasPrefix(step.prefix(2).joined(separator: " ")) } }
      .filter { !["bill", "report"].contains($0[0]) || leaves.contains("tenant seed") }
    for words in steps {
      // A schedule begins with the week in which it is made, and its report is due in the next.
      let early =
        words.contains("schedule")
        ? ["PODCTL_NOW": "2026-10-20T12:00:00Z"]
        : words.contains("send") ? ["PODCTL_NOW": "2026-10-26T14:00:00Z"] : [:]
      // harbour-network does not reach Stripe: what is meant to be sent stays in its outbox.
      let isCutOff = words.prefix(2) == ["bill", "issue"] && words.contains("harbour-network")
      let ending = try PodctlProcess.run(
        words,
        environment: folder.environment.merging(early) { $1 }
          .merging(isCutOff ? ["PODCTL_STRIPE_API_BASE": DemoStripe.unreachable] : [:]) { $1 }, in: folder.path)
      guard ending.status == 0 || isCutOff && ending.status == 69 else {
        throw PodctlError(.internalFault, "podctl \(words.joined(separator: " ")) failed: \(ending.errors)")
      }
    }
    return folder
  }

  /// Where a leaf's example runs: on a copy of the demo, but for the command that makes the demo itself.
  static func folder(for leaf: Leaf) throws -> ExampleFolder {
    leaf.words == ["podctl", "tenant", "seed"] ? try ExampleFolder() : try copy()
  }

  static func copy() throws -> ExampleFolder {
    let made = try made.get()
    let copy = try ExampleFolder()
    try FileManager.default.removeItem(atPath: copy.path)
    for (from, to) in [(made.home, copy.home), (made.database, copy.database), (made.path, copy.path)]
    where FileManager.default.fileExists(atPath: from) {
      try FileManager.default.copyItem(atPath: from, toPath: to)
    }
    return copy
  }
}

@Suite("every example runs")
struct ExampleTests {
  // What a transcript prints as text needs no second look here; its example is run below, as JSON.
  @Test(
    "the help's example works as it stands on the demo's data",
    arguments: Leaf.runnable.filter { !$0.takesOutputOptions || !PlayedLeaves.inText.contains($0.words) })
  func runs(leaf: Leaf) throws {
    let folder = try DemoHome.folder(for: leaf)
    let ending = try PodctlProcess.run(leaf.exampleWords, environment: folder.environment, in: folder.path)
    // 1 is a check that found something, which is what some examples are for.
    #expect(ending.status == 0 || ending.status == 1, "\(leaf.testDescription): \(ending.errors)")
  }

  @Test("in JSON the example prints JSON alone, with a schema", arguments: Leaf.runnable.filter(\.takesOutputOptions))
  func printsJSON(leaf: Leaf) throws {
    let folder = try DemoHome.folder(for: leaf)
    var words = leaf.exampleWords
    if let format = words.firstIndex(of: "--format") { words.removeSubrange(format...(format + 1)) }
    if let fields = words.firstIndex(of: "--fields") { words.removeSubrange(fields...(fields + 1)) }
    words = words.filter { $0 != "--json" } + ["--json"]
    let ending = try PodctlProcess.run(words, environment: folder.environment, in: folder.path)
    let object = try JSONSerialization.jsonObject(with: Data(ending.outputBytes)) as? [String: Any]
    let schema = try #require(object?["schema"] as? String, "\(ending.output)")
    #expect(schema.wholeMatch(of: /podctl\.[a-z.-]+\/[0-9]+/) != nil)
    #expect(object?["data"] != nil && object?["meta"] is [String: Any])
    #expect(ending.status == 0 || ending.status == 1, "\(leaf.testDescription): \(ending.errors)")
  }
}
