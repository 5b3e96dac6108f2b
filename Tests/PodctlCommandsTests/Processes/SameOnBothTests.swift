import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@Suite(
  "the same commands print the same bytes on SQLite and on PostgreSQL", .serialized,
  .enabled(if: PodctlProcess.path != nil && TestDatabase.hasPostgres, "needs podctl and a PostgreSQL"))
struct SameOnBothTests {
  /// The demo on both databases, each from a home of its own; the files are the same, for they are named in what is
  /// stored.
  struct Pair: Sendable {
    let sqlite: ProcessWorld
    let postgres: ProcessWorld
    let files: TemporaryFolder

    init() throws {
      sqlite = try ProcessWorld(.sqlite)
      postgres = try ProcessWorld(.postgres)
      files = try TemporaryFolder()
      let seed = ["tenant", "seed", "--weeks", "4", "--anchor", "2026-10-26", "--directory", files.path, "--json"]
      try compare(seed)
      for tenant in Pair.tenants {
        for period in ["2026-09", "2026-10"] {
          try compare(["bill", "draft", "--tenant", tenant, "--period", period, "--json"])
        }
      }
    }

    static let tenants = ["harbour-network", "lantern-agency", "quiet-hours"]

    /// Runs the words on both and expects the same standard output, standard error and status.
    func compare(_ words: [String]) throws {
      let one = try sqlite.run(words)
      let other = try postgres.run(words)
      let line = words.joined(separator: " ")
      #expect(one.status == 0, "\(line): \(one.errors)")
      #expect(other.status == one.status, "\(line): \(other.errors)")
      #expect(!one.output.isEmpty, "\(line) printed nothing")
      #expect(one.outputBytes == other.outputBytes, "\(line)\n\(one.output)\n\(other.output)")
      #expect(one.errors == other.errors, "\(line)")
    }
  }

  private static let made = Result { try Pair() }

  @Test("tenants and runs")
  func tenants() throws {
    let pair = try Self.made.get()
    try pair.compare(["tenant", "list", "--json"])
    for tenant in Pair.tenants { try pair.compare(["tenant", "show", tenant, "--json"]) }
    try pair.compare(["runs", "list", "--json"])
  }

  @Test("podcasts and episodes", arguments: Pair.tenants)
  func podcasts(tenant: String) throws {
    let pair = try Self.made.get()
    let owner = ["--tenant", tenant, "--json"]
    try pair.compare(["podcast", "list"] + owner)
    let slugs = try pair.sqlite.column("podcast", ["podcast", "list", "--tenant", tenant])
    #expect(!slugs.isEmpty)
    for slug in slugs {
      try pair.compare(["podcast", "show", slug] + owner)
      try pair.compare(["podcast", "episodes", slug] + owner)
    }
  }

  @Test("campaigns, flights, spots and pacing", arguments: Pair.tenants)
  func campaigns(tenant: String) throws {
    let pair = try Self.made.get()
    let owner = ["--tenant", tenant, "--json"]
    for words in [
      ["campaign", "list"], ["campaign", "sponsor", "list"], ["campaign", "flight", "list"],
      ["campaign", "spot", "list"], ["campaign", "pacing"],
    ] { try pair.compare(words + owner) }
    for slug in try pair.sqlite.column("sponsor", ["campaign", "sponsor", "list", "--tenant", tenant]) {
      try pair.compare(["campaign", "sponsor", "show", slug] + owner)
    }
    for slug in try pair.sqlite.column("campaign", ["campaign", "list", "--tenant", tenant]) {
      try pair.compare(["campaign", "show", slug] + owner)
    }
  }

  @Test("attribution", arguments: Pair.tenants)
  func attribution(tenant: String) throws {
    let pair = try Self.made.get()
    for slug in try pair.sqlite.column("sponsor", ["campaign", "sponsor", "list", "--tenant", tenant]) {
      let options = ["--tenant", tenant, "--sponsor", slug, "--json"]
      try pair.compare(["attribution", "compare"] + options)
      try pair.compare(["attribution", "compare", "--by", "spot"] + options)
    }
    guard tenant == "harbour-network" else { return }
    for order in ["KET-10001", "KET-10002", "KET-10003"] {
      try pair.compare(
        ["attribution", "explain", order, "--tenant", tenant, "--sponsor", "kettle-and-crane", "--json"])
    }
  }

  @Test("reports in every format", arguments: Pair.tenants)
  func reports(tenant: String) throws {
    let pair = try Self.made.get()
    let week = ["--tenant", tenant, "--week", "2026-W43"]
    for format in ["json", "csv", "markdown", "html"] {
      try pair.compare(["report", "tenant", "--format", format] + week)
    }
    for slug in try pair.sqlite.column("campaign", ["campaign", "list", "--tenant", tenant]) {
      for format in ["json", "html"] {
        try pair.compare(["report", "sponsor", "--campaign", slug, "--format", format] + week)
      }
    }
  }

  @Test("bills", arguments: Pair.tenants)
  func bills(tenant: String) throws {
    let pair = try Self.made.get()
    let owner = ["--tenant", tenant, "--json"]
    try pair.compare(["bill", "preview", "--period", "2026-10"] + owner)
    try pair.compare(["bill", "list"] + owner)
    let numbers = try pair.sqlite.column("number", ["bill", "list", "--tenant", tenant])
    #expect(!numbers.isEmpty)
    for number in numbers {
      try pair.compare(["bill", "show", number] + owner)
      try pair.compare(["bill", "show", number, "--tenant", tenant, "--format", "html"])
    }
  }
}
