import ArgumentParser
import Foundation
import PodctlCore
import PodctlRender
import PodctlStore
import PodctlTestSupport
import SeededNumbers
import Testing

@testable import PodctlCommands

@Suite("a secret that was typed is not said again, whatever word it was typed as")
struct SecretWordsTests {
  private static let mark = "Zq7Hunter2"
  /// Words that hold a secret, each the mark.
  private static let secrets = [
    "postgres://podctl:\(mark)@db.example/podctl", "postgres://u:%41\(mark)@h", "https://u:\(mark)@h/feed.xml",
    "https://h/feed.xml?token=\(mark)", "u:\(mark)@db.example", "sk_live_\(mark)", "rk_test_\(mark)", "whsec_\(mark)",
    "SG.\(mark).\(mark)", "password=\(mark)", "host=h password='\(mark)'", "--api-key=\(mark)", "Bearer \(mark)1234",
    "postgres%3A%2F%2Fu%3A\(mark)%40h",
  ]

  private static func isSaid(_ text: String) -> Bool {
    // A slug is made of small letters.
    text.lowercased().contains(mark.lowercased())
  }

  /// Reading takes milliseconds, so that some commands stand for all.
  private static let someLeaves: [Leaf] = {
    var random = SplitMix(seed: 42)
    return Leaf.all.shuffled(using: &random).prefix(40).sorted { $0.testDescription < $1.testDescription }
  }()

  @Test("by the parser, at any place of any command", arguments: someLeaves)
  func parser(leaf: Leaf) throws {
    let seed = leaf.testDescription.utf8.reduce(into: UInt64(719)) { $0 = $0 &* 31 &+ UInt64($1) }
    var random = SplitMix(seed: seed)
    let path = Array(leaf.words.dropFirst())
    let place = random.below(path.count + 1)
    let options = OptionShape.names(leaf.type)
    func inserted(_ words: [String]) -> [String] { Array(path[..<place]) + words + Array(path[place...]) }
    func secret() -> String { random.pick(Self.secrets) }
    var lines: [[String]] = [inserted([secret()]), inserted(["--database", secret()])]
    lines.append(inserted(["--password", Self.mark]))
    lines.append(path + ["--\(random.pick(options))", secret()])
    lines.append(path + ["--\(random.pick(options))=\(secret())"])
    lines.append(path + ["--no-such", secret()])
    for words in lines {
      do {
        try TypedKey.refuse(in: words)
        _ = try Podctl.parseAsRoot(words)
      } catch {
        let failure = Outcome.failure(for: error, words)
        for text in [ErrorText.human(failure, hasColor: false), ErrorText.json(failure)] {
          #expect(!Self.isSaid(text), "seed \(seed), \(words): \(text)")
        }
      }
    }
  }

