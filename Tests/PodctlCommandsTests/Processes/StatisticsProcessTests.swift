import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite(
  "a command that has changed many rows leaves plans that fit them",
  .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct StatisticsProcessTests {
  /// The tables of which it is known how many rows they have.
  private func known(_ world: ProcessWorld, _ kind: TestDatabase.Kind) throws -> [String: Int64] {
    let driver = try Database.open(DatabaseURL(world.urlText), for: .migrating, now: { FixedTime.now }).driver
    var known: [String: Int64] = [:]
    let text: String
    switch kind {
    case .sqlite:
      let tables = try driver.execute("SELECT 1 AS one FROM sqlite_schema WHERE name = 'sqlite_stat1'", []).rows
      guard !tables.isEmpty else { return [:] }
      text = "SELECT tbl AS name, max(CAST(stat AS integer)) AS found FROM sqlite_stat1 GROUP BY tbl"
    case .postgres:
      text = """
        SELECT relname::text AS name, reltuples::bigint AS found FROM pg_class
        WHERE relnamespace = 'podctl'::regnamespace AND relkind IN ('r', 'p') AND reltuples > 0
        """
    }
    for row in try driver.execute(text, []).rows { known[try row["name"]] = try row["found"] }
    return known
  }

  @Test("ingest, a purge, imports of orders and of delivery", arguments: TestDatabase.kinds)
  func commands(_ kind: TestDatabase.Kind) throws {
    // The application's role owns no table, and leaves it to the owner's migrate up.
    guard kind == .sqlite || TestServer.workRole == nil else { return }
    let world = try SmallShow.world(kind)
    #expect(try known(world, kind) == [:])
    let log = try world.folder.write(SmallShow.log(lines: 2000, part: 0), to: "a.log")
    try world.did(["podcast", "ingest", "--tenant", "one", log])
    #expect(try known(world, kind)["downloads"] == 1800)
    try world.folder.write(
      """
      sponsor: {slug: kettle, name: Kettle}
      campaign: {slug: autumn, name: Autumn, currency: USD}
      orders:
        - number: IO-1
          flights:
            - {slug: ads, name: Ads, starts: 2020-01-01, ends: 2026-10-31, position: mid-roll, insertion: dynamic,
               cpm: "25.00", goal: 1000}
      """, to: "order.yaml")
    try world.did(["campaign", "create", "--tenant", "one", "--file", "order.yaml"])
    let orders = (0..<600).map { "2026-06-12T10:00:00Z,K-\($0),10.00" }
    try world.folder.write("occurred_at,order_id,value\n" + orders.joined(separator: "\n") + "\n", to: "orders.csv")
    try world.did(["attribution", "import", "--tenant", "one", "--sponsor", "kettle", "orders.csv"])
    #expect(try known(world, kind)["conversions"] == 600)
    let first = try #require(Day("2020-01-01"))
    let figures = (0..<600).map { "\(first.advanced(by: $0)),ads,10" }
    try world.folder.write("day,flight,count\n" + figures.joined(separator: "\n") + "\n", to: "delivery.csv")
    try world.did(["campaign", "delivery", "import", "--tenant", "one", "--source", "gam", "delivery.csv"])
    #expect(try known(world, kind)["delivery_figures"] == 600)
    let ending = try PodctlProcess.run(
      ["podcast", "purge", "--tenant", "one", "--older-than", "200d", "--yes"],
      environment: world.environment.merging(["PODCTL_NOW": "2027-06-01T12:00:00Z"]) { $1 }, in: world.folder.path)
    try #require(ending.status == 0, "\(ending.errors)")
    #expect(try known(world, kind)["downloads"] ?? 0 == 0)
  }
}
