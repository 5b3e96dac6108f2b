import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite(
  "A connection that is cut while migrating",
  .enabled(if: PodctlProcess.path != nil && CutServer.socket != nil, "there is no server on a Unix socket"))
struct MigrateCutTests {
  private let test: TestDatabase
  private let folder: TemporaryFolder

  init() throws {
    test = try TestDatabase(.postgres, migrated: false)
    folder = try TemporaryFolder()
    try folder.write("CREATE TABLE a (n bigint);\n", to: "0001_a.sql")
    try folder.write("CREATE TABLE cut_here (n bigint);\nSELECT pg_sleep(1);\n", to: "0002_b.sql")
    try folder.write("CREATE TABLE c (n bigint);\n", to: "0003_c.sql")
  }

  private func up(_ proxy: CutProxy) throws -> PodctlProcess.Ending {
    let name = URL(string: test.urlText)?.path ?? ""
    let url = "postgres://podctl_owner@127.0.0.1:\(proxy.port)\(name)?sslmode=disable&gssencmode=disable"
    return try PodctlProcess.run(["migrate", "up", "--dir", folder.path, "--database", url])
  }

  private func tables() throws -> [String] {
    try test.database.driver.execute(
      "SELECT tablename::text AS t FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'podctl%' ORDER BY 1",
      []
    ).rows.map { try $0["t"] }
  }

  private func endsWell() throws {
    let again = try PodctlProcess.run(["migrate", "up", "--dir", folder.path, "--database", test.urlText])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try tables() == ["a", "c", "cut_here"])
    let rows = try test.database.driver.execute(
      "SELECT count(*) AS n FROM public.podctl_schema_migrations_events WHERE event = 'applied'", []
    ).rows
    #expect(try rows[0]["n"] == 3)
  }

  @Test("before the COMMIT: nothing of the file is kept, it says so, and one more run ends it")
  func before() throws {
    let proxy = try CutProxy(to: CutServer.socket ?? "", word: "cut_here", .before, staysUp: true)
    defer { proxy.stop() }
    let ending = try up(proxy)
    #expect(ending.status == 69, "\(ending.errors)")
    #expect(ending.errors.contains("while 0002_b.sql was being committed, and it was not kept"), "\(ending.errors)")
    #expect(try tables() == ["a"])
    try endsWell()
  }

  @Test("in a statement: nothing of the file is kept, and one more run ends it")
  func during() throws {
    let proxy = try CutProxy(to: CutServer.socket ?? "", word: "pg_sleep", .during, staysUp: true)
    defer { proxy.stop() }
    let ending = try up(proxy)
    #expect(ending.status == 69, "\(ending.errors)")
    #expect(ending.errors.contains("0002_b.sql"), "\(ending.errors)")
    try endsWell()
  }

  @Test("behind the COMMIT, whose answer is lost: the ledger is asked, and the run goes on as if nothing had been")
  func after() throws {
    let proxy = try CutProxy(to: CutServer.socket ?? "", word: "cut_here", .after, staysUp: true)
    defer { proxy.stop() }
    let ending = try up(proxy)
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(try tables() == ["a", "c", "cut_here"])
    try endsWell()
  }

  @Test(
    "behind the COMMIT, and the server cannot be asked: the outcome is said to be unknown, and one more run ends it")
  func unknown() throws {
    let proxy = try CutProxy(to: CutServer.socket ?? "", word: "cut_here", .after, staysUp: false)
    let ending = try up(proxy)
    #expect(ending.status == 75, "\(ending.errors)")
    #expect(ending.errors.contains("code: outcome_unknown"), "\(ending.errors)")
    #expect(try tables() == ["a", "cut_here"])
    try endsWell()
  }
}

/// The test server's own socket; nil where it is on a network.
enum CutServer {
  static let socket: String? = {
    let items = TestServer.url.flatMap { URLComponents(string: $0) }?.queryItems ?? []
    let folder = items.first { $0.name == "host" }?.value
    let port = items.first { $0.name == "port" }?.value ?? "5432"
    return folder.flatMap { $0.hasPrefix("/") ? "\($0)/.s.PGSQL.\(port)" : nil }
  }()
}