  @Test("by a command that runs, nor kept in its database", arguments: TestDatabase.kinds)
  func runs(kind: TestDatabase.Kind) throws {
    let world = try ProcessWorld(kind)
    try world.did(["tenant", "create", "one", "--name", "One", "--zone", "UTC"])
    let seed: UInt64 = 719
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    let changing = Leaf.all.filter { leaf in
      leaf.command?.changesDatabase == true && !["seed", "reset"].contains(leaf.words.last)
    }
    for _ in 0..<40 {
      let leaf = random.pick(changing)
      var words = leaf.exampleWords
      for index in words.indices where words[index] == "harbour-network" || words[index] == "lantern-agency" {
        words[index] = "one"
      }
      let path = leaf.words.count - 1
      // In the place of a word of the example, or besides.
      let secret = random.pick(Self.secrets)
      if words.count > path, random.chance(60) {
        let place = path + random.below(words.count - path)
        words[place] = words[place].hasPrefix("--") ? "\(words[place])=\(secret)" : secret
      } else {
        words.append(secret)
      }
      if random.chance(50) { words.append("--json") }
      let ending = try PodctlProcess.run(
        words, environment: world.environment.merging(["PODCTL_SENDGRID_API_BASE": "http://127.0.0.1:1"]) { $1 },
        in: world.folder.path)
      #expect(!Self.isSaid(ending.errors), "\(words): \(ending.errors)")
      // A name that was taken is what it was made to be.
      if ending.status != 0 { #expect(!Self.isSaid(ending.output), "\(words): \(ending.output)") }
    }
    let listed = try world.did(["runs", "list", "--limit", "1000", "--json"]).output
    #expect(listed.contains("podctl tenant create one") && !Self.isSaid(listed), "\(listed)")
    // Not only in the list, but in the table too.
    let kept = try Database.open(DatabaseURL(world.urlText), for: .work, now: { FixedTime.now }).read { tx in
      try RunStore(tx).newest(1000).map { "\($0.command) \($0.summary ?? "")" }
    }
    #expect(!kept.isEmpty && kept.allSatisfy { !Self.isSaid($0) }, "\(kept.filter(Self.isSaid))")
  }

  @Test("a key typed for its file is refused, and no run is on record", arguments: TestDatabase.kinds)
  func typedKey(kind: TestDatabase.Kind) throws {
    let world = try ProcessWorld(kind)
    for words in [
      ["bill", "reconcile", "--stripe-key-file", "sk_live_\(Self.mark)"],
      ["bill", "reconcile", "--stripe-key-file=rk_live_\(Self.mark)"],
      ["report", "send", "--due", "--sendgrid-key-file", "SG.\(Self.mark)"],
      ["report", "send", "--due", "--smtp-password-file", "a1B2c3D4e5F6g7H8i9\(Self.mark)"],
      ["bill", "webhook", "apply", "x", "--signature", "t=1", "--webhook-secret-file", "whsec_\(Self.mark)"],
    ] {
      let ending = try world.run(words + ["--tenant", "one"])
      #expect(ending.status == 64 && ending.errors.contains("takes the name of a file"), "\(ending.errors)")
      #expect(!Self.isSaid(ending.errors))
    }
    #expect(try world.column("command", ["runs", "list"]).isEmpty)
    // A file by such a name is a file.
    let key = try world.folder.write("sk_test_x\n", to: "sk_test_file")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    let ending = try world.run(["bill", "reconcile", "--stripe-key-file", "sk_test_file", "--tenant", "one"])
    #expect(ending.status == 66 && ending.errors.contains("tenant_not_found"), "\(ending.errors)")
  }

  @Test("what an older version wrote down is shown without it", arguments: TestDatabase.kinds)
  func older(kind: TestDatabase.Kind) throws {
    let world = try ProcessWorld(kind)
    let database = try Database.open(DatabaseURL(world.urlText), for: .work, now: { FixedTime.now })
    try database.write { tx in
      try RunStore(tx).start(
        Run(
          id: CountingIdentifiers().next(Run.self), tenant: nil,
          command:
            "podctl podcast add x --feed https://h/f.xml?token=\(Self.mark) --stripe-key-file sk_live_\(Self.mark)",
          startedAt: FixedTime.now))
    }
    for format in ["table", "json", "csv"] {
      let output = try world.did(["runs", "list", "--format", format]).output
      #expect(output.contains("podctl podcast add x --feed https://h/f.xml?***"), "\(output)")
      #expect(!Self.isSaid(output))
    }
  }

  @Test("a run keeps the host of an address alone, prices, and nobody's mail address")
  func record() {
    let words = [
      "flight", "add", "--tier", "20000@15.00", "--tier=1_000@2,50", "--to", "ann@kiln.example", "--feed",
      "https://feeds.example/private/T0KEN/feed.xml?x=1", "--ping", "https://hc-ping.com/u", "two words", "--password",
      "x9",
    ]
    #expect(
      RunRecorder.line(words)
        == "podctl flight add --tier 20000@15.00 --tier=1_000@2,50 --to ADDRESS --feed https://feeds.example/*** "
        + "--ping URL 'two words' --password ***")
  }

  @Test("the query of a feed is shown nowhere, and kept for the next sync", arguments: TestDatabase.kinds)
  func feed(kind: TestDatabase.Kind) throws {
    let world = try ProcessWorld(kind)
    try world.did(["tenant", "create", "one", "--name", "One", "--zone", "UTC"])
    let url = "https://feeds.example/private.xml?token=\(Self.mark)"
    let database = try Database.open(DatabaseURL(world.urlText), for: .work, now: { FixedTime.now })
    let tenant = try TenantStore.find(slug: "one", in: database)
    try database.write(for: tenant.id) { tx in
      try PodcastStore(tx).insert(
        Podcast(
          id: CountingIdentifiers().next(Podcast.self), slug: try Slug("show"), title: "Show", author: nil, link: nil,
          language: nil, feedURL: url, feedETag: nil, feedModified: nil, syncedAt: nil, createdAt: FixedTime.now,
          updatedAt: FixedTime.now))
    }
    for words in [["podcast", "list"], ["podcast", "show", "show"]] {
      for format in ["table", "json", "csv", "markdown"] {
        let ending = try world.did(words + ["--tenant", "one", "--format", format])
        #expect(!Self.isSaid(ending.output + ending.errors), "\(ending.output)")
        if format == "json" { #expect(ending.output.contains("private.xml?***")) }
      }
    }
    #expect(try database.read(for: tenant.id) { tx in try PodcastStore(tx).find("show").feedURL } == url)
  }
}
